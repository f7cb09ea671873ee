package report

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"
)

// jsonStream writes a JSON document piece by piece, so that its findings need
// no memory. Errors of values and of the output arrive with flush.
type jsonStream struct {
	w     *bufio.Writer
	comma bool
	err   error
}

func newJSONStream(w io.Writer) jsonStream { return jsonStream{w: bufio.NewWriter(w)} }

func (j *jsonStream) text(s string) { j.w.WriteString(s) }

// key writes a member of an object.
func (j *jsonStream) key(before, name string, v any) {
	j.text(before + `"` + name + `": `)
	j.value(v)
}

// array opens an array of elements.
func (j *jsonStream) array() {
	j.comma = false
	j.text("[")
}

// element writes an element of an array on a line of its own.
func (j *jsonStream) element(v any) {
	if j.comma {
		j.text(",")
	}
	j.comma = true
	j.text("\n    ")
	j.value(v)
}

func (j *jsonStream) value(v any) {
	b, err := marshal(v)
	if err != nil && j.err == nil {
		j.err = err
	}
	j.w.Write(b)
}

// marshal is json.Marshal with everything escaped that acts on a terminal or
// misleads a reader, because JSON is looked at too. The value stays the same.
func marshal(v any) ([]byte, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	return []byte(escapeJSON(string(b))), nil
}

func escapeJSON(s string) string {
	var e edit
	e.apply(s, escapes(s, func(r rune, _ string) string { return fmt.Sprintf(`\u%04x`, r) }))
	return e.text
}

// EscapeJSON returns a writer for a json.Encoder that escapes what the JSON of
// reports escapes: whatever acts on a terminal or misleads a reader.
func EscapeJSON(w io.Writer) io.Writer { return escaper{w} }

type escaper struct{ w io.Writer }

// escapedAtOnce is how many bytes are escaped in memory at a time.
const escapedAtOnce = 64 << 10

// Write takes whole characters, as an encoder writes them.
func (e escaper) Write(p []byte) (int, error) {
	for rest := p; len(rest) > 0; {
		n := len(rest)
		if n > escapedAtOnce {
			for n = escapedAtOnce; n > escapedAtOnce-utf8.UTFMax && !utf8.RuneStart(rest[n]); n-- {
			}
		}
		if _, err := io.WriteString(e.w, escapeJSON(string(rest[:n]))); err != nil {
			return 0, err
		}
		rest = rest[n:]
	}
	return len(p), nil
}

func (j *jsonStream) flush() error {
	if j.err != nil {
		return j.err
	}
	return j.w.Flush()
}

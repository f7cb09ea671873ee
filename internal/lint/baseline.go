package lint

import (
	"encoding/json"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/chatlint/chatlint/rules"
)

// Baseline is a list of known findings: those that somebody has looked at and
// that are to fail no check. It names them by their fingerprints, which neither
// a moved line nor a new export of the chat changes, and holds no text.
type Baseline struct {
	Key      string // names the key of the fingerprints without giving it away
	findings map[string]Known
}

// Known is a finding in a baseline.
type Known struct {
	Fingerprint string         `json:"fingerprint"`
	Rule        string         `json:"rule"`
	Severity    rules.Severity `json:"severity"`
}

// baselineSchema names the form of a baseline file and its version.
const baselineSchema = "chatlint/baseline/1"

// ErrNoBaseline is what ReadBaseline returns for anything but a baseline.
var ErrNoBaseline = errors.New("not a baseline of this version")

type baselineFile struct {
	Schema   string  `json:"schema"`
	Key      string  `json:"key"`
	Findings []Known `json:"findings"`
}

// NewBaseline returns an empty baseline for fingerprints made with a key.
func NewBaseline(key string) *Baseline { return &Baseline{Key: key, findings: map[string]Known{}} }

// ReadBaseline reads what Write has written. The error is ErrNoBaseline, or that
// of the reader.
func ReadBaseline(r io.Reader) (*Baseline, error) {
	raw, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	var f baselineFile
	if err := json.Unmarshal(raw, &f); err != nil || f.Schema != baselineSchema {
		return nil, ErrNoBaseline
	}
	b := NewBaseline(f.Key)
	for _, k := range f.Findings {
		b.findings[k.Fingerprint] = k
	}
	return b, nil
}

// Write writes the baseline, in an order that does not tell that of the chat.
func (b *Baseline) Write(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(baselineFile{baselineSchema, b.Key, b.Findings()})
}

// Add takes a finding with a fingerprint into the baseline.
func (b *Baseline) Add(f *Finding) {
	b.findings[f.Fingerprint] = Known{f.Fingerprint, f.Rule, f.Severity}
}

// Has reports whether the finding is known.
func (b *Baseline) Has(f *Finding) bool {
	_, ok := b.findings[f.Fingerprint]
	return ok && f.Fingerprint != ""
}

// Len returns the number of known findings.
func (b *Baseline) Len() int { return len(b.findings) }

// Without counts the findings that other does not know.
func (b *Baseline) Without(other *Baseline) int {
	n := 0
	for fingerprint := range b.findings {
		if _, ok := other.findings[fingerprint]; !ok {
			n++
		}
	}
	return n
}

// Findings lists the known findings by fingerprint.
func (b *Baseline) Findings() []Known {
	return slices.SortedFunc(maps.Values(b.findings), func(x, y Known) int { return strings.Compare(x.Fingerprint, y.Fingerprint) })
}

package lexicon

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/binary"
	"errors"
	"io/fs"
	"slices"
	"sync"
)

//go:generate go run ../../cmd/chatlint-train lexicon

// compiledFile is the built-in lists as Compile writes them.
//
//go:embed compiled.bin
var compiledFile string

// Builtin returns the built-in lists. They were compiled when the program was
// built. A compiled form that is not one of the lists as they stand, because
// somebody is at work on them, is left aside.
var Builtin = sync.OnceValues(func() (*Lexicon, error) {
	sum := make(chan string, 1)
	go func() { sum <- checksum(builtin) }()
	lex, of, err := decode(compiledFile)
	if err != nil || <-sum != of {
		return Load(builtin)
	}
	return lex, nil
})

// Compile returns the compiled form of the built-in lists, which is embedded.
// Equal lists give equal bytes.
func Compile() ([]byte, error) {
	lex, err := Load(builtin)
	if err != nil {
		return nil, err
	}
	return lex.encode(checksum(builtin)), nil
}

// checksum tells versions of the lists apart.
func checksum(fsys fs.FS) string {
	h := sha256.New()
	_ = fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		h.Write([]byte(name))
		h.Write(binary.LittleEndian.AppendUint32(nil, uint32(len(data))))
		h.Write(data)
		return err
	}) // embedded files can be read
	return string(h.Sum(nil))
}

// formatVersion is the first byte of the compiled form. It changes with the way
// in which lists are compiled, too.
const formatVersion = 1

// encode writes the lists and the checksum of their sources: numbers as varints,
// texts with their length before them.
func (l *Lexicon) encode(of string) []byte {
	var w writer
	w.number(formatVersion)
	w.text(of)
	w.number(len(l.classes))
	for _, c := range l.classes {
		w.text(c)
	}
	w.words(&l.words)
	w.number(len(l.terms))
	w.number(len(l.steps))
	w.number(len(l.choices))
	for i := range l.terms {
		w.term(l, &l.terms[i])
	}
	return w.Bytes()
}

type writer struct{ bytes.Buffer }

func (w *writer) number(n int) { w.Write(binary.AppendUvarint(w.AvailableBuffer(), uint64(n))) }

func (w *writer) text(s string) {
	w.number(len(s))
	w.WriteString(s)
}

func (w *writer) words(x *wordIndex) {
	w.number(len(x.langs))
	for id, lang := range x.langs {
		w.WriteByte(byte(lang))
		if lang&casedBit != 0 {
			w.text(x.written[int32(id)])
		}
	}
	w.text(x.spellings)
	w.number(len(x.keys))
	w.number(len(x.ids))
	for i := range x.keys {
		k := &x.keys[i]
		w.WriteByte(byte(k.mode))
		w.number(int(k.end - k.start))
		w.number(int(k.count))
		for _, id := range x.idsOf(k) {
			w.number(int(id))
		}
	}
}

// blockBit marks a blocker in the byte of a term's language.
const blockBit = 1 << 7

func (w *writer) term(l *Lexicon, t *term) {
	lang := byte(t.lang)
	if t.block {
		lang |= blockBit
	}
	w.number(int(t.class))
	w.Write([]byte{lang, t.rare, t.count})
	for _, s := range l.stepsOf(t) {
		w.WriteByte(s.gap)
		w.number(int(s.end - s.start))
		for _, id := range l.choicesOf(&s) {
			w.number(int(id))
		}
	}
}

var errFormat = errors.New("damaged lexicon")

// decode reads what encode wrote, and of which sources. Texts stay where they
// are.
func decode(data string) (l *Lexicon, of string, err error) {
	r := reader{data: data}
	if r.number() != formatVersion {
		return nil, "", errFormat
	}
	of = r.text()
	l = &Lexicon{byName: map[string]Class{}}
	for c := range r.count() {
		l.classes = append(l.classes, r.text())
		l.byName[l.classes[c]] = Class(c)
	}
	r.words(&l.words)
	l.terms, l.steps, l.choices = make([]term, r.count()), make([]step, 0, r.count()), make([]int32, 0, r.count())
	for i := range l.terms {
		r.term(l, &l.terms[i])
	}
	if r.failed || len(r.data) > 0 || !l.sound() {
		return nil, "", errFormat
	}
	l.finish()
	return l, of, nil
}

// sound reports whether all numbers lie where the arrays do.
func (l *Lexicon) sound() bool {
	ids := int32(len(l.words.langs))
	outside := func(id int32) bool { return id < 0 || id >= ids }
	badTerm := func(t term) bool {
		return int(t.class) >= len(l.classes) || t.rare >= t.count
	}
	badKey := func(k key) bool { return k.mode >= modes || int(k.end) > len(l.words.spellings) }
	return !slices.ContainsFunc(l.choices, outside) && !slices.ContainsFunc(l.words.ids, outside) &&
		!slices.ContainsFunc(l.terms, badTerm) && !slices.ContainsFunc(l.words.keys, badKey)
}

// reader reads the compiled form and remembers a failure.
type reader struct {
	data   string
	failed bool
}

func (r *reader) byte() byte {
	if len(r.data) == 0 {
		r.failed = true
		return 0
	}
	b := r.data[0]
	r.data = r.data[1:]
	return b
}

func (r *reader) number() (n uint32) {
	for shift := 0; shift < 35; shift += 7 {
		b := r.byte()
		n |= uint32(b&0x7f) << shift
		if b < 0x80 {
			return n
		}
	}
	r.failed = true
	return 0
}

// count reads the number of things that take a byte each at least.
func (r *reader) count() int {
	n := r.number()
	if uint64(n) > uint64(len(r.data)) {
		r.failed = true
		return 0
	}
	return int(n)
}

func (r *reader) text() string {
	n := r.count()
	s := r.data[:n]
	r.data = r.data[n:]
	return s
}

// numbers appends as many numbers as count says.
func (r *reader) numbers(to []int32, count int) []int32 {
	for range count {
		to = append(to, int32(r.number()))
	}
	return to
}

func (r *reader) words(x *wordIndex) {
	x.langs, x.written = make([]Language, r.count()), map[int32]string{}
	for id := range x.langs {
		x.langs[id] = Language(r.byte())
		if x.langs[id]&casedBit != 0 {
			x.written[int32(id)] = r.text()
		}
	}
	x.spellings = r.text()
	x.keys = make([]key, r.count())
	x.ids = make([]int32, 0, r.count())
	end := uint32(0)
	for i := range x.keys {
		k := key{mode: mode(r.byte()), start: end, first: uint32(len(x.ids))}
		end += r.number()
		k.end = end
		count := r.count()
		k.count = uint16(count)
		x.ids = r.numbers(x.ids, count)
		x.keys[i] = k
	}
}

func (r *reader) term(l *Lexicon, t *term) {
	*t = term{first: uint32(len(l.steps)), class: Class(r.number())}
	lang := r.byte()
	t.lang, t.block = Language(lang&^blockBit), lang&blockBit != 0
	t.rare, t.count = r.byte(), r.byte()
	for range t.count {
		s := step{gap: r.byte(), start: uint32(len(l.choices))}
		l.choices = r.numbers(l.choices, r.count())
		s.end = uint32(len(l.choices))
		l.steps = append(l.steps, s)
	}
}

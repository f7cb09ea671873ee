package rules

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"math"
	"testing"
)

// toyWeights is a model of three features.
func toyWeights() Weights {
	w := Weights{
		Flag: map[uint32][]float32{}, Severity: map[uint32][]float32{},
		FlagBias: make([]float32, 2*columns), SeverityBias: make([]float32, columns*levels), Thresholds: make([]float32, columns),
	}
	for k, key := range []uint32{7, 7 + 1<<21, 99} { // two of them share a place in the table
		flag, grade := make([]float32, 2*columns), make([]float32, columns*levels)
		for i := range flag {
			flag[i] = float32(k+1) * float32(i-columns) / 3
		}
		for i := range grade {
			grade[i] = float32(k) - float32(i)/10
		}
		w.Flag[key], w.Severity[key] = flag, grade
	}
	w.Flag[5] = make([]float32, 2*columns) // says nothing: takes no row
	for i := range w.FlagBias {
		w.FlagBias[i] = -float32(i)
	}
	for i := range w.Thresholds {
		w.Thresholds[i] = float32(i) / 7
	}
	return w
}

func packed(t *testing.T, w Weights) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := WriteModel(&buf, w); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestModelRoundTrip(t *testing.T) {
	w := toyWeights()
	data := packed(t, w)
	if !bytes.Equal(data, packed(t, toyWeights())) {
		t.Error("equal weights give different bytes")
	}
	m, err := readModel(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if m.threshold != [columns]float32(w.Thresholds) {
		t.Errorf("thresholds %v, want %v", m.threshold, w.Thresholds)
	}
	check := func(name string, table *table, rows map[uint32][]float32, bias []float32) {
		for key, want := range rows {
			row := table.row(key)
			if key == 5 {
				if row != nil {
					t.Errorf("%s: a feature without weight has a row", name)
				}
				continue
			}
			if row == nil {
				t.Fatalf("%s: feature %d is lost", name, key)
			}
			for i, v := range want { // rounded to half a step of 127
				if got := float32(row[i]) * table.scale[i]; math.Abs(float64(got-v)) > float64(table.scale[i])*0.51 {
					t.Errorf("%s: feature %d column %d: %g, want %g", name, key, i, got, v)
				}
			}
		}
		for i, v := range bias {
			if table.bias[i] != v {
				t.Errorf("%s: bias %d is %g, want %g", name, i, table.bias[i], v)
			}
		}
		for _, key := range []uint32{0, 6, 8, 98, 7 + 1<<22} {
			if table.row(key) != nil {
				t.Errorf("%s: feature %d has a row", name, key)
			}
		}
	}
	check("flag", &m.flag, w.Flag, w.FlagBias)
	check("severity", &m.severity, w.Severity, w.SeverityBias)
}

// The score of a message is the sum of its features, each 1/√n, and the bias.
func TestModelScores(t *testing.T) {
	w := toyWeights()
	m, err := readModel(bytes.NewReader(packed(t, w)))
	if err != nil {
		t.Fatal(err)
	}
	own, thread := []Feature{{Key: 7}, {Key: 1}}, []Feature{{Key: 99}, {Key: 99}}
	sums, alone := m.alone(&analysis{ownSeen: own})
	both := m.inContext(&sums, len(own), thread)
	for c := range columns {
		wantAlone := float64(w.FlagBias[c]) + float64(w.Flag[7][c])/math.Sqrt(2)
		wantBoth := float64(w.FlagBias[columns+c]) + float64(w.Flag[7][columns+c]+2*w.Flag[99][columns+c])/2
		if math.Abs(float64(alone[c])-wantAlone) > 0.1 || math.Abs(float64(both[c])-wantBoth) > 0.1 {
			t.Errorf("column %d: %g alone and %g in context, want %g and %g", c, alone[c], both[c], wantAlone, wantBoth)
		}
		if got := m.grade(c, own, thread); got != Low { // the weights fall with the level
			t.Errorf("column %d: severity %s", c, got)
		}
	}
	if p := probability(0); p != 0.5 || probability(3) <= p || probability(-3) >= p {
		t.Errorf("probability(0) = %g", p)
	}
}

// What the session remembers of a word scores like the features themselves.
func TestModelRemembersWords(t *testing.T) {
	messages := talk("Kevin ist krank", "hab 3 Pumpen\nund krank krank", "", "👍", "Türcode 4711#", "Frau Pumpe ist krank, ruf 0171 2345678 an")
	s := meet(full(), messages)
	for range 2 { // the second time from memory
		for _, m := range messages {
			s.Observe(m)
			a := s.newest()
			sums, _ := full().model.alone(a)
			if want := full().model.impress(a.ownSeen); sums != want {
				t.Errorf("%q: from memory %v, by its features %v", m.Text, sums, want)
			}
		}
	}
}

// unpacked returns the content of a model file.
func unpacked(t *testing.T, data []byte) []byte {
	t.Helper()
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func repacked(t *testing.T, data []byte) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := gzip.NewWriter(&buf)
	if _, err := z.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestDamagedModel(t *testing.T) {
	good := packed(t, toyWeights())
	content := unpacked(t, good)
	edit := func(data []byte, i int, b byte) []byte {
		out := bytes.Clone(data)
		out[i] ^= b
		return out
	}
	damaged := map[string][]byte{
		"empty":                  nil,
		"no gzip":                []byte("model"),
		"a flipped checksum":     edit(good, len(good)-6, 1),
		"more rows than allowed": repacked(t, edit(content, 3, 0x7f)),
		"another width":          repacked(t, edit(content, 4, 1)),
		"something behind":       repacked(t, append(bytes.Clone(content), 0)),
	}
	for n := 0; n < len(content); n += 1 + len(content)/40 {
		damaged[fmt.Sprintf("cut at byte %d", n)] = repacked(t, content[:n])
	}
	for name, data := range damaged {
		if _, err := readModel(bytes.NewReader(data)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	e, err := Load(Options{Model: bytes.NewReader(damaged["something behind"])})
	if !errors.Is(err, errModel) || e != nil {
		t.Errorf("Load gives %v and an engine: %t", err, e != nil)
	}
}

func TestWriteModelRefuses(t *testing.T) {
	for name, spoil := range map[string]func(*Weights){
		"a short row":        func(w *Weights) { w.Flag[7] = w.Flag[7][1:] },
		"a short grade":      func(w *Weights) { w.Severity[7] = w.Severity[7][1:] },
		"a short bias":       func(w *Weights) { w.FlagBias = w.FlagBias[1:] },
		"no severity bias":   func(w *Weights) { w.SeverityBias = nil },
		"too few thresholds": func(w *Weights) { w.Thresholds = w.Thresholds[1:] },
	} {
		w := toyWeights()
		spoil(&w)
		if err := WriteModel(io.Discard, w); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if err := WriteModel(brokenWriter{}, toyWeights()); err == nil {
		t.Error("a full disk: no error")
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("no space left") }

// The model grades what a rule about facts has found only where the rule says so.
func TestOwnModelGrades(t *testing.T) {
	w := toyWeights()
	clear(w.Severity)
	for c := range columns {
		w.SeverityBias[c*levels+int(Low)-1] = 1 // low, whatever the message says
	}
	m := talk("der Türcode ist 4711, IBAN DE89 3704 0044 0532 0130 00")
	r := meet(load(t, Options{Model: bytes.NewReader(packed(t, w))}), m).Check(m[0])
	got := map[Category]Severity{}
	for _, f := range r.Findings {
		got[f.Category] = f.Severity
	}
	if got[Credential] != Low || got[Identifier] != High {
		t.Errorf("severities %v, want the credential graded low and the number as its rule says", got)
	}
}

// A model of zeros never reaches a positive threshold: rules about facts alone
// speak.
func TestOwnModel(t *testing.T) {
	w := toyWeights()
	clear(w.Flag)
	clear(w.FlagBias)
	for i := range w.Thresholds {
		w.Thresholds[i] = 1
	}
	e := load(t, Options{Model: bytes.NewReader(packed(t, w))})
	m := talk("Kevin ist krank, ruf 0171 2345678 an")
	r := meet(e, m).Check(m[0])
	if hasCategory(r, Health) || !hasCategory(r, Contact) {
		t.Errorf("found %+v", r.Findings)
	}
}

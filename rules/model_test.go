package rules

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
	"testing/iotest"
)

// toyWeights is a model of three features.
func toyWeights() Weights {
	w := Weights{
		Flag: map[uint32][]float32{}, Severity: map[uint32][]float32{},
		FlagBias: make([]float32, 2*columns), SeverityBias: make([]float32, columns*levels), Calibration: make([]Calibration, columns), Threshold: -0.7,
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
	for i := range w.Calibration {
		w.Calibration[i] = Calibration{Linear: 0.3 + float32(i)/9, Network: 0.7 - float32(i)/11, Bias: -float32(i) / 7}
	}
	for c := range w.HintEdges {
		for i := range w.HintEdges[c] {
			w.HintEdges[c][i] = float32(c) + float32(i)/3
		}
	}
	w.Gate, w.Network = -1.5, toyNetwork()
	w.Alert, w.AlertFrom = Alert{Promised: 3, Network: 0.25, Bias: -1}, 0.5
	return w
}

// toyNetwork knows two features.
func toyNetwork() Network {
	rng := rand.New(rand.NewPCG(1, 1))
	rows := func(count, width int) (out [][]float32) {
		for range count {
			row := make([]float32, width)
			for i := range row {
				row[i] = rng.Float32()*2 - 1
			}
			out = append(out, row)
		}
		return out
	}
	n := Network{Vectors: map[uint32][]float32{}, Output: rows(outputs, NetworkWidth+1)}
	for range NetworkLayers {
		n.Hidden = append(n.Hidden, rows(NetworkWidth, NetworkWidth+1))
	}
	for i, key := range []uint32{7, 1<<31 + 99} {
		n.Vectors[key] = rows(i+1, NetworkWidth)[i]
	}
	return n
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
	for c, want := range w.Calibration {
		if got := m.calibration[c]; got != want {
			t.Errorf("column %d: calibration %v, want %v", c, got, want)
		}
		if got, want := m.calibration[c].LogOdds(2, 4), float32(2*want.Linear)+float32(4*want.Network)+want.Bias; got != want {
			t.Errorf("column %d: %g is decided, want %g", c, got, want)
		}
	}
	if m.hintEdges != w.HintEdges {
		t.Errorf("edges %v, want %v", m.hintEdges, w.HintEdges)
	}
	if m.threshold != w.Threshold || m.alert != w.Alert || m.alertFrom != w.AlertFrom {
		t.Errorf("thresholds %v, %v and alert %v, want %v, %v and %v", m.threshold, m.alertFrom, m.alert, w.Threshold, w.AlertFrom, w.Alert)
	}
	near := func(name string, key uint32, raw int32, scale float32, want float32) {
		if got := float32(raw) * scale; math.Abs(float64(got-want)) > float64(scale)*0.51 { // rounded to half a step of 127
			t.Errorf("%s: feature %d: %g, want %g", name, key, got, want)
		}
	}
	for key := range w.Severity {
		r := m.find(key)
		if r == nil {
			t.Fatalf("feature %d is lost", key)
		}
		for c, scale := range m.flagScale {
			want := float32(0)
			if row := w.Flag[key]; row != nil {
				want = row[c]
			}
			near("flag", key, r.weight(c), scale, want)
		}
		for c, want := range w.Severity[key] {
			raw := int8(0)
			if g := m.gradesFor(r.grades(), c/levels); g != nil {
				raw = int8(g[c%levels])
			}
			near("severity", key, int32(raw), m.gradeScale[c], want)
		}
	}
	if !slices.Equal(m.flagBias[:], w.FlagBias) || !slices.Equal(m.gradeBias[:], w.SeverityBias) {
		t.Errorf("bias %v and %v, want %v and %v", m.flagBias, m.gradeBias, w.FlagBias, w.SeverityBias)
	}
	for _, key := range []uint32{0, 5, 6, 8, 98, 7 + 1<<22} {
		if m.find(key) != nil {
			t.Errorf("feature %d has a row", key)
		}
	}
}

// A feature of one of the models weighs nothing in the other.
func TestModelOfTwoVocabularies(t *testing.T) {
	w := toyWeights()
	delete(w.Flag, 99)
	delete(w.Severity, 7)
	m, err := readModel(bytes.NewReader(packed(t, w)))
	if err != nil {
		t.Fatal(err)
	}
	var flags impression
	m.impress([]Feature{{Key: 99}}, &flags)
	if flags.sums != (impression{}).sums {
		t.Errorf("feature 99 weighs %v", flags)
	}
	for c := range columns {
		if g := m.gradesFor(m.find(7).grades(), c); g != nil {
			t.Errorf("feature 7 grades %v in column %d", *g, c)
		}
	}
}

// However many features a message has, their sum is exact.
func TestImpressionOfManyFeatures(t *testing.T) {
	m, err := readModel(bytes.NewReader(packed(t, toyWeights())))
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{0, 1, maxRows - 1, maxRows, maxRows + 1, 3*maxRows + 5} {
		for _, key := range []uint32{7, 99} { // 99 has the largest weights of both signs
			features := make([]Feature, n)
			for i := range features {
				features[i].Key = key
			}
			var got impression
			m.impress(features, &got)
			for c, sum := range got.sums {
				if want := int32(n) * m.find(key).weight(c); sum != want {
					t.Fatalf("%d times feature %d, column %d: %d, want %d", n, key, c, sum, want)
				}
			}
		}
	}
}

// The score of a message is the sum of its features, each 1/√n, and the bias.
func TestModelScores(t *testing.T) {
	w := toyWeights()
	m, err := readModel(bytes.NewReader(packed(t, w)))
	if err != nil {
		t.Fatal(err)
	}
	own, thread := []Feature{{Key: 7}, {Key: 1}}, []Feature{{Key: 99}, {Key: 99}}
	a := &analysis{reading: &reading{ownSeen: own}}
	m.alone(a)
	both := impression{sums: a.alone.sums, features: a.alone.features}
	m.impress(thread, &both)
	for c, likely := range m.likely(&both) {
		wantAlone := float64(w.FlagBias[c]) + float64(w.Flag[7][c])/math.Sqrt(2)
		wantBoth := float64(w.FlagBias[columns+c]) + float64(w.Flag[7][columns+c]+2*w.Flag[99][columns+c])/2
		if math.Abs(float64(a.scores[c])-wantAlone) > 0.1 || math.Abs(float64(likely)-wantBoth) > 0.1 {
			t.Errorf("column %d: %g alone and %g in context, want %g and %g", c, a.scores[c], likely, wantAlone, wantBoth)
		}
		if got := m.grade(c, both.features, a.alone.grades, both.grades); got != Low { // the weights fall with the level
			t.Errorf("column %d: severity %s", c, got)
		}
	}
	if p := probability(0); p != 0.5 || probability(3) <= p || probability(-3) >= p {
		t.Errorf("probability(0) = %g", p)
	}
}

// A message is flagged by all categories together; then the likeliest is reported, and each
// that is likely by itself.
func TestModelReports(t *testing.T) {
	var m model
	m.alert, m.alertFrom, m.threshold = Alert{Promised: 1, Network: 1, Bias: -0.6}, 0, 0
	for c := range m.calibration {
		m.calibration[c] = Calibration{Linear: 1}
	}
	tests := []struct {
		name     string
		likely   []float64 // probabilities of the first categories
		network  float32   // of the message as a whole
		reported []int
	}{
		{"nothing", nil, 0, nil},
		{"one, but unlikely", []float64{0.3}, 0, nil},
		{"three, which one is open", []float64{0.2, 0.25, 0.2}, 0, []int{1}},
		{"two that are likely, and one that is not", []float64{0.9, 0.3, 0.6}, 0, []int{0, 2}},
		{"one, and the network is for it", []float64{0.3}, 0.4, []int{0}},
		{"one, and the network is against it", []float64{0.7}, -0.3, nil},
	}
	for _, tt := range tests {
		var linear [columns]float32
		var network [outputs]float32
		for c := range linear {
			linear[c] = ruledOut
		}
		for c, p := range tt.likely {
			linear[c] = float32(math.Log(p / (1 - p)))
		}
		network[columns] = tt.network
		v := m.decide(&linear, &network)
		var got []int
		for c := range columns {
			if m.reports(&v, c) {
				got = append(got, c)
			}
		}
		if !slices.Equal(got, tt.reported) {
			t.Errorf("%s: %v is reported, want %v", tt.name, got, tt.reported)
		}
	}
	if v := allRuledOut; m.reports(&v, v.top) {
		t.Error("something is reported of a message in which everything is ruled out")
	}
}

// What the session remembers of a word scores like the features themselves.
func TestModelRemembersWords(t *testing.T) {
	messages := talk("Kevin ist krank", "hab 3 Pumpen\nund krank krank", "", "👍", "Türcode 4711#", "Frau Pumpe ist krank, ruf 0171 2345678 an")
	s := meet(full(), messages)
	for range 2 { // the second time from memory
		for _, m := range messages {
			s.Observe(m)
			a := s.current()
			var want impression
			full().model.impress(a.ownSeen, &want)
			slices.Sort(want.grades)
			if got := a.alone; got.sums != want.sums || got.features != want.features || !slices.Equal(slices.Sorted(slices.Values(got.grades)), want.grades) {
				t.Errorf("%q: from memory %v, by its features %v", m.Text, got, want)
			}
		}
	}
}

// sealed returns the content of a model file with the checksum that fits.
func sealed(content []byte) []byte {
	return binary.LittleEndian.AppendUint32(bytes.Clone(content), crc32.ChecksumIEEE(content))
}

func TestDamagedModel(t *testing.T) {
	good := packed(t, toyWeights())
	content := good[:len(good)-crc32.Size]
	if !bytes.Equal(sealed(content), good) {
		t.Fatal("the damage that follows is not the one that is meant")
	}
	edit := func(i int, b byte) []byte {
		out := bytes.Clone(content)
		out[i] ^= b
		return out
	}
	slot := func(key uint32, at int) int { // where the row of a feature has something
		m, err := decodeModel(good)
		if err != nil {
			t.Fatal(err)
		}
		i := bytes.Index(good, m.find(key)[:])
		return i + at
	}
	lastSlot := len(toyModel(t).slots) // behind the header, which is as long as a row
	damaged := map[string][]byte{
		"empty":                      nil,
		"a checksum alone":           sealed(nil),
		"another version":            sealed(edit(0, 1)),
		"a flipped bit":              append(edit(9, 1), good[len(content):]...),
		"a flipped checksum":         append(bytes.Clone(good[:len(good)-1]), good[len(good)-1]^1),
		"more homes than slots":      sealed(edit(5, 0x40)),
		"more slots than there are":  sealed(edit(11, 0x80)),
		"more vectors":               sealed(edit(15, 0x80)),
		"more grades":                sealed(edit(19, 0x80)),
		"a vector that is not there": sealed(edit(slot(7, vectorAt+1), 1)),
		"grades that are not there":  sealed(edit(slot(7, gradesAt+2), 1)),
		"no free slot at the end":    sealed(edit(lastSlot, 1)),
		"something behind":           sealed(append(bytes.Clone(content), 0)),
	}
	for n := 1; n < len(content); n += 1 + len(content)/40 {
		damaged[fmt.Sprintf("cut at byte %d", n)] = sealed(content[:n])
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
	if _, err := readModel(iotest.ErrReader(io.ErrUnexpectedEOF)); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("a broken disk: %v", err)
	}
}

// A model that was trained by an older version would lie there unused.
func TestOneModel(t *testing.T) {
	files, err := os.ReadDir("model")
	if err != nil || len(files) != 1 || files[0].Name() != "message.bin" {
		t.Errorf("the folder model holds %v, want message.bin alone (error %v)", files, err)
	}
}

func TestWriteModelRefuses(t *testing.T) {
	for name, spoil := range map[string]func(*Weights){
		"a short row":          func(w *Weights) { w.Flag[7] = w.Flag[7][1:] },
		"a short grade":        func(w *Weights) { w.Severity[7] = w.Severity[7][1:] },
		"a short bias":         func(w *Weights) { w.FlagBias = w.FlagBias[1:] },
		"no severity bias":     func(w *Weights) { w.SeverityBias = nil },
		"too few calibrations": func(w *Weights) { w.Calibration = w.Calibration[1:] },
		"too few layers":       func(w *Weights) { w.Network.Hidden = w.Network.Hidden[1:] },
		"too few units":        func(w *Weights) { w.Network.Hidden[1] = w.Network.Hidden[1][1:] },
		"a short unit":         func(w *Weights) { w.Network.Hidden[1][3] = w.Network.Hidden[1][3][1:] },
		"too few outputs":      func(w *Weights) { w.Network.Output = w.Network.Output[1:] },
		"a short output":       func(w *Weights) { w.Network.Output[3] = w.Network.Output[3][1:] },
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
	r := meet(load(t, Options{Model: bytes.NewReader(packed(t, w))}), m).Check(m[0], nil)
	got := map[Category]Severity{}
	for _, f := range r.Findings {
		got[f.Category] = f.Severity
	}
	if got[Credential] != Low || got[Identifier] != High {
		t.Errorf("severities %v, want the credential graded low and the number as its rule says", got)
	}
}

// A model that rules everything out leaves the word to rules about facts alone.
func TestOwnModel(t *testing.T) {
	w := toyWeights()
	clear(w.Flag)
	clear(w.FlagBias)
	w.Gate = 1
	e := load(t, Options{Model: bytes.NewReader(packed(t, w))})
	m := talk("Kevin ist krank, ruf 0171 2345678 an")
	r := meet(e, m).Check(m[0], nil)
	if hasCategory(r, Health) || !hasCategory(r, Contact) {
		t.Errorf("found %+v", r.Findings)
	}
}

// Grades stay whole or go: a level that is faint beside a telling one counts.
func TestDropFaint(t *testing.T) {
	row := func(category int, grades ...int8) []int8 {
		out := make([]int8, gradeColumns)
		copy(out[category*levels:], grades)
		return out
	}
	severity := map[uint32][]int8{
		1: row(0, faint, -faint),
		2: row(1, 1, -faint-1),
		3: append(row(0, faint+1)[:levels], row(1, 1)[levels:]...),
	}
	dropFaint(severity)
	want := map[uint32][]int8{2: row(1, 1, -faint-1), 3: row(0, faint+1)}
	if !maps.EqualFunc(severity, want, slices.Equal) {
		t.Errorf("%v is left, want %v", severity, want)
	}
}

package logit

import (
	"math"
	"testing"
)

func TestRoundTrip(t *testing.T) {
	weights := map[Feature][Columns]float32{1: {1, -1}, 7: {0.5, 0}, 1 << 31: {0, 0.25}, math.MaxUint32: {-1, 1}, 9: {0.0001, 0}}
	m, err := Decode(Encode([Columns]float32{-2, -3}, weights))
	if err != nil {
		t.Fatal(err)
	}
	if got := m.Scores(Sum{}, 4); got != [Columns]float32{-2, -3} {
		t.Errorf("bias %v", got)
	}
	for f, want := range weights {
		got := m.Scores(m.Sum([]Feature{f}), 1)
		for c := range got {
			if d := got[c] + 2 + float32(c) - want[c]; d > 0.005 || d < -0.005 {
				t.Errorf("feature %d, column %d: %v, want %v", f, c, got[c]+2+float32(c), want[c])
			}
		}
	}
	if s := m.Sum([]Feature{9, 12345}); s != (Sum{}) {
		t.Errorf("features without weights count %v", s)
	}
}

func TestDecodeRefuses(t *testing.T) {
	more := func(packed []byte, end ...byte) []byte {
		out := append([]byte{}, packed...)
		out[headerSize-4]++
		return append(out, end...)
	}
	good := Encode([Columns]float32{}, map[Feature][Columns]float32{5: {1, 1}, 300: {-1, 1}})
	for name, packed := range map[string][]byte{
		"nothing":           nil,
		"half a header":     good[:5],
		"cut weights":       good[:len(good)-1],
		"a feature twice":   more(good, 0, 1, 1),
		"beyond 32 bits":    more(good, 0xff, 0xff, 0xff, 0xff, 0x7f, 1, 1),
		"a feature before":  more(good, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1, 1, 1),
		"something behind":  append(append([]byte{}, good...), 1, 1, 1),
		"a feature missing": more(good),
		"no number":         append([]byte{0, 0, 0xc0, 0x7f}, good[4:]...),
		"an endless number": more(good, 0x80, 0x80),
	} {
		if _, err := Decode(packed); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(Encode([Columns]float32{1, 2}, map[Feature][Columns]float32{5: {1, 1}, 300: {-1, 1}}))
	f.Fuzz(func(t *testing.T, packed []byte) {
		if m, err := Decode(packed); err == nil {
			for _, x := range m.Scores(m.Sum([]Feature{1, 5, 300}), 3) {
				if x != x {
					t.Error("scores no number")
				}
			}
		}
	})
}

package spelling_test

import (
	"fmt"
	"testing"

	"github.com/chatlint/chatlint/detector/spelling"
)

func TestWord(t *testing.T) {
	for _, w := range []string{
		"schwägerin", "schwaegerin", "gestrichen", "abgearbeitet", "aufzuhören", "ausfällt", "kräftigeres",
		"verschließt", "verschliesst", "apprentice", "scaffolding",
	} {
		if len([]rune(w)) >= spelling.Shortest && !spelling.Word(w) {
			t.Errorf("%q is a word", w)
		}
	}
	for _, w := range []string{"", "haus", "schwagre", "gestrihcen", "aprentice", "scafolding", "krankmeldugn", "verschliest"} {
		if spelling.Word(w) {
			t.Errorf("%q is no word", w)
		}
	}
}

// The share of wrong answers is the one that the documentation states.
func TestWrongAnswers(t *testing.T) {
	wrong, all := 0, 20_000
	for i := range all {
		if spelling.Word(fmt.Sprintf("qxz%07dj", i)) {
			wrong++
		}
	}
	if share := float64(wrong) / float64(all); share > 0.065 {
		t.Errorf("%.3f of texts that are no words are taken for words", share)
	}
}

func TestEncode(t *testing.T) {
	a := spelling.Encode(map[string]bool{"kranführer": true, "seilwinde": true})
	b := spelling.Encode(map[string]bool{"seilwinde": true, "kranführer": true})
	if string(a) != string(b) {
		t.Error("equal words give different data")
	}
}

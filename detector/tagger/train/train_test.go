package train

import (
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/chatlint/chatlint/detector/tagger"
)

func TestColumns(t *testing.T) {
	src := fstest.MapFS{"a": {Data: []byte("Frau\tO\nMeier\tB-PER\nsagt\tO\n,\tO\nKarl\tB-PER\nHuber\tI-PER\nsei\tO\nin\tO\nMüller-Werke\tB-PERpart\n\n@x\tB-PER\nhi\tO\n")}}
	c := columns{files: []string{"a"}, sep: "\t", tag: 1, classes: germEvalClasses, open: germEvalOpen, handles: true}
	got, err := c.read(src)
	if err != nil || len(got) != 2 {
		t.Fatalf("%d sentences, %v", len(got), err)
	}
	s := got[0]
	if want := "Frau Meier sagt, Karl Huber sei in Müller-Werke"; s.Text != want {
		t.Errorf("text %q, want %q", s.Text, want)
	}
	var names []string
	for _, sp := range s.persons() {
		names = append(names, s.Text[sp.Start:sp.End])
	}
	if strings.Join(names, "|") != "Meier|Karl Huber" {
		t.Errorf("persons %q", names)
	}
	if last := s.Spans[len(s.Spans)-1]; !last.Unlabelled {
		t.Error("a part of a compound counts as labelled")
	}
	if len(got[1].persons()) != 0 {
		t.Error("a handle counts as labelled")
	}
}

func testPool() *pool {
	d := func(words ...string) drawer {
		weights := map[string]float64{}
		for _, w := range words {
			weights[w] = 1
		}
		return newDrawer(weights)
	}
	return &pool{first: d("zoe", "yves"), short: d("zoe"), homonym: d("rosa"), namesake: d("chelsea"), surname: d("quandt"), homonymSurname: d("koch")}
}

func TestVariants(t *testing.T) {
	text := "Frau Meier und Stefans Bruder Karl-Heinz Huber, JETZT"
	s := Sentence{Text: text, PersonsOnly: true}
	for _, name := range []string{"Meier", "Stefan", "Karl-Heinz Huber"} {
		at := strings.Index(text, name)
		s.Spans = append(s.Spans, Span{Start: at, End: at + len(name), Class: tagger.Person})
	}
	v := &varier{pool: testPool(), random: rand.New(rand.NewPCG(1, 1))}
	for range 20 {
		for name, change := range map[string]func(Sentence) Sentence{"small": v.small, "phone": v.phone, "loud": v.loud, "bare": v.bare, "capitals": v.capitals} {
			swapped := v.swap(s)
			got := change(swapped)
			if len(got.Spans) != 3 {
				t.Fatalf("%s: %d spans", name, len(got.Spans))
			}
			for _, old := range []string{"meier", "stefan", "karl", "heinz", "huber"} {
				if strings.Contains(strings.ToLower(got.Text), old) {
					t.Errorf("%s: %q still holds %q", name, got.Text, old)
				}
			}
			for i, sp := range got.Spans {
				was := swapped.Text[swapped.Spans[i].Start:swapped.Spans[i].End]
				if is := got.Text[sp.Start:sp.End]; !strings.EqualFold(is, was) {
					t.Errorf("%s: span %q became %q", name, was, is)
				}
			}
		}
	}
}

func TestCompare(t *testing.T) {
	spans := func(at ...int) (out []Span) {
		for i := 0; i < len(at); i += 2 {
			out = append(out, Span{Start: at[i], End: at[i+1]})
		}
		return out
	}
	c := compare(spans(0, 5, 10, 15, 20, 25), spans(0, 5, 12, 14, 30, 35))
	if want := (Count{Gold: 3, GoldHit: 2, Found: 3, FoundHit: 2, Exact: 1}); c != want {
		t.Errorf("%+v, want %+v", c, want)
	}
}

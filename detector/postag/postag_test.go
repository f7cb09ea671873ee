package postag

import (
	"slices"
	"strings"
	"testing"

	"github.com/jdkato/prose/v2"
)

var texts = []string{
	"Kevin is off sick again, can somebody take over the early shift in Manchester ?",
	"Mark will mark the pipes and Rose rose early :-) see www.example.org or mail rose@example.org",
	"Can Bill pay the bill by 5pm on 3-4 May 2024 ? 0 - -LRB- * 1234 @kevin 07:30",
	"i think will hunt is gonna hunt for the jack tmrw lol 😂 😂 ; he said `` no ''",
	"Mrs O'Neill's boiler in flat 3b leaks , the ex-husband has the keys (spare ones) .",
	"wtf the new lad broke grace s window , ask frank to be frank with him !!!",
	"Überall naïve café 日本語 ünder \xff ok .",
	"", "ok", "- - -",
}

// proseTags asks prose itself.
func proseTags(t *testing.T, model *prose.Model, text string) (words, tags []string) {
	t.Helper()
	doc, err := prose.NewDocument(text, prose.WithSegmentation(false), prose.WithExtraction(false), prose.UsingModel(model))
	if err != nil {
		t.Fatal(err)
	}
	for _, token := range doc.Tokens() {
		words, tags = append(words, token.Text), append(tags, token.Tag)
	}
	return words, tags
}

// Prose adds floating-point numbers in the random order of a map. What it says
// is what is said here, or a coin it tosses anew each time.
func TestSameAsProse(t *testing.T) {
	doc, err := prose.NewDocument("", prose.WithSegmentation(false), prose.WithExtraction(false))
	if err != nil {
		t.Fatal(err)
	}
	words := 0
	for _, text := range texts {
		in, want := proseTags(t, doc.Model, text)
		words += len(in)
		got := likeLast(in, Tag(in, nil))
		for try := 0; !slices.Equal(got, want); try++ {
			if try == 20 {
				t.Errorf("%q:\n got %s\nwant %s", in, strings.Join(got, " "), strings.Join(want, " "))
				break
			}
			_, want = proseTags(t, doc.Model, text)
		}
	}
	if words < 100 {
		t.Errorf("only %d words compared", words)
	}
}

// likeLast gives all occurrences of a word the tag of the last one, which is what
// prose does.
func likeLast(words, tags []string) []string {
	last := map[string]string{}
	for i, w := range words {
		last[w] = tags[i]
	}
	for i, w := range words {
		tags[i] = last[w]
	}
	return tags
}

func TestEmptyWordsHaveNoTag(t *testing.T) {
	if got := Tag([]string{"", "Kevin", ""}, nil); len(got) != 3 || got[0] != "" || got[1] == "" || got[2] != "" {
		t.Errorf("tags %q", got)
	}
}

func TestDecodeRejectsDamage(t *testing.T) {
	packed, err := Encode(Source{
		Weights:   map[string]map[string]float64{"bias": {"NN": 1.5, "NNP": -2.25}, "i word kevin": {"NNP": 34.39}, "empty": {}},
		Tags:      map[string]string{"the": "DT"},
		Classes:   []string{"NN", "NNP"},
		Emoticons: []string{":-)"},
	})
	if err != nil {
		t.Fatal(err)
	}
	m, err := Decode(string(packed))
	if err != nil {
		t.Fatal(err)
	}
	if got := m.Tag([]string{"the", "Kevin", "pipe", ":-)"}, nil); !slices.Equal(got, []string{"DT", "NNP", "NN", "SYM"}) {
		t.Errorf("tags %q", got)
	}
	for n := 0; n < len(packed); n += 1 + n/20 {
		if _, err := Decode(string(packed[:n])); err == nil {
			t.Errorf("Decode accepts the first %d of %d bytes", n, len(packed))
		}
	}
	for n := 1; n <= 20; n++ {
		if _, err := Decode(string(packed[:len(packed)-n])); err == nil {
			t.Errorf("Decode accepts %d bytes less", n)
		}
	}
	class := strings.Index(string(packed), "the") + len("the")
	packed[class] = 17
	if _, err := Decode(string(packed)); err == nil {
		t.Error("Decode accepts a class that is none")
	}
}

func TestEncodeRefuses(t *testing.T) {
	many := Source{Classes: strings.Split(strings.Repeat("x", maxClasses), "")}
	for i := range many.Classes {
		many.Classes[i] += string(rune('A' + i))
	}
	many.Classes = append(many.Classes, "one more")
	if _, err := Encode(many); err == nil {
		t.Error("more classes than bits for them")
	}
}

func BenchmarkTag(b *testing.B) {
	words := strings.Fields(texts[0])
	var tags []string
	for b.Loop() {
		tags = Tag(words, tags[:0])
	}
}

package lexicon

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/chatlint/chatlint/detector"
)

func load(t *testing.T, lists map[string]string) *Lexicon {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, data := range lists {
		fsys[name+".txt"] = &fstest.MapFile{Data: []byte(data)}
	}
	lex, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

// found returns the texts of the hits, in order.
func found(lex *Lexicon, lang Language, text string) []string {
	var t detector.Text
	t.Reset(text)
	var out []string
	for _, h := range lex.NewMatcher().Match(&t, words(lex, &t), lang, nil) {
		out = append(out, t.Raw[t.Tokens[h.First].Start:t.Tokens[h.Last].End])
	}
	return out
}

// words looks up every token of a text.
func words(lex *Lexicon, t *detector.Text) []Words {
	out := make([]Words, len(t.Tokens))
	for i, k := range t.Tokens {
		if k.Kind != detector.Break {
			out[i] = lex.Words(t.Word(i))
		}
	}
	return out
}

func TestMatch(t *testing.T) {
	lex := load(t, map[string]string{
		"de/x/y": `# notes
krank
=AU
rückenschmerz
drücken  [umlaut]
*bruch
!leitungsbruch
kranken*
*schimmel*
magen-darm
hat|hab fieber
meldet sich ~ wund  # gap
!dach ~ wund
🤒
`,
		"en/x/y": "sprain\n",
	})
	tests := []struct {
		text string
		want []string
	}{
		{"Stefan ist Krank.", []string{"Krank"}},
		{"ein kranker Mann, kranke Leute", []string{"kranker", "kranke"}},
		{"kränklich", nil},
		{"AU bis Freitag", []string{"AU"}},
		{"au ja", nil},
		{"Rueckenschmerzen und ruckenschmerzen", []string{"Rueckenschmerzen", "ruckenschmerzen"}},
		{"drucken oder drücken", []string{"drücken"}},
		{"Armbruch, Leitungsbruch", []string{"Armbruch"}},
		{"Krankenschein", []string{"Krankenschein"}},
		{"Wandschimmelbefall", []string{"Wandschimmelbefall"}},
		{"Magen-Darm, magen darm, Magen/Darm", []string{"Magen-Darm", "magen darm", "Magen/Darm"}},
		{"magen. darm", nil},
		{"hat fieber, hab Fieber, will fieber", []string{"hat fieber", "hab Fieber"}},
		{"meldet sich der Sepp wund", []string{"meldet sich der Sepp wund"}},
		{"meldet sich. Der Sepp ist wund", nil},
		{"meldet sich\nwund", nil},
		{"bin 🤒 heute", []string{"🤒"}},
		{"two sprains, sprained", []string{"sprains", "sprained"}},
	}
	for _, tt := range tests {
		if got := found(lex, Unknown, tt.text); !slices.Equal(got, tt.want) {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
	if got := found(lex, German, "sprain, krank"); !slices.Equal(got, []string{"krank"}) {
		t.Errorf("German only: got %q", got)
	}
}

func TestSyntaxErrors(t *testing.T) {
	for line, reason := range map[string]Reason{
		"a| b":     WordMissing,
		"a ~":      GapAtEnd,
		"~ a":      GapAtStart,
		"a-b|c":    BadAlternative,
		"!":        NoWord,
		"[umlaut]": NoWord,

		strings.Repeat("a ", 300): TooManyWords,
	} {
		_, err := Load(fstest.MapFS{"de/g/c.txt": {Data: []byte("ok\n" + line + "\n")}})
		var se *SyntaxError
		if !errors.As(err, &se) || se.Line != 2 || se.Reason != reason {
			t.Errorf("%q: got %v, want a syntax error in line 2: %s", line, err, reason)
		}
	}
}

func BenchmarkMatch(b *testing.B) {
	lex, err := Builtin()
	if err != nil {
		b.Fatal(err)
	}
	m := lex.NewMatcher()
	var t detector.Text
	t.Reset("Moin, der Kevin hat sich schon wieder krank gemeldet, wer fährt heute mit auf die Baustelle in Freising?")
	known := words(lex, &t)
	var hits []Hit
	b.ReportAllocs()
	for b.Loop() {
		hits = m.Match(&t, known, German, hits[:0])
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "messages/s")
}

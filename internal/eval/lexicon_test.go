package eval

import (
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/detector/gazetteer"
	wordlists "github.com/chatlint/chatlint/rules/lexicon"
)

// A word list that names somebody of the labelled chats would be measured on
// what it was written from. Names that are everyday words, too, may stand in a
// list for the word.
func TestWordListsNameNobody(t *testing.T) {
	names := labelledNames(t)
	if len(names) < 500 {
		t.Fatalf("only %d names: the labelled chats were not read", len(names))
	}
	words := 0
	eachTerm(t, func(file string, term []string) {
		for _, w := range term {
			words++
			if names[w] {
				t.Errorf("%s: %q is a name in the labelled chats", file, w)
			}
		}
	})
	if words < 10_000 {
		t.Fatalf("only %d words: the word lists were not read", words)
	}
}

// labelledNames returns the lower-cased words of all marked names that are
// nothing but names.
func labelledNames(t *testing.T) map[string]bool {
	var files []string
	for _, folder := range []string{"labelled", "next"} {
		found, err := filepath.Glob("../../testdata/" + folder + "/*.jsonl")
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: %d files, error %v", folder, len(found), err)
		}
		files = append(files, found...)
	}
	chats, err := Load(files, "")
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, c := range chats {
		for i, g := range c.Gold {
			for _, s := range g.Spans {
				if s.Type != detector.Person || s.Start < 0 {
					continue
				}
				for _, w := range letters(c.Messages[i].Text[s.Start:s.End]) {
					if onlyName(w) {
						names[w] = true
					}
				}
			}
		}
	}
	return names
}

// alsoWords lists words that the gazetteer knows as names alone.
var alsoWords = map[string]bool{
	"cotter":    true, // a pin
	"gunda":     true, // Indian English for a thug
	"hedi":      true, // "hätte ich" in dialect
	"holzer":    true, // who fells trees, an exception to the thing Holz
	"holzschuh": true, // a clog
	"ramazan":   true, // Turkish for Ramadan
	"simma":     true, // "sind wir" in dialect
}

// onlyName reports a word that the gazetteer knows as a name and as nothing else.
func onlyName(w string) bool {
	e := gazetteer.Lookup(w)
	return !alsoWords[w] && e.IsName() && e.Class == gazetteer.NoClass && e.Place == 0 && e.German == 0 && e.English == 0 && !e.Noun
}

func letters(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) })
}

// eachTerm calls do for every line of every built-in word list.
func eachTerm(t *testing.T, do func(file string, term []string)) {
	err := fs.WalkDir(wordlists.Files(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(wordlists.Files(), name)
		if err != nil {
			return err
		}
		for line := range strings.Lines(string(data)) {
			term, _, _ := strings.Cut(line, " #")
			if !strings.HasPrefix(line, "#") {
				do(name, letters(term))
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

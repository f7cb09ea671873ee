package redact

import (
	"testing"

	"github.com/chatlint/chatlint/detector/gazetteer"
)

// TestFirmsThatAreFirstNames checks which names of firms are taken for somebody.
func TestFirmsThatAreFirstNames(t *testing.T) {
	for name, test := range map[string]struct {
		text  string
		entry gazetteer.Entry
		want  int
	}{
		"usual first name":   {"Quella fehlt", gazetteer.Entry{Class: gazetteer.Brand, First: 5, German: 2}, 0},
		"rare first name":    {"Quella fehlt", gazetteer.Entry{Class: gazetteer.Brand, First: 4}, -1},
		"everyday word":      {"Quella fehlt", gazetteer.Entry{Class: gazetteer.Brand, First: 5, German: 3}, -1},
		"thing":              {"Quella fehlt", gazetteer.Entry{Class: gazetteer.Brand, First: 5, Noun: true}, -1},
		"in small letters":   {"quella fehlt", gazetteer.Entry{Class: gazetteer.Brand, First: 5}, -1},
		"no name but a firm": {"Quella fehlt", gazetteer.Entry{Class: gazetteer.Brand}, -1},
	} {
		f := finder{language: language{german: 1000}}
		f.text.Reset(test.text)
		if got := f.firstName(0, test.entry); got != test.want {
			t.Errorf("%s: got token %d, want %d", name, got, test.want)
		}
	}
}

// TestRareEnglish checks which words that English hardly knows are names by their
// capital.
func TestRareEnglish(t *testing.T) {
	rare := gazetteer.Entry{English: 1}
	for text, test := range map[string]struct {
		token int
		entry gazetteer.Entry
		want  int
	}{
		"Quellhurst wrote":     {0, rare, 0},
		"Quelly wrote":         {0, rare, -1},
		"ask Quelly":           {1, rare, 1},
		"quellhurst wrote":     {0, rare, -1},
		"Quellhurst rang":      {0, gazetteer.Entry{English: 1, German: 1}, -1},
		"Quellhurst spoke":     {0, gazetteer.Entry{English: 2}, -1},
		"Quellhurst has spoke": {0, gazetteer.Entry{English: 1, Place: 2}, -1},
	} {
		f := finder{language: language{english: 1000}}
		f.text.Reset(text)
		if got := f.rare(test.token, test.entry); got != test.want {
			t.Errorf("%q: got token %d, want %d", text, got, test.want)
		}
	}
}

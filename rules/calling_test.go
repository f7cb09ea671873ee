package rules

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chatlint/chatlint/detector/gazetteer"
)

func TestCallings(t *testing.T) {
	for saved, want := range map[string][]string{
		"Azubi Finn":            {"apprentice"},
		"Küchenchef Büro Renz":  {"kitchen", "office"},
		"OFFICE/secretary Jane": {"office"},
		"Büro-Lena (Lohn)":      {"office", "payroll"},
		"Finn Bürokopp":         nil,
		"+49 152 28817386":      nil,
		"":                      nil,
	} {
		var got []uint32
		for _, w := range want {
			got = append(got, hashText(w))
		}
		if c := callingsIn(saved); !slices.Equal(c, got) {
			t.Errorf("%q: %v, want %v", saved, c, want)
		}
	}
}

// A word that stands twice would have two callings, and one that people are called
// by would tell the model who writes.
func TestCallingsAreNoNames(t *testing.T) {
	rare := []string{"desk", "kasse"} // as names, beside what else they are
	seen := map[string]bool{}
	for line := range strings.Lines(callingList) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Fields(line) {
			if seen[w] {
				t.Errorf("%q stands there twice", w)
			}
			seen[w] = true
			if e := gazetteer.Lookup(w); !slices.Contains(rare, w) && (e.Class == gazetteer.Nickname || e.First > e.Surname) {
				t.Errorf("%q is a first name", w)
			}
		}
	}
}

// The model hears who wrote what and in what kind of firm, by the names of its members.
func TestCallingFeatures(t *testing.T) {
	study := func(first, second string) []Feature {
		messages := talk(first+": wo bleibt der", second+": kommt gleich")
		s := meet(plain(), messages)
		s.Observe(messages[0])
		return s.Study(messages[1], nil).Context
	}
	silent, called := study("Jo", "Finn"), study("Chefin Jo", "Azubi Finn")
	added := slices.DeleteFunc(slices.Clone(called), func(f Feature) bool { return slices.Contains(silent, f) })
	boss, apprentice := hashText("boss"), hashText("apprentice")
	want := []uint32{hash(tCalling, threadDepth+1, apprentice), hash(tCalling, 1, boss), hash(tTrade, boss), hash(tTrade, apprentice)}
	for _, k := range want {
		if !slices.ContainsFunc(added, func(f Feature) bool { return f.Key == k }) {
			t.Errorf("%v lacks %d", added, k)
		}
	}
	if len(added) != len(want) {
		t.Errorf("got %d further features, want %d", len(added), len(want))
	}
}

func TestGap(t *testing.T) {
	last := uint32(0)
	for _, minutes := range []int{0, 1, 2, 5, 15, 45, 120, 600} {
		g := gap(time.Duration(minutes) * time.Minute)
		if minutes > 0 && g != last+1 {
			t.Errorf("%d minutes: %d, want %d", minutes, g, last+1)
		}
		last = g
	}
}

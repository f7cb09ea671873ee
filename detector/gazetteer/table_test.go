package gazetteer

import (
	"bytes"
	"testing"
)

func TestTableRoundTrip(t *testing.T) {
	words := map[string]Entry{
		"stefan": {First: 7, German: 2, Case: 1},
		"huber":  {Surname: 7, First: 1},
		"wien":   {Place: 3, Group: 64, Cluster: 255},
		"mark":   {First: 5, Surname: 3, Class: Homonym, English: 7},
		"":       {Class: Function},
	}
	packed, err := Encode(words)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Encode(words)
	if err != nil || !bytes.Equal(packed, again) {
		t.Fatal("Encode is not deterministic")
	}
	table, err := Decode(string(packed))
	if err != nil {
		t.Fatal(err)
	}
	for w, want := range words {
		if got := table.Lookup(w); got != want {
			t.Errorf("Lookup(%q) = %+v, want %+v", w, got, want)
		}
	}
	if got := table.Lookup("absent"); got != (Entry{}) {
		t.Errorf("Lookup(absent) = %+v", got)
	}
}

func TestDecodeRejectsDamage(t *testing.T) {
	packed, err := Encode(map[string]Entry{"a": {First: 1}, "b": {First: 2}})
	if err != nil {
		t.Fatal(err)
	}
	for n := 0; n < len(packed); n += 1 + n/8 {
		if _, err := Decode(string(packed[:n])); err == nil {
			t.Errorf("Decode accepts the first %d of %d bytes", n, len(packed))
		}
	}
	words := len(packed) - 1<<nounBits/8 - 2*wordSize
	for name, at := range map[string]int{"a count": words - 1, "an entry": words + 3} {
		damaged := bytes.Clone(packed)
		damaged[at] = 0xff
		if _, err := Decode(string(damaged)); err == nil {
			t.Errorf("Decode accepts %s that cannot be", name)
		}
	}
}

func TestEmbedded(t *testing.T) {
	tests := []struct {
		word string
		ok   func(Entry) bool
	}{
		{"stefan", func(e Entry) bool { return e.First >= 6 }},
		{"özdemir", func(e Entry) bool { return e.Surname > 0 }},
		{"ozdemir", func(e Entry) bool { return e.Surname > 0 }},
		{"schorsch", func(e Entry) bool { return e.Class == Nickname }},
		{"hannover", func(e Entry) bool { return e.Place > 0 }},
		{"viessmann", func(e Entry) bool { return e.Class == Brand }},
		{"koch", func(e Entry) bool { return e.Class == Homonym && e.Surname > 0 }},
		{"nicht", func(e Entry) bool { return e.German == 7 && e.Class == Function }},
		{"because", func(e Entry) bool { return e.English >= 6 && !e.IsName() }},
		{"qqxzy", func(e Entry) bool { return e == Entry{} }},
	}
	for _, tt := range tests {
		if e := Lookup(tt.word); !tt.ok(e) {
			t.Errorf("Lookup(%q) = %+v", tt.word, e)
		}
	}
}

func TestEndsInNoun(t *testing.T) {
	for word, want := range map[string]bool{"zange": true, "rohrzange": true, "haus": true, "quellbichl": false, "": false} {
		if got := EndsInNoun(word); got != want {
			t.Errorf("%q: %t, want %t", word, got, want)
		}
	}
}

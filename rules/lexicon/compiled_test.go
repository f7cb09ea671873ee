package lexicon

import (
	"bytes"
	"reflect"
	"testing"
	"testing/fstest"
)

// The embedded form must be that of the lists: go generate ./rules/lexicon
func TestCompiledIsFresh(t *testing.T) {
	fresh, err := Compile()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(fresh, []byte(compiledFile)) {
		t.Error("rules/lexicon/compiled.bin is not made of the lists as they stand: run go generate ./rules/lexicon")
	}
}

func TestCompiledIsTheSame(t *testing.T) {
	want, err := Load(Files())
	if err != nil {
		t.Fatal(err)
	}
	got, of, err := decode(string(want.encode("sum")))
	if err != nil || of != "sum" {
		t.Fatalf("checksum %q, error %v", of, err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Error("what is read back is another lexicon")
	}
}

func TestBuiltinHoldsTheLists(t *testing.T) {
	lex, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	if got := found(lex, German, "Stefan ist krank"); len(got) == 0 {
		t.Error("illness is not found")
	}
}

func TestChecksumSeesEveryChange(t *testing.T) {
	of := func(name, data string) string { return checksum(fstest.MapFS{name: {Data: []byte(data)}}) }
	first := of("de/a/b.txt", "krank\n")
	for _, other := range []string{of("de/a/c.txt", "krank\n"), of("de/a/b.txt", "krank"), of("de/a/b", ".txtkrank\n")} {
		if other == first {
			t.Error("two versions of the lists have one checksum")
		}
	}
}

// FuzzDecode feeds damaged files: decode fails or returns lists that can be used.
func FuzzDecode(f *testing.F) {
	lex, err := Load(fstest.MapFS{"de/x/y.txt": {Data: []byte("krank\n=AU\n*bruch\n!dach ~ krank\nhat|hab fieber\n")}})
	if err != nil {
		f.Fatal(err)
	}
	good := lex.encode("sum")
	f.Add(good)
	f.Add(good[:len(good)/2])
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		lex, _, err := decode(string(data))
		if err == nil {
			found(lex, Unknown, "hat Fieber, Armbruch und AU, krank")
		}
	})
}

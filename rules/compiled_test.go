package rules

import (
	"bytes"
	"reflect"
	"testing"
)

// The embedded form must be that of the files: go generate ./rules
func TestCompiledIsFresh(t *testing.T) {
	fresh, err := CompileBuiltin()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(fresh, compiledFile) {
		t.Error("rules/compiled.json is not made of the rules as they stand: run go generate ./rules")
	}
}

func TestCompiledIsTheSame(t *testing.T) {
	want, err := readSources()
	if err != nil {
		t.Fatal(err)
	}
	got, err := builtinSources()
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Error("what is read back are other rules")
	}
}

// Somebody who edits a rule is not shown the old one.
func TestStaleCompiledIsLeftAside(t *testing.T) {
	defer func(old []byte) { compiledFile = old }(compiledFile)
	for _, stale := range []string{`{"Checksum":"other"}`, `{`, ``} {
		compiledFile = []byte(stale)
		s, err := builtinSources()
		if err != nil || len(s.Rules) == 0 {
			t.Errorf("%q: %v", stale, err)
		}
	}
}

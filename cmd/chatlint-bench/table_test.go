package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

func TestTextsMatch(t *testing.T) {
	if err := catalogue.Check(); err != nil {
		t.Error(err)
	}
}

// sample is a run with round figures.
func sample() *figures {
	scan := func(s float64) cost {
		d := time.Duration(s * float64(time.Second))
		return cost{Wall: d, CPU: 2 * d, Peak: 61_000_000}
	}
	return &figures{
		Go: "go1.26", OS: "linux/amd64", CPUs: 2, Gzip: "gzip", Mix: mix{Seed: 1}, Start: scan(0.07),
		Sizes: []sizeCost{
			{Messages: 11_000, Bytes: 1_000_000, Scan: scan(0.17), Gzip: scan(0.05)},
			{Messages: 1_001_000, Bytes: 100_000_000, Scan: scan(12.07), Gzip: scan(24.14)},
		},
		Cores: &coresCost{Messages: 11_000, One: scan(3), Two: scan(1.5)},
		Stage: []stageCost{{"rules", "Check", 123456, 10, 1}},
	}
}

func TestTable(t *testing.T) {
	for lang, want := range map[string][]string{
		"en": {"70 ms, CPU 140 ms", "82,932", "0.50", "≤ 80 ms yes", "1.20", "≤ 1.15 no", "2.00", "123,456"},
		"de": {"82.932", "0,50", "≤ 80 ms ja", "1,20", "≤ 1,15 nein", "2,00", "123.456"},
	} {
		var b bytes.Buffer
		if err := sample().write(&b, textsFor(lang)); err != nil {
			t.Fatal(err)
		}
		for _, w := range want {
			if !strings.Contains(strings.Join(strings.Fields(b.String()), " "), w) {
				t.Errorf("%s lacks %q:\n%s", lang, w, b.String())
			}
		}
	}
}

func TestParseStages(t *testing.T) {
	got := parseStages(`goos: linux
pkg: github.com/chatlint/chatlint/rules
BenchmarkCheck-2   	   10000	     12345 ns/op	     81000 messages/s	     512 B/op	       3 allocs/op
BenchmarkOther     	   10000	     12345 ns/op
PASS
`)
	if want := (stageCost{"rules", "Check-2", 81000, 512, 3}); len(got) != 1 || got[0] != want {
		t.Errorf("got %+v, want only %+v", got, want)
	}
}

// TestRun measures with the test binary's own generator and a program in place
// of chatlint, to see that every figure arrives.
func TestRun(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("needs a shell")
	}
	script := filepath.Join(t.TempDir(), "chatlint")
	if err := os.WriteFile(script, []byte("#!/bin/sh\necho finding\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	m := meter{mix: testMix, sizes: []int{1500, 3000}, attempts: 1, json: true, binary: script, dir: dir}
	src, err := testSource()
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{startSize, 1500, 3000} {
		var b bytes.Buffer
		if err := m.mix.write(&b, src, n); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(m.exportName(n), b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := m.run(context.Background(), &out); err != nil {
		t.Fatal(err)
	}
	var f figures
	if err := json.Unmarshal(out.Bytes(), &f); err != nil {
		t.Fatal(err)
	}
	if len(f.Sizes) != 2 || f.Sizes[1].Messages != 3000 || f.Sizes[1].Bytes == 0 || f.Sizes[1].Scan.Wall == 0 || f.Sizes[1].Gzip.Wall == 0 || f.Start.Wall == 0 {
		t.Errorf("figures %+v", f)
	}
	if f.Cores != nil && !f.Cores.SameBytes {
		t.Error("the output is the same and said to differ")
	}
}

func TestSettings(t *testing.T) {
	good := meter{mix: testMix, sizes: []int{10}, attempts: 1}
	if err := good.valid(); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*meter){
		"no size":    func(m *meter) { m.sizes = nil },
		"size 0":     func(m *meter) { m.sizes = []int{0} },
		"too large":  func(m *meter) { m.sizes = []int{5_000_001} },
		"no attempt": func(m *meter) { m.attempts = 0 },
		"bad mix":    func(m *meter) { m.mix.Media = 2 },
	} {
		m := good
		change(&m)
		if m.valid() == nil {
			t.Errorf("%s is accepted", name)
		}
	}
}

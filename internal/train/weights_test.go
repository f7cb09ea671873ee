package train

import (
	"os"
	"path/filepath"
	"testing"
)

func TestLoadWeights(t *testing.T) {
	heavy, plain := t.TempDir(), t.TempDir()
	content := "# a comment\n\na.jsonl 3 # and another\nb.jsonl 0.5\n"
	if err := os.WriteFile(filepath.Join(heavy, WeightsName), []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	w, err := LoadWeights([]string{filepath.Join(heavy, "a.jsonl"), filepath.Join(plain, "c.jsonl")})
	if err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]float64{"a.jsonl": 3, "elsewhere/b.jsonl": 0.5, "c.jsonl": 1, "": 1} {
		if got := w.Of(file); got != want {
			t.Errorf("%q weighs %g, want %g", file, got, want)
		}
	}
}

func TestLoadWeightsRejects(t *testing.T) {
	for _, line := range []string{"a.jsonl", "a.jsonl x", "a.jsonl 0", "a.jsonl -1", "a.jsonl NaN", "a.jsonl 1 2", "3"} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, WeightsName), []byte("b.jsonl 2\n"+line+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if w, err := LoadWeights([]string{filepath.Join(dir, "a.jsonl")}); err == nil {
			t.Errorf("%q is taken for %v", line, w)
		}
	}
}

// A message of weight counts as much more as it says.
func TestImportance(t *testing.T) {
	tr := &trainer{opt: quick}
	for _, tt := range []struct {
		natural bool
		weight  float64
		want    float32
	}{{false, 1, 1}, {true, 1, 1.5}, {false, 3, 3}, {true, 2, 3}} {
		if got := tr.importance(&sample{Lesson: &Lesson{Natural: tt.natural, Weight: tt.weight}}); got != tt.want {
			t.Errorf("natural %t, weight %g: %g, want %g", tt.natural, tt.weight, got, tt.want)
		}
	}
}

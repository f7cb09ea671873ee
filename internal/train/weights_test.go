package train

import (
	"os"
	"path/filepath"
	"testing"
)

// weighed makes a folder of two labelled files and these weights.
func weighed(t *testing.T, weights string) string {
	t.Helper()
	folder := t.TempDir()
	for name, content := range map[string]string{"a.jsonl": "", "b.jsonl": "", WeightsName: weights} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func TestLoadWeights(t *testing.T) {
	folder, other := weighed(t, "# a comment\n\na.jsonl 3 # and another\nb.jsonl 0.5\n"), t.TempDir()
	w, err := LoadWeights([]string{filepath.Join(folder, "a.jsonl"), filepath.Join(folder, "b.jsonl"), filepath.Join(other, "a.jsonl")})
	if err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]float64{
		folder + "/a.jsonl": 3, folder + "/./b.jsonl": 0.5, folder + "/c.jsonl": 1, other + "/a.jsonl": 1, "": 1,
	} {
		if got := w.Of(file); got != want {
			t.Errorf("%q weighs %g, want %g", file, got, want)
		}
	}
}

func TestLoadWeightsRejects(t *testing.T) {
	for _, line := range []string{"a.jsonl", "a.jsonl x", "a.jsonl 0", "a.jsonl -1", "a.jsonl NaN", "a.jsonl 1 2", "3", "c.jsonl 2"} {
		folder := weighed(t, "b.jsonl 2\n"+line+"\n")
		if w, err := LoadWeights([]string{filepath.Join(folder, "a.jsonl")}); err == nil {
			t.Errorf("%q is taken for %v", line, w)
		}
	}
}

// The weights of the project's own chats can be read and still name their files.
func TestShippedWeights(t *testing.T) {
	const first = "../../testdata/labelled/d1.jsonl"
	if w, err := LoadWeights([]string{first}); err != nil || w.Of(first) <= 1 {
		t.Errorf("%s weighs %g, %v", first, w.Of(first), err)
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

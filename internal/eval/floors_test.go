package eval

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chatlint/chatlint/rules"
)

var recordFloors = flag.Bool("record", false, "write the floors anew from what is measured now")

const (
	labelledDir = "../../testdata/labelled"
	floorsFile  = labelledDir + "/floors.json"
	recordHint  = "if the change is worth it, record the floors anew: go test ./internal/eval -run TestFloors -record"
)

// gated lists the headline figures that have a floor. Precision and recall by
// themselves have none: a change may trade one for the other.
var gated = []string{
	"finding_f1", "flag_low_f1", "flag_medium_f1", "severity_exact", "false_alarms", "span_exact_f1", "span_overlap_f1",
}

// TestFloors keeps the figures on the test part from falling. A floor lies a
// little below what was measured when it was recorded: a smaller step is within
// the noise of some thousand messages, and floors do not follow it down.
func TestFloors(t *testing.T) {
	measured := measureTestPart(t)
	if *recordFloors {
		writeFloors(t, measured)
		return
	}
	floors := readFloors(t)
	for _, name := range slices.Sorted(maps.Keys(floors)) {
		got, ok := measured[name]
		if !ok {
			t.Errorf("%s is not measured any more", name)
			continue
		}
		if worse(name, got, floors[name]) {
			t.Errorf("%s is %.4f, worse than %.2f", name, got, floors[name])
		}
	}
	for name := range measured {
		if _, ok := floors[name]; !ok {
			t.Errorf("%s has no floor", name)
		}
	}
	if t.Failed() {
		t.Log(recordHint)
	}
}

// builtinAndLabelled returns all labelled chats and the built-in engine.
func builtinAndLabelled(t *testing.T) ([]*Chat, *rules.Engine) {
	t.Helper()
	files, err := filepath.Glob(labelledDir + "/*.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatalf("no labelled chats in %s: %v", labelledDir, err)
	}
	chats, err := Load(files, "")
	if err != nil {
		t.Fatal(err)
	}
	engine, err := rules.Load(rules.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return chats, engine
}

// measureTestPart returns the figures of the built-in rules on the test part:
// the gated ones of every slice, and F1 per category and span type.
func measureTestPart(t *testing.T) map[string]float64 {
	t.Helper()
	chats, engine := builtinAndLabelled(t)
	r := run(t, chats, NewPredictor(engine), Options{Part: Test})
	if len(r.Slices) != len(slicing) {
		t.Fatalf("the test part has %d of %d slices", len(r.Slices), len(slicing))
	}
	out := map[string]float64{}
	for _, s := range r.Slices {
		for _, f := range s.Figures {
			if slices.Contains(gated, f.Name) {
				out[s.Name+"/"+f.Name] = f.Value
			}
		}
	}
	for _, c := range r.Slices[0].Categories {
		out["category/"+string(c.Category)] = c.F1
	}
	for _, s := range r.Slices[0].Spans {
		out["span/"+string(s.Type)] = s.Overlap.F1
	}
	return out
}

// isRate reports whether the figure counts per 1,000 and should be low.
func isRate(name string) bool {
	base := filepath.Base(name)
	return slices.ContainsFunc(figures, func(f figureOf) bool { return f.name == base && f.kind == rate })
}

func worse(name string, got, floor float64) bool {
	if isRate(name) {
		return got > floor
	}
	return got < floor
}

// The distance of a floor from the measured figure. The counts behind a single
// category or span type are small.
const (
	slack       = 0.02
	slackOfFew  = 0.05
	slackOfRate = 10 // per 1,000
)

// floorOf returns the floor of a figure with two decimals, that of a rate as a
// whole number.
func floorOf(name string, value float64) float64 {
	switch {
	case isRate(name):
		return math.Ceil(value + slackOfRate)
	case strings.HasPrefix(name, "category/"), strings.HasPrefix(name, "span/"):
		value -= slackOfFew
	default:
		value -= slack
	}
	return max(0, math.Floor(value*100)/100)
}

func readFloors(t *testing.T) map[string]float64 {
	t.Helper()
	raw, err := os.ReadFile(floorsFile)
	if errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("no floors: %s", recordHint)
	}
	if err != nil {
		t.Fatal(err)
	}
	floors := map[string]float64{}
	if err := json.Unmarshal(raw, &floors); err != nil {
		t.Fatalf("%s: %v", floorsFile, err)
	}
	return floors
}

func writeFloors(t *testing.T, measured map[string]float64) {
	t.Helper()
	floors := map[string]float64{}
	for name, v := range measured {
		floors[name] = floorOf(name, v)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b) // sorts the keys
	enc.SetIndent("", "  ")
	if err := enc.Encode(floors); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(floorsFile, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	text, before, after := readmeTable(t)
	text = text[:before] + tableOf(floors) + text[after:]
	if err := os.WriteFile(readme, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	fmt.Printf("recorded %d floors in %s and %s\n", len(floors), floorsFile, readme)
}

// The README shows the floors of the figures that matter to a reader.
const (
	readme     = "../../README.md"
	tableStart = "<!-- floors -->\n"
	tableEnd   = "<!-- /floors -->"
)

// readmeTable returns the README and where its table of floors starts and ends.
func readmeTable(t *testing.T) (text string, start, end int) {
	t.Helper()
	raw, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	text = string(raw)
	start = strings.Index(text, tableStart) + len(tableStart)
	end = strings.Index(text, tableEnd)
	if start < len(tableStart) || end < start {
		t.Fatalf("%s holds no place for the floors", readme)
	}
	return text, start, end
}

func tableOf(floors map[string]float64) string {
	var b strings.Builder
	b.WriteString("| | alle | deutsch | englisch |\n|---|---|---|---|\n")
	for _, row := range []struct{ title, figure, layout string }{
		{"Funde, F1", "finding_f1", "≥ %.2f"},
		{"Nachrichten ab `medium`, F1", "flag_medium_f1", "≥ %.2f"},
		{"Schweregrad genau getroffen", "severity_exact", "≥ %.2f"},
		{"falsch gemeldet je 1000 harmlose", "false_alarms", "≤ %.0f"},
		{"Namen, Nummern, Adressen, F1", "span_overlap_f1", "≥ %.2f"},
	} {
		fmt.Fprintf(&b, "| %s |", row.title)
		for _, slice := range []string{"all", "de", "en"} {
			fmt.Fprintf(&b, " "+row.layout+" |", floors[slice+"/"+row.figure])
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestReadmeShowsTheFloors(t *testing.T) {
	text, start, end := readmeTable(t)
	if got, want := text[start:end], tableOf(readFloors(t)); got != want {
		t.Errorf("the README shows\n%swant\n%s%s", got, want, recordHint)
	}
}

func TestFloorRule(t *testing.T) {
	for _, c := range []struct {
		name       string
		got, floor float64
		worse      bool
	}{
		{"all/finding_f1", 0.499, 0.50, true},
		{"all/finding_f1", 0.50, 0.50, false},
		{"de/false_alarms", 21, 20, true},
		{"de/false_alarms", 19, 20, false},
		{"category/health", 0.3, 0.4, true},
	} {
		if got := worse(c.name, c.got, c.floor); got != c.worse {
			t.Errorf("worse(%s, %v, %v) = %v", c.name, c.got, c.floor, got)
		}
		if worse(c.name, c.got, floorOf(c.name, c.got)) {
			t.Errorf("%s = %v is worse than its own floor", c.name, c.got)
		}
	}
}

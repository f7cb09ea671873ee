// Package archtest holds the rules about the shape of the code that no
// compiler checks: which package may import which, what the core may touch, and
// that the documents speak of things that exist.
package archtest

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/chatlint/chatlint"

// mayImport lists, per area of the tree, the areas it may import beside itself.
// An area is a folder with everything below it; a new one needs a line here.
// Read from the top, it is the path of a message through the program.
var mayImport = map[string][]string{
	"chat":                  {"internal/digits"},
	"detector":              {"internal/digits"},
	"rules":                 {"chat", "detector"},
	"internal/people":       {"chat", "rules", "internal/blocks"},
	"internal/lint":         {"chat", "detector", "rules", "internal/blocks", "internal/pairs", "internal/people"},
	"internal/redact":       {"chat", "detector", "rules", "internal/blocks", "internal/pairs", "internal/people", "internal/digits"},
	"report":                {"chat", "detector", "rules", "internal/lint", "internal/locale"},
	"internal/explain":      {"chat", "detector", "rules", "internal/lint", "report", "internal/locale"},
	"internal/locale":       {},
	"internal/suggest":      {},
	"internal/blocks":       {},
	"internal/pairs":        {},
	"internal/digits":       {},
	"internal/config":       {"internal/suggest"},
	"internal/eval":         {"chat", "detector", "rules"},
	"internal/train":        {"chat", "detector", "rules", "internal/eval"},
	"detector/tagger/train": {"detector", "internal/eval"},
	"internal/archtest":     {},
	"cmd":                   {"chat", "detector", "rules", "report", "internal"},
}

// core lists the areas that also run inside a web page: no cgo, no network, no
// other program, no clock and no environment.
var core = []string{"chat", "detector", "rules", "report", "internal/people", "internal/lint", "internal/redact"}

// onlyIn lists the areas that alone may import a module or package, so that a
// library stands behind one door and the program ships no training code.
var onlyIn = map[string][]string{
	"github.com/spf13/cobra":     {"cmd"},
	"github.com/spf13/viper":     {"internal/config"},
	"github.com/fatih/color":     {"report", "cmd"},
	"github.com/jdkato/prose/v2": {"detector"},
	"codeberg.org/go-pdf/fpdf":   {"report"},
	"github.com/cheggaaa/pb/v3":  {"cmd"},

	"os/exec": {"cmd/chatlint-bench", "cmd/chatlint-train"}, // chatlint starts no other program

	module + "/internal/train":           {"cmd/chatlint-train"},
	module + "/detector/tagger/train":    {"cmd/chatlint-train"},
	module + "/detector/gazetteer/build": {"cmd/chatlint-train", "detector/tagger/train"},
	module + "/detector/spelling/build":  {"cmd/chatlint-train"},
}

// closedToCore lists what the core may not reach, not even through a library.
// Whatever opens a connection reaches net.
var closedToCore = []string{"net", "os/exec", "os/signal", "plugin", "C"}

// harmless lists the packages below net that open no connection.
var harmless = []string{"net/netip", "net/url"}

// listed is what go list tells about a package.
type listed struct {
	ImportPath string
	Dir        string
	GoFiles    []string
	CgoFiles   []string
	Imports    []string
	Deps       []string
	DepsErrors []struct{ Err string }
}

func (p listed) path() string { return strings.TrimPrefix(p.ImportPath, module+"/") }

// list runs go list at the root of the module.
func list(t *testing.T, env []string, patterns ...string) []listed {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-e",
		"-json=ImportPath,Dir,GoFiles,CgoFiles,Imports,Deps,DepsErrors"}, patterns...)...)
	cmd.Dir = "../.."
	cmd.Env = append(os.Environ(), env...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.String())
	}
	var all []listed
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// within reports whether a package path lies in an area.
func within(path, area string) bool {
	return path == area || strings.HasPrefix(path, area+"/")
}

// area returns the innermost area that a package path lies in.
func area(path string) (string, bool) {
	home := ""
	for a := range mayImport {
		if within(path, a) && len(a) > len(home) {
			home = a
		}
	}
	return home, home != ""
}

// lies reports whether a package path lies in one of the areas.
func lies(path string, areas []string) bool {
	return slices.ContainsFunc(areas, func(a string) bool { return within(path, a) })
}

// violations names the imports of a package that no table allows.
func violations(p listed) []string {
	home, ok := area(p.path())
	if !ok {
		return []string{"is in no area: give it a line in mayImport"}
	}
	var out []string
	for _, i := range p.Imports {
		for mod, doors := range onlyIn {
			if within(i, mod) && !lies(p.path(), doors) {
				out = append(out, "imports "+i+", which only "+strings.Join(doors, " and ")+" may")
			}
		}
		if within(i, "net") && !slices.Contains(harmless, i) {
			out = append(out, "imports "+i+": nothing may leave the machine")
		}
		other, ours := strings.CutPrefix(i, module+"/")
		if !ours || within(other, home) {
			continue
		}
		if !lies(other, mayImport[home]) {
			out = append(out, "imports "+other)
		}
	}
	if lies(p.path(), core) {
		for _, d := range append(p.Deps, p.Imports...) {
			if slices.Contains(closedToCore, d) {
				out = append(out, "reaches "+d+", which is closed to the core")
			}
		}
		if len(p.CgoFiles) > 0 {
			out = append(out, "uses cgo")
		}
	}
	return out
}

func TestImports(t *testing.T) {
	packages := list(t, nil, "./...")
	if len(packages) < 4 {
		t.Fatalf("go list names %d packages only", len(packages))
	}
	for _, p := range packages {
		for _, v := range violations(p) {
			t.Errorf("%s %s", p.path(), v)
		}
	}
}

// networked lists the libraries of the program that import the network, which
// nothing in the program makes them use; TestNoSocket of cmd/chatlint watches
// that. A new one needs a look before it gets a line here.
var networked = map[string]string{
	"github.com/spf13/pflag":              "types of flags that hold addresses",
	"github.com/spf13/afero":              "a file system that serves HTTP, of which viper uses the one of the disk",
	"github.com/go-viper/mapstructure/v2": "decoding of addresses",
}

// isStandard reports whether a package belongs to Go: its path names no host.
func isStandard(path string) bool {
	host, _, _ := strings.Cut(path, "/")
	return !strings.Contains(host, ".")
}

// TestNetworkedLibraries keeps the list above complete and free of what is gone.
func TestNetworkedLibraries(t *testing.T) {
	found := map[string]bool{}
	for _, p := range list(t, nil, "-deps", "./cmd/chatlint") {
		if isStandard(p.ImportPath) {
			continue
		}
		for _, i := range p.Imports {
			if within(i, "net") && !slices.Contains(harmless, i) {
				found[p.ImportPath] = true
			}
		}
	}
	for path := range found {
		if networked[path] == "" {
			t.Errorf("%s imports the network", path)
		}
	}
	for path := range networked {
		if !found[path] {
			t.Errorf("%s imports the network no more", path)
		}
	}
}

func TestCoreFitsTheBrowser(t *testing.T) {
	var patterns []string
	for _, a := range core {
		patterns = append(patterns, "./"+a+"/...")
	}
	for _, p := range list(t, []string{"GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0"}, patterns...) {
		for _, e := range p.DepsErrors {
			t.Errorf("%s for js/wasm: %s", p.path(), e.Err)
		}
	}
}

// The tables are only as good as the code that reads them.
func TestViolations(t *testing.T) {
	for _, c := range []struct {
		name string
		p    listed
		want string
	}{
		{"own area", listed{ImportPath: module + "/detector", Imports: []string{module + "/detector/gazetteer"}}, ""},
		{"allowed", listed{ImportPath: module + "/rules", Imports: []string{module + "/chat", "time"}}, ""},
		{"inner area", listed{ImportPath: module + "/detector/tagger/train", Imports: []string{module + "/internal/eval"}}, ""},
		{"upwards", listed{ImportPath: module + "/chat", Imports: []string{module + "/rules"}}, "imports rules"},
		{"sideways", listed{ImportPath: module + "/chat", Imports: []string{module + "/detector"}}, "imports detector"},
		{"no area", listed{ImportPath: module + "/util"}, "is in no area"},
		{"like an area", listed{ImportPath: module + "/chatter"}, "is in no area"},
		{"other door", listed{ImportPath: module + "/cmd/chatlint", Imports: []string{"github.com/spf13/viper"}}, "which only internal/config may"},
		{"network", listed{ImportPath: module + "/report", Deps: []string{"net/netip", "net"}}, "reaches net,"},
		{"addresses", listed{ImportPath: module + "/detector", Deps: []string{"net/netip"}}, ""},
		{"network of a library outside the core", listed{ImportPath: module + "/internal/config", Deps: []string{"net"}}, ""},
		{"own network outside the core", listed{ImportPath: module + "/internal/config", Imports: []string{"net/http"}}, "nothing may leave"},
		{"own use of addresses", listed{ImportPath: module + "/internal/config", Imports: []string{"net/url"}}, ""},
		{"cgo", listed{ImportPath: module + "/chat", CgoFiles: []string{"x.go"}}, "uses cgo"},
	} {
		got := strings.Join(violations(c.p), "; ")
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

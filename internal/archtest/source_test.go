package archtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"testing"
)

// impure lists the functions that would make the core depend on when and where
// it runs.
var impure = map[string][]string{
	"time": {"Now", "Since", "Until", "After", "Tick", "NewTimer", "NewTicker", "Sleep", "Local"},
	"os":   {"Getenv", "LookupEnv", "Environ", "ExpandEnv", "Getwd", "Hostname", "Exit", "Args", "Stdin", "Stdout", "Stderr"},
}

// sockets lists the functions that open a connection without the package net.
var sockets = map[string][]string{
	"syscall":                  {"Socket", "Socketpair", "Connect", "Bind", "Sendto", "Syscall", "Syscall6", "RawSyscall", "RawSyscall6"},
	"golang.org/x/sys/unix":    {"Socket", "Socketpair", "Connect", "Bind", "Sendto", "Syscall", "Syscall6", "RawSyscall", "RawSyscall6"},
	"golang.org/x/sys/windows": {"Socket", "Connect", "Bind", "WSASocket"},
}

// uses names the functions of a table that a file uses, with their position.
func uses(table map[string][]string, fset *token.FileSet, f *ast.File) []string {
	imported := map[string]string{}
	for _, spec := range f.Imports {
		path, _ := strconv.Unquote(spec.Path.Value) // the parser has checked it
		name := filepath.Base(path)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		imported[name] = path
	}
	var out []string
	ast.Inspect(f, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		pkg, ok := sel.X.(*ast.Ident)
		if !ok {
			return true
		}
		for _, name := range table[imported[pkg.Name]] {
			if sel.Sel.Name == name {
				out = append(out, fset.Position(sel.Pos()).String()+": "+pkg.Name+"."+name)
			}
		}
		return true
	})
	return out
}

func TestSource(t *testing.T) {
	files := 0
	for _, p := range list(t, nil, "./...") {
		for _, name := range p.GoFiles {
			fset := token.NewFileSet()
			f, err := parser.ParseFile(fset, filepath.Join(p.Dir, name), nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			for _, i := range uses(sockets, fset, f) {
				t.Errorf("%s: nothing may leave the machine", i)
			}
			if !lies(p.path(), core) {
				continue
			}
			files++
			for _, i := range uses(impure, fset, f) {
				t.Errorf("%s in the core", i)
			}
		}
	}
	if files == 0 {
		t.Fatal("no file of the core was read")
	}
}

func TestUses(t *testing.T) {
	for src, want := range map[string]int{
		`import "time"; var x = time.Now()`:           1,
		`import clock "time"; var x = clock.Now()`:    1,
		`import "os"; var x = os.Getenv("HOME")`:      1,
		`import "time"; var x time.Time`:              0,
		`type t struct{ Now int }; var x = t{}.Now`:   0,
		`import "os"; var x = os.ErrNotExist`:         0,
		`import "syscall"; var x = syscall.ENOSPC`:    0,
		`import "syscall"; var x = syscall.Socket`:    1,
		`import "time"; var f = time.Date; var _ = f`: 0,
	} {
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, "x.go", "package x; "+src, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := append(uses(impure, fset, f), uses(sockets, fset, f)...); len(got) != want {
			t.Errorf("%s: %v, want %d", src, got, want)
		}
	}
}

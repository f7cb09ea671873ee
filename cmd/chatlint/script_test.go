package main

import (
	"archive/zip"
	"errors"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"chatlint": main})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "../../testdata/script",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code":     cmdCode,
			"closed":   cmdClosed,
			"hook":     cmdHook,
			"longline": cmdLongLine,
			"locked":   cmdLocked,
			"zipped":   cmdZipped,
		},
		Condition: func(name string) (bool, error) {
			if name == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, errors.New("unknown condition " + name)
		},
		RequireUniqueNames: true,
	})
}

// cmdCode runs a command and compares its exit code: code 2 chatlint scan.
func cmdCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N COMMAND [ARG...]")
	}
	compareCode(ts, args[0], ts.Exec(args[1], args[2:]...))
}

// cmdClosed is code for a command whose standard output nobody reads.
func cmdClosed(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: closed N COMMAND [ARG...]")
	}
	r, w, err := os.Pipe()
	ts.Check(err)
	ts.Check(r.Close())
	defer w.Close()
	path, err := exec.LookPath(args[1])
	if err != nil {
		path = ts.MkAbs(args[1])
	}
	cmd := exec.Command(path, args[2:]...)
	var stderr strings.Builder
	cmd.Dir, cmd.Stdout, cmd.Stderr = ts.MkAbs("."), w, &stderr
	err = cmd.Run()
	ts.Logf("[stderr]\n%s", stderr.String())
	compareCode(ts, args[0], err)
}

func compareCode(ts *testscript.TestScript, want string, err error) {
	code := 0
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		code = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if want != strconv.Itoa(code) {
		ts.Fatalf("exit code %d, want %s", code, want)
	}
}

// cmdLongLine appends a message of so many bytes to a chat: longline FILE N.
func cmdLongLine(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_APPEND|os.O_WRONLY, 0)
	ts.Check(err)
	_, err = f.WriteString("11.03.24, 09:00 - Jana: " + strings.Repeat("ja ", n/3) + "\n")
	ts.Check(errors.Join(err, f.Close()))
}

// cmdLocked makes a zip that says it needs a password: locked FILE.
func cmdLocked(ts *testscript.TestScript, _ bool, args []string) {
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	z := zip.NewWriter(f)
	const encrypted = 1 // bit 0 of the general purpose flags
	w, err := z.CreateRaw(&zip.FileHeader{Name: "_chat.txt", Flags: encrypted, CompressedSize64: 20, UncompressedSize64: 8})
	ts.Check(err)
	_, err = w.Write(make([]byte, 20))
	ts.Check(errors.Join(err, z.Close(), f.Close()))
}

// cmdZipped puts files into a zip: zipped ZIP FILE...
func cmdZipped(ts *testscript.TestScript, _ bool, args []string) {
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	z := zip.NewWriter(f)
	for _, name := range args[1:] {
		w, err := z.Create(name)
		ts.Check(err)
		_, err = w.Write([]byte(ts.ReadFile(name)))
		ts.Check(err)
	}
	ts.Check(errors.Join(z.Close(), f.Close()))
}

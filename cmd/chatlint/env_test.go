package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// testEnv is an environment without anything in it.
func testEnv(t *testing.T) (Env, *bytes.Buffer, *bytes.Buffer) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	return Env{
		Stdin:        strings.NewReader(""),
		Stdout:       &stdout,
		Stderr:       &stderr,
		LookupEnv:    func(string) (string, bool) { return "", false },
		SystemLocale: func() string { return "" },
		Dir:          t.TempDir(),
	}, &stdout, &stderr
}

const sample = "11.03.24, 07:01 - Jana: Moin\n11.03.24, 07:02 - Jana: Kevin hat sich krank gemeldet\n"

func writeFile(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// tempFiles lists what chatlint left in the folder for temporary files.
func tempFiles(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(os.TempDir(), "chatlint-*"))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestPersonalDataOnlyOnScreen(t *testing.T) {
	tests := map[string]struct {
		tty  bool
		args []string
		want bool
	}{
		"screen":          {true, []string{"scan", "chat.txt"}, true},
		"pipe":            {false, []string{"scan", "chat.txt"}, false},
		"json on screen":  {true, []string{"scan", "-f", "json", "chat.txt"}, false},
		"asked for":       {false, []string{"scan", "--reveal", "chat.txt"}, true},
		"asked not to":    {true, []string{"scan", "--reveal=false", "chat.txt"}, false},
		"check on screen": {true, []string{"check", "chat.txt"}, false},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			env, stdout, stderr := testEnv(t)
			env.StdoutTTY = test.tty
			writeFile(t, env.Dir, "chat.txt", sample)
			if code := env.Run(t.Context(), test.args); code > exitFindings {
				t.Fatalf("exit code %d: %s", code, stderr)
			}
			if got := strings.Contains(stdout.String(), "Kevin"); got != test.want {
				t.Errorf("shows the name: %v, want %v\n%s", got, test.want, stdout)
			}
		})
	}
}

func TestLanguage(t *testing.T) {
	tests := map[string]struct {
		env    map[string]string
		system string
		args   []string
		want   string
	}{
		"none known":          {nil, "", nil, "error:"},
		"operating system":    {nil, "de-DE", nil, "Fehler:"},
		"variable wins":       {map[string]string{"LANG": "en_US.UTF-8"}, "de-DE", nil, "error:"},
		"own variable":        {map[string]string{"LANG": "en_US.UTF-8", "CHATLINT_LANG": "de"}, "", nil, "Fehler:"},
		"flag":                {map[string]string{"CHATLINT_LANG": "de"}, "", []string{"--lang", "en"}, "error:"},
		"flag with =":         {nil, "", []string{"--lang=de"}, "Fehler:"},
		"not behind --":       {nil, "", []string{"--", "--lang=de"}, "error:"},
		"unknown is reported": {nil, "", []string{"--lang=fr"}, "error:"},
	}
	for name, test := range tests {
		env, _, stderr := testEnv(t)
		env.LookupEnv = func(name string) (string, bool) { v, ok := test.env[name]; return v, ok }
		env.SystemLocale = func() string { return test.system }
		env.Run(t.Context(), append([]string{"scan", "missing.txt"}, test.args...))
		if !strings.HasPrefix(stderr.String(), test.want) {
			t.Errorf("%s: got %q, want %s", name, stderr, test.want)
		}
	}
}

// endless is an input that ends no more than a keyboard does.
type endless struct {
	chunk []byte        // what it gives first, again and again
	left  int           // how many times
	stop  chan struct{} // blocks until the test ends
}

func (e *endless) Read(p []byte) (int, error) {
	if e.left == 0 {
		<-e.stop
		return 0, io.EOF
	}
	e.left--
	return copy(p, e.chunk), nil
}

func TestInterruptEndsSoonAndCleanly(t *testing.T) {
	for name, size := range map[string]int{"in memory": 1 << 10, "in a file": spoolLimit + 1<<20} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("TMPDIR", t.TempDir())
			env, stdout, stderr := testEnv(t)
			stop := make(chan struct{})
			t.Cleanup(func() { close(stop) })
			chunk := bytes.Repeat([]byte("x"), 1<<10)
			env.Stdin = &endless{chunk: chunk, left: size / len(chunk), stop: stop}
			ctx, cancel := context.WithCancel(t.Context())
			time.AfterFunc(50*time.Millisecond, cancel)
			start := time.Now()
			code := env.Run(ctx, []string{"scan", "-o", "report.txt", "-"})
			if code != exitInterrupted || stderr.String() != "error: interrupted\n" || stdout.Len() > 0 {
				t.Errorf("exit code %d, stdout %q, stderr %q", code, stdout, stderr)
			}
			if d := time.Since(start); d > 2*time.Second {
				t.Errorf("took %v", d)
			}
			if left := tempFiles(t); len(left) > 0 {
				t.Errorf("left %v", left)
			}
			if left, _ := os.ReadDir(env.Dir); len(left) > 0 {
				t.Errorf("left %v beside the report", left)
			}
		})
	}
}

func TestLargeStandardInput(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	env, stdout, stderr := testEnv(t)
	line := "11.03.24, 07:02 - Jana: " + strings.Repeat("x", 1<<20) + "\n"
	env.Stdin = strings.NewReader(strings.Repeat(line, 10))
	if code := env.Run(t.Context(), []string{"inspect", "-"}); code != exitOK {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	if got := bytes.Count(stdout.Bytes(), []byte("\n")); got != 10 {
		t.Errorf("%d messages, want 10", got)
	}
	if left := tempFiles(t); len(left) > 0 {
		t.Errorf("left %v", left)
	}
}

// failing is a stream that breaks after some bytes.
type failing struct {
	after int
	err   error
}

func (f *failing) Write(p []byte) (int, error) {
	if f.after -= len(p); f.after < 0 {
		return 0, f.err
	}
	return len(p), nil
}

func TestBrokenOutput(t *testing.T) {
	for _, test := range []struct {
		err  error
		want string
	}{
		{syscall.EPIPE, "error: the output was closed before everything was written\n"},
		{syscall.ENOSPC, "error: the output could not be written\nhint: the disk is full\n"},
		{errors.New("odd"), "error: the output could not be written\n"},
	} {
		for _, args := range [][]string{{"inspect", "chat.txt"}, {"scan", "chat.txt"}, {"version"}, {"help"}, {"rules", "list"}, {"completion", "bash"}} {
			env, _, stderr := testEnv(t)
			env.Stdout = &failing{err: test.err}
			writeFile(t, env.Dir, "chat.txt", sample)
			if code := env.Run(t.Context(), args); code != exitFailed || stderr.String() != test.want {
				t.Errorf("%v, %v: exit code %d, stderr %q", args, test.err, code, stderr)
			}
		}
	}
}

func TestUnreadableStandardInput(t *testing.T) {
	env, _, stderr := testEnv(t)
	env.Stdin = io.MultiReader(strings.NewReader(sample), errorReader{})
	if code := env.Run(t.Context(), []string{"scan", "-"}); code != exitFailed || stderr.String() != "error: standard input cannot be read\n" {
		t.Errorf("exit code %d, stderr %q", code, stderr)
	}
}

type errorReader struct{}

func (errorReader) Read([]byte) (int, error) { return 0, syscall.EIO }

func TestPrintable(t *testing.T) {
	for in, want := range map[string]string{
		"Büro 42.txt":  "Büro 42.txt",
		"a\x1b[31mb":   `a\x1b[31mb`,
		"a\nb\tc\x00":  `a\nb\tc\x00`,
		"a\u202eb":     `a\u202eb`,
		"a\xff\x01":    `a\xff\x01`,
		"👍🏽 é \u00a0x": `👍🏽 é \u00a0x`,
	} {
		if got := printable(in); got != want {
			t.Errorf("printable(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestColours(t *testing.T) {
	tests := map[string]struct {
		when string
		env  map[string]string
		tty  bool
		want bool
	}{
		"terminal":              {"", nil, true, true},
		"pipe":                  {"", nil, false, false},
		"auto":                  {"auto", nil, true, true},
		"NO_COLOR":              {"", map[string]string{"NO_COLOR": "1"}, true, false},
		"empty NO_COLOR":        {"", map[string]string{"NO_COLOR": ""}, true, true},
		"dumb terminal":         {"", map[string]string{"TERM": "dumb"}, true, false},
		"never":                 {"never", nil, true, false},
		"always beats a pipe":   {"always", nil, false, true},
		"always beats NO_COLOR": {"always", map[string]string{"NO_COLOR": "1"}, true, true},
	}
	for name, test := range tests {
		env, _, _ := testEnv(t)
		env.LookupEnv = func(name string) (string, bool) { v, ok := test.env[name]; return v, ok }
		c := newCommand(env, nil)
		c.when = test.when
		if got := c.colours(test.tty); got != test.want {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}

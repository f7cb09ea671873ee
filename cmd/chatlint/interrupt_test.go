package main

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestCtrlC interrupts a real process that waits for the rest of its input.
func TestCtrlC(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot send Ctrl-C there")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", t.TempDir())
	t.Setenv("LC_ALL", "de_DE.UTF-8")
	cmd := exec.Command(self, "scan", "-o", "bericht.txt", "-")
	cmd.Args[0] = "chatlint" // TestMain runs main under this name
	cmd.Dir = t.TempDir()
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	// The write returns when nearly all of it has gone into the temporary file.
	if _, err := stdin.Write(bytes.Repeat([]byte("x"), spoolLimit+1<<20)); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	exit, _ := errors.AsType[*exec.ExitError](cmd.Wait())
	if exit == nil || exit.ExitCode() != exitInterrupted || stderr.String() != "Fehler: abgebrochen\n" {
		t.Errorf("%v, stderr %q", exit, &stderr)
	}
	if d := time.Since(start); d > 2*time.Second {
		t.Errorf("took %v", d)
	}
	if left := tempFiles(t); len(left) > 0 {
		t.Errorf("left %v", left)
	}
	if left, _ := os.ReadDir(cmd.Dir); len(left) > 0 {
		t.Errorf("left %v", left)
	}
}

// stubborn is an input whose read ends only when it is let go.
type stubborn struct{ asked, letGo chan struct{} }

func (s stubborn) Read([]byte) (int, error) {
	close(s.asked)
	<-s.letGo
	return 0, context.Canceled
}

// A run that was given up says so once, also when it ends by itself later.
func TestGivenUpOnce(t *testing.T) {
	env, _, stderr := testEnv(t)
	in := stubborn{make(chan struct{}), make(chan struct{})}
	env.Stdin = in
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		<-in.asked
		cancel()
	}()
	if code := env.Run(ctx, []string{"scan", "-"}); code != exitInterrupted {
		t.Errorf("exit code %d", code)
	}
	said := stderr.String()
	close(in.letGo)
	time.Sleep(50 * time.Millisecond) // what a late end would take to be told
	if got := stderr.String(); got != said || strings.Count(got, "\n") != 1 {
		t.Errorf("said %q, then %q", said, got)
	}
}

// endsWithin is how soon an interrupted run ends. A busy machine may delay the
// process as a whole, so the best of several attempts counts.
const (
	endsWithin = 200 * time.Millisecond
	attempts   = 4
)

// TestCtrlCAtWork interrupts real processes in the middle of their work: each
// ends at once with its exit code and leaves no file behind.
func TestCtrlCAtWork(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot send Ctrl-C there")
	}
	dir := t.TempDir()
	text := bigExport(200_000)
	writeFile(t, dir, "chat.txt", text)
	writeFile(t, dir, "lang.txt", "11.03.24, 07:00 - Jana: "+strings.Repeat("Kevin ist krank, ruf 0171 2345678 an. ", 8<<20/39)+"\n11.03.24, 07:01 - Tom: ok\n")
	writeFile(t, dir, "chat.zip", string(zipOf(t, "_chat.txt", text)))
	for name, args := range map[string][]string{
		"scan":             {"scan", "-o", "out.json", "chat.txt"},
		"one long message": {"scan", "-o", "out.json", "lang.txt"},
		"zip":              {"scan", "-o", "out.json", "chat.zip"},
		"report":           {"report", "-o", "out.html,out.pdf", "chat.txt"},
		"inspect":          {"inspect", "-o", "out.jsonl", "chat.txt"},
		"redact":           {"redact", "-o", "out.txt", "chat.txt"},
		"redact zip":       {"redact", "-o", "out.zip", "chat.zip"},
	} {
		t.Run(name, func(t *testing.T) {
			best := time.Hour
			for range attempts {
				if best = min(best, interrupted(t, dir, args)); best <= endsWithin {
					return
				}
			}
			t.Errorf("took %v", best)
		})
	}
}

// interrupted starts the program on the files of a folder, interrupts it once
// its output is there and returns how long it took to end.
func interrupted(t *testing.T, dir string, args []string) time.Duration {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	before := listing(t, dir)
	temp := t.TempDir()
	cmd := exec.Command(self, args...)
	cmd.Args[0] = "chatlint" // TestMain runs main under this name
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "TMPDIR="+temp, "LC_ALL=de_DE.UTF-8")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(time.Minute); len(listing(t, dir)) == len(before) && time.Now().Before(deadline); {
		time.Sleep(5 * time.Millisecond)
	}
	time.Sleep(200 * time.Millisecond) // into the work
	start := time.Now()
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatalf("the run was over before it could be interrupted: %v", err)
	}
	exit, _ := errors.AsType[*exec.ExitError](cmd.Wait())
	took := time.Since(start)
	if exit == nil || exit.ExitCode() != exitInterrupted || stderr.String() != "Fehler: abgebrochen\n" {
		t.Errorf("%v, stderr %q", exit, &stderr)
	}
	if left := listing(t, temp); len(left) > 0 {
		t.Errorf("left %v", left)
	}
	if left := listing(t, dir); !slices.Equal(left, before) {
		t.Errorf("left %v, there was %v", left, before)
	}
	return took
}

func listing(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// bigExport is a chat of n messages, some of which hold personal data.
func bigExport(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "11.03.24, %02d:%02d - Jana: %s %d\n", i/60%24, i%60, []string{"Material ist da", "Kevin ist krank", "ruf 0171 2345678 an", "bis morgen"}[i%4], i)
	}
	return b.String()
}

func zipOf(t *testing.T, name, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

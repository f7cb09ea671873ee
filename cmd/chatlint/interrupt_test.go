package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"runtime"
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

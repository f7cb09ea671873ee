package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestRedactKilled kills real processes at all stages of their work: the output
// is the old one or the new one, never a part of it.
func TestRedactKilled(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("signals are not known there")
	}
	chatlint, dir := program(t), t.TempDir()
	writeFile(t, dir, "chat.txt", bigExport(4000))
	redact := func() *exec.Cmd {
		cmd := exec.Command(chatlint, "redact", "chat.txt", "-o", "out.txt", "--map", "map.json")
		cmd.Dir = dir
		return cmd
	}
	start := time.Now()
	if out, err := redact().CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	whole := time.Since(start)
	want := readFile(t, dir, "out.txt")
	table := readFile(t, dir, "map.json")
	const stages = 12
	old := 0
	for stage := range stages {
		writeFile(t, dir, "out.txt", "old")
		writeFile(t, dir, "map.json", "old")
		cmd := redact()
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(whole * time.Duration(stage) / (stages - 1))
		cmd.Process.Kill()
		cmd.Wait()
		switch got := readFile(t, dir, "out.txt"); got {
		case "old":
			old++
		case want:
			if readFile(t, dir, "map.json") != table {
				t.Errorf("stage %d: a new output without its table", stage)
			}
		default:
			t.Errorf("stage %d: the output has %d of %d bytes", stage, len(got), len(want))
		}
	}
	if old == 0 {
		t.Error("no process was killed in time")
	}
}

func readFile(t *testing.T, dir, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestRedactOnBadDisks writes to a file system that is too small, and to one that
// is read-only, as a process in its own name space sees it.
func TestRedactOnBadDisks(t *testing.T) {
	unshare, err := exec.LookPath("unshare")
	if err != nil || exec.Command(unshare, "-rm", "mount", "-t", "tmpfs", "tmpfs", t.TempDir()).Run() != nil {
		t.Skip("needs name spaces with mounts")
	}
	chatlint, dir := program(t), t.TempDir()
	writeFile(t, dir, "chat.txt", bigExport(4000))
	for name, test := range map[string]struct{ options, want string }{
		"full":      {"size=16k", "error: disk/out.txt: cannot be written\nhint: the disk is full\n"},
		"read-only": {"ro", "error: disk/out.txt: cannot be written\n"},
	} {
		disk := filepath.Join(dir, "disk")
		if err := os.MkdirAll(disk, 0o700); err != nil {
			t.Fatal(err)
		}
		// What is left on the disk is listed behind the exit code.
		cmd := exec.Command(unshare, "-rm", "sh", "-c", `mount -t tmpfs -o "$1" tmpfs disk && "$2" redact chat.txt -o disk/out.txt --lang en; echo "exit $?"; ls -A disk`, "sh", test.options, chatlint)
		cmd.Dir = dir
		var stdout, stderr bytes.Buffer
		cmd.Stdout, cmd.Stderr = &stdout, &stderr
		if err := cmd.Run(); err != nil {
			t.Fatalf("%s: %v, %s", name, err, &stderr)
		}
		if stdout.String() != "exit 3\n" || !strings.HasPrefix(stderr.String(), test.want) {
			t.Errorf("%s: %q, %q", name, &stdout, &stderr)
		}
	}
}

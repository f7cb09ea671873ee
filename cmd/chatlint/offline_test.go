package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// program links the test's own binary, which runs main under the name chatlint.
func program(t *testing.T) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "chatlint")
	if err := os.Symlink(self, link); err != nil {
		t.Skip(err)
	}
	return link
}

// offline are commands that together touch every part of the program.
var offline = [][]string{
	{"scan", "chat.txt"}, {"check", "chat.txt"}, {"inspect", "-o", "out.jsonl", "chat.txt"}, {"explain", "--message", "2", "chat.txt"},
	{"report", "-o", "out.html,out.pdf,out.json", "chat.txt"}, {"redact", "-o", "out.txt", "chat.txt"}, {"rules", "list"}, {"version"}, {"scan", "http://127.0.0.1/x.txt"},
}

// TestNoSocket runs the program under strace: it opens no socket and starts no
// other program.
func TestNoSocket(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("needs strace")
	}
	chatlint, dir := program(t), t.TempDir()
	writeFile(t, dir, "chat.txt", sample)
	trace := func(name string, args ...string) string {
		log := filepath.Join(dir, "trace")
		cmd := exec.Command(strace, append([]string{"-f", "-qq", "-e", "trace=%network,execve", "-e", "signal=none", "-o", log, name}, args...)...)
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		calls, readErr := os.ReadFile(log)
		if readErr != nil || !strings.Contains(string(calls), "execve(") {
			t.Skipf("strace does not work here: %v\n%s", err, out)
		}
		return string(calls)
	}
	// What sees nothing proves nothing.
	if shell, err := exec.LookPath("bash"); err == nil {
		if calls := trace(shell, "-c", "exec 3<>/dev/tcp/127.0.0.1/1"); !strings.Contains(calls, "socket(") {
			t.Fatalf("the trace shows no socket where there is one:\n%s", calls)
		}
	}
	for _, args := range offline {
		calls := strings.TrimSpace(trace(chatlint, args...))
		if lines := strings.Split(calls, "\n"); len(lines) != 1 {
			t.Errorf("chatlint %s calls\n%s", strings.Join(args, " "), calls)
		}
	}
}

// TestWithoutNetwork runs the program where there is no network at all: it does
// what it does elsewhere.
func TestWithoutNetwork(t *testing.T) {
	unshare, err := exec.LookPath("unshare")
	if err != nil || exec.Command(unshare, "-rn", "true").Run() != nil {
		t.Skip("needs network namespaces")
	}
	chatlint, dir := program(t), t.TempDir()
	writeFile(t, dir, "chat.txt", sample)
	for _, args := range offline {
		run := func(name string, args ...string) (string, error) {
			cmd := exec.Command(name, args...)
			cmd.Dir = dir
			cmd.Env = append(os.Environ(), "SOURCE_DATE_EPOCH=1700000000")
			out, err := cmd.Output()
			return string(out), err
		}
		with, errWith := run(chatlint, args...)
		without, errWithout := run(unshare, append([]string{"-rn", chatlint}, args...)...)
		if with != without || exitOf(errWith) != exitOf(errWithout) {
			t.Errorf("chatlint %s: %v and %q without a network, %v and %q with one", strings.Join(args, " "), errWithout, without, errWith, with)
		}
	}
}

// exitOf is the exit code in the error of a command.
func exitOf(err error) int {
	if exit, ok := err.(*exec.ExitError); ok {
		return exit.ExitCode()
	}
	return 0
}

package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestRedactBrokenOutput(t *testing.T) {
	for _, test := range []struct {
		err  error
		lang string
		want string
	}{
		{syscall.EPIPE, "en", "error: the output was closed before everything was written\n"},
		{syscall.EPIPE, "de", "Fehler: Die Ausgabe wurde geschlossen"},
		{syscall.ENOSPC, "en", "error: the output could not be written\nhint: the disk is full\n"},
		{syscall.ENOSPC, "de", "Tipp: Der Datenträger ist voll"},
	} {
		env, _, stderr := testEnv(t)
		env.Stdout = &failing{err: test.err}
		writeFile(t, env.Dir, "chat.txt", sample)
		code := env.Run(t.Context(), []string{"redact", "chat.txt", "-o", "-", "--lang", test.lang})
		if code != exitFailed || !strings.Contains(stderr.String(), test.want) {
			t.Errorf("%v, %s: exit code %d, stderr %q", test.err, test.lang, code, stderr)
		}
	}
}

// TestRedactInterrupted checks that an interrupted run leaves what was there and
// nothing else.
func TestRedactInterrupted(t *testing.T) {
	env, _, _ := testEnv(t)
	writeFile(t, env.Dir, "chat.txt", sample)
	writeFile(t, env.Dir, "out.txt", "old")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if code := env.Run(ctx, []string{"redact", "chat.txt", "-o", "out.txt", "--map", "map.json"}); code != exitInterrupted {
		t.Errorf("exit code %d", code)
	}
	files, err := os.ReadDir(env.Dir)
	if err != nil || len(files) != 2 {
		t.Errorf("left %v, %v", files, err)
	}
	if text, _ := os.ReadFile(filepath.Join(env.Dir, "out.txt")); string(text) != "old" {
		t.Errorf("the output is %q", text)
	}
}

func TestRedactFilesAreTheUsersOwn(t *testing.T) {
	env, _, stderr := testEnv(t)
	writeFile(t, env.Dir, "chat.txt", sample)
	if code := env.Run(t.Context(), []string{"redact", "chat.txt", "-o", "out.txt", "--map", "map.json"}); code != exitOK {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	for _, name := range []string{"out.txt", "map.json"} {
		info, err := os.Stat(filepath.Join(env.Dir, name))
		if err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: %v, %v", name, info, err)
		}
	}
}

func TestScratch(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	c := &command{}
	for _, size := range []int{10, spoolLimit, spoolLimit + 10} {
		s := &scratch{command: c}
		text := bytes.Repeat([]byte("ä"), size/2)
		for part := range slicesOf(text, 1<<20) {
			if _, err := s.Write(part); err != nil {
				t.Fatal(err)
			}
		}
		in, err := s.Source().Open()
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(in)
		if err != nil || !bytes.Equal(got, text) || in.Size() != int64(len(text)) {
			t.Errorf("%d bytes: read %d, %v", size, len(got), err)
		}
		s.Release()
	}
	if left := tempFiles(t); len(left) > 0 {
		t.Errorf("left %v", left)
	}
}

func TestScratchWithoutSpace(t *testing.T) {
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "missing"))
	s := &scratch{command: &command{}}
	_, err := s.Write(make([]byte, spoolLimit+1))
	if f, ok := err.(*fault); !ok || f.exit != exitFailed {
		t.Errorf("got %v", err)
	}
}

// slicesOf cuts a text into parts.
func slicesOf(text []byte, size int) func(func([]byte) bool) {
	return func(yield func([]byte) bool) {
		for len(text) > 0 {
			n := min(size, len(text))
			if !yield(text[:n]) {
				return
			}
			text = text[n:]
		}
	}
}

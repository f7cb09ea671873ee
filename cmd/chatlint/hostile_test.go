package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// steering is a text that moves the cursor, sets a title, rings, makes a link
// and turns the direction of what follows.
const steering = "\x1b[2J\x1b]0;x\x07\x1b]8;;http://x\x07\u009b2J\u202e\u2066\b\r"

// steers reports whether a terminal obeys a character or a reader is misled by
// it.
func steers(r rune) bool {
	return r != '\n' && unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// TestNothingSteersTheTerminal lets every place speak that an attacker can fill:
// the names of files, senders, messages, settings, rules, flags.
func TestNothingSteersTheTerminal(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no such file names there")
	}
	name := strings.ReplaceAll(steering, "/", "")
	chat := "chat" + name + ".txt"
	e, stdout, stderr := testEnv(t)
	e.StdoutTTY, e.Width = true, 60
	e.LookupEnv = func(name string) (string, bool) {
		if name == "NO_COLOR" {
			return "1", true
		}
		return "", false
	}
	writeFile(t, e.Dir, chat, "11.03.24, 07:01 - Ja"+steering+"na: Moin "+steering+"\n11.03.24, 07:02 - Jana: Kevin"+steering+" hat sich krank"+steering+" gemeldet, ruf 0171 2345678 an\n")
	writeFile(t, e.Dir, "none"+name+".txt", "no chat")
	writeFile(t, e.Dir, "x"+name+".zip", string(zipOf(t, "_chat"+steering+".txt", sample)))
	writeFile(t, e.Dir, "bad.yaml", "lang: \""+strings.ReplaceAll(steering, "\x1b", "\\e")+"\"\n")
	writeFile(t, e.Dir, "names"+name+".csv", "\""+steering+"\n")
	own := filepath.Join("rules", "health")
	if err := os.MkdirAll(filepath.Join(e.Dir, own), 0o700); err != nil {
		t.Fatal(err)
	}
	writeFile(t, e.Dir, filepath.Join(own, "bad"+name+".yaml"), "title: {"+steering+": x}\n")

	if e.Run(t.Context(), []string{"scan", "--reveal", chat}); !strings.Contains(stdout.String(), "gemeldet") {
		t.Fatalf("the scan shows nothing: %s%s", stdout, stderr)
	}
	commands := [][]string{
		{"scan"}, {"scan", "--reveal"}, {"check"}, {"inspect"}, {"explain"}, {"report", "-f", "json", "-o", "-"}, {"redact", "-o", "out.txt"},
		{"scan", "--config", "bad.yaml"}, {"scan", "--rules", "rules"}, {"scan", "--" + name}, {"scan", "-f", steering}, {"redact", "-o", "x", "--names", "names" + name + ".csv"},
		{"explain", "--format", "json"}, {"rules", "list", "--rules", "rules"}, {steering}, {"rules", "explain", steering},
	}
	for _, f := range formats() {
		commands = append(commands, []string{"scan", "--reveal", "-f", f, "-o", "-"})
	}
	for _, input := range []string{chat, "none" + name + ".txt", "x" + name + ".zip", "missing" + name + ".txt"} {
		for _, args := range commands {
			stdout.Reset()
			stderr.Reset()
			e.Run(t.Context(), append(args, input))
			for stream, got := range map[string]string{"stdout": stdout.String(), "stderr": stderr.String()} {
				if strings.HasPrefix(got, "%PDF-") {
					continue // no text
				}
				if i := strings.IndexFunc(strings.TrimPrefix(got, "\ufeff"), steers); i >= 0 || !utf8.ValidString(got) {
					t.Errorf("%q: %s steers the terminal: %q", append(args, input), stream, got)
				}
			}
			if stdout.Len()+stderr.Len() == 0 {
				t.Errorf("%q says nothing", append(args, input))
			}
		}
	}
}

package eval

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/rules"
)

func TestRead(t *testing.T) {
	const in = `{"chat":"a","time":"2024-03-11T07:02","sender":null,"text":"Stefan hat die Gruppe erstellt.","labels":[],"spans":[{"type":"PERSON","text":"Stefan"}]}
{"chat":"a","time":"2024-03-11T07:03:10","sender":"Jo","text":"Alina und Ali sind krank","labels":[{"category":"health","severity":"high"}],"spans":[{"type":"PERSON","text":"Ali"},{"type":"PERSON","text":"Alina"}],"note":"two"}

{"chat":"b","time":"2024-03-11T07:04","sender":"Jo","text":"moin","labels":[],"spans":[]}
`
	chats, err := read(strings.NewReader(in), "x.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	if len(chats) != 2 || len(chats[0].Messages) != 2 || len(chats[1].Messages) != 1 {
		t.Fatalf("chats do not have 2 and 1 messages: %+v", chats)
	}
	if m := chats[0].Messages[0]; m.Kind != chat.System || m.Sender != "" || m.Line != 1 {
		t.Errorf("first message = %+v, want a system message of line 1", m)
	}
	m, g := chats[0].Messages[1], chats[0].Gold[1]
	if m.Kind != chat.Text || m.Sender != "Jo" || m.Index != 1 || m.Line != 2 || m.Time.Second() != 10 {
		t.Errorf("second message = %+v", m)
	}
	if want := []Label{{rules.Health, rules.High}}; !slices.Equal(g.Labels, want) {
		t.Errorf("labels = %v, want %v", g.Labels, want)
	}
	if want := []Span{{detector.Person, 10, 13}, {detector.Person, 0, 5}}; !slices.Equal(g.Spans, want) {
		t.Errorf("spans = %v, want %v", g.Spans, want)
	}
	if line := chats[1].Messages[0].Line; line != 4 {
		t.Errorf("blank lines do not count: line = %d, want 4", line)
	}
}

func TestReadClassifies(t *testing.T) {
	const in = `{"chat":"a","time":"2024-03-11T07:02","sender":"Jo","text":"Kai Thoma.vcf (Datei angehängt)","labels":[{"category":"contact","severity":"medium"}],"spans":[{"type":"PERSON","text":"Kai Thoma"}]}`
	chats, err := read(strings.NewReader(in), "x.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	m := chats[0].Messages[0]
	if m.Kind != chat.Contact || m.Text != "" || m.Attachment != "Kai Thoma.vcf" {
		t.Errorf("message = %+v, want the contact card that an export would hold", m)
	}
	if want := []Span{{detector.Person, -1, -1}}; !slices.Equal(chats[0].Gold[0].Spans, want) {
		t.Errorf("spans = %v, want %v: the name went with the placeholder", chats[0].Gold[0].Spans, want)
	}
}

func TestReadRejects(t *testing.T) {
	const good = `{"chat":"a","time":"2024-03-11T07:02","sender":"Jo","text":"moin Jo","labels":[],"spans":[]}`
	for _, c := range []struct{ name, old, new, reason string }{
		{"no JSON", "{", "[", "invalid character"},
		{"no object", "{", "7 {", "the line is no JSON object"},
		{"unknown key", `"chat"`, `"mood":1,"chat"`, `unknown field "mood"`},
		{"missing key", `"sender":"Jo",`, "", `key "sender" is missing`},
		{"two values", "}", "}{}", "more than one value"},
		{"wrong type", `"text":"moin Jo"`, `"text":7`, `key "text" must not be a JSON number`},
		{"sender", `"Jo",`, `7,`, `key "sender" must be a string or null`},
		{"time", "2024-03-11", "11.03.2024", "time is not written as"},
		{"category", `"labels":[]`, `"labels":[{"category":"mood","severity":"low"}]`, `unknown category "mood"`},
		{"severity", `"labels":[]`, `"labels":[{"category":"health","severity":"dire"}]`, `unknown severity "dire"`},
		{"no severity", `"labels":[]`, `"labels":[{"category":"health"}]`, `label "health" has no severity`},
		{"twice", `"labels":[]`, `"labels":[{"category":"health","severity":"low"},{"category":"health","severity":"high"}]`, "two labels"},
		{"system label", `"Jo","text":"moin Jo","labels":[]`, `null,"text":"moin","labels":[{"category":"health","severity":"low"}]`, "carries no label"},
		{"span type", `"spans":[]`, `"spans":[{"type":"DOG","text":"Jo"}]`, `unknown span type "DOG"`},
		{"span text", `"spans":[]`, `"spans":[{"type":"PERSON","text":"Kai"}]`, "does not stand in the message"},
		{"resumed", "}", "}\n" + strings.Replace(good, `"a"`, `"b"`, 1) + "\n" + good, `chat "a" goes on`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := read(strings.NewReader(strings.Replace(good, c.old, c.new, 1)), "x.jsonl")
			var syntax *SyntaxError
			if !errors.As(err, &syntax) {
				t.Fatalf("error = %v, want a *SyntaxError", err)
			}
			if !strings.Contains(err.Error(), c.reason) || !strings.HasPrefix(err.Error(), "x.jsonl:") {
				t.Errorf("error = %q, want file, line and %q", err, c.reason)
			}
			if strings.Contains(err.Error(), "Kai") || strings.Contains(err.Error(), "moin") {
				t.Errorf("error %q tells what was written", err)
			}
		})
	}
	if _, err := read(strings.NewReader(good), "x.jsonl"); err != nil {
		t.Errorf("the line all cases start from is rejected: %v", err)
	}
}

func TestLocate(t *testing.T) {
	for _, c := range []struct {
		text, part string
		taken      []Span
		want       int
	}{
		{"Stefan ist krank", "Stefan", nil, 0},
		{"Stefans Auto", "Stefan", nil, 0},
		{"Alina und Ali", "Ali", nil, 10},
		{"Alina und Alis Auto", "Ali", nil, 0},
		{"Kurali und Alis Auto", "ali", nil, 3},
		{"Ali und Ali", "Ali", []Span{{"PERSON", 0, 3}}, 8},
		{"Übelacker fehlt", "Übelacker", nil, 0},
		{"niemand", "Ali", nil, -1},
	} {
		if got := locate(c.text, c.part, c.taken); got != c.want {
			t.Errorf("locate(%q, %q, %v) = %d, want %d", c.text, c.part, c.taken, got, c.want)
		}
	}
}

func TestLoadSplit(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	line := func(id string) string {
		return `{"chat":"` + id + `","time":"2024-03-11T07:02","sender":"Jo","text":"we are not here","labels":[],"spans":[]}` + "\n"
	}
	file := write("x.jsonl", line("a")+line("b")+line("c"))
	own := write("own.txt", "tune a # a comment\n\n# another\ntest c\n")

	parts := func(split string) []Part {
		t.Helper()
		chats, err := Load([]string{file}, split)
		if err != nil {
			t.Fatal(err)
		}
		var out []Part
		for _, c := range chats {
			if c.Language != "en" {
				t.Errorf("language of %s = %s, want en", c.ID, c.Language)
			}
			out = append(out, c.Part)
		}
		return out
	}
	if got, want := parts(""), []Part{Train, Train, Train}; !slices.Equal(got, want) {
		t.Errorf("without a split file: %v, want %v", got, want)
	}
	if got, want := parts(own), []Part{Tune, Train, Test}; !slices.Equal(got, want) {
		t.Errorf("with a split file: %v, want %v", got, want)
	}
	write(SplitName, "test b\n")
	if got, want := parts(""), []Part{Train, Test, Train}; !slices.Equal(got, want) {
		t.Errorf("with a split file beside the chats: %v, want %v", got, want)
	}
	chats, _ := Load([]string{file}, own)
	if got := Select(chats, Test); len(got) != 1 || got[0].ID != "c" {
		t.Errorf("Select(Test) = %v, want chat c", got)
	}
	if got := Select(chats, All); len(got) != 3 {
		t.Errorf("Select(All) holds %d chats, want 3", len(got))
	}
	if _, err := Load([]string{file, file}, own); err == nil {
		t.Error("a chat that stands in two files is accepted")
	}
	for _, bad := range []string{"train", "exam a", "tune a\ntest a", "tune a b"} {
		if _, err := readSplit(strings.NewReader(bad), "s"); err == nil {
			t.Errorf("split %q is accepted", bad)
		}
	}
}

func TestLanguage(t *testing.T) {
	for text, want := range map[string]string{
		"moin, der Stefan kommt heute nicht": "de",
		"kotzübel":                           "de",
		"👍":                                  "de",
		"morning all, Steve's not in today":  "en",
		"can’t make it":                      "en",
	} {
		if got := language([]chat.Message{{Text: text}}); got != want {
			t.Errorf("language(%q) = %s, want %s", text, got, want)
		}
	}
}

package eval

import (
	"bytes"
	"errors"
	"testing"
)

// FuzzRead feeds odd files: each gives an error of the format or chats whose
// spans lie within their messages.
func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"chat":"a","time":"2024-03-11T07:02","sender":"Jo","text":"Alis ali","labels":[],"spans":[{"type":"PERSON","text":"Ali"}]}`))
	f.Add([]byte(`{"chat":"a","time":"2024-03-11T07:02","sender":null,"text":"\u200eKai.vcf","labels":[],"spans":[{"type":"PERSON","text":"Kai"}]}`))
	f.Add([]byte("{\"chat\":\"a\"}\n\xff\n"))
	f.Fuzz(func(t *testing.T, in []byte) {
		chats, err := read(bytes.NewReader(in), "x")
		var syntax *SyntaxError
		if err != nil && !errors.As(err, &syntax) {
			t.Fatalf("error %v is no *SyntaxError", err)
		}
		for _, c := range chats {
			if len(c.Messages) != len(c.Gold) {
				t.Fatalf("%d messages with %d truths", len(c.Messages), len(c.Gold))
			}
			for i, g := range c.Gold {
				for _, s := range g.Spans {
					if outside := s.Start < 0 || s.End > len(c.Messages[i].Text) || s.Start >= s.End; outside && s.Start != -1 {
						t.Fatalf("span %v lies outside of a text of %d bytes", s, len(c.Messages[i].Text))
					}
				}
			}
		}
	})
}

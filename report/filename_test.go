package report

import (
	"testing"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/internal/locale"
)

func TestFileName(t *testing.T) {
	tests := []struct{ path, name, wantPath, wantName string }{
		{"WhatsApp Chat mit Stefan Brandl.txt", "Stefan Brandl", "WhatsApp Chat mit Person 1.txt", "Person 1"},
		{"WhatsApp-Chat mit Stefan Brandl.zip", "Stefan Brandl", "WhatsApp-Chat mit Person 1.zip", "Person 1"},
		{"WhatsApp_Chat_with_Stefan_Brandl.txt", "Stefan Brandl", "WhatsApp_Chat_with_Person 1.txt", "Person 1"},
		{"in/WhatsApp Chat - Baustelle Huber.zip/_chat.txt", "Baustelle Huber", "in/WhatsApp Chat - Chat 1.zip/_chat.txt", "Chat 1"},
		{"Chat WhatsApp con Stefan Brandl.txt", "Stefan Brandl", "Chat WhatsApp con Person 1.txt", "Person 1"},
		{"Stefan Brandl ile WhatsApp Sohbeti.txt", "Stefan Brandl", "Chat 1.txt", "Person 1"},
		{"دردشة واتساب مع Stefan Brandl.txt", "Stefan Brandl", "Chat 1.txt", "Person 1"},
		{"/home/stefan/chat.txt", "", "chat.txt", "Chat 1"},
		{`C:\Users\stefan\chat.txt`, "", "chat.txt", "Chat 1"},
		{"exports/stefan-2024.txt", "stefan-2024", "exports/Person 1-2024.txt", "Person 1"},
		{"exports/march.txt", "march", "exports/march.txt", "Chat 1"},
		{"-", "", "-", "Chat 1"},
	}
	for _, test := range tests {
		in := lint.Input{Path: test.path, Name: test.name, Participants: []chat.Participant{{Name: "Stefan Brandl"}}}
		got := newMasker(catalogue.For(locale.German)).inputs([]lint.Input{in})[0]
		if got.Path != test.wantPath || got.Name != test.wantName {
			t.Errorf("%q: got path %q, name %q; want %q, %q", test.path, got.Path, got.Name, test.wantPath, test.wantName)
		}
	}
}

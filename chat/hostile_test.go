package chat

import (
	"strings"
	"testing"
	"time"
)

// TestHostileBodies reads bodies that repeat whatever a recogniser looks for.
// Anything quadratic would take minutes.
func TestHostileBodies(t *testing.T) {
	const size = 128 << 10
	for _, unit := range []string{
		"\u200E", "\u200E ", "\u200E<", "\u200Ea", "<", ">", "a.pdf ", "<a: ", "00000001-", " (a)", ": ", "„", "„a: “", "•\u200E", "-20", "IMG-2023",
		"\n", "\n\u200E", "A:\n", "OPTION: a (1)\n", "http", "https://maps.google.com/?q=", "\u00A0", "a. ", "null", "\x00", "\uFEFF", "1.1.23 ", "\n1.1.23, ", "م",
	} {
		body := strings.Repeat(unit, size/len(unit))
		for _, frame := range []string{"13.05.23, 08:00 - A: ", "\u200E[13.05.23, 08:00:00] A: \u200E", "[13.05.23, 08:00:00] A: x ", "13.05.23, 08:00 - "} {
			start := time.Now()
			chats, err := Read("x", Bytes([]byte(frame+"a\n"+frame+body+"\n"+frame+body+">)\n")), Options{})
			if err != nil {
				t.Fatalf("%q: %v", unit, err)
			}
			collect(t, chats[0])
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("%q in %q took %v", unit, frame, took)
			}
		}
	}
}

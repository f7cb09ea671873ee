package suggest

import "testing"

func TestClosest(t *testing.T) {
	known := []string{"fail-on", "min-severity", "format", "lang"}
	tests := []struct{ word, want string }{
		{"fial-on", "fail-on"},
		{"Fail_On", "fail-on"},
		{"minseverity", "min-severity"},
		{"formt", "format"},
		{"lnag", "lang"},
		{"output", ""},
		{"x", ""},
		{"", ""},
	}
	for _, test := range tests {
		if got := Closest(test.word, known); got != test.want {
			t.Errorf("Closest(%q) = %q, want %q", test.word, got, test.want)
		}
	}
}

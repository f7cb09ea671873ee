package rules

import (
	"slices"
	"testing"
)

// What holds for everybody is nobody's personnel data, whatever the model thinks;
// somebody's share in it is.
func TestLearnedLeavesWhatHoldsForAll(t *testing.T) {
	column := slices.Index(categoryColumns[:], HRRecord)
	for _, tt := range []struct {
		text string
		want bool
	}{
		{"Betriebsurlaub ist vom 27.12. bis 9.1.", false},
		{"Christmas shutdown is from the 23rd to the 6th", false},
		{"Jana arbeitet im Betriebsurlaub durch, sie spart ihre Tage", true},
		{"ist vom 27.12. bis 9.1. weg", true},
	} {
		messages := talk(tt.text)
		s := meet(full(), messages)
		s.Check(messages[0], nil)
		if _, ok := s.learned(s.scene(), column); ok != tt.want {
			t.Errorf("%q: told as somebody's: %t, want %t", tt.text, ok, tt.want)
		}
	}
}

package eval

import (
	"testing"

	"github.com/chatlint/chatlint/rules"
)

// What must be reached on chats that nothing was made from. The floors stand a little
// below what is measured, the ceiling of false alarms above it; where recall was traded
// for fewer of them, both moved.
const unseenCodes = 0.83

var (
	unseenChats     = unseenFloors{"finding_f1": 0.81, "flag_medium_f1": 0.87, "flag_medium_recall": 0.84, "severity_exact": 0.85, "false_alarms": 30}
	unseenDisguised = unseenFloors{"finding_f1": 0.80, "flag_medium_f1": 0.85, "flag_medium_recall": 0.78, "severity_exact": 0.86, "false_alarms": 20}
	unseenPlain     = unseenFloors{"finding_f1": 0.71, "flag_medium_f1": 0.82, "flag_medium_recall": 0.75, "severity_exact": 0.86, "false_alarms": 70}
)

type unseenFloors map[string]float64

func TestUnseenCodes(t *testing.T) {
	for _, c := range unseen(t, "codes").Categories {
		if c.Category == rules.Credential {
			t.Logf("precision %.3f, recall %.3f, F1 %.3f", c.Precision, c.Recall, c.F1)
			if c.F1 < unseenCodes {
				t.Errorf("F1 %.3f, want at least %.2f", c.F1, unseenCodes)
			}
			return
		}
	}
	t.Error("no figures of codes")
}

func TestUnseenChats(t *testing.T) { unseenChats.hold(t, unseen(t, "chats")) }

func TestUnseenPlain(t *testing.T) { unseenPlain.hold(t, unseen(t, "plain")) }

func TestUnseenDisguises(t *testing.T) { unseenDisguised.hold(t, unseen(t, "disguised")) }

// hold compares figures with their floors.
func (floors unseenFloors) hold(t *testing.T, measured Slice) {
	t.Helper()
	seen := 0
	for _, f := range measured.Figures {
		t.Logf("%s %.3f", f.Name, f.Value)
		if floor, ok := floors[f.Name]; ok {
			seen++
			if worse("all/"+f.Name, f.Value, floor) {
				t.Errorf("%s %.3f is worse than %.2f", f.Name, f.Value, floor)
			}
		}
	}
	if seen != len(floors) {
		t.Errorf("%d of %d figures", seen, len(floors))
	}
}

// unseen returns the figures of all chats of a set.
func unseen(t *testing.T, set string) Slice {
	t.Helper()
	chats, err := Load([]string{"../../testdata/unseen/" + set + ".jsonl"}, "")
	if err != nil {
		t.Fatal(err)
	}
	engine, err := rules.Load(rules.Options{})
	if err != nil {
		t.Fatal(err)
	}
	report, err := Run(chats, NewPredictor(engine), Options{Part: All})
	if err != nil {
		t.Fatal(err)
	}
	return report.Slices[0]
}

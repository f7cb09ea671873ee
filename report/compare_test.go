package report

import (
	"errors"
	"strings"
	"testing"

	"github.com/chatlint/chatlint/internal/locale"
)

func TestReadEarlier(t *testing.T) {
	const finding = `{"rule":"health/sick","severity":"high","time":"2024-03-11T07:01:00","fingerprint":"0f"}`
	for name, test := range map[string]struct {
		document string
		want     error
	}{
		"a report":         {`{"schemaVersion":"1.0","fingerprintKey":"ab","findings":[` + finding + `]}`, nil},
		"without findings": {`{"schemaVersion":"1.0","fingerprintKey":"ab","findings":[]}`, nil},
		"no fingerprints":  {`{"schemaVersion":"1.0","findings":[{"rule":"x","severity":"low"}]}`, ErrNoFingerprints},
		"other JSON":       {`{"findings":[]}`, ErrNoReport},
		"cut off":          {`{"schemaVersion":"1.0","findings":[`, ErrNoReport},
		"a chat":           {"11.03.24, 07:02 - Jana: Moin", ErrNoReport},
		"empty":            {"", ErrNoReport},
		"a wrong severity": {`{"schemaVersion":"1.0","findings":[{"severity":"awful"}]}`, ErrNoReport},
	} {
		e, err := ReadEarlier(strings.NewReader(test.document))
		if !errors.Is(err, test.want) || err == nil && e.Key != "ab" {
			t.Errorf("%s: got %v, want %v", name, err, test.want)
		}
	}
}

// What a JSON report says is what a comparison with it reads.
func TestCompareWithItself(t *testing.T) {
	inputs, findings, res := sample()
	for i, f := range findings {
		f.Fingerprint = strings.Repeat(string(rune('a'+i)), 32)
	}
	findings[1].Fingerprint = findings[0].Fingerprint // sent twice in a minute
	f, _ := Lookup("json")
	old := write(t, f, Options{Lang: locale.German, Key: "01234567"}, inputs, findings, res)
	validate(t, "json with a key", f, old)
	for name, test := range map[string]struct {
		shown int
		want  string
	}{
		"the same":     {4, "New: 0. Remaining: 4. Fixed: 0."},
		"the first":    {1, "New: 0. Remaining: 1. Fixed: 3."},
		"nothing left": {0, "New: 0. Remaining: 0. Fixed: 4."},
	} {
		earlier, err := ReadEarlier(strings.NewReader(old))
		if err != nil {
			t.Fatal(err)
		}
		opt := Options{Lang: locale.English, Compare: earlier}
		for _, name2 := range []string{"html", "pdf"} {
			f, _ := Lookup(name2)
			if got := readable(t, f, write(t, f, opt, inputs, findings[:test.shown], res)); !strings.Contains(got, test.want) {
				t.Errorf("%s, %s: no %q", name, name2, test.want)
			}
		}
	}
}

func TestCompareTellsNewFindings(t *testing.T) {
	earlier, err := ReadEarlier(strings.NewReader(`{"schemaVersion":"1.0","findings":[{"rule":"health/<b>gone","severity":"low","time":"x","fingerprint":"0f"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	inputs, findings, res := sample()
	f, _ := Lookup("html")
	got := write(t, f, Options{Lang: locale.English, Compare: earlier}, inputs, findings, res)
	validate(t, "html", f, got)
	if !strings.Contains(got, "New: 4. Remaining: 0. Fixed: 1.") || strings.Count(got, `data-n="n"`) != 4 || !strings.Contains(got, "health/&lt;b&gt;gone") {
		t.Error("the comparison is not shown")
	}
}

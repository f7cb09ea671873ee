package report

import (
	"bytes"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/internal/lint"
	"github.com/chatlint/chatlint/internal/locale"
	"github.com/chatlint/chatlint/rules"
)

// canary is part of every secret of a fuzzed report and of no other text in it.
const canary = "qvxz"

// canaries are values that detectors mark, one for every way of masking.
var canaries = []struct {
	of   detector.Type
	text string
}{
	{detector.Person, "Qvxzkarla"}, {detector.Address, "Qvxzweg 12"}, {detector.Credential, "qvxz4711"}, {detector.Email, "qvxz.berg@firma.example"},
	{detector.URLPersonal, "instagram.com/qvxz"}, {detector.IDDocument, "QVXZ00T47"}, {detector.LicensePlate, "QVXZ 12"}, {detector.Phone, "qvxz 0171"},
}

// FuzzFormats writes a finding in any text around a secret in a format: the
// secret does not appear in a masked report, and nothing that steers a terminal
// or breaks the form of the format appears in any.
func FuzzFormats(f *testing.F) {
	for i, name := range slices.Sorted(maps.Keys(hostile)) {
		text := hostile[name]
		f.Add(text[:min(len(text), 600)], text[max(0, len(text)-100):], uint8(i), uint8(i))
	}
	for i := range Formats {
		f.Add("Frau ", "s Kind ist krank", uint8(i), uint8(i))
	}
	f.Fuzz(func(t *testing.T, before, after string, which, chosen uint8) {
		if len(before)+len(after) > 2000 || strings.Contains(strings.ToLower(before+after), canary) {
			t.Skip()
		}
		secret, format := canaries[int(which)%len(canaries)], Formats[int(chosen)%len(Formats)]
		finding := secretFinding(before, secret.text, after, secret.of)
		for _, reveal := range []bool{false, true} {
			got := readable(t, format, write(t, format, Options{Lang: locale.German, Reveal: reveal}, secretInputs, []*lint.Finding{finding}, secretResult))
			intact(t, format.Name, format, got)
			if !reveal && strings.Contains(strings.ToLower(got), canary) {
				t.Errorf("%s shows the secret:\n%s", format.Name, got)
			}
		}
	})
}

var (
	secretInputs = []lint.Input{{
		Path: "/home/qvxz/WhatsApp Chat mit Qvxzkarla.txt", Entry: "Qvxzkarla.txt", Name: "Qvxzkarla", Messages: 1, Media: []string{"Qvxzkarla.jpg"},
		Participants: []chat.Participant{{Name: "Qvxzkarla Berg", Messages: 1}},
		Problems:     []chat.Problem{{Code: chat.NestedArchive, Count: 1, Entry: "Qvxzkarla.zip"}},
	}}
	secretResult = &lint.Result{Inputs: secretInputs, Summary: lint.Summary{rules.Health: {rules.High: 1}}, Verdict: lint.Tolerated, Coverage: lint.Coverage{Messages: 1}}
)

// secretFinding is a finding that points at a secret, which is an entity.
func secretFinding(before, secret, after string, of detector.Type) *lint.Finding {
	start, end := len(before), len(before)+len(secret)
	return &lint.Finding{
		Message: chat.Message{Line: 1, Time: time.Date(2024, 3, 11, 7, 2, 0, 0, time.UTC), Sender: "Qvxzkarla Berg", Text: before + secret + after, Attachment: "Qvxzkarla.vcf"},
		Finding: rules.Finding{
			Rule: "health/sick", Category: rules.Health, Severity: rules.High, Confidence: 0.9, About: rules.Named,
			Spans:    []rules.Span{{Start: start, End: end}},
			Evidence: []rules.Evidence{{Key: "about:named", Span: rules.Span{Start: start, End: end}}},
		},
		Entities: []detector.Entity{{Type: of, Start: start, End: end, Why: "list"}},
	}
}

// FuzzEarlier reads anything as an earlier report: it is one, or the error says
// that it is none. Comparing with it counts each of its findings once.
func FuzzEarlier(f *testing.F) {
	f.Add([]byte(`{"schemaVersion":"1.0","fingerprintKey":"ab","findings":[{"rule":"a/b","severity":"high","time":"2024-03-11T07:02:00","fingerprint":"00"}]}`))
	f.Add([]byte(`{"schemaVersion":"1.0","findings":[{}]}`))
	f.Add([]byte("[[[[[["))
	f.Fuzz(func(t *testing.T, text []byte) {
		e, err := ReadEarlier(bytes.NewReader(text))
		if err != nil {
			if !errors.Is(err, ErrNoReport) && !errors.Is(err, ErrNoFingerprints) {
				t.Fatalf("untyped error %v", err)
			}
			return
		}
		n := len(e.left())
		for _, known := range e.left() {
			if known.Fingerprint == "" || e.clone().match(known.Fingerprint) != stateRemaining {
				t.Fatalf("finding %+v is not known", known)
			}
		}
		if e.match("no such fingerprint\x00"); len(e.left()) != n {
			t.Error("a stranger takes a finding out")
		}
	})
}

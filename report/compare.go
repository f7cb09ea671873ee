package report

import (
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"time"

	"github.com/chatlint/chatlint/rules"
)

// Earlier is what a comparison needs of an earlier report.
type Earlier struct {
	Key      string // names the key of its fingerprints
	findings map[string][]earlierFinding
}

// earlierFinding tells a finding that is gone. Its text is left out: the
// earlier report may show what this one masks.
type earlierFinding struct {
	Rule        string         `json:"rule"`
	Severity    rules.Severity `json:"severity"`
	Time        string         `json:"time"`
	Fingerprint string         `json:"fingerprint"`
}

// Errors of ReadEarlier.
var (
	ErrNoReport       = errors.New("not a JSON report")
	ErrNoFingerprints = errors.New("the report holds no fingerprints")
)

// ReadEarlier reads a report in the JSON format. A report whose findings have
// no fingerprints cannot be compared.
func ReadEarlier(r io.Reader) (*Earlier, error) {
	var doc struct {
		Version  string           `json:"schemaVersion"`
		Key      string           `json:"fingerprintKey"`
		Findings []earlierFinding `json:"findings"`
	}
	if err := json.NewDecoder(r).Decode(&doc); err != nil || doc.Version == "" {
		return nil, ErrNoReport
	}
	e := &Earlier{Key: doc.Key, findings: map[string][]earlierFinding{}}
	for _, f := range doc.Findings {
		if f.Fingerprint == "" {
			return nil, ErrNoFingerprints
		}
		e.findings[f.Fingerprint] = append(e.findings[f.Fingerprint], f)
	}
	return e, nil
}

// States of a finding in a comparison, and keys of their texts.
const (
	stateNew       = "compare.new"
	stateRemaining = "compare.remaining"
)

// clone copies the report, because matching takes findings out.
func (e *Earlier) clone() *Earlier {
	if e == nil {
		return nil
	}
	c := &Earlier{Key: e.Key, findings: make(map[string][]earlierFinding, len(e.findings))}
	for fingerprint, fs := range e.findings {
		c.findings[fingerprint] = fs
	}
	return c
}

// match takes a finding out if it is there. The same message may have been sent
// twice in a minute; each counts once.
func (e *Earlier) match(fingerprint string) (state string) {
	fs := e.findings[fingerprint]
	if len(fs) == 0 {
		return stateNew
	}
	e.findings[fingerprint] = fs[1:]
	return stateRemaining
}

// left lists the findings that nobody matched, the oldest message first.
func (e *Earlier) left() []earlierFinding {
	var out []earlierFinding
	for _, fs := range e.findings {
		out = append(out, fs...)
	}
	slices.SortFunc(out, func(a, b earlierFinding) int {
		return cmp.Or(cmp.Compare(a.Time, b.Time), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Fingerprint, b.Fingerprint))
	})
	return out
}

// at is when the message was sent, as the earlier report has it.
func (f earlierFinding) at() time.Time {
	t, err := time.Parse("2006-01-02T15:04:05", f.Time)
	if err != nil {
		return time.Time{}
	}
	return t
}

package lint

import (
	"regexp"
	"strings"
	"time"
)

// Suppression accepts the findings that everything it names applies to. At least
// one of Rule, Fingerprint, Sender and Pattern is set.
type Suppression struct {
	Rule        string         // ID of a rule, or a category
	Fingerprint string         // of one finding
	Sender      string         // as saved on the exporting phone
	Pattern     *regexp.Regexp // finds something in the message
	Reason      string         // why; never empty
	Until       time.Time      // last day on which it holds; zero for ever
}

// covers reports whether the suppression is about a finding.
func (s *Suppression) covers(f *Finding) bool {
	switch {
	case s.Rule != "" && s.Rule != f.Rule && s.Rule != string(f.Category):
		return false
	case s.Fingerprint != "" && !strings.EqualFold(s.Fingerprint, f.Fingerprint):
		return false
	case s.Sender != "" && normalise(s.Sender) != normalise(f.Message.Sender):
		return false
	}
	return s.Pattern == nil || s.Pattern.MatchString(f.Message.Text)
}

// Expired reports whether the suppression has run out on a day.
func (s *Suppression) Expired(today time.Time) bool {
	return !s.Until.IsZero() && today.After(s.Until.AddDate(0, 0, 1).Add(-time.Nanosecond))
}

// Settled is what somebody has accepted: a baseline and suppressions. Its Accepts
// serves one run as Options.Suppress and keeps account of what was of use.
type Settled struct {
	baseline     *Baseline
	suppressions []Suppression
	expired      []bool
	used         []bool
	seen         map[string]bool // fingerprints of the baseline that came up
}

// NewSettled takes a baseline, which may be nil, and suppressions as they hold
// on a day.
func NewSettled(b *Baseline, list []Suppression, today time.Time) *Settled {
	s := &Settled{baseline: b, suppressions: list, expired: make([]bool, len(list)), used: make([]bool, len(list)), seen: map[string]bool{}}
	for i := range list {
		s.expired[i] = list[i].Expired(today)
	}
	return s
}

// Accepts reports whether a finding is settled.
func (s *Settled) Accepts(f *Finding) bool {
	accepted := false
	for i := range s.suppressions {
		if s.suppressions[i].covers(f) {
			s.used[i] = true
			accepted = accepted || !s.expired[i]
		}
	}
	if s.baseline != nil && s.baseline.Has(f) {
		s.seen[f.Fingerprint] = true
		accepted = true
	}
	return accepted
}

// Expired returns the indexes of the suppressions that have run out and would
// still cover something.
func (s *Settled) Expired() []int {
	return s.which(func(i int) bool { return s.expired[i] && s.used[i] })
}

// Unused returns the indexes of the suppressions that covered nothing.
func (s *Settled) Unused() []int { return s.which(func(i int) bool { return !s.used[i] }) }

func (s *Settled) which(is func(i int) bool) []int {
	var out []int
	for i := range s.suppressions {
		if is(i) {
			out = append(out, i)
		}
	}
	return out
}

// Gone counts the findings of the baseline that did not come up.
func (s *Settled) Gone() int {
	if s.baseline == nil {
		return 0
	}
	return s.baseline.Len() - len(s.seen)
}

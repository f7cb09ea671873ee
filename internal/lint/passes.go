package lint

import (
	"cmp"
	"slices"

	"github.com/chatlint/chatlint/rules"
)

// pass takes the findings of one message and returns those that stay, in the
// same backing array. It depends on nothing but its arguments.
type pass func([]Finding, *Options) (kept []Finding)

// Passes that come before and after the count of suppressed findings.
var (
	// unwanted runs first: what nobody asked for needs no suppression, and
	// one that covers it must not seem used.
	unwanted = []pass{dropDisabled, dropMild}
	// A suppressed finding must not hide another one of its category, so only
	// what is left is merged; sorting needs the final list.
	final = []pass{mostSevereFirst, onePerCategory}
)

func apply(passes []pass, fs []Finding, opt *Options) []Finding {
	for _, p := range passes {
		fs = p(fs, opt)
	}
	return fs
}

func dropDisabled(fs []Finding, opt *Options) []Finding {
	return slices.DeleteFunc(fs, func(f Finding) bool { return slices.Contains(opt.DisabledCategories, f.Category) })
}

func dropMild(fs []Finding, opt *Options) []Finding {
	return slices.DeleteFunc(fs, func(f Finding) bool { return f.Severity < opt.MinSeverity })
}

// partSuppressed takes out what somebody has accepted.
func partSuppressed(fs []Finding, opt *Options) (open, accepted []Finding) {
	if opt.Suppress == nil {
		return fs, nil
	}
	for _, f := range fs {
		f.Suppressed = opt.Suppress(&f)
		if f.Suppressed {
			accepted = append(accepted, f)
		} else {
			open = append(open, f)
		}
	}
	return open, accepted
}

// mostSevereFirst puts the findings of a message in the order of a reader's
// interest; the rest of the key makes the order total.
func mostSevereFirst(fs []Finding, _ *Options) []Finding {
	slices.SortStableFunc(fs, func(a, b Finding) int {
		return cmp.Or(
			-cmp.Compare(a.Severity, b.Severity),
			cmp.Compare(rank(a.Category), rank(b.Category)),
			-cmp.Compare(a.Confidence, b.Confidence),
			cmp.Compare(a.Rule, b.Rule),
		)
	})
	return fs
}

func rank(c rules.Category) int { return slices.Index(rules.Categories, c) }

// onePerCategory keeps the first of each category, by the guideline's "at most
// one label per category, the most severe one counts".
func onePerCategory(fs []Finding, _ *Options) []Finding {
	kept := fs[:0]
	for _, f := range fs {
		if !slices.ContainsFunc(kept, func(k Finding) bool { return k.Category == f.Category }) {
			kept = append(kept, f)
		}
	}
	return kept
}

package config

import (
	"fmt"

	"github.com/chatlint/chatlint/internal/suggest"
)

// Code says what is wrong with a setting.
type Code string

// The codes of an Error.
const (
	UnknownKey   Code = "unknown-key"
	BadValue     Code = "bad-value"     // not one of Allowed or, without any, not a whole number
	NoValue      Code = "no-value"      // a key with nothing behind it
	WrongShape   Code = "wrong-shape"   // a block where a value belongs, or a list of more than plain texts
	DuplicateKey Code = "duplicate-key" // a key that stands twice
	NoReason     Code = "no-reason"     // a suppression that does not say why
	NoTarget     Code = "no-target"     // a suppression that names nothing
	NotUsable    Code = "not-usable"    // a date or an expression that does not parse
	BadSyntax    Code = "bad-syntax"    // not YAML, or not a single list of keys and values
	Unreadable   Code = "unreadable"    // the file is missing or cannot be read; see Err
)

// Error is a setting that cannot be used.
type Error struct {
	Code    Code
	Origin  Origin
	Key     string
	Value   string   // for BadValue
	Allowed []string // the values or keys there are
	Closest string   // the one of Allowed that was probably meant, or ""
	Example string   // for NoValue, WrongShape and suppressions: how it could stand in a file
	Err     error    // the cause, for Unreadable
}

func (e *Error) Error() string {
	place := e.Origin.Name
	if e.Origin.File != "" {
		place = fmt.Sprintf("%s:%d", e.Origin.File, e.Origin.Line)
	}
	return fmt.Sprintf("%s: %s %s %q", place, e.Code, e.Key, e.Value)
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

func (e *Error) at(o Origin) *Error {
	e.Origin = o
	return e
}

func (k key) bad(value string, allowed ...string) *Error {
	return &Error{Code: BadValue, Key: k.name, Value: value, Allowed: allowed, Closest: suggest.Closest(value, allowed)}
}

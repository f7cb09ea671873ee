package rules

import (
	"errors"
	"regexp/syntax"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/chatlint/chatlint/rules/lexicon"
)

// ReasonCode says what is wrong with a rule file or a word list.
type ReasonCode string

// The codes of a Reason.
const (
	NoYAML         ReasonCode = "no-yaml"
	TooLarge       ReasonCode = "too-large" // see bounds.go
	UnknownKey     ReasonCode = "unknown-key"
	DuplicateKey   ReasonCode = "duplicate-key"
	WrongType      ReasonCode = "wrong-type" // a text where a number belongs, a list where a text does
	NoCategory     ReasonCode = "no-category"
	NoTitle        ReasonCode = "no-title"
	NoWhyOrAdvice  ReasonCode = "no-why-or-advice"
	BadConfidence  ReasonCode = "bad-confidence"
	UnknownDetail  ReasonCode = "unknown-detail" // and no severity of the rule's own
	NoExamples     ReasonCode = "no-examples"
	BadExample     ReasonCode = "bad-example"
	BadSeverity    ReasonCode = "unknown-severity"
	BadReference   ReasonCode = "unknown-reference"
	EmptyCondition ReasonCode = "empty-condition"
	UnknownList    ReasonCode = "unknown-list"
	UnknownEntity  ReasonCode = "unknown-entity"
	UnknownRole    ReasonCode = "unknown-role"
	UnknownKind    ReasonCode = "unknown-kind"
	BadPattern     ReasonCode = "bad-pattern"
	NoLiteral      ReasonCode = "no-literal" // of three letters or more in every branch, so that most messages are ruled out
	BadNear        ReasonCode = "bad-near"
)

// ReasonCodes lists all codes, those of word lists last.
var ReasonCodes = append([]ReasonCode{
	NoYAML, TooLarge, UnknownKey, DuplicateKey, WrongType, NoCategory, NoTitle, NoWhyOrAdvice, BadConfidence, UnknownDetail, NoExamples, BadExample,
	BadSeverity, BadReference, EmptyCondition, UnknownList, UnknownEntity, UnknownRole, UnknownKind, BadPattern, NoLiteral, BadNear,
}, termCodes()...)

// termCodes are those of lines in word lists.
func termCodes() (codes []ReasonCode) {
	for _, r := range lexicon.Reasons {
		codes = append(codes, ReasonCode(r))
	}
	return codes
}

// Reason is what is wrong with a rule file or a word list. It is an error
// without the file, which LoadError adds.
type Reason struct {
	Code    ReasonCode
	Where   string   // part of a condition, such as when.all[0]; "" elsewhere
	Word    string   // that is not known or not possible, if any
	Allowed []string // words that are, if they are few
}

func (r *Reason) Error() string {
	text := strings.ReplaceAll(string(r.Code), "-", " ")
	if r.Where != "" {
		text = r.Where + ": " + text
	}
	if r.Word != "" {
		text += " " + strconv.Quote(r.Word)
	}
	if len(r.Allowed) > 0 {
		text += ", use one of " + strings.Join(r.Allowed, ", ")
	}
	return text
}

// reasonOf returns the reason in an error. What is none is about a pattern.
func reasonOf(err error) *Reason {
	if r, ok := errors.AsType[*Reason](err); ok {
		return r
	}
	if bad, ok := errors.AsType[*syntax.Error](err); ok {
		return &Reason{Code: BadPattern, Word: bad.Expr}
	}
	return &Reason{Code: BadPattern}
}

// inPart returns the reason with the part of a condition that it is about.
func inPart(err error, where string) *Reason {
	r := *reasonOf(err)
	r.Where = where
	return &r
}

// yamlReason finds out what is wrong with a file, and on which line, 0 where that
// is unknown.
func yamlReason(err error) (*Reason, int) {
	var (
		own     *Reason
		unknown *yaml.UnknownFieldError
		grammar *yaml.SyntaxError
		typ     *yaml.TypeError
		node    *yaml.UnexpectedNodeTypeError
		placed  yaml.Error
	)
	line, word := 0, ""
	if errors.As(err, &placed) && placed.GetToken() != nil {
		line, word = placed.GetToken().Position.Line, placed.GetToken().Value
	}
	switch {
	case errors.As(err, &own):
		return own, line
	case errors.As(err, &unknown):
		return &Reason{Code: UnknownKey, Word: word}, line
	case errors.As(err, &grammar) && strings.Contains(grammar.Message, "already defined"): // the library has no type for it
		return &Reason{Code: DuplicateKey, Word: word}, line
	case errors.As(err, &typ), errors.As(err, &node):
		return &Reason{Code: WrongType, Word: word}, line
	}
	return &Reason{Code: NoYAML}, line
}

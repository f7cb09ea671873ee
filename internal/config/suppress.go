package config

import (
	"errors"
	"regexp"
	"regexp/syntax"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/chatlint/chatlint/internal/suggest"
)

// suppressKey holds the list of suppressions. It stands in files only: a reason
// belongs where others can read it.
const suppressKey = "suppress"

// Suppression accepts findings that everything it names applies to.
type Suppression struct {
	Rule        string         // ID of a rule, or a category
	Fingerprint string         // of one finding
	Sender      string         // as saved on the exporting phone
	Pattern     *regexp.Regexp // finds something in the message
	Reason      string         // why; never empty
	Until       time.Time      // last day on which it holds; zero for ever
	Origin      Origin
}

// suppressionKeys are what a suppression can say.
var suppressionKeys = []string{"rule", "fingerprint", "sender", "pattern", "reason", "until"}

const suppressionExample = "suppress: [{rule: contact/phone, sender: Jana, reason: number of the front desk, until: 2026-12-31}]"

// Bounds of what is accepted by a configuration: each pattern is tried on each
// message, and an alias may repeat a large one many times.
const (
	maxSuppressions = 1000
	maxProgram      = 2000 // instructions of a compiled pattern
)

// suppressions reads the list.
func (f *file) suppressions(name, value *yaml.Node) *Error {
	list := resolve(value)
	if list.Kind != yaml.SequenceNode || len(list.Content) > maxSuppressions {
		return &Error{Code: WrongShape, Origin: Origin{File: f.name, Line: name.Line}, Key: suppressKey, Example: suppressionExample}
	}
	for _, n := range list.Content {
		s, fault := f.suppression(resolve(n))
		if fault != nil {
			return fault
		}
		f.suppressed = append(f.suppressed, s)
	}
	return nil
}

func (f *file) suppression(n *yaml.Node) (Suppression, *Error) {
	s := Suppression{Origin: Origin{File: f.name, Line: n.Line}}
	if n.Kind != yaml.MappingNode {
		return s, &Error{Code: WrongShape, Origin: s.Origin, Key: suppressKey, Example: suppressionExample}
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i].Value, resolve(n.Content[i+1])
		origin := Origin{File: f.name, Line: n.Content[i].Line}
		switch {
		case seen[key]:
			return s, &Error{Code: DuplicateKey, Origin: origin, Key: key}
		case value.Kind != yaml.ScalarNode:
			return s, &Error{Code: WrongShape, Origin: origin, Key: key, Example: suppressionExample}
		case strings.TrimSpace(value.Value) == "":
			return s, &Error{Code: NoValue, Origin: origin, Key: key, Example: suppressionExample}
		}
		seen[key] = true
		if fault := s.set(key, value.Value); fault != nil {
			return s, fault.at(origin)
		}
	}
	switch {
	case s.Reason == "":
		return s, &Error{Code: NoReason, Origin: s.Origin, Key: suppressKey, Example: suppressionExample}
	case s.Rule == "" && s.Fingerprint == "" && s.Sender == "" && s.Pattern == nil:
		return s, &Error{Code: NoTarget, Origin: s.Origin, Key: suppressKey, Example: suppressionExample}
	}
	return s, nil
}

func (s *Suppression) set(key, value string) *Error {
	var err error
	switch key {
	case "rule":
		s.Rule = value
	case "fingerprint":
		s.Fingerprint = value
	case "sender":
		s.Sender = value
	case "reason":
		s.Reason = value
	case "pattern":
		s.Pattern, err = compile(value)
	case "until":
		s.Until, err = time.Parse(time.DateOnly, value)
	default:
		return &Error{Code: UnknownKey, Key: key, Allowed: suppressionKeys, Closest: suggest.Closest(key, suppressionKeys)}
	}
	if err != nil {
		return &Error{Code: NotUsable, Key: key, Value: value, Example: suppressionExample}
	}
	return nil
}

var errTooLong = errors.New("pattern too long")

// compile compiles a pattern that does not repeat itself without measure.
func compile(expr string) (*regexp.Regexp, error) {
	re, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return nil, err
	}
	program, err := syntax.Compile(re.Simplify())
	if err != nil {
		return nil, err
	}
	if len(program.Inst) > maxProgram {
		return nil, errTooLong
	}
	return regexp.Compile(expr)
}

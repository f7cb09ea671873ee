package rules

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/rules/lexicon"
)

//go:embed builtin
var builtin embed.FS

// Options choose the rules of an Engine. The zero value loads all built-in
// rules.
type Options struct {
	// Own holds the user's own rules, and word lists below lexicon/, laid out
	// like the built-in ones. A rule with a known ID replaces that rule.
	Own fs.FS
	// Disabled lists rule IDs, or whole categories, to leave out.
	Disabled []string
	// Enabled lists rule IDs and categories that Disabled leaves on: a rule of a
	// category that is off, or a category.
	Enabled []string
	// Severity replaces the severity of all findings of a rule, or of a category.
	Severity map[string]Severity
	// Names lists people by what they are to the firm. They are found wherever
	// they are named, and their role is certain.
	Names map[Role][]string
	// RulesOnly leaves the learned model out.
	RulesOnly bool
	// Model replaces the built-in learned model by one that WriteModel wrote.
	Model io.Reader
}

// Engine is a compiled set of rules. It is immutable and safe for concurrent
// use through Sessions.
type Engine struct {
	rules      []Rule
	categories map[Category]CategoryInfo
	severities severityTable
	lex        *lexicon.Lexicon
	detectors  *detector.Engine
	model      *model              // nil: rules only
	set        map[string]Severity // rule or category → what the user made of it
	listed     *register           // people whom the user has listed, or nil
	words      *vocabulary
	classKey   []uint32 // class → hash of its name, stable between builds
	termKey    []string // class → key of the evidence

	mentionClasses []mentionClass
	classTitle, classStaff, classPartner, classOfficial,
	classCustomer, classFirm, classDepartment, classFinite, classNegation, classCollective lexicon.Class
}

// CategoryInfo is what all rules of a category share.
type CategoryInfo struct {
	Title Text     `yaml:"title"`
	Legal []string `yaml:"legal"` // provisions a finding cites, short form
	Why   Text     `yaml:"why"`   // why the law wants it kept out
	Case  Text     `yaml:"case"`  // a published decision of the kind, or empty
}

// LoadError is a rule file that cannot be used. Excerpt shows the place, if the
// file could be read as YAML at all.
type LoadError struct {
	File    string
	Line    int // 1-based; 0 where the fault is not on one line
	Reason  *Reason
	Excerpt string
}

func (e *LoadError) Error() string {
	text := e.File
	if e.Line > 0 {
		text += ":" + strconv.Itoa(e.Line)
	}
	text += ": " + e.Reason.Error()
	if e.Excerpt != "" {
		text += "\n" + e.Excerpt
	}
	return text
}

// Unwrap returns the reason.
func (e *LoadError) Unwrap() error { return e.Reason }

// Load compiles the built-in rules and the user's own. What does not depend on
// each other is read at the same time.
func Load(opt Options) (*Engine, error) {
	model := async(func() (*model, error) { return chooseModel(opt) })
	defer model() // it reads from opt
	base := async(builtinSources)
	defer base()
	go detector.Prepare() // whoever needs it first waits for it
	lex, err := words(opt.Own)
	if err != nil {
		return nil, err
	}
	e := &Engine{lex: lex, detectors: detector.New(), listed: newRegister(opt.Names), words: new(vocabulary)}
	if err := e.files(base, opt.Own); err != nil {
		return nil, err
	}
	slices.SortFunc(e.rules, func(a, b Rule) int { return strings.Compare(a.ID, b.ID) })
	if err := e.adjust(opt); err != nil {
		return nil, err
	}
	if e.model, err = model(); err != nil {
		return nil, err
	}
	return e, e.classes()
}

// async starts f and returns a function that waits for its result.
func async[T any](f func() (T, error)) (wait func() (T, error)) {
	var result T
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		result, err = f()
	}()
	return func() (T, error) {
		<-done
		return result, err
	}
}

// words returns the word lists, with those of the user's own if there are any.
func words(own fs.FS) (*lexicon.Lexicon, error) {
	load := lexicon.Builtin
	if own != nil {
		if _, err := fs.Stat(own, "lexicon"); err == nil {
			lists, err := fs.Sub(own, "lexicon")
			if err != nil {
				return nil, err
			}
			load = func() (*lexicon.Lexicon, error) { return lexicon.Load(lexicon.Files(), lists) }
		}
	}
	lex, err := load()
	if err != nil {
		return nil, lexiconError(err)
	}
	return lex, nil
}

func chooseModel(opt Options) (*model, error) {
	switch {
	case opt.RulesOnly:
		return nil, nil
	case opt.Model != nil:
		return readModel(opt.Model)
	}
	return builtinModel()
}

func lexiconError(err error) error {
	var se *lexicon.SyntaxError
	if errors.As(err, &se) {
		return &LoadError{File: "lexicon/" + se.File, Line: se.Line, Reason: &Reason{Code: ReasonCode(se.Reason)}, Excerpt: se.Term}
	}
	return err
}

// files adds the built-in rules and the user's own.
func (e *Engine) files(base func() (*sources, error), own fs.FS) error {
	s, err := base()
	if err != nil {
		return err
	}
	e.categories, e.severities = s.Categories, s.Severities
	for i := range s.Rules {
		if err := e.add(&s.Rules[i]); err != nil {
			return err
		}
	}
	if own == nil {
		return nil
	}
	return e.own(own)
}

// own adds the rules of a user's folder.
func (e *Engine) own(fsys fs.FS) error {
	return eachFile(fsys, func(r *Rule) error {
		r.Own = true
		return e.add(r)
	})
}

// eachFile reads all rules below the category folders of fsys.
func eachFile(fsys fs.FS, yield func(*Rule) error) error {
	return fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name == "lexicon" {
				return fs.SkipDir
			}
			return nil
		}
		if ext := path.Ext(name); ext != ".yaml" && ext != ".yml" || !strings.Contains(name, "/") {
			return nil
		}
		var r Rule
		if err := decode(fsys, name, &r); err != nil {
			return err
		}
		r.Source = name
		r.ID = strings.TrimSuffix(name, path.Ext(name))
		category, _, _ := strings.Cut(r.ID, "/")
		r.Category = Category(category)
		return yield(&r)
	})
}

// add compiles a rule. It takes the place of one with its ID.
func (e *Engine) add(r *Rule) error {
	err := e.invalid(r)
	if err == nil {
		err = e.compile(r)
	}
	if err != nil {
		return &LoadError{File: r.Source, Reason: reasonOf(err)}
	}
	if r.Legal == nil {
		r.Legal = e.categories[r.Category].Legal
	}
	e.rules = slices.DeleteFunc(e.rules, func(old Rule) bool { return old.ID == r.ID })
	e.rules = append(e.rules, *r)
	return nil
}

// compile prepares the conditions of a rule.
func (e *Engine) compile(r *Rule) error {
	if r.Learned {
		return nil
	}
	for _, c := range []*Condition{&r.When, r.Unless} {
		if c != nil && c.countUpTo(maxConditions) > maxConditions {
			return &Reason{Code: TooLarge}
		}
	}
	if err := r.When.compile(e.lex, "when"); err != nil {
		return err
	}
	r.needs, r.severityKeys = r.When.needs(e.lex), severityKeys(r)
	if r.Unless == nil {
		return nil
	}
	return r.Unless.compile(e.lex, "unless")
}

// invalid says what is wrong with the fields of a rule, or nothing.
func (e *Engine) invalid(r *Rule) error {
	details := e.severities[r.Category]
	switch {
	case !slices.Contains(Categories, r.Category):
		return &Reason{Code: NoCategory, Word: string(r.Category), Allowed: spelled(Categories)}
	case r.Title.De == "" || r.Title.En == "":
		return &Reason{Code: NoTitle}
	case r.Why.De == "" || r.Why.En == "" || r.Advice.De == "" || r.Advice.En == "":
		return &Reason{Code: NoWhyOrAdvice}
	case r.Confidence <= 0 || r.Confidence > 1:
		return &Reason{Code: BadConfidence}
	case r.Learned:
		return nil
	case details[r.Detail] == nil && len(r.Severity) == 0:
		return &Reason{Code: UnknownDetail, Word: r.Detail, Allowed: slices.Sorted(maps.Keys(details))}
	case len(r.Tests.Flag) == 0 || len(r.Tests.OK) == 0:
		return &Reason{Code: NoExamples}
	}
	return nil
}

func spelled[S ~string](list []S) []string {
	words := make([]string, len(list))
	for i, s := range list {
		words[i] = string(s)
	}
	return words
}

// classes looks up the word lists that the engine itself reads.
func (e *Engine) classes() error {
	for _, want := range []struct {
		name  string
		class *lexicon.Class
	}{
		{"roles/title", &e.classTitle},
		{"roles/staff", &e.classStaff},
		{"roles/partner", &e.classPartner},
		{"roles/official", &e.classOfficial},
		{"roles/customer", &e.classCustomer},
		{"roles/firm", &e.classFirm},
		{"roles/department", &e.classDepartment},
		{"grammar/finite", &e.classFinite},
		{"modality/negation", &e.classNegation},
		{"hr-record/collective", &e.classCollective},
	} {
		c, ok := e.lex.Class(want.name)
		if !ok {
			return fmt.Errorf("the word list %s is missing", want.name)
		}
		*want.class = c
	}
	e.mentionClasses = mentionClasses(e.lex)
	e.termKey = termKeys(e.lex)
	e.classKey = make([]uint32, e.lex.Classes())
	for c := range e.classKey {
		e.classKey[c] = hashText(e.lex.Name(lexicon.Class(c)))
	}
	return nil
}

// decode reads one YAML file; unknown keys are errors.
func decode(fsys fs.FS, name string, into any) error {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return err
	}
	if err := decodeYAML(data, into); err != nil {
		reason, line := yamlReason(err)
		_, excerpt, _ := strings.Cut(yaml.FormatError(err, false, true), "\n")
		return &LoadError{File: name, Line: line, Reason: reason, Excerpt: excerpt}
	}
	return nil
}

var errYAML = &Reason{Code: NoYAML}

// decodeYAML turns a panic of the decoder, which odd tags cause, into an error.
func decodeYAML(data []byte, into any) (err error) {
	defer func() {
		if recover() != nil {
			err = errYAML
		}
	}()
	if err := bounded(data); err != nil {
		return err
	}
	return yaml.NewDecoder(bytes.NewReader(data), yaml.Strict()).Decode(into)
}

// Rules returns the loaded rules, sorted by ID.
func (e *Engine) Rules() []Rule { return slices.Clone(e.rules) }

// Rule returns the rule with that ID.
func (e *Engine) Rule(id string) (Rule, bool) {
	i := slices.IndexFunc(e.rules, func(r Rule) bool { return r.ID == id })
	if i < 0 {
		return Rule{}, false
	}
	return e.rules[i], true
}

// Category returns what the rules of a category share.
func (e *Engine) Category(c Category) CategoryInfo { return e.categories[c] }

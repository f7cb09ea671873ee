package config

import (
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/chatlint/chatlint/internal/suggest"
)

// Pair is one line of a setting that gives names a value: a rule its severity,
// a group of people the table that lists them.
type Pair struct{ Name, Value string }

// pairs reads a mapping. A name may have a list of values where they are paths.
func (f *file) pairs(k key, n *yaml.Node) ([]Pair, map[string]Origin, *Error) {
	here := Origin{File: f.name, Line: n.Line}
	switch n = resolve(n); {
	case n.Tag == "!!null":
		return nil, nil, &Error{Code: NoValue, Origin: here, Key: k.name, Example: k.example()}
	case n.Kind != yaml.MappingNode:
		return nil, nil, &Error{Code: WrongShape, Origin: here, Key: k.name, Example: k.example()}
	}
	var pairs []Pair
	origins := map[string]Origin{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name := n.Content[i].Value
		origin := Origin{File: f.name, Line: n.Content[i].Line}
		if _, twice := origins[name]; twice {
			return nil, nil, &Error{Code: DuplicateKey, Origin: origin, Key: name}
		}
		origins[name] = origin
		values, fault := f.pairValues(k, n.Content[i+1])
		if fault != nil {
			return nil, nil, fault.at(origin)
		}
		for _, value := range values {
			if fault := k.checkPair(name, value); fault != nil {
				return nil, nil, fault.at(origin)
			}
			pairs = append(pairs, Pair{name, f.beside(k, value)})
		}
	}
	return pairs, origins, nil
}

// pairValues reads what stands behind a name.
func (f *file) pairValues(k key, n *yaml.Node) ([]string, *Error) {
	nodes := []*yaml.Node{n}
	if list := resolve(n); list.Kind == yaml.SequenceNode && k.words == nil {
		nodes = list.Content
	}
	var values []string
	for _, n := range nodes {
		switch n = resolve(n); {
		case n.Tag == "!!null":
			return nil, &Error{Code: NoValue, Key: k.name, Example: k.example()}
		case n.Kind != yaml.ScalarNode:
			return nil, &Error{Code: WrongShape, Key: k.name, Example: k.example()}
		}
		values = append(values, n.Value)
	}
	return values, nil
}

// beside makes a path in the file one that is relative to the file's folder.
func (f *file) beside(k key, value string) string {
	if k.words != nil || value == "" || filepath.IsAbs(value) {
		return value
	}
	return filepath.Join(filepath.Dir(f.name), value)
}

// parsePairs reads NAME=VALUE, as flags and variables have it.
func (k key) parsePairs(items []string) ([]Pair, *Error) {
	var pairs []Pair
	for _, item := range items {
		name, value, ok := strings.Cut(item, "=")
		if !ok || value == "" {
			return nil, &Error{Code: WrongShape, Key: k.name, Value: item, Example: k.pairExample("=")}
		}
		if fault := k.checkPair(name, value); fault != nil {
			return nil, fault
		}
		pairs = append(pairs, Pair{name, value})
	}
	return pairs, nil
}

func (k key) checkPair(name, value string) *Error {
	if k.names != nil && !slices.Contains(k.names, name) {
		return &Error{Code: UnknownKey, Key: name, Value: name, Allowed: k.names, Closest: suggest.Closest(name, k.names)}
	}
	if k.words != nil && !slices.Contains(k.words, value) {
		return k.bad(value, k.words...)
	}
	return nil
}

// pairExample shows one pair.
func (k key) pairExample(between string) string {
	if k.words != nil {
		return "health/illness" + between + "critical"
	}
	return k.names[0] + between + "kunden.csv"
}

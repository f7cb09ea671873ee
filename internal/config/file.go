package config

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"

	"go.yaml.in/yaml/v3"

	"github.com/chatlint/chatlint/internal/suggest"
)

// maxFile is far more than a configuration ever needs, in bytes.
const maxFile = 1 << 20

// readFile reads the settings of a file with the lines on which they stand.
// No name means no file and no settings.
func readFile(name string, s schema) ([]setting, []Suppression, error) {
	if name == "" {
		return nil, nil, nil
	}
	raw, err := readLimited(name)
	if err != nil {
		return nil, nil, &Error{Code: Unreadable, Origin: Origin{File: name}, Err: err}
	}
	return readSettings(name, raw, s)
}

// readSettings reads the settings in the text of a file.
func readSettings(name string, raw []byte, s schema) ([]setting, []Suppression, error) {
	root, fault := parseYAML(raw)
	if fault != nil {
		return nil, nil, fault.at(Origin{File: name, Line: fault.Origin.Line})
	}
	if root == nil {
		return nil, nil, nil
	}
	f := file{name: name, schema: s}
	for i := 0; i+1 < len(root.Content); i += 2 {
		if fault := f.add(root.Content[i], root.Content[i+1]); fault != nil {
			return nil, nil, fault
		}
	}
	return f.settings, f.suppressed, nil
}

func readLimited(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err == nil && len(raw) > maxFile {
		err = errTooLarge
	}
	return raw, err
}

var errTooLarge = errors.New("file too large")

// parseYAML returns the mapping that the file consists of, nil if it is empty.
func parseYAML(raw []byte) (*yaml.Node, *Error) {
	var doc, more yaml.Node
	d := yaml.NewDecoder(bytes.NewReader(raw))
	switch err := d.Decode(&doc); {
	case errors.Is(err, io.EOF):
		return nil, nil
	case err != nil:
		return nil, &Error{Code: BadSyntax, Origin: Origin{Line: errorLine(err)}}
	}
	root := doc.Content[0]
	if root.Kind != yaml.MappingNode {
		if root.Tag == "!!null" {
			return nil, nil
		}
		return nil, &Error{Code: BadSyntax, Origin: Origin{Line: root.Line}}
	}
	switch err := d.Decode(&more); {
	case errors.Is(err, io.EOF):
		return root, nil
	case err != nil:
		return nil, &Error{Code: BadSyntax, Origin: Origin{Line: errorLine(err)}}
	default:
		return nil, &Error{Code: BadSyntax, Origin: Origin{Line: more.Line}}
	}
}

var lineInError = regexp.MustCompile(`line (\d+)`)

// errorLine takes the line out of the YAML library's error, which has it in
// its text only.
func errorLine(err error) int {
	if m := lineInError.FindStringSubmatch(err.Error()); m != nil {
		line, _ := strconv.Atoi(m[1])
		return line
	}
	return 1
}

// file collects the settings of a configuration file.
type file struct {
	name     string
	schema   schema
	settings []setting

	suppressed []Suppression
	hasList    bool // the list of suppressions was there
}

func (f *file) add(name, value *yaml.Node) *Error {
	origin := Origin{File: f.name, Line: name.Line}
	if name.Value == suppressKey {
		if f.hasList {
			return &Error{Code: DuplicateKey, Origin: origin, Key: suppressKey}
		}
		f.hasList = true
		return f.suppressions(name, value)
	}
	k, ok := f.schema.find(name.Value)
	if !ok {
		known := append(f.schema.names(), suppressKey)
		return &Error{Code: UnknownKey, Origin: origin, Key: name.Value, Allowed: known, Closest: suggest.Closest(name.Value, known)}
	}
	for _, s := range f.settings {
		if s.key == k.name {
			return &Error{Code: DuplicateKey, Origin: origin, Key: k.name}
		}
	}
	s := setting{key: k.name, origin: origin}
	var fault *Error
	switch k.kind {
	case list:
		s.value, s.items, fault = f.list(k, value)
	case pairs:
		s.value, s.items, fault = f.pairs(k, value)
	default:
		s.value, fault = f.scalar(k, value)
	}
	if fault != nil {
		return fault
	}
	f.settings = append(f.settings, s)
	return nil
}

func (f *file) scalar(k key, n *yaml.Node) (any, *Error) {
	origin := Origin{File: f.name, Line: n.Line}
	switch n = resolve(n); {
	case n.Tag == "!!null":
		return nil, &Error{Code: NoValue, Origin: origin, Key: k.name, Example: k.example()}
	case n.Kind != yaml.ScalarNode:
		return nil, &Error{Code: WrongShape, Origin: origin, Key: k.name, Example: k.example()}
	}
	value, fault := k.parse(n.Value)
	if fault != nil {
		return nil, fault.at(origin)
	}
	if dir, ok := value.(string); ok && k.kind == folder && dir != "" && !filepath.IsAbs(dir) {
		value = filepath.Join(filepath.Dir(f.name), dir)
	}
	return value, nil
}

// list reads a sequence of texts, or a single text in its place.
func (f *file) list(k key, n *yaml.Node) ([]string, map[string]Origin, *Error) {
	nodes := []*yaml.Node{n}
	if seq := resolve(n); seq.Kind == yaml.SequenceNode {
		nodes = seq.Content
	}
	var items []string
	origins := map[string]Origin{}
	for _, n := range nodes {
		origin := Origin{File: f.name, Line: n.Line}
		switch n = resolve(n); {
		case n.Tag == "!!null":
			return nil, nil, &Error{Code: NoValue, Origin: origin, Key: k.name, Example: k.example()}
		case n.Kind != yaml.ScalarNode:
			return nil, nil, &Error{Code: WrongShape, Origin: origin, Key: k.name, Example: k.example()}
		}
		items = append(items, n.Value)
		origins[n.Value] = origin
	}
	return items, origins, nil
}

// resolve follows a YAML alias to what it stands for.
func resolve(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		return n.Alias
	}
	return n
}

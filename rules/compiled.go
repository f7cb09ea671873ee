package rules

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"io/fs"
)

//go:generate go run ../cmd/chatlint-train rules

// compiledFile holds the built-in rules as CompileBuiltin writes them: reading
// YAML at every start would take twenty times as long.
//
//go:embed compiled.json
var compiledFile []byte

// sources are rules as their files say them, before they are compiled.
type sources struct {
	Checksum   string // of the files
	Categories map[Category]CategoryInfo
	Severities severityTable
	Rules      []Rule
}

// CompileBuiltin returns the built-in rules in the form that is embedded. Equal
// rules give equal bytes.
func CompileBuiltin() ([]byte, error) {
	s, err := readSources()
	if err != nil {
		return nil, err
	}
	return json.Marshal(s)
}

// builtinSources returns the built-in rules. Their compiled form is left aside if
// it is not one of the files as they stand, because somebody is at work on them.
func builtinSources() (*sources, error) {
	var s sources
	sum, err := checksum()
	if err != nil {
		return nil, err
	}
	if json.Unmarshal(compiledFile, &s) != nil || s.Checksum != sum {
		return readSources()
	}
	return &s, nil
}

func checksum() (string, error) {
	h := sha256.New()
	err := hashFiles(h, builtin)
	return hex.EncodeToString(h.Sum(nil)), err
}

// readSources reads the files of the built-in rules.
func readSources() (*sources, error) {
	var s sources
	var err error
	if s.Checksum, err = checksum(); err != nil {
		return nil, err
	}
	if err := decode(builtin, "builtin/categories.yaml", &s.Categories); err != nil {
		return nil, err
	}
	if err := decode(builtin, "builtin/severity.yaml", &s.Severities); err != nil {
		return nil, err
	}
	base, err := fs.Sub(builtin, "builtin")
	if err != nil {
		return nil, err
	}
	return &s, eachFile(base, func(r *Rule) error {
		s.Rules = append(s.Rules, *r)
		return nil
	})
}

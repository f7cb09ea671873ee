package main

import (
	"encoding/gob"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/chatlint/chatlint/detector/postag"
)

// postagCommand lays out the weights of prose's tagger.
func postagCommand() *cobra.Command {
	return compileCommand("postag", "lay out the English tagger of prose (go generate ./detector/postag)", "weights.bin", func() ([]byte, error) {
		dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/jdkato/prose/v2").Output()
		if err != nil {
			return nil, fmt.Errorf("prose is not there: %w", err)
		}
		source, err := readProse(strings.TrimSpace(string(dir)))
		if err != nil {
			return nil, err
		}
		return postag.Encode(source)
	})
}

// readProse reads the tagger from the sources of prose.
func readProse(dir string) (postag.Source, error) {
	var s postag.Source
	for _, part := range []struct {
		name string
		into any
	}{{"weights", &s.Weights}, {"tags", &s.Tags}, {"classes", &s.Classes}} {
		f, err := os.Open(filepath.Join(dir, "model", "AveragedPerceptron", part.name+".gob"))
		if err != nil {
			return s, err
		}
		err = gob.NewDecoder(f).Decode(part.into)
		f.Close()
		if err != nil {
			return s, err
		}
	}
	var err error
	s.Emoticons, err = readEmoticons(filepath.Join(dir, "tokenize.go"))
	return s, err
}

// readEmoticons reads the keys of the map of that name in a Go file.
func readEmoticons(name string) ([]string, error) {
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
	if err != nil {
		return nil, err
	}
	var list []string
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || spec.Names[0].Name != "emoticons" {
			return true
		}
		ast.Inspect(spec, func(n ast.Node) bool {
			if pair, ok := n.(*ast.KeyValueExpr); ok {
				if key, ok := pair.Key.(*ast.BasicLit); ok {
					if s, err := strconv.Unquote(key.Value); err == nil {
						list = append(list, s)
					}
				}
			}
			return true
		})
		return false
	})
	if len(list) == 0 {
		return nil, fmt.Errorf("%s: no emoticons", name)
	}
	return list, nil
}

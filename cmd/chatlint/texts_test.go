package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/internal/config"
	"github.com/chatlint/chatlint/internal/locale"
	"github.com/chatlint/chatlint/internal/redact"
	"github.com/chatlint/chatlint/rules"
)

var textKey = regexp.MustCompile(`^(help|cmd|flag|explain|outcome|error|hint|rules|report|redact|baseline|config)\.[a-z.-]+$`)

// builtKeys are the keys that the code puts together from parts.
func builtKeys() []string {
	var keys []string
	for _, name := range []string{"root", "scan", "check", "report", "redact", "baseline", "baseline-create", "baseline-update", "baseline-show", "explain", "inspect", "rules", "rules-list", "rules-explain", "rules-test", "rules-new", "rules-docs", "init", "config", "config-show", "man", "eval", "version", "completion", "help"} {
		for _, part := range []string{"use", "short", "long", "example"} {
			if name != "root" || part != "use" {
				keys = append(keys, "cmd."+name+"."+part)
			}
		}
	}
	for _, code := range []config.Code{
		config.UnknownKey, config.BadValue, config.NoValue, config.WrongShape,
		config.DuplicateKey, config.NoReason, config.NoTarget, config.NotUsable, config.BadSyntax, config.Unreadable,
	} {
		keys = append(keys, "error.config-"+string(code))
	}
	for _, s := range []string{"low", "medium", "high", "critical"} {
		keys = append(keys, "severity."+s)
	}
	for _, reason := range []redact.Reason{redact.Leftover, redact.Shape, redact.Unstable} {
		keys = append(keys, "error.redact-"+string(reason))
	}
	for _, code := range rules.ReasonCodes {
		keys = append(keys, "error.rule-"+string(code))
	}
	for _, code := range rules.OutcomeCodes {
		keys = append(keys, "outcome."+string(code))
	}
	for _, setting := range config.Settings(nil) {
		keys = append(keys, "config."+setting.Key)
	}
	for code := range inputHints {
		keys = append(keys, "error.chat-"+string(code))
	}
	return keys
}

// usedKeys finds the keys that stand in the code.
func usedKeys(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	keys := builtKeys()
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if s, err := strconv.Unquote(lit.Value); err == nil && textKey.MatchString(s) {
					keys = append(keys, s)
				}
			}
			return true
		})
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func TestEveryTextExistsAndIsUsed(t *testing.T) {
	used := usedKeys(t)
	texts := locale.For(locale.English)
	for _, key := range used {
		if strings.HasSuffix(key, ".") || strings.HasSuffix(key, "-") {
			continue // the fixed part of a built key
		}
		if !texts.Has(key) && !texts.Has(key+".other") {
			t.Errorf("%s: not in the catalogue", key)
		}
	}
	for _, key := range texts.Keys() {
		base := strings.TrimSuffix(strings.TrimSuffix(key, ".one"), ".other")
		if !slices.Contains(used, base) {
			t.Errorf("%s: in the catalogue and nowhere in the code", key)
		}
	}
}

// TestTextsNameRealRules keeps the rules in hints and examples alive.
func TestTextsNameRealRules(t *testing.T) {
	known := ruleWords()
	name := regexp.MustCompile(`\b(` + strings.Join(known[:len(rules.Categories)], "|") + `)/[a-z][a-z-]*`)
	found := 0
	for _, lang := range locale.Langs {
		texts := locale.For(lang)
		for _, key := range texts.Keys() {
			if strings.HasSuffix(key, "new-rule") || strings.Contains(key, "rules-new") {
				continue // names rules that do not exist yet
			}
			for _, id := range name.FindAllString(texts.T(key), -1) {
				found++
				if !slices.Contains(known, id) {
					t.Errorf("%s %s: there is no rule %s", lang, key, id)
				}
			}
		}
	}
	if found == 0 {
		t.Error("found no rule in the texts")
	}
}

// chatCodes finds the codes of package chat, so that a new one without a text
// does not go unnoticed.
func chatCodes(t *testing.T) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "../../chat/errors.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if typ, ok := spec.Type.(*ast.Ident); ok && typ.Name == "Code" {
			code, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			codes = append(codes, code)
		}
		return false
	})
	return codes
}

func TestEveryInputErrorHasAHint(t *testing.T) {
	codes := chatCodes(t)
	if len(codes) == 0 {
		t.Fatal("found no codes in package chat")
	}
	for _, code := range codes {
		if _, ok := inputHints[chat.Code(code)]; !ok {
			t.Errorf("%s: no hint", code)
		}
	}
}

package rules

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

// ruleWhen is a good rule with another condition and other lines before it.
func ruleWhen(head, condition string) string {
	return head + strings.Replace(goodRule, "{pattern: zwirbel}", condition, 1)
}

// bombs are rule files that would unfold, nest or repeat without end.
func bombs() map[string]string {
	grow := func(first, line string) string {
		var b strings.Builder
		b.WriteString(first)
		for i := 1; i <= 10; i++ {
			alias := fmt.Sprintf("*a%d", i-1)
			fmt.Fprintf(&b, line, i, strings.Join([]string{alias, alias, alias, alias, alias, alias, alias, alias, alias, alias}, ", "))
		}
		return b.String()
	}
	return map[string]string{
		"aliases of texts":      grow("a0: &a0 [x]\n", "a%[1]d: &a%[1]d [%[2]s]\n") + goodRule,
		"aliases of conditions": ruleWhen("", "{any: ["+grow("&a0 {pattern: zwirbel}", ", &a%[1]d {any: [%[2]s]}")+"]}"),
		"alias of itself":       ruleWhen("", "&a {any: [*a]}"),
		"merge of itself":       "<<: &a {<<: *a}\n" + goodRule,
		"brackets":              "a: " + strings.Repeat("[", maxRuleFile-10),
		"braces":                strings.Repeat("{a: ", maxRuleFile/4),
		"dashes":                strings.Repeat("- ", maxRuleFile/2-1),
		"colons":                strings.Repeat("a: ", maxRuleFile/3),
		"questions":             strings.Repeat("? ", maxRuleFile/2-1),
		"steps":                 steps("a:\n", 350),
		"steps of a list":       steps("-\n", 350),
		"anchors":               strings.Repeat("&a ", (maxRuleFile-10)/3) + "x: 1",
		"tags":                  strings.Repeat("!a ", (maxRuleFile-10)/3) + "x: 1",
		"quotes":                strings.Repeat("'", maxRuleFile-1),
		"long":                  strings.Repeat("#\n", maxRuleFile),
		"repeated pattern":      ruleWhen("", "{pattern: '((((abc){10}){10}){10})'}"),
		"impossible pattern":    ruleWhen("", "{pattern: 'abc(x{1000}){1000}'}"),
		"many conditions":       ruleWhen("", "{any: ["+strings.Repeat("{pattern: zwirbel}, ", maxConditions)+"]}"),
	}
}

// steps nests line by line.
func steps(line string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + line)
	}
	return b.String()
}

// A rule file that would cost very much is refused at once and by its name.
func TestRuleBombs(t *testing.T) {
	for name, text := range bombs() {
		start := time.Now()
		err := blank().own(own(map[string]string{"health/bomb.yaml": text}))
		var le *LoadError
		if !errors.As(err, &le) || le.File != "health/bomb.yaml" {
			t.Errorf("%s: error %v", name, err)
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}

// catastrophic are patterns that take other engines the square of a text, or
// worse.
var catastrophic = []string{
	"(a+)+zwirbel", "(a|a)*zwirbel", "(a|aa)+zwirbel", "(.*a){20}zwirbel", "(.*)*(.*)*zwirbel", "^(a?){100}a{100}zwirbel",
}

// Patterns take time linear in the text, which a message bounds.
func TestCatastrophicPatterns(t *testing.T) {
	m := talk("Al Berg: " + strings.Repeat("a", 200_000) + " zwirbe zwirbel")
	for _, p := range catastrophic {
		e := blank()
		if err := e.own(own(map[string]string{"health/slow.yaml": ruleWhen("", "{pattern: '"+p+"'}")})); err != nil {
			t.Fatalf("%s: %v", p, err)
		}
		start := time.Now()
		meet(e, m).Check(m[0], nil)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s took %v", p, took)
		}
	}
}

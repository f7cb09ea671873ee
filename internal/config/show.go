package config

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/viper"
)

// Value is a key with what it is set to.
type Value struct {
	Key    string
	Text   string // as a file would spell it, "" where nothing is set
	Origin Origin // of the value, or of the first item of a list
}

// Values lists all keys that have one value, in the order of the documentation.
func (c *Config) Values() []Value { return c.values }

func valuesOf(s schema, v *viper.Viper, origins map[string]Origin) []Value {
	var out []Value
	for _, k := range s {
		text := ""
		if origin, set := origins[k.name]; set {
			text = k.spell(v.Get(k.name))
			out = append(out, Value{k.name, text, origin})
			continue
		}
		out = append(out, Value{Key: k.name})
	}
	return out
}

// spell returns a value as text.
func (k key) spell(value any) string {
	var items []string
	switch k.kind {
	case list:
	case pairs:
		for _, p := range value.([]Pair) {
			items = append(items, p.Name+": "+p.Value)
		}
		return "{" + strings.Join(items, ", ") + "}"
	default:
		return fmt.Sprint(value)
	}
	switch value := value.(type) {
	case []string:
		items = value
	case []any:
		for _, item := range value {
			items = append(items, fmt.Sprint(item))
		}
	}
	return "[" + strings.Join(items, ", ") + "]"
}

// Setting describes a key to people.
type Setting struct {
	Key     string
	Allowed []string // the words that can stand in it, nil if any can
	Example string   // a line of a file that sets it
}

// Settings describes all keys, the list of suppressions last.
func Settings(formats []string) []Setting {
	var out []Setting
	for _, k := range newSchema(formats) {
		out = append(out, Setting{k.name, slices.Concat(k.names, k.words), k.example()})
	}
	return append(out, Setting{suppressKey, nil, suppressionExample})
}

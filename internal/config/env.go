package config

import (
	"strings"

	"github.com/spf13/pflag"
)

// Variable returns the environment variable that sets a key.
func Variable(key string) string {
	return EnvPrefix + strings.ToUpper(strings.ReplaceAll(key, "-", "_"))
}

func readEnv(lookup func(string) (string, bool), s schema) ([]setting, error) {
	var settings []setting
	for _, k := range s {
		origin := Origin{Name: Variable(k.name)}
		text, ok := lookup(origin.Name)
		if !ok || text == "" {
			continue
		}
		value, fault := k.parse(text)
		if fault != nil {
			return nil, fault.at(origin)
		}
		settings = append(settings, setting{key: k.name, value: value, origin: origin})
	}
	return settings, nil
}

func readFlags(flags *pflag.FlagSet, s schema) ([]setting, error) {
	var settings []setting
	for _, k := range s {
		f := flags.Lookup(k.name)
		if f == nil || !f.Changed {
			continue
		}
		origin := Origin{Name: "--" + k.name}
		value, fault := k.flag(f)
		if fault != nil {
			return nil, fault.at(origin)
		}
		settings = append(settings, setting{key: k.name, value: value, origin: origin})
	}
	return settings, nil
}

// flag reads a flag's value, which is a list where the flag can be repeated.
func (k key) flag(f *pflag.Flag) (any, *Error) {
	items, repeated := f.Value.(pflag.SliceValue)
	switch {
	case repeated && k.kind == pairs:
		return k.parsePairs(items.GetSlice())
	case repeated:
		return items.GetSlice(), nil
	}
	return k.parse(f.Value.String())
}

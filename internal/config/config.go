// Package config merges what the user has set: the configuration file, then
// environment variables, then flags, each winning over the one before. It is
// the only package that knows viper, and it adds what viper lacks: a mistyped
// key or value is an error that names the place where it stands.
package config

import (
	"os"
	"path/filepath"

	"github.com/spf13/pflag"
	"github.com/spf13/viper"
)

// EnvPrefix starts the name of every environment variable that sets a key:
// CHATLINT_FAIL_ON sets fail-on.
const EnvPrefix = "CHATLINT_"

// Config is the effective configuration. Words hold one of the values that
// their key allows, or "" where nothing was set and the command decides.
type Config struct {
	Lang        string   `mapstructure:"lang"`
	Color       string   `mapstructure:"color"`
	Format      string   `mapstructure:"format"`
	Profile     string   `mapstructure:"profile"` // its values lie below all others
	MinSeverity string   `mapstructure:"min-severity"`
	FailOn      string   `mapstructure:"fail-on"`
	DateOrder   string   `mapstructure:"date-order"`
	Rules       string   `mapstructure:"rules"` // folder with the user's own rules
	Disable     []string `mapstructure:"disable"`
	Enable      []string `mapstructure:"enable"`   // rules that Disable leaves on
	Severity    []Pair   `mapstructure:"severity"` // of rules and categories
	Words       []Pair   `mapstructure:"words"`    // files with the names of a group's people
	Strict      bool     `mapstructure:"strict"`
	Jobs        int      `mapstructure:"jobs"`     // 0: as many as there are processors
	Baseline    string   `mapstructure:"baseline"` // file with known findings

	Suppress []Suppression `mapstructure:"-"` // in the order of the file

	File    string            `mapstructure:"-"` // the configuration file that was read, if any
	origins map[string]Origin // by key, and by key::item for lists
	values  []Value
}

// Origin says where a value was set: in a file, by an environment variable or
// by a flag. The zero value means that it was not set.
type Origin struct {
	File string
	Line int    // 1-based; 0 outside files
	Name string // of the variable or, with its dashes, of the flag
}

// Origin returns where a key, or an item of its list, was set.
func (c *Config) Origin(key, item string) Origin {
	if o, ok := c.origins[key+"::"+item]; ok {
		return o
	}
	return c.origins[key]
}

// Options says where to look for settings.
type Options struct {
	File    string                           // read this file and search none
	Start   string                           // search upwards from this file or folder
	UserDir string                           // the user's configuration folder, searched last
	Lookup  func(name string) (string, bool) // environment variables
	Flags   *pflag.FlagSet                   // flags; those named like a key set it
	Formats []string                         // the values that the key format allows
}

// Load finds, checks and merges all settings. Errors are of type *Error.
func Load(opt Options) (*Config, error) {
	schema := newSchema(opt.Formats)
	v := viper.NewWithOptions(viper.KeyDelimiter("::"))
	c := &Config{origins: map[string]Origin{}}
	for _, k := range schema {
		v.SetDefault(k.name, k.zero())
	}
	if c.File = opt.File; c.File == "" {
		c.File = Find(opt.Start, opt.UserDir)
	}
	layers, err := c.layers(opt, schema)
	if err != nil {
		return nil, err
	}
	profile, err := chosenProfile(layers, schema)
	if err != nil {
		return nil, err
	}
	for _, settings := range append([][]setting{profile}, layers...) {
		if err := c.merge(v, settings); err != nil {
			return nil, err
		}
	}
	c.values = valuesOf(schema, v, c.origins)
	return c, v.UnmarshalExact(c)
}

// layers reads what the user has set, the weakest first. It stops at the first
// thing that is wrong.
func (c *Config) layers(opt Options, s schema) (layers [][]setting, err error) {
	var inFile, inEnv, inFlags []setting
	if inFile, c.Suppress, err = readFile(c.File, s); err != nil {
		return nil, err
	}
	if inEnv, err = readEnv(opt.Lookup, s); err != nil {
		return nil, err
	}
	if inFlags, err = readFlags(opt.Flags, s); err != nil {
		return nil, err
	}
	return [][]setting{inFile, inEnv, inFlags}, nil
}

// setting is one value with the place that it comes from.
type setting struct {
	key    string
	value  any
	origin Origin
	items  map[string]Origin // of a list, where its items stand elsewhere
}

// merge lays settings over what v holds.
func (c *Config) merge(v *viper.Viper, settings []setting) error {
	values := map[string]any{}
	for _, s := range settings {
		values[s.key] = s.value
		c.origins[s.key] = s.origin
		for item, origin := range s.items {
			c.origins[s.key+"::"+item] = origin
		}
	}
	return v.MergeConfigMap(values)
}

// Find returns the configuration file that holds for start: the one in its
// folder or the closest folder above, else the user's own, else "".
func Find(start, userDir string) string {
	for _, dir := range searchPath(start, userDir) {
		name := filepath.Join(dir, FileName)
		if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
			return name
		}
	}
	return ""
}

// FileName is the name of a configuration file, wherever it stands.
const FileName = ".chatlint.yaml"

func searchPath(start, userDir string) []string {
	var dirs []string
	if dir, err := filepath.Abs(start); err == nil {
		for ; ; dir = filepath.Dir(dir) {
			dirs = append(dirs, dir)
			if dir == filepath.Dir(dir) {
				break
			}
		}
	}
	if userDir != "" {
		dirs = append(dirs, filepath.Join(userDir, "chatlint"), userDir)
	}
	return dirs
}

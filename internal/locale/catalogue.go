package locale

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
)

// Catalogue holds the texts of a package in all languages. Files are read when
// they are first needed.
type Catalogue struct {
	langs map[Lang]func() *Texts
}

// Texts is the catalogue of one language. It is immutable.
type Texts struct {
	lang  Lang
	texts map[string]string
}

// New returns the catalogue whose texts stand in the files de.yaml and en.yaml
// of a folder. The files are part of the program and a test runs Check on them,
// so one that cannot be read is a panic.
func New(files fs.FS, folder string) *Catalogue {
	c := &Catalogue{langs: map[Lang]func() *Texts{}}
	for _, lang := range Langs {
		c.langs[lang] = sync.OnceValue(func() *Texts {
			t, err := load(files, folder, lang)
			if err != nil {
				panic(fmt.Sprintf("locale: built-in catalogue: %v", err))
			}
			return t
		})
	}
	return c
}

// For returns the texts of a language, the English ones for a language that is
// not in Langs.
func (c *Catalogue) For(lang Lang) *Texts {
	if get, ok := c.langs[lang]; ok {
		return get()
	}
	return c.langs[English]()
}

func load(files fs.FS, folder string, lang Lang) (*Texts, error) {
	t := &Texts{lang: lang}
	raw, err := fs.ReadFile(files, path.Join(folder, string(lang)+".yaml"))
	if err != nil {
		return nil, err
	}
	return t, yaml.Unmarshal(raw, &t.texts)
}

// Check reports keys that a language lacks, empty texts, placeholders that
// differ between the languages and plurals without a form.
func (c *Catalogue) Check() error {
	var errs []error
	for _, lang := range Langs {
		for _, key := range slices.Sorted(maps.Keys(c.For(lang).texts)) {
			for _, other := range Langs {
				errs = append(errs, c.For(lang).compare(c.For(other), key))
			}
		}
	}
	return errors.Join(errs...)
}

var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

func (t *Texts) compare(o *Texts, key string) error {
	base, one := strings.CutSuffix(key, ".one")
	switch {
	case !o.Has(key):
		return fmt.Errorf("%s: missing in %s", key, o.lang)
	case strings.TrimSpace(t.texts[key]) == "":
		return fmt.Errorf("%s: empty in %s", key, t.lang)
	case one && !o.Has(base+".other"):
		return fmt.Errorf("%s: no plural form in %s", key, o.lang)
	case !slices.Equal(placeholders(t.texts[key]), placeholders(o.texts[key])):
		return fmt.Errorf("%s: placeholders differ in %s and %s", key, t.lang, o.lang)
	}
	return nil
}

func placeholders(text string) []string {
	found := placeholder.FindAllString(text, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

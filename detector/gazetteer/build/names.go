package build

import (
	"io/fs"
	"strings"

	"github.com/chatlint/chatlint/detector/gazetteer"
)

// Names returns the first names and the surnames of the sources with their
// frequency in parts per million.
func Names(src, lists fs.FS) (first, surname map[string]float64, err error) {
	b := &builder{src: src, own: lists, first: map[string]float64{}, surname: map[string]float64{}}
	if err := b.readNames(); err != nil {
		return nil, nil, err
	}
	return b.first, b.surname, nil
}

// Everyday returns the words of the frequency lists of German and English.
func Everyday(src fs.FS) ([]string, error) {
	b := &builder{src: src, words: map[string]gazetteer.Entry{}}
	var words []string
	for _, file := range []string{germanWords, englishWords} {
		err := b.lines(file, func(line string) {
			w, _, _ := strings.Cut(line, " ")
			if p := b.parts(w); len(p) == 1 && p[0] == w {
				words = append(words, w)
			}
		})
		if err != nil {
			return nil, err
		}
	}
	return words, nil
}

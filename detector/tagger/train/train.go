package train

import (
	"io/fs"
	"math/rand/v2"
	"sync"

	"github.com/chatlint/chatlint/detector"
	"github.com/chatlint/chatlint/detector/gazetteer"
	"github.com/chatlint/chatlint/detector/tagger"
	"github.com/chatlint/chatlint/internal/eval"
)

// Data is what a model is trained on and measured with.
type Data struct {
	News, Tweets, Commands []Sentence // training
	GermEval, PUD, WNUT    []Sentence // tests
	names                  *pool
	likeness               *likeness
}

// Load reads the public data sets below src, laid out as columns.go names them.
func Load(src fs.FS) (*Data, error) {
	d := &Data{}
	for _, set := range []struct {
		columns columns
		into    *[]Sentence
	}{
		{germEvalTrain, &d.News}, {germEvalDev, &d.News}, {wnutTrain, &d.Tweets}, {broadTwitter, &d.Tweets}, {wikigold, &d.Tweets}, {massive, &d.Commands},
		{germEvalTest, &d.GermEval}, {pud, &d.PUD}, {wnutTest, &d.WNUT},
	} {
		s, err := set.columns.read(src)
		if err != nil {
			return nil, err
		}
		*set.into = append(*set.into, s...)
	}
	var err error
	if d.names, err = newPool(src); err != nil {
		return nil, err
	}
	d.likeness, err = newLikeness(src, d.News, d.Tweets, d.Commands)
	return d, err
}

// Settings of the shipped model.
var Settings = tagger.Options{Epochs: 5, Rate: 0.2, L1: 0.5, Minimum: 3, Seed: 1, Lookup: gazetteer.Lookup}

// Prune is the weight below which the shipped model drops a feature.
const Prune = 0.05

// Lean makes up for training by token, which weighs a missed name as much as a
// false one though names are rare. More would cost precision on long chats.
const Lean = 0.2

// Draws is how many models, each on its own variants of the sentences, are
// averaged to the shipped one.
const Draws = 3

// Train makes a model from the public data and labelled chats: the mean of draws.
func (d *Data) Train(chats []*eval.Chat, draws int, o tagger.Options) *tagger.Weights {
	o.Likeness, o.HeldOut = d.likeness.whole, d.likeness.heldOut
	models := make([]*tagger.Weights, draws)
	var group sync.WaitGroup
	for i := range models {
		o := o
		o.Seed += uint64(i)
		group.Go(func() { models[i] = tagger.Train(d.examples(chats, o.Seed), o) })
	}
	group.Wait()
	return tagger.Average(models...)
}

// examples makes the variants of all sentences.
func (d *Data) examples(chats []*eval.Chat, seed uint64) []tagger.Example {
	v := &varier{pool: d.names, random: rand.New(rand.NewPCG(seed, 2))}
	var examples []tagger.Example
	var t detector.Text
	add := func(s Sentence) {
		if len(s.Text) > 0 {
			if x := s.example(&t); len(x.Tokens) > 0 {
				examples = append(examples, x)
			}
		}
	}
	for _, s := range d.News {
		v.news(s, add)
	}
	for _, s := range d.Tweets {
		v.tweet(s, add)
	}
	for _, s := range d.Commands {
		add(s)
	}
	for _, s := range sentences(chats) {
		v.chat(s, add)
	}
	return examples
}

// news gives the variants of a sentence of edited text.
func (v *varier) news(s Sentence, add func(Sentence)) {
	add(s)
	add(v.small(s))
	if v.chance(0.5) {
		s = v.hide(v.swap(v.shorten(s)), hiddenShare)
		switch {
		case v.chance(0.3):
			s = v.bare(s)
		case v.chance(0.3):
			s = v.small(v.bare(s))
		case v.chance(0.3):
			s = v.phone(s)
		}
		add(s)
	}
}

// tweet gives the variants of English text.
func (v *varier) tweet(s Sentence, add func(Sentence)) {
	add(s)
	s = v.hide(v.swap(v.shorten(s)), hiddenShare)
	add(v.small(s))
}

// hiddenShare is how many names of a variant are treated as if no list had them.
const hiddenShare = 0.25

// loudShare is how many messages get a variant in capitals.
const loudShare = 0.1

// chat gives the variants of a message, as many of one without names as of one
// with names. None keeps a name of the labelled chats.
func (v *varier) chat(s Sentence, add func(Sentence)) {
	if len(s.persons()) == 0 {
		s.Weight = 4
		add(s)
		s.Weight = 0
		add(v.small(s))
		if v.chance(loudShare) {
			add(v.loud(s))
		}
		return
	}
	if v.chance(loudShare) {
		add(v.loud(v.swap(s)))
	}
	add(v.swap(s))
	add(v.swap(s))
	add(v.hide(v.capitals(v.swap(s)), hiddenShare))
	add(v.hide(v.bare(v.swap(s)), hiddenShare))
	add(v.hide(v.small(v.swap(s)), hiddenShare))
}

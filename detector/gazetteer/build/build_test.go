package build

import (
	"testing"

	"github.com/chatlint/chatlint/detector/gazetteer"
)

func TestBucket(t *testing.T) {
	for _, tt := range []struct {
		ppm  float64
		want uint8
	}{{0, 1}, {0.2, 1}, {1, 2}, {12, 4}, {30, 4}, {100, 5}, {500, 7}, {20000, 7}} {
		if got := bucket(tt.ppm); got != tt.want {
			t.Errorf("bucket(%v) = %d, want %d", tt.ppm, got, tt.want)
		}
	}
}

func TestUsage(t *testing.T) {
	for _, tt := range []struct {
		u               usage
		letter, article uint8
	}{
		{usage{total: 100, small: 100}, 4, 1},
		{usage{total: 100, small: 60, article: 10}, 3, 2},
		{usage{total: 100, small: 20, article: 50}, 2, 3},
		{usage{total: 100}, 1, 1},
	} {
		if l, a := tt.u.buckets(); l != tt.letter || a != tt.article {
			t.Errorf("%+v: %d, %d, want %d, %d", tt.u, l, a, tt.letter, tt.article)
		}
	}
}

func TestClassify(t *testing.T) {
	b := &builder{words: map[string]gazetteer.Entry{
		"kevin": {First: 7}, "lang": {Surname: 7, Class: gazetteer.Homonym}, "nicht": {Surname: 2},
	}}
	b.classify("kevin", gazetteer.Nickname)
	b.classify("schorsch", gazetteer.Nickname)
	b.classify("lang", gazetteer.Function)
	b.classify("nicht", gazetteer.Function)
	want := map[string]gazetteer.Entry{
		"kevin": {First: 7}, "schorsch": {First: 4, Class: gazetteer.Nickname},
		"lang": {Surname: 7, Class: gazetteer.Homonym}, "nicht": {Class: gazetteer.Function},
	}
	for w, e := range want {
		if b.words[w] != e {
			t.Errorf("%s: %+v, want %+v", w, b.words[w], e)
		}
	}
}

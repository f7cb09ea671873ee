package detector

import (
	"slices"
	"testing"
)

func TestLinks(t *testing.T) {
	for text, want := range map[string][]string{
		"schau: https://shop.example/schrauben?seite=2.":        {"https://shop.example/schrauben?seite=2"},
		"(https://a.example/b)":                                 {"https://a.example/b"},
		"HTTPS://A.EXAMPLE/B, http://c.example":                 {"HTTPS://A.EXAMPLE/B", "http://c.example"},
		"https://w.example/wiki/Kran_(Bau)":                     {"https://w.example/wiki/Kran_(Bau)"},
		"www.bau.example/x geht nicht":                          {"www.bau.example/x"},
		"www.bau.example!":                                      {"www.bau.example"},
		"youtu.be/dQw4w9 ist gut":                               {"youtu.be/dQw4w9"},
		"mein-laden.de/angebot\u200e":                           {"mein-laden.de/angebot"},
		"https://a.example/ä-ö?x=ü#z":                           {"https://a.example/ä-ö?x=ü#z"},
		"<https://a.example>":                                   {"https://a.example"},
		"Mail an max@firma.de/gern auch später":                 nil,
		"Mo./Di. im Lager, Hr.Brand/Fr.Kern, z.B./usw. 3.5/4.5": nil,
		"fertig.Es/Sie weiter, morgen.In/out":                   nil,
		"https:// oder http:":                                   nil,
		"www. und WWW":                                          nil,
		"firma.de ohne Pfad":                                    nil,
	} {
		var x Text
		x.Reset(text)
		var got []string
		for i, k := range x.Tokens {
			if k.Kind == Link {
				got = append(got, x.Of(i))
			}
		}
		if !slices.Equal(got, want) || x.Links != len(want) {
			t.Errorf("%q: links %q (%d), want %q", text, got, x.Links, want)
		}
		if x.ResetWords(text); x.Links > 0 || slices.ContainsFunc(x.Tokens, func(k Token) bool { return k.Kind == Link }) {
			t.Errorf("%q: a link is not taken apart", text)
		}
	}
}

func TestInLinks(t *testing.T) {
	for text, want := range map[string]string{
		"https://maps.example/?q=48.137154,11.576124":                    "COORDINATES 48.137154,11.576124",
		"Router: http://192.168.178.1/login":                             "IP 192.168.178.1",
		"https://meet.example/j/87654321098?pwd=aB-cD123&x=1":            "CREDENTIAL aB-cD123",
		"https://meet.example/?room=4711#passcode=9876":                  "CREDENTIAL 9876",
		"https://shop.example/gks-18v-68-gc-06016B5100":                  "",
		"https://track.example/?piececode=00340434161094021234":          "",
		"https://news.example/code-4711-fuer-tuer-und-alarm":             "",
		"https://shop.example/passwort-manager?ref=pw-4711&pwd=":         "",
		"https://a.example/team/Stefan-Brandl-krank":                     "",
		"hier der Code: https://a.example/q/4711":                        "",
		"https://docs.example/d/1xY2z3/edit?usp=sharing&ouid=0171234567": "",
	} {
		var x Text
		x.Reset(text)
		got := ""
		for _, e := range New().NewScanner().Run(&x, Context{}) {
			got += string(e.Type) + " " + text[e.Start:e.End]
		}
		if got != want {
			t.Errorf("%q: found %q, want %q", text, got, want)
		}
	}
}

package main

import (
	"math/rand/v2"
	"strings"
	"unicode"
)

// pools holds the names of the labelled chats, each as often as it stands
// there.
type pools struct {
	forenames, surnames, towns []string
}

func (p *pools) empty() bool {
	return len(p.forenames) == 0 || len(p.surnames) == 0 || len(p.towns) == 0
}

// person files a name and returns its slot; what is no plain name, such as a
// nickname in small letters, counts as a forename.
func (p *pools) person(name string, titled bool) slot {
	words := strings.Fields(name)
	for _, w := range words {
		if !unicode.IsUpper([]rune(w)[0]) || strings.ContainsAny(w, "0123456789.:,()@+") {
			return forename
		}
	}
	switch {
	case len(words) == 2:
		p.forenames, p.surnames = append(p.forenames, words[0]), append(p.surnames, words[1])
		return fullName
	case len(words) == 1 && titled:
		p.surnames = append(p.surnames, words[0])
		return surname
	}
	return forename
}

// pick returns one of a list.
func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// Half of the surnames and towns are put together, so that most of them are new
// to every list of names.
var (
	surnameHeads = strings.Fields("Hinter Ober Nieder Kirch Stein Wald Berg Eich Birk Acker Mühl Lind Haber Roth Schön Breit Lang Kreuz Holz Brunn Fels Hart Moos Rauch Sand Thal Wies Zeil")
	surnameTails = strings.Fields("huber maier berger bauer hofer stätter eder inger mann rieder brunner reiter moser lechner wieser kamp brink städt feldt nagel")
	townHeads    = strings.Fields("Ober Unter Neu Alt Groß Klein Hohen Nieder Wester Oster Markt Kirch Lang Wald Stein Frei Wolfs Rein Alten Hei")
	townTails    = strings.Fields("ingen hausen dorf bach berg felden heim stetten kirchen hofen brunn au rode leben büttel stedt münster tal weiler burg")
)

func (p *pools) surname(r *rand.Rand) string {
	if r.IntN(2) == 0 {
		return pick(r, surnameHeads) + pick(r, surnameTails)
	}
	return pick(r, p.surnames)
}

func (p *pools) town(r *rand.Rand) string {
	if r.IntN(2) == 0 {
		return pick(r, townHeads) + pick(r, townTails)
	}
	return pick(r, p.towns)
}

// cast returns the full names of n members of a group, all different.
func (p *pools) cast(r *rand.Rand, n int) []string {
	var names []string
	seen := map[string]bool{}
	for len(names) < n {
		name := pick(r, p.forenames) + " " + p.surname(r)
		if !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	return names
}

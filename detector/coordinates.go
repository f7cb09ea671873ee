package detector

import (
	"strconv"
	"strings"
)

// coordinatesDetector finds positions: decimal degrees, degrees with minutes,
// plus codes. Those inside a map link count without the link.
var coordinatesDetector = Detector{
	Name:  "coordinates",
	Types: []Type{Coordinates},
	Gate: func(t *Text) bool {
		return t.Digits >= 1 && (t.Digits >= 6 || strings.Contains(t.Raw, "+") || strings.Contains(t.Raw, "°"))
	},
	Find: findCoordinates,
}

func findCoordinates(t *Text, _ Context, out []Entity) []Entity {
	for i := 0; i < len(t.Tokens); i++ {
		start, last, why := i, 0, ""
		switch {
		case t.kind(i) == Number:
			if last = decimalPair(t, i); last > 0 {
				why = "decimal degrees"
			} else if last = sexagesimal(t, i); last > 0 {
				why = "degrees and minutes"
			} else if last = plusCode(t, i); last > 0 {
				why = "plus code"
			}
			for last > 0 && start > 0 && (t.isDash(start-1) && t.gap(start-1) == 0 || t.isHemisphere(start-1) || compass.has(t.wordAt(start-1))) {
				start--
			}
		case t.kind(i) == Word && (t.Tokens[i].Upper || t.Tokens[i].Digit):
			if last = plusCode(t, i); last > 0 {
				why = "plus code"
			}
		}
		if last > 0 {
			out = append(out, t.span(Coordinates, start, last, 0.95, why))
			i = last
		}
	}
	return out
}

// isHemisphere reports a letter or an abbreviation that names half of the globe.
func (t *Text) isHemisphere(i int) bool {
	switch t.wordAt(i) {
	case "n", "s", "e", "w", "o", "lat", "lon", "lng":
		return true
	}
	return false
}

// compass are the hemispheres in full.
var compass = newCues("nord süd ost west north south east", "")

// heads reports a hemisphere with a capital at token i: N, Nord.
func (t *Text) heads(i int) bool {
	return i < len(t.Tokens) && t.Tokens[i].Upper && (t.size(i) == 1 && t.isHemisphere(i) || compass.has(t.wordAt(i)))
}

// positionCues name a position, so that few decimals do.
var positionCues = newCues("position gps location pin", "standort koordinat coordinat")

// decimalPair reads 53.4712,9.9843 and 53,4712 9,9843 at the first number and
// returns the last token, or 0. Four decimals at least: fewer are prices, unless a word names a position or
// both numbers have a hemisphere.
func decimalPair(t *Text, i int) int {
	decimals, named := 4, positionCues.before(t, i, 4)
	if named || t.heads(i+3) {
		decimals = 2
	}
	lat, j := degrees(t, i, decimals)
	if j == 0 || lat > 90 {
		return 0
	}
	for k := 0; k < 2 && (t.isHemisphere(j+1) || t.heads(j+1) || t.oneOf(j+1, ",;/&")); k++ {
		j++
	}
	if t.isDash(j+1) && t.gap(j) == 0 && !t.punct(j, ',') {
		return 0 // a range
	}
	for t.isHemisphere(j+1) || t.isDash(j+1) || t.oneOf(j+1, "=:") {
		j++
	}
	if t.gap(j) > 2 {
		return 0
	}
	lon, last := degrees(t, j+1, decimals)
	if last == 0 || lon > 180 {
		return 0
	}
	if t.heads(last+1) && t.gap(last) <= 1 {
		return last + 1
	}
	if decimals < 4 && !named && t.size(last) < 4 {
		return 0
	}
	return last
}

// degrees reads a number with at least so many decimals and returns its value and last
// token, or 0.
func degrees(t *Text, i, decimals int) (float64, int) {
	if !t.asciiDigits(i) || !t.asciiDigits(i+2) || !gluedTokens(t, i, i+2) || !t.oneOf(i+1, ".,") {
		return 0, 0
	}
	if t.size(i) > 3 || t.size(i+2) < decimals || t.size(i+2) > 15 {
		return 0, 0
	}
	v, err := strconv.ParseFloat(t.Of(i), 64)
	if err != nil {
		return 0, 0
	}
	last := i + 2
	if t.gap(last) == 0 && t.kind(last+1) == Punct && t.Of(last+1) == "°" || t.kind(last+1) == Symbol && t.gap(last) == 0 && t.Of(last+1) == "°" {
		last++
	}
	return v, last
}

// sexagesimal reads 49°18.64' E 11°03.92' and 51°30'26"N 0°07'39"W at the first
// degree and returns the last token, or 0.
func sexagesimal(t *Text, i int) int {
	signs, last := 0, 0
	for j := i; j < len(t.Tokens) && j < i+26; j++ {
		switch {
		case t.kind(j) == Number:
		case t.Of(j) == "°":
			signs++
		case strings.Contains(`.,'"′″’“”´`+"`", t.Of(j)):
			if j == i || t.kind(j) != Punct && t.kind(j) != Symbol {
				return 0
			}
			if t.punct(j, ',') && t.gap(j) > 0 && signs > 1 {
				return finished(t, i, signs, last)
			}
		case t.isHemisphere(j):
		default:
			return finished(t, i, signs, last)
		}
		if !t.punct(j, ',') && !t.punct(j, '.') {
			last = j
		}
	}
	return finished(t, i, signs, last)
}

func finished(t *Text, i, signs, last int) int {
	if signs == 2 && digitCount([]byte(t.Raw[t.Tokens[i].Start:t.Tokens[last].End])) >= 4 {
		return last
	}
	return 0
}

// plusCode reads an Open Location Code such as 8FWC2345+G6 and returns its last
// token, or 0.
func plusCode(t *Text, i int) int {
	if n := t.size(i); n != 4 && n != 6 && n != 8 || !t.punct(i+1, '+') || t.gap(i) != 0 || t.gap(i+1) != 0 {
		return 0
	}
	if n := t.size(i + 2); n < 2 || n > 4 || !openLocation(t.Of(i)) || !openLocation(t.Of(i+2)) {
		return 0
	}
	// Digits alone are a sum, not a code.
	if !t.Tokens[i].Digit && !t.Tokens[i+2].Digit || t.kind(i) == Number && t.kind(i+2) == Number {
		return 0
	}
	return i + 2
}

func openLocation(s string) bool {
	return strings.Trim(s, "23456789CFGHJMPQRVWX") == ""
}

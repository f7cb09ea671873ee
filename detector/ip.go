package detector

import (
	"net/netip"
	"strings"
)

// ipDetector finds IPv4 and IPv6 addresses.
var ipDetector = Detector{
	Name:  "ip",
	Types: []Type{IP},
	Gate: func(t *Text) bool {
		return t.Digits >= 2 && (strings.Count(t.Raw, ".") >= 3 || strings.Count(t.Raw, ":") >= 2)
	},
	Find: findIP,
}

// versionCues name dotted numbers that are no addresses.
var versionCues = newCues("version v ver release firmware software app ios android windows driver treiber patch build update kapitel abschnitt absatz position pos lv ziffer", "hilfsmittel positionsn firmware")

// networkCues name an address of small numbers, which else reads as a version.
var networkCues = newCues("ip ping server router login vpn log netz netzwerk kamera drucker adresse address host gateway dns", "ip-adr")

func findIP(t *Text, _ Context, out []Entity) []Entity {
	for i := 0; i < len(t.Tokens); i++ {
		if continuesNumber(t, i) {
			continue
		}
		if last := ipv4(t, i); last > 0 {
			out = append(out, t.span(IP, i, last, 0.95, "IPv4 address"))
			i = last
		} else if last := ipv6(t, i); last > 0 {
			out = append(out, t.span(IP, i, last, 0.97, "IPv6 address"))
			i = last
		}
	}
	return out
}

// ipv4 returns the last of the seven tokens of an address, or 0.
func ipv4(t *Text, i int) int {
	for k := 0; k <= 6; k += 2 {
		if n := t.number(i + k); n < 0 || n > 255 || t.size(i+k) > 3 || t.size(i+k) > 1 && t.Of(i + k)[0] == '0' {
			return 0
		}
		if k < 6 && (!t.punct(i+k+1, '.') || t.gap(i+k) != 0 || t.gap(i+k+1) != 0) {
			return 0
		}
	}
	last := i + 6
	longer := t.gap(last) == 0 && (t.separator(last+1) && t.gap(last+1) == 0 && t.kind(last+2) == Number && !t.punct(last+1, '/'))
	if longer || versionCues.before(t, i, 2) || t.number(i) == 0 || smallOctets(t, i) && !networkCues.around(t, i, last, 6) {
		return 0
	}
	return last
}

// smallOctets reports four numbers as in a version or a bill of quantities: all
// below 32, and not of the private range 10.
func smallOctets(t *Text, i int) bool {
	return t.number(i) != 10 && max(t.number(i), t.number(i+2), t.number(i+4), t.number(i+6)) < 32
}

// ipv6 returns the last token of a run of hexadecimal groups and colons, or 0.
func ipv6(t *Text, i int) int {
	last, colons := i-1, 0
	for j := i; j < len(t.Tokens) && j < i+16 && (j == i || t.gap(j-1) == 0); j++ {
		if t.punct(j, ':') {
			colons++
		} else if t.kind(j) > Number || t.size(j) > 4 {
			break
		}
		last = j
	}
	if colons < 2 || t.kind(i) > Number && !t.punct(i, ':') {
		return 0
	}
	for ; last > i && colons >= 2; last-- {
		if a, err := netip.ParseAddr(t.Raw[t.Tokens[i].Start:t.Tokens[last].End]); err == nil && a.Is6() && digitCount([]byte(a.String())) >= 2 {
			return last
		}
		if !t.punct(last, ':') {
			return 0
		}
	}
	return 0
}

// continuesNumber reports a number at token i that goes on another one or a path. The
// slashes of a link are no path, a colon behind a blank is no part of an address.
func continuesNumber(t *Text, i int) bool {
	switch {
	case i == 0 || t.gap(i-1) > 0:
		return false
	case t.punct(i-1, ':'):
		return t.kind(i-2) <= Number && t.gap(i-2) == 0
	}
	return t.separator(i-1) && !(t.punct(i-1, '/') && t.punct(i-2, '/'))
}

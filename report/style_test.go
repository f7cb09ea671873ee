package report

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// colours reads the variables of a block of the style sheet.
func colours(block string) map[string]string {
	out := map[string]string{}
	for _, m := range regexp.MustCompile(`--([a-z0-9]+): (#[0-9a-f]{3,6})`).FindAllStringSubmatch(block, -1) {
		hex := m[2][1:]
		if len(hex) == 3 {
			hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
		}
		out[m[1]] = hex
	}
	return out
}

// luminance is the relative luminance of WCAG 2.
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			sum += weight * c / 12.92
		} else {
			sum += weight * math.Pow((c+0.055)/1.055, 2.4)
		}
	}
	return sum
}

func contrast(t *testing.T, a, b string) float64 {
	la, lb := luminance(t, a), luminance(t, b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// Words need a contrast of 4.5, bars one of 3 or a label (WCAG 2.2, 1.4.3 and
// 1.4.11). The bars have labels and a table; they still must be seen.
func TestContrast(t *testing.T) {
	light, rest, ok := strings.Cut(style, "@media screen and (prefers-color-scheme: dark)")
	if !ok {
		t.Fatal("no dark colours")
	}
	dark, _, _ := strings.Cut(rest, "\n}\n")
	for name, c := range map[string]map[string]string{"light": colours(light), "dark": colours(dark)} {
		if len(c) < 15 {
			t.Fatalf("%s: only %d colours", name, len(c))
		}
		for _, ground := range []string{"paper", "panel"} {
			for _, ink := range []string{"ink", "soft", "link", "s1", "s2", "s3", "s4", "red", "amber", "green"} {
				if got := contrast(t, c[ink], c[ground]); got < 4.5 {
					t.Errorf("%s: %s on %s has a contrast of %.1f", name, ink, ground, got)
				}
			}
		}
		if got := contrast(t, c["ink"], c["mark"]); got < 4.5 {
			t.Errorf("%s: marked words have a contrast of %.1f", name, got)
		}
		for _, bar := range []string{"f1", "f2", "f3", "f4"} {
			if got := contrast(t, c[bar], c["paper"]); got < 2 {
				t.Errorf("%s: %s has a contrast of %.1f", name, bar, got)
			}
		}
	}
}

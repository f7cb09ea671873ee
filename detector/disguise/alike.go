package disguise

import "strings"

// alike are the letters that pass for a digit among digits.
var alike = [256]byte{'O': '0', 'o': '0', 'I': '1', 'l': '1', 'S': '5', 's': '5', 'B': '8', 'b': '6'}

// isAlike reports the letters that are a trace beside a digit. S, s, B and b also abbreviate seconds and
// bytes.
func isAlike(b byte) bool { return b == 'O' || b == 'o' || b == 'I' || b == 'l' }

// leastAlike is how many characters a number has at least in which letters pass for digits.
const leastAlike = 6

// lookingAlike puts the digit in the place of letters that look like it in a number:
// 12O3 OOOO, o1s2 288I7386. The litres of 10l 20l stay.
func lookingAlike(text string) (edits []Edit) {
	for at := 0; at < len(text); {
		from, size, sure := at, 0, false
		var found []Edit
		for at < len(text) {
			group := wordEnd(text, at) - at
			ok, certain := passes(text[at : at+group])
			if !ok {
				break
			}
			for i := at; i < at+group; i++ {
				if !isDigit(text[i]) {
					found = append(found, Edit{i, i + 1, string(alike[text[i]])})
				}
			}
			size, sure, at = size+group, sure || certain, at+group
			gap := gapOf(text[at:])
			at += len(gap)
			if strings.Contains(gap, ", ") {
				break
			}
		}
		if sure && size >= leastAlike {
			edits = append(edits, found...)
		}
		if at == from {
			at = max(wordEnd(text, at), at+1)
		}
	}
	return edits
}

// passes reports a group of digits and letters that look like digits, and whether it is surely part
// of a number: it has an O, or an I or l with more behind it in three characters or more. 10l are
// litres, O2 is a network.
func passes(group string) (ok, sure bool) {
	if group == "" || len(group) > longest || strings.EqualFold(group, "o2") {
		return false, false
	}
	digits := 0
	for i := range len(group) {
		c := group[i]
		switch {
		case isDigit(c):
			digits++
		case alike[c] == 0, !isAlike(c) && (i == 0 || alike[group[i-1]] == 0 && !isDigit(group[i-1])):
			return false, false
		default:
			sure = sure || isAlike(c) && (alike[c] == '0' || i+1 < len(group) && len(group) > 2)
		}
	}
	if digits == 0 {
		return len(group) >= 3 && isAlike(group[0]) && strings.Trim(group, group[:1]) == "", false
	}
	return true, sure
}

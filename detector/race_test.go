//go:build race

package detector

// underRace says that the race detector is at work, for which pools forget.
const underRace = true

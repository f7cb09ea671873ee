package tagger

// lanes holds a score per label as one sum of 16-bit lanes, so that two additions
// of integers add all scores. A lane below zero borrows from the next one, which
// labels gives back.
type lanes [2]uint64

// laneUnit is how many units of a lane make one of a score. Lanes hold ±32,767
// units; laneLimit keeps the sum over all features of a token within.
const (
	laneUnit  = 64
	laneLimit = 60 * laneUnit
	laneBits  = 16
	perWord   = 4 // lanes of one integer
)

// newLanes rounds scores to units.
func newLanes(scores *[Labels]float32) (l lanes) {
	for y, v := range scores {
		unit := max(-laneLimit, min(laneLimit, v*laneUnit))
		if unit < 0 {
			unit -= 0.5
		} else {
			unit += 0.5
		}
		l[y/perWord] += uint64(int64(unit)) << (laneBits * (y % perWord))
	}
	return l
}

func (l *lanes) add(o *lanes) {
	l[0] += o[0]
	l[1] += o[1]
}

// scores unpacks the sums.
func (l lanes) scores() (s [Labels]float32) {
	const middle = 1<<15 | 1<<31 | 1<<47 | 1<<63
	low, high := l[0]+middle, l[1]+middle
	for y := range perWord {
		s[y] = float32(int32(low>>(laneBits*y)&0xffff)-1<<15) / laneUnit
	}
	for y := range Labels - perWord {
		s[perWord+y] = float32(int32(high>>(laneBits*y)&0xffff)-1<<15) / laneUnit
	}
	return s
}

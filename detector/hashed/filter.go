package hashed

// Filter rules out most hashes that a set does not hold: it has a bit for each range of
// hashes, set if one of them is in the set. It fits a nearer cache than the set itself, and
// most hashes that are looked for are in no set.
type Filter struct {
	ranges []uint64
	shift  uint // what leads from a hash to the number of its range
}

// NewFilter returns the filter of an empty set. It has 2 to the given power ranges, which is
// from 6 to 32; less is taken for 6. The hashes must be spread evenly over all numbers.
func NewFilter(power int) Filter {
	power = max(power, 6)
	return Filter{ranges: make([]uint64, 1<<(power-6)), shift: uint(32 - power)}
}

// Add puts a hash into the set.
func (f *Filter) Add(hash uint32) {
	r := hash >> f.shift
	f.ranges[r/64] |= 1 << (r % 64)
}

// MayHold reports whether the set may hold a hash; if not, it does not.
func (f *Filter) MayHold(hash uint32) bool {
	r := hash >> f.shift
	return f.ranges[r/64]>>(r%64)&1 != 0
}

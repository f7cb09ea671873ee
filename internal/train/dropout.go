package train

import "math/rand/v2"

// dropout leaves a share of the features of a message out at random, another one
// in each step of training, so that none can rely on the others (Srivastava et
// al., "Dropout", 2014). Those that stay count as much more as makes up for it.
type dropout struct {
	share float64
	rng   *rand.Rand
	kept  []int32
}

// thin returns the features that stay, valid until the next call, and what each
// counts when all of them would have counted value.
func (d *dropout) thin(features []int32, value float32) ([]int32, float32) {
	d.kept = d.kept[:0]
	for _, f := range features {
		if d.rng.Float64() >= d.share {
			d.kept = append(d.kept, f)
		}
	}
	return d.kept, value / float32(1-d.share)
}

package train

import "math"

// ftrl is a set of logistic regressions over the same sparse features, trained
// side by side with FTRL-Proximal (McMahan et al., "Ad click prediction: a view
// from the trenches", 2013). Its L1 term keeps few features.
type ftrl struct {
	width       int
	alpha, beta float64
	l1, l2      float64
	z, n        []float64 // feature × width
}

func newFTRL(features, width int, opt Settings) *ftrl {
	return &ftrl{
		width: width, alpha: opt.Alpha, beta: 1, l1: opt.L1, l2: opt.L2,
		z: make([]float64, features*width), n: make([]float64, features*width),
	}
}

// weight returns the current weight number i (feature × width + column).
func (f *ftrl) weight(i int) float64 {
	z := f.z[i]
	if math.Abs(z) <= f.l1 {
		return 0
	}
	if z > 0 {
		z -= f.l1
	} else {
		z += f.l1
	}
	return -z / ((f.beta+math.Sqrt(f.n[i]))/f.alpha + f.l2)
}

// score returns the log-odds of a column. Feature 0 is the bias.
func (f *ftrl) score(features []int32, column int) float64 {
	s := f.weight(column)
	for _, x := range features {
		s += f.weight(int(x)*f.width + column)
	}
	return s
}

// learn updates a column by one example.
func (f *ftrl) learn(features []int32, column int, truth bool, importance float64) {
	g := sigmoid(f.score(features, column))
	if truth {
		g--
	}
	g *= importance
	if math.Abs(g) < 1e-4 {
		return
	}
	f.update(column, g)
	for _, x := range features {
		f.update(int(x)*f.width+column, g)
	}
}

func (f *ftrl) update(i int, g float64) {
	w := f.weight(i)
	n := f.n[i] + g*g
	sigma := (math.Sqrt(n) - math.Sqrt(f.n[i])) / f.alpha
	f.z[i] += g - sigma*w
	f.n[i] = n
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

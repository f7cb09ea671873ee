package train

import "math"

// ftrl is a set of logistic regressions over the same sparse features, trained
// side by side with FTRL-Proximal (McMahan et al., "Ad click prediction: a view
// from the trenches", 2013). Its L1 term keeps few features.
//
// Every feature of a message has the same value, 1/√n for n features, so that a
// long message does not outshout a short one.
type ftrl struct {
	width           int
	alpha, beta     float32
	l1, l2          float32
	w, z, n         []float32 // feature × width; row 0 is the bias
	minimumGradient float32
}

func newFTRL(features, width int, opt Settings) *ftrl {
	size := features * width
	return &ftrl{
		width: width, alpha: float32(opt.Alpha), beta: 1, l1: float32(opt.L1), l2: float32(opt.L2),
		w: make([]float32, size), z: make([]float32, size), n: make([]float32, size),
		minimumGradient: 1e-3,
	}
}

// score returns the log-odds of a column for a message with these features, each
// of which counts value.
func (f *ftrl) score(features []int32, value float32, column int) float32 {
	sum := float32(0)
	for _, x := range features {
		sum += f.w[int(x)*f.width+column]
	}
	return f.w[column] + sum*value
}

// learn updates a column by one example.
func (f *ftrl) learn(features []int32, value float32, column int, truth bool, importance float32) {
	g := sigmoid(f.score(features, value, column))
	if truth {
		g--
	}
	f.step(features, value, column, g*importance)
}

// step updates a column by a gradient.
func (f *ftrl) step(features []int32, value float32, column int, g float32) {
	if g < f.minimumGradient && g > -f.minimumGradient {
		return
	}
	f.update(column, g)
	g *= value
	for _, x := range features {
		f.update(int(x)*f.width+column, g)
	}
}

func (f *ftrl) update(i int, g float32) {
	n := f.n[i] + g*g
	root := sqrt(n)
	f.z[i] += g - (root-sqrt(f.n[i]))/f.alpha*f.w[i]
	f.n[i] = n
	z := f.z[i]
	switch {
	case z > f.l1:
		f.w[i] = (f.l1 - z) / ((f.beta+root)/f.alpha + f.l2)
	case z < -f.l1:
		f.w[i] = (-f.l1 - z) / ((f.beta+root)/f.alpha + f.l2)
	default:
		f.w[i] = 0
	}
}

func sqrt(x float32) float32 { return float32(math.Sqrt(float64(x))) }

func sigmoid(x float32) float32 { return float32(1 / (1 + math.Exp(-float64(x)))) }

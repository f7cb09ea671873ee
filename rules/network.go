package rules

import "encoding/binary"

// NetworkWidth is the length of the vector of a feature and the size of a hidden
// layer, of which there are NetworkLayers.
const (
	NetworkWidth  = 64
	NetworkLayers = 2
)

// outputs are those of the network: one per category, and one that tells whether the
// message holds anything at all, the last.
const outputs = columns + 1

// network is the second opinion: every feature of a message has a vector, their
// sum passes the hidden layers, and there are the outputs. It learns what a
// sum of weights cannot, that features mean something together and that rare
// words are like common ones. It costs more than the linear models, so it
// looks only where those leave it open whether anything is there.
type network struct {
	vectors []byte // NetworkWidth bytes a feature, each plus zero
	scale   [NetworkWidth]float32
	hidden  [NetworkLayers]layer
	output  [outputs]unit
}

// layer is a row of units.
type layer [NetworkWidth]unit

// unit holds what a unit multiplies its inputs with; the last one is the bias.
type unit [NetworkWidth + 1]float32

// vector returns the vector with a number, see row.vector.
func (n *network) vector(number uint32) []byte {
	end := int(number) * NetworkWidth
	return n.vectors[end-NetworkWidth : end]
}

// vectorSum adds vectors up, sixteen bits a number: one addition serves four. At
// most maxRows fit.
type vectorSum struct {
	even, odd [NetworkWidth / 8]uint64
}

func (s *vectorSum) add(vector []byte) {
	for i := range s.even {
		w := binary.LittleEndian.Uint64(vector[8*i:])
		s.even[i] += w & evenColumns
		s.odd[i] += w >> 8 & evenColumns
	}
}

// sight is what the network sees of a message.
type sight struct {
	sum      vectorSum // of the vectors that total does not hold yet
	added    int       // how many these are
	total    [NetworkWidth]int32
	features int // also those without a vector
	fetched  byte
}

// see adds vectors by their numbers.
func (n *network) see(numbers []uint32, to *sight) {
	to.fetched += n.fetch(numbers)
	for _, v := range numbers {
		to.makeRoom(1)
		to.sum.add(n.vector(v))
		to.added++
	}
}

// fetch reads both ends of vectors, which may lie in two lines of a processor's
// cache, so that all of them are on their way before the first is added: an
// addition is too long for a processor to look beyond. What it returns only keeps
// the compiler from leaving the reads out.
func (n *network) fetch(numbers []uint32) (ends byte) {
	for _, number := range numbers {
		v := n.vector(number)
		ends ^= v[0] ^ v[NetworkWidth-1]
	}
	return ends
}

// join adds a sum of so many vectors.
func (s *sight) join(o *vectorSum, vectors int) {
	s.makeRoom(vectors)
	for i := range o.even {
		s.sum.even[i] += o.even[i]
		s.sum.odd[i] += o.odd[i]
	}
	s.added += vectors
}

// makeRoom moves the sum to the total unless so many vectors more fit.
func (s *sight) makeRoom(vectors int) {
	if s.added+vectors > maxRows {
		s.flush()
	}
}

func (s *sight) flush() {
	for i := range s.total {
		half := &s.sum.even
		if i%2 == 1 {
			half = &s.sum.odd
		}
		sum := half[i/8] >> (i % 8 / 2 * 16) & 0xffff
		s.total[i] += int32(sum) - int32(zero*s.added)
	}
	s.sum, s.added = vectorSum{}, 0
}

// view is what the network makes of what it sees.
type view struct {
	in    [NetworkWidth]float32
	units [NetworkLayers][NetworkWidth]float32 // before the activation
}

// look fills a view. Each feature counts 1/√n, as in the linear models.
func (n *network) look(s *sight, v *view) {
	s.flush()
	value := featureValue(s.features)
	for i, t := range s.total {
		v.in[i] = float32(t) * n.scale[i] * value
	}
	n.pass(v)
}

// pass fills the units of a view from what goes in.
func (n *network) pass(v *view) {
	in := v.in
	for l := range n.hidden {
		for u := range n.hidden[l] {
			v.units[l][u] = n.hidden[l][u].of(&in)
		}
		in = activated(&v.units[l])
	}
}

// activated returns what units pass on.
func activated(units *[NetworkWidth]float32) (out [NetworkWidth]float32) {
	for u, x := range units {
		out[u] = Activation(x)
	}
	return out
}

// scores returns the log-odds per output.
func (n *network) scores(v *view) (out [outputs]float32) {
	last := activated(&v.units[NetworkLayers-1])
	for c := range out {
		out[c] = n.output[c].of(&last)
	}
	return out
}

// of returns what a unit makes of its inputs. Four sums side by side do not
// wait for each other. Here as elsewhere a conversion keeps processors from fusing
// multiplication and addition, which would round otherwise on some of them; .ci/run
// looks for what they would fuse.
func (u *unit) of(in *[NetworkWidth]float32) float32 {
	var a, b, c, d float32
	for i := 0; i < NetworkWidth; i += 4 {
		a += float32(in[i] * u[i])
		b += float32(in[i+1] * u[i+1])
		c += float32(in[i+2] * u[i+2])
		d += float32(in[i+3] * u[i+3])
	}
	return u[NetworkWidth] + (a + b) + (c + d)
}

// Leak is the slope of the activation below zero (leaky rectified linear unit).
const Leak = 0.01

// Activation is what a unit of the hidden layer passes on of what goes into it.
func Activation(x float32) float32 {
	if x < 0 {
		return Leak * x
	}
	return x
}

// slope returns how far each number of a vector moves the output of a category,
// for the evidence: the network is linear around every message.
func (n *network) slope(c int, v *view) (out [NetworkWidth]float32) {
	copy(out[:], n.output[c][:])
	for l := NetworkLayers - 1; l >= 0; l-- {
		out = n.hidden[l].slope(&v.units[l], &out)
	}
	for i := range out {
		out[i] *= n.scale[i]
	}
	return out
}

// slope returns how far each input moves what the units move by those slopes.
func (l *layer) slope(units, slopes *[NetworkWidth]float32) (out [NetworkWidth]float32) {
	for u, d := range slopes {
		if units[u] < 0 {
			d *= Leak
		}
		for i, w := range l[u][:NetworkWidth] {
			out[i] += float32(d * w)
		}
	}
	return out
}

// along returns the share of a vector in an output with that slope, up to a
// common factor.
func along(vector []byte, slope *[NetworkWidth]float32) (sum float32) {
	for i, s := range slope {
		sum += float32(s * float32(int(vector[i])-zero))
	}
	return sum
}

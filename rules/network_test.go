package rules

import (
	"bytes"
	"math"
	"slices"
	"testing"
)

func toyModel(t *testing.T) *model {
	t.Helper()
	m, err := readModel(bytes.NewReader(packed(t, toyWeights())))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// vectorOf returns the vector of a feature, or nil.
func (m *model) vectorOf(key uint32) []byte {
	if r := m.find(key); r != nil && r.vector() > 0 {
		return m.network.vector(r.vector())
	}
	return nil
}

// byDefinition computes what the network says, one feature after the other.
func byDefinition(m *model, features []Feature) (out [columns]float64) {
	var in [NetworkWidth]float64
	for _, f := range features {
		if v := m.vectorOf(f.Key); v != nil {
			for i, scale := range m.network.scale {
				in[i] += float64(int(v[i])-zero) * float64(scale) / math.Sqrt(float64(len(features)))
			}
		}
	}
	units := in
	for _, layer := range m.network.hidden {
		var next [NetworkWidth]float64
		for u := range layer {
			next[u] = leaky(unitByDefinition(&layer[u], &units))
		}
		units = next
	}
	for c := range out {
		out[c] = unitByDefinition(&m.network.output[c], &units)
	}
	return out
}

func unitByDefinition(u *unit, in *[NetworkWidth]float64) float64 {
	x := float64(u[NetworkWidth])
	for i, v := range in {
		x += v * float64(u[i])
	}
	return x
}

func leaky(x float64) float64 {
	if x < 0 {
		return x * Leak
	}
	return x
}

// A packed vector is right to half a step of 127.
func TestNetworkRoundTrip(t *testing.T) {
	m, want := toyModel(t), toyNetwork()
	for key, vector := range want.Vectors {
		packed := m.vectorOf(key)
		for i, v := range vector {
			scale := m.network.scale[i]
			if got := float32(int(packed[i])-zero) * scale; math.Abs(float64(got-v)) > 0.51*float64(scale) {
				t.Errorf("feature %d, number %d: %g, want %g", key, i, got, v)
			}
		}
	}
	for _, key := range []uint32{0, 6, 8, 1<<31 + 98, math.MaxUint32} {
		if m.vectorOf(key) != nil {
			t.Errorf("feature %d has a vector", key)
		}
	}
	for l, layer := range want.Hidden {
		for u, row := range layer {
			if got := m.network.hidden[l][u]; !slices.Equal(got[:], row) {
				t.Errorf("layer %d, unit %d: %v, want %v", l, u, got, row)
			}
		}
	}
	for c, row := range want.Output {
		if !slices.Equal(m.network.output[c][:], row) {
			t.Errorf("output %d: %v, want %v", c, m.network.output[c], row)
		}
	}
}

// viewOf shows features to the network of a model.
func viewOf(m *model, features ...[]Feature) *view {
	var im impression
	for _, list := range features {
		m.impress(list, &im)
	}
	seen, v := sight{features: im.features}, new(view)
	m.network.see(im.vectors, &seen)
	m.network.look(&seen, v)
	return v
}

func TestNetworkScores(t *testing.T) {
	m := toyModel(t)
	a, b, unknown := Feature{Key: 7}, Feature{Key: 1<<31 + 99}, Feature{Key: 12345}
	many := make([]Feature, 2*maxRows+3) // more than one sum holds
	for i := range many {
		many[i] = a
	}
	for _, tt := range []struct{ own, thread []Feature }{
		{nil, nil}, {[]Feature{a}, nil}, {[]Feature{a, unknown}, []Feature{b, b}}, {many, []Feature{b}},
	} {
		got, want := m.network.scores(viewOf(m, tt.own, tt.thread)), byDefinition(m, slices.Concat(tt.own, tt.thread))
		for c := range columns {
			if d := math.Abs(float64(got[c]) - want[c]); d > 1e-3*(1+math.Abs(want[c])) {
				t.Errorf("%d+%d features, category %d: %g, want %g", len(tt.own), len(tt.thread), c, got[c], want[c])
			}
		}
	}
}

// The shares of the features and the biases make up the output, since the
// network is linear around a message.
func TestNetworkSlope(t *testing.T) {
	m := toyModel(t)
	own := []Feature{{Key: 7}, {Key: 1<<31 + 99}}
	look := viewOf(m, own)
	base := m.network.scores(look)
	for c := range columns {
		slope := m.network.slope(c, look)
		share := along(m.vectorOf(7), &slope) * featureValue(2)
		// A little more of a feature moves the output by as much of its share.
		const step = 1e-3
		nearby := view{in: look.in}
		v := m.vectorOf(7)
		for i := range nearby.in {
			nearby.in[i] += step * float32(int(v[i])-zero) * m.network.scale[i] * featureValue(2)
		}
		m.network.pass(&nearby)
		moved := m.network.scores(&nearby)[c] - base[c]
		if d := moved/step - share; math.Abs(float64(d)) > 0.02*(1+math.Abs(float64(share))) {
			t.Errorf("category %d: a share of %g, but the output moves by %g", c, share, moved/step)
		}
	}
	slope := m.network.slope(0, look)
	if got := m.speaks(&weightless, 0, &slope); got != 0 {
		t.Errorf("a feature that weighs nothing has a share of %g", got)
	}
}

// Below the gate nothing is there, whatever the network would say; above it both
// have their say.
func TestGate(t *testing.T) {
	messages := talk("Al: Wo bleibt Stefan?", "Jo: der hat Fieber")
	scores := func(gate float32) (all verdict, linear [columns]float32, network [outputs]float32) {
		w := toyWeights()
		w.Gate = gate
		s := meet(load(t, Options{Model: bytes.NewReader(packed(t, w))}), messages)
		s.Check(messages[0], nil)
		s.Check(messages[1], nil)
		sc := s.scene()
		s.applyRules(sc)
		all = s.score(sc)
		return all, s.engine.model.likely(&s.outlook), s.engine.model.network.scores(&s.view)
	}
	if got, _, _ := scores(1e9); got != allRuledOut {
		t.Errorf("below the gate: %v", got)
	}
	all, linear, network := scores(-1e9)
	for c, got := range all.scores {
		to := toyWeights().Calibration[c]
		if want := float32(to.Linear*linear[c]) + float32(to.Network*network[c]) + to.Bias; got != want {
			t.Errorf("category %d above the gate: %g, want it of %g and %g", c, got, linear[c], network[c])
		}
	}
}

// judgements appends what the first look at the messages around said.
func (sc scene) judgements(dst []Feature) []Feature {
	for depth, p := range sc.neighbours() {
		dst = Judgement(depth, p.sender == sc.sender, p.scores[:], dst)
	}
	return dst
}

// The network sees the features that it has learnt from.
func TestNetworkSeesWhatItHasLearnt(t *testing.T) {
	messages := talk(workday...)
	s := meet(full(), messages)
	for i, m := range messages {
		s.Check(m, after(messages, i))
		sc := s.scene()
		s.applyRules(sc)
		s.score(sc)
		context := s.people.told().Features(s.bearers(sc), sc.judgements(s.ruleFeatures(sc.threaded(s.engine, nil))))
		if features := len(sc.ownSeen) + len(context); features != s.outlook.features {
			t.Errorf("message %d: %d features, the linear model sees %d", i, features, s.outlook.features)
		}
		s.look(sc)
		if want := viewOf(s.engine.model, sc.ownSeen, context); s.view != *want {
			t.Errorf("message %d: the network sees %v, want %v", i, s.view.in, want.in)
		}
	}
}

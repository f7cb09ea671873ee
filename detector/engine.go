package detector

// Engine holds the registered detectors. It is immutable and may be shared by
// any number of goroutines.
type Engine struct {
	detectors []Detector
}

// New returns an engine with every detector of the registry.
func New() *Engine { return &Engine{detectors: registry} }

// NewScanner returns a scanner. A scanner serves one goroutine.
func (e *Engine) NewScanner() *Scanner { return &Scanner{engine: e} }

// Scanner runs the detectors over one message after the other and reuses its
// buffer, so that a message without entities allocates nothing.
type Scanner struct {
	engine *Engine
	found  []Entity
	talk   secretTalk
}

// Run returns the entities of the text, sorted by offset and without overlaps.
// The slice is valid until the next call.
func (s *Scanner) Run(t *Text, ctx Context) []Entity {
	s.found = s.found[:0]
	ctx.talk = &s.talk
	t.before = ctx.Earlier
	for i := range s.engine.detectors {
		d := &s.engine.detectors[i]
		if d.Gate(t) {
			s.found = d.Find(t, ctx, s.found)
		}
	}
	t.before = nil
	s.found = resolve(s.found)
	return s.found
}

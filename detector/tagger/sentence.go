package tagger

// style is how a message uses capitals. It tells whether a small letter says
// anything about a word.
type style uint8

const (
	noCapitals   style = iota // all small
	fewCapitals               // capitals at most where a sentence starts
	someCapitals              // capitals inside sentences
	allCapitals
	styles
)

// language is what a message is written in, as far as its words tell.
type language uint8

const (
	unclear language = iota
	german
	english
	languages
)

// sentence is a message prepared for the feature functions. Index i of the
// message is word i+reach; the words around are boundaries.
type sentence struct {
	words  []*word
	tokens []Token
	starts []bool // whether a sentence starts at the token
	style  style
	lang   language
}

var edge = word{role: boundary, shape: other}

// reset prepares the sentence for tokens whose words get returns.
func (s *sentence) reset(tokens []Token, get func(*Token) *word) {
	s.tokens = tokens
	s.words, s.starts = s.words[:0], s.starts[:0]
	s.words = append(s.words, &edge, &edge)
	start := true
	lean, inner, caps, smalls := 0, 0, 0, 0
	for i := range tokens {
		t := &tokens[i]
		w := get(t)
		s.words = append(s.words, w)
		s.starts = append(s.starts, start)
		lean += int(w.lang)
		switch {
		case t.Kind != Word:
		case w.shape == lower:
			smalls++
		default:
			caps++
			if !start && w.shape != oneUpper {
				inner++
			}
		}
		start = w.ends || start && t.Kind != Word
	}
	s.words = append(s.words, &edge, &edge)
	s.style, s.lang = styleOf(caps, inner, smalls), languageOf(lean)
}

func styleOf(caps, inner, smalls int) style {
	switch {
	case caps == 0:
		return noCapitals
	case smalls == 0 && caps > 2:
		return allCapitals
	case inner == 0:
		return fewCapitals
	}
	return someCapitals
}

func languageOf(lean int) language {
	switch {
	case lean >= 4:
		return german
	case lean <= -4:
		return english
	}
	return unclear
}

// Dense features are combinations of a few small classes. Each family is a
// block of a table; the number of a feature is its row.
const (
	rowRoleBefore  = 0
	rowRoleAfter   = rowRoleBefore + int(roles)*int(roles)
	rowRoleAround  = rowRoleAfter + int(roles)*int(roles)
	rowTwoBefore   = rowRoleAround + int(roles)*int(roles)*int(roles)
	rowTwoAfter    = rowTwoBefore + int(roles)*int(roles)*int(roles)
	rowStyle       = rowTwoAfter + int(roles)*int(roles)*int(roles)
	rowStyleRole   = rowStyle + int(styles)*2*int(shapes)*profiles
	rowKnown       = rowStyleRole + int(styles)*2*int(shapes)*int(roles)
	rowGlue        = rowKnown + (MaxKnown+1)*int(roles)*int(shapes)
	rowPlacement   = rowGlue + 4*int(roles)
	rowLanguage    = rowPlacement + 4*int(styles)*int(roles)
	rowKnownAround = rowLanguage + int(languages)*profiles
	denseRows      = rowKnownAround + 16*(MaxKnown+1)
	denseFamilies  = 12
)

// dense fills rows with the dense features of token i.
func (s *sentence) dense(i int, rows *[denseFamilies]int32) {
	w := s.words[i : i+offsets]
	c := w[reach]
	a, b, n, m := int(w[1].role), int(c.role), int(w[3].role), int(w[0].role)
	r := int(roles)
	start := flag(s.starts[i])
	st := (int(s.style)*2+start)*int(shapes) + int(c.shape)
	t := &s.tokens[i]
	glue, placement := flag(t.Glued), flag(i == 0)
	before, after := 0, 0
	if i > 0 {
		before = int(s.tokens[i-1].Known)
	}
	if i+1 < len(s.tokens) {
		glue += 2 * flag(s.tokens[i+1].Glued)
		after = int(s.tokens[i+1].Known)
	} else {
		placement += 2
	}
	*rows = [denseFamilies]int32{
		int32(rowRoleBefore + a*r + b),
		int32(rowRoleAfter + b*r + n),
		int32(rowRoleAround + (a*r+b)*r + n),
		int32(rowTwoBefore + (m*r+a)*r + b),
		int32(rowTwoAfter + (b*r+n)*r + int(w[4].role)),
		int32(rowStyle + st*profiles + int(c.profile)),
		int32(rowStyleRole + st*r + b),
		int32(rowKnown + (int(t.Known)*r+b)*int(shapes) + int(c.shape)),
		int32(rowGlue + glue*r + b),
		int32(rowPlacement + (placement*int(styles)+int(s.style))*r + b),
		int32(rowLanguage + int(s.lang)*profiles + int(c.profile)),
		int32(rowKnownAround + (before*(MaxKnown+1)+after)*(MaxKnown+1) + int(t.Known)),
	}
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

// pairs fills keys with the combinations of the token's role with the words and
// the word clusters beside it; 0 where there is none. Only tokens that can start a
// span have any.
func (s *sentence) pairs(i int, keys *[pairs]uint32) {
	*keys = [pairs]uint32{}
	w := s.words[i : i+offsets]
	c, before, after := w[reach], w[reach-1], w[reach+1]
	if !c.begins {
		return
	}
	k := uint32(c.role)*uint32(shapes) + uint32(c.shape)
	if before.key != 0 {
		keys[0] = hashNumbers(templatePairBefore, before.key, k)
	}
	if after.key != 0 {
		keys[1] = hashNumbers(templatePairAfter, after.key, k)
	}
	if before.key != 0 && after.key != 0 {
		keys[2] = hashNumbers(templatePairWords, before.key, after.key)
	}
	if before.cluster != 0 {
		keys[3] = hashNumbers(templateClusterBefore, before.cluster, k)
	}
	if after.cluster != 0 {
		keys[4] = hashNumbers(templateClusterAfter, after.cluster, k)
	}
}

// pairs is the number of combinations with neighbours.
const pairs = 5

package lint

import "github.com/chatlint/chatlint/chat"

// Coverage says how much was examined, and what was not.
type Coverage struct {
	Messages         int // messages that were checked
	Unreadable       int // places of the inputs that could not be read
	MediaNotExamined int // files that came with the chats: pictures, voice, documents
}

// Complete reports whether nothing was left out.
func (c Coverage) Complete() bool { return c.Unreadable == 0 && c.MediaNotExamined == 0 }

// harmless are problems after which the words of all messages are still there.
var harmless = map[chat.ProblemCode]bool{chat.NulBytes: true, chat.ImpossibleDate: true, chat.TooManySenders: true}

// IsGap reports whether the problem kept something from being examined.
func IsGap(p chat.Problem) bool { return !harmless[p.Code] }

// gaps counts what of the inputs nobody will examine.
func gaps(inputs []Input) Coverage {
	var c Coverage
	for _, in := range inputs {
		c.Unreadable += in.Dropped
		c.MediaNotExamined += len(in.Media)
		for _, p := range in.Problems {
			if IsGap(p) {
				c.Unreadable++
			}
		}
	}
	return c
}

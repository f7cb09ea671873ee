package train

// chatCounts counts the chats in which features stand. A chat comes in one piece.
type chatCounts map[uint32]struct{ chats, last int }

// add notes that a feature stands in a chat.
func (c chatCounts) add(feature uint32, chat int) {
	if n := c[feature]; n.chats == 0 || n.last != chat {
		c[feature] = struct{ chats, last int }{n.chats + 1, chat}
	}
}

// atLeast returns the features that stand in so many chats or more.
func (c chatCounts) atLeast(least int) map[uint32]bool {
	keep := make(map[uint32]bool, len(c))
	for f, n := range c {
		if n.chats >= least {
			keep[f] = true
		}
	}
	return keep
}

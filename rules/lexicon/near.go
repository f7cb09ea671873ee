package lexicon

import (
	"slices"
	"strings"
	"sync"
)

// shortestNear is how long a word must be to be recognised in spite of a slip, in
// bytes. Shorter ones have too many neighbours that are words themselves.
const shortestNear = 8

// shortestBent is how long a word must be before an ending, or what a beginning leaves
// open: a slip and an ending together reach more words that are none of the list.
const shortestBent = 10

// Near returns the words that a lower-cased token satisfies but for one slip of the
// keyboard: a letter too many, missing, wrong, or two that changed places (the edits
// of Damerau 1964). Only long words count, the first letter must be right, and the
// ending too. Whether the token is a word in its own right is for the caller to ask.
func (l *Lexicon) Near(token string) Words {
	if len(token) > maxToken || len(token) < shortestNear-1 {
		return nil
	}
	token = strings.ReplaceAll(token, "ß", "ss")
	x := &l.words
	x.near.once.Do(x.buildNear)
	s := search{wordIndex: x, token: token}
	for n := shortestNear; n <= min(x.near.max, len(token)+1); n++ {
		s.nearOfLength(n)
	}
	return s.found()
}

// nearIndex finds keys by an intact part. One edit leaves the head or the tail of a
// key as it is; between the two lies one byte, for letters that change places there.
type nearIndex struct {
	once  sync.Once
	max   int      // length of the longest key
	start []uint32 // bucket of a part's hash → its first key, and the end of the last one's
	keys  []uint32
}

func headOf(key string) string { return key[:len(key)/2-1] }

func tailOf(key string) string { return key[len(key)/2:] }

const nearBits = 14

func nearBucket(part string) uint32 {
	return uint32(mix(hashOf(whole, part), whole) >> (64 - nearBits))
}

// tolerant reports whether a slip in the key is forgiven. Words that end with or hold
// a part are left out: a compound has too many ways to come near them.
func (x *wordIndex) tolerant(k *key) bool {
	if k.end-k.start < shortestNear {
		return false
	}
	return k.mode == whole || k.mode == exact || k.mode == prefix
}

// buildNear sorts the keys by the buckets of their heads and tails.
func (x *wordIndex) buildNear() {
	near := &x.near
	near.start = make([]uint32, 1<<nearBits+1)
	each := func(visit func(bucket, key uint32)) {
		for i := range x.keys {
			if k := &x.keys[i]; x.tolerant(k) {
				visit(nearBucket(headOf(x.spelling(k))), uint32(i))
				visit(nearBucket(tailOf(x.spelling(k))), uint32(i))
			}
		}
	}
	each(func(bucket, key uint32) {
		near.start[bucket+1]++
		near.max = max(near.max, int(x.keys[key].end-x.keys[key].start))
	})
	for b := range 1 << nearBits {
		near.start[b+1] += near.start[b]
	}
	near.keys = make([]uint32, near.start[1<<nearBits])
	next := slices.Clone(near.start)
	each(func(bucket, key uint32) {
		near.keys[next[bucket]] = key
		next[bucket]++
	})
}

// nearOfLength tries the keys of n bytes whose head starts the token or whose tail
// stands in it where it should, give or take one.
func (s *search) nearOfLength(n int) {
	head, tail := n/2-1, n-n/2
	if head <= len(s.token) {
		s.tryNear(n, s.token[:head])
	}
	for at := n/2 - 1; at <= n/2+1 && at+tail <= len(s.token); at++ {
		s.tryNear(n, s.token[at:at+tail])
	}
}

// tryNear tries the keys of n bytes that have a part.
func (s *search) tryNear(n int, part string) {
	b := nearBucket(part)
	for _, i := range s.near.keys[s.near.start[b]:s.near.start[b+1]] {
		if k := &s.keys[i]; int(k.end-k.start) == n {
			s.addNear(k, s.spelling(k))
		}
	}
}

// addNear adds the words of a key if the token, or what stands before an ending, is
// one edit away from it.
func (s *search) addNear(k *key, spelling string) {
	if s.token[0] != spelling[0] {
		return
	}
	for n := len(spelling) - 1; n <= min(len(spelling)+1, len(s.token)); n++ {
		if !oneEdit(s.token[:n], spelling) {
			continue
		}
		rest := s.token[n:]
		for _, id := range s.idsOf(k) {
			if s.langs[id]&casedBit == 0 && (rest == "" || s.continues(k, rest, id)) {
				s.ids = append(s.ids, id)
			}
		}
	}
}

// continues reports whether rest may stand behind a key that spells the word.
func (s *search) continues(k *key, rest string, id int32) bool {
	if k.end-k.start < shortestBent {
		return false
	}
	return k.mode == prefix || k.mode == whole && endings[rest]&(1<<s.langs[id]) != 0
}

// oneEdit reports whether two different texts become equal by one edit.
func oneEdit(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch {
	case len(a) < len(b):
		return a[i:] == b[i+1:]
	case i == len(a):
		return false
	case a[i+1:] == b[i+1:]:
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

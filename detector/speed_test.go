package detector

import (
	"slices"
	"testing"
	"time"
)

// stageBlock is how many messages are timed at once. The fastest time of each block
// counts, so that other work on the machine does not.
const stageBlock = 50

// BenchmarkEntityStage runs all detectors over the labelled chats, each with its
// people, and reports tokens a second of one core. An op is one pass over all chats.
func BenchmarkEntityStage(b *testing.B) {
	type message struct {
		text Text
		ctx  Context
	}
	var messages []*message
	tokens := 0
	people := map[string]*Memory{}
	labelled := readLabelled(b)
	for chat, names := range senders(labelled) {
		people[chat] = NewPeople(names)
	}
	for _, m := range labelled {
		x := &message{ctx: Context{People: people[m.Chat]}}
		x.text.Reset(m.Text)
		people[m.Chat].Learn(&x.text)
		tokens += len(x.text.Tokens)
		messages = append(messages, x)
	}
	scanner := New().NewScanner()
	best := make([]time.Duration, (len(messages)+stageBlock-1)/stageBlock)
	b.ReportAllocs()
	for b.Loop() {
		k := 0
		for block := range slices.Chunk(messages, stageBlock) {
			start := time.Now()
			for _, m := range block {
				scanner.Run(&m.text, m.ctx)
			}
			if took := time.Since(start); best[k] == 0 || took < best[k] {
				best[k] = took
			}
			k++
		}
	}
	sum := time.Duration(0)
	for _, d := range best {
		sum += d
	}
	b.ReportMetric(float64(tokens)/sum.Seconds(), "tokens/s")
}

// senders returns the names of who writes in each chat.
func senders(messages []labelledMessage) map[string][]string {
	names := map[string][]string{}
	for _, m := range messages {
		if !slices.Contains(names[m.Chat], m.Sender) {
			names[m.Chat] = append(names[m.Chat], m.Sender)
		}
	}
	return names
}

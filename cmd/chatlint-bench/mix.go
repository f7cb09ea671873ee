package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"

	"github.com/spf13/cobra"
)

// mix says what an export is made of. Equal mixes give equal bytes.
type mix struct {
	Seed uint64 `json:"seed"`
	// Flagged is the share of conversations that hold a flagged message, as
	// labelled; below 0 it is that of the labelled chats.
	Flagged float64 `json:"flagged"`
	// Media and Short are the shares of messages put between those of the
	// conversations: left-out media, and an emoji or a word of assent. Labelled
	// chats hold few of them, real groups are full of them.
	Media float64 `json:"media"`
	Short float64 `json:"short"`

	labelled string // folder
}

func (m *mix) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.Uint64Var(&m.Seed, "seed", 1, "seed of the generator")
	f.Float64Var(&m.Flagged, "flagged", -1, "share of conversations with a flagged message, 0 to 1 (below 0: as in the labelled chats)")
	f.Float64Var(&m.Media, "media", 0.06, "share of left-out media among the messages")
	f.Float64Var(&m.Short, "short", 0.1, "share of emojis and short replies added to the messages")
	f.StringVar(&m.labelled, "labelled", "testdata/labelled", "folder of labelled chats")
}

var errMix = errors.New("shares lie between 0 and 1, and those of media and short replies leave room for others")

func (m *mix) valid() error {
	if m.Flagged > 1 || m.Media < 0 || m.Short < 0 || m.Media+m.Short > 0.9 {
		return errMix
	}
	return nil
}

// create writes an export of n messages to a file.
func (m *mix) create(name string, n int) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	return errors.Join(m.generate(f, n), f.Close())
}

// generate writes an export of n messages.
func (m *mix) generate(w io.Writer, n int) error {
	if err := m.valid(); err != nil {
		return err
	}
	src, err := loadSource(m.labelled)
	if err != nil {
		return err
	}
	return m.write(w, src, n)
}

func (m *mix) write(w io.Writer, src *source, n int) error {
	out := bufio.NewWriterSize(w, 1<<20)
	g := newGenerator(src, *m, newRandom(m.Seed), n)
	for range n {
		if _, err := out.Write(g.next()); err != nil {
			return err
		}
	}
	return out.Flush()
}

func newRandom(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 0)) }

// args are the flags that give the mix.
func (m *mix) args() []string {
	return []string{
		fmt.Sprintf("--seed=%d", m.Seed), fmt.Sprintf("--flagged=%g", m.Flagged),
		fmt.Sprintf("--media=%g", m.Media), fmt.Sprintf("--short=%g", m.Short), "--labelled=" + m.labelled,
	}
}

package eval

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// Part is the use a labelled chat may be put to.
type Part string

// The parts of a labelled set. Rules and models are made from Train, settings
// are chosen on Tune. Of Test nothing but figures is looked at.
const (
	Train Part = "train"
	Tune  Part = "tune"
	Test  Part = "test"
	All   Part = "all" // no chat has this part; it selects every chat
)

// Parts lists what can be selected.
var Parts = []Part{Train, Tune, Test, All}

// SplitName is the file beside labelled chats that Load takes for their split.
const SplitName = "split.txt"

// Load reads labelled files and gives every chat its part. An empty split
// stands for the file SplitName beside each labelled file, where there is one,
// so that the test part stays closed even if nobody thinks of it.
func Load(files []string, split string) ([]*Chat, error) {
	var chats []*Chat
	seen := map[string]string{}
	for _, name := range files {
		parts, err := splitFor(name, split)
		if err != nil {
			return nil, err
		}
		read, err := readFile(name)
		if err != nil {
			return nil, err
		}
		for _, c := range read {
			if other, dup := seen[c.ID]; dup {
				return nil, &SyntaxError{File: name, Line: c.Messages[0].Line,
					Reason: fmt.Sprintf("chat %q stands in %s as well", c.ID, other)}
			}
			seen[c.ID] = name
			c.Part = parts.of(c.ID)
			c.Language = language(c.Messages)
		}
		chats = append(chats, read...)
	}
	return chats, nil
}

// Select returns the chats of a part.
func Select(chats []*Chat, part Part) []*Chat {
	var out []*Chat
	for _, c := range chats {
		if part == All || c.Part == part {
			out = append(out, c)
		}
	}
	return out
}

// parting maps the ID of a chat to its part.
type parting map[string]Part

// of returns the part of a chat; what is not listed is in train.
func (p parting) of(id string) Part {
	if part, ok := p[id]; ok {
		return part
	}
	return Train
}

func splitFor(file, split string) (parting, error) {
	if split == "" {
		split = filepath.Join(filepath.Dir(file), SplitName)
		if _, err := os.Stat(split); os.IsNotExist(err) {
			return nil, nil
		}
	}
	f, err := os.Open(split)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readSplit(f, split)
}

// readSplit reads lines of a part and the ID of a chat; # starts a comment.
func readSplit(r io.Reader, file string) (parting, error) {
	parts := parting{}
	in := bufio.NewScanner(r)
	for line := 1; in.Scan(); line++ {
		text, _, _ := strings.Cut(in.Text(), "#")
		fields := strings.Fields(text)
		if len(fields) == 0 {
			continue
		}
		reason := ""
		switch {
		case len(fields) != 2:
			reason = "want a part and the ID of a chat"
		case Part(fields[0]) != Train && Part(fields[0]) != Tune && Part(fields[0]) != Test:
			reason = fmt.Sprintf("unknown part %q: use train, tune or test", fields[0])
		case parts[fields[1]] != "":
			reason = fmt.Sprintf("chat %q has a part already", fields[1])
		}
		if reason != "" {
			return nil, &SyntaxError{File: file, Line: line, Reason: reason}
		}
		parts[fields[1]] = Part(fields[0])
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return parts, nil
}

package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/internal/config"
	"github.com/chatlint/chatlint/internal/redact"
	"github.com/chatlint/chatlint/internal/suggest"
	"github.com/chatlint/chatlint/rules"
)

// explain turns any error into what the user should hear of it.
func (c *command) explain(err error) *fault {
	var (
		said    *fault
		setting *config.Error
		input   *chat.Error
		rule    *rules.LoadError
		unknown *rules.UnknownRuleError
		write   *writeError
		hidden  *redact.Error
	)
	switch {
	case errors.As(err, &said):
		return said
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return &fault{exit: exitInterrupted, what: phrase{key: "error.interrupted"}}
	case errors.As(err, &setting):
		return explainSetting(setting)
	case errors.As(err, &input):
		return explainInput(input)
	case errors.As(err, &unknown):
		return c.unknownRule(unknown.ID)
	case errors.As(err, &rule):
		return c.explainRule(rule)
	case errors.As(err, &hidden):
		return explainRedaction(hidden)
	case errors.As(err, &write):
		return explainWrite(write)
	}
	return failed("error.unexpected", "error", err.Error())
}

// explainRule says what is wrong with a rule file or a word list, where, and what
// is possible instead.
func (c *command) explainRule(e *rules.LoadError) *fault {
	r := e.Reason
	file := e.File
	if e.Line > 0 {
		file = fmt.Sprintf("%s:%d", file, e.Line)
	}
	reason := c.texts.T("error.rule-"+string(r.Code), "word", r.Word)
	if r.Where != "" {
		reason = r.Where + ": " + reason
	}
	f := usage("error.rule-file", "file", file, "reason", reason).excerpt(e.Excerpt)
	f.meant(suggest.Closest(r.Word, r.Allowed))
	if len(r.Allowed) > 0 {
		f.hint("hint.allowed", "words", strings.Join(r.Allowed, ", "))
	}
	return f
}

func explainSetting(e *config.Error) *fault {
	if errors.Is(e.Err, fs.ErrNotExist) {
		return usage("error.missing-path", "path", e.Origin.File)
	}
	f := usage("error.config-"+string(e.Code), "place", place(e.Origin), "key", e.Key, "value", e.Value)
	if e.Origin.File == "" {
		// A flag or a variable tells the key by its name.
		f = usage("error.value", "place", e.Origin.Name, "value", e.Value)
	}
	f.meant(e.Closest)
	switch {
	case e.Code == config.BadValue && len(e.Allowed) == 0:
		f.hint("hint.whole-number")
	case len(e.Allowed) > 0:
		f.hint("hint.allowed", "words", strings.Join(e.Allowed, ", "))
	case e.Example != "":
		f.hint("hint.config-example", "example", e.Example)
	}
	return f
}

// place says where a setting stands, "" if nobody set it.
func place(o config.Origin) string {
	switch {
	case o.Line > 0:
		return fmt.Sprintf("%s:%d", o.File, o.Line)
	case o.File != "":
		return o.File
	}
	return o.Name
}

// inputHints maps what is wrong with an input to what can be done about it.
var inputHints = map[chat.Code][]string{
	chat.NotFound:         {"hint.quotes"},
	chat.NoPermission:     {"hint.permission"},
	chat.NotReadable:      {"hint.copy"},
	chat.NotAFile:         {"hint.copy"},
	chat.NotAChat:         {"hint.export"},
	chat.NoChatInFolder:   {"hint.export"},
	chat.NoChatInZip:      {"hint.export"},
	chat.EncryptedZip:     {"hint.unpack"},
	chat.BrokenZip:        {"hint.export-again"},
	chat.ZipBomb:          {"hint.unpack-trusted"},
	chat.WrongEncoding:    {"hint.encoding"},
	chat.ChangedMeanwhile: {"hint.copy"},
}

func explainInput(e *chat.Error) *fault {
	path := e.Path
	if e.Entry != "" {
		path += " › " + e.Entry
	}
	f := failed("error.chat-"+string(e.Code), "path", path)
	if e.Code == chat.NotFound {
		f.exit = exitUsage
	}
	for _, key := range inputHints[e.Code] {
		f.hint(key)
	}
	return f
}

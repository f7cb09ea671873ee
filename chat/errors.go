package chat

import (
	"errors"
	"fmt"
	"io/fs"
)

// Code names what is wrong with an input.
type Code string

// The codes of Error.
const (
	NotFound         Code = "not-found"          // no such file or folder
	NoPermission     Code = "no-permission"      // may not be read
	NotReadable      Code = "not-readable"       // reading failed half-way
	NotAFile         Code = "not-a-file"         // pipe or device: cannot be read twice, the caller must spool it
	NotAChat         Code = "not-a-chat"         // no line is a header of an export
	NoChatInFolder   Code = "no-chat-in-folder"  // folder without an export
	NoChatInZip      Code = "no-chat-in-zip"     // zip without an export
	EncryptedZip     Code = "encrypted-zip"      // needs a password
	BrokenZip        Code = "broken-zip"         // damaged or cut off
	ZipBomb          Code = "zip-bomb"           // Value exceeds Limit
	WrongEncoding    Code = "wrong-encoding"     // an encoding that is not read
	ChangedMeanwhile Code = "changed-while-read" // differs between the passes
)

// Error is why an input could not be read. It holds no text of a chat.
type Error struct {
	Code  Code
	Path  string // input, as given
	Entry string // file inside a zip, if it is about one
	What  string // for ZipBomb: "entries", "chats", "ratio", "size"; for WrongEncoding: the encoding
	Value int64  // what was found, for ZipBomb
	Limit int64  // what is allowed, for ZipBomb
	Err   error  // cause, may be nil
}

// Error describes e for logs; commands say it in the user's language.
func (e *Error) Error() string {
	s := string(e.Code)
	if e.Path != "" {
		s = e.Path + ": " + s
	}
	if e.Entry != "" {
		s += " (" + e.Entry + ")"
	}
	if e.What != "" {
		s += ": " + e.What
	}
	if e.Limit > 0 {
		s += fmt.Sprintf(" %d, limit %d", e.Value, e.Limit)
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Is makes errors.Is(err, &Error{Code: c}) ask for a code only.
func (e *Error) Is(target error) bool {
	t, ok := target.(*Error)
	return ok && t.Path == "" && t.Code == e.Code
}

// CodeOf returns the code of the first Error in err's chain, or "".
func CodeOf(err error) Code {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Code
	}
	return ""
}

// fileError turns an error of the file system into an Error.
func fileError(path string, err error) error {
	if _, ok := errors.AsType[*Error](err); ok {
		return err
	}
	code := NotReadable
	switch {
	case errors.Is(err, fs.ErrNotExist):
		code = NotFound
	case errors.Is(err, fs.ErrPermission):
		code = NoPermission
	}
	return &Error{Code: code, Path: path, Err: cause(err)}
}

// cause drops the path that the file system repeats in its errors.
func cause(err error) error {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err
	}
	return err
}

// ProblemCode names something in an input that was not taken as it stands.
type ProblemCode string

// The codes of Problem. Count is in the unit given here.
const (
	Preamble        ProblemCode = "preamble"         // lines before the first header, skipped
	InvalidBytes    ProblemCode = "invalid-bytes"    // runs that are no UTF-8, each read as U+FFFD
	NulBytes        ProblemCode = "nul-bytes"        // NUL bytes, dropped
	ImpossibleDate  ProblemCode = "impossible-date"  // one message: a day that does not exist, moved to the nearest
	TextCut         ProblemCode = "text-cut"         // bytes of one message that exceed MaxText, not read
	TooManySenders  ProblemCode = "too-many-senders" // messages of senders beyond MaxSenders: read, not counted as participants
	UnsafeName      ProblemCode = "unsafe-name"      // zip entry with a name that leaves its folder or holds control characters
	DuplicateEntry  ProblemCode = "duplicate-entry"  // zip entry whose name was there before
	LinkEntry       ProblemCode = "link-entry"       // symbolic link, not followed
	NestedArchive   ProblemCode = "nested-archive"   // archive inside the input, not opened
	UnreadableEntry ProblemCode = "unreadable-entry" // file beside the chat that could not be read
	BrokenCard      ProblemCode = "broken-card"      // contact card that does not parse
	CardsSkipped    ProblemCode = "cards-skipped"    // contact cards beyond a limit
)

// Problem is something in an input that could not be taken as it stands. It
// holds no text of a chat.
type Problem struct {
	Code  ProblemCode
	Line  int    // first line concerned, 0 if it is about no line
	Count int    // how many, in the unit of the code
	Entry string // file concerned, for problems beside the text
}

// maxProblems is how many problems a chat keeps; more are only counted.
const maxProblems = 100

// addProblem keeps or counts p.
func (c *Chat) addProblem(p Problem) {
	if len(c.Problems) >= maxProblems {
		c.ProblemsDropped++
		return
	}
	c.Problems = append(c.Problems, p)
}

package chat

import (
	"archive/zip"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Limits of a zip. Nothing is ever written to disk, and texts are streamed, so
// they only bound time and memory.
const (
	MaxEntries  = 100_000  // entries of a zip
	MaxChats    = 10_000   // chats among them
	MaxTextSize = 4 << 30  // uncompressed bytes of one chat text
	MaxRatio    = 200      // of uncompressed to compressed bytes …
	RatioFloor  = 32 << 20 // … for texts above this many bytes, each and together; prose reaches 20
	MaxCards    = 10_000   // contact cards read
	MaxCardSize = 2 << 20  // bytes of one contact card, with its photo
	MaxCardText = 8 << 20  // bytes kept of all of them
)

// readZip reads every export inside a zip.
func readZip(name string, src Source, in Input, opt Options) ([]*Chat, error) {
	shared := &sharedInput{src: src, size: in.Size()}
	if err := shared.acquire(); err != nil {
		return nil, (&Chat{Path: name}).wrap(err)
	}
	defer shared.release()
	a, err := newArchive(name, shared)
	if err != nil {
		return nil, err
	}
	chats, err := a.chats(opt)
	if err != nil {
		return nil, err
	}
	sum, err := hashOf(in)
	if err != nil {
		return nil, &Error{Code: NotReadable, Path: name, Err: cause(err)}
	}
	for _, c := range chats {
		c.SHA256, c.Bytes = sum, in.Size()
	}
	a.describe(chats)
	return chats, nil
}

// archive is the listing of a zip, checked.
type archive struct {
	path     string
	in       *sharedInput
	texts    []zipEntry
	files    []zipEntry // everything else worth listing
	problems []Problem
	locked   bool // some text is encrypted
}

// zipEntry is a file of a zip under its decoded name.
type zipEntry struct {
	*zip.File
	name string
}

// newArchive reads the listing of a zip that the caller has acquired.
func newArchive(path string, in *sharedInput) (*archive, error) {
	r, err := zip.NewReader(in, in.size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, &Error{Code: BrokenZip, Path: path, Err: err}
	}
	if n := len(r.File); n > MaxEntries {
		return nil, &Error{Code: ZipBomb, Path: path, What: "entries", Value: int64(n), Limit: MaxEntries}
	}
	a := &archive{path: path, in: in}
	seen := make(map[string]bool, len(r.File))
	for _, f := range r.File {
		a.add(zipEntry{f, entryName(f)}, seen)
	}
	slices.SortStableFunc(a.texts, func(x, y zipEntry) int { return rankText(x.name) - rankText(y.name) })
	return a, nil
}

// entryName decodes the name of an entry. Old tools write code page 437.
func entryName(f *zip.File) string {
	if utf8.ValidString(f.Name) {
		return f.Name
	}
	name, err := charmap.CodePage437.NewDecoder().String(f.Name)
	if err != nil {
		return strings.ToValidUTF8(f.Name, string(utf8.RuneError))
	}
	return name
}

// add sorts an entry in, or notes why it is left out.
func (a *archive) add(e zipEntry, seen map[string]bool) {
	name := e.name
	switch {
	case isJunk(name) || strings.HasSuffix(name, "/"):
	case !isSafeName(name):
		a.note(UnsafeName, printable(name))
	case seen[name]:
		a.note(DuplicateEntry, name)
	case e.Mode()&fs.ModeType != 0:
		a.note(LinkEntry, name)
	case isText(name):
		seen[name] = true
		a.locked = a.locked || e.isLocked()
		a.texts = append(a.texts, e)
	default:
		seen[name] = true
		if isArchiveName(name) {
			a.note(NestedArchive, name)
		}
		a.files = append(a.files, e)
	}
}

func (a *archive) note(code ProblemCode, entry string) {
	a.problems = append(a.problems, Problem{Code: code, Count: 1, Entry: entry})
}

// isLocked reports whether the entry needs a password; method 99 is AES.
func (e zipEntry) isLocked() bool { return e.Flags&1 != 0 || e.Method == 99 }

// isJunk knows what macOS adds to a zip.
func isJunk(name string) bool {
	return strings.HasPrefix(name, "__MACOSX/") || path.Base(name) == ".DS_Store"
}

// isSafeName rejects names that would leave their folder or hold characters
// that could deceive a terminal.
func isSafeName(name string) bool {
	if name == "" || name[0] == '/' || strings.Contains(name, `\`) || len(name) > 1 && name[1] == ':' {
		return false
	}
	for part := range strings.SplitSeq(name, "/") {
		if part == ".." {
			return false
		}
	}
	return !strings.ContainsFunc(name, unicode.IsControl)
}

// printable replaces what isSafeName rejects in a name that is only reported.
func printable(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return utf8.RuneError
		}
		return r
	}, name)
}

func isText(name string) bool { return strings.EqualFold(path.Ext(name), ".txt") }

func isArchiveName(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".zip", ".7z", ".rar", ".tar", ".gz":
		return true
	}
	return false
}

// rankText puts the text that is most likely the chat first.
func rankText(name string) int {
	base := path.Base(name)
	switch {
	case base == "_chat.txt":
		return 0
	case title(base) != strings.TrimSuffix(base, path.Ext(base)):
		return 1
	}
	return 2
}

// chats learns every text that begins like an export.
func (a *archive) chats(opt Options) ([]*Chat, error) {
	if err := a.checkSizes(); err != nil {
		return nil, err
	}
	var chats []*Chat
	for _, e := range a.texts {
		if e.isLocked() {
			a.note(UnreadableEntry, e.name)
			continue
		}
		open := e.opener(a.in)
		if rankText(e.name) > 0 && !holdsHeader(open) {
			a.files = append(a.files, e)
			continue
		}
		c := &Chat{Path: a.path, Entry: e.name, Name: zipTitle(a.path, e.name), open: open}
		switch err := c.learn(opt); CodeOf(err) {
		case "":
			if chats = append(chats, c); len(chats) > MaxChats {
				return nil, &Error{Code: ZipBomb, Path: a.path, What: "chats", Value: int64(len(chats)), Limit: MaxChats}
			}
		case NotAChat:
			a.files = append(a.files, e)
		default:
			return nil, err
		}
	}
	switch {
	case len(chats) > 0:
		return chats, nil
	case a.locked:
		return nil, &Error{Code: EncryptedZip, Path: a.path}
	}
	return nil, &Error{Code: NoChatInZip, Path: a.path}
}

// zipTitle names a chat: iPhone texts are all called _chat.txt.
func zipTitle(zipPath, entry string) string {
	if path.Base(entry) == "_chat.txt" {
		return title(path.Base(strings.ReplaceAll(zipPath, `\`, "/")))
	}
	return title(path.Base(entry))
}

// checkSizes refuses texts that only a bomb would hold. Their sum counts as
// well: entries may be many, and may share their bytes.
func (a *archive) checkSizes() error {
	var total uint64
	for _, e := range a.texts {
		if err := e.checkSize(a.path); err != nil {
			return err
		}
		total += e.UncompressedSize64
	}
	return checkRatio(total, uint64(a.in.size), a.path, "")
}

func (e zipEntry) checkSize(zipPath string) error {
	if size := e.UncompressedSize64; size > MaxTextSize {
		return &Error{Code: ZipBomb, Path: zipPath, Entry: e.name, What: "size", Value: int64(min(size, 1<<62)), Limit: MaxTextSize}
	}
	return checkRatio(e.UncompressedSize64, e.CompressedSize64, zipPath, e.name)
}

func checkRatio(size, packed uint64, zipPath, entry string) error {
	if ratio := size / max(packed, 1); size > RatioFloor && ratio > MaxRatio {
		return &Error{Code: ZipBomb, Path: zipPath, Entry: entry, What: "ratio", Value: int64(ratio), Limit: MaxRatio}
	}
	return nil
}

// opener opens the entry anew, for each pass.
func (e zipEntry) opener(in *sharedInput) opener {
	return func() (io.ReadCloser, error) {
		if err := in.acquire(); err != nil {
			return nil, err
		}
		r, err := e.Open()
		if err != nil {
			in.release()
			return nil, &Error{Code: BrokenZip, Entry: e.name, Err: err}
		}
		return &entryReader{r, in}, nil
	}
}

// entryReader releases the zip together with its entry. An entry that is longer
// than the listing says, and so than the limits allow, is an error of the zip
// package.
type entryReader struct {
	io.ReadCloser
	in *sharedInput
}

// Read passes on what the entry holds.
func (r *entryReader) Read(p []byte) (int, error) {
	n, err := r.ReadCloser.Read(p)
	if err != nil && err != io.EOF {
		err = &Error{Code: BrokenZip, Err: err}
	}
	return n, err
}

// Close closes the entry and leaves the zip.
func (r *entryReader) Close() error {
	return errors.Join(r.ReadCloser.Close(), r.in.release())
}

// describe lists the other files with the main chat, which comes first, and
// reads the contact cards among them.
func (a *archive) describe(chats []*Chat) {
	main := chats[0]
	for _, p := range a.problems {
		main.addProblem(p)
	}
	for _, e := range a.files {
		main.Media = append(main.Media, Attachment{Name: e.name, Size: int64(min(e.UncompressedSize64, 1<<62))})
		main.addCard(e.name, int64(min(e.UncompressedSize64, 1<<62)), e.Open)
	}
	sortMedia(main.Media)
}

func sortMedia(media []Attachment) {
	slices.SortFunc(media, func(a, b Attachment) int { return strings.Compare(a.Name, b.Name) })
}

package chat

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// openFolder reads every export below a folder. Files beside a text are its
// media; links are not followed, hidden files and folders are skipped.
func openFolder(root string, opt Options) ([]*Chat, error) {
	w := folderWalk{root: root, opt: opt, files: make(map[string][]Attachment)}
	if err := filepath.WalkDir(root, w.visit); err != nil {
		return nil, fileError(root, err)
	}
	switch {
	case len(w.chats) > 0:
	case w.failed != nil:
		return nil, w.failed
	default:
		return nil, &Error{Code: NoChatInFolder, Path: root}
	}
	w.describe()
	return w.chats, nil
}

// folderWalk gathers chats and the files beside them.
type folderWalk struct {
	root     string
	opt      Options
	chats    []*Chat
	files    map[string][]Attachment // by folder
	problems []Problem
	failed   error // first input that looked like an export and was not read
}

// visit is called for every file below the root, in lexical order.
func (w *folderWalk) visit(path string, d fs.DirEntry, err error) error {
	switch {
	case err != nil && path == w.root:
		return err
	case err != nil:
		w.note(UnreadableEntry, path)
		return nil
	case path != w.root && strings.HasPrefix(d.Name(), "."):
		if d.IsDir() {
			return fs.SkipDir
		}
		return nil
	case d.IsDir():
		return nil
	case d.Type()&fs.ModeSymlink != 0:
		w.note(LinkEntry, path)
		return nil
	case !d.Type().IsRegular():
		return nil
	}
	w.file(path, d)
	return nil
}

// file takes a file as an export if it is one, else lists it.
func (w *folderWalk) file(path string, d fs.DirEntry) {
	if w.isExport(path) {
		chats, err := Read(path, File(path), w.opt)
		if err == nil {
			w.chats = append(w.chats, chats...)
			return
		}
		if code := CodeOf(err); code != NotAChat && code != NoChatInZip {
			w.note(UnreadableEntry, path)
			if w.failed == nil {
				w.failed = err
			}
		}
	}
	size := int64(0)
	if info, err := d.Info(); err == nil {
		size = info.Size()
	}
	dir := filepath.Dir(path)
	w.files[dir] = append(w.files[dir], Attachment{Name: w.relative(path), Size: size})
}

// isExport reports whether path can be an export: a zip, or a text that begins
// with a header or cannot be opened, which Read then reports.
func (w *folderWalk) isExport(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".zip":
		return true
	case ".txt":
		open := func() (io.ReadCloser, error) { return os.Open(path) }
		r, err := open()
		if err != nil {
			return true
		}
		r.Close()
		return holdsHeader(open)
	}
	return false
}

func (w *folderWalk) note(code ProblemCode, path string) {
	w.problems = append(w.problems, Problem{Code: code, Count: 1, Entry: printable(w.relative(path))})
}

func (w *folderWalk) relative(path string) string {
	if rel, err := filepath.Rel(w.root, path); err == nil {
		return filepath.ToSlash(rel)
	}
	return filepath.ToSlash(path)
}

// describe gives the files of a folder to its first chat. What went wrong
// elsewhere goes to the first chat of all.
func (w *folderWalk) describe() {
	for _, p := range w.problems {
		w.chats[0].addProblem(p)
	}
	for _, c := range w.chats {
		dir := filepath.Dir(c.Path)
		if c.Entry != "" {
			continue
		}
		for _, f := range w.files[dir] {
			path := filepath.Join(w.root, filepath.FromSlash(f.Name))
			c.Media = append(c.Media, f)
			c.addCard(f.Name, f.Size, func() (io.ReadCloser, error) { return os.Open(path) })
		}
		delete(w.files, dir)
		sortMedia(c.Media)
	}
}

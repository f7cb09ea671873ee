package redact

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/chatlint/chatlint/chat"
)

// WriteZip writes the texts into a zip as they stood in the one that in holds.
// The other files are left out, or with keepMedia copied as they are, under names
// with stand-ins: nobody has looked into them. Contact cards are always written
// anew. Times and order of the entries stay; folders go, because they are named
// after the chat, and so does all but the first of entries that share a name.
func (r *Result) WriteZip(w io.Writer, in chat.Input, keepMedia bool) error {
	source, err := zip.NewReader(in, in.Size())
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return err
	}
	texts := map[string]Text{}
	names := map[string]string{}
	for i, t := range r.Texts {
		texts[t.Chat.Entry] = t
		names[t.Chat.Entry] = textName(i)
	}
	kept := map[string]bool{}
	if keepMedia {
		for _, t := range r.Texts {
			for _, m := range t.Chat.Media {
				kept[m.Name] = true
			}
		}
	}
	out := newArchive(w)
	for _, f := range source.File {
		var err error
		name := chat.EntryName(f)
		if t, ok := texts[name]; ok {
			err = writeText(out, f, names[name], t.Source)
		} else if kept[name] {
			err = r.writeFile(out, f, name)
		}
		delete(texts, name)
		delete(kept, name)
		if err != nil {
			return err
		}
	}
	return out.Close()
}

// textName is the name of a text in the output: what an iPhone names the text of
// any chat, because most names hold that of a person or group.
func textName(i int) string {
	if i == 0 {
		return "_chat.txt"
	}
	return fmt.Sprintf("_chat %d.txt", i+1)
}

// archive is a zip whose entries have names of their own.
type archive struct {
	*zip.Writer
	used map[string]bool
}

func newArchive(w io.Writer) archive { return archive{zip.NewWriter(w), map[string]bool{}} }

// entry begins the entry that takes the place of f. A name that is taken, as
// where files of two folders have the same, gets a number.
func (a archive) entry(f *zip.File, name string) (io.Writer, error) {
	free, ext := name, path.Ext(name)
	for n := 2; a.used[free]; n++ {
		free = fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(name, ext), n, ext)
	}
	a.used[free] = true
	return a.CreateHeader(&zip.FileHeader{Name: free, Method: zip.Deflate, Modified: f.Modified})
}

func writeText(out archive, f *zip.File, name string, text chat.Source) error {
	w, err := out.entry(f, name)
	if err != nil {
		return err
	}
	return copySource(w, text)
}

// writeFile copies a file that is no text of a chat.
func (r *Result) writeFile(out archive, f *zip.File, name string) error {
	name = r.names.fileName(path.Base(name))
	w, err := out.entry(f, name)
	if err != nil {
		return err
	}
	if isCard(name) {
		_, err = io.WriteString(w, cardText(name))
		return err
	}
	in, err := f.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	_, err = io.Copy(w, in)
	return err
}

func isCard(name string) bool { return strings.EqualFold(path.Ext(name), ".vcf") }

// cardText is a contact card that names a stand-in and nothing else.
func cardText(file string) string {
	name := strings.TrimSuffix(path.Base(file), path.Ext(file))
	return "BEGIN:VCARD\r\nVERSION:3.0\r\nN:" + name + ";;;;\r\nFN:" + name + "\r\nEND:VCARD\r\n"
}

// Write writes the only text.
func (r *Result) Write(w io.Writer) error { return copySource(w, r.Texts[0].Source) }

func copySource(w io.Writer, s chat.Source) error {
	in, err := s.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	_, err = io.Copy(w, in)
	return err
}

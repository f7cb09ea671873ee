package rules

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"

	"github.com/chatlint/chatlint/rules/lexicon"
)

// Hash names a set of rules: the same rules, word lists and model give the same
// text, 16 hexadecimal digits of a SHA-256. A model of Options.Model counts as
// the built-in one.
func Hash(opt Options) (string, error) {
	h := sha256.New()
	for _, fsys := range []fs.FS{builtin, lexicon.Files(), opt.Own} {
		if err := hashFiles(h, fsys); err != nil {
			return "", err
		}
	}
	opt.write(h)
	h.Write(modelFile)
	return hex.EncodeToString(h.Sum(nil)[:8]), nil
}

// hashFiles writes all files of a tree with their names, in the order of names.
func hashFiles(w io.Writer, fsys fs.FS) error {
	if fsys == nil {
		return nil
	}
	return fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "%q %d\n", name, len(data))
		_, err = w.Write(data)
		return err
	})
}

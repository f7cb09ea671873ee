package main

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

const (
	keyBytes = 32
	keyFile  = "fingerprint.key"
)

// fingerprintKey returns the secret of the fingerprints: from the file that the
// user names, else from the one in the configuration folder. A file that does
// not exist is made. Without a folder, or one that can be written, there is no
// key unless one is needed.
func (c *command) fingerprintKey(name string, needed bool) ([]byte, error) {
	path := c.path(name)
	if name == "" {
		if c.ConfigDir == "" {
			return nil, keyFault(needed, "error.no-key", "")
		}
		name = filepath.Join(c.ConfigDir, "chatlint", keyFile)
		path = name
	} else {
		needed = true
	}
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return c.newKey(path, name, needed)
	}
	if err != nil {
		return nil, keyFault(needed, "error.unreadable", name)
	}
	key, err := hex.DecodeString(strings.TrimSpace(string(text)))
	if err != nil || len(key) != keyBytes {
		return nil, usage("error.bad-key", "path", name)
	}
	return key, nil
}

// newKey makes a file with a key that only the user can read.
func (c *command) newKey(path, name string, needed bool) ([]byte, error) {
	key := make([]byte, keyBytes)
	rand.Read(key) // never fails: see its documentation
	file := newFile{name: name, path: path, folder: 0o700, mode: 0o600}
	if err := file.write(&c.temps, hex.EncodeToString(key)+"\n"); err != nil {
		return nil, keyFault(needed, "error.output-file", name)
	}
	return key, nil
}

// keyFault says why there is no key, or nothing if the run can do without.
func keyFault(needed bool, key, path string) error {
	if !needed {
		return nil
	}
	return failed(key, "path", path).hint("hint.key")
}

// keyName names a key without giving it away.
func keyName(key []byte) string {
	sum := sha256.Sum256(append([]byte("chatlint key name\n"), key...))
	return hex.EncodeToString(sum[:4])
}

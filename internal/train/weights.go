package train

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// WeightsName is the file beside labelled chats that says how much a message of
// their files counts in training, where that is not 1.
const WeightsName = "weights.txt"

// Weights is how much a message counts in training, by the path of its file.
type Weights map[string]float64

// Of returns the weight of a message of the file, 1 if nothing else is said.
func (w Weights) Of(file string) float64 {
	if v, ok := w[filepath.Clean(file)]; ok {
		return v
	}
	return 1
}

// LoadWeights reads the weights beside labelled files; a folder may have none. It
// returns an error for a line it cannot read or that names a file which is not there.
func LoadWeights(files []string) (Weights, error) {
	all, read := Weights{}, map[string]bool{}
	for _, file := range files {
		folder := filepath.Dir(file)
		if read[folder] {
			continue
		}
		read[folder] = true
		if err := all.load(folder); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	return all, nil
}

func (w Weights) load(folder string) error {
	f, err := os.Open(filepath.Join(folder, WeightsName))
	if err != nil {
		return err
	}
	defer f.Close()
	return w.read(f, folder)
}

// read takes lines of a file's name and its weight; a hash opens a comment.
func (w Weights) read(r io.Reader, folder string) error {
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		text, _, _ := strings.Cut(lines.Text(), "#")
		fields := strings.Fields(text)
		if len(fields) == 0 {
			continue
		}
		weight, err := strconv.ParseFloat(fields[len(fields)-1], 64)
		if len(fields) != 2 || err != nil || !(weight > 0) {
			return fmt.Errorf("%s:%d: want a file name and a weight above 0", WeightsName, n)
		}
		file := filepath.Join(folder, fields[0])
		if _, err := os.Stat(file); err != nil {
			return fmt.Errorf("%s:%d: no file %q beside it", WeightsName, n, fields[0])
		}
		w[file] = weight
	}
	return lines.Err()
}

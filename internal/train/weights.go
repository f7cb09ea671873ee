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

// Weights is how much a message counts in training, by the base name of its file.
type Weights map[string]float64

// Of returns the weight of a message of the file, 1 if nothing else is said.
func (w Weights) Of(file string) float64 {
	if v, ok := w[filepath.Base(file)]; ok {
		return v
	}
	return 1
}

// LoadWeights reads the weights beside labelled files; a folder may have none.
func LoadWeights(files []string) (Weights, error) {
	all := Weights{}
	for _, file := range files {
		f, err := os.Open(filepath.Join(filepath.Dir(file), WeightsName))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		err = all.read(f)
		f.Close()
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// read takes lines of a file's name and its weight; a hash opens a comment.
func (w Weights) read(r io.Reader) error {
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
		w[fields[0]] = weight
	}
	return lines.Err()
}

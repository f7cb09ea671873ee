package build

import "io/fs"

// Names returns the first names and the surnames of the sources with their
// frequency in parts per million.
func Names(src, lists fs.FS) (first, surname map[string]float64, err error) {
	b := &builder{src: src, own: lists, first: map[string]float64{}, surname: map[string]float64{}}
	if err := b.readNames(); err != nil {
		return nil, nil, err
	}
	return b.first, b.surname, nil
}

package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
)

// meter holds the settings of a run.
type meter struct {
	mix      mix
	sizes    []int
	attempts int
	stages   bool
	json     bool
	lang     string
	binary   string
	dir      string
	gzipPath string // "" where the system has no gzip
}

// figures are what a run finds out.
type figures struct {
	Go    string      `json:"go"`
	OS    string      `json:"os"`
	CPUs  int         `json:"cpus"`
	Gzip  string      `json:"gzip"`
	Mix   mix         `json:"mix"`
	Start cost        `json:"start"` // a scan of startSize messages
	Sizes []sizeCost  `json:"sizes"`
	Cores *coresCost  `json:"cores,omitempty"` // at the largest size; nil on one core
	Stage []stageCost `json:"stages,omitempty"`
}

// sizeCost is what an export of one size takes.
type sizeCost struct {
	Messages int   `json:"messages"`
	Bytes    int64 `json:"bytes"`
	Scan     cost  `json:"scan"`
	Gzip     cost  `json:"gzip"`
}

// coresCost compares one core with two.
type coresCost struct {
	Messages  int  `json:"messages"`
	One       cost `json:"one"`
	Two       cost `json:"two"`
	SameBytes bool `json:"same_bytes"` // of the output, at 1, 2 and 7 workers
}

// startSize is the size of the chat that a hook checks before a commit.
const startSize = 1000

// coresAt is the size at which one core is compared with two, if the run has it.
const coresAt = 100_000

func (m *meter) run(ctx context.Context, out io.Writer) error {
	if err := m.valid(); err != nil {
		return err
	}
	temp, err := os.MkdirTemp("", "chatlint-bench-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	if err := m.prepare(ctx, temp); err != nil {
		return err
	}
	f, err := m.measure(ctx)
	if err != nil {
		return err
	}
	if m.json {
		enc := json.NewEncoder(out)
		enc.SetIndent("", "  ")
		return enc.Encode(f)
	}
	return f.write(out, textsFor(m.lang))
}

func (m *meter) valid() error {
	if len(m.sizes) == 0 || slices.Min(m.sizes) < 1 || slices.Max(m.sizes) > 5_000_000 {
		return errors.New("sizes lie between 1 and 5,000,000 messages")
	}
	if m.attempts < 1 {
		return errors.New("a figure needs one attempt at least")
	}
	return m.mix.valid()
}

// prepare makes sure that there is a chatlint to measure and a place for the exports.
func (m *meter) prepare(ctx context.Context, temp string) error {
	if m.dir == "" {
		m.dir = temp
	} else if err := os.MkdirAll(m.dir, 0o777); err != nil {
		return err
	}
	m.gzipPath, _ = exec.LookPath("gzip")
	if m.binary != "" {
		return nil
	}
	m.binary = filepath.Join(temp, "chatlint")
	if runtime.GOOS == "windows" {
		m.binary += ".exe"
	}
	_, err := process(ctx, nil, []string{"CGO_ENABLED=0"}, "go", "build", "-trimpath", "-o", m.binary, "./cmd/chatlint")
	return err
}

func (m *meter) measure(ctx context.Context) (*figures, error) {
	f := &figures{Go: runtime.Version(), OS: runtime.GOOS + "/" + runtime.GOARCH, CPUs: runtime.NumCPU(), Gzip: "gzip", Mix: m.mix}
	if m.gzipPath == "" {
		f.Gzip = "compress/gzip"
	}
	start, err := m.export(ctx, startSize)
	if err != nil {
		return nil, err
	}
	if f.Start, err = fastest(3*m.attempts, func() (cost, error) { return m.scan(ctx, start, f.CPUs) }); err != nil {
		return nil, err
	}
	for _, n := range m.sizes {
		size, err := m.size(ctx, n, f.CPUs)
		if err != nil {
			return nil, err
		}
		f.Sizes = append(f.Sizes, size)
	}
	if f.CPUs > 1 {
		if f.Cores, err = m.cores(ctx); err != nil {
			return nil, err
		}
	}
	if m.stages {
		f.Stage, err = measureStages(ctx)
	}
	return f, err
}

// exportName tells mixes apart, because a folder may hold exports of several runs.
func (m *meter) exportName(n int) string {
	return filepath.Join(m.dir, fmt.Sprintf("chat-%d-%d-%g-%g-%g.txt", n, m.mix.Seed, m.mix.Flagged, m.mix.Media, m.mix.Short))
}

// export returns an export of n messages, which it writes if need be.
func (m *meter) export(ctx context.Context, n int) (string, error) {
	name := m.exportName(n)
	if _, err := os.Stat(name); err == nil {
		return name, nil
	}
	self, err := os.Executable()
	if err != nil {
		return "", err
	}
	_, err = process(ctx, nil, nil, self, append([]string{"generate", "--messages", fmt.Sprint(n), "--output", name}, m.mix.args()...)...)
	return name, err
}

// size measures scan and gzip in turns.
func (m *meter) size(ctx context.Context, n, cores int) (sizeCost, error) {
	file, err := m.export(ctx, n)
	if err != nil {
		return sizeCost{}, err
	}
	info, err := os.Stat(file)
	if err != nil {
		return sizeCost{}, err
	}
	s := sizeCost{Messages: n, Bytes: info.Size()}
	s.Scan, err = fastest(m.attempts, func() (cost, error) {
		zip, err := m.gzip(ctx, file)
		if err != nil {
			return cost{}, err
		}
		if s.Gzip.Wall == 0 || zip.Wall < s.Gzip.Wall {
			s.Gzip = zip
		}
		return m.scan(ctx, file, cores)
	})
	return s, err
}

// cores compares one core with two and the outputs of several workers.
func (m *meter) cores(ctx context.Context) (*coresCost, error) {
	n := m.sizes[len(m.sizes)-1]
	if slices.Contains(m.sizes, coresAt) {
		n = coresAt
	}
	c := &coresCost{Messages: n, SameBytes: true}
	file, err := m.export(ctx, n)
	if err != nil {
		return nil, err
	}
	c.One, err = fastest(m.attempts, func() (cost, error) {
		two, err := m.scan(ctx, file, 2)
		if err != nil {
			return cost{}, err
		}
		if c.Two.Wall == 0 || two.Wall < c.Two.Wall {
			c.Two = two
		}
		return m.scan(ctx, file, 1)
	})
	if err != nil {
		return nil, err
	}
	first := ""
	for _, jobs := range []int{1, 2, 7} {
		hash, err := m.outputHash(ctx, file, jobs)
		if err != nil {
			return nil, err
		}
		if first == "" {
			first = hash
		}
		c.SameBytes = c.SameBytes && hash == first
	}
	return c, nil
}

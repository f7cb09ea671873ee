package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

// cost is what a process took.
type cost struct {
	Wall time.Duration `json:"wall_ns"`
	CPU  time.Duration `json:"cpu_ns"`
	Peak int64         `json:"peak_bytes"` // resident memory; 0 where the system does not tell
}

// process runs a program to its end and measures it.
func process(ctx context.Context, out io.Writer, env []string, name string, args ...string) (cost, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = append(os.Environ(), env...)
	var stderr strings.Builder
	cmd.Stdout, cmd.Stderr = out, &stderr
	start := time.Now()
	err := cmd.Run()
	wall := time.Since(start)
	if err != nil {
		return cost{}, fmt.Errorf("%s: %w\n%s", strings.Join(cmd.Args, " "), err, stderr.String())
	}
	s := cmd.ProcessState
	return cost{Wall: wall, CPU: s.UserTime() + s.SystemTime(), Peak: peak(s)}, nil
}

// fastest repeats a measurement. The least of each figure counts for time, the
// most for memory.
func fastest(attempts int, measure func() (cost, error)) (cost, error) {
	best, err := measure()
	for i := 1; i < attempts && err == nil; i++ {
		var c cost
		if c, err = measure(); err == nil {
			best = cost{min(best.Wall, c.Wall), min(best.CPU, c.CPU), max(best.Peak, c.Peak)}
		}
	}
	return best, err
}

// scan runs a default scan, as a user does, with its output thrown away.
func (m *meter) scan(ctx context.Context, file string, cores int) (cost, error) {
	return process(ctx, nil, []string{fmt.Sprintf("GOMAXPROCS=%d", cores)}, m.binary, "scan", file)
}

// outputHash scans with so many workers and returns the hash of the output.
func (m *meter) outputHash(ctx context.Context, file string, jobs int) (string, error) {
	h := sha256.New()
	_, err := process(ctx, h, nil, m.binary, "scan", "--format", "jsonl", fmt.Sprintf("--jobs=%d", jobs), file)
	return hex.EncodeToString(h.Sum(nil)), err
}

// gzip compresses a file with level 6, by the gzip of the system if it has one.
func (m *meter) gzip(ctx context.Context, file string) (cost, error) {
	if m.gzipPath != "" {
		return process(ctx, nil, nil, m.gzipPath, "-6", "-c", file)
	}
	return compress(file)
}

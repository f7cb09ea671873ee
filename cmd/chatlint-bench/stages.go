package main

import (
	"bufio"
	"context"
	"errors"
	"strconv"
	"strings"
)

// stageCost is the result of a benchmark that counts messages.
type stageCost struct {
	Package     string  `json:"package"`
	Benchmark   string  `json:"benchmark"`
	Rate        float64 `json:"messages_per_second"`
	BytesPerOp  float64 `json:"bytes_per_op"`
	AllocsPerOp float64 `json:"allocs_per_op"`
}

// stagePackages hold the benchmarks of the single stages, in the order in which
// a message passes them.
var stagePackages = []string{"./chat", "./detector", "./rules/lexicon", "./rules", "./report"}

// stageBenchmarks count messages. Run is listed for all detectors together and for
// each of them.
const stageBenchmarks = "^Benchmark(Read|Reset|Run|Match|Who|Model|Rules|Check|Report)$"

// measureStages runs the benchmarks of the working tree.
func measureStages(ctx context.Context) ([]stageCost, error) {
	var out strings.Builder
	args := append([]string{"test", "-run=^$", "-bench=" + stageBenchmarks, "-benchtime=0.2s", "-benchmem", "-cpu=1"}, stagePackages...)
	if _, err := process(ctx, &out, nil, "go", args...); err != nil {
		return nil, err
	}
	stages := parseStages(out.String())
	if len(stages) == 0 {
		return nil, errors.New("no benchmark counts messages")
	}
	return stages, nil
}

// parseStages reads what go test prints. Benchmarks that count no messages are
// left out.
func parseStages(text string) []stageCost {
	var stages []stageCost
	pkg := ""
	lines := bufio.NewScanner(strings.NewReader(text))
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		switch {
		case len(fields) == 2 && fields[0] == "pkg:":
			pkg = strings.TrimPrefix(fields[1], "github.com/chatlint/chatlint/")
		case len(fields) > 3 && strings.HasPrefix(fields[0], "Benchmark"):
			s := stageCost{Package: pkg, Benchmark: strings.TrimPrefix(fields[0], "Benchmark")}
			for i := 2; i+1 < len(fields); i += 2 {
				s.set(fields[i+1], fields[i])
			}
			if s.Rate > 0 {
				stages = append(stages, s)
			}
		}
	}
	return stages
}

func (s *stageCost) set(unit, value string) {
	v, err := strconv.ParseFloat(value, 64)
	if err != nil {
		return
	}
	switch unit {
	case "messages/s":
		s.Rate = v
	case "B/op":
		s.BytesPerOp = v
	case "allocs/op":
		s.AllocsPerOp = v
	}
}

package report

import (
	"io"

	"github.com/chatlint/chatlint/internal/lint"
)

// jsonLines writes one JSON object a line, told apart by "type": a run, then
// inputs, findings and a summary. The objects are those of the JSON format.
type jsonLines struct {
	w   io.Writer
	opt *Options
}

func newJSONL(w io.Writer, opt *Options) writer { return &jsonLines{w, opt} }

type typed struct {
	Type string `json:"type"`
}

type runLine struct {
	typed
	SchemaVersion string `json:"schemaVersion"`
	Tool          tool   `json:"tool"`
	Language      string `json:"language"`
	Masked        bool   `json:"masked"`
}

type inputLine struct {
	typed
	jsonInput
}

type findingLine struct {
	typed
	jsonFinding
}

type summaryLine struct {
	typed
	jsonSummary
	Coverage jsonCoverage `json:"coverage"`
}

func (j *jsonLines) begin(inputs []lint.Input) error {
	run := runLine{typed{"run"}, schemaVersion, tool{"chatlint", j.opt.Version}, string(j.opt.Lang), !j.opt.Reveal}
	if err := j.line(run); err != nil {
		return err
	}
	for i := range inputs {
		if err := j.line(inputLine{typed{"input"}, newJSONInput(&inputs[i])}); err != nil {
			return err
		}
	}
	return nil
}

func (j *jsonLines) finding(f *lint.Finding) error {
	return j.line(findingLine{typed{"finding"}, newJSONFinding(j.opt, f)})
}

func (j *jsonLines) end(res *lint.Result) error {
	return j.line(summaryLine{typed{"summary"}, newJSONSummary(res), newJSONCoverage(res.Coverage)})
}

func (j *jsonLines) line(v any) error {
	b, err := marshal(v)
	if err != nil {
		return err
	}
	_, err = j.w.Write(append(b, '\n'))
	return err
}

package report

import (
	"io"

	"github.com/chatlint/chatlint/internal/lint"
)

// schemaVersion is the version of docs/report.schema.json. The first number
// changes when a reader of the old form would break.
const schemaVersion = "1.0"

// jsonReport writes one JSON document, a finding a line. The schema is
// docs/report.schema.json.
type jsonReport struct {
	jsonStream
	opt   *Options
	rules usedRules
}

func newJSON(w io.Writer, opt *Options) writer {
	return &jsonReport{jsonStream: newJSONStream(w), opt: opt, rules: usedRules{}}
}

func (j *jsonReport) begin(inputs []lint.Input) error {
	j.text("{")
	j.key("\n  ", "schemaVersion", schemaVersion)
	j.key(",\n  ", "tool", tool{Name: "chatlint", Version: j.opt.Version})
	j.key(",\n  ", "language", j.opt.Lang)
	j.key(",\n  ", "masked", !j.opt.Reveal)
	if j.opt.Key != "" {
		j.key(",\n  ", "fingerprintKey", j.opt.Key)
	}
	j.text(",\n  \"inputs\": ")
	j.array()
	for i := range inputs {
		j.element(newJSONInput(&inputs[i]))
	}
	j.text("],\n  \"findings\": ")
	j.array()
	return j.flush()
}

func (j *jsonReport) finding(f *lint.Finding) error {
	j.rules.add(j.opt, f)
	j.element(newJSONFinding(j.opt, f))
	return j.flush()
}

func (j *jsonReport) end(res *lint.Result) error {
	j.text("]")
	j.key(",\n  ", "summary", newJSONSummary(res))
	j.key(",\n  ", "coverage", newJSONCoverage(res.Coverage))
	j.text(",\n  \"rules\": ")
	j.array()
	for _, r := range j.rules.sorted() {
		j.element(r)
	}
	j.text("]\n}\n")
	return j.flush()
}

package report

import (
	"encoding/json"
	"strings"
	"testing"

	schemas "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// validate checks an output against the schema of its format, if it has one.
func validate(t *testing.T, name string, f Format, got string) {
	t.Helper()
	switch f.Name {
	case "json":
		checkPart(t, name, "", got)
	case "jsonl":
		for line := range strings.Lines(got) {
			checkLine(t, name, line)
		}
	case "csv":
		checkCSV(t, name, got)
	case "html", "training":
		checkHTML(t, name, got)
	case "junit":
		checkJUnit(t, name, got)
	case "gitlab":
		checkGitLab(t, name, got)
	case "sarif":
		checkSARIF(t, name, got)
	}
}

// checkLine checks a line of JSONL, without its type, against the part of the
// schema that the type names.
func checkLine(t *testing.T, name, line string) {
	t.Helper()
	var object map[string]any
	if err := json.Unmarshal([]byte(line), &object); err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	kind, _ := object["type"].(string)
	delete(object, "type")
	delete(object, "coverage")
	if kind == "run" {
		return
	}
	rest, err := json.Marshal(object)
	if err != nil {
		t.Fatal(err)
	}
	checkPart(t, name, "#/$defs/"+kind, string(rest))
}

func checkPart(t *testing.T, name, part, got string) {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile("../docs/report.schema.json" + part)
	if err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(got))
	if err == nil {
		err = schema.Validate(document)
	}
	if err != nil {
		t.Errorf("%s: %v\n%s", name, err, got)
	}
}

// checkSARIF checks a log against the official schema, which the library holds.
// Its types drop members that they do not know, so those are looked for first.
func checkSARIF(t *testing.T, name, got string) {
	t.Helper()
	strict := json.NewDecoder(strings.NewReader(got))
	strict.DisallowUnknownFields()
	if err := strict.Decode(new(schemas.Report)); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	log, err := schemas.FromString(got)
	if err == nil {
		err = log.Validate()
	}
	if err != nil {
		t.Errorf("%s: %v\n%s", name, err, got)
	}
}

func TestGoldenFollowsSchemas(t *testing.T) {
	for variant, opt := range variants {
		for _, f := range Formats {
			inputs, findings, res := sample()
			validate(t, variant+" "+f.Name, f, write(t, f, opt, inputs, findings, res))
		}
	}
}

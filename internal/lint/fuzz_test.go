package lint

import (
	"bytes"
	"errors"
	"slices"
	"testing"
)

// FuzzReadBaseline reads anything as a baseline: it is none, or what is written
// again holds the same findings.
func FuzzReadBaseline(f *testing.F) {
	f.Add([]byte(`{"schema":"chatlint/baseline/1","key":"ab","findings":[{"fingerprint":"00","rule":"a/b","severity":"high"}]}`))
	f.Add([]byte(`{"schema":"chatlint/baseline/1","findings":[{},{"severity":"9"}]}`))
	f.Add([]byte(`{"schema":"chatlint/baseline/2"}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		b, err := ReadBaseline(bytes.NewReader(text))
		if err != nil {
			if !errors.Is(err, ErrNoBaseline) {
				t.Fatalf("untyped error %v", err)
			}
			return
		}
		if b.Has(&Finding{}) {
			t.Error("a finding without a fingerprint is known")
		}
		var out bytes.Buffer
		if err := b.Write(&out); err != nil {
			t.Fatal(err)
		}
		again, err := ReadBaseline(&out)
		if err != nil || again.Key != b.Key || !slices.Equal(again.Findings(), b.Findings()) {
			t.Errorf("read again: %v, %+v, want %+v", err, again, b)
		}
	})
}

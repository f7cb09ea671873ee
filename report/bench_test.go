package report

import (
	"io"
	"testing"

	"github.com/chatlint/chatlint/internal/locale"
)

// BenchmarkReport measures masking and writing a message with a finding.
func BenchmarkReport(b *testing.B) {
	for _, name := range []string{"terminal", "jsonl"} {
		b.Run(name, func(b *testing.B) {
			format, ok := Lookup(name)
			if !ok {
				b.Fatalf("no format %s", name)
			}
			inputs, findings, _ := sample()
			r := New(Options{Lang: locale.German, Rules: book{}}, Target{format, io.Discard})
			if err := r.Begin(inputs); err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if err := r.Finding(findings[i%len(findings)]); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "messages/s")
		})
	}
}

package report

import (
	"testing"

	"github.com/chatlint/chatlint/internal/locale"
)

func TestTextsAgree(t *testing.T) {
	for _, c := range []*locale.Catalogue{catalogue, lessonTexts} {
		if err := c.Check(); err != nil {
			t.Error(err)
		}
	}
}

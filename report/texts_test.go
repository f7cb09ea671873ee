package report

import "testing"

func TestTextsAgree(t *testing.T) {
	if err := catalogue.Check(); err != nil {
		t.Error(err)
	}
}

package lint

import (
	"context"
	"errors"
	"testing"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/rules"
)

const team = `11.03.24, 07:02 - Stefan Brandl: moin, bin in zehn Minuten da
11.03.24, 07:03 - Ayşe Öztürk: Kevin hat sich krank gemeldet
11.03.24, 07:04 - Stefan Brandl: ok, dann fahr ich allein
`

func TestRunWithBuiltInRules(t *testing.T) {
	engine, err := rules.Load(rules.Options{})
	if err != nil {
		t.Fatal(err)
	}
	chats, err := chat.Read("team.txt", chat.Bytes([]byte(team)), chat.Options{})
	if err != nil {
		t.Fatal(err)
	}
	found := false
	res, err := Run(t.Context(), chats, engine, Options{FailOn: rules.High, Key: []byte("secret")}, func(f *Finding) error {
		found = found || f.Message.Index == 1 && f.Category == rules.Health && f.Fingerprint != ""
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if !found {
		t.Error("no finding on health with a fingerprint in message 1")
	}
	if res.Verdict != Flagged || res.Coverage.Messages != 3 || len(res.Inputs) != 1 || len(res.Inputs[0].Participants) != 2 {
		t.Errorf("wrong result %+v", res)
	}

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Run(ctx, chats, engine, Options{}, func(*Finding) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("got error %v, want %v", err, context.Canceled)
	}
}

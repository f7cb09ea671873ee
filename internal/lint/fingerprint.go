package lint

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"github.com/chatlint/chatlint/chat"
)

// Fingerprint names a finding across exports of the same chat: by the rule and
// by the message's sender, minute and normalised text. Line numbers move and
// only some phones export seconds, so neither counts.
//
// It is keyed because a bare hash of "Stefan ist krank" can be guessed and
// would then be personal data itself. The result is 32 hexadecimal digits.
func Fingerprint(key []byte, rule string, m *chat.Message) string {
	mac := hmac.New(sha256.New, key)
	for _, field := range []string{
		"chatlint/1",
		rule,
		normalise(m.Sender),
		m.Time.Truncate(time.Minute).Format(time.RFC3339),
		normalise(m.Text),
	} {
		fmt.Fprintf(mac, "%d:%s", len(field), field) // the length keeps fields apart
	}
	return hex.EncodeToString(mac.Sum(nil)[:16])
}

// normalise drops what differs between exports of one message: compatibility
// forms, case and white space.
func normalise(s string) string {
	return strings.Join(strings.Fields(strings.ToLower(norm.NFKC.String(s))), " ")
}

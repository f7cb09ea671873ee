package detector

// credentialDetector finds what opens something: codes, PINs, passwords, and where
// a key is hidden. The plain ways to tell them are listed (secretplain.go); people have
// so many others that a model labels the tokens (secret.go).
var credentialDetector = Detector{
	Name:  "credential",
	Types: []Type{Credential},
	Gate:  func(t *Text) bool { return len(t.Tokens) > 0 },
	Find:  findCredential,
}

func findCredential(t *Text, ctx Context, out []Entity) []Entity {
	if !mayTellSecret(t, ctx.Earlier) {
		return out
	}
	return ctx.secretTalk().label(t, ctx.Earlier, secretModel(), findPlainSecrets(t, out))
}

package detector

// registry lists every detector. A new one is one file and one line here.
// The order does not matter: overlaps are settled by precedence.
var registry = []Detector{
	personDetector,
	standInDetector,
	emailDetector,
	ibanDetector,
	socialSecurityDetector,
	taxIDDetector,
	healthInsuranceDetector,
	idDocumentDetector,
	nationalNumberDetector,
	cardDetector,
	phoneDetector,
	birthDateDetector,
	plateDetector,
	ipDetector,
	coordinatesDetector,
	urlPersonalDetector,
	inLinkDetector,
	addressDetector,
	credentialDetector,
}

package chat

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// period is a part of the day that a twelve-hour clock names.
type period uint8

const (
	noPeriod period = iota
	am              // 12 is 0, the rest stays
	pm              // 12 stays, the rest is later by twelve hours
	noon            // around midday: 11 stays, 12 stays, 1 is 13
	evening         // as pm, but 12 is midnight
	night           // 12 to 5 are the small hours, 6 to 11 the late ones
)

// hour24 turns an hour of a twelve-hour clock into one of twenty-four. An hour
// above twelve was written on a 24-hour clock and stays.
func (p period) hour24(h int) int {
	if p == noPeriod || h > 12 {
		return h
	}
	half := h % 12
	switch p {
	case pm:
		return half + 12
	case noon:
		if h >= 10 && h < 12 {
			return h
		}
		return half + 12
	case evening:
		if half > 0 {
			return half + 12
		}
	case night:
		if half >= 6 {
			return half + 12
		}
	}
	return half
}

// periodWords lists the words by their period, separated by |. Sources:
// Unicode CLDR day periods and the locales of docs/formats.md. Blanks, full
// stops and case do not matter.
var periodWords = map[period]string{
	am: `am|a|vorm|vormittag|vormittags|morgens|morgen|früh|am vormittag|am morgen|in the morning|de la mañana|de la madrugada|da manhã|da madrugada|di mattina|du matin|
		ص|صباحا|صباحًا|فجرا|فجرًا|ق.ظ|قبلازظهر|قبل از ظهر|قبل دوپہر|לפנה״צ|לפנה"צ|בבוקר|לפנות בוקר|上午|凌晨|清晨|早上|午前|오전|새벽|아침|ก่อนเที่ยง|
		पूर्वाह्न|सुबह|म.पू.|म.पू|পূর্বাহ্ণ|পূর্বাহ্ন|সকাল|ভোর|முற்பகல்|காலை|ఉదయం|ಪೂರ್ವಾಹ್ನ|രാവിലെ|පෙ.ව.|ਪੂ.ਦੁ.|
		π.μ.|пр.об.|пр. обяд|преди обяд|пре подне|пр. п.|дп|до полудня|ранку|утра|ночи|dop|dopoledne|dopoludnia|de|délelőtt|fm|förmiddag|ap|aamupäivällä|
		e paradites|paradite|p.d.|paradites|sa|öö|sabah|ö.ö.|priekšp.|priešpiet|prie pusdienas|pg|pagi|vm|f.h.|r.n.|yb|to|ү.ө.|таңкы|ព្រឹក|ກ່ອນທ່ຽງ|နံနက်|ጥዋት`,
	pm: `pm|p|nachm|nachmittag|nachmittags|am nachmittag|in the afternoon|de la tarde|da tarde|del pomeriggio|de l’après-midi|
		م|مساء|مساءً|ب.ظ|بعدازظهر|بعد از ظهر|بعد دوپہر|אחה״צ|אחה"צ|אחר הצהריים|下午|午後|오후|หลังเที่ยง|บ่าย|
		अपराह्न|म.उ.|म.उ|दोपहर|অপরাহ্ণ|অপরাহ্ন|বিকাল|பிற்பகல்|மாலை|సాయంత్రం|ಅಪರಾಹ್ನ|ප.ව.|ਬਾ.ਦੁ.|
		μ.μ.|сл.об.|сл. обяд|след обяд|по подне|пп|после полудня|по полудни|дня|odp|odpoledne|popoludní|pop|popoldne|du|délután|em|eftermiddag|ip|iltapäivällä|
		e pasdites|pasdite|m.d.|pasdites|ch|ös|ö.s.|öğleden sonra|pēcp.|popiet|po pusdienas|ptg|petang|nm|e.h.|i.n.|yh|tk|ү.х.|түштөн кийинки|ល្ងាច|ຫຼັງທ່ຽງ|ညနေ|ከሰዓት`,
	noon:    `mittags|mittag|noon|中午|正午|낮|정오|เที่ยง|midi|mezzogiorno|mediodía|del mediodía|দুপুর|ظهرا|ظهرًا`,
	evening: `abends|abend|am abend|in the evening|晚上|傍晚|저녁|בערב|da noite|di sera|du soir|kvällen|вечора|вечера|शाम|সন্ধ্যা`,
	night:   `nachts|nacht|in der nacht|at night|midnight|mitternacht|半夜|午夜|真夜中|夜|밤|자정|de la noche|di notte|रात|রাত|রাত্রি|בלילה`,
}

var periods = buildPeriods()

func buildPeriods() map[string]period {
	table := make(map[string]period)
	for p, words := range periodWords {
		for word := range strings.SplitSeq(words, "|") {
			table[string(foldPeriod(nil, []byte(word)))] = p
		}
	}
	return table
}

// lookupPeriod returns the period that word names, or noPeriod.
func lookupPeriod(word []byte) period {
	var buf [64]byte
	return periods[string(foldPeriod(buf[:0], word))]
}

// foldPeriod appends the letters of word in lower case, without the marks,
// blanks and full stops that differ between app versions.
func foldPeriod(dst, word []byte) []byte {
	for len(word) > 0 {
		r, n := utf8.DecodeRune(word)
		word = word[n:]
		if r == '.' || r == '\u200C' || r == 0 || unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			continue
		}
		dst = utf8.AppendRune(dst, unicode.ToLower(r))
	}
	return dst
}

// isEastAsian reports whether word is written in Han, Hangul or Kana; such a
// word before the time proves the order year, month, day.
func isEastAsian(word []byte) bool {
	r, _ := utf8.DecodeRune(word)
	return unicode.In(r, unicode.Han, unicode.Hangul, unicode.Katakana, unicode.Hiragana)
}

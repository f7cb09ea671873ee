package chat

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// stampLocale writes header stamps as a phone with these settings does.
type stampLocale struct {
	name    string
	pattern string // {d} {dd} {M} {MM} {yy} {yyyy} {be} {r} {H} {HH} {h} {hh} {mm} {ss} {a}, behind it comes the sender
	periods func(hour int) string
	zero    rune
}

func words(am, pm string) func(int) string {
	return func(hour int) string {
		if hour < 12 {
			return am
		}
		return pm
	}
}

// steps names the periods of a day that begin at the given hours.
func steps(names ...any) func(int) string {
	return func(hour int) string {
		name := ""
		for i := 0; i < len(names); i += 2 {
			if hour >= names[i].(int) {
				name = names[i+1].(string)
			}
		}
		return name
	}
}

var stampLocales = []stampLocale{
	{name: "android-de", pattern: "{dd}.{MM}.{yy}, {HH}:{mm} - "},
	{name: "iphone-de", pattern: "[{dd}.{MM}.{yy}, {HH}:{mm}:{ss}] "},
	{name: "iphone-de-12h", pattern: "[{dd}.{MM}.{yy}, {h}:{mm}:{ss} {a}] ", periods: words("AM", "PM")},
	{name: "iphone-de-12h-202f", pattern: "[{dd}.{MM}.{yy}, {h}:{mm}:{ss}\u202F{a}] ", periods: words("AM", "PM")},
	{name: "android-de-12h", pattern: "{dd}.{MM}.{yy}, {h}:{mm} {a} - ", periods: steps(0, "nachts", 5, "morgens", 10, "vorm.", 12, "mittags", 13, "nachm.", 18, "abends")},
	{name: "legacy-de", pattern: "{dd}.{MM}.{yy}, {HH}:{mm}:{ss}: "},
	{name: "legacy-de-blank", pattern: "{dd}.{MM}.{yy} {HH}:{mm}:{ss}: "},
	{name: "legacy-us", pattern: "{M}/{d}/{yy}, {h}:{mm}:{ss} {a}: ", periods: words("AM", "PM")},
	{name: "android-us", pattern: "{M}/{d}/{yy}, {h}:{mm} {a} - ", periods: words("AM", "PM")},
	{name: "android-us-202f", pattern: "{M}/{d}/{yy}, {h}:{mm}\u202F{a} - ", periods: words("AM", "PM")},
	{name: "iphone-us", pattern: "[{M}/{d}/{yy}, {h}:{mm}:{ss} {a}] ", periods: words("AM", "PM")},
	{name: "iphone-us-2009", pattern: "[{M}/{d}/{yy}, {h}:{mm}:{ss}\u2009{a}] ", periods: words("AM", "PM")},
	{name: "iphone-us-24h", pattern: "[{M}/{d}/{yy}, {HH}:{mm}:{ss}] "},
	{name: "android-us-24h", pattern: "{M}/{d}/{yy}, {HH}:{mm} - "},
	{name: "iphone-us-fr", pattern: "[{M}/{d}/{yy} {HH}:{mm}:{ss}] "},
	{name: "iphone-us-id", pattern: "[{M}/{d}/{yy} {HH}.{mm}.{ss}] "},
	{name: "iphone-us-vi", pattern: "[{HH}:{mm}:{ss}, {M}/{d}/{yy}] "},
	{name: "android-vi", pattern: "{HH}:{mm}, {dd}/{MM}/{yyyy} - "},
	{name: "iphone-vi-12h", pattern: "[{hh}:{mm}:{ss} {a}, {dd}/{MM}/{yyyy}] ", periods: words("SA", "CH")},
	{name: "android-gb", pattern: "{dd}/{MM}/{yyyy}, {HH}:{mm} - "},
	{name: "android-in", pattern: "{dd}/{MM}/{yy}, {h}:{mm} {a} - ", periods: words("am", "pm")},
	{name: "android-au-202f", pattern: "{d}/{M}/{yy}, {h}:{mm}\u202F{a} - ", periods: words("am", "pm")},
	{name: "android-ca", pattern: "{yyyy}-{MM}-{dd}, {h}:{mm} {a} - ", periods: words("a.m.", "p.m.")},
	{name: "android-za", pattern: "{yyyy}/{MM}/{dd}, {HH}:{mm} - "},
	{name: "android-za-12h", pattern: "{yyyy}/{MM}/{dd}, {h}:{mm} {a} - ", periods: words("am", "pm")},
	{name: "iphone-za", pattern: "[{yyyy}/{MM}/{dd}, {HH}:{mm}:{ss}] "},
	{name: "android-sv", pattern: "{yyyy}-{MM}-{dd} {HH}:{mm} - "},
	{name: "iphone-sv-12h", pattern: "[{yyyy}-{MM}-{dd} {h}:{mm}:{ss} {a}] ", periods: words("fm", "em")},
	{name: "android-cs", pattern: "{dd}.{MM}.{yy} {HH}:{mm} - "},
	{name: "android-cs-12h", pattern: "{dd}.{MM}.{yyyy} {h}:{mm} {a} - ", periods: words("dop.", "odp.")},
	{name: "android-ru", pattern: "{dd}.{MM}.{yyyy}, {HH}:{mm} - "},
	{name: "android-nl", pattern: "{dd}-{MM}-{yyyy} {HH}:{mm} - "},
	{name: "iphone-nl", pattern: "[{dd}-{MM}-{yy} {HH}:{mm}:{ss}] "},
	{name: "android-fr", pattern: "{dd}/{MM}/{yy} {HH}:{mm} - "},
	{name: "android-fr-old", pattern: "{dd}.{MM}.{yy} à {HH}:{mm} - "},
	{name: "iphone-fr-a", pattern: "[{dd}/{MM}/{yyyy} à {HH}:{mm}:{ss}] "},
	{name: "android-es-00a0", pattern: "{d}/{M}/{yyyy} {h}:{mm} {a} - ", periods: words("a.\u00A0m.", "p.\u00A0m.")},
	{name: "android-es", pattern: "{dd}/{MM}/{yy} {h}:{mm} {a} - ", periods: words("a. m.", "p. m.")},
	{name: "android-mx", pattern: "{d}/{M}/{yy}, {h}:{mm}\u202F{a} - ", periods: words("a.\u202Fm.", "p.\u202Fm.")},
	{name: "iphone-mx", pattern: "[{dd}/{MM}/{yyyy}, {h}:{mm}:{ss} {a}] ", periods: words("a.m.", "p.m.")},
	{name: "iphone-mx-yy", pattern: "[{dd}/{MM}/{yy}, {h}:{mm}:{ss} {a}] ", periods: words("a.m.", "p.m.")},
	{name: "android-fi", pattern: "{d}.{M}.{yyyy} klo {HH}.{mm} - "},
	{name: "iphone-fi", pattern: "[{d}.{M}.{yyyy} klo {H}.{mm}.{ss}] "},
	{name: "iphone-fi-new", pattern: "[{d}.{M}.{yyyy}, {H}.{mm}.{ss}] "},
	{name: "iphone-fi-12h", pattern: "[{d}.{M}.{yyyy} klo {h}.{mm}.{ss} {a}] ", periods: words("ap.", "ip.")},
	{name: "android-da", pattern: "{dd}.{MM}.{yyyy} {HH}.{mm} - "},
	{name: "iphone-da-kl", pattern: "[{dd}.{MM}.{yyyy} kl. {HH}.{mm}.{ss}] "},
	{name: "android-id", pattern: "{dd}/{MM}/{yy} {HH}.{mm} - "},
	{name: "iphone-id-time-first", pattern: "[{HH}.{mm}.{ss}, {d}/{M}/{yyyy}] "},
	{name: "android-hr", pattern: "{d}. {M}. {yyyy}. {HH}:{mm} - "},
	{name: "iphone-hr", pattern: "[{dd}. {MM}. {yyyy}., {HH}:{mm}:{ss}] "},
	{name: "android-sl", pattern: "{d}. {MM}. {yy} {HH}:{mm} - "},
	{name: "android-hu", pattern: "{yyyy}. {MM}. {dd}. {HH}:{mm} - "},
	{name: "iphone-hu-12h", pattern: "[{yyyy}. {MM}. {dd}. {a} {h}:{mm}:{ss}] ", periods: words("de.", "du.")},
	{name: "iphone-zh", pattern: "[{yyyy}/{M}/{d} {HH}:{mm}:{ss}] "},
	{name: "iphone-zh-12h", pattern: "[{yyyy}/{M}/{d} {a}{h}:{mm}:{ss}] ", periods: words("上午", "下午")},
	{name: "android-zh-day", pattern: "{yyyy}/{M}/{d} {a}{h}:{mm} - ", periods: steps(0, "凌晨", 5, "早上", 8, "上午", 12, "中午", 13, "下午", 18, "晚上")},
	{name: "android-zh-hk", pattern: "{d}/{M}/{yyyy} {a}{h}:{mm} - ", periods: words("上午", "下午")},
	{name: "android-ja", pattern: "{yyyy}/{MM}/{dd} {a}{h}:{mm} - ", periods: words("午前", "午後")},
	{name: "android-ja-24h", pattern: "{yyyy}/{MM}/{dd} {HH}:{mm} - "},
	{name: "android-ja-han", pattern: "{yyyy}年{M}月{d}日 {HH}:{mm} - "},
	{name: "iphone-zh-han", pattern: "[{yyyy}年{M}月{d}日 {a}{h}:{mm}:{ss}] ", periods: words("上午", "下午")},
	{name: "android-ko", pattern: "{yyyy}. {M}. {d}. {a} {h}:{mm} - ", periods: words("오전", "오후")},
	{name: "iphone-ko", pattern: "[{yyyy}. {M}. {d}. {a} {h}:{mm}:{ss}] ", periods: words("오전", "오후")},
	{name: "android-ko-yy", pattern: "{yy}. {M}. {d}. {a} {h}:{mm} - ", periods: words("오전", "오후")},
	{name: "iphone-ar", pattern: "[{d}\u200F/{M}\u200F/{yyyy}\u060C {h}:{mm}:{ss}\u00A0{a}] ", periods: words("ص", "م"), zero: '٠'},
	{name: "iphone-ar-latin", pattern: "[\u200F{d}\u200F/{M}\u200F/{yyyy}\u060C {HH}:{mm}:{ss}] "},
	{name: "iphone-ar-latin-12h", pattern: "[\u200F{d}\u200F/{M}\u200F/{yyyy}\u060C {h}:{mm}:{ss} {a}] ", periods: words("ص", "م")},
	{name: "android-ar", pattern: "{d}\u200F/{M}\u200F/{yyyy}\u060C {h}:{mm} {a} - ", periods: words("ص", "م"), zero: '٠'},
	{name: "android-fa", pattern: "{yyyy}/{M}/{d}\u060C {HH}:{mm} - ", zero: '۰'},
	{name: "iphone-fa-12h", pattern: "[{yyyy}/{M}/{d}\u060C {h}:{mm}:{ss} {a}] ", periods: words("ق.ظ.", "ب.ظ."), zero: '۰'},
	{name: "android-he", pattern: "{d}.{M}.{yyyy}, {HH}:{mm} - "},
	{name: "iphone-he-12h", pattern: "[{dd}/{MM}/{yyyy}, {h}:{mm}:{ss} {a}] ", periods: words("לפנה״צ", "אחה״צ")},
	{name: "android-bn", pattern: "{d}/{M}/{yy}, {h}:{mm} {a} - ", periods: words("AM", "PM"), zero: '০'},
	{name: "android-bn-words", pattern: "{d}/{M}/{yy}, {h}:{mm} {a} - ", periods: words("পূর্বাহ্ণ", "অপরাহ্ণ"), zero: '০'},
	{name: "android-mr", pattern: "{d}/{M}/{yy}, {h}:{mm} {a} - ", periods: words("म.पू.", "म.उ."), zero: '०'},
	{name: "android-hi-latin", pattern: "{d}/{M}/{yy}, {h}:{mm} {a} - ", periods: words("पूर्वाह्न", "अपराह्न")},
	{name: "android-my", pattern: "{d}/{M}/{yy} {HH}:{mm} - ", zero: '၀'},
	{name: "android-th", pattern: "{d}/{M}/{be} {HH}:{mm} - "},
	{name: "iphone-th-12h", pattern: "[{d}/{M}/{be} {h}:{mm}:{ss} {a}] ", periods: words("ก่อนเที่ยง", "หลังเที่ยง")},
	{name: "iphone-th-digits", pattern: "[{d}/{M}/{be} {HH}:{mm}:{ss}] ", zero: '๐'},
	{name: "iphone-be", pattern: "[{M}/{d}/{be} BE, {HH}:{mm}:{ss}] "},
	{name: "iphone-be-12h", pattern: "[{d}/{M}/{be} BE, {h}:{mm}:{ss} {a}] ", periods: words("AM", "PM")},
	{name: "iphone-reiwa", pattern: "[{M}/{d}/R{r}, {HH}:{mm}:{ss}] "},
	{name: "iphone-reiwa-first", pattern: "[R{r}/{M}/{d} {HH}:{mm}:{ss}] "},
	{name: "iphone-reiwa-han", pattern: "[令和{r}年{M}月{d}日 {HH}:{mm}:{ss}] "},
	{name: "iphone-reiwa-12h", pattern: "[{M}/{d}/R{r}, {h}:{mm}:{ss} {a}] ", periods: words("AM", "PM")},
	{name: "android-el", pattern: "{d}/{M}/{yy}, {h}:{mm} {a} - ", periods: words("π.μ.", "μ.μ.")},
	{name: "android-bg", pattern: "{d}.{MM}.{yy} г., {HH}:{mm} ч. - "},
	{name: "android-bg-12h", pattern: "{d}.{MM}.{yy} г., {h}:{mm} {a} - ", periods: words("пр.об.", "сл.об.")},
	{name: "android-sq", pattern: "{d}.{M}.{yy}, {h}:{mm} {a} - ", periods: words("e paradites", "e pasdites")},
	{name: "android-tr", pattern: "{d}.{MM}.{yyyy} {HH}:{mm} - "},
	{name: "android-tr-12h", pattern: "{d}.{MM}.{yyyy} {a} {h}:{mm} - ", periods: words("ÖÖ", "ÖS")},
	{name: "android-pl", pattern: "{d}.{MM}.{yyyy}, {HH}:{mm} - "},
	{name: "android-uk-12h", pattern: "{dd}.{MM}.{yy}, {h}:{mm} {a} - ", periods: words("дп", "пп")},
	{name: "android-br", pattern: "{dd}/{MM}/{yyyy} {HH}:{mm} - "},
	{name: "android-ms", pattern: "{d}/{MM}/{yy}, {h}:{mm} {a} - ", periods: words("PG", "PTG")},
	{name: "desktop", pattern: "[{M}/{d}/{yy}, {h}:{mm}:{ss}\u202F{a}] ", periods: words("AM", "PM")},
	{name: "web-de", pattern: "[{HH}:{mm}, {d}.{M}.{yyyy}] "},
	{name: "web-in", pattern: "[{HH}:{mm}, {dd}/{MM}/{yyyy}] "},
	{name: "web-us", pattern: "[{h}:{mm} {a}, {M}/{d}/{yyyy}] ", periods: words("AM", "PM")},
	{name: "web-zh", pattern: "[{a}{h}:{mm}, {yyyy}/{M}/{d}] ", periods: words("上午", "下午")},
	{name: "web-ar", pattern: "[{h}:{mm} {a}\u060C {d}\u200F/{M}\u200F/{yyyy}] ", periods: words("ص", "م"), zero: '٠'},
}

// write renders t.
func (l stampLocale) write(t time.Time) string {
	y, m, d := t.Date()
	hour := t.Hour()
	period := ""
	if l.periods != nil {
		period = l.periods(hour)
	}
	h := (hour+11)%12 + 1
	pairs := []string{
		"{d}", fmt.Sprint(d), "{dd}", fmt.Sprintf("%02d", d), "{M}", fmt.Sprint(int(m)), "{MM}", fmt.Sprintf("%02d", m),
		"{yy}", fmt.Sprintf("%02d", y%100), "{yyyy}", fmt.Sprint(y), "{be}", fmt.Sprint(y + 543), "{r}", fmt.Sprint(y - 2018),
		"{H}", fmt.Sprint(hour), "{HH}", fmt.Sprintf("%02d", hour), "{h}", fmt.Sprint(h), "{hh}", fmt.Sprintf("%02d", h),
		"{mm}", fmt.Sprintf("%02d", t.Minute()), "{ss}", fmt.Sprintf("%02d", t.Second()),
	}
	if l.zero != 0 {
		for i := 1; i < len(pairs); i += 2 {
			pairs[i] = strings.Map(func(r rune) rune {
				if r >= '0' && r <= '9' {
					return l.zero + r - '0'
				}
				return r
			}, pairs[i])
		}
	}
	return strings.NewReplacer(append(pairs, "{a}", period)...).Replace(l.pattern)
}

// script is a conversation that every locale must read alike: day above 12,
// all hours, midnight and noon, look-alikes, several lines.
func script() []wire {
	var out []wire
	at := time.Date(2022, 12, 30, 23, 58, 7, 0, time.UTC)
	say := func(sender, text string) {
		out = append(out, wire{Time: at.Format("2006-01-02T15:04:05"), Sender: &sender, Kind: "text", Text: text})
	}
	for i := range 80 {
		sender := []string{"Anna Ü.", "Büro - Süd", "李雷", "+49 170 0000000"}[i%4]
		text := fmt.Sprintf("Nummer %d: alles klar - oder?", i)
		switch i % 5 {
		case 1:
			text = fmt.Sprintf("Zeile %d\n\n  eingerückt: ja\n(Ende)", i)
		case 2:
			text = "13:37 - Pause: 10 Minuten\n99.99.99 nichts"
		}
		say(sender, text)
		at = at.Add(67*time.Minute + 61*time.Second)
		if i == 60 {
			at = at.AddDate(0, 3, 9)
		}
	}
	return out
}

// TestStampLocales renders one conversation in every locale of docs/formats.md
// and expects the same messages back.
func TestStampLocales(t *testing.T) {
	for _, l := range stampLocales {
		for _, end := range []string{"\n", "\r\n"} {
			t.Run(fmt.Sprintf("%s%q", l.name, end), func(t *testing.T) {
				var file strings.Builder
				want := script()
				line := 1
				for i := range want {
					at, _ := time.Parse("2006-01-02T15:04:05", want[i].Time)
					if !strings.Contains(l.pattern, "{ss}") {
						want[i].Time = at.Format("2006-01-02T15:04:00")
					}
					want[i].Line = line
					line += 1 + strings.Count(want[i].Text, "\n")
					file.WriteString(l.write(at) + *want[i].Sender + ": " + strings.ReplaceAll(want[i].Text, "\n", end) + end)
				}
				c, got := parse(t, []byte(file.String()))
				for i := range want {
					want[i].Text = strings.ReplaceAll(want[i].Text, "\r", "")
				}
				compareMessages(t, got, want)
				if c.Ambiguous || len(c.Problems) > 0 {
					t.Errorf("ambiguous %v, problems %v", c.Ambiguous, c.Problems)
				}
			})
		}
	}
}

// frameOf returns the framing that a pattern writes.
func (l stampLocale) frameOf() frame {
	switch {
	case l.pattern[0] == '[':
		return bracket
	case strings.HasSuffix(l.pattern, " - "):
		return dash
	}
	return colon
}

// order returns the order of the fields of a pattern.
func (l stampLocale) order() DateOrder {
	if strings.Index(l.pattern, "{d") < strings.Index(l.pattern, "{M") {
		return DayFirst
	}
	return MonthFirst
}

// TestCasesInEveryLocale writes the contents of the conformance cases, with all
// kinds of messages, under the stamps of every locale with the same framing.
// Nothing but the seconds may change.
func TestCasesInEveryLocale(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(conformanceDir, "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, name := range files {
		content, err := os.ReadFile(name)
		// The left-out cases are about the stamps themselves, or not UTF-8.
		number := filepath.Base(name)[:2]
		if err != nil || len(content) > 1<<16 || !utf8.Valid(content) || strings.Contains("21 22 43 45 47 48 49 53", number) {
			continue
		}
		_, want := parse(t, content)
		for _, l := range stampLocales {
			translated, ok := l.translate(content, want)
			if !ok {
				continue
			}
			tried++
			chats, err := Read(l.name, Bytes(translated), Options{DateOrder: l.order()})
			if err != nil {
				t.Errorf("%s in %s: %v", name, l.name, err)
				continue
			}
			got := collect(t, chats[0])
			expected := slices.Clone(want)
			if !strings.Contains(l.pattern, "{ss}") {
				for i := range expected {
					expected[i].Time = expected[i].Time[:len("2006-01-02T15:04")] + ":00"
				}
			}
			if !slices.EqualFunc(got, expected, func(a, b wire) bool { return show(a) == show(b) }) {
				t.Errorf("%s in %s", name, l.name)
				compareMessages(t, got, expected)
			}
		}
	}
	if tried < 1000 {
		t.Errorf("only %d combinations tried", tried)
	}
}

// translate replaces the stamps of content, whose messages are given, if both
// use the same framing.
func (l stampLocale) translate(content []byte, messages []wire) ([]byte, bool) {
	lines := bytes.SplitAfter(content, []byte{'\n'})
	for _, m := range messages {
		line := lines[m.Line-1]
		var h header
		if !parseHeader(line, &h) || h.shape.frame != l.frameOf() {
			return nil, false
		}
		at, _ := time.Parse("2006-01-02T15:04:05", m.Time)
		if at.Year() < 2019 && strings.Contains(l.pattern, "{r}") {
			return nil, false
		}
		mark := ""
		if h.lead {
			mark = "\u200E"
		}
		lines[m.Line-1] = append([]byte(mark+l.write(at)), line[h.rest:]...)
	}
	return bytes.Join(lines, nil), true
}

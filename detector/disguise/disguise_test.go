package disguise

import "testing"

func TestEdits(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Kevin ist k r a n k", "Kevin ist krank"},
		{"K e v i n  h a t  R ü c k e n", "Kevin  hat  Rücken"},
		{"k e v i n i s t k r a n k", "kevin ist krank"},
		{"Der ist K.r.a.n.k.", "Der ist Krank."},
		{"wieder b.e.s.o.f.f.e.n", "wieder besoffen"},
		{"d-e-p-r-e-s-s-i-v", "depressiv"},
		{"kr4nk, K3vin und Kr@nk!", "krank, Kevin und Krank!"},
		{"ist kr*nk", "ist krank"},
		{"ist b*s*ffen", "ist besoffen"},
		{"kraaaank, faulllll", "krank, faul"},
		{"K\u0435vin ist kr\u0430nk", "Kevin ist krank"},
		{"kra_nk k.r.ank", "krank krank"},
		{"B A N D S C H E I B E N V O R F A L L", "BANDSCHEIBENVORFALL"},
		{"K R A N K H E I T S tag", "KRANKHEITS tag"},
		{"bread's u n d e r  t h e  c l o t h", "bread's under  the  cloth"},
		{"krnk, kmmt mrgn", "krank, kommt morgen"},
		{"b*trunk*n", "betrunken"}, {"b*s*ff*n", "besoffen"},
		{"A-b-m-a-h-n-u-n-g", "Abmahnung"},
		{"D E 8 9 3 7 0 4 0 0 4 4 0 5 3 2 0 1 3 0 0 0", "DE89370400440532013000"},
		{"D.E.8.9. 3.7.0.4. 0.0.4.4", "DE89 3704 0044"},
		{"G e h a l t 2 8 5 0", "Gehalt 2 8 5 0"},
		{"i b a n D-E-8-9-3-7-0-4-0-0-4-4", "i b a n DE8937040044"},
		{"0.4.2.1 / 9.9.8.8.7.7", "0421 998877"},
		// Numbers that are told.
		{"sixteen-oh-three Cedar Court, Tom", "1603 Cedar Court, Tom"},
		{"zweiundfünfzig komma eins vier Nord", "52.14 Nord"},
		{"zwei komma fünf Meter", "zwei komma fünf Meter"},
		{"um acht Punkt zwölf", "um acht Punkt zwölf"},
		{"a twenty five minute drive", "a twenty five minute drive"},
		{"twenty five Cedar Court", "25 Cedar Court"},
		{"null vier zwo eins, neun neun acht acht sieben", "0421 99887"},
		{"null neun eins sechs – vier drei acht – zwei null", "0916 – 438 – 20"},
		{"der Kombi, B I R – T V – 4 0 6, steht schief", "der Kombi, BIR TV 406, steht schief"},
		{"reihe A B C – 1 2 – D", "reihe A B C – 1 2 – D"},
		{"Ulmenweg hausnr zweiundzwanzig", "Ulmenweg hausnr 22"},
		{"Erlenstieg zweiundvierzig b", "Erlenstieg 42 b"},
		{"ruf 0421-neun neun - acht null - eins an", "ruf 0421-99 - 80 - 1 an"},
		{"mobile 07911 one double-two oh 56", "mobile 07911 122056"},
		{"61 0two8 37eight 599", "61028378 599"},
		{"zehn punkt null punkt zwölf punkt neun acht", "10.0.12.98"},
		{"null eins sechs null dann die dreiundzwanzig sechs", "0160236"},
		{"A B one two three four five six C", "AB123456C"},
		{"wohnt Tannenallee siebzehn", "wohnt Tannenallee 17"},
		{"Lindenstr. zwo-null", "Lindenstr. 20"},
		{"null 421 dann 99 88 77", "0421 998877"},
		{"vierzehnnullsechs, achtundneunzig null", "1406 980"},
		{"Punkt 1 geht, Punkt 2 und Punkt 3 auch", ""},
		{"192 punkt 0 punkt 2 punkt 177", "192.0.2.177"},
		{"Plus vier neun eins sechs null, neun acht", "+49160 98"},
		// Letters that look like digits.
		{"DE58 1234 5678 OI23 4S67 89", "DE58 1234 5678 0123 4567 89"},
		{"4III IIII IIII IIII", "4111 1111 1111 1111"},
		{"o421 998B7 an", "0421 99887 an"},
		// What stays as it is.
		{"k\xffr4nk \xc3", ""},
		{"eins, zwei, drei und los", ""},
		{"one of the two has four or five", ""},
		{"o2 0171 2345678, I5 2400, 10l 20l 30l 40l", ""},
		{"er ist weg, drei Leute fehlen", ""},
		{"BS15 2SO und BO 1234 sowie IO 12", ""},
		{"AAAA BBBB", ""},
		{"E-Mail an die S-Bahn, z.B. i.d.R. u.a.", ""},
		{"Kolleg*innen und Mitarbeiter/in", ""},
		{"Tor5 Raum3 M10 H7 18er 5er B12 8h 30min 3ten 2mal A4", ""},
		{"schreib an k@nn.de oder www.kr-ank.de", ""},
		{"Variante a, b, c oder d", ""},
		{"Montag/Dienstag Meier-Huber Kran-Fahrer", ""},
		{"Schifffahrt, Brennnessel, Rollladen", ""},
		{"ver.di, walk-in, Sa/So, EC-Karte", ""},
		{"Олег ist da", ""},
		{"Tisch 1 2 3 4 5 6 7 8 9 frei", ""},
		{"3x4 H2O 10l P7 16A", ""},
		{"Arbeitsunfähigkeitsbescheinigung Heizungsmonteure Wartungsvertragsunterlagen", ""},
		{"GmbH LSBT vllt bzgl mfg", ""},
		{"*fett* _kursiv_ ~weg~", ""},
	} {
		want := tt.want
		if want == "" {
			want = tt.text
		}
		if got := apply(tt.text, Edits(tt.text)); got != want {
			t.Errorf("%q: %q, want %q", tt.text, got, want)
		}
	}
}

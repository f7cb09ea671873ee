package chat

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// noticePhrases are parts of notices that no other text behind a mark holds:
// encryption and security codes in many languages, the rest in German and
// English. Whole sentences change between app versions, key phrases do not.
var noticePhrases = split(`ende-zu-ende-verschlüssel|ende-zu-ende-verschlüsselt|sicherheitsnummer für|sicherheitscode für|end-to-end encrypt|end-to-end-versleuteld|end-to-end versleuteld|your security code with|security code changed
chiffrés de bout en bout|chiffrement de bout en bout|code de sécurité avec|cifrados de extremo a extremo|cifrado de extremo a extremo|código de seguridad|crittografati end-to-end|crittografia end-to-end|codice di sicurezza|criptografia de ponta a ponta|encriptadas ponto a ponto|encriptação ponto a ponto|encriptação ponta a ponta|código de segurança|beveiligingscode|uçtan uca şifre|güvenlik kodu|w pełni zaszyfrowan|szyfrowan|kod zabezpieczeń|сквозным шифрованием|код безопасности|مشفرة تمام|التشفير التام|رمز أمان|totalsträckskrypt|säkerhetskod|end-to-end-krypteret|end-to-end-kryptering|sikkerhedskode|ende-til-ende-krypt|sikkerhetskode|täysin salat|salataan täysin|suojauskoodi|turvakoodi|koncově šifrov|bezpečnostní kód|end-to-end šifrov|bezpečnostný kód|végpontok közötti titkosítás|végponttól végpontig|biztonsági kód|criptate integral|criptate end-to-end|cod de securitate|codul de securitate|κρυπτογράφηση από άκρο|κρυπτογραφημέν|κωδικός ασφαλείας|מוצפנות מקצה|קוד האבטחה|エンドツーエンド|セキュリティコード|종단간 암호화|종단 간 암호화|보안 코드|端到端加密|端對端加密|安全代码|安全碼|mã hóa đầu cuối|mã hóa hai đầu|mã bảo mật|terenkripsi end-to-end|terenkripsi secara end-to-end|kode keamanan|disulitkan hujung|kod keselamatan|เข้ารหัสจากต้นทาง|เข้ารหัสตั้งแต่ต้นทาง|รหัสความปลอดภัย|наскрізн|код безпеки|رمزگذاری سرتاسر|کد امنیتی|एंड-टू-एंड एन्क्रिप्ट|सुरक्षा कोड|এন্ড-টু-এন্ড এনক্রিপ্ট|নিরাপত্তা কোড|шифрован от край до край|криптирани от край до край|код за сигурност|šifrirani s kraja na kraj|sigurnosni kod|xifrats d'extrem a extrem|codi de seguretat
hat die gruppe „|hat die gruppe "|hast die gruppe „|hast die gruppe "|hast diese gruppe erstellt|hat diese gruppe erstellt|hat den gruppennamen|hast den gruppennamen|hat den betreff|hat das gruppenbild|hast das gruppenbild|hat die gruppenbeschreibung|hast die gruppenbeschreibung|hat dich hinzugefügt|hat die gruppe verlassen|hast die gruppe verlassen|mit dem einladungslink|über den einladungslink|per einladungslink|bist jetzt ein*e admin|bist jetzt admin|kein*e admin mehr|die admin-genehmigung|neue telefonnummer. tippe|selbstlöschende nachrichten aktiviert|selbstlöschende nachrichten deaktiviert|selbstlöschende nachrichten|hat die nachrichtendauer|hast die nachrichtendauer|hast diesen kontakt blockiert|hast diesen kontakt freigegeben|dieser chat ist mit einem unternehmenskonto|als unternehmenskonto registriert|den erweiterten chat-datenschutz|meta ai ist ein optionaler|gruppeneinstellungen so geändert|einstellungen dieser gruppe|sicheren dienst von meta|nachricht angepinnt|nachricht angeheftet|zur community hinzugefügt
created group “|created group "|created this group|changed the group name|changed the subject|changed this group's icon|changed this group’s icon|deleted this group's icon|deleted this group’s icon|changed the group description|changed the group icon|using this group's invite link|using this group’s invite link|using a group link|via invite link|you're now an admin|you’re now an admin|no longer an admin|admin approval to join|changed their phone number|changed to a new number|disappearing messages|updated the message timer|blocked this contact|this chat is with a business account|registered as a business account|secure service from meta|advanced chat privacy|meta ai is an optional|pinned a message|to the community|added you|changed this group's settings|changed this group’s settings|changed the settings so only admins`)

// endings close an Android notice about a group member.
var endings = split(`hat die gruppe verlassen|hat dich hinzugefügt|hinzugefügt|entfernt|wurde hinzugefügt|wurden hinzugefügt|beigetreten|left| left the group|was added|were added|joined using this group's invite link|added you|removed you|joined
a quitté|a quitté le groupe|vous a ajouté|vous a ajouté(e)|a été ajouté|a été ajouté(e)|salió|salió del grupo|te añadió|te agregó|fue añadido|ha abbandonato|ha abbandonato il gruppo|ha lasciato il gruppo|ti ha aggiunto|saiu|saiu do grupo|adicionou você|adicionou-te|heeft de groep verlaten|is weggegaan|heeft je toegevoegd|heeft u toegevoegd|gruptan ayrıldı|ayrıldı|sizi ekledi|opuścił grupę|opuściła grupę|opuścił(a) grupę|opuścił(-a) grupę|dodał(a) cię|вышел из группы|вышла из группы|покинул группу|покинул(-а) группу|вышел(-ла) из группы|غادر|غادر المجموعة`)

// isNoticeText reports whether text holds a key phrase of a notice.
func isNoticeText(text string) bool {
	if len(text) > maxNotice {
		return false
	}
	return containsAny(strings.ReplaceAll(strings.ToLower(text), "’", "'"), noticePhrases) || containsAny(strings.ToLower(text), noticePhrases)
}

const maxNotice = 1200 // bytes

// endsLikeNotice reports whether text closes like a notice about members. It
// serves lines of Android whose only colon may be part of a name.
func endsLikeNotice(text string) bool {
	if isNoticeText(text) {
		return true
	}
	folded := string(fold(nil, []byte(text)))
	if strings.ContainsAny(folded, ",!?\n") {
		return false
	}
	for _, e := range endings {
		if strings.HasSuffix(folded, " "+strings.TrimSpace(e)) {
			return true
		}
	}
	return false
}

// beginsWithName reports whether text begins with the name as a whole word.
// Blanks may differ in kind, and the tilde of an unsaved contact may lack.
func beginsWithName(text, name string) bool {
	name = strings.TrimSpace(strings.TrimPrefix(name, "~"))
	text = strings.TrimLeft(text, "~ \u202F\u00A0")
	if name == "" || len(text) > maxNotice {
		return false
	}
	rest, ok := strings.CutPrefix(cleanName([]byte(text)), name)
	if !ok || rest == "" {
		return false
	}
	next, _ := utf8.DecodeRuneInString(rest)
	return !unicode.IsLetter(next) && !unicode.IsDigit(next) && next != ':'
}

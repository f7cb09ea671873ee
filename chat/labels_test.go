package chat

import (
	"strings"
	"testing"
)

// generated are the texts WhatsApp writes in the languages it is most used in,
// one list per place where they stand.
var generated = []struct {
	name, template string // % is the text
	kind           Kind
	edited         bool
	texts          string
}{
	{name: "left out, Android", template: "%", kind: Media, texts: `<Medien ausgeschlossen>|<Medien weggelassen>|<Media omitted>|<Médias omis>|<Fichier omis>|<Multimedia omitido>|<Archivo omitido>|<Media omessi>|<Media omesso>|<Mídia oculta>|<Mídia omitida>|<Ficheiro não revelado>|<Media weggelaten>|<Medya dahil edilmedi>|<Medya atlanmış>|<pominięto multimedia>|<pliki pominięto>|<Без медиафайлов>|<Файл пропущен>|<تم استبعاد الوسائط>|< Média vynechána >|<Video message omitted>|<Videonachricht weggelassen>|<Video note omitted>|<View once voice message omitted>|<View once photo omitted>|<View once video omitted>|<Media har utelämnats>|<メディアなし>|<미디어 파일 제외됨>|<Medijski zapis izostavljen>|<Mediefil udeladt>|<Media jätettiin pois>|<image omitted>|<video omitted>|<document omitted>|<album message>|<unknown message>|<Медіафайл пропущено>|<Παραλήφθηκαν πολυμέσα>|<Без мултимедия>|<Meedia ära jäetud>`},
	{name: "attached, Android", template: "IMG-20230504-WA0003.jpg (%)", kind: Media, texts: `Datei angehängt|file attached|fichier joint|archivo adjunto|archivo adjuntado|file allegato|arquivo anexado|ficheiro anexado|bestand bijgevoegd|dosya ekli|załączony plik|файл добавлен|الملف مرفق`},
	{name: "attached document, Android", template: "Bericht Mai.pdf (%)", kind: Media, texts: `Datei angehängt|file attached|fichier joint|archivo adjunto|archivo adjuntado|file allegato|arquivo anexado|ficheiro anexado|bestand bijgevoegd|dosya ekli|załączony plik|файл добавлен|الملف مرفق`},
	{name: "attached card, Android", template: "Eva.vcf (%)", kind: Contact, texts: `Datei angehängt|file attached|fichier joint|archivo adjunto|file allegato|arquivo anexado|bestand bijgevoegd|dosya ekli|załączony plik|файл добавлен|الملف مرفق`},
	{name: "deleted", template: "%", kind: Deleted, texts: `Diese Nachricht wurde gelöscht.|Du hast diese Nachricht gelöscht|This message was deleted|You deleted this message.|Ce message a été supprimé|Vous avez supprimé ce message|Este mensaje fue eliminado|Se eliminó este mensaje|Eliminaste este mensaje|Questo messaggio è stato eliminato|Hai eliminato questo messaggio|Esta mensagem foi apagada|Mensagem apagada|Você apagou esta mensagem|Dit bericht is verwijderd|U hebt dit bericht verwijderd|Bu mesaj silindi|Bu mesajı sildiniz|Ta wiadomość została usunięta|Usunąłeś(aś) tę wiadomość|Данное сообщение удалено|Вы удалили данное сообщение|تم حذف هذه الرسالة|أنت حذفت هذه الرسالة|Diese Nachricht wurde von Admin Eva K. gelöscht.|Diese Nachricht wurde von einem*einer Admin gelöscht.|Du hast diese Nachricht als Admin gelöscht.|This message was deleted by admin Eva|‹L›This message was deleted by admin ~ Eva K.`},
	{name: "missed call, Android", template: "%", kind: Call, texts: `Verpasster Sprachanruf|Verpasster Videoanruf|Missed voice call|Missed video call|Appel vocal manqué|Llamada de voz perdida|Chiamata vocale persa|Chamada de voz perdida|Gemiste spraakoproep|Cevapsız sesli arama|Nieodebrane połączenie|Пропущенный аудиозвонок|مكالمة صوتية فائتة`},
	{name: "call, iPhone", template: "‹L›%", kind: Call, texts: `Sprachanruf. ‹L›12 Min.|Videoanruf. ‹L›Keine Antwort|Verpasster Sprachanruf. ‹L›Zum Zurückrufen tippen|Voice call. ‹L›2 min|Video call, ‹L›5 min|Missed voice call, ‹L›Tap to call back|Gemiste spraakoproep. ‹L›Tik om terug te bellen|Cevapsız sesli arama. ‹L›Geri aramak için dokunun|Połączenie głosowe. ‹L›3 min|Silenced voice call. ‹L›Focus mode`},
	{name: "attached, iPhone", template: "‹L›%", kind: Media, texts: `<Anhang: N>|<angehängt: N>|<attached: N>|< pièce jointe : N >|<adjunto: N>|<allegato: N>|<anexado: N>|<anexo: N>|<bijgevoegd: N>|<N eklendi>|<załączono: N>|<прикреплено: N>|<المُرفق: N>|<附件：N>|<添付ファイル: N>|< 첨부됨: N>|<liite: N>`},
	{name: "left out, iPhone, mark lost", template: "‹L›%", kind: Media, texts: `Bild weggelassen|Video weggelassen|GIF weggelassen|Produktbild ausgelassen|Videonotiz weggelassen|image omitted|product image omitted|video note omitted|image absente|GIF retiré|image produit oubliée|imagen omitida|imagen del producto omitida|sticker non incluso|GIF esclusa|imagem ocultada|figurinha omitida|afbeelding weggelaten|görüntü dahil edilmedi|Çıkartma dahil edilmedi|obraz pominięty|Plik GIF pominięty|zdjęcie produktu zostało pominięte|изображение отсутствует|стикер не добавлен|لم يتم إدراج الصورة|تم حذف الملصقات`},
	{name: "contact left out", template: "‹L›%", kind: Contact, texts: `Kontaktkarte ausgelassen|Contact card omitted|Fiche contact manquante|Tarjeta de contacto omitida|Scheda contatto omessa|Cartão do contato omitido|Visitekaartje weggelaten|Kişi kartı dahil edilmedi|Pominięta wizytówka kontaktu|Карточка контакта отсутствует|لم يتم إدراج بطاقة جهة اتصال`},
	{name: "edited", template: "bis gleich ‹L›%", kind: Text, edited: true, texts: `<Diese Nachricht wurde bearbeitet.>|<This message was edited>|<Se editó este mensaje.>|<Ce message a été modifié>|<Mensagem editada>|<Esta mensagem foi editada>|<Questo messaggio è stato modificato>|<Dit bericht is bewerkt>|<Bu mesaj düzenlendi>|Bu mesaj düzenlendi|<Сообщение изменено>|<تم تعديل هذه الرسالة>`},
	{name: "edited, mark lost", template: "bis gleich %", kind: Text, edited: true, texts: `<Diese Nachricht wurde bearbeitet.>|<This message was edited>|<Se editó este mensaje.>|<Ce message a été modifié>|<Mensagem editada>|<Questo messaggio è stato modificato>|<Dit bericht is bewerkt>`},
	{name: "location", template: "%https://maps.google.com/?q=53.5,-10.25", kind: Location, texts: `Standort: |location: |‹L›Location: |Ubicación: |Localisation : |Posizione: |Localização: |Locatie: |Konum: |Lokalizacja: |Местоположение: |الموقع: `},
	{name: "live location", template: "%", kind: Location, texts: `Live-Standort wird geteilt.|live location shared|‹L›Live location shared`},
	{name: "not exported", template: "%", kind: Media, texts: `null|Warte auf diese Nachricht. Das kann einen Moment dauern.|Waiting for this message. This may take a while.|You received a view once message. For added privacy, you can only open it on your phone.|‹L›Warte auf diese Nachricht. Dies kann etwas dauern. ‹L›Mehr dazu`},
	{name: "prose", template: "%", kind: Text, texts: `ich glaube: Diese Nachricht wurde gelöscht|This message was deleted, why|Medien ausgeschlossen|<Termin: 12 Uhr>|<3|Anhang (siehe unten)|Rechnung.pdf liegt bei (Seite 3)|null Problem|Warte auf diese Nachricht von Eva|Verpasster Sprachanruf?|Standort ist bekannt|treffen wir uns hier https://maps.google.com/?q=53.5,10 um 8|UMFRAGE: wer kommt?|<Medikament absetzen>|Bild weggelassen hat er geschrieben`},
}

// TestGeneratedTexts classifies every text above, as the body of a message.
func TestGeneratedTexts(t *testing.T) {
	const photo = "00000012-PHOTO-2023-05-04-13-37-08.jpg"
	marks := strings.NewReplacer("‹L›", "\u200E")
	for _, g := range generated {
		for text := range strings.SplitSeq(g.texts, "|") {
			if g.name == "attached, iPhone" {
				text = strings.Replace(text, "N", photo, 1)
			}
			body := marks.Replace(strings.Replace(g.template, "%", text, 1))
			kind, said, attachment, edited := ClassifyBody("Anna", body)
			if kind != g.kind || edited != g.edited {
				t.Errorf("%s: %q is %v, edited %v", g.name, body, kind, edited)
			}
			switch {
			case g.edited && said != "bis gleich":
				t.Errorf("%s: text %q", g.name, said)
			case g.name == "attached, iPhone" && attachment != photo:
				t.Errorf("%s: attachment %q of %q", g.name, attachment, body)
			case (kind == Media || kind == Contact || kind == Deleted) && said != "":
				t.Errorf("%s: text %q left of %q", g.name, said, body)
			}
		}
	}
}

// TestNoticesOfManyLanguages checks the key phrases of encryption and security
// notices on a contact who also writes.
func TestNoticesOfManyLanguages(t *testing.T) {
	for _, text := range strings.Split(`Les messages et les appels sont chiffrés de bout en bout.|Votre code de sécurité avec Anna a changé.|Los mensajes y las llamadas están cifrados de extremo a extremo.|Cambió tu código de seguridad con Anna.|I messaggi e le chiamate sono crittografati end-to-end.|Il tuo codice di sicurezza con Anna è cambiato.|As mensagens e as chamadas são protegidas com a criptografia de ponta a ponta.|Seu código de segurança com Anna mudou.|Berichten en oproepen zijn end-to-end versleuteld.|Uw beveiligingscode voor Anna is gewijzigd.|Mesajlar ve aramalar uçtan uca şifrelidir.|Bu kişi ile aranızdaki güvenlik kodu değişti.|Wiadomości i połączenia są w pełni zaszyfrowane.|Twój kod zabezpieczeń z użytkownikiem Anna zmienił się.|Сообщения и звонки защищены сквозным шифрованием.|Ваш код безопасности с контактом Anna изменился.|الرسائل والمكالمات مشفرة تمامًا بين الطرفين.|تغيّر رمز أمانك مع Anna.|Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.|Deine Sicherheitsnummer für Anna hat sich geändert.|Your security code with Anna changed.|Du hast diesen Kontakt blockiert. Tippe, um ihn freizugeben.|You blocked this contact. Tap to unblock.|Du hast selbstlöschende Nachrichten aktiviert.|You turned on disappearing messages.|Dieser Chat ist mit einem Unternehmenskonto.|Meta AI ist ein optionaler Dienst von Meta`, "|") {
		file := "[13.05.23, 10:00:00] Anna: hallo\n[13.05.23, 10:00:01] Anna: \u200E" + text + "\n[13.05.23, 10:00:02] Anna: \u200Ehallo\n"
		_, got := parse(t, []byte(file))
		if got[1].Kind != "system" || got[1].Sender != nil || got[1].Text != text || got[2].Kind != "text" {
			t.Errorf("%q is %s, then %s", text, got[1].Kind, got[2].Kind)
		}
	}
}

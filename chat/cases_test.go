package chat

import (
	"fmt"
	"strings"
	"testing"
)

// ownCases are conformance cases of our own: the classes of
// testdata/exports/conformance in other languages, locales and mixtures.
// The expectation has a line per message: line, time, kind, sender, text; a
// text may be followed by {file name} and {edited}. In both, ‹L› and ‹R› stand
// for U+200E and U+200F, ⏎ in an expected text for a line feed.
var ownCases = []struct{ name, file, want string }{
	{"encryption-fr-iphone", `
[18/03/2022 14:56:00] Boulangerie Petit: ‹L›Les messages et les appels sont chiffrés de bout en bout. Aucun tiers, pas même WhatsApp, ne peut les lire ou les écouter.
[18/03/2022 14:57:10] Boulangerie Petit: Bonjour !
[18/03/2022 14:58:10] Luc: Ça va : bien
‹L›[19/03/2022 08:00:00] Luc: ‹L›image absente
‹L›[19/03/2022 08:01:00] Luc: ‹L›Fiche contact manquante
‹L›[19/03/2022 08:02:00] Luc: Devis 12.pdf • ‹L›3 pages ‹L›document manquant`, `
1 2022-03-18T14:56:00 system - Les messages et les appels sont chiffrés de bout en bout. Aucun tiers, pas même WhatsApp, ne peut les lire ou les écouter.
2 2022-03-18T14:57:10 text Boulangerie Petit: Bonjour !
3 2022-03-18T14:58:10 text Luc: Ça va : bien
4 2022-03-19T08:00:00 media Luc:
5 2022-03-19T08:01:00 contact Luc:
6 2022-03-19T08:02:00 media Luc: {Devis 12.pdf}`},
	{"omitted-pl-iphone", `
‹L›[05.05.2023, 09:00:00] Ola: ‹L›pominięto naklejkę
‹L›[05.05.2023, 09:01:00] Ola: ‹L›Pominięta wizytówka kontaktu
‹L›[05.05.2023, 09:02:00] Ola: Umowa.docx • ‹L›4 strony ‹L›dokument pominięty
[05.05.2023, 09:03:00] Ola: ‹L›Ta wiadomość została usunięta.
[05.05.2023, 09:04:00] Ola: obraz pominięty u mnie`, `
1 2023-05-05T09:00:00 media Ola:
2 2023-05-05T09:01:00 contact Ola:
3 2023-05-05T09:02:00 media Ola: {Umowa.docx}
4 2023-05-05T09:03:00 deleted Ola:
5 2023-05-05T09:04:00 text Ola: obraz pominięty u mnie`},
	{"attached-languages-iphone", `
‹L›[1/2/2023 10:00:01] Rui: ‹L›<anexado: 00000001-PHOTO-2023-02-01-10-00-01.jpg>
‹L›[13/2/2023 10:00:01] Rui: Segue a foto ‹L›< pièce jointe : 00000002-VIDEO-2023-02-13-10-00-01.mp4 >
‹L›[13/2/2023 10:01:01] Rui: ‹L›<00000003-AUDIO-2023-02-13-10-01-01.opus eklendi>
‹L›[13/2/2023 10:02:01] Rui: ‹L›<附件：00000004-STICKER-2023-02-13-10-02-01.webp>
‹L›[13/2/2023 10:03:01] Rui: ‹L›< 첨부됨: 00000005-계약서 (1).pdf>
‹L›[13/2/2023 10:04:01] Rui: Plan v2.dwg • ‹L›1 página ‹L›<anexo: 00000006-Plan v2.dwg>
‹L›[13/2/2023 10:05:01] Rui: ‹L›<прикреплено: 00000007-Иван Петров.vcf>
‹R›[13/2/2023 10:06:01] Rui: ‹R›<المُرفق: 00000008-PHOTO-2023-02-13-10-06-01.jpg>
‹L›[13/2/2023 10:07:01] Rui: Zeile eins
Zeile zwei ‹L›<bijgevoegd: 00000009-GIF-2023-02-13-10-07-01.mp4>
‹L›[13/2/2023 10:08:01] Rui: ‹L›<00000010-Teklif son.pdf eklendi>
‹L›[13/2/2023 10:09:01] Rui: ok ‹L›<Esta mensagem foi editada> ‹L›<anexado: 00000011-PHOTO-2023-02-13-10-09-01.jpg>`, `
1 2023-02-01T10:00:01 media Rui: {00000001-PHOTO-2023-02-01-10-00-01.jpg}
2 2023-02-13T10:00:01 media Rui: Segue a foto {00000002-VIDEO-2023-02-13-10-00-01.mp4}
3 2023-02-13T10:01:01 media Rui: {00000003-AUDIO-2023-02-13-10-01-01.opus}
4 2023-02-13T10:02:01 media Rui: {00000004-STICKER-2023-02-13-10-02-01.webp}
5 2023-02-13T10:03:01 media Rui: {00000005-계약서 (1).pdf}
6 2023-02-13T10:04:01 media Rui: {00000006-Plan v2.dwg}
7 2023-02-13T10:05:01 contact Rui: {00000007-Иван Петров.vcf}
8 2023-02-13T10:06:01 media Rui: {00000008-PHOTO-2023-02-13-10-06-01.jpg}
9 2023-02-13T10:07:01 media Rui: Zeile eins⏎Zeile zwei {00000009-GIF-2023-02-13-10-07-01.mp4}
11 2023-02-13T10:08:01 media Rui: {00000010-Teklif son.pdf}
12 2023-02-13T10:09:01 media Rui: ok {00000011-PHOTO-2023-02-13-10-09-01.jpg} {edited}`},
	{"omitted-languages-android", `
13/02/2023, 10:00 - A: <Médias omis>
13/02/2023, 10:01 - A: <Media omessi>
13/02/2023, 10:02 - A: <Без медиафайлов>
13/02/2023, 10:03 - A: <pominięto multimedia>
13/02/2023, 10:04 - A: <Medya dahil edilmedi>
13/02/2023, 10:05 - A: <Fișier media omis>
13/02/2023, 10:06 - A: < Média vynechána >
13/02/2023, 10:07 - A: <Ficheiro não revelado>
13/02/2023, 10:08 - A: <省略多媒体文件>
13/02/2023, 10:09 - A: <Archivo omitido>
13/02/2023, 10:10 - A: <Video note omitted>
13/02/2023, 10:11 - A: <View once photo omitted>
13/02/2023, 10:12 - A: <Mediefil udeladt>
13/02/2023, 10:13 - A: <Hiányzó médiafájl>
13/02/2023, 10:14 - A: <मीडिया छोड़ा गया>
13/02/2023, 10:15 - A: <מדיה לא נכללה>
13/02/2023, 10:16 - A: <ไฟล์สื่อถูกละไว้>
13/02/2023, 10:17 - A: <Bỏ qua Media>
13/02/2023, 10:18 - A: <Файл пропущен>
13/02/2023, 10:19 - A: <3 Bilder folgen>
13/02/2023, 10:20 - A: <ironie aus>
13/02/2023, 10:21 - A: <Fichier omis>
Rapport annuel`, `
1 2023-02-13T10:00:00 media A:
2 2023-02-13T10:01:00 media A:
3 2023-02-13T10:02:00 media A:
4 2023-02-13T10:03:00 media A:
5 2023-02-13T10:04:00 media A:
6 2023-02-13T10:05:00 media A:
7 2023-02-13T10:06:00 media A:
8 2023-02-13T10:07:00 media A:
9 2023-02-13T10:08:00 media A:
10 2023-02-13T10:09:00 media A:
11 2023-02-13T10:10:00 media A:
12 2023-02-13T10:11:00 media A:
13 2023-02-13T10:12:00 media A:
14 2023-02-13T10:13:00 media A:
15 2023-02-13T10:14:00 media A:
16 2023-02-13T10:15:00 media A:
17 2023-02-13T10:16:00 media A:
18 2023-02-13T10:17:00 media A:
19 2023-02-13T10:18:00 media A:
20 2023-02-13T10:19:00 text A: <3 Bilder folgen>
21 2023-02-13T10:20:00 text A: <ironie aus>
22 2023-02-13T10:21:00 media A: Rapport annuel`},
	{"attached-android-languages", `
13/02/2023 10:00 - A: ‹L›IMG-20230213-WA0000.jpg (fichier joint)
Le toit : fissure
13/02/2023 10:01 - A: AUD-20230213-WA0001 (archivo adjunto)
13/02/2023 10:02 - A: ‹L›Contrato (firmado) v1.2.pdf (archivo adjunto)
13/02/2023 10:03 - A: Jan de Vries.vcf (bestand bijgevoegd)
13/02/2023 10:04 - A: فایل پیوست شد IMG-20230213-WA0005.jpg
13/02/2023 10:05 - A: ‹L›README (file attached)
13/02/2023 10:06 - A: see plan.pdf (file attached), thanks
13/02/2023 10:07 - A: Meyer.vcf
13/02/2023 10:08 - A: siehe Anhang (Seite 2)
13/02/2023 10:09 - A: ‹L›VID-20230213-WA0009.mp4 (plik w załączniku)`, `
1 2023-02-13T10:00:00 media A: Le toit : fissure {IMG-20230213-WA0000.jpg}
3 2023-02-13T10:01:00 media A: {AUD-20230213-WA0001}
4 2023-02-13T10:02:00 media A: {Contrato (firmado) v1.2.pdf}
5 2023-02-13T10:03:00 contact A: {Jan de Vries.vcf}
6 2023-02-13T10:04:00 media A: {IMG-20230213-WA0005.jpg}
7 2023-02-13T10:05:00 media A: {README}
8 2023-02-13T10:06:00 text A: see plan.pdf (file attached), thanks
9 2023-02-13T10:07:00 contact A: {Meyer.vcf}
10 2023-02-13T10:08:00 text A: siehe Anhang (Seite 2)
11 2023-02-13T10:09:00 media A: {VID-20230213-WA0009.mp4}`},
	{"deleted-languages-android", `
13/02/2023 10:00 - A: Se eliminó este mensaje.
13/02/2023 10:01 - A: Eliminaste este mensaje
13/02/2023 10:02 - A: This message was deleted by admin Zoë K.
13/02/2023 10:03 - A: You deleted this message.
13/02/2023 10:04 - A: Вы удалили данное сообщение
13/02/2023 10:05 - A: Bu mesaj silindi
13/02/2023 10:06 - A: You deleted this message? Why
13/02/2023 10:07 - A: Ce message a été supprimé
13/02/2023 10:08 - A: تم حذف هذه الرسالة`, `
1 2023-02-13T10:00:00 deleted A:
2 2023-02-13T10:01:00 deleted A:
3 2023-02-13T10:02:00 deleted A:
4 2023-02-13T10:03:00 deleted A:
5 2023-02-13T10:04:00 deleted A:
6 2023-02-13T10:05:00 deleted A:
7 2023-02-13T10:06:00 text A: You deleted this message? Why
8 2023-02-13T10:07:00 deleted A:
9 2023-02-13T10:08:00 deleted A:`},
	{"edited-languages", `
[06/13/23, 10:00:00] Tim: meet at 6 ‹L›<This message was edited>
[06/13/23, 10:01:00] Tim: addr:
Main St 4 ‹L›<Se editó este mensaje.>
[06/13/23, 10:02:00] Ina: ok <Ce message a été modifié>
[06/13/23, 10:03:00] Ina: it says <This message was edited> below
[06/13/23, 10:04:00] Ina: tamam ‹L›<Bu mesaj düzenlendi>
[06/13/23, 10:05:00] Ina: dobrze ‹L›<Edytowano>
[06/13/23, 10:06:00] Ina: va bene ‹L›<Questo messaggio è stato modificato.>
[06/13/23, 10:07:00] Ina: <b>fett</b>`, `
1 2023-06-13T10:00:00 text Tim: meet at 6 {edited}
2 2023-06-13T10:01:00 text Tim: addr:⏎Main St 4 {edited}
4 2023-06-13T10:02:00 text Ina: ok {edited}
5 2023-06-13T10:03:00 text Ina: it says <This message was edited> below
6 2023-06-13T10:04:00 text Ina: tamam {edited}
7 2023-06-13T10:05:00 text Ina: dobrze {edited}
8 2023-06-13T10:06:00 text Ina: va bene {edited}
9 2023-06-13T10:07:00 text Ina: <b>fett</b>`},
	{"group-en-android", `
01/13/23, 08:00 - Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read or listen to them. Tap to learn more.
01/13/23, 08:01 - Kita created group "Parents: Planning"
01/13/23, 08:02 - Kita changed the group name from “Parents: Planning” to “Summer: June”
01/13/23, 08:03 - Kita: "Who: what" brings cake?
01/13/23, 08:04 - Left: that is really my name
01/13/23, 08:05 - You're now an admin
01/13/23, 08:06 - Dr: Who left
01/13/23, 08:07 - Kita: Tom left`, `
1 2023-01-13T08:00:00 system - Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read or listen to them. Tap to learn more.
2 2023-01-13T08:01:00 system - Kita created group "Parents: Planning"
3 2023-01-13T08:02:00 system - Kita changed the group name from “Parents: Planning” to “Summer: June”
4 2023-01-13T08:03:00 text Kita: "Who: what" brings cake?
5 2023-01-13T08:04:00 text Left: that is really my name
6 2023-01-13T08:05:00 system - You're now an admin
7 2023-01-13T08:06:00 system - Dr: Who left
8 2023-01-13T08:07:00 text Kita: Tom left`},
	{"group-fr-android-guillemets", `
13/01/23 08:01 - Léa a créé le groupe « Fête : juin: plan »
13/01/23 08:02 - Léa: « Bonjour: » dit-il
13/01/23 08:03 - 佐藤がグループ「計画: 夏」を作成しました`, `
1 2023-01-13T08:01:00 system - Léa a créé le groupe « Fête : juin: plan »
2 2023-01-13T08:02:00 text Léa: « Bonjour: » dit-il
3 2023-01-13T08:03:00 system - 佐藤がグループ「計画: 夏」を作成しました`},
	{"colon-name-leaves-android", `
04.05.23, 11:00 - ACME: Support: Guten Tag
04.05.23, 11:01 - ACME: Support: Ticket: offen
04.05.23, 11:02 - Mia: ok
14.05.23, 11:03 - ACME: Support: Bis bald
14.05.23, 11:04 - ACME: Support hat die Gruppe verlassen.`, `
1 2023-05-04T11:00:00 text ACME: Support: Guten Tag
2 2023-05-04T11:01:00 text ACME: Support: Ticket: offen
3 2023-05-04T11:02:00 text Mia: ok
4 2023-05-14T11:03:00 text ACME: Support: Bis bald
5 2023-05-14T11:04:00 system - ACME: Support hat die Gruppe verlassen.`},
	{"colon-group-iphone", `
[14.08.24, 21:00:10] Team: Garten: ‹L›Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.
[14.08.24, 21:00:11] Team: Garten: ‹L›Gero hat dich hinzugefügt.
[14.08.24, 21:01:57] Team: Garten: ‹L›Ein Hinweis, den noch niemand kennt.
[14.08.24, 21:02:12] Gero: ‹L›Gero hat das Gruppenbild geändert.
[14.08.24, 21:03:00] Gero: Hallo: wer gießt?
[14.08.24, 21:04:00] Gero: ‹L›Hallo mit Zeichen`, `
1 2024-08-14T21:00:10 system - Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.
2 2024-08-14T21:00:11 system - Gero hat dich hinzugefügt.
3 2024-08-14T21:01:57 system - Ein Hinweis, den noch niemand kennt.
4 2024-08-14T21:02:12 system - Gero hat das Gruppenbild geändert.
5 2024-08-14T21:03:00 text Gero: Hallo: wer gießt?
6 2024-08-14T21:04:00 text Gero: Hallo mit Zeichen`},
	{"group-es-iphone", `
[14/08/24, 21:00:10] Equipo: ‹L›Los mensajes y las llamadas están cifrados de extremo a extremo. Solo las personas en este chat pueden leerlos.
[14/08/24, 21:00:10] Paz: ‹L›Paz creó este grupo
[14/08/24, 21:00:11] Equipo: ‹L›Paz te añadió
[14/08/24, 21:03:00] Paz: ‹L›Hola, ¿quién viene?
[14/08/24, 21:03:30] Paz: Yo voy a las 18
[14/08/24, 21:04:00] ‹U›+34 600 000 000‹P›: ‹L›+34 600 000 000 se unió usando el enlace de invitación`, `
1 2024-08-14T21:00:10 system - Los mensajes y las llamadas están cifrados de extremo a extremo. Solo las personas en este chat pueden leerlos.
2 2024-08-14T21:00:10 system - Paz creó este grupo
3 2024-08-14T21:00:11 system - Paz te añadió
4 2024-08-14T21:03:00 text Paz: Hola, ¿quién viene?
5 2024-08-14T21:03:30 text Paz: Yo voy a las 18
6 2024-08-14T21:04:00 system - +34 600 000 000 se unió usando el enlace de invitación`},
	{"calls-iphone-languages", `
[2/13/24, 11:00:00 AM] Shop: Hi
[2/13/24, 11:00:01 AM] Shop: ‹L›Voice call. ‹L›2 min
[2/13/24, 11:00:02 AM] Shop: ‹L›Missed voice call, ‹L›Tap to call back
[2/13/24, 11:00:03 AM] Shop: ‹L›Video call, ‹L›No answer
[2/13/24, 11:00:04 AM] Shop: ‹L›Llamada perdida. ‹L›Toca para devolver la llamada
[2/13/24, 11:00:05 AM] Shop: ‹L›Appel vidéo. ‹L›Pas de réponse
[2/13/24, 11:00:06 AM] Shop: ‹L›Пропущенный аудиозвонок. ‹L›Нажмите, чтобы перезвонить
[2/13/24, 11:00:07 AM] Shop: Missed voice call from me`, `
1 2024-02-13T11:00:00 text Shop: Hi
2 2024-02-13T11:00:01 call Shop: Voice call. 2 min
3 2024-02-13T11:00:02 call Shop: Missed voice call, Tap to call back
4 2024-02-13T11:00:03 call Shop: Video call, No answer
5 2024-02-13T11:00:04 call Shop: Llamada perdida. Toca para devolver la llamada
6 2024-02-13T11:00:05 call Shop: Appel vidéo. Pas de réponse
7 2024-02-13T11:00:06 call Shop: Пропущенный аудиозвонок. Нажмите, чтобы перезвонить
8 2024-02-13T11:00:07 text Shop: Missed voice call from me`},
	{"calls-android-languages", `
13/01/23, 23:32 - A: Missed voice call
13/01/23, 23:33 - A: Missed video call
13/01/23, 23:34 - A: Llamada de voz perdida
13/01/23, 23:35 - A: Missed voice call, sorry
13/01/23, 23:36 - A: Chiamata vocale persa`, `
1 2023-01-13T23:32:00 call A: Missed voice call
2 2023-01-13T23:33:00 call A: Missed video call
3 2023-01-13T23:34:00 call A: Llamada de voz perdida
4 2023-01-13T23:35:00 text A: Missed voice call, sorry
5 2023-01-13T23:36:00 call A: Chiamata vocale persa`},
	{"polls", `
[20/08/24, 22:02:04] Coro: ‹L›ENCUESTA:
¿Cuándo?
‹L›OPCIÓN: Mi 19:00 (1 voto)
‹L›OPCIÓN: Ju (0 votos)
[20/08/24, 22:05:00] Coro: ‹L›SONDAGE :
Quand ?
‹L›OPTION: Lundi (2 votes)
[20/08/24, 22:06:00] Coro: NOTE:
Option: rien`, `
1 2024-08-20T22:02:04 poll Coro: ENCUESTA:⏎¿Cuándo?⏎OPCIÓN: Mi 19:00 (1 voto)⏎OPCIÓN: Ju (0 votos)
5 2024-08-20T22:05:00 poll Coro: SONDAGE :⏎Quand ?⏎OPTION: Lundi (2 votes)
8 2024-08-20T22:06:00 text Coro: NOTE:⏎Option: rien`},
	{"poll-android", `
20/08/24, 22:02 - Choir: POLL:
When?
OPTION: Wed (1 vote)
OPTION: Thu: late (3 votes)`, `
1 2024-08-20T22:02:00 poll Choir: POLL:⏎When?⏎OPTION: Wed (1 vote)⏎OPTION: Thu: late (3 votes)`},
	{"locations", `
13/05/23, 17:00 - D: location: https://maps.google.com/?q=53.55,10.00
13/05/23, 17:01 - D: live location shared
13/05/23, 17:02 - D: Depot South (Main St 9): https://foursquare.com/v/000000000000000000000001
13/05/23, 17:03 - D: Depot South
Main St 9
https://foursquare.com/v/000000000000000000000001
13/05/23, 17:04 - D: park https://maps.google.com/?q=53.55,10.00 and call
13/05/23, 17:05 - D: Ubicación: https://maps.google.com/?q=-33.45,-70.66
13/05/23, 17:06 - D: look here https://maps.google.com/?q=53.55,10.00`, `
1 2023-05-13T17:00:00 location D: location: https://maps.google.com/?q=53.55,10.00
2 2023-05-13T17:01:00 location D: live location shared
3 2023-05-13T17:02:00 location D: Depot South (Main St 9): https://foursquare.com/v/000000000000000000000001
4 2023-05-13T17:03:00 location D: Depot South⏎Main St 9⏎https://foursquare.com/v/000000000000000000000001
7 2023-05-13T17:04:00 text D: park https://maps.google.com/?q=53.55,10.00 and call
8 2023-05-13T17:05:00 location D: Ubicación: https://maps.google.com/?q=-33.45,-70.66
9 2023-05-13T17:06:00 text D: look here https://maps.google.com/?q=53.55,10.00`},
	{"location-iphone-unknown-language", `
[13/05/23, 17:00:00] D: hi
[13/05/23, 17:00:01] D: ‹L›Orinda: https://maps.google.com/?q=53.55,10.00
[13/05/23, 17:00:02] D: ‹L›Location: https://maps.google.com/?q=53.55,10.00`, `
1 2023-05-13T17:00:00 text D: hi
2 2023-05-13T17:00:01 location D: Orinda: https://maps.google.com/?q=53.55,10.00
3 2023-05-13T17:00:02 location D: Location: https://maps.google.com/?q=53.55,10.00`},
	{"nothing-exported-en", `
13/05/23, 18:00 - S: null
13/05/23, 18:01 - S:
13/05/23, 18:02 - S: Waiting for this message. This may take a while.
13/05/23, 18:03 - S: You received a view once message. For added privacy, you can only open it on your phone.
13/05/23, 18:04 - S: null and void
13/05/23, 18:05 - S: Waiting for this message from you`, `
1 2023-05-13T18:00:00 media S:
2 2023-05-13T18:01:00 media S:
3 2023-05-13T18:02:00 media S:
4 2023-05-13T18:03:00 media S:
5 2023-05-13T18:04:00 text S: null and void
6 2023-05-13T18:05:00 text S: Waiting for this message from you`},
	{"lookalike-android-in-iphone", `
[04.05.23, 10:00:00] S: sieh mal
04.05.23, 18:00 - M: falsch
[04.05.23, 18:00] M: ohne Sekunden
[4.5.23, 10:00:00] M: ungepolstert
[04.05.23 10:00:00] M: kein Komma
[04.05.23, 10:00:00 AM] M: Tageshälfte
 [04.05.23, 10:00:00] M: Leerzeichen
[15.05.23, 10:09:00] B: ok`, `
1 2023-05-04T10:00:00 text S: sieh mal⏎04.05.23, 18:00 - M: falsch⏎[04.05.23, 18:00] M: ohne Sekunden⏎[4.5.23, 10:00:00] M: ungepolstert⏎[04.05.23 10:00:00] M: kein Komma⏎[04.05.23, 10:00:00 AM] M: Tageshälfte⏎ [04.05.23, 10:00:00] M: Leerzeichen
8 2023-05-15T10:09:00 text B: ok`},
	{"padding-majority", `
12.11.23, 10:00 - A: eins
3.5.23, 10:00 - A: ungepolstert, eingefügt
04.05.24, 10:01 - B: zwei
05.05.24, 10:02 - A: drei`, `
1 2023-11-12T10:00:00 text A: eins⏎3.5.23, 10:00 - A: ungepolstert, eingefügt
3 2024-05-04T10:01:00 text B: zwei
4 2024-05-05T10:02:00 text A: drei`},
	{"pasted-other-format-at-the-end", `
04.05.23, 10:00 - A: Log:
05.05.23, 10:00 - B: schau
02.05.2023, 09:00 - X: alt
02.05.2023, 09:01 - X: älter`, `
1 2023-05-04T10:00:00 text A: Log:
2 2023-05-05T10:00:00 text B: schau⏎02.05.2023, 09:00 - X: alt⏎02.05.2023, 09:01 - X: älter`},
	{"second-format-24h-to-12h", `
4/28/23, 09:15 - L: hi
4/30/23, 17:40 - K: bye
[5/2/23, 8:00:01 AM] L: new phone
[5/3/23, 6:20:00 PM] K: nice`, `
1 2023-04-28T09:15:00 text L: hi
2 2023-04-30T17:40:00 text K: bye
3 2023-05-02T08:00:01 text L: new phone
4 2023-05-03T18:20:00 text K: nice`},
	{"desktop", `
[13/04/2026, 20:06:06] - Lena added You
[13/04/2026, 20:07:00] Lena: <video omitted>
[13/04/2026, 20:08:00] You: <unknown message>
[13/04/2026, 20:09:00] You: <document omitted>
[13/04/2026, 20:10:00] Lena: - Milch
[13/04/2026, 20:11:00] - Lena changed the group name to "A: B"`, `
1 2026-04-13T20:06:06 system - Lena added You
2 2026-04-13T20:07:00 media Lena:
3 2026-04-13T20:08:00 media You:
4 2026-04-13T20:09:00 media You:
5 2026-04-13T20:10:00 text Lena: - Milch
6 2026-04-13T20:11:00 system - Lena changed the group name to "A: B"`},
	{"legacy-en", `
3/24/14 1:59:59 PM: Ann: awake?
3/24/14 2:00:08 PM: Ann: ‹L›<image omitted>
3/24/14 2:01:30 PM: Lou: 2014-03-24-PHOTO-00000012.jpg <‹L›attached>
3/24/14 2:02:30 PM: Lou: 2014-03-24-AUDIO-00000013.opus <‹L›angehängt>`, `
1 2014-03-24T13:59:59 text Ann: awake?
2 2014-03-24T14:00:08 media Ann:
3 2014-03-24T14:01:30 media Lou: {2014-03-24-PHOTO-00000012.jpg}
4 2014-03-24T14:02:30 media Lou: {2014-03-24-AUDIO-00000013.opus}`},
	{"rtl-iphone-fa", `
[۱۳‹R›/۵‹R›/۲۰۲۳،‹R› ۱۳:۳۷:۰۸] سارا: سلام
‹R›[۱۳‹R›/۵‹R›/۲۰۲۳،‹R› ۱۳:۳۸:۰۸] سارا: گزارش.pdf • ‹R›۲ صفحه ‹R›سند حذف شد
[۱۴‹R›/۵‹R›/۲۰۲۳،‹R› ۱۳:۳۸:۰۸] سارا: ساعت ۹: خوب`, `
1 2023-05-13T13:37:08 text سارا: سلام
2 2023-05-13T13:38:08 media سارا: {گزارش.pdf}
3 2023-05-14T13:38:08 text سارا: ساعت ۹: خوب`},
	{"impossible-date", `
30.01.23, 10:00 - A: eins
31.02.23, 10:00 - A: zwei
29.02.24, 10:00 - A: drei`, `
1 2023-01-30T10:00:00 text A: eins
2 2023-02-28T10:00:00 text A: zwei
3 2024-02-29T10:00:00 text A: drei`},
	{"skipped-hour", `
26.03.23, 02:30 - A: diese Stunde gab es nicht
27.03.23, 24:00 - A: Mitternacht`, `
1 2023-03-26T02:30:00 text A: diese Stunde gab es nicht
2 2023-03-27T00:00:00 text A: Mitternacht`},
	{"default-us-shape", `
4/5/23, 1:37 PM - A: hi
4/5/23, 1:38 PM - B: hey`, `
1 2023-04-05T13:37:00 text A: hi
2 2023-04-05T13:38:00 text B: hey`},
	{"bom-and-nul-inside", "\uFEFF13.05.23, 08:00 - A: a\r\n\uFEFF13.05.23, 08:01 - B: b\r\n\x00[x] c\r\n\x0013.05.23, 08:02 - B: d\r\n", `
1 2023-05-13T08:00:00 text A: a
2 2023-05-13T08:01:00 text B: b⏎[x] c
4 2023-05-13T08:02:00 text B: d`},
	{"invalid-utf8", "13.05.23, 08:00 - Ä: a\xff\xfe\xfdb\xc3\n13.05.23, 08:01 - B: \xed\xa0\x80x", `
1 2023-05-13T08:00:00 text Ä: a�b�
2 2023-05-13T08:01:00 text B: �x`},
	{"bulgarian-eras", `
[13.05.23 г., 9:07:00 ч.] А: здравей
[14.05.23 г., 19:07:00 ч.] Б: да`, `
1 2023-05-13T09:07:00 text А: здравей
2 2023-05-14T19:07:00 text Б: да`},
	{"cut-off-iphone", `
[13.05.23, 10:00:00] A: eins
[13.05.23, 10:00:01] Berta B`, `
1 2023-05-13T10:00:00 text A: eins⏎[13.05.23, 10:00:01] Berta B`},
	{"pasted-log-iphone", `
[13.05.23, 10:00:00] A: Log:
[13.05.23, 09:59:00] Server gestartet
[13.05.23, 10:00:01] B: ‹L›POLL: Wann?
‹L›OPTION: Mo (1 Stimme)
[13.05.23, 10:00:02] B: ‹L›Diese Nachricht wurde von Admin Dr. Eva Ring gelöscht.
[13.05.23, 10:00:03] B: ok`, `
1 2023-05-13T10:00:00 text A: Log:⏎[13.05.23, 09:59:00] Server gestartet
3 2023-05-13T10:00:01 poll B: POLL: Wann?⏎OPTION: Mo (1 Stimme)
5 2023-05-13T10:00:02 deleted B:
6 2023-05-13T10:00:03 text B: ok`},
	{"persian-non-joiner-android", `
۱۳/۵/۲۰۲۳، ۱۰:۰۰ - سارا: تماس صوتی بی‹N›پاسخ
۱۳/۵/۲۰۲۳، ۱۰:۰۱ - سارا: بی‹N›پاسخ`, `
1 2023-05-13T10:00:00 call سارا: تماس صوتی بی‹N›پاسخ
2 2023-05-13T10:01:00 text سارا: بی‹N›پاسخ`},
	{"typed-words-iphone", `
[13.05.23, 10:00:00] A: Videoanruf
[13.05.23, 10:00:01] A: null
[13.05.23, 10:00:02] A: ‹L›Videoanruf`, `
1 2023-05-13T10:00:00 text A: Videoanruf
2 2023-05-13T10:00:01 text A: null
3 2023-05-13T10:00:02 call A: Videoanruf`},
	{"unquoted-notice-android", `
13.05.23, 10:00 - Mia changed the group name from Fest: Mai to Juni
13.05.23, 10:01 - Mia: <event message>
13.05.23, 10:02 - Mia: <Medikamente holen>
13.05.23, 10:03 - Mia: This message was deleted by admin Tom. But why
13.05.23, 10:04 - Mia: This message was deleted by admin Dr. Tom`, `
1 2023-05-13T10:00:00 system - Mia changed the group name from Fest: Mai to Juni
2 2023-05-13T10:01:00 media Mia:
3 2023-05-13T10:02:00 text Mia: <Medikamente holen>
4 2023-05-13T10:03:00 text Mia: This message was deleted by admin Tom. But why
5 2023-05-13T10:04:00 deleted Mia:`},
	{"mark-behind-the-colon", `
[13.05.23, 10:00:00] A:‹L› eins
‹R›[13.05.23, 10:00:01] A:‹R› הושמטה
[13.05.23, 10:00:02] A: zwei`, `
1 2023-05-13T10:00:00 system - eins
2 2023-05-13T10:00:01 media A:
3 2023-05-13T10:00:02 text A: zwei`},
	{"heisei-to-reiwa", `
[H31/4/29 9:00:00] A: a
[R1/5/1 9:00:00] A: b`, `
1 2019-04-29T09:00:00 text A: a
2 2019-05-01T09:00:00 text A: b`},
}

// TestOwnCases runs the cases above.
func TestOwnCases(t *testing.T) {
	marks := strings.NewReplacer("‹L›", "\u200E", "‹R›", "\u200F", "‹U›", "\u202A", "‹P›", "\u202C", "‹N›", "\u200C")
	for _, c := range ownCases {
		t.Run(c.name, func(t *testing.T) {
			_, got := parse(t, []byte(marks.Replace(strings.TrimPrefix(c.file, "\n"))))
			want := strings.Split(marks.Replace(strings.TrimSpace(c.want)), "\n")
			for i := range max(len(got), len(want)) {
				g, w := "", ""
				if i < len(got) {
					g = brief(got[i])
				}
				if i < len(want) {
					w = want[i]
				}
				if g != w {
					t.Errorf("message %d\n got %s\nwant %s", i, g, w)
				}
			}
		})
	}
}

// brief writes a message in the form of the expectations above.
func brief(w wire) string {
	sender := "-"
	if w.Sender != nil {
		sender = *w.Sender + ":"
	}
	s := fmt.Sprintf("%d %s %s %s", w.Line, w.Time, w.Kind, sender)
	if w.Text != "" {
		s += " " + strings.ReplaceAll(w.Text, "\n", "⏎")
	}
	if w.Attachment != "" {
		s += " {" + w.Attachment + "}"
	}
	if w.Edited {
		s += " {edited}"
	}
	return s
}

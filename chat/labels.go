package chat

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The words WhatsApp writes in place of content, by language. They decide only
// where the structure of a line does not: a phrase is matched as a whole body,
// never inside prose. Sources and gaps: docs/formats.md.

// deletedLabels are whole bodies of a message that somebody took back.
const deletedLabels = `
Diese Nachricht wurde gelöscht|Du hast diese Nachricht gelöscht|Du hast diese Nachricht als Admin gelöscht|Diese Nachricht wurde von einem*einer Admin gelöscht|Diese Nachricht wurde von einem Admin gelöscht|Diese Nachricht wurde durch einen Admin gelöscht
This message was deleted|You deleted this message|You deleted this message as admin|This message was deleted by an admin|This message was deleted by admin|Message deleted
Ce message a été supprimé|Vous avez supprimé ce message|Tu as supprimé ce message|Ce message a été supprimé par un admin|Message supprimé
Este mensaje fue eliminado|Se eliminó este mensaje|Eliminaste este mensaje|Este mensaje ha sido eliminado|Has eliminado este mensaje|Borraste este mensaje|Se eliminó este mensaje por un admin|Mensaje eliminado
Questo messaggio è stato eliminato|Hai eliminato questo messaggio|Messaggio eliminato
Esta mensagem foi apagada|Mensagem apagada|Você apagou esta mensagem|Esta mensagem foi eliminada|Eliminaste esta mensagem|Apagou esta mensagem|Eliminou esta mensagem|Mensagem eliminada|Apagaste esta mensagem
Dit bericht is verwijderd|U hebt dit bericht verwijderd|Je hebt dit bericht verwijderd|Dit bericht werd verwijderd|U heeft dit bericht verwijderd|Bericht verwijderd
Bu mesaj silindi|Bu mesajı sildiniz|Bu mesajı sildin|Mesaj silindi
Ta wiadomość została usunięta|Usunąłeś(aś) tę wiadomość|Usunięto tę wiadomość|Ta wiadomość została skasowana|Usunąłeś tę wiadomość|Usunęłaś tę wiadomość|Wiadomość usunięta
Данное сообщение удалено|Вы удалили данное сообщение|Это сообщение удалено|Вы удалили это сообщение|Сообщение удалено|Это сообщение было удалено
تم حذف هذه الرسالة|أنت حذفت هذه الرسالة|لقد حذفت هذه الرسالة|حذفت هذه الرسالة|تم حذف الرسالة
Detta meddelande raderades|Du raderade detta meddelande|Detta meddelande har raderats|Det här meddelandet raderades|Det här meddelandet har raderats|Det här meddelandet togs bort|Du raderade det här meddelandet|Du tog bort det här meddelandet|Du tog bort detta meddelande|Meddelandet har raderats
Denne besked blev slettet|Du slettede denne besked|Denne besked er slettet|Denne besked er blevet slettet|Du har slettet denne besked
Denne meldingen ble slettet|Du slettet denne meldingen|Denne meldingen er slettet|Meldingen ble slettet
Tämä viesti poistettiin|Poistit tämän viestin|Tämä viesti on poistettu|Viesti poistettu
Tato zpráva byla smazána|Tato zpráva byla odstraněna|Smazali jste tuto zprávu|Smazal(a) jste tuto zprávu|Odstranili jste tuto zprávu|Odstranil(a) jste tuto zprávu|Tuto zprávu jste odstranili|Tuto zprávu jste smazali
Táto správa bola odstránená|Táto správa bola vymazaná|Odstránili ste túto správu|Vymazali ste túto správu|Túto správu ste odstránili|Túto správu ste vymazali
Ezt az üzenetet törölték|Ez az üzenet törölve lett|Ez az üzenet törlésre került|Törölted ezt az üzenetet|Ön törölte ezt az üzenetet|Törölte ezt az üzenetet|Az üzenet törölve
Acest mesaj a fost șters|Ați șters acest mesaj|Ai șters acest mesaj|Mesajul a fost șters
Αυτό το μήνυμα διαγράφηκε|Διαγράψατε αυτό το μήνυμα|Διαγράψατε αυτό το μήνυμά|Το μήνυμα διαγράφηκε
ההודעה נמחקה|הודעה זו נמחקה|מחקת את ההודעה|מחקת הודעה זו|ההודעה הזו נמחקה|מחקת את ההודעה הזו|מחקת את הודעה זו
このメッセージは削除されました|このメッセージを削除しました|あなたはこのメッセージを削除しました|メッセージは削除されました
삭제된 메시지입니다|이 메시지를 삭제했습니다|회원님이 이 메시지를 삭제했습니다|메시지를 삭제했습니다|이 메시지는 삭제되었습니다|메시지가 삭제되었습니다|삭제한 메시지입니다
此消息已被删除|你删除了这条消息|您删除了这条消息|您已删除这条消息|你已删除这条消息|此消息已删除|该消息已被删除|您删除了此消息|你删除了此消息|消息已删除
此訊息已刪除|您已刪除此訊息|你已刪除此訊息|你刪除了此訊息|您刪除了此訊息|這則訊息已刪除|此訊息已被刪除|你已收回此訊息|您收回了此訊息|此訊息已收回|這則訊息已被刪除|您已收回訊息|您已刪除這則訊息|你已刪除這則訊息
Tin nhắn này đã bị xóa|Bạn đã xóa tin nhắn này|Tin nhắn này đã bị xoá|Bạn đã xoá tin nhắn này|Tin nhắn đã bị xóa
Pesan ini telah dihapus|Anda menghapus pesan ini|Pesan ini dihapus|Anda telah menghapus pesan ini|Kamu menghapus pesan ini|Kamu telah menghapus pesan ini|Pesan telah dihapus
Mesej ini telah dipadamkan|Anda telah memadamkan mesej ini|Mesej ini dipadamkan|Anda memadamkan mesej ini|Mesej ini telah dipadam
ข้อความนี้ถูกลบแล้ว|คุณลบข้อความนี้แล้ว|คุณได้ลบข้อความนี้แล้ว|คุณได้ลบข้อความนี้|คุณลบข้อความนี้|ข้อความนี้ถูกลบ
Це повідомлення видалено|Ви видалили це повідомлення|Це повідомлення було видалено|Дане повідомлення видалено|Повідомлення видалено
این پیام حذف شد|شما این پیام را حذف کردید|این پیام حذف شده است|این پیام پاک شد|این پیام حذف شدهاست|این پیام را حذف کردید|پیام حذف شد
यह संदेश मिटाया गया|आपने यह संदेश मिटाया|यह मैसेज मिटाया गया|आपने यह मैसेज मिटाया|यह संदेश हटा दिया गया|आपने यह संदेश हटा दिया|यह मैसेज डिलीट कर दिया गया|आपने यह मैसेज डिलीट कर दिया|आपने इस मैसेज को डिलीट कर दिया|यह मैसेज डिलीट कर दिया गया है|आपने यह मैसेज डिलीट किया|यह मैसेज हटा दिया गया
এই মেসেজটি মুছে ফেলা হয়েছে|আপনি এই মেসেজটি মুছে ফেলেছেন|এই বার্তাটি মুছে ফেলা হয়েছে|আপনি এই বার্তাটি মুছে ফেলেছেন|এই মেসেজটি ডিলিট করা হয়েছে|আপনি এই মেসেজটি ডিলিট করেছেন
हा संदेश हटवला|तुम्ही हा संदेश हटवला|हा मेसेज हटवण्यात आला|हा संदेश हटविण्यात आला|तुम्ही हा मेसेज हटवला|हा मेसेज हटवला गेला|हा मेसेज डिलीट केला गेला|तुम्ही हा मेसेज डिलीट केला
Това съобщение беше изтрито|Изтрихте това съобщение|Вие изтрихте това съобщение|Това съобщение е изтрито|Съобщението беше изтрито
Ova poruka je izbrisana|Izbrisali ste ovu poruku|Ova poruka je obrisana|Obrisali ste ovu poruku|Poruka je izbrisana
Ова порука је избрисана|Избрисали сте ову поруку|Ова порука је обрисана|Обрисали сте ову поруку
To sporočilo je bilo izbrisano|Izbrisali ste to sporočilo|Sporočilo je bilo izbrisano
Aquest missatge s'ha suprimit|Has suprimit aquest missatge|S'ha suprimit aquest missatge|S'ha eliminat aquest missatge|Has eliminat aquest missatge|Aquest missatge ha estat eliminat
Ky mesazh u fshi|Ju e fshitë këtë mesazh|E fshitë këtë mesazh|Ky mesazh është fshirë|Fshive këtë mesazh
Šī ziņa tika izdzēsta|Jūs izdzēsāt šo ziņu|Ši žinutė buvo ištrinta|Jūs ištrynėte šią žinutę|See sõnum kustutati|Sa kustutasid selle sõnumi|Kustutasid selle sõnumi
Hierdie boodskap is geskrap|Jy het hierdie boodskap geskrap|Hierdie boodskap is uitgevee|Jy het hierdie boodskap uitgevee
Ujumbe huu ulifutwa|Umefuta ujumbe huu|Binura na ang mensaheng ito|Binura mo ang mensaheng ito|Bu mesaj silinib|Siz bu mesajı sildiniz|یہ پیغام حذف کر دیا گیا|آپ نے یہ پیغام حذف کر دیا|یہ پیغام مٹا دیا گیا|آپ نے یہ پیغام مٹا دیا
இந்த செய்தி நீக்கப்பட்டது|இந்த செய்தியை நீக்கிவிட்டீர்கள்|ఈ సందేశం తొలగించబడింది|మీరు ఈ సందేశాన్ని తొలగించారు|ಈ ಸಂದೇಶವನ್ನು ಅಳಿಸಲಾಗಿದೆ|ನೀವು ಈ ಸಂದೇಶವನ್ನು ಅಳಿಸಿದ್ದೀರಿ|ഈ സന്ദേശം ഇല്ലാതാക്കി|നിങ്ങൾ ഈ സന്ദേശം ഇല്ലാതാക്കി|આ સંદેશ ડિલીટ કરવામાં આવ્યો|તમે આ સંદેશ ડિલીટ કર્યો`

// deletedByAdmin are bodies with the name of an admin at the star.
const deletedByAdmin = `
Diese Nachricht wurde von Admin * gelöscht|Diese Nachricht wurde vom Admin * gelöscht|Diese Nachricht wurde durch Admin * gelöscht|Diese Nachricht wurde von * gelöscht
This message was deleted by admin *|This message was deleted by group admin *
Ce message a été supprimé par l'admin *|Ce message a été supprimé par l’admin *|Ce message a été supprimé par admin *|L'admin * a supprimé ce message|L’admin * a supprimé ce message
El admin. * eliminó este mensaje|El admin * eliminó este mensaje|Este mensaje fue eliminado por el admin. *|Este mensaje fue eliminado por el admin *|Se eliminó este mensaje por el admin. *|El administrador * eliminó este mensaje
Questo messaggio è stato eliminato dall'amministratore *|Questo messaggio è stato eliminato dall’amministratore *|L'amministratore * ha eliminato questo messaggio|Questo messaggio è stato eliminato dall'admin *|Questo messaggio è stato eliminato da *
Esta mensagem foi apagada pelo admin *|Esta mensagem foi apagada pelo(a) admin *|Mensagem apagada pelo admin *|Mensagem apagada pelo(a) admin *|O admin * apagou esta mensagem|Esta mensagem foi eliminada pelo admin *|Esta mensagem foi apagada por admin *|O(a) admin * apagou esta mensagem
Dit bericht is verwijderd door beheerder *|Dit bericht is verwijderd door admin *|Dit bericht is door beheerder * verwijderd|Dit bericht werd verwijderd door beheerder *
Bu mesaj yönetici * tarafından silindi|Bu mesaj * adlı yönetici tarafından silindi|Yönetici * bu mesajı sildi
Ta wiadomość została usunięta przez administratora *|Ta wiadomość została usunięta przez admina *|Administrator * usunął tę wiadomość
Данное сообщение удалено админом *|Это сообщение удалено админом *|Админ * удалил данное сообщение|Данное сообщение удалено администратором *|Админ * удалил(-а) данное сообщение
تم حذف هذه الرسالة بواسطة المشرف *|تم حذف هذه الرسالة من قبل المشرف *|حذف المشرف * هذه الرسالة
Detta meddelande raderades av administratören *|Detta meddelande raderades av admin *|Denne besked blev slettet af administrator *|Denne meldingen ble slettet av administrator *|Ylläpitäjä * poisti tämän viestin`

// callLabels are whole bodies of a call. On Android they carry no mark.
const callLabels = `
Sprachanruf|Videoanruf|Verpasster Sprachanruf|Verpasster Videoanruf|Verpasster Gruppen-Sprachanruf|Verpasster Gruppen-Videoanruf|Verpasster Gruppenanruf|Entgangener Sprachanruf|Entgangener Videoanruf|Gruppenanruf|Gruppen-Sprachanruf|Gruppen-Videoanruf|Verpasster Anruf
Voice call|Video call|Missed voice call|Missed video call|Missed group voice call|Missed group video call|Group voice call|Group video call|Missed group call|Missed call|[Call]
Appel vocal|Appel vidéo|Appel vocal manqué|Appel vidéo manqué|Appel manqué|Appel vocal de groupe manqué|Appel vidéo de groupe manqué|Appel vocal en absence|Appel vidéo en absence
Llamada de voz|Videollamada|Llamada|Llamada de voz perdida|Videollamada perdida|Llamada perdida|Llamada de voz grupal perdida|Videollamada grupal perdida|Llamada de video perdida|Llamada grupal perdida
Chiamata vocale|Videochiamata|Chiamata vocale persa|Videochiamata persa|Chiamata persa|Chiamata vocale di gruppo persa|Videochiamata di gruppo persa
Chamada de voz|Chamada de vídeo|Ligação de voz|Ligação de vídeo|Chamada de voz perdida|Chamada de vídeo perdida|Ligação de voz perdida|Ligação de vídeo perdida|Videochamada|Videochamada perdida|Chamada perdida|Chamada de voz não atendida|Chamada de vídeo não atendida|Chamada de voz em grupo perdida|Chamada de vídeo em grupo perdida
Spraakoproep|Video-oproep|Gemiste spraakoproep|Gemiste video-oproep|Gemiste videooproep|Gemiste oproep|Gemiste groepsoproep|Gemiste groepsspraakoproep|Gemiste groepsvideo-oproep|Videogesprek|Gemist videogesprek|Spraakgesprek|Gemist spraakgesprek|Gemiste videobeloproep
Sesli arama|Görüntülü arama|Cevapsız sesli arama|Cevapsız görüntülü arama|Cevapsız arama|Cevapsız sesli grup araması|Cevapsız görüntülü grup araması
Połączenie głosowe|Połączenie wideo|Nieodebrane połączenie|Nieodebrane połączenie głosowe|Nieodebrane połączenie wideo|Rozmowa wideo|Rozmowa głosowa|Nieodebrana rozmowa wideo|Nieodebrane połączenie grupowe
Аудиозвонок|Видеозвонок|Пропущенный аудиозвонок|Пропущенный видеозвонок|Пропущенный звонок|Пропущенный групповой аудиозвонок|Пропущенный групповой видеозвонок
مكالمة صوتية|مكالمة فيديو|مكالمة صوتية فائتة|مكالمة فيديو فائتة|مكالمة فائتة|مكالمة صوتية جماعية فائتة|مكالمة فيديو جماعية فائتة
Röstsamtal|Videosamtal|Missat röstsamtal|Missat videosamtal|Missat samtal|Missat gruppsamtal|Missat gruppröstsamtal|Missat gruppvideosamtal
Taleopkald|Stemmeopkald|Videoopkald|Ubesvaret taleopkald|Ubesvaret stemmeopkald|Ubesvaret videoopkald|Mistet taleopkald|Mistet videoopkald|Ubesvaret opkald|Ubesvarede taleopkald|Ubesvarede videoopkald
Taleanrop|Videoanrop|Tapt taleanrop|Tapt videoanrop|Ubesvart taleanrop|Ubesvart videoanrop|Tapt anrop
Äänipuhelu|Videopuhelu|Vastaamaton äänipuhelu|Vastaamaton videopuhelu|Vastaamaton puhelu
Hlasový hovor|Videohovor|Zmeškaný hlasový hovor|Zmeškaný videohovor|Zmeškaný hovor|Hlasové volanie|Zmeškané hlasové volanie|Zmeškaný skupinový hovor
Hanghívás|Videohívás|Nem fogadott hanghívás|Nem fogadott videohívás|Nem fogadott hívás
Apel vocal|Apel video|Apel vocal pierdut|Apel video pierdut|Apel pierdut|Apel vocal nepreluat|Apel video nepreluat
Φωνητική κλήση|Βιντεοκλήση|Κλήση βίντεο|Αναπάντητη φωνητική κλήση|Αναπάντητη βιντεοκλήση|Αναπάντητη κλήση|Αναπάντητη κλήση βίντεο
שיחה קולית|שיחת וידאו|שיחה קולית שלא נענתה|שיחת וידאו שלא נענתה|שיחת קול|שיחת קול שלא נענתה|שיחה שלא נענתה
音声通話|ビデオ通話|不在着信|音声通話の不在着信|ビデオ通話の不在着信|不在着信 (音声通話)|不在着信 (ビデオ通話)
음성 통화|영상 통화|부재중 음성 통화|부재중 영상 통화|부재중 전화|음성통화|영상통화|부재중 음성통화|부재중 영상통화
语音通话|视频通话|未接语音通话|未接视频通话|未接来电|未接语音来电|未接视频来电
語音通話|視訊通話|視像通話|未接語音通話|未接視訊通話|未接視像通話|未接來電|未接語音來電|未接視訊來電
Cuộc gọi thoại|Cuộc gọi video|Cuộc gọi thoại nhỡ|Cuộc gọi video nhỡ|Cuộc gọi nhỡ|Cuộc gọi thoại bị nhỡ|Cuộc gọi video bị nhỡ
Panggilan suara|Panggilan video|Panggilan suara tak terjawab|Panggilan video tak terjawab|Panggilan tak terjawab|Panggilan suara tidak terjawab|Panggilan video tidak terjawab|Panggilan suara terlepas|Panggilan video terlepas
สายโทรด้วยเสียง|วิดีโอคอล|สายที่ไม่ได้รับ|การโทรด้วยเสียงที่ไม่ได้รับ|วิดีโอคอลที่ไม่ได้รับ|สายที่ไม่ได้รับทางเสียง|การโทรด้วยเสียง|สายโทรเข้าที่ไม่ได้รับ
Голосовий виклик|Відеовиклик|Пропущений голосовий виклик|Пропущений відеовиклик|Аудіовиклик|Пропущений аудіовиклик|Пропущений виклик|Голосовий дзвінок|Відеодзвінок|Пропущений голосовий дзвінок|Пропущений відеодзвінок
تماس صوتی|تماس تصویری|تماس صوتی بیپاسخ|تماس تصویری بیپاسخ|تماس صوتی ازدسترفته|تماس تصویری ازدسترفته|تماس بیپاسخ|تماس صوتی از دست رفته|تماس تصویری از دست رفته
वॉइस कॉल|वीडियो कॉल|मिस्ड वॉइस कॉल|मिस्ड वीडियो कॉल|छूटी हुई वॉइस कॉल|छूटी हुई वीडियो कॉल|छूटा हुआ वॉइस कॉल|छूटा हुआ वीडियो कॉल|ভয়েস কল|ভিডিও কল|মিসড ভয়েস কল|মিসড ভিডিও কল|व्हॉइस कॉल|व्हिडिओ कॉल|मिस्ड व्हॉइस कॉल|मिस्ड व्हिडिओ कॉल
Гласово повикване|Видео повикване|Пропуснато гласово повикване|Пропуснато видео повикване|Пропуснато гласово обаждане|Пропуснато видео обаждане|Гласово обаждане|Видеообаждане|Видео обаждане
Glasovni poziv|Videopoziv|Propušteni glasovni poziv|Propušteni videopoziv|Propušten glasovni poziv|Propušten videopoziv|Propušteni poziv|Пропуштен гласовни позив|Пропуштен видео позив|Glasovni klic|Videoklic|Zgrešeni glasovni klic|Zgrešeni videoklic|Neodgovorjeni glasovni klic|Neodgovorjeni videoklic
Trucada de veu perduda|Videotrucada perduda|Trucada de veu|Videotrucada|Thirrje zanore|Thirrje me video|Thirrje zanore e humbur|Thirrje me video e humbur|Thirrje e humbur`

// callStems tell a call where the structure shows a label and a remark.
var callStems = split(`anruf|call|appel|llamada|chiamata|chamada|ligação|oproep|gesprek|arama|połączenie|rozmowa|звон|مكالمة|samtal|opkald|anrop|puhelu|hovor|volani|hívás|apel|κλήση|שיח|通話|着信|통화|전화|通话|来电|來電|cuộc gọi|panggilan|สาย|โทร|คอล|виклик|дзвін|تماس|कॉल|কল|повикване|обаждане|poziv|позив|klic|trucada|thirrj`)

// emptyLabels are whole bodies that say only that content was not exported.
const emptyLabels = `
Du hast eine Einmalansicht-Nachricht erhalten|Einmalansicht-Nachricht|View once message|You sent a view once message|You received a view once message
Warte auf diese Nachricht|Warten auf diese Nachricht|Waiting for this message`

// emptyPrefixes begin a body that says only that content was not exported; the
// whole body is at most maxEmpty runes. The word behind the equals sign, if any,
// must come later: it keeps people's sentences out.
var emptyPrefixes = pairs(`
Warte auf diese Nachricht.=dauern|Warten auf diese Nachricht.=dauern|Warte auf diese Nachricht.=Telefon|Auf diese Nachricht wird gewartet.=dauern
Waiting for this message.=while|Waiting for this message.=phone
En attente de ce message.=temps|En attente de ce message.=instant|En attente de ce message.=moment|En attente du message.=temps
Esperando este mensaje.=tiempo|Esperando el mensaje.=tiempo|Esperando este mensaje.=momento|Esperando este mensaje.=tardar|Esperando mensaje.=tiempo
In attesa di questo messaggio.=tempo|In attesa del messaggio.=tempo|In attesa di questo messaggio.=po'|In attesa di questo messaggio.=momento
Aguardando mensagem.=instante|Aguardando mensagem.=demorar|Aguardando esta mensagem.=demorar|A aguardar por esta mensagem.=demorar|Aguardando essa mensagem.=demorar|A aguardar esta mensagem.=demorar|Aguardando esta mensagem.=tempo|A aguardar esta mensagem.=tempo
Wachten op dit bericht.=duren|Er wordt gewacht op dit bericht.=duren|In afwachting van dit bericht.=duren|Aan het wachten op dit bericht.=duren
Bu mesaj bekleniyor.=sür|Bu mesaj bekleniyor.=zaman|Oczekiwanie na tę wiadomość.=chwil|Oczekiwanie na wiadomość.=chwil|Oczekiwanie na tę wiadomość.=potrwać
Ожидание данного сообщения.=время|Ожидание этого сообщения.=время|Ожидание сообщения.=время|في انتظار هذه الرسالة.=وقت|بانتظار هذه الرسالة.=وقت|Väntar på detta meddelande.=stund|Väntar på det här meddelandet.=stund|Väntar på detta meddelande.=tid|Venter på denne besked.=tid|Venter på denne meldingen.=tid|Odotetaan tätä viestiä.=hetk|Čekání na tuto zprávu.=chvíl|Várakozás az üzenetre.=idő|Várakozás erre az üzenetre.=idő
Du hast eine Einmalansicht-Nachricht=|Du hast eine Nachricht zur einmaligen Ansicht=|Du hast eine einmalig anzeigbare Nachricht=|Du hast eine einmal anzeigbare Nachricht=|Du hast eine „Einmalansicht“-Nachricht=|Du hast eine Einmalansicht=|Du hast eine Nachricht erhalten, die nur einmal=|Du hast eine einmal ansehbare=|Du hast eine Nachricht erhalten, die du nur einmal=
You received a view once=|You sent a view once=|This message can't be displayed=|This message can’t be displayed=|Diese Nachricht kann hier nicht angezeigt werden=|Vous avez reçu un message à vue unique=|Vous avez reçu un message éphémère à vue unique=|Vous avez reçu un message à voir une fois=|Vous avez reçu une vue unique=|Recibiste un mensaje de visualización única=|Recibiste un mensaje para ver una vez=|Recibiste un mensaje de una sola visualización=|Hai ricevuto un messaggio visualizzabile una volta=|Hai ricevuto un messaggio a visualizzazione singola=|Você recebeu uma mensagem de visualização única=|Recebeu uma mensagem de visualização única=|Recebeste uma mensagem de visualização única=|U hebt een eenmalig bericht ontvangen=|Je hebt een eenmalig bericht ontvangen=|U hebt een bericht voor eenmalige weergave ontvangen=|Je hebt een bericht voor eenmalige weergave ontvangen=|Tek görünümlük mesaj aldınız=|Bir kez görüntülenebilen mesaj aldınız=|Otrzymano wiadomość jednorazow=|Вы получили сообщение для однократного просмотра=|Вы получили однократное сообщение=`)

const maxEmpty = 260

// liveLabels are whole bodies of a live location.
const liveLabels = `
Live-Standort wird geteilt|Live-Standort geteilt|Live-Standort|Live location shared|live location|Localisation en direct partagée|Localisation en direct|Position en direct partagée|Partage de localisation en direct|Ubicación en tiempo real compartida|Ubicación en tiempo real|Se compartió la ubicación en tiempo real|Posizione in tempo reale condivisa|Posizione attuale condivisa|Posizione in tempo reale|Localização em tempo real compartilhada|Localização atual compartilhada|Localização em tempo real partilhada|Localização em tempo real|Live locatie gedeeld|Live-locatie gedeeld|Livelocatie gedeeld|Livelocatie|Canlı konum paylaşıldı|Canlı konum|Udostępniono lokalizację na żywo|Lokalizacja na żywo|Udostępniona lokalizacja na żywo|Геоданные в реальном времени|Отправлены геоданные в реальном времени|Трансляция геоданных|تمت مشاركة الموقع المباشر|الموقع المباشر|تم مشاركة الموقع المباشر|Liveplats delad|Live-plats delad|Realtidsplats delad|Livelokation delt|Live-lokation delt|Direkteposisjon delt|Reaaliaikainen sijainti jaettu|Poloha v reálném čase sdílena|Sdílená aktuální poloha|Élő helyzet megosztva|Locație în timp real partajată|Κοινοποιήθηκε τρέχουσα τοποθεσία|מיקום בזמן אמת שותף|ライブロケーション|라이브 위치 공유됨|已分享实时位置|已分享即時位置|Đã chia sẻ vị trí trực tiếp|Lokasi terkini dibagikan|แชร์ตำแหน่งปัจจุบันแล้ว|Місцезнаходження в реальному часі`

// placeLabels stand before the map link of a location.
var placeLabels = labelSet(`Standort|Location|Localisation|Position|Emplacement|Ubicación|Ubicacion|Posizione|Localização|Localizacao|Locatie|Konum|Lokalizacja|Местоположение|Геопозиция|Геоданные|الموقع|موقع|Plats|Placering|Lokation|Posisjon|Plassering|Sijainti|Poloha|Helyzet|Hely|Tartózkodási hely|Locație|Locatie|Τοποθεσία|מיקום|位置情報|位置|所在地|위치|Vị trí|Lokasi|ตำแหน่ง|ตำแหน่งที่ตั้ง|Розташування|Місцезнаходження|Місце|مکان|موقعیت|موقعیت مکانی|स्थान|लोकेशन|অবস্থান|লোকেশন|Местонахождение|Lokacija|Локација|Ubicació|Vendndodhja|Atrašanās vieta|Vieta|Asukoht|Ligging|Mahali`)

// mapLinks are the hosts of the links that WhatsApp writes for a place.
var (
	mapLinks   = []string{"https://maps.google.com/?q=", "http://maps.google.com/?q=", "https://maps.google.com/maps?q=", "https://www.google.com/maps/search/?api=1&query=", "https://maps.apple.com/?"}
	placeLinks = []string{"https://foursquare.com/v/", "http://foursquare.com/v/", "https://www.foursquare.com/v/"}
)

// attachedLabels stand in brackets behind the name of a file on Android.
var attachedLabels = labelSet(`Datei angehängt|file attached|fichier joint|archivo adjunto|archivo adjuntado|file allegato|arquivo anexado|ficheiro anexado|bestand bijgevoegd|dosya ekli|dosya eklendi|załączony plik|plik załączony|plik dołączony|файл добавлен|файл прикреплён|файл прикреплен|الملف مرفق|ملف مرفق|bifogad fil|fil bifogad|filen bifogad|vedhæftet fil|fil vedhæftet|vedlagt fil|fil vedlagt|tiedosto liitetty|liitetiedosto|tiedosto liitteenä|soubor byl přiložen|přiložený soubor|soubor přiložen|súbor priložený|priložený súbor|súbor bol priložený|fájl csatolva|csatolt fájl|fájl csatolt|fișier atașat|fişier ataşat|συνημμένο αρχείο|επισυνάφθηκε αρχείο|επισυναπτόμενο αρχείο|συνημμένο|קובץ מצורף|הקובץ מצורף|ファイル添付|添付ファイル|添付ファイルあり|파일 첨부됨|파일 첨부|첨부 파일|文件附件|附件|檔案附件|檔案已附加|文件已附加|附加檔案|附加文件|tệp đính kèm|đã đính kèm tệp|tập tin đính kèm|đính kèm tệp|tệp được đính kèm|file terlampir|berkas terlampir|fail dilampirkan|lampiran fail|ไฟล์แนบ|แนบไฟล์|แนบไฟล์แล้ว|ไฟล์ที่แนบ|файл додано|прикріплений файл|файл прикріплено|файл долучено|فایل پیوست شد|فایل ضمیمه شد|پرونده پیوست شد|फ़ाइल संलग्न|फ़ाइल अटैच की गई|फाइल संलग्न|फ़ाइल संलग्न है|ফাইল সংযুক্ত|সংযুক্ত ফাইল|ফাইল অ্যাটাচ করা হয়েছে|फाइल जोडली|फाइल जोडलेली आहे|फाइल संलग्न केली|прикачен файл|приложен файл|файлът е прикачен|datoteka priložena|priložena datoteka|datoteka u prilogu|датотека приложена|priložena datoteka|datoteka je priložena|fitxer adjunt|arxiu adjunt|skedar bashkëngjitur|skedari u bashkëngjit|lêer aangeheg|faili imeambatishwa|fayl əlavə edilib|fails pievienots|pridėtas failas|failas pridėtas|fail lisatud|fail on lisatud|naka-attach ang file|கோப்பு இணைக்கப்பட்டது|فائل منسلک|فائل منسلک ہے`)

// attachedPrefixes stand before the name of a file (fa, ta).
var attachedPrefixes = split(`فایل پیوست شد|فایل ضمیمه شد|پرونده پیوست شد|கோப்பு இணைக்கப்பட்டது|இணைக்கப்பட்ட கோப்பு`)

// omittedLabels are what the iPhone writes for media that was left out. Where
// the line is marked before its bracket the structure is enough.
const omittedLabels = `
Kontaktkarte ausgelassen|Kontaktkarte weggelassen|Contact card omitted|Fiche contact manquante|Tarjeta de contacto omitida|Scheda contatto omessa|Cartão do contato omitido|Cartão de contacto omitido|Visitekaartje weggelaten|Kişi kartı dahil edilmedi|Pominięta wizytówka kontaktu|Карточка контакта отсутствует|لم يتم إدراج بطاقة جهة اتصال|Kontaktkort utelämnat|Kontaktkort udeladt|Kontaktkort utelatt|Yhteystietokortti jätetty pois
Bild weggelassen|Video weggelassen|Audio weggelassen|Sticker weggelassen|GIF weggelassen|Dokument weggelassen|Produktbild ausgelassen|Produktbild weggelassen|Videonachricht weggelassen|Videonotiz weggelassen|Sprachnachricht weggelassen|Medien weggelassen|Medien ausgeschlossen
image omitted|video omitted|audio omitted|sticker omitted|GIF omitted|document omitted|product image omitted|video note omitted|video message omitted|voice message omitted|media omitted
image absente|vidéo absente|audio omis|sticker omis|GIF retiré|document manquant|image produit oubliée|note vidéo absente|message vidéo absent
imagen omitida|Video omitido|audio omitido|sticker omitido|GIF omitido|documento omitido|imagen del producto omitida|nota de video omitida|videomensaje omitido
immagine omessa|video omesso|audio omesso|sticker non incluso|GIF esclusa|documento omesso|immagine del prodotto omessa|videomessaggio omesso|nota video omessa
imagem ocultada|imagem omitida|vídeo omitido|vídeo ocultado|áudio ocultado|áudio omitido|figurinha omitida|sticker omitido|imagem de produto omitida|mensagem de vídeo omitida|recado de vídeo omitido|imagem não revelada|vídeo não revelado
afbeelding weggelaten|video weggelaten|audio weggelaten|sticker weggelaten|GIF weggelaten|document weggelaten|productafbeelding weggelaten|videobericht weggelaten|videonotitie weggelaten
görüntü dahil edilmedi|video dahil edilmedi|ses dahil edilmedi|Çıkartma dahil edilmedi|GIF dahil edilmedi|belge dahil edilmedi|ürün görseli dahil edilmedi
obraz pominięty|wideo pominięte|audio pominięte|pominięto naklejkę|Plik GIF pominięty|dokument pominięty|zdjęcie produktu zostało pominięte
изображение отсутствует|видео отсутствует|аудиофайл отсутствует|стикер не добавлен|GIF отсутствует|документ отсутствует|изображение товара отсутствует
لم يتم إدراج الصورة|لم يتم إدراج الفيديوهات|لم يتم إدراج المقاطع الصوتية|تم حذف الملصقات|لم يتم إدراج صورة GIF|لم يتم إدراج المستند|تم حذف صورة المنتج
bild utelämnad|video utelämnad|ljud utelämnat|dekal utelämnad|GIF utelämnad|dokument utelämnat|billede udeladt|video udeladt|lyd udeladt|sticker udeladt|GIF udeladt|dokument udeladt|bilde utelatt|video utelatt|lyd utelatt|dokument utelatt|kuva jätetty pois|video jätetty pois|ääni jätetty pois|tarra jätetty pois|GIF jätetty pois|asiakirja jätetty pois
התמונה הושמטה|הסרטון הושמט|השמע הושמט|הסטיקר הושמט|המסמך הושמט|画像は含まれていません|動画は含まれていません|音声は含まれていません|이미지 생략됨|동영상 생략됨|오디오 생략됨|문서 생략됨|图像已忽略|视频已忽略|音频已忽略|贴图已忽略|文档已忽略|圖片已略過|影片已略過|音訊已略過|文件已略過|đã bỏ qua hình ảnh|đã bỏ qua video|đã bỏ qua âm thanh|gambar tidak disertakan|video tidak disertakan|audio tidak disertakan|stiker tidak disertakan|dokumen tidak disertakan`

// contactStems tell a left-out contact card from other media.
var contactStems = split(`kontaktkarte|contact card|contact omitted|fiche contact|tarjeta de contacto|contacto omitid|scheda contatto|cartão do contato|cartão de contato|cartão de contacto|cartão do contacto|contato omitido|visitekaartje|contactkaart|kişi kartı|kartvizit|wizytówk|карточка контакта|контакт|بطاقة جهة|جهة اتصال|kontaktkort|yhteystieto|vizitk|kontaktní karta|karta kontaktu|névjegy|carte de vizită|fișă de contact|fișa de contact|κάρτα επαφής|επαφή|איש קשר|連絡先|연락처|联系人|名片|聯絡人|thẻ liên hệ|danh bạ|liên hệ|kartu kontak|kad kenalan|ผู้ติดต่อ|مخاطب|संपर्क|পরিচিতি|kontakt|targeta de contacte|kontakta karte|kontakto kortel`)

// documentStems tell a left-out document, whose name stands before the label.
var documentStems = split(`dokument|document|belge|документ|المستند|مستند|asiakirja|dokumen|έγγραφο|מסמך|ドキュメント|文書|書類|문서|文档|文件|tài liệu|เอกสาร|سند|दस्तावेज़|डॉक्यूमेंट|ডকুমেন্ট|নথি`)

// mediaStems and omitStems together make a left-out placeholder of <…>. The
// stems in genericMedia need no second word: nobody types "<Media …>".
var (
	genericMedia = split(`media|medie|medij|medio|médi|mèdi|meedia|mídia|multimedi|multimèdi|multivide|phương tiện|медиа|медіа|медий|медиј|медия|мултимеди|メディア|미디어|媒体|媒體|多媒体|多媒體|وسائط|الوسائط|رسانه|מדיה|मीडिया|मिडिया|মিডিয়া|สื่อ|μέσο|πολυμέσ|ஊடக|మీడియా|ಮೀಡಿಯಾ|മീഡിയ|મીડિયા|ਮੀਡੀਆ|میڈیا|medya|album message|unknown message|view once`)
	mediaStems   = split(`bild|foto|video|audio|sprach|datei|dokument|sticker|gif|album|kontakt|nachricht|image|photo|picture|voice|document|file|message|contact|poll|event|fichier|vidéo|archivo|imagen|mensaje|immagine|messaggio|ficheiro|arquivo|vídeo|imagem|mensagem|afbeelding|bestand|bericht|görüntü|dosya|mesaj|plik|wideo|wiadomość|файл|видео|изображение|сообщение|відео|ملف|صورة|فيديو|رسالة|fil|bilde|billede|tiedosto|soubor|zpráva|fájl|fișier|αρχείο|βίντεο|קובץ|סרטון|ファイル|動画|画像|파일|동영상|사진|文件|视频|图片|檔案|影片|圖片|tệp|hình ảnh|berkas|gambar|ไฟล์|วิดีโอ|فایل|फ़ाइल|वीडियो|ফাইল|файлът|datoteka|датотека|fitxer`)
	omitStems    = split(`weggelassen|ausgeschlossen|ausgelassen|nicht enthalten|omitted|not included|omis|absent|manquant|retiré|oubli|omitid|omess|non inclus|esclus|ocult|omitid|não revelad|weggelaten|dahil edilmedi|atlan|pomini|usunięt|без|пропущ|отсутств|не добавлен|استبعاد|لم يتم|حذف|utelämn|utelatt|udelad|jätet|poistettu|vynech|izostavl|kihagy|hiányz|mellőz|omisă|exclus|παραλ|εξαιρ|הושמט|חסר|לא נכלל|なし|省略|含まれ|제외|생략|忽略|略過|略过|未包含|bỏ qua|tidak disertakan|diabaikan|ละ|ไม่รวม|не включен|пропуск|пропусн|изключен|छोड़|हटा|বাদ|वगळ|изоставље|izpuščen|omès|omes`)
)

// editedPairs are a word for message and one for edited that a suffix <…> must
// both hold.
var editedPairs = pairs(`nachricht=bearbeitet|message=edited|message=modifi|mensaje=edit|mensaje=modific|mensagem=edit|messaggio=modificat|bericht=bewerkt|bericht=aangepast|mesaj=düzenlen|wiadomość=edyt|wiadomość=zmieni|wiadomość=zmodyf|сообщение=изменен|сообщение=отредакт|رسالة=تعديل|رسالة=تحرير|meddelande=redigera|meddelande=ändra|besked=redigeret|melding=redigert|viesti=muoka|zpráva=upraven|správa=upraven|üzenet=szerkeszt|üzenet=módosít|mesaj=editat|mesaj=modificat|μήνυμα=επεξεργ|μήνυμα=τροποποι|הודעה=נערכ|メッセージ=編集|메시지=수정|메시지=편집|消息=编辑|消息=編輯|訊息=編輯|訊息=编辑|tin nhắn=chỉnh sửa|pesan=diedit|mesej=diedit|mesej=disunting|ข้อความ=แก้ไข|повідомлення=редагован|повідомлення=змінен|повідомлення=відредагов|پیام=ویرایش|संदेश=संपादित|संदेश=एडिट|मैसेज=एडिट|मैसेज=बदल|মেসেজ=এডিট|মেসেজ=সম্পাদ|বার্তা=সম্পাদ|मेसेज=संपादित|मेसेज=एडिट|съобщение=редактир|poruka=uređen|poruka=izmijenjen|порука=измењен|порука=уређен|sporočilo=urejen|missatge=edita|mesazh=redaktua|mesazh=modifiku|ziņa=rediģēt|žinutė=redaguot|sõnum=muude|boodskap=gewysig|boodskap=geredigeer|ujumbe=hariri|mensahe=in-edit`)

// fileExtensions end the name of a document in front of its placeholder.
var fileExtensions = labelSet(`pdf|doc|docx|docm|dot|dotx|odt|rtf|txt|md|tex|pages|xls|xlsx|xlsm|xlsb|ods|csv|tsv|numbers|ppt|pptx|pps|ppsx|odp|key|jpg|jpeg|png|gif|bmp|tif|tiff|webp|heic|heif|svg|raw|psd|ai|eps|mp3|m4a|aac|ogg|opus|wav|flac|amr|mp4|mov|avi|mkv|3gp|webm|m4v|zip|rar|7z|tar|gz|apk|ipa|exe|msi|dmg|iso|vcf|ics|eml|msg|html|htm|xml|json|yaml|yml|log|sql|db|epub|mobi|dwg|dxf|step|stp|stl|p7m|p7s|p12|pfx|cer|crt|pem|gpx|kml|kmz|py|js|c|go|java|sh|bat|ini|cfg|vsd|vsdx|mpp|pub|one|accdb|mdb|xps|oxps|wps`)

// pollOptions begin the lines of a poll.
var pollOptions = split(`option|opción|opcion|opzione|opção|opcao|optie|seçenek|opcja|вариант|خيار|alternativ|mulighed|vaihtoehto|možnost|opció|lehetőség|opțiune|επιλογή|אפשרות|オプション|選択肢|옵션|선택지|选项|選項|lựa chọn|opsi|pilihan|ตัวเลือก|варіант|گزینه|विकल्प|অপশন|বিকল্প|опция|opcija|опција`)

// exactKinds maps folded whole bodies to what they mean.
var exactKinds = buildExactKinds()

func buildExactKinds() map[string]Kind {
	kinds := make(map[string]Kind)
	for labels, kind := range map[string]Kind{
		deletedLabels: Deleted, callLabels: Call, emptyLabels: Media, liveLabels: Location,
	} {
		for _, label := range split(labels) {
			kinds[string(fold(nil, []byte(label)))] = kind
		}
	}
	return kinds
}

var omitted = labelSet(omittedLabels)

// pair is two phrases; what their order means depends on the list.
type pair struct{ first, second string }

// split cuts a list at bars and line ends.
func split(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == '|' || r == '\n' })
}

func pairs(list string) []pair {
	var out []pair
	for _, item := range split(list) {
		first, second, _ := strings.Cut(item, "=")
		out = append(out, pair{first, second})
	}
	return out
}

// labelSet is the set of the folded labels of a list.
func labelSet(list string) map[string]bool {
	set := make(map[string]bool)
	for _, label := range split(list) {
		set[string(fold(nil, []byte(label)))] = true
	}
	return set
}

// fold appends label in the form in which labels are compared: lower case,
// without marks and U+200C, every white space one blank, no full stop at the
// end.
func fold(dst, label []byte) []byte {
	blank := false
	for len(label) > 0 {
		if n := markLen(label); n > 0 {
			label = label[n:]
			continue
		}
		r, n := utf8.DecodeRune(label)
		label = label[n:]
		if unicode.IsSpace(r) {
			blank = len(dst) > 0
			continue
		}
		if blank {
			dst = append(dst, ' ')
			blank = false
		}
		switch r {
		case '\u200C':
			continue
		case '’':
			r = '\''
		}
		dst = utf8.AppendRune(dst, unicode.ToLower(r))
	}
	for _, stop := range []string{".", "。", "।"} {
		dst = bytes.TrimSuffix(dst, []byte(stop))
	}
	return dst
}

// containsAny reports whether folded holds one of the stems.
func containsAny(folded string, stems []string) bool {
	for _, s := range stems {
		if strings.Contains(folded, s) {
			return true
		}
	}
	return false
}

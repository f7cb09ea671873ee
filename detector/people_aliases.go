package detector

import "strings"

// aliases maps a first name to its usual short forms and back. It is read only
// after initialisation.
var aliases = aliasTable(`
achim joachim hajo
adam adek
agnieszka aga agnes
albert bert berti
alexander alex xandi sascha alexandra sandra
alexandra alex sandra xandra
alois loisl luis lois
andrea andi andrea
andreas andi andy andre anderl dreas
angelika angi geli
anna anni ann anne annerl änni anja
antonia toni tonia
anton toni
anthony tony
barbara babsi bärbel babs barb
bartholomäus bartl barti
benedikt bene beni
benjamin ben benny benni
bernhard bernd berni hardy
bernd berni
birgit biggi birgitta
brigitte gitti gitte biggi
catherine cath cathy kate
charles charlie chas
charlotte lotte charly lotti
christian chris christi chrissi
christina tina chrissi christl
christine tina chrissi christl
christoph chris stoffel stoffl
christopher chris
cornelia conny conni nele
daniel dan danny dani
daniela dani
david dave davey
deborah deb debbie debs
dennis denny
dieter didi
dietmar didi
dominik domi nick
dorothea doro thea dorle
edward ed eddie ted ned
eduard edi eddi ede
elisabeth lisa elli lisbeth sissi liesl lisl betti elsbeth
elizabeth liz lizzie beth betty eliza
emanuel mani manu
emmanuel manny manu
emre emo
ernst erni
eva evi
fabian fabi
ferdinand ferdl ferdi
florian flo flori
francis frank fran
franz franzl
franziska franzi fränzi
frederick fred freddie
friedrich fritz fiete frieder
gabriele gabi gaby
georg schorsch girgl jörg
gerald gerry
gerhard gerd gerdi hardy
gertrud trudi traudl gerti
gottfried friedl
grzegorz grzesiek
gudrun gundi
günter günni
günther günni
gustav gustl
hans hansi hansl
harald harry hari
hartmut hardy
heinrich heiner heini hinnerk
heinz heini
helga helgi
helmut heli helle
henry harry hal
herbert herbi
hermann hermi
hildegard hilde
holger holgi
horst horsti
hubert hubsi hubi
ibrahim ibo
ingeborg inge
irmgard irmi
isabella bella isa
isabel isa isi
jakob jackl jockel köbi
james jim jimmy jamie
jan janni
jennifer jen jenny jenni
jessica jess jessie jessi
joachim achim jochen
johann hans hansi hansl
johannes hannes jo hans
john jack johnny
jonathan jon jonny
josef sepp seppi pepi beppi jupp jo
joseph joe jo joey
joshua josh
josip jozo
judith judy
julia jule juli julchen
jürgen jürgi
justin justus
karl karli kalle charly
karl-heinz kalle
karolina karo
katarina kati kata
katarzyna kasia kaśka
katharina kathi käthe kati kathl
kathrin kathi
kenneth ken kenny
kerstin kersti
kevin kev
klaus klausi
konrad konni conny
korbinian korbi
krzysztof krzysiek krzychu
kurt kurti
leonard leo len lenny
leonhard leo hardl
leopold poldi poldl leo
lorenz lenz lenzi
ludwig luggi wiggerl lutz
lukas luki luggi
maciej maciek
magdalena leni magda lena
małgorzata gosia
manfred manni manne mandi
manuel manu
manuela manu ela
marcel marci
margarete gretl grete gretel
maria mia mizzi mitzi mare mariechen
mario mari
marion mari
markus mack marki
martin martl
martina tina martl
matthew matt matty
matthias hias matze matthes hiasl
matthäus matthes
max maxl maxi
maximilian max maxi maxl
mehmet memo memet
melanie meli mel
michael michi mike michel micha michl mick
michaela michi ela
michał michał
mohamed mo moha
mohammed mo moha
monika moni
muhammed mo memo
mustafa musti mustafa
natalie nati
nathaniel nat nate
nathan nate
nicole nicki niki nici
nicholas nick nicky
nikolaus klaus nick niki
norbert nobbi norbi
osman osmo
oliver oli olli
olaf olli
patricia pat patty trish tricia
patrick pat paddy
paul pauli paule pauly
peter pete pit pitter peterl
petra petzi
philip phil
philipp phil lipp flipp
piotr piotrek
rainer reini
ralf ralle ralfi
raphael raffi rafa
rebecca becky becks becca
reinhard reini hardy
reinhold reini
renate nati reni
richard rich rick ricky dick richi
robert rob bob robbie bobby robi
roland rolli roli
rolf rolfi
ronald ron ronny ronnie
rosemarie rosi
rosina rosi
rudolf rudi rudl
rüdiger rudi
sabine bine sabi
samantha sam sammy
samuel sam sammy
sandra sandi
sebastian basti wastl sebi seb bastian
siegfried siggi
silvia silvi
simon simmerl
sofia sofi
sophie soph
stanislaw staszek stani
stefan steff stefferl stevo
stefanie steffi stefi
stephanie steph steffi
stephen steve
steven steve
stephan steff
süleyman süli
susanne susi sanne
suzanne sue suzy
theodor theo
theresa resi tess tessa
therese resi
thomas tom tommy tomi tommi thomerl
timothy tim timmy
tobias tobi tobbi
tomasz tomek
torsten torsti
thorsten torsti
ulrich uli ulli ueli
ulrike uli ulli rike
ursula uschi ursel ulla
valentin vale valtl
verena vreni vroni
veronika vroni vreni vera
victoria vicky vic
viktoria vicky viki
vincent vinnie vinz
vinzenz vinz zenz
vladimir vlado wladi
waldemar waldi
walter walli
werner werni
wilhelm willi willy wim
william will bill billy liam
wojciech wojtek
wolfgang wolfi wolf
xaver xaverl
yusuf yusi yuso
zachary zach zack
zbigniew zbyszek zibi`)

// aliasTable reads lines of a full name followed by its short forms.
func aliasTable(lines string) map[string][]string {
	table := map[string][]string{}
	for line := range strings.Lines(lines) {
		f := strings.Fields(line)
		for i, short := range f {
			if i > 0 && short != f[0] {
				table[f[0]] = append(table[f[0]], short)
				table[short] = append(table[short], f[0])
			}
		}
	}
	return table
}

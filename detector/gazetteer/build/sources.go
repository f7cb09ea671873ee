package build

// source is a list of names: where it is, how to read a line, and how far its
// counts can be trusted.
type source struct {
	file  string
	sep   byte // between columns
	word  int  // column of the name
	count int  // column of the count; -1 if the list has none
	skip  int  // header lines
	// fixed is the frequency in parts per million given to every name of a
	// list without counts, or with counts that say nothing about a population.
	fixed float64
}

var firstNames = []source{
	{file: "names/ch_firstnames_2020.csv", sep: ',', count: 1},
	{file: "names/at_males.csv", sep: ',', count: 1},
	{file: "names/at_females.csv", sep: ',', count: 1},
	{file: "names/berlin_2012_2023.csv", sep: ',', count: 2},
	{file: "names/koeln_2010_2017.dat", sep: ' ', count: 1},
	{file: "names/ru_males.csv", sep: ',', count: -1, fixed: 20},
	{file: "names/ru_females.csv", sep: ',', count: -1, fixed: 20},
	{file: "names/it_males.csv", sep: ',', count: -1, fixed: 10},
	{file: "names/it_females.csv", sep: ',', count: -1, fixed: 10},
	{file: "names/pl_males.csv", sep: ',', count: -1, fixed: 30},
	{file: "names/pl_females.csv", sep: ',', count: -1, fixed: 30},
	{file: "names/ro_males.csv", sep: ',', count: -1, fixed: 20},
	{file: "names/ro_females.csv", sep: ',', count: -1, fixed: 20},
	{file: "names/hr_males.csv", sep: ',', count: -1, fixed: 30},
	{file: "names/hr_females.csv", sep: ',', count: -1, fixed: 30},
	{file: "names/rs_males.csv", sep: ',', count: -1, fixed: 30},
	{file: "names/rs_females.csv", sep: ',', count: -1, fixed: 30},
	{file: "names/al_males.csv", sep: ',', count: -1, fixed: 30},
	{file: "names/al_females.csv", sep: ',', count: -1, fixed: 30},
	{file: "names/bg_males.csv", sep: ',', count: -1, fixed: 20},
	{file: "names/bg_females.csv", sep: ',', count: -1, fixed: 20},
	{file: "names/gr_males.csv", sep: ',', count: -1, fixed: 20},
	{file: "names/gr_females.csv", sep: ',', count: -1, fixed: 20},
	{file: "names/ua_males.csv", sep: ',', count: -1, fixed: 20},
	{file: "names/ua_females.csv", sep: ',', count: -1, fixed: 20},
	{file: "names/sy_males.csv", sep: ',', count: -1, fixed: 20},
	{file: "names/sy_females.csv", sep: ',', count: -1, fixed: 20},
	{file: "names/ma_males.csv", sep: ',', count: -1, fixed: 20},
	{file: "names/ma_females.csv", sep: ',', count: -1, fixed: 20},
	{file: "names/sigpwned_forenames.csv", sep: ',', word: 11, count: -1, skip: 1, fixed: 40},
	{file: "names/solvenium_Male_given_names.txt", count: -1, fixed: 0.2},
	{file: "names/solvenium_Female_given_names.txt", count: -1, fixed: 0.2},
}

var surnames = []source{
	{file: "names/de_surnames_wikidata.csv", sep: ',', count: 1},
	{file: "names/at_surnames_wikidata.csv", sep: ',', count: 1},
	{file: "names/ch_surnames_wikidata.csv", sep: ',', count: 1},
	{file: "names/tr_surnames_wikidata.csv", sep: ',', count: 1},
	{file: "names/pl_surnames_wikidata.csv", sep: ',', count: 1},
	{file: "names/ro_surnames_wikidata.csv", sep: ',', count: 1},
	{file: "names/it_surnames_wikidata.csv", sep: ',', count: 1},
	{file: "names/ru_surnames_wikidata.csv", sep: ',', count: 1},
	{file: "names/ua_surnames_wikidata.csv", sep: ',', count: 1},
	{file: "names/gr_surnames_wikidata.csv", sep: ',', count: 1},
	{file: "names/hr_surnames_wikidata.csv", sep: ',', count: -1, fixed: 40},
	{file: "names/rs_surnames_wikidata.csv", sep: ',', count: -1, fixed: 40},
	{file: "names/bg_surnames_wikidata.csv", sep: ',', count: -1, fixed: 40},
	{file: "names/al_surnames_wikidata.csv", sep: ',', count: -1, fixed: 40},
	{file: "names/sy_surnames_wikidata.csv", sep: ',', count: -1, fixed: 40},
	{file: "names/ma_surnames_wikidata.csv", sep: ',', count: -1, fixed: 40},
	{file: "names/sigpwned_surnames.csv", sep: ',', word: 5, count: -1, skip: 1, fixed: 100},
	{file: "gazetteers/personennamen.list", count: -1, fixed: 1},
	{file: "names/solvenium_Surnames.txt", count: -1, fixed: 0.2},
}

var postCodes = []string{"plz/zipcodes.DE.csv", "plz/zipcodes.AT.csv", "plz/zipcodes.CH.csv"}

const (
	countries    = "gazetteers/laendernamen.list"
	germanWords  = "freqwords/de_50k.txt"
	englishWords = "freqwords/en_50k.txt"
	clusters     = "clusters.txt"
	prose        = "codealltag_travels/travels.txt.gz"
)

// Package lists holds the hand-written word lists of the gazetteer. They are
// compiled into its data file and not needed at run time.
package lists

import "embed"

// FS holds the lists as text: words in lower case, '#' starts a comment line.
//
//go:embed *.txt
var FS embed.FS

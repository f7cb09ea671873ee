package eval

// Counts is what precision and recall are made of. Right counts predictions
// and Found counts truths: the two differ only where one of them can match
// several of the other, as spans do that merely overlap.
type Counts struct {
	Predicted int `json:"predicted"`
	Right     int `json:"right"`
	Gold      int `json:"gold"`
	Found     int `json:"found"`
}

// Add adds the counts of other decisions.
func (c *Counts) Add(o Counts) {
	c.Predicted += o.Predicted
	c.Right += o.Right
	c.Gold += o.Gold
	c.Found += o.Found
}

// decide counts one yes-or-no decision.
func (c *Counts) decide(predicted, gold bool) {
	if predicted {
		c.Predicted++
	}
	if gold {
		c.Gold++
	}
	if predicted && gold {
		c.Right++
		c.Found++
	}
}

// Precision is the share of the predictions that are right; 0 if there is none.
func (c Counts) Precision() float64 { return ratio(c.Right, c.Predicted) }

// Recall is the share of the truth that was found; 0 if there is none.
func (c Counts) Recall() float64 { return ratio(c.Found, c.Gold) }

// F1 is the harmonic mean of precision and recall; 0 if both are.
func (c Counts) F1() float64 {
	p, r := c.Precision(), c.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func ratio(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

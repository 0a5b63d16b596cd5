"""How words, numbers and titles are alike: slips of the hand, names of States, titles that come back every year."""

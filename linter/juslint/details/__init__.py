"""What a text says in figures and names, and where it says another of the same thing: `inconsistent-detail`.

* `tokens` takes a stretch of text apart; `text` gathers the details of a whole one, its paragraphs and notes.
* `rarity`, `surroundings`, `regions` and `labels` say what stands around a detail, and how much two places share.
* `dates`, `names`, `pages`, `symbols` and `years` hold what speaks for and against two details of a kind being one.
* `comparers` holds one module for each way to tell that one of two is a slip; they are found by walking that folder.
* `pairs` are two details that may be one; `order` says which of two is the odd one.
"""

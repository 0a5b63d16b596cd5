"""What LaTeX commands and environments do to the text, as far as a reader of references needs to know.

Sources: The LaTeX2e reference manual (latexref.xyz); the manuals of hyperref, babel, biblatex, natbib, csquotes.
"""

from __future__ import annotations


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


SYMBOLS = {
    "S": "§", "textsection": "§", "P": "¶", "textparagraph": "¶", "dag": "†", "textdagger": "†", "ddag": "‡",
    "ldots": "…", "dots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "textquoteleft": "‘",
    "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”", "guillemotleft": "«",
    "guillemotright": "»", "guillemetleft": "«", "guillemetright": "»", "quotedblbase": "„", "glqq": "„", "grqq": "“",
    "flqq": "«", "frqq": "»", "lq": "‘", "rq": "’", "textbackslash": "\\", "textasciitilde": "~", "slash": "/",
    "textasciicircum": "^", "textunderscore": "_", "textbar": "|", "textless": "<", "textgreater": ">",
    "textbullet": "•", "textdegree": "°", "copyright": "©", "textcopyright": "©", "pounds": "£", "euro": "€",
    "texteuro": "€", "textnumero": "№", "textordmasculine": "º", "textordfeminine": "ª", "ae": "æ", "AE": "Æ",
    "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ss": "ß", "i": "ı", "j": "ȷ",
    "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "space": " ", "quad": " ",
    "qquad": " ", "enspace": " ", "thinspace": " ", "nobreakspace": "\u00a0", "newline": "\n", "linebreak": "\n",
    "tabularnewline": "\n", "textbraceleft": "{", "textbraceright": "}", "lbrace": "{", "rbrace": "}",
    "textdollar": "$", "LaTeX": "LaTeX", "TeX": "TeX",
}  # fmt: skip
SIGNS = {
    "%": "%", "&": "&", "#": "#", "$": "$", "_": "_", "{": "{", "}": "}", " ": " ", ",": " ", ";": " ", ":": " ",
    ">": " ", "\n": " ", "\t": " ",
}  # fmt: skip
ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a", "d": "\u0323",
    "b": "\u0331", "t": "\u0361",
}  # fmt: skip
HEADINGS = _words("part chapter section subsection subsubsection paragraph subparagraph addchap addsec minisec")
EMPHASES = frozenset({"emph", "textit", "textsl", "textbf", "mkbibemph"})
DECLARED = frozenset({"it", "itshape", "em", "sl", "slshape", "bf", "bfseries"})
UPRIGHT = frozenset({"normalfont", "upshape", "rm", "rmfamily", "mdseries"})
OWN_BLOCK = frozenset({"title", "subtitle", "author", "date", "caption", "subcaption", "captionof", "epigraph"})
RAISED = frozenset({"textsuperscript", "up", "textsu"})
QUOTED = frozenset({"enquote", "textquote", "blockquote"})
NOTES = frozenset({"footnote", "endnote", "thanks", "footnotetext", "endnotetext", "sidenote"})
ADDRESSES = frozenset({"url", "path", "nolinkurl"})

# Something is seen here that the file does not say: a number, a picture, a short title.
OBJECTS = _words(
    "cite citep citet citealt citealp citeauthor citeyear citeyearpar citetitle parencite textcite autocite footcite "
    "footcitetext smartcite fullcite footfullcite supercite Cite Citep Citet Parencite Textcite Autocite Citeauthor "
    "ref pageref eqref autoref nameref cref Cref cpageref vref vpageref labelcref includegraphics input include "
    "subfile glspl gls Gls ac acs acl acf"
)
# How many arguments, the first ones, are no text.
UNREAD = {
    **dict.fromkeys(_words(
        "label nocite bibliography bibliographystyle addbibresource usepackage RequirePackage documentclass index "
        "hypertarget hyperlink vspace hspace pagestyle thispagestyle pagenumbering textcolor color colorbox "
        "fontfamily fontseries fontshape selectlanguage foreignlanguage markright parbox hypersetup geometry todo "
        "theoremstyle setlist bookmarksetup graphicspath setmainfont setsansfont setmonofont linespread newcounter "
        "stepcounter refstepcounter newlength newtheorem hyphenation captionsetup vskip phantom hphantom vphantom "
        "scalebox rotatebox raisebox pdfstringdefDisableCommands"
    ), 1),
    **dict.fromkeys(_words(
        "newcommand renewcommand providecommand DeclareRobustCommand DeclareMathOperator setlength addtolength "
        "setcounter addtocounter fontsize rule markboth multicolumn multirow addtocontents definecolor newacronym "
        "pdfbookmark DeclareUnicodeCharacter resizebox"
    ), 2),
    **dict.fromkeys(_words(
        "newenvironment renewenvironment NewDocumentCommand RenewDocumentCommand addcontentsline titleformat"
    ), 3),
}  # fmt: skip

# Environments whose content is no text, and how many arguments in braces others begin with.
SKIPPED = _words(
    "verbatim verbatim* Verbatim BVerbatim LVerbatim lstlisting minted comment filecontents filecontents* tikzpicture "
    "alltt equation equation* align align* gather gather* multline multline* eqnarray eqnarray* displaymath math "
    "alignat alignat* flalign flalign* CCSXML"
)
ARGUMENTS = {
    "tabular": 1, "tabular*": 2, "tabularx": 2, "tabulary": 2, "longtable": 1, "longtblr": 1, "tblr": 1, "array": 1,
    "minipage": 1, "multicols": 1, "thebibliography": 1, "wrapfigure": 2, "spacing": 1, "adjustwidth": 2,
    "otherlanguage": 1, "xltabular": 2, "supertabular": 1, "list": 2,
}  # fmt: skip
TABLES = _words("tabular tabular* tabularx tabulary longtable longtblr tblr array xltabular supertabular")

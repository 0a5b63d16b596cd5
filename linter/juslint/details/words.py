"""Folded words that say little, or what is counted, dated or titled, as the comparison of details needs them."""

from __future__ import annotations


def _words(said: str) -> frozenset[str]:
    return frozenset(said.split())


SMALL = _words(
    """a an the of and in on to for from with at by its their his her was were is are be been has had have that which
    this these those as or not no it he she they we our your who also see cf dated said"""
)
COMMON = _words(  # names that many things share
    """united nations general assembly security council secretary permanent representative mission minister ministry
    government report letter note republic state states mr ms mrs dr press university international national court law
    human rights article resolution news centre center"""
)
LOCATORS = _words(  # before a number that is a place in a source, or a count
    """para paras paragraph paragraphs p pp page pages art arts article articles section sections sect chap chapter note
    notes footnote n nn fn line at point points annex annexes appendix item rule day days enclosure exhibit figure table
    part phase ibid see question goal goals target targets group category class type level grade session roll reel
    box folder lot"""
)
LABELS = _words("no nos vol volume number issue bulletin ordinance decree law act order")  # before a number that names
SHORT = {  # words before numbers, and the short form that stands for all
    word: words.split()[0]
    for words in ("vol volume", "p pp page pages", "no number", "ed edn edition", "para paragraph", "chap chapter")
    for word in words.split()
}
DATED = _words(  # what is named by its date
    """letter note minute remark statement memorandum memo report judgment judgement order decision ruling interview
    communique protocol agreement treaty declaration speech telegram cable dispatch despatch email message decree
    ordinance verbale address article release post record log affidavit testimony conference award thesis
    circular petition amendment amendments submission opinion notice law act"""
)
ANNEXES = _words("annex annexe appendix enclosure exhibit attachment document ex")
YEARLY = _words("anniversary anniversaries annual annually yearly commemorate commemorating commemoration")
ACCESS = _words(
    "accessed access visited retrieved consulted viewed checked updated"
)  # before a day that is the reader's
KNOWN = _words("his her its our their my your same that above")  # before what was named before
TITLES = _words(  # before the name of a person
    """mr mrs ms miss dr sir lady lord judge justice minister ambassador president professor prof rev reverend colonel
    captain major commander senator"""
)
FORMAL = _words("mr mrs ms miss dr sir lady lord professor prof rev reverend")  # titles that are no offices
RANKS = _words(  # before a name, as a title is
    """general lieutenant brigadier admiral sergeant corporal engineer archbishop bishop father brother sister mother
    sheikh sultan atty"""
)
OFFICES = _words(  # after the title of a person, in place of a name
    """chairman chairwoman chairperson chair president speaker minister secretary ambassador director moderator
    facilitator rapporteur coordinator prosecutor registrar commissioner justice judge resident"""
)
CONTRASTED = _words(  # where a text says itself that two are not one
    "confuse confused confusion confusing distinguish distinguished distinct unrelated namesake namesakes"
)
RECURRING = _words(  # what has another year each time
    """conference conferences proceedings workshop symposium congress colloquium summit forum games festival election
    elections budget season olympics"""
)
INSTRUMENTS = _words(  # of which there are one and several
    """convention agreement treaty protocol charter declaration covenant accord law act regulation directive resolution
    report court council committee commission principle guideline rule article nation state right embassy consulate
    legation mission delegation office bureau agency ministry department university library archive"""
)
FOLLOWING = _words("successor predecessor")  # who may have nearly the same name
DRAFTS = _words("draft drafts provisional preliminary unsigned uncorrected")  # of which the final one has another day
MISTAKEN = _words("mistaken mistake")  # one for the other
KIN = _words(  # where another one of a family is meant
    """cousin brother sister son daughter father mother wife husband widow widower uncle aunt nephew niece twin sibling
    grandfather grandmother grandson granddaughter"""
)
MALE, FEMALE = _words("mr sir lord"), _words("mrs ms miss lady")
TITLED = 3  # details behind a title that are the name of its bearer
ENDINGS = _words(  # in which forms of one word differ
    """s es e n an ian ians ns ed d ing al als ic ics ity ies y er ers or ors ly ist ists ism ese ish ion ions ive r rs
    ment ments i"""
) | {""}
COUNTED = _words(  # which of several is meant
    """seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth
    nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth seven eight nine ten eleven twelve monday
    tuesday wednesday thursday friday saturday sunday"""
)
ENGLISH = _words("the of and in to for")
FOREIGN = _words("de la le les du des et der die das und von del los las el y en il di e da do")

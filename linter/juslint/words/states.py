"""Words of States' names, folded: titles that differ in one of them are two works, and near ones are no slips."""

from __future__ import annotations

_NAMES = """
afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain
bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia botswana brazil brunei bulgaria burundi
cambodia cameroon canada chad chile china colombia comoros congo croatia cuba cyprus czechia denmark djibouti
dominica ecuador egypt eritrea estonia eswatini ethiopia fiji finland france gabon gambia georgia germany ghana
greece grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel
italy jamaica japan jordan kazakhstan kenya kiribati kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia
libya liechtenstein lithuania luxembourg macedonia madagascar malawi malaysia maldives mali malta mauritania
mauritius mexico moldova monaco mongolia montenegro morocco mozambique myanmar namibia nauru nepal netherlands
nicaragua niger nigeria norway oman pakistan palau palestine panama paraguay peru philippines poland portugal qatar
romania russia rwanda samoa senegal serbia seychelles singapore slovakia slovenia somalia spain sudan suriname
sweden switzerland syria tajikistan tanzania thailand togo tonga tunisia turkey turkmenistan tuvalu uganda ukraine
uruguay uzbekistan vanuatu venezuela vietnam yemen zambia zimbabwe kingdom america britain england scotland wales
abkhazia ossetia transnistria karabakh crimea chechnya afghan albanian algerian armenian australian austrian
azerbaijani belarusian belgian bosnian british bulgarian canadian chinese croatian cypriot czech danish dutch
egyptian estonian finnish french georgian german greek hungarian icelandic indian indonesian iranian iraqi irish
israeli italian japanese jordanian kazakh kenyan korean kyrgyz latvian lebanese libyan lithuanian maltese mexican
moldovan moroccan nigerian norwegian pakistani palestinian polish portuguese romanian russian serbian slovak
slovene slovenian somali spanish sudanese swedish swiss syrian tajik thai tunisian turkish ukrainian uzbek american
english european african asian arab kurdish chechen soviet dominican
"""
STATES = frozenset(_NAMES.split())

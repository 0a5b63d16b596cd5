"""Newspapers and magazines that everybody cites, in the writings that stand in texts in English."""

from __future__ import annotations

import re

KNOWN = re.compile(
    r"(?:The\s+)?(?:Independent|Guardian|Observer|Scotsman|Economist|Spectator|Age|Australian|Atlantic|Times"
    r"|(?:Sunday|Financial|Irish) Times|(?:Daily |Sunday )?Telegraph|Daily (?:Mail|Star|Sabah)"
    r"|(?:New York|Los Angeles|Washington|Moscow) Times|Washington Post|Jerusalem Post"
    r"|Wall Street Journal|Boston Globe|Globe and Mail|Chicago Tribune|International Herald Tribune"
    r"|Christian Science Monitor|USA Today|Newsweek|Time|New Yorker|Foreign Policy"
    r"|Sydney Morning Herald|Toronto Star|Haaretz|China Daily|Asahi Shimbun|Baku Sun)"
    r"|Le (?:Monde|Figaro|Point)|Lib[eé]ration|L['\u2019]Express|Valeurs [Aa]ctuelles|Der Spiegel"
    r"|Die (?:Zeit|Welt)|Frankfurter Allgemeine Zeitung|S[uü]ddeutsche Zeitung"
    r"|Neue Z[uü]rcher Zeitung|El (?:Pa[ií]s|Mundo)|Corriere della Sera|La Repubblica|Izvestiya"
    r"|Izvestia|Pravda|Komsomolskaya Pravda|Kommersant|Nezavisimaya Gazeta|Krasnaya Zvezda"
    r"|H[uü]rriyet|Milliyet|Cumhuriyet|Zerkalo"
)

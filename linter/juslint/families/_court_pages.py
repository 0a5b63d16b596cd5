"""Names of the courts by their ids, and the addresses that a number alone gives.

Only addresses of a form that the courts themselves keep: a case of the General List, a series of the Permanent Court, a
record of the International Criminal Court, a judgment or opinion of the Inter-American Court, a case of the Court of
Justice.
"""

from __future__ import annotations

import re

_COURTS = tuple(
    (re.compile(pattern), name)
    for pattern, name in (
        (r"I\.C\.J\. |ICJ ", "International Court of Justice"),
        (r"P\.C\.I\.J\.", "Permanent Court of International Justice"),
        (r"ITLOS ", "International Tribunal for the Law of the Sea"),
        (r"ICC-", "International Criminal Court"),
        (r"IT-", "International Tribunal for the Former Yugoslavia"),
        (r"ICTR-", "International Criminal Tribunal for Rwanda"),
        (r"MICT-", "International Residual Mechanism for Criminal Tribunals"),
        (r"SCSL-", "Special Court for Sierra Leone"),
        (r"STL-|CH/", "Special Tribunal for Lebanon"),
        (r"00[1-4]/.*ECCC", "Extraordinary Chambers in the Courts of Cambodia"),
        (r"KSC-", "Kosovo Specialist Chambers"),
        (r"(?:Series C No\.|OC-)", "Inter-American Court of Human Rights"),
        (r"(?:Report No\.|Case [0-9])", "Inter-American Commission on Human Rights"),
        (r"Communication ", "African Commission on Human and Peoples’ Rights"),
        (r"Application No\. ", "African Court on Human and Peoples’ Rights"),
        (r"PCA ", "Permanent Court of Arbitration"),
        (r"ICSID ", "International Centre for Settlement of Investment Disputes"),
        (r"RIAA ", "Reports of International Arbitral Awards"),
        (r"[0-9]{4}-UNAT-", "United Nations Appeals Tribunal"),
        (r"E-[0-9]", "Court of Justice of the European Free Trade Association"),
        (r"[TF]-[0-9]|ECLI:EU:[TF]", "General Court of the European Union"),
        (r"C-[0-9]|ECLI:EU:C|Opinion [0-9]|\[[0-9]{4}\] ECR", "Court of Justice of the European Union"),
        (r"[0-9]+/[0-9]{2}$", "Court of Justice of the European Union"),
    )
)
_PAGES = tuple(
    (re.compile(pattern), address)
    for pattern, address in (
        (r"ICJ General List No\. ([0-9]+)", "https://www.icj-cij.org/case/{0}"),
        (r"P\.C\.I\.J\., Series (A|B), .*", "https://www.icj-cij.org/pcij-series-{0}"),
        (r"P\.C\.I\.J\., Series A/(B), .*", "https://www.icj-cij.org/pcij-series-a{0}"),
        (r"(ICC-[0-9]{2}/[0-9/-]+-[0-9]+)", "https://www.icc-cpi.int/court-record/{0}"),
        (r"([0-9]{4}-UNAT-[0-9]+)", "https://www.un.org/en/internaljustice/files/unat/judgments/{0}.pdf"),
        (r"([CTF]-[0-9]+/[0-9]{2}).*", "https://curia.europa.eu/juris/liste.jsf?num={0}"),
        (r"(ECLI:EU:.*)", "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri={0}"),
        (r"Series C No\. ([0-9]+)", "https://www.corteidh.or.cr/docs/casos/articulos/seriec_{0:0>2}_ing.pdf"),
        (r"OC-([0-9]+)/[0-9]{2}", "https://www.corteidh.or.cr/docs/opiniones/seriea_{0:0>2}_ing.pdf"),
    )
)
_LOWER = ("icj-cij.org", "icc-cpi.int", "internaljustice")  # hosts that write the number in small letters


def issuer(id_: str) -> str | None:
    """The court whose number it is; None where the id does not tell."""
    return next((name for pattern, name in _COURTS if pattern.match(id_)), None)


def links(id_: str) -> list[str]:
    """The court's own page."""
    for pattern, address in _PAGES:
        found = pattern.fullmatch(id_)
        if found:
            lower = any(host in address for host in _LOWER)
            return [address.format(*(group.lower() if lower else group for group in found.groups()))]
    return []

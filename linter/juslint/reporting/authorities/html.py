"""The table of authorities as one HTML file, which loads nothing and runs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint import __version__
from juslint.lsp import about
from juslint.reporting._html import page
from juslint.reporting._html.authorities import framed, group, linked
from juslint.reporting._html.escaping import esc, one_line, web
from juslint.reporting.authorities import EMPTY, TITLE, places

if TYPE_CHECKING:
    from juslint.authorities import Authority
    from juslint.reporting.authorities import Groups

NAME = "html"
_COLUMNS = ("Source", "Title and date", "Mentioned in")


def render(groups: Groups) -> str:
    """The whole page."""
    count = sum(len(members) for _, members in groups)
    rows = "".join(group(heading, map(_row, members), len(_COLUMNS)) for heading, members in groups)
    body = framed(_COLUMNS, rows) if groups else f"<p>{EMPTY}</p>"
    said = f"{count:,} source{'' if count == 1 else 's'}, each once with its places"
    return "\n".join(
        (
            *page.head(TITLE),
            f'<header><h1 id="authorities">{TITLE}</h1><p>{said}.</p></header>',
            f"<main>{body}</main>",
            f"<footer><p>juslint {__version__}</p></footer>\n</body>\n</html>\n",
        )
    )


def _row(authority: Authority) -> str:
    name = linked(authority.name, next(filter(web, about.links(authority.reference, authority.knowledge)), None))
    where = "".join(f"<div><bdi>{esc(path)}</bdi>: {esc(said)}</div>" for path, said in places(authority))
    return (
        f'<tr role="row"><th scope="row" role="rowheader">{name}</th>'
        f'<td role="cell"><bdi>{one_line(authority.detail)}</bdi></td><td role="cell">{where}</td></tr>'
    )

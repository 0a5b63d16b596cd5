"""A citation that is to be written, in the style that a text is written in."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from juslint import styles
from juslint.scan import scan_text
from juslint.styles import Source, _checked, _edits

if TYPE_CHECKING:
    from juslint.knowledge import Knowledge
    from juslint.rules import Context


def in_style(text: str, style: str | None, context: Context) -> str:
    """The citation in the style, with the facts that it wants and the knowledge base surely has.

    As it is where no style is chosen, and where the style leaves such a citation.
    """
    if style is None or style not in styles.modules():
        return text
    return _styled(text, style, _edits.italics(context.document.path, style), context.knowledge)


@lru_cache(maxsize=2048)  # the same sources are offered with every letter that is typed
def _styled(text: str, style: str, marks: tuple[str, str] | None, knowledge: Knowledge) -> str:
    found = next((one for one in scan_text(text, knowledge) if one.within is None), None)
    if found is None or found.text != text:
        return text
    shown = _checked.restyled(Source(found, "", "", knowledge), style, complete=True)
    return _edits.marked(shown, marks) if shown is not None else text

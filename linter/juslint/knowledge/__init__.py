"""What is true: the knowledge base, its index and its look-ups (DESIGN §7)."""

from __future__ import annotations

from juslint.knowledge.base import Knowledge
from juslint.knowledge.entry import Entry, Printed, Resolution, Variant
from juslint.knowledge.normalise import normalise_title, normalise_url, same_url
from juslint.knowledge.opening import build
from juslint.knowledge.series import KnowledgeError

__all__ = [
    "Entry",
    "Knowledge",
    "KnowledgeError",
    "Printed",
    "Resolution",
    "Variant",
    "build",
    "normalise_title",
    "normalise_url",
    "same_url",
]

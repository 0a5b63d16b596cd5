"""The head of a page that loads nothing: style and script stand in it, and those two alone are allowed, by hashes."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path


def head(title: str, script: str = "") -> tuple[str, ...]:
    """The lines of a page up to the beginning of its body. `title` is HTML already."""
    style = part("page.css")
    allowed = f"; script-src {_hash(script)}" if script else ""
    policy = f"default-src 'none'; style-src {_hash(style)}{allowed}; base-uri 'none'; form-action 'none'"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">',
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>",
    )


def part(name: str) -> str:
    """A file of this folder."""
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

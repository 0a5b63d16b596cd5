"""juslint with little of its data, for tests that let it make its index and its grammars anew.

All of them take twenty seconds; these a moment, by the same code.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import juslint
from juslint import _data

GRAMMARS = ("common", "un_resolution", "un_symbol")  # the others read nothing here
KNOWLEDGE = ("bodies", "un/security-council/resolutions")
_NOTHING = 'start: NEVER\n\nNEVER: "\u2603\u2603\u2603"\n'


def knowledge(folder: Path) -> Path:
    """The bodies and the Security Council's resolutions, as a knowledge base of its own under `folder`."""
    for name in KNOWLEDGE:
        shutil.copytree(_data.data_folder("kb") / name, folder / name)
    return folder


def grammars(folder: Path) -> Path:
    """The grammars of these resolutions and of symbols; in place of each other one that reads nothing."""
    folder.mkdir(parents=True)
    for path in _data.data_folder("grammar").glob("*.lark"):
        if path.stem in GRAMMARS:
            shutil.copy2(path, folder)
        else:
            (folder / path.name).write_text(_NOTHING, encoding="utf-8")
    return folder


def checkout(folder: Path) -> Path:
    """A checkout with the package, these grammars and this knowledge; what is to stand in PYTHONPATH to run it."""
    package = Path(juslint.__file__).parent
    shutil.copytree(package, folder / "linter" / "juslint", ignore=shutil.ignore_patterns("__pycache__", "_data"))
    shutil.copytree(_data.data_folder("schemas"), folder / "schemas")
    grammars(folder / "grammar")
    knowledge(folder / "kb")
    return folder / "linter"

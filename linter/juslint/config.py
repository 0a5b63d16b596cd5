"""Configuration: `juslint.toml`, or `[tool.juslint]` in `pyproject.toml`, found upwards from the file that is checked.

`Config` is one file's settings; `Config()` is what holds where there is no file. `Discovered` finds the settings of
each checked file and reads every configuration file once. Both answer `for_path`, which is all that the engine asks.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field, replace
from fnmatch import fnmatch
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from juslint.finding import Severity

FILE_NAME = "juslint.toml"
MAX_BYTES = 1_000_000
# a.a.a and so on, of which tomllib takes time by the square
_ENDLESS_KEY = re.compile(r"(?<![\w\"'.-])(?:[\w\"'-]++[ \t]*+\.[ \t]*+){100}")
_MOST = 200  # characters of a message about one key
_TOO_LONG = "holds a number, a key or a nesting that is too long to be settings"


class ConfigError(Exception):
    """A configuration that cannot be used; the message is one line that names the file and the key."""


@dataclass(frozen=True, slots=True)
class Config:
    """Settings. `select` of None means every rule that always runs, and those of the style profile `style`.

    `folder` is what the patterns of `per_file_ignores` and `exclude` are relative to. `name` is the file the settings
    come from, for messages.
    """

    name: str = "the command line"
    folder: Path = field(default_factory=Path)
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=lambda: MappingProxyType({}))
    kb: tuple[Path, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    style: str | None = None
    exclude: tuple[str, ...] = ()
    baseline: Path | None = None

    def for_path(self, path: str) -> Config:  # noqa: ARG002 - the shape that `Discovered` shares
        """The settings of one file: these."""
        return self

    def ignored_in(self, path: str) -> frozenset[str]:
        """The rules that `per-file-ignores` switches off for the file at `path`."""
        return frozenset(
            rule
            for pattern, rules in self.per_file_ignores
            if matches(pattern, Path(path), self.folder)
            for rule in rules
        )


class Settings(Protocol):
    """What the engine asks: the settings of one file."""

    def for_path(self, path: str) -> Config:
        """The settings of the file at `path`."""
        ...


class Discovered:
    """The settings of each file, from the nearest configuration upwards, with the command line's own on top."""

    def __init__(
        self,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        file: Path | None = None,
        style: str | None = None,
    ) -> None:
        self._style = style
        self._select = tuple(select)
        self._ignore = tuple(ignore)
        self._fixed = self._with_options(load(file)) if file is not None else None
        self._by_folder: dict[Path, Config] = {}

    def for_path(self, path: str) -> Config:
        """The settings of the file at `path`. ConfigError where its configuration cannot be used."""
        return self._fixed or self._for_folder(Path(os.path.abspath(path)).parent)  # noqa: PTH100 - keeps symlinks

    def _for_folder(self, folder: Path) -> Config:
        known = self._by_folder.get(folder)
        if known is None:
            own = _in_folder(folder)
            if own is not None:
                known = self._with_options(own)
            elif folder.parent == folder:
                known = self._with_options(Config())
            else:
                known = self._for_folder(folder.parent)
            self._by_folder[folder] = known
        return known

    def _with_options(self, config: Config) -> Config:
        return replace(
            config,
            select=self._select or config.select,
            ignore=config.ignore + self._ignore,
            style=self._style or config.style,
        )


def load(file: Path) -> Config:
    """The settings in `file`. ConfigError where it cannot be read or does not follow the schema."""
    import tomllib  # noqa: PLC0415 - late: most runs have no configuration

    try:
        table = _table(file)
    except OSError as error:
        raise ConfigError(f"{file}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{file}: not UTF-8 text") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file}: not valid TOML: {error}") from None
    except (ValueError, RecursionError):
        raise ConfigError(f"{file}: {_TOO_LONG}") from None
    if file.name == "pyproject.toml":
        tool = table.get("tool")
        table = tool.get("juslint", {}) if isinstance(tool, dict) else {}
    try:
        _validate(table, file)
    except (ValueError, RecursionError):
        raise ConfigError(f"{file}: {_TOO_LONG}") from None
    return _from_table(table, file)


def _table(file: Path) -> dict[str, Any]:
    """What a TOML file holds. OSError, ValueError or RecursionError where it is none; ConfigError where it is huge."""
    import tomllib  # noqa: PLC0415

    with file.open("rb") as opened:
        data = opened.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ConfigError(f"{file}: larger than {MAX_BYTES // 1_000_000} MB: keep the settings in a {FILE_NAME}")
    text = data.decode("utf-8-sig")
    if _ENDLESS_KEY.search(text):
        raise ValueError
    return tomllib.loads(text)


def _in_folder(folder: Path) -> Config | None:
    own = folder / FILE_NAME
    if own.is_file():
        return load(own)
    project = folder / "pyproject.toml"
    if not project.is_file():
        return None
    try:
        with project.open("rb") as opened:
            if b"juslint" not in opened.read(MAX_BYTES):
                return None
        tool = _table(project).get("tool", {})
    except (OSError, ValueError, RecursionError):
        return None  # another tool's file, broken or not, is no concern of a run that has no settings in it
    return load(project) if isinstance(tool, dict) and "juslint" in tool else None


def _validate(table: Mapping[str, Any], file: Path) -> None:
    from juslint._data import data_folder  # noqa: PLC0415
    from juslint.memory import approved  # noqa: PLC0415

    schema = (data_folder("schemas") / "config.v1.schema.json").read_bytes()
    which = approved.checksum(schema, table)
    if approved.is_known(which):
        return
    import json  # noqa: PLC0415

    import jsonschema  # noqa: PLC0415 - a tenth of a second

    error = next(iter(jsonschema.Draft202012Validator(json.loads(schema)).iter_errors(table)), None)
    if error is None:
        approved.note(which)
        return
    place = ".".join(str(step) for step in error.absolute_path)
    if error.validator == "additionalProperties":
        known = error.schema["properties"]
        unknown = next(key for key in error.instance if key not in known)
        raise ConfigError(f"{file}: unknown key {brief(unknown)!r}{did_you_mean(unknown, known)}")
    if error.validator == "maxLength":  # what is wrong would stand behind the whole of it
        most = f"has {len(error.instance):,} characters; {error.validator_value:,} is the most"
        raise ConfigError(f"{file}: {brief(place)}: {brief(error.instance)!r} {most}")
    raise ConfigError(f"{file}: {brief(place)}: {brief(error.message)}")


def _from_table(table: Mapping[str, Any], file: Path) -> Config:
    folder = Path(os.path.abspath(file)).parent  # noqa: PTH100 - keeps symlinks
    select = table.get("select")
    return Config(
        name=str(file),
        folder=folder,
        select=None if select is None else tuple(select),
        ignore=tuple(table.get("ignore", ())),
        severity=MappingProxyType(dict(table.get("severity", {}))),
        kb=tuple(folder / path for path in table.get("kb", ())),
        per_file_ignores=tuple((glob, tuple(rules)) for glob, rules in table.get("per-file-ignores", {}).items()),
        style=table.get("style"),
        exclude=tuple(table.get("exclude", ())),
        baseline=folder / table["baseline"] if "baseline" in table else None,
    )


def matches(pattern: str, path: Path, folder: Path) -> bool:
    """Whether a glob names `path`: by its name, or by its way from `folder`; a folder's name covers what is in it."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - keeps symlinks
    try:
        relative = absolute.relative_to(os.path.abspath(folder))  # noqa: PTH100
    except ValueError:
        relative = absolute
    pattern = pattern.rstrip("/")
    if "/" not in pattern:
        return any(fnmatch(part, pattern) for part in relative.parts)
    ways = (relative, *relative.parents)
    return any(fnmatch(way.as_posix(), pattern) for way in ways)


def brief(text: str) -> str:
    """The text, or its beginning where it is longer than a line of a message may be."""
    return text if len(text) <= _MOST else f"{text[:_MOST]}\u2026"


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """`: did you mean "x"?` with the nearest known name; empty where none is near."""
    from rapidfuzz import process  # noqa: PLC0415 - only for an error message

    found = process.extractOne(name, list(known), score_cutoff=60)
    return f': did you mean "{found[0]}"?' if found else ""

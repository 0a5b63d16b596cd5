"""Settings of a session: the editor's own, and the project's files, of which a broken one ends nothing."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from juslint import engine
from juslint.config import Config, ConfigError, Discovered
from juslint.finding import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from juslint.finding import Severity


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user set in the editor, under `juslint`. Each name there is the field's in camel case."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Severity = "info"
    config: str = ""
    kb: tuple[str, ...] = ()
    inlay_hints: bool = False
    workspace_diagnostics: bool = True

    @classmethod
    def of(cls, data: object) -> tuple[Wishes, list[str]]:
        """The wishes in what an editor sent, and a line for each that cannot be used; the others hold."""
        table: Mapping[str, Any] = data if isinstance(data, dict) else {}
        if isinstance(table.get("juslint"), dict):
            table = table["juslint"]
        known = {_camel(field.name): field for field in fields(cls)}
        values: dict[str, Any] = {}
        faults = []
        for key, value in table.items():
            field = known.get(key)
            if field is None or value is None:
                continue  # editors add keys of their own
            default = getattr(_DEFAULT, field.name)
            kind = type(default)
            whole = isinstance(value, list) and all(isinstance(one, str) for one in value)
            fits = whole if kind is tuple else isinstance(value, kind)
            if not fits or (field.name == "severity" and value not in SEVERITIES):
                wanted = {tuple: "a list of texts", bool: "true or false"}.get(kind, "text")
                wanted = " or ".join(SEVERITIES) if field.name == "severity" else wanted
                faults.append(f"setting juslint.{key} must be {wanted}")
                continue
            values[field.name] = tuple(value) if kind is tuple else value
        return cls(**values), faults


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


_DEFAULT = Wishes()


class Settings:
    """What the engine asks. Where a configuration cannot be used the settings without it hold, and `faults` says so."""

    def __init__(self, wishes: Wishes, roots: tuple[Path, ...] = ()) -> None:
        self.wishes = wishes
        self.faults: dict[str, str] = {}  # message to the file that it is about
        self._own = Config(select=wishes.select or None, ignore=wishes.ignore)
        self._checked: dict[int, Config] = {}
        self._named = Path(wishes.config) if wishes.config else None
        if self._named is not None and roots and not self._named.is_absolute():
            self._named = roots[0] / self._named
        self._discovered = self._open()

    def _open(self) -> Discovered:
        try:
            engine.selected(self._own)
        except ConfigError as error:
            self.faults[f"the editor's settings: {str(error).partition(': ')[2]}"] = ""
            self._own = Config()
        try:
            return Discovered(self._own.select or (), self._own.ignore, self._named)
        except ConfigError as error:
            self.faults[str(error)] = str(self._named)
            return Discovered(self._own.select or (), self._own.ignore)

    def for_path(self, path: str) -> Config:
        """The settings of the file at `path`."""
        try:
            config = self._discovered.for_path(path)
            if id(config) not in self._checked:
                engine.selected(config)
                self._checked[id(config)] = config
        except ConfigError as error:
            message = str(error)
            self.faults.setdefault(message, message.partition(": ")[0])
            return self._own
        return config

    def bases(self, path: str) -> tuple[Path, ...]:
        """The further knowledge bases that a file's settings and the user name."""
        return (*self.for_path(path).kb, *map(Path, self.wishes.kb))

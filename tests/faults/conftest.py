"""A juslint that makes its index and its grammars anew in a moment."""

from __future__ import annotations

import os

import pytest
import small

from juslint import _data


@pytest.fixture(scope="session")
def quick(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a process that runs such a one. An installed juslint makes neither, and is run as it is."""
    if not _data.in_checkout():
        return {}
    path = [str(small.checkout(tmp_path_factory.mktemp("small"))), os.environ.get("PYTHONPATH")]
    return {"PYTHONPATH": os.pathsep.join(filter(None, path))}

"""Shared fixtures: the tiny catalogue, as a private copy that a test may spoil."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from disclosure.load import load_catalogue
from disclosure.model import Catalogue

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile("patient", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("patient")


def pytest_make_parametrize_id(val: object) -> str | None:
    """Files given as bytes are named by their length: their bytes may hold the time of day, and
    pytest-xdist wants the same names in every worker."""
    return f"{len(val)}-bytes" if isinstance(val, bytes) and len(val) > 16 else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The same for an object's place in memory, which is another in every worker."""
    odd = [item.nodeid for item in items if " at 0x" in item.nodeid]
    assert not odd, f"names that are not the same in every process: {odd}"


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A private copy of the tiny data folder."""
    return Path(shutil.copytree(ROOT / "tests" / "tiny", tmp_path / "data"))


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue(ROOT / "tests" / "tiny")


@pytest.fixture(scope="session")
def real() -> Catalogue:
    return load_catalogue(ROOT / "data")

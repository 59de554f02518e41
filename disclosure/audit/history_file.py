"""The SQLite file of the history: its tables, and how it is opened by several runs at once."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

VERSION = 1
_PATIENCE = 60.0
"""Seconds to wait for another run's transaction."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS runs (
  id INTEGER PRIMARY KEY, root INTEGER NOT NULL, sort TEXT NOT NULL, list TEXT NOT NULL,
  source TEXT NOT NULL, started REAL NOT NULL, ended REAL, outcome TEXT,
  void INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS addresses (
  key BLOB PRIMARY KEY, url TEXT NOT NULL, written TEXT NOT NULL, expect TEXT NOT NULL
  ) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sights (key BLOB PRIMARY KEY, seen TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS results (
  address BLOB NOT NULL REFERENCES addresses, run INTEGER NOT NULL REFERENCES runs,
  at TEXT NOT NULL, verdict TEXT NOT NULL, reason TEXT NOT NULL, evidence TEXT NOT NULL,
  seconds REAL, sight BLOB REFERENCES sights, PRIMARY KEY (address, run)) WITHOUT ROWID;
"""


class HistoryError(Exception):
    """The history cannot be used; the message says why."""


def opened(path: Path) -> sqlite3.Connection:
    """The file, made where there is none."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _opened(path)
    except (sqlite3.Error, OSError) as error:
        raise HistoryError(f"历史记录 {path} 打不开：{error}") from error


def _opened(path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    deadline = time.monotonic() + _PATIENCE
    while True:  # the change to WAL does not wait by itself for another that opens the file
        try:
            base.execute("PRAGMA journal_mode = WAL")
            break
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
    base.execute("PRAGMA synchronous = NORMAL")
    (version,) = base.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        base.close()
        raise sqlite3.DatabaseError("由更新版本的程序写成，请升级程序")
    base.execute("BEGIN IMMEDIATE")
    for statement in _SCHEMA.split(";"):
        base.execute(statement)
    base.execute(f"PRAGMA user_version = {VERSION}")
    base.execute("COMMIT")
    return base

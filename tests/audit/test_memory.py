"""An audit with memory concludes exactly what one without would, whatever happened to the tree."""

from __future__ import annotations

import ast
import datetime as dt
import os
import random
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest_audit import BASE, page, pdf, write

from disclosure.audit.folder import audit_tree
from disclosure.audit.observe import folder, memory_file, reading, sections
from disclosure.audit.observe import memory as remembered
from disclosure.audit.run import audit_site
from disclosure.audit.target import Targets
from disclosure.audit.wording import sentences

Site = tuple[Path, Targets]
TODAY = dt.date(2026, 11, 22)
ROOT = Path(__file__).resolve().parents[2]
TICK = 0.012
"""Seconds; the clock of the file system is no finer than this."""


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stamps are trusted as soon as the clock has moved on."""
    monkeypatch.setattr(folder, "_GRAIN", 1)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents that were read, or compared byte for byte."""
    found: list[str] = []
    look, same = reading.observed, remembered._same

    def observed(root: Path, base: str, paths: Any, asked: reading.Question) -> Any:
        numbered = list(paths)
        found.extend(path for _, path in numbered)
        return look(root, base, numbered, asked)

    def compared(root: str, document: Any) -> bool:
        found.append(f"bytes of {document.path}")
        return same(root, document)

    monkeypatch.setattr(reading, "observed", observed)
    monkeypatch.setattr(remembered, "_same", compared)
    return found


def of_folder(root: Path, memory: Path | None) -> str:
    """All that a person and a program can read of the audit of a folder."""
    report = audit_tree(root, "", TODAY, memory)
    return "".join(report.json()) + "\n".join(sentences(report))


def of_site(root: Path, wanted: Targets, memory: Path | None) -> str:
    report = audit_site(root, wanted, BASE, {}, TODAY, memory=memory)
    return "".join(report.json())


# What can happen to a tree


def some_page(root: Path, chance: random.Random) -> Path:
    return chance.choice(sorted((root / "items").rglob("index.html")))


def rewritten(root: Path, chance: random.Random) -> None:
    file, other = some_page(root, chance), some_page(root, chance)
    number = chance.randrange(10**6)
    link = chance.choice(
        [f"../{other.parent.name}/", "../gone/", f"#{number}", "https://x.example/?a b", " ../"]
    )
    body = f'<main><p id="one">{number}</p><p id="two"><a href="{link}">x</a></p>'
    file.write_text(file.read_text(encoding="utf-8").replace("<main>", body), encoding="utf-8")


def same_size_and_time(root: Path, chance: random.Random) -> None:
    """Only the time of the entry tells."""
    file = some_page(root, chance)
    was, data = file.stat(), file.read_bytes()
    file.write_bytes(data.replace(b'id="one"', b'id="eno"').replace(b'href="../', b'href="/./'))
    os.utime(file, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert file.stat().st_size == was.st_size and file.stat().st_mtime_ns == was.st_mtime_ns


def added(root: Path, chance: random.Random) -> None:
    name = f"new-{chance.randrange(10**6)}"
    text = page(
        f"items/{name}/", "新", f'<h1>新</h1><a href="../item-{chance.randrange(90):02d}/">'
    )
    write(root, {f"items/{name}/index.html": text, f"a{name}.css": "a{b:url(no.png)}"})


def removed(root: Path, chance: random.Random) -> None:
    shutil.rmtree(some_page(root, chance).parent)


def half_removed(root: Path, chance: random.Random) -> None:
    for file in chance.sample(sorted((root / "items").rglob("index.html")), 45):
        file.unlink()


def renamed(root: Path, chance: random.Random) -> None:
    file = some_page(root, chance)
    file.parent.rename(file.parent.with_name(f"moved-{chance.randrange(10**6)}"))


def swapped(root: Path, chance: random.Random) -> None:
    """Two pages change places; neither file is written."""
    one, other = some_page(root, chance), some_page(root, chance)
    if one != other:
        one.rename(root / "aside")
        other.rename(one)
        (root / "aside").rename(other)


def truncated(root: Path, chance: random.Random) -> None:
    file = some_page(root, chance)
    data = file.read_bytes()
    file.write_bytes(data[: chance.choice([0, 10, len(data) // 2, len(data) - 1])])


def copied(root: Path, chance: random.Random) -> None:
    """What a build does: everything written anew, the same bytes."""
    shutil.copytree(root, root.with_name("copy"))
    shutil.rmtree(root)
    root.with_name("copy").rename(root)


def paper_changed(root: Path, chance: random.Random) -> None:
    file = chance.choice(sorted((root / "files").rglob("paper.*")))
    file.write_bytes(chance.choice([b"", b"<html>", pdf("other"), file.read_bytes()[:-9]]))


def published_elsewhere(root: Path, chance: random.Random) -> None:
    for file in root.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(BASE, "https://else.example/"), encoding="utf-8")


def sitemap_changed(root: Path, chance: random.Random) -> None:
    file = root / "sitemap.xml"
    file.write_text(file.read_text(encoding="utf-8").replace("item-07", "item-x"), encoding="utf-8")


def style_changed(root: Path, chance: random.Random) -> None:
    (root / "assets" / "site.css").write_text(f"a{{b:url({chance.randrange(99)}.png)}}")


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (
    rewritten, same_size_and_time, added, removed, renamed, swapped, truncated, copied,
    paper_changed, sitemap_changed, style_changed, half_removed, published_elsewhere,
)  # fmt: skip


def edit(root: Path, chance: random.Random) -> list[str]:
    """One to three things happen."""
    weights = [6] * (len(EDITS) - 2) + [1, 1]
    chosen = chance.choices(EDITS, weights, k=chance.randint(1, 3))
    for one in chosen:
        one(root, chance)
    time.sleep(TICK)
    return [one.__name__ for one in chosen]


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.usefixtures("quick")
def test_an_audit_with_memory_concludes_what_one_without_would(
    site: Site, tmp_path: Path, seed: int
) -> None:
    (root, wanted), chance = site, random.Random(seed)
    memory, history = tmp_path / "seen.bin", []
    for _ in range(7):
        history.append(edit(root, chance))
        # Both sorts of audit share one memory, and either may be the next.
        if chance.random() < 0.6:
            assert of_folder(root, memory) == of_folder(root, None), history
        else:
            assert of_site(root, wanted, memory) == of_site(root, wanted, None), history


@pytest.mark.parametrize("change", EDITS, ids=lambda one: one.__name__)
@pytest.mark.usefixtures("quick")
def test_each_sort_of_change_is_seen(
    site: Site, tmp_path: Path, change: Callable[[Path, random.Random], None]
) -> None:
    (root, wanted), memory = site, tmp_path / "seen.bin"
    time.sleep(TICK)
    before = of_site(root, wanted, memory)
    change(root, random.Random(3))
    after = of_site(root, wanted, memory)
    assert after == of_site(root, wanted, None)
    assert (after == before) is (change is copied)


@pytest.mark.usefixtures("quick")
def test_other_words_are_looked_for_in_what_has_not_changed(site: Site, tmp_path: Path) -> None:
    (root, wanted), memory = site, tmp_path / "seen.bin"
    time.sleep(TICK)
    of_site(root, wanted, memory)
    other = Targets(
        tuple(replace(one, words=("别的",)) if one.words else one for one in wanted.all),
        wanted.identity,
    )
    assert of_site(root, other, memory) == of_site(root, other, None)


@pytest.mark.usefixtures("quick")
def test_heads_are_read_when_they_are_first_asked_for(site: Site, tmp_path: Path) -> None:
    (root, wanted), memory = site, tmp_path / "seen.bin"
    time.sleep(TICK)
    of_folder(root, memory)
    # Without words to look for, only the heads are missing from the memory.
    silent = Targets(tuple(replace(one, words=()) for one in wanted.all), wanted.identity)
    assert of_site(root, silent, memory) == of_site(root, silent, None)


@pytest.mark.usefixtures("quick")
def test_how_an_address_is_written_does_not_depend_on_what_was_read_first(tmp_path: Path) -> None:
    root, memory = tmp_path / "tree", tmp_path / "seen.bin"
    files = {f"{n}.html": f'<a href="{" " * n}https://x.example/">x</a>' for n in range(4)}
    files["index.html"] = "".join(f'<a href="{name}">x</a>' for name in files)
    write(root, files)
    time.sleep(TICK)
    of_folder(root, memory)
    for name in ("0.html", "3.html", "index.html"):
        (root / name).write_text(files[name] + "more", encoding="utf-8")
        time.sleep(TICK)
        assert of_folder(root, memory) == of_folder(root, None)


# What is read again


@pytest.mark.usefixtures("quick")
def test_only_what_has_changed_is_read_again(site: Site, tmp_path: Path, read: list[str]) -> None:
    (root, _), memory = site, tmp_path / "seen.bin"
    time.sleep(TICK)
    of_folder(root, memory)
    assert len(read) == 102
    read.clear()
    of_folder(root, memory)
    assert read == []
    for change, most in ((rewritten, 1), (added, 2), (removed, 1), (renamed, 1), (truncated, 1)):
        change(root, random.Random(5))
        time.sleep(TICK)
        read.clear()
        of_folder(root, memory)
        assert len(read) <= most, change.__name__


@pytest.mark.usefixtures("quick")
def test_an_unchanged_tree_leaves_the_memory_alone(site: Site, tmp_path: Path) -> None:
    (root, wanted), memory = site, tmp_path / "seen.bin"
    time.sleep(TICK)
    of_site(root, wanted, memory)
    before = memory.stat()
    of_site(root, wanted, memory)
    of_folder(root, memory)
    assert memory.stat().st_mtime_ns == before.st_mtime_ns


def test_a_file_just_written_is_compared_by_its_bytes(
    site: Site, tmp_path: Path, read: list[str]
) -> None:
    (root, _), memory = site, tmp_path / "seen.bin"
    of_folder(root, memory)
    read.clear()
    of_folder(root, memory)
    assert len(read) == 102 and all(one.startswith("bytes of ") for one in read)


def test_a_stamp_is_kept_only_when_it_is_older_than_the_clock_is_coarse(tmp_path: Path) -> None:
    write(tmp_path, {"a.html": "a", "b/c.html": "c"})
    now = folder.look(tmp_path)
    assert now.settled("a.html") == folder.NEVER
    later = replace(now, moment=now.moment + 3_000_000_000)
    assert later.settled("b/c.html") == now.stamps["b/c.html"] != folder.NEVER
    assert set(now.stamps) == folder.names(tmp_path) == {"a.html", "b/c.html"}


# The file


def test_a_damaged_memory_is_none(site: Site, tmp_path: Path) -> None:
    (root, _), memory, chance = site, tmp_path / "seen.bin", random.Random(1)
    fresh = of_folder(root, memory)
    whole = memory.read_bytes()
    start = whole.index(b"\n")
    damaged = [b"", b"\n", b"{}", b"[]\n", b'{"form":1}\n', whole[:start], whole[:-1], whole + b"x"]
    for _ in range(60):
        at = chance.randrange(len(whole))
        damaged.append(whole[:at] + bytes([whole[at] ^ 1 << chance.randrange(8)]) + whole[at + 1 :])
        damaged.append(whole[:at])
    for data in damaged:
        memory.write_bytes(data)
        assert memory_file.recall(memory) is None
    assert of_folder(root, memory) == fresh
    assert memory_file.recall(memory) is not None


def test_a_memory_whose_parts_do_not_fit_is_none(site: Site, tmp_path: Path) -> None:
    (root, _), memory = site, tmp_path / "seen.bin"
    of_folder(root, memory)
    form = memory_file._form()
    good = sections.read(memory, form)
    for name, data in good.items():
        for bad in (b"", data[: len(data) // 2], b"[1]", b"null", b'{"a":1}', data + data):
            sections.write(memory, form, good | {name: bad})
            assert bad == data or memory_file.recall(memory) is None, name
        sections.write(memory, form, {key: good[key] for key in good if key != name})
        assert memory_file.recall(memory) is None


def test_another_form_is_no_memory(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root, _), memory = site, tmp_path / "seen.bin"
    of_folder(root, memory)
    assert memory_file.recall(memory) is not None
    monkeypatch.setattr(memory_file, "_FORM", "another")
    assert memory_file.recall(memory) is None


def test_every_module_that_decides_what_is_seen_is_part_of_the_form() -> None:
    package, waiting, found = ROOT / "disclosure" / "audit", ["documents", "attachment"], set()
    files = [package / "observe" / f"{name}.py" for name in waiting]
    while files:
        file = files.pop()
        found.add(file.relative_to(package).as_posix())
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("disclosure."):
                there = ROOT / f"{(node.module or '').replace('.', '/')}.py"
                if there.relative_to(package).as_posix() not in found:
                    files.append(there)
    assert found == set(memory_file.READERS)


def test_a_name_that_is_no_text_is_remembered(tmp_path: Path) -> None:
    root, memory = tmp_path / "tree", tmp_path / "seen.bin"
    write(root, {"index.html": '<title>x</title><a href="%D6%D0.html">x</a>'})
    try:
        (Path(os.fsdecode(os.fsencode(root) + b"/\xd6\xd0.html"))).write_text("<p>x</p>")
    except OSError:
        pytest.skip("this file system has no such names")
    assert of_folder(root, memory) == of_folder(root, memory) == of_folder(root, None)
    assert memory_file.recall(memory) is not None


def test_an_empty_folder_has_a_memory_too(tmp_path: Path) -> None:
    (tmp_path / "tree").mkdir()
    first = of_folder(tmp_path / "tree", tmp_path / "seen.bin")
    assert of_folder(tmp_path / "tree", tmp_path / "seen.bin") == first
    assert memory_file.recall(tmp_path / "seen.bin") is not None


def test_what_cannot_be_looked_at_or_remembered_is_said_once(
    site: Site, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Both are done in another process; what goes wrong there is heard of here."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(OSError, match="file"):
        of_folder(site[0], tmp_path / "file" / "seen.bin")
    with pytest.raises(FileNotFoundError):
        of_folder(tmp_path / "nowhere", tmp_path / "seen.bin")
    assert capfd.readouterr() == ("", "")


def test_a_folder_where_a_file_should_be_is_no_file(tmp_path: Path) -> None:
    root, memory = tmp_path / "tree", tmp_path / "seen.bin"
    write(root, {"index.html": "<p>x</p>", "sitemap.xml/a.txt": "x", "robots.txt/a.txt": "x"})
    assert of_folder(root, memory) == of_folder(root, memory) == of_folder(root, None)

"""Write a demo: make it whole in a folder beside, then swap, so that nothing is ever half."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

import yaml

from disclosure.demo.agenda import Agenda
from disclosure.demo.bureau import bureau_yaml, framework_files
from disclosure.demo.departures import departures
from disclosure.demo.dice import Dice
from disclosure.demo.docx import docx
from disclosure.demo.draft import BUREAU, Draft
from disclosure.demo.items import make
from disclosure.demo.pdf import pdf
from disclosure.demo.registers import fill
from disclosure.demo.tables import SOURCE, table
from disclosure.demo.texts import text
from disclosure.load import load_catalogue
from disclosure.vocabulary import Kind

README = "README.md"
_SIGN = "由下面的命令生成，请不要手工修改（再次生成会整体替换）"
"""The sentence of README.md by which an earlier demo is known."""
_PARTS = {README, "bureau.yaml", "indicators.yaml", "departments.csv", "materials.csv",
          "requirements.yaml", "items.csv", "items_unverified.csv", "texts", "files",
          "registers", "editions.csv", "changes.csv", "norms", "synonyms.yaml",
          "queries.yaml", "addresses.csv", "redirects.yaml"}  # fmt: skip
_COLUMNS = (
    "id", "title", "kind", "level", "issuer", "number", "index", "issued", "published",
    "effective", "validity", "replaced_by", "satisfies", "basis_of", "articles", "years",
    "department", "keywords", "url", "attachments", "confidence", "source", "note",
)  # fmt: skip
_UNVERIFIED = (
    ("示例省法律服务收费办法（示例，待核）", Kind.LOCAL_RULE, "示例省人民政府", "2008"),
    ("示例市法治宣传教育条例（示例，待核）", Kind.LOCAL_REGULATION, "示例市立法机关", "2012"),
)


class Occupied(Exception):
    """The folder holds something that is not an earlier demo, and is left alone."""


@dataclass(frozen=True)
class Written:
    """What was written."""

    items: int
    texts: int
    attachments: int
    entries: int
    """Versions of entries in all registers."""
    size: int


@dataclass(frozen=True)
class Order:
    """What was asked for."""

    items: int
    seed: int
    entries: int


def write_demo(
    target: Path, framework: Path, count: int, seed: int, entries: int | None = None
) -> Written:
    """Write the demo bureau of `count` items into `target`, replacing an earlier demo only.

    `entries` is how many enforcement decisions its registers hold: by default half as many as
    there are items; with 0 the demo has no registers at all.
    Raises Occupied, Unsound or DataError (the framework has errors), and OSError.
    """
    target = target.resolve()
    _refuse_foreign(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as shelf:
        fresh = Path(shelf) / "fresh"
        written = _fill(
            fresh, framework, Order(count, seed, count // 2 if entries is None else entries)
        )
        _swap(fresh, target, Path(shelf) / "former")
    return written


def _swap(fresh: Path, target: Path, former: Path) -> None:
    """Put the fresh folder in the target's place; if that fails, the former one comes back."""
    if target.exists():
        target.rename(former)
    try:
        fresh.rename(target)
    except OSError:
        if former.exists():
            former.rename(target)
        raise


def _refuse_foreign(target: Path) -> None:
    """Only a missing folder, an empty one, or an earlier demo may be written to."""
    if not target.exists():
        return
    if not target.is_dir():
        raise Occupied(f"{target} 是一个文件，不是文件夹")
    names = {path.name for path in target.iterdir()}
    if names and not (names <= _PARTS and _is_demo(target)):
        raise Occupied(
            f"{target} 里已有内容，而且不是以前生成的示例单位，为免误删，没有写入。"
            "请换一个空文件夹，或者先自行移走其中的内容"
        )


def _is_demo(folder: Path) -> bool:
    """Signed by this command, and not made a real bureau of since."""
    try:
        signed = _SIGN in (folder / README).read_text(encoding="utf-8")
        bureau = yaml.safe_load((folder / "bureau.yaml").read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError):
        return False
    return (
        signed
        and isinstance(bureau, dict)
        and (bureau.get("example") is True and bureau.get("name") == BUREAU)
    )


def _fill(folder: Path, framework: Path, order: Order) -> Written:
    files = framework_files(framework)
    files["bureau.yaml"] = bureau_yaml().encode("utf-8")
    files["items.csv"] = table(_COLUMNS, ())
    files[README] = _readme(order).encode("utf-8")
    _put(folder, files)
    dice = Dice(order.seed)
    agenda = Agenda(load_catalogue(folder), dice)
    drafts = make(agenda, order.items, dice)
    files = {"items.csv": table(_COLUMNS, map(_row, drafts))}
    files["items_unverified.csv"] = table(_COLUMNS, _unverified())
    entries = 0
    if order.entries:
        shelf = fill(agenda, drafts, order.entries, order.seed)
        files |= shelf.files()
        entries = sum(map(len, shelf.rows.values()))
    texts = attachments = 0
    for draft in drafts:
        words = text(draft, dice) if draft.own else ""
        if draft.own and draft.has_text:
            files[f"texts/{draft.id}.md"] = words.encode("utf-8")
            texts += 1
        for name, label in draft.files:
            files[f"files/{draft.id}/{name}"] = _attachment(draft, name, label, words)
            attachments += 1
    _put(folder, files)
    _put(folder, departures(load_catalogue(folder)))
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return Written(len(drafts), texts, attachments, entries, size)


def _put(folder: Path, files: dict[str, bytes]) -> None:
    made: set[Path] = set()
    for name, data in files.items():
        path = folder / name
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(data)


def _attachment(draft: Draft, name: str, label: str, words: str) -> bytes:
    """The item's own words as a paper: the text with Markdown's signs taken away."""
    lines = [line.lstrip("# ") for line in words.splitlines() if line.strip()]
    lines = [" ".join(line.strip("| ").split(" | ")) for line in lines if "| ---" not in line]
    title = draft.title if name.startswith("fulltext") else f"{draft.title}（{label}）"
    return pdf(title, lines) if name.endswith(".pdf") else docx(title, lines)


def _row(draft: Draft) -> dict[str, object]:
    return {
        "id": draft.id, "title": draft.title, "kind": draft.kind, "level": draft.level,
        "issuer": draft.issuer, "number": draft.number, "index": draft.index,
        "issued": draft.issued,
        "published": draft.published, "effective": draft.effective, "validity": draft.validity,
        "replaced_by": draft.successor.id if draft.successor else "",
        "satisfies": draft.satisfies, "basis_of": draft.basis_of,
        "articles": draft.articles, "years": draft.years,
        "department": draft.department, "keywords": draft.keywords, "url": draft.url,
        "attachments": [f"{name}|{label}" for name, label in draft.files],
        "confidence": draft.confidence, "source": SOURCE, "note": draft.note,
    }  # fmt: skip


def _unverified() -> list[dict[str, str]]:
    """Two documents that the bureau has still to verify: listed in data, not on the site."""
    return [
        {
            "id": f"unverified-{n}",
            "title": title,
            "kind": kind,
            "level": "省" if n == 1 else "市",
            "issuer": issuer,
            "issued": year,
            "validity": "有效",
            "confidence": "L",
            "source": SOURCE,
            "note": "文号未核",
        }
        for n, (title, kind, issuer, year) in enumerate(_UNVERIFIED, 1)
    ]


def _readme(order: Order) -> str:
    return (
        f"# {BUREAU}（虚构的示例单位）\n\n"
        "本文件夹的单位、文件、号码、网址和数据全部是虚构的，只用于演示和测试。"
        "指标体系的官方文字照原样引用，责任人改为示例称呼。\n\n"
        f"{_SIGN}：\n\n"
        f"    disclosure demo 文件夹 --items {order.items} --seed {order.seed} "
        f"--entries {order.entries}\n"
    )

"""The demo bureau's identity (all placeholders) and its copy of the indicator system."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from disclosure.demo.codes import AREA, BUREAU_ORGAN, credit_check
from disclosure.demo.days import LAST
from disclosure.demo.draft import BUREAU
from disclosure.demo.subjects import person

BASE_URL = "https://demo.disclosure.example/"
PHONE = "0000-0000000"
EMAIL = "contact@demo.disclosure.example"
CREDIT_CODE = f"11{AREA}{BUREAU_ORGAN}"
CREDIT_CODE += credit_check(CREDIT_CODE)

FRAMEWORK = ("indicators.yaml", "departments.csv", "materials.csv", "requirements.yaml")
"""Official words: copied byte for byte, but for the owners' names and the mark below."""

NORMS = ("norms/deadlines.csv", "norms/laws.csv")
"""Limits and names of the norms: copied byte for byte, where the folder has them."""
SEARCH = ("synonyms.yaml", "queries.yaml")
"""How people ask: the same for every bureau."""

_QUOTED = "（示例引用）"

_BUREAU_YAML = f"""\
# 虚构的示例单位：名称、号码、网址都不是真的，每个页面标明“示例”。
name: {BUREAU}
short_name: 示例司法局
aliases: [示例市司法行政机关, {BUREAU}网站]
site_name: {BUREAU}法治政府建设公开专栏
column: 法治政府建设公开专栏
base_url: {BASE_URL}
site_id: "0000000000"
icp: 示例ICP备00000000号
police_record: 示例公网安备00000000000000号
credit_code: {CREDIT_CODE}
sponsor: {BUREAU}
contact:
  address: 示例省示例市示例区示例路0号
  hours: 工作日8:30至12:00，14:30至18:00
  phone: {PHONE}
  fax: {PHONE}
  email: {EMAIL}
  postcode: "000000"
edition: 1
revised: {LAST.isoformat()}
example: true
"""


class Unsound(Exception):
    """The indicator system cannot be copied; the message says why."""


def bureau_yaml() -> str:
    return _BUREAU_YAML


def framework_files(folder: Path) -> dict[str, bytes]:
    """The framework's files, with fictional owners and marked as quoted."""
    files = {name: (folder / name).read_bytes() for name in FRAMEWORK}
    there = [name for name in (*NORMS, *SEARCH) if (folder / name).is_file()]
    files |= {name: (folder / name).read_bytes() for name in there}
    try:
        text = _disowned(files["indicators.yaml"].decode("utf-8-sig"))
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise Unsound("indicators.yaml 读不通") from error
    files["indicators.yaml"] = text.encode("utf-8")
    return files


def _disowned(text: str) -> str:
    """Replace the owners, who are real persons, and mark title and source as quoted.

    The nodes' own marks say where each name stands, so that all else stays to the byte.
    """
    root: Any = yaml.compose(text, Loader=yaml.CSafeLoader)
    names: dict[str, str] = {}
    edits: list[tuple[int, int, str]] = []
    for node in _owners(root):
        fresh = names.setdefault(node.value, person(len(names)))
        edits.append((node.start_mark.index, node.end_mark.index, fresh))
    for node in _heads(root):
        if not node.value.endswith(_QUOTED):
            quoted = f'"{node.value}{_QUOTED}"' if node.style else f"{node.value}{_QUOTED}"
            edits.append((node.start_mark.index, node.end_mark.index, quoted))
    for start, end, fresh in sorted(edits, reverse=True):
        text = text[:start] + fresh + text[end:]
    left = {node.value for node in _owners(yaml.compose(text, Loader=yaml.CSafeLoader))}
    if left != set(names.values()):
        raise Unsound("indicators.yaml 里的责任人没能全部替换成示例称呼")
    return text


def _owners(node: Any) -> Iterator[Any]:
    """Every scalar under a key `owners`."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == "owners" and isinstance(value, yaml.SequenceNode):
                yield from value.value
            else:
                yield from _owners(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _owners(value)


def _heads(root: Any) -> Iterator[Any]:
    """The title and the source of the framework itself."""
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value == "framework" and isinstance(value, yaml.MappingNode):
            yield from (v for k, v in value.value if k.value in ("title", "source"))

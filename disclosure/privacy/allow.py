"""data/privacy.yaml: what may stand although a detector finds it, each with its legal ground.

masks:
  natural_person: 张某某            # or 张**
allow:
- {kind: mobile, value: "…", ground: 政府信息公开条例第二十条第（二）项, note: 值班电话}
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from pydantic import Field, ValidationError

from disclosure.privacy.finding import Kind
from disclosure.privacy.mask import NameStyle
from disclosure.record import Record, Text

FILE = "privacy.yaml"


class Permit(Record):
    """One value that the law wants public, and where the law says so."""

    kind: Kind = Field(title="种类")
    value: Text = Field(title="内容")
    ground: str = Field(title="法律依据", min_length=4)
    note: str = Field(default="", title="说明")


class Masks(Record):
    """How names are covered."""

    natural_person: NameStyle = Field(default=NameStyle.SOMEONE, title="自然人姓名")


class Policy(Record):
    """The whole file."""

    masks: Masks = Masks()
    allow: tuple[Permit, ...] = ()


class PolicyError(Exception):
    """privacy.yaml cannot be used; the message says why."""


@dataclass(frozen=True)
class Allowed:
    """What may stand."""

    values: frozenset[tuple[Kind, str]] = frozenset()
    style: NameStyle = NameStyle.SOMEONE
    grounds: dict[tuple[Kind, str], str] = field(default_factory=dict, compare=False)

    def allows(self, kind: Kind, value: str) -> bool:
        return bool(value) and (kind, value) in self.values


def read_policy(folder: Path) -> Allowed:
    """The policy of a data folder; without the file nothing is allowed."""
    path = folder / FILE
    if not path.is_file():
        return Allowed()
    try:
        node: Any = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        policy = Policy.model_validate(node or {})
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise PolicyError(f"{FILE} 的写法有误，请检查缩进、冒号和引号") from error
    except ValidationError as error:
        where = "、".join(".".join(map(str, one["loc"])) for one in error.errors())
        raise PolicyError(
            f"{FILE} 有不合要求的内容：{where}。每一条都要写 kind、value 和 ground（法律依据）"
        ) from error
    grounds = {(one.kind, one.value): one.ground for one in policy.allow}
    return Allowed(frozenset(grounds), policy.masks.natural_person, grounds)

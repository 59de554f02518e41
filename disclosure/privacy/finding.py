"""What must never be published, by kind, and one place where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from disclosure.problem import Severity


class Kind(StrEnum):
    """What was found; the value is permanent (JSON), the label is what people read."""

    IDENTITY = "identity-number"
    MOBILE = "mobile"
    CARD = "bank-card"
    HOME = "home-address"
    NAME = "person-name"
    BIRTH = "birth-date"
    EMAIL = "email"
    SOCIAL = "social-account"
    HEALTH = "health"
    SECRET = "secret-mark"
    PROPERTY = "metadata"
    GPS = "location"

    @property
    def label(self) -> str:
        return _KINDS[self][0]

    @property
    def severity(self) -> Severity:
        return _KINDS[self][1]

    @property
    def reason(self) -> str:
        """Why it may not be published, for people."""
        return _KINDS[self][2]


_ERROR, _WARNING = Severity.ERROR, Severity.WARNING
_LAW = "个人信息保护法第二十五条、政府信息公开条例第十五条"

_KINDS = {
    Kind.IDENTITY: ("身份证号码", _ERROR, f"校验位正确的公民身份号码（{_LAW}）"),
    Kind.MOBILE: ("手机号码", _ERROR, f"个人手机号码（{_LAW}）"),
    Kind.CARD: ("银行卡号或账号", _ERROR, "银行账号属敏感个人信息（个人信息保护法第二十八条）"),
    Kind.HOME: ("家庭住址", _ERROR, f"个人住址只能写到乡镇或街道（{_LAW}）"),
    Kind.NAME: ("受保护人员的姓名", _ERROR,
                f"申请人、未成年人、受援人、社区矫正对象等的姓名应当遮盖（{_LAW}）"),
    Kind.BIRTH: ("出生日期", _ERROR, f"个人出生日期（{_LAW}）"),
    Kind.EMAIL: ("个人电子邮箱", _ERROR, f"个人电子邮箱（{_LAW}）"),
    Kind.SOCIAL: ("QQ 或微信号", _ERROR, f"个人通信账号（{_LAW}）"),
    Kind.HEALTH: ("健康等敏感状况", _WARNING,
                  "与姓名在一起的疾病、残疾等状况（个人信息保护法第二十八条）"),
    Kind.SECRET: ("密级标志", _ERROR, "带有密级标志的文件不得公开（政府信息公开条例第十四条）"),
    Kind.PROPERTY: ("文件属性里的人名", _WARNING, "文件的作者等属性会随文件一起公开"),
    Kind.GPS: ("拍摄位置", _ERROR, "照片里的定位信息会随文件一起公开（个人信息保护法第二十八条）"),
}  # fmt: skip


@dataclass(frozen=True, order=True)
class Finding:
    """One stretch of a text that must not be published."""

    start: int
    end: int
    kind: Kind
    excerpt: str
    """The stretch as it may be shown to people: masked."""
    value: str = ""
    """The stretch in its plain form (half-width, no separators): for the allow list only."""


@dataclass(frozen=True)
class Placed:
    """A finding with the file and the place in it."""

    file: str
    place: str
    kind: Kind
    excerpt: str
    value: str = ""

    def as_dict(self) -> dict[str, str]:
        """The row of `--json`; the value itself is never written."""
        return {
            "file": self.file,
            "place": self.place,
            "kind": self.kind.value,
            "label": self.kind.label,
            "excerpt": self.excerpt,
            "severity": self.kind.severity.value,
            "reason": self.kind.reason,
        }

    def __str__(self) -> str:
        where = f"{self.file}，{self.place}" if self.place else self.file
        return f"{self.kind.severity.label} {self.kind.label}：{self.excerpt}\n  位置：{where}"

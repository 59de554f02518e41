"""What can be wrong: a problem has a code, a place, what was found, and how to mend it.

The table of codes is the page /problems/. Severity follows the confidence of the norm
(H may be an error, M a warning, L a note). What is absent is coverage and becomes a problem
only for a release.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a problem is; errors stop a build, warnings stop only `--strict`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def label(self) -> str:
        return {"error": "错误", "warning": "警告", "note": "提示"}[self.value]


@dataclass(frozen=True, order=True)
class Place:
    """Where: file, row as Excel counts it (in YAML the line), and column as 文号(number)."""

    file: str
    row: int | None = None
    column: str = ""

    def __str__(self) -> str:
        parts = [self.file]
        if self.row is not None:
            parts.append(f"第 {self.row} 行")
        if self.column:
            parts.append(self.column)
        return "，".join(parts)


@dataclass(frozen=True)
class Code:
    """One kind of problem: its wording for people, the fix, and the norm it comes from."""

    code: str
    title: str
    severity: Severity
    meaning: str
    fix: str
    norm: str = ""


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong at one place."""

    code: Code
    place: Place
    found: str
    hint: str = ""

    @property
    def fix(self) -> str:
        """How to mend it: the particular hint where there is one, then the general way."""
        return f"{self.hint}。{self.code.fix}" if self.hint else self.code.fix

    @property
    def severity(self) -> Severity:
        return self.code.severity

    def __str__(self) -> str:
        norm = f"（依据：{self.code.norm}）" if self.code.norm else ""
        return (
            f"{self.severity.label} {self.code.code} {self.code.title}\n"
            f"  位置：{self.place}\n  发现：{self.found}\n  改法：{self.fix}{norm}"
        )

    def as_dict(self) -> dict[str, object]:
        """The row of `--json`."""
        return {
            "code": self.code.code,
            "severity": self.severity.value,
            "title": self.code.title,
            "file": self.place.file,
            "row": self.place.row,
            "column": self.place.column,
            "found": self.found,
            "fix": self.fix,
            "norm": self.code.norm,
        }


def closest(word: str, words: Iterable[str]) -> str:
    """A hint that names the nearest known word, or nothing."""
    near = difflib.get_close_matches(word, list(words), n=1, cutoff=0.5)
    return f"最接近的是“{near[0]}”" if near else ""


def in_report_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Errors first, then by file, row and column."""
    rank = list(Severity)
    return tuple(
        sorted(
            problems,
            key=lambda p: (
                rank.index(p.severity), p.place.file, p.place.row or 0, p.place.column,
                p.code.code,
            ),
        )
    )  # fmt: skip


def _codes(*codes: Code) -> Mapping[str, Code]:
    return {code.code: code for code in codes}


_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

CODES = _codes(
    # Files
    Code("F01", "缺少文件", _ERROR, "数据文件夹里没有这个文件。",
         "把文件放回数据文件夹；文件名须完全一致，区分大小写。"),
    Code("F02", "文件是空的", _ERROR, "文件里没有任何内容。",
         "从上一次保存的版本恢复，至少保留第一行的列名。"),
    Code("F03", "文字编码无法识别", _ERROR, "文件既不是 UTF-8，也不是 GB18030（GBK）。",
         "在 WPS 或 Excel 中另存为“CSV UTF-8（逗号分隔）”。"),
    Code("F04", "文字编码可以更规范", _NOTE, "文件带 BOM 或为 GB18030 编码。能读，但建议统一。",
         "另存为不带 BOM 的 UTF-8；不改也不影响发布。"),
    Code("F05", "表格结构读不通", _ERROR, "CSV 的引号没有成对，或者混入了不可见的控制字符。",
         "用 WPS 或 Excel 打开，检查这一行的引号和换行，再另存为 CSV。"),
    Code("F06", "换行方式可以更规范", _NOTE, "文件用的是 Windows 换行（CRLF）。能读，但建议统一。",
         "不改也不影响发布。"),
    Code("F07", "内容过大", _ERROR, "一个单元格超过 10 万字，或一个文件超过 64 MB。",
         "正文放到 texts 文件夹的同名 .md 文件，附件放到 files 文件夹，不要贴进单元格。"),
    Code("F08", "YAML 写法有误", _ERROR, "文件的缩进、冒号或引号不符合 YAML 规则。",
         "缩进用空格不用制表符，冒号后空一格，含冒号的文字加引号。"),
    Code("F09", "YAML 用了不允许的写法", _ERROR,
         "文件用了锚点（&）、引用（*）、多个文档或过深的层次。这些写法会让文件膨胀，一律不收。",
         "把引用的内容直接写出来。"),
    Code("F10", "同一个键写了两次", _ERROR, "同一层里一个键出现两次，后一个会悄悄盖掉前一个。",
         "删去一个，或者改正键名。"),
    # Columns and fields
    Code("C01", "不认识的列或字段", _ERROR, "列名或字段名不在约定之内，其中的内容不会被采用。",
         "改正名称，或者删去这一列。"),
    Code("C02", "缺少必需的列", _ERROR, "表头里没有这一列。", "在第一行补上列名（英文名）。"),
    Code("C03", "列名重复", _ERROR, "表头里同一个列名出现两次。", "删去一列，或者改正列名。"),
    Code("C04", "单元格比列多", _ERROR, "这一行的单元格数多于表头的列数，常见于多打了逗号。",
         "删去多余的逗号，或给含逗号的内容加上英文双引号。"),
    # Values
    Code("V01", "必填内容为空", _ERROR, "这一项必须填写。", "补填内容。"),
    Code("V02", "不在可选值之内", _ERROR, "这一项只能从固定的词里选。", "从可选值中选一个。"),
    Code("V03", "日期无法识别", _ERROR, "日期不存在，或写法不能识别。",
         "写成 2020-12-28；只知道年月写 2020-12，只知道年份写 2020。"),
    Code("V04", "被表格软件改坏的数字", _ERROR,
         "编号被 Excel 或 WPS 当成数字，变成了科学计数、丢了开头的零，或日期变成了序号。"
         "原值无法推回。",
         "把该列设为“文本”格式后，照原件重新录入。"),
    Code("V05", "格式不合要求", _ERROR, "内容的长度、字符或形式不符合这一列的约定。",
         "按说明改正。"),
    Code("V06", "写法可以更规范", _NOTE, "日期或编号用了全角数字或中文写法。能读，但建议统一。",
         "不改也不影响发布。"),
    # References
    Code("R01", "编号重复", _ERROR, "同一个编号出现两次，网址会冲突。", "给其中一个换一个新编号。"),
    Code("R02", "编号不存在", _ERROR,
         "这里引用的编号在数据里找不到。", "改正编号，或者删去这处引用。"),
    Code("R03", "材料没有公开安排", _ERROR, "指标要求的材料在 materials.csv 里没有对应的一行。",
         "在 materials.csv 补上一行，写明公开范围、理由和时限。"),
    Code("R04", "替代关系成环", _ERROR, "文件互相替代，分不出哪个是现行版本。",
         "改正 replaced_by，使旧版本指向新版本。"),
    Code("R05", "正文或附件没有登记", _WARNING,
         "文件夹里有这个文件，但没有一行数据用到它，网站上看不到。",
         "在 items.csv 登记它，或者把它移走。"),
    Code("R06", "登记的附件不存在", _ERROR, "items.csv 写了附件，files 文件夹里没有这个文件。",
         "把附件放到 files/事项编号/ 下；文件名用英文字母、数字和连字符。"),
    # Items
    Code("I01", "成文日期晚于发布日期", _ERROR,
         "文件不可能在写成之前发布。", "核对原件，改正其中一个日期。",
         "国办秘函〔2019〕19号单项否决（伪造发稿日期）；GB/T 9704-2012"),
    Code("I02", "发布日期在将来", _ERROR, "发布日期晚于今天。", "核对发布日期；未发布的不要登记。",
         "国办秘函〔2019〕19号单项否决（伪造发稿日期）"),
    Code("I03", "官方网址写法有误", _ERROR, "网址须是完整的 http 或 https 地址。",
         "打开原网页，从地址栏复制完整网址。"),
    # Release
    Code("L01", "单位信息待填", _ERROR,
         "网站标识码、备案号、公开地址或联系方式还没有填写，不能正式发布。",
         "在 bureau.yaml 填写真实信息；只有 --release 时才检查这一项。", "国办发〔2017〕47号"),
    Code("L02", "应公开的材料尚未公开", _ERROR, "这份材料应当上网公开，但还没有可读的公开事项。",
         "补充公开事项；只有 --release 时才检查这一项。", "濮司〔2020〕50号 附件1 二.1、二.5"),
    Code("L03", "年度材料不全", _ERROR, "这份材料要求逐年提供，还有年度没有公开事项。",
         "补齐缺少的年度；只有 --release 时才检查这一项。", "濮司〔2020〕50号 附件1 二.3"),
)  # fmt: skip

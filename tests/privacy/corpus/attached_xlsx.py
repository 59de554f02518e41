"""XLSX: sheets, columns and rows put out of sight, notes, numbers stored as numbers."""

from __future__ import annotations

from privacy.corpus import sheets
from privacy.corpus.attached import attachment, may, must
from privacy.corpus.case import Filling
from privacy.corpus.documents import custom, properties
from privacy.corpus.sheets import Formula, Sheet

_HEAD = ["序号", "姓名", "备注"]


def _public(f: Filling, count: int = 3) -> list[list[str | int]]:
    return [
        _HEAD,
        *([row, f.fill(f"[[maskedname#p{row}]]"), "合格"] for row in range(1, count + 1)),
    ]


@attachment("xlsx")
def visible(f: Filling) -> bytes:
    rows = [["受援人姓名", "身份证号", "手机号码", "家庭住址"]]
    rows += [
        [f.fill(f"[[{slot}#{slot}{row}]]") for slot in ("aided", "id", "mobile", "village")]
        for row in range(4)
    ]
    return sheets.write([Sheet("援助台账", rows)])


@attachment("xlsx")
def numbers_as_numbers(f: Filling) -> bytes:
    """Mobile numbers typed as figures."""
    rows = [
        ["科室", "联系人", "手机"],
        *(["法治科", f.fill("[[person]]"), int(f.fill("[[mobile]]"))] for _ in range(3)),
    ]
    return sheets.write([Sheet("联系表", rows)])


@attachment("xlsx")
def hidden_sheet(f: Filling) -> bytes:
    must(f, "hidden")
    full = [["姓名", "证件号码"], *([f.fill("[[maskedname]]"), f.fill("[[id]]")] for _ in range(3))]
    return sheets.write([Sheet("公示", _public(f)), Sheet("原始数据", full, state="hidden")])


@attachment("xlsx")
def very_hidden(f: Filling) -> bytes:
    must(f, "hidden")
    full = [
        ["户名", "银行卡号"],
        *([f.fill("[[maskedname]]"), f.fill("[[card]]")] for _ in range(2)),
    ]
    return sheets.write([Sheet("公示", _public(f)), Sheet("data", full, state="veryHidden")])


@attachment("xlsx")
def hidden_sheet_plain(f: Filling) -> bytes:
    """Nothing private in it, but nobody has read it either."""
    must(f, "hidden")
    return sheets.write(
        [Sheet("公示", _public(f)), Sheet("草稿", [["初稿"], ["讨论稿"]], state="hidden")]
    )


@attachment("xlsx")
def hidden_column(f: Filling) -> bytes:
    must(f, "hidden")
    rows = [
        ["姓名", "身份证号", "成绩"],
        *([f.fill("[[maskedname]]"), f.fill("[[id]]"), 80 + at] for at in range(3)),
    ]
    return sheets.write([Sheet("成绩", rows, hidden_columns=(1,))])


@attachment("xlsx")
def hidden_row(f: Filling) -> bytes:
    must(f, "hidden")
    rows = [*_public(f), [4, f.fill("[[maskedname]]"), f.fill("电话[[mobile]]")]]
    return sheets.write([Sheet("名单", rows, hidden_rows=(4,))])


@attachment("xlsx")
def note(f: Filling) -> bytes:
    must(f, "comment")
    may(f, "metadata")
    said = ("B2", f.fill("[[person]]"), f.fill("本人手机[[mobile]]"))
    return sheets.write([Sheet("名单", _public(f), note=said)])


@attachment("xlsx")
def note_plain(f: Filling) -> bytes:
    must(f, "comment")
    may(f, "metadata")
    return sheets.write([Sheet("名单", _public(f), note=("C3", "Administrator", "待核实"))])


@attachment("xlsx")
def author_property(f: Filling) -> bytes:
    author = must(f, "metadata", f.fill("[[person]]"))
    return sheets.write([Sheet("清单", _public(f))], core=properties(author=author, last=author))


@attachment("xlsx")
def custom_property(f: Filling) -> bytes:
    may(f, "metadata")
    return sheets.write(
        [Sheet("清单", _public(f))], extra=custom({"联系人": f.fill("手机[[mobile]]")})
    )


@attachment("xlsx")
def cached_formula(f: Filling) -> bytes:
    """The formula masks, its source column does not."""
    rows = [
        ["身份证号", "公开"],
        [f.fill("[[id#k]]"), Formula('REPLACE(A2,3,13,"*************")', "41*************123")],
    ]
    return sheets.write([Sheet("处理", rows)])


@attachment("xlsx")
def sheet_header(f: Filling) -> bytes:
    return sheets.write([Sheet("值班", _public(f), header=f.fill("&L制表人[[person]] [[mobile]]"))])


@attachment("xlsx")
def second_sheet(f: Filling) -> bytes:
    rows = [
        ["依申请公开情况"],
        ["申请人", "联系地址"],
        *([f.fill("[[applicant]]"), f.fill("[[flat]]")] for _ in range(2)),
    ]
    return sheets.write([Sheet("封面", [["2020年度"]]), Sheet("明细", rows)])


@attachment("xlsx", unread="must")
def broken(f: Filling) -> bytes:
    whole = sheets.write([Sheet("清单", _public(f))])
    return whole[: len(whole) * 2 // 3]


@attachment("xlsx")
def clean_register(f: Filling) -> bytes:
    rows = [["事项名称", "基本编码", "实施编码", "统一社会信用代码"]]
    rows += [
        ["律师执业许可", f.fill("0001120[[d5]]"), f.fill("[[impl]]"), f.fill("[[uscc]]")]
        for _ in range(4)
    ]
    return sheets.write([Sheet("权责清单", rows)], core=properties(title="权责清单"))


@attachment("xlsx")
def clean_numbers(f: Filling) -> bytes:
    """Amounts, dates and counts as figures."""
    rows = [
        ["年度", "收入（元）", "支出（元）", "件数"],
        [2019, 31864500, 31650010, 13877],
        [2020, 1380012, 1590034, 15601],
    ]
    return sheets.write([Sheet("决算", rows)])


@attachment("xlsx")
def clean_lawyers(f: Filling) -> bytes:
    rows = [
        ["姓名", "执业机构", "执业证号"],
        *([f.fill("[[person]]"), "河南某某律师事务所", f.fill("[[licence]]")] for _ in range(3)),
    ]
    return sheets.write([Sheet("律师名录", rows)])


@attachment("xlsx")
def clean_masked(f: Filling) -> bytes:
    rows = [
        ["受援人", "身份证号", "手机"],
        *(
            [f.fill(f"[[{slot}]]") for slot in ("maskedname", "maskedid", "maskedmobile")]
            for _ in range(3)
        ),
    ]
    return sheets.write([Sheet("公示", rows)])


@attachment("xlsx")
def clean_forms(f: Filling) -> bytes:
    """Headings of private fields over empty cells, as every form has them."""
    rows = [["受援人姓名", "身份证号码", "家庭住址", "银行卡号", "手机号码"], ["", "", "", "", ""]]
    return sheets.write(
        [Sheet("登记表", rows), Sheet("填表说明", [["身份证号码填写18位，手机号码填写11位"]])]
    )


@attachment("xlsx")
def clean_institutions(f: Filling) -> bytes:
    rows = [["机构名称", "负责人", "地址", "电话"]]
    rows += [
        [
            "某某公证处",
            f.fill("[[person]]"),
            f.fill("濮阳市华龙区[[office]]2号楼301室"),
            f.fill("[[tel]]"),
        ]
        for _ in range(3)
    ]
    return sheets.write([Sheet("机构", rows, header="&C法律服务机构名录")])

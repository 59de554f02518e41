"""PDF: words in layers, split, over-painted, without ink; properties, notes, passwords."""

from __future__ import annotations

from privacy.corpus import archives, pdf, pictures
from privacy.corpus.attached import attachment, must
from privacy.corpus.case import Filling
from privacy.corpus.pdf import Lock, Run, lines

_MADE = {"Producer": "WPS Office 11.1", "CreationDate": "D:20210316090000+08'00'"}


@attachment("pdf")
def decision(f: Filling) -> bytes:
    """A penalty decision with a text layer."""
    words = f.fill(
        "行政处罚决定书\n濮司罚决字〔2020〕第9号\n被处罚人：[[maskedname]]，身份证号码：[[id]]\n"
        "住址：[[village]]\n联系电话：[[mobile]]\n违法事实：未取得律师执业证书从事法律服务业务。"
    )
    return pdf.write([lines(words)], _MADE)


@attachment("pdf")
def split_over_lines(f: Filling) -> bytes:
    """An identity number that wraps at the margin."""
    words = f.fill("根据调取的户籍资料，当事人的公民身份号码为[[id:broken]]，特此说明。")
    return pdf.write([lines(words)], _MADE)


@attachment("pdf")
def letter_by_letter(f: Filling) -> bytes:
    """Every digit placed alone, as typesetters do when they justify."""
    number = f.fill("[[mobile]]")
    runs = [
        Run(60, 780, "值班手机："),
        *(Run(130 + 7 * at, 780, digit) for at, digit in enumerate(number)),
    ]
    return pdf.write([runs], _MADE)


@attachment("pdf")
def table_of_aided(f: Filling) -> bytes:
    """Cells as separate runs on one line."""
    runs = [
        Run(60, 780, "序号"),
        Run(120, 780, "受援人"),
        Run(220, 780, "联系电话"),
        Run(340, 780, "案由"),
    ]
    for row in range(1, 4):
        y = 780 - 22 * row
        runs += [Run(60, y, str(row)), Run(120, y, f.fill(f"[[aided#n{row}]]"))]
        runs += [Run(220, y, f.fill(f"[[mobile#m{row}]]")), Run(340, y, "劳动报酬")]
    return pdf.write([runs], _MADE)


@attachment("pdf")
def black_rectangle(f: Filling) -> bytes:
    """Painted over, not taken out."""
    words = f.fill("社区矫正对象[[corrected]]，身份证号[[id]]。")
    return pdf.write([lines(words)], _MADE, boxes=[(60, 776, 400, 16)])


@attachment("pdf")
def without_ink(f: Filling) -> bytes:
    """A recognised layer beneath a scan."""
    runs = [Run(60, 700, f.fill("申请人：[[applicant]]　银行卡号：[[card]]"), mode=3)]
    return pdf.write([runs], _MADE, picture=pictures.jpeg())


@attachment("pdf")
def author_property(f: Filling) -> bytes:
    author = must(f, "metadata", f.fill("[[person]]"))
    return pdf.write([lines("关于印发年度普法计划的通知")], {**_MADE, "Author": author})


@attachment("pdf")
def subject_property(f: Filling) -> bytes:
    """A mobile number in the keywords."""
    return pdf.write([lines("会议通知")], {**_MADE, "Keywords": f.fill("联系 [[mobile]]")})


@attachment("pdf")
def sticky_note(f: Filling) -> bytes:
    must(f, "comment")
    return pdf.write([lines("关于举办培训班的通知")], _MADE, note="这一段请再核一下，先不要发")


@attachment("pdf")
def attached_list(f: Filling) -> bytes:
    """A list embedded in the file."""
    inner = f.fill("姓名,身份证号\n[[maskedname]],[[id]]\n[[maskedname]],[[id]]\n").encode()
    return pdf.write([lines("录用人员公示（名单见附件）")], _MADE, attached=("list.csv", inner))


@attachment("pdf")
def third_page(f: Filling) -> bytes:
    """Only the last page bears a secret mark and a mobile number."""
    last = lines(f.fill("[[secret=机密★1年]]\n值班人员[[person]]，手机[[mobile:spaced]]"))
    return pdf.write([lines("封面"), lines("目录\n一、总则\n二、附则"), last], _MADE)


@attachment("pdf", never_silent=True)
def opens_for_all(f: Filling) -> bytes:
    """Encrypted with an empty user password: every reader opens it."""
    words = f.fill("附件：受援人[[may.aided]]，身份证号[[may.id]]，手机[[may.mobile]]")
    return pdf.write([lines(words)], _MADE, lock=Lock(user=""))


@attachment("pdf", unread="must")
def encrypted(f: Filling) -> bytes:
    return pdf.write([lines("需要口令才能打开")], _MADE, lock=Lock(user="2021"))


@attachment("pdf", unread="must")
def scan_only(f: Filling) -> bytes:
    """A scan without words: nobody can say what it shows."""
    return pdf.write([[], []], _MADE, picture=pictures.jpeg())


@attachment("pdf", unread="must")
def torn(f: Filling) -> bytes:
    whole = pdf.write([lines("下载中断的文件")], _MADE)
    return archives.torn(whole)


@attachment("pdf", unread="must")
def not_a_pdf(f: Filling) -> bytes:
    return b"%PDF-1.7\n" + bytes(range(256)) * 4


@attachment("pdf")
def clean_notice(f: Filling) -> bytes:
    words = f.fill(
        "濮阳市司法局关于公布权责清单的公告\n统一社会信用代码：[[uscc]]\n实施编码：[[impl]]\n"
        "咨询电话：[[tel]]，公共法律服务热线12348\n二〇二〇年十二月二十八日"
    )
    return pdf.write([lines(words)], _MADE)


@attachment("pdf")
def clean_decision(f: Filling) -> bytes:
    words = f.fill(
        "行政处罚决定书\n被处罚人：[[maskedname]]，身份证号：[[maskedid]]，住[[town]]\n"
        "罚款缴至财政专户，账号：[[account]]\n执法人员：[[person]]（执法证号：[[badge]]）"
    )
    return pdf.write([lines(words)], {**_MADE, "Title": "行政处罚决定书"})


@attachment("pdf")
def clean_bureau_author(f: Filling) -> bytes:
    """The author is the bureau, which the document itself says."""
    return pdf.write(
        [lines("政府信息公开指南\n受理机构：办公室")], {**_MADE, "Author": "濮阳市司法局"}
    )


@attachment("pdf")
def clean_law(f: Filling) -> bytes:
    words = "申请人应当提供身份证号码、住址和联系方式。\n国家秘密的密级分为绝密、机密、秘密三级。"
    return pdf.write([lines(words), lines("附：填表说明")], _MADE)


@attachment("pdf")
def clean_register(f: Filling) -> bytes:
    """Lawyers as the law has them published, cell by cell."""
    runs = [Run(60, 780, "姓名"), Run(160, 780, "执业证号"), Run(320, 780, "执业机构")]
    for row in range(1, 4):
        runs += [
            Run(60, 780 - 22 * row, f.fill("[[person]]")),
            Run(160, 780 - 22 * row, f.fill("[[licence]]")),
        ]
        runs.append(Run(320, 780 - 22 * row, "河南某某律师事务所"))
    return pdf.write([runs], _MADE)


@attachment("pdf")
def clean_with_attachment(f: Filling) -> bytes:
    inner = f.fill("事项,实施编码\n律师执业许可,[[impl]]\n").encode()
    return pdf.write([lines("权责清单（附表见附件）")], _MADE, attached=("list.csv", inner))

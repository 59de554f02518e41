"""DOCX: what stands in the body, and what stands where nobody looks."""

from __future__ import annotations

from privacy.corpus import documents, pictures
from privacy.corpus.attached import attachment, may, must
from privacy.corpus.case import Filling
from privacy.corpus.documents import paragraph, paragraphs, properties, run


@attachment("docx")
def body(f: Filling) -> bytes:
    words = f.fill(
        "法律援助申请审批表\n申请人：[[applicant]]，身份证号：[[id]]\n家庭住址：[[flat]]\n联系电话：[[mobile:hyphen]]"
    )
    return documents.write(paragraphs(words))


@attachment("docx")
def runs_split(f: Filling) -> bytes:
    """Word cuts a number into runs wherever somebody paused."""
    number, phone = f.fill("[[id]]"), f.fill("[[mobile]]")
    bold = run(number[7:12], "<w:b/>")
    return documents.write(
        paragraph("证件号码：", run(number[:7]), bold, run(number[12:]))
        + paragraph("手机：", run(phone[:3]), run(phone[3:7]), run(phone[7:]))
    )


@attachment("docx")
def table(f: Filling) -> bytes:
    rows = [["序号", "社区矫正对象", "罪名", "居住地"]]
    rows += [
        [str(row), f.fill(f"[[corrected#c{row}]]"), "盗窃罪", f.fill(f"[[village#v{row}]]")]
        for row in (1, 2, 3)
    ]
    return documents.write(paragraph("在矫人员情况表") + documents.table(rows))


@attachment("docx")
def header(f: Filling) -> bytes:
    """A secret mark and a mobile number, in header and footer."""
    return documents.write(
        paragraph("关于春节期间值班的通知"),
        header=f.fill("[[secret=秘密★1年]]"),
        footer=f.fill("拟稿人手机[[mobile]]"),
    )


@attachment("docx")
def comment(f: Filling) -> bytes:
    must(f, "comment")
    may(f, "metadata")
    said = f.fill("此人电话[[mobile]]，问一下再发")
    return documents.write(paragraph("关于表彰先进的决定"), comment=(f.fill("[[person]]"), said))


@attachment("docx")
def comment_plain(f: Filling) -> bytes:
    """A comment without private data is still not for the public."""
    must(f, "comment")
    may(f, "metadata")
    return documents.write(paragraph("工作方案"), comment=("admin", "这句话领导不同意，删掉"))


@attachment("docx")
def tracked_deletion(f: Filling) -> bytes:
    must(f, "tracked")
    may(f, "metadata")
    gone = documents.deleted(f.fill("（身份证号[[id]]）"), f.fill("[[person]]"))
    return documents.write(paragraph("被处罚人张某某", gone, "，男，汉族。"))


@attachment("docx")
def tracked_insertion(f: Filling) -> bytes:
    must(f, "tracked")
    may(f, "metadata")
    new = documents.inserted("市政府有关部门", "办公室")
    return documents.write(paragraph("会议要求，各县区、", new, "要抓好落实。"))


@attachment("docx")
def author_property(f: Filling) -> bytes:
    author = must(f, "metadata", f.fill("[[person]]"))
    return documents.write(paragraph("行政复议指南"), core=properties(author=author))


@attachment("docx")
def last_modified(f: Filling) -> bytes:
    last = must(f, "metadata", f.fill("[[person]]"))
    return documents.write(
        paragraph("权责清单说明"), core=properties(last=last, title="权责清单说明")
    )


@attachment("docx")
def custom_property(f: Filling) -> bytes:
    """A drafter's identity number among the custom properties."""
    may(f, "metadata")
    return documents.write(
        paragraph("通知"), extra=documents.custom({"经办人证件号": f.fill("[[id]]")})
    )


@attachment("docx")
def footnote(f: Filling) -> bytes:
    return documents.write(
        paragraph("典型案例选编"), footnote=f.fill("受援人[[aided]]，住址[[village]]。")
    )


@attachment("docx")
def vanished(f: Filling) -> bytes:
    """Text set to be hidden, which one click shows."""
    may(f, "hidden")
    secret = run(f.fill("银行卡号[[card]]"), "<w:vanish/>")
    return documents.write(paragraph("收款人：某某建筑公司农民工", secret))


@attachment("docx")
def text_box(f: Filling) -> bytes:
    return documents.write(
        paragraph("活动简报", documents.textbox(f.fill("联系人[[person]]\n手机[[mobile]]")))
    )


@attachment("docx")
def photo_inside(f: Filling) -> bytes:
    """A photograph that tells where it was taken."""
    must(f, "gps")
    photo = pictures.jpeg(pictures.exif({}, (35.76, 115.03)))
    return documents.write(paragraph("走访照片见附图"), media=photo)


@attachment("docx", unread="must")
def with_password(f: Filling) -> bytes:
    """Word's own encryption: no longer a ZIP but a compound file."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 504
        + "EncryptedPackage".encode("utf-16-le")
        + b"\0" * 992
    )


@attachment("docx", unread="must")
def broken(f: Filling) -> bytes:
    whole = documents.write(paragraph("传输中断"))
    return whole[: len(whole) // 2]


@attachment("docx")
def clean(f: Filling) -> bytes:
    words = f.fill(
        "濮阳市司法局行政执法事项服务指南\n受理机构：行政审批服务科\n办公地址：濮阳市华龙区[[office]]305室\n"
        "咨询电话：[[tel]]\n申请人应当提交身份证复印件和住址证明。"
    )
    return documents.write(paragraphs(words), core=properties(title="服务指南"))


@attachment("docx")
def clean_table(f: Filling) -> bytes:
    rows = [["姓名", "执法证号"], *([f.fill("[[person]]"), f.fill("[[badge]]")] for _ in range(3))]
    return documents.write(documents.table(rows), header="行政执法人员名录", footer="第1页 共1页")


@attachment("docx")
def clean_masked(f: Filling) -> bytes:
    words = f.fill(
        "受援人[[maskedname]]，身份证号[[maskedid]]，电话[[maskedmobile]]。\n社区矫正对象[[maskedname]]已解除矫正。"
    )
    return documents.write(paragraphs(words), footnote="本文人名均作隐名处理。")


@attachment("docx")
def clean_photo(f: Filling) -> bytes:
    photo = pictures.jpeg(pictures.exif({pictures.MAKE: "Canon", pictures.MODEL: "EOS 80D"}))
    return documents.write(paragraph("活动现场"), media=photo)


@attachment("docx")
def clean_plan(f: Filling) -> bytes:
    words = f.fill(
        "2021年普法工作要点\n责任单位：市委宣传部、市司法局\n联系人：[[person]]，办公电话：[[tel]]"
    )
    return documents.write(paragraphs(words), header="濮阳市司法局文件", footer="— 1 —")


@attachment("docx")
def clean_blank_form(f: Filling) -> bytes:
    rows = [
        ["申请人", "", "身份证号", ""],
        ["家庭住址", "", "联系电话", ""],
        ["受援人签名", "", "日期", "    年  月  日"],
    ]
    return documents.write(
        paragraph("法律援助申请表") + documents.table(rows), core=properties(title="申请表")
    )


@attachment("docx")
def tracked_table(f: Filling) -> bytes:
    """A cell whose old words were struck out while changes were tracked."""
    must(f, "tracked")
    may(f, "metadata")
    old = documents.deleted(f.fill("[[mobile]]"), "综合科")
    rows = documents.table([["联系方式", "见上"]]).replace(
        "</w:tbl>", f"<w:tr><w:tc>{paragraph(old)}</w:tc></w:tr></w:tbl>"
    )
    return documents.write(rows)


@attachment("docx")
def tracked_plain(f: Filling) -> bytes:
    """One struck word, nothing private: the draft still shows."""
    must(f, "tracked")
    may(f, "metadata")
    return documents.write(paragraph("原则上", documents.deleted("不", "办公室"), "予以同意。"))

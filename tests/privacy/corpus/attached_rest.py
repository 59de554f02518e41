"""Pictures, archives, and the formats one meets and cannot open."""

from __future__ import annotations

from privacy.corpus import archives, documents, pdf, pictures, sheets
from privacy.corpus.attached import attachment, may, must
from privacy.corpus.case import Filling
from privacy.corpus.pictures import ARTIST, COPYRIGHT, DESCRIPTION, MAKE, MODEL, SOFTWARE

_PLACE = (35.7618, 115.0292)
_CAMERA = {MAKE: "HUAWEI", MODEL: "ELE-AL00"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@attachment("jpg", unread="may")
def photo_gps(f: Filling) -> bytes:
    must(f, "gps")
    return pictures.jpeg(pictures.exif(_CAMERA, _PLACE))


@attachment("jpeg", unread="may")
def photo_gps_only(f: Filling) -> bytes:
    must(f, "gps")
    return pictures.jpeg(pictures.exif({}, (35.5, 115.5)))


@attachment("png", unread="may")
def png_gps(f: Filling) -> bytes:
    must(f, "gps")
    return pictures.png(pictures.exif(_CAMERA, _PLACE))


@attachment("jpg", unread="may")
def photo_artist(f: Filling) -> bytes:
    must(f, "metadata", "artist")
    return pictures.jpeg(pictures.exif({**_CAMERA, ARTIST: "Zhang Sansan"}))


@attachment("jpg", unread="may")
def photo_artist_chinese(f: Filling) -> bytes:
    artist = must(f, "metadata", f.fill("[[person]]"))
    return pictures.jpeg(pictures.exif({ARTIST: artist}))


@attachment("png", unread="may")
def png_author(f: Filling) -> bytes:
    author = must(f, "metadata", f.fill("[[person]]"))
    return pictures.png(words={"Author": author})


@attachment("jpg", unread="may")
def photo_description(f: Filling) -> bytes:
    """The caption written by the editor's program."""
    may(f, "metadata")
    return pictures.jpeg(pictures.exif({DESCRIPTION: f.fill("受访人手机[[mobile]]")}))


@attachment("jpg", unread="may")
def clean_photo(f: Filling) -> bytes:
    return pictures.jpeg(pictures.exif({**_CAMERA, SOFTWARE: "Adobe Photoshop CC 2019"}))


@attachment("jpg", unread="may")
def clean_photo_bare(f: Filling) -> bytes:
    return pictures.jpeg()


@attachment("png", unread="may")
def clean_png(f: Filling) -> bytes:
    return pictures.png(words={"Software": "Snipaste"})


@attachment("png", unread="may")
def clean_png_title(f: Filling) -> bytes:
    return pictures.png(words={"Title": "行政许可流程图"})


@attachment("jpg", unread="may")
def clean_photo_bureau(f: Filling) -> bytes:
    return pictures.jpeg(pictures.exif({COPYRIGHT: "Puyang Justice Bureau"}))


@attachment("jpg", unread="must")
def broken_photo(f: Filling) -> bytes:
    return b"\xff\xd8\xff\xe1\x40\x00Exif\0\0II*\0" + b"\xff" * 12


@attachment("zip")
def zip_list(f: Filling) -> bytes:
    return archives.write(
        {"readme.txt": "附件说明", "list.csv": f.fill("姓名,身份证号\n[[maskedname]],[[id]]\n")}
    )


@attachment("zip")
def zip_word(f: Filling) -> bytes:
    must(f, "comment")
    may(f, "metadata")
    inner = documents.write(
        documents.paragraph(f.fill("受援人[[aided]]")), comment=("科员", "核对后再发")
    )
    return archives.write({"附件1.docx": inner, "附件2.txt": "无"})


@attachment("zip")
def zip_nested(f: Filling) -> bytes:
    """An archive within an archive."""
    inner = archives.write({"通讯录.txt": f.fill("[[person]] [[mobile]]\n[[person]] [[mobile]]\n")})
    return archives.write({"内层.zip": inner})


@attachment("zip")
def zip_excel(f: Filling) -> bytes:
    must(f, "hidden")
    rows = [["账号"], [f.fill("银行卡[[card]]")]]
    book = sheets.write(
        [sheets.Sheet("公开", [["合计"], [3]]), sheets.Sheet("底稿", rows, state="hidden")]
    )
    return archives.write({"data/book.xlsx": book})


@attachment("zip")
def zip_gbk(f: Filling) -> bytes:
    inner = f.fill("社区矫正对象[[corrected]]，现住[[flat]]").encode("gb18030")
    return archives.write({"gbk.txt": inner})


@attachment("zip", unread="must")
def zip_locked(f: Filling) -> bytes:
    return archives.locked({"secret.txt": "需要口令"})


@attachment("zip", unread="must")
def zip_torn(f: Filling) -> bytes:
    return archives.torn(archives.write({"a.txt": "一" * 400, "b.txt": "二" * 400}))


@attachment("zip", unread="must")
def zip_with_encrypted_pdf(f: Filling) -> bytes:
    """Readable outside, closed inside."""
    inner = pdf.write([pdf.lines("内容")], lock=pdf.Lock(user="9"))
    return archives.write({"公告.txt": "见附件", "附件.pdf": inner})


@attachment("zip")
def clean_zip(f: Filling) -> bytes:
    word = documents.write(documents.paragraph("办事指南"))
    return archives.write(
        {"指南.docx": word, "编码.txt": f.fill("实施编码[[impl]]\n电话[[tel]]\n"), "空.txt": ""}
    )


@attachment("zip")
def clean_zip_law(f: Filling) -> bytes:
    return archives.write({"law.html": "<p>申请人应当提交身份证明；涉及国家秘密的不予公开。</p>"})


@attachment("doc", never_silent=True)
def old_word(f: Filling) -> bytes:
    """Word 97: read it or say so."""
    words = f.fill("当事人身份证号[[may.id]]，手机[[may.mobile]]").encode("utf-16-le")
    return _OLE + b"\0" * 504 + words + b"\0" * 1024


@attachment("xls", never_silent=True)
def old_excel(f: Filling) -> bytes:
    return _OLE + b"\0" * 504 + f.fill("[[may.mobile]]").encode("utf-16-le") + b"\0" * 1024


@attachment("wps", never_silent=True)
def old_wps(f: Filling) -> bytes:
    return _OLE + b"\0" * 504 + f.fill("受援人[[may.aided]]").encode("utf-16-le") + b"\0" * 1024


@attachment("rar", unread="must")
def rar(f: Filling) -> bytes:
    return b"Rar!\x1a\x07\x01\x00" + bytes(range(200))


@attachment("7z", unread="must")
def seven_zip(f: Filling) -> bytes:
    return b"7z\xbc\xaf\x27\x1c\x00\x04" + bytes(range(200))

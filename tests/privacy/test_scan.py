"""Every kind of container: what is hidden in it is found at its place; what cannot be read is said."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from disclosure.cli import main
from disclosure.privacy.allow import Allowed, PolicyError, read_policy
from disclosure.privacy.finding import Kind
from disclosure.privacy.mask import NameStyle
from disclosure.privacy.scan import Scan, scan_bytes
from privacy import built
from privacy.made import ID, MOBILE

CALL = f"手机{MOBILE}"
NOBODY = Allowed()


def places(name: str, data: bytes) -> list[tuple[str, str]]:
    return [(one.kind.value, one.place) for one in scan_bytes(name, data, NOBODY).findings]


FOUND: list[tuple[str, str, bytes, str, str]] = [
    ("text", "a.txt", f"一\n二 {CALL}".encode(), "mobile", "第 2 行"),
    ("gb18030", "a.txt", f"中文，{CALL}".encode("gb18030"), "mobile", "第 1 行"),
    ("utf-16", "a.txt", f"中文，{CALL}".encode("utf-16"), "mobile", "第 1 行"),
    ("csv", "a.csv", "受援人,案由\n李小明,工伤\n".encode(), "person-name", "第 2 行，受援人"),
    ("csv gb18030", "a.csv", "姓名,住址\n李某,濮阳县示例镇东村3号\n".encode("gb18030"), "home-address", "第 2 行，住址"),
    ("csv title", "社区矫正对象名单.csv", "序号,姓名\n1,张三\n".encode(), "person-name", "第 2 行，姓名"),
    ("markdown table", "a.md", "| 投诉人 | 事项 |\n|---|---|\n| 刘建国 | 噪声 |\n".encode(), "person-name", "第 3 行"),
    ("markdown bold", "a.md", "**受援人**：张三\n".encode(), "person-name", "第 1 行"),
    ("html", "a.html", f"<p>电话\n138<b>{MOBILE[3:7]}</b>{MOBILE[7:]}".encode(), "mobile", "第 2 行"),
    ("html entity", "a.html", f"<p>手机&#49;{MOBILE[1:]}</p>".encode(), "mobile", "第 1 行"),
    ("html comment", "a.html", f"<p>一</p>\n<!-- {ID} -->".encode(), "identity-number", "第 2 行"),
    ("html alt", "a.html", f"<p>一</p><img alt='{CALL}'>".encode(), "mobile", "第 1 行"),
    ("html script", "a.html", f"<script>var a = '{CALL}';</script>".encode(), "mobile", "第 1 行"),
    ("html table", "a.html", "<table><tr><th>举报人</th></tr>\n<tr><td>王丽</td></tr></table>".encode(), "person-name", "第 2 行"),
    ("html gbk", "a.html", f"<meta charset=gb2312><p>中文{CALL}".encode("gbk"), "mobile", "第 1 行"),
    ("html split", "a.html", f"<p>手机{MOBILE[:3]}<span></span>{MOBILE[3:]}</p>".encode(), "mobile", "第 1 行"),
    ("html data", "a.html", f"<li data-phone='{MOBILE}'>甲</li>".encode(), "mobile", "第 1 行"),
    ("html query", "a.html", f"<a href='/cx?sfz={ID}&amp;t=2'>查</a>".encode(), "identity-number", "第 1 行"),
    ("html rowspan", "a.html", "<table><tr><th rowspan=2>受援人</th><th colspan=2>住</th></tr><tr><th>住址</th><th>区</th></tr><tr><td>王丽</td><td>甲</td><td>乙</td></tr></table>".encode(), "person-name", "第 1 行"),
    ("json", "a.json", '[{"受援人": "李小明"},\n {"受援人": "王丽"}]'.encode(), "person-name", "第 2 行，受援人"),
    ("json lines", "a.json", '{"a": 1}\n{"密级": "秘密"}'.encode(), "secret-mark", "第 2 行，密级"),
    ("columns by blanks", "a.txt", "序号 受援人 案由\n1 李小明 工伤\n2 王丽 离婚\n".encode(), "person-name", "第 3 行"),
    ("cells by lines", "a.txt", "受援人\n案由\n李小明\n工伤\n王丽\n离婚\n".encode(), "person-name", "第 5 行"),
    ("pdf open to all", "a.pdf", built.pdf([CALL], owner="secret"), "mobile", "第 1 页"),
    ("gzip", "a.txt.gz", gzip.compress(CALL.encode()), "mobile", "第 1 行"),
    ("zip", "a.zip", built.zipped({"内/表.csv": f"手机\n{MOBILE}\n"}), "mobile", "第 2 行，手机"),
    ("file name", f"张某{MOBILE}.txt", b"", "mobile", "文件名"),
    ("docx", "a.docx", built.docx(built.paragraph("一") + built.paragraph(CALL)), "mobile", "正文第 2 段"),
    ("docx table", "a.docx", built.docx(built.table(("受援人", "案由"), ("张三", "工伤"))), "person-name", "正文的表格第 2 行第 1 列"),
    ("docx deleted", "a.docx", built.docx(built.deleted(CALL)), "mobile", "正文（修订前的文字）第 1 段"),
    ("docx hidden", "a.docx", built.docx(built.paragraph(CALL, "<w:vanish/>")), "mobile", "正文第 1 段"),
    ("docx comment", "a.docx", built.docx(comment=CALL), "mobile", "批注第 1 段"),
    ("docx comment author", "a.docx", built.docx(comment="好"), "metadata", "属性“批注里修订或批注的作者”"),
    ("docx header", "a.docx", built.docx(header="机密★5年"), "secret-mark", "页眉第 1 段"),
    ("docx author", "a.docx", built.docx(author="张三"), "metadata", "属性“作者”"),
    ("xlsx", "a.xlsx", built.xlsx({"表": [["电话"], [MOBILE]]}), "mobile", "工作表“表”!A2"),
    ("xlsx number", "a.xlsx", built.xlsx({"表": [["电话"], [int(MOBILE)]]}), "mobile", "工作表“表”!A2"),
    ("xlsx float", "a.xlsx", built.xlsx({"表": [["电话"], [float(MOBILE)]]}), "mobile", "工作表“表”!A2"),
    ("xlsx birth serial", "a.xlsx", built.xlsx({"表": [["出生日期"], [32875]]}), "birth-date", "工作表“表”!A2"),
    ("xlsx hidden sheet", "a.xlsx", built.xlsx({"表": [["一"]], "底表": [["电话"], [MOBILE]]}, hidden=("底表",)), "mobile", "工作表“底表”（隐藏）!A2"),
    ("xlsx hidden column", "a.xlsx", built.xlsx({"表": [["一", "电话"], ["二", MOBILE]]}, hidden_column=2), "mobile", "工作表“表”（隐藏的列）!B2"),
    ("xlsx hidden row", "a.xlsx", built.xlsx({"表": [["电话"], [MOBILE]]}, hidden_row=2), "mobile", "工作表“表”（隐藏的行）!A2"),
    ("xlsx comment", "a.xlsx", built.xlsx({"表": [["一"]]}, comment=CALL), "mobile", "批注 A1"),
    ("xlsx pinyin author", "a.xlsx", built.xlsx({"表": [["一"]]}, author="zhangsan"), "metadata", "属性“作者”"),
    ("pdf", "a.pdf", built.pdf(["第一段", f"身份证{ID}"]), "identity-number", "第 1 页"),
    ("pdf author", "a.pdf", built.pdf(["一"], author="张三"), "metadata", "属性“作者”"),
    ("pdf note", "a.pdf", built.pdf(["一"], note=CALL), "mobile", "第 1 页的批注"),
    ("pdf attachment", "a.pdf", built.pdf(["一"], attachment=CALL.encode()), "mobile", "第 1 行"),
    ("jpeg", "a.jpg", built.jpeg(gps=True), "location", "拍摄信息（EXIF）"),
    ("png", "a.png", built.png("张三"), "metadata", "属性“Author”"),
    ("picture in docx", "a.docx", built.zipped({**built.unzipped(built.docx()), "word/media/a.jpg": built.jpeg(gps=True)}), "location", "拍摄信息（EXIF）"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data", "kind", "place"), [one[1:] for one in FOUND], ids=[one[0] for one in FOUND]
)
def test_what_is_hidden_is_found_at_its_place(
    name: str, data: bytes, kind: str, place: str
) -> None:
    assert (kind, place) in places(name, data)


CLEAN = {
    "a.docx": built.docx(built.paragraph("关于示例的通知"), author="示例市司法局"),
    "b.docx": built.docx(built.table(("执法人员", "执法证号"), ("张三", "16090012345")), author="python-docx"),
    "a.xlsx": built.xlsx({"统计": [["项目", "数量"], ["许可", 13812345678.5]], "旧": [["一"]]}, hidden=("旧",), author="Administrator"),
    "a.pdf": built.pdf(["受援人王某某的案件已经办结。", "咨询电话12348。"]),
    "a.jpg": built.jpeg(),
    "a.png": built.png("示例市司法局"),
    "a.csv": "机构,住所,负责人\n示例律师事务所,示例市示例路12号,张三\n".encode(),
    "a.html": "<nav>户籍 申请人</nav><table><tr><th>姓名</th><th>执业证号</th></tr><tr><td>张三</td><td>14109201010123456</td></tr></table>".encode(),
    "empty.txt": b"",
}  # fmt: skip


@pytest.mark.parametrize("name", CLEAN)
def test_lawful_attachments_are_clean(name: str) -> None:
    scan = scan_bytes(name, CLEAN[name], NOBODY)
    assert (scan.findings, scan.unread) == ([], [])


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("a.txt", b"0" * (30 * 2**20))
    return out.getvalue()


def _nested() -> bytes:
    data = built.zipped({"a.txt": CALL})
    for depth in range(6):
        data = built.zipped({f"{depth}.zip": data})
    return data


UNREAD = {
    "encrypted.pdf": built.pdf([CALL], password="secret"),
    "scanned.pdf": built.scanned_pdf(),
    "broken.pdf": built.pdf([CALL])[:300],
    "text.pdf": b"not a pdf",
    "broken.zip": built.zipped({"a.txt": CALL})[:40],
    "broken.docx": built.docx()[:200],
    "empty.docx": b"",
    "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "a.rar": b"Rar!\x1a\x07\0" + b"\0" * 60,
    "bomb.zip": _bomb(),
    "nested.zip": _nested(),
    "broken.jpg": built.jpeg()[:30],
    "noise.bin": bytes(range(256)) * 20,
    "entities.docx": built.zipped({**built.unzipped(built.docx()), "word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
}  # fmt: skip


@pytest.mark.parametrize("name", UNREAD)
def test_what_cannot_be_read_is_said(name: str) -> None:
    scan = scan_bytes(name, UNREAD[name], NOBODY)
    assert scan.unread and not scan.findings
    assert all(
        "\u4e00" <= reason[0] <= "\u9fff" or reason[0].isascii() for _, reason in scan.unread
    )


@pytest.mark.parametrize("cut", range(0, 100, 7))
@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.pdf", "a.jpg", "a.png"])
def test_a_damaged_file_never_ends_the_scan(name: str, cut: int) -> None:
    data = CLEAN[name]
    at = len(data) * cut // 100
    assert isinstance(scan_bytes(name, data[:at] + b"\xff\0\x80" + data[at + 3 :], NOBODY), Scan)


def test_the_command_says_all_and_keeps_its_exit_codes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "clean.txt").write_text("办公电话 12348", encoding="utf-8")
    assert main(["privacy", "scan", str(folder)]) == 0
    (folder / "old.doc").write_bytes(UNREAD["old.doc"])
    assert main(["privacy", "scan", str(folder)]) == 2
    (folder / "leak.txt").write_text(f"{CALL}\n{ID}", encoding="utf-8")
    said = tmp_path / "said.json"
    assert main(["privacy", "scan", str(folder), "--json", str(said)]) == 1
    data = json.loads(said.read_text(encoding="utf-8"))
    assert [one["kind"] for one in data["findings"]] == ["mobile", "identity-number"]
    assert data["findings"][1]["place"] == "第 2 行"
    assert data["unread"][0]["file"].endswith("old.doc")
    spoken = capsys.readouterr().out + said.read_text(encoding="utf-8")
    assert MOBILE not in spoken and ID not in spoken
    assert main(["privacy", "scan", str(tmp_path / "nowhere")]) == 64


def test_many_files_are_shared_out_and_stay_in_order(tmp_path: Path) -> None:
    for number in range(450):
        words = CALL if number % 100 == 0 else "无"
        (tmp_path / f"{number:03}.txt").write_text(words, encoding="utf-8")
    said = tmp_path / "said.json"
    assert main(["privacy", "scan", str(tmp_path), "--json", str(said)]) == 1
    data = json.loads(said.read_text(encoding="utf-8"))
    assert data["files"] == 450
    assert [one["file"][-7:] for one in data["findings"]] == [
        f"{n:03}.txt" for n in range(0, 450, 100)
    ]


def test_what_the_law_wants_public_may_stand_with_its_ground(tmp_path: Path) -> None:
    policy = tmp_path / "privacy.yaml"
    words = f"masks: {{natural_person: 张**}}\nallow:\n- {{kind: mobile, value: '{MOBILE}', ground: 政府信息公开条例第二十条}}\n"
    policy.write_text(words, encoding="utf-8")
    allowed = read_policy(tmp_path)
    assert allowed.style is NameStyle.STARS
    assert scan_bytes("a.txt", CALL.encode(), allowed).findings == []
    assert scan_bytes("a.txt", ID.encode(), allowed).findings
    policy.write_text(
        words.replace("ground: 政府信息公开条例第二十条", "ground: 有"), encoding="utf-8"
    )
    with pytest.raises(PolicyError, match="法律依据"):
        read_policy(tmp_path)


def test_every_kind_speaks_plain_chinese() -> None:
    for kind in Kind:
        assert kind.label and kind.reason and kind.severity.label

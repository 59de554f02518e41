"""A small writer of PDF: text anywhere on the page, properties, notes, attachments, a password.

Own bytes rather than a library's: the corpus must hold what libraries would tidy away, and
must be the same on every machine.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass

_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_FILE_ID = bytes(range(16))


@dataclass(frozen=True)
class Run:
    """Words at a place; mode 3 is drawn without ink."""

    x: float
    y: float
    text: str
    size: int = 12
    mode: int = 0


def lines(text: str, top: int = 780) -> list[Run]:
    return [Run(60, top - 20 * row, line) for row, line in enumerate(text.splitlines()) if line]


def rc4(key: bytes, data: bytes) -> bytes:
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


@dataclass(frozen=True)
class Lock:
    """The standard handler of PDF 1.4, forty bits; an empty user password opens for all."""

    user: str
    owner: str = "owner"
    permissions: int = -44

    @property
    def owner_entry(self) -> bytes:
        return rc4(hashlib.md5(_padded(self.owner)).digest()[:5], _padded(self.user))

    @property
    def key(self) -> bytes:
        allowed = self.permissions.to_bytes(4, "little", signed=True)
        seed = _padded(self.user) + self.owner_entry + allowed + _FILE_ID
        return hashlib.md5(seed).digest()[:5]

    def close(self, number: int, data: bytes) -> bytes:
        salt = number.to_bytes(3, "little") + b"\0\0"
        return rc4(hashlib.md5(self.key + salt).digest()[:10], data)

    def dictionary(self) -> bytes:
        owner, user = self.owner_entry.hex(), rc4(self.key, _PAD).hex()
        return (f"<</Filter/Standard/V 1/R 2/P {self.permissions}/O<{owner}>/U<{user}>>>").encode()


def _padded(password: str) -> bytes:
    return (password.encode("latin-1") + _PAD)[:32]


class _Body:
    """Numbered objects; strings and streams are closed by the lock, if there is one."""

    def __init__(self, lock: Lock | None) -> None:
        self.lock, self.objects = lock, [b""]

    def reserve(self) -> int:
        self.objects.append(b"")
        return len(self.objects) - 1

    def text(self, number: int, words: str) -> str:
        raw = b"\xfe\xff" + words.encode("utf-16-be")
        return f"<{(self.lock.close(number, raw) if self.lock else raw).hex()}>"

    def stream(self, data: bytes, extra: str = "", packed: bool = True) -> int:
        number = self.reserve()
        if packed:
            data, extra = zlib.compress(data), extra + "/Filter/FlateDecode"
        data = self.lock.close(number, data) if self.lock else data
        head = f"<<{extra}/Length {len(data)}>>stream\n".encode()
        self.objects[number] = head + data + b"\nendstream"
        return number

    def put(self, number: int, value: str) -> None:
        self.objects[number] = value.encode()


def _font(body: _Body, used: set[str]) -> int:
    """A font whose codes are the letters themselves, and a map that says so."""
    pairs = "".join(f"<{ord(sign):04x}> <{ord(sign):04x}>\n" for sign in sorted(used))
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def "
        "/CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(used)} beginbfchar\n{pairs}endbfchar endcmap end end"
    )
    mapped, below, described = body.stream(cmap.encode()), body.reserve(), body.reserve()
    body.put(
        described,
        "<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 -200 1000 900]"
        "/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80>>",
    )
    body.put(
        below,
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/DW 1000/W[32 126 500]"
        f"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {described} 0 R>>",
    )
    font = body.reserve()
    body.put(
        font,
        "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H"
        f"/DescendantFonts[{below} 0 R]/ToUnicode {mapped} 0 R>>",
    )
    return font


def _drawn(runs: list[Run], boxes: list[tuple[int, int, int, int]]) -> bytes:
    words = "".join(
        f"BT /F1 {run.size} Tf {run.mode} Tr {run.x} {run.y} Td <{run.text.encode('utf-16-be').hex()}> Tj ET\n"
        for run in runs
    )
    return (words + "".join(f"0 g {x} {y} {w} {h} re f\n" for x, y, w, h in boxes)).encode()


def write(
    pages: list[list[Run]],
    info: dict[str, str] | None = None,
    note: str = "",
    attached: tuple[str, bytes] | None = None,
    boxes: list[tuple[int, int, int, int]] | None = None,
    picture: bytes = b"",
    lock: Lock | None = None,
) -> bytes:
    """`picture` is an 8×8 grey JPEG drawn over the page, as a scanner would."""
    body = _Body(lock)
    root, tree = body.reserve(), body.reserve()
    used = {sign for runs in pages for run in runs for sign in run.text}
    resources = f"/Font<</F1 {_font(body, used)} 0 R>>" if used else ""
    drawing = b""
    if picture:
        image = "/Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode"
        resources += f"/XObject<</I {body.stream(picture, image, packed=False)} 0 R>>"
        drawing = b"q 595 0 0 842 0 0 cm /I Do Q\n"
    kids = []
    for runs in pages:
        content = body.stream(drawing + _drawn(runs, boxes or []))
        leaf, notes = body.reserve(), ""
        if note:
            mark = body.reserve()
            body.put(
                mark,
                f"<</Type/Annot/Subtype/Text/Rect[50 50 70 70]/Contents{body.text(mark, note)}>>",
            )
            notes = f"/Annots[{mark} 0 R]"
        body.put(
            leaf,
            f"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 595 842]/Contents {content} 0 R"
            f"/Resources<<{resources}>>{notes}>>",
        )
        kids.append(f"{leaf} 0 R")
    body.put(tree, f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>")
    names = _attachment(body, *attached) if attached else ""
    body.put(root, f"<</Type/Catalog/Pages {tree} 0 R{names}>>")
    return _file(body, root, info or {})


def _attachment(body: _Body, name: str, data: bytes) -> str:
    inner, spec = body.stream(data, "/Type/EmbeddedFile"), body.reserve()
    words = body.text(spec, name)
    body.put(spec, f"<</Type/Filespec/F{words}/UF{words}/EF<</F {inner} 0 R>>>>")
    return f"/Names<</EmbeddedFiles {_names(body, name, spec)} 0 R>>"


def _names(body: _Body, name: str, spec: int) -> int:
    leaf = body.reserve()
    body.put(leaf, f"<</Names[{body.text(leaf, name)} {spec} 0 R]>>")
    return leaf


def _file(body: _Body, root: int, info: dict[str, str]) -> bytes:
    trailer = f"/Root {root} 0 R/ID[<{_FILE_ID.hex()}><{_FILE_ID.hex()}>]"
    if info:
        about = body.reserve()
        body.put(
            about,
            "<<" + "".join(f"/{key}{body.text(about, said)}" for key, said in info.items()) + ">>",
        )
        trailer += f"/Info {about} 0 R"
    if body.lock:
        closing = body.reserve()
        body.objects[closing] = body.lock.dictionary()
        trailer += f"/Encrypt {closing} 0 R"
    out, at = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for number, value in enumerate(body.objects[1:], 1):
        at.append(len(out))
        out += f"{number} 0 obj\n".encode() + value + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(at) + 1}\n0000000000 65535 f \n".encode()
    out += "".join(f"{offset:010d} 00000 n \n" for offset in at).encode()
    out += f"trailer<</Size {len(at) + 1}{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)

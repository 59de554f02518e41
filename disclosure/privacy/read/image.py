"""Pictures: what they say about themselves (EXIF, XMP, text chunks). What they show is for people."""

from __future__ import annotations

import io
import re
import warnings
from typing import Any

from disclosure.privacy.content import Content, Property, Unreadable

_MAGIC = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"II*\0", b"MM\0*", b"BM", b"\0\0\1\0")
_PERSONS = {
    "Artist": "作者",
    "XPAuthor": "作者",
    "Copyright": "版权",
    "CameraOwnerName": "相机主人",
}
_OTHERS = {
    "ImageDescription": "说明",
    "XPTitle": "标题",
    "XPComment": "备注",
    "XPSubject": "主题",
    "XPKeywords": "关键词",
    "UserComment": "备注",
}
_XMP_GPS = re.compile(r"exif:GPSL(?:at|ong)itude", re.IGNORECASE)
_XMP_TEXT = re.compile(r">([^<>]{2,})<")


def looks_like(data: bytes) -> bool:
    return data.startswith(_MAGIC) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def read(data: bytes) -> Content:
    from PIL import ExifTags, Image  # with the first picture: most scans meet none

    content = Content(remarks=["图片只查了属性，画面里的文字请人工看"])
    try:
        # A picture is opened, never decoded; its size is no danger, so its warning is none either.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as picture:
                exif: Any = picture.getexif()
                tags = {**exif, **exif.get_ifd(ExifTags.IFD.Exif)}
                gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
                info = dict(picture.info)
    except Exception as error:  # Pillow's parsers raise whatever they meet in broken files
        raise Unreadable("图片已损坏，打不开") from error
    if any(key in gps for key in (2, 4)):
        content.located.append("拍摄信息（EXIF）")
    for code, value in tags.items():
        name = ExifTags.TAGS.get(code, "")
        if name in _PERSONS or name in _OTHERS:
            title = _PERSONS.get(name) or _OTHERS[name]
            content.properties.append(Property(title, _text(value, name), person=name in _PERSONS))
    _info(info, content)
    return content


def _info(info: dict[Any, Any], content: Content) -> None:
    """Text chunks of PNG, comments of JPEG and GIF, the XMP packet."""
    for key, value in info.items():
        if not isinstance(key, str) or key in ("exif", "icc_profile", "dpi", "photoshop"):
            continue
        text = value.decode("utf-8", "replace") if isinstance(value, bytes) else value
        if not isinstance(text, str):
            continue
        if "xmp" in key.lower():
            if _XMP_GPS.search(text):
                content.located.append("拍摄信息（XMP）")
            content.add("\n".join(_XMP_TEXT.findall(text)), "拍摄信息（XMP）")
            for author in re.findall(r"<dc:creator>.*?<rdf:li[^>]*>([^<]+)<", text, re.DOTALL):
                content.properties.append(Property("作者", author, person=True))
        else:
            person = key.lower() in ("author", "artist", "creator")
            content.properties.append(Property(key, text, person=person))


def _text(value: object, name: str) -> str:
    if isinstance(value, bytes):
        if name.startswith("XP"):
            return value.decode("utf-16-le", "replace").rstrip("\0")
        if name == "UserComment":
            body = value[8:]
            return body.decode(
                "utf-16" if value.startswith(b"UNICODE") else "utf-8", "replace"
            ).strip("\0 ")
        return value.decode("utf-8", "replace").rstrip("\0")
    if isinstance(value, str):
        try:
            return value.encode("latin-1").decode("utf-8")  # EXIF text is read as Latin-1
        except UnicodeError:
            return value
    return str(value)

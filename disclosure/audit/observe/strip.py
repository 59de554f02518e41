"""The strip over a picture that says when it was taken and of what."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw, ImageFont


def stamped(data: bytes, note: str) -> bytes:
    """The picture under a strip with the time and the address, as the material rules ask."""
    with Image.open(io.BytesIO(data)) as picture:
        strip = 34
        whole = Image.new("RGB", (picture.width, picture.height + strip), "white")
        whole.paste(picture, (0, strip))
        draw = ImageDraw.Draw(whole)
        text = note.encode("ascii", "replace").decode()
        font = ImageFont.load_default(size=15)
        while len(text) > 20 and draw.textlength(text, font=font) > picture.width - 20:
            text = text[: -max(2, len(text) // 20)].rstrip(".") + "..."
        draw.text((10, 8), text, fill="black", font=font)
        draw.line((0, strip - 1, picture.width, strip - 1), fill="gray")
        target = io.BytesIO()
        whole.save(target, "PNG")
        return target.getvalue()

"""The text of a PDF on standard output; a program of its own, see `papers`."""

from __future__ import annotations

import sys

_PAGES = 40


def main(path: str) -> int:
    from pypdf import PdfReader  # only this process needs it

    reader = PdfReader(path)
    title = reader.metadata.title if reader.metadata is not None else ""
    texts = [page.extract_text() for page in reader.pages[:_PAGES]]
    if any(text.strip() for text in texts):
        sys.stdout.buffer.write("\n".join((title or "", *texts)).encode("utf-8", "replace"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

"""Faults of files: attachments, sitemap.xml, robots.txt; and of LinkChecker's transcript."""

from __future__ import annotations

import random
import re

from disclosure.audit.mutators.copy import Copy, Planted


def removed_file(copy: Copy) -> Planted | None:
    path = copy.file("") or ("404.html" if "404.html" in copy.files else None)
    if path is None:
        return None
    (copy.root / path).unlink()
    return Planted("missing-file", path)


def disguised_file(copy: Copy) -> Planted:
    path = copy.file(".pdf", ".docx", ".xlsx", ".zip") or copy.new_file()
    copy.write(path, b"<!doctype html><title>404</title><p>not found</p>")
    return Planted("wrong-type", path)


def halved_file(copy: Copy) -> Planted:
    path = copy.file(".pdf", ".docx", ".xlsx", ".zip")
    if path is None:
        path = copy.new_file()
        copy.write(path, b"%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\n")
    else:
        data = copy.read(path)
        copy.write(path, data[: len(data) // 2])
    return Planted("damaged-file", path)


def altered_file(copy: Copy) -> Planted | None:
    path = copy.file(".pdf")
    if path is None:
        return None
    data = copy.read(path)
    at = data.rindex(b"startxref")
    copy.write(path, data[:at] + b"% planted\n" + data[at:])
    return Planted("changed-file", path)


def forgotten_in_sitemap(copy: Copy) -> Planted | None:
    entries = re.findall(rb"<url>.*?</url>", copy.read("sitemap.xml"), re.DOTALL)
    home = f"<loc>{copy.origin}{copy.base}</loc>".encode()
    entries = [one for one in entries if home not in one]
    if not entries:
        return None
    entry = copy.chance.choice(entries)
    copy.write("sitemap.xml", copy.read("sitemap.xml").replace(entry, b"", 1))
    place = re.search(rb"<loc>\s*(.*?)\s*</loc>", entry, re.DOTALL)
    assert place is not None
    address = place[1].decode().removeprefix(copy.origin + copy.base)
    return Planted("sitemap-missing", address + "index.html")


def invented_in_sitemap(copy: Copy) -> Planted:
    url = f"{copy.origin}{copy.base}{copy.name()}/"
    data = copy.read("sitemap.xml")
    entry = f"<url><loc>{url}</loc></url></urlset>".encode()
    copy.write("sitemap.xml", data.replace(b"</urlset>", entry))
    return Planted("sitemap-extra", "sitemap.xml", url)


def misdated_in_sitemap(copy: Copy) -> Planted | None:
    """One page's date is gone, badly written, or yet to come."""
    data = copy.read("sitemap.xml")
    entries = list(re.finditer(rb"<url>\s*<loc>\s*(.*?)\s*</loc>\s*(<lastmod>.*?</lastmod>)", data))
    if not entries:
        return None
    entry = copy.chance.choice(entries)
    written = copy.chance.choice(
        [b"", b"<lastmod>9999-01-01</lastmod>", b"<lastmod>yesterday</lastmod>"]
    )
    copy.write("sitemap.xml", data[: entry.start(2)] + written + data[entry.end(2) :])
    address = entry[1].decode().removeprefix(copy.origin + copy.base)
    return Planted("sitemap-date", address + "index.html")


def denying_robots(copy: Copy) -> Planted:
    path = copy.address(copy.chance.choice(copy.pages))
    rule = copy.chance.choice(
        ["User-agent: *\nDisallow: /\n", f"User-agent: *\nDisallow: {path}\n",
         f"User-agent: Baiduspider\nDisallow: {path.rsplit('/', 2)[0]}/\n"]
    )  # fmt: skip
    copy.write("robots.txt", rule.encode())
    return Planted("robots-denial", "robots.txt")


def contradicted(transcript: bytes, chance: random.Random) -> tuple[bytes, str]:
    """LinkChecker's transcript with one answer turned round; and the address in question."""
    lines = transcript.splitlines(keepends=True)
    at = chance.choice([n for n, line in enumerate(lines) if b";200 OK;;;True;" in line])
    url = lines[at].split(b";")[7].decode()
    lines[at] = lines[at].replace(b";200 OK;;;True;", b";404 Not Found;;;False;")
    return b"".join(lines), url


def silenced(transcript: bytes, chance: random.Random) -> tuple[bytes, str]:
    """The transcript without any word about one address; and the address."""
    lines = transcript.splitlines(keepends=True)
    urls = sorted({line.split(b";")[7] for line in lines if b";200 OK;" in line})
    url = chance.choice(urls)
    kept = [line for line in lines if line.count(b";") < 7 or line.split(b";")[7] != url]
    return b"".join(kept), url.decode()

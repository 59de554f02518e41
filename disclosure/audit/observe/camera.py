"""One address in a browser: what it answered, how it looks, and whether it is what it should be."""

from __future__ import annotations

import datetime as dt
import hashlib
import html
import math
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from disclosure.audit.evidence.manifest import Shot
from disclosure.audit.fetch.asking import Asked
from disclosure.audit.fetch.judge import judge, written_fault
from disclosure.audit.fetch.reading import read
from disclosure.audit.fetch.sighting import Hop, Sighting, Sign
from disclosure.audit.observe.attachment import inspect
from disclosure.audit.observe.raw_answer import body_of, kind_of, suffix_of
from disclosure.audit.observe.strip import stamped

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Download, Page, Response

_WIDTH, _HEIGHT = 1280, 900
_PART = 12_000
"""A picture is cut into parts of that height: browsers draw no more than 16,384 at once."""
_PARTS = 20
_SETTLE = 3_000
"""Milliseconds for what loads late."""
_HARMLESS = {"noindex", "canonical", "robots-disallow", "mislabelled", "dead-inside"}
"""A page with these is still what a reader should see."""
_FAULTS = {
    "ERR_NAME_NOT_RESOLVED": "no-host",
    "ERR_CERT_DATE_INVALID": "tls-expired",
    "ERR_CERT_COMMON_NAME_INVALID": "tls-wrong-host",
    "ERR_CERT_AUTHORITY_INVALID": "tls-self-signed",
    "ERR_SSL": "tls-failed",
    "ERR_TOO_MANY_REDIRECTS": "redirect-loop",
    "ERR_CONNECTION": "no-connection",
    "ERR_EMPTY_RESPONSE": "no-connection",
    "ERR_ADDRESS": "no-connection",
    "ERR_TIMED_OUT": "timeout",
    "Timeout": "timeout",
    "ERR_INVALID": "bad-answer",
}
_SCROLL = """async () => {
  for (let y = 0; y < Math.min(document.body?.scrollHeight ?? 0, 60000); y += innerHeight) {
    scrollTo(0, y); await new Promise(done => setTimeout(done, 40));
  }
  scrollTo(0, 0);
}"""
_TALL = "() => Math.max(document.documentElement.scrollHeight, document.body?.scrollHeight ?? 0)"


class Camera:
    """A browser with a time limit a page."""

    def __init__(self, browser: Browser, timeout: float) -> None:
        self._browser, self._timeout = browser, timeout * 1000

    def take(self, asked: Asked, folder: Path) -> tuple[Shot, Mapping[str, str]]:
        """Capture into a folder: the shot, and the kind of each file by its name."""
        from playwright.sync_api import Error

        at = _now()
        if not asked.request.url:
            faults = [*written_fault(asked), Sign("malformed", asked.request.note)]
            return Shot(asked.url, at, reason=faults[0].code, evidence=faults[0].evidence), {}
        context = self._browser.new_context(
            locale="zh-CN", viewport={"width": _WIDTH, "height": _HEIGHT}, accept_downloads=True
        )
        context.set_default_timeout(self._timeout)
        try:
            return _Sitting(context.new_page(), asked, folder, at).take()
        except Error as error:
            code, words = _named(error)
            return Shot(asked.url, at, reason=code, evidence=words), {}
        except (OSError, ValueError) as error:
            return Shot(asked.url, at, reason="capture", evidence=str(error)), {}
        finally:
            context.close()


class _Sitting:
    """One page while it is captured."""

    def __init__(self, page: Page, asked: Asked, folder: Path, at: str) -> None:
        self.page, self.asked, self.folder, self.at = page, asked, folder, at
        self.answers: list[Response] = []
        self.downloads: list[Download] = []
        page.on("response", self._answered)
        page.on("download", lambda download: self.downloads.append(download))

    def _answered(self, response: Response) -> None:
        request = response.request
        if request.is_navigation_request() and response.frame == self.page.main_frame:
            self.answers.append(response)

    def take(self) -> tuple[Shot, Mapping[str, str]]:
        from playwright.sync_api import Error

        fragment = self.asked.request.fragment
        url = self.asked.request.url + (
            f"#{quote(fragment, safe='%/?:@!$&+,;=~-._')}" if fragment else ""
        )
        try:
            self.page.goto(url, wait_until="load")
        except Error:
            if not self._is_file():
                raise
        answer = self.answers[-1] if self.answers else None
        if answer is None:
            return self._failed("bad-answer", "没有回答")
        if self._is_file():
            return self._file(answer)
        return self._page(answer)

    def _is_file(self) -> bool:
        """Whether the browser was given something that is not shown as a page."""
        if self.downloads:
            return True
        kind = kind_of(self.answers[-1]) if self.answers else "html"
        return kind not in ("html", "txt", "jpg", "png")

    def _file(self, answer: Response) -> tuple[Shot, Mapping[str, str]]:
        """An attachment is its own proof: its bytes are kept, there is no picture of it."""
        name = f"原始文件.{suffix_of(answer)}"
        if self.downloads:
            self.downloads[0].save_as(self.folder / name)
        else:
            again = self.page.context.request.get(answer.url)
            (self.folder / name).write_bytes(again.body())
        if not 200 <= answer.status < 300:
            return self._failed("client-error", f"状态 {answer.status}", answer)
        if fault := inspect(self.folder / name):
            return self._failed(*fault, answer)
        data, wanted = (self.folder / name).read_bytes(), self.asked.expect.sha256
        if wanted and wanted != _sha256(data):
            return self._failed("drift", f"SHA-256 是 {_sha256(data)}", answer)
        self._headers(answer, data)
        shot = Shot(self.asked.url, self.at, answer.url, answer.status, name)
        return shot, {name: "原始响应", "响应头.txt": "响应头"}

    def _page(self, answer: Response) -> tuple[Shot, Mapping[str, str]]:
        from playwright.sync_api import Error

        self.page.evaluate(_SCROLL)
        with suppress(Error):  # a page that never rests is captured as it is
            self.page.wait_for_load_state("networkidle", timeout=_SETTLE)
        answer = self.answers[-1]
        body = body_of(answer)
        if fault := self._fault(answer, body):
            return self._failed(fault.code, fault.evidence, answer)
        raw = f"原始响应.{suffix_of(answer)}"
        (self.folder / raw).write_bytes(body)
        names = {raw: "原始响应", "响应头.txt": "响应头"}
        self._headers(answer, body)
        for name, picture in self._pictures():
            (self.folder / name).write_bytes(picture)
            names[name] = "网页截图"
        self._print()
        names["网页.pdf"] = "网页 PDF"
        shot = Shot(self.asked.url, self.at, self.page.url, answer.status, self.page.title())
        return shot, names

    def _fault(self, answer: Response, body: bytes) -> Sign | None:
        """What is wrong with the page as the browser shows it."""
        shown = self.page.content().encode("utf-8", "replace")
        headers = {**answer.all_headers(), "content-type": "text/html; charset=utf-8"}
        hops = [Hop(self.asked.request.url, answer.status, "")]
        if len(self.answers) > 1 or answer.url != self.asked.request.url:
            hops.append(Hop(answer.url, answer.status, "302"))
        seen = Sighting(
            self.asked.request.url, hops, None, [], answer.status, headers, len(body),
            _sha256(body), read(shown, headers["content-type"], True),
        )  # fmt: skip
        signs = [one for one in judge(seen, self.asked) if one.code not in _HARMLESS]
        return signs[0] if signs else None

    def _pictures(self) -> Iterator[tuple[str, bytes]]:
        """The whole page, under a strip that says when and where; very long ones in parts."""
        height = max(1, int(self.page.evaluate(_TALL)))
        parts = min(_PARTS, math.ceil(height / _PART))
        for n in range(parts):
            top = n * _PART
            clip = {"x": 0, "y": top, "width": _WIDTH, "height": min(_PART, height - top)}
            data = self.page.screenshot(full_page=True, clip=clip)  # type: ignore[arg-type]
            note = f"{self.at}   {self.page.url}" + (f"   {n + 1}/{parts}" if parts > 1 else "")
            yield f"截图{f'-{n + 1}' if parts > 1 else ''}.png", stamped(data, note)

    def _print(self) -> None:
        self.page.emulate_media(media="screen")
        style = "font-size:8px;width:100%;margin:0 10mm;font-family:sans-serif"
        head = f"<div style='{style}'>{html.escape(self.at)}　{html.escape(self.page.url)}</div>"
        foot = f"<div style='{style};text-align:center'><span class='pageNumber'></span>/<span class='totalPages'></span></div>"
        self.page.pdf(
            path=self.folder / "网页.pdf", format="A4", print_background=True,
            display_header_footer=True, header_template=head, footer_template=foot,
            margin={"top": "16mm", "bottom": "14mm", "left": "8mm", "right": "8mm"},
        )  # fmt: skip

    def _headers(self, answer: Response, body: bytes) -> None:
        lines = [f"{one.status} {one.url}" for one in self.answers]
        lines += ["", *(f"{name}: {value}" for name, value in answer.all_headers().items())]
        lines += ["", f"captured-at: {self.at}", f"sha256: {_sha256(body)}"]
        text = "\n".join(lines) + "\n"
        (self.folder / "响应头.txt").write_text(text, "utf-8", errors="replace")

    def _failed(
        self, code: str, words: str, answer: Response | None = None
    ) -> tuple[Shot, Mapping[str, str]]:
        final, status = (answer.url, answer.status) if answer is not None else ("", 0)
        return Shot(self.asked.url, self.at, final, status, "", code, words), {}


def _named(error: Exception) -> tuple[str, str]:
    """A fault of the browser in our words."""
    first = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    code = next((code for sign, code in _FAULTS.items() if sign in first), "capture")
    return code, first[:200]


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _now() -> str:
    return dt.datetime.now().astimezone().isoformat(timespec="seconds")

"""Page -> HTML body, through Jinja with autoescape: what comes from data stays text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    nodes,
)
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from markupsafe import Markup

from disclosure.audit.last import Check
from disclosure.bureau import Bureau
from disclosure.dates import PartialDate
from disclosure.pages.offline import to_file, to_files
from disclosure.pages.page import Page
from disclosure.pages.shown import shown
from disclosure.vocabulary import State, Validity


def render(page: Page, bureau: Bureau, check: Check | None = None, *, offline: bool = False) -> str:
    """The body of a page, from the breadcrumb down.

    `check` is what the last audit concluded about it; `offline` makes hrefs name files, not
    folders. A template is given nothing else: what a page is made of can be compared (`keys`).
    """
    page = page.filled()
    titles = dict(page.toc)

    def url(address: str) -> str:
        href = relative(page.address, address)
        return to_file(href) if offline else href

    def heading(anchor: str) -> Markup:
        # The table of contents is the one place of headings, so an unknown id is a KeyError.
        return Markup(f'<h2 id="{shown(anchor)}">{shown(titles[anchor])}</h2>')

    environment = _environment()
    given = {
        **environment.globals,
        **page.context,
        "page": page,
        "bureau": bureau,
        "url": url,
        "heading": heading,
        "check": check,
        "prose": to_files if offline else Markup,
    }
    template = environment.get_template(page.template)
    # As `template.render(given)`, which looks through its layers of globals for every page.
    context = Context(environment, given, template.name, template.blocks)
    try:
        return "".join(template.root_render_func(context))
    except Exception:
        environment.handle_exception()  # the traceback names lines of templates


def relative(base: str, address: str) -> str:
    """The href from one page (a directory) to another address of the site."""
    return "../" * base.count("/") + address or "./"


class _Generator(CodeGenerator):
    """Jinja's own, but a value that is written out goes through `shown`, and what is plain
    Python is plain Python: attributes are attributes, functions are called."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.shown(")

    def blockvisit(self, body: Iterable[nodes.Node], frame: Frame) -> None:
        # A template, or a block of one, collects what it gives and hands it up once, not piece
        # by piece through the templates that it extends.
        outermost = frame.buffer is None
        if outermost:
            self.buffer(frame)
        super().blockvisit(body, frame)
        if outermost:
            self.writeline(f"yield concat({frame.buffer})")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        # Jinja would also look for an item of that name, and turn a fault into an undefined
        # value that says so later. Our templates name attributes, and a fault should be one.
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        plain = isinstance(node.node, nodes.Getattr) or (
            isinstance(node.node, nodes.Name) and node.node.name in _PLAIN
        )
        if not plain or node.kwargs or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")


_PLAIN = {"url", "heading", "prose"}
"""Functions that want no Jinja context, so that a template can call them directly."""


class _Environment(Environment):
    code_generator_class = _Generator
    shown = staticmethod(shown)


@cache
def _environment() -> Environment:
    environment = _Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,  # asking the disk three times a page whether a template changed
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["host"] = lambda url: urlsplit(url).hostname or ""
    environment.filters["size"] = _size
    environment.filters["percent"] = _percent
    environment.filters["day"] = _day
    environment.filters["state"] = _state
    environment.filters["validity"] = _validity
    environment.filters["checked"] = _checked
    return environment


@contextmanager
def compiled_in(folder: Path) -> Iterator[None]:
    """What becomes of a template is kept in `folder` for the next process, which must be one of
    the same code: only a template's own text is compared."""
    folder.mkdir(exist_ok=True)
    _environment().bytecode_cache = FileSystemBytecodeCache(str(folder))
    try:
        yield
    finally:
        _environment().bytecode_cache = None


def _size(number: int) -> str:
    """12 KB, 3.4 MB: as file managers show it."""
    if number < 1024:
        return f"{number} 字节"
    if number < 1024 * 1024:
        return f"{number / 1024:.0f} KB"
    return f"{number / 1024 / 1024:.1f} MB"


@cache
def _state(one: State) -> Markup:
    return Markup(f'<span class="state state-{one.slug}">{one.value}</span>')


@cache
def _validity(one: Validity) -> Markup:
    return Markup(f'<span class="state validity-{one.slug}">{one.value}</span>')


def _checked(check: Check | None) -> Markup:
    """What the last audit concluded about an address, with its date."""
    if check is None:
        return _UNCHECKED
    date, verdict = check
    return Markup(
        f'<span class="checked checked-{verdict.value}">最近核验 '
        f'<time datetime="{date}">{date}</time>：{verdict.label}</span>'
    )


_UNCHECKED = Markup('<span class="checked">未核验</span>')


def _day(date: PartialDate | None) -> str:
    """A date as people write it, or that there is none."""
    if date is None:
        return "未载明"
    return Markup(f'<time datetime="{date.iso}">{date.chinese}</time>')


def _percent(part: int, whole: int) -> str:
    """At most one decimal; a share of nothing is a dash."""
    return f"{round(100 * part / whole, 1):g}%" if whole else "—"

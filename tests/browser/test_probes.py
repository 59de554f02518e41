"""The probes themselves: a fault of each sort is planted, and the right probe names it."""

from __future__ import annotations

import pytest

from browser.desk import PHONE, Desk, Opener
from browser.probes import EVERYWHERE, PROBES, TARGET
from browser.serving import Site

FAULTS = {
    "overflow": '<p style="width: 600px">宽</p>',
    "cutOff": '<p style="width: 20px; overflow: hidden; white-space: nowrap">放不下的文字</p>',
    "contrast": '<p style="color: #999">淡</p>',
    "contrast behind": '<div style="background: #1c4a7e"><p style="color: #000">暗</p></div>',
    "contrast of a veil": '<div style="background: #0008"><p style="color: #777">纱</p></div>',
    "contrast of a gradient": '<p style="background: linear-gradient(#fff, #333); color: #222">渐</p>',
    "contrast before": "<style>.x::before { content: '注'; color: #bbb }</style><p class=x>x</p>",
    "contrast hint": "<style>::placeholder { color: #bbb }</style><label>x<input placeholder=x></label>",
    "headings": "<h1>又一个</h1>",
    "headings skipped": '<h2 id="a">a</h2><h4>b</h4>',
    "anchors": "<h2>没有编号</h2>",
    "anchors of the theme": '<h2 id="_1">默认编号</h2>',
    "tables": "<table><tr><th>没有范围</th></tr></table>",
    "names": '<img src="data:,">',
    "names of a field": "<input>",
    "names of a link": '<a href="#"></a>',
    "targets": '<button style="height: 24px">小</button>',
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(fault: str, demo: Site, open_page: Opener) -> None:
    page = open_page(demo.url + "guide/", PHONE)
    page.evaluate(PROBES)
    probe = fault.partition(" ")[0]
    asked = f"probes.{probe}({TARGET})"
    assert page.evaluate(asked) == []
    page.evaluate("html => document.querySelector('article').insertAdjacentHTML('beforeend', html)",
                  FAULTS[fault])  # fmt: skip
    assert page.evaluate(asked) != []


def test_every_probe_has_a_fault_to_find() -> None:
    assert {fault.partition(" ")[0] for fault in FAULTS} | {"language"} == {*EVERYWHERE, "targets"}


def test_another_language_is_found(demo: Site, open_page: Opener) -> None:
    page = open_page(demo.url + "guide/")
    page.evaluate(PROBES)
    page.evaluate("document.documentElement.lang = 'zh'")
    assert page.evaluate("probes.language()") == ["zh"]


@pytest.mark.parametrize(
    ("script", "named"),
    [
        ("console.error('坏了')", "console: 坏了"),
        ("setTimeout(() => { throw new Error('坏了') })", "script: 坏了"),
        ("fetch('/no/such/file.json')", "404: "),
        ("new Image().src = 'http://192.0.2.1/x.png'", "third party: http://192.0.2.1/x.png"),
    ],
)
def test_what_a_page_does_wrong_is_noticed(
    script: str, named: str, demo: Site, desk: Desk, open_page: Opener
) -> None:
    page = open_page(demo.url + "guide/")
    page.evaluate(f"() => {{ {script} }}")
    for _ in range(50):
        if any(fault.startswith(named) for fault in desk.watch.faults):
            break
        page.wait_for_timeout(100)
    found = desk.clear()
    assert any(fault.startswith(named) for fault in found), found

"""disclosure site: check, build, audit, and pages that show what the audit concluded."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from disclosure.cli import main
from disclosure.commands import site as command
from planting import edit

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that MkDocs takes for the project, so that reports stay out of the real one."""
    for name in ("mkdocs.yml", "hooks", "overrides", "docs"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(data: Path) -> int:
    return main(["site", "--data", str(data), "--today", "2021-07-01"])


def test_pages_show_the_audit_and_five_lines_close(
    tiny: Path, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tiny) == 0
    page = (project / "site" / "indicators" / "n001" / "index.html").read_text(encoding="utf-8")
    assert "最近核验" in page and "2021-07-01" in page and "未核验" not in page
    said = capsys.readouterr().out.splitlines()
    starts = [line.partition("：")[0] for line in said[-5:]]
    assert starts == ["生成", "公开", "缺少", "待填", "打开"]
    assert any(line.startswith("可达") for line in said)
    assert any(line.startswith("齐备") for line in said)


def test_nothing_is_built_twice_when_the_audit_says_the_same(
    tiny: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(tiny) == 0
    built = []
    real = command.build
    monkeypatch.setattr(command, "build", lambda *args: built.append(args) or real(*args))
    assert run(tiny) == 0
    assert len(built) == 1


def test_a_data_error_leaves_the_old_site(tiny: Path, project: Path) -> None:
    assert run(tiny) == 0
    before = (project / "site" / "index.html").read_bytes()
    edit("items.csv", "2021-05-20", "2021-02-30")(tiny)
    assert run(tiny) == 1
    assert (project / "site" / "index.html").read_bytes() == before


@pytest.mark.parametrize("verdict", [1, 3])
def test_a_broken_or_untrusted_audit_fails(
    tiny: Path, project: Path, monkeypatch: pytest.MonkeyPatch, verdict: int
) -> None:
    monkeypatch.setattr(command, "audited", lambda options, say: verdict)
    assert run(tiny) == verdict


def test_what_needs_a_person_does_not_fail(
    tiny: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "audited", lambda options, say: 2)
    assert run(tiny) == 0


def test_the_offline_tree_shows_the_public_ones_audit(tiny: Path, project: Path) -> None:
    assert run(tiny) == 0
    assert main(["build", "--offline", "--data", str(tiny), "--today", "2021-07-01"]) == 0
    page = project / "site-offline" / "indicators" / "n001" / "index.html"
    assert "最近核验" in page.read_text(encoding="utf-8")


def test_what_must_stay_private_is_looked_for_in_the_pages_as_built(
    tiny: Path, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = command.audited

    def spoilt(options: argparse.Namespace, say: command.Say) -> int:
        verdict = real(options, say)
        page = options.site / "guide" / "index.html"
        html = page.read_text(encoding="utf-8")
        told = f"<p>联系人的手机是{'13' + '8' * 3 + '001234'}。</p></main>"
        page.write_text(html.replace("</main>", told), encoding="utf-8")
        return verdict

    monkeypatch.setattr(command, "audited", spoilt)
    assert run(tiny) == 1
    said = capsys.readouterr().out
    assert "guide/index.html" in said and "不要发布" in said and "001234" not in said

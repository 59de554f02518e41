"""The audit on a whole built site: the demo bureau, through the command."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest

from disclosure.atlas import atlas
from disclosure.audit.target import Sort
from disclosure.audit.targets import targets
from disclosure.cli import main
from disclosure.load import load_catalogue
from disclosure.model import Catalogue
from disclosure.pages.plan import plan

ROOT = Path(__file__).resolve().parent.parent.parent
DEMO = ROOT / "examples" / "demo"
HAND_WRITTEN = {"about/", "accessibility/"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo bureau's site, built once."""
    target = tmp_path_factory.mktemp("built") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        assert main(["build", "--data", str(DEMO), "--site", str(target)]) == 0
    return target


def audit(site: Path, report: Path, *options: str) -> int:
    arguments = ["--data", str(DEMO), "--site", str(site), "--report", str(report)]
    return main(["audit", *arguments, *options])


@pytest.mark.parametrize("data", ["examples/demo", "data", "tests/tiny"])
def test_the_atlas_and_the_pages_agree(data: str) -> None:
    """Two independent readings of the catalogue name the same addresses."""
    catalogue = load_catalogue(ROOT / data)
    mine = [one.address for one in atlas(catalogue)]
    theirs = {one.address for one in plan(catalogue, dt.date(2021, 7, 1))}
    assert len(mine) == len(set(mine))
    assert set(mine) - theirs == HAND_WRITTEN - theirs
    assert theirs <= set(mine)


def test_long_lists_are_numbered(catalogue: Catalogue) -> None:
    import dataclasses

    one = catalogue.items[0]
    many = tuple(one.model_copy(update={"id": f"copy-{n}"}) for n in range(401))
    pages = atlas(dataclasses.replace(catalogue, items=many))
    kinds = [p for p in pages if p.address.startswith(f"items/kinds/{one.kind.slug}/")]
    assert [p.address.rsplit("/", 2)[1] for p in kinds] == [one.kind.slug, "2", "3"]
    assert [p.first == kinds[0].address for p in kinds] == [False, True, True]
    assert [len(p.words) for p in kinds] == [200, 200, 1]


def test_targets_name_their_rows(catalogue: Catalogue) -> None:
    wanted = targets(catalogue)
    items = [one for one in wanted.all if one.why == "公开事项" and one.sort is Sort.PAGE]
    assert any(one.origin.startswith("items.csv:") for one in items)


def test_the_demo_is_clean_and_every_planted_fault_is_found(built: Path, tmp_path: Path) -> None:
    report = tmp_path / "report"
    assert audit(built, report, "--self-test") == 0
    data = json.loads((report / "tree.json").read_text(encoding="utf-8"))
    assert data["audit"] == "site" and data["counts"]["broken"] == 0
    assert data["self_test"]["found"] == data["self_test"]["planted"] > 80
    assert data["complete"]["searched"]["indicators"] == 39
    assert (report / "junit.xml").is_file()


def test_faults_by_hand_change_the_exit_code(built: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(built, site)
    path = next(site.glob("files/**/*.pdf"))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert audit(site, tmp_path / "r") == 1
    path.write_bytes(whole)
    (site / "robots.txt").write_text("User-agent: *\nDisallow: /\n", encoding="utf-8")
    assert audit(site, tmp_path / "r") == 3
    shutil.copy(built / "robots.txt", site / "robots.txt")
    assert audit(site, tmp_path / "r") == 0
    shutil.rmtree(site / "indicators" / "n054")
    assert audit(site, tmp_path / "r") == 1


def test_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audit(tmp_path / "nowhere", tmp_path / "r") == 64
    assert "没有找到网站文件夹" in capsys.readouterr().err
    assert main(["audit", "tree", str(tmp_path), "--base", "bureau.example"]) == 64


def test_bad_data_cannot_be_audited(built: Path, tmp_path: Path) -> None:
    bad = tmp_path / "data"
    shutil.copytree(DEMO, bad)
    (bad / "items.csv").write_text("id,nonsense\n", encoding="utf-8")
    arguments = ["--data", str(bad), "--site", str(built), "--report", str(tmp_path / "r")]
    assert main(["audit", *arguments]) == 3

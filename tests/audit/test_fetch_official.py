"""The official addresses of the data: which there are, who carries and who answers for them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from hostile import answers as a
from hostile.bureau import addressed, bureau
from hostile.case import GOOD
from hostile.server import Host, Servers

from disclosure.audit.fetch.official import ADDRESSES, official
from disclosure.cli import main
from disclosure.model import Catalogue
from disclosure.registers import REGISTERS

MISSING = a.page("404", "", status="404 Not Found")


def test_official_addresses_of_the_data(tmp_path: Path) -> None:
    """Without a list: every official address, with its rows, department and expectation."""
    data, out = tmp_path / "data", tmp_path / "out.json"
    host = Host({"/other.html": GOOD, "/hall": GOOD}, MISSING)
    with Servers({"": host}):
        bureau(data, "https://demo.example/")
        items = addressed(data / "items.csv", "url", {3: f"{host.base}/other.html"})
        halls = {0: f"{host.base}/hall", 2: f"{host.base}/hall", 4: f"{host.base}/none"}
        approvals = addressed(data / "registers" / "approvals.csv", "online", halls)
        command = ["audit", "fetch", "--data", str(data), "--rate", "0", "--json", str(out)]
        command += ["--report", str(tmp_path / "report")]
        assert main(command) == 1
        rows = json.loads(out.read_text(encoding="utf-8"))["results"]
        assert {row["reason"] for row in rows} == {"leak"}  # private addresses on a public site
        assert not host.asked
        settings = data / "bureau.yaml"
        text = settings.read_text(encoding="utf-8")
        settings.write_text(text.replace("https://demo.example/", f"{host.base}/"), "utf-8")
        main(command)
    found = {row["url"]: row for row in json.loads(out.read_text(encoding="utf-8"))["results"]}
    item, hall, gone = found[f"{host.base}/other.html"], found[halls[0]], found[halls[4]]
    assert len(found) == 3
    assert item["reason"] == "drift" and items[3]["title"][:20] in item["evidence"]
    assert item["parents"] == ["items.csv:5"]
    assert item["department"] == items[3]["department"] or not items[3]["department"]
    assert hall["verdict"] == "ok" and gone["reason"] == "gone"
    assert hall["parents"] == ["registers/approvals.csv:2", "registers/approvals.csv:4"]
    assert gone["parents"] == ["registers/approvals.csv:6"]
    assert gone["department"] == approvals[4]["department"] != ""


def test_every_column_for_addresses_is_known() -> None:
    """A register's column that is said to hold a web address is looked at."""
    told = {
        (register.slug, name)
        for register in REGISTERS
        for name, column in register.columns.items()
        if "网址" in f"{column.title}{column.description}"
    }
    assert {("approvals", "online"), ("channels", "online"), ("institutions", "website")} <= told
    assert {name for _, name in told} <= ADDRESSES


def test_an_item_without_a_department_is_answered_for_by_those_of_its_materials(
    catalogue: Catalogue,
) -> None:
    material, (indicator, _) = next(
        (key, value)
        for key, value in catalogue.materials.items()
        if catalogue.departments_of(value[0])
    )
    item = catalogue.items[0].model_copy(
        update={"url": "http://a.example/", "department": "", "satisfies": (material,)}
    )
    one = official(replace(catalogue, items=(item,), entries={}))[0]
    assert one.department == "、".join(d.name for d in catalogue.departments_of(indicator))

"""What a careless reader confuses: versions, withdrawn documents, titles all but the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from disclosure.demo.agenda import Agenda
from disclosure.demo.days import chinese, later, working
from disclosure.demo.dice import Dice
from disclosure.demo.draft import BUREAU, Draft
from disclosure.vocabulary import Kind, Validity

CLEARED = dt.date(2020, 12, 25)
CLEARING = f"{BUREAU}关于公布行政规范性文件清理结果的通知"


def withdraw(draft: Draft, validity: Validity) -> None:
    """End a document without a successor, and say by what."""
    how = "废止" if validity is Validity.REPEALED else "宣布失效"
    draft.validity, draft.note = validity, f"{chinese(CLEARED)}由《{CLEARING}》{how}。"


def chain(
    title: str, topic: str, kind: Kind, years: tuple[int, ...], dice: Dice, *,
    department: str = "", series: str = "", satisfies: tuple[str, ...] = (),
    ended: Validity = Validity.AMENDED,
) -> list[Draft]:  # fmt: skip
    """Versions of one document under one title, newest first; each older one is replaced."""
    versions: list[Draft] = []
    for year in reversed(years):
        issued = working(dt.date(year, dice.between(3, 10), dice.between(1, 28)))
        published = later(issued, dice.between(1, 8))
        draft = Draft(
            kind=kind, title=title, topic=topic, issued=issued, year=year, series=series,
            published=published, department=department, satisfies=satisfies,
            effective=working(published + dt.timedelta(days=30)), keywords=(topic,),
        )  # fmt: skip
        if versions:
            draft.successor, draft.validity = versions[-1], ended
        versions.append(draft)
    return versions


def showpieces(agenda: Agenda, dice: Dice) -> Iterator[list[Draft]]:
    """The same few in every demo; a group is taken whole or not at all."""
    documents, affairs = agenda.named("规范性文件"), agenda.named("法制仲裁")
    yield chain(
        f"{BUREAU}关于印发《示例市行政规范性文件管理办法》的通知", "行政规范性文件管理",
        Kind.NORMATIVE_DOCUMENT, (2016, 2019, 2021), dice, series="示例司规",
        department=documents,
    )  # fmt: skip
    yield chain(
        f"{BUREAU}权责清单和公共服务事项清单", "权责清单和公共服务事项", Kind.REGISTER,
        (2017, 2019, 2021), dice, department=affairs, ended=Validity.REPEALED,
        satisfies=("n007.1",) if agenda.allows("n007.1", 2021) else (),
    )  # fmt: skip
    yield _withdrawn(documents, dice)
    yield [announcement(2020, affairs, topic, dice) for topic in ("执业检查", "法律服务机构年检")]


def _withdrawn(department: str, dice: Dice) -> list[Draft]:
    """Two documents ended without a successor, one expired, and the paper that ended them."""
    clearing = Draft(
        kind=Kind.NOTICE, title=CLEARING, topic="行政规范性文件清理", issued=CLEARED, year=2020,
        series="示例司", published=later(CLEARED, 3), department=department,
        keywords=("文件清理",),
    )  # fmt: skip
    group = [clearing]
    for topic, year, validity in (
        ("司法行政系统内部评比", 2016, Validity.REPEALED),
        ("基层法律服务收费备案", 2017, Validity.REPEALED),
        ("公证便民服务", 2016, Validity.EXPIRED),
    ):
        issued = working(dt.date(year, dice.between(3, 10), dice.between(1, 28)))
        draft = Draft(
            kind=Kind.NORMATIVE_DOCUMENT, topic=topic, issued=issued, year=year,
            title=f"{BUREAU}关于印发《示例市{topic}工作办法》的通知", series="示例司规",
            published=later(issued, 3), effective=later(issued, 20), department=department,
            keywords=(topic,),
        )  # fmt: skip
        withdraw(draft, validity)
        group.append(draft)
    return group


def announcement(year: int, department: str, topic: str, dice: Dice) -> Draft:
    """An announcement; its title is given with its number, 第1号 and 第11号 among them."""
    issued = working(dt.date(year, dice.between(1, 6), dice.between(4, 28)))
    return Draft(
        kind=Kind.NOTICE, title="", topic=topic, issued=issued, year=year, variant="公告",
        published=issued, department=department, keywords=(topic, "公告"),
    )  # fmt: skip

"""The words of each item, by kind: Markdown, whole sentences, nothing that is true."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from disclosure.demo import phrases
from disclosure.demo.annuals import decided, disclosure_report, website_report
from disclosure.demo.bureau import PHONE
from disclosure.demo.days import chinese, later
from disclosure.demo.dice import Dice
from disclosure.demo.draft import BUREAU, Draft
from disclosure.demo.papers import budget, consultation, decision, guide
from disclosure.demo.subjects import PLACES
from disclosure.registers.words import ReportSeries
from disclosure.vocabulary import Kind

_NUMERALS = "一二三四五六七八九十"


def text(draft: Draft, dice: Dice) -> str:
    """The item's text; blocks are parted by a blank line."""
    write = _WRITERS.get(draft.kind, _notice)
    return "\n\n".join([*write(draft, dice), *_signature(draft)]) + "\n"


def say(draft: Draft, dice: Dice, sentence: str) -> str:
    """A sentence with its blanks filled."""
    return sentence.format(
        t=draft.topic, y=draft.year, d=draft.department, b=BUREAU, p=dice.pick(PLACES),
        n=dice.between(2, 9), m=dice.between(12, 96), by=chinese(later(draft.issued, 25)),
    )  # fmt: skip


def _several(draft: Draft, dice: Dice, pool: Sequence[str], low: int, high: int) -> str:
    chosen = dice.some(pool, dice.between(low, high))
    return "".join(say(draft, dice, one) for one in chosen)


def _next(draft: Draft, dice: Dice, low: int, high: int) -> str:
    """What is to be done next, as one sentence."""
    chosen = dice.some(phrases.PLANS, dice.between(low, high))
    return f"下一步，将{'；'.join(say(draft, dice, one) for one in chosen)}。"


def _signature(draft: Draft) -> list[str]:
    if draft.kind in (Kind.NEWS, Kind.REGISTER, Kind.GUIDE, Kind.INTERPRETATION, Kind.BUDGET):
        return []
    return [BUREAU, chinese(draft.issued)]


def _notice(draft: Draft, dice: Dice) -> list[str]:
    if draft.variant == "公告":
        return _announcement(draft, dice)
    blocks = ["各县（区）司法局，局机关各科室，局属各单位："]
    blocks.append(say(draft, dice, dice.pick(phrases.OPENINGS)))
    tasks = dice.some(phrases.TASKS, dice.between(2, 4))
    for numeral, (head, body) in zip(_NUMERALS, tasks, strict=False):
        blocks.append(f"{numeral}、{head}。{say(draft, dice, body)}")
    blocks.append(f"工作中遇到的问题，请及时与{draft.department}联系，办公电话：{PHONE}。")
    return blocks


def _announcement(draft: Draft, dice: Dice) -> list[str]:
    return [
        f"根据有关规定，现将{draft.year}年{draft.topic}有关事项公告如下。",
        _several(draft, dice, phrases.ACTIONS, 2, 3),
        f"公民、法人和其他组织对公告内容有异议的，可以自公告之日起15日内向{draft.department}反映，"
        f"办公电话：{PHONE}。",
    ]


def _plan(draft: Draft, dice: Dice) -> list[str]:
    blocks = [
        "## 一、总体要求",
        f"坚持依法行政、服务群众，以{draft.topic}为重点，突出问题导向，完善制度机制，"
        f"力争到{draft.year}年底各项任务全面完成。",
        "## 二、主要任务",
    ]
    tasks = dice.some(phrases.TASKS, dice.between(3, 5))
    for numeral, (head, body) in zip(_NUMERALS, tasks, strict=False):
        blocks.append(f"（{numeral}）{head}。{say(draft, dice, body)}")
    return [
        *blocks,
        "## 三、工作要求",
        f"各单位要结合实际制定落实措施，于每季度末向{draft.department}报送进展情况。"
        + _next(draft, dice, 1, 1),
    ]


def _statement(draft: Draft, dice: Dice) -> list[str]:
    """A 情况说明: at most 500 characters, as annex 1 asks."""
    return [
        say(draft, dice, dice.pick(phrases.STATEMENT_OPENINGS)),
        "主要做法：" + _several(draft, dice, phrases.ACTIONS, 3, 4),
        "工作成效：" + _several(draft, dice, phrases.RESULTS, 1, 2),
        _next(draft, dice, 1, 1),
    ]


def _report(draft: Draft, dice: Dice) -> list[str]:
    """The four parts that a rule-of-law report has; other series have forms of their own."""
    if form := _FORMS.get(draft.variant):
        return form(draft, dice)
    problems = dice.some(phrases.PROBLEMS, dice.between(2, 3))
    listed = "；".join(f"{n}是{one}" for n, one in zip(_NUMERALS, problems, strict=False))
    return [
        f"{draft.year}年，我局认真落实上级部署，扎实推进{draft.topic}有关工作。现将有关情况报告如下。",
        "## 一、主要举措和成效",
        _several(draft, dice, phrases.ACTIONS, 3, 5),
        _several(draft, dice, phrases.RESULTS, 1, 3) + decided(draft),
        "## 二、存在的不足和原因",
        f"{listed}。{phrases.CAUSE}",
        "## 三、主要负责人履行推进法治建设第一责任人职责的情况",
        "局主要负责人定期听取工作汇报，带头学法用法，对重要工作亲自部署、重大问题亲自过问、"
        "重点环节亲自协调、重要任务亲自督办。",
        "## 四、下一年度工作安排",
        _next(draft, dice, 2, 3),
    ]


def _rules(draft: Draft, dice: Dice) -> list[str]:
    articles = [phrases.ARTICLES[0], *dice.some(phrases.ARTICLES[1:], dice.between(4, 6))]
    effective = chinese(draft.effective or draft.date)
    articles.append(f"本文件自{effective}起施行。")
    return [
        f"第{numeral}条　{say(draft, dice, article)}"
        for numeral, article in zip(_NUMERALS, articles, strict=False)
    ]


def _register(draft: Draft, dice: Dice) -> list[str]:
    rows = dice.some(phrases.SERVICE_ROWS, dice.between(5, 9))
    table = ["| 序号 | 事项名称 | 服务对象 | 办理期限 |", "| --- | --- | --- | --- |"]
    table += [f"| {n} | {' | '.join(row)} |" for n, row in enumerate(rows, 1)]
    return [
        f"根据有关规定，经梳理审核，现公布{draft.topic}涉及的事项，共{len(rows)}项。",
        "\n".join(table),
        f"本清单实行动态管理，事项调整的，自变更之日起20个工作日内更新。"
        f"由{draft.department}负责解释，办公电话：{PHONE}。",
    ]


def _interpretation(draft: Draft, dice: Dice) -> list[str]:
    return [
        "## 一、制定背景",
        say(draft, dice, "近年来，{t}工作不断加强，但制度还不够完善。为了回应群众关切、统一工作标准，"
            "经广泛征求意见和合法性审核，{b}制定了有关文件。"),
        "## 二、主要内容",
        "文件明确了适用范围、办理程序、办理期限和监督方式。"
        + say(draft, dice, dice.pick(phrases.ARTICLES[4:8])),
        "## 三、群众关心的问题",
        say(draft, dice, "问：在哪里可以查到{t}的有关信息？答：可以在本专栏按指标或者按科室查找，"
            f"也可以拨打办公电话{PHONE}咨询。"),
    ]  # fmt: skip


def _news(draft: Draft, dice: Dice) -> list[str]:
    first = phrases.NEWS[1] if "调研" in draft.title else phrases.NEWS[0]
    return [
        f"{chinese(draft.issued)}，" + say(draft, dice, first).removeprefix("近日，"),
        _several(draft, dice, phrases.NEWS[2:4], 1, 2),
        say(draft, dice, dice.pick(phrases.NEWS[4:])),
    ]


_FORMS = {
    ReportSeries.DISCLOSURE.value: disclosure_report,
    ReportSeries.WEBSITE.value: website_report,
}
_WRITERS: dict[Kind, Callable[[Draft, Dice], list[str]]] = {
    Kind.WORK_PLAN: _plan,
    Kind.STATEMENT: _statement,
    Kind.ANNUAL_REPORT: _report,
    Kind.NORMATIVE_DOCUMENT: _rules,
    Kind.REGISTER: _register,
    Kind.INTERPRETATION: _interpretation,
    Kind.NEWS: _news,
    Kind.CONSULTATION: consultation,
    Kind.DECISION: decision,
    Kind.GUIDE: guide,
    Kind.BUDGET: budget,
}

"""Texts with facts of their own: decisions, guides, budgets that add up, consultations."""

from __future__ import annotations

import datetime as dt

from disclosure.demo.bureau import EMAIL, PHONE
from disclosure.demo.days import chinese, working
from disclosure.demo.dice import Dice
from disclosure.demo.draft import BUREAU, Draft

_OUTLAYS = ("基本支出：人员经费", "基本支出：公用经费", "项目支出：法律援助", "项目支出：普法宣传",
            "项目支出：行政执法监督")  # fmt: skip


def decision(draft: Draft, dice: Dice) -> list[str]:
    """A permit or a penalty, with its ground, its result and the way to contest it."""
    ruled = draft.ruling
    assert ruled is not None
    head = f"当事人：{ruled.party.name}。统一社会信用代码：{ruled.party.code}。"
    remedy = (
        "如不服本决定，可以自收到本决定书之日起60日内依法申请行政复议，"
        "也可以在6个月内依法向人民法院提起行政诉讼。"
    )
    if draft.variant == "许可":
        return [
            head,
            f"当事人于{chinese(draft.issued - dt.timedelta(days=dice.between(5, 18)))}"
            f"向本机关提出变更{ruled.subject}的申请，提交的材料齐全，符合法定形式。",
            "经审查，申请符合《中华人民共和国行政许可法》和有关法律服务管理规定的条件。",
            f"本机关决定：准予变更{ruled.subject}。请自收到本决定之日起10日内办理换证手续。",
            remedy,
        ]
    return [
        head,
        f"经查，当事人{ruled.offence}，以上事实有现场检查笔录、询问笔录和有关书证证明。"
        "本机关已依法告知当事人享有陈述、申辩的权利，当事人在规定期限内未提出陈述、申辩。",
        f"依照《中华人民共和国行政处罚法》和有关法律服务管理规定，决定给予当事人{ruled.sanction}的行政处罚。",
        remedy,
    ]


def guide(draft: Draft, dice: Dice) -> list[str]:
    """The eight elements that an inspector looks for in a guide."""
    days = dice.between(5, 20)
    audience = draft.note.removeprefix("服务对象：").rstrip("。") or "公民、法人和其他组织"
    rows = (
        ("事项名称", draft.topic),
        ("设定依据", "有关法律、法规和规章"),
        ("申请条件", f"{audience}，符合法律、法规和规章规定的条件"),
        ("办理材料", "申请表；身份或者主体资格证明；与申请事项有关的材料"),
        ("办理流程", "申请—受理—审查—决定—送达"),
        ("办理期限", f"受理之日起{days}个工作日内"),
        ("收费标准", "不收费"),
        ("办理地点", "示例省示例市示例区示例路0号公共法律服务中心"),
        ("办理时间", "工作日8:30至12:00，14:30至18:00"),
        ("联系电话", PHONE),
        ("监督电话", PHONE),
    )
    table = ["| 要素 | 内容 |", "| --- | --- |", *(f"| {a} | {b} |" for a, b in rows)]
    return [
        f"为方便群众办理{draft.topic}，现将办事要素公布如下。",
        "\n".join(table),
        f"对办理结果有异议的，可以向{draft.department}提出，也可以依法申请行政复议或者提起行政诉讼。",
    ]


def budget(draft: Draft, dice: Dice) -> list[str]:
    """Outlays in 万元; the last row is their sum, a zero is written as 0."""
    sums = [dice.between(20, 900) for _ in _OUTLAYS]
    guests = dice.pick((0, 2, 3))
    table = ["| 项目 | 金额（万元） |", "| --- | --- |"]
    table += [f"| {name} | {amount} |" for name, amount in zip(_OUTLAYS, sums, strict=True)]
    table.append(f"| 合计 | {sum(sums)} |")
    return [
        f"现将{draft.year}年度{draft.variant}有关情况公开如下。",
        "## 一、支出情况",
        "\n".join(table),
        "## 二、“三公”经费情况",
        f"{draft.year}年度因公出国（境）费0万元，公务用车购置费0万元，公务接待费{guests}万元，"
        f"合计{guests}万元。",
        "## 三、名词解释",
        "基本支出是指为保障机构正常运转、完成日常工作任务而发生的支出。"
        "项目支出是指为完成特定工作任务而发生的支出。",
    ]


def consultation(draft: Draft, dice: Dice) -> list[str]:
    """A call for opinions (thirty days and more), or the answer to those received."""
    if draft.variant == "反馈":
        received = dice.between(6, 30)
        taken = dice.between(2, received)
        return [
            f"{draft.topic}有关文件公开征求意见期间，通过网站、信函和座谈会收到意见{received}条，"
            f"采纳{taken}条，未采纳{received - taken}条。",
            "采纳的意见主要是细化办理程序、明确办理期限、增加监督方式等，已在文件中修改完善。",
            "未采纳的意见主要是与上位法规定不一致，或者不属于文件调整范围，已逐条说明理由。",
            "感谢社会各界对本项工作的关心和支持。",
        ]
    start = draft.published or draft.issued
    end = draft.until or working(start + dt.timedelta(days=dice.between(31, 36)))
    return [
        f"为了做好{draft.topic}工作，{BUREAU}起草了有关文件的征求意见稿。"
        "为提高文件质量，现向社会公开征求意见。",
        f"征求意见时间：{chinese(start)}至{chinese(end)}。",
        f"公众可以通过以下途径提出意见：一、发送电子邮件至{EMAIL}；"
        f"二、来信寄送示例省示例市示例区示例路0号{draft.department}；三、拨打办公电话{PHONE}。",
        "起草说明：文件对适用范围、工作职责、办理程序和监督方式作了规定，"
        "与现行法律、法规和规章保持一致。",
    ]

"""Codes of waivers.yaml: what is put up with must not be put up with for ever."""

from __future__ import annotations

from disclosure.problem_codes.base import Code, Severity

_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

WAIVER_CODES = (
    Code("X01", "豁免已到期", _WARNING, "这条豁免的有效期已过，对应的网址重新按核验结果计算。",
         "核对网址：已修好的，删去这条豁免；没有修好的，写明理由，重新定有效期。"),
    Code("X02", "豁免或确认没有对上网址", _NOTE, "数据里没有一个官方网址和这一条相符，它不起作用。",
         "网址改了的，照现在的官方网址改写；已经不用的，删去这一条。"),
    Code("X03", "人工确认已过时", _WARNING, "由人核对过的网址，核对已经过了规定的天数，不能再作为依据。",
         "由人用浏览器重新打开核对，把核对日期和看到的内容改成这一次的。"),
    Code("X04", "人工确认的日期在将来", _ERROR, "核对日期晚于今天。", "改成实际核对的日期。"),
)  # fmt: skip

"""Codes of addresses.csv and redirects.yaml: an address once published never dies."""

from __future__ import annotations

from disclosure.problem_codes.base import Code, Severity

_ERROR, _NOTE = Severity.ERROR, Severity.NOTE
_STABLE = "国办发〔2017〕47号：每项内容有唯一、稳定的网址（转述；本站从严，列为错误）"

ADDRESS_CODES = (
    Code("U01", "公开过的网址将打不开", _ERROR,
         "这个网址公开过，别人可能收藏、引用、印在纸上，现在的数据里却没有它的内容，也没有写它去了哪里。",
         "误删的，恢复原来那一行；换了网址的，在 redirects.yaml 的 redirects 里写原网址和现网址；"
         "撤回、合并、废止的，在 tombstones 里写去向和原因。", _STABLE),
    Code("U02", "转去的网址不存在", _ERROR, "原网址要转到的地方，本站没有网页或文件，转过去还是打不开。",
         "改成内容现在的网址。", _STABLE),
    Code("U03", "写成已迁移或撤下的网址还在用", _ERROR,
         "这个网址现在还有内容，再写它迁移或撤下，两者只能留一个。",
         "内容还在的，删去 redirects.yaml 里的这一条；不在的，删去数据里对应的那一行。"),
    Code("U04", "没有公开过的网址", _NOTE,
         "addresses.csv 里没有登记过这个网址，可能写错了。",
         "核对原网址；确实公开过的，不用改。"),
    Code("U05", "有新网址还没有登记", _NOTE,
         "addresses.csv 从第一次发布起登记每一个公开过的网址，这些还不在里面；不登记，以后消失了就查不出来。",
         "网站发布以后运行 disclosure addresses record。"),
    Code("U06", "迁移或撤下的日期在将来", _ERROR, "日期晚于今天，网页不能写还没有发生的事。",
         "改成实际的日期。"),
)  # fmt: skip

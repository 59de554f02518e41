"""Codes of citations (norms of another day, names misspelt)."""

from __future__ import annotations

from disclosure.problem_codes.base import Code, Severity

_TABLE = "法律沿革表（norms/laws.csv）；立法法"

CITATION_CODES = (
    Code("B01", "依据当时不是有效的法律", Severity.ERROR,
         "清单条目引用的法律，在条目的有效期内已经失效或者还没有施行。",
         "改引当时有效的法律；法律修改的，终止这一版，另写新的一版。", _TABLE),
    Code("B02", "正文依据的法律当时没有效力", Severity.WARNING,
         "正文写“根据《……》”，这部法律在文件日期已经失效或者还没有施行。",
         "核对文件日期和法律名称；原件如此的，可以保留。", _TABLE),
    Code("B03", "法律名称疑有错字", Severity.WARNING,
         "引用的名称与收录的法律或者文件只差一个字。", "核对后改正。", _TABLE),
)  # fmt: skip

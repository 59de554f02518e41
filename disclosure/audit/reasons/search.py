"""What can be concluded only by searching the site in a browser."""

from __future__ import annotations

from disclosure.audit.verdict import Reason, Verdict

_BROKEN, _SUSPECT = Verdict.BROKEN, Verdict.SUSPECT

_KEYWORD = "在数据的“关键词”里写上这个词；是别人的习惯说法的，在 synonyms.yaml 里加一条同义词；标题写错的，改标题。"

TABLE = (
    Reason("not-found", _BROKEN, "检索不到",
           "键入名称、编号或评估人员常用的问法，检索结果里没有应当找到的页面。", _KEYWORD),
    Reason("found-late", _BROKEN, "排得太后",
           "应当找到的页面在检索结果里，但不在前三条。", _KEYWORD),
    Reason("shared-title", _BROKEN, "同名的页面没有排在最前",
           "几个页面同名（或同号），检索这个名称时，排在最前的不全是它们。",
           "给其中的页面改用能区分的标题；编号重复的，核对编号。"),
    Reason("run-missed", _SUSPECT, "用标题里的几个字检索不到",
           "键入只有这个标题才有的几个字，前三条里没有它。", _KEYWORD),
    Reason("runs-missed", _BROKEN, "用标题里的几个字检索，找到的太少",
           "键入标题里独有的几个字，能在前三条找到的不足 98%。",
           "核对检索的脚本（docs/javascripts/search-engine.js）；个别的加关键词。"),
    Reason("not-public", _SUSPECT, "要查的内容还没有公开",
           "评估人员会这样问，而数据里还没有公开对应的内容，所以检索不到。",
           "把内容整理进公开事项或清单；指标页面也应能找到的，在 synonyms.yaml 里加同义词。"),
    Reason("found-wrongly", _BROKEN, "不该有结果却有",
           "键入没有意义的词，或者没有公开的文件，检索结果不是空的。",
           "没有公开的文件不应有页面；没有意义的词与某个同义词相近的，改 synonyms.yaml。"),
    Reason("no-help", _BROKEN, "没有结果时没有说明",
           "检索不到时，页面没有说没有找到、可以怎样再找。", "核对检索页的模板 search.html，重新生成网站。"),
    Reason("no-search", _BROKEN, "检索不能用",
           "检索页打不开，或者它的脚本没有运行。", "核对检索页和 assets/search-*.js，重新生成网站。"),
    Reason("page-differs", _SUSPECT, "检索页显示的与检索程序给出的不同",
           "同一个词，检索页列出的和批量检索得到的不一致，所以这次检索核验整体不可信。",
           "核对检索页的脚本（docs/javascripts/search-page.js）。", distrust=True),
)  # fmt: skip

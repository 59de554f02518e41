"""Verdict and reason: the words of every result.

A verdict is one of five words everywhere. A reason says why; every reason is declared in
REASONS with its verdict, so that no finding can invent its own. Those of OWN are about the
built site and each has a mutator that plants it (`mutators`), so that the self-test can
prove that it would be found; those of FOREIGN are about addresses looked at over the network.
Those of SEARCH come from typing into the site's search (`findability`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """结论."""

    OK = "ok"
    BROKEN = "broken"
    BLOCKED = "blocked"
    SUSPECT = "suspect"
    UNCHECKED = "unchecked"

    @property
    def label(self) -> str:
        """The word people read; blocked and suspect both wait for a person."""
        return _LABELS[self]


_LABELS = {
    Verdict.OK: "通",
    Verdict.BROKEN: "断",
    Verdict.BLOCKED: "待人工",
    Verdict.SUSPECT: "待人工",
    Verdict.UNCHECKED: "未检",
}


@dataclass(frozen=True)
class Reason:
    """Why a result is not simply ok."""

    code: str
    verdict: Verdict
    title: str
    meaning: str
    fix: str
    redirected: str = ""
    """The fix where the address itself redirects; empty where it is the same."""
    distrust: bool = False
    """Whether the audit as a whole cannot be trusted while this stands (exit code 3)."""


_BROKEN, _SUSPECT = Verdict.BROKEN, Verdict.SUSPECT

_OWN = (
    # What a link says
    Reason("dead-link", _BROKEN, "链接打不开",
           "链接指向的页面或文件不在网站里。",
           "改正链接，或者补上它指向的页面或文件。"),
    Reason("dead-fragment", _BROKEN, "锚点不存在",
           "页面在，但链接里 # 后面的位置在页面上找不到，点开只会停在页首。",
           "核对标题的锚点名称，改正 # 后面的部分。"),
    Reason("case-mismatch", _BROKEN, "大小写不一致",
           "网址的大小写和文件名不同，在多数服务器上打不开。",
           "把网址改成和文件名完全一致的大小写。"),
    Reason("base-path", _BROKEN, "网址漏了网站的路径",
           "网站放在域名下的一个路径里，链接却从域名的根开始写，发布后会打不开。",
           "改用相对网址，或者在网址前面补上网站的路径。"),
    Reason("leak", _BROKEN, "指向本机或内网",
           "链接指向本机文件、脚本或内部网络，公众打不开，还会暴露内部信息。",
           "换成公开网址；没有公开网址的，删去链接。"),
    Reason("malformed", _BROKEN, "网址写法有误",
           "网址不完整或含有不能识别的部分，浏览器无法打开。",
           "打开原网页，从地址栏复制完整网址。"),
    Reason("contact-syntax", _BROKEN, "邮箱或电话链接有误",
           "mailto: 或 tel: 后面不是可用的邮箱地址或电话号码。",
           "邮箱写成 名称@域名，电话只用半角数字、加号和连字符。"),
    Reason("odd-form", _SUSPECT, "网址写法不规范",
           "网址里有反斜杠、换行、重复的斜杠或未知的协议，有的浏览器能打开，有的不能。",
           "改成规范的网址。"),
    Reason("external", Verdict.UNCHECKED, "站外网址",
           "指向别的网站，这一版核验不访问外网。", "需要时由人工打开核对。"),
    # What a page must be
    Reason("missing-page", _BROKEN, "应有的页面不存在",
           "数据里有这个对象，网站里没有它的页面。", "重新生成网站；仍然缺少时检查生成过程。"),
    Reason("missing-file", _BROKEN, "应有的文件不存在",
           "数据里登记了这个文件，网站里没有。", "重新生成网站，并确认 files 文件夹里有这个文件。"),
    Reason("wrong-title", _BROKEN, "页面标题不对",
           "页面在，但标题里没有应有的名称，可能放错了内容。", "重新生成网站；核对页面内容。"),
    Reason("missing-words", _BROKEN, "页面缺少应有的文字",
           "页面在，但没有应当出现的原文、文号或名称。", "重新生成网站；核对页面内容。"),
    Reason("empty-page", _BROKEN, "页面是空的",
           "页面能打开，但正文没有任何内容。", "重新生成网站；确认数据里有内容。"),
    Reason("truncated-page", _BROKEN, "页面不完整",
           "页面文件在中途断掉，没有结尾。", "重新生成并重新上传这一页；检查磁盘空间。"),
    Reason("orphan", _BROKEN, "没有页面链接到它",
           "页面在，但网站里没有任何页面链接到它，公众找不到。",
           "在列表页或上级页面加上链接。"),
    Reason("too-far", _BROKEN, "离首页太远",
           "从首页点三次还到不了（同一个列表的分页算一次）。", "在首页或栏目页加上入口。"),
    Reason("duplicate-id", _SUSPECT, "锚点重复",
           "同一页里有两个相同的锚点，链接只会跳到第一个。", "让每个锚点的名称在页内唯一。"),
    Reason("canonical", _SUSPECT, "规范网址不对",
           "页面没有声明规范网址（canonical），或者声明的不是它自己，搜索引擎会收录别的网址。",
           "核对 bureau.yaml 的 base_url，重新生成网站。"),
    Reason("noindex", _SUSPECT, "页面拒绝被收录",
           "页面声明了 noindex，搜索引擎搜不到它，网络检索时会被当作没有公开。",
           "去掉 robots 标签里的 noindex。"),
    Reason("stray", _SUSPECT, "多出来的页面",
           "网站里有这个页面，但它不在应有的清单上，或者没有页面链接到它。",
           "不需要的删去；需要的登记到数据里。"),
    # What a page's head must say
    Reason("tag-missing", _BROKEN, "缺少页面标签",
           "页面没有国办发〔2017〕47号要求的标签，而数据里有它的内容。",
           "重新生成网站；改过 overrides/main.html 的，补上标签。"),
    Reason("tag-repeated", _BROKEN, "页面标签重复",
           "只能有一个的标签出现了不止一次，检查程序不知道以哪个为准。", "删去多出来的标签，重新生成网站。"),
    Reason("tag-empty", _BROKEN, "页面标签是空的",
           "有标签，但没有内容。", "在数据里补上内容；没有内容的标签不写。"),
    Reason("tag-format", _BROKEN, "页面标签格式不对",
           "标签的内容不是国办发〔2017〕47号规定的格式，例如发布时间不是“年-月-日 时:分”。",
           "核对数据里的写法，重新生成网站。"),
    Reason("tag-wrong", _BROKEN, "页面标签与数据不符",
           "标签的内容和数据里的不同，或者数据里没有而标签里有。发布时间不符会被当作弄虚作假。",
           "以数据为准，重新生成网站。"),
    Reason("tag-misplaced", _SUSPECT, "页面标签用错了页面",
           "栏目页上出现了内容页的标签。", "栏目页不写标题、发布时间和来源标签，重新生成网站。"),
    Reason("tag-vocabulary", _SUSPECT, "栏目类别不在列举之内",
           "ColumnType 不是国办发〔2017〕47号列举的类别。原文列举以“……”结尾，可以增加，由人判断。",
           "改用列举的类别；确需增加的，记下理由。"),
    Reason("title-repeated", _SUSPECT, "页面标题重复",
           "几个页面的标题完全相同，在检索结果里分不清。", "让标题带上版本、文号或清单名。"),
    Reason("description-missing", _SUSPECT, "没有页面摘要",
           "页面没有 description，检索结果里的摘要由搜索引擎自己截取。", "重新生成网站；手写的页面在开头补上。"),
    Reason("description-repeated", _SUSPECT, "页面摘要重复",
           "几个页面的 description 完全相同。", "让摘要说出这一页特有的内容。"),
    Reason("structured-missing", _SUSPECT, "没有结构化数据",
           "页面没有 JSON-LD，或者缺发布机构、当前位置、页面本身三者之一。", "重新生成网站。"),
    Reason("structured-syntax", _BROKEN, "结构化数据读不通",
           "JSON-LD 不是正确的 JSON，搜索引擎会整段丢掉。", "核对数据里的特殊字符，重新生成网站。"),
    Reason("structured-wrong", _SUSPECT, "结构化数据与页面不符",
           "JSON-LD 里的类型、网址、名称、发布日期或当前位置与这一页不同。", "重新生成网站。"),
    # What a file must be
    Reason("wrong-type", _BROKEN, "文件内容与类型不符",
           "文件的内容不是扩展名所说的类型，例如 .pdf 里其实是一个网页。", "换上正确的文件。"),
    Reason("damaged-file", _BROKEN, "文件损坏或不完整",
           "文件是空的、被截断，或者压缩包校验不过，打不开。", "重新上传完整的文件。"),
    Reason("changed-file", _BROKEN, "文件与登记的不同",
           "文件的大小或 SHA-256 与数据登记时不同。", "核对是否被替换；确认后重新生成网站。"),
    # What engines are told
    Reason("sitemap-missing", _BROKEN, "网站地图缺少页面",
           "sitemap.xml 没有列出这个页面，或者文件本身读不通。", "重新生成网站。"),
    Reason("sitemap-extra", _BROKEN, "网站地图列了不该有的网址",
           "sitemap.xml 列出的网址不在网站里，或者不是本站应有的页面。", "重新生成网站。"),
    Reason("sitemap-date", _SUSPECT, "网站地图的日期不对",
           "sitemap.xml 里这一页的修改日期缺失、格式不对、晚于数据的修订日期，或者与数据不符。",
           "重新生成网站。"),
    Reason("robots-denial", _SUSPECT, "robots.txt 禁止访问",
           "robots.txt 不让检索程序访问应当公开的页面；别的检查工具会把它当作通过，"
           "所以这次核验整体不可信。",
           "改正 robots.txt，允许访问全部公开页面。", distrust=True),
    # Whether the audit itself can be believed
    Reason("disagreement", _SUSPECT, "两次核验结果不一致",
           "本程序和 LinkChecker 对同一网址的结论不同。", "人工打开这个网址，以看到的为准。"),
    Reason("not-observed", Verdict.UNCHECKED, "没有观测到",
           "应当核验的目标没有观测结果，这次核验整体不可信。", "重新核验；仍然如此时检查运行环境。",
           distrust=True),
)  # fmt: skip

_BLOCKED = Verdict.BLOCKED
_NEW_ADDRESS = "这个网址已经转到别处，按转到的页面核对；能确认新网址的，把链接换成新网址。"

_FOREIGN = (
    # No answer
    Reason("no-host", _BROKEN, "找不到这台服务器",
           "域名解析不到服务器，可能已停用，也可能写错了。",
           "核对域名；网站已关闭的，换成现在的官方网址，或者删去链接。"),
    Reason("no-connection", _BROKEN, "连不上服务器",
           "服务器拒绝连接、中途断开，或者什么也没有回答；重试和第二轮都是这样。",
           "过几小时再核验一次；仍然连不上的，请对方修复，或者换成现在的官方网址。"),
    Reason("timeout", _BROKEN, "等不到回答",
           "在规定的时间内没有收到完整的网页；重试和第二轮都是这样。",
           "过几小时再核验一次；仍然等不到的，请对方修复，或者换成现在的官方网址。"),
    Reason("bad-answer", _BROKEN, "服务器的回答读不通",
           "回答不符合 HTTP 约定，浏览器也打不开。", "把发现的情况告诉对方网站，请对方修复。"),
    Reason("tls-failed", _BROKEN, "加密连接建立不了",
           "https 握手失败，浏览器也打不开。", "请对方修复 https；对方另有可用网址的，换成那个网址。"),
    # An answer that says no
    Reason("gone", _BROKEN, "网页已不存在",
           "服务器回答没有这个网页（404 或 410）。",
           "在对方网站按标题或文号查找新网址，换上；找不到的，删去链接，改为上传附件或正文。",
           "网址转到了一个不存在的网页。在对方网站按标题或文号查找新网址，换上。"),
    Reason("client-error", _BROKEN, "服务器不接受这个网址",
           "服务器回答网址或请求有误（4xx）。", "打开对方网站，从地址栏复制完整网址，换上。"),
    Reason("server-error", _BROKEN, "对方服务器出错",
           "服务器回答自身出错（5xx）；重试和第二轮都是这样。",
           "过几小时再核验一次；仍然出错的，请对方修复，或者换成现在的官方网址。"),
    Reason("redirect-loop", _BROKEN, "转来转去打不开",
           "网址反复跳转，浏览器会报“重定向次数过多”。", "请对方修复，或者换成能直接打开的网址。"),
    Reason("dead-frame", _BROKEN, "页面里的框架打不开",
           "页面的正文在框架里，而框架指向的网页打不开，公众看到的是空白或出错页。",
           "请对方修复，或者直接链接到正文所在的网址。"),
    # A guard answered: only a person can look
    Reason("guarded", _BLOCKED, "防护系统不让程序访问",
           "对方的防护系统拒绝了程序的访问，不能据此判断公众能否打开。",
           "由人用浏览器打开核对，并记下核对日期。"),
    Reason("challenge", _BLOCKED, "要求人机验证",
           "对方要求通过验证码或浏览器验证，程序不代做，不能据此判断公众能否打开。",
           "由人用浏览器打开核对，并记下核对日期。"),
    Reason("rate-limited", _BLOCKED, "对方限制访问次数",
           "对方回答访问过于频繁（429），等待后重试仍是这样。",
           "调大 --rate，换个时间再核验；或由人用浏览器打开核对。"),
    Reason("login", _BLOCKED, "要求登录",
           "打开的是登录页，或者服务器要求身份验证（401）。公众未必能看到内容。",
           "由人打开核对；确需登录的，换成公众能直接打开的网址。",
           "网址转到了登录页。由人打开核对；确需登录的，换成公众能直接打开的网址。"),
    # An answer that cannot be believed as it stands
    Reason("soft-404", _SUSPECT, "打开的是出错页",
           "状态是 200，内容却是“页面不存在”或程序出错一类的提示、没有填内容的模板，或者和随便编的网址打开的一样。",
           "由人打开核对；确已失效的，按标题或文号查找新网址，换上。", _NEW_ADDRESS),
    Reason("placeholder", _SUSPECT, "打开的是占位页",
           "状态是 200，内容却是建设中、系统维护、域名出售或服务器的默认页。",
           "由人打开核对；网站停用的，换成现在的官方网址。", _NEW_ADDRESS),
    Reason("hijacked", _SUSPECT, "网页可能被他人占用",
           "网页标题像博彩、色情一类的广告，域名可能已过期，被他人注册。",
           "由人打开核对（注意安全）；确被占用的，立即删去链接。",
           "网址转到了像广告的网页。由人打开核对（注意安全）；确被占用的，立即删去链接。"),
    Reason("redirect-home", _SUSPECT, "转到了首页",
           "网址被转到网站首页，原来的网页多半已不存在。",
           "在对方网站按标题或文号查找新网址，换上。"),
    Reason("redirect-error", _SUSPECT, "转到了出错页",
           "网址被转到名为 404、error 一类的网页，原来的网页多半已不存在。",
           "在对方网站按标题或文号查找新网址，换上。"),
    Reason("drift", _SUSPECT, "内容与登记的不同",
           "网页或文件打得开，但没有应当出现的标题、文号或文字，或者 SHA-256 变了。",
           "由人打开核对；确是同一份文件的，改正登记的内容，否则换成正确的网址。", _NEW_ADDRESS),
    Reason("expect-unread", _SUSPECT, "文件里的文字读不出来",
           "文件打得开也完整，但没有文字层或不支持读取，应当出现的文字没有核对。",
           "由人打开核对一次；核对后把 expect 换成文件的 SHA-256。"),
    Reason("needs-script", _SUSPECT, "正文要靠脚本显示",
           "网页本身没有正文，要由浏览器运行脚本才出现；搜索引擎也可能读不到。",
           "由人用浏览器打开核对。"),
    Reason("unread", _SUSPECT, "内容没有读全",
           "内容太大、解压后太大，或者用了程序不认识的压缩方式，没有读完。",
           "由人用浏览器打开核对；大文件用 --max-size 放宽。"),
    Reason("mislabelled", _SUSPECT, "文件类型声明有误",
           "文件是好的，但服务器声明的类型不对，浏览器可能显示成乱码。",
           "请对方网站改正 Content-Type；必要时另存文件，作为附件上传。"),
    Reason("dead-inside", _SUSPECT, "文件里的链接打不开",
           "PDF 是好的，里面的链接有打不开的。", "请对方更新文件，或在说明里给出现在的网址。"),
    Reason("robots-disallow", _SUSPECT, "不让搜索引擎收录",
           "网页打得开，但对方的 robots.txt 不让搜索引擎访问，公众检索不到。",
           "请对方改正 robots.txt；或者换成可以检索到的网址。"),
    # Encryption that a browser warns of
    Reason("tls-expired", _SUSPECT, "证书不在有效期",
           "https 证书已过期或尚未生效，浏览器会警告。", "请对方网站更新证书。"),
    Reason("tls-wrong-host", _SUSPECT, "证书与域名不符",
           "https 证书是发给别的域名的，浏览器会警告。", "核对域名是否写错；没有写错的，请对方更换证书。"),
    Reason("tls-self-signed", _SUSPECT, "证书是自签的",
           "https 证书不是由公认的机构签发的，浏览器会警告。", "请对方网站更换证书。"),
    Reason("tls-incomplete", _SUSPECT, "证书链不完整",
           "https 缺少中间证书，或者签发者不受信任，有的浏览器会警告，有的打不开。",
           "请对方网站补上中间证书；是内部签发的，用 --ca 指明根证书。"),
    Reason("tls-weak", _SUSPECT, "加密方式过时",
           "https 只支持过时的协议、算法或密钥，新的浏览器打不开或会警告。", "请对方网站升级 https 配置。"),
    # Whether it was looked at
    Reason("not-asked", Verdict.UNCHECKED, "还没有看",
           "核验在看到这个网址之前中断了。", "再运行一次同样的命令，会从中断的地方接着看。"),
)  # fmt: skip

_KEYWORD = "在数据的“关键词”里写上这个词；是别人的习惯说法的，在 synonyms.yaml 里加一条同义词；标题写错的，改标题。"

_SEARCH = (
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

OWN: Mapping[str, Reason] = {reason.code: reason for reason in _OWN}
"""What can be concluded about the built site."""
FOREIGN: Mapping[str, Reason] = {reason.code: reason for reason in _FOREIGN}
"""What can be concluded only about an address that was asked for over the network."""
SEARCH: Mapping[str, Reason] = {reason.code: reason for reason in _SEARCH}
"""What can be concluded only by searching the site in a browser."""
REASONS: Mapping[str, Reason] = {**OWN, **FOREIGN, **SEARCH}

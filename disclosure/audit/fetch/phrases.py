"""What pages say that are not what was asked for: soft 404s, guards, login walls, placeholders.

A phrase alone proves nothing: an article may be about maintenance or about missing pages.
So it must be all that the page has to say: the whole of a title's part or of a heading, or
a sentence of a page with hardly any other text of its own. A title that names a kind of
document (通知, 公告, …) or what one does about a thing (警惕, 规范, …), and a date of
publication, speak against every one of these.
"""

from __future__ import annotations

import re
import unicodedata

from disclosure.audit.fetch.furniture import untitled
from disclosure.audit.fetch.sighting import Page, Sign

_PARTS = re.compile(r"\s*(?:[|_｜·»>~]|[-–—]{1,2}(?=\D|$)|\s-\s|::)\s*")
_PUNCTUATION = re.compile(r"[\s!！.。,，~～…:：?？()（）【】\[\]“”\"'’‘]+")
_DOCUMENT = re.compile(
    r"通知|公告|通报|意见|办法|规定|条例|方案|决定|报告|简报|批复|答复|答记者|解读|细则|规则|规程"
    r"|指南|纪要|公示|公报|启事|问答|如何|怎么|怎样|为什么|召开|举办|开展|印发|新闻|动态|记者|关于"
    r"|警惕|谨防|防范|严防|打击|严打|严查|查处|整治|治理|揭秘|曝光|诈骗|骗局|案例|普法|培训|讲座|规范|标准|制度"
    r"|上线|开通|启用|圆满|顺利|优化|提升|推进|加强"
)
_THING = r"(?:页面?|网页|文件|内容|信息|文章|链接|地址|网址|资源|栏目|网站|站点|数据|记录|稿件)"
_AWAY = (
    r"(?:不存在|未找到|找不到|没有找到|没找到|被删除|已删除|删除|失效|无法(?:访问|找到|显示|打开)"
    r"|丢失|走丢|下线|不见|移除|飞走|过期|已关闭|未发布|撤销)"
)
_GONE_TITLE = re.compile(
    r"(?:http|错误|error|状态码?|代码|code|status)*(?:40[0-9]|410|50[0-4])"
    r"(?:错误|提示|页面?|error|page|the|file|or|directory|http|object|找不到|未找到|not|found|"
    r"forbidden|internal|server|bad|gateway|service|unavailable|temporarily|不存在|出错|了|啦|"
    r"无法|访问|显示|您|的|抱歉|哎呀)*"
    rf"|.{{0,12}}{_THING}.{{0,6}}{_AWAY}.{{0,8}}"
    rf"|.{{0,8}}(?:找不到|无法找到|未找到|没有找到|无法显示).{{0,10}}{_THING}.{{0,8}}"
    r"|(?:页面|网页|系统|访问|程序|服务器|网站|运行时?|应用程序?)?(?:出错|错误|异常|报错)"
    r"(?:页面?|提示|信息|了|啦)*|系统繁忙.{0,8}"
    r"|(?:server|runtime|application|system|internal)?(?:error|exception)(?:page)?|oops|notfound"
    r"|(?:page|file|object|document|the ?page|resource|site).{0,20}(?:notfound|(?:cannot|can|could|not|be)+found)"
    r"|theresourcecannotbefound|whitelabelerrorpage|.{0,40}isnotfound|bad ?request|badgateway"
)
_GONE = re.compile(
    rf"{_THING}[^。！!;；]{{0,14}}{_AWAY}"
    rf"|(?:找不到|无法找到|未找到|没有找到|不存在)[^。！!]{{0,16}}{_THING}"
    r"|(?:page|url|file|document|resource|content|address)[^.]{0,60}?(?:notfound|notbefound"
    r"|cannotbefound|doesn.?texist|doesnotexist|nolonger(?:exist|available)|(?:been|was)removed)"
    r"|404.{0,12}(?:notfound|error|错误|页)|(?:error|错误)[:：]?404|filenotfound|pagenotfound"
    r"|参数(?:错误|有误|不正确)|非法(?:请求|参数|访问)|(?:系统|程序)(?:出错|异常|错误)|内部错误"
    r"|数据库(?:连接)?(?:失败|错误|出错)|internalservererror|服务器(?:内部)?(?:错误|出错)"
)
_WHOLE = re.compile(
    r"(?:404|403|500|502|503|error|null|undefined|none|false|nan|notfound|fail(?:ed)?|nodata|"
    r"forbidden|\{\}|\[\]|404notfound|filenotfound|无数据|nofilefound|invalidrequest)"
)
_DUMP = re.compile(
    r"java\.lang\.\w+|org\.(?:apache|springframework)\.[\w.]+Exception|Stack ?trace:|Traceback \(most"
    r"|SQLSTATE\[|ORA-\d{5}|Server Error in '|HTTP Status [45]\d\d|Warning: \w+\(\)|Fatal error:"
    r"|Microsoft OLE DB|ADODB\.|Whitelabel Error Page|System\.\w+Exception|You have an error in your SQL"
)
_WAITING = r"(?:建设|维护|升级|改版|调整|完善|开发|施工|修复|停机|检修)"
_PLACEHOLDER_TITLE = re.compile(
    rf"(?:网站|页面|栏目|本站|系统|频道|内容|该|本|服务器?|平台)*(?:正在|正|尚在|暂停)?{_WAITING}"
    rf"(?:{_WAITING}|改造|中|之中|公告页)?(?:敬请期待|请稍[候后].{{0,6}}|敬请关注)?"
    r"|敬请期待|暂停(?:服务|访问)|comingsoon|(?:site|page|website)?(?:is)?underconstruction"
    r"|(?:site|website|server|scheduled|down|under|for|is|we.?ll|be|back|soon)*maintenance(?:mode)?"
    r"|welcometo(?:nginx|openresty|caddy|tengine|centos).{0,10}|iis\d*(?:windows(?:server)?)?|itworks"
    r"|apache.{0,24}(?:default|test)page.{0,12}|testpagefor.{0,40}|apachetomcat[\d/]*|defaultwebsitepage"
    r"|.{0,12}站点创建成功|没有找到站点|(?:该|此)?(?:网站|站点)(?:已)?(?:暂停|关闭|停用|过期|未备案|暂时无法访问)"
    r".{0,8}|[a-z0-9\-]{0,60}(?:该|此|本|优质|精品|好|你|您|所|访问|查看|浏览|的|这个?|domain|the|this)*"
    r"(?:域名|domain)(?:name)?(?:正在|可以?|已|现|低价|诚意|优惠|is|may|be|now|available)*"
    r"(?:出售|转让|出租|待售|停放|过期|到期|forsale|parking|parked|expired)(?:中|了|页面?|平台|信息|网?站?|联系.*)?"
    r"|.{0,20}(?:buythisdomain|parkeddomain|domainparking|isforsale).{0,20}"
)
_PLACEHOLDER = re.compile(
    rf"(?:网站|页面|栏目|本站|系统|频道|平台)[^。]{{0,8}}{_WAITING}(?:改造)?[^。]{{0,4}}中|敬请期待"
    r"|正在(?:建设|维护|升级|改版)|underconstruction|comingsoon|(?:down|closed)formaintenance"
    r"|(?:域名|domain)[^。]{0,20}(?:出售|转让|出租|待售|过期|forsale|parked|expired)|buythisdomain"
    r"|(?:网站|站点)(?:已)?(?:暂停|关闭|停用|过期|欠费|未备案)|暂无(?:内容|信息|数据|相关)|itworks"
)
_CHALLENGE = re.compile(
    r"(?:安全|人机|滑动|滑块|访问|行为|身份|浏览器)(?:安全)?(?:验证|校验|检查)|完成.{0,8}验证"
    r"|输入.{0,8}验证码|拖动.{0,6}滑块|justamoment|checkingyourbrowser|verif\w+(?:that)?youare(?:a)?human"
    r"|ddosprotection|enablejavascriptandcookies|(?:开启|启用|打开|支持).{0,8}javascript.{0,12}(?:刷新|访问|后|并|继续|浏览)"
    r"|securitycheck|captcha|areyouarobot|unusualtraffic"
)
_GUARD = re.compile(
    r"(?:请求|访问|操作|ip|网址).{0,16}(?:被?拦截|拒绝|阻断|禁止|封禁|威胁|攻击|非法|风险|过于频繁)"
    r"|(?:拦截|阻断)(?:提示|页面|了)|(?:应用|网站)防火墙|(?<![a-z])waf(?![a-z])|创宇盾|安全狗|云锁|护卫神|d盾|云防护"
    r"|访问(?:过于|太)?频繁|request(?:was|has|been|is)*(?:blocked|rejected|denied)|urlwasrejected"
    r"|accessdenied|youhavebeenblocked|attentionrequired|incidentid|supportid"
)
_LOGIN_TITLE = re.compile(
    r".{0,20}(?:用户|会员|系统|管理员?|后台|单点|平台|账号|内网|oa)?(?:登录|登陆)(?:页面?|系统|中心|入口|界面|平台)?"
    r"|(?:please)?(?:sign|log)(?:in|on).{0,12}|.{0,16}统一(?:身份)?认证.{0,10}|.{0,10}身份认证.{0,8}"
)
_LOGIN = re.compile(
    r"请(?:先|您)?(?:登录|登陆)|(?:尚未|没有|还未|未)(?:登录|登陆)|(?:登录|登陆)(?:后|之后)(?:才|可|方|再|继续)"
    r"|(?:会话|登录|session).{0,4}(?:过期|超时|失效)|loginrequired|pleaselogin|pleasesignin|youmustlogin"
)
_GAMBLING = re.compile(
    r"澳门|新葡京|葡京|博彩|彩票|时时彩|六合彩|快三|百家乐|赌场|棋牌|捕鱼|真人|威尼斯人|金沙|太阳城|体育投注|足球投注"
    r"|老虎机|娱乐城|必赢|开户|注册送|官网|登录|入口|下载|app|平台|成人|视频|在线观看|无码|av"
)
_PLAINLY = re.compile(
    r"新葡京|葡京|博彩|时时彩|六合彩|百家乐|威尼斯人|太阳城|老虎机|娱乐城|体育投注|足球投注|无码|成人视频"
)
_BACK = re.compile(r"返回(?!顶部)|后退|goback|(?:back|return)to(?:the)?home|秒后|自动跳转")
BRIEF, SHORT, MIDDLING = 60, 150, 320
_ENOUGH, _ARTICLE, _OWN = 700, 40, 10


def signs(page: Page, named: bool = False) -> Sign | None:
    """The most telling thing that a page says against itself; `named`: its title or heading
    is the one that was expected."""
    letters = sum(map(len, page.own.lines))
    if letters >= 2 * MIDDLING or (page.own.dated and letters > _ARTICLE):
        return _of_a_long_page(page)
    prose = _folded("".join(page.own.lines))
    parts = _title(page)
    named = named or page.own.dated
    named = named or any(_DOCUMENT.search(part) for part in (page.title, *page.headings[:1]))
    for code, whole, sentence, room in (
        ("challenge", None, _CHALLENGE, SHORT),
        ("guarded", None, _GUARD, 200),
        ("login", _LOGIN_TITLE, _LOGIN, SHORT),
    ):
        found = _told(parts, prose, whole, sentence, 0 if named else room)
        if found and (code != "login" or page.password or len(prose) <= room):
            return Sign(code, found)
    if page.markers and len(prose) < MIDDLING and not named:
        return Sign("challenge", f"源代码里有 {page.markers}")
    if page.password and len(prose) < SHORT and not named:
        return Sign("login", "页面上几乎只有登录框")
    return _error(page, parts, prose, named)


def _error(page: Page, parts: list[str], prose: str, named: bool) -> Sign | None:
    """Soft 404s, dumps and placeholders."""
    if sign := _of_a_long_page(page):
        return sign
    backs = len(prose) < MIDDLING and bool(_BACK.search(_folded(page.text[: 3 * _ENOUGH])))
    room = BRIEF // 2 if named else MIDDLING if backs else SHORT
    rest = prose
    for heading in page.headings if named else ():
        rest = rest.replace(_folded(heading), "", 1)
    if found := _told(parts, rest or prose, _GONE_TITLE, _GONE, room):
        return Sign("soft-404", found)
    if prose and _WHOLE.fullmatch(prose):
        return Sign("soft-404", f"全文只有“{page.text[:40]}”")
    if empty := _template(page, prose):
        return Sign("soft-404", empty)
    if found := _told(parts, prose, _PLACEHOLDER_TITLE, _PLACEHOLDER, 0 if named else SHORT):
        return Sign("placeholder", found)
    return None


def _template(page: Page, prose: str) -> str:
    """A template that was filled with nothing: no title, no date, no text."""
    if len(prose) > _OWN or page.plays:
        return ""
    bare = page.bare.split("、") if page.bare else []
    bare += ["网页标题"] * untitled(page.title) + ["发布时间"] * page.own.undated
    if len(bare) < 2 or not {"标题", "网页标题"} & set(bare):
        return ""
    return f"模板里的{'、'.join(bare)}都是空的"


def _of_a_long_page(page: Page) -> Sign | None:
    """What even much text does not excuse."""
    top = " ".join(page.lines[:12])[:600]
    named = _DOCUMENT.search(page.title)
    if (dump := _DUMP.search(top)) and (len(page.prose) < 3 * _ENOUGH or not named):
        return Sign("soft-404", f"程序出错的信息“{dump[0]}”")
    title = _folded(page.title)
    if not named and _PLAINLY.search(title) and len(set(_GAMBLING.findall(title))) >= 2:
        return Sign("hijacked", f"标题是“{page.title[:60]}”")
    return None


def _told(
    parts: list[str],
    prose: str,
    whole: re.Pattern[str] | None,
    sentence: re.Pattern[str],
    room: int,
) -> str:
    """What was found: a title's part or heading that is nothing else, or a lonely sentence."""
    for part in (one for one in parts if len(one) <= BRIEF):
        alone = len(prose) < 2 * MIDDLING and not _DOCUMENT.search(part)
        if whole is not None and alone and whole.fullmatch(part):
            return f"标题是“{part}”"
        if whole is None and len(part) <= 30 and len(prose) <= room and sentence.search(part):
            return f"标题是“{part}”"
    if len(prose) <= room and (match := sentence.search(prose)):
        around = prose[max(0, match.start() - 10) : match.end() + 10]
        return f"正文很短，写着“{around[:60]}”"
    return ""


def _title(page: Page) -> list[str]:
    """The parts of title and headings that may be all there is to say."""
    parts = [page.title, *_PARTS.split(page.title), *page.headings[:2]]
    return [_PUNCTUATION.sub("", _folded(part)) for part in parts if part.strip()]


def _folded(text: str) -> str:
    """Half width, lower case, no white space."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text).lower())

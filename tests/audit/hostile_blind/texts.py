"""The pages of a fictional bureau: furniture, true articles, and the things servers say."""

from __future__ import annotations

from html import escape

NAV = (
    '<div class="top"><a href="/">首页</a> <a href="/jggk/">机构概况</a> '
    '<a href="/zwgk/">政务公开</a> <a href="/bsfw/">办事服务</a> <a href="/hdjl/">互动交流</a>'
    '<form action="/search.do"><input name="q"><button>搜索</button></form></div>'
)
FOOT = '<div class="foot">主办：示例市司法局　承办：示例市大数据中心　<a href="/map/">网站地图</a></div>'

PARAGRAPHS = (
    "为深入推进依法行政，加快建设法治政府，按照上级部署，结合本市实际，制定本方案。",
    "各县（区）司法局、局机关各科室要高度重视，明确责任分工，细化工作措施，按时完成各项任务。",
    "要坚持以公开为常态、不公开为例外，及时、准确、全面公开行政执法信息，主动接受社会监督。",
    "每年年底前，各单位将落实情况书面报送市司法局法制科，市司法局将适时组织督导检查。",
)
BODY = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)


def page(title: str, body: str, head: str = "", charset: str = "utf-8") -> str:
    """A page of the bureau; charset "" declares none."""
    meta = f'<meta charset="{charset}">' if charset else ""
    return (
        f"<!DOCTYPE html>\n<html><head>{meta}<title>{escape(title)}</title>{head}</head>\n"
        f'<body>{NAV}<div class="main">{body}</div>{FOOT}</body></html>\n'
    )


def article(title: str, body: str = BODY, head: str = "", charset: str = "utf-8") -> str:
    """A true article: heading, date, text."""
    return page(
        f"{title}_示例市司法局",
        f'<h1>{title}</h1><p class="info">发布时间：2020-12-28　来源：市司法局</p>{body}',
        head,
        charset,
    )


HOME = page(
    "示例市司法局",
    "<h2>工作动态</h2><ul>"
    + "".join(f'<li><a href="/gzdt/{n}.html">工作动态第{n}期</a></li>' for n in range(1, 13))
    + "</ul><h2>通知公告</h2><ul>"
    + "".join(f'<li><a href="/tzgg/{n}.html">通知公告第{n}号</a></li>' for n in range(1, 13))
    + "</ul>",
)
NOT_FOUND = page("页面不存在", "<h1>404</h1><p>您访问的页面不存在。</p>")
PLAN = "示例市法治政府建设工作方案"
LOGIN = page(
    "用户登录",
    '<h1>用户登录</h1><form action="/login.do" method="post">用户名 <input name="user">'
    '密码 <input type="password" name="password"> 验证码 <input name="code">'
    "<button>登录</button></form>",
)

"""TLS faults: the site is there, its certificate is not right; that is not the same as dead."""

from __future__ import annotations

from collections.abc import Iterator

from ..case import BROKEN, OK, SUSPECT, Case
from ..certificates import Authority, issue
from ..reply import redirect, reply
from ..texts import PLAN, article
from ..world import World


def cases(world: World, authority: Authority) -> Iterator[Case]:
    middle = authority.middle
    page = reply(article(PLAN))
    hosts = [f"127.78.0.{number}" for number in range(1, 9)]
    good = world.site(tls=authority.good(hosts[0]), address=hosts[0])
    url = good.at("/a.html", page)
    yield Case("tls-good", url, OK, "证书由 --ca 给出的根签发，链完整", expect=PLAN)
    plain = world.site()
    url = plain.at("/up.html", redirect(good.origin + "/a.html", "301 Moved Permanently"))
    yield Case("tls-upgrade", url, OK, "http 转到 https", expect=PLAN)
    faulty = {
        "expired": (issue("x", middle, hosts[1], days=(-400, -3)), (middle,), "证书过期"),
        "early": (issue("x", middle, hosts[2], days=(20, 300)), (middle,), "证书还没有生效"),
        "wrong-host": (issue("x", middle, "www.shili.example"), (middle,), "证书是别的域名的"),
        "self-signed": (issue("x", None, hosts[4]), (), "证书自己签发"),
        "no-intermediate": (issue("x", middle, hosts[5]), (), "没有送出中间证书"),
    }
    own = issue("单位自建根证书", authority=True)
    faulty["private-root"] = (issue("x", own, hosts[6]), (own,), "根证书是单位自建的，公众不认")
    for number, (name, (leaf, chain, cause)) in enumerate(faulty.items(), 1):
        site = world.site(tls=authority.context(leaf, *chain), address=hosts[number])
        yield Case(f"tls-{name}", site.at("/a.html", page), SUSPECT, cause)
        if name == "expired":
            url = plain.at("/to-expired.html", redirect(site.origin + "/a.html"))
            yield Case("tls-hop-expired", url, SUSPECT, "转到证书过期的 https")
            url = site.origin + "/none.html"
            cause = "证书过期，网页也没了"
            yield Case("tls-expired-dead", url, BROKEN, cause, also=(SUSPECT,))
    secure = plain.origin.replace("http:", "https:")
    yield Case("tls-not-spoken", secure + "/up.html", BROKEN, "https 的网址，端口上只有 http")
    spoken = good.origin.replace("https:", "http:")
    yield Case("tls-only", spoken + "/a.html", BROKEN, "http 的网址，端口上只有 https")
    named = world.site(tls=authority.good("localhost"), address="127.0.0.1")
    named.name = "localhost"
    yield Case("tls-by-name", named.at("/a.html", page), OK, "证书写的是主机名", expect=PLAN)

"""robots.txt as search engines take it: may they visit this address?"""

from __future__ import annotations

from disclosure.audit.robots import Group, parse

ENGINES = {
    "baiduspider": "百度",
    "sogou web spider": "搜狗",
    "360spider": "360搜索",
    "bingbot": "必应",
    "googlebot": "谷歌",
}
"""Agent -> name, of the engines by which the public finds things."""


def kept_away(text: str, path: str) -> tuple[str, ...]:
    """The engines that may not visit `path` (with its query)."""
    if "disallow" not in text.lower():
        return ()
    groups = parse(text)
    return tuple(name for agent, name in ENGINES.items() if not _rules(groups, agent).allows(path))


def _rules(groups: list[Group], agent: str) -> Group:
    """The rules for an agent: its own groups, else those for everybody."""
    own = [one for one in groups if any(_means(name, agent) for name in one.agents)]
    chosen = own or [one for one in groups if "*" in one.agents]
    return Group([agent], [rule for one in chosen for rule in one.rules])


def _means(name: str, agent: str) -> bool:
    name = name.lower().partition("/")[0].strip()
    return name == agent or (name == "sogou" and agent.startswith("sogou"))

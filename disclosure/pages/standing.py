"""How far a register is, as its page says it."""

from __future__ import annotations

from disclosure.registers.standing import Standing
from disclosure.vocabulary import State

COMPILED = "据公开法律整理，待本单位核定"
"""Said wherever facts stand that the bureau has not yet confirmed."""
PENDING = "本清单待发布"
ZERO = "零清单：本单位没有这类事项"


def word(one: Standing) -> str:
    """In a few words, for lists."""
    if one.zero:
        return ZERO if one.state is State.PUBLISHED else f"{ZERO}（待本单位核定）"
    if one.state is State.UNCONFIRMED:
        return COMPILED
    if one.state is State.PARTIAL:
        return f"{one.rows - one.confirmed} 项待本单位核定"
    if one.state is State.MISSING:
        return PENDING
    published = one.edition.published if one.edition else None
    return f"{published} 发布" if published else "已发布，发布日期未载明"


def sentence(one: Standing) -> str:
    """What a reader must know about the content; empty where there is nothing to warn of."""
    if one.state is State.MISSING:
        return "这份清单的内容要由本单位提供，本站不代拟。下面列出按规范应当公开的栏目。"
    if one.zero:
        return ""
    if one.state is State.UNCONFIRMED:
        return "内容摘自公开的法律、法规、规章和文件，本单位还没有核定，不作为办事和执法的依据。"
    if one.state is State.PARTIAL:
        return "没有核定的各项摘自公开的法律、法规、规章和文件，在各自的网页上注明。"
    return ""

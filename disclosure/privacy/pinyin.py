"""Personal names in pinyin, as computers put them into the properties of files (zhangsan)."""

from __future__ import annotations

from disclosure.privacy.lazy import lazily

_FAMILIES_TEXT = (
    "zhang wang li liu chen yang zhao huang zhou wu xu sun ma zhu hu guo he gao lin luo "
    "zheng liang xie song tang han feng yu dong xiao cheng cao yuan deng fu shen zeng "
    "peng lv lyu su lu jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren "
    "fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou "
    "shao meng long wan duan qian yin qiao lai gong pang"
)
_FAMILIES = list(_FAMILIES_TEXT.split())
_SYLLABLE = r"(?:[bpmfdtnlgkhjqxzcsryw]|[zcs]h)?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ui|ao|ou|iu|ie|ue|ve|er|an|en|in|un|vn|ia|ua|uo|a|o|e|i|u|v)"
_NAME = lazily(
    rf"(?:{'|'.join(sorted(_FAMILIES, key=len, reverse=True))})[ ._-]?{_SYLLABLE}(?:[ -]?{_SYLLABLE})?"
)
_GENERIC_TEXT = (
    "admin administrator user guest root office word excel wps microsoft lenovo dell "
    "hewlett asus windows python-docx openpyxl reportlab anonymous unknown bangong guanli "
    "sifaju"
)
_GENERIC = frozenset(_GENERIC_TEXT.split())


def pinyin_name(text: str) -> bool:
    """Whether the whole text is a family name and a given name of one or two syllables."""
    plain = text.strip().lower()
    return (
        plain.isascii()
        and len(plain) >= 4
        and plain not in _GENERIC
        and bool(_NAME.fullmatch(plain))
    )

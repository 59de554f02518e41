"""Bank cards and accounts: Luhn, and an account's word before them or a known issuer's prefix."""

from __future__ import annotations

from disclosure.privacy.digits import Group
from disclosure.privacy.labels import Label, governing
from disclosure.privacy.lazy import lazily

_ISSUERS = lazily(
    r"6222(?:0[0238]|6[0-2]|5[289]|8[04]|3[02]|1[0-5]|4[05])|62122[5-7]|621(?:281|558|559|721|722|723|226)|62005[89]"  # 工行 交行
    r"|6228(?:4[0-9]|3[0-9]|2[0-9])|62(?:1282|1336|1619|3018|0059)|9559[89]\d"  # 农行
    r"|621700|622700|62108[0-2]|62146[67]|621488|621499|623(?:211|668|094)|436742|622280|62128[45]|621673|622966|622988"  # 建行
    r"|62166\d|62167[0-2]|621725|62175[6-9]|62178[5-9]|621790|62133[0-3]|62156[89]|621620|62125[56]|621212|621283|623208|456351"  # 中行
    r"|622(?:258|259|26[0-2]|252|253)|621436|621069|405512|601428"  # 交行
    r"|622188|62109[5-8]|62215[01]|622181|621(?:285|79[789]|622)|623219|955100|621599"  # 邮储
    r"|6225(?:7[5-9]|8[08]|98)|621286|62148[356]|622609|410062"  # 招行
    r"|62269\d|622998|622999|433670|62266\d|62267[0-4]|621489|621492|62260[0-3]|62261[5-9]|62262[0-3]|62251[6-9]|62252[0-3]|621351|621390|62179[1-6]"
    r"|62290[1289]|622922|43858[89]|62215[56]|62252[56]|62253[5689]|62298[69]|623058|62263[0-3]|62302[1-3]|622556|622568|621462"
    r"|623059|622991|623573|621590|621585"  # 河南农信、中原
)
_ORGAN = lazily(
    r"(?:户\s?名|收款人|收款单位|账户名称|开户名称|单位名称|名称)[:： ]*[^，。；\n]{2,30}?(?:局|财政|厅|中心|委员会|人民政府|国库|专户|管理处|法院|检察院)"
)
_MONEY = lazily(r"银行|工资|补贴|发放|转账|汇款|打款|收款|开户|户名|[汇转打存]入")
"""What is paid goes to an account; every Chinese bank's cards begin with 62."""
_OTHER = (Label.SERIAL, Label.IDENTITY, Label.PHONE, Label.AMOUNT)


def card(text: str, start: int, digits: str) -> bool:
    """Whether sixteen to nineteen digits are a card or an account of a person or a firm."""
    if not (16 <= len(digits) <= 19 and digits.isdecimal() and digits[0] != "0"):
        return False
    if len(set(digits)) < 3 or not luhn(digits):
        return False
    label, far = governing(text, start, reach=60)
    if label is Label.ACCOUNT:
        # The account into which fees are paid is an organ's, and public.
        return not _ORGAN.search(text[max(0, start - 80) : start + len(digits) + 60])
    if label in _OTHER and far <= 40:
        return False
    if _ISSUERS.match(digits):
        return True
    around = text[max(0, start - 60) : start + len(digits) + 30]
    return digits.startswith("62") and label not in _OTHER and bool(_MONEY.search(around))


def grouped(text: str, group: Group) -> bool:
    """The same for digits in groups of four, or broken by the end of a line."""
    fours = all(size == 4 for size in group.sizes[:-1]) and group.sizes[-1] <= 4
    if not (fours or group.breaks or group.sizes in ((6, 10), (6, 13))):
        return False
    whole = bool(group.breaks) or len(group.whole.digits) == 19 or not group.behind
    return whole and card(text, group.whole.start, group.whole.digits)


def luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of ISO/IEC 7812."""
    total = 0
    for place, digit in enumerate(map(int, reversed(digits))):
        total += digit if place % 2 == 0 else (2 * digit - 9 * (digit > 4))
    return total % 10 == 0

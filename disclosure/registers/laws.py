"""法律: the table of citations (data/norms/laws.csv): what people call a law, and when it was law."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from disclosure.dates import PartialDate
from disclosure.record import Record, Slug, Text, YesNo
from disclosure.vocabulary import Confidence


class Law(Record):
    """One version of a law, regulation or rule. Versions of one law share its title."""

    id: Slug = Field(title="编号", examples=["administrative-penalty-law-2021"])
    name: Text = Field(title="简称", examples=["行政处罚法(2021)"])
    title: Text = Field(title="全称", examples=["中华人民共和国行政处罚法"])
    number: str = Field(default="", title="文号或通过日期", examples=["2021-01-22修订"])
    in_force_from: PartialDate = Field(title="施行日期", examples=["2021-07-15"])
    in_force_to: PartialDate | None = Field(default=None, title="失效日期")
    first: YesNo = Field(
        default=False,
        title="首次施行",
        description="施行日期之前没有同名的法律；修订本和不能确定的写“否”",
    )
    confidence: Confidence = Field(default=Confidence.HIGH, title="可信度")
    source: str = Field(default="", title="来源")
    note: str = Field(default="", title="备注")

    @property
    def year(self) -> str:
        """The year that tells its version, as in 行政处罚法(2021); else empty."""
        return self.name.partition("(")[2].rstrip(")")[:4]

    def ended(self, day: dt.date) -> bool:
        """Whether it was no longer law on a day."""
        return self.in_force_to is not None and self.in_force_to.last < day

    def unborn(self, day: dt.date) -> bool:
        """Whether nothing of this title was law yet on a day."""
        return self.first and day < self.in_force_from.first

"""Who publishes: the only place of names, base address and identity."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlsplit

from pydantic import Field

from disclosure.record import Record, Text


class Contact(Record):
    """The nine elements of the disclosure guide (政府信息公开条例 art. 12) that are contacts."""

    office: str = ""
    address: str = ""
    hours: str = ""
    phone: str = ""
    fax: str = ""
    email: str = ""
    postcode: str = ""


class Bureau(Record):
    """Who publishes: the only place of names, base address and identity."""

    name: Text = Field(title="单位名称")
    short_name: Text = Field(title="单位简称")
    aliases: tuple[str, ...] = Field(default=(), title="别名")
    site_name: Text = Field(title="网站名称")
    column: Text = Field(title="专栏名称")
    base_url: str = Field(default="", title="公开地址")
    site_id: str = Field(default="", title="网站标识码")
    icp: str = Field(default="", title="ICP备案号")
    police_record: str = Field(default="", title="公安备案号")
    credit_code: str = Field(default="", title="统一社会信用代码")
    sponsor: Text = Field(title="主办单位")
    contact: Contact = Contact()
    edition: int = Field(title="数据版次", ge=1)
    revised: dt.date = Field(title="数据修订日期")
    example: bool = Field(default=False, title="示例")

    @property
    def domain(self) -> str:
        """The host of the base address; empty while that is not settled."""
        return urlsplit(self.base_url).hostname or ""

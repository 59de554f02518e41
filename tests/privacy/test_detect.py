"""Texts that must be found, by kind, and confusing ones that must stay clean."""

from __future__ import annotations

import pytest

from disclosure.privacy.detect import detect
from disclosure.privacy.finding import Kind
from privacy.made import CARD, CARD16, ID, ID_X, MOBILE, OLD_ID

WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
HAN = str.maketrans("0123456789", "零一二三四五六七八九")
M = f"{MOBILE[:3]}-{MOBILE[3:7]}-{MOBILE[7:]}"

FOUND: dict[Kind, list[str]] = {
    Kind.IDENTITY: [
        f"身份证号：{ID}", f"张某{ID[:6]} {ID[6:14]} {ID[14:]}", ID.translate(WIDE), ID_X.lower(), ID_X.translate(WIDE),
        f"{ID[:6]}-{ID[6:14]}-{ID[14:]}", f"身份证号码 {OLD_ID}", "\u200b".join(ID), f"号码{ID[:9]}\n{ID[9:]}，特此证明",
        f"公民身份号码{ID.translate(HAN)}", f"<{ID}>", f"身份证号：{ID[:4]} {ID[4:8]} {ID[8:12]} {ID[12:16]} {ID[16:]}",
    ],
    Kind.MOBILE: [
        f"电话{MOBILE}", M, f"联系电话: {MOBILE[:3]} {MOBILE[3:7]} {MOBILE[7:]}", MOBILE.translate(WIDE), MOBILE.translate(HAN),
        f"+86 {MOBILE}", f"+86{MOBILE}", f"86-{M}", f"手机：{' '.join(MOBILE)}", f"手机：{MOBILE[:6]}\n{MOBILE[6:]}", f"0393-0000000/{MOBILE}",
        f"tel:{MOBILE}", f"张某某{MOBILE}（微信同号）", f"{MOBILE[:3]}—{MOBILE[3:7]}—{MOBILE[7:]}", f'{{"phone":"{MOBILE}"}}', f"手机：{MOBILE}、{MOBILE}",
        f"https://x.example/?phone={MOBILE}", f"{MOBILE[:3]}.{MOBILE[3:7]}.{MOBILE[7:]}", f"联系方式：王某某 {MOBILE}", f"电话：{MOBILE[:3]} {MOBILE[3:5]} {MOBILE[5:8]} {MOBILE[8:]}",
    ],
    Kind.CARD: [
        f"卡号{CARD}", f"账号：{CARD}", f"工行 {CARD[:4]} {CARD[4:8]} {CARD[8:12]} {CARD[12:16]} {CARD[16:]}", f"开户行：某银行濮阳分行，账号：{CARD16}",
        f"补贴打入{CARD16}", f"银行卡号：{CARD.translate(WIDE)}", CARD16, f"卡号：{CARD16[:4]}-{CARD16[4:8]}-{CARD16[8:12]}-{CARD16[12:]}",
    ],
    Kind.HOME: [
        "家住濮阳市华龙区示例路街道幸福小区3号楼2单元501室", "户籍所在地：河南省濮阳县示例镇南街村12号", "张某，男，住清丰县示例镇王庄村", "现住：华龙区示例路88号院3号楼",
        "户口所在地 台前县示例乡姜庄村", "居住地：清丰县示例镇东街村3组", "家在范县示例镇前李村", "本人住台前县示例镇许集村", "住址 濮阳县示例乡葛邱村132号",
        "当事人：张某某，男，住所：濮阳县示例镇东街村7号", "租住在华龙区示例路翡翠小区", "住濮阳市华龙区示例路街道昆吾社区3号楼", "家庭地址：固城镇李家庄村第三组",
        "姓名：王某 性别：男 地址：濮阳县示例镇北村5号",
    ],
    Kind.NAME: [
        "受援人张三因工伤", "受援人：李小明，男", "社区矫正对象王五（男，32岁）", "申请人赵六于2020年1月向我局申请", "未成年人李小明", "投诉人刘建国反映", "低保户张三",
        "学生李明获奖", "李娜，女，8岁", "村民王丽华来电反映", "为张三提供法律援助", "受援人欧阳建国、李四和王二妮的", "申请人王国强于2020年", "当事人：张三，男，汉族",
        "张三向法律援助中心申请法律援助", "张三系我县社区矫正对象", "依申请公开申请人\t赵小刚", "受援人 张三 男 45岁", "受援人姓名：刘洋", "信访人员李红兵等3人",
        "被告人周杰犯盗窃罪", "戒毒人员孙强", "患者李梅", "农民工陈大勇讨薪", "受援人：古丽·买买提", "申请人（姓名）：张三丰", "申请人姓名或名称：张三", "受援人：张　三",
        "法律援助申请表\n姓名：张三\n性别：男", "举报人王丽", "行政相对人名称：张三", "被处罚人：李四", "受援人\n张三", "对李四实施社区矫正",
    ],
    Kind.BIRTH: [
        "出生日期：1980-05-06", "张某，1980年5月6日出生", "生于一九八〇年五月六日", "生日：1990年1月2日", "出生于1990年1月1日，", "19900101出生", "受援人王某，出生年月：1990年3月",
        "（1990年1月1日生）", "出生日期 1990.01.02", "出生：1990/1/2",
    ],
    Kind.EMAIL: ["个人邮箱 zhangsan@163.com", "申请人邮箱：zhangsan@example.com", "1234567@qq.com", "联系人张某某，ｚｈａｎｇ＠qq.com"],
    Kind.SOCIAL: ["QQ：123456789", "微信号：zhang_san88", "加微信：lawyer_zhang", "微信号lawyer_zhang", "QQ号是 1234567", "QQ号码：１２３４５６７８"],
    Kind.HEALTH: ["张伟患有精神分裂症", "张三（一级肢体残疾）", "王芳，怀孕3个月", "李四因患尿毒症"],
    Kind.SECRET: [
        "机密★10年", "秘密\n某文〔2020〕1号", "密级：秘密", "绝密★启用前", "机密 ★ 长期", "【秘密】", "（机密）\n关于", "秘　密", "机密★五年", "密级\t机密", "秘密★1年\n特急",
    ],
}  # fmt: skip

CLEAN = [
    # codes and numbers that are none
    "统一社会信用代码：91110000101623741K", "12441500196720244T3442199806003", "某司〔2020〕50号", "（2020）豫09行初12号", "2020年12月28日", "12348、0393-0000000",
    "ISBN 978-7-0000-1234-5", f"订单号：{MOBILE}", f"{MOBILE}元", "1609459200000", f"编号：{CARD}", "2020 2019 2018 1234 5678", "138 139 150 1234 5678 2345",
    "123456789012345678901234567890", "项目代码2020-410900-00-03-123456", f"3.{MOBILE}", f"https://x.example/{MOBILE}.html", f"/a/t20201228_{MOBILE}.html", f"{MOBILE}.55",
    "执法证号16090012345", "执业证号14109201010123456", f"总人口{MOBILE}人", f"访问量{MOBILE}", OLD_ID, f"{ID[:-1]}{(int(ID[-1], 16) + 1) % 10 if ID[-1] != 'X' else 0}",
    f"工单号：{MOBILE}", f'{{"id": {MOBILE}}}', f"第{MOBILE}号", "账号：4109001234567890", "000014349/2017-00110", "索引号：005252717/2023-00005", f"a{MOBILE}b",
    # masked values
    "138****1234", "35*************123", "4109****1234", "6222 **** **** 1234", "出生日期：1990年**月**日", "张**，李**", "受援人张某某", "社区矫正对象王某", "投诉人张女士",
    "申请人李某", "家住濮阳市华龙区某小区", "家庭住址：华龙区示例路***", "微信号：138****1234", "受援人张三（化名）", "z***@163.com", "患者李某患肺结核",
    # laws and forms that only speak of such things
    "申请人应当提供身份证号码", "受援人有权了解", "申请人可以向行政机关", "户籍所在地或者经常居住地的村民委员会", "未成年人保护法", "申请人方可办理", "申请人于收到之日起",
    "申请人高度重视，", "学生张贴海报", "残疾人保障法", "申请人金额", "受援人经济困难", "当事人双方", "学生高考，", "儿童 安全教育", "申请人和被申请人，", "投诉人 单位",
    "孩子成长", "学生向老师", "罪犯减刑", "经济困难的公民申请法律援助", "为公民提供法律援助", "对罪犯实行社区矫正", "为农民工提供法律援助", "向司法局申请法律援助",
    "申请人姓名、性别", "申请人（签字）", "申请人：     年  月  日", "申请人姓名或者名称", "当事人陈述申辩权", "被执行人财产", "证人宣誓", "学生家长", "申请人江苏", "申请人程序",
    "受援人类别：农民工", "申请人：公民", "投诉人：群众", "出生日期", "2000年1月1日以后出生的公民", "1990年1月1日至2000年12月31日出生的人员", "2020年1月1日生效", "出生医学证明",
    "绝密、机密、秘密三级", "国家秘密的密级分为", "商业秘密", "秘密级国家秘密", "绝密\n机密\n秘密", "密级：公开", "密级：□绝密 □机密 □秘密", "身份证号码、手机号码", "家庭住址、联系方式",
    "李四向阳开放", "申请人：金龙公司", "申请人：王五律师事务所", "精神病人的监护人", "住房和城乡建设局", "，住院治疗费用", "未成年人司法社会工作", "吸毒人员管控",
    # what the law wants public
    "办公地址：濮阳市华龙区示例路12号", "该公司住所地：濮阳市示例路100号", "住所：濮阳市华龙区示例路12号", "地址：濮阳市示例路1号政务服务中心3楼12号窗口", "邮寄地址：示例路8号濮阳市司法局",
    "执法人员：张三、李四", "负责人：王五", "承办律师李明", "公证员 王芳", "邮箱：pysfj@puyang.gov.cn", "征求意见反馈邮箱：pysfj@163.com", "微信公众号：pysfj12348", "QQ群：123456789",
    "户名：濮阳市财政局 账号：" + CARD, "家庭住址：濮阳市华龙区", "户籍：濮阳市", "现任局长王某", "经常居住地社区矫正机构", "法定代表人：张三",
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "text"),
    [(k, t) for k, texts in FOUND.items() for t in texts],
    ids=lambda v: str(v)[:24],
)
def test_what_must_not_be_published_is_found(kind: Kind, text: str) -> None:
    found = detect(text)
    assert kind in {one.kind for one in found}, found
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        if one.kind in (Kind.IDENTITY, Kind.MOBILE, Kind.CARD):
            assert one.value not in one.excerpt and "*" in one.excerpt


@pytest.mark.parametrize("text", CLEAN, ids=lambda v: str(v)[:24])
def test_what_only_looks_alike_stays_clean(text: str) -> None:
    assert detect(text) == ()


@pytest.mark.parametrize("text", ["身份证号：{}。", "（{}）", "1. {}\n2. 无", "{}，{}"])
def test_places_lead_back_to_the_original(text: str) -> None:
    spread = "\u200b".join(ID.translate(WIDE))
    whole = text.replace("{}", spread)
    for one in detect(whole):
        assert whole[one.start : one.end].replace("\u200b", "") == ID.translate(WIDE)


def test_a_label_counts_as_words_before() -> None:
    assert detect("张三") == ()
    (one,) = detect("张三", "受援人")
    assert (one.start, one.end, one.kind, one.excerpt) == (0, 2, Kind.NAME, "张某")


def test_masks_are_those_of_the_norm() -> None:
    shown = {
        one.kind: one.excerpt
        for one in detect(f"受援人张三丰，手机{MOBILE}，身份证{ID}，住濮阳县示例镇东村")
    }
    assert shown[Kind.MOBILE] == f"{MOBILE[:3]}****{MOBILE[7:]}"
    assert shown[Kind.IDENTITY] == ID[:2] + "*" * 13 + ID[-3:]
    assert shown[Kind.NAME] == "张某某"
    assert shown[Kind.HOME] == "濮阳县示例镇***"

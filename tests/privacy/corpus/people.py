"""Persons who do not exist: names, homes and accounts put together from a seed."""

from __future__ import annotations

from random import Random

COMMON = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
RARE = "仝晁逯郎鹿苗荆蔺巩娄冉亓宁荀桑原栗谷晋"
COMPOUND = ("欧阳", "上官", "司马", "诸葛", "夏侯", "尉迟", "皇甫", "东方")
GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛超兰霞刚桂玲飞鹏凤梅琳波辉宁健俊帆雪荣爱香莲真环瑞凡佳嘉琼勤珍贞莉庆彬富顺信子昌盛喜存柱栓锁根改巧朵妮"
DISTRICTS = (
    ("河南省濮阳市华龙区", "街道"),
    ("河南省濮阳县", "镇"),
    ("清丰县", "乡"),
    ("南乐县", "镇"),
    ("濮阳市范县", "镇"),
    ("台前县", "乡"),
    ("河南省安阳市内黄县", "镇"),
    ("山东省菏泽市鄄城县", "乡"),
)
PLACE = "柳槐枣杏石桥堤口沙河东西南北前后王李孟岳铁马兴仁义和清白古云梁庙"
ROADS = ("兴和", "柳堤", "槐安", "育英", "永盛", "迎春", "长庆", "石桥", "东沙", "锦绣", "建业", "颐和")  # fmt: skip
ESTATES = ("柳岸春天", "兴和家园", "盛景花园", "槐安小区", "东沙佳苑", "锦绣江南小区", "颐和雅居", "铁路家属院")  # fmt: skip


def surname(rng: Random) -> str:
    dice = rng.random()
    if dice < 0.05:
        return rng.choice(COMPOUND)
    return rng.choice(RARE) if dice < 0.15 else rng.choice(COMMON)


def name(rng: Random, long: bool = False) -> str:
    count = 2 if long or rng.random() < 0.7 else 1
    return surname(rng) + "".join(rng.sample(GIVEN, count))


def masked_name(rng: Random) -> str:
    family = rng.choice(COMMON)
    return family + rng.choice(("某", "某某", "**", "*", "××", "某甲"))


def town(rng: Random) -> str:
    """As far as an address may go: 乡, 镇 or 街道."""
    district, end = rng.choice(DISTRICTS)
    return district + "".join(rng.sample(PLACE, 2)) + end


def village(rng: Random) -> str:
    where = town(rng) + "".join(rng.sample(PLACE, 2)) + rng.choice(("村", "庄村", "寨村", "营村"))
    house = rng.randint(2, 399)
    tails = (
        "",
        f"{house}号",
        f"{house % 9 + 1}组{house}号",
        f"中心街{house}号",
        f"{house % 9 + 1}组",
    )
    return where + rng.choice(tails)


def flat(rng: Random) -> str:
    """A dwelling in town: estate, block, stair, door."""
    district = rng.choice(DISTRICTS)[0]
    block, stair, door = rng.randint(1, 38), rng.randint(1, 5), rng.randint(1, 18) * 100
    door += rng.randint(1, 4)
    forms = (
        f"{district}{rng.choice(ROADS)}路{rng.randint(2, 480)}号院{block}号楼{stair}单元{door}室",
        f"{district}{rng.choice(ESTATES)}{block}号楼{stair}单元{door}",
        f"{district}{rng.choice(ESTATES)}{block}栋{door}室",
        f"{rng.choice(ESTATES)}{block}号楼{stair}单元{door}号",
        f"{district}{rng.choice(ROADS)}路与{rng.choice(ROADS)}街交叉口{rng.choice(ESTATES)}{block}-{stair}-{door}",
    )
    return rng.choice(forms)


def house(rng: Random) -> str:
    where = rng.choice(DISTRICTS)[0] + rng.choice(ROADS)
    return where + rng.choice(
        (f"路{rng.randint(2, 480)}号", f"街{rng.randint(3, 60)}巷{rng.randint(1, 90)}号")
    )


def street(rng: Random) -> str:
    """Where an office stands."""
    return f"{rng.choice(ROADS)}路{rng.randint(2, 480)}号"


def wechat(rng: Random) -> str:
    return rng.choice(("puyu", "lanhai", "xiaohe", "dongfeng")) + f"_{rng.randint(1970, 99999)}"


def email(rng: Random) -> str:
    user = rng.choice(("lxm", "zhaoyg", "whp", "sunny", "chenjie")) + str(rng.randint(100, 99999))
    return f"{user}@{rng.choice(('qq.com', '163.com', '126.com', 'sina.com', 'foxmail.com'))}"

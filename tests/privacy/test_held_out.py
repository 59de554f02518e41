"""Texts in other wordings than those the detectors were mended by; written before they were run.

Each names the kinds and the values that must be found in it, and nothing else may be.
"""

from __future__ import annotations

import pytest

from disclosure.privacy.allow import Allowed
from disclosure.privacy.finding import Kind
from disclosure.privacy.scan import scan_bytes
from privacy.made import CARD, ID, ID_X, MOBILE

P, H, I, M, B, S, C, E, Q = (  # noqa: E741
    Kind.NAME, Kind.HOME, Kind.IDENTITY, Kind.MOBILE, Kind.BIRTH, Kind.SECRET, Kind.CARD, Kind.EMAIL, Kind.SOCIAL,
)  # fmt: skip
Wanted = list[tuple[Kind, str]]

PRIVATE: list[tuple[str, str, Wanted]] = [
    ("a.txt", "经询问，矫正人员吕海生承认未经批准离开居住县三天。", [(P, "吕海生")]),
    ("b.txt", "援助中心今日为受援人茹秋萍追回工伤赔偿款。", [(P, "茹秋萍")]),
    ("c.txt", "我镇在册社区矫正对象鞠大勇、时晓东、解放军三人按时参加点验。", [(P, "鞠大勇"), (P, "时晓东"), (P, "解放军")]),
    ("d.txt", "未成年人计晓雨的班主任陪同其接受询问。", [(P, "计晓雨")]),
    ("e.txt", "信访人应松龄对答复意见不满意，提出复查。", [(P, "应松龄")]),
    ("f.txt", "申请人燕南飞请求撤销清溪县自然资源局作出的答复。", [(P, "燕南飞")]),
    ("g.txt", "举报人（实名）华建民提供了三份录音。", [(P, "华建民")]),
    ("h.txt", "被害人向晚晴的母亲拒绝和解。", [(P, "向晚晴")]),
    ("i.txt", "左玉兰：\n您于2023年5月6日通过邮政挂号寄来的投诉信收悉，现答复如下。", [(P, "左玉兰")]),
    ("j.txt", "解除矫正人员名单\n1. 卢玉贵\n2. 安小山\n3. 上官婉\n特此公布。", [(P, "卢玉贵"), (P, "安小山"), (P, "上官婉")]),
    ("k.txt", "特困供养人员韦国柱家中无人照料，村干部代为申请法律援助。", [(P, "韦国柱")]),
    ("l.csv", "编号,受助人,经办律师,事由\n1,仇小凤,白志远,离婚\n2,和大海,白志远,继承\n", [(P, "仇小凤"), (P, "和大海")]),
    ("m.csv", "序号,姓名,罪名,考验期\n1,明德才,盗窃,一年\n2,苗壮,诈骗,两年\n", [(P, "明德才"), (P, "苗壮")]),
    ("n.json", '[{"applicant": "x", "申请人": "车建国", "事项": "信息公开"}, {"applicant": "y", "申请人": "凌云霞", "事项": "信息公开"}]', [(P, "车建国"), (P, "凌云霞")]),
    ("o.md", "| 信访人 | 住处 | 诉求 |\n|---|---|---|\n| 苏某 | 云山县石门镇下湾村7组19号 | 土地 |\n", [(H, "云山县石门镇下湾村7组19号")]),
    ("p.txt", "其母现寄居在云山县城关镇建设街水利局家属院2幢301。", [(H, "云山县城关镇建设街水利局家属院2幢301")]),
    ("q.txt", "死者生前与妻子同住清溪县凤台路碧水湾小区11号楼1单元902室。", [(H, "清溪县凤台路碧水湾小区11号楼1单元902室")]),
    ("r.txt", "当事人系湖南省邵阳市洞口县高沙镇石桥村八组村民，户籍在湖南省邵阳市洞口县高沙镇石桥村八组。", [(H, "湖南省邵阳市洞口县高沙镇石桥村八组")]),
    ("s.txt", f"穆某，女，{ID_X}，云山县石门镇上坪村3组，务农。", [(I, ID_X), (H, "云山县石门镇上坪村3组")]),
    ("t.txt", "工作人员驱车赶到云山县石门镇杨柳村12组5号入户走访。", [(H, "云山县石门镇杨柳村12组5号")]),
    ("u.txt", "听证通知书邮寄至申请人住所：云山县翠屏街道锦华苑6栋2单元1204室。", [(H, "云山县翠屏街道锦华苑6栋2单元1204室")]),
    ("v.txt", "常住地址\n四川省巴中市平昌县驷马镇青山村2社", [(H, "四川省巴中市平昌县驷马镇青山村2社")]),
    ("w.csv", "户主,小区楼栋,联系号码\n路某某,滨河花园3号楼1单元402," + MOBILE + "\n", [(H, "滨河花园3号楼1单元402"), (M, MOBILE)]),
    ("x.txt", f"联系他可拨{MOBILE[:3]}－{MOBILE[3:7]}－{MOBILE[7:]}，晚上开机。", [(M, MOBILE)]),
    ("y.html", f"<p>手机<b>{MOBILE[:4]}</b><i>{MOBILE[4:7]}</i>{MOBILE[7:]}</p>", [(M, MOBILE)]),
    ("z.html", f"<dl><dt>证件</dt><dd>{ID[:6]}<br>{ID[6:14]}<br>{ID[14:]}</dd></dl>", [(I, ID)]),
    ("aa.txt", f"系统导出：王×ID:{ID},状态=在矫;", [(I, ID)]),
    ("ab.txt", f"补偿款打入其本人农商行卡{CARD[:4]} {CARD[4:8]} {CARD[8:12]} {CARD[12:16]} {CARD[16:]}。", [(C, CARD)]),
    ("ac.txt", "段某某，一九八八年七月初三生，初中文化。", [(B, "一九八八年七月初三")]),
    ("ad.csv", "姓名,生日\n段某,1988/7/3\n", [(B, "1988/7/3")]),
    ("ae.txt", "有意者请加其QQ 2468013579 或者邮箱 lilac.moon@foxmail.com 联系。", [(Q, "2468013579"), (E, "lilac.moon@foxmail.com")]),
    ("af.txt", "机 密★启用前\n关于某专项行动的部署", [(S, "机密")]),
    ("ag.csv", "文件名,保密等级\n甲方案,机密\n乙通知,公开\n", [(S, "机密")]),
    ("ah.txt", "该报告属秘密级，阅后退回。", [(S, "秘密")]),
    ("ai.txt", "序号 投诉人 投诉事项 办理结果\n1 屈晓燕 服务态度 已办结\n2 盛秋实 超期办理 已办结\n", [(P, "屈晓燕"), (P, "盛秋实")]),
    ("aj.txt", "申请人\n申请日期\n公开方式\n管小彤\n2023-01-02\n邮寄\n乐天宇\n2023-01-05\n自取\n", [(P, "管小彤"), (P, "乐天宇")]),
    ("ak.txt", "监护人称孩子闵小宝（6岁）在家无人看管。", [(P, "闵小宝")]),
    ("al.txt", "被执行人：充国安，性别：男，家住：青岩市临江区码头街14号附2号。", [(P, "充国安"), (H, "青岩市临江区码头街14号附2号")]),
]  # fmt: skip

CLEAN: list[tuple[str, str]] = [
    ("a.txt", "矫正人员应当每周电话报告，矫正人员连续三次未报到的给予训诫。"),
    ("b.txt", "受援人支持率、受援人满意度、申请人来源构成，详见附件。"),
    ("c.txt", "申请人田间劳作不便到场的，可由村法律顾问上门。申请人温和表达诉求，工作人员耐心解答。"),
    ("d.txt", "未成年人毒品预防教育、未成年人网络保护、未成年人家庭教育指导同步开展。"),
    ("e.txt", "申请人成都某科技有限公司，被申请人清溪县财政局。"),
    ("f.txt", "当事人宏达建材厂对处罚无异议，当事人金源商贸公司已缴纳罚款。"),
    ("g.txt", "云山县公证处地址：云山县滨江路88号金融大厦B座12层1206室，电话0000-0000000。"),
    ("h.txt", "案发地点：云山县城关镇东风路锦绣小区5号楼2单元楼下。"),
    ("i.txt", "2023年3月，被告人伍某在清溪县城关镇阳光花园3栋2单元盗窃电动车一辆。"),
    ("j.csv", "机构,地址,负责人,电话\n清溪法律服务所,清溪县文昌街7号2栋3单元101室,孔令辉,0000-0000000\n"),
    ("k.csv", "姓名,职务,办公室,分机\n孔令辉,科长,2号楼305室,8012\n尤晓敏,副科长,2号楼306室,8013\n"),
    ("l.txt", "值班律师名单\n孔令辉\n尤晓敏\n"),
    ("m.txt", "先进个人：孔令辉、尤晓敏、习明华；先进集体：城关司法所。"),
    ("n.txt", "执法人员孔令辉、尤晓敏于2023年3月2日对该所进行检查。"),
    ("o.txt", "法援惠民生活动走进石门镇杨柳村，在村委会大院3号房设咨询点。"),
    ("p.txt", "本次培训安排在清溪宾馆2号楼3层会议室，外地学员住清溪宾馆2号楼。"),
    ("q.txt", "各单位应当在申请书中写明姓名、住所地、联系电话和出生年月。"),
    ("r.txt", "户籍地与经常居住地不一致的，由经常居住地村（居）民委员会出具证明。"),
    ("s.txt", "联系我们：邮箱 qxsfj_bgs@163.com，微信公众号“清溪普法”，QQ群 135792468。"),
    ("t.txt", f"设备序列号{MOBILE}0，物料编码 {CARD}，档号 2023-1306-0007。"),
    ("u.csv", "密级,保密期限,审批层级\n绝密,30年,省级\n机密,20年,市级\n秘密,10年,县级\n"),
    ("v.txt", "申请公开的内容涉及国家秘密的不予公开；标注为机密级的载体按规定销毁。"),
    ("w.txt", "1990年1月1日前出生的人员不受此限。建所于1984年5月6日。"),
    ("x.txt", "调解员孔令辉获“最美调解员”称号，调解员尤晓敏来自杨柳村3组调委会。"),
    ("y.txt", "社区矫正对象宋体小四号打印思想汇报；申请人白纸黑字写明诉求即可。"),
    ("z.json", '{"窗口": "法律援助", "地址": "滨江路88号政务大厅3楼12号窗口", "申请人": "公民", "联系人": "孔令辉", "电话": "0000-0000000"}'),
]  # fmt: skip


def found(name: str, text: str) -> list[tuple[Kind, str]]:
    return [(one.kind, one.value) for one in scan_bytes(name, text.encode(), Allowed()).findings]


@pytest.mark.parametrize(("name", "text", "wanted"), PRIVATE, ids=[p[0] for p in PRIVATE])
def test_private_matter_is_found(name: str, text: str, wanted: Wanted) -> None:
    said = found(name, text)
    for kind, value in wanted:
        assert any(kind is k and value in v for k, v in said), (kind, value, said)
    for kind, value in said:
        assert any(kind is k and (v in value or value in v) for k, v in wanted), (kind, value)


@pytest.mark.parametrize(("name", "text"), CLEAN, ids=[c[0] for c in CLEAN])
def test_look_alikes_are_clean(name: str, text: str) -> None:
    assert found(name, text) == []

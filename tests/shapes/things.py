"""Sample: an object with its acts, stopped acts and history (对象样张)."""

from banyan.desk.shapes import (
    Cell,
    Clock,
    Column,
    Event,
    Fact,
    Facts,
    Head,
    Link,
    Object,
    Offer,
    Reason,
    Related,
    State,
    Stopped,
    Table,
)
from tests.shapes.frame import Words

CODE = "FJ-GX-2026-104471"


def head(t: Words) -> Head:
    return Head(
        kind=t("共享申请", "Share request"),
        name=t("鼓楼区民政局申请使用人口基础信息", "鼓楼区民政局 asks for 人口基础信息"),
        code=CODE,
        state=State(t("待答复", "Submitted"), "info"),
        owner=Link(t("由福建省公安厅答复", "To be answered by 福建省公安厅"), "#"),
        clock=Clock(
            t("还剩 3 个工作日", "3 working days left"),
            t("2026年11月27日（星期五）", "until Fri 27 November 2026"),
            "2026-11-27",
            "warn",
        ),
    )


def thing(t: Words) -> Object:
    return Object(
        head=head(t),
        facts=(asked(t), law(t)),
        can=_can(t),
        cannot=(_no_longer_time(t), _no_copy(t)),
        related=(_related(t),),
        history=_history(t),
        older=Link(t("更早的 9 条", "9 earlier entries"), "#"),
        export=Link(t("导出可验证的卷宗", "Export the file with proofs"), "#"),
    )


def _can(t: Words) -> tuple[Offer, ...]:
    return (
        Offer(
            verb=t("作出决定", "Decide"),
            url="#decide",
            weight="main",
            key="d",
            help=t(
                "查看全部事实后授权、部分授权或者不予共享。",
                "See all the facts, then grant, grant part, or refuse.",
            ),
        ),
        Offer(
            verb=t("要求补充说明", "Ask for more"),
            url="#ask",
            key="a",
            help=t("期限暂停，收到说明后继续计算。", "The clock stops and goes on when the answer arrives."),
        ),
    )


def _no_longer_time(t: Words) -> Stopped:
    return Stopped(
        what=t("延长答复期限", "Extend the time to answer"),
        reasons=(
            Reason(
                article=Link(t("办法第二十五条第一款", "Measures, art. 25(1)"), "#25.1"),
                because=t(
                    "本申请已于 11月13日延长过一次。",
                    "The time was extended once already, on 13 November.",
                ),
                instead=t(
                    "在 11月27日前授权可以共享的信息项。",
                    "Grant the items that can be shared by 27 November.",
                ),
                fix=Link(t("部分授权", "Grant part of it"), "#"),
            ),
        ),
    )


def _no_copy(t: Words) -> Stopped:
    return Stopped(
        what=t("提供离线拷贝", "Hand over an offline copy"),
        reasons=(
            Reason(
                article=Link(t("办法第十七条第二款", "Measures, art. 17(2)"), "#17.2"),
                because=t(
                    "政务信息资源应当统一通过开放共享平台汇聚和发布。",
                    "Resources are gathered and published through the common platform only.",
                ),
                instead=t(
                    "按批量交付方式授权，由平台留痕。",
                    "Grant a bulk delivery; the platform records it.",
                ),
            ),
            Reason(
                article=Link(t("办法第三十二条第一款", "Measures, art. 32(1)"), "#32.1"),
                because=t(
                    "申请单位的系统未完成等级保护备案。",
                    "The consumer's system has no filed protection grade.",
                ),
                instead=t("请申请单位先完成二级以上备案。", "Let the consumer file grade 2 or higher first."),
            ),
        ),
    )


def asked(t: Words) -> Facts:
    return Facts(
        t("申请", "The request"),
        (
            Fact(
                t("信息资源", "Resource"),
                "人口基础信息",
                "#",
                t("第 3.2 版，条件共享", "version 3.2, conditional sharing"),
            ),
            Fact(
                t("信息项", "Items"),
                t(
                    "姓名、公民身份号码、死亡注销日期、户籍所在地区划代码",
                    "姓名, 公民身份号码, 死亡注销日期, 户籍所在地区划代码",
                ),
            ),
            Fact(
                t("用途", "Purpose"),
                t("高龄津贴审核发放", "Audit and payment of old-age allowances"),
                "#",
            ),
            Fact(t("日调用上限", "Calls a day"), t("2,000 次", "2,000")),
            Fact(t("使用至", "Until"), t("2027年12月31日", "31 December 2027")),
        ),
    )


def law(t: Words) -> Facts:
    return Facts(
        t("依据与责任", "Ground and responsibility"),
        (
            Fact(
                t("法律依据", "Legal basis"),
                t("老年人权益保障法第三十三条", "Law on the Rights of the Elderly, art. 33"),
                "#",
            ),
            Fact(
                t("办理事项", "Service item"),
                t("高龄津贴申请（350102-MZ-0117）", "Old-age allowance (350102-MZ-0117)"),
                "#",
            ),
            Fact(
                t("责任人", "Responsible officer"),
                t("林秀清，鼓楼区民政局养老服务科", "林秀清, 鼓楼区民政局养老服务科"),
            ),
            Fact(
                t("系统等级", "Protection grade"),
                t("备案号 35010243001-22001", "filing 35010243001-22001"),
                state=State(t("二级，已备案", "Grade 2, filed"), "good"),
            ),
        ),
    )


def _related(t: Words) -> Related:
    return Related(
        table=Table(
            caption=t("同一资源的在用授权", "Grants of the same resource in use"),
            columns=(
                Column(label=t("使用单位", "Consumer")),
                Column(label=t("用途", "Purpose")),
                Column(label=t("至", "Until"), kind="date"),
                Column(label=t("近 30 天次数", "Reads in 30 days"), kind="number"),
            ),
            rows=(
                (
                    Cell("福州市台江区民政局", "#"),
                    Cell(t("高龄津贴审核发放", "Old-age allowances")),
                    Cell("2027-06-30"),
                    Cell("11,408"),
                ),
                (
                    Cell("福建省医疗保障局", "#"),
                    Cell(t("参保人员死亡信息核对", "Deaths of insured persons")),
                    Cell("2026-12-31"),
                    Cell("86,120"),
                ),
            ),
        ),
        more=Link(t("全部 41 项授权", "All 41 grants"), "#"),
    )


def _history(t: Words) -> tuple[Event, ...]:
    return (
        Event(
            sentence=t(
                "福建省公安厅延长答复期限 5 个工作日：需核对死亡注销日期的口径。",
                "福建省公安厅 extended the time to answer by 5 working days to check what 死亡注销日期 means.",
            ),
            when=t("2026年11月13日 15:20", "13 Nov 2026 15:20"),
            at="2026-11-13T15:20+08:00",
            who="陈志远",
            article=Link(t("办法第二十五条第一款", "Measures, art. 25(1)"), "#"),
            entry=Link("1,279,310", "#"),
            tone="warn",
        ),
        Event(
            sentence=t(
                "鼓楼区民政局提供离线拷贝的请求未获办理：应当统一通过开放共享平台。",
                "An offline copy for 鼓楼区民政局 was stopped: resources go through the common platform only.",
            ),
            when=t("2026年11月10日 10:02", "10 Nov 2026 10:02"),
            at="2026-11-10T10:02+08:00",
            who="陈志远",
            article=Link(t("办法第十七条第二款", "Measures, art. 17(2)"), "#"),
            entry=Link("1,277,655", "#"),
            tone="bad",
        ),
        Event(
            sentence=t(
                "鼓楼区民政局申请使用人口基础信息的 4 个信息项，用途为高龄津贴审核发放。",
                "鼓楼区民政局 asked for 4 items of 人口基础信息 to audit and pay old-age allowances.",
            ),
            when=t("2026年11月6日 09:41", "6 Nov 2026 09:41"),
            at="2026-11-06T09:41+08:00",
            who="林秀清",
            article=Link(t("办法第二十二条第三款", "Measures, art. 22(3)"), "#"),
            entry=Link("1,274,118", "#"),
            tone="good",
        ),
    )

"""Sample: the home page of a provider's data officer (首页样张)."""

from datetime import date

from banyan.desk.shapes import Clock, Duty, Event, Home, Link, State, Wait
from tests.shapes.frame import Words

WEEKDAYS = "一二三四五六日"
PRESSING = 5
"""From so many working days on, a clock is quiet."""


def home(t: Words) -> Home:
    return Home(
        sums=(
            State(t("2 件逾期", "2 overdue"), "bad", "late"),
            State(t("3 件本周到期", "3 due this week"), "warn"),
            State(t("2 件不急", "2 later"), "quiet", "clock"),
        ),
        duties=(*_late(t), _to_answer(t), *_to_correct(t), *_later(t)),
        all_duties=Link(t("查看本单位全部 19 件", "All 19 duties of the body"), "#duties"),
        waits=_waits(t),
        all_waits=Link(t("全部 6 件", "All 6"), "#waits"),
        changes=_changes(t),
        all_changes=Link(t("全部变化", "All changes"), "#changes"),
        since=t("自 11月20日（星期五）17:42 离开以来", "Since Friday 20 November, 17:42"),
    )


def _clock(t: Words, days: int, at: str) -> Clock:
    """Working days left until a day, or late where there are fewer than none."""
    end, number = date.fromisoformat(at), abs(days)
    until = t(f"{end.month}月{end.day}日 星期{WEEKDAYS[end.weekday()]}", f"{end:%a} {end.day} {end:%b}")
    many = "s" if number > 1 else ""
    if days < 0:
        return Clock(t(f"逾期 {number} 个工作日", f"{number} working day{many} late"), until, at, "bad")
    left = t(f"还剩 {number} 个工作日", f"{number} working day{many} left")
    return Clock(left, until, at, "warn" if days < PRESSING else "quiet")


def _reply(t: Words) -> Link:
    return Link(t("办法第二十五条第一款", "Measures, art. 25(1)"), "#25.1")


def _late(t: Words) -> tuple[Duty, ...]:
    return (
        Duty(
            what=Link(t("答复人口基础信息共享申请", "Answer the request for 人口基础信息"), "#"),
            for_whom="泉州市丰泽区卫生健康局",
            article=_reply(t),
            said=t("条件共享 · 6 项", "Conditional · 6 items"),
            clock=_clock(t, -2, "2026-11-20"),
            act=Link(t("作出决定", "Decide"), "#"),
        ),
        Duty(
            what=Link(
                t(
                    "向提供单位报送第三季度敏感信息审计日志",
                    "Send the audit log of sensitive data, 3rd quarter",
                ),
                "#",
            ),
            for_whom="福建省卫生健康委员会",
            article=Link(t("办法第三十二条第二款", "Measures, art. 32(2)"), "#32.2"),
            clock=_clock(t, -1, "2026-11-23"),
            act=Link(t("报送日志", "Send the log"), "#"),
        ),
    )


def _to_answer(t: Words) -> Duty:
    return Duty(
        what=Link(t("答复人口基础信息共享申请", "Answer the request for 人口基础信息"), "#"),
        for_whom="福州市鼓楼区民政局",
        article=_reply(t),
        said=t("条件共享 · 4 项", "Conditional · 4 items"),
        clock=_clock(t, 3, "2026-11-27"),
        act=Link(t("作出决定", "Decide"), "#"),
    )


def _to_correct(t: Words) -> tuple[Duty, ...]:
    return (
        Duty(
            what=Link(
                t(
                    "核查异议：户籍所在地区划代码与实际不符",
                    "Check an objection: the region code of the household registration is wrong",
                ),
                "#",
            ),
            for_whom="三明市沙县区行政服务中心管理委员会",
            article=Link(t("办法第十七条第二款", "Measures, art. 17(2)"), "#17.2"),
            clock=_clock(t, 4, "2026-11-30"),
            act=Link(t("核查", "Check"), "#"),
        ),
        Duty(
            what=Link(t("更正并重放 36 条隔离行", "Correct and replay 36 quarantined rows"), "#"),
            for_whom=t("出入境证件信息，11月23日装载", "出入境证件信息, load of 23 November"),
            article=Link(t("办法第六条", "Measures, art. 6"), "#6.1"),
            clock=_clock(t, 4, "2026-11-30"),
            act=Link(t("更正", "Correct"), "#"),
        ),
    )


def _later(t: Words) -> tuple[Duty, ...]:
    return (
        Duty(
            what=Link(t("复核居住证信息的共享类型", "Review the sharing type of 居住证信息"), "#"),
            for_whom=t("目录 2026 年第 4 版", "Catalogue edition 4 of 2026"),
            article=Link(t("办法第二十二条第二款", "Measures, art. 22(2)"), "#22.2"),
            clock=_clock(t, 12, "2026-12-10"),
            act=Link(t("复核", "Review"), "#"),
        ),
    )


def _waits(t: Words) -> tuple[Wait, ...]:
    return (
        Wait(
            what=Link(t("答复不动产登记信息共享申请", "Answer our request for 不动产登记信息"), "#"),
            who="福建省自然资源厅",
            article=Link(t("办法第二十五条第一款", "Measures, art. 25(1)"), "#25.1"),
            clock=Clock(t("还剩 6 个工作日", "6 working days left"), t("12月2日", "2 Dec"), "2026-12-02"),
        ),
        Wait(
            what=Link(t("确认延长授权期限", "Confirm the longer term of a grant"), "#"),
            who="厦门市数据管理局",
            article=Link(t("办法第二十六条第二款", "Measures, art. 26(2)"), "#26.2"),
            clock=Clock(
                t("逾期 1 个工作日", "1 working day late"), t("11月23日", "23 Nov"), "2026-11-23", "bad"
            ),
        ),
    )


def _changes(t: Words) -> tuple[Event, ...]:
    return (
        Event(
            sentence=t(
                "福建省数字办发布信息资源目录 2026 年第 4 版，含本单位资源 38 项。",
                "The provincial office published edition 4 of 2026 of the catalogue, with 38 of your resources.",
            ),
            when=t("今天 09:12", "today 09:12"),
            at="2026-11-24T09:12+08:00",
            tone="good",
            entry=Link("1,284,041", "#"),
        ),
        Event(
            sentence=t(
                "莆田市城厢区民政局撤回了对常住人口信息的共享申请。",
                "莆田市城厢区民政局 withdrew its request for 常住人口信息.",
            ),
            when=t("昨天 16:30", "yesterday 16:30"),
            at="2026-11-23T16:30+08:00",
            entry=Link("1,283,977", "#"),
        ),
        Event(
            sentence=t(
                "夜间巡查发现人口基础信息的共享答复逾期，已记为问题。",
                "The night sweep found an answer overdue for 人口基础信息 and opened a finding.",
            ),
            when=t("11月23日 02:00", "23 Nov 02:00"),
            at="2026-11-23T02:00+08:00",
            tone="bad",
            article=Link(t("办法第三十四条", "Measures, art. 34"), "#34"),
            entry=Link("1,283,802", "#"),
        ),
    )

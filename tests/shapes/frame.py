"""The frame around the sample pages (样张框架)."""

from collections.abc import Callable

from banyan.desk.shapes import (
    Actor,
    Assets,
    Choice,
    Done,
    Lang,
    Link,
    NavLink,
    NavSection,
    Page,
    Reason,
    Stopped,
    Switch,
)

Words = Callable[[str, str], str]
MENU = (
    (
        ("", ""),
        "home|应办|What I owe|7",
        "gate|关口|Gates|",
        "overview|总览|Overview|",
        "law|办法|The Measures|",
        "logs|账本|Ledger logs|",
    ),
    (
        ("数据共享", "Data sharing"),
        "requests|共享申请|Share requests|5",
        "grants|授权|Grants|",
        "reads|使用记录|Reads|",
        "objections|异议|Objections|1",
        "returns|数据返回|Data returns|",
    ),
    (
        ("目录", "Catalogues"),
        "resources|信息资源|Resources|",
        "collection|采集目录|Collection catalogue|",
        "forms|采集表|Collection forms|",
        "services|应用与服务|Services|",
    ),
    (("数据持有", "Holdings"), "loads|装载|Loads|", "quarantine|隔离行|Quarantine|36"),
    (("单位", "Bodies"), "bodies|单位名录|Bodies|", "officers|岗位与经办人|Offices and officers|"),
    (("监督", "Supervision"), "findings|问题|Findings|", "orders|整改通知|Orders|"),
)
"""The sections of the menu, each with its ways: key, words, count."""


def chooser(lang: Lang) -> Words:
    """A function that takes a sentence in Chinese and in English and answers with the one to show."""
    return lambda chinese, english: english if lang == "en" else chinese


def sample_page(t: Words, *, lang: Lang, title: str, place: str, signed_in: bool = True) -> Page:
    """A page of the provincial public security department's data officer; ``place`` marks the way it lies on."""
    return Page(
        title=title,
        lang=lang,
        place=t("福建省", "Fujian Province"),
        home="#home",
        assets=Assets(css="css/desk.css", icon="banyan.svg"),
        csrf="sample",
        trail=_trail(t, title) if signed_in and place != "home" else (),
        nav=_nav(t, place) if signed_in else (),
        actor=_actor(t) if signed_in else None,
        find="#find" if signed_in else "",
        languages=Switch(
            label=t("语言", "Language"),
            name="language",
            url="#language",
            choices=(
                Choice("中文", "zh-hans", lang != "en", "zh-Hans"),
                Choice("English", "en", lang == "en", "en"),
            ),
        ),
        themes=Switch(
            label=t("外观", "Appearance"),
            name="theme",
            url="#theme",
            choices=(
                Choice(t("跟随系统", "System"), "", True),
                Choice(t("浅色", "Light"), "light"),
                Choice(t("深色", "Dark"), "dark"),
            ),
        ),
        footer=(
            Link(t("使用指南", "Guide"), "#guide"),
            Link(t("法规文本", "The Measures"), "#law"),
            Link(t("账本公钥", "Keys of the ledger"), "#keys"),
        ),
    )


def sample_done(t: Words) -> Done:
    return Done(
        sentence=t(
            "已授权鼓楼区民政局使用人口基础信息的 4 个信息项，至 2027年12月31日。",
            "鼓楼区民政局 may now read 4 items of 人口基础信息 until 31 December 2027.",
        ),
        entry=Link(t("账本第 1,284,057 号", "Ledger entry 1,284,057"), "#entry"),
        undo=Link(t("撤回授权", "Withdraw the grant"), "#withdraw"),
    )


def sample_stopped(t: Words) -> Stopped:
    return Stopped(
        what=t("拒绝鼓楼区民政局的共享申请", "Refuse the share request of 鼓楼区民政局"),
        reasons=(
            Reason(
                article=Link(t("办法第二十二条第一款", "Measures, art. 22(1)"), "#22.1"),
                because=t(
                    "“系统正在升级”不是可以拒绝共享的法定情形。",
                    "“The system is being upgraded” is not a lawful ground for refusing to share.",
                ),
                instead=t(
                    "选择国家秘密、商业秘密或者个人隐私，并写明依据的法律条款；或者授权其中可以共享的信息项。",
                    "Choose State secrets, business secrets or personal privacy and name the provision of law; "
                    "or grant those items that can be shared.",
                ),
                fix=Link(t("改为部分授权", "Grant part of it instead"), "#grant-part"),
            ),
        ),
    )


def _trail(t: Words, title: str) -> tuple[Link, ...]:
    return (Link(t("应办", "What I owe"), "#home"), Link(t("数据共享", "Data sharing"), "#"), Link(title))


def _actor(t: Words) -> Actor:
    return Actor(
        name="陈志远",
        office=t("数据管理员", "Data officer"),
        body="福建省公安厅",
        sign_out="#out",
        offices=Switch(
            label=t("以另一岗位办理", "Work in another office"),
            name="office",
            url="#office",
            choices=(
                Choice(t("福建省公安厅 数据管理员", "福建省公安厅, data officer"), "12", True),
                Choice(t("福建省公安厅 安全管理员", "福建省公安厅, security officer"), "31"),
            ),
        ),
    )


def _nav(t: Words, place: str) -> tuple[NavSection, ...]:
    def way(line: str) -> NavLink:
        key, chinese, english, count = line.split("|")
        return NavLink(t(chinese, english), f"#{key}", key == place, count)

    return tuple(NavSection(t(*title), tuple(way(one) for one in ways)) for title, *ways in MENU)

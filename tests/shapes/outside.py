"""Samples: signing in, and a page that says what stands in the way (登录与问题样张)."""

from banyan.desk.shapes import Field, Form, Link, Problem, SignIn
from tests.shapes.frame import Words


def sign_in(t: Words, *, wrong: bool) -> SignIn:
    return SignIn(
        title=t("登录榕政", "Sign in to Banyan"),
        said=t("供福建省各级应用单位经办人使用。", "For officers of the bodies of Fujian Province."),
        form=Form(
            key="sign-in",
            title=t("用账号登录", "With your account"),
            url="#",
            button=t("登录", "Sign in"),
            fields=_fields(t, wrong=wrong),
        ),
        others=(Link(t("用数字证书登录", "Sign in with a certificate"), "#"),),
        notes=(
            t("每次登录和每次使用都记入账本。", "Every sign-in and every use is recorded in the ledger."),
            t(
                "连续 5 次失败后，账号锁定 15 分钟。",
                "After 5 failures the account is locked for 15 minutes.",
            ),
        ),
    )


def _fields(t: Words, *, wrong: bool) -> tuple[Field, ...]:
    return (
        Field(
            name="username",
            label=t("账号", "Account"),
            autocomplete="username",
            value="chenzhiyuan" if wrong else "",
        ),
        Field(
            name="password",
            label=t("密码", "Password"),
            kind="secret",
            autocomplete="current-password",
            error=t(
                "账号或者密码不正确，请重新输入密码。",
                "Account or password is wrong. Type the password again.",
            )
            if wrong
            else "",
        ),
        Field(
            name="code",
            label=t("动态码", "One-time code"),
            autocomplete="one-time-code",
            help=t("手机令牌显示的 6 位数字。", "The 6 digits your token shows."),
        ),
    )


def problem(t: Words) -> Problem:
    return Problem(
        status=403,
        title=t("本岗位不能查看这份共享申请", "Your office may not see this share request"),
        because=t(
            "这份申请由福建省医疗保障局提供数据，您现在以福建省公安厅数据管理员办理。",
            "福建省医疗保障局 provides the data; you now work as data officer of 福建省公安厅.",
        ),
        article=Link(t("办法第五条第二款", "Measures, art. 5(2)"), "#"),
        instead=t(
            "换到有权的岗位，或者联系提供单位的数据管理员。",
            "Change to an office that may, or ask the provider's data officer.",
        ),
        ways=(
            Link(t("回到应办", "Back to what I owe"), "#"),
            Link(t("查看共享申请", "See share requests"), "#"),
        ),
        reference="9f2c-41d7-a0be",
    )

"""Regions, bodies, offices, officers, terms, agreements, and the accounts that officers sign in with."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import connection, models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banyan.acts.fields import reads_as
from banyan.acts.governed import Governed
from banyan.bodies import kinds

MANAGING = 'SELECT "id" FROM "bodies_body" WHERE "kind" = %s AND "region_id" = %s AND "state" = %s'


class Level(models.TextChoices):
    """The levels of government and what lies below them (行政层级)."""

    PROVINCE = "province", _("province")
    CITY = "city", _("city")
    COUNTY = "county", _("county")
    TOWNSHIP = "township", _("township or street")
    VILLAGE = "village", _("village or community")


class Region(Governed):
    """An administrative division (行政区划): GB/T 2260 to the county, GB/T 10114 below, villages below that."""

    class State(models.TextChoices):
        IN_FORCE = "in_force", _("in force")
        ABOLISHED = "abolished", _("abolished")

    tones: ClassVar = {"in_force": "good", "abolished": "quiet"}

    code = reads_as("code", models.CharField(_("code"), max_length=12, unique=True))
    name = models.CharField(_("name"), max_length=80)
    level = models.CharField(_("level"), max_length=10, choices=Level.choices)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="children", verbose_name=_("belongs to")
    )

    class Meta:
        verbose_name = _("region")
        ordering: ClassVar = ["code"]

    def __str__(self) -> str:
        return self.name

    @property
    def prefix(self) -> str:
        """The leading digits that every code within this region shares."""
        return self.code[: {"province": 2, "city": 4, "county": 6, "township": 9}.get(self.level, 12)]


class Body(Governed):
    """An organisation in the e-government of the province (单位), known by its unified social credit code."""

    class Kind(models.TextChoices):
        GOVERNMENT = "government", _("people's government")
        MANAGING = kinds.MANAGING, _("managing department")
        APPLICATION = "application_unit", _("application unit")
        TECHNICAL = "technical_service_unit", _("technical service unit")
        FINANCE = "finance", _("finance department")
        APPROVAL = "approval", _("approval department")
        SUPERVISION = "supervision", _("supervision organ")
        SECURITY = "security", _("network security department")

    class State(models.TextChoices):
        ACTIVE = "active", pgettext_lazy("body", "active")
        ABOLISHED = "abolished", _("abolished")

    tones: ClassVar = {"active": "good", "abolished": "quiet"}

    code = reads_as("code", models.CharField(_("unified social credit code"), max_length=18, unique=True))
    name = models.CharField(_("name"), max_length=120)
    short_name = models.CharField(_("short name"), max_length=60, blank=True)
    kind = models.CharField(_("kind"), max_length=24, choices=Kind.choices)
    level = models.CharField(_("level"), max_length=10, choices=Level.choices)
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, related_name="bodies", verbose_name=_("region")
    )
    region_code = models.CharField(max_length=12, db_index=True, editable=False)
    superior = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="lower", verbose_name=_("superior")
    )
    line = models.CharField(_("line of work"), max_length=40, blank=True)
    authorised_by = models.CharField(_("authorising law"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("body")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["region"],
                condition=models.Q(kind=kinds.MANAGING, state="active"),
                name="bodies_one_managing_department",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["kind", "region_code"], name="bodies_body_kind"),
            models.Index(fields=["name", "id"], name="bodies_body_name"),
        ]

    def __str__(self) -> str:
        return self.short_name or self.name

    @cached_property
    def managing(self) -> "Body | None":
        """The managing department of the same government (本级电子政务管理部门)."""
        return self._peer(Body.Kind.MANAGING)

    @cached_property
    def government(self) -> "Body | None":
        """The people's government of the same level (同级人民政府)."""
        return self._peer(Body.Kind.GOVERNMENT)

    @cached_property
    def finance(self) -> "Body | None":
        """The finance department of the same government (同级财政部门)."""
        return self._peer(Body.Kind.FINANCE)

    @cached_property
    def approval(self) -> "Body | None":
        """The department that approves projects of the same government (本级审批部门)."""
        return self._peer(Body.Kind.APPROVAL)

    @cached_property
    def supervision_organ(self) -> "Body | None":
        """The supervision organ of the same government (同级监察机关)."""
        return self._peer(Body.Kind.SUPERVISION)

    @cached_property
    def provincial_office(self) -> "Body | None":
        """The managing department of the province (省数字办)."""
        return Body.objects.filter(
            kind=Body.Kind.MANAGING, level=Level.PROVINCE, state=Body.State.ACTIVE
        ).first()

    @cached_property
    def managing_id(self) -> int | None:
        """Its number alone: every act of a unit that its managing department watches asks for it."""
        with connection.cursor() as cursor:
            cursor.execute(MANAGING, [Body.Kind.MANAGING.value, self.region_id, Body.State.ACTIVE.value])
            found = cursor.fetchone()
        return int(found[0]) if found else None

    def _peer(self, kind: str) -> "Body | None":
        return Body.objects.filter(kind=kind, region_id=self.region_id, state=Body.State.ACTIVE).first()


class Office(Governed):
    """A post in a body (岗位): what its holder may do follows from its kind."""

    class Kind(models.TextChoices):
        HEAD = "head", _("head of the body")
        DATA_OFFICER = "data_officer", _("data officer")
        FORM_DESIGNER = "form_designer", _("form designer")
        CATALOGUE_OFFICER = "catalogue_officer", _("catalogue officer")
        LEADER = "leader", _("leader")
        AUDITOR = "auditor", _("auditor")
        FINANCE_OFFICER = "finance_officer", _("finance officer")
        INTEGRATOR = "integrator", _("integrator")
        ADMINISTRATOR = "administrator", _("administrator")
        PLANNING_OFFICER = "planning_officer", _("planning officer")
        APPROVAL_OFFICER = "approval_officer", _("approval officer")
        INSPECTOR = "inspector", _("inspector")
        SUPERVISION_OFFICER = "supervision_officer", _("supervision officer")
        OPERATIONS_OFFICER = "operations_officer", _("operations officer")
        SECURITY_OFFICER = "security_officer", _("security officer")

    class State(models.TextChoices):
        OPEN = "open", _("open")
        CLOSED = "closed", _("closed")

    tones: ClassVar = {"open": "good", "closed": "quiet"}

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="offices", verbose_name=_("body"))
    kind = models.CharField(_("kind"), max_length=24, choices=Kind.choices)

    class Meta:
        verbose_name = _("office")
        constraints: ClassVar = [models.UniqueConstraint(fields=["body", "kind"], name="bodies_office_once")]

    def __str__(self) -> str:
        return f"{self.body} {self.get_kind_display()}"


class Officer(Governed):
    """A person who holds offices (经办人)."""

    class State(models.TextChoices):
        SERVING = "serving", _("serving")
        LEFT = "left", _("left")

    tones: ClassVar = {"serving": "good", "left": "quiet"}

    name = models.CharField(_("name"), max_length=60)
    user_name = reads_as("code", models.CharField(_("user name"), max_length=60, unique=True))
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="officers", verbose_name=_("body"))

    class Meta:
        verbose_name = _("officer")

    def __str__(self) -> str:
        return self.name


class Term(Governed):
    """That an officer holds an office from one day to another (任期)."""

    class State(models.TextChoices):
        RUNNING = "running", _("running")
        ENDED = "ended", _("ended")

    tones: ClassVar = {"running": "good", "ended": "quiet"}

    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="terms", verbose_name=_("office")
    )
    officer = models.ForeignKey(
        Officer, on_delete=models.PROTECT, related_name="terms", verbose_name=_("officer")
    )
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True)

    class Meta:
        verbose_name = _("term")

    def __str__(self) -> str:
        return f"{self.officer}: {self.office}"


class Agreement(Governed):
    """A contract, franchise or commission by which a body has others build or run (协议), article 8."""

    class Mode(models.TextChoices):
        COMMISSION = "commission", _("commission")
        PURCHASE = "purchase", _("purchase of services")
        FRANCHISE = "franchise", _("franchise")
        PARTNERSHIP = "partnership", _("public-private partnership")

    class State(models.TextChoices):
        IN_FORCE = "in_force", _("in force")
        ENDED = "ended", _("ended")

    tones: ClassVar = {"in_force": "good", "ended": "quiet"}

    title = models.CharField(_("title"), max_length=200)
    mode = models.CharField(_("mode"), max_length=12, choices=Mode.choices)
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="agreements", verbose_name=_("body")
    )
    supplier = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="commissions", verbose_name=_("technical service unit")
    )
    ownership_clause = models.TextField(_("ownership clause"))
    without_resources = models.TextField(_("why no information resources arise under it"), blank=True)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"))
    ended_because = models.TextField(_("ended because"), blank=True)
    handed_back = models.TextField(_("how the data were handed back"), blank=True)

    class Meta:
        verbose_name = _("agreement")
        indexes: ClassVar = [models.Index(fields=["until", "id"], name="bodies_agreement_until")]

    def __str__(self) -> str:
        return self.title


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by their user name."""


class Account(AbstractBaseUser):
    """What an officer signs in with: a password, a one-time code, and the count of failures."""

    user_name = models.CharField(max_length=60, unique=True)
    officer = models.OneToOneField(Officer, on_delete=models.PROTECT, related_name="account", null=True)
    is_active = models.BooleanField(default=True)
    failures = models.PositiveSmallIntegerField(default=0)
    locked_until = models.DateTimeField(null=True)
    must_change = models.BooleanField(default=False)

    USERNAME_FIELD = "user_name"
    objects = AccountManager()

    def __str__(self) -> str:
        return self.user_name


class AccountEvent(models.Model):
    """What happened to an account (账号记录): who signed in, was locked out, or was given a new password."""

    class Kind(models.TextChoices):
        SIGNED_IN = "signed_in", _("signed in")
        REFUSED = "refused", _("password or one-time code was wrong")
        LOCKED = "locked", _("locked after too many failures")
        LOCK_LIFTED = "lock_lifted", _("lock-out lifted")
        OPENED = "opened", _("first password and one-time codes handed over")
        PASSWORD_CHANGED = "password_changed", _("password changed")
        CODES_RENEWED = "codes_renewed", _("one-time codes renewed")

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["account", "-id"], name="bodies_event_account"),
            models.Index(fields=["at"], name="bodies_event_at"),
        ]

    def __str__(self) -> str:
        return f"{self.account}: {self.get_kind_display()}"

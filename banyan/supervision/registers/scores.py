"""How yearly scores are listed and shown; they stand beside the body and beside its budget lines."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Filter, Group, Register, Related, beside, register
from banyan.acts.scopes import of_body, of_state
from banyan.bodies.models import Body
from banyan.planning.models import BudgetLine
from banyan.supervision.models import YearlyScore
from banyan.supervision.queries import scores as queries


def _of_line(line: BudgetLine, actor: Actor) -> Any:
    return queries.scores_of(line.project.body, actor)


SHOWN = (
    Column("__str__", _("Yearly score"), "record"),
    Column("points", _("Points"), "number"),
    Column("office", _("Settled by")),
    Column("state", _("State"), "state"),
)
register(
    Register(
        model=YearlyScore,
        title=_("Yearly scores"),
        one=_("yearly score"),
        about=_(
            "What each body scored in a year by the weighted figures; money rests on it (articles 4 and 36)."
        ),
        columns=(
            Column("body", _("Body"), "record"),
            Column("year", _("Year"), "code"),
            Column("points", _("Points"), "number", sort=True),
            Column("office", _("Settled by")),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Yearly score"),
                (
                    Column("body", _("Body"), "record"),
                    Column("year", _("Year"), "code"),
                    Column("points", _("Points"), "number"),
                    Column("counted_on", _("Counted on"), "date"),
                    Column("office", _("Settled by"), "record"),
                    Column("opinion", _("Opinion of the managing department")),
                ),
            ),
            Group(
                _("Contest"),
                (
                    Column("contested_because", _("Contested because")),
                    Column("answer", _("Answer")),
                ),
            ),
        ),
        visible=queries.visible_scores,
        filters=(of_state(YearlyScore), Filter("year", _("Year"), "year"), *of_body()),
        related=(
            Related(
                _("Figures of the score"),
                queries.lines_of,
                (
                    Column("title", _("Figure")),
                    Column("part", _("Counted"), "number"),
                    Column("whole", _("Out of"), "number"),
                    Column("lost", _("Points lost"), "number"),
                ),
                name="figures",
            ),
        ),
        search=("body__name",),
        owner="body",
        menu=37,
    )
)
beside(Body, Related(_("Yearly scores"), queries.scores_of, SHOWN))
beside(BudgetLine, Related(_("Yearly scores of the unit"), _of_line, SHOWN))

"""How yearly scores are listed and shown; they stand beside the body and beside its budget lines."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Group, Register, Related, Way, beside, register
from banyan.bodies.models import Body
from banyan.planning.models import BudgetLine
from banyan.planning.queries.projects import overseen
from banyan.supervision.models import YearlyScore
from banyan.supervision.queries import scores as queries

SHOWN = ("__str__", Column("points", _("Points")), "office", "state")


def _of_line(line: BudgetLine, actor: Actor) -> Any:
    return queries.scores_of(line.project.body, actor)


def _is_overseen(body: Body, actor: Actor) -> bool:
    """Whether the actor watches the body or decides about its money."""
    return overseen(actor).filter(pk=body.pk).exists()


register(
    Register(
        model=YearlyScore,
        title=_("Yearly scores"),
        one=_("yearly score"),
        about=_(
            "What each body scored in a year by the weighted figures; money rests on it (articles 4 and 36)."
        ),
        columns=("body", "year", Column("points", sort=True), "office"),
        groups=(
            Group(_("Yearly score"), ("body", "year", "points", "counted_on", "office", "opinion")),
            Group(_("Contest"), ("contested_because", "answer")),
        ),
        visible=queries.visible_scores,
        filters=("year",),
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
beside(
    Body,
    Related(_("Yearly scores"), queries.scores_of, SHOWN, of=YearlyScore),
    Way(
        _("See the score"),
        _("Its figures, and what one more lawful act would change."),
        "/score/{on.pk}/",
        open_to=_is_overseen,
    ),
)
beside(BudgetLine, Related(_("Yearly scores of the unit"), _of_line, SHOWN, of=YearlyScore))

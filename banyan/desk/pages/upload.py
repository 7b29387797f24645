"""Loading a file into a resource from the desk: one choice, one file, and the report of what was taken and refused."""

import tempfile
from pathlib import Path

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from banyan.acts import registry
from banyan.acts.errors import Refused
from banyan.desk.access import page
from banyan.desk.frame import actor_of, show
from banyan.desk.shapes import ActForm, Field, Form, Link, Option, Stopped
from banyan.desk.words import article, said, stopped
from banyan.kit.errors import SentenceError
from banyan.kit.numbers import whole
from banyan.lake.loading import load_file
from banyan.lake.queries.loads import resources_to_load

ACT = "lake.begin_load"


@page("GET", "HEAD", "POST")
def upload(request: HttpRequest) -> HttpResponse:
    """Ask for the resource and the file; a faulty file leaves the former version in place."""
    fault, refused = "", None
    if request.method == "POST":
        try:
            return _load(request)
        except Refused as error:
            refused = stopped(_("Load rows"), error.refusals)
        except SentenceError as error:
            fault = said(error.sentence)
    return _show(request, fault, refused)


def _load(request: HttpRequest) -> HttpResponse:
    actor, file = actor_of(request), request.FILES.get("file")
    chosen = request.POST.get("resource", "")
    resource = resources_to_load(None, actor).filter(pk=whole(chosen) or 0).first()
    if file is None or resource is None:
        return _show(request, _("Choose a resource and a file."), None)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "delivery"
        with path.open("wb") as target:
            target.writelines(file.chunks())
        report = load_file(actor, resource, path, file_name=file.name or "")
    return HttpResponseRedirect(f"/lake/loads/{report.load}/")


def _show(request: HttpRequest, fault: str, refused: Stopped | None) -> HttpResponse:
    act = registry.acts[ACT]
    begun = request.POST.get("resource") or request.GET.get("resource", "")
    options = tuple(
        Option(value=str(one.pk), label=str(one), chosen=str(one.pk) == begun)
        for one in resources_to_load(None, actor_of(request))
    )
    form = Form(
        key="upload",
        title=_("Load rows"),
        url=request.path,
        button=_("Check and load"),
        help=_(
            "Every row is checked against the items; bad rows go to quarantine, the good ones become the next version."
        ),
        article=article(act.norm),
        fields=(
            Field(name="resource", label=_("Resource"), kind="choice", options=options),
            Field(
                name="file",
                label=_("File"),
                kind="file",
                error=fault,
                help=_("CSV (UTF-8 or GB18030) or XLSX; the first row names the items."),
                accept=".csv,.txt,.xlsx",
            ),
        ),
    )
    status = 409 if refused else 422 if fault else 200
    trail = (Link(_("Loads"), "/lake/loads/"), Link(form.title))
    why = (refused,) if refused else ()
    return show(request, ActForm(form=form), form.title, trail=trail, stopped=why, status=status)

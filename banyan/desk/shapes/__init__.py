"""What each kind of page shows: plain values that views fill and templates draw (页面形状).

Every text is already in the reader's language; a template adds only the frame's own words, so a new noun of the law
needs no new template. Each page shape names its ``template``, which is rendered with ``page`` and ``view``.
"""

from banyan.desk.shapes.charts import Bar, Bars, Block, Region, RegionMap, Stretch, Trend, strip
from banyan.desk.shapes.forms import Field, FieldKind, Finder, Form, Offer, Option, Weight
from banyan.desk.shapes.frame import Actor, Assets, Choice, Lang, NavLink, NavSection, Page, Switch, Theme
from banyan.desk.shapes.pages.account import Account, Codes
from banyan.desk.shapes.pages.gate import Condition, Gate
from banyan.desk.shapes.pages.home import Before, Duty, Home, Wait
from banyan.desk.shapes.pages.law import Chapter, Document, Line, Note, Provision
from banyan.desk.shapes.pages.outside import ActForm, Problem, SignIn
from banyan.desk.shapes.pages.overview import Figure, Overview, Status
from banyan.desk.shapes.pages.register import Chip, Proof, Register
from banyan.desk.shapes.pages.thing import Decision, Object, Other
from banyan.desk.shapes.pages.views import View
from banyan.desk.shapes.picture import Branch, Dot, Node, Picture, Topology
from banyan.desk.shapes.tables import (
    Cell,
    CellKind,
    Column,
    Direction,
    Empty,
    Related,
    Saying,
    Sort,
    Span,
    Table,
)
from banyan.desk.shapes.values import (
    Clock,
    Done,
    Event,
    Fact,
    Facts,
    Head,
    Link,
    Reason,
    State,
    Stopped,
    Tone,
)

__all__ = [
    "Account",
    "ActForm",
    "Actor",
    "Assets",
    "Bar",
    "Bars",
    "Before",
    "Block",
    "Branch",
    "Cell",
    "CellKind",
    "Chapter",
    "Chip",
    "Choice",
    "Clock",
    "Codes",
    "Column",
    "Condition",
    "Decision",
    "Direction",
    "Document",
    "Done",
    "Dot",
    "Duty",
    "Empty",
    "Event",
    "Fact",
    "Facts",
    "Field",
    "FieldKind",
    "Figure",
    "Finder",
    "Form",
    "Gate",
    "Head",
    "Home",
    "Lang",
    "Line",
    "Link",
    "NavLink",
    "NavSection",
    "Node",
    "Note",
    "Object",
    "Offer",
    "Option",
    "Other",
    "Overview",
    "Page",
    "Picture",
    "Problem",
    "Proof",
    "Provision",
    "Reason",
    "Region",
    "RegionMap",
    "Register",
    "Related",
    "Saying",
    "SignIn",
    "Sort",
    "Span",
    "State",
    "Status",
    "Stopped",
    "Stretch",
    "Switch",
    "Table",
    "Theme",
    "Tone",
    "Topology",
    "Trend",
    "View",
    "Wait",
    "Weight",
    "strip",
]

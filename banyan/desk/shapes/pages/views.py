"""Every kind of page."""

from banyan.desk.shapes.pages.account import Account
from banyan.desk.shapes.pages.gate import Gate
from banyan.desk.shapes.pages.home import Home
from banyan.desk.shapes.pages.law import Document
from banyan.desk.shapes.pages.outside import ActForm, Problem, SignIn
from banyan.desk.shapes.pages.overview import Overview, Status
from banyan.desk.shapes.pages.register import Register
from banyan.desk.shapes.pages.thing import Decision, Object
from banyan.desk.shapes.picture import Picture

View = (
    Home
    | Register
    | Object
    | Decision
    | Gate
    | Overview
    | Status
    | Document
    | ActForm
    | SignIn
    | Problem
    | Picture
    | Account
)

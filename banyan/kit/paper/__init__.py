"""Papers (文书): what a document says, and the same as PDF, as a page of its own, and as plain values."""

from banyan.kit.paper.html import html
from banyan.kit.paper.press import pdf
from banyan.kit.paper.values import Cell, Grid, Paper, Section, plain

__all__ = ["Cell", "Grid", "Paper", "Section", "html", "pdf", "plain"]

"""Banyan (榕政): a province's e-government regulation as running software, where every governed change is an act."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("banyan-gov")
except PackageNotFoundError:
    __version__ = "0"

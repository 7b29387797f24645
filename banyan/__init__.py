"""Banyan (榕政): a province's e-government regulation as running software, where every governed change is an act."""

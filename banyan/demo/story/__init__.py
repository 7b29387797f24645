"""The story of one sharing, played against the running server, step by step, each with its article."""

from banyan.demo.story.play import play

__all__ = ["play"]

"""The language of whoever works at the terminal."""

import os


def of_the_user() -> str:
    """Chinese where the environment speaks it (使用者语言), else English; ``LC_ALL`` stands before ``LANG``."""
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG", "")
    return "zh-hans" if spoken.startswith("zh") else "en"

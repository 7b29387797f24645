"""The type of a problem (RFC 9457): a name for programs that stays the same; what to do stands in the answer."""


def problem_type(code: str) -> str:
    """The ``type`` of the problem with this ``code`` (问题类型), the same in the API and at the gateway."""
    return f"urn:banyan:problem:{code}"

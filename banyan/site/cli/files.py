"""What a file that cannot be used is called in one sentence."""


def of_file(error: OSError) -> str:
    """What stands in the way of a file, and what to do."""
    name = error.filename
    if isinstance(error, FileNotFoundError):
        return f"There is no file {name}."
    if isinstance(error, PermissionError):
        return f"{name} is closed to this user: give the right to read and write it, or name another."
    if isinstance(error, IsADirectoryError):
        return f"{name} is a folder; name a file."
    if isinstance(error, FileExistsError | NotADirectoryError):
        return f"{name} is a file, or goes through one, where a folder is needed."
    return f"{name} cannot be used: {error.strerror}."

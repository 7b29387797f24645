"""Reading the field names of a form from a CSV or XLSX file."""

from banyan.kit.tablefile import read_table


def field_names(file: bytes) -> list[str]:
    """The fields of a form: the column under a heading such as 字段 or field, else the first row across.

    Raises TableFault with a sentence when the file cannot be read.
    """
    rows = [[cell.strip() for cell in row] for row in read_table(file)]
    rows = [row for row in rows if any(row)]
    if not rows:
        return []
    heading = next((n for n, cell in enumerate(rows[0]) if _names_fields(cell)), None)
    if heading is not None:
        return [row[heading] for row in rows[1:] if len(row) > heading and row[heading]]
    return [cell for cell in rows[0] if cell]


def _names_fields(cell: str) -> bool:
    return any(
        word in cell.lower() for word in ("字段", "采集项", "填报项", "信息项", "数据项", "项目名称", "field")
    )

"""One field asked against a few items."""

from banyan.catalogue.matcher import CatalogueItem, FormField, Matcher

FORM = "企业开办申请表"
RESOURCE = "企业登记基本信息"


def best(field: str, *items: str, form: str = FORM, resource: str = RESOURCE) -> str | None:
    matcher = Matcher.build(CatalogueItem("市市场监督管理局", resource, item) for item in items)
    answer = matcher.match(FormField(form, field))
    return None if answer.best is None else answer.matches[answer.best].item.item

"""Second part: the provider decides, the consumer's system reads, within its grant and no further."""

import time
from typing import Any

from banyan.demo.story.client import Person, System
from banyan.demo.story.stage import Stage, holds

REQUESTS = "/exchange/share-requests"
GRANTS = "/exchange/grants"
SUSPENDED_WITHIN = 5.0


def decides(stage: Stage, provider: Person, request: int) -> int:
    """A refusal without ground is refused; then the provider grants, with contact masked."""
    found = provider.refused(f"{REQUESTS}/{request}/refuse-share", reason="系统正在升级，暂不提供")
    holds("22.1-b" in found, "a refusal without ground was not refused")
    stage.step(
        "22.1-b",
        "省公安厅想不附依据拒绝，被拒",
        "福建省公安厅 tries to refuse without a ground and is refused",
    )
    stage.show(found["22.1-b"]["because"])
    seen = provider.get(f"{REQUESTS}/{request}")
    items = [one["id"] for one in seen["resourceitems"]]
    masked = [one["id"] for one in seen["resourceitems"] if one["is_sensitive"]]
    provider.act(
        f"{REQUESTS}/{request}/grant-share", items=items, until=seen["facts"]["until"], masked=masked
    )
    grant = int(provider.get(f"{REQUESTS}/{request}")["facts"]["grant"]["id"])
    stage.step(
        "25.1-c",
        f"省公安厅授权 {len(items)} 项，其中 {len(masked)} 项脱敏",
        f"福建省公安厅 grants {len(items)} items, {len(masked)} of them masked",
    )
    return grant


def reads(stage: Stage, system: System, grant: int, url: str, key: str) -> str:
    """The system reads one person: the granted items and nothing else."""
    token = system.token(grant)
    answer = system.read(f"{url}/rows/{key}", token, case="GLJT-2026-0001")
    holds(answer.status_code == 200, f"the read answered {answer.status_code}: {answer.text}")
    stage.step(
        "25.1-b",
        "高龄津贴系统以自己的密钥取得令牌，读到一个人的授权信息项",
        "The consumer's system gets a token with its own key and reads one person's granted items",
    )
    stage.show(answer.text[:300])
    holds("x-banyan-remaining" in answer.headers, "the answer does not tell the remaining quota")
    return token


def is_held_to_its_grant(stage: Stage, system: System, token: str, url: str, elsewhere: str) -> None:
    """A person of another county is not there, and the attempt is on record."""
    answer = system.read(f"{url}/rows/{elsewhere}", token)
    holds(answer.status_code == 404, f"a row outside the region answered {answer.status_code}")
    stage.step(
        "22.3-a",
        "外县区的人查不到，且留痕",
        "A person of another county is not there for this grant, and the attempt is recorded",
    )


def suspension_bites(
    stage: Stage, provider: Person, system: System, grant: int, *, url: str, key: str
) -> None:
    """A suspended grant delivers nothing within five seconds; resumed, it goes on."""
    token = system.token(grant)
    provider.act(f"{GRANTS}/{grant}/suspend-grant", reason="核实异常调用")
    took = _until(lambda: system.read(f"{url}/rows/{key}", token).status_code == 403)
    holds(took is not None, "the suspended grant still delivers after five seconds")
    stage.step(
        "37.1-a",
        f"暂停授权，{took:.1f} 秒内停止交付",
        f"The grant is suspended; delivery stops within {took:.1f} s",
    )
    provider.act(f"{GRANTS}/{grant}/resume-grant")
    took = _until(lambda: system.read(f"{url}/rows/{key}", token).status_code == 200)
    holds(took is not None, "the resumed grant does not deliver after five seconds")
    stage.step("25.1-c", "恢复授权，交付继续", "The grant is resumed and delivery goes on")


def _until(done: Any) -> float | None:
    start = time.monotonic()
    while time.monotonic() - start < SUSPENDED_WITHIN:
        if done():
            return time.monotonic() - start
        time.sleep(0.1)
    return None

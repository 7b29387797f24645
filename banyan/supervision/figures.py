"""The figures of the Measures (指标), each with its article, what it says, and the rows that it counts (1.1, 36.1)."""

from banyan.acts.figure import Figure, Rows, figure
from banyan.kit.sentence import say
from banyan.law.norms import Norm

OPEN = {"state": "open"}
COUNTED = (
    "acts.duty_is_overdue",
    "supervision.order_is_not_met",
    "infrastructure.system_is_outside_the_network",
    "infrastructure.centre_is_not_integrated",
)
TOLD_ELSEWHERE = ",".join(COUNTED)
"""Findings whose fact is a figure of its own: none is counted twice."""

LAPSES = figure(
    Figure(
        name="lapses",
        headline=True,
        norm=Norm("34.1-a"),
        title="Overdue or lapsed",
        says=say("All open findings, among them what is overdue."),
        part=Rows("acts.finding", OPEN),
        good="less",
    )
)
INTEGRATION = figure(
    Figure(
        name="integration",
        headline=True,
        norm=Norm("14.2-b"),
        title="Integration rate",
        says=say("Existing data centres that are integrated, of all that were to be."),
        part=Rows("infrastructure.datacentre", {"state": "integrated"}),
        whole=Rows("infrastructure.datacentre", {"stock": "yes"}),
        wanting=Rows("infrastructure.datacentre", {"state": "to_integrate"}),
        done_by=("infrastructure.integrate_data_centre",),
    )
)
NETWORKS = figure(
    Figure(
        name="networks",
        norm=Norm("1.1-a"),
        title="Private networks integrated",
        says=say("Existing private networks that are integrated, of all that were to be."),
        part=Rows("infrastructure.network", {"state": "integrated"}),
        whole=Rows("infrastructure.network", {"stock": "yes"}),
    )
)
CHANNELS = figure(
    Figure(
        name="channels",
        norm=Norm("1.1-a"),
        title="Service channels integrated",
        says=say("Existing service channels that moved to the unified ones, of all that were to."),
        part=Rows("infrastructure.channel", {"state": "integrated"}),
        whole=Rows("infrastructure.channel", {"stock": "yes"}),
    )
)
GRIDS = figure(
    Figure(
        name="grids",
        norm=Norm("1.1-a"),
        title="Platforms and grids integrated",
        says=say("Existing platforms and grids that are integrated, of all that were to be."),
        part=Rows("infrastructure.platform", {"state": "integrated"}),
        whole=Rows("infrastructure.platform", {"stock": "yes"}),
    )
)
NETWORK = figure(
    Figure(
        name="network",
        headline=True,
        norm=Norm("23.1-a"),
        title="Systems on the unified network",
        says=say("Systems in operation that run on the unified government network."),
        part=Rows("infrastructure.system", {"state": "live", "network": "unified"}),
        whole=Rows("infrastructure.system", {"state": "live"}),
        wanting=Rows("infrastructure.system", {"state": "live", "off_network": "yes"}),
        done_by=("infrastructure.complete_system",),
    )
)
SHARING = figure(
    Figure(
        name="sharing",
        headline=True,
        norm=Norm("22.1-a"),
        title="Sharing rate",
        says=say("Published resources that may be shared."),
        part=Rows("catalogue.resource", {"state": "published", "shareable": "yes"}),
        whole=Rows("catalogue.resource", {"state": "published"}),
    )
)
OPENED = figure(
    Figure(
        name="opened",
        norm=Norm("5.1-g"),
        title="Resources opened",
        says=say("Published resources that are open to the public, or open on conditions."),
        part=Rows("catalogue.resource", {"state": "published", "opened": "yes"}),
        whole=Rows("catalogue.resource", {"state": "published"}),
    )
)
DEVELOPED = figure(
    Figure(
        name="developed",
        norm=Norm("5.1-g"),
        title="Development uses under way",
        says=say("Uses of opened resources that somebody outside government makes."),
        part=Rows("catalogue.development", {"state": "under_way"}),
    )
)
REUSE = figure(
    Figure(
        name="reuse",
        headline=True,
        norm=Norm("16.2-c"),
        title="Reuse rate",
        says=say("Fields of forms that are obtained by sharing instead of asked again."),
        part=Rows("catalogue.formfield", {"state": "shared"}),
        whole=Rows("catalogue.formfield", {"kept": "yes"}),
    )
)
SPARED = figure(
    Figure(
        name="spared",
        norm=Norm("25.2-b"),
        title="Shares that spare questions",
        says=say("Shares granted for a form that leaves out what they give."),
        part=Rows("exchange.sharerequest", {"spares": "yes"}),
    )
)
MATERIALS = figure(
    Figure(
        name="materials",
        norm=Norm("25.2-b"),
        title="Materials spared",
        says=say("Materials of service items that shares supply, so that nobody is asked for them."),
        part=Rows("exchange.servicematerial", {"spared": "yes"}),
        whole=Rows("exchange.servicematerial", {"counted": "yes"}),
    )
)
DAYS = figure(
    Figure(
        name="days",
        norm=Norm("1.1-d"),
        title="Days saved",
        says=say("Working days by which service items are promised sooner, because of what shares supply."),
        part=Rows("exchange.serviceitem", {"quicker": "yes"}, adds="days_saved"),
    )
)
VISITS = figure(
    Figure(
        name="visits",
        norm=Norm("1.1-d"),
        title="Visits spared",
        says=say("Visits that service items need no longer, because of what shares supply."),
        part=Rows("exchange.serviceitem", {"fewer_visits": "yes"}, adds="visits_saved"),
    )
)
TOGETHER = figure(
    Figure(
        name="together",
        norm=Norm("3.1-e"),
        title="Shares between bodies",
        says=say("Grants in force by which one body works with the resources of another."),
        part=Rows("exchange.grant", {"state": "active"}),
    )
)
JOINT = figure(
    Figure(
        name="joint",
        norm=Norm("3.1-e"),
        title="Software used jointly",
        says=say("Planned software that was answered, of which merged or taken over for several bodies."),
        part=Rows("planning.softwareentry", {"joint": "yes"}),
        whole=Rows("planning.softwareentry", {"answered": "yes"}),
    )
)
ANSWERED = figure(
    Figure(
        name="answered",
        headline=True,
        norm=Norm("25.1-c"),
        title="Requests answered in time",
        says=say("Share requests answered within a year, of which in time."),
        part=Rows("acts.duty", {"clock": "share_request.reply", "in_time": "yes"}),
        whole=Rows("acts.duty", {"clock": "share_request.reply", "settled": "yes"}),
        wanting=Rows("acts.duty", {"clock": "share_request.reply", "running": "yes"}),
        grows=True,
    )
)
OVERDUE = figure(
    Figure(
        name="overdue",
        norm=Norm("34.1-a"),
        title="Duties overdue",
        says=say("Duties whose last day has passed."),
        part=Rows("acts.duty", {"late": "yes"}),
        wanting=Rows("acts.duty", {"late": "yes"}),
        good="less",
    )
)
FINDINGS = figure(
    Figure(
        name="findings",
        norm=Norm("34.1-a"),
        title="Lasting lapses",
        says=say("Lapses that last, besides those that other figures count."),
        part=Rows("acts.finding", {**OPEN, "besides": TOLD_ELSEWHERE}),
        wanting=Rows("acts.finding", {**OPEN, "besides": TOLD_ELSEWHERE}),
        good="less",
    )
)
STALE = figure(
    Figure(
        name="stale",
        norm=Norm("6.1-d"),
        title="Resources not kept up to date",
        says=say("Published resources whose data is older than their cycle allows; also among the findings."),
        part=Rows("acts.finding", {**OPEN, "monitor": "catalogue.resource_is_stale"}),
        good="less",
    )
)
EDITIONS = figure(
    Figure(
        name="editions",
        norm=Norm("22.2-c"),
        title="Editions not published in time",
        says=say("Catalogues older than the publication period; also among the findings."),
        part=Rows("acts.finding", {**OPEN, "monitor": "catalogue.edition_is_overdue"}),
        good="less",
    )
)
ORDERS = figure(
    Figure(
        name="orders",
        headline=True,
        norm=Norm("34.1-c"),
        title="Orders not met",
        says=say("Orders to correct that were not met in time."),
        part=Rows("supervision.order", {"state": "escalated"}),
        wanting=Rows("supervision.order", {"state": "escalated"}),
        done_by=("supervision.report_correction",),
        good="less",
    )
)
HOLDS = figure(
    Figure(
        name="holds",
        norm=Norm("36.2-d"),
        title="Holds in force",
        says=say("What stops money, building or acceptance while a finding lasts."),
        part=Rows("planning.hold", {"state": "in_force"}),
        good="less",
    )
)

"""The few words for cost, papers and ways of help, the same on cards, facts and filters."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from directory.models.services import Cost, Delivery, Group, Papers

COST = {
    Cost.FREE: _("Free"),
    Cost.SLIDING: _("Depends on your income"),
    Cost.FEE: _("Costs money"),
    Cost.UNKNOWN: _("Cost not known"),
}
PAPERS = {
    Papers.NONE: _("No papers asked"),
    Papers.SOME: _("Some papers asked"),
    Papers.UNKNOWN: _("Papers not known"),
}
DELIVERY = {
    Delivery.IN_PERSON: _("In person"),
    Delivery.PHONE: _("By phone"),
    Delivery.ONLINE: _("Online"),
    Delivery.HOME: _("At your home"),
}


GROUPS = {
    Group.PREGNANT: _("Pregnant women and new parents"),
    Group.DISABILITY: _("People with disabilities"),
    Group.NEWCOMERS: _("Immigrants and newcomers"),
    Group.FARMWORKERS: _("Farm workers"),
    Group.HOMELESS: _("Families without a home"),
    Group.KINSHIP: _("Foster children and relatives who raise them"),
    Group.SURVIVORS: _("Survivors of violence"),
    Group.VETERANS: _("Veterans and military families"),
    Group.LGBTQ: _("LGBTQ+ people"),
    Group.REENTRY: _("People coming home from jail"),
}


@dataclass(frozen=True)
class Label:
    """A fact in few words; `state` picks its shape and never carries the meaning alone."""

    state: str
    text: str


def cost_label(cost: str) -> Label:
    return Label(cost, str(COST[Cost(cost)]))


def papers_label(papers: str) -> Label:
    return Label(papers, str(PAPERS[Papers(papers)]))

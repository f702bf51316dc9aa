"""Headlines: a story in two or three sentences (semantics, section 7)."""

from smala_lockin.analysis.rating.findings import OF_POINTS, Finding, Rule
from smala_lockin.analysis.report import Report
from smala_lockin.analysis.stories.bundles import DEADLINES, DUTIES, FOUNDATIONS
from smala_lockin.analysis.stories.headlines import FEW, Family, Headline
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import GroupId
from smala_lockin.domain.kinds import AssetKind, Need, Role
from smala_lockin.i18n import _, ngettext, semicolons
from smala_lockin.words import finding_data, finding_dates, findings, nouns

DATES = 4
"""How many dates a headline lists."""


def family(value: Family) -> str:
    """Return what sort of story it is."""
    match value:
        case Family.COMMON_CAUSE:
            return _("Common cause")
        case Family.CONTINUITY:
            return _("Continuity")
        case Family.PEOPLE:
            return _("People")
        case Family.SOVEREIGNTY:
            return _("Sovereignty")
        case Family.AI:
            return _("AI")
        case Family.LOSS:
            return _("Loss and lock-in")
        case Family.DEADLINES:
            return _("Deadlines")
        case Family.DUTIES:
            return _("Legal duties")


def sentence(report: Report, headline: Headline) -> str:
    """Return the story: what stops, how long you can do without, what is behind, what stands in."""
    lead = headline.lead
    if headline.bundle == FEW:
        return _few(report, headline)
    if headline.bundle == DEADLINES and len(headline.findings) > 1:
        return _deadlines(report, headline)
    if headline.bundle == DUTIES and len(headline.findings) > 1:
        return _duties(report, headline)
    if lead.rule is Rule.FALSE_REDUNDANCY:
        return findings.message(report, _of_all_groups(headline))
    if lead.rule not in OF_POINTS:
        return findings.message(report, lead)
    parts = [
        findings.stops(report, lead),
        findings.can_do_without(report, lead),
        _behind(report, headline),
        _stands_in(report, lead.assets[0]),
    ]
    return " ".join(part for part in parts if part)


def _of_all_groups(headline: Headline) -> Finding:
    """Return the leading false redundancy as if it were that of all groups of the story."""
    lead = headline.lead
    alike = [one for one in headline.findings if one.rule is Rule.FALSE_REDUNDANCY]
    groups = dict.fromkeys(group for one in alike for group in one.evidence.groups)
    return lead._replace(evidence=lead.evidence._replace(groups=tuple(groups)))


def none() -> str:
    """Return what to say where there is no story to tell."""
    return _(
        "No risk of level medium or above is known yet. That does not mean that there is none: "
        "answer the questions, and complete the map."
    )


def first_step(report: Report, headline: Headline) -> str:
    """Return what to do first about a story: about its leading risk, or about all of a list."""
    if len(headline.findings) > 1 and headline.bundle == DEADLINES:
        return _("Put these dates in the calendar, each with somebody in charge.")
    if len(headline.findings) > 1 and headline.bundle == DUTIES:
        return _("Ask each supplier for its data processing agreement, sign it and file it.")
    if headline.bundle == FEW:
        return _("Note for each of them who could replace it, and how long that would take.")
    return findings.first_step(report, headline.lead)


def _deadlines(report: Report, headline: Headline) -> str:
    """Return a calendar of what is due: the soonest first, what is past behind it."""
    dated = [one for one in headline.findings if one.evidence.day is not None]
    dated.sort(key=lambda one: (one.evidence.day or report.today, one.key))
    dated.sort(key=lambda one: (one.evidence.day or report.today) < report.today)
    shown = [finding_dates.due(report, one) for one in dated[:DATES]]
    count = len(dated)
    values = {"count": count, "dates": semicolons(shown)}
    rest = count - len(shown)
    told = ngettext(
        "%(count)d date to keep: %(dates)s.",
        "%(count)d dates to keep: %(dates)s.",
        count,
    )
    return (
        told % values if not rest else _("%(count)d dates to keep; the first: %(dates)s.") % values
    )


def _duties(report: Report, headline: Headline) -> str:
    """Return all that handles data about people without an agreement, as one story."""
    assets = [one.assets[0] for one in headline.findings]
    told = _("%(count)d services process personal data without a signed agreement: %(names)s.")
    values = {"count": len(assets), "names": nouns.names(report.landscape, assets, most=5)}
    return f"{told % values} {finding_data.why_an_agreement()}"


def _few(report: Report, headline: Headline) -> str:
    stopped: dict[AssetId, set[AssetId]] = {}
    for one in headline.findings:
        supplier = AssetId((one.bundle or "").partition(":")[2])
        stopped.setdefault(supplier, set()).update(one.evidence.stops)
    suppliers = sorted(stopped)
    values = {
        "count": len(suppliers),
        "names": nouns.names(report.landscape, suppliers, most=5),
    }
    if all(len(one) == 1 for one in stopped.values()):
        return (
            ngettext(
                "%(count)d supplier carries one activity on its own: %(names)s.",
                "%(count)d suppliers each carry one activity on their own: %(names)s.",
                len(suppliers),
            )
            % values
        )
    return (
        ngettext(
            "%(count)d supplier carries a few activities on its own: %(names)s.",
            "%(count)d suppliers each carry one or a few activities on their own: %(names)s.",
            len(suppliers),
        )
        % values
    )


def _behind(report: Report, headline: Headline) -> str:
    landscape, own = report.landscape, headline.lead.assets[0]
    hidden = [
        asset
        for finding in headline.findings
        for asset in finding.assets
        if landscape.assets[asset].kind is AssetKind.SUPPLIER
    ]
    direct = [
        one.target
        for one in landscape.needs[own]
        if one.role is Role.PROVIDED_BY and one.need is Need.VITAL
    ]
    behind = list(dict.fromkeys(direct + hidden))
    if not behind:
        return ""
    return _("Behind it: %(suppliers)s.") % {
        "suppliers": nouns.suppliers_with_country(landscape, behind)
    }


def _stands_in(report: Report, asset: AssetId) -> str:
    landscape = report.landscape
    groups = _standing_in(report, asset)
    kind = landscape.assets[asset].kind
    if not groups:
        if kind is AssetKind.PEOPLE:
            return _("Nobody stands in.")
        return _("Nothing stands in for it.")
    others = [one.target for one in landscape.members[groups[0]] if one.target != asset]
    return _("There is a stand-in (%(others)s), but only for %(owner)s.") % {
        "others": nouns.names(landscape, others),
        "owner": nouns.name(landscape, landscape.groups[groups[0]].owner),
    }


def _standing_in(report: Report, asset: AssetId) -> list[GroupId]:
    """Return the groups in which something stands in for an asset and does not fail with it."""
    landscape = report.landscape
    groups = [
        one.group
        for one in landscape.needed_by[asset]
        if one.group is not None
        and landscape.groups[one.group].needed < len(landscape.members[one.group])
    ]
    defeated = {
        one.group
        for one in report.false_redundancies
        if one.group in groups and any(shared.cause == f"asset:{asset}" for shared in one.shared)
    }
    return [group for group in groups if group not in defeated]


def _of_supplier(report: Report, headline: Headline, supplier: AssetId) -> str:
    """Return the supplier's name, or what leads and behind what, where that is not the supplier's.

    All that stands behind the means of a process is one story, also what others provide.
    """
    landscape, lead = report.landscape, headline.lead
    (asset, *_others), gateways = lead.assets, lead.evidence.gateways
    provided = any(
        one.role is Role.PROVIDED_BY and _belongs(report, one.target, supplier)
        for one in landscape.needs[asset]
    )
    if provided or _belongs(report, asset, supplier) or len(gateways) != 1:
        return nouns.name(landscape, supplier)
    return _("%(it)s, behind %(gateway)s") % {
        "it": nouns.name(landscape, asset),
        "gateway": nouns.name(landscape, gateways[0]),
    }


def _belongs(report: Report, asset: AssetId, root: AssetId) -> bool:
    """Whether an asset is a supplier, or is controlled by it at any depth."""
    figures = report.figures
    structure = figures.every.structure
    return asset == root or structure.index[root] in figures.roots[structure.index[asset]]


def name(report: Report, headline: Headline) -> str:
    """Return what the story is about in a word or two, such as the supplier's name."""
    kind, _colon, id = headline.bundle.partition(":")
    assets = report.landscape.assets
    match kind:
        case "supplier" if id in assets:
            return _of_supplier(report, headline, AssetId(id))
        case "person" | "ai" if id in assets:
            return nouns.name(report.landscape, AssetId(id))
        case "process" if id in assets:
            it = {"it": nouns.name(report.landscape, AssetId(id))}
            return _("%(it)s: own means") % it
        case "country":
            return nouns.country(id)
        case "false_redundancy":
            owner = nouns.name(report.landscape, headline.lead.assets[0])
            return _("%(rule)s: %(owner)s") % {
                "rule": findings.rule(Rule.FALSE_REDUNDANCY),
                "owner": owner,
            }
        case _ if headline.bundle == DEADLINES:
            return _("What is due")
        case _ if headline.bundle == DUTIES:
            return _("Data processing agreements")
        case _ if headline.bundle == FEW:
            return _("Small suppliers")
        case _ if headline.bundle == FOUNDATIONS:
            return _("What everything stands on")
        case _:
            return _("Behind several activities")

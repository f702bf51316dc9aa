"""The sheets "Assets" and "Dependencies": the map as tables."""

from datetime import date

from openpyxl import Workbook

from smala_lockin.domain.assets import Asset
from smala_lockin.domain.dependencies import Dependency
from smala_lockin.domain.facts import FACTS, FactRule, Holds
from smala_lockin.domain.kinds import Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.register_workbook.sheet import Column, Value, fill
from smala_lockin.formats.register_workbook.typed import DATE_FORMAT
from smala_lockin.i18n import _, pgettext
from smala_lockin.words import enums, facts, nouns

_FIRST = (
    "owner",
    "country",
    "hosting_countries",
    "criticality",
    "max_outage_hours",
    "recovery_hours",
    "annual_cost",
    "contract_end",
)
"""The facts that come first, and go on paper."""

_MONEY = ("annual_cost", "exit_cost", "outage_cost_per_day")

_WIDTHS = {Holds.TEXT: 28, Holds.TEXTS: 24, Holds.DATE: 12, Holds.WHOLE: 12, Holds.AMOUNT: 12}


def add_assets(book: Workbook, landscape: Landscape) -> None:
    """Add the assets, with a column for each fact that any of them holds."""
    ranked = sorted(FACTS.values(), key=lambda rule: rule.name not in _FIRST)
    known = [rule for rule in ranked if _is_known(landscape, rule.name)]
    kept = sorted({name for asset in landscape.assets.values() for name in asset.custom})
    columns = [
        Column(heading=facts.label("name"), width=32),
        Column(heading=facts.label("kind"), width=16),
        *(_column(rule, landscape.company.currency) for rule in known),
        *(Column(heading=name, width=20) for name in kept),
        Column(heading=facts.label("id"), width=20),
    ]
    rows = (
        [
            asset.name,
            enums.kind(asset.kind),
            *(_value(asset, rule) for rule in known),
            *(asset.custom.get(name, "") for name in kept),
            asset.id,
        ]
        for asset in landscape.assets.values()
    )
    printed = 2 + sum(rule.name in _FIRST for rule in known)
    fill(book.create_sheet(pgettext("sheet", "Assets")), columns, rows, printed=printed)


def add_dependencies(book: Workbook, landscape: Landscape) -> None:
    """Add the dependencies, with the redundancy group each belongs to."""
    columns = [
        Column(heading=_("Who depends"), width=32),
        Column(heading=_("How"), width=21),
        Column(heading=_("On what"), width=32),
        Column(heading=_("Need"), width=22),
        Column(heading=facts.label("buffer_hours"), width=12, centred=True),
        Column(heading=_("Alternatives"), width=30),
        Column(heading=facts.label("id"), width=12),
    ]
    rows = (_dependency(landscape, one) for one in landscape.dependencies.values())
    fill(book.create_sheet(pgettext("sheet", "Dependencies")), columns, rows, printed=6)


def _is_known(landscape: Landscape, fact: str) -> bool:
    return any(getattr(asset, fact) is not None for asset in landscape.assets.values())


def _column(rule: FactRule, currency: str) -> Column:
    format = {Holds.DATE: DATE_FORMAT, Holds.AMOUNT: "#,##0"}.get(rule.holds)
    values = {"fact": facts.label(rule.name), "currency": currency}
    return Column(
        heading=_("%(fact)s, %(currency)s") % values if rule.name in _MONEY else values["fact"],
        width=_WIDTHS.get(rule.holds, 16),
        format=format,
        centred=rule.holds in (Holds.WHOLE, Holds.AMOUNT, Holds.DATE),
    )


def _value(asset: Asset, rule: FactRule) -> Value:
    value = getattr(asset, rule.name)
    if isinstance(value, bool) or not isinstance(value, int | float | date):
        return facts.told(rule.name, value)
    return value


def _dependency(landscape: Landscape, one: Dependency) -> list[Value]:
    is_control = one.role is Role.CONTROLLED_BY
    return [
        landscape.assets[one.source].name,
        enums.role(one.role),
        landscape.assets[one.target].name,
        enums.control(one.control) if is_control else enums.need(one.need),
        None if is_control else one.buffer_hours,
        _alternatives(landscape, one),
        one.id,
    ]


def _alternatives(landscape: Landscape, one: Dependency) -> str:
    if one.group is None:
        return ""
    members = landscape.members[one.group]
    return _("%(needed)d of %(all)d: %(names)s") % {
        "needed": landscape.groups[one.group].needed,
        "all": len(members),
        "names": nouns.in_a_cell(landscape, [member.target for member in members], most=10),
    }

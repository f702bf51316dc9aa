"""What the facts panel shows of the assets that are selected, without a widget."""

from collections.abc import Sequence
from dataclasses import dataclass

from smala_lockin.app import entries
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.errors import LockinError
from smala_lockin.domain.facts import FACTS, FactRule, Group, Holds
from smala_lockin.domain.kinds import AssetKind, Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.i18n import _, listing, ngettext
from smala_lockin.knowledge import ai_chain
from smala_lockin.words import facts, nouns, origins

NAME = FactRule(
    name="name",
    holds=Holds.TEXT,
    kinds=frozenset(AssetKind),
    group=Group.IDENTITY,
    is_needed=True,
)
KIND = FactRule(
    name="kind",
    holds=Holds.CHOICE,
    kinds=frozenset(AssetKind),
    group=Group.IDENTITY,
    choices=AssetKind,
    is_needed=True,
)
_MONEY = ("annual_cost", "outage_cost_per_day", "exit_cost")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """How one fact of the assets is shown: `value` is what they share, None where they differ."""

    value: object = None
    note: str = ""
    tip: str = ""
    hint: str = ""


class MustStaySupplier(LockinError):
    """A supplier that provides or controls something cannot become something else."""

    def __init__(self, name: str) -> None:
        super().__init__("must stay a supplier")
        self.name = name

    def sentence(self) -> str:
        """Return why the kind cannot change."""
        return _(
            "%(name)s provides, controls or is controlled on this map, so it must stay a "
            "supplier. Remove these dependencies first."
        ) % {"name": self.name}


def rules_of(assets: Sequence[Asset], group: Group) -> list[FactRule]:
    """Return the facts of a group that count for every one of the assets."""
    kinds = {one.kind for one in assets}
    return [
        rule
        for rule in FACTS.values()
        if rule.group is group and all(rule.applies(kind) for kind in kinds)
    ]


def shown(assets: Sequence[Asset], rule: FactRule) -> Shown:
    """Return the value that assets share, and where it came from if there is one asset."""
    value = getattr(assets[0], rule.name)
    if any(getattr(one, rule.name) != value for one in assets):
        return Shown(hint=_("several values"))
    origin = assets[0].origin.get(rule.name) if len(assets) == 1 else None
    if value is None and len(assets) == 1:
        return Shown(note=_suggestion(assets[0], rule))
    if origin is None or value is None:
        return Shown(value=value)
    return Shown(value=value, note=origins.note(origin), tip=origins.as_read(origin))


def _suggestion(asset: Asset, rule: FactRule) -> str:
    """Return what the catalogue would suggest for an unknown fact that people have to decide."""
    if rule.name != "model_family" or not asset.catalogue_id:
        return ""
    supplies = ai_chain.model_supplies_of(asset.catalogue_id)
    if not supplies:
        return ""
    families = listing([f"{one.model.family} ({one.supplier.name})" for one in supplies])
    return _("known to use: %(families)s") % {"families": families}


def known(assets: Sequence[Asset], group: Group) -> tuple[int, int]:
    """Return of how many facts of a group something is known, and how many there are."""
    rules = rules_of(assets, group)
    filled = [rule for rule in rules if any(getattr(one, rule.name) is not None for one in assets)]
    return len(filled), len(rules)


def label(rule: FactRule, currency: str) -> str:
    """Return what stands before a field, with the currency of an amount."""
    words = facts.label(rule.name)
    return f"{words} ({currency})" if rule.name in _MONEY else words


def unused(asset: Asset) -> list[tuple[str, str]]:
    """Return label and value of the facts that an asset holds though its kind has no use for."""
    return [
        (facts.label(rule.name), entries.shown(rule, value))
        for rule in FACTS.values()
        if not rule.applies(asset.kind) and (value := getattr(asset, rule.name)) is not None
    ]


def step(landscape: Landscape, assets: Sequence[AssetId], fact: str) -> str:
    """Return the name of the step that changes a fact: "Change criticality of Odoo Online"."""
    words = facts.in_sentence(fact)
    if len(assets) == 1:
        return _("Change %(fact)s of %(asset)s") % {
            "fact": words,
            "asset": nouns.name(landscape, assets[0]),
        }
    count = len(assets)
    return ngettext(
        "Change %(fact)s of %(count)d asset", "Change %(fact)s of %(count)d assets", count
    ) % {"fact": words, "count": count}


def check_still_supplier(landscape: Landscape, asset: AssetId) -> None:
    """Raise `MustStaySupplier` where others need an asset to be a supplier."""
    needed, needs = landscape.needed_by[asset], landscape.needs[asset]
    if any(one.role in (Role.PROVIDED_BY, Role.CONTROLLED_BY) for one in needed) or any(
        one.role is Role.CONTROLLED_BY for one in needs
    ):
        raise MustStaySupplier(nouns.name(landscape, asset))

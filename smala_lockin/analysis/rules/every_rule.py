"""All that the rules in force find, rule by rule."""

from collections.abc import Collection, Iterable
from functools import partial
from itertools import chain

from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import Finding
from smala_lockin.analysis.rules import (
    ai,
    concentration,
    country,
    data,
    dates,
    fallback,
    lock_in,
    notes,
    outage,
    reach,
    redundancy,
    whereabouts,
)
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.domain.assets import AssetId


def findings(basis: Basis) -> list[Finding]:
    """Return what the rules that the map has switched on find, in no order that matters.

    Where a supplier sits is asked once, by the rule to which the answer could matter most.
    """
    told = partial(_told, off=basis.settings.rules_off)
    cut_offs = told(country.cut_offs(basis))
    cut_offs += told(whereabouts.whereabouts(basis, cut_offs))
    located = _located(cut_offs, least=reach.level_if_reached(basis))
    exposures = told(reach.exposures(basis, located))
    exposed = _located(exposures)
    cut_offs = [
        one for one in cut_offs if not (_asks_where(one) and exposed.issuperset(one.assets))
    ]
    asked = {one.assets[0] for one in exposures if one.assumed == ("personal_data",)}
    every = chain(
        outage.points(basis),
        outage.losses(basis),
        cut_offs,
        redundancy.false_redundancies(basis),
        fallback.fallbacks(basis),
        exposures,
        data.far_hosting(basis, asked),
        data.missing_agreements(basis),
        data.training(basis),
        ai.single_models(basis),
        dates.notices(basis),
        dates.ends_of_support(basis),
        lock_in.captives(basis),
        concentration.crowds(basis, _located(cut_offs) | exposed),
        notes.notes(basis),
    )
    return told(every)


def _told(found: Iterable[Finding], *, off: Collection[str]) -> list[Finding]:
    return [one for one in found if one.rule not in off]


def _located(found: Iterable[Finding], *, least: Level = Level.VERY_LOW) -> set[AssetId]:
    """Return the suppliers of which it is asked where they sit, as what could be so grave."""
    return {
        id
        for one in found
        if _asks_where(one) and (one.evidence.could_be or Level.VERY_LOW) >= least
        for id in one.assets
    }


def _asks_where(finding: Finding) -> bool:
    return finding.assumed == ("country",)

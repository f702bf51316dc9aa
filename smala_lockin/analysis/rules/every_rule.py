"""All that the rules in force find, rule by rule."""

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


def findings(basis: Basis) -> list[Finding]:
    """Return what the rules that the map has switched on find, in no order that matters."""
    cut_offs = list(country.cut_offs(basis))
    cut_offs += whereabouts.whereabouts(basis, cut_offs)
    located = {id for one in cut_offs if one.assumed == ("country",) for id in one.assets}
    exposures = list(reach.exposures(basis, located))
    located |= {one.assets[0] for one in exposures if one.assumed == ("country",)}
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
        concentration.crowds(basis, located),
        notes.notes(basis),
    )
    off = basis.settings.rules_off
    return [one for one in every if one.rule not in off]

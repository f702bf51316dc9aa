"""The rule about whose law can reach data about people (semantics, section 5)."""

from collections.abc import Collection, Iterator, Mapping
from itertools import chain

from smala_lockin.analysis.figures.reach import Reach
from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import (
    Evidence,
    Finding,
    Rule,
    Sort,
    key_of_asset,
    make_evidence,
    make_finding,
    risk_key,
)
from smala_lockin.analysis.rules.country import UNTRUSTED, adequacy
from smala_lockin.analysis.rules.data import far_likelihood, is_far, worst_if_far
from smala_lockin.analysis.scales.risk_table import Level, level
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.facts import FACTS
from smala_lockin.domain.kinds import AssetKind, PersonalData
from smala_lockin.domain.settings import Settings
from smala_lockin.knowledge.jurisdiction_rows import Adequacy
from smala_lockin.knowledge.laws import laws_of

IMPACT_IF_SENSITIVE = 4

_ABOUT_PEOPLE = (PersonalData.ORDINARY, PersonalData.SENSITIVE)


def exposures(basis: Basis, located: Collection[AssetId] = ()) -> Iterator[Finding]:
    """Find the countries outside the EEA whose law reaches data about people that the map holds.

    It is a question where nobody said whether an asset that they reach holds such data, or where
    something is to which such data goes; not of the suppliers `located`, who are asked already.
    """
    exposed: dict[str, list[Reach]] = {}
    placeless: dict[AssetId, None] = {}
    asked: dict[AssetId, _Asked] = {}
    anywhere = False
    abroad = {code for code in basis.reaches.codes if laws_of(code)}
    assets, holding = basis.landscape.assets, FACTS["personal_data"].kinds
    far_of: dict[tuple[str, ...], tuple[str, ...]] = {}  # many assets share theirs
    far_hosts: dict[tuple[str, ...] | None, tuple[str, ...]] = {}
    for reach in basis.legal_reach:
        asset, countries = assets[reach.asset], reach.countries
        if asset.kind not in holding:
            continue
        if countries not in far_of:
            far_of[countries] = tuple([country for country in countries if country in abroad])
        far = far_of[countries]
        anywhere |= asset.personal_data is None and bool(reach.unknown)
        if asset.personal_data is None and far:
            hosts = asset.hosting_countries
            if hosts not in far_hosts:
                far_hosts[hosts] = tuple(filter(is_far, hosts or ()))
            asked[reach.asset] = far, far_hosts[hosts]
        elif asset.personal_data in _ABOUT_PEOPLE:
            placeless.update(dict.fromkeys(reach.unknown))
            for country in far:
                exposed.setdefault(country, []).append(reach)
    yield from basis.recall.each(_ask_about_people, asked, basis.settings).values()
    for one in sorted(placeless.keys() - set(located)):
        yield _ask_where(basis, one)
    doubtful = set(chain.from_iterable(far for far, _hosts in asked.values()))
    for country in sorted(exposed):
        yield _exposure(
            basis, country, exposed[country], may_be_worse=anywhere or country in doubtful
        )


_Asked = tuple[tuple[str, ...], tuple[str, ...]]
"""The countries whose law reaches something, and those not fully trusted that it is kept in."""


def _ask_about_people(
    asked: Mapping[AssetId, _Asked], settings: Settings
) -> dict[AssetId, Finding]:
    """Ask of each whether it holds data about people, which the law of these countries reaches."""
    evidence: dict[_Asked, Evidence] = {}  # many assets share theirs
    for both in asked.values():
        if both not in evidence:
            far, hosts = both
            likelihoods = *map(_likelihood, far), *map(far_likelihood, hosts)
            worst = level(max(likelihoods), IMPACT_IF_SENSITIVE, settings)
            evidence[both] = make_evidence(country=far[0], causes=far, could_be=worst)
    rule, sort = Rule.LEGAL_REACH, Sort.QUESTION
    return {
        id: make_finding(
            key=key_of_asset(rule, id),
            rule=rule,
            sort=sort,
            assets=(id,),
            assumed=("personal_data",),
            evidence=evidence[both],
        )
        for id, both in asked.items()
    }


def level_if_reached(basis: Basis) -> Level:
    """Return how grave it could be that a supplier sits where a law gets at data about people."""
    return basis.level(UNTRUSTED, IMPACT_IF_SENSITIVE)


def _ask_where(basis: Basis, asset: AssetId) -> Finding:
    one = basis.landscape.assets[asset]
    fact = "country" if one.kind is AssetKind.SUPPLIER else "hosting_countries"
    could_be = level_if_reached(basis)
    if one.personal_data in _ABOUT_PEOPLE and one.kind is not AssetKind.SUPPLIER:
        could_be = max(could_be, worst_if_far(basis, one))
    return make_finding(
        key=risk_key(Rule.LEGAL_REACH, [asset], fact),
        rule=Rule.LEGAL_REACH,
        sort=Sort.QUESTION,
        assets=(asset,),
        assumed=(fact,),
        evidence=make_evidence(could_be=could_be),
    )


def _likelihood(country: str) -> int:
    """Return how likely it is that the law of a country is used to get at data, 1..5."""
    return 1 if adequacy(country) is Adequacy.FULL else UNTRUSTED


def _exposure(basis: Basis, country: str, reached: list[Reach], *, may_be_worse: bool) -> Finding:
    assets = basis.landscape.assets
    is_sensitive = any(assets[one.asset].personal_data is PersonalData.SENSITIVE for one in reached)
    likelihood = _likelihood(country)
    impact = IMPACT_IF_SENSITIVE if is_sensitive else 3
    found = basis.level(likelihood, impact)
    worst = basis.level(likelihood, IMPACT_IF_SENSITIVE) if may_be_worse else found
    way = basis.reaches.witness(reached[0].asset, country)
    return make_finding(
        key=risk_key(Rule.LEGAL_REACH, (), country),
        rule=Rule.LEGAL_REACH,
        sort=Sort.RISK,
        assets=tuple(one.asset for one in reached),
        likelihood=likelihood,
        impact=impact,
        level=found,
        level_range=(found, max(found, worst)),
        assumed=("personal_data",) if worst > found else (),
        evidence=make_evidence(
            country=country,
            path=tuple(step.asset for step in way),
            by_investor=all(country in one.investors_only for one in reached),
        ),
    )

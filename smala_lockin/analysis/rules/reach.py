"""The rule about whose law can reach data about people (semantics, section 5)."""

from collections.abc import Collection, Iterator

from smala_lockin.analysis.figures.reach import Reach
from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import Evidence, Finding, Rule, Sort, risk_key
from smala_lockin.analysis.rules.country import UNTRUSTED, adequacy
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.facts import FACTS
from smala_lockin.domain.kinds import AssetKind, PersonalData
from smala_lockin.knowledge.jurisdictions import Adequacy
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
    abroad = {code for code in basis.reaches.codes if laws_of(code)}
    for reach in basis.legal_reach:
        asset = basis.landscape.assets[reach.asset]
        if not FACTS["personal_data"].applies(asset.kind):
            continue
        far = [country for country in reach.countries if country in abroad]
        if asset.personal_data is None and far:
            yield _ask_about_people(basis, reach, far)
        elif asset.personal_data in _ABOUT_PEOPLE:
            placeless.update(dict.fromkeys(reach.unknown))
            for country in far:
                exposed.setdefault(country, []).append(reach)
    for one in sorted(placeless.keys() - set(located)):
        yield _ask_where(basis, one)
    for country in sorted(exposed):
        yield _exposure(basis, country, exposed[country])


def _ask_about_people(basis: Basis, reach: Reach, countries: list[str]) -> Finding:
    return Finding(
        key=risk_key(Rule.LEGAL_REACH, [reach.asset]),
        rule=Rule.LEGAL_REACH,
        sort=Sort.QUESTION,
        assets=(reach.asset,),
        assumed=("personal_data",),
        evidence=Evidence(
            country=countries[0],
            causes=tuple(countries),
            could_be=max(basis.level(_likelihood(one), IMPACT_IF_SENSITIVE) for one in countries),
        ),
    )


def _ask_where(basis: Basis, asset: AssetId) -> Finding:
    is_supplier = basis.landscape.assets[asset].kind is AssetKind.SUPPLIER
    fact = "country" if is_supplier else "hosting_countries"
    return Finding(
        key=risk_key(Rule.LEGAL_REACH, [asset], fact),
        rule=Rule.LEGAL_REACH,
        sort=Sort.QUESTION,
        assets=(asset,),
        assumed=(fact,),
        evidence=Evidence(could_be=basis.level(UNTRUSTED, IMPACT_IF_SENSITIVE)),
    )


def _likelihood(country: str) -> int:
    """Return how likely it is that the law of a country is used to get at data, 1..5."""
    return 1 if adequacy(country) is Adequacy.FULL else UNTRUSTED


def _exposure(basis: Basis, country: str, reached: list[Reach]) -> Finding:
    assets = basis.landscape.assets
    is_sensitive = any(assets[one.asset].personal_data is PersonalData.SENSITIVE for one in reached)
    likelihood = _likelihood(country)
    impact = IMPACT_IF_SENSITIVE if is_sensitive else 3
    found = basis.level(likelihood, impact)
    way = basis.reaches.witness(reached[0].asset, country)
    return Finding(
        key=risk_key(Rule.LEGAL_REACH, (), country),
        rule=Rule.LEGAL_REACH,
        sort=Sort.RISK,
        assets=tuple(one.asset for one in reached),
        likelihood=likelihood,
        impact=impact,
        level=found,
        level_range=(found, found),
        evidence=Evidence(
            country=country,
            path=tuple(step.asset for step in way),
            by_investor=all(country in one.investors_only for one in reached),
        ),
    )

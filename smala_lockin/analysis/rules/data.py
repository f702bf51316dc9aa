"""Rules about data: where that about people is kept, on what terms, and who learns from it."""

from collections.abc import Collection, Iterator, Mapping

from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import (
    Finding,
    Rule,
    Sort,
    key_of_asset,
    make_evidence,
    make_finding,
    risk_key,
)
from smala_lockin.analysis.rules.country import adequacy
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.facts import FACTS
from smala_lockin.domain.kinds import ONLINE_SERVICES, AssetKind, OperatedBy, PersonalData, Training
from smala_lockin.knowledge.jurisdiction_rows import Adequacy
from smala_lockin.knowledge.jurisdictions import in_eea

ABOUT_PEOPLE = (PersonalData.ORDINARY, PersonalData.SENSITIVE)
"""What the data is about where data protection law counts."""

IMPACT: Mapping[PersonalData, int] = {
    PersonalData.NONE: 2,
    PersonalData.ORDINARY: 3,
    PersonalData.SENSITIVE: 4,
}
"""The impact of losing hold of data, by how delicate it is."""

UNTRUSTED_HOST, HALF_TRUSTED_HOST = 3, 2
"""How likely harm is in a country that the Union does not trust with data, or not fully."""

NO_AGREEMENT, LEARNS = 3, 4
"""How likely harm is where nothing was agreed, and where an AI provider learns from the data."""


def far_hosting(basis: Basis, asked: Collection[AssetId] = ()) -> Iterator[Finding]:
    """Find the countries outside the EEA, not fully trusted by the Union, that hold such data.

    Where nobody said whether what is kept there is about people it is a question, unless the
    asset is among those `asked` already.
    """
    kept: dict[str, list[AssetId]] = {}
    far_of: dict[tuple[str, ...], list[str]] = {}  # many assets share theirs
    doubtful: set[str] = set()
    anywhere = False
    for asset in basis.landscape.assets.values():
        if not asset.hosting_countries:
            anywhere = anywhere or _may_be_anywhere(asset)
            continue
        hosts = asset.hosting_countries
        if hosts not in far_of:
            far_of[hosts] = [code for code in hosts if is_far(code)]
        countries = far_of[hosts]
        if not countries or not FACTS["hosting_countries"].applies(asset.kind):
            continue
        if asset.personal_data in ABOUT_PEOPLE:
            for country in countries:
                kept.setdefault(country, []).append(asset.id)
        elif asset.personal_data is None:
            doubtful.update(countries)
            if asset.id not in asked:
                yield _ask_about_people(basis, asset, countries)
    for country, assets in sorted(kept.items()):
        yield _far(basis, country, assets, may_be_worse=anywhere or country in doubtful)


def _may_be_anywhere(asset: Asset) -> bool:
    """Whether something of which nobody said where it is hosted is, and may hold delicate data."""
    return asset.kind in ONLINE_SERVICES and asset.personal_data in (None, PersonalData.SENSITIVE)


def worst_if_far(basis: Basis, asset: Asset) -> Level:
    """Return the level of keeping what an asset may hold where the Union trusts nobody."""
    return basis.level(UNTRUSTED_HOST, IMPACT[asset.personal_data or PersonalData.SENSITIVE])


def missing_agreements(basis: Basis) -> Iterator[Finding]:
    """Find who processes data about people for the company without having signed for it.

    All of which nobody knows whether it was signed are one question: one folder answers it. What
    holds such data leads, then comes what may hold it: not infrastructure, for most of it (power, a
    line) holds nobody's data. Where it is known that none was signed, but not who runs the thing,
    that is asked.
    """
    unsigned: dict[bool, list[AssetId]] = {True: [], False: []}
    worst, nothing, infrastructure = 0, PersonalData.NONE, AssetKind.INFRASTRUCTURE
    for asset in basis.landscape.assets.values():
        held = asset.personal_data
        if held is nothing or asset.dpa_signed:
            continue
        if not _is_processed_outside(asset):
            if _may_be_processed_outside(asset):
                yield _ask_who_runs(basis, asset)
        elif asset.dpa_signed is False:
            yield _known(basis, Rule.NO_DPA, asset, NO_AGREEMENT)
        elif held is not None or asset.kind is not infrastructure:
            unsigned[held is not None].append(asset.id)
            worst = max(worst, IMPACT[held or PersonalData.SENSITIVE])
    known, doubtful = sorted(unsigned[True]), sorted(unsigned[False])
    if worst:
        yield make_finding(
            key=risk_key(Rule.NO_DPA),
            rule=Rule.NO_DPA,
            sort=Sort.QUESTION,
            assets=(*known, *doubtful),
            assumed=("dpa_signed", "personal_data") if doubtful else ("dpa_signed",),
            evidence=make_evidence(could_be=basis.level(NO_AGREEMENT, worst)),
        )


def _is_processed_outside(asset: Asset) -> bool:
    """Whether somebody else handles what an asset holds."""
    if asset.kind in ONLINE_SERVICES:
        return True
    if asset.operated_by is not _SUPPLIER:
        return False
    return FACTS["dpa_signed"].applies(asset.kind)


_SUPPLIER = OperatedBy.SUPPLIER


def _may_be_processed_outside(asset: Asset) -> bool:
    """Whether somebody said that nothing was signed, but not who runs it."""
    if asset.dpa_signed is not False or asset.operated_by is not None:
        return False
    return FACTS["dpa_signed"].applies(asset.kind)


def _ask_who_runs(basis: Basis, asset: Asset) -> Finding:
    impact = IMPACT[asset.personal_data or PersonalData.SENSITIVE]
    return make_finding(
        key=key_of_asset(Rule.NO_DPA, asset.id),
        rule=Rule.NO_DPA,
        sort=Sort.QUESTION,
        assets=(asset.id,),
        assumed=("operated_by",),
        evidence=make_evidence(could_be=basis.level(NO_AGREEMENT, impact)),
    )


def training(basis: Basis) -> Iterator[Finding]:
    """Find the AI services whose provider learns from what the company gives them.

    Where nobody knows it is a question, asked of each service that people work with. What lies
    behind these is one question: their providers know what they pass on, and to whom.
    """
    assets, kind = basis.landscape.assets, AssetKind.AI_SERVICE
    behind: list[Asset] = []
    for asset in assets.values():
        if asset.kind is not kind:
            continue
        if asset.trains_on_our_data is Training.YES:
            yield _known(basis, Rule.AI_TRAINING, asset, LEARNS)
        elif asset.trains_on_our_data is None:
            users = basis.landscape.needed_by[asset.id]
            if users and all(assets[one.source].kind is kind for one in users):
                behind.append(asset)
            else:
                yield _ask_training(basis, asset)
    if behind:
        yield _ask_training_behind(basis, behind)


def is_far(country: str) -> bool:
    """Whether a country is outside the EEA and not fully trusted with data by the Union."""
    return not in_eea(country) and adequacy(country) is not Adequacy.FULL


def far_likelihood(country: str) -> int:
    """Return how likely harm is where data is kept in such a country, 1..5."""
    return HALF_TRUSTED_HOST if adequacy(country) is Adequacy.PARTIAL else UNTRUSTED_HOST


def _far(basis: Basis, country: str, kept: list[AssetId], *, may_be_worse: bool) -> Finding:
    assets = basis.landscape.assets
    impact = max(IMPACT[assets[one].personal_data or PersonalData.ORDINARY] for one in kept)
    likelihood = far_likelihood(country)
    found = basis.level(likelihood, impact)
    worst = max(impact, IMPACT[PersonalData.SENSITIVE]) if may_be_worse else impact
    return make_finding(
        key=risk_key(Rule.HOSTING_THIRD_COUNTRY, (), country),
        rule=Rule.HOSTING_THIRD_COUNTRY,
        sort=Sort.RISK,
        assets=tuple(sorted(kept)),
        likelihood=likelihood,
        impact=impact,
        level=found,
        level_range=(found, basis.level(likelihood, worst)),
        assumed=("personal_data",) if worst > impact else (),
        evidence=make_evidence(
            country=country,
            personal_data=PersonalData.SENSITIVE if impact > 3 else PersonalData.ORDINARY,
        ),
    )


def _ask_about_people(basis: Basis, asset: Asset, countries: list[str]) -> Finding:
    worst = max(
        basis.level(far_likelihood(code), IMPACT[PersonalData.SENSITIVE]) for code in countries
    )
    return make_finding(
        key=key_of_asset(Rule.HOSTING_THIRD_COUNTRY, asset.id),
        rule=Rule.HOSTING_THIRD_COUNTRY,
        sort=Sort.QUESTION,
        assets=(asset.id,),
        assumed=("personal_data",),
        evidence=make_evidence(country=countries[0], causes=tuple(countries), could_be=worst),
    )


def _known(basis: Basis, rule: Rule, asset: Asset, likelihood: int) -> Finding:
    """Return the risk of something known to be bad; where it is not known what data, as usual."""
    held = asset.personal_data
    impact = IMPACT[held or PersonalData.ORDINARY]
    ends = IMPACT.values() if held is None else (impact,)
    return make_finding(
        key=key_of_asset(rule, asset.id),
        rule=rule,
        sort=Sort.RISK,
        assets=(asset.id,),
        likelihood=likelihood,
        impact=impact,
        level=basis.level(likelihood, impact),
        level_range=(basis.level(likelihood, min(ends)), basis.level(likelihood, max(ends))),
        assumed=("personal_data",) if held is None else (),
        evidence=make_evidence(personal_data=held),
    )


def _ask_training(basis: Basis, asset: Asset) -> Finding:
    impact = IMPACT[asset.personal_data or PersonalData.SENSITIVE]
    return make_finding(
        key=key_of_asset(Rule.AI_TRAINING, asset.id),
        rule=Rule.AI_TRAINING,
        sort=Sort.QUESTION,
        assets=(asset.id,),
        assumed=("trains_on_our_data",),
        evidence=make_evidence(
            personal_data=asset.personal_data, could_be=basis.level(LEARNS, impact)
        ),
    )


def _ask_training_behind(basis: Basis, services: list[Asset]) -> Finding:
    impact = max(IMPACT[one.personal_data or PersonalData.SENSITIVE] for one in services)
    return make_finding(
        key=risk_key(Rule.AI_TRAINING),
        rule=Rule.AI_TRAINING,
        sort=Sort.QUESTION,
        assets=tuple(sorted(one.id for one in services)),
        assumed=("trains_on_our_data",),
        evidence=make_evidence(could_be=basis.level(LEARNS, impact)),
    )

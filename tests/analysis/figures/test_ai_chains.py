"""AI chains: whose model answers, and what two tools have in common behind the scenes."""

from hypothesis import given, settings

from smala_lockin.analysis.figures.ai_chains import AiChains
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import Training
from smala_lockin.domain.landscape import Landscape
from tests.analysis import oracle, oracle_figures, oracle_sovereignty
from tests.builders import asset, landscape_of
from tests.strategies import detailed_landscapes

few = settings(max_examples=80, deadline=None)


@few
@given(detailed_landscapes())
def test_a_chain_ends_where_the_definition_says(landscape: Landscape) -> None:
    chains = AiChains.of(landscape)
    services = [id for id, one in landscape.assets.items() if one.kind == "ai_service"]
    assert [one.service for one in chains.all] == sorted(services)
    for one in chains.all:
        models = oracle_sovereignty.ends(landscape, one.service)
        makers = {s for model in models for s in oracle_figures.providers(landscape, model)}
        assert set(one.models) == models
        assert set(one.vendors) == oracle_figures.providers(landscape, one.service)
        assert set(one.makers) == makers
        assert set(one.roots) == oracle_sovereignty.roots_of(landscape, makers)
        vendors = oracle_figures.providers(landscape, one.service)
        involved = vendors | makers | oracle_sovereignty.roots_of(landscape, vendors | makers)
        placed = {oracle_sovereignty.at(landscape, id).country for id in involved} - {None}
        for id in models | {one.service} | set(one.hosts):
            placed |= set(oracle.places(oracle_sovereignty.at(landscape, id)))
        assert set(one.countries) == placed
        online = models | {one.service}
        assert set(one.unknown) == {
            *(id for id in involved if not oracle_sovereignty.at(landscape, id).country),
            *(id for id in online if not oracle_sovereignty.at(landscape, id).hosting_countries),
            *(id for id in online if not oracle_figures.providers(landscape, id)),
        }
        assert set(one.processes) == {
            process
            for process in oracle.processes(landscape)
            if one.service in oracle_sovereignty.needed(landscape, process)
        }
        assert set(one.alone_for) == {
            owner
            for owner, needed, members in oracle.groups_of(landscape, {"vital"})
            if needed == len(members) and one.service in {d.target for d in members}
        }


@few
@given(detailed_landscapes())
def test_what_ends_at_one_place_is_told_together(landscape: Landscape) -> None:
    chains = AiChains.of(landscape)
    for root, services in chains.by_root.items():
        assert list(services) == [one.service for one in chains.all if root in one.roots]
    for family, services in chains.by_family.items():
        assert list(services) == [
            one.service
            for one in chains.all
            if family in {name.casefold() for name in one.families}
        ]
    told = {service for services in chains.by_root.values() for service in services}
    assert told == {one.service for one in chains.all if one.roots}


def _office() -> Landscape:
    return landscape_of(
        "sales -> helper",
        "letters -> chat",
        "helper -> model",
        "helper ->> cloud",
        "cloud ->> site",
        "helper => tools-bv",
        "model => maker-inc",
        "chat => maker-inc",
        "maker-inc ~> holding",
        assets=[
            asset(
                "helper",
                "ai_service",
                hosting_countries=("IE",),
                trains_on_our_data=Training.OPTED_OUT,
                ai_act_role="deployer",
            ),
            asset("model", "ai_service", model_family="GPT", hosting_countries=("US",)),
            asset("chat", "ai_service", model_family="gpt"),
            asset("cloud", "infrastructure", hosting_countries=("DE",)),
            asset("site", "location", country="DE"),
            asset("tools-bv", "supplier", country="BE"),
            asset("maker-inc", "supplier", country="US"),
            asset("holding", "supplier"),
        ],
    )


def test_a_chain_goes_from_the_vendor_to_the_country() -> None:
    one = AiChains.of(_office()).of_service[AssetId("helper")]
    assert (one.vendors, one.models, one.makers) == (("tools-bv",), ("model",), ("maker-inc",))
    assert (one.roots, one.hosts, one.families) == (("holding",), ("cloud", "site"), ("GPT",))
    assert one.countries == ("BE", "DE", "IE", "US")
    assert one.unknown == ("holding",)
    assert (one.training, one.ai_act_role) == (Training.OPTED_OUT, "deployer")
    assert (one.processes, one.alone_for) == (("sales",), ("sales",))


def test_two_tools_with_one_model_are_seen() -> None:
    chains = AiChains.of(_office())
    assert chains.by_root == {"holding": ("chat", "helper", "model")}
    assert chains.by_family == {"gpt": ("chat", "helper", "model")}


def test_a_tool_whose_provider_or_hosting_nobody_knows_says_so() -> None:
    landscape = landscape_of(assets=[asset("chat", "ai_service", hosting_countries=("BE",))])
    (one,) = AiChains.of(landscape).all
    assert one.unknown == ("chat",)
    assert one.processes == ("chat",)

"""Exported maps come back as they were, and other programs can read them."""

import csv
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin import i18n
from smala_lockin.domain.assets import Asset, Origin, Source
from smala_lockin.domain.edits import move
from smala_lockin.domain.kinds import AssetKind, DataExport, PersonalData
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.records import Company
from smala_lockin.formats import dot_text, gexf, graphml, graphs, map_tables, project, xml_tree
from smala_lockin.formats.diagrams import Diagram
from smala_lockin.formats.errors import FileTrouble, WrongEnding
from tests.builders import asset, landscape_of
from tests.strategies import landscapes

# What XML 1.0 can write; DOT has no NUL either.
WRITABLE = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufffe\uffff").filter(
        lambda sign: sign >= " " or sign in "\t\n\r"
    ),
    max_size=12,
)
ODD = st.one_of(WRITABLE, st.sampled_from(["=1+1", "-", "'", "''=", "", 'é;,"', "\\N", "Ã©"]))
NAMES = ODD.filter(lambda text: bool(text.strip()))
FACTS = st.fixed_dictionaries(
    {},
    optional={
        "description": ODD,
        "owner": ODD,
        "tags": st.lists(ODD, max_size=2).map(tuple),
        "annual_cost": st.floats(-1e12, 1e12, allow_nan=False) | st.integers(-5, 5),
        "users": st.integers(0, 10**9),
        "contract_end": st.dates(),
        "dpa_signed": st.booleans(),
        "personal_data": st.sampled_from(PersonalData),
        "data_export": st.sampled_from(DataExport),
        "sovereignty": st.dictionaries(st.sampled_from(["SOV-1", "SOV-4"]), st.integers(0, 4)),
        "ecosystem": st.dictionaries(st.sampled_from(["trust", "maturity"]), st.integers(1, 4)),
        "custom": st.dictionaries(ODD, ODD, max_size=2),
        "extra": st.dictionaries(
            st.sampled_from(["later", "x", "extra", "kinds"]),
            st.recursive(st.none() | st.integers(-9, 9) | ODD, lambda x: st.lists(x, max_size=2)),
            max_size=2,
        ),
    },
)


@st.composite
def described_maps(draw: st.DrawFn) -> Landscape:
    """Maps whose assets have names and facts that are hard to write."""
    landscape = draw(landscapes(max_assets=6))
    assets = {}
    for id, one in landscape.assets.items():
        facts: dict[str, Any] = draw(FACTS)
        origin = {}
        if "owner" in facts:
            origin["owner"] = Origin(
                source=Source.IMPORT, file="a.xlsx", row=3, value=draw(ODD), on=date(2026, 1, 2)
            )
        assets[id] = replace(one, name=draw(NAMES), origin=origin, **facts)
    moved = move(replace(landscape, assets=assets), {next(iter(assets)): (-1.5, 200.0)})
    whole = replace(moved, company=Company(name=draw(ODD), currency="CHF", country="BE"))
    return project.decode(project.encode(whole))  # as a file holds it


def via_graphml(landscape: Landscape) -> Diagram:
    return graphml.read(xml_tree.parse(graphml.write(landscape)), "map.graphml")


def via_gexf(landscape: Landscape) -> Diagram:
    return gexf.read(xml_tree.parse(gexf.write(landscape)), "map.gexf")


def via_dot(landscape: Landscape) -> Diagram:
    return dot_text.read(dot_text.write(landscape).decode("utf-8"), "map.dot")


@pytest.mark.parametrize("there_and_back", [via_graphml, via_gexf, via_dot])
@given(landscape=described_maps())
@settings(max_examples=40, deadline=None)
def test_a_map_comes_back_as_it_was(
    there_and_back: Callable[[Landscape], Diagram], landscape: Landscape
) -> None:
    read = there_and_back(landscape)
    assert not read.flaws
    assert read.own == landscape


@given(landscape=described_maps(), language=st.sampled_from(["en", "fr"]))
@settings(max_examples=40, deadline=None)
def test_a_map_comes_back_from_tables(
    landscape: Landscape, language: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("tables") / "map.csv"
    with i18n.language(language):
        graphs.export(landscape, path)
    read = map_tables.read(path)
    assert not read.flaws
    assert read.own == landscape


@pytest.fixture
def shop() -> Landscape:
    """A process on a service with two ways in, one supplier and one parent."""
    return landscape_of(
        "selling -> shop",
        "shop -> line | mobile",
        "shop => acme",
        "acme ~> corp",
        assets=[asset("shop", "cloud_service", name="Boutique", annual_cost=1200)],
    )


def test_networkx_reads_graphml_and_gexf(shop: Landscape, tmp_path: Path) -> None:
    for name, read in (("a.graphml", nx.read_graphml), ("a.gexf", nx.read_gexf)):
        graphs.export(shop, tmp_path / name)
        graph = read(tmp_path / name)
        assert graph.is_directed()
        assert set(graph.nodes) == set(shop.assets)
        assert graph.nodes["shop"]["label"] == "Boutique"
        assert graph.nodes["shop"]["annual_cost"] == 1200
        ends = {(one.source, one.target) for one in shop.dependencies.values()}
        assert set(graph.edges()) == ends


def test_tables_open_in_excel_without_running_anything(tmp_path: Path) -> None:
    evil = landscape_of(assets=[asset("a", name='=HYPERLINK("x")', owner="-1", annual_cost=-3)])
    with i18n.language("fr"):
        graphs.export(evil, tmp_path / "a.csv")
    with zipfile.ZipFile(tmp_path / "a.csv") as archive:
        data = archive.read("assets.csv")
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[0]["name"] == '\'=HYPERLINK("x")'
    assert rows[0]["owner"] == "'-1"
    assert rows[0]["annual_cost"] == "-3"


def test_what_somebody_made_invalid_stays_unknown_and_is_told(shop: Landscape) -> None:
    text = graphml.write(shop).decode().replace(">1200<", ">a lot<").replace(">uses<", ">likes<")
    read = graphml.read(xml_tree.parse(text.encode()), "a.graphml")
    assert read.own is None  # a role that we never write: no longer a map of ours
    text = graphml.write(shop).decode().replace(">1200<", ">a lot<")
    read = graphml.read(xml_tree.parse(text.encode()), "a.graphml")
    assert read.own is not None
    assert read.own.assets[next(iter(shop.assets))].annual_cost is None
    assert [(flaw.fact, flaw.value) for flaw in read.flaws] == [("annual_cost", "a lot")]


def test_an_unknown_ending_writes_nothing(shop: Landscape, tmp_path: Path) -> None:
    with pytest.raises(WrongEnding) as caught:
        graphs.export(shop, tmp_path / "a.vsd")
    assert caught.value.sentence().endswith(
        "Use .graphml, .gexf, .dot, .csv, .ics, .svg, .png or .pdf."
    )
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_told(shop: Landscape, tmp_path: Path) -> None:
    with pytest.raises(FileTrouble):
        graphs.export(shop, tmp_path / "nowhere" / "a.gexf")


def test_every_kind_is_drawn_in_dot() -> None:
    every = landscape_of(assets=[asset(kind.value, kind.value) for kind in AssetKind])
    assert dot_text.write(every).count(b"shape=") == len(AssetKind)
    assert via_dot(every).own == every


def test_an_empty_map_can_be_written_and_read(tmp_path: Path) -> None:
    for ending in graphs.WRITERS:
        graphs.export(Landscape(), tmp_path / f"a{ending}")
    assert map_tables.read(tmp_path / "a.csv").own == Landscape()


def test_a_name_of_control_signs_is_written_as_far_as_xml_can() -> None:
    odd = landscape_of(assets=[Asset(id=asset("a").id, kind=AssetKind.DATA, name="a\x01b")])
    own = via_graphml(odd).own
    assert own is not None
    assert own.assets[asset("a").id].name == "a\N{REPLACEMENT CHARACTER}b"

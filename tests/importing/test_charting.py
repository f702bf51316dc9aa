"""Diagrams of other tools become things and dependencies, by their ids and not by their names."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.domain.assets import Asset
from smala_lockin.domain.dependencies import Dependency
from smala_lockin.domain.kinds import AssetKind, Need, PersonalData, Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats import archimate, cyclonedx, dot_text, drawio, gexf, graphml, xml_tree
from smala_lockin.formats.diagrams import Arrow, Diagram, Node, Style
from smala_lockin.formats.sources import read_sources
from smala_lockin.formats.tables import Table
from smala_lockin.importing.note_sentences import NoteKind
from smala_lockin.importing.proposal import Proposal
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.problems import Reason
from tests import diagrams
from tests.builders import asset, landscape_of
from tests.strategies import landscapes

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"


def of_xml(read: Callable[..., Diagram], data: bytes) -> Diagram:
    return read(xml_tree.parse(data), "a.xml")


def proposed(*shown: Diagram, into: Landscape | None = None, **options: Any) -> Proposal:
    return propose((), into, diagrams=shown, **options)


def named(landscape: Landscape, name: str) -> Asset:
    return next(one for one in landscape.assets.values() if one.name == name)


def arrows(landscape: Landscape) -> set[tuple[str, Role, str]]:
    return {
        (landscape.assets[one.source].name, one.role, landscape.assets[one.target].name)
        for one in landscape.dependencies.values()
    }


def reasons(proposal: Proposal) -> list[Reason]:
    return [one.reason for one in proposal.problems]


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
def test_a_drawio_page_becomes_a_map(packed: bool) -> None:
    proposal = proposed(of_xml(drawio.read, diagrams.drawio(packed=packed)))
    after = proposal.apply(Landscape())
    assert {one.name: one.kind for one in after.assets.values()} == {
        "Facturation clients": AssetKind.APPLICATION,
        "Base clients": AssetKind.DATA,
        "Bpost": AssetKind.SUPPLIER,
    }
    assert named(after, "Base clients").tags == ("Siège",)
    assert named(after, "Bpost").owner == "Anne"
    assert named(after, "Bpost").custom == {"version": "2"}
    assert arrows(after) == {
        ("Facturation clients", Role.DATA_IN, "Base clients"),
        ("Facturation clients", Role.PROVIDED_BY, "Bpost"),
    }
    assert reasons(proposal) == [Reason.LOOSE_END, Reason.DEPENDS_ON_ITSELF]
    assert NoteKind.ARROWS in {one.kind for one in proposal.notes}


def test_a_drawing_of_yed_keeps_two_things_of_one_name_apart() -> None:
    proposal = proposed(of_xml(graphml.read, diagrams.YED))
    after = proposal.apply(Landscape())
    assert sorted(one.name for one in after.assets.values()) == [
        *("ERP", "ERP", "Odoo SA", "Serveur NAS")
    ]
    assert named(after, "ERP").criticality == 5
    assert named(after, "Serveur NAS").kind is AssetKind.INFRASTRUCTURE
    assert arrows(after) == {
        ("ERP", Role.USES, "Serveur NAS"),
        ("ERP", Role.PROVIDED_BY, "Odoo SA"),
    }
    assert reasons(proposal) == [Reason.OUT_OF_RANGE, Reason.UNKNOWN_ID]
    assert proposal.duplicates_merged == 1


def test_lines_without_direction_are_told() -> None:
    proposal = proposed(of_xml(gexf.read, diagrams.GEPHI))
    assert arrows(proposal.apply(Landscape())) == {("CRM", Role.USES, "Switch")}
    assert NoteKind.NO_DIRECTION in {one.kind for one in proposal.notes}


def test_a_dot_graph_becomes_a_map() -> None:
    after = proposed(dot_text.read(diagrams.DOT, "a.dot")).apply(Landscape())
    assert named(after, 'Le "NAS" principal').kind is AssetKind.INFRASTRUCTURE
    assert arrows(after) == {
        ("erp", Role.USES, 'Le "NAS" principal'),
        ("erp", Role.USES, "CRM ventes"),
        ("erp", Role.USES, "boutique en ligne"),
        ("boutique en ligne", Role.USES, "CRM ventes"),
    }


def test_an_open_exchange_model_turns_what_serves() -> None:
    proposal = proposed(of_xml(archimate.read, diagrams.EXCHANGE))
    after = proposal.apply(Landscape())
    process = named(after, "Facturation")
    assert (process.kind, process.description) == (AssetKind.PROCESS, "Chaque semaine")
    assert process.custom == {"ID": "p"}
    assert len(after.assets) == 3  # two of the name Compta; a grouping is no thing
    needs: dict[tuple[str, str], Dependency] = {
        (after.assets[one.source].custom["ID"], after.assets[one.target].custom["ID"]): one
        for one in after.dependencies.values()
    }
    assert set(needs) == {("p", "s"), ("s", "c"), ("c", "p")}
    assert needs["p", "s"].need is Need.VITAL
    assert needs["c", "p"].need is Need.CONVENIENCE  # an association says little


def test_a_file_of_archi_itself_is_read_without_its_views() -> None:
    after = proposed(of_xml(archimate.read, diagrams.ARCHI)).apply(Landscape())
    assert arrows(after) == {("Compta", Role.USES, "Serveur")}
    assert named(after, "Compta").owner == "Anne"


def test_a_bill_of_services_becomes_services_and_providers() -> None:
    bill = {
        "bomFormat": "CycloneDX",
        "metadata": {"component": {"bom-ref": "us", "type": "application", "name": "Site"}},
        "components": [{"bom-ref": "lib", "type": "library", "name": "left-pad"}],
        "services": [
            {
                "bom-ref": "crm",
                "name": "CRM",
                "provider": {"name": "Acme"},
                "data": [{"classification": "PII"}, {"classification": "Public"}],
                "services": [{"bom-ref": "db", "name": "Store"}],
            }
        ],
        "dependencies": [
            {"ref": "us", "dependsOn": ["crm", "lib"]},
            {"ref": "crm", "dependsOn": ["db", "nowhere"]},
        ],
    }
    proposal = proposed(cyclonedx.read(json.dumps(bill).encode(), "a.json"))
    after = proposal.apply(Landscape())
    assert arrows(after) == {
        ("Site", Role.USES, "CRM"),
        ("CRM", Role.USES, "Store"),
        ("CRM", Role.PROVIDED_BY, "Acme"),
    }
    assert named(after, "CRM").personal_data is PersonalData.ORDINARY
    assert reasons(proposal) == [Reason.UNKNOWN_ID]


@pytest.mark.parametrize(
    "diagram",
    [
        pytest.param(of_xml(drawio.read, diagrams.drawio()), id="draw.io"),
        pytest.param(of_xml(graphml.read, diagrams.YED), id="GraphML"),
        pytest.param(of_xml(archimate.read, diagrams.EXCHANGE), id="Open Exchange"),
    ],
)
def test_the_same_diagram_twice_says_nothing_new(diagram: Diagram) -> None:
    first = proposed(diagram).apply(Landscape())
    again = proposed(diagram, into=first)
    assert again.is_empty
    assert NoteKind.NOTHING_NEW in {one.kind for one in again.notes}


@given(landscape=landscapes(max_assets=8))
@settings(max_examples=30, deadline=None)
def test_an_exported_map_comes_back_through_the_import(landscape: Landscape) -> None:
    shown = of_xml(graphml.read, graphml.write(landscape))
    proposal = proposed(shown)
    after = proposal.apply(Landscape())
    assert after == shown.own
    assert sum(proposal.assets.values()) == len(landscape.assets)
    assert proposal.dependencies == len(landscape.dependencies)
    assert proposed(shown, into=after).is_empty


def test_an_exported_map_fills_in_another_and_moves_nothing_in_it() -> None:
    here = landscape_of(
        "shop -> erp", assets=[asset("erp", name="ERP", owner="Anne", criticality=2)]
    )
    there = landscape_of(
        "shop -> erp",
        "erp -> line | mobile",
        assets=[asset("erp", name="ERP", owner="Jean", users=12)],
    )
    proposal = proposed(of_xml(gexf.read, gexf.write(there)), into=here)
    after = proposal.apply(here)
    erp = named(after, "ERP")
    assert (erp.owner, erp.criticality, erp.users) == ("Anne", 2, 12)
    assert reasons(proposal) == [Reason.TYPED_BY_HAND]
    assert len(after.groups) == 1
    assert len(after.dependencies) == 3


def test_archi_csv_files_are_one_model() -> None:
    if not SAMPLES.is_dir():
        pytest.skip("../shared/samples is absent")
    files = [SAMPLES / f"nbility_{name}.csv" for name in ("properties", "relations", "elements")]
    sources = read_sources(files)
    proposal = propose(sources.tables, diagrams=sources.diagrams)
    after = proposal.apply(Landscape())
    assert (len(after.assets), len(after.dependencies)) == (649, 2033)
    assert proposal.dependencies == 2033
    assert proposal.duplicates_merged == 1
    assert not proposal.problems
    assert AssetKind.SUPPLIER not in proposal.assets
    assert NoteKind.NO_SUPPLIERS in {one.kind for one in proposal.notes}
    again = propose(sources.tables, after, diagrams=sources.diagrams)
    assert again.is_empty


def test_the_sample_of_services_reaches_its_counts() -> None:
    if not SAMPLES.is_dir():
        pytest.skip("../shared/samples is absent")
    sources = read_sources([SAMPLES / "cyclonedx_saasbom.json"])
    proposal = propose((), diagrams=sources.diagrams)
    assert proposal.assets == {
        AssetKind.APPLICATION: 1,
        AssetKind.CLOUD_SERVICE: 6,
        AssetKind.SUPPLIER: 1,
    }
    roles = [one.role for one in proposal.connected]
    assert (roles.count(Role.USES), roles.count(Role.PROVIDED_BY)) == (6, 4)


@st.composite
def drawings(draw: st.DrawFn) -> Diagram:
    """Diagrams of any junk: ids twice, names missing, frames, loose and looping arrows."""
    ids = st.sampled_from("abcdef")
    words = st.sampled_from(["", "ERP", "NAS", "Odoo SA", "Serveur", "  "])
    nodes = st.builds(Node, id=ids, name=words, row=st.just(1), inside=st.none() | ids)
    arrows = st.builds(
        Arrow,
        source=ids | st.just(""),
        target=ids,
        row=st.just(2),
        sort=st.sampled_from(["", "hosts", "uses"]),
    )
    return Diagram(
        file="a.graphml",
        style=draw(st.sampled_from([Style.GRAPHML, Style.ARCHIMATE])),
        nodes=tuple(draw(st.lists(nodes, max_size=8))),
        arrows=tuple(draw(st.lists(arrows, max_size=8))),
        lasting_ids=draw(st.booleans()),
    )


@given(diagram=drawings())
@settings(max_examples=150, deadline=None)
def test_every_node_and_arrow_is_used_left_out_or_told(diagram: Diagram) -> None:
    proposal = proposed(diagram, catalogue=False)
    (report,) = proposal.sheets
    assert report.rows_read == len(diagram.nodes) + len(diagram.arrows)
    assert report.rows_used + report.left_out + len(proposal.problems) == report.rows_read
    after = proposal.apply(Landscape())
    assert proposed(diagram, into=after, catalogue=False).apply(after) == after


def test_a_diagram_meets_a_table_by_name() -> None:
    text = "ID;Nom;Dépend de\n1;Facturation clients;Base clients\n"
    rows = [list[str | None](line.split(";")) for line in text.splitlines()]
    table = Table(file="a.csv", sheet=None, rows=rows)
    shown = of_xml(drawio.read, diagrams.drawio())
    proposal = propose([table], diagrams=[shown])
    after = proposal.apply(Landscape())
    assert len(after.assets) == 3
    assert not proposal.missing


KEY = "sk-proj-abcdefGHIJKL0123456789mnopqrstuv"
GUID = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"


@pytest.mark.parametrize("style", [Style.DRAWIO, Style.GRAPHML, Style.GEXF, Style.ARCHIMATE])
def test_no_secret_of_a_diagram_comes_into_a_map(style: Style) -> None:
    node = Node(
        id="n",
        name="NAS\nmdp: un deux",
        row=4,
        sort="Node",
        description=f"Clé {KEY}",
        facts={"Mot de passe": "azerty", "note": "PIN: 9999", "guid": GUID, "étage": "2"},
        inside="f",
    )
    frame = Node(id="f", name="Bureau\nwifi psk: toto tata", row=2, sort="Group")
    diagram = Diagram(file="plan.xml", style=style, nodes=(frame, node), lasting_ids=True)
    proposal = proposed(diagram)
    made = proposal.apply(Landscape())
    for secret in ("azerty", "un deux", KEY, "9999", "toto", "tata"):
        assert secret not in str(made)
        assert secret not in str(proposal.problems)
    kept = next(one for one in made.assets.values() if one.name.startswith("NAS"))
    assert kept.custom.items() >= {"guid": GUID, "étage": "2"}.items()
    told = [(one.row, one.column) for one in proposal.problems if one.reason is Reason.SECRET]
    assert {(4, "note"), (4, "name")} <= set(told)
    notes = {note.kind: note.subject for note in proposal.notes}
    assert notes[NoteKind.SECRETS_LEFT_OUT] == "Mot de passe"


def test_a_component_that_says_its_password_is_taken_without_it() -> None:
    data = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.4",
        "services": [
            {"bom-ref": "https://a:b@c.be", "name": "Paie", "description": "token: abc123"}
        ],
    }
    diagram = cyclonedx.read(json.dumps(data).encode(), "bom.json")
    proposal = proposed(diagram)
    (service,) = proposal.added
    assert (service.name, service.description) == ("Paie", None)
    assert "a:b@" not in str(service)

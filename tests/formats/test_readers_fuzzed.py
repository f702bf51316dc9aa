"""Whatever is done to a file, its reader answers or refuses; it never breaks."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.formats import (
    archimate,
    cyclonedx,
    dot_text,
    drawio,
    gexf,
    graphml,
    invoices,
    xml_tree,
)
from smala_lockin.formats.dot_reader import is_dot
from smala_lockin.formats.unreadable import Unreadable
from tests import diagrams
from tests.builders import asset, landscape_of
from tests.invoices import cii, ubl

OWN = landscape_of("a -> b | c", "b => d", assets=[asset("b", annual_cost=3, tags=("x", "y"))])
BILL = {
    "bomFormat": "CycloneDX",
    "metadata": {"component": {"name": "Site", "bom-ref": "a"}},
    "services": [{"name": "CRM", "provider": {"name": "Acme"}, "data": [{"classification": "x"}]}],
    "dependencies": [{"ref": "a", "dependsOn": ["b"]}],
}


@st.composite
def harmed(draw: st.DrawFn, whole: bytes) -> bytes:
    """Some bytes with a piece cut out, doubled, or replaced."""
    start = draw(st.integers(0, len(whole)))
    end = draw(st.integers(start, min(len(whole), start + 60)))
    piece = draw(
        st.sampled_from([b"", whole[start:end] * 2, b"\0", b"<", b'"', b"&x;", b"[1]", b"-1e999"])
    )
    return whole[:start] + piece + whole[end:]


@pytest.mark.parametrize(
    ("read", "whole"),
    [
        pytest.param(drawio.read, diagrams.drawio(packed=True), id="draw.io"),
        pytest.param(drawio.read, diagrams.DRAWN.encode(), id="a page"),
        pytest.param(graphml.read, diagrams.YED, id="GraphML"),
        pytest.param(graphml.read, graphml.write(OWN), id="own GraphML"),
        pytest.param(gexf.read, diagrams.GEPHI, id="GEXF"),
        pytest.param(gexf.read, gexf.write(OWN), id="own GEXF"),
        pytest.param(archimate.read, diagrams.EXCHANGE, id="Open Exchange"),
        pytest.param(archimate.read, diagrams.ARCHI, id="Archi"),
        pytest.param(invoices.invoice_of, ubl("A", "B1", "2026-01-01", 5, "x"), id="UBL"),
        pytest.param(invoices.invoice_of, cii("A", "B1", date(2026, 1, 1), 5, "x"), id="CII"),
    ],
)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_harmed_xml_is_read_or_refused(
    read: Callable[[xml_tree.Element, str], object], whole: bytes, data: st.DataObject
) -> None:
    with suppress(xml_tree.XmlFault):
        read(xml_tree.parse(data.draw(harmed(whole))), "a.xml")


@pytest.mark.parametrize("whole", [diagrams.DOT.encode(), dot_text.write(OWN)], ids=["", "own"])
@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_a_harmed_dot_graph_is_read_or_refused(whole: bytes, data: st.DataObject) -> None:
    text = data.draw(harmed(whole)).decode("utf-8", errors="replace")
    with suppress(Unreadable):
        dot_text.read(text, "a.dot")


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=3),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from([*BILL, "name", "provider", "ref"]), inner, max_size=4
            )
        ),
        max_leaves=12,
    ).filter(lambda value: isinstance(value, dict))
)
@settings(max_examples=150, deadline=None)
def test_any_bill_is_read_or_refused(record: dict[str, object]) -> None:
    with suppress(cyclonedx.NotBill):
        cyclonedx.read(json.dumps(BILL | record).encode(), "a.json")


@pytest.mark.parametrize("text", ["# " * 30_000, "/**/ " * 10_000, "// \n" * 10_000])
def test_no_text_keeps_the_look_for_dot_waiting(text: str) -> None:
    assert not is_dot(text)

"""Files are told by what they hold, and hostile ones are refused in a sentence."""

import json
import zipfile
from pathlib import Path

import pytest

from smala_lockin.formats import graphs
from smala_lockin.formats.diagrams import Style
from smala_lockin.formats.errors import FileTrouble
from smala_lockin.formats.sources import read_sources
from smala_lockin.formats.unreadable import Reason, Unreadable
from tests import diagrams
from tests.builders import landscape_of

BILL = json.dumps({"bomFormat": "CycloneDX", "services": [{"name": "CRM"}]}).encode()
LAUGHS = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><graphml>&b;</graphml>'
OUTSIDE = b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]><gexf>&a;</gexf>'
ELSEWHERE = b'<!DOCTYPE graphml SYSTEM "http://example.com/a.dtd"><graphml>&what;</graphml>'
UTF_16 = diagrams.GEPHI.decode().encode("utf-16")


@pytest.mark.parametrize("name", ["a.csv", "no ending"])
@pytest.mark.parametrize(
    ("data", "style"),
    [
        pytest.param(diagrams.drawio(), Style.DRAWIO, id="draw.io"),
        pytest.param(diagrams.YED, Style.GRAPHML, id="GraphML"),
        pytest.param(diagrams.GEPHI, Style.GEXF, id="GEXF"),
        pytest.param(UTF_16, Style.GEXF, id="UTF-16"),
        pytest.param(diagrams.EXCHANGE, Style.ARCHIMATE, id="Open Exchange"),
        pytest.param(b"\xef\xbb\xbf" + BILL, Style.CYCLONEDX, id="CycloneDX"),
    ],
)
def test_a_diagram_is_known_whatever_its_name(
    data: bytes, style: Style, name: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    found = read_sources([tmp_path / name])
    assert [one.style for one in found.diagrams] == [style]
    assert not found.tables


def test_tables_and_diagrams_may_come_together(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Nom;Fournisseur\nERP;Odoo SA\n", encoding="utf-8")
    (tmp_path / "b.dot").write_text(diagrams.DOT, encoding="utf-8")
    graphs.export(landscape_of("a -> b"), tmp_path / "c.csv")
    found = read_sources([tmp_path / "a.csv", tmp_path / "b.dot", tmp_path / "c.csv"])
    assert len(found.tables) == 1
    assert [one.style for one in found.diagrams] == [Style.DOT, Style.MAP_TABLES]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        pytest.param("a.graphml", LAUGHS, Reason.ENTITIES, id="XML bomb"),
        pytest.param("a.gexf", OUTSIDE, Reason.ENTITIES, id="external entity"),
        pytest.param("a.graphml", ELSEWHERE, Reason.ENTITIES, id="external type"),
        pytest.param("a.drawio", diagrams.drawio()[:-300], Reason.BROKEN_XML, id="cut short"),
        pytest.param("a.xml", diagrams.YED[:-9] + b"\0", Reason.BROKEN_XML, id="NUL inside"),
        pytest.param("a.xml", b"<a>" * 5000, Reason.TOO_MUCH_XML, id="nested"),
        pytest.param("a.xml", b"<html><table/></html>", Reason.UNSUPPORTED, id="web page"),
        pytest.param("a.xml", b"<Workbook/>", Reason.OTHER_XML, id="XML of another sort"),
        pytest.param("a.xml", b"<not xml", Reason.BROKEN_XML, id="no XML"),
        pytest.param("a.json", b"[" * 100_000, Reason.UNSUPPORTED, id="brackets"),
        pytest.param("a.json", b'{"a":' * 100_000, Reason.BROKEN_JSON, id="nested JSON"),
        pytest.param("a.json", BILL[:-3], Reason.BROKEN_JSON, id="half of a bill"),
        pytest.param("a.json", b'{"a": 1}', Reason.OTHER_JSON, id="JSON of another sort"),
        pytest.param("a.dot", b"digraph a { b -> ", Reason.BROKEN_DOT, id="half a graph"),
        pytest.param("a.graphml", b"", Reason.EMPTY, id="empty"),
        pytest.param("a.graphml", b"\x89PNG\r\n\x1a\n\0\0", Reason.UNSUPPORTED, id="picture"),
        pytest.param(
            "a.drawio", b"<mxfile><diagram>!!!</diagram></mxfile>", Reason.BROKEN_XML, id="unpacked"
        ),
    ],
)
def test_a_hostile_file_is_refused_in_a_sentence(
    name: str, data: bytes, reason: Reason, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Unreadable) as caught:
        read_sources([tmp_path / name])
    assert caught.value.reason is reason
    assert name in caught.value.sentence()


def test_one_huge_element_is_read(tmp_path: Path) -> None:
    huge = b"<gexf><graph><nodes><node id='1' label='" + b"x" * 10_000_000 + b"'/></nodes></graph>"
    (tmp_path / "a.gexf").write_bytes(huge + b"</gexf>")
    assert len(read_sources([tmp_path / "a.gexf"]).diagrams[0].nodes) == 1


def test_a_packed_page_may_not_swell_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from smala_lockin.formats import drawio, xml_tree

    monkeypatch.setattr(drawio, "MAX_UNPACKED_BYTES", 100)
    with pytest.raises(xml_tree.XmlFault) as caught:
        drawio.read(xml_tree.parse(diagrams.drawio(packed=True)), "a.drawio")
    assert caught.value.reason is Reason.TOO_MUCH_XML


def test_a_damaged_map_as_tables_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    graphs.export(landscape_of("a -> b"), path)
    data = bytearray(path.read_bytes())
    data[60:75] = b"\xff" * 15
    path.write_bytes(data)
    with pytest.raises(Unreadable):
        read_sources([path])


def test_any_other_zip_is_left_to_the_reader_of_workbooks(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.csv", "w") as archive:
        archive.writestr("a.txt", "b")
    with pytest.raises(Unreadable) as caught:
        read_sources([tmp_path / "a.csv"])
    assert caught.value.reason is Reason.NOT_A_WORKBOOK


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble):
        read_sources([tmp_path / "a.graphml"])

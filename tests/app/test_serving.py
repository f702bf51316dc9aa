"""What was imported serves activities."""

from datetime import date

from smala_lockin.app.serving import serve, unserving
from smala_lockin.domain.assets import AssetId, Source
from smala_lockin.domain.kinds import AssetKind, Need, Role
from smala_lockin.knowledge.activities import activities
from tests.builders import asset, landscape_of

TODAY = date(2026, 11, 23)
MAP = landscape_of("crm -> db", "crm => acme", assets=[asset("crm"), asset("erp")])
FIRST, SECOND = activities()[:2]
CRM, ERP = AssetId("crm"), AssetId("erp")


def test_what_nothing_needs_is_asked_about_suppliers_aside() -> None:
    assert unserving(MAP) == [CRM, ERP]


def test_an_activity_becomes_a_process_that_uses_its_assets() -> None:
    after = serve(MAP, {FIRST: [CRM, ERP], SECOND: [ERP]}, language="fr", today=TODAY)
    made = {one.name: one for one in after.assets.values() if one.kind is AssetKind.PROCESS}
    assert made.keys() == {FIRST.name_fr, SECOND.name_fr}
    one = made[FIRST.name_fr]
    assert (one.criticality, one.max_outage_hours) == (FIRST.criticality, FIRST.max_outage_hours)
    links = after.needs[one.id]
    assert [link.target for link in links] == [CRM, ERP]
    assert {(link.role, link.need) for link in links} == {(Role.USES, Need.VITAL)}


def test_usual_figures_are_marked_as_not_typed() -> None:
    after = serve(MAP, {FIRST: [CRM]}, language="en", today=TODAY)
    (made,) = (one for one in after.assets.values() if one.kind is AssetKind.PROCESS)
    assert {name: origin.source for name, origin in made.origin.items()} == {
        "criticality": Source.CATALOGUE,
        "max_outage_hours": Source.CATALOGUE,
    }


def test_asked_twice_a_process_is_made_once() -> None:
    once = serve(MAP, {FIRST: [CRM]}, language="en", today=TODAY)
    assert serve(once, {FIRST: [CRM]}, language="en", today=TODAY) == once

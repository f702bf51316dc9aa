"""What somebody agrees to becomes part of the import; nothing else does."""

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from smala_lockin.formats.sources import read_sources
from smala_lockin.importing.matching.agreement import Agreement
from smala_lockin.importing.proposal import Proposal
from smala_lockin.importing.propose import propose
from tests.importing.lists import arrows, imported, table
from tests.invoices import belgian, ubl

ALIKE = """
    Application;Fournisseur
    ERP;Acme SA
    CRM;ACME
    """
MISSING = """
    Logiciel;Logiciel parent
    Extension A;Firefox
    Mozilla Firefox ESR;
    """
UNSUPPLIED = """
    Application;Catégorie
    Microsoft 365;Bureautique
    Gestion maison;Métier
    """


def proposed(text: str, agreement: Agreement) -> Proposal:
    return propose([table(text)], agreement=agreement)


def test_names_agreed_to_be_the_same_become_one_supplier() -> None:
    made = imported(ALIKE, agreement=Agreement(same={"ACME": "Acme SA"}))
    assert arrows(made) == {"erp provided_by acme-sa", "crm provided_by acme-sa"}


def test_names_that_look_alike_stay_apart_unasked() -> None:
    assert {"acme-sa", "acme"} <= set(imported(ALIKE).assets)


def test_a_name_may_mean_one_that_is_there() -> None:
    made = imported(MISSING, agreement=Agreement(same={"Firefox": "Mozilla Firefox ESR"}))
    assert arrows(made) == {"extension-a uses mozilla-firefox-esr"}


def test_only_the_missing_names_agreed_to_are_created() -> None:
    text = MISSING + "Extension B;Thunderbird\n"
    made = imported(text, agreement=Agreement(created=frozenset({"Thunderbird"})))
    assert arrows(made) == {"extension-b uses thunderbird"}


def test_what_the_catalogue_surely_knows_gets_its_supplier_on_consent() -> None:
    made = imported(UNSUPPLIED, agreement=Agreement(certain=True))
    assert any(arrow.startswith("microsoft-365 provided_by") for arrow in arrows(made))
    assert not any("gestion" in arrow for arrow in arrows(made))
    assert not arrows(imported(UNSUPPLIED))


def test_one_of_the_sure_guesses_can_be_refused() -> None:
    agreement = Agreement(certain=True, unknown=frozenset({"Microsoft 365"}))
    assert not arrows(imported(UNSUPPLIED, agreement=agreement))


def test_a_guess_stays_on_offer_once_taken() -> None:
    taken = proposed(UNSUPPLIED, Agreement(certain=True)).vendor_guesses
    assert taken == proposed(UNSUPPLIED, Agreement()).vendor_guesses
    assert [one.name for one in taken] == ["Microsoft 365"]


@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("abcdef")))
def test_names_that_stand_for_each_other_end_at_one_name(same: dict[str, str]) -> None:
    forms = Agreement(same=same).same_forms()
    assert all(forms.get(one, one) == forms.get(other, other) for one, other in same.items())
    assert not set(forms) & set(forms.values())


def test_only_the_invoiced_services_agreed_to_are_created(tmp_path: Path) -> None:
    day = date(2026, 3, 2)
    lines = ("Microsoft 365 Business", "Odoo Enterprise")
    (tmp_path / "a.xml").write_bytes(ubl("Acme SRL", belgian(12345678), day, 90, *lines))
    bills = read_sources([tmp_path]).invoices
    offered = [one.name for one in propose([], invoices=bills).services]
    agreement = Agreement(created=frozenset(offered[:1]))
    proposal = propose([], invoices=bills, agreement=agreement)
    assert offered[0] in {one.name for one in proposal.added}
    assert [one.name for one in proposal.services] == offered[1:]

"""Suppliers that only payments name are all counted, and may be left out one by one."""

from collections.abc import Iterable

from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import Table
from smala_lockin.importing.matching.agreement import Agreement
from smala_lockin.importing.note_sentences import NoteKind
from smala_lockin.importing.proposal import Proposal
from smala_lockin.importing.propose import propose
from tests.importing.lists import arrows, one, table

HEAD = "Fournisseur;Date de paiement;Montant (EUR);Compte\n"
BAKERS = [f"Boulangerie {number};05/01/2026;10;Réception" for number in range(60)]
PAID = [
    "Proximus;05/01/2026;120;Divers",
    "Martin Conseil;06/01/2026;300;Entretien informatique",
    "Data Services SRL;07/01/2026;90;Divers",
    *BAKERS,
]


def payments(lines: Iterable[str]) -> Table:
    """Return a list in which each payment was made again a month later."""
    twice = [line for one in lines for line in (one, one.replace("/01/", "/02/"))]
    return table(HEAD + "\n".join(twice), "paiements.csv")


def proposed(lines: Iterable[str], agreement: Agreement | None = None) -> Proposal:
    told = payments(lines)
    return propose([told], agreement=agreement or Agreement(), catalogue=False)


def left(proposal: Proposal) -> Agreement:
    names = (one.name for one in proposal.payees if not one.is_proposed)
    return Agreement(left_out=frozenset(names))


def test_of_a_long_list_those_of_technology_are_proposed_and_all_are_counted() -> None:
    proposal = proposed(PAID)
    assert len(proposal.added) == len(proposal.payees) == 63
    assert {one.name for one in proposal.payees if one.is_proposed} == {
        "Proximus",
        "Martin Conseil",
        "Data Services SRL",
    }


def test_those_that_are_left_out_stay_off_the_map_and_this_is_told() -> None:
    proposal = proposed(PAID, left(proposed(PAID)))
    assert {found.name for found in proposal.apply(Landscape()).assets.values()} == {
        "Proximus",
        "Martin Conseil",
        "Data Services SRL",
    }
    (note,) = [one for one in proposal.notes if one.kind is NoteKind.PAYEES_LEFT]
    assert note.detail == "60"
    assert len(proposal.payees) == 63
    assert not proposal.look_alikes


def test_of_a_short_list_all_are_proposed() -> None:
    assert all(one.is_proposed for one in proposed(PAID[:20]).payees)


def test_a_supplier_of_something_on_the_map_or_in_another_file_is_never_left_out() -> None:
    apps = table("Application;Fournisseur\nCaisse;Boulangerie 3", "apps.csv")
    told = payments(PAID)
    agreement = Agreement(left_out=frozenset({"Boulangerie 3", "Boulangerie 4"}))
    proposal = propose([apps, told], agreement=agreement, catalogue=False)
    made = proposal.apply(Landscape())
    assert "Boulangerie 3" not in {one.name for one in proposal.payees}
    assert "caisse provided_by boulangerie-3" in arrows(made)
    assert "Boulangerie 4" not in {found.name for found in made.assets.values()}
    later = propose([told], made, agreement=agreement, catalogue=False).apply(made)
    assert one(later, "Boulangerie 3").custom["Payments"] == "2"


def test_an_owner_that_was_paid_and_left_out_comes_back_with_what_it_owns() -> None:
    lines = ["GitHub;05/01/2026;10;x", "Microsoft;05/01/2026;10;x"]
    told = payments(lines)
    agreement = Agreement(left_out=frozenset({"Microsoft"}))
    made = propose([told], agreement=agreement).apply(Landscape())
    assert "github controlled_by microsoft" in arrows(made)

"""Statements of a bank account of which some movements name nobody but in their texts."""

from pathlib import Path

import pytest

from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import Table, read_tables
from smala_lockin.importing.matching.agreement import Agreement
from smala_lockin.importing.note_sentences import NoteKind
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.left_out import Why
from tests.importing.lists import one, table

BANKS = ("kbc", "belfius", "bnp", "ing", "argenta", "sparkasse", "english")
FOLDER = Path(__file__).parent.parent / "data" / "banks"


def movements(bank: str) -> tuple[Table, ...]:
    return read_tables(FOLDER / f"{bank}.csv")


@pytest.mark.parametrize("bank", BANKS)
def test_who_only_stands_in_a_text_is_proposed_and_every_row_is_accounted_for(bank: str) -> None:
    proposal = propose(movements(bank))
    said = [found.name for found in proposal.missing]
    named = {found.name for found in proposal.apply(Landscape()).assets.values()}
    assert {*said, *named} == {"Proximus", "Microsoft", "Zorg NV"}
    assert "Proximus" in said
    assert not proposal.problems
    (sheet,) = proposal.sheets
    why = [found.why for found in sheet.rows_left_out if found.why is not Why.ABOVE]
    assert why.count(Why.NOBODY_PAID) == why.count(Why.RECEIPT) == 1
    assert sheet.rows_used + len(why) == 5
    assert NoteKind.NAMED_IN_TEXTS in {note.kind for note in proposal.notes}


@pytest.mark.parametrize("bank", BANKS)
def test_who_is_agreed_to_is_paid_what_movements_say(bank: str) -> None:
    wanted = Agreement(created=frozenset({"Proximus"}))
    made = propose(movements(bank), agreement=wanted).apply(Landscape())
    assert one(made, "Proximus").custom["Sum"] == "120.50 EUR"
    assert propose(movements(bank), made).is_empty


@pytest.mark.parametrize("bank", BANKS)
def test_no_account_number_and_no_holder_reaches_the_map(bank: str) -> None:
    said = str(propose(movements(bank), create_missing=True).apply(Landscape()).assets)
    assert "BE68" not in said
    assert "BE71" not in said
    assert "ambert" not in said.lower()


def test_cards_and_banks_are_not_who_was_paid() -> None:
    text = """
        Compte;Date;Montant;Nom de la contrepartie;Détails
        BE68539007547034;05/01/2025;-20,00;;PAYPAL *DROPBOX 35314369001
        BE68539007547034;06/01/2025;-20,00;;BANCONTACT KBC BOUCHERIE
        """
    proposal = propose([table(text)])
    assert [found.name for found in proposal.missing] == ["Dropbox"]
    assert proposal.sheets[0].rows_left_out[1].why is Why.NOBODY_PAID


def test_without_the_catalogue_no_text_is_read_for_its_names() -> None:
    proposal = propose(movements("kbc"), catalogue=False)
    assert not proposal.missing
    assert [found.why for found in proposal.sheets[0].rows_left_out].count(Why.NOBODY_PAID) == 3

"""What somebody chooses about a sheet comes before what is found out about it."""

from smala_lockin.domain.landscape import Landscape
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.proposal import Proposal
from smala_lockin.importing.propose import propose
from smala_lockin.importing.understanding.sheets import SheetChoice
from smala_lockin.importing.understanding.sorts import RowSort, Skip
from tests.importing.lists import arrows, one, table

LIST = """
    Application;Fournisseur;Remarque
    ERP;Acme;Bureau 12
    CRM;Beta;Bureau 14
    """
TITLED = """
    Outil;Éditeur
    exemple;exemple
    Nom;Fournisseur
    ERP;Acme
    """


def proposed(text: str, **chosen: object) -> Proposal:
    choice = SheetChoice(**chosen)  # type: ignore[arg-type]
    return propose([table(text)], choices={("liste.csv", None): choice})


def made(text: str, **chosen: object) -> Landscape:
    return proposed(text, **chosen).apply(Landscape())


def test_a_column_means_what_somebody_chose() -> None:
    landscape = made(LIST, meanings={"Remarque": Meaning.OWNER})
    assert one(landscape, "ERP").owner == "Bureau 12"


def test_a_column_that_may_be_had_once_gives_way_to_the_chosen_one() -> None:
    landscape = made(LIST, meanings={"Remarque": Meaning.NAME})
    assert one(landscape, "Bureau 12").custom == {"Application": "ERP"}


def test_a_column_can_be_kept_as_a_note_instead() -> None:
    landscape = made(LIST, meanings={"Fournisseur": None})
    assert one(landscape, "ERP").custom["Fournisseur"] == "Acme"
    assert not arrows(landscape)


def test_an_ignored_column_leaves_no_trace() -> None:
    proposal = proposed(LIST, ignored=frozenset({"Remarque"}))
    assert "Remarque" not in one(proposal.apply(Landscape()), "ERP").custom
    assert proposal.sheets[0].ignored == ("Remarque",)


def test_another_row_can_be_the_header() -> None:
    proposal = proposed(TITLED, header_row=1)
    assert proposal.sheets[0].header_row == 1
    assert proposal.sheets[0].mapping == {"Outil": "name", "Éditeur": "supplier"}


def test_a_header_row_that_is_not_there_gives_nothing() -> None:
    assert proposed(LIST, header_row=99).sheets[0].skipped is Skip.NO_HEADER


def test_a_sheet_can_be_left_out() -> None:
    proposal = proposed(LIST, is_used=False)
    assert proposal.is_empty
    assert proposal.sheets[0].skipped is Skip.CHOSEN


def test_names_can_be_those_of_suppliers_or_activities() -> None:
    text = "Nom;Pays\nAcme;BE\nBeta;FR\n"
    assert one(made(text, sort=RowSort.SUPPLIER), "Acme").kind == "supplier"
    assert one(made(text, sort=RowSort.PROCESS), "Acme").kind == "process"


def test_a_sheet_without_what_the_chosen_rows_need_is_left_out_and_said() -> None:
    assert proposed(LIST, sort=RowSort.RELATION).sheets[0].skipped is Skip.NO_NAMES

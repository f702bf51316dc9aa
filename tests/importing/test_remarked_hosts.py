"""Remarks that say on what of the same list a thing runs, and those that deny it."""

import pytest

from tests.importing.lists import arrows, imported

LIST = """
    Nom;Type;Commentaires
    SRV-01;Serveur;{host}
    Ledger Plus;Logiciel;{remark}
    Post Room;Logiciel;RDV en ligne
    """


@pytest.mark.parametrize(
    "remark",
    [
        "tourne sur SRV-01",
        "installé sur le serveur SRV-01 (cave)",
        "old; runs on SRV-01.",
        "draait op SRV-01 sinds 2020",
        "läuft auf SRV-01",
    ],
)
def test_a_remark_says_on_what_of_the_list_a_thing_runs(remark: str) -> None:
    made = imported(LIST.format(remark=remark.replace(";", ","), host=""), catalogue=False)
    assert "ledger-plus runs_on srv-01" in arrows(made)


def test_a_remark_on_a_server_says_what_it_hosts() -> None:
    made = imported(
        LIST.format(remark="", host="héberge Ledger Plus et Post Room"), catalogue=False
    )
    assert arrows(made) == {"ledger-plus runs_on srv-01", "post-room runs_on srv-01"}


@pytest.mark.parametrize(
    "remark",
    [
        "tourne sur SRV-99",
        "n'est plus installé sur SRV-01",
        "will be hosted on SRV-01",
        "16 postes",
    ],
)
def test_a_remark_makes_nothing_that_no_row_names(remark: str) -> None:
    made = imported(LIST.format(remark=remark, host=""), catalogue=False)
    assert (arrows(made), len(made.assets)) == (set(), 3)

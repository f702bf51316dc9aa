"""Lists of the kinds that companies keep, made by hand, give the counts that were made by hand."""

from collections import Counter
from pathlib import Path

import pytest

from smala_lockin.domain.kinds import AssetKind, Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import read_tables
from smala_lockin.importing.propose import propose

LISTS = Path(__file__).parents[1] / "data" / "lists"
_BY, _USES, _OF = Role.PROVIDED_BY, Role.USES, Role.CONTROLLED_BY


@pytest.mark.parametrize(
    ("name", "things", "processes", "suppliers", "roles"),
    [
        ("pme_liste.xlsx", 6, 6, 5, {_BY: 5, _USES: 7}),
        ("softwarelijst.xlsx", 4, 5, 4, {_BY: 4, _USES: 5}),
        ("anwendungsverzeichnis.csv", 4, 4, 4, {_BY: 4, _USES: 4}),
        ("bande3.xlsx", 4, 0, 3, {_BY: 4}),
        ("registre_contrats.xlsx", 2, 0, 3, {_BY: 2}),
        ("council_contracts.csv", 4, 0, 4, {_BY: 4}),
        ("registre_traitements.xlsx", 4, 4, 4, {_BY: 4, _USES: 4}),
        ("bia.xlsx", 6, 5, 6, {_BY: 7, _USES: 7}),
        ("subprocessors.xlsx", 0, 0, 5, {}),
        ("dora_filled.xlsx", 3, 3, 5, {_BY: 4, _USES: 4, _OF: 1}),
        ("glpi_ordinateurs.csv", 3, 0, 3, {_BY: 6}),
        ("snipe_licenses.csv", 2, 0, 4, {_BY: 4}),
        ("azure_usage.csv", 3, 0, 2, {_BY: 3}),
        ("belfius_mouvements.csv", 0, 0, 2, {}),
        ("grand_livre.csv", 0, 0, 2, {}),
        ("grand_livre_comptes.xlsx", 0, 0, 3, {}),
        ("kbc.csv", 0, 0, 2, {}),
        ("tcd.xlsx", 0, 0, 6, {}),
        ("cellules_fusionnees.xlsx", 6, 0, 3, {_BY: 6}),
        ("matrice.xlsx", 6, 5, 6, {_BY: 6, _USES: 14}),
        ("fiches.xlsx", 4, 0, 4, {_BY: 4}),
        ("dossier_it.xlsx", 4, 0, 3, {_BY: 2}),
        ("installations.xlsx", 5, 0, 5, {_BY: 5}),
        ("gsm.csv", 3, 0, 2, {_BY: 3}),
        ("licences.csv", 5, 0, 5, {_BY: 5}),
        ("coffre.csv", 3, 0, 0, {}),
        ("contrats_it.xlsx", 5, 0, 8, {_BY: 6}),
        ("fournisseurs_strategiques.xlsx", 2, 0, 7, {_BY: 2}),
        ("registre_ict.xlsx", 4, 3, 4, {_BY: 5, _USES: 4}),
        ("outils.txt", 3, 3, 3, {_BY: 3, _USES: 3}),
        ("verborgen_kolom.ods", 2, 0, 2, {_BY: 2}),
    ],
)
def test_a_list_gives_what_stands_in_it(
    name: str, things: int, processes: int, suppliers: int, roles: dict[Role, int]
) -> None:
    proposal = propose(read_tables(LISTS / name), catalogue=False)
    made = proposal.apply(Landscape())
    kinds = Counter(one.kind for one in made.assets.values())
    apart = {AssetKind.PROCESS: processes, AssetKind.SUPPLIER: suppliers}
    assert {kind: kinds[kind] for kind in apart} == apart
    assert kinds.total() - processes - suppliers == things
    assert Counter(one.role for one in made.dependencies.values()) == roles
    assert propose(read_tables(LISTS / name), made, catalogue=False).is_empty

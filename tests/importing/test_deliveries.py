"""Lists of suppliers that say what each delivers, and what they say in passing."""

from datetime import date

import pytest

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.importing.understanding.deliveries import is_technology
from tests.importing.lists import arrows, imported, one

_LIST = """
    Leverancier;Wat leveren ze?;BTW-nr;Bedrag per jaar;Opmerking
    Vlotsoft;Vloot TMS;BE0202.239.951;€ 4.000,00;contract tot 31/12/2027
    Blikvanger;boordcomputers;;€ 2.000,00;opzeg 3 maand
    Planko;routeplanning TruckFox;;;loopt af
    Properdoek;schoonmaak kantoor;;€ 900,00;
    Houtwerf;hout en platen;;€ 700,00;contract tot 30/06/2027
"""


def test_technology_that_suppliers_deliver_is_a_thing_they_provide() -> None:
    made = imported(_LIST, catalogue=False)
    assert arrows(made) == {
        "vloot-tms provided_by vlotsoft",
        "boordcomputers provided_by blikvanger",
        "routeplanning-truckfox provided_by planko",
    }
    assert one(made, "Vloot TMS").annual_cost == 4000
    assert one(made, "Vlotsoft").registration == "BE0202.239.951"


def test_other_deliveries_stay_what_their_supplier_does() -> None:
    made = imported(_LIST, catalogue=False)
    timber = one(made, "Houtwerf")
    assert (timber.kind, timber.annual_cost) == (AssetKind.SUPPLIER, 700)
    assert timber.description == "hout en platen"
    assert one(made, "Properdoek").description == "schoonmaak kantoor"
    assert len(made.assets) == 8


def test_a_list_of_suppliers_that_deliver_no_technology_stays_one_of_suppliers() -> None:
    text = "Fournisseur;Fournit;Pays\nBoislong;planches;BE\nVisvite;vis et boulons;FR"
    made = imported(text, catalogue=False)
    assert {one.kind for one in made.assets.values()} == {AssetKind.SUPPLIER}
    assert one(made, "Boislong").custom == {"Fournit": "planches"}


@pytest.mark.parametrize("text", ["CarFox", "loonsoftware", "gsm chauffeurs", "Microsoft 365"])
def test_words_of_technology_and_names_of_programs_are_told(text: str) -> None:
    assert is_technology(text)


@pytest.mark.parametrize("text", ["planches", "Kies GmbH", "nettoyage des bureaux", "tankkaarten"])
def test_other_goods_and_services_are_no_technology(text: str) -> None:
    assert not is_technology(text)


def test_remarks_say_when_a_contract_ends_and_what_notice_it_has() -> None:
    made = imported(_LIST, catalogue=False)
    assert one(made, "Vloot TMS").contract_end == date(2027, 12, 31)
    assert one(made, "Houtwerf").contract_end == date(2027, 6, 30)
    assert one(made, "boordcomputers").notice_days == 91
    assert one(made, "routeplanning TruckFox").contract_end is None
    assert one(made, "Vloot TMS").custom["Opmerking"] == "contract tot 31/12/2027"


def test_a_column_of_its_own_says_more_than_remarks() -> None:
    text = "Logiciel;Fin de contrat;Remarque\nPlano;31/12/2026;contrat jusqu'au 01/02/2029\nRendo;;"
    made = imported(text, catalogue=False)
    assert one(made, "Plano").contract_end == date(2026, 12, 31)


def test_the_number_of_an_enterprise_may_be_headed_without_of() -> None:
    text = (
        "Cocontractant;N° entreprise;Objet;Fin;Préavis\n"
        "Vlotsoft SA;BE 0202.239.951;Vloot;31.12.2027;3 mois\n"
        "Planko SA;;Planner;31.12.2028;1 mois"
    )
    made = imported(text, catalogue=False)
    assert one(made, "Vlotsoft SA").registration == "BE 0202.239.951"
    assert "vloot provided_by vlotsoft-sa" in arrows(made)

"""What stands beside: x, a period in a remark."""

from tests.importing.lists import arrows, imported

_REGISTER = """
    Traitement;Finalité;Logiciel / support;Sous-traitant
    Messagerie;contrat;Exchange Online;Microsoft Ireland
    Paie;contrat;Excel;Calculex
    Courrier;contrat;Excel;
    Ventes;contrat;Exchange Online;
    """


def test_a_known_service_is_provided_by_the_company_of_its_vendor_beside_it() -> None:
    found = arrows(imported(_REGISTER))
    assert "paie uses excel" in found
    assert "exchange-online provided_by microsoft-ireland" in found
    assert not any(one.startswith("excel provided_by") for one in found)


def test_without_the_catalogue_nobody_beside_an_application_is_taken_to_provide_it() -> None:
    found = arrows(imported(_REGISTER, catalogue=False))
    assert "messagerie uses exchange-online" in found
    assert not any(one.startswith("exchange-online provided_by") for one in found)

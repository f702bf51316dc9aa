"""Ticks become an agreement."""

from smala_lockin.importing.matching.agreement import Agreement
from smala_lockin.importing.propose import propose
from smala_lockin.ui.wizard.offers import Offer, Offers, Rates
from tests.importing.lists import table

LIST = """
    Application;Fournisseur;Dépend de
    Microsoft 365;;Firefox
    ERP;Acme SA;
    CRM;ACME;
    Firefox ESR;;
    """


def offered() -> Offers:
    offers = Offers()
    offers.add(propose([table(LIST)]))
    return offers


def one(offers: Offers, sort: str, name: str, other: str = "") -> Offer:
    (found,) = [one for one in offers.of(sort) if (one.name, one.other) == (name, other)]
    return found


def test_what_is_sure_is_ticked_and_nothing_else() -> None:
    offers = offered()
    ticked = {
        one.name
        for sort in ("alike", "known", "missing")
        for one in offers.of(sort)
        if offers.is_taken(one)
    }
    assert ticked == {"Microsoft 365"}
    assert offers.agreement() == Agreement(certain=True)


def test_what_is_sure_can_be_unticked() -> None:
    offers = offered()
    (known,) = [one for one in offers.of("known") if one.name == "Microsoft 365"]
    offers.take(known, is_taken=False)
    assert offers.agreement().unknown == {"Microsoft 365"}


def test_a_missing_name_is_added_or_is_another_but_not_both() -> None:
    offers = offered()
    offers.take(one(offers, "missing", "Firefox"), is_taken=True)
    assert offers.agreement().created == {"Firefox"}
    offers.take(one(offers, "missing", "Firefox", "Firefox ESR"), is_taken=True)
    assert offers.agreement().created == frozenset()
    assert offers.agreement().same == {"Firefox": "Firefox ESR"}


def test_an_offer_that_was_taken_can_still_be_unticked() -> None:
    offers = offered()
    alike = one(offers, "alike", "ACME", "Acme SA")
    offers.take(alike, is_taken=True)
    offers.add(propose([table(LIST)], agreement=offers.agreement()))
    assert offers.of("alike") == [alike]
    offers.take(alike, is_taken=False)
    assert offers.agreement() == Agreement(certain=True)


def test_answers_outlast_other_choices() -> None:
    offers = offered()
    offers.take(one(offers, "missing", "Firefox"), is_taken=True)
    offers.forget()
    assert offers.agreement() == Agreement(certain=True)
    offers.add(propose([table(LIST)]))
    assert offers.agreement().created == {"Firefox"}


def test_a_rate_is_asked_for_once_and_kept() -> None:
    text = "Application;Coût annuel;Devise\nERP;100;USD\nCRM;50;USD\nPaie;70;EUR\n"
    rates = Rates()
    rates.add(propose([table(text)]))
    assert rates.currencies() == ["USD"]
    assert rates.known() == {}
    rates.say("USD", "0,92")
    assert rates.known() == {"USD": 0.92}
    rates.add(propose([table(text)], rates=rates.known()))
    assert rates.currencies() == ["USD"]
    rates.say("USD", "beaucoup")
    assert rates.known() == {}


def test_suppliers_that_were_paid_can_be_left_out_one_by_one_or_together() -> None:
    names = ["Proximus", *(f"Boulangerie {number}" for number in range(50))]
    lines = [f"{name};0{month}/2026;10" for name in names for month in (1, 2)]
    text = "Fournisseur;Date de paiement;Montant\n" + "\n".join(lines)
    offers = Offers()
    offers.add(propose([table(text)]))
    paid = offers.of("payees")
    assert [one.name for one in paid if offers.is_taken(one)] == ["Proximus"]
    assert len(offers.agreement().left_out) == 50
    offers.take_all(paid, is_taken=True)
    assert offers.agreement().left_out == frozenset()
    offers.take(paid[0], is_taken=False)
    assert offers.agreement().left_out == {paid[0].name}

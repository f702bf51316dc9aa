"""Headers, names, amounts, dates and scales as people write them."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smala_lockin.domain.kinds import AssetKind, PersonalData
from smala_lockin.formats.tables import Cell
from smala_lockin.importing.headings.kind_words import is_online, kind_of_type
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.headings.synonyms import entries
from smala_lockin.importing.tables.header_row import find_header
from smala_lockin.importing.tables.headers import readings
from smala_lockin.importing.values.amounts import has_decimal_comma, read_amount
from smala_lockin.importing.values.moments import month_comes_first, read_date
from smala_lockin.importing.values.places import find_regions
from smala_lockin.importing.values.plain import (
    exact_form,
    is_placeholder,
    is_set_aside,
    loose_form,
    plain_words,
)
from smala_lockin.importing.values.scales import Scale, find_scale, read_level, read_personal_data
from smala_lockin.importing.values.spans import read_hours, unit_in
from smala_lockin.importing.values.splitting import split_names


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("Fournisseur", Meaning.SUPPLIER),
        ("NOM DU FOURNISSEUR *", Meaning.SUPPLIER),
        ("Suuplier Name", Meaning.SUPPLIER),
        ("providerName", Meaning.SUPPLIER),
        ("Anwendung - Hersteller", Meaning.MAKER),
        ("Informations financières et administratives - Fournisseur", Meaning.SUPPLIER),
        ("Éditeur / Fournisseur", Meaning.SUPPLIER),
        ("Application / Logiciel", Meaning.NAME),
        ("Nom du service numérique *", Meaning.NAME),
        ("functioneel_beheer", Meaning.OWNER),
        ("Owner & Location\t", Meaning.OWNER),
        ("Value (Criticality)", Meaning.CRITICALITY),
        ("Coût annuel HTVA (€)", Meaning.COST),
        ("Kosten pro Monat", Meaning.MONTHLY_COST),
        ("Date de fin de contrat", Meaning.CONTRACT_END),
        ("LOGICIELPARENT", Meaning.DEPENDS_ON),
        ("Numéro d'inventaire", Meaning.ID),
        ("N° de TVA", Meaning.REGISTRATION),
        ("Type #1", Meaning.KIND),
        ("Données personnelles (RGPD)", Meaning.PERSONAL_DATA),
    ],
)
def test_a_header_means(header: str, meaning: Meaning) -> None:
    assert readings(header)[0].meaning is meaning


def test_no_table_says_again_what_a_header_means() -> None:
    said = Counter((phrase, meaning) for phrase, meaning, _sure in entries())
    assert [one for one, times in said.items() if times > 1] == []


def test_the_words_of_headers_are_written_as_they_are_looked_up() -> None:
    assert [phrase for phrase, *_ in entries() if plain_words(phrase) != phrase] == []


@pytest.mark.parametrize(
    "header", ["Approval Expiration Date", "Bemerkung", "", "Purchase Cost", "Date d'achat"]
)
def test_a_header_that_means_nothing_we_know_is_left_alone(header: str) -> None:
    assert readings(header) == ()


def test_an_id_of_a_supplier_is_a_reference() -> None:
    found = readings("provider_entity_ref_id")[0]
    assert (found.meaning, found.reference) == (Meaning.SUPPLIER, True)


def test_of_two_equal_headers_the_lower_one_counts() -> None:
    header: list[Cell] = ["Nom", "Fournisseur"]
    assert find_header([["Titre", None], header, ["Exemple", "X"], [None, None], header]) == 4


NAMES = st.text(alphabet="abzÉéß .,()&-/SARLsarlnvNVGmbHInc'", max_size=25)


@given(NAMES)
def test_normal_forms_are_their_own_normal_forms(name: str) -> None:
    assert exact_form(exact_form(name)) == exact_form(name)
    assert loose_form(loose_form(name)) == loose_form(name)
    assert plain_words(plain_words(name)) == plain_words(name)


@given(NAMES, NAMES)
def test_names_that_are_the_same_are_alike_too(one: str, other: str) -> None:
    if exact_form(one) == exact_form(other):
        assert loose_form(one) == loose_form(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Odoo S.A.", "odoo sa"),
        ("Alpha (Liège) SRL", "ALPHA"),
        ("Société Générale", "Societe Generale"),
        ("Beta B.V.", "Beta, BV"),
    ],
)
def test_names_that_differ_by_form_alone_are_alike(one: str, other: str) -> None:
    assert loose_form(one) == loose_form(other)


@pytest.mark.parametrize("text", ["-", " ", "N/A", "n.v.t.", "[dd/mm/yy]", "TBC", "s.o.", "NULL"])
def test_placeholders_are_empty(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("Divers", True),
        ("VARIOUS - TOTAL EXPENSES", True),
        ("REDACTED PERSONAL DATA", True),
        ("Diversey", False),
        ("Multiplex SA", False),
    ],
)
def test_names_for_several_are_set_aside(text: str, aside: bool) -> None:
    assert is_set_aside(text) is aside


@pytest.mark.parametrize(
    ("text", "value", "currency", "monthly"),
    [
        ("1.200,50 €", 1200.5, "EUR", False),
        ("€ 1.200,-", 1200.0, "EUR", False),
        ("$12.58", 12.58, "USD", False),
        ("USD 50,000.00", 50_000.0, "USD", False),
        ("12 k€", 12_000.0, "EUR", False),
        ("150 €/mois", 150.0, "EUR", True),
        ("3 600 HTVA", 3600.0, None, False),
        ("-12,5", -12.5, None, False),
        ("1'200.50 CHF", 1200.5, "CHF", False),
    ],
)
def test_an_amount(text: str, value: float, currency: str | None, monthly: bool) -> None:
    amount = read_amount(text, decimal_comma=True)
    assert amount is not None
    assert (amount.value, amount.currency, amount.monthly) == (value, currency, monthly)


@pytest.mark.parametrize("text", ["12-14 €", "inclus", "12 pommes", "10;20", "?12"])
def test_what_is_no_amount(text: str) -> None:
    assert read_amount(text, decimal_comma=True) is None


def test_the_column_decides_what_a_comma_is() -> None:
    assert not has_decimal_comma(["1,200", "12.50"])
    assert has_decimal_comma(["1.200", "12,50"])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31/12/2026", date(2026, 12, 31)),
        ("14-Jan-2011", date(2011, 1, 14)),
        ("31 mars 2027", date(2027, 3, 31)),
        ("1er août 2027", date(2027, 8, 1)),
        ("Friday, April 29, 2022", date(2022, 4, 29)),
        ("01.02.21", date(2021, 2, 1)),
        ("2024-01-31T10:00:00", date(2024, 1, 31)),
        ("2027", None),
        ("mars 2027", None),
        ("31/02/2027", None),
        ("reconduction tacite", None),
    ],
)
def test_a_date(text: str, day: date | None) -> None:
    assert read_date(text) == day


def test_american_dates_are_known_by_their_column() -> None:
    column = ["4/5/16", "4/25/16"]
    assert month_comes_first(column)
    assert read_date("4/5/16", month_first=True) == date(2016, 4, 5)


@pytest.mark.parametrize(
    ("text", "hours"),
    [("4h", 4.0), ("2 jours", 48.0), ("1 semaine", 168.0), ("< 30 min", 0.5), ("12", 12.0),
     ("immédiat", 0.0), ("4 à 8 h", None), ("vite", None),
     ("1 jour ouvré", 24.0), ("5 jours ouvrés", 168.0), ("2 werkdagen", 48.0), ("J+1", 24.0),
     ("H+4", 4.0), ("1h30", 1.5), ("2 h 30 min", 2.5), ("une semaine", 168.0), ("04:30", 4.5),
     ("½ jour", 4.0), ("max. 3 weeks", 504.0), ("sous 48h", 48.0), ("4 pommes", None)],
)  # fmt: skip
def test_a_span_of_time(text: str, hours: float | None) -> None:
    assert read_hours(text) == hours


def test_of_a_range_the_end_that_is_asked_for_counts() -> None:
    assert read_hours("4 à 8 h", longest=False) == 4.0
    assert read_hours("1 - 2 jours", longest=True) == 48.0


def test_traffic_lights_are_levels_where_there_is_nothing_else() -> None:
    assert find_scale("Risque", ["vert", "rouge"]) is Scale.LIGHTS
    assert read_level("rouge", Scale.LIGHTS) == 5
    assert find_scale("Couleur", ["vert", "bleu"]) is None


def test_days_as_other_programs_write_them() -> None:
    assert read_date("20271231") == date(2027, 12, 31)
    assert read_date(46387, serial=True) == date(2026, 12, 31)
    assert read_date(46387) is None


def test_a_header_names_the_unit() -> None:
    assert unit_in("Préavis (mois)") == 730
    assert unit_in("RTO (h)") == 1
    assert unit_in("Interruption maximale") is None


@pytest.mark.parametrize(
    ("header", "cells", "levels"),
    [
        ("Criticité", ["Critique", "Haute", "Moyenne", "Basse"], [5, 4, 3, 2]),
        ("kritisch", ["Ja", "Nee"], [4, 2]),
        ("Schutzbedarf", ["sehr hoch", "normal"], [5, 3]),
        ("criticality", [1, 2, 3, 4], [2, 3, 4, 5]),
        ("criticality", [1, 5], [1, 5]),
        ("Criticité (1-5)", [2, 3], [2, 3]),
        ("impact", [1, 10], [1, 5]),
        ("Tier", [1, 3], [5, 3]),
        ("Criticité", ["P1", "P3"], [5, 3]),
        ("Klasse", ["A", "D"], [5, 2]),
        ("Criticité", ["3 - Haute", "1 - Basse"], [4, 2]),
    ],
)
def test_scales_become_one_to_five(header: str, cells: list[Cell], levels: list[int]) -> None:
    scale = find_scale(header, cells)
    assert scale is not None
    assert [read_level(cell, scale) for cell in cells] == levels


def test_words_that_are_no_levels_make_no_scale() -> None:
    assert find_scale("Impact", ["rouge", "bleu", "vert"]) is None


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("Oui", PersonalData.ORDINARY),
        ("non", PersonalData.NONE),
        ("Aucune", PersonalData.NONE),
        ("Oui, données de santé", PersonalData.SENSITIVE),
        ("gevoelig", PersonalData.SENSITIVE),
        ("à voir", None),
    ],
)
def test_personal_data(text: str, data: PersonalData | None) -> None:
    assert read_personal_data(text) is data


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("C__OBJTYPE__WORKSTATION", AssetKind.INFRASTRUCTURE),
        ("Serveur physique", AssetKind.INFRASTRUCTURE),
        ("Logiciel métier", AssetKind.APPLICATION),
        ("SaaS", AssetKind.CLOUD_SERVICE),
        ("BusinessProcess", AssetKind.PROCESS),
        ("Office automation", None),
        ("Database Admin Tools", None),
    ],
)
def test_a_type_word(text: str, kind: AssetKind | None) -> None:
    assert kind_of_type(text) is kind


def test_hosting_says_whether_a_thing_is_rented() -> None:
    assert [is_online(text) for text in ("SaaS", "On-premise", "chez nous")] == [True, False, None]


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("Belgique", ("BE",)),
        ("Belgique, Pays-Bas", ("BE", "NL")),
        ("Azure (Irlande)", ("IE",)),
        ("FR / DE", ("FR", "DE")),
        ("Union européenne", ("EU",)),
        ("IT - Serveur", None),
        ("chez OVH", None),
    ],
)
def test_countries_within_a_text(text: str, regions: tuple[str, ...] | None) -> None:
    assert find_regions(text) == regions


def test_several_names_stand_in_one_cell() -> None:
    assert split_names("A; B|C\nD / E, F", commas=True) == ("A", "B", "C", "D", "E", "F")
    assert split_names("Group, Limited; B", commas=False) == ("Group, Limited", "B")


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("fin : 31/03/27", date(2027, 3, 31)),
        ("jusqu'au 30/06/2027", date(2027, 6, 30)),
        ("tot en met 31/12/2026", date(2026, 12, 31)),
        ("bis zum 31.12.2026", date(2026, 12, 31)),
        ("lot 12/10/2026", None),
    ],
)
def test_a_day_may_stand_behind_a_word_for_its_end(said: str, day: date | None) -> None:
    assert read_date(said) == day


def test_a_day_counts_whatever_is_said_behind_it() -> None:
    assert read_date("31/05/2027, puis annuel") == date(2027, 5, 31)
    assert read_date("14/02/2027(tacite)") == date(2027, 2, 14)


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("Échéance principale", Meaning.CONTRACT_END),
        ("Looptijd tot", Meaning.CONTRACT_END),
        ("Délai de dénonciation", Meaning.NOTICE),
        ("Vooropzeg", Meaning.NOTICE),
        ("Mensualité", Meaning.MONTHLY_COST),
        ("Totaal per jaar", Meaning.COST),
        ("Max. onderbreking", Meaning.MAX_OUTAGE),
        ("On tient combien de temps sans ?", Meaning.MAX_OUTAGE),
        ("Temps de restauration", Meaning.RECOVERY),
        ("Kernactiviteit", Meaning.PROCESS),
        ("Benodigde middelen", Meaning.DEPENDS_ON),
        ("Interlocuteur commercial", Meaning.PERSON),
        ("N° GSM", Meaning.PERSON),
        ("Code alarme", Meaning.SECRET),
        ("Convention de sous-traitance", Meaning.DPA),
        ("Stockage des données", Meaning.HOSTING),
    ],
)
def test_everyday_headers_are_known(header: str, meaning: Meaning) -> None:
    assert meaning in {reading.meaning for reading in readings(header)}

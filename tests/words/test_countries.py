"""Countries in sentences: each with the article and the preposition that it takes."""

import re

import pytest

from smala_lockin import i18n
from smala_lockin.knowledge.jurisdictions import country_name, jurisdictions
from smala_lockin.words import countries, elision

EVERY = [*jurisdictions(), "EU", "EEA", "XX"]


@pytest.mark.parametrize(
    ("code", "named", "of", "inside"),
    [
        ("US", "les États-Unis", "des États-Unis", "aux États-Unis"),
        ("NL", "les Pays-Bas", "des Pays-Bas", "aux Pays-Bas"),
        ("AE", "les Émirats arabes unis", "des Émirats arabes unis", "aux Émirats arabes unis"),
        ("CN", "la Chine", "de la Chine", "en Chine"),
        ("KR", "la Corée du Sud", "de la Corée du Sud", "en Corée du Sud"),
        ("HU", "la Hongrie", "de la Hongrie", "en Hongrie"),
        ("IN", "l’Inde", "de l’Inde", "en Inde"),
        ("IR", "l’Iran", "de l’Iran", "en Iran"),
        ("ZA", "l’Afrique du Sud", "de l’Afrique du Sud", "en Afrique du Sud"),
        ("JP", "le Japon", "du Japon", "au Japon"),
        ("GB", "le Royaume-Uni", "du Royaume-Uni", "au Royaume-Uni"),
        ("MX", "le Mexique", "du Mexique", "au Mexique"),
        ("YE", "le Yémen", "du Yémen", "au Yémen"),
        ("IL", "Israël", "d’Israël", "en Israël"),
        ("TW", "Taïwan", "de Taïwan", "à Taïwan"),
        ("HK", "Hong Kong", "de Hong Kong", "à Hong Kong"),
        ("OM", "Oman", "d’Oman", "à Oman"),
        ("MT", "Malte", "de Malte", "à Malte"),
        ("IM", "l’Île de Man", "de l’Île de Man", "sur l’Île de Man"),
        ("BB", "la Barbade", "de la Barbade", "à la Barbade"),
        ("EU", "l’Union européenne", "de l’Union européenne", "dans l’Union européenne"),
        ("XX", "XX", "de XX", "à XX"),
    ],
)
def test_a_country_takes_its_article_in_french(code: str, named: str, of: str, inside: str) -> None:
    with i18n.language("fr"):
        assert countries.named(code) == named
        assert countries.of(code) == of
        assert countries.inside(code) == inside


@pytest.mark.parametrize(
    ("code", "named"),
    [
        ("US", "the United States"),
        ("NL", "the Netherlands"),
        ("GB", "the United Kingdom"),
        ("FO", "the Faroe Islands"),
        ("EU", "the European Union"),
        ("CN", "China"),
        ("FM", "Micronesia"),
    ],
)
def test_a_country_takes_its_article_in_english(code: str, named: str) -> None:
    assert countries.named(code) == named
    assert countries.of(code) == f"of {named}"
    assert countries.inside(code) == f"in {named}"


@pytest.mark.parametrize("code", EVERY)
def test_every_country_stands_well_in_a_french_sentence(code: str) -> None:
    name = re.escape(country_name(code, "fr"))
    with i18n.language("fr"):
        named, of, inside = (say(code) for say in (countries.named, countries.of, countries.inside))
    assert re.fullmatch(f"((le|la|les) |l’)?{name}", named)
    assert re.fullmatch(f"(de |d’|de la |de l’|du |des ){name}", of)
    assert re.fullmatch(f"(en |au |aux |à |à la |dans (le |l’)|sur l’){name}", inside)
    for told in (named, of, inside):
        assert not re.search("(le|la|de|du|au) [aeiouâàéèêîôAEIOUÂÀÉÈÊÎÔ]", told)
        assert not re.search("[ld]’[^aeiouâàéèêîôAEIOUÂÀÉÈÊÎÔH]", told.replace("Côte d’Ivoire", ""))
    article = named.removesuffix(country_name(code, "fr")).strip()
    expected = {"les": "des ", "le": "du ", "la": "de la ", "l’": "de l’"}
    assert of.startswith(expected.get(article, ("de ", "d’")))
    assert (article == "les") == inside.startswith("aux ")


def test_several_countries_are_told_one_by_one() -> None:
    with i18n.language("fr"):
        assert countries.of_all(["US", "CN"]) == "des États-Unis et de la Chine"
        assert countries.inside_all(["US", "CN", "IL"]) == "aux États-Unis, en Chine et en Israël"


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("Odoo", "d’Odoo"),
        ("École du bois", "d’École du bois"),
        ("Microsoft", "de Microsoft"),
        ("Homag", "de Homag"),
        ("Yahoo", "de Yahoo"),
        ("hébergement web", "d’hébergement web"),
        ("365", "de 365"),
    ],
)
def test_de_loses_its_vowel_before_a_vowel(name: str, of: str) -> None:
    with i18n.language("fr"):
        assert elision.of(name) == of
    assert elision.of(name) == f"of {name}"

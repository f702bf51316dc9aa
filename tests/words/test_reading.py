"""What the program says of the examples and of random maps, read as a proof-reader would."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from smala_lockin import i18n, paths
from smala_lockin.analysis.report import Report, build_report
from smala_lockin.domain.assets import AssetId
from smala_lockin.formats import project
from smala_lockin.words import findings, headlines, nouns
from smala_lockin.words.why import why
from tests.analysis.days import TODAY
from tests.builders import asset, landscape_of
from tests.words.named_maps import named_map

_RANDOM = ("3", "17", "23", "31", "42", "71", "85", "98")
_EXAMPLES = ("menuiserie", "cabinet", "tolerie", *_RANDOM)
"""The maps that are read: an example's name, or the number of a random one."""
_MOST_WORDS = 30
"""Above so many words, names on the map apart, a sentence loses its reader."""


@cache
def _report(example: str) -> Report:
    if example in _RANDOM:
        return build_report(named_map(int(example)), today=TODAY)
    return build_report(project.load(paths.resource(f"examples/{example}.smala")), today=TODAY)


def _said(report: Report) -> Iterator[str]:
    for story in report.headlines:
        yield headlines.sentence(report, story)
        yield headlines.first_step(report, story)
    for finding in report.findings:
        yield findings.message(report, finding)
        for chapter in why(report, finding):
            yield chapter.title
            yield from (line.text for line in chapter.lines)


@cache
def texts(example: str, language: str) -> tuple[str, ...]:
    with i18n.language(language):
        return tuple(dict.fromkeys(_said(_report(example))))


def _own_words(report: Report, text: str) -> str:
    """Return a text with a neutral word in place of each name on the map."""
    for one in sorted((one.name for one in report.landscape.assets.values()), key=len)[::-1]:
        text = re.sub(rf"(?<!\w){re.escape(one)}(?!\w)", "Xxx", text)
    return text


@pytest.mark.parametrize("example", _EXAMPLES)
@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_no_word_stands_twice_and_no_sign_is_a_typewriters(example: str, language: str) -> None:
    report = _report(example)
    for text in texts(example, language):
        own = _own_words(report, text)
        assert not re.search(r"\b(?!Xxx)([^\W\d]+) \1\b", own, re.IGNORECASE), text
        assert "'" not in own, text
        assert '"' not in own, text
        assert not re.search(r"  | [.,]|,,|\(\)", own), text
        assert not re.search(r"%\(|[{}]|\b(None|nan|inf)\b", own), text
        assert not re.search(r"\d{4}-\d\d-\d\d", own), text
        one = "1 (activités|services|jours|heures|autres|ans|activities|days|hours|years)"
        assert not re.search(rf"(?<![\d,.\u202f\u00a0]){one}\b", own), text


@pytest.mark.parametrize("example", _EXAMPLES)
def test_french_vowels_and_articles_meet_as_they_should(example: str) -> None:
    report = _report(example)
    for text in texts(example, "fr"):
        assert not re.search(r"\b(de|la|que|ne|je) [aeiouâéèêîôû]", text, re.IGNORECASE), text
        assert not re.search(
            r"(?<!-)\b(le|lorsque|jusque) [aeiouâéèêîôû]", _own_words(report, text)
        ), text
        assert not re.search(r"\b(de|à) les?\b(?! [mr]e)", text), text
        assert not re.search(r"[^\s][:;?!»](\s|$)", re.sub(r"\s[:;?!»]", "", text)), text
        assert not re.search(r" [:;?!»]|« ", text), text


@pytest.mark.parametrize("example", _EXAMPLES)
@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_no_sentence_is_too_long_to_be_read_aloud(example: str, language: str) -> None:
    report = _report(example)
    for text in texts(example, language):
        plain = _own_words(report, text).replace("Xxx", "")
        for sentence in re.split(r"(?<=[.?!;:]) ", plain):
            assert len(re.findall(r"[\w’-]+", sentence)) <= _MOST_WORDS, sentence


def test_names_that_look_like_two_are_quoted_in_a_list() -> None:
    known = [asset("a", name="Paie et dues"), asset("b", name="Devis"), asset("c", name="Pose")]
    landscape = landscape_of(assets=known)
    a, b, c = map(AssetId, "abc")
    assert nouns.names(landscape, [a, b]) == "Paie et dues and Devis"
    with i18n.language("fr"):
        quoted = "«\N{NO-BREAK SPACE}Paie et dues\N{NO-BREAK SPACE}»"
        assert nouns.names(landscape, [a]) == "Paie et dues"
        assert nouns.names(landscape, [b, c]) == "Devis et Pose"
        assert nouns.names(landscape, [a, b]).startswith(f"{quoted} et «")
        assert nouns.names(landscape, [b, c, a], most=2) == "Devis, Pose et 1 autre"
    assert nouns.names(landscape_of(assets=[asset("a", name="A, B"), known[1]]), [a, b]) == (
        "“A, B” and “Devis”"
    )

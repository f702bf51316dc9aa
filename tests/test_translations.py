"""Every shipped language has words for every message, and they are compiled."""

import ast
import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Message

from tests import translations

LANGUAGES = translations.shipped_languages()
BOTH = pytest.mark.parametrize("domain", translations.DOMAINS)


@BOTH
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_of_code_and_tables_is_in_the_catalogue(language: str, domain: str) -> None:
    wanted = {(one.context, one.id) for one in translations.extracted(domain) if one.id}
    kept = {(one.context, one.id) for one in translations.read(language, domain) if one.id}
    assert wanted - kept == set()
    assert kept - wanted == set()


@BOTH
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_lacks_words_or_is_doubtful(language: str, domain: str) -> None:
    catalog = translations.read(language, domain)
    poor = [one.id for one in catalog if one.id and (one.fuzzy or not all(_strings(one)))]
    assert poor == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_use_the_same_placeholders(language: str) -> None:
    wrong = [
        one.id
        for one in translations.read(language)
        if one.id
        for string in _strings(one)
        if not _placeholders(string) <= _placeholders(*_ids(one))
    ]
    assert wrong == []


def test_no_message_hides_in_an_f_string_where_it_is_not_extracted() -> None:
    hidden = [
        f"{path.name}: {ast.unparse(call)}"
        for path in (translations.ROOT / "smala_lockin").rglob("*.py")
        for string in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in translations.KEYWORDS
    ]
    assert hidden == []


@BOTH
def test_french_signs_of_two_parts_keep_an_unbreakable_space(domain: str) -> None:
    loose = re.compile(
        "(?<!\N{NO-BREAK SPACE})[;!?»]|(?<!\N{NO-BREAK SPACE}):(?= |$)|«(?!\N{NO-BREAK SPACE})"
    )
    wrong = [
        string
        for one in translations.read("fr", domain)
        if one.id and one.id != "%(heading)s:"  # the space is part of the heading
        for string in _strings(one)
        if loose.search(string)
    ]
    assert wrong == []


@BOTH
def test_french_apostrophes_are_curved(domain: str) -> None:
    straight = [
        string
        for one in translations.read("fr", domain)
        if one.id
        for string in _strings(one)
        if re.search(r"[^\W\d_]'[\w%«]", string)
    ]
    assert straight == []


@BOTH
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_that_of_the_messages(language: str, domain: str) -> None:
    kept = translations.po_path(language, domain).with_suffix(".mo").read_bytes()
    assert kept == translations.compiled(translations.read(language, domain))


def _strings(message: Message) -> Iterator[str]:
    strings = message.string
    yield from strings if isinstance(strings, tuple | list) else [strings or ""]


def _ids(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if isinstance(message.id, tuple | list) else (message.id,)


def _placeholders(*texts: str) -> set[str]:
    return {found for text in texts for found in re.findall(r"%\(\w+\)[sdr]|%[sdr%]", text)}

"""Errors of the floors that know no words, as sentences."""

from smala_lockin.analysis.failure.cut_sets import NotAProcess
from smala_lockin.analysis.failure.events import EventFault, UnknownEvent
from smala_lockin.domain.errors import Fault, InvalidFact, InvalidLandscape, LockinError
from smala_lockin.domain.facts import FACTS, FactRule, Holds
from smala_lockin.domain.setting_tables import InvalidSetting
from smala_lockin.i18n import _, listing, number
from smala_lockin.knowledge.overlay import InvalidOverlay
from smala_lockin.words import setting_errors


def sentence(error: LockinError) -> str:
    """Return what to tell the user about any expected error."""
    match error:
        case InvalidSetting():
            return setting_errors.sentence(error)
        case InvalidOverlay():
            from smala_lockin.words import overlay_errors  # seldom needed, and wide

            return overlay_errors.sentence(error)
        case InvalidFact():
            return _of_fact(error)
        case InvalidLandscape():
            return _of_landscape(error)
        case UnknownEvent():
            return _of_event(error)
        case NotAProcess():
            return _of_process(error)
        case _:
            return error.sentence()


def _of_fact(error: InvalidFact) -> str:
    match error.fault:
        case Fault.MISSING:
            return _("this is missing.")
        case Fault.EMPTY:
            return _("this must not be empty.")
        case _:
            given = _shown(error.value)
            if not given:
                return _("%(expected)s is expected here.") % {"expected": _expected(error.fact)}
            return _("%(expected)s is expected here, not %(given)s.") % {
                "expected": _expected(error.fact),
                "given": given,
            }


def _shown(value: object) -> str:
    if isinstance(value, str):
        return _("“%s”") % (value if len(value) <= 40 else value[:39] + "…")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:g}"
    return ""


def _expected(fact: str) -> str:
    rule = FACTS.get(fact)
    if rule is None:
        return _expected_elsewhere(fact)
    match rule.holds:
        case Holds.TEXT:
            return _("text")
        case Holds.TEXTS:
            return _("a list of texts")
        case Holds.COUNTRY:
            return _("a country code of two letters such as BE")
        case Holds.COUNTRIES:
            return _("a list of country codes of two letters such as BE")
        case Holds.REGIONS:
            return _("a list of country codes such as BE, or EU")
        case Holds.WHOLE:
            return _whole(rule)
        case Holds.AMOUNT:
            return _("a number from %(low)s to %(high)s") % _bounds(rule)
        case Holds.FLAG:
            return _("yes or no")
        case Holds.DATE:
            return _("a date such as 2027-03-31")
        case Holds.CHOICE:
            assert rule.choices is not None
            return _one_of([choice.value for choice in rule.choices])
        case Holds.LEVELS:
            return _("a level from %(low)s to %(high)s for each of %(parts)s") % {
                **_bounds(rule),
                "parts": ", ".join(rule.parts),
            }


def _expected_elsewhere(fact: str) -> str:
    from smala_lockin.domain import kinds

    choices = {"kind": kinds.AssetKind, "role": kinds.Role, "need": kinds.Need}
    if fact in choices:
        return _one_of([choice.value for choice in choices[fact]])
    if fact in ("buffer_hours", "switch_hours"):
        return _("a number of hours, 0 or more")
    if fact == "revenue":
        return _("an amount, 0 or more")
    if fact == "tested_on":
        return _("a date such as 2027-03-31")
    if fact in ("assets", "dependencies", "redundancy_groups"):
        return _("a list of records")
    if fact in ("decisions", "diagnosis", "scenarios", "snapshots"):
        return _("a list of records, or records by name")
    if fact in ("company", "imports", "positions", "risks", "settings", "view"):
        return _("a record")
    if fact in ("version", "needed"):
        return _("a whole number from 1")
    return _("another kind of value")


def _whole(rule: FactRule) -> str:
    return _("a whole number from %(low)s to %(high)s") % _bounds(rule)


def _bounds(rule: FactRule) -> dict[str, str]:
    return {"low": number(rule.low), "high": number(rule.high)}


def _one_of(words: list[str]) -> str:
    return _("one of %s") % listing(words)


def _of_landscape(error: InvalidLandscape) -> str:
    names = {"other": error.other}
    match error.fault:
        case Fault.DUPLICATE_ID:
            return _("“%(other)s” is there twice; an id must be unique.") % names
        case Fault.UNKNOWN_ASSET:
            return _("there is no asset “%(other)s”.") % names
        case Fault.UNKNOWN_GROUP:
            return _("there is no redundancy group “%(other)s”.") % names
        case Fault.SELF_DEPENDENCY:
            return _("“%(other)s” cannot depend on itself.") % names
        case Fault.NOT_A_SUPPLIER:
            return _("“%(other)s” is not a supplier, and this dependency needs one.") % names
        case Fault.CONTROL_IN_GROUP:
            return _("who controls a supplier cannot be part of a redundancy group.")
        case Fault.GROUP_EMPTY:
            return _("the group has no members.")
        case Fault.GROUP_OWNER:
            return (
                _("the members of a group must share one source; “%(other)s” has another.") % names
            )
        case Fault.GROUP_NEED:
            return _("the members of a group must share one need; “%(other)s” has another.") % names
        case Fault.GROUP_TARGET_TWICE:
            return _("the group names “%(other)s” twice.") % names
        case Fault.GROUP_NEEDED:
            return _("a group needs at least 1 and at most all of its %(other)s members.") % names
        case _:
            return _("another kind of value is expected here.")


def _of_event(error: UnknownEvent) -> str:
    names = {"text": error.text, "id": error.id}
    match error.fault:
        case EventFault.UNKNOWN_KIND:
            return (
                _(
                    "“%(text)s” is not an event. Write asset:ID, services:ID, control:ID, "
                    "country:CC, hosting:CC or price:ID:+20%%."
                )
                % names
            )
        case EventFault.UNKNOWN_ASSET:
            return _nothing_so_called(error.id)
        case EventFault.NOT_A_SUPPLIER:
            return _("“%(id)s” is not a supplier; “%(text)s” needs one.") % names
        case EventFault.CONTROLS_NOBODY:
            return _("“%(id)s” controls no other supplier of this map.") % names
        case EventFault.NOT_A_COUNTRY:
            return (
                _(
                    "“%(id)s” is not a country. Write its name, or its code in two capitals, "
                    "such as US."
                )
                % names
            )
        case EventFault.NOT_A_RISE:
            return _("“%(text)s” is not a price rise. Write price:ID:+20%%.") % names


def _of_process(error: NotAProcess) -> str:
    names = {"id": error.id}
    if not error.is_known:
        return _nothing_so_called(error.id)
    return _("“%(id)s” is not an activity. Ask what stops an activity.") % names


def _nothing_so_called(id: str) -> str:
    words = _("There is nothing called “%(id)s” on this map. Write the name as its card has it.")
    return words % {"id": id}

"""Requests to a helpdesk, incidents and rules of a firewall: they look like lists of things."""

from collections.abc import Iterable

from smala_lockin.importing.values.plain import phrases_of, plain_words, words_of

_OPENED = phrases_of(
    "date d ouverture|date ouverture|ouvert le|opened|opened at|opened on|open date|date opened|"
    "opening date|created|created at|created on|created date|date de creation|cree le|geopend op|"
    "openingsdatum|aangemaakt op|aanmaakdatum|geoffnet am|erstellt am|eroffnet|eroffnungsdatum|"
    "submitted|submitted on|reported on|reported date"
)
_ASKED_BY = words_of(
    "demandeur requester caller reporter requestor aanvrager melder anforderer antragsteller "
    "initiator signale"
)
_STATE = words_of("statut status etat state")
_GIVEN_TO = words_of(
    "attribue assigne assigned assignee technicien technician behandelaar toegewezen zugewiesen "
    "bearbeiter resolved resolution ttr resolu resolue oplosdatum gelost"
)


def lists_rules(headers: Iterable[str]) -> bool:
    """Whether rows are rules of a firewall: from where to where something may pass."""
    words = {word for header in headers for word in plain_words(header).split()}
    ends = words & _FROM and words & _TO
    return bool(ends and words & _ACTION and words & _TRAFFIC)


_FROM = words_of("source src bron quelle")
_TO = words_of("destination dest dst doel ziel")
_ACTION = words_of("action actie aktion verdict decision")
_TRAFFIC = words_of("service port ports protocol protocole protokoll poort hits zone")


def lists_incidents(title: str, headers: Iterable[str]) -> bool:
    """Whether rows are what went wrong: on which day, and why or for how long.

    Where the `title` of the list does not speak of incidents, nor one of its headers is that of
    them, the headers have to say both why and for how long.
    """
    texts = {plain_words(header) for header in headers}
    if texts.isdisjoint(_DAY):
        return False
    told = (not texts.isdisjoint(_WHY)) + (not texts.isdisjoint(_HOW_LONG))
    called = not _INCIDENTS.isdisjoint((*plain_words(title).split(), *texts))
    return told == _BOTH or (called and told > 0)


_BOTH = 2
_DAY = phrases_of("date|datum|day|jour|dag|tag|quand|wanneer|when|wann|date heure")
_WHY = phrases_of(
    "cause|causes|cause racine|root cause|oorzaak|oorzaken|ursache|ursachen|cause probable"
)
_HOW_LONG = phrases_of(
    "duree|duration|duur|dauer|downtime|duree de l arret|duree arret|duree panne|uitval"
)
_INCIDENTS = words_of(
    "incident incidents panne pannes outage outages storing storingen incidenten vorfall vorfalle "
    "storung storungen interruption interruptions"
)


def lists_tickets(headers: Iterable[str]) -> bool:
    """Whether rows were opened on a day, asked for by one person and given to another."""
    texts = [plain_words(header) for header in headers]
    if _OPENED.isdisjoint(texts):
        return False
    words = {word for text in texts for word in text.split()}
    return all(not words.isdisjoint(told) for told in (_ASKED_BY, _STATE, _GIVEN_TO))

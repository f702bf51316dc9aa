"""What an import would do, number by number; each number has its lines."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields
from itertools import islice

from smala_lockin.domain.assets import Asset
from smala_lockin.domain.dependencies import Dependency
from smala_lockin.domain.landscape import Landscape
from smala_lockin.i18n import _, ngettext, number, semicolons
from smala_lockin.importing.matching.look_alikes import SAME_BUT_FORM, SAME_COMPANY
from smala_lockin.importing.proposal import Proposal
from smala_lockin.importing.tables.problems import Problem
from smala_lockin.ui.wizard import sheet_topics
from smala_lockin.ui.wizard.offers import Answers, Offer, Offers, Rates
from smala_lockin.ui.wizard.rows import Listing, place_words
from smala_lockin.ui.wizard.topic import Subject, Topic, titled
from smala_lockin.words import enums, facts

_NOTES_SHOWN = 3
_NOT_SHOWN = frozenset({"id", "origin", "extra", "custom"})


def summary(proposal: Proposal, landscape: Landscape) -> str:
    """Return what importing would do, in one sentence of numbers."""
    if proposal.is_empty:
        if not any(proposal.assets.values()):
            return _("There is nothing to import in these files.")
        return _("The files say nothing that the map does not hold already.")
    ignored = sum(len(one.people) + len(one.ignored) for one in proposal.sheets)
    links = _new_links(proposal, landscape)
    counts = [
        (len(proposal.added), ngettext("%(n)s new item", "%(n)s new items", len(proposal.added))),
        (len(proposal.updated), ngettext("%(n)s updated", "%(n)s updated", len(proposal.updated))),
        (links, ngettext("%(n)s link", "%(n)s links", links)),
        (
            proposal.duplicates_merged,
            ngettext("%(n)s row merged", "%(n)s rows merged", proposal.duplicates_merged),
        ),
        (
            len(proposal.problems),
            ngettext("%(n)s problem", "%(n)s problems", len(proposal.problems)),
        ),
        (ignored, ngettext("%(n)s column left out", "%(n)s columns left out", ignored)),
    ]
    return ", ".join(words % {"n": number(count)} for count, words in counts if count)


def topics(proposal: Proposal, landscape: Landscape, answers: Answers) -> list[Topic]:
    """Return the numbers that are not zero: what is new first, what needs a look next."""
    one_file = len({sheet.file for sheet in proposal.sheets}) < 2
    found = [
        _new(proposal, one_file=one_file),
        _changed(proposal, landscape),
        _links(proposal, landscape),
        _problems(proposal, one_file=one_file),
        _currencies(answers.rates, landscape.company.currency),
        *_offered(answers.offers),
        sheet_topics.merged(proposal, one_file=one_file),
        sheet_topics.left_out(proposal, one_file=one_file),
        sheet_topics.columns(proposal, one_file=one_file),
        sheet_topics.sheets(proposal, one_file=one_file),
        sheet_topics.remarks(proposal),
    ]
    return [one for one in found if one.listing.lines]


def _new(proposal: Proposal, *, one_file: bool) -> Topic:
    from smala_lockin.words import nouns  # loads the analysis; the window has it by then

    kinds = Counter(one.kind for one in proposal.added)
    hint = ", ".join(nouns.counted(kind, count) for kind, count in kinds.most_common())

    def texts(one: Asset) -> tuple[str, ...]:
        read = one.origin.get("name")
        if read is None or read.file is None:
            place = _("the catalogue of known suppliers")
        else:
            place = place_words(read.file, read.sheet, read.row or 0, one_file=one_file)
        return " ".join(one.name.split()), enums.kind(one.kind), _facts_of(one), place

    return Topic(
        subject=Subject.NEW,
        title=titled(_("New"), len(proposal.added)),
        listing=Listing(
            headers=(_("Name"), _("Kind"), _("What is known"), _("From")),
            lines=proposal.added,
            texts=texts,
        ),
        hint=hint,
    )


def _facts_of(one: Asset) -> str:
    """The facts of an item, else the first of its notes: the sum of a supplier's payments."""
    known = {
        facts.label(fact): facts.told(fact, getattr(one, fact))
        for fact in one.origin
        if fact not in ("name", "kind", "catalogue_id")
    }
    shown = islice(one.custom.items(), _NOTES_SHOWN)
    notes = {header: facts.kept(text) for header, text in shown}
    said = _("%(fact)s: %(value)s")
    return semicolons(
        said % {"fact": fact, "value": " ".join(value.split())}
        for fact, value in (known or notes).items()
    )


def _changed(proposal: Proposal, landscape: Landscape) -> Topic:
    def texts(after: Asset) -> tuple[str, ...]:
        changes = semicolons(_changes(landscape.assets[after.id], after))
        return after.name, enums.kind(after.kind), changes

    return Topic(
        subject=Subject.CHANGED,
        title=titled(_("Updated"), len(proposal.updated)),
        listing=Listing(
            headers=(_("Name"), _("Kind"), _("What changes")),
            lines=proposal.updated,
            texts=texts,
        ),
        hint=_("What somebody typed on the map is kept; the files do not overwrite it."),
    )


def _changes(before: Asset, after: Asset) -> Iterator[str]:
    changed = _("%(fact)s: %(before)s → %(after)s")
    for one in fields(Asset):
        old, new = getattr(before, one.name), getattr(after, one.name)
        if one.name not in _NOT_SHOWN and old != new:
            yield changed % {
                "fact": facts.label(one.name),
                "before": facts.told(one.name, old) or "–",
                "after": facts.told(one.name, new) or "–",
            }
    for header, text in after.custom.items():
        if before.custom.get(header) != text:
            old = facts.kept(before.custom.get(header, "–"))
            yield changed % {"fact": header, "before": old, "after": facts.kept(text)}


def _links(proposal: Proposal, landscape: Landscape) -> Topic:
    names = {key: one.name for key, one in landscape.assets.items()}
    names |= {one.id: one.name for one in (*proposal.added, *proposal.updated)}
    lines = [one for one in proposal.connected if one.id not in landscape.dependencies]

    def texts(one: Dependency) -> tuple[str, ...]:
        return names[one.source], enums.role(one.role), names[one.target]

    return Topic(
        subject=Subject.LINKS,
        title=titled(_("Links"), len(lines)),
        listing=Listing(
            headers=(_("This"), _("depends so"), _("on this")), lines=lines, texts=texts
        ),
    )


def _new_links(proposal: Proposal, landscape: Landscape) -> int:
    return sum(one.id not in landscape.dependencies for one in proposal.connected)


def _problems(proposal: Proposal, *, one_file: bool) -> Topic:
    lists = {(one.file, one.sheet) for one in proposal.sheets if one.sort is not None}

    def texts(one: Problem) -> tuple[str, ...]:
        place = place_words(one.file, one.sheet, one.row, one_file=one_file)
        return place, one.column, one.value, one.message

    return Topic(
        subject=Subject.PROBLEMS,
        title=titled(_("Problems"), len(proposal.problems)),
        listing=Listing(
            headers=(_("Where"), _("Column"), _("Value"), _("Reason")),
            lines=proposal.problems,
            texts=texts,
            editable=2,
            may_edit=lambda one: bool(one.column) and (one.file, one.sheet) in lists,
        ),
        hint=_(
            "The rest of these rows is imported. Type a better value here, or save the rows, mend "
            "them in Excel and import them."
        ),
    )


def _offered(offers: Offers) -> Iterator[Topic]:
    yield _offer_topic(
        offers,
        Subject.ALIKE,
        _("Look alike"),
        (_("Name"), _("Perhaps the same as"), _("How sure")),
        lambda one: (one.name, one.other, _likely(one.confidence)),
        _("Ticked names become one supplier; the others stay apart."),
    )
    yield _offer_topic(
        offers,
        Subject.KNOWN,
        _("Known suppliers"),
        (_("Name in your files"), _("Supplier in the catalogue"), _("How sure")),
        lambda one: (one.name, one.other, _("sure") if one.is_sure else _("perhaps")),
        _(
            "Ticked names get this supplier, with its country and owners, from the catalogue of "
            "known suppliers."
        ),
    )
    yield _offer_topic(
        offers,
        Subject.MISSING,
        _("Not in your files"),
        (_("Name"), _("What to do with it"), _("Where")),
        lambda one: (one.name, _todo(one), one.where),
        _("Rows refer to these names, and none is about them. What is not ticked is left out."),
    )
    yield _offer_topic(
        offers,
        Subject.SERVICES,
        _("Services invoiced"),
        (_("Service"), _("Line of an invoice"), _("Invoiced by")),
        lambda one: (one.name, one.where, one.by),
        _("Lines of the invoices name these services; the ticked ones are added to the map."),
    )

    yield _offer_topic(
        offers,
        Subject.PAYEES,
        _("Paid suppliers"),
        (_("Name"), _("Paid"), _("What is known")),
        lambda one: (one.name, one.where, one.by),
        _(
            "Ticked suppliers come onto the map. Of a long list those are ticked whose name or "
            "account speaks of technology."
        ),
    )


def _likely(confidence: float) -> str:
    if confidence >= SAME_BUT_FORM:
        return _("almost sure")
    return _("likely") if confidence >= SAME_COMPANY else _("perhaps")


def _currencies(rates: Rates, own: str) -> Topic:
    def texts(currency: str) -> tuple[str, ...]:
        if currency == rates.UNSAID:
            return _("Amounts that name no currency"), rates.amounts_in or own
        rate = rates.rate(currency)
        return currency, "" if rate is None else facts.value(rate)

    return Topic(
        subject=Subject.RATES,
        title=titled(_("Currencies"), len(rates.currencies())),
        listing=Listing(
            headers=(_("Currency"), _("What one unit is worth in %(own)s") % {"own": own}),
            lines=rates.currencies(),
            texts=texts,
            editable=1,
        ),
        hint=_(
            "Type a rate, and these amounts are counted; without one the costs stay unknown. For "
            "amounts that name no currency type which one it is, such as GBP."
        ),
    )


def _todo(one: Offer) -> str:
    if one.other:
        return _("It is “%(name)s”") % {"name": one.other}
    return _("Add it to the map")


def _offer_topic(
    offers: Offers,
    subject: Subject,
    title: str,
    headers: tuple[str, ...],
    texts: Callable[[Offer], tuple[str, ...]],
    hint: str,
) -> Topic:
    lines = offers.of(subject.value)
    return Topic(
        subject=subject,
        title=titled(title, len({one.name for one in lines})),
        listing=Listing(headers=headers, lines=lines, texts=texts, is_ticked=offers.is_taken),
        hint=hint,
    )

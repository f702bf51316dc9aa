"""The sentences of the method, chapter by chapter; the words are ours, sources are named."""

from smala_lockin.analysis.figures.sovereignty_levels import Objective
from smala_lockin.domain.settings import LockInFactor, Settings
from smala_lockin.i18n import _, number
from smala_lockin.words.quantities import period

Texts = tuple[str, ...]


def unknown() -> Texts:
    """Return how what is unknown is read."""
    return (
        _(
            "Everything is computed from the map that you drew or imported: what needs what, and "
            "the facts on the cards. Nothing is looked up elsewhere, and nothing leaves this "
            "computer."
        ),
        _(
            "What nobody entered is unknown; it is never counted as zero, and never as "
            "safe. Where a number needs it, the usual value for things of that kind is "
            "assumed, and marked so. A range shows the number at its best and at its "
            "worst within what is assumed. Where only the worst would be a risk, it is a "
            "question for you, not a risk."
        ),
        _(
            "How often things happen and how badly they hurt is a matter of judgement, "
            "not statistics. The tables below are open, and can be changed for each map "
            "under Map settings."
        ),
    )


def failure() -> Texts:
    """Return what failing means."""
    return (
        _(
            "Something stops when something it vitally needs has stopped. Where several can stand "
            "in for each other, it stops when fewer are left than it needs. This is followed to "
            "the end, also around circles, and is exact."
        ),
        _(
            "It stops once its reserve is used up: a dependency may say for how many "
            "hours one can keep going without. It is too late for an activity when it is "
            "down for longer than it may be."
        ),
        _(
            "Single point of failure: what stops an activity all by itself. Share of activities: "
            "those that stop, weighed by their criticality (1 to 5, unknown counts 3), of all "
            "activities. You can do without it for the shortest time after which an activity would "
            "be too late."
        ),
        _(
            "False redundancy: alternatives that one and the same event takes down "
            "together: a shared supplier, group, country or place. It is reported only "
            "where an activity that stops then would go on if the alternatives held."
        ),
        _(
            "What breaks down comes back after its recovery time. What is lost for good, "
            "or may no longer be supplied to you, is missing until something else has "
            "taken its place."
        ),
    )


def levels(settings: Settings) -> Texts:
    """Return how likelihood, impact and level come about."""
    tested = {"time": period(settings.thresholds.tested_within_days)}
    return (
        _(
            "For what breaks down, every length of outage is looked at: the longer, the "
            "rarer, but the more activities it is too late for. The length with the "
            "highest level is proposed, and named."
        ),
        _(
            "The likelihood comes from the table of how often such things are missing "
            "for so long. It is one higher where the known recovery time is longer, one "
            "lower where it is shorter, one lower where there are several alike units "
            "(two lower from three people on), and one lower where the alternative or "
            "the exit plan was tested within the last %(time)s."
        )
        % tested,
        _(
            "The impact comes from the criticality of the activities it is too late for. "
            "Where the cost of an outage and the yearly revenue are known, the cost "
            "counts too; the higher of the two decides."
        ),
        _(
            "The loss of a supplier is assumed once in 5 to 20 years, more often where "
            "it provides nothing but AI, more rarely where it provides nothing but "
            "infrastructure; a tested exit plan makes it rarer."
        ),
        _(
            "The register and the explanation of a risk also tell the level without precautions: "
            "what the risk would be if nothing could take the place of anything else, and without "
            "exit plans."
        ),
    )


def sovereignty() -> Texts:
    """Return what legal reach and sovereignty levels mean."""
    return (
        _(
            "A country’s law reaches an asset if its supplier, one of the companies "
            "behind that supplier, or its place of hosting is in that country, or if "
            "data flows there. Cables, cards and power carry no law. Investors are named "
            "separately."
        ),
        _(
            "Being cut off by a country is another matter: what would stop if no "
            "supplier that answers to that country’s law could serve you any more. "
            "“Outside the EEA” means outside the European Union, Iceland, Liechtenstein "
            "and Norway."
        ),
        _(
            "Sovereignty levels, 0 to 4, follow the eight objectives of the European Commission’s "
            "Cloud Sovereignty Framework. They are about your own use of a service, and follow "
            "from the facts on the map or from your answers; no supplier “has” a level."
        ),
    )


def level_of(objective: Objective) -> Texts:
    """Return what on the map holds the level of an objective down, and what lifts it."""
    match objective:
        case Objective.STRATEGIC:
            return (
                _("1 if who has the last word over the supplier is outside the EEA"),
                _("4 if inside"),
            )
        case Objective.LEGAL:
            return (
                _("1 if a law from outside the EEA can reach the data, or governs the contract"),
                _("4 if none does"),
            )
        case Objective.DATA_AND_AI:
            return (
                _(
                    "0 to 1 if hosted outside the EEA, even in part; at most 2 for an AI model "
                    "from outside"
                ),
                _("4 if hosted inside, for AI also with open weights or a maker inside"),
            )
        case Objective.OPERATIONAL:
            return (
                _(
                    "1 if the data does not come out in an open form, or only the vendor has "
                    "the skills; at most 3 if few do"
                ),
                _("4 if it does, and many have the skills"),
            )
        case Objective.SUPPLY_CHAIN:
            return (
                _("1 if a country outside the EEA can have it cut off"),
                _("3 if none can"),
            )
        case Objective.TECHNOLOGY:
            return (
                _("2 if closed, 3 if its core is open; at most 1 without an open standard"),
                _("4 if open source"),
            )
        case Objective.SECURITY | Objective.ENVIRONMENT:
            return _("your answers only"), _("your answers only")


def lock_in() -> Texts:
    """Return what the lock-in index and exit dates mean."""
    return (
        _(
            "The lock-in index says how hard it is to leave a service: 0, you could leave "
            "tomorrow; 100, you cannot. It adds up eight factors by the weights below. An unknown "
            "factor may be anything from best to worst in the range, and is assumed for the index "
            "itself. A supplier’s index is the highest of what it provides."
        ),
        _(
            "Leaving by contract: at the next end of the contract whose last day of notice is not "
            "past, and not before something else is ready. For online services the Data Act allows "
            "more: at most two months of notice and 30 days of transition, then 30 days to fetch "
            "the data; charges for the move may cover its cost until 12 January 2027, and none "
            "are allowed after."
        ),
        _(
            "Where they are not known, a notice of 90 days and renewals of 12 months are "
            "assumed, and this is said wherever a date rests on them."
        ),
    )


def reading(factor: LockInFactor) -> Texts:
    """Return where a factor of lock-in begins, where it ends, and what is assumed of it."""
    match factor:
        case LockInFactor.PORTABILITY:
            return _("complete, in an open form"), _("nothing comes out"), _("half")
        case LockInFactor.REPLACEMENT:
            return _("within 5 days"), _("a year or more"), _("usual for its kind")
        case LockInFactor.SUBSTITUTES:
            return (
                _("three or more"),
                _("none"),
                _("those of the catalogue: 1, 0.6 or 0.3 each, by the effort of moving"),
            )
        case LockInFactor.INTEGRATION:
            return (
                _("nothing depends on it, nothing built around it"),
                _("ten vitally depend on it, or heavily customised"),
                _("what depends on it on the map"),
            )
        case LockInFactor.CONTRACT:
            return (
                _("free to leave now, at no cost"),
                _("24 months to go, or a year of notice, or leaving costs a year’s price"),
                _("half"),
            )
        case LockInFactor.OPENNESS:
            return _("open source and open standard"), _("neither"), number(0.8, decimals=1)
        case LockInFactor.SKILLS:
            return _("many know it"), _("only the vendor does"), _("half")
        case LockInFactor.EXIT_PLAN:
            return _("tested"), _("none"), _("none")


def concentration() -> Texts:
    """Return what concentration and the threat level of suppliers mean."""
    return (
        _(
            "Concentration is counted over services, infrastructure and their suppliers, by the "
            "company on top of each group and by country: share of spending, number of services, "
            "share of activities that stop with it. What is unknown is a share of its own."
        ),
        _(
            "The concentration index is the sum of the squared shares in per cent, up to "
            "10,000. Its steps come from European merger control, where they are about "
            "markets; here they merely serve as a scale."
        ),
        _(
            "The threat level of a supplier, after EBIOS Risk Manager, is dependency times access, "
            "divided by maturity times trust, each 1 to 4. The steps are those of the guide’s "
            "example; each company chooses its own."
        ),
    )


def headlines() -> Texts:
    """Return how the headlines, the questions and the resilience figure are chosen."""
    return (
        _(
            "Risks that tell one story are grouped. Ten stories are shown: the worst "
            "first, those with hidden effects before those that everybody sees, and the "
            "first of each sort of story among them."
        ),
        _(
            "The next question is the one whose answer could change most: over all risks, how far "
            "their level would move, weighed by how critical the worst hit activity is."
        ),
        _(
            "Resilience to a sort of event: the share of your activities that keeps "
            "running in the worst such event that is a risk of level medium or above."
        ),
    )


def assumed() -> Texts:
    """Return what assumed values are for."""
    return (
        _(
            "Each fact that you fill in replaces an assumption and narrows the range. The "
            "criticality of an activity is taken as 3, between 1 and 5."
        ),
    )


def sources() -> Texts:
    """Return what is taken from whom."""
    return (
        _(
            "• Steps of the concentration index: European Commission, guidelines on horizontal "
            "mergers (2004/C 31/03)."
        ),
        _(
            "• Sovereignty objectives, levels and weights: European Commission, Cloud Sovereignty "
            "Framework, version 1.2.1 (October 2025), and the calculator of June 2026."
        ),
        _("• Threat level of suppliers: ANSSI, EBIOS Risk Manager, workshop 3."),
        _("• Leaving online services: Data Act, Regulation (EU) 2023/2854, articles 25 and 29."),
        _(
            "• Adequacy of data protection abroad: decisions under the GDPR, article 45; the "
            "catalogue names each with its date."
        ),
        _(
            "• Everything else – tables of likelihood and impact, lock-in factors, assumed values, "
            "thresholds – is the judgement of this program’s makers."
        ),
    )

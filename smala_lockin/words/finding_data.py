"""Findings about data: whose law reaches it, where it is, on what terms, in words."""

from smala_lockin.analysis.rating.findings import Finding
from smala_lockin.analysis.report import Report
from smala_lockin.domain.kinds import PersonalData
from smala_lockin.i18n import _, semicolons
from smala_lockin.knowledge.jurisdiction_rows import Adequacy
from smala_lockin.knowledge.jurisdictions import jurisdiction
from smala_lockin.knowledge.laws import laws_of
from smala_lockin.words import catalogue, countries, elision, nouns

NAMED_LAWS = 3
"""How many laws a sentence lists."""


def exposure(report: Report, finding: Finding) -> str:
    """Return whose law reaches data about people, and where."""
    values = {
        "of_country": countries.of(finding.evidence.country or ""),
        "assets": nouns.names(report.landscape, finding.assets),
    }
    if finding.evidence.by_investor:
        return (
            _("The law %(of_country)s may reach personal data in %(assets)s, through an investor.")
            % values
        )
    return _("The law %(of_country)s can reach personal data in %(assets)s.") % values


def why_exposure(finding: Finding) -> str:
    """Return what the reach of a law means; nothing where it comes through an investor only."""
    if finding.evidence.by_investor:
        return ""
    return _("Its authorities can demand this data from the supplier, wherever it is hosted.")


def way(report: Report, finding: Finding) -> str:
    """Return the way by which a law gets to the data."""
    path = finding.evidence.path
    if len(path) < 2:
        return ""
    return _("The path: %(path)s.") % {
        "path": " → ".join(nouns.name(report.landscape, one) for one in path)
    }


def laws(finding: Finding) -> str:
    """Return the laws behind it."""
    found = [catalogue.law(one) for one in laws_of(finding.evidence.country or "")]
    return _("Laws: %(laws)s.") % {"laws": semicolons(found[:NAMED_LAWS])} if found else ""


def far_hosting(report: Report, finding: Finding) -> str:
    """Return which data about people is kept in a country that the Union does not fully trust."""
    values = {
        "in_country": countries.inside(finding.evidence.country or ""),
        "assets": nouns.names(report.landscape, finding.assets),
    }
    return (
        _("Personal data (%(assets)s) is hosted %(in_country)s, outside the European Union.")
        % values
    )


def transfer(finding: Finding) -> str:
    """Return on what terms data about people may go to the country of a finding."""
    found = jurisdiction(finding.evidence.country or "")
    if found is not None and found.adequacy is Adequacy.PARTIAL:
        return _(
            "Without further guarantees, European law lets it go there only to companies that "
            "its decision on that country covers."
        )
    return _(
        "The European Union has not found the protection of data in that country adequate: "
        "a contract with guarantees is needed."
    )


def no_agreement(report: Report, finding: Finding) -> str:
    """Return who processes data about people without an agreement."""
    it = {"it": nouns.name(report.landscape, finding.assets[0])}
    if finding.evidence.personal_data is PersonalData.SENSITIVE:
        return _("%(it)s processes sensitive personal data without a signed agreement.") % it
    return _("%(it)s processes personal data without a signed agreement.") % it


def why_an_agreement() -> str:
    """Return why an agreement on data matters."""
    return _(
        "The GDPR requires one: without it, you alone answer for what happens to "
        "this data, and nothing obliges the supplier to warn you."
    )


def training(report: Report, finding: Finding) -> str:
    """Return whose maker learns from the company's data."""
    its = {"of_it": elision.of(nouns.name(report.landscape, finding.assets[0]))}
    match finding.evidence.personal_data:
        case PersonalData.SENSITIVE:
            return (
                _("The supplier %(of_it)s trains its AI on the sensitive data you give it.") % its
            )
        case PersonalData.ORDINARY:
            return _("The supplier %(of_it)s trains its AI on the personal data you give it.") % its
        case _:
            return _("The supplier %(of_it)s trains its AI on what you give it.") % its


def why_training() -> str:
    """Return why training matters."""
    return _("What an AI has learnt cannot be taken back, and may surface elsewhere.")


def single_model(report: Report, finding: Finding) -> str:
    """Return which tools rest on one maker of AI, or on one family of models."""
    values = {"tools": nouns.names(report.landscape, finding.assets)}
    if finding.evidence.root is None:
        values["family"] = finding.evidence.family or ""
        return _("%(tools)s rely on one family of AI models (%(family)s).") % values
    values["root"] = nouns.name(report.landscape, finding.evidence.root)
    return _("%(tools)s rely on one AI provider (%(root)s).") % values


def why_single_model() -> str:
    """Return why one AI behind several tools matters."""
    return _("If its prices, its terms or its model change, they all change on the same day.")

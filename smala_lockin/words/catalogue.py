"""What the catalogue says of vendors, in words."""

import re
from functools import cache

from smala_lockin import i18n
from smala_lockin.i18n import _, pgettext, semicolons
from smala_lockin.knowledge.alternative_rows import AlternativeKind, Effort
from smala_lockin.knowledge.jurisdiction_rows import Adequacy
from smala_lockin.knowledge.law_rows import Law, LawKind
from smala_lockin.knowledge.provenance import Confidence
from smala_lockin.knowledge.reference_rows import Framework
from smala_lockin.knowledge.vendors import Deployment, HostingRegion, VendorKind


def category(id: str) -> str:
    """Return what a category is called; an unknown one is its own name."""
    return _categories(i18n.current()).get(id, id)


def vendor_kind(value: VendorKind) -> str:
    """Return whether an entry is a company or something that one sells."""
    match value:
        case VendorKind.COMPANY:
            return pgettext("catalogue", "a company")
        case VendorKind.SERVICE:
            return pgettext("catalogue", "a product or service of a company")


def deployment(value: Deployment) -> str:
    """Return where a product runs."""
    match value:
        case Deployment.SAAS:
            return pgettext("deployment", "rented online")
        case Deployment.SELF_HOSTED:
            return pgettext("deployment", "on servers of one’s own")
        case Deployment.BOTH:
            return pgettext("deployment", "rented online or on one’s own machines")
        case Deployment.ON_PREM:
            return pgettext("deployment", "installed on one’s own machines")
        case Deployment.HARDWARE:
            return pgettext("deployment", "a machine or device")


def hosting(value: HostingRegion) -> str:
    """Return where a hosted product can keep data."""
    match value:
        case HostingRegion.EU:
            return pgettext("hosting", "in the European Economic Area")
        case HostingRegion.US:
            return pgettext("hosting", "in the United States")
        case HostingRegion.BOTH:
            return pgettext("hosting", "mixed; Europe is possible")
        case HostingRegion.OTHER:
            return pgettext("hosting", "elsewhere")


def confidence(value: Confidence) -> str:
    """Return how sure something is."""
    match value:
        case Confidence.HIGH:
            return pgettext("confidence", "sure")
        case Confidence.MEDIUM:
            return pgettext("confidence", "fairly sure")
        case Confidence.LOW:
            return pgettext("confidence", "unsure, to be checked")


def effort(value: Effort) -> str:
    """Return how hard a move is."""
    match value:
        case Effort.LOW:
            return pgettext("effort", "easy move")
        case Effort.MEDIUM:
            return pgettext("effort", "some effort")
        case Effort.HIGH:
            return pgettext("effort", "hard move")


def alternative_kind(value: AlternativeKind) -> str:
    """Return what sort of way out an alternative is."""
    match value:
        case AlternativeKind.EU_SAAS:
            return pgettext("alternative", "rented from a European company")
        case AlternativeKind.SELF_HOSTED_OSS:
            return pgettext("alternative", "open source on one’s own servers")
        case AlternativeKind.MULTI_SOURCE:
            return pgettext("alternative", "second supplier, or part of the way")


def adequacy(value: Adequacy) -> str:
    """Return how far EU law lets personal data go to a country."""
    match value:
        case Adequacy.EEA:
            return pgettext("adequacy", "freely: it is in the EEA")
        case Adequacy.FULL:
            return pgettext("adequacy", "freely: the EU holds it adequate")
        case Adequacy.PARTIAL:
            return pgettext("adequacy", "in part: to some organisations")
        case Adequacy.NONE:
            return pgettext("adequacy", "with safeguards: no decision")


def law_kind(value: LawKind) -> str:
    """Return what a law is about."""
    match value:
        case LawKind.ACCESS:
            return pgettext("law", "access to data")
        case LawKind.EXPORT_CONTROL:
            return pgettext("law", "cutting off a supply")
        case LawKind.LOCALISATION:
            return pgettext("law", "keeping data in the country")
        case LawKind.PROTECTIVE:
            return pgettext("law", "protecting customers")
        case LawKind.OBLIGATION:
            return pgettext("law", "duty of companies")


def framework(value: Framework) -> str:
    """Return what a framework is called in full."""
    match value:
        case Framework.CYFUN:
            return pgettext(
                "framework", "CyberFundamentals 2025 (Centre for Cybersecurity Belgium)"
            )
        case Framework.SOVEREIGNTY:
            return pgettext("framework", "EU Cloud Sovereignty Framework")
        case Framework.DATA_ACT:
            return pgettext("framework", "Data Act, Regulation (EU) 2023/2854")
        case Framework.DORA:
            return pgettext("framework", "DORA, Regulation (EU) 2022/2554")
        case Framework.AI_ACT:
            return pgettext("framework", "AI Act, Regulation (EU) 2024/1689")
        case Framework.NIS2:
            return pgettext("framework", "NIS2, Directive (EU) 2022/2555")
        case Framework.GDPR:
            return pgettext("framework", "GDPR, Regulation (EU) 2016/679")


def law(one: Law) -> str:
    """Return what a law is called."""
    return i18n.of_catalogue(one.name)


def source(text: str) -> str:
    """Return where a row comes from; what the catalogue says is told in the language in force."""
    return semicolons(_source(part) for part in text.split("; "))


PAGES = re.compile(r"public web pages?: (.+?) \(stored cop(?:y|ies)\)")
"""How a source names pages that were read."""
REPOSITORY = re.compile(r"public repo (\S+)(?: \(.+\))?")
"""How a source names a repository that was read."""


def _source(part: str) -> str:
    if found := PAGES.fullmatch(part):
        return _("public page: %(page)s") % {"page": i18n.of_catalogue(found[1])}
    if found := REPOSITORY.fullmatch(part):
        return _("public repository: %(name)s") % {"name": found[1]}
    return i18n.of_catalogue(part)


@cache
def _categories(_language: str) -> dict[str, str]:
    """Return what every category is called in the language in force, which is this one."""
    return {
        "accounting": pgettext("category", "accounting"),
        "ai_assistant": pgettext("category", "AI assistant"),
        "ai_model": pgettext("category", "AI model"),
        "ai_platform": pgettext("category", "AI platform"),
        "automation": pgettext("category", "automation"),
        "banking": pgettext("category", "banking"),
        "bi": pgettext("category", "reporting"),
        "cdn_dns": pgettext("category", "web delivery, domain names"),
        "cms_web": pgettext("category", "web sites"),
        "crm": pgettext("category", "customer relations (CRM)"),
        "database": pgettext("category", "databases"),
        "design": pgettext("category", "design"),
        "devtools": pgettext("category", "software development"),
        "e_invoicing": pgettext("category", "electronic invoicing"),
        "e_signature": pgettext("category", "electronic signature"),
        "ecommerce": pgettext("category", "online shops"),
        "email": pgettext("category", "e-mail"),
        "energy": pgettext("category", "energy"),
        "erp": pgettext("category", "business management (ERP)"),
        "hardware": pgettext("category", "hardware"),
        "holding": pgettext("category", "owners and groups"),
        "iaas": pgettext("category", "cloud infrastructure"),
        "identity": pgettext("category", "sign-in and identity"),
        "industry": pgettext("category", "industry and construction"),
        "it_services": pgettext("category", "IT services"),
        "logistics": pgettext("category", "logistics"),
        "marketing": pgettext("category", "marketing"),
        "messaging": pgettext("category", "chat"),
        "office_suite": pgettext("category", "office suites"),
        "os": pgettext("category", "operating systems"),
        "paas": pgettext("category", "cloud platforms"),
        "payment": pgettext("category", "payment"),
        "payroll_hr": pgettext("category", "payroll and staff"),
        "project": pgettext("category", "project management"),
        "public_service": pgettext("category", "public services"),
        "remote_access": pgettext("category", "remote access"),
        "security": pgettext("category", "security"),
        "storage_backup": pgettext("category", "storage and backup"),
        "support": pgettext("category", "customer support"),
        "telecom": pgettext("category", "telecom"),
        "video": pgettext("category", "video meetings"),
        "virtualization": pgettext("category", "virtual machines"),
    }

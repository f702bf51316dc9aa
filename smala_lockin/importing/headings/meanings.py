"""What a column of a foreign table may mean."""

from enum import StrEnum


class Meaning(StrEnum):
    """What a column says about its row; values are those of `import --json`.

    Where a column fills a fact of the row's asset, its value is the fact's name.
    """

    NAME = "name"
    ID = "id"
    KIND = "kind"
    SUPPLIER = "supplier"
    MAKER = "maker"
    SUBCONTRACTOR = "subcontractor"
    PARENT_COMPANY = "controlled_by"
    DEPENDS_ON = "depends_on"
    RUNS_ON = "runs_on"
    NEEDED_BY = "needed_by"
    USED_BY = "used_by"
    CROSS = "cross"
    ALIAS = "alias"
    REPLACES = "replaces"
    RACI = "raci"
    RESPONSIBLE = "responsible"
    INFORMED = "informed"
    MACHINE = "machine"
    DIRECTION = "direction"
    RECORD_TYPE = "record_type"
    PROCESS = "process"
    SUBJECT = "asset"
    SOURCE = "source"
    TARGET = "target"
    RANK = "rank"

    OWNER = "owner"
    CRITICALITY = "criticality"
    COST = "annual_cost"
    MONTHLY_COST = "monthly_cost"
    UNIT_COST = "unit_cost"
    CURRENCY = "currency"
    BILLED = "billed"
    COUNTRY = "country"
    HOSTING = "hosting_countries"
    LOCATION = "location"
    CONTRACT_END = "contract_end"
    NOTICE = "notice_days"
    RENEWAL = "renewal_months"
    PERSONAL_DATA = "personal_data"
    MAX_OUTAGE = "max_outage_hours"
    RECOVERY = "recovery_hours"
    USERS = "users"
    UNITS = "units"
    LICENCES_BOUGHT = "licences_bought"
    LICENCES_USED = "licences_used"
    DESCRIPTION = "description"
    REGISTRATION = "registration"
    END_OF_SUPPORT = "end_of_support"
    SUBSTITUTES = "substitutes"
    EXIT_PLAN = "exit_plan"
    DPA = "dpa_signed"
    GOVERNING_LAW = "governing_law"
    MODEL = "model_family"
    AI_RISK = "ai_act_risk"
    TRAINING = "trains_on_our_data"
    OPEN_SOURCE = "open_source"
    THREAT_DEPENDENCY = "ecosystem.dependency"
    THREAT_PENETRATION = "ecosystem.penetration"
    THREAT_MATURITY = "ecosystem.maturity"
    THREAT_TRUST = "ecosystem.trust"

    PERSON = "people"
    SECRET = "secret"
    PAYMENT = "payment"
    HARDWARE = "hardware"


MANY = frozenset(
    {
        Meaning.SUPPLIER,
        Meaning.MAKER,
        Meaning.SUBCONTRACTOR,
        Meaning.PARENT_COMPANY,
        Meaning.DEPENDS_ON,
        Meaning.RUNS_ON,
        Meaning.NEEDED_BY,
        Meaning.USED_BY,
        Meaning.CROSS,
        Meaning.ALIAS,
        Meaning.REPLACES,
        Meaning.RACI,
        Meaning.RESPONSIBLE,
        Meaning.INFORMED,
        Meaning.PROCESS,
        Meaning.PERSON,
        Meaning.SECRET,
        Meaning.PAYMENT,
        Meaning.HARDWARE,
        Meaning.LOCATION,
        Meaning.PERSONAL_DATA,
    }
)
"""Meanings that several columns of one table may have."""

NAMES_OTHERS = frozenset(
    {
        Meaning.SUPPLIER,
        Meaning.MAKER,
        Meaning.SUBCONTRACTOR,
        Meaning.PARENT_COMPANY,
        Meaning.DEPENDS_ON,
        Meaning.RUNS_ON,
        Meaning.NEEDED_BY,
        Meaning.USED_BY,
        Meaning.PROCESS,
        Meaning.SUBJECT,
        Meaning.SOURCE,
        Meaning.TARGET,
        Meaning.ALIAS,
        Meaning.REPLACES,
    }
)
"""Meanings whose cells name other things than the row itself."""

THREATS = {
    Meaning.THREAT_DEPENDENCY: "dependency",
    Meaning.THREAT_PENETRATION: "penetration",
    Meaning.THREAT_MATURITY: "maturity",
    Meaning.THREAT_TRUST: "trust",
}
"""The factors of a supplier's threat level that columns hold, as `domain.facts` names them."""

"""What servers, suppliers, departments, sums and remarks are called, wherever a list says so.

Each reader adds to these the words that mean the same beside what it looks for alone.
"""

from smala_lockin.importing.values.plain import phrases_of, words_of

HOSTS = phrases_of(
    "serveur|serveurs|server|servers|nom du serveur|nom serveur|server name|servername|servernaam|"
    "naam server|serverbezeichnung|hostname|host name|host|hosts|nom d hote|hyperviseur|hypervisor|"
    "fqdn"
)
"""Headers of names of servers, in lists of them."""

SUPPLIERS = words_of(
    "fournisseur fournisseurs prestataire prestataires supplier suppliers vendor vendors provider "
    "providers leverancier leveranciers aanbieder dienstverlener lieferant lieferanten anbieter "
    "dienstleister"
)
"""Words of headers, titles and questions that speak of suppliers."""

DEPARTMENTS = phrases_of(
    "service|departement|department|afdeling|dienst|abteilung|equipe|team|direction|directie|"
    "business unit"
)
"""Headers of departments of the company."""

TOTALS = words_of("total totaal totaux sum summe som somme gesamt")
"""Words that say of a column, or of a row, that it adds up others."""

REMARKS = words_of(
    "remarque remarques commentaire commentaires observation observations note notes remark "
    "remarks comment comments opmerking opmerkingen opm toelichting bemerkung bemerkungen "
    "anmerkung anmerkungen"
)
"""Words of headers, and of lines around a list, that say something in passing."""

"""The words by which columns of bills, bank papers, contracts and paper lists are headed."""

from collections.abc import Mapping

from smala_lockin.importing.headings.meanings import Meaning

PAPER_WORDS: Mapping[Meaning, str] = {
    Meaning.NAME: """
        gegenstand, plan tarifaire, formule tarifaire, forfait tarifaire, tariefplan,
        tarifplan, rate plan, price plan, tariff plan, calling plan, acces a donner, ~acces,
        acces a creer, toegang te geven, ~toegangen, zugange, noms de domaine, noms de
        domaines, ~domaines, ~domeinen, ~quoi, ~wat, ~what, ~was, ~fiche, objet et
        description, materiel loue, materiel finance, bien loue, bien finance, gehuurd
        materieel, gehuurd toestel, leased equipment, leased asset, leasingobjekt,
        mietobjekt""",
    Meaning.SUPPLIER: """
        commercant, nom du commercant, ~commerce, marchand, ~enseigne, handelaar, naam
        handelaar, ~winkel, handler, handlername, merchant name, ~debited by, bailleur,
        societe de leasing, organisme de leasing, leasingmaatschappij, leasinggever,
        leasinggeber, lessor, leasing company, maintenu par, maintenance par, maintenance
        assuree par, entretenu par, depanneur, reparateur, qui appeler, ~maintenance,
        ~entretien, ~onderhoud, ~wartung, onderhoud door, onderhouden door, gewartet von,
        wartung durch, maintained by, service partner, compagnie d assurance, verzekeraar,
        verzekeringsmaatschappij, versicherer, insurer, ~courtier, ~makelaar, fournisseur
        pressenti, fournisseur propose, dns chez, heberge chez, mail chez, mails chez,
        gehost bij, dns bij""",
    Meaning.COST: """
        inkopen, aankopen, inkoopbedrag, aankoopbedrag, inkoopvolume, aankoopvolume, omzet,
        ~abonnement, ~abonnement htva, ~forfait, ~abonnementen, chiffre d affaires, ~ca,
        depenses, uitgaven, ausgaben, prime annuelle ttc, jaarpremie, jahrespramie, annual
        premium""",
    Meaning.LICENCES_BOUGHT: """
        ~achetees, ~achetes, ~acquises, ~souscrites, ~gekocht, ~aangekocht, ~gekauft,
        ~erworben, ~bought, ~purchased""",
    Meaning.OWNER: """
        suivi par, dossier suivi par, suivie par, gere en interne par, opgevolgd door,
        dossierbeheerder, betreut von, followed up by""",
    Meaning.DEPENDS_ON: """
        ~pc relie, ~pc associe, ~poste relie, ~ordinateur relie, ~relie a, ~raccorde a,
        ~branche sur, ~aangesloten op, ~angeschlossen an, logiciel fao, logiciel machine,
        logiciel de commande""",
}
"""Written as in `synonyms`."""

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
        mietobjekt, nature du contrat, ~type de prestation, nom de l ia, ia utilisee,
        service rendu, services rendus, prestation rendue, prestations rendues, geleverde
        diensten, service delivered, services delivered, erbrachte leistung, marque modele,
        marque et modele, marque type, merk model, merk type, merk en model, merk en type,
        make model, brand model, fabrikat typ, marke modell, ~toestellen, ~apparaten,
        ~appareils, ~equipements, ~materiels, ~gerate, ~devices, ~engin, ~engins,
        ~voertuigen, ~vehicules, ~quoi exactement, objet finance, objet loue, objet du
        leasing, objet du bail, gefinancierd goed, gefinancierd materieel, geleased goed,
        leased object, leasinggegenstand""",
    Meaning.SUPPLIER: """
        commercant, nom du commercant, ~commerce, marchand, ~enseigne, handelaar, naam
        handelaar, ~winkel, handler, handlername, merchant name, ~debited by, bailleur,
        societe de leasing, organisme de leasing, leasingmaatschappij, leasinggever,
        leasinggeber, lessor, leasing company, maintenu par, maintenance par, maintenance
        assuree par, entretenu par, depanneur, reparateur, qui appeler, maintenance,
        entretien, onderhoud, wartung, onderhoud door, onderhouden door, gewartet von,
        wartung durch, maintained by, service partner, compagnie d assurance, verzekeraar,
        verzekeringsmaatschappij, versicherer, insurer, ~courtier, ~makelaar, fournisseur
        pressenti, fournisseur propose, dns chez, heberge chez, mail chez, mails chez,
        gehost bij, dns bij, ~firme, installateur, contractant, ~operator, onderhoudsfirma,
        sous traitant rgpd, sous traitant eventuel, ~presta, installatiefirma, ~uitvoerder,
        firme de maintenance, loueur, ~verhuurder, ~vermieter, loueur constructeur,
        creancier, creanciers, nom du creancier, schuldeiser, naam schuldeiser, glaubiger,
        name des glaubigers""",
    Meaning.COST: """
        inkopen, aankopen, inkoopbedrag, aankoopbedrag, inkoopvolume, aankoopvolume, omzet,
        ~abonnement, ~abonnement htva, ~forfait, ~abonnementen, chiffre d affaires, ~ca,
        depenses, uitgaven, ausgaben, prime annuelle ttc, jaarpremie, jahrespramie, annual
        premium, total annuel, ~realise, totaal per jaar, bedrag per jaar, cost p a, acv,
        total annual, ~jahrlich, jahresbetrag, ~depense, ~depenses reelles, montant
        habituel, montant usuel, gebruikelijk bedrag""",
    Meaning.LICENCES_BOUGHT: """
        ~achetees, ~achetes, ~acquises, ~souscrites, ~gekocht, ~aangekocht, ~gekauft,
        ~erworben, ~bought, ~purchased, ~lic achetees, ~n licences""",
    Meaning.OWNER: """
        suivi par, dossier suivi par, suivie par, gere en interne par, opgevolgd door,
        dossierbeheerder, betreut von, followed up by, ~porteur, ~trekker""",
    Meaning.DEPENDS_ON: """
        ~pc relie, ~pc associe, ~poste relie, ~ordinateur relie, ~relie a, ~raccorde a,
        ~branche sur, ~aangesloten op, ~angeschlossen an, logiciel fao, logiciel machine,
        logiciel de commande, ~moyens it, systemes it, ~benodigde middelen, ict middelen,
        moyens techniques, ~moyens, ~ressources""",
    Meaning.LICENCES_USED: """
        ~toegewezen, ~zugewiesen, ~genutzt, ~lic utilisees""",
    Meaning.CONTRACT_END: """
        fin periode, fin de periode, fin de periode d engagement, echeance annuelle, echeance
        principale, prochain renouvellement, prochaine reconduction, renouvele jusqu au, looptijd
        tot, volgende verlenging, ~hernieuwing, verlangerungsdatum, nachste verlangerung,
        hoofdvervaldag, date limite de resiliation, licentie tot, licence jusqu au, licence valable
        jusqu au, abonnement tot, license until, licence until, lizenz bis, on est lies jusqu a
        quand, jusqu a quand, lies jusqu au, engages jusqu au, tot wanneer, vast tot, bis wann,
        until when""",
    Meaning.NOTICE: """
        delai de denonciation, ~denonciation, vooropzeg, ~opzegging, ~kundigung, a resilier
        avant mois, vooropzegtermijn, preavis resiliation, delai de resiliation preavis""",
    Meaning.MONTHLY_COST: """
        ~mensuel, mensualite, ~maandelijks, maandkost, huur per maand, maandhuur, ~monthly,
        mrr, ~monatlich, monatsrate, monatsmiete, loyer par mois""",
    Meaning.MAX_OUTAGE: """
        temps d arret admissible, combien de temps sans, on tient combien de temps sans,
        peut on tenir sans, max onderbreking, max onderbrekingsduur, maximale
        onderbrekingsduur, toegelaten stilstand, max ausfall, max ausfalldauer, hoe lang
        zonder, how long can we do without, delai max d interruption, duree max sans,
        ~tenable sans, arret max supportable, arret supportable, max stilstandtijd""",
    Meaning.RECOVERY: """
        delai d intervention garanti, temps de restauration, duree de restauration, temps de
        remise en service, restauratietijd, wiederherstellung""",
    Meaning.PROCESS: """
        tache, ~taches, kernactiviteit, kernactiviteiten, tache critique, ~taak, ~aufgabe""",
    Meaning.HOSTING: """
        stockage des donnees, serveurs situes en, land opslag, opslagland, land van opslag,
        lieu des donnees""",
    Meaning.PERSON: """
        interlocuteur, interlocuteur commercial, interlocuteurs, collaborateur, ~chauffeur,
        ~conducteur, ~detenteur, titulaire de la ligne, titulaire de la carte, numero d
        appel, n d appel, rufnummer, gsm nummer, n gsm, ~affecte a, ~salarie, ~travailleur,
        ~werknemer, ~bestuurder, kaarthouder, karteninhaber, cardholder""",
    Meaning.SECRET: """
        ~n de licence, ~numero de licence, ~licentienummer, rekeningnummer, rekening nr,
        code alarme, codes alarme, combinaison coffre, alarmcode, ~identifiants, codes d
        acces, n carte, numero de carte, kaartnummer, kartennummer, card number""",
    Meaning.DPA: """
        contrat sous traitance rgpd, contrat de sous traitance signe, convention de sous
        traitance, contrat rgpd signe, contrat rgpd""",
    Meaning.END_OF_SUPPORT: """
        ~obsolescence, fin support os, fin de support os""",
    Meaning.USED_BY: """
        services concernes, wie gebruikt het""",
    Meaning.SUBSTITUTES: """
        solution de rechange, ausweichlosung""",
    Meaning.TRAINING: """
        donnees utilisees pour entrainer, training met onze data, entraine ses modeles, sert
        a l entrainement, donnees pour entrainement""",
}
"""Written as in `synonyms`."""

"""The words by which columns of facts are headed, in French, English, Dutch and German."""

from collections.abc import Mapping

from smala_lockin.importing.headings.meanings import Meaning

FACT_WORDS: Mapping[Meaning, str] = {
    Meaning.OWNER: """
        ~key user, ~key users, owner, owned by, owner department, owning department, owner team,
        owning team, owner unit,
        departement proprietaire, ~equipe, managed by, asset owner, application owner, business
        owner, custodian, owner & location, system owner, product owner, responsible, responsible
        person, ~department, ~agency, ~team, ~business unit, service owner, person in charge, it
        owner, responsable, referent, referent fonctionnel, responsable metier, responsable interne,
        qui gere, qui s en occupe, gere par, responsable applicatif, proprietaire, gestionnaire,
        pilote, personne responsable, ~autorite, ~departement, ~service responsable, responsable it,
        referent interne, eigenaar, functioneel beheer, functioneel beheerder, verantwoordelijke,
        beheerder, proceseigenaar, applicatiebeheerder, verantwoordelijk, ~afdeling, contactpersoon
        intern, eigentumer, verantwortlich, verantwortlicher, verantwortliche, zustandig, betreuer,
        ansprechpartner intern, ~abteilung, verantwortliche person, anwendungsverantwortlicher,
        process owner, activity owner, risk owner, information owner, data owner, directorate,
        ~division, contract manager, contract owner, relationship owner, internal owner, business
        contact, service manager, it responsible, fachverantwortlicher, fachverantwortliche,
        fachbereich, verantwortlicher fachbereich, system verantwortlicher, systemverantwortlicher,
        prozessverantwortlicher, prozesseigner, zustandige abteilung, responsable du traitement,
        responsable de l activite, responsable du processus, proprietaire de l actif, proprietaire
        metier, responsable du contrat, gestionnaire du contrat, service gestionnaire, direction,
        ~service demandeur, ~service utilisateur, pilote du processus, qui est responsable,
        interlocuteur interne, en charge, ~departement responsable, contracteigenaar,
        contractbeheerder, compte au nom de, account owner, account op naam van,
        systeemeigenaar, proces eigenaar, verantwoordelijke dienst, wie
        beheert""",
    Meaning.CRITICALITY: """
        crit, krit, criticality, critical vendor, critical supplier, is critical vendor,
        is critical supplier,
        asset value, value of asset, value of the asset, valeur de l actif,
        importance de l actif, activawaarde, ~availability, ~beschikbaarheid, business
        criticality, value criticality, critical, importance, impact, tier, essential, important,
        business critical, is critical, criticality level, criticality or importance assessment,
        priority, business impact, criticite, niveau de criticite, critique, impact metier,
        priorite, niveau d importance, criticite metier, niveau critique, indispensable,
        essentiel, vital, importance metier, kritisch, kritiek, kriticiteit, bedrijfskritisch,
        belang, prioriteit, kritikaliteit, onmisbaar, essentieel, kritikalitat, business
        kritikalitat, schutzbedarf, wichtigkeit, prioritat, kritisch j n, unverzichtbar, critical
        or important, critical or important function, ~risk level, importance level, bia rating,
        impact level, overall impact, ~classification, impact rating, criticality rating,
        criticality score, supplier tier, tiering, ~rating, niveau de criticite 1 4, impact
        global, gravite, niveau d impact, impact en cas d arret, criticite globale, criticite 1
        5, importance pour l activite, niveau de service critique, sensibilite, ~dispo,
        disponibilite, besoin de disponibilite, d i c, ~niveau, hoe kritisch, kriticiteitsniveau,
        impactniveau, belangrijkheid, kritisch ja nee, bedrijfskritisch ja nee, wie kritisch,
        kritisch ja nein, ~schutzbedarf verfugbarkeit, ~verfugbarkeit, geschaftskritisch,
        bedeutung, risikoklasse""",
    Meaning.COST: """
        cost, annual cost, yearly cost, annual expense, annual spend, spend, annual value, amount,
        net amount, billed cost, budget, annual budget, price, cost per year, yearly amount, annual
        fee, annual contract value, ~value, cout, cout annuel, couts, couts annuels, couts annuel,
        contrat cout annuel, montant, montant annuel, budget annuel, depense annuelle, prix, prix
        annuel, prix par an, par an, cout par an, ~valeur, depenses annuelles, cout an, redevance
        annuelle, abonnement annuel, kost, kosten, jaarlijkse kost, jaarlijkse kosten, kostprijs,
        bedrag, jaarbedrag, prijs, jaarlijkse uitgaven, kosten per jaar, kost per jaar, jaarkost,
        jaarkosten, jahrliche kosten, kosten pro jahr, jahreskosten, jahrliche ausgaben, betrag,
        preis, kosten jahr, annual value of contract, annual contract cost, estimated annual value,
        contract value per annum, yearly price, annual subscription, annual licence cost, annual
        license cost, subscription cost, licence cost, license cost, total cost, cost before tax,
        untaxed amount, untaxed amount signed, amount excl vat, amount excl tax, net value, invoice
        amount, invoice total, payment amount, amount paid, transaction amount, total amount, debit
        amount, spend amount, cost in billing currency, pre tax cost, unblended cost, total annual
        expense, total annual expense or estimated cost, subtotal, paid amount, spend last 12
        months, annual spend last year, turnover, purchase turnover, cout annuel htva, montant ht,
        montant htva, montant hors tva, montant paye, montant du paiement, total ht, total htva,
        total ttc, montant total, montant ttc, montant facture, cout annuel ht, budget n, chiffre d
        affaires achats, achats, ca achats, volume d achats, prix annuel ht, cout licence annuel,
        cout de la licence, cout abonnement, prix de l abonnement, redevance, prime annuelle,
        prime, ~total, bedrag excl btw, bedrag incl btw, totaal excl btw, totaalbedrag,
        factuurbedrag, netto bedrag, jaarprijs, jaarlijkse prijs, licentiekost, licentiekosten,
        omzet leverancier, abonnementskost, kost jaar, prijs per jaar, nettobetrag, bruttobetrag,
        rechnungsbetrag, umsatz, betrag netto, gesamtbetrag, jahrespreis, lizenzkosten, jahrliche
        lizenzkosten, kosten p a, kosten netto, combien ca coute, combien, ~coute, ca coute combien,
        cout estime, cout approximatif, how much, hoeveel kost het, wat kost het, was kostet es,
        last 12 months cost, cost last 12 months, last 12 months spend, annual fees, ~loyer,
        loyer annuel, ~fee, leasing, redevance de leasing""",
    Meaning.MONTHLY_COST: """
        monthly cost, cost per month, monthly fee, monthly price, cout mensuel, cout par mois,
        montant mensuel, prix mensuel, cout mois, maandelijkse kost, kosten per maand, maandbedrag,
        maandelijkse kosten, monatliche kosten, kosten pro monat, monatspreis, cost month, price
        month, per month, monthly amount, par mois, cout mensuel htva, abonnement mensuel,
        redevance mensuelle, montant par mois, per maand, prijs per maand, kost per maand, kost
        maand, maandprijs, pro monat, kosten monat, monatliche gebuhr, monatsbeitrag, prix mois,
        prix mois htva, tarif mensuel, loyer mensuel, loyer mois""",
    Meaning.CURRENCY: """
        currency, billing currency, devise, monnaie, munt, valuta, wahrung, currency code, billing
        currency code, transaction currency, curr, ccy, cur, code devise, dev, muntcode,
        munteenheid, wahr, iso currency, currency of the amount""",
    Meaning.COUNTRY: """
        country, entity country, country of establishment, vendor country, supplier country,
        country of origin, headquarters, hq, pays, pays du fournisseur, pays du siege, siege, pays
        d origine, siege social, land, land leverancier, land van vestiging, hoofdzetel,
        vestigingsland, sitz, land des anbieters, sitz des anbieters, hauptsitz, herkunftsland,
        corporate location, country of incorporation, headquarters country, hq country, entity
        location, country code, supplier location, location of entity, registered country, country
        of registration, corporate headquarters, jurisdiction, country of headquarters, legal
        jurisdiction, vendor location, company location, home country, code pays, pays de l
        entreprise, pays du prestataire, pays du sous traitant, siege du fournisseur, pays d
        etablissement, nationalite, localisation du fournisseur, localisation du sous traitant,
        pays du siege social, landcode, land zetel, zetel, land van herkomst, vestigingsplaats
        leverancier, land van de leverancier, landercode, landerkennung, sitzland, land des
        lieferanten, firmensitz, unternehmenssitz""",
    Meaning.HOSTING: """
        hosting, hosting location, hosting country, data location, location of data, hosting type,
        location of the data at rest, data residency, region, region name, storage type, deployment
        type, deployment, ~environment, ~environnement, ~omgeving, ~umgebung, delivery model, cloud
        or on premise, hosted in, data hosted
        in, data stored in, data kept in, donnees hebergees en, data gehost in, cloud on
        premise, on premise cloud, saas on premise, data center location, ~cloud, ~saas,
        hebergement, type d hebergement, type de cloud hebergement, lieu d hebergement, pays d
        hebergement, localisation des donnees, localisation des donnees traitees, mode d
        hebergement, lieu de stockage, deploiement, heberge en, hebergement des donnees, ou sont
        les donnees, donnees hebergees, pays hebergement, localisation des serveurs, heberge ou,
        cloud ou local, gehost, locatie van de data, locatie gegevens, hostinglocatie, datalocatie,
        gehost in, land van hosting, opslaglocatie, cloud of lokaal, installationsart, betrieb,
        betriebsart, bereitstellung, standort der daten, serverstandort, datenstandort, hosting
        standort, speicherort, location of processing, processing location, location of data
        processing, data processing location, processing country, country of processing, data
        storage location, storage location, where is the data, hosted where, hosting model, hosting
        environment, hosting region, resource location, data centre, data center, datacentre,
        server location, country of data storage, cloud region, location of service, service
        location, country of data, data hosting location, location of personal data, place of
        processing, saas or on premise, cloud on prem, data region, localisation du traitement,
        lieu du traitement, lieu de traitement, lieu de traitement des donnees, pays de traitement,
        localisation hebergement, localisation de l hebergement, hebergement cloud local, lieu de
        conservation des donnees, lieu de stockage des donnees, ou sont les serveurs, ou est
        heberge, localisation des donnees hebergees, pays des donnees, cloud ou on premise,
        datacenter, pays de stockage, waar staat de data, waar gehost, waar staan de gegevens,
        verwerkingslocatie, locatie van verwerking, plaats van verwerking, hostinglocatie land,
        opslagplaats gegevens, locatie servers, cloud lokaal, ort der verarbeitung,
        verarbeitungsort, ort der datenverarbeitung, rechenzentrum, hosting ort, wo liegen die
        daten, cloud lokal, land der datenverarbeitung, ort der datenspeicherung, hostingmodell,
        betriebsmodell, install type, installation type, type d installation, heberge chez,
        gehost bij, gehost door, hosted by, hosted with, gehostet bei, gehostet von,
        where hosted, where is it hosted, hosted at, where stored, where is it stored""",
    Meaning.LOCATION: """
        location, site, place, office, building, lieu, emplacement, localisation, batiment, ville,
        locatie, plaats, gebouw, vestiging, standort, ort, raum, abteilung raum, gebaude, address
        location, sites, ~floor, ~campus, locaux, ~adresse, localite, ville site, ~etage, plaats
        locatie, werf, ~filiaal, standort gebaude, niederlassung, werk""",
    Meaning.CONTRACT_END: """
        vervalt, vervalt op, verstrijkt, verstrijkt op, expires on, expire, contract expiry date,
        lauft ab, lauft ab am, end date, contract end, contract end date, expiry date, expiration
        date, renewal date, contract expiry, license expiry, licence expiry, expires, contract
        renewal, end of contract, contract until, echeance, date d echeance, fin de contrat, fin
        contrat, fin du contrat, date de fin, date fin, fin, date d expiration, echeance du
        contrat, date de renouvellement, date de fin de contrat, renouvellement, expiration,
        contrat jusqu au, echeance contrat, einddatum, einddatum contract, verloopt, vervaldatum,
        einde contract, contract tot, verlengingsdatum, verloopt op, ablaufdatum, enddatum,
        vertragsende, laufzeit bis, vertragslaufzeit, gultig bis, vertrag bis, expiry, contract
        expires, contract expiration, end of term, term end, current term end, current end date,
        renewal, next renewal, next renewal date, contract renewal date, subscription end,
        subscription end date, licence end date, license end date, termination date, valid until,
        valid to, end date of the contractual arrangement, maintenance end, maintenance end date,
        fin de licence, fin d abonnement, date de fin du contrat, expire le, date d expiration du
        contrat, valable jusqu au, date fin contrat, date d echeance du contrat, terme, date de
        terme, fin de validite, prochaine echeance, date fin de maintenance, fin de maintenance,
        date de fin de validite, fin du marche, date de fin du marche, einddatum licentie,
        vervaldag contract, contracteinde, geldig tot, loopt tot, contract einddatum, einde
        abonnement, hernieuwingsdatum, vertragsende datum, laufzeitende, ende der laufzeit,
        lizenzende, vertrag endet, ende, gultigkeit bis, lauft bis, ~end, ~einde, contract einde,
        contract loopt tot, loopt af op, abonnement jusqu au, verlengt op, wordt verlengd op,
        renews on, renews at, se renouvelle le, renouvele le, date limite, fin d engagement, fin
        engagement, date fin engagement, engagement jusqu au, fin de bail, fin du leasing, fin
        de leasing, commitment end, end of commitment""",
    Meaning.NOTICE: """
        notice, notice period, notice days, termination notice, preavis, delai de preavis, delai de
        resiliation, opzegtermijn, opzeg, kundigungsfrist, notice period for the contracting
        entity, notice period days, notice period months, notice period in days, termination notice
        period, cancellation period, preavis de resiliation, preavis mois, preavis jours, delai de
        preavis mois, opzegtermijn maanden, opzegtermijn dagen, opzegperiode, kundigungsfrist
        monate, kundigungsfrist in monaten""",
    Meaning.PERSONAL_DATA: """
        personal data, gdpr, pii, contains personal data, personal data processed, donnees
        personnelles, donnees a caractere personnel, rgpd, dcp, donnees perso, persoonsgegevens,
        avg, bevat persoonsgegevens, personenbezogene daten, dsgvo, personenbezogen, personal data
        y n, personal data yes no, processes personal data, gdpr relevant, contains pii, personal
        information, sensitive data, special categories, special category data, donnees rgpd, rgpd
        o n, donnees sensibles, donnees personnelles oui non, traite des donnees personnelles, dcp
        oui non, presence de dcp, donnees a caractere personnel oui non, persoonsgegevens j n,
        verwerkt persoonsgegevens, gevoelige gegevens, bijzondere persoonsgegevens,
        personenbezogene daten ja nein, pbd, besondere kategorien""",
    Meaning.MAX_OUTAGE: """
        delai max d arret, delai d arret max, delai maximum d arret, delai d arret maximal, duree
        max d arret, duree d arret max, temps d arret max, temps d arret maximal, arret maximum,
        arret max tolere, max stilstand, maximale stilstand, max outage, max outage hours,
        maximum outage, maximum tolerable downtime, mtd, mtpd, maximum downtime, tolerable
        downtime, max downtime, duree maximale acceptable de dysfonctionnement, interruption
        maximale, dmia, dima, indisponibilite maximale, arret maximal, interruption maximale
        admissible, delai maximal, duree d interruption maximale, arret max, interruption max,
        indisponibilite max, maximale uitval, maximale onderbreking, max uitval, max uitvaltijd,
        maximale ausfallzeit, max ausfallzeit, tolerierbare ausfallzeit, maximum acceptable
        outage, mao, maximum tolerable period of disruption, mtpd hours, max acceptable downtime,
        acceptable downtime, tolerable outage, max tolerable downtime, delai acceptable, duree d
        interruption acceptable, interruption acceptable, duree max d interruption, delai maximum
        d interruption, duree maximale d interruption admissible, duree maximale d interruption,
        delai maximal d interruption, tolerance d arret, arret tolere, arret tolerable,
        interruption toleree, delai d interruption maximal, maximale uitvalduur, toegelaten
        uitval, aanvaardbare uitval, maximaal toelaatbare uitval, maximal tolerierbare
        ausfallzeit, mta, maximale ausfalldauer, tolerierbare ausfalldauer""",
    Meaning.RECOVERY: """
        rto, recovery time, recovery time objective, recovery hours, time to recover, temps de
        reprise, delai de reprise, temps de retablissement, delai de retablissement, hersteltijd,
        wiederherstellungszeit, wiederanlaufzeit, recovery time objective of the function, rto
        hours, rto h, target recovery time, restore time, recovery target, rto objectif, dmra,
        reprise visee, reprise souhaitee, reprise en, retour vise, hersteldoel, beoogde
        hersteltijd, doelhersteltijd, gewenste hersteltijd,
        duree de reprise, objectif de reprise, delai de remise en service, temps de reprise cible,
        redemarrage, redemarrage estime, temps de redemarrage, delai de redemarrage, duree de
        redemarrage, remise en route, temps de remise en route, herstart, herstarttijd, tijd tot
        herstart, estimated restart, restart time, estimated recovery, wiederanlauf,
        wiederanlaufdauer, neustart, gti, gtr, hersteltijd rto, herstelduur,
        wiederherstellungsdauer, rto stunden""",
    Meaning.USERS: """
        users, number of users, user count, no of users, nb users, seats, utilisateurs, nombre d
        utilisateurs, nb utilisateurs, nbre utilisateurs, nb d utilisateurs, ~postes, nbre d
        utilisateurs, gebruikers, aantal gebruikers, benutzer, anzahl benutzer, anzahl nutzer,
        nutzer, number of seats, seat count, total seats, active users, nombre d utilisateurs
        actifs, nombre de postes, nb de postes, effectif, aantal seats, aantal gebruiker,
        benutzeranzahl, anzahl user, anzahl arbeitsplatze, nutzerzahl, active user count, number
        of active users, users assigned, assigned users, utilisateurs assignes, utilisateurs
        affectes, toegewezen gebruikers""",
    Meaning.UNITS: """
        quantity, qty, units, count, quantite, qte, nombre, nb, nbre, nombre d unites, aantal,
        stuks, hoeveelheid, anzahl, menge, stuck, number of units, nb unites, nombre d appareils,
        nombre de machines, quantite installee, ~instances, nb d equipements, nombre d
        installations, nb d installations, nb installations, installations, number of installations,
        install count, installed on count, aantal installaties, anzahl installationen,
        installationen, device count, number of devices, devices count, nb d appareils, nb
        appareils, nombre de postes installes""",
    Meaning.DESCRIPTION: """
        description, short description, summary, purpose, ~business purpose, descriptif,
        finalite, ~description du service, beschrijving, omschrijving, beschreibung,
        kurzbeschreibung, documentation, ~service description, contract description, ~description
        of service, ~description of services, purpose of processing, nature of services, services
        description, services, finalites, description de l activite, description du traitement,
        finalite du traitement, objet, description courte, ~omschrijving dienstverlening, doel
        van de verwerking, verwerkingsdoel, zweck der verarbeitung, ~leistungsbeschreibung,
        ~remarks about service, ~c est quoi, ~de quoi s agit il, ~a quoi ca correspond,
        ~wat is het, ~wat is dit, ~what is it, ~what is this, ~was ist das""",
    Meaning.REGISTRATION: """
        vat, vat number, vat no, company number, enterprise number, registration number, lei, tva,
        numero de tva, n tva, no tva, num tva, numero tva, n d entreprise, bce, siret, siren,
        numero d entreprise, n entreprise, no entreprise, num entreprise, numero entreprise,
        numero bce, n bce, btw, btw nummer, ondernemingsnummer, kbo, kbo
        nummer, ust id, ust idnr, umsatzsteuer id, handelsregisternummer, registration no, company
        registration number, company reg no, vat id, vat code, tax id, tax number, tax registration
        number, kvk, kvk nummer, btw nr, btw nr klant, vat registration number, identification
        code, lei code, euid, duns, n tva intracommunautaire, tva intracommunautaire, numero d
        identification, numero d entreprise bce, numero de siret, n siret, rcs, numero d
        immatriculation, ondernemingsnr, ust idnr des lieferanten, steuernummer, ust nr, uid, uid
        nummer, handelsregister nr, hr nummer""",
    Meaning.END_OF_SUPPORT: """
        end of support, end of life, eol, eos, support end, support until, fin de support, fin de
        vie, fin du support, einde ondersteuning, einde levensduur, supportende, support ende, end
        of life date, end of warranty support, vendor support end, supported until, end of extended
        support, date de fin de support, fin de support editeur, fin de maintenance editeur, date
        fin de vie, eos date, eol date, support tot, einddatum ondersteuning, ende des supports,
        wartungsende""",
    Meaning.SUBSTITUTES: """
        alternatives, alternative, alternative providers, substitutes, similaire a, alternatives
        possibles, solution alternative, alternatief, alternatif, alternatieven, alternativen,
        alternative suppliers, alternative ict third party service providers, identification of
        alternative ict tpp, fallback supplier, fournisseurs alternatifs, fournisseur alternatif,
        solutions alternatives, remplacable par, alternatieve leverancier, alternatieve
        leveranciers, ersatz, alternative anbieter, alternative lieferanten, successor, successors,
        replaced by, to be replaced by, planned replacement, future system, successeur, successeurs,
        remplace par, sera remplace par, remplacee par, futur outil, future application,
        remplacement prevu, solution de remplacement, opvolger, vervangen door, wordt vervangen
        door, geplande vervanging, nachfolger, ersetzt durch, wird ersetzt durch, geplanter
        ersatz""",
    Meaning.PERSON: """
        ~key user, ~key users, email, e mail, mail, email address, phone, phone number, telephone,
        tel, mobile, first name,
        last name, full name, username, user name, surname, contact person, contact name, contact,
        contact email, contact phone, assigned to, user, login, courriel, adresse mail, prenom, nom
        de famille, utilisateur, usager, gsm, nom du contact, personne de contact, contact
        fournisseur, attribue a, no de telephone, numero de telephone, telefoon, voornaam,
        achternaam, contactpersoon, toegewezen aan, telefoonnummer, gebruiker, mailadres, e
        mailadres, telefon, vorname, nachname, ansprechpartner, kontaktperson, kontakt, zugewiesen
        an, e mail adresse, contact person supplier, supplier contact, vendor contact, contact
        details, account manager, sales contact, sales rep, created by, modified by, updated by,
        last modified by, requester, requested by, approver, approved by, buyer, employee, employee
        name, staff member, assignee, managed by email, owner email, licensed to name, licensed to
        email, checked out to, primary user, primary user display name, primary user name, user
        display name, primary user email, last logged in user, last logged on user, logged in user,
        last user, dernier utilisateur, dernier utilisateur connecte, utilisateur principal,
        utilisateur connecte, hoofdgebruiker, laatste gebruiker, hauptbenutzer, letzter benutzer,
        primary contact, personne de contact fournisseur, contacts, nom et prenom, nom prenom, cree
        par, modifie par, demandeur, acheteur, coordonnees, contact commercial, contact technique,
        contact chez le fournisseur, mail du contact, tel contact, e mail contact, dpo, delegue a la
        protection des donnees, technicien, technicien en charge du materiel, utilisateur
        alternatif, contact leverancier, aangemaakt door, medewerker, contactgegevens, aanvrager,
        contact bij leverancier, erstellt von, mitarbeiter, kontakt lieferant, benutzer name,
        sachbearbeiter, nom complet du contact""",
    Meaning.PAYMENT: """
        ~date, ~datum, date paid, payment date, transaction number, transaction no, invoice number,
        invoice no, invoice date, paid date, charge period start, charge period end, billing period
        start, billing period end, posting date, voucher number, payment reference, document
        number, date de paiement, numero de facture, n de facture, date facture, date de facture,
        no facture, n facture, date de la facture, date comptable, numero de piece, factuurdatum,
        factuurnummer, betaaldatum, betalingsdatum, boekingsdatum, rechnungsdatum, rechnungsnummer,
        buchungsdatum, zahlungsdatum, belegnummer, transaction date, value date, invoice ref,
        invoice reference, invoice bill date, bill date, entry date, accounting date, ledger,
        journal, ~journal entry, payment no, payment number, cheque number, purchase date of
        invoice, document date, doc date, usage date, usage start date, usage end date, usage
        start, usage end, billing period, invoice id, due date, payment status, effective date of
        payment, gl date, clearing date, period, ~month, billing period start date, billing period
        end date, ~record id, charge date, expense date, purchase invoice date, date of payment,
        date of transaction, payment due date, transaction reference, ~voucher, ~posting text,
        communication, statement number, account entry, date piece, date de piece, date doc, date
        document, date du document, date valeur, date de valeur, date de comptabilisation, date d
        operation, date operation, date ecriture, date d ecriture, piece, n piece, no piece, num
        piece, numero de document, n document, code journal, ~periode, ~mois, libelle ecriture,
        numero d extrait, numero de transaction, echeance facture, date echeance, date d echeance
        de la facture, date d execution, date de transaction, numero de l operation, n mouvement,
        numero de mouvement, date mouvement, ~communications, numero de mandat, date de
        mandatement, date mandat, exercice, lettrage, datum document, documentdatum, boekdatum,
        valutadatum, transactiedatum, factuur nr, factuurnr, dagboek, stuknummer, boekstuk,
        boekstuknummer, vervaldatum factuur, periode boeking, afschriftnummer, volgnummer
        transactie, rekeningafschrift, mededeling, uitvoeringsdatum, verrichtingsdatum,
        buchungstag, valuta datum, wertstellung, belegdatum, beleg nr, belegnr, rechnungs nr,
        rechnungsnr, buchungstext, verwendungszweck, fallig am, falligkeitsdatum, faelligkeit,
        buchungsperiode, check number, check date, check no, cheque date, warrant number, warrant
        date, invoice description""",
    Meaning.HARDWARE: """
        serial, serial number, serial no, model number, model, model name, mac address, ip address,
        numero de serie, n de serie, no de serie, modele, adresse ip, adresse mac, serienummer, ip
        adres, seriennummer, modell, modellbezeichnung, ip adresse, ram, cpu, disk, disk space,
        hard disk, os version, operating system version, mac, ip, fqdn, dns name, warranty,
        warranty expiration, warranty end date, warranty months, fin de garantie, garantie, n
        serie, num serie, systeme d exploitation, processeur, memoire, adresse mac reseau, garantie
        jusqu au, garantie tot, besturingssysteem versie, garantie bis, arbeitsspeicher, prozessor,
        inbetriebnahme, baujahr, bouwjaar, annee de construction, annee de fabrication, year of
        manufacture, year built, steuerung, commande numerique, besturing, netzanbindung""",
    Meaning.EXIT_PLAN: """
        exit plan, existence of an exit plan, exit strategy, exit plan in place, plan de sortie,
        strategie de sortie, plan de reversibilite, reversibilite, clause de reversibilite,
        exitplan, exitstrategie, exit plan aanwezig, exit strategie, ausstiegsplan,
        ausstiegsstrategie""",
    Meaning.DPA: """
        dpa, dpa signed, dpa status, status dpa, statut dpa, avv status, status avv, status
        verwerkersovereenkomst, data processing agreement, dpa in place, contrat de sous traitance,
        contrat art 28, contrat article 28, clause rgpd, dpa signe, accord de traitement, contrat
        de traitement des donnees, verwerkersovereenkomst, verwerkersovereenkomst getekend,
        verwerkersovereenkomst aanwezig, avv, av vertrag, auftragsverarbeitungsvertrag, avv
        abgeschlossen, avv abgeschlossen am, ~dpa date, dpa signed on, ~date du dpa, dpa signe le,
        ~verwerkersovereenkomst datum, ~avv datum""",
    Meaning.GOVERNING_LAW: """
        governing law, applicable law, law of the contract, contract law, droit applicable, loi
        applicable, toepasselijk recht, anwendbares recht""",
}
"""Written as in `synonyms`."""

"""The words by which columns are headed, in French, English, Dutch and German.

Written as `plain_words` leaves them: lower case, no accents, no punctuation. A `~` marks a word
that means this only where nothing better is found.
"""

from collections.abc import Mapping

from smala_lockin.importing.meanings import Meaning

_WORDS: Mapping[Meaning, str] = {
    Meaning.NAME: """
        name, asset name, item name, application name, app name, software name, standard name,
        service name, solution, solutions, solution name, product, product name, ~software, app,
        application, applications, business application, it system, title, contract title,
        use case, use case name, tool, tools, tool name, system, system name, asset,
        asset description, ci name, configuration item, server name, device name, hostname,
        ~service, ~item, ~element, ~equipment, ~device, ~contract, ~subscription, ~component,
        cloud service, it service, ict service, service provided, services provided,
        nom, logiciel, logiciels, nom du service numerique, nom du service, nom de l element,
        nom de l application, nom du logiciel, nom de l actif, nom de l equipement, nom du serveur,
        nom de l asset, libelle, designation, denomination, intitule, titre, produit, produits,
        actif, actif informatique, outil, outils, outil informatique, programme, systeme,
        ~equipement, ~materiel, ~appareil, ~prestation, ~contrat, ~abonnement, ~bien, ~objet,
        service numerique, ~licence, nom de la ressource, ressource, prestation fournie,
        services fournis, service fourni, service ou produit, nature de la prestation,
        naam, applicatie, applicaties, naam applicatie, applicatienaam, itemnaam, softwarenaam,
        programma, ~toestel, ~dienst, ~systeem, naam toestel, softwarepakket, pakket, toepassing,
        omschrijving dienst, geleverde dienst, ~middel, middel, tooling, naam systeem,
        bezeichnung, objektname, objekt name, objekt, anwendung, anwendungen, anwendungsname,
        artikelname, fachanwendung, softwareprodukt, programm, ~gerat, ~leistung, geratename,
        produktname, produkt, ~dienstleistung, it anwendung, werkzeug, ~verfahren""",
    Meaning.ID: """
        id, ref id, ref, reference, asset tag, asset no, asset number, asset id, sys id,
        use case id, inventory number, identifier, ~code, ~number, ~no, ~nr, contract reference,
        application id, item id, ci id, unique id,
        numero d inventaire, n d inventaire, no d inventaire, identifiant, ~numero, ~n,
        code application, reference interne, code actif,
        assetnummer, inventarisnummer, referentie, ~nummer, volgnummer,
        asset nummer, inventarnummer, inventar nr, referenz id, referenz, kennung, objekt id""",
    Meaning.KIND: """
        type, category, asset type, asset category, sys class name, class, object type, ci type,
        kind, item type, resource type, service type, ~techniques, ~subcategory, asset class,
        type d actif, categorie, famille, ~secteur, ~composant, nature, type de ressource,
        type d application, sous classe de ci, type de service, type d equipement, type 1,
        soort, subklasse ci, type applicatie, soort middel,
        objekttyp, objekt typ, typ, kategorie, art, klasse, anlagentyp""",
    Meaning.SUPPLIER: """
        supplier, suppliers, supplier name, vendor, vendors, vendor name, provider, providers,
        provider name, publisher, publisher name, sub processor, subprocessor, sub processors,
        third party, third party name, supplier beneficiary name, approved supplier name,
        approved supplier beneficiary name, beneficiary name, supplier text, supplier company,
        invoice issuer name, provider entity, vendor supplier, supplier vendor, service provider,
        ict provider, software vendor, ~editor, hosting provider, contractor, ~partner, ~company,
        ict third party service provider, ~entity name, name of the supplier,
        fournisseur, fournisseurs, nom du fournisseur, nom fournisseur, editeur, editeurs,
        nom de l editeur, prestataire, prestataires, nom du prestataire, sous traitant,
        sous traitants, exploitant, hebergeur, integrateur, ~partenaire, ~societe, fournisseur it,
        fournisseur informatique, ~mainteneur, ~exploitation, raison sociale, ~tiers,
        ~entreprise, operateur, qui fournit, fourni par,
        leverancier, leveranciers, naam leverancier, leveranciersnaam, onderaannemer, aanbieder,
        dienstverlener, verwerker, subverwerker, uitgever, ~firma, ~bedrijf, ~partij,
        softwareleverancier, hostingpartij,
        lieferant, lieferanten, lieferantenname, anbieter, dienstleister, name des lieferanten,
        auftragsverarbeiter, softwareanbieter, vertragspartner, ~unternehmen, betreiber,
        name des anbieters, kreditor""",
    Meaning.MAKER: """
        manufacturer, maker, brand, fabricant, constructeur, marque, fabrikant, merk, producent,
        hersteller, marke""",
    Meaning.PARENT_COMPANY: """
        parent entity, parent company, ultimate parent, parent undertaking, controlled by,
        owner company, group, shareholder, holding, mother company,
        maison mere, societe mere, groupe, appartient a, actionnaire, groupe d appartenance,
        moederbedrijf, moedermaatschappij, moedervennootschap, groep,
        muttergesellschaft, mutterkonzern, konzern""",
    Meaning.DEPENDS_ON: """
        dependency, dependencies, depends on, depends upon, requires, required, parent,
        parent assets, parent asset, related applications, prerequisite, prerequisites, needs,
        ~connected to, ~interfaces, ~uses, ~related to, upstream,
        dependance, dependances, depend de, logicielparent, logiciel parent, applications liees,
        application liee, prerequis, necessite, besoin de, ~interfaces avec, ~lie a, ~connecte a,
        ~utilise, dependances techniques, applications utilisees, outils utilises,
        used applications, applications used, tools used, logiciels utilises, gebruikte applicaties,
        genutzte anwendungen, verwendete software, s appuie sur, repose sur,
        afhankelijkheid, afhankelijkheden, hangt af van, afhankelijk van, bovenliggende middelen,
        vereist, heeft nodig, ~koppelingen, ~gekoppeld aan,
        abhangigkeit, abhangigkeiten, abhangig von, ubergeordnete assets, ap zuweisung,
        benotigt, anwendungslosungen, hangt ab von, ~schnittstellen, ~zuweisung""",
    Meaning.RUNS_ON: """
        runs on, hosted on, installed on, running on, host, ~server, ~servers, host server,
        ~platform,
        heberge sur, installe sur, tourne sur, ~serveur, ~serveurs, serveurs logiques, ~machine,
        serveur d hebergement, ~hote, infrastructure utilisee,
        draait op, geinstalleerd op, gehost op,
        lauft auf, installiert auf, gehostet auf""",
    Meaning.NEEDED_BY: """
        needed by, required by, is a dependency of, dependents, dependent applications,
        est une dependance de, requis par, utilise par l application, necessaire a,
        nodig voor applicatie, benotigt von""",
    Meaning.DIRECTION: "dependency direction, direction, sens, richting, richtung",
    Meaning.RECORD_TYPE: "record type, record type 1",
    Meaning.PROCESS: """
        business service, process, processes, business process, business processes, activity,
        activities, supported process, supported processes, used for, function name,
        business function, business functions, business activity, supports, business capability,
        processus, processus metier, processus soutenus, processus supporte, activite, activites,
        activite soutenue, activites soutenues, utilise pour, utilisee pour, sert a, ~utilisation,
        ~usage, ~fonction, ~metier, fonction metier, activite metier, processus concernes,
        a quoi ca sert, a quoi sert, ~but, ~objectif,
        processus concerne, activites concernees, utilite, sert pour, utilise e pour,
        bedrijfsproces, bedrijfsprocessen, proces, processen, gebruikt voor, activiteit,
        activiteiten, ~domein, ~functie, ~gebruik, ondersteund proces, ondersteunt,
        geschaftsprozess, geschaftsprozesse, business prozess, prozess, prozesse, verwendet fur,
        genutzt fur, ~einsatzzweck, ~verwendung, ~zweck, unterstutzter prozess, tatigkeit""",
    Meaning.SUBJECT: "~linked asset, ~asset concerned, application concernee, actif concerne",
    Meaning.SOURCE: """
        source, source id, source name, consumer, dependent asset, ~from, ~van, ~von, ~de, quelle,
        bron id""",
    Meaning.TARGET: "target, target id, ~to, cible, doel, ziel, ~vers, ~naar, ~nach, target name",
    Meaning.OWNER: """
        owner, owned by, managed by, asset owner, application owner, business owner, custodian,
        owner & location, system owner, product owner, responsible, responsible person,
        ~department, ~agency, ~team, ~business unit, service owner, person in charge, it owner,
        responsable, referent, referent fonctionnel, responsable metier, responsable interne,
        qui gere, qui s en occupe, gere par,
        responsable applicatif, proprietaire, gestionnaire, pilote, personne responsable,
        ~autorite, ~departement, ~service responsable, responsable it, referent interne,
        eigenaar, functioneel beheer, functioneel beheerder, verantwoordelijke, beheerder,
        proceseigenaar, applicatiebeheerder, verantwoordelijk, ~afdeling, contactpersoon intern,
        eigentumer, verantwortlich, verantwortlicher, verantwortliche, zustandig, betreuer,
        ansprechpartner intern, ~abteilung, verantwortliche person, anwendungsverantwortlicher""",
    Meaning.CRITICALITY: """
        criticality, business criticality, value criticality, critical, importance, impact, tier,
        essential, important, business critical, is critical,
        criticality level, criticality or importance assessment, priority, business impact,
        criticite, niveau de criticite, critique, impact metier, priorite, niveau d importance,
        criticite metier, niveau critique, indispensable, essentiel, vital, importance metier,
        kritisch, kritiek, kriticiteit, bedrijfskritisch, belang, prioriteit, kritikaliteit,
        onmisbaar, essentieel,
        kritikalitat, business kritikalitat, schutzbedarf, wichtigkeit, prioritat, kritisch j n,
        unverzichtbar""",
    Meaning.COST: """
        cost, annual cost, yearly cost, annual expense, annual spend, spend, annual value, amount,
        net amount, billed cost, budget, annual budget, price, cost per year, yearly amount,
        annual fee, annual contract value, ~value,
        cout, cout annuel, couts, montant, montant annuel, budget annuel, depense annuelle, prix,
        prix annuel, prix par an, par an, cout par an, ~valeur, depenses annuelles, cout an,
        redevance annuelle, abonnement annuel,
        kost, kosten, jaarlijkse kost, jaarlijkse kosten, kostprijs, bedrag, jaarbedrag, prijs,
        jaarlijkse uitgaven, kosten per jaar, kost per jaar, jaarkost, jaarkosten,
        jahrliche kosten, kosten pro jahr, jahreskosten, jahrliche ausgaben, betrag, preis,
        kosten jahr""",
    Meaning.MONTHLY_COST: """
        monthly cost, cost per month, monthly fee, monthly price, cout mensuel, cout par mois,
        montant mensuel, prix mensuel, cout mois, maandelijkse kost, kosten per maand, maandbedrag,
        maandelijkse kosten, monatliche kosten, kosten pro monat, monatspreis""",
    Meaning.CURRENCY: "currency, billing currency, devise, monnaie, munt, valuta, wahrung",
    Meaning.COUNTRY: """
        country, entity country, country of establishment, vendor country,
        supplier country, country of origin, headquarters, hq,
        pays, pays du fournisseur, pays du siege, siege, pays d origine, siege social,
        land, land leverancier, land van vestiging, hoofdzetel, vestigingsland,
        sitz, land des anbieters, sitz des anbieters, hauptsitz, herkunftsland""",
    Meaning.HOSTING: """
        hosting, hosting location, hosting country, data location, location of data, hosting type,
        location of the data at rest, data residency, region, region name, storage type,
        deployment type, deployment, ~environment, delivery model, cloud or on premise, hosted in,
        cloud on premise, on premise cloud, saas on premise, data center location, ~cloud, ~saas,
        hebergement, type d hebergement, type de cloud hebergement, lieu d hebergement,
        pays d hebergement, localisation des donnees, localisation des donnees traitees,
        mode d hebergement, lieu de stockage, deploiement, heberge en, hebergement des donnees,
        ou sont les donnees, donnees hebergees,
        pays hebergement, localisation des serveurs, heberge ou, cloud ou local,
        gehost, locatie van de data, locatie gegevens, hostinglocatie, datalocatie, gehost in,
        land van hosting, opslaglocatie, cloud of lokaal,
        installationsart, betrieb, betriebsart, bereitstellung, standort der daten, serverstandort,
        datenstandort, hosting standort, speicherort""",
    Meaning.LOCATION: """
        location, site, place, office, building, lieu, emplacement, localisation, batiment, ville,
        locatie, plaats, gebouw, vestiging, standort, ort, raum, abteilung raum, gebaude""",
    Meaning.CONTRACT_END: """
        end date, contract end, contract end date, expiry date, expiration date, renewal date,
        contract expiry, license expiry, licence expiry, expires, contract renewal, end of contract,
        contract until,
        echeance, date d echeance, fin de contrat, fin du contrat, date de fin, date fin, fin,
        date d expiration, echeance du contrat, date de renouvellement, date de fin de contrat,
        renouvellement, expiration, contrat jusqu au, echeance contrat,
        einddatum, einddatum contract, verloopt, vervaldatum, einde contract, contract tot,
        verlengingsdatum, verloopt op,
        ablaufdatum, enddatum, vertragsende, laufzeit bis, vertragslaufzeit, gultig bis,
        vertrag bis""",
    Meaning.NOTICE: """
        notice, notice period, notice days, termination notice, preavis, delai de preavis,
        delai de resiliation, opzegtermijn, opzeg, kundigungsfrist""",
    Meaning.PERSONAL_DATA: """
        personal data, gdpr, pii, contains personal data, personal data processed,
        donnees personnelles, donnees a caractere personnel, rgpd, dcp, donnees perso,
        persoonsgegevens, avg, bevat persoonsgegevens,
        personenbezogene daten, dsgvo, personenbezogen""",
    Meaning.MAX_OUTAGE: """
        max outage, max outage hours, maximum outage, maximum tolerable downtime, mtd, mtpd,
        maximum downtime, tolerable downtime, max downtime,
        duree maximale acceptable de dysfonctionnement, interruption maximale, dmia, dima,
        indisponibilite maximale, arret maximal, interruption maximale admissible, delai maximal,
        duree d interruption maximale, arret max, interruption max, indisponibilite max,
        maximale uitval, maximale onderbreking, max uitval, max uitvaltijd,
        maximale ausfallzeit, max ausfallzeit, tolerierbare ausfallzeit""",
    Meaning.RECOVERY: """
        rto, recovery time, recovery time objective, recovery hours, time to recover,
        temps de reprise, delai de reprise, temps de retablissement, delai de retablissement,
        hersteltijd, wiederherstellungszeit, wiederanlaufzeit""",
    Meaning.USERS: """
        users, number of users, user count, no of users, nb users, seats, ~licences, ~licenses,
        utilisateurs, nombre d utilisateurs, nb utilisateurs, nbre utilisateurs, nb d utilisateurs,
        ~postes, nombre de licences, nb licences, nbre d utilisateurs,
        gebruikers, aantal gebruikers, aantal licenties,
        benutzer, anzahl benutzer, anzahl nutzer, nutzer, anzahl lizenzen""",
    Meaning.UNITS: """
        quantity, qty, units, count, quantite, qte, nombre, nb, nbre, nombre d unites,
        aantal, stuks, hoeveelheid, anzahl, menge, stuck""",
    Meaning.DESCRIPTION: """
        description, short description, summary, purpose, descriptif, finalite,
        description du service, beschrijving, omschrijving, beschreibung, kurzbeschreibung,
        documentation""",
    Meaning.REGISTRATION: """
        vat, vat number, vat no, company number, enterprise number, registration number, lei,
        tva, numero de tva, n tva, no tva, num tva, numero tva, n d entreprise, bce, siret, siren,
        numero d entreprise, numero bce, n bce, btw, btw nummer,
        ondernemingsnummer, kbo, kbo nummer,
        ust id, ust idnr, umsatzsteuer id, handelsregisternummer""",
    Meaning.END_OF_SUPPORT: """
        end of support, end of life, eol, eos, support end, support until, fin de support,
        fin de vie, fin du support, einde ondersteuning, einde levensduur, supportende,
        support ende, end of life date""",
    Meaning.SUBSTITUTES: """
        alternatives, alternative, alternative providers, substitutes, similaire a,
        alternatives possibles, solution alternative, alternatieven, alternativen""",
    Meaning.PERSON: """
        email, e mail, mail, email address, phone, phone number, telephone, tel, mobile, first name,
        last name, full name, username, user name, surname, contact person, contact name, contact,
        contact email, contact phone, assigned to, user, login,
        courriel, adresse mail, prenom, nom de famille, utilisateur, usager, gsm, nom du contact,
        personne de contact, contact fournisseur, attribue a, no de telephone, numero de telephone,
        telefoon, voornaam, achternaam, contactpersoon, toegewezen aan, telefoonnummer, gebruiker,
        mailadres, e mailadres,
        telefon, vorname, nachname, ansprechpartner, kontaktperson, kontakt, zugewiesen an,
        e mail adresse""",
    Meaning.PAYMENT: """
        ~date, ~datum, date paid, payment date, transaction number, transaction no,
        invoice number, invoice no, invoice date, paid date, charge period start, charge period end,
        billing period start,
        billing period end, posting date, voucher number, payment reference, document number,
        date de paiement, numero de facture, n de facture, date facture, date de facture,
        no facture, n facture, date de la facture, date comptable, numero de piece,
        factuurdatum, factuurnummer, betaaldatum, betalingsdatum, boekingsdatum,
        rechnungsdatum, rechnungsnummer, buchungsdatum, zahlungsdatum, belegnummer""",
    Meaning.HARDWARE: """
        serial, serial number, serial no, model number, model, model name, mac address, ip address,
        numero de serie, n de serie, no de serie, modele, adresse ip, adresse mac,
        serienummer, ip adres, seriennummer, modell, modellbezeichnung, ip adresse""",
}

WEAK_CONFIDENCE = 0.7


def _by_phrase() -> dict[str, tuple[tuple[Meaning, float], ...]]:
    found: dict[str, list[tuple[Meaning, float]]] = {}
    for meaning, words in _WORDS.items():
        for entry in words.split(","):
            phrase = " ".join(entry.split())
            weak = phrase.startswith("~")
            confidence = WEAK_CONFIDENCE if weak else 1.0
            found.setdefault(phrase.lstrip("~"), []).append((meaning, confidence))
    return {phrase: tuple(meanings) for phrase, meanings in found.items()}


BY_PHRASE: Mapping[str, tuple[tuple[Meaning, float], ...]] = _by_phrase()
"""For each phrase what it may mean, and how sure that is, 0..1."""

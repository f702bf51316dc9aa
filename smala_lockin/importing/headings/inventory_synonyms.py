"""More words by which columns of inventories are headed, in French, English, Dutch and German.

They are those of the lists that cities, hospitals, schools and their departments of IT keep.
"""

from collections.abc import Mapping

from smala_lockin.importing.headings.meanings import Meaning

INVENTORY_WORDS: Mapping[Meaning, str] = {
    Meaning.LICENCES_USED: """
        ~installed count, ~installed, ~installs, ~installations, number of installs, number of
        installations, nombre d installations, ~installes, ~installees, ~geinstalleerd, aantal
        installaties, ~installationen, ~installiert, anzahl installationen""",
    Meaning.NAME: """
        systembezeichnung, softwarebezeichnung, anwendungsbezeichnung, applikationsbezeichnung,
        produktbezeichnung, geratebezeichnung, serverbezeichnung, dienstbezeichnung, softwarename,
        applikationsname, programmname, toepassingsnaam, programmanaam, ~module, ~modules,
        application label, app label, algorithm name, name of algorithm, naam algoritme, naam van
        het algoritme, ~algoritme, ~algorithme, nom de l algorithme, enterprise system, enterprise
        application, information system, system of record, nom usuel, application metier, systeme d
        information, nom du si, fachverfahren, verfahrensname, informatiesysteem,
        informationssystem, ~losung, ~oplossing, ci, ~label, vm, vm name, virtual machine name, ai
        use case, ai use case name, ~cas d usage, nom du cas d usage, ki anwendungsfall,
        anwendungsfall, gebruikstoepassing, product title, app title, ~caption""",
    Meaning.SUPPLIER: """
        ~developer, ~developed by, ~developpeur, ~developpe par, ~ontwikkelaar, ~ontwikkeld door,
        ~entwickler, ~entwickelt von, systemhaus, ~legal entity, ~entite legale, ~entite juridique,
        ~juridische entiteit, ~supported by, ~sold by, ~vendu par, provided by, supplied by,
        delivered by, geleverd door, geliefert von, bereitgestellt von, third party supplier, third
        party vendor, external party, externe partij, partie externe, tiers prestataire,
        prestataire externe, externe leverancier, external provider, external supplier, ~reselled
        by""",
    Meaning.MAKER: "oem, ~make, constructeur oem",
    Meaning.OWNER: """
        verantwortliche abteilung, fachabteilung, verantwoordelijke afdeling, direction
        responsable, ~moa, ~moe, ~chef de projet, ~technical lead, ~tech lead, ~system
        administrator, ~application administrator, ~system admin, fachverantwortung, it
        verantwortung, ~direction metier, ~service metier, ~direction utilisatrice, ~squad, ~owning
        squad, ~product team, ~tribe, ~support team, ~support group, ~lead department, ~sponsor,
        ~business sponsor, responsible department, responsible team, responsible unit, ~bureau
        component, ~organizational unit, ~organisational unit, resp, respons, verantw, ~personne de
        reference, personne referente, referent du traitement, responsable operationnel,
        gestionnaire du traitement, responsable interne du traitement, qui s en charge, qui suit,
        wie volgt op, wie is verantwoordelijk, wer kummert sich, ~org unit, ~organisationseinheit,
        ~organisatie eenheid""",
    Meaning.CRITICALITY: """
        kritikal, critic, niv crit, niveau crit, mission critical, business essential, ~strategic
        importance, importance strategique""",
    Meaning.COST: """
        total spend, spend ytd, volume d achat annuel, volume annuel, einkaufsvolumen,
        jahresumsatz, jahrliches einkaufsvolumen, jaaromzet, annual maintenance, annual total cost,
        annual total, annual maintenance cost, yearly maintenance cost, total annual cost, total
        yearly cost, ~tco, licensing cost, annual licensing cost, annual license fee, annual
        licence fee, yearly fee, annual support cost, cout de maintenance annuel, cout annuel de
        maintenance, maintenance annuelle, cout annuel total, jaarlijkse onderhoudskost,
        onderhoudskost per jaar, jaarlijkse licentiekost, wartungskosten, wartungskosten p a,
        wartungskosten pro jahr, jahrliche wartungskosten, lizenzkosten pro jahr, annual run cost,
        run cost, annual operating cost, cout annuel de fonctionnement, cout de fonctionnement
        annuel""",
    Meaning.CONTRACT_END: """
        contractvernieuwing, vernieuwing contract, vernieuwing van het contract, vernieuwingsdatum,
        hernieuwing contract, renouvellement du contrat, renouvellement contrat, date de
        renouvellement du contrat, vertragsverlangerung, license expiration, licence expiration,
        license expiration date, licence expiration date, echeance du marche, fin de marche, date
        de fin de marche, contract valid until, agreement end date, agreement expiry, maintenance
        expiration, maintenance expiry""",
    Meaning.END_OF_SUPPORT: """
        end of support date, end of service date, vendor support end date, support end date, end of
        vendor support, end of mainstream support, retirement date, ~sunset date, ~decommission
        date, ~decommissioning date, date de decommissionnement, date de retrait, os end of
        support, os eol""",
    Meaning.USERS: """
        total users, number of named users, named users, number of end users, end users, nombre d
        agents, nb agents, nb agents utilisateurs, nombre d agents utilisateurs, nombre total d
        utilisateurs, totaal aantal gebruikers, anzahl der nutzer, anzahl der benutzer""",
    Meaning.NEEDED_BY: """
        downstream system, downstream systems, downstream application, downstream applications,
        downstream consumers, ~flux sortants, ~flux sortant""",
    Meaning.DEPENDS_ON: """
        infrastructure locaux, infrastructures locaux, locaux infrastructure, equipements locaux,
        infrastructuur lokalen, infrastruktur raume, infrastructure premises, infrastructure
        equipements, equipements infrastructure,
        ~interfacing systems, ~interfacing applications, ~applications connexes, ~application
        connexe, ~gekoppelde systemen, ~gekoppelde applicaties, ~related cis, ~related systems,
        ~systemes connexes, ~feeds from, ~flux entrants, ~flux entrant, ~angebundene systeme,
        ~verbundene systeme, ~linked systems, ~linked applications, ~applications interfacees""",
    Meaning.HOSTING: """
        heberge pays, hebergees pays, gehost land, hosted country, gehostet land, ~waar, ~wo,
        ~where, deployment model, cloud model, ~service model, hosted on prem, hosted on premise,
        hosted or on premise, data stored where, where data is stored, ~stored in, hosting
        platform, saas or on prem, on prem or cloud, on prem cloud, cloud type, type of hosting,
        type de deploiement, mode de deploiement, deployment environment""",
    Meaning.PERSONAL_DATA: """
        categories de donnees, categorie de donnees, categories de donnees traitees, categories de
        donnees personnelles, categories de donnees ordinaires, categories de donnees sensibles,
        donnees ordinaires, donnees courantes, donnees particulieres, donnees traitees, types de
        donnees personnelles, categories of data, categories of personal data, types of personal
        data, categorieen van gegevens, categorieen gegevens, soorten gegevens, soort
        persoonsgegevens, categorieen persoonsgegevens, datenkategorien, kategorien von daten,
        kategorien personenbezogener daten,
        phi, contains phi, pii phi, personenbezug, personenbezogene daten verarbeitet, pii data,
        includes pii, stores pii, pii involved, personal data involved, traitement de donnees
        personnelles, contient des donnees personnelles""",
    Meaning.DESCRIPTION: """
        doel, doeleinde, doeleinden, system purpose, purpose of system, purpose of the system,
        intended use, intended purpose, usage prevu, finalite de l application, beoogd gebruik,
        functional description, description fonctionnelle, functionele beschrijving,
        funktionsbeschreibung, application description, system description, asset description text,
        use case description, ~fonctionnalites, ~what it does""",
    Meaning.PROCESS: """
        ~primary use, ~main use, ~usage principal, business capabilities supported, used by business
        process, used by business processes, used in process, supported business process, supported
        business processes, business process supported""",
    Meaning.AI_RISK: """
        ai act tier, eu ai act risk, eu ai act classification, eu ai act category, eu ai act risk
        tier, eu ai act risk level, eu ai act risk class""",
    Meaning.MODEL: "~model name, ai model used, llm used, modele ia utilise",
    Meaning.MAX_OUTAGE: "max tolerable outage, maximum allowable outage, allowable downtime",
    Meaning.USED_BY: """
        user group, user groups, groupes d utilisateurs, gebruikersgroepen, nutzergruppen,
        service utilisateur user department""",
}
"""Written as in `synonyms`."""

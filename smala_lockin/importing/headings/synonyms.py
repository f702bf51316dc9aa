"""The words by which columns are headed, in French, English, Dutch and German.

Written as `plain_words` leaves them: lower case, no accents, no punctuation. A `~` marks a word
that means this only where nothing better is found. Those of facts stand in `fact_synonyms` and
`service_synonyms`, those of bills and other papers in `paper_synonyms`, more of inventories in
`inventory_synonyms`, those of further languages in `other_languages`.
"""

from collections.abc import Iterator, Mapping

from smala_lockin.importing.headings.fact_synonyms import FACT_WORDS
from smala_lockin.importing.headings.inventory_synonyms import INVENTORY_WORDS
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.headings.other_languages import OTHER_LANGUAGES
from smala_lockin.importing.headings.paper_synonyms import PAPER_WORDS
from smala_lockin.importing.headings.service_synonyms import SERVICE_WORDS
from smala_lockin.importing.values.plain import phrases_of, words_of

STATEMENT_LABELS = phrases_of(
    "libelle sur releve|libelle sur le releve|libelle du releve|libelle releve|libelle visa|"
    "libelle bancaire|libelle carte|nom sur releve|nom sur le releve|statement label|"
    "statement descriptor|statement text|name on statement|card descriptor|"
    "omschrijving op uittreksel|omschrijving uittreksel|naam op uittreksel|"
    "tekst op uittreksel|omschrijving kaartafrekening|bezeichnung auf abrechnung|"
    "text auf abrechnung|name auf abrechnung"
)
"""Headers of what the statement of a card prints beside an amount."""

_WORDS: Mapping[Meaning, str] = {
    Meaning.NAME: """
        name, asset name, item name, application name, app name, software name, standard name,
        service name, solution, solutions, solution name, product, product name, ~software, app,
        application, applications, business application, it system, title, display name, app
        display name, portail, portal, portaal, contract title, use case, use case name, tool,
        tools, tool name, system, system name, asset, asset description, ci name, configuration
        item, server name, device name, hostname, ~service, ~item, ~element, ~equipment, ~device,
        ~contract, ~subscription, ~component, ai system, cloud service, it service, ict service,
        service provided, services provided, nom, logiciel, logiciels, nom du service numerique,
        nom du service, nom de l element, nom de l application, nom du logiciel, nom de l actif,
        nom de l equipement, nom du serveur, nom de l asset, libelle, designation, denomination,
        intitule, titre, produit, produits, actif, actif informatique, outil, outils, outil
        informatique, programme, systeme, ~equipement, ~materiel, ~appareil, ~prestation,
        ~contrat, ~abonnement, ~bien, ~objet, service numerique, ~licence, nom de la ressource,
        ressource, prestation fournie, services fournis, service fourni, service ou produit,
        nature de la prestation, naam, applicatie, applicaties, naam applicatie, applicatienaam,
        itemnaam, softwarenaam, programma, ~toestel, ~dienst, ~systeem, naam toestel,
        softwarepakket, pakket, toepassing, omschrijving dienst, geleverde dienst, middel,
        tooling, naam systeem, bezeichnung, objektname, objekt name, objekt, anwendung,
        anwendungen, anwendungsname, artikelname, fachanwendung, softwareprodukt, programm,
        ~gerat, ~leistung, geratename, produktname, produkt, ~dienstleistung, it anwendung,
        werkzeug, ~verfahren, nom de l outil, nom du produit, nom commercial, nom du systeme, nom
        du bien, designation du bien, ~designation du materiel, logiciel application, solution
        logicielle, solution utilisee, nom de la solution, plateforme, ~platform name, ict
        service name, name of the service, name of the application, name of the asset,
        configuration item name, ~contract name, objet du contrat, intitule du contrat, intitule
        du marche, objet du marche, contractnaam, contractomschrijving, onderwerp contract,
        vertragsgegenstand, vertragsbezeichnung, nom de l actif support, actif support, actif
        informationnel, bien support, bien essentiel, information asset, data asset name,
        software title, package name, license name, licence name, nom de la licence, naam van de
        applicatie, naam toepassing, systeemnaam, bedrijfsmiddel, naam bedrijfsmiddel, system
        anwendung, anwendung system, name der anwendung, systemname, it system name, software
        name version, name of it system, resource name, nom serveur, nom du poste de travail, nom
        machine, nom de la machine, nom d hote, nom equipement, nom materiel, nom application,
        nom logiciel, computer name, machine name, host name, servernaam, rechnername,
        servername, ~poste, ~ligne budgetaire, ~rubrique, budget line, kostenpost, ~service
        description, ~description of service, ~description of services, ~description du service,
        ~description de la prestation, ~omschrijving dienstverlening, ~leistungsbeschreibung,
        ki anwendung, ki anwendungen, ki system, ki systeme, ki werkzeug,
        ai toepassing, ai toepassingen, ai systeem, ai systemen, ai tool, ai tools, ai application,
        ai applications, ai service, ai services, ai solution, outil ia, outils ia, outil d ia,
        new name, current name, future name, integration name, connector name, connector, new
        application, new system, new software, nouveau nom, nom actuel,
        nouvelle application, nouveau logiciel, nouvel outil, nouveau systeme, nieuwe naam, huidige
        naam, nieuwe applicatie, nieuwe toepassing, nieuw systeem, neuer name, aktueller name, neue
        anwendung, neues system, systeme ia, systeme d ia, application ia, solution ia, service ia,
        ~nom affiche, ~nom complet, weergavenaam, ~anzeigename, nom commun, common name, titel,
        ~domaine, nom de domaine, domain name, domain, domeinnaam, domainname, dispositif,
        dispositifs, dispositif medical, ~technology, ~technologie, ~technologies, ~framework,
        medical device, medisch toestel, medizingerat, api, apis, ~site, ~site web, ~site
        internet""",
    Meaning.ID: """
        id, ref id, ref, reference, asset tag, asset no, asset number, asset id, sys id, use case
        id, inventory number, identifier, ~code, ~key, issue key, object key, ~number, ~no, ~nr,
        contract reference, application id, cmdb id, item id, ci id, unique id, numero d
        inventaire, n d inventaire, no d inventaire, identifiant, ~numero, ~n, code application,
        reference interne, code actif, assetnummer, inventarisnummer, referentie, ~nummer,
        volgnummer, asset nummer, inventarnummer, inventar nr, referenz id, referenz, kennung,
        objekt id, ci number, record id, service id, ~ref n, ~no d ordre, contract number,
        contract no, contract id, numero de contrat, n de contrat, n contrat, reference contrat,
        reference du contrat, contractnummer, vertragsnummer, numero serie interne, num
        inventaire, n inventaire, code bien, code asset, ci nummer, ~lfd nr, ~nr de contrat""",
    Meaning.KIND: """
        type, category, asset type, asset category, sys class name, class, object type, ci type,
        kind, item type, resource type, service type, application type, app type, system type,
        software type, device type, equipment type, hardware type, component type, node type,
        product type, product category, ~relationship, ~relationship type, ~relation type,
        ~dependency type, ~type de relation, ~type de lien, ~techniques, ~subcategory, asset
        class, type d actif, categorie, famille, ~secteur, ~composant, nature, type de ressource,
        type d application, sous classe de ci, type de service, type d equipement, type 1, soort,
        subklasse ci, type applicatie, soort middel, objekttyp, objekt typ, typ, kategorie, art,
        klasse, anlagentyp, ~type of asset, ~type of service, ict asset type, type de bien, type
        d actif support, categorie d actif, type de materiel, type materiel, service family,
        ~meter category, type de logiciel, type de solution, type de contrat, contract type,
        soort contract, vertragsart, type middel, type bedrijfsmiddel, systemtyp, art des
        systems, anlagenklasse, geratetyp, ~objecttype, relatie, relatietype, relation,
        beziehung, beziehungstyp, type algoritme, type d algorithme, algorithm type, type of
        algorithm, soort algoritme, ~template, asset template, ~sjabloon, ~vorlage""",
    Meaning.SUPPLIER: """
        supplier, suppliers, critical supplier, critical vendor, supplier name, vendor, vendors,
        vendor name, provider, providers, provider name, publisher, publisher name, third party,
        third party name, supplier beneficiary name, approved supplier name, approved supplier
        beneficiary name, beneficiary name, supplier text, supplier company, invoice issuer name,
        provider entity, vendor supplier, supplier vendor, service provider, ict provider,
        software vendor, ~editor, hosting provider, contractor, ~company, ict third party service
        provider, ~entity name, name of the supplier, fournisseur, fournisseurs, nom du
        fournisseur, nom fournisseur, editeur, editeurs, nom de l editeur, prestataire,
        prestataires, nom du prestataire, sous traitant, sous traitants, exploitant, hebergeur,
        integrateur, ~partenaire, ~societe, fournisseur it, fournisseur informatique,
        ~mainteneur, ~exploitation, raison sociale, ~tiers, ~entreprise, operateur, qui fournit,
        fourni par, leverancier, leveranciers, naam leverancier, leveranciersnaam, aanbieder,
        dienstverlener, verwerker, uitgever, ~firma, ~bedrijf, ~partij, softwareleverancier,
        hostingpartij, lieferant, lieferanten, lieferantenname, anbieter, dienstleister, name des
        lieferanten, auftragsverarbeiter, softwareanbieter, vertragspartner, ~unternehmen,
        betreiber, name des anbieters, kreditor, supplier s, vendor s, company name, ~entity,
        name of name of provider, name of the provider, ~name of entity, processor, data
        processor, contracted supplier, awarded supplier, supplier organisation, supplier
        organization, payee, payee name, ~beneficiary, merchant, creditor, creditor name, seller,
        seller of record, ict third party, third party provider, key suppliers, key supplier,
        ~support provider, it provider, reseller, ~billed by, ~contracting party, counterparty,
        counterparty name, manufacturer supplier, nom contrepartie, nom de la contrepartie,
        ~contrepartie, nom contrepartie contient, ~beneficiaire, nom du beneficiaire, titulaire,
        titulaire du marche, attributaire, cocontractant, co contractant, partie contractante,
        nom du tiers, tiers fournisseur, nom de l editeur fournisseur, fournisseur editeur,
        fournisseurs cles, fournisseur cle, fournisseurs critiques, fournisseur principal,
        fournisseur actuel, fournisseur prestataire, nom du sous traitant, nom de la societe, nom
        de l entreprise, nom de la contrepartie bancaire, revendeur, sous traitance, ~assureur,
        ~compagnie, organisme, chez qui, concessionnaire, naam tegenpartij, ~tegenpartij, naam
        begunstigde, begunstigde, crediteur, naam crediteur, naam onderneming, contractpartij,
        opdrachtnemer, dienstenleverancier, naam verwerker, softwareleverancier naam, leverancier
        naam, hersteller anbieter, lieferant name, kreditorenname, kreditor name, name kreditor,
        beguenstigter, begunstigter zahlungspflichtiger, name zahlungsbeteiligter, empfanger,
        zahlungsempfanger, auftragnehmer, firmenname, name des dienstleisters, it dienstleister,
        ~compte, ~n compte, ~compte account, ~compte general, ~compte auxiliaire, ~compte
        fournisseur, ~rekening, ~grootboekrekening, ~account, ~general account, ~ledger account,
        ~konto, ~personenkonto, ~kreditorenkonto, partner, partner name, invoice partner display
        name, registrar, domain registrar, bureau d enregistrement, hebergeur dns, dns provider,
        registraire, fournisseurs associes, fournisseur associe, fournisseurs associes nom,
        fournisseur associe nom, ~etiquettes de lignes, ~row labels, ~rijlabels,
        ~zeilenbeschriftungen, nom d affichage du partenaire de la facture, product vendor,
        legal name, legal entity name, registered name, denomination sociale, handelsnaam,
        ~autorite de certification, certificate authority, certification authority, ~issuer,
        issued by, delivre par, uitgegeven door, ausgestellt von, adjudicataire, adjudicataires,
        awarded to, winning bidder, winner, gegund aan, zuschlagsempfanger""",
    Meaning.SUBCONTRACTOR: """
        sub processor, subprocessor, sub processors, onderaannemer, name of sub processor, name of
        the sub processor, name of subprocessor, sub processor name, subprocessor name,
        subverwerker, sub verwerker, unterauftragsverarbeiter, unterauftragnehmer, sub
        auftragsverarbeiter, subcontractor, subcontractors, subprocessors, sub contractor, further
        processor, sous traitant ulterieur, sous traitants ulterieurs, sous sous traitant, sous
        traitant de rang 2, onderaannemers, subverwerkers, unterauftragsverarbeiter name,
        subunternehmer, sub unternehmer, sous traitance ulterieure, sub outsourcing""",
    Meaning.MAKER: """
        manufacturer, maker, brand, fabricant, constructeur, marque, fabrikant, merk, producent,
        hersteller, marke""",
    Meaning.PARENT_COMPANY: """
        parent entity, parent company, ultimate parent, parent undertaking, controlled by, owner
        company, group, shareholder, holding, mother company, maison mere, societe mere, groupe,
        appartient a, actionnaire, groupe d appartenance, moederbedrijf, moedermaatschappij,
        moedervennootschap, groep, muttergesellschaft, mutterkonzern, konzern, ~parent
        organisation, ~owned by company, ultimate owner, ~beneficial owner, parent organization,
        moeder, muttergesellschaft name, groupe parent, ~filiale de, ~groupe actionnaire""",
    Meaning.DEPENDS_ON: """
        dependency, dependencies, depends on, depends upon, requires, required, parent, parent
        assets, parent asset, related applications, prerequisite, prerequisites, needs,
        ~connected to, ~interfaces, ~uses, ~related to, upstream, dependance, dependances, depend
        de, logicielparent, logiciel parent, applications liees, application liee, prerequis,
        necessite, besoin de, ~interfaces avec, ~lie a, ~connecte a, ~utilise, dependances
        techniques, applications utilisees, outils utilises, used applications, applications
        used, tools used, logiciels utilises, gebruikte applicaties, genutzte anwendungen,
        verwendete software, s appuie sur, repose sur, afhankelijkheid, afhankelijkheden, hangt
        af van, afhankelijk van, bovenliggende middelen, vereist, heeft nodig, ~koppelingen,
        ~gekoppeld aan, abhangigkeit, abhangigkeiten, abhangig von, ubergeordnete assets, ap
        zuweisung, benotigt, anwendungslosungen, hangt ab von, ~schnittstellen, ~zuweisung, it
        applications, it systems, supporting applications, supporting systems, supporting it
        systems, it resources, ~resources, applications needed, systems needed, systems used, key
        systems, key applications, critical applications, supporting assets, it dependencies,
        application dependencies, systems required, applications required, technology
        dependencies, applications necessaires, applications supports, applications support,
        logiciels necessaires, outils necessaires, applications informatiques, systemes
        necessaires, ressources informatiques, ressources it, actifs supports, biens supports,
        moyens informatiques, systemes utilises, logiciel utilise, outil utilise, application
        utilisee, si utilises, applications critiques, ressources necessaires, supports
        informatiques, gebruikte systemen, gebruikte software, benodigde applicaties,
        toepassingen, gebruikte toepassingen, benodigde toepassingen, ondersteunende
        toepassingen, ondersteunende systemen, ondersteunende applicaties, gebruikte tools,
        benodigde systemen, eingesetzte software, eingesetzte systeme, it systeme, unterstutzende
        systeme, benotigte anwendungen, benotigte it systeme, eingesetzte it systeme, supporting
        infrastructure, underlying infrastructure, ~infrastructure, infrastructure sous jacente,
        infrastructures supports, ondersteunende infrastructuur, onderliggende infrastructuur,
        unterstutzende infrastruktur, it component, it components, composants it, technical
        components, composants techniques, ~connexions, ~connexions avec, ~connections,
        ~integrations, ~integration, ~integraties, ~verbindingen, ~integrationen, ~anbindungen,
        connecte avec, integre avec, integrated with, backend system, backend systems, backend,
        systeme dorsal""",
    Meaning.RUNS_ON: """
        runs on, hosted on, installed on, running on, host, ~server, ~servers, host server,
        ~platform, heberge sur, installe sur, tourne sur, ~serveur, ~serveurs, serveurs logiques,
        ~machine, serveur d hebergement, ~hote, infrastructure utilisee, draait op, geinstalleerd
        op, gehost op, lauft auf, installiert auf, gehostet auf, serveur d application, serveur
        applicatif, nom du serveur hote, server host, hosting server, machine hote, hote de
        virtualisation, virtualisation host, runs on server, ~vm, physical host, hypervisor host""",
    Meaning.NEEDED_BY: """
        needed by, required by, is a dependency of, dependents, dependent applications, est une
        dependance de, requis par, utilise par l application, necessaire a, nodig voor applicatie,
        benotigt von, applicable services, applicable service, applicable products, services
        affected, used by services, related services, services concernes, produits concernes,
        betrokken diensten, betroffene dienste, applications hebergees, hosted applications,
        applications installees, gehoste applicaties, gehostete anwendungen, consumer apps,
        consumer applications, consuming applications, consuming systems, applications
        consommatrices, systemes consommateurs, ce qui tourne dessus, qui tourne dessus, tourne
        dessus, tournent dessus, qu est ce qui tourne dessus, applications qui tournent dessus,
        logiciels qui tournent dessus, logiciels heberges, programmes heberges, services heberges,
        vm hebergees, draait erop, wat draait erop, wat draait hierop, wat draait er op, draait
        hierop, draaiende applicaties, runs on it, what runs on it, running on it, what is running
        on it, running applications, applications running, hosted services, hosted vms, hosted
        virtual machines, was lauft darauf, lauft darauf, darauf lauft, was lauft dort""",
    Meaning.DIRECTION: "dependency direction, direction, sens, richting, richtung",
    Meaning.RECORD_TYPE: "record type, record type 1",
    Meaning.PROCESS: """
        valeur metier, valeurs metier, valeur metier associee, valeurs metier associees, actif
        primordial, actifs primordiaux, business service, process, processes, business process,
        business processes, activity, activities, supported process, supported processes, used
        for, function name, business function, business functions, business activity, supports,
        business capability, processus, processus metier, processus soutenus, processus supporte,
        activite, activites, activite soutenue, activites soutenues, utilise pour, utilisee pour,
        sert a, ~utilisation, ~usage, ~fonction, ~metier, fonction metier, activite metier,
        processus concernes, a quoi ca sert, a quoi sert, ~but, ~objectif, processus concerne,
        activites concernees, utilite, sert pour, utilise e pour, bedrijfsproces,
        bedrijfsprocessen, proces, processen, gebruikt voor, activiteit, activiteiten, ~domein,
        ~functie, ~gebruik, ondersteund proces, ondersteunt, geschaftsprozess, geschaftsprozesse,
        business prozess, prozess, prozesse, verwendet fur, genutzt fur, ~einsatzzweck,
        ~verwendung, ~zweck, unterstutzter prozess, tatigkeit, process name, name of process,
        name of the process, business process name, processing activity, name of processing
        activity, name of processing, ~processing, critical activity, critical process, critical
        function, function, ~use, ~used by process, what for, what is it used for, business use,
        ~business purpose, activity name, prioritised activity, nom du processus, nom de l
        activite, nom de la fonction, traitement, nom du traitement, intitule du traitement,
        activite de traitement, activite critique, processus critique, fonction critique,
        activite essentielle, activite prioritaire, ~mission, ~missions, domaine metier, domaine
        fonctionnel, utilise pour quoi, pour quoi faire, utilisation principale, waarvoor,
        waarvoor gebruikt, verwerkingsactiviteit, naam verwerking, naam verwerkingsactiviteit,
        verwerking, naam proces, kritiek proces, kritieke activiteit, procesnaam,
        ~toepassingsgebied, doel gebruik, wofur, verarbeitungstatigkeit, bezeichnung der
        verarbeitungstatigkeit, name der verarbeitungstatigkeit, verarbeitung, prozessname, name
        des prozesses, kritischer prozess, geschaftsprozess name, function supported, functions
        supported, supported function, supported functions, process supported, processes
        supported, activity supported, fonction supportee, fonctions supportees, fonction
        soutenue, processus supportes, activite supportee, ondersteunde functie, unterstutzte
        funktion, business capabilities, ~besoin, ~besoins, ~need, ~behoefte, ~bedarf""",
    Meaning.SUBJECT: "~linked asset, ~asset concerned, application concernee, actif concerne",
    Meaning.SOURCE: """
        van systeem, van applicatie, van programma, von system, von programm,
        source, source id, source name, consumer, dependent asset, dependent, dependant, source
        app, from app, calling app, dependent app, dependent service, dependent application,
        dependent system, dependent component, dependent ci, caller, calling application, calling
        system, calling service, client application, client system, client service, source asset,
        source service, source component, source node, from application, from system, from
        service, from asset, from component, appelant, parent ci, parent configuration item,
        application a, system a, systeme a, endpoint a, application appelante, service source,
        composant source, actif source, bron applicatie, bronapplicatie, quellanwendung, ~from,
        ~van, ~von, ~de, quelle, bron id, from ci, source ci, source system, source application,
        emetteur, application source, systeme source, bronsysteem, quellsystem, ~consumes,
        ~bron, ~application emettrice, ~sender, ~zender, ~sending system, ~sending application,
        ~sendendes system""",
    Meaning.TARGET: """
        naar systeem, naar applicatie, naar programma, nach system, nach programm,
        target, target id, callee, target app, to app, called app, called application, called
        system, called service, target asset, target service, target component, target node, to
        application, to system, to service, to asset, to component, appele, child ci, child
        configuration item, application b, system b, systeme b, endpoint b, application appelee,
        service cible, composant cible, actif cible, doelapplicatie, zielanwendung, ~to, cible,
        doel, ziel, ~vers, ~naar, ~nach, target name, to ci, target ci, target system,
        destination, destination system, target application, application cible, systeme cible,
        recepteur, destinataire application, doelsysteem, zielsystem, ~application receptrice,
        ~receiver, ~ontvanger, ~receiving system, ~receiving application, ~empfangendes system""",
    **FACT_WORDS,
    **SERVICE_WORDS,
}

WEAK_CONFIDENCE = 0.7
_ELSEWHERE = 0.9
"""How sure words of languages are that the program does not speak."""


_THINGS = words_of(
    "object system application app service component module node asset ci server host program "
    "process item entity element device database interface"
)
_FROM = words_of("source from caller calling dependent")
_TO = words_of("target to callee called destination")


def _ends() -> Iterator[tuple[str, Meaning]]:
    """What the ends of arrows are called: "caller object", "target object"."""
    for words, meaning in ((_FROM, Meaning.SOURCE), (_TO, Meaning.TARGET)):
        for word in words:
            for thing in _THINGS:
                yield f"{word} {thing}", meaning
                yield f"{word} {thing} name", meaning


def entries() -> Iterator[tuple[str, Meaning, float]]:
    """Yield what the tables say, once each: a phrase, what it may mean, and how sure that is."""
    spoken = (_WORDS, PAPER_WORDS, INVENTORY_WORDS)
    for table, surely in (*((one, 1.0) for one in spoken), (OTHER_LANGUAGES, _ELSEWHERE)):
        for meaning, words in table.items():
            for entry in words.split(","):
                phrase = " ".join(entry.split())
                weak = phrase.startswith("~")
                yield phrase.lstrip("~"), meaning, WEAK_CONFIDENCE if weak else surely


def _by_phrase() -> dict[str, tuple[tuple[Meaning, float], ...]]:
    found: dict[str, list[tuple[Meaning, float]]] = {}
    for phrase, meaning, confidence in entries():
        found.setdefault(phrase, []).append((meaning, confidence))
    for phrase in STATEMENT_LABELS:
        found.setdefault(phrase, [(Meaning.NAME, 1.0)])
    for phrase, meaning in _ends():
        found.setdefault(phrase, [(meaning, 1.0)])
    return {phrase: tuple(meanings) for phrase, meanings in found.items()}


BY_PHRASE: Mapping[str, tuple[tuple[Meaning, float], ...]] = _by_phrase()
"""For each phrase what it may mean, and how sure that is, 0..1."""

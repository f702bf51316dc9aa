"""Words for sorts of assets, in four languages, and what kind they mean."""

import re
from collections.abc import Mapping
from functools import lru_cache

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.importing.values.plain import has_word, plain_words, words_of

_PHRASES: Mapping[AssetKind, str] = {
    AssetKind.APPLICATION: """
        application|applications|app|apps|logiciel|logiciels|software|programme|program|applicatie|
        anwendung|programma|operating system|os|systeme d exploitation|besturingssysteem|
        betriebssystem|erp|crm|progiciel|client lourd|license|licence|lizenz|licentie|
        application metier|business application|fachanwendung|desktop|application software|
        aplicacion|aplicaciones|applicazione|applicazioni|applicativo|applicativi|aplicacao|
        aplicacoes|applikation|programvara|programvare|
        package|it system|appl|cmdb ci appl|database management system|middleware|plugin|module""",
    AssetKind.CLOUD_SERVICE: """
        saas|paas|iaas|cloud|cloud service|service cloud|online service|service en ligne|
        webdienst|cloud storage|stockage cloud|stockage en ligne|cloudopslag|cloudspeicher|
        clouddienst|cloud dienst|web service|web application|application web|webapp|
        application saas|saas application|service numerique|abonnement saas|hosted service|
        online dienst|onlinedienst|hosting|hebergement|api|web app|logiciel saas|software saas|
        cloud software|plateforme en ligne|messagerie|email|site web|website|webshop|
        service web|software as a service""",
    AssetKind.AI_SERVICE: """
        ai|ia|ki|artificial intelligence|intelligence artificielle|chatbot|llm|ai service|
        service ia|assistant ia|ai assistant|machine learning|ki dienst|ai tool|outil ia|
        zelflerend|self learning|auto apprenant|selbstlernend|algorithme|algorithm|algoritme|
        ki assistent|generative ai|ia generative|artificiele intelligentie|modele ia""",
    AssetKind.DATA: """
        data|donnees|dataset|data set|jeu de donnees|base de donnees|bases de donnees|database|
        databank|datenbank|gegevens|daten|information|informations|document|documents|records|
        fichier|fichiers|bestand|datei|archive|archives|business object|data object|
        information asset|data asset""",
    AssetKind.INFRASTRUCTURE: """
        server|servers|serveur|serveurs|network|reseau|netwerk|netzwerk|switch|router|routeur|
        firewall|pare feu|client|monitor|ecran|moniteur|printer|imprimante|drucker|workstation|
        laptop|pc|ordinateur|ordinateurs|computer|notebook|portable|smartphone|telephone|phone|nas|
        storage|stockage|hardware|materiel|equipement|telecom|telecoms|ligne|ligne internet|
        internet|fibre|connexion|onduleur|ups|machine|vm|virtual machine|machine virtuelle|tablet|
        tablette|scherm|beeldscherm|toestel|gerat|arbeitsplatz|bildschirm|peripherique|borne|
        camera|cnc|electricite|serveur physique|serveur virtuel|serveur logique|poste de travail|
        postes de travail|workstations|node|device|appliance|scanner|copieur|copier|standby|
        hostname|hostnames|host name|host|hosts|nom d hote|rechnername|
        servidor|servidores|ordenador|ordenadores|puesto de trabajo|puestos|puestos de trabajo|
        impresora|impresoras|red|postazione|postazioni|stampante|rete|computador|rede|maskinvare|
        network device|equipement reseau|access point|wifi|ip phone|telephonie|telefonie|
        infrastructure|infrastruktur|infrastructuur|physical|physical & environmental|
        physical security|desktop computer|fixed pc|pc portable|pc fixe|
        datastore|dispositif|dispositif medical|medical device|medisch toestel|
        baie|backup|sauvegarde|alimentation|energie|voip|hyperviseur|hypervisor|cluster|
        vps|serveur dedie|dedicated server|serveur prive virtuel|engin|vehicule|
        internetverbinding|internetlijn|leitung|leitungen|anschluss|leitung anschluss|lijn|lijnen|
        internetanschluss|ligne connexion|line connection|machine outil|automate|modem|
        it equipment""",
    AssetKind.PEOPLE: """
        person|personne|people|team|equipe|mitarbeiter|medewerker|role|competence|skill|
        business actor|actor|employee|employe|persoon|personeel|personal|ressource humaine""",
    AssetKind.LOCATION: """
        site|location|building|batiment|lieu|gebouw|standort|datacenter|data center|datacentre|
        salle|room|raum|bureau|office|local technique|local serveur|locaux|
        entrepot|warehouse|usine|plant|atelier|
        vestiging|gebaude|salle serveur|serverraum|serverruimte""",
    AssetKind.PROCESS: """
        process|processus|activity|activite|proces|prozess|business function|business process|
        business service|geschaftsprozess|bedrijfsproces|processus metier|function""",
    AssetKind.SUPPLIER: """
        supplier|fournisseur|vendor|leverancier|lieferant|provider|prestataire|third party|
        dienstleister|editeur|sous traitant""",
}
_BY_PHRASE: Mapping[str, AssetKind] = {
    " ".join(phrase.split()): kind
    for kind, phrases in _PHRASES.items()
    for phrase in phrases.split("|")
}
_LOOSE = words_of(
    """
    database information document records client local function api hosting backup module
    package plugin role site license licence internet office bureau email documents personal
    portable machine desktop messagerie phone
    """
)

_HEADS: Mapping[str, AssetKind] = {
    word: kind
    for kind, words in (
        (
            AssetKind.INFRASTRUCTURE,
            "enregistreur enregistreurs disque disques "
            "serveur serveurs srv svr esx esxi hyperv routeur imprimante imprimantes onduleur "
            "pare-feu switch switchs "
            "fibre ligne lignes connexion reseau cameras postes pc nas firewall wifi internet "
            "internetzugang internetanschluss internetaansluiting copieurs copieur telephonie "
            "telefonie telefoniecentrale alarme electricite electricity elektriciteit strom "
            "photocopieur photocopieurs imprimante multifonction compresseur compresseurs "
            "machine machines robot robots automate automates terminal terminaux borne bornes "
            "scanner scanners camera ordinateurs glasvezel glasvezelverbinding glasfaser "
            "acces standleitung huurlijn mobilfunk mobiltelefone festnetz telefonanschluss "
            "kopierer gsm vdsl adsl sdsl dsl 4g 5g smartphones tablettes laptop laptops portables "
            "chromebook chromebooks",
        ),
        (AssetKind.LOCATION, "armoire armoires kast aktenschrank"),
        (AssetKind.DATA, "donnees fichier fichiers dossiers archives gegevens"),
        (AssetKind.AI_SERVICE, "chatgpt chatbot copilot"),
    )
    for word in words.split()
}
_TAILS: Mapping[str, AssetKind] = {
    word: kind
    for kind, words in (
        (
            AssetKind.DATA,
            "data records details contacts reports register gegevens daten kundendaten "
            "klantgegevens personeelsgegevens mitarbeiterdaten database dossiers information",
        ),
        (
            AssetKind.INFRASTRUCTURE,
            "router firewall nas printer printers laptop laptops cameras network netzwerk "
            "netwerk drucker switch fileserver mailserver webserver dateiserver servers alarme "
            "alarm alarmsysteem copieurs copieur internetzugang internetanschluss kopieerders",
        ),
        (AssetKind.AI_SERVICE, "chatbot gpt llm"),
    )
    for word in words.split()
}

_ONLINE = words_of(
    """
    saas paas iaas cloud hosted online web nuage public internet azure aws gcp
    """
)
_OWN = words_of(
    """
    premise premises onprem on-prem local locale interne internal intern lokaal lokal
    desktop server serveur sur site self-hosted selbst eigen own propre automatisch
    """
)


_GENERIC = frozenset(
    {
        AssetKind.APPLICATION,
        AssetKind.CLOUD_SERVICE,
        AssetKind.AI_SERVICE,
        AssetKind.INFRASTRUCTURE,
    }
)  # a word for another kind within a longer text ("Office automation") says little


@lru_cache(maxsize=20_000)
def kind_of_type(text: str) -> AssetKind | None:
    """Return the kind that a word of a type column means, "C__OBJTYPE__PRINTER" included."""
    words = plain_words(text).removeprefix("c objtype ")
    if kind := _BY_PHRASE.get(words):
        return kind
    singular = words.removesuffix("s")
    if kind := _BY_PHRASE.get(singular):
        return kind
    found = {
        _BY_PHRASE[word]
        for word in words.split()
        if word not in _LOOSE and _BY_PHRASE.get(word) in _GENERIC and len(words.split()) <= 4
    }
    if AssetKind.INFRASTRUCTURE in found:
        return AssetKind.INFRASTRUCTURE
    if AssetKind.CLOUD_SERVICE in found and AssetKind.APPLICATION in found:
        return AssetKind.CLOUD_SERVICE
    return found.pop() if len(found) == 1 else None


def lists_ai_uses(title: str) -> bool:
    """Whether a title promises a list of what AI is used for: "AI use case inventory 2025"."""
    return bool(_AI_USES.search(plain_words(title)))


_AI_USES = re.compile(
    r"\b(?:ai|artificial intelligence) "
    r"(?:use cases?|systems?|tools?|models?|applications?|inventory|register)\b|"
    r"\b(?:cas d usage|systemes?|outils?|registre|inventaire)(?: d| de l| des| de)? "
    r"(?:ia|intelligence artificielle)\b|"
    r"\b(?:ai|ki) (?:systemen|toepassingen|register|systeme|anwendungen|verzeichnis)\b|"
    r"\b(?:algoritmeregister|registre des algorithmes)\b"
)


@lru_cache(maxsize=20_000)
def kind_by_head(name: str) -> AssetKind | None:
    """Return the kind that the first word of a name gives away: "Serveur de fichiers"."""
    words = plain_words(name).split()
    if words[:2] == ["machine", "learning"]:
        return None
    if len(words) > 1 and words[0].isdecimal():  # "12 laptops"
        words = words[1:]
    return _HEADS.get(words[0]) if words else None


_ONLINE_NAMES = words_of("cloud online saas 365")


@lru_cache(maxsize=20_000)
def sounds_online(name: str) -> bool:
    """Whether a name says that the thing is rented over the network: "Exact Online"."""
    return has_word(name, _ONLINE_NAMES)


NAMING_WORDS = frozenset((*_HEADS, *_TAILS)) | _ONLINE_NAMES
"""The words of names by which these say of what kind a thing is, or that it is rented."""


@lru_cache(maxsize=20_000)
def kind_by_tail(name: str) -> AssetKind | None:
    """Return the kind that the last word of a name gives away: "Customer records"."""
    words = plain_words(name).split()
    return _TAILS.get(words[-1]) if words else None


@lru_cache(maxsize=20_000)
def is_online(hosting: str) -> bool | None:
    """Whether what a hosting column says means rented over the network; None if it says neither."""
    words = set(plain_words(hosting).split())
    online, own = bool(words & _ONLINE), bool(words & _OWN)
    return None if online == own else online

"""Services that are no technology: cleaning, rent, insurance, advice.

In a map of what technology a company relies on they are what their supplier does, not an
application of their own.
"""

from functools import lru_cache

from smala_lockin.importing.values.plain import phrases_of, plain_words, words_of

_PHRASES = phrases_of(
    "nettoyage|entretien des locaux|entretien des bureaux|menage|vitres|cleaning|schoonmaak|"
    "reinigung|poetsdienst|loyer|loyers|location bureaux|location de bureaux|bail|rent|"
    "office rent|huur|kantoorhuur|huur kantoor|miete|buromiete|gardiennage|security guards|"
    "guarding|bewaking|bewachung|conseil juridique|conseils juridiques|avocat|avocats|"
    "legal advice|legal services|legal counsel|lawyer|lawyers|juridisch advies|advocaat|"
    "advocaten|rechtsberatung|rechtsanwalt|anwalt|notaire|notaris|notar|assurance|assurances|"
    "insurance|verzekering|verzekeringen|versicherung|versicherungen|secretariat social|"
    "sociaal secretariaat|fiduciaire|expert comptable|expertise comptable|comptable externe|"
    "accountant|accountancy|boekhouder|boekhoudkantoor|steuerberater|steuerberatung|audit|"
    "reviseur|reviseur d entreprises|bedrijfsrevisor|catering|traiteur|cafe|fontaine a eau|"
    "water cooler|fleurs|plantes|jardinage|espaces verts|tuinonderhoud|dechets|"
    "office lease|building lease|loyer bureau|loyer bureaux|"
    "groenonderhoud|groenvoorziening|grunpflege|winterdienst|deneigement|"
    "collecte des dechets|enlevement des dechets|waste|waste collection|afval|afvalophaling|mull|"
    "entsorgung|eau|water|gaz|gas|chauffage|verwarming|heizung|interim|interimaires|"
    "temporary staff|uitzendkrachten|zeitarbeit|recrutement|recruitment|werving|publicite|"
    "advertising|reclame|werbung|imprimerie|printing services|drukwerk|leasing voitures|"
    "car leasing|leasing auto|autoleasing|fleet leasing|carburant|fuel|brandstof|tankkarten|"
    "tankkaarten|tankkaart|cartes carburant|carte carburant|fuel cards|"
    "cheques repas|titres repas|maaltijdcheques|meal vouchers|medecine du travail|"
    "service externe de prevention|externe dienst voor preventie|occupational health|"
    "controle technique|extincteurs|fire extinguishers|brandblussers|ascenseur|ascenseurs|lift|"
    "elevator|facility management|services generaux|conseil fiscal|tax advice|consultance rh|"
    "formation du personnel|personnel training|kotisation|cotisation|cotisations|frais bancaires|"
    "transport|transports|transport routier|vervoer|essais|essais materiaux|materiaalproeven|"
    "etalonnage|kalibratie|matieres premieres|grondstoffen|emballages|verpakkingen|quincaillerie|"
    "bank charges|bankkosten|coursier|courier|koerier|messagerie express"
)
_CATEGORIES = phrases_of(
    "facility|facilities|facility management|facility services|services generaux|immobilier|"
    "batiment|batiments|real estate|vastgoed|immobilien|juridique|legal|juridisch|recht|assurance|"
    "assurances|insurance|verzekering|verzekeringen|versicherung|nettoyage|cleaning|schoonmaak|"
    "reinigung|catering|mobilite|flotte|flotte automobile|vehicules|fleet|wagenpark|fuhrpark|"
    "energie eau|utilities|nutsvoorzieningen|dechets|interim|conseil|consultance|conseil juridique|"
    "conseil fiscal|professional services|formation|opleiding|bail|loyer"
)
_TECHNICAL = words_of(
    """
    logiciel logiciels software application applications app apps applicatie anwendung plateforme
    platform portail portal portaal systeme system systeem outil outils tool tools online cloud
    saas web site erp crm gmao serveur server licence license module programme programma package
    backup informatique it ict digital numerique api interface base database data donnees gegevens
    daten camera cameras controle alarme alarm internet reseau network netwerk telephonie telefonie
    e-mail mail gestion management suivi planning
    """
)
_ALONE = words_of(
    "cafe water gas gaz eau lift fuel rent plantes fleurs waste audit mull publicite courier "
    "anwalt interim notaire notaris notar advertising reclame werbung"
)
"""Words that say it alone, and with others are parts of all sorts of names."""

_MOST_WORDS = 6
SERVICE_WORDS = frozenset(word for phrase in _PHRASES for word in phrase.split())
"""The words of names of which one at least is in that of any such service."""


@lru_cache(maxsize=20_000)
def is_plain_service(name: str, category: str = "") -> bool:
    """Whether something is bought that runs on no technology, by its name or its category.

    "Nettoyage des bureaux" is; "Logiciel de nettoyage" is not. A category alone says so only of
    a name that speaks of nothing technical.
    """
    words = plain_words(name).split()
    if SERVICE_WORDS.isdisjoint(words) and not is_plain_category(category):
        return False
    if not _TECHNICAL.isdisjoint(words):
        return False
    said = (" ".join(words[start : start + length]) for start, length in _RUNS)
    known = (phrase for phrase in said if phrase in _PHRASES)
    if len(words) <= _MOST_WORDS and any(
        phrase not in _ALONE or len(words) == 1 for phrase in known
    ):
        return True
    return is_plain_category(category)


def is_plain_category(category: str) -> bool:
    """Whether a type of contract or purchase is that of such services."""
    return plain_words(category) in _CATEGORIES


_RUNS = ((0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 2), (2, 3), (0, 5))
"""Where phrases of a name are looked for: first word and length. A single word only begins it."""

"""What the types and shapes of diagrams say about the kind of a thing."""

from collections.abc import Mapping

from smala_lockin.domain.kinds import AssetKind, PersonalData
from smala_lockin.importing.values.plain import plain_words, words_of

_K = AssetKind

_ARCHIMATE: Mapping[AssetKind, str] = {
    _K.PROCESS: """
        BusinessProcess BusinessFunction BusinessInteraction BusinessEvent BusinessService Product
        Capability ValueStream CourseOfAction Outcome Goal Value Driver Assessment Principle
        Requirement Constraint Meaning WorkPackage ImplementationEvent Plateau Gap""",
    _K.APPLICATION: """
        ApplicationComponent ApplicationCollaboration ApplicationInterface ApplicationFunction
        ApplicationInteraction ApplicationProcess ApplicationEvent ApplicationService
        SystemSoftware""",
    _K.DATA: """
        BusinessObject Contract Representation DataObject Artifact Deliverable""",
    _K.INFRASTRUCTURE: """
        Node Device Path CommunicationNetwork TechnologyCollaboration TechnologyInterface
        TechnologyFunction TechnologyProcess TechnologyInteraction TechnologyEvent
        TechnologyService Equipment DistributionNetwork Material Resource Network
        InfrastructureService InfrastructureInterface InfrastructureFunction
        BusinessInterface""",
    _K.PEOPLE: """
        BusinessActor BusinessRole BusinessCollaboration Stakeholder""",
    _K.LOCATION: "Location Facility",
}
_BY_TYPE = {word: kind for kind, words in _ARCHIMATE.items() for word in words.split()}
_NO_THINGS = words_of("ArchimateModel Grouping Junction AndJunction OrJunction")

_CYCLONEDX = {
    "service": _K.CLOUD_SERVICE,
    "application": _K.APPLICATION,
    "operating-system": _K.APPLICATION,
    "platform": _K.INFRASTRUCTURE,
    "device": _K.INFRASTRUCTURE,
    "machine-learning-model": _K.AI_SERVICE,
}

_SHAPES: tuple[tuple[AssetKind, frozenset[str]], ...] = (
    (_K.PEOPLE, words_of("actor umlactor user users person people stickman team")),
    (_K.DATA, words_of("cylinder cylinder2 cylinder3 datastore database document documents db")),
    (_K.CLOUD_SERVICE, words_of("cloud saas aws3 aws4 azure azure2 gcp2 gcp office365")),
    (
        _K.INFRASTRUCTURE,
        words_of(
            "server servers rack router firewall switch laptop pc printer networks cisco "
            "cisco19 storage nas modem wireless network desktop monitor component3d ups"
        ),
    ),
    (_K.LOCATION, words_of("building buildings house site office2 datacenter")),
    (_K.PROCESS, words_of("process process2 step rhombus parallelogram box3d")),
)

_SENSITIVE = words_of("phi health sensitive special medical sante gezondheid")
_PERSONAL = words_of("pii pifi personal private customer employee hr gdpr rgpd avg confidential")


def kind_of_archimate(type: str) -> AssetKind | None:
    """Return the kind of an ArchiMate element; None for what groups or joins others."""
    if type in _NO_THINGS:
        return None
    return _BY_TYPE.get(type, AssetKind.APPLICATION)


def kind_of_component(type: str) -> AssetKind:
    """Return the kind of an entry of a CycloneDX bill."""
    return _CYCLONEDX.get(type, AssetKind.APPLICATION)


def kind_of_shape(words: str) -> AssetKind | None:
    """Return the kind that the words of a shape suggest, None where they suggest none."""
    said = set(plain_words(words.replace(".", " ").replace("=", " ")).split())
    return next((kind for kind, known in _SHAPES if said & known), None)


def personal_data_of(classification: str) -> PersonalData | None:
    """Return what a classification of data says about people, None where it is silent."""
    said = set(plain_words(classification).split())
    if said & _SENSITIVE:
        return PersonalData.SENSITIVE
    if said & _PERSONAL:
        return PersonalData.ORDINARY
    return PersonalData.NONE if said == {"public"} else None

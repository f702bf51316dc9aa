"""What tells programs, cloud services, devices and places apart in a list."""

from smala_lockin.domain.kinds import AssetKind
from tests.importing.lists import arrows, imported, one


def test_a_plan_of_what_its_own_supplier_rents_out_is_rented() -> None:
    made = imported(
        """
        Produit;Fournisseur
        Canva Pro;Canva
        HubSpot Marketing Pro;HubSpot
        """
    )
    assert one(made, "Canva Pro").kind is AssetKind.CLOUD_SERVICE
    assert one(made, "HubSpot Marketing Pro").kind is AssetKind.CLOUD_SERVICE


def test_how_many_there_are_does_not_hide_what_they_are() -> None:
    made = imported("Logiciel;Revendeur\nMicrosoft 365 (85);Crayon\nMicrosoft Teams Phone;Crayon")
    assert one(made, "Microsoft 365 (85)").kind is AssetKind.CLOUD_SERVICE
    assert one(made, "Microsoft Teams Phone").kind is AssetKind.CLOUD_SERVICE


def test_licences_beside_a_model_are_programs() -> None:
    text = "display_name,model,vendor,rights,assigned\nVisio,Visio P2,Microsoft,10,9"
    visio = one(imported(text, catalogue=False), "Visio")
    assert visio.kind is AssetKind.APPLICATION
    assert (visio.licences_bought, visio.licences_used) == (10, 9)


def test_sites_on_the_web_are_no_places() -> None:
    made = imported(
        "site;hébergeur;offre;prix annuel\n"
        "lambert.be;OVH;Perso;71.88\nlejeune.be;Infomaniak;Web;69",
        catalogue=False,
    )
    assert "lambert-be provided_by ovh" in arrows(made)

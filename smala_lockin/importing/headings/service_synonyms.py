"""The words by which columns about licences, renewals, AI services and threats are headed."""

from collections.abc import Mapping

from smala_lockin.importing.headings.meanings import Meaning

SERVICE_WORDS: Mapping[Meaning, str] = {
    Meaning.ALIAS: """
        alias, aliases, aka, also known as, legacy name, other name, other names, former name,
        former names, old name, previous name, previous names, formerly, formerly known as,
        formerly called, renamed from, acronym, short name, autre nom, autres noms, ancien nom,
        anciens noms, ancienne appellation, ancienne denomination, anciennement, autrefois, ex nom,
        nom precedent, connu sous le nom de, acronyme, sigle, nom court, appellation courante,
        andere naam, andere namen, vroegere naam, oude naam, vorige naam, voorheen, ook bekend als,
        afkorting, acroniem, korte naam, roepnaam, anderer name, alter name, fruherer name,
        ehemaliger name, ehemals, vormals, auch bekannt als, kurzname, abkurzung, vorheriger
        name""",
    Meaning.REPLACES: """
        replaces, replaced system, replaced application, replacement of, replacement for, old
        system, old application, old software, old tool, previous system, previous application,
        legacy system, legacy application, predecessor, remplace, remplace l ancien, remplacement
        de, en remplacement de, ancienne application, ancien logiciel, ancien outil, ancien
        systeme, ancienne solution, application remplacee, logiciel remplace, systeme remplace,
        predecesseur, vervangt, vervanging van, oude applicatie, oude toepassing, oud systeem, oude
        software, vorige applicatie, voorganger, ersetzt, ersatz fur, alte anwendung, altes system,
        alte software, altsystem, vorganger""",
    Meaning.RESPONSIBLE: """
        ~realisateur, ~realise par, ~executant, ~uitvoerder, ~durchfuhrungsverantwortlich,
        ~durchfuhrung""",
    Meaning.INFORMED: """
        ~consulted, ~informed, ~consulte, ~consultes, ~informe, ~informes, ~geraadpleegd,
        ~geinformeerd, ~konsultiert, ~informiert""",
    Meaning.SECRET: """
        password, passwords, passwd, pwd, pass, passphrase, pin, pin code, totp, otp, otp secret,
        secret, secrets, secret key, api key, api token, token, private key, recovery code, recovery
        codes, recovery key, bitlocker key, product key, license key, licence key, serial key,
        activation key, security answer, login password, wifi password, wifi key, mot de passe, mots
        de passe, mdp, motdepasse, code pin, code d acces, cle de licence, cle licence, cle produit,
        cle d activation, cle de recuperation, cle api, jeton, cle wifi, code wifi, cle de produit,
        wachtwoord, wachtwoorden, paswoord, pincode, licentiesleutel, productsleutel, herstelcode,
        kennwort, passwort, passworter, lizenzschlussel, produktschlussel, aktivierungsschlussel,
        zugangscode, schlussel, login totp, otpauth, otp auth, otp url, credentials, credential,
        note secrete, reponse secrete, question secrete, wpa, wpa key, cle wpa, code wpa, psk, code
        puk, puk, cvc, cvv, secret question, geheime vraag, geheim, zugangsdaten,
        toegangscode, inloggegevens, identifiants de connexion, iban, bic iban, iban bic, numero
        iban, iban number, compte bancaire, n compte bancaire, numero de compte bancaire, bank
        account, bank account number, bankrekening, bankrekeningnummer, bankkonto""",
    Meaning.BILLED: """
        frequency, billing frequency, payment frequency, billing cycle, billing interval, billed,
        payment cycle, payment terms cycle, frequence, frequence de facturation, frequence de
        paiement, periodicite, periodicite de facturation, periodicite de paiement, cycle, cycle de
        facturation, facturation, rythme de facturation, frequentie, facturatiefrequentie,
        betalingsfrequentie, periodiciteit, facturatiecyclus, haufigkeit, abrechnungszeitraum,
        abrechnungsintervall, zahlungsweise, zahlungsintervall, turnus""",
    Meaning.USED_BY: """
        used by, used by department, used by departments, used by team, used by teams, using
        departments, user departments, consumers, consumed by, utilise par, utilisee par, utilises
        par, utilisees par, utilise par service, utilise par qui, qui l utilise, qui utilise,
        services utilisateurs, departements utilisateurs, service utilisateur, entites
        utilisatrices, entite utilisatrice, directions utilisatrices, equipes utilisatrices,
        gebruikt door, gebruikende afdelingen, gebruikersafdeling, gebruikersafdelingen, wie
        gebruikt, genutzt von, verwendet von, nutzende abteilung, nutzende abteilungen, nutzende
        bereiche, benutzt von, is used by""",
    Meaning.LICENCES_BOUGHT: """
        licences bought, licenses bought, licences purchased, licenses purchased, purchased
        licences, purchased licenses, licences owned, licenses owned, number of licences, number of
        licenses, no of licences, no of licenses, seats purchased, purchased seats, total licenses,
        total licences, licence count, license count, ~licences, ~licenses, ~licenties, ~lizenzen,
        licensed seats, nb lic, aantal lic, nb licences, nb de licences, nbre licences, nbre de
        licences, nombre de licences, licences achetees, licences acquises, licences souscrites,
        licences nombre, nombre de licences achetees, quantite de licences, qte licences, aantal
        licenties, aantal licenties gekocht, gekochte licenties, anzahl lizenzen, gekaufte
        lizenzen, erworbene lizenzen,
        lizenzanzahl, rights, purchased rights, license rights, licence rights, entitlements,
        droits d utilisation""",
    Meaning.LICENCES_USED: """
        licences used, licenses used, used licences, used licenses, licences in use, licenses in
        use, licences assigned, licenses assigned, assigned licences, assigned licenses, seats used,
        used seats, assigned seats, ~in use, ~used, ~assigned, consumed licenses, consumed units, nb
        utilisees, nb utilises, nombre utilise, nombre utilisees, licences utilisees, licences
        attribuees, licences affectees, licences assignees, ~utilisees, ~attribuees, ~affectees, nb
        attribuees, dont utilisees, gebruikte licenties, licenties in gebruik, toegewezen licenties,
        aantal gebruikt, ~in gebruik, genutzte lizenzen, verwendete lizenzen, zugewiesene lizenzen,
        ~in benutzung""",
    Meaning.RENEWAL: """
        auto renewal, automatic renewal, renewal term, renewal period, renewal terms, renewal type,
        ~renewal, tacit renewal, reconduction, tacite reconduction, type de reconduction, mode de
        reconduction, duree de reconduction, duree de renouvellement, mode de renouvellement,
        renouvellement tacite, renouvellement automatique, ~renouvellement, periode de
        renouvellement, verlenging, stilzwijgende verlenging, automatische verlenging,
        verlengingstermijn, verlengingsperiode, verlangerung, automatische verlangerung,
        stillschweigende verlangerung, verlangerungszeitraum, vertragsverlangerung, auto renew,
        auto renews, auto renewing, renouvellement auto, reconduction tacite, reconduction
        automatique, ~term, ~contract term, ~duree, ~duree du contrat, ~looptijd, ~contractduur,
        ~laufzeit, ~vertragslaufzeit""",
    Meaning.MODEL: """
        underlying model, ai model, foundation model, base model, model used, llm, language model,
        model family, modele d ia, modele ia, modele sous jacent, modele de langage, modele de base,
        modele utilise, famille de modele, onderliggend model, taalmodel, ai modelnaam, ki modell,
        basismodell, sprachmodell, zugrundeliegendes modell""",
    Meaning.AI_RISK: """
        ai act risk, ai act risk class, ai act risk level, ai act risk category, risk class ai act,
        risk level ai act, ai act class, ai act classification, ai act category, ai risk class, ai
        risk level, ai risk category, ai act, classe de risque ai act, niveau de risque ai act,
        categorie de risque ai act, classification ai act, risque ai act, risque ia act, niveau de
        risque ia, classe de risque ia, reglement ia, categorie reglement ia, risicoklasse ai act,
        risiconiveau ai act, ai act risicoklasse, risikoklasse ai act, ki verordnung risikoklasse,
        risikoklasse ki verordnung""",
    Meaning.THREAT_DEPENDENCY: """
        ~dependency, ~dependance, ~niveau de dependance, ~dependency level, ~afhankelijkheid,
        ~abhangigkeit, degre de dependance""",
    Meaning.THREAT_PENETRATION: "~penetration, ~niveau de penetration, ~penetratie",
    Meaning.THREAT_MATURITY: """
        ~maturity, ~maturite, ~maturite cyber, ~cyber maturity, ~security maturity, ~volwassenheid,
        ~maturite ssi, ~reife, ~reifegrad""",
    Meaning.THREAT_TRUST: "~trust, ~confiance, ~niveau de confiance, ~vertrouwen, ~vertrauen",
    Meaning.OPEN_SOURCE: """
        open source, opensource, is open source, open source y n, foss, floss, oss, free software,
        libre, logiciel libre, logiciels libres, est libre, code ouvert, source ouverte, vrije
        software, vrij, open broncode, quelloffen, freie software, open source software, ~licence,
        ~license, ~licentie, ~lizenz, ~license type, ~licence type, ~type of license, ~type of
        licence, ~type de licence, ~licentietype, ~type licentie, ~lizenztyp, ~lizenzart, codigo
        abierto, software libre""",
    Meaning.TRAINING: """
        trains on our data, training on our data, trained on our data, data used for training, used
        for training, data used for training by vendor, our data used for training, model training,
        uses our data for training, training with our data, entrainement sur nos donnees, donnees
        utilisees pour l entrainement, nos donnees servent a l entrainement, reutilisation des
        donnees pour l entrainement, utilise nos donnees pour l entrainement, entraine sur nos
        donnees, entrainement du modele, training op onze data, traint op onze gegevens, data
        gebruikt voor training, trainiert mit unseren daten, training mit unseren daten, daten fur
        training verwendet""",
}
"""Written as in `synonyms`. Prices of one user or licence are told by `headers.is_unit_price`."""

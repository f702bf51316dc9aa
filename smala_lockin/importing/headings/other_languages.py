"""The words by which columns are headed in Spanish, Italian, Portuguese and the Nordic languages.

They are those of the commonest columns, for lists that come from a sister company or a supplier
abroad. A word that one of the four languages of `synonyms` has too means what it means there.
"""

from collections.abc import Mapping

from smala_lockin.importing.headings.meanings import Meaning

OTHER_LANGUAGES: Mapping[Meaning, str] = {
    Meaning.NAME: """
        nombre, aplicacion, aplicaciones, nombre de la aplicacion, programa informatico, sistema,
        herramienta, activo, equipo, nombre del equipo, nombre del activo, ~servicio, ~servicios,
        nome, applicazione, applicazioni, applicativo, applicativi, nome applicazione, strumento,
        ~servizio, ~servizi, denominazione, aplicacao, aplicacoes, nome da aplicacao, ferramenta,
        ativo, ~equipamento, ~servico, navn, systemnavn, applikation, applikationer, programvare,
        programvara, namn, applikationsnamn, systemnamn, ~tjeneste, ~tjanst""",
    Meaning.ID: """
        codigo, identificador, ~numero de inventario, codice, identificativo, matricola,
        ~lopenummer, ~lobenummer""",
    Meaning.KIND: """
        tipo, categoria, clase, tipologia, tipo de activo, tipo di asset, tipo de servicio,
        tipo de ativo, kategori, ~klass""",
    Meaning.SUPPLIER: """
        proveedor, proveedores, fabricante o proveedor, nombre del proveedor, razon social,
        ~empresa, fornitore, fornitori, nome fornitore, ragione sociale, ~azienda, fornecedor,
        fornecedores, nome do fornecedor, razao social, leverandor, leverandorer, leverantor,
        leverantorer, encargado del tratamiento, responsabile del trattamento, databehandler,
        personuppgiftsbitrade""",
    Meaning.SUBCONTRACTOR: """
        subencargado, subencargados, subcontratista, subfornitore, subfornitori, subappaltatore,
        subcontratado, underleverandor, underdatabehandler, underbitrade""",
    Meaning.MAKER: "fabricante, marca, produttore, produsent, tillverkare",
    Meaning.DEPENDS_ON: """
        depende de, dependencia, dependencias, dipende da, dipendenza, dipendenze, dependencias de,
        avhengig av, beroende av, afhaengig af""",
    Meaning.RUNS_ON: "~servidor, ~servidores, alojado en, ospitato su, hospedado em, ~servere",
    Meaning.PROCESS: """
        proceso, procesos, proceso de negocio, processo, processi, processo aziendale, processos,
        processo de negocio, forretningsproces, forretningsprosess, verksamhetsprocess""",
    Meaning.SOURCE: "origen, origine, origem, aplicacion origen, sistema origen, kilde, kalla",
    Meaning.TARGET: "destino, destinazione, aplicacion destino, sistema destino",
    Meaning.OWNER: """
        responsable de la aplicacion, propietario, ~departamento, responsabile, proprietario,
        ~reparto, ~ufficio, referente, responsavel, ansvarlig, ansvarig, eier, ejer, systemejer,
        systemeier, systemagare, agare, ~afdelning, ~avdeling""",
    Meaning.CRITICALITY: """
        criticidad, importancia, nivel de criticidad, criticita, livello di criticita, criticidade,
        kritikalitet, kritiskhed, kritikalitetsniva""",
    Meaning.COST: """
        monto anual, monto estimado anual, importe estimado anual, gasto anual, valor anual, spesa
        annua, spesa annuale, importo annuo, importo annuale, valor anual estimado, coste anual,
        costo anual, importe anual, ~coste, ~importe, costo annuo, costo annuale, ~costo, custo
        anual, ~custo, arlig omkostning, arlig kostnad, arskostnad""",
    Meaning.MONTHLY_COST: "coste mensual, costo mensual, costo mensile, custo mensal",
    Meaning.COUNTRY: "pais, paese, nazione, ~pais del proveedor",
    Meaning.HOSTING: """
        alojamiento, ubicacion de los datos, hosting de datos, ubicazione dei dati, localizacao dos
        dados, alojamento, hospedagem, dataplacering, datalagring""",
    Meaning.LOCATION: "ubicacion, localizacion, ubicazione, localizacao, placering, plassering",
    Meaning.CONTRACT_END: """
        fin de contrato, fecha fin, fecha de fin, fecha de vencimiento, vencimiento, vencimiento
        del contrato, scadenza, scadenza contratto, data scadenza, data fine, fim do contrato,
        data de fim, data de vencimento, udlobsdato, utlopsdato, slutdatum""",
    Meaning.NOTICE: "preaviso, plazo de preaviso, preavviso, aviso previo, opsigelsesvarsel",
    Meaning.PERSONAL_DATA: "datos personales, dati personali, dados pessoais, personopplysninger",
    Meaning.USERS: """
        usuarios, numero de usuarios, n usuarios, utenti, numero utenti, n utenti, utilizadores,
        numero de utilizadores, antal brugere, antall brukere, antal anvandare""",
    Meaning.UNITS: "cantidad, unidades, quantita, quantidade, antall",
    Meaning.DESCRIPTION: "descripcion, finalidad, descrizione, finalita, descricao, beskrivelse",
    Meaning.REGISTRATION: """
        cif, nif, partita iva, p iva, codice fiscale, nipc, org nr, cvr, cvr nr, cvr nummer, cuit,
        ~nit, ~rut, ~ruc, cnpj, orgnr, organisasjonsnummer, organisationsnummer""",
    Meaning.PERSON: "correo, correo electronico, telefono, contacto, contatto, contato",
    Meaning.SECRET: "contrasena, senha, losenord",
}
"""Written as in `synonyms`."""

import type { Klass } from '@klubba/kernel';

/** The roles that a token may give, per nämnd. `allmanhet` is who has none. Roles are the acting capacity, kept in clear in each fact. */
export const ROLLER = ['allmanhet', 'handlaggare', 'ledamot', 'ordforande', 'namndsekreterare', 'registrator', 'forvaltningschef', 'revisor'] as const;
export type Roll = (typeof ROLLER)[number];

const KANSLI = ['namndsekreterare', 'registrator'] as const;
/** The secretary keeps the minutes, on the responsibility of ordföranden (KL 5:65). */
const MOTET = ['namndsekreterare', 'ordforande'] as const;
/** One who has several roles writes as handläggare. */
const SKRIVER = ['handlaggare', 'forvaltningschef', 'namndsekreterare', 'registrator'] as const;

/**
 * Who may read which class, in the record of a nämnd where one has the role. A revisor reads the record and its work but not
 * individuals' secrets: those need a stated ground (KL 12:3; rule book I14). A handläggare writes memos in secret matters too and yet
 * reads no secrets: access follows the need in the single matter (OSL 26:1, lag 2001:454 10 §; I4, I8), and a role in a nämnd does not say whose
 * matter it is. Until that is known the answer is no.
 */
export const LASER: Readonly<Record<Klass, readonly Roll[]>> = {
  oppen: ROLLER,
  arbetsmaterial: ['handlaggare', 'ledamot', 'ordforande', 'namndsekreterare', 'registrator', 'forvaltningschef', 'revisor'],
  personuppgift: ['handlaggare', 'ledamot', 'ordforande', 'namndsekreterare', 'registrator', 'forvaltningschef', 'revisor'],
  sekretess: ['ledamot', 'ordforande', 'namndsekreterare', 'registrator', 'forvaltningschef'],
  skyddad: ['namndsekreterare'],
};

/** Who may give which command. A command without a row does not start. Reactions act as `system` and need none. */
export const GER: Readonly<Record<string, readonly Roll[]>> = {
  // namnd
  InrattaNamnd: KANSLI, AndraNamndensNamn: KANSLI, FaststallReglemente: KANSLI, ValjForUppdrag: KANSLI, AvslutaUppdrag: KANSLI, StrykUppdrag: KANSLI,
  RegistreraPerson: KANSLI, RattaPerson: KANSLI,
  // arende
  OppnaArende: ['registrator', 'namndsekreterare', 'handlaggare'], AndraArendemening: ['registrator', 'namndsekreterare', 'handlaggare'],
  LaggTillFrammandeNummer: ['registrator', 'namndsekreterare', 'handlaggare'], StrykFrammandeNummer: ['registrator', 'namndsekreterare'],
  AndraArendeklass: ['registrator', 'namndsekreterare'], AvslutaArende: ['registrator', 'namndsekreterare', 'handlaggare'], AterOppnaArende: ['registrator', 'namndsekreterare'],
  BorjaDiarieserie: ['registrator'],
  // tjansteskrivelse
  SkrivTjansteskrivelse: SKRIVER, AndraTjansteskrivelse: SKRIVER, FardigstallTjansteskrivelse: SKRIVER, AterkallaTjansteskrivelse: SKRIVER,
  // sammantrade
  PlaneraSammantrade: KANSLI, StallInSammantrade: MOTET, SkickaKallelse: MOTET, LaggTillPunkt: KANSLI, FlyttaPunkt: KANSLI, AndraPunkt: KANSLI, AndraPunktensKlass: KANSLI, DraUrPunkt: MOTET, SattSekretessblock: KANSLI,
  OppnaSammantrade: MOTET, FaststallDagordning: MOTET, AntecknaNarvaro: MOTET, AntecknaFranvaroVidPunkt: MOTET, UtseJusterare: MOTET, FattaBeslut: MOTET, SkrivUtBeslut: MOTET, RattaForeJustering: ['namndsekreterare'],
  AvslutaSammantrade: MOTET, AteroppnaSammantrade: MOTET, Justera: MOTET, AnslaProtokoll: KANSLI, TaNedAnslag: KANSLI, NoteraAnslagsavbrott: KANSLI,
  // paragraf
  BorjaParagrafserie: KANSLI, RattaParagraf: ['namndsekreterare'], FragaOmLagaKraft: KANSLI, BekraftaLagaKraft: KANSLI, NoteraOverklagande: KANSLI, IntygaLagaKraft: KANSLI,
};

/** The class of every field of the API, "Type.field". A field without a row does not start. */
export const FALT: Readonly<Record<string, Klass>> = {
  // kernel
  'Kvitto.id': 'oppen', 'Kvitto.version': 'oppen', 'Kvitto.position': 'oppen',
  'Hinder.kod': 'oppen', 'Hinder.allvar': 'oppen', 'Hinder.text': 'oppen', 'Hinder.lagrum': 'oppen', 'Hinder.orsaker': 'oppen',
  'Orsak.kod': 'oppen', 'Orsak.allvar': 'oppen', 'Orsak.text': 'oppen', 'Orsak.lagrum': 'oppen',
  'PageInfo.hasNextPage': 'oppen', 'PageInfo.endCursor': 'oppen',
  // namnd
  'Query.namnder': 'oppen', 'Query.namnd': 'oppen', 'Query.person': 'oppen',
  'Namnd.id': 'oppen', 'Namnd.organ': 'oppen', 'Namnd.namn': 'oppen', 'Namnd.slag': 'oppen', 'Namnd.overordnad': 'oppen', 'Namnd.startdatum': 'oppen', 'Namnd.reglementen': 'oppen',
  'Namnd.uppdrag': 'oppen',
  'NamndEdge.cursor': 'oppen', 'NamndEdge.node': 'oppen', 'NamndConnection.edges': 'oppen', 'NamndConnection.pageInfo': 'oppen',
  'Reglemente.fran': 'oppen', 'Reglemente.antalLedamoter': 'oppen', 'Reglemente.kallelseDagar': 'oppen', 'Reglemente.kallelseSlag': 'oppen', 'Reglemente.omedelbarJustering': 'oppen',
  'Reglemente.justeringssatt': 'oppen', 'Reglemente.antalJusterare': 'oppen',
  'Reglemente.diarieform': 'oppen', 'Reglemente.diariesiffror': 'oppen', 'Reglemente.diariekod': 'oppen', 'Reglemente.paragrafform': 'oppen', 'Reglemente.distans': 'oppen',
  'Reglemente.distansSekretess': 'oppen', 'Reglemente.oppnaSammantraden': 'oppen', 'Reglemente.aterintrade': 'oppen', 'Reglemente.beslutsdatum': 'oppen',
  'Uppdrag.person': 'oppen', 'Uppdrag.namn': 'oppen', 'Uppdrag.uppdrag': 'oppen', 'Uppdrag.roll': 'oppen', 'Uppdrag.parti': 'oppen', 'Uppdrag.ordning': 'oppen',
  'Uppdrag.fran': 'oppen', 'Uppdrag.till': 'oppen',
  'Person.id': 'oppen', 'Person.namn': 'oppen', 'Person.slag': 'oppen', 'Person.titel': 'oppen', 'Person.inloggning': 'personuppgift',
  // arende
  'Query.arende': 'oppen', 'Query.arendeMedNummer': 'oppen', 'Query.diarium': 'oppen', 'Query.diarieserie': 'oppen',
  'Arende.id': 'oppen', 'Arende.namnd': 'oppen', 'Arende.klass': 'oppen', 'Arende.diarienummer': 'oppen', 'Arende.ar': 'oppen', 'Arende.lopnummer': 'oppen', 'Arende.rubrik': 'oppen',
  'Arende.avsandare': 'oppen', 'Arende.datum': 'oppen', 'Arende.datumslag': 'oppen', 'Arende.slag': 'oppen', 'Arende.frammandeNummer': 'oppen', 'Arende.status': 'oppen',
  'Arende.avslutat': 'oppen',
  'Arende.rubrikIntern': 'arbetsmaterial', 'Arende.historik': 'arbetsmaterial', 'Arende.sekretesslagrum': 'arbetsmaterial', 'Arende.sekretessdatum': 'arbetsmaterial',
  'Arende.tjansteskrivelser': 'oppen', 'Arende.behandlingar': 'oppen',
  'ArendeEdge.cursor': 'oppen', 'ArendeEdge.node': 'oppen', 'ArendeConnection.edges': 'oppen', 'ArendeConnection.pageInfo': 'oppen',
  'FrammandeNummer.nummer': 'oppen', 'FrammandeNummer.organ': 'oppen', 'ArendeTjansteskrivelse.id': 'oppen', 'ArendeTjansteskrivelse.version': 'oppen',
  'ArendeTjansteskrivelse.datum': 'oppen',
  'Behandling.sammantrade': 'oppen', 'Behandling.punkt': 'oppen', 'Behandling.datum': 'oppen', 'Behandling.ar': 'oppen', 'Behandling.nummer': 'oppen', 'Behandling.beslutstyp': 'oppen',
  'ArendeHandelse.typ': 'oppen', 'ArendeHandelse.at': 'oppen', 'ArendeHandelse.by': 'oppen', 'ArendeHandelse.roll': 'oppen',
  'Diarieserie.namnd': 'oppen', 'Diarieserie.ar': 'oppen', 'Diarieserie.sista': 'oppen', 'Diarieserie.utgangna': 'oppen', 'UtgangetDiarienummer.lopnummer': 'oppen',
  'UtgangetDiarienummer.kod': 'oppen',
  // tjansteskrivelse
  'Query.tjansteskrivelse': 'oppen',
  'Tjansteskrivelse.id': 'oppen', 'Tjansteskrivelse.namnd': 'oppen', 'Tjansteskrivelse.arende': 'oppen', 'Tjansteskrivelse.klass': 'oppen', 'Tjansteskrivelse.status': 'oppen',
  'Tjansteskrivelse.version': 'oppen', 'Tjansteskrivelse.fardigstalld': 'oppen', 'Tjansteskrivelse.aterkallad': 'oppen', 'Tjansteskrivelse.beteckning': 'oppen',
  'Tjansteskrivelse.rubrik': 'oppen', 'Tjansteskrivelse.forvaltning': 'oppen', 'Tjansteskrivelse.datum': 'oppen',
  'Tjansteskrivelse.handlaggare': 'oppen', 'Tjansteskrivelse.handlaggarensNamn': 'oppen', 'Tjansteskrivelse.mottagare': 'oppen', 'Tjansteskrivelse.forslag': 'oppen',
  'Tjansteskrivelse.sammanfattning': 'oppen', 'Tjansteskrivelse.arendebeskrivning': 'oppen', 'Tjansteskrivelse.bedomning': 'oppen', 'Tjansteskrivelse.handlingar': 'oppen',
  'Tjansteskrivelse.skickasTill': 'oppen', 'Tjansteskrivelse.versioner': 'arbetsmaterial',
  'Beslutsforslag.nr': 'oppen', 'Beslutsforslag.text': 'oppen', 'Arendehandling.namn': 'oppen', 'Arendehandling.datum': 'oppen', 'Arendehandling.handelsedatum': 'oppen',
  'Skrivelseversion.version': 'oppen', 'Skrivelseversion.at': 'oppen', 'Skrivelseversion.by': 'oppen', 'Skrivelseversion.fardigstalld': 'oppen',
  // sammantrade
  'Query.sammantraden': 'oppen', 'Query.sammantrade': 'oppen', 'Query.dagordning': 'oppen', 'Query.protokoll': 'oppen',
  'ProtokollPerson.person': 'oppen', 'ProtokollPerson.namn': 'oppen',
  'Kallelse.version': 'oppen', 'Kallelse.datum': 'oppen', 'Kallelse.ordforande': 'oppen', 'Kallelse.forhinder': 'oppen', 'Kallelse.kallade': 'arbetsmaterial',
  'Sammantrade.id': 'oppen', 'Sammantrade.namnd': 'oppen', 'Sammantrade.organ': 'oppen', 'Sammantrade.datum': 'oppen', 'Sammantrade.tid': 'oppen', 'Sammantrade.slutTid': 'oppen', 'Sammantrade.plats': 'oppen', 'Sammantrade.skede': 'oppen', 'Sammantrade.installt': 'oppen', 'Sammantrade.oppnat': 'oppen', 'Sammantrade.avslutat': 'oppen', 'Sammantrade.kallelser': 'oppen',
  'Dagordningsrad.nr': 'oppen', 'Dagordningsrad.till': 'oppen', 'Dagordningsrad.nummer': 'oppen', 'Dagordningsrad.dold': 'oppen', 'Dagordningsrad.rubrik': 'oppen', 'Dagordningsrad.punkt': 'oppen', 'Dagordningsrad.slag': 'oppen', 'Dagordningsrad.sekretess': 'oppen', 'Dagordningsrad.sekretesslagrum': 'arbetsmaterial', 'Dagordningsrad.beteckning': 'oppen', 'Dagordningsrad.grupp': 'oppen', 'Dagordningsrad.handlingslage': 'oppen', 'Dagordningsrad.arende': 'oppen', 'Dagordningsrad.tjansteskrivelse': 'arbetsmaterial', 'Dagordningsrad.utgar': 'oppen', 'Dagordningsrad.utgarSkal': 'oppen', 'Dagordningsrad.sen': 'oppen', 'Dagordningsrad.senSkal': 'arbetsmaterial',
  'Dagordning.sammantrade': 'oppen', 'Dagordning.rendition': 'oppen', 'Dagordning.organ': 'oppen', 'Dagordning.datum': 'oppen', 'Dagordning.tid': 'oppen', 'Dagordning.plats': 'oppen', 'Dagordning.kallelse': 'oppen', 'Dagordning.rader': 'oppen',
  'ProtokollNarvaro.person': 'oppen', 'ProtokollNarvaro.namn': 'oppen', 'ProtokollNarvaro.uppdrag': 'oppen', 'ProtokollNarvaro.roll': 'oppen', 'ProtokollNarvaro.parti': 'oppen', 'ProtokollNarvaro.ersatter': 'oppen', 'ProtokollNarvaro.tjanstgjorde': 'oppen', 'ProtokollNarvaro.narvarande': 'oppen',
  'ProtokollBeslutspunkt.nr': 'oppen', 'ProtokollBeslutspunkt.text': 'oppen', 'ProtokollBeslutspunkt.verb': 'oppen', 'ProtokollBeslutspunkt.subjekt': 'oppen',
  'ProtokollFranvaro.person': 'oppen', 'ProtokollFranvaro.namn': 'oppen', 'ProtokollFranvaro.skal': 'oppen',
  'ProtokollParagraf.ar': 'oppen', 'ProtokollParagraf.nummer': 'oppen', 'ProtokollParagraf.sekretess': 'oppen', 'ProtokollParagraf.hanvisning': 'oppen', 'ProtokollParagraf.punkt': 'oppen', 'ProtokollParagraf.rubrik': 'oppen', 'ProtokollParagraf.beteckning': 'oppen', 'ProtokollParagraf.beslutstyp': 'oppen', 'ProtokollParagraf.overklagandeslag': 'oppen', 'ProtokollParagraf.tid': 'oppen', 'ProtokollParagraf.beslutspunkter': 'oppen', 'ProtokollParagraf.franvaro': 'oppen', 'ProtokollParagraf.justerad': 'oppen',
  'ProtokollAnslag.datum': 'oppen', 'ProtokollAnslag.forvaringsplats': 'oppen', 'ProtokollAnslag.nedtasTidigast': 'oppen', 'ProtokollAnslag.nedtaget': 'oppen', 'ProtokollAnslag.brutet': 'oppen',
  'ProtokollOmgang.omgang': 'oppen', 'ProtokollOmgang.omedelbar': 'oppen', 'ProtokollOmgang.datum': 'oppen', 'ProtokollOmgang.justerare': 'oppen', 'ProtokollOmgang.paragrafer': 'oppen', 'ProtokollOmgang.anslag': 'oppen',
  'Protokoll.sammantrade': 'oppen', 'Protokoll.organ': 'oppen', 'Protokoll.datum': 'oppen', 'Protokoll.tid': 'oppen', 'Protokoll.slut': 'oppen', 'Protokoll.plats': 'oppen', 'Protokoll.spann': 'oppen', 'Protokoll.narvaro': 'oppen', 'Protokoll.justerare': 'oppen', 'Protokoll.paragrafer': 'oppen', 'Protokoll.omgangar': 'oppen',
  'SammantradeEdge.cursor': 'oppen', 'SammantradeEdge.node': 'oppen', 'SammantradeConnection.edges': 'oppen', 'SammantradeConnection.pageInfo': 'oppen',
  // paragraf
  'Query.paragraf': 'oppen', 'Query.paragrafserie': 'oppen',
  'LagaKraft.lage': 'oppen', 'LagaKraft.text': 'oppen', 'LagaKraft.tidigast': 'oppen', 'LagaKraft.sista': 'oppen', 'LagaKraft.varfor': 'oppen', 'LagaKraft.lagrum': 'oppen', 'LagaKraft.domstol': 'oppen', 'LagaKraft.mal': 'personuppgift', 'LagaKraft.kalla': 'oppen',
  'ParagrafBeslutspunkt.nr': 'oppen', 'ParagrafBeslutspunkt.text': 'oppen',
  'ParagrafAnslag.omgang': 'oppen', 'ParagrafAnslag.datum': 'oppen', 'ParagrafAnslag.nedtaget': 'oppen', 'ParagrafAnslag.brutet': 'oppen',
  'Rattelse.beslutspunkt': 'oppen', 'Rattelse.text': 'oppen', 'Rattelse.datum': 'oppen', 'Rattelse.skal': 'oppen',
  'Paragraf.id': 'oppen', 'Paragraf.namnd': 'oppen', 'Paragraf.ar': 'oppen', 'Paragraf.nummer': 'oppen', 'Paragraf.sekretess': 'oppen', 'Paragraf.sammantrade': 'oppen', 'Paragraf.datum': 'oppen', 'Paragraf.rubrik': 'oppen', 'Paragraf.beteckning': 'oppen', 'Paragraf.beslutstyp': 'oppen', 'Paragraf.overklagandeslag': 'oppen', 'Paragraf.beslutspunkter': 'oppen', 'Paragraf.justerad': 'oppen', 'Paragraf.omedelbartJusterad': 'oppen', 'Paragraf.anslag': 'oppen', 'Paragraf.rattelser': 'oppen', 'Paragraf.lagaKraft': 'oppen',
  'UtgangenParagraf.nr': 'oppen', 'UtgangenParagraf.kod': 'oppen',
  'Paragrafserie.namnd': 'oppen', 'Paragrafserie.ar': 'oppen', 'Paragrafserie.sista': 'oppen', 'Paragrafserie.utgangna': 'oppen',
  // handelser
  'Query.handelser': 'oppen', 'HandelseConnection.edges': 'oppen', 'HandelseConnection.pageInfo': 'oppen', 'HandelseEdge.cursor': 'oppen', 'HandelseEdge.node': 'oppen',
  'Handelse.position': 'arbetsmaterial', 'Handelse.id': 'arbetsmaterial', 'Handelse.typ': 'arbetsmaterial', 'Handelse.by': 'arbetsmaterial', 'Handelse.vem': 'personuppgift',
  'Handelse.roll': 'arbetsmaterial', 'Handelse.nar': 'arbetsmaterial', 'Handelse.strom': 'arbetsmaterial', 'Handelse.kategori': 'arbetsmaterial', 'Handelse.version': 'arbetsmaterial',
  'Handelse.orsak': 'arbetsmaterial', 'Handelse.kommando': 'arbetsmaterial', 'Handelse.spar': 'arbetsmaterial', 'Handelse.falt': 'arbetsmaterial',
  'Faltvarde.falt': 'oppen', 'Faltvarde.klass': 'oppen', 'Faltvarde.varde': 'arbetsmaterial',
  // granskning
  'Query.granskning': 'oppen', 'Query.poster': 'oppen', 'Query.dokumentsummor': 'oppen',
  'Granskning.logg': 'oppen', 'Granskning.upplaga': 'oppen', 'Granskning.lasmodeller': 'oppen', 'Lasmodell.namn': 'oppen', 'Lasmodell.position': 'oppen', 'Post.position': 'oppen', 'Post.bytes': 'oppen', 'Dokumentsumma.id': 'oppen', 'Dokumentsumma.hash': 'oppen',
  // andringar
  'Subscription.andringar': 'oppen', 'Andring.position': 'arbetsmaterial', 'Andring.typ': 'arbetsmaterial', 'Andring.stromId': 'arbetsmaterial', 'Andring.kategori': 'arbetsmaterial', 'Andring.at': 'arbetsmaterial',
};

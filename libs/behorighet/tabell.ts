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
  InrattaNamnd: KANSLI, AndraNamndensNamn: KANSLI, FaststallReglemente: KANSLI, ValjForUppdrag: KANSLI, AvslutaUppdrag: KANSLI, StrykUppdrag: KANSLI, SparaKolumnmappning: KANSLI, LasInUppdrag: KANSLI,
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
  OppnaSammantrade: MOTET, FaststallDagordning: MOTET, AntecknaNarvaro: MOTET, AntecknaFranvaroVidPunkt: MOTET, AntecknaOvrigNarvaro: MOTET, StrykOvrigNarvaro: MOTET, UtseJusterare: MOTET, FattaBeslut: MOTET, SkrivUtBeslut: MOTET, RattaForeJustering: ['namndsekreterare'],
  AntecknaYrkande: MOTET, AterkallaYrkande: MOTET, FaststallPropositionsordning: MOTET, AntecknaBeslutsgang: MOTET, BegarOmrostning: MOTET, AntecknaOmrostning: MOTET, AnmalReservation: MOTET, LamnaReservationsmotivering: MOTET, AntecknaDeltarInte: MOTET, GorProtokollsanteckning: MOTET,
  AvslutaSammantrade: MOTET, AteroppnaSammantrade: MOTET, UpprattaProtokoll: MOTET, AntecknaProtokolluppgifter: MOTET, Justera: MOTET, AnslaProtokoll: KANSLI, TaNedAnslag: KANSLI, NoteraAnslagsavbrott: KANSLI,
  LasInKallelse: ['registrator'], LasInPunkt: ['registrator'], LasInNarvaro: ['registrator'], LasInBeslut: ['registrator'], LasInYrkande: ['registrator'], LasInOmrostning: ['registrator'], LasInDeltarInte: ['registrator'], LasInReservation: ['registrator'], LasInJustering: ['registrator'], LasInAnslag: ['registrator'],
  KontrolleraAnslag: KANSLI,
  // paragraf
  BorjaParagrafserie: KANSLI, LasInParagrafnummer: ['registrator'], RattaParagraf: ['namndsekreterare'], FragaOmLagaKraft: KANSLI, BekraftaLagaKraft: KANSLI, NoteraOverklagande: KANSLI, IntygaLagaKraft: KANSLI,
  // remiss
  TaEmotRemiss: SKRIVER, TilldelaRemiss: SKRIVER, ValjSvarsvag: SKRIVER, BegarAnstand: SKRIVER, NoteraAnstand: SKRIVER, SkrivRemissvar: SKRIVER, BeslutaRemissvar: ['forvaltningschef', 'ordforande', 'namndsekreterare'], ExpedieraRemissvar: SKRIVER,
  AvstaFranYttrande: ['forvaltningschef', 'ordforande', 'namndsekreterare'], AterupptaRemiss: SKRIVER, StrykRemiss: KANSLI,
  SkickaRemiss: SKRIVER, LaggTillRemissinstans: SKRIVER, ForlangRemisstid: SKRIVER, PaminnRemissinstans: SKRIVER, TaEmotRemissvar: SKRIVER, StrykRemissvar: KANSLI, AvslutaRemissutskick: SKRIVER,
  // uppdrag
  GeUppdrag: ['namndsekreterare', 'registrator', 'ordforande', 'forvaltningschef'], AndraUppdrag: ['namndsekreterare', 'forvaltningschef'], RapporteraUppdrag: SKRIVER, SlutforUppdrag: MOTET, AteroppnaUppdrag: MOTET,
  BestamOverklagandeslag: KANSLI, RegistreraPart: KANSLI, StrykPart: KANSLI, NoteraDelfaende: KANSLI, TaEmotOverklagande: KANSLI, ProvaRattid: KANSLI, OverlamnaOverklagande: KANSLI,
  // expediering
  UpprattaExpedieringslista: KANSLI, LasInExpedieringslista: ['registrator'], LaggTillMottagare: KANSLI, AndraMottagare: KANSLI, StrykMottagare: KANSLI, AngeAdress: ['namndsekreterare', 'registrator', 'handlaggare'], BekraftaAdress: ['namndsekreterare', 'registrator', 'handlaggare'],
  SkyddaVistelseort: ['namndsekreterare'], SkickaUtdrag: KANSLI, NoteraDelgivning: KANSLI,
  // signatur
  Signera: ['forvaltningschef', 'ordforande', 'ledamot'], LaggTillUndertecknat: KANSLI,
  // handling
  LaggTillHandling: SKRIVER, LaggTillHandlingsversion: SKRIVER, BifogaHandling: SKRIVER, LosgorHandling: SKRIVER, AndraHandlingsklass: ['registrator', 'namndsekreterare'],
  // lexsarah
  FaststallLexSarahRutin: KANSLI, TaEmotLexSarah: SKRIVER, KategoriseraLexSarah: SKRIVER, AterkallaLexSarah: SKRIVER, StrykLexSarah: KANSLI, NoteraLexSarahAtgard: SKRIVER, ForhandsbedomLexSarah: SKRIVER, UtseLexSarahUtredare: SKRIVER,
  AntecknaLexSarah: SKRIVER, BedomLexSarah: SKRIVER, BeslutaLexSarah: SKRIVER, AterupptaLexSarah: SKRIVER, AnmalLexSarah: SKRIVER, KompletteraLexSarah: SKRIVER, NoteraIvosBeslut: SKRIVER, BesvaraIvo: SKRIVER, NoteraUtforarensLexSarah: SKRIVER,
  PlaneraLexSarahAtgard: SKRIVER, AvslutaLexSarahAtgard: SKRIVER, PlaneraLexSarahUppfoljning: SKRIVER, FoljUppLexSarah: SKRIVER, RedovisaLexSarah: SKRIVER, AvslutaLexSarah: SKRIVER, LankaLexSarah: SKRIVER, TaBortLexSarahLank: SKRIVER,
  NoteraPersonuppgiftsincident: SKRIVER, AvgorPersonuppgiftsincident: SKRIVER, AvidentifieraLexSarah: KANSLI, DraInLexSarahAvgorande: KANSLI, LasInLexSarahHandling: SKRIVER,
  // aldreprotokoll
  RegistreraAldreProtokoll: KANSLI, RattaAldreProtokoll: KANSLI, StrykAldreProtokoll: KANSLI,
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
  'Namnd.id': 'oppen', 'Namnd.organ': 'oppen', 'Namnd.namn': 'oppen', 'Namnd.slag': 'oppen', 'Namnd.overordnad': 'oppen', 'Namnd.startdatum': 'oppen', 'Namnd.kommun': 'oppen', 'Namnd.kommunkod': 'oppen', 'Namnd.reglementen': 'oppen',
  'Namnd.uppdrag': 'oppen',
  'NamndEdge.cursor': 'oppen', 'NamndEdge.node': 'oppen', 'NamndConnection.edges': 'oppen', 'NamndConnection.pageInfo': 'oppen',
  'Reglemente.fran': 'oppen', 'Reglemente.antalLedamoter': 'oppen', 'Reglemente.kallelseDagar': 'oppen', 'Reglemente.kallelseSlag': 'oppen', 'Reglemente.omedelbarJustering': 'oppen',
  'Reglemente.justeringssatt': 'oppen', 'Reglemente.antalJusterare': 'oppen',
  'Reglemente.diarieform': 'oppen', 'Reglemente.diariesiffror': 'oppen', 'Reglemente.diariekod': 'oppen', 'Reglemente.paragrafform': 'oppen', 'Reglemente.distans': 'oppen',
  'Reglemente.distansSekretess': 'oppen', 'Reglemente.oppnaSammantraden': 'oppen', 'Reglemente.aterintrade': 'oppen', 'Reglemente.beslutsdatum': 'oppen',
  'Uppdrag.person': 'oppen', 'Uppdrag.namn': 'oppen', 'Uppdrag.uppdrag': 'oppen', 'Uppdrag.roll': 'oppen', 'Uppdrag.parti': 'oppen', 'Uppdrag.ordning': 'oppen',
  'Uppdrag.fran': 'oppen', 'Uppdrag.till': 'oppen',
  'Person.id': 'oppen', 'Person.namn': 'oppen', 'Person.slag': 'oppen', 'Person.titel': 'oppen', 'Person.inloggning': 'personuppgift',
  'Query.forhandsgranskaUppdrag': 'oppen', 'Query.inlasningslage': 'oppen', 'Inlasningslage.klar': 'oppen', 'Inlasningslage.klara': 'oppen', 'Inlasningslage.av': 'oppen',
  'Uppdragsforhandsgranskning.kanLasasIn': 'arbetsmaterial', 'Uppdragsforhandsgranskning.ark': 'arbetsmaterial', 'Uppdragsforhandsgranskning.antalArk': 'arbetsmaterial', 'Uppdragsforhandsgranskning.kodning': 'arbetsmaterial',
  'Uppdragsforhandsgranskning.avgransare': 'arbetsmaterial', 'Uppdragsforhandsgranskning.kolumner': 'arbetsmaterial', 'Uppdragsforhandsgranskning.antalRader': 'arbetsmaterial', 'Uppdragsforhandsgranskning.nya': 'arbetsmaterial',
  'Uppdragsforhandsgranskning.oforandrade': 'arbetsmaterial', 'Uppdragsforhandsgranskning.avslutade': 'arbetsmaterial', 'Uppdragsforhandsgranskning.rader': 'personuppgift', 'Uppdragsforhandsgranskning.antalFel': 'arbetsmaterial',
  'Uppdragsforhandsgranskning.fel': 'personuppgift', 'Uppdragsforhandsgranskning.varningar': 'arbetsmaterial', 'Uppdragsforhandsgranskning.saknas': 'arbetsmaterial',
  'Listkolumn.bokstav': 'arbetsmaterial', 'Listkolumn.rubrik': 'arbetsmaterial', 'Listkolumn.falt': 'arbetsmaterial', 'Listkolumn.personnummer': 'arbetsmaterial',
  'Forhandsrad.rad': 'personuppgift', 'Forhandsrad.namn': 'personuppgift', 'Forhandsrad.parti': 'personuppgift', 'Forhandsrad.uppdrag': 'personuppgift', 'Forhandsrad.roll': 'personuppgift', 'Forhandsrad.ordning': 'personuppgift',
  'Forhandsrad.fran': 'personuppgift', 'Forhandsrad.till': 'personuppgift', 'Forhandsrad.person': 'personuppgift', 'Forhandsrad.forandring': 'personuppgift',
  'Radfel.rad': 'personuppgift', 'Radfel.kolumn': 'personuppgift', 'Radfel.kod': 'personuppgift', 'Radfel.text': 'personuppgift',
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
  'Query.foreslaTjansteskrivelse': 'oppen', 'Skrivelseforslag.rubrik': 'arbetsmaterial', 'Skrivelseforslag.diarienummer': 'arbetsmaterial', 'Skrivelseforslag.datum': 'arbetsmaterial', 'Skrivelseforslag.handlaggare': 'arbetsmaterial', 'Skrivelseforslag.mottagare': 'arbetsmaterial', 'Skrivelseforslag.sammanfattning': 'arbetsmaterial', 'Skrivelseforslag.arendebeskrivning': 'arbetsmaterial', 'Skrivelseforslag.bedomning': 'arbetsmaterial', 'Skrivelseforslag.forslag': 'arbetsmaterial', 'Skrivelseforslag.handlingar': 'arbetsmaterial', 'Skrivelseforslag.skickasTill': 'arbetsmaterial', 'Skrivelseforslag.oplacerat': 'arbetsmaterial', 'Skrivelseforslag.hinder': 'arbetsmaterial', 'ForeslagenHandling.namn': 'arbetsmaterial', 'ForeslagenHandling.datum': 'arbetsmaterial',
  // remiss
  'Query.remiss': 'oppen', 'Query.remisser': 'oppen', 'Query.remissantal': 'oppen', 'Query.remissutskick': 'oppen', 'Query.remissutskicken': 'oppen',
  'Anstand.svarstid': 'arbetsmaterial', 'Anstand.begart': 'arbetsmaterial', 'Anstand.till': 'arbetsmaterial', 'Anstand.besvarat': 'arbetsmaterial', 'Anstand.beviljat': 'arbetsmaterial',
  'Remissvar.version': 'oppen', 'Remissvar.datum': 'oppen', 'Remissvar.text': 'oppen',
  'Remissexpediering.version': 'oppen', 'Remissexpediering.datum': 'oppen', 'Remissexpediering.satt': 'oppen', 'Remissexpediering.mottagare': 'oppen', 'Remissexpediering.preliminart': 'oppen', 'Remissexpediering.reservationer': 'oppen', 'Remissexpediering.avviker': 'oppen',
  'Remissbehandling.sammantrade': 'oppen', 'Remissbehandling.punkt': 'oppen', 'Remissbehandling.datum': 'oppen', 'Remissbehandling.ar': 'oppen', 'Remissbehandling.nummer': 'oppen', 'Remissbehandling.beslutstyp': 'oppen', 'Remissbehandling.avgjord': 'oppen',
  'Remiss.id': 'oppen', 'Remiss.namnd': 'oppen', 'Remiss.klass': 'oppen', 'Remiss.arende': 'oppen', 'Remiss.slag': 'oppen', 'Remiss.rubrik': 'oppen', 'Remiss.avsandare': 'oppen', 'Remiss.derasNummer': 'oppen', 'Remiss.inkom': 'oppen', 'Remiss.svarstidAvsandare': 'oppen', 'Remiss.svarstidIntern': 'oppen', 'Remiss.svarstid': 'oppen', 'Remiss.fragor': 'oppen', 'Remiss.yttrandeTill': 'oppen', 'Remiss.status': 'oppen', 'Remiss.handlaggare': 'arbetsmaterial', 'Remiss.instans': 'oppen', 'Remiss.svarsvag': 'arbetsmaterial', 'Remiss.anstand': 'arbetsmaterial', 'Remiss.versioner': 'oppen', 'Remiss.sammantrade': 'oppen', 'Remiss.behandlingar': 'oppen', 'Remiss.expedieringar': 'oppen', 'Remiss.avstatt': 'oppen', 'Remiss.avstattSkal': 'oppen', 'Remiss.dagarEfterAvsandare': 'oppen', 'Remiss.dagarEfterIntern': 'oppen',
  'Remissantal.status': 'oppen', 'Remissantal.antal': 'oppen', 'Remissantal.dagarSent': 'oppen',
  'RemissEdge.cursor': 'oppen', 'RemissEdge.node': 'oppen', 'RemissConnection.edges': 'oppen', 'RemissConnection.pageInfo': 'oppen',
  'Instanssvar.datum': 'oppen', 'Instanssvar.stallning': 'oppen', 'Instanssvar.sammanfattning': 'oppen', 'Instanssvar.handling': 'arbetsmaterial', 'Instanssvar.dagarSent': 'oppen',
  'Remissinstans.instans': 'oppen', 'Remissinstans.namn': 'oppen', 'Remissinstans.svarstid': 'oppen', 'Remissinstans.paminnelser': 'oppen', 'Remissinstans.svar': 'oppen',
  'Remissutskick.id': 'oppen', 'Remissutskick.namnd': 'oppen', 'Remissutskick.klass': 'oppen', 'Remissutskick.arende': 'oppen', 'Remissutskick.rubrik': 'oppen', 'Remissutskick.fragor': 'oppen', 'Remissutskick.svarstid': 'oppen', 'Remissutskick.datum': 'oppen', 'Remissutskick.instanser': 'oppen', 'Remissutskick.avslutat': 'oppen',
  'RemissutskickEdge.cursor': 'oppen', 'RemissutskickEdge.node': 'oppen', 'RemissutskickConnection.edges': 'oppen', 'RemissutskickConnection.pageInfo': 'oppen',
  // uppdrag
  'Query.uppdrag': 'oppen', 'Query.uppdragen': 'oppen', 'Query.uppdragsantal': 'oppen',
  'Uppdragsrapport.datum': 'oppen', 'Uppdragsrapport.lage': 'oppen', 'Uppdragsrapport.text': 'oppen',
  'Uppdragsbehandling.sammantrade': 'oppen', 'Uppdragsbehandling.punkt': 'oppen', 'Uppdragsbehandling.datum': 'oppen', 'Uppdragsbehandling.ar': 'oppen', 'Uppdragsbehandling.nummer': 'oppen', 'Uppdragsbehandling.beslutstyp': 'oppen',
  'Uppdragsandring.skal': 'oppen', 'Uppdragsandring.redovisasSenast': 'oppen',
  'Uppdraget.id': 'oppen', 'Uppdraget.namnd': 'oppen', 'Uppdraget.klass': 'oppen', 'Uppdraget.givare': 'oppen', 'Uppdraget.punkt': 'oppen', 'Uppdraget.datum': 'oppen', 'Uppdraget.arende': 'oppen', 'Uppdraget.text': 'oppen', 'Uppdraget.ansvarig': 'oppen', 'Uppdraget.redovisasSenast': 'oppen', 'Uppdraget.lage': 'oppen', 'Uppdraget.rapporter': 'oppen', 'Uppdraget.andringar': 'oppen', 'Uppdraget.behandlingar': 'oppen', 'Uppdraget.avslutat': 'oppen',
  'Uppdragsantal.lage': 'oppen', 'Uppdragsantal.antal': 'oppen',
  'UppdragetEdge.cursor': 'oppen', 'UppdragetEdge.node': 'oppen', 'UppdragetConnection.edges': 'oppen', 'UppdragetConnection.pageInfo': 'oppen',
  // sammantrade
  'Query.sammantraden': 'oppen', 'Query.sammantrade': 'oppen', 'Query.dagordning': 'oppen', 'Query.protokoll': 'oppen',
  'ProtokollPerson.person': 'oppen', 'ProtokollPerson.namn': 'oppen',
  'Kallelse.version': 'oppen', 'Kallelse.datum': 'oppen', 'Kallelse.ordforande': 'oppen', 'Kallelse.forhinder': 'oppen', 'Kallelse.kallade': 'arbetsmaterial', 'Kallelse.upprattad': 'oppen', 'Kallelse.foreslagnaJusterare': 'oppen', 'Kallelse.undertecknadAv': 'oppen', 'Kallelse.grupper': 'oppen', 'Kallelse.kolumner': 'oppen', 'Kallelse.summaTidMin': 'oppen', 'Kallelse.punkter': 'oppen', 'Kallelse.antalPunkter': 'oppen', 'Kallelse.inlast': 'oppen',
  'ForeslagenJusterare.person': 'oppen', 'ForeslagenJusterare.namn': 'oppen', 'ForeslagenJusterare.parti': 'oppen', 'ForeslagenJusterare.som': 'oppen', 'Kallelserad.punkt': 'oppen', 'Kallelserad.nr': 'oppen',
  'Brott.kod': 'oppen', 'Brott.text': 'oppen', 'Brott.lagrum': 'oppen', 'Inlast.kalla': 'oppen', 'Inlast.brott': 'oppen',
  'Sammantrade.id': 'oppen', 'Sammantrade.namnd': 'oppen', 'Sammantrade.organ': 'oppen', 'Sammantrade.datum': 'oppen', 'Sammantrade.tid': 'oppen', 'Sammantrade.slutTid': 'oppen', 'Sammantrade.plats': 'oppen', 'Sammantrade.skede': 'oppen', 'Sammantrade.installt': 'oppen', 'Sammantrade.oppnat': 'oppen', 'Sammantrade.avslutat': 'oppen', 'Sammantrade.kallelser': 'oppen', 'Sammantrade.tidSkriven': 'oppen', 'Sammantrade.oppnatSkrivet': 'oppen', 'Sammantrade.hallenPlats': 'oppen', 'Sammantrade.avslutatSkrivet': 'oppen', 'Sammantrade.slutAngesI': 'oppen',
  'Dagordningsrad.nr': 'oppen', 'Dagordningsrad.till': 'oppen', 'Dagordningsrad.nummer': 'oppen', 'Dagordningsrad.dold': 'oppen', 'Dagordningsrad.rubrik': 'oppen', 'Dagordningsrad.punkt': 'oppen', 'Dagordningsrad.slag': 'oppen', 'Dagordningsrad.sekretess': 'oppen', 'Dagordningsrad.sekretesslagrum': 'arbetsmaterial', 'Dagordningsrad.beteckning': 'oppen', 'Dagordningsrad.grupp': 'oppen', 'Dagordningsrad.handlingslage': 'oppen', 'Dagordningsrad.arende': 'oppen', 'Dagordningsrad.galler': 'oppen', 'Registerpost.slag': 'oppen', 'Registerpost.id': 'oppen', 'Dagordningsrad.tjansteskrivelse': 'arbetsmaterial', 'Dagordningsrad.utgar': 'oppen', 'Dagordningsrad.utgarSkal': 'oppen', 'Dagordningsrad.sen': 'oppen', 'Dagordningsrad.senSkal': 'arbetsmaterial', 'Dagordningsrad.forslag': 'oppen', 'Dagordningsrad.foredragande': 'oppen', 'Dagordningsrad.tidMin': 'oppen', 'Dagordningsrad.klockslag': 'oppen', 'Dagordningsrad.beslutsniva': 'oppen', 'Dagordningsrad.paragraf': 'oppen', 'Dagordningsrad.iKallelsen': 'oppen', 'Dagordningsrad.yrkanden': 'arbetsmaterial', 'Dagordningsrad.inlast': 'oppen',
  'Forslagspunkt.nr': 'oppen', 'Forslagspunkt.text': 'oppen', 'Forslagspunkt.verb': 'oppen', 'Forslagspunkt.subjekt': 'oppen', 'Forslagspunkt.underpunkter': 'oppen',
  'Dagordning.sammantrade': 'oppen', 'Dagordning.rendition': 'oppen', 'Dagordning.organ': 'oppen', 'Dagordning.datum': 'oppen', 'Dagordning.tid': 'oppen', 'Dagordning.plats': 'oppen', 'Dagordning.kallelse': 'oppen', 'Dagordning.rader': 'oppen',
  'ProtokollNarvaro.person': 'oppen', 'ProtokollNarvaro.namn': 'oppen', 'ProtokollNarvaro.uppdrag': 'oppen', 'ProtokollNarvaro.roll': 'oppen', 'ProtokollNarvaro.parti': 'oppen', 'ProtokollNarvaro.ersatter': 'oppen', 'ProtokollNarvaro.tjanstgjorde': 'oppen', 'ProtokollNarvaro.narvarande': 'oppen', 'ProtokollNarvaro.platser': 'oppen', 'ProtokollNarvaro.franvaroskal': 'personuppgift', 'ProtokollNarvaro.inlast': 'oppen',
  'ProtokollPlats.person': 'oppen', 'ProtokollPlats.namn': 'oppen', 'ProtokollPlats.vakant': 'oppen', 'ProtokollPlats.paragrafer': 'oppen',
  'ProtokollOvrigNarvaro.id': 'oppen', 'ProtokollOvrigNarvaro.slag': 'oppen', 'ProtokollOvrigNarvaro.benamning': 'oppen', 'ProtokollOvrigNarvaro.enhet': 'oppen', 'ProtokollOvrigNarvaro.antal': 'oppen', 'ProtokollOvrigNarvaro.hela': 'oppen', 'ProtokollOvrigNarvaro.paragrafer': 'oppen',
  'ProtokollBeslutspunkt.nr': 'oppen', 'ProtokollBeslutspunkt.text': 'oppen', 'ProtokollBeslutspunkt.verb': 'oppen', 'ProtokollBeslutspunkt.subjekt': 'oppen', 'ProtokollBeslutspunkt.underpunkter': 'oppen',
  'ProtokollFranvaro.person': 'oppen', 'ProtokollFranvaro.namn': 'oppen', 'ProtokollFranvaro.skal': 'oppen',
  'ProtokollParagraf.ar': 'oppen', 'ProtokollParagraf.nummer': 'oppen', 'ProtokollParagraf.sekretess': 'oppen', 'ProtokollParagraf.hanvisning': 'oppen', 'ProtokollParagraf.punkt': 'oppen', 'ProtokollParagraf.rubrik': 'oppen', 'ProtokollParagraf.beteckning': 'oppen', 'ProtokollParagraf.beslutstyp': 'oppen', 'ProtokollParagraf.overklagandeslag': 'oppen', 'ProtokollParagraf.tid': 'oppen', 'ProtokollParagraf.beslutspunkter': 'oppen', 'ProtokollParagraf.franvaro': 'oppen', 'ProtokollParagraf.justerad': 'oppen', 'ProtokollParagraf.kallelseNr': 'oppen', 'ProtokollParagraf.underlag': 'oppen', 'ProtokollParagraf.andringMotKallelse': 'oppen', 'ProtokollParagraf.omedelbartJusterad': 'oppen', 'ProtokollParagraf.omgang': 'oppen', 'ProtokollParagraf.inlast': 'oppen',
  'ProtokollYrkande.id': 'oppen', 'ProtokollYrkande.slag': 'oppen', 'ProtokollYrkande.av': 'oppen', 'ProtokollYrkande.instammer': 'oppen', 'ProtokollYrkande.text': 'oppen', 'ProtokollYrkande.motivering': 'oppen', 'ProtokollYrkande.skriftligt': 'oppen', 'ProtokollYrkande.aterkallat': 'oppen', 'ProtokollYrkande.inlast': 'oppen',
  'ProtokollSteg.mellan': 'oppen', 'ProtokollSteg.bifallet': 'oppen', 'ProtokollSteg.text': 'oppen',
  'ProtokollBeslutsgang.typ': 'oppen', 'ProtokollBeslutsgang.steg': 'oppen', 'ProtokollBeslutsgang.text': 'oppen',
  'ProtokollRost.person': 'oppen', 'ProtokollRost.namn': 'oppen', 'ProtokollRost.parti': 'oppen', 'ProtokollRost.rost': 'oppen',
  'ProtokollPartiroster.parti': 'oppen', 'ProtokollPartiroster.ja': 'oppen', 'ProtokollPartiroster.nej': 'oppen', 'ProtokollPartiroster.avstar': 'oppen',
  'ProtokollOmrostning.id': 'oppen', 'ProtokollOmrostning.slag': 'oppen', 'ProtokollOmrostning.amne': 'oppen', 'ProtokollOmrostning.tid': 'oppen', 'ProtokollOmrostning.huvudforslag': 'oppen', 'ProtokollOmrostning.motforslag': 'oppen', 'ProtokollOmrostning.huvudforslagText': 'oppen', 'ProtokollOmrostning.motforslagText': 'oppen', 'ProtokollOmrostning.utsettGenom': 'oppen', 'ProtokollOmrostning.jaBetyder': 'oppen', 'ProtokollOmrostning.nejBetyder': 'oppen', 'ProtokollOmrostning.sluten': 'oppen', 'ProtokollOmrostning.roster': 'oppen', 'ProtokollOmrostning.perParti': 'oppen', 'ProtokollOmrostning.ja': 'oppen', 'ProtokollOmrostning.nej': 'oppen', 'ProtokollOmrostning.avstar': 'oppen', 'ProtokollOmrostning.utfall': 'oppen', 'ProtokollOmrostning.utslagsrost': 'oppen', 'ProtokollOmrostning.lottning': 'oppen', 'ProtokollOmrostning.tabellOrdforanden': 'oppen', 'ProtokollOmrostning.tabellDelad': 'oppen', 'ProtokollOmrostning.inlast': 'oppen',
  'ProtokollReservation.id': 'oppen', 'ProtokollReservation.av': 'oppen', 'ProtokollReservation.tid': 'oppen', 'ProtokollReservation.tillFormanFor': 'oppen', 'ProtokollReservation.motivering': 'oppen', 'ProtokollReservation.inlast': 'oppen',
  'ProtokollAnteckning.id': 'oppen', 'ProtokollAnteckning.slag': 'oppen', 'ProtokollAnteckning.av': 'oppen', 'ProtokollAnteckning.text': 'oppen', 'ProtokollAnteckning.medgiven': 'oppen',
  'ProtokollDeltarInte.person': 'oppen', 'ProtokollDeltarInte.namn': 'oppen', 'ProtokollDeltarInte.parti': 'oppen', 'ProtokollDeltarInte.text': 'oppen', 'ProtokollDeltarInte.inlast': 'oppen',
  'ProtokollJav.person': 'oppen', 'ProtokollJav.namn': 'oppen', 'ProtokollJav.parti': 'oppen', 'ProtokollJav.uppdrag': 'oppen', 'ProtokollJav.grund': 'oppen', 'ProtokollJav.text': 'oppen', 'ProtokollJav.ersattsAv': 'oppen', 'ProtokollJav.ledsAv': 'oppen', 'ProtokollJav.rad': 'oppen',
  'ProtokollParagraf.yrkanden': 'oppen', 'ProtokollParagraf.propositionsordning': 'oppen', 'ProtokollParagraf.beslutsgang': 'oppen', 'ProtokollParagraf.omrostningBegardAv': 'oppen', 'ProtokollParagraf.omrostningar': 'oppen', 'ProtokollParagraf.bifallet': 'oppen', 'ProtokollParagraf.deltarInte': 'oppen', 'ProtokollParagraf.reservationer': 'oppen', 'ProtokollParagraf.anteckningar': 'oppen', 'ProtokollParagraf.jav': 'oppen',
  'ProtokollAnslag.datum': 'oppen', 'ProtokollAnslag.forvaringsplats': 'oppen', 'ProtokollAnslag.nedtasTidigast': 'oppen', 'ProtokollAnslag.nedtaget': 'oppen', 'ProtokollAnslag.brutet': 'oppen', 'ProtokollAnslag.inlast': 'oppen',
  'ProtokollParagraf.beslutsmotivering': 'oppen', 'ProtokollAnslag.text': 'oppen', 'ProtokollAnslag.bevis': 'oppen', 'ProtokollAnslag.logg': 'oppen', 'Anslagshandelse.slag': 'oppen', 'Anslagshandelse.datum': 'oppen', 'Anslagshandelse.tid': 'oppen', 'Anslagshandelse.till': 'oppen', 'Anslagshandelse.nabart': 'oppen', 'Anslagshandelse.brutet': 'oppen', 'Anslagshandelse.av': 'arbetsmaterial',
  'ProtokollSignatur.roll': 'oppen', 'ProtokollSignatur.person': 'oppen', 'ProtokollSignatur.namn': 'oppen', 'ProtokollSignatur.tid': 'oppen',
  'ProtokollOmgang.omgang': 'oppen', 'ProtokollOmgang.omedelbar': 'oppen', 'ProtokollOmgang.datum': 'oppen', 'ProtokollOmgang.justerare': 'oppen', 'ProtokollOmgang.paragrafer': 'oppen', 'ProtokollOmgang.anslag': 'oppen', 'ProtokollOmgang.paragraferMedText': 'oppen', 'ProtokollOmgang.paragraferEndastHanvisning': 'oppen', 'ProtokollOmgang.satt': 'oppen', 'ProtokollOmgang.sekreterare': 'oppen', 'ProtokollOmgang.forsattsblad': 'oppen', 'ProtokollOmgang.filnamn': 'oppen', 'ProtokollOmgang.sidorPdf': 'oppen', 'ProtokollOmgang.sidorSidfot': 'oppen', 'ProtokollOmgang.underskriftstjanst': 'oppen', 'ProtokollOmgang.signaturer': 'oppen', 'ProtokollOmgang.inlast': 'oppen',
  'Protokoll.sammantrade': 'oppen', 'Protokoll.organ': 'oppen', 'Protokoll.datum': 'oppen', 'Protokoll.tid': 'oppen', 'Protokoll.slut': 'oppen', 'Protokoll.plats': 'oppen', 'Protokoll.spann': 'oppen', 'Protokoll.narvaro': 'oppen', 'Protokoll.ovrigNarvaro': 'oppen', 'Protokoll.justerare': 'oppen', 'Protokoll.paragrafer': 'oppen', 'Protokoll.omgangar': 'oppen',
  'SammantradeEdge.cursor': 'oppen', 'SammantradeEdge.node': 'oppen', 'SammantradeConnection.edges': 'oppen', 'SammantradeConnection.pageInfo': 'oppen',
  // paragraf
  'Query.paragraf': 'oppen', 'Query.paragrafserie': 'oppen',
  'LagaKraft.lage': 'oppen', 'LagaKraft.text': 'oppen', 'LagaKraft.tidigast': 'oppen', 'LagaKraft.sista': 'oppen', 'LagaKraft.varfor': 'oppen', 'LagaKraft.lagrum': 'oppen', 'LagaKraft.domstol': 'oppen', 'LagaKraft.mal': 'personuppgift', 'LagaKraft.kalla': 'oppen',
  'ParagrafBeslutspunkt.nr': 'oppen', 'ParagrafBeslutspunkt.text': 'oppen',
  'ParagrafAnslag.omgang': 'oppen', 'ParagrafAnslag.datum': 'oppen', 'ParagrafAnslag.nedtaget': 'oppen', 'ParagrafAnslag.brutet': 'oppen',
  'Rattelse.beslutspunkt': 'oppen', 'Rattelse.text': 'oppen', 'Rattelse.datum': 'oppen', 'Rattelse.skal': 'oppen',
  'Paragraf.id': 'oppen', 'Paragraf.namnd': 'oppen', 'Paragraf.ar': 'oppen', 'Paragraf.nummer': 'oppen', 'Paragraf.sekretess': 'oppen', 'Paragraf.sammantrade': 'oppen', 'Paragraf.datum': 'oppen', 'Paragraf.rubrik': 'oppen', 'Paragraf.beteckning': 'oppen', 'Paragraf.beslutstyp': 'oppen', 'Paragraf.overklagandeslag': 'oppen', 'Paragraf.beslutspunkter': 'oppen', 'Paragraf.justerad': 'oppen', 'Paragraf.omedelbartJusterad': 'oppen', 'Paragraf.anslag': 'oppen', 'Paragraf.rattelser': 'oppen', 'Paragraf.lagaKraft': 'oppen',
  'Paragraf.overklagandelagrum': 'oppen', 'Paragraf.lagaKraftPerPunkt': 'oppen', 'Paragraf.parter': 'arbetsmaterial', 'Paragraf.overklaganden': 'arbetsmaterial',
  'PunktLagaKraft.beslutspunkt': 'oppen', 'PunktLagaKraft.overklagandeslag': 'oppen', 'PunktLagaKraft.lagrum': 'oppen', 'PunktLagaKraft.lagaKraft': 'oppen',
  'Part.id': 'arbetsmaterial', 'Part.nr': 'arbetsmaterial', 'Part.person': 'personuppgift', 'Part.namn': 'personuppgift', 'Part.allman': 'arbetsmaterial', 'Part.delfaenden': 'arbetsmaterial', 'Part.sista': 'arbetsmaterial', 'Part.varfor': 'arbetsmaterial',
  'Delfaende.datum': 'arbetsmaterial', 'Delfaende.satt': 'arbetsmaterial', 'Delfaende.bevis': 'personuppgift', 'Delfaende.mottagare': 'arbetsmaterial',
  'Overklagande.id': 'arbetsmaterial', 'Overklagande.part': 'arbetsmaterial', 'Overklagande.av': 'personuppgift', 'Overklagande.datum': 'arbetsmaterial', 'Overklagande.iTid': 'arbetsmaterial', 'Overklagande.provat': 'arbetsmaterial', 'Overklagande.sista': 'arbetsmaterial', 'Overklagande.undantag': 'arbetsmaterial', 'Overklagande.skal': 'arbetsmaterial', 'Overklagande.overlamnat': 'arbetsmaterial', 'Overklagande.domstol': 'arbetsmaterial',
  'UtgangenParagraf.nr': 'oppen', 'UtgangenParagraf.kod': 'oppen',
  'Paragrafserie.namnd': 'oppen', 'Paragrafserie.ar': 'oppen', 'Paragrafserie.sista': 'oppen', 'Paragrafserie.utgangna': 'oppen', 'Paragrafserie.inlasta': 'oppen', 'InlastParagrafnummer.nr': 'oppen', 'InlastParagrafnummer.kalla': 'oppen',
  // expediering
  'Query.expediering': 'oppen', 'Query.protokollsutdrag': 'oppen', 'ProtokollParagraf.expediering': 'arbetsmaterial',
  'Utdragshandling.handling': 'arbetsmaterial', 'Utdragshandling.version': 'arbetsmaterial', 'Utdragshandling.hash': 'arbetsmaterial',
  'SkickatUtdrag.id': 'arbetsmaterial', 'SkickatUtdrag.datum': 'arbetsmaterial', 'SkickatUtdrag.satt': 'arbetsmaterial', 'SkickatUtdrag.expediering': 'arbetsmaterial', 'SkickatUtdrag.overklagandeslag': 'arbetsmaterial', 'SkickatUtdrag.hash': 'arbetsmaterial', 'SkickatUtdrag.av': 'arbetsmaterial', 'SkickatUtdrag.handlingar': 'arbetsmaterial', 'SkickatUtdrag.ersatt': 'arbetsmaterial', 'SkickatUtdrag.ersattSkal': 'arbetsmaterial',
  'Delgivning.utdrag': 'arbetsmaterial', 'Delgivning.datum': 'arbetsmaterial', 'Delgivning.satt': 'arbetsmaterial', 'Delgivning.bevis': 'personuppgift',
  'Forsattsblad.datum': 'arbetsmaterial', 'Forsattsblad.galler': 'personuppgift', 'Forsattsblad.handlaggare': 'personuppgift', 'Forsattsblad.avsandare': 'personuppgift', 'Forsattsblad.av': 'arbetsmaterial',
  'Mottagare.id': 'arbetsmaterial', 'Mottagare.slag': 'arbetsmaterial', 'Mottagare.namn': 'personuppgift', 'Mottagare.part': 'arbetsmaterial', 'Mottagare.farSeVistelseort': 'arbetsmaterial', 'Mottagare.adress': 'personuppgift', 'Mottagare.folkbokforingsadress': 'personuppgift', 'Mottagare.osakerAdress': 'arbetsmaterial', 'Mottagare.forsattsblad': 'arbetsmaterial', 'Mottagare.utdrag': 'arbetsmaterial', 'Mottagare.delgivningar': 'arbetsmaterial',
  'Expediering.punkt': 'arbetsmaterial', 'Expediering.sammantrade': 'arbetsmaterial', 'Expediering.ar': 'arbetsmaterial', 'Expediering.nummer': 'arbetsmaterial', 'Expediering.kalla': 'arbetsmaterial', 'Expediering.mottagare': 'arbetsmaterial', 'Expediering.skyddadeUppgifter': 'skyddad',
  'Utdragsperson.person': 'arbetsmaterial', 'Utdragsperson.namn': 'arbetsmaterial',
  'Utdragspunkt.nr': 'arbetsmaterial', 'Utdragspunkt.text': 'arbetsmaterial', 'Utdragspunkt.datum': 'arbetsmaterial',
  'Utdragsreservation.av': 'arbetsmaterial', 'Utdragsreservation.tillFormanFor': 'arbetsmaterial', 'Utdragsreservation.text': 'arbetsmaterial',
  'Overklagandehanvisning.beslutspunkt': 'arbetsmaterial', 'Overklagandehanvisning.overklagandeslag': 'arbetsmaterial', 'Overklagandehanvisning.lamnasTill': 'arbetsmaterial', 'Overklagandehanvisning.text': 'arbetsmaterial', 'Overklagandehanvisning.lagrum': 'arbetsmaterial',
  'Protokollsutdrag.organ': 'arbetsmaterial', 'Protokollsutdrag.namnd': 'arbetsmaterial', 'Protokollsutdrag.datum': 'arbetsmaterial', 'Protokollsutdrag.paragraf': 'arbetsmaterial', 'Protokollsutdrag.rubrik': 'arbetsmaterial', 'Protokollsutdrag.beteckning': 'arbetsmaterial', 'Protokollsutdrag.beslut': 'arbetsmaterial', 'Protokollsutdrag.beslutsmotivering': 'arbetsmaterial', 'Protokollsutdrag.rattelser': 'arbetsmaterial', 'Protokollsutdrag.reservationer': 'arbetsmaterial', 'Protokollsutdrag.yttranden': 'arbetsmaterial', 'Protokollsutdrag.handlingar': 'arbetsmaterial', 'Protokollsutdrag.hanvisningar': 'arbetsmaterial',
  // handling
  'Kallelse.handlingar': 'arbetsmaterial', 'Kallelsehandling.punkt': 'oppen', 'Kallelsehandling.handling': 'oppen', 'Kallelsehandling.version': 'oppen', 'Kallelsehandling.hash': 'oppen',
  'Query.handling': 'oppen', 'Query.handlingar': 'oppen', 'Query.handlingarFor': 'oppen',
  'Handling.id': 'oppen', 'Handling.namnd': 'oppen', 'Handling.klass': 'oppen', 'Handling.sekretesslagrum': 'arbetsmaterial', 'Handling.namn': 'oppen', 'Handling.datum': 'oppen', 'Handling.datumslag': 'oppen', 'Handling.allmanFran': 'oppen', 'Handling.version': 'oppen', 'Handling.medietyp': 'oppen', 'Handling.storlek': 'oppen', 'Handling.hash': 'oppen', 'Handling.adress': 'oppen', 'Handling.versioner': 'oppen', 'Handling.platser': 'oppen',
  'Handlingsversion.version': 'oppen', 'Handlingsversion.medietyp': 'oppen', 'Handlingsversion.storlek': 'oppen', 'Handlingsversion.hash': 'oppen', 'Handlingsversion.salt': 'oppen', 'Handlingsversion.datum': 'oppen', 'Handlingsversion.skal': 'arbetsmaterial', 'Handlingsversion.at': 'arbetsmaterial', 'Handlingsversion.by': 'arbetsmaterial', 'Handlingsversion.adress': 'oppen',
  'Handlingsplats.mal': 'oppen', 'Handlingsplats.id': 'oppen', 'Handlingsplats.sammantrade': 'oppen', 'Handlingsplats.handlingslage': 'oppen', 'Bilaga.mal': 'oppen', 'Bilaga.handlingslage': 'oppen', 'Bilaga.handling': 'oppen',
  'HandlingEdge.cursor': 'oppen', 'HandlingEdge.node': 'oppen', 'HandlingConnection.edges': 'oppen', 'HandlingConnection.pageInfo': 'oppen',
  // signatur
  'Query.signaturer': 'oppen', 'Query.provaSignatur': 'oppen', 'Query.undertecknade': 'oppen', 'Tjansteskrivelse.signaturer': 'oppen', 'ProtokollOmgang.signeradeIKlubba': 'oppen',
  'Signatur.id': 'oppen', 'Signatur.person': 'oppen', 'Signatur.namn': 'oppen', 'Signatur.roll': 'oppen', 'Signatur.metod': 'oppen', 'Signatur.at': 'oppen', 'Signatur.version': 'oppen', 'Signatur.paragrafer': 'oppen', 'Signatur.hash': 'oppen', 'Signatur.galler': 'oppen', 'Signatur.forfallen': 'oppen',
  'Signaturforfall.at': 'oppen', 'Signaturforfall.skal': 'oppen', 'Signaturforfall.paragrafer': 'oppen', 'Signaturprov.stammer': 'oppen', 'Signaturprov.varfor': 'oppen',
  'Undertecknat.id': 'oppen', 'Undertecknat.slag': 'oppen', 'Undertecknat.version': 'oppen', 'Undertecknat.omgang': 'oppen', 'Undertecknat.handling': 'oppen', 'Undertecknat.handlingsversion': 'oppen', 'Undertecknat.hash': 'oppen', 'Undertecknat.sidor': 'oppen', 'Undertecknat.at': 'oppen', 'Undertecknat.upplysning': 'oppen', 'Undertecknat.underskrifter': 'oppen', 'Undertecknat.skillnader': 'arbetsmaterial',
  'Underskrift.kalla': 'oppen', 'Underskrift.namn': 'personuppgift', 'Underskrift.tid': 'oppen', 'Underskrift.tidskalla': 'oppen', 'Underskrift.orord': 'oppen', 'Underskrift.helaFilen': 'oppen',
  'Skillnad.paragraf': 'oppen', 'Skillnad.slag': 'oppen', 'Skillnad.del': 'oppen', 'Skillnad.klubba': 'arbetsmaterial', 'Skillnad.filen': 'arbetsmaterial',
  // aldreprotokoll
  'Query.aldreProtokoll': 'oppen', 'Query.foreslaAldreProtokoll': 'oppen', 'AldreProtokollConnection.edges': 'oppen', 'AldreProtokollConnection.pageInfo': 'oppen', 'AldreProtokollEdge.cursor': 'oppen', 'AldreProtokollEdge.node': 'oppen',
  'AldreProtokoll.id': 'oppen', 'AldreProtokoll.namnd': 'oppen', 'AldreProtokoll.klass': 'oppen', 'AldreProtokoll.datum': 'oppen', 'AldreProtokoll.handling': 'oppen', 'AldreProtokoll.kalla': 'arbetsmaterial', 'AldreProtokoll.paragrafer': 'oppen',
  'AldreParagraf.nummer': 'oppen', 'AldreParagraf.rubrik': 'oppen', 'AldreParagraf.diarienummer': 'oppen',
  'Protokollforslag.datum': 'arbetsmaterial', 'Protokollforslag.paragrafer': 'arbetsmaterial', 'Protokollforslag.luckor': 'arbetsmaterial', 'Protokollforslag.hinder': 'arbetsmaterial',
  'ForeslagenParagraf.nummer': 'arbetsmaterial', 'ForeslagenParagraf.rubrik': 'arbetsmaterial', 'ForeslagenParagraf.diarienummer': 'arbetsmaterial', 'ForeslagenParagraf.sida': 'arbetsmaterial',
  // lexsarah
  'Query.lexSarah': 'oppen', 'Query.lexSarahRegister': 'oppen', 'Query.lexSarahSummor': 'oppen', 'Query.lexSarahStatistik': 'oppen', 'Query.lexSarahKlockor': 'oppen', 'Query.lexSarahAttAnmala': 'oppen', 'Query.lexSarahRutiner': 'oppen',
  'LexSarahAnteckning.id': 'oppen', 'LexSarahAnteckning.del': 'oppen', 'LexSarahAnteckning.datum': 'oppen', 'LexSarahAnteckning.art': 'oppen', 'LexSarahAnteckning.kalla': 'sekretess', 'LexSarahAnteckning.text': 'sekretess',
  'LexSarahAnteckning.forfattare': 'personuppgift', 'LexSarahAnteckning.titel': 'personuppgift', 'LexSarahAnteckning.ersatt': 'oppen',
  'LexSarahAtgard.id': 'oppen', 'LexSarahAtgard.text': 'sekretess', 'LexSarahAtgard.ansvarig': 'oppen', 'LexSarahAtgard.senast': 'oppen', 'LexSarahAtgard.avslutad': 'oppen', 'LexSarahAtgard.utfall': 'oppen',
  'LexSarahAtgard.resultat': 'sekretess',
  'LexSarahBedomningsrad.datum': 'oppen', 'LexSarahBedomningsrad.bedomning': 'oppen', 'LexSarahBedomningsrad.snabb': 'oppen', 'LexSarahBedomningsrad.person': 'oppen', 'LexSarahBedomningsrad.befattning': 'oppen',
  'LexSarahBedomningsrad.motivering': 'sekretess', 'LexSarahBedomningsrad.skal': 'sekretess',
  'LexSarahIvobeslut.datum': 'oppen', 'LexSarahIvobeslut.utfall': 'oppen', 'LexSarahIvobeslut.svarSenast': 'oppen', 'LexSarahIvobeslut.diarienummer': 'oppen', 'LexSarahIvobeslut.text': 'sekretess',
  'LexSarahParagraf.punkt': 'oppen', 'LexSarahParagraf.ar': 'oppen', 'LexSarahParagraf.nummer': 'oppen', 'LexSarahParagraf.datum': 'oppen', 'LexSarahParagraf.verkan': 'oppen',
  'LexSarahLank.slag': 'oppen', 'LexSarahLank.mal': 'oppen',
  'LexSarahInlast.datum': 'oppen', 'LexSarahInlast.bedomning': 'oppen', 'LexSarahInlast.lagrum': 'oppen', 'LexSarahInlast.kalla': 'arbetsmaterial', 'LexSarahInlast.brott': 'oppen',
  'LexSarahKlocka.id': 'oppen', 'LexSarahKlocka.diarienummer': 'oppen', 'LexSarahKlocka.slag': 'oppen', 'LexSarahKlocka.sedan': 'oppen', 'LexSarahKlocka.senast': 'oppen', 'LexSarahKlocka.senastTid': 'oppen',
  'LexSarahKlocka.dagarSen': 'oppen', 'LexSarahKlocka.regel': 'oppen', 'LexSarahKlocka.varfor': 'oppen', 'LexSarahKlocka.mal': 'oppen',
  'LexSarahVarning.kod': 'oppen', 'LexSarahVarning.text': 'oppen', 'LexSarahVarning.lagrum': 'oppen',
  'LexSarahHandelse.typ': 'oppen', 'LexSarahHandelse.at': 'oppen', 'LexSarahHandelse.by': 'oppen', 'LexSarahHandelse.roll': 'oppen', 'LexSarahHandelse.avsteg': 'oppen',
  'LexSarah.id': 'oppen', 'LexSarah.namnd': 'oppen', 'LexSarah.diarienummer': 'oppen', 'LexSarah.mottagen': 'oppen', 'LexSarah.skede': 'oppen', 'LexSarah.avgorande': 'oppen', 'LexSarah.lag': 'arbetsmaterial',
  'LexSarah.regi': 'arbetsmaterial', 'LexSarah.verksamhet': 'arbetsmaterial', 'LexSarah.orsak': 'arbetsmaterial', 'LexSarah.upptackt': 'arbetsmaterial', 'LexSarah.intraffad': 'arbetsmaterial',
  'LexSarah.informationMottagen': 'arbetsmaterial', 'LexSarah.rapportorsslag': 'arbetsmaterial', 'LexSarah.rapportor': 'personuppgift', 'LexSarah.befattning': 'personuppgift', 'LexSarah.skyddsombud': 'personuppgift',
  'LexSarah.chef': 'personuppgift', 'LexSarah.beskrivning': 'sekretess', 'LexSarah.konsekvenser': 'sekretess', 'LexSarah.uppmarksammad': 'sekretess', 'LexSarah.gjort': 'sekretess', 'LexSarah.atertagen': 'arbetsmaterial',
  'LexSarah.utredare': 'arbetsmaterial', 'LexSarah.bedomning': 'arbetsmaterial', 'LexSarah.blankettruta': 'arbetsmaterial', 'LexSarah.bedomningar': 'arbetsmaterial', 'LexSarah.beslutad': 'arbetsmaterial',
  'LexSarah.delegat': 'arbetsmaterial', 'LexSarah.lagrum': 'arbetsmaterial', 'LexSarah.beslut': 'sekretess', 'LexSarah.anmaldIvo': 'arbetsmaterial', 'LexSarah.kompletteringSenast': 'arbetsmaterial',
  'LexSarah.kompletterad': 'arbetsmaterial', 'LexSarah.ivobeslut': 'arbetsmaterial', 'LexSarah.uppfoljningPlanerad': 'arbetsmaterial', 'LexSarah.uppfoljd': 'arbetsmaterial', 'LexSarah.resultat': 'sekretess',
  'LexSarah.avslutad': 'arbetsmaterial', 'LexSarah.anteckningar': 'arbetsmaterial', 'LexSarah.atgarder': 'arbetsmaterial', 'LexSarah.paragrafer': 'arbetsmaterial', 'LexSarah.lankar': 'arbetsmaterial',
  'LexSarah.inlasta': 'arbetsmaterial', 'LexSarah.historik': 'arbetsmaterial', 'LexSarah.klockor': 'arbetsmaterial', 'LexSarah.varningar': 'arbetsmaterial',
  'LexSarahAntal.varde': 'oppen', 'LexSarahAntal.antal': 'oppen',
  'LexSarahStatistik.ar': 'oppen', 'LexSarahStatistik.rapporter': 'oppen', 'LexSarahStatistik.foregaendeAr': 'oppen', 'LexSarahStatistik.beslutade': 'oppen', 'LexSarahStatistik.anmaldaTillIvo': 'oppen',
  'LexSarahStatistik.perOrsak': 'oppen', 'LexSarahStatistik.perBedomning': 'oppen', 'LexSarahStatistik.perVerksamhet': 'oppen',
  'LexSarahAttAnmala.rapporter': 'oppen', 'LexSarahAttAnmala.perBedomning': 'oppen', 'LexSarahAttAnmala.samlade': 'oppen', 'LexSarahAttAnmala.enskilda': 'oppen', 'LexSarahAttAnmala.uppfoljningar': 'oppen',
  'LexSarahDelegat.fraga': 'oppen', 'LexSarahDelegat.befattning': 'oppen', 'LexSarahDelegat.punkt': 'oppen',
  'LexSarahRutin.fran': 'oppen', 'LexSarahRutin.rapportArbetsdagar': 'oppen', 'LexSarahRutin.startDagar': 'oppen', 'LexSarahRutin.utredningDagar': 'oppen', 'LexSarahRutin.delegater': 'oppen',
  'LexSarahEdge.cursor': 'oppen', 'LexSarahEdge.node': 'oppen', 'LexSarahConnection.edges': 'oppen', 'LexSarahConnection.pageInfo': 'oppen',
  // handelser
  'Query.handelser': 'oppen', 'HandelseConnection.edges': 'oppen', 'HandelseConnection.pageInfo': 'oppen', 'HandelseEdge.cursor': 'oppen', 'HandelseEdge.node': 'oppen',
  'Handelse.position': 'arbetsmaterial', 'Handelse.id': 'arbetsmaterial', 'Handelse.typ': 'arbetsmaterial', 'Handelse.by': 'arbetsmaterial', 'Handelse.vem': 'personuppgift',
  'Handelse.roll': 'arbetsmaterial', 'Handelse.nar': 'arbetsmaterial', 'Handelse.strom': 'arbetsmaterial', 'Handelse.kategori': 'arbetsmaterial', 'Handelse.version': 'arbetsmaterial',
  'Handelse.orsak': 'arbetsmaterial', 'Handelse.kommando': 'arbetsmaterial', 'Handelse.spar': 'arbetsmaterial', 'Handelse.falt': 'arbetsmaterial',
  'Faltvarde.falt': 'oppen', 'Faltvarde.klass': 'oppen', 'Faltvarde.varde': 'arbetsmaterial',
  // frister
  'Query.frister': 'oppen', 'Frist.regel': 'arbetsmaterial', 'Frist.slag': 'arbetsmaterial', 'Frist.vad': 'arbetsmaterial', 'Frist.galler': 'arbetsmaterial', 'Frist.lag': 'arbetsmaterial', 'Frist.drift': 'arbetsmaterial', 'Frist.passerad': 'arbetsmaterial',
  'Frist.agare': 'arbetsmaterial', 'Frist.varfor': 'arbetsmaterial', 'Frist.lagrum': 'arbetsmaterial', 'Frist.kalla': 'arbetsmaterial', 'Frist.mal': 'arbetsmaterial',
  // granskning
  'Query.granskning': 'oppen', 'Query.poster': 'oppen', 'Query.dokumentsummor': 'oppen',
  'Granskning.logg': 'oppen', 'Granskning.upplaga': 'oppen', 'Granskning.lasmodeller': 'oppen', 'Lasmodell.namn': 'oppen', 'Lasmodell.position': 'oppen', 'Post.position': 'oppen', 'Post.bytes': 'oppen', 'Dokumentsumma.id': 'oppen', 'Dokumentsumma.hash': 'oppen',
  // andringar
  'Subscription.andringar': 'oppen', 'Andring.position': 'arbetsmaterial', 'Andring.typ': 'arbetsmaterial', 'Andring.stromId': 'arbetsmaterial', 'Andring.kategori': 'arbetsmaterial', 'Andring.at': 'arbetsmaterial',
};

import type { SammantradeEvent } from '@klubba/sammantrade';
import { type Golden, type NothingMissing, sealed } from './golden';

const ett = '00000000-0000-4000-8000-000000000001';
const tva = '00000000-0000-4000-8000-000000000002';
const tre = '00000000-0000-4000-8000-000000000003';
const fyra = '00000000-0000-4000-8000-000000000004';
const fem = '00000000-0000-4000-8000-000000000005';
const sex = '00000000-0000-4000-8000-000000000006';
const sju = '00000000-0000-4000-8000-000000000007';
const atta = '00000000-0000-4000-8000-000000000063';
const nio = '00000000-0000-4000-8000-000000000064';
const part = '00000000-0000-4000-8000-000000000042';
const gast = '00000000-0000-4000-8000-000000000041';
const ordf = '00000000-0000-4000-8000-000000000011';
const led = '00000000-0000-4000-8000-000000000012';
const ers = '00000000-0000-4000-8000-000000000013';
const arende = '00000000-0000-4000-8000-000000000021';
const galler = { slag: 'remiss', id: '00000000-0000-4000-8000-000000000027' } as const;
const memo = '00000000-0000-4000-8000-000000000022';
const namnd = '00000000-0000-4000-8000-0000000000a1';
const gammal = '00000000-0000-4000-8000-000000000061';
const mask = '00000000-0000-4000-8000-000000000062';
const fil = '00000000-0000-4000-8000-000000000d01';
const [yrkat, yrkat2, rostat, rostat2, reserverat, reserverat2, antecknat] = [51, 52, 53, 54, 55, 56, 57].map((n) => `00000000-0000-4000-8000-0000000000${n}`) as [string, string, string, string, string, string, string];
const avsteg = (kod: string) => [{ kod, skal: sealed('sammantrade') }];
const inlast = (kod: string) => ({ kalla: sealed('sammantrade'), brott: [{ kod, lagrum: 'KL 6 kap. 27 §' }, { kod: 'KALLELSE_SAKNAR_FALT' }] }) as const;
const punkter = [{ text: sealed('paragraf'), verb: sealed('paragraf'), subjekt: sealed('paragraf'), underpunkter: 2, omedelbarJustering: true }] as const;
const kallelse = {
  datum: '2018-03-17', ordforande: ordf, forhinder: sealed('sammantrade'), kallade: [ordf, led, ers], punkter: [{ punkt: tva, nr: 1, diarienummer: 'SN/2018:23' }, { punkt: ett, nr: 2 }, { punkt: fyra, nr: 3 }],
  upprattad: '2018-03-12', foreslagnaJusterare: [{ person: led, parti: 'B', som: 'ordinarie' }, { person: ers, som: 'ersattare' }], undertecknadAv: [sealed('sammantrade')],
  grupper: [sealed('sammantrade')], kolumner: [sealed('sammantrade')], summaTidMin: 95, handlingar: [{ punkt: tva, handling: fil, version: 2, hash: 'ab'.repeat(32) }],
} as const;
const tillFler = { personalforetradare: [gast], distans: { lank: sealed('sammantrade'), villkor: sealed('sammantrade') } } as const;
const nyPunkt = {
  slag: 'arende', klass: 'sekretess', sekretesslagrum: '26:1', rubrik: sealed('paragraf'), grupp: sealed('paragraf'), arende, galler, diarienummer: 'SN/2018:25', utanDiarienummer: false, tjansteskrivelse: memo,
  tjansteskrivelseDatum: '2018-03-07', handlingslage: 'bifogas', myndighetsutovning: false, kraverKf: false, sen: { beredd: true, skal: sealed('paragraf') }, forslag: punkter, foredragande: [sealed('paragraf')],
  tidMin: 15, klockslag: sealed('paragraf'), beslutsniva: sealed('paragraf'),
} as const;
const beslut = {
  datum: '2018-03-21', tid: '15:30', beslutspunkter: punkter, overklagandeslag: 'LAGLIGHETSPROVNING', arende, klass: 'sekretess', rubrik: sealed('paragraf'), diarienummer: 'SN 2018-25',
  underlag: [sealed('paragraf')], andringMotKallelse: sealed('paragraf'), beslutsmotivering: sealed('paragraf'), bifallet: fyra,
} as const;
const slag = [{ ...punkter[0], beslutstyp: 'uppdra_at' }] as const;
const fler = {
  beslutspunkter: slag, enligtForslag: true,
  andrar: { paragraf: gammal, ar: 2018, nr: 3, bokstav: 'a', datum: '2018-02-14', grund: 'fl_37', skal: sealed('paragraf'), tillNackdel: true, undantag: 'oriktiga_uppgifter', tillsVidare: true },
  underparagraf: { grupp: fyra, bokstav: 'a' },
} as const;
const narvaro = {
  person: ers, uppdrag: 'ersattare', roll: 'andre_vice_ordforande', parti: 'B', franvaroskal: sealed('person'),
  pass: [{ tjanstgor: true, ersatter: led, vakant: true, franPunkt: fyra, tillPunkt: fyra, fran: '15:20', till: '15:40' }],
} as const;
const distans = { bild: true, ljud: true, likaVillkor: true } as const;
const regler = { utskott: false, distans: true, distansSekretess: true, aterintrade: false, sentIntrade: true, byteInomPunkt: false, insynsplats: false, personalforetradare: 'ja', beredande: false } as const;
const utskottsforslag = { namnd: ett, organ: 'SNAU', sammantrade: tva, paragraf: tre, ar: 2018, nr: 7, datum: '2018-03-07' } as const;
const ovrig = { narvaro: gast, slag: 'insynsplats', benamning: sealed('sammantrade'), enhet: sealed('sammantrade'), antal: 1, punkter: [fyra], overlaggning: true } as const;
const justering = { omgang: 3, omedelbar: false, datum: '2018-04-20', justerare: [ordf], punkter: [fem] } as const;
const bevis = { underskrifter: [{ person: ordf, datum: '2018-04-20' }], undertecknat: { id: fil, hash: 'cd'.repeat(32) } } as const;
const uppgifter = {
  satt: sealed('sammantrade'), sekreterare: sealed('sammantrade'), forsattsblad: sealed('sammantrade'), filnamn: sealed('sammantrade'), hanvisningar: [tva], sidorPdf: 12, sidorSidfot: 10,
  underskriftstjanst: sealed('sammantrade'), signaturer: [{ roll: 'ordforande', person: ordf, tid: '2018-04-20T16:04:01' }, { roll: 'justerare' }],
} as const;
const yrkande = {
  punkt: ett, klass: 'oppen', yrkande: yrkat, slag: 'andring', av: [ordf], instammer: [ers], text: sealed('paragraf'), motivering: sealed('paragraf'), skriftligt: true,
} as const;
const omrostning = {
  punkt: ett, klass: 'oppen', omrostning: rostat, slag: 'avgorande', amne: 'sak', tid: '15:05', huvudforslag: ett, motforslag: yrkat, huvudforslagText: sealed('paragraf'), motforslagText: sealed('paragraf'),
  utsettGenom: sealed('paragraf'), jaBetyder: sealed('paragraf'), nejBetyder: sealed('paragraf'), sluten: false, perParti: [{ parti: 'A', ja: 1, nej: 0, avstar: 0 }, { parti: 'B', ja: 0, nej: 1, avstar: 0 }],
  ja: 1, nej: 1, avstar: 0, utfall: 'ja', avgjordesGenom: 'utslagsrost', tabellOrdforanden: sealed('paragraf'), tabellDelad: true,
} as const;
const reservation = { punkt: ett, klass: 'oppen', reservation: reserverat, av: [ordf], tid: '15:13', tillFormanFor: sealed('paragraf'), motivering: sealed('paragraf'), skriftlig: true } as const;
const hash = 'ab'.repeat(32);
/** A shape that has not changed since. */
const same = <const T extends string, const D extends object>(type: T, data: D) => ({ type, schema: 1, stored: data, today: data }) as const;

export const golden = [
  same('SammantradePlanerat', { namnd, organ: 'SN', datum: '2018-03-21', tid: '15:00', slutTid: '17:00', plats: sealed('sammantrade') }),
  same('SammantradePlanerat', { namnd, organ: 'SN', datum: '2018-03-21', tid: '15:00', slutTid: '17:00', plats: sealed('sammantrade'), tidSkriven: sealed('sammantrade') }),
  same('PunktLagdTill', { punkt: ett, nr: 1, slag: 'formalia', klass: 'oppen', rubrik: sealed('paragraf'), utanDiarienummer: false, myndighetsutovning: false, kraverKf: false }),
  same('PunktLagdTill', {
    punkt: tva, nr: 2, slag: 'remissvar', klass: 'sekretess', sekretesslagrum: '26:1', rubrik: sealed('paragraf'), grupp: sealed('paragraf'), arende, galler, diarienummer: 'SN/2018:23', utanDiarienummer: false,
    tjansteskrivelse: memo, tjansteskrivelseDatum: '2018-03-07', handlingslage: 'delas_ut_vid_sammantradet', myndighetsutovning: true, kraverKf: true, avsteg: avsteg('HANDLINGAR_DELAS_UT'),
  }),
  same('PunktFlyttad', { punkt: tva, nr: 1 }),
  same('SekretessblockSatt', { fran: 1, till: 1, punkter: [tva], rubrik: sealed('sammantrade') }),
  same('KallelseSkickad', {
    version: 1, datum: '2018-03-17', ordforande: ordf, forhinder: sealed('sammantrade'), kallade: [ordf, led, ers],
    punkter: [{ punkt: tva, nr: 1 }, { punkt: ett, nr: 2, diarienummer: 'SN/2018:24' }], avsteg: avsteg('KALLELSE_SEN'),
  }),
  same('PunktLagdTill', {
    punkt: tre, nr: 3, slag: 'information', klass: 'oppen', rubrik: sealed('paragraf'), utanDiarienummer: true, myndighetsutovning: false, kraverKf: false, sen: { beredd: true, skal: sealed('paragraf') },
  }),
  same('PunktAndrad', { punkt: ett, klass: 'oppen', galler, rubrik: sealed('paragraf'), grupp: sealed('paragraf'), handlingslage: 'bifogas', skal: sealed('paragraf'), avsteg: avsteg('HANDLINGAR_DELAS_UT') }),
  same('ForslagKnutet', { punkt: tre, klass: 'oppen', paragraf: gammal, namnd, ar: 2018, nr: 12, bokstav: 'b', datum: '2018-02-14', beslutstyp: 'foresla_kf', kraverKf: true, forslag: slag, avsteg: avsteg('FORSLAG_EJ_JUSTERAT') }),
  same('PunktLagdTill', { punkt: fyra, nr: 3, ...nyPunkt, klass: 'oppen', forslag: slag }),
  same('PunktInlast', { punkt: fem, nr: 5, ...nyPunkt, forslag: slag, ...inlast('SEKRETESSLAGRUM_SAKNAS') }),
  same('PunktLagdTill', { punkt: fyra, nr: 3, ...nyPunkt, avsteg: avsteg('DATUM_I_FEL_ORDNING') }),
  same('KallelseSkickad', { version: 2, ...kallelse, avsteg: avsteg('KALLELSE_SEN') }),
  same('PunktInlast', { punkt: fem, nr: 5, ...nyPunkt, ...inlast('SEKRETESSLAGRUM_SAKNAS') }),
  same('PunktLagdTill', { punkt: sex, nr: 6, ...nyPunkt, utskottsforslag }),
  same('PunktInlast', { punkt: sju, nr: 7, ...nyPunkt, utskottsforslag, ...inlast('SEKRETESSLAGRUM_SAKNAS') }),
  same('PersonalnarvaroBedomd', { punkt: sju, arbetsgivarfraga: true, obestamdKrets: false, undantag: ['arbetskonflikt'] }),
  same('PartsrattAntecknad', { punkt: sex, klass: 'sekretess', part, benamning: sealed('paragraf'), lag: 'sol', informerad: true, begart: true, tid: '15:30', nekad: sealed('paragraf') }),
  same('KallelseInlast', { version: 3, ...kallelse, ...inlast('KALLELSE_SAKNAR_MOTTAGARE') }),
  same('SammantradeOppnat', { datum: '2018-03-21', tid: '15:00', antalLedamoter: 3, omedelbarJustering: true, avsteg: avsteg('KALLELSE_SAKNAS') }),
  same('SammantradeOppnat', { datum: '2018-03-21', tid: '15:00', antalLedamoter: 3, omedelbarJustering: true, tidSkriven: sealed('sammantrade'), plats: sealed('sammantrade') }),
  same('SammantradeOppnat', { datum: '2018-03-21', tid: '15:00', antalLedamoter: 3, omedelbarJustering: true, regler }),
  same('UppropHallet', { antecknade: [narvaro, { ...narvaro, person: led, uppdrag: 'ledamot', pass: [{ tjanstgor: true, distans }] }], avsteg: avsteg('INKALLELSEORDNING_FRANGAS') }),
  same('DagordningFaststalld', { tid: '15:05', tillagda: [tre], andringar: sealed('sammantrade') }),
  same('NarvaroAntecknad', { person: ordf, uppdrag: 'ledamot', roll: 'ordforande', parti: 'A', pass: [{ tjanstgor: true }] }),
  same('NarvaroAntecknad', { person: led, uppdrag: 'ledamot', parti: 'B', pass: [{ tjanstgor: true, fran: '15:00', till: '16:00' }], franvaroskal: sealed('person') }),
  same('NarvaroAntecknad', { person: ers, uppdrag: 'ersattare', parti: 'B', pass: [{ tjanstgor: true, ersatter: led, franPunkt: tre, tillPunkt: tre }] }),
  same('NarvaroAntecknad', narvaro),
  same('NarvaroInlast', { ...narvaro, ...inlast('EJ_FORTROENDEVALD') }),
  same('OvrigNarvaroAntecknad', { narvaro: gast, slag: 'tjansteperson', benamning: sealed('sammantrade'), enhet: sealed('sammantrade'), antal: 2, punkter: [fyra] }),
  same('NarvaroAntecknad', { person: led, uppdrag: 'ledamot', parti: 'B', pass: [{ tjanstgor: true, distans }], avsteg: avsteg('BYTE_INOM_PUNKT') }),
  same('NarvaroInlast', { person: led, uppdrag: 'ledamot', parti: 'B', pass: [{ tjanstgor: true, distans }], ...inlast('DISTANS_EJ_TILLATEN') }),
  same('MotesordforandeUtsedd', { person: led, som: 'alderspresident', punkter: [sju] }),
  same('JavProvat', { punkt: sju, klass: 'sekretess', person: ordf, jav: false, varfor: 'utan_betydelse', deltog: true, text: sealed('paragraf'), avsteg: avsteg('EJ_BESLUTFOR') }),
  same('NarvaroMedgiven', { punkt: sju, klass: 'sekretess', slag: 'upplysningsperson', medges: true, overlaggning: true }),
  same('OvrigtJavAntecknat', { punkt: fyra, klass: 'sekretess', narvaro: gast, javig: true, text: sealed('paragraf') }),
  same('PartHord', { punkt: sex, klass: 'sekretess', part, fran: '15:31', till: '15:40' }),
  same('SammantradeAjournerat', { fran: '15:40', till: '15:45', skal: sealed('sammantrade') }),
  same('SammantradeAjournerat', { fran: '15:50' }),
  same('SammantradeAterupptaget', { tid: '15:55', avsteg: avsteg('EJ_BESLUTFOR') }),
  same('SammantradeAterupptaget', { tid: '2018-03-22 09:00' }),
  same('SammantradeAvslutat', { tid: '2018-10-28 02:10 normaltid' }),
  same('OvrigNarvaroStruken', { narvaro: gast, skal: sealed('sammantrade') }),
  same('OvrigNarvaroAntecknad', { narvaro: gast, slag: 'personalforetradare', benamning: sealed('sammantrade') }),
  same('OvrigNarvaroAntecknad', { ...ovrig, avsteg: avsteg('INSYNSPLATS_EJ_MEDGIVEN') }),
  same('OvrigNarvaroInlast', { ...ovrig, ...inlast('PERSONALFORETRADARE_EJ_NARVARO') }),
  same('FranvaroVidPunktAntecknad', { punkt: tre, person: led, franvarande: true, skal: 'jav' }),
  same('FranvaroVidPunktAntecknad', {
    punkt: ett, person: led, franvarande: true, skal: 'jav', klass: 'oppen', grund: 'sak_slakt_eller_intresse', text: sealed('paragraf'), ersattsAv: ers, ledsAv: ers, avsteg: avsteg('JAVIG_ERSATTS_EJ'),
  }),
  same('YrkandeAntecknat', { ...yrkande, avsteg: avsteg('EJ_TJANSTGORANDE') }),
  same('YrkandeInlast', { ...yrkande, yrkande: yrkat2, ...inlast('EJ_TJANSTGORANDE') }),
  same('YrkandeAterkallat', { punkt: ett, klass: 'oppen', yrkande: yrkat2, skal: sealed('paragraf') }),
  same('PropositionsordningFaststalld', { punkt: ett, klass: 'oppen', steg: [{ mellan: [ett, yrkat], bifallet: ett }, { text: sealed('paragraf') }] }),
  same('BeslutsgangAntecknad', { punkt: ett, klass: 'oppen', typ: 'acklamation_mellan_forslag', steg: [{ mellan: [ett, yrkat], bifallet: ett }, { text: sealed('paragraf') }] }),
  same('OmrostningBegard', { punkt: ett, klass: 'oppen', av: [ordf] }),
  same('OmrostningGenomford', { ...omrostning, roster: [{ person: ers, rost: 'nej' }, { person: ordf, rost: 'ja' }], avsteg: avsteg('MOTFORSLAG_EJ_UTSETT') }),
  same('OmrostningInlast', { ...omrostning, roster: [{ person: ordf, rost: 'ja' }], omrostning: rostat2, ...inlast('ROSTERNA_STAMMER_INTE') }),
  same('JusterareUtsedd', { person: led, ersattare: ers, dag: '2018-04-04' }),
  same('UnderparagraferSatta', { punkter: [fyra, fem] }),
  same('BeslutFattat', {
    punkt: tva, ordning: 1, datum: '2018-03-21', tid: '15:10', beslutstyp: 'avge_yttrande', overklagandeslag: 'EJ_OVERKLAGBART', arende, klass: 'sekretess',
    beslutspunkter: [{ text: sealed('paragraf'), verb: sealed('paragraf'), subjekt: sealed('paragraf') }, { text: sealed('paragraf'), omedelbarJustering: true }], avsteg: avsteg('SENT_ARENDE_EJ_FASTSTALLT'),
  }),
  same('BeslutFattat', { punkt: ett, ordning: 2, datum: '2018-03-21', tid: '15:12', beslutstyp: 'bifalla', beslutspunkter: [], overklagandeslag: 'LAGLIGHETSPROVNING', klass: 'oppen' }),
  same('BeslutFattat', { punkt: fyra, ordning: 3, beslutstyp: 'faststallas_av_kf', ...beslut, avsteg: avsteg('EJ_BESLUTFOR') }),
  same('BeslutInlast', { punkt: fem, ordning: 4, beslutstyp: 'ej_publicerat', ...beslut, ar: 2018, nr: 28, ...inlast('EJ_BESLUTFOR') }),
  same('BeslutFattat', { punkt: fyra, ordning: 3, beslutstyp: 'faststallas_av_kf', ...beslut, ...fler, avsteg: avsteg('FL_GALLER_INTE') }),
  same('BeslutInlast', { punkt: fem, ordning: 4, beslutstyp: 'ej_publicerat', ...beslut, ...fler, ar: 2018, nr: 28, ...inlast('FL_GALLER_INTE') }),
  same('DeltarInteAntecknat', { punkt: ett, klass: 'oppen', person: ers, text: sealed('paragraf'), avsteg: avsteg('AVSTA_EJ_TILLATET') }),
  same('DeltarInteInlast', { punkt: ett, klass: 'oppen', person: led, text: sealed('paragraf'), ...inlast('AVSTA_EJ_TILLATET') }),
  same('ReservationAnmald', { ...reservation, avsteg: avsteg('RESERVERAR_SIG_MOT_SIN_ROST') }),
  same('ReservationInlast', { ...reservation, reservation: reserverat2, ...inlast('RESERVATION_EJ_DELTAGIT') }),
  same('ReservationMotiverad', { punkt: ett, klass: 'oppen', reservation: reserverat, datum: '2018-03-26', motivering: sealed('paragraf') }),
  same('ProtokollsanteckningGjord', { punkt: ett, klass: 'oppen', anteckning: antecknat, slag: 'sarskilt_yttrande', av: [ers], text: sealed('paragraf'), medgiven: true, avsteg: avsteg('ANTECKNING_EJ_MEDGIVEN') }),
  same('AntecknatStruket', { punkt: ett, klass: 'oppen', slag: 'anteckning', antecknat, skal: sealed('paragraf') }),
  same('BeslutUtskrivet', { punkt: fyra, klass: 'sekretess', beslutspunkter: punkter }),
  same('BeslutUtskrivet', { punkt: ett, klass: 'oppen', beslutspunkter: [{ text: sealed('paragraf'), verb: sealed('paragraf'), subjekt: sealed('paragraf'), omedelbarJustering: true }] }),
  same('BeslutUtskrivet', { punkt: fyra, klass: 'sekretess', beslutspunkter: slag, avsteg: avsteg('PUNKTEN_AVGOR_KF_ARENDET') }),
  same('BeslutKompletterat', { punkt: fyra, klass: 'sekretess', beslutspunkter: slag, skal: sealed('paragraf'), avsteg: avsteg('PUNKTEN_AVGOR_KF_ARENDET') }),
  same('BeslutstextRattad', { punkt: ett, klass: 'oppen', beslutspunkt: 1, text: sealed('paragraf'), skal: sealed('paragraf') }),
  same('BeslutstextRattad', { punkt: ett, klass: 'oppen', beslutspunkt: 1, text: sealed('paragraf'), skal: sealed('paragraf'), avsteg: avsteg('PUNKTEN_AVGOR_KF_ARENDET') }),
  same('ParagrafNumrerad', { punkt: tva, ar: 2018, nr: 25, datum: '2018-03-21', beslutstyp: 'avge_yttrande', overklagandeslag: 'EJ_OVERKLAGBART', arende, galler, slag: 'remissvar', klass: 'sekretess' }),
  same('ParagrafNumrerad', { punkt: tva, ar: 2018, nr: 25, datum: '2018-03-21', beslutstyp: 'avge_yttrande', overklagandeslag: 'EJ_OVERKLAGBART', arende, galler: { ...galler, slag: 'uppdrag' }, slag: 'delegationsanmalan', klass: 'sekretess' }),
  same('ParagrafNumrerad', { punkt: tva, ar: 2018, nr: 25, datum: '2018-03-21', beslutstyp: 'avge_yttrande', overklagandeslag: 'EJ_OVERKLAGBART', arende, galler: { ...galler, slag: 'lexsarah' }, slag: 'lex_sarah', klass: 'sekretess' }),
  same('ParagrafNumrerad', { punkt: tva, ar: 2018, nr: 25, datum: '2018-03-21', beslutstyp: 'anta', overklagandeslag: 'EJ_OVERKLAGBART', galler: { ...galler, slag: 'internkontroll' }, klass: 'sekretess' }),
  same('ParagrafNumrerad', { punkt: tva, ar: 2018, nr: 25, datum: '2018-03-21', beslutstyp: 'godkanna', overklagandeslag: 'EJ_OVERKLAGBART', galler: { ...galler, slag: 'kvalitetsberattelse' }, klass: 'sekretess' }),
  same('ParagrafNumrerad', { punkt: ett, ar: 2018, nr: 26, datum: '2018-03-21', beslutstyp: 'bifalla', overklagandeslag: 'LAGLIGHETSPROVNING', klass: 'oppen' }),
  same('ParagrafNumrerad', {
    punkt: fyra, ar: 2018, nr: 27, datum: '2018-03-21', beslutstyp: 'faststallas_av_kf', overklagandeslag: 'LAGLIGHETSPROVNING', klass: 'sekretess', bokstav: 'a', andrar: { paragraf: gammal, grund: 'fl_37' }, forslagFran: gammal,
  }),
  same('ParagrafNumrerad', { punkt: fyra, ar: 2018, nr: 27, datum: '2018-03-21', beslutstyp: 'foresla_namnden', overklagandeslag: 'EJ_OVERKLAGBART', klass: 'sekretess', beredande: true }),
  same('PunktUtgick', { punkt: tre, klass: 'oppen', behallerNummer: true, skal: sealed('paragraf') }),
  same('SammantradeAvslutat', { tid: '17:00', avsteg: avsteg('ARENDEN_EJ_AVGJORDA') }),
  same('SammantradeAvslutat', { tid: '17:00', tidSkriven: sealed('sammantrade'), angesI: [sealed('sammantrade')] }),
  same('SammantradeAteroppnat', { skal: sealed('sammantrade') }),
  same('SammantradeAvslutat', { tid: '17:05' }),
  same('ParagraferJusterade', { omgang: 1, omedelbar: true, datum: '2018-03-21', justerare: [ordf, led], punkter: [tva] }),
  same('ParagraferJusterade', { omgang: 2, omedelbar: false, datum: '2018-04-05', justerare: [ordf, led], punkter: [ett], avsteg: avsteg('JUSTERING_SEN') }),
  same('ProtokollUpprattat', { omgang: 3, omedelbar: false, punkter: [fem], justerare: [ordf, led] }),
  same('ProtokolluppgifterAntecknade', { omgang: 3, ...uppgifter }),
  same('ProtokollSkickatForJustering', { omgang: 3, omedelbar: false, punkter: [fem], justerare: [ordf], datum: '2018-03-25', avsteg: avsteg('FORSLAGETS_TEXT_SAKNAS') }),
  same('ProtokollAtertaget', { omgang: 3, skal: sealed('sammantrade') }),
  same('JusteringInlast', { ...justering, ...inlast('JUSTERING_SEN') }),
  same('ParagraferJusterade', { ...justering, ...bevis, omgang: 4, punkter: [fyra], avsteg: avsteg('UNDERTECKNAT_SKILJER_SIG') }),
  same('JusteringInlast', { ...justering, ...bevis, ...inlast('UNDERTECKNAT_SKILJER_SIG') }),
  same('AnslagInlast', { omgang: 3, datum: '2018-04-19', forvaringsplats: sealed('sammantrade'), punkter: [fem], senast: '2018-04-22', nedtasTidigast: '2018-05-11', ...inlast('ANSLAG_FORE_JUSTERING') }),
  same('PunktKlassAndrad', { punkt: tva, klass: 'oppen', forut: 'sekretess', skal: sealed('paragraf') }),
  same('PunktKlassAndrad', { punkt: ett, klass: 'sekretess', forut: 'oppen', sekretesslagrum: '26:1', skal: sealed('paragraf') }),
  same('ProtokollAnslaget', { omgang: 2, datum: '2018-04-10', forvaringsplats: sealed('sammantrade'), punkter: [ett], senast: '2018-04-09', nedtasTidigast: '2018-05-03', avsteg: avsteg('ANSLAG_SENT') }),
  same('AnslagKontrollerat', { omgang: 2, anslaget: '2018-04-10', datum: '2018-04-12', tid: '02:10', nabart: false }),
  same('AnslagsavbrottNoterat', { omgang: 2, anslaget: '2018-04-10', datum: '2018-04-12', fran: '02:00', till: '02:40', brutet: false, punkter: [ett], avsteg: avsteg('ANSLAG_BRUTET') }),
  same('AnslagNedtaget', { omgang: 2, anslaget: '2018-04-10', datum: '2018-04-20', brutet: true, punkter: [ett], avsteg: avsteg('ANSLAG_BRUTET') }),
  same('PunkternasKlassHojd', { punkter: [tre], klass: 'sekretess', sekretesslagrum: '26:1' }),
  same('UppgiftMaskad', { punkt: ett, klass: 'sekretess', maskning: mask, text: sealed('paragraf'), skal: 'personnummer' }),
  same('BeslutOffentliggjort', { punkt: ett, slag: 'omhandertagande', lagrum: 'OSL 26 kap. 7 §', datum: '2018-04-10', text: sealed('paragraf') }),
  same('OffentligtBeslutIndraget', { punkt: ett, datum: '2018-04-12', skal: sealed('paragraf') }),
  same('MaskningAngrad', { punkt: ett, klass: 'sekretess', maskning: mask, skal: sealed('paragraf') }),
  same('ProtokollPublicerat', { omgang: 2, datum: '2018-04-11', granskadAv: ordf, beslut: sealed('sammantrade'), hash: 'ef'.repeat(32) }),
  same('ProtokollAvpublicerat', { omgang: 2, datum: '2018-05-11', skal: sealed('sammantrade') }),
  same('SammantradeInstallt', { skal: sealed('sammantrade') }),
  same('SammantradePlanerat', { namnd, organ: 'SN', datum: '2018-03-21', tid: '15:00', plats: sealed('sammantrade'), begaran: gast, maste: true, oppet: true }),
  same('MotesdagarSatta', { stoppdag: '2018-03-05', stopptid: '12:00', presidieberedning: '2018-03-08', utskick: '2018-03-14', avsteg: avsteg('DATUM_I_FEL_ORDNING') }),
  same('PunktLagdTill', { punkt: atta, nr: 1, ...nyPunkt, slag: 'initiativarende', klass: 'oppen', arshjul: gast, avsteg: avsteg('EFTER_STOPPTID') }),
  same('PunktInlast', { punkt: nio, nr: 2, ...nyPunkt, arshjul: gast, ...inlast('SEKRETESSLAGRUM_SAKNAS') }),
  same('PunktFlyttad', { punkt: nio, nr: 1, skal: sealed('paragraf') }),
  same('PunktensOppenhetSatt', { punkt: atta, klass: 'oppen', oppet: true, namndbeslut: sealed('paragraf') }),
  same('PunktensOppenhetSatt', { punkt: nio, klass: 'oppen', oppet: true, avsteg: avsteg('OPPET_EJ_MEDGIVET') }),
  same('KallelseSkickad', { version: 1, ...kallelse, slag: 'kallelse', anledning: sealed('sammantrade'), avsteg: avsteg('HANDLING_SAKNAS') }),
  same('KallelseInlast', { version: 2, ...kallelse, slag: 'tillaggslista', anledning: sealed('sammantrade'), ...inlast('KALLELSE_SAKNAR_MOTTAGARE') }),
  same('KallelseSkickad', { version: 3, ...kallelse, ...tillFler, avsteg: avsteg('PERSONALFORETRADARE_EJ_KALLADE') }),
  same('KallelseInlast', { version: 4, ...kallelse, ...tillFler, ...inlast('DISTANS_EJ_TILLATEN') }),
  same('KallelsekvittoAntecknat', { version: 1, personer: [ordf, led], lage: 'skickad', satt: 'e_post', datum: '2018-03-17', tid: '09:00', hash }),
  same('KallelsepaketHamtat', { version: 1, person: ordf, del: 'sekretess', hash, filhash: hash }),
  same('ForhinderAnmalt', { person: led, datum: '2018-03-18', skal: sealed('person') }),
  same('ErsattareKallad', { ersattare: ers, ledamot: led, datum: '2018-03-19', avsteg: avsteg('INKALLELSEORDNING') }),
  same('ErsattareAterkallad', { ersattare: ers, datum: '2018-03-20', skal: sealed('person') }),
  same('ForhinderAterkallat', { person: led, datum: '2018-03-20' }),
  same('TillkannagivandeNedtaget', { innehall: 'sammantrade', anslaget: '2018-03-14', datum: '2018-03-22' }),
  same('SammantradeTillkannagivet', { datum: '2018-03-15', plats: 'webben', innehall: 'beslutsunderlag', punkter: [atta], handlingar: [{ punkt: atta, handling: fil, version: 2, hash }] }),
  same('SammantradeOppnat', { datum: '2018-03-21', tid: '15:00', antalLedamoter: 3, omedelbarJustering: true, utanParagraf: ['formalia', 'initiativarende'] }),
  same('BeslutFattat', { punkt: atta, ordning: 1, beslutstyp: 'inget_beslut', ...beslut, utanParagraf: true, avsteg: avsteg('EJ_BESLUTFOR') }),
  same('BeslutInlast', { punkt: nio, ordning: 2, beslutstyp: 'ej_publicerat', ...beslut, utanParagraf: true, ar: 2018, nr: 28, ...inlast('EJ_BESLUTFOR') }),
  same('SammantradeInstallt', { skal: sealed('sammantrade'), ersattsAv: gast, avsteg: avsteg('SAMMANTRADE_MASTE_HALLAS') }),
] as const satisfies readonly Golden<SammantradeEvent>[];
export const nothingMissing: NothingMissing<SammantradeEvent, typeof golden> = true;

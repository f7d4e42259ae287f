import type { SammantradeEvent } from '@klubba/sammantrade';
import { type Golden, type NothingMissing, sealed } from './golden';

const ett = '00000000-0000-4000-8000-000000000001';
const tva = '00000000-0000-4000-8000-000000000002';
const tre = '00000000-0000-4000-8000-000000000003';
const ordf = '00000000-0000-4000-8000-000000000011';
const led = '00000000-0000-4000-8000-000000000012';
const ers = '00000000-0000-4000-8000-000000000013';
const arende = '00000000-0000-4000-8000-000000000021';
const memo = '00000000-0000-4000-8000-000000000022';
const namnd = '00000000-0000-4000-8000-0000000000a1';
const avsteg = (kod: string) => [{ kod, skal: sealed('sammantrade') }];
/** A shape that has not changed since. */
const same = <const T extends string, const D extends object>(type: T, data: D) => ({ type, schema: 1, stored: data, today: data }) as const;

export const golden = [
  same('SammantradePlanerat', { namnd, organ: 'SN', datum: '2018-03-21', tid: '15:00', slutTid: '17:00', plats: sealed('sammantrade') }),
  same('PunktLagdTill', { punkt: ett, nr: 1, slag: 'formalia', klass: 'oppen', rubrik: sealed('paragraf'), utanDiarienummer: false, myndighetsutovning: false, kraverKf: false }),
  same('PunktLagdTill', {
    punkt: tva, nr: 2, slag: 'remissvar', klass: 'sekretess', sekretesslagrum: '26:1', rubrik: sealed('paragraf'), grupp: sealed('paragraf'), arende, diarienummer: 'SN/2018:23', utanDiarienummer: false,
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
  same('PunktAndrad', { punkt: ett, klass: 'oppen', rubrik: sealed('paragraf'), grupp: sealed('paragraf'), handlingslage: 'bifogas', skal: sealed('paragraf'), avsteg: avsteg('HANDLINGAR_DELAS_UT') }),
  same('SammantradeOppnat', { datum: '2018-03-21', tid: '15:00', antalLedamoter: 3, omedelbarJustering: true, avsteg: avsteg('KALLELSE_SAKNAS') }),
  same('DagordningFaststalld', { tid: '15:05', tillagda: [tre], andringar: sealed('sammantrade') }),
  same('NarvaroAntecknad', { person: ordf, uppdrag: 'ledamot', roll: 'ordforande', parti: 'A', pass: [{ tjanstgor: true }] }),
  same('NarvaroAntecknad', { person: led, uppdrag: 'ledamot', parti: 'B', pass: [{ tjanstgor: true, fran: '15:00', till: '16:00' }], franvaroskal: sealed('person') }),
  same('NarvaroAntecknad', { person: ers, uppdrag: 'ersattare', parti: 'B', pass: [{ tjanstgor: true, ersatter: led, franPunkt: tre, tillPunkt: tre }] }),
  same('FranvaroVidPunktAntecknad', { punkt: tre, person: led, franvarande: true, skal: 'jav' }),
  same('JusterareUtsedd', { person: led, ersattare: ers, dag: '2018-04-04' }),
  same('BeslutFattat', {
    punkt: tva, ordning: 1, datum: '2018-03-21', tid: '15:10', beslutstyp: 'avge_yttrande', overklagandeslag: 'EJ_OVERKLAGBART', arende, klass: 'sekretess',
    beslutspunkter: [{ text: sealed('paragraf'), verb: sealed('paragraf'), subjekt: sealed('paragraf') }, { text: sealed('paragraf'), omedelbarJustering: true }], avsteg: avsteg('SENT_ARENDE_EJ_FASTSTALLT'),
  }),
  same('BeslutFattat', { punkt: ett, ordning: 2, datum: '2018-03-21', tid: '15:12', beslutstyp: 'bifalla', beslutspunkter: [], overklagandeslag: 'LAGLIGHETSPROVNING', klass: 'oppen' }),
  same('BeslutUtskrivet', { punkt: ett, klass: 'oppen', beslutspunkter: [{ text: sealed('paragraf'), verb: sealed('paragraf'), subjekt: sealed('paragraf'), omedelbarJustering: true }] }),
  same('BeslutstextRattad', { punkt: ett, klass: 'oppen', beslutspunkt: 1, text: sealed('paragraf'), skal: sealed('paragraf') }),
  same('ParagrafNumrerad', { punkt: tva, ar: 2018, nr: 25, datum: '2018-03-21', beslutstyp: 'avge_yttrande', overklagandeslag: 'EJ_OVERKLAGBART', arende, klass: 'sekretess' }),
  same('ParagrafNumrerad', { punkt: ett, ar: 2018, nr: 26, datum: '2018-03-21', beslutstyp: 'bifalla', overklagandeslag: 'LAGLIGHETSPROVNING', klass: 'oppen' }),
  same('PunktUtgick', { punkt: tre, klass: 'oppen', behallerNummer: true, skal: sealed('paragraf') }),
  same('SammantradeAvslutat', { tid: '17:00', avsteg: avsteg('ARENDEN_EJ_AVGJORDA') }),
  same('SammantradeAteroppnat', { skal: sealed('sammantrade') }),
  same('SammantradeAvslutat', { tid: '17:05' }),
  same('ParagraferJusterade', { omgang: 1, omedelbar: true, datum: '2018-03-21', justerare: [ordf, led], punkter: [tva] }),
  same('ParagraferJusterade', { omgang: 2, omedelbar: false, datum: '2018-04-05', justerare: [ordf, led], punkter: [ett], avsteg: avsteg('JUSTERING_SEN') }),
  same('PunktKlassAndrad', { punkt: tva, klass: 'oppen', forut: 'sekretess', skal: sealed('paragraf') }),
  same('PunktKlassAndrad', { punkt: ett, klass: 'sekretess', forut: 'oppen', sekretesslagrum: '26:1', skal: sealed('paragraf') }),
  same('ProtokollAnslaget', { omgang: 2, datum: '2018-04-10', forvaringsplats: sealed('sammantrade'), punkter: [ett], senast: '2018-04-09', nedtasTidigast: '2018-05-03', avsteg: avsteg('ANSLAG_SENT') }),
  same('AnslagsavbrottNoterat', { omgang: 2, anslaget: '2018-04-10', datum: '2018-04-12', fran: '02:00', till: '02:40', brutet: false, punkter: [ett], avsteg: avsteg('ANSLAG_BRUTET') }),
  same('AnslagNedtaget', { omgang: 2, anslaget: '2018-04-10', datum: '2018-04-20', brutet: true, punkter: [ett], avsteg: avsteg('ANSLAG_BRUTET') }),
  same('SammantradeInstallt', { skal: sealed('sammantrade') }),
] as const satisfies readonly Golden<SammantradeEvent>[];
export const nothingMissing: NothingMissing<SammantradeEvent, typeof golden> = true;

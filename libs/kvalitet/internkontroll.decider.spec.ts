import { seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { internkontroll, type InternkontrollCommand } from './internkontroll.decider';
import type { InternkontrollEvent } from './internkontroll.events';
import { planerade, saknadeKontroller } from './internkontroll.projection';

const x = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const s = <T>(value: T) => seal('internkontroll:00000000-0000-4000-8000-0000000000aa', value);
const { given } = specify(internkontroll);
type Uppratta = Extract<InternkontrollCommand, { type: 'UpprattaInternkontrollplan' }>['data'];
const uppratta = (over: Partial<Uppratta> = {}): InternkontrollCommand => ({ type: 'UpprattaInternkontrollplan', data: { namnd: x(1), klass: 'oppen', rubrik: 'Plan 2017', fran: '2017-01-01', till: '2017-12-31', omgivning: { namnd: true, arende: true, sekretess: false }, ...over } });
const plan: InternkontrollEvent = { type: 'InternkontrollplanUpprattad', data: { namnd: x(1), klass: 'oppen', rubrik: s('Plan 2017'), fran: '2017-01-01', till: '2017-12-31' } };
const lagg: InternkontrollCommand = { type: 'LaggTillKontrollmoment', data: { text: 'Attest', ansvarig: 'Ekonomen', frekvens: 'kvartal' } };
const moment: InternkontrollEvent = { type: 'KontrollmomentTillagt', data: { klass: 'oppen', moment: 1, text: s('Attest'), ansvarig: s('Ekonomen'), frekvens: 'kvartal' } };
const behandling = (punkt: number, datum: string, nummer: number) => ({ sammantrade: x(3), punkt: x(punkt), datum, ar: Number(datum.slice(0, 4)), nummer, beslutstyp: 'anta' });
const forst: InternkontrollEvent = { type: 'InternkontrollBehandlad', data: behandling(4, '2017-01-18', 7) };
const sist: InternkontrollEvent = { type: 'InternkontrollBehandlad', data: behandling(5, '2018-03-21', 43) };
const antagen: InternkontrollEvent = { type: 'InternkontrollplanAntagen', data: { punkt: x(4), datum: '2017-01-18', ar: 2017, nummer: 7 } };
const redovisad: InternkontrollEvent = { type: 'InternkontrollRedovisad', data: { punkt: x(5), datum: '2018-03-21', ar: 2018, nummer: 43 } };
const anta: InternkontrollCommand = { type: 'AntaInternkontrollplan', data: { punkt: x(4) } };
const redovisa = (punkt: number): InternkontrollCommand => ({ type: 'RedovisaInternkontroll', data: { punkt: x(punkt) } });
const notera = (over: Partial<Extract<InternkontrollCommand, { type: 'NoteraInternkontroll' }>['data']> = {}): InternkontrollCommand => ({ type: 'NoteraInternkontroll', data: { moment: 1, datum: '2017-04-03', resultat: 'utan_avvikelse', ...over } });

describe('En internkontrollplan', () => {
  it('H7: upprättas med sin tid och sina kontrollmoment', () => {
    given().when(uppratta()).then(plan);
    given(plan).when(uppratta()).thenRefused('PLANEN_FINNS_REDAN');
    given().when(uppratta({ till: '2016-12-31' })).thenRefused('DATUM_I_FEL_ORDNING');
    given().when(uppratta({ omgivning: { namnd: false, arende: true, sekretess: false } })).thenRefused('NAMNDEN_FINNS_INTE');
    given().when(uppratta({ arende: x(9), omgivning: { namnd: true, arende: false, sekretess: false } })).thenRefused('ARENDET_FINNS_INTE');
    given().when(uppratta({ omgivning: { namnd: true, arende: true, sekretess: true } })).thenRefused('SEKRETESS_KRAVS');
    given(plan).when(lagg).then(moment);
    given(plan, moment).when({ type: 'TaBortKontrollmoment', data: { moment: 1, skal: 'Dubbelt' } }).then({ type: 'KontrollmomentUtgatt', data: { klass: 'oppen', moment: 1, skal: s('Dubbelt') } });
    given(plan).when({ type: 'TaBortKontrollmoment', data: { moment: 1, skal: 'Dubbelt' } }).thenRefused('MOMENTET_FINNS_INTE');
    given().when(lagg).thenRefused('PLANEN_FINNS_INTE');
  });
  it('H7: antas av nämnden, och ändras inte efter det', () => {
    given(plan, moment).when(anta).thenRefused('ANTAS_AV_PARAGRAF', 'En internkontrollplan antas av nämnden. Ange den paragraf där planen behandlades.', 'KL 6 kap. 6 §');
    given(plan, moment).when({ type: 'NoteraInternkontrollbehandling', data: forst.data as ReturnType<typeof behandling> }).then(forst);
    given(plan, moment, forst).when({ type: 'NoteraInternkontrollbehandling', data: forst.data as ReturnType<typeof behandling> }).thenNothing();
    given(plan, forst).when(anta).thenRefused('PLANEN_SAKNAR_MOMENT');
    given(plan, moment, forst).when(anta).then(antagen);
    given(plan, moment, forst, antagen).when(anta).thenRefused('PLANEN_AR_ANTAGEN');
    given(plan, moment, forst, antagen).when(lagg).thenRefused('PLANEN_AR_ANTAGEN');
  });
  it('H7: kontrollerna görs efter den antagna planen, och det som avviker beskrivs', () => {
    given(plan, moment, forst, antagen).when(notera()).then({ type: 'InternkontrollUtford', data: { klass: 'oppen', moment: 1, datum: '2017-04-03', resultat: 'utan_avvikelse' } });
    given(plan, moment, forst, antagen).when(notera({ resultat: 'storre_avvikelse', text: 'Två av tio' })).then({ type: 'InternkontrollUtford', data: { klass: 'oppen', moment: 1, datum: '2017-04-03', resultat: 'storre_avvikelse', text: s('Två av tio') } });
    given(plan, moment, forst, antagen).when(notera({ resultat: 'inte_utford' })).thenRefused('AVVIKELSEN_SAKNAR_TEXT');
    given(plan, moment, forst, antagen).when(notera({ moment: 2 })).thenRefused('MOMENTET_FINNS_INTE');
    given(plan, moment, forst, antagen).when(notera({ datum: '2016-12-31' })).thenRefused('DATUM_I_FEL_ORDNING');
    given(plan, moment, forst, antagen).when(notera({ datum: '2018-03-22' })).thenRefused('DATUM_I_FRAMTIDEN');
    given(plan, moment, forst).when(notera()).thenRefused('PLANEN_AR_INTE_ANTAGEN');
  });
  it('H7: redovisas för nämnden i en annan paragraf än den som antog planen', () => {
    given(plan, moment, forst, antagen).when(redovisa(4)).thenRefused('REDOVISAS_I_PARAGRAF');
    given(plan, moment, forst, antagen, sist).when(redovisa(5)).then(redovisad);
    given(plan, moment, forst, sist).when(redovisa(5)).thenRefused('PLANEN_AR_INTE_ANTAGEN');
    given(plan, moment, forst, antagen, sist, redovisad).when(notera()).thenRefused('PLANEN_AR_REDOVISAD');
  });
  it('H7: antalet kontroller enligt planen följer av frekvensen, och de som inte gjordes syns', () => {
    const ar = { fran: '2017-01-01', till: '2017-12-31' };
    expect((['manad', 'kvartal', 'tertial', 'halvar', 'ar'] as const).map((frekvens) => planerade(ar, { frekvens }))).toEqual([12, 4, 3, 2, 1]);
    expect(planerade({ fran: '2017-03-01', till: '2017-12-31' }, { frekvens: 'kvartal' })).toBe(4);
    const gjort = (...resultat: readonly ('utan_avvikelse' | 'inte_utford')[]) => saknadeKontroller(ar, { moment: 1, text: s('Attest'), ansvarig: s('Ekonomen'), frekvens: 'kvartal', kontroller: resultat.map((ett) => ({ datum: '2017-04-03', resultat: ett })) });
    expect([gjort(), gjort('utan_avvikelse', 'inte_utford'), gjort('utan_avvikelse', 'utan_avvikelse', 'utan_avvikelse', 'utan_avvikelse', 'utan_avvikelse')]).toEqual([4, 3, 0]);
  });
});

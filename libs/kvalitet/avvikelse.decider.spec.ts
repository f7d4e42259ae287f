import { seal, streamId } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { avvikelse, type AvvikelseCommand } from './avvikelse.decider';
import type { AvvikelseEvent } from './avvikelse.events';
import { avvikelsensKlockor, incidentSenast } from './avvikelse.frister';
import type { Avvikelse } from './avvikelse.projection';
import { provaSumma } from './kvalitet.register';

const x = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const ID = '00000000-0000-4000-8000-0000000000aa';
const s = <T>(value: T) => seal(`avvikelse:${ID}`, value);
const { given } = specify(avvikelse, { at: '2026-12-01T12:00:00.000Z' });
const klass = 'sekretess';
const ATGARD = streamId('avvikelseatgard', ID, '00000000-0000-4000-8000-0000000000cc');
type Ny = Extract<AvvikelseCommand, { type: 'RegistreraAvvikelse' }>['data'];
const ny = (over: Partial<Ny> = {}): AvvikelseCommand => ({ type: 'RegistreraAvvikelse', data: { namnd: x(1), kategori: 'felsänt', enhet: 'barn', inkom: '2026-10-05', text: 'Beslut till fel adress', allvar: 3, upprepningsrisk: 2, omgivning: { namnd: true, arende: false, sekretess: false }, ...over } });
const registrerad = (over: object = {}): AvvikelseEvent => ({ type: 'AvvikelseRegistrerad', data: { namnd: x(1), klass, kategori: 'felsänt', enhet: 'barn', inkom: '2026-10-05', text: s('Beslut till fel adress'), allvar: 3, upprepningsrisk: 2, ...over } });
const besluta = (over: object = {}): AvvikelseCommand => ({ type: 'BeslutaAvvikelseatgard', data: { datum: '2026-10-06', text: 'Försättsblad', ansvarig: 'Enhetschefen', senast: '2026-11-01', ...over } });
const atgard: AvvikelseEvent = { type: 'AvvikelseatgardBeslutad', data: { klass, atgard: ATGARD, datum: '2026-10-06', text: s('Försättsblad'), ansvarig: s('Enhetschefen'), senast: '2026-11-01' } };
const genomford: AvvikelseEvent = { type: 'AvvikelseatgardGenomford', data: { klass, atgard: ATGARD, datum: '2026-10-20' } };
const foljd: AvvikelseEvent = { type: 'AvvikelseFoljdUpp', data: { klass, datum: '2026-11-20', effekt: 'avhjalpt', text: s('Inga fler') } };
const upptackt: AvvikelseEvent = { type: 'IncidentUpptackt', data: { klass, upptackt: '2026-10-05T10:15:00' } };
const avsluta: AvvikelseCommand = { type: 'AvslutaAvvikelse', data: { datum: '2026-11-21' } };

describe('En avvikelse', () => {
  it('K4/H2: raderna 14+8+7+5+5+4+4+4+2+1 är 54, inte 55', () => {
    const rader = [14, 8, 7, 5, 5, 4, 4, 4, 2, 1];
    expect(provaSumma(rader, 55)).toEqual({ kod: 'SUMMAN_STAMMER_INTE', allvar: 'VARNING', text: 'Raderna är tillsammans 54, men summan anges till 55.' });
    expect(provaSumma(rader, 54)).toBeUndefined();
  });
  it('H2: registreras med kategori, allvar 1–4 och risk för upprepning', () => {
    given().when(ny()).then(registrerad());
    given(registrerad()).when(ny()).thenRefused('AVVIKELSEN_FINNS_REDAN');
    given().when(ny({ allvar: 5 })).thenRefused('GRADEN_FINNS_INTE');
    given().when(ny({ upprepningsrisk: 0 })).thenRefused('GRADEN_FINNS_INTE');
    given().when(ny({ intraffade: '2026-10-06' })).thenRefused('DATUM_I_FEL_ORDNING');
    given().when(ny({ intraffade: '2026-02-30' })).thenRefused('DATUM_FINNS_INTE');
    given().when(ny({ klagomal: x(5) })).thenRefused('KLAGOMALET_FINNS_INTE');
    given().when(ny({ klagomal: x(5), klagomalet: true, lexsarah: x(6) })).then(registrerad({ klagomal: x(5), lexsarah: x(6) }));
  });
  it('bedöms på nytt med ett skäl, och kopplas till lex Sarah', () => {
    given(registrerad()).when({ type: 'BedomAvvikelse', data: { datum: '2026-10-07', allvar: 4, skal: 'Skyddad adress' } }).then({ type: 'AvvikelseBedomd', data: { klass, datum: '2026-10-07', allvar: 4, skal: s('Skyddad adress') } });
    given(registrerad()).when({ type: 'BedomAvvikelse', data: { datum: '2026-10-07', allvar: 4, skal: '' } }).thenRefused('SKAL_SAKNAS');
    given(registrerad()).when({ type: 'KopplaAvvikelse', data: { lexsarah: x(6) } }).then({ type: 'AvvikelseKopplad', data: { klass, lexsarah: x(6) } });
  });
  it('har åtgärder med ansvarig och dag, som ändras och genomförs', () => {
    given(registrerad()).when(besluta()).then(atgard);
    given(registrerad()).when(besluta({ senast: '2026-10-05' })).thenRefused('DATUM_I_FEL_ORDNING');
    given(registrerad(), atgard).when({ type: 'GenomforAvvikelseatgard', data: { atgard: ATGARD, datum: '2026-10-20' } }).then(genomford);
    given(registrerad(), atgard, genomford).when({ type: 'GenomforAvvikelseatgard', data: { atgard: ATGARD, datum: '2026-10-20' } }).thenRefused('ATGARDEN_AR_GENOMFORD');
    given(registrerad(), atgard).when({ type: 'GenomforAvvikelseatgard', data: { atgard: x(9), datum: '2026-10-20' } }).thenRefused('ATGARDEN_FINNS_INTE');
    given(registrerad(), atgard).when({ type: 'AndraAvvikelseatgard', data: { atgard: ATGARD, skal: 'x' } }).thenRefused('INGET_ANDRAS');
    given(registrerad(), atgard).when({ type: 'AndraAvvikelseatgard', data: { atgard: ATGARD, senast: '2026-12-24', skal: 'Vakans' } }).then({ type: 'AvvikelseatgardAndrad', data: { klass, atgard: ATGARD, senast: '2026-12-24', skal: s('Vakans') } });
  });
  it('avslutas när åtgärderna är genomförda och uppföljda; annars varnas det', () => {
    given(registrerad(), atgard).when(avsluta).thenWarned('ATGARDER_KVAR', 'UPPFOLJNING_SAKNAS');
    given(registrerad(), atgard, genomford).when(avsluta).thenWarned('UPPFOLJNING_SAKNAS');
    given(registrerad(), atgard, genomford, foljd).when(avsluta).then({ type: 'AvvikelseAvslutad', data: { klass, datum: '2026-11-21' } });
    given(registrerad(), atgard, genomford, foljd, atgard).when(avsluta).thenWarned('ATGARDER_KVAR', 'UPPFOLJNING_SAKNAS');
    given(registrerad(), upptackt).when(avsluta).thenWarned('INCIDENTEN_KVAR');
    const slut: AvvikelseEvent = { type: 'AvvikelseAvslutad', data: { klass, datum: '2026-11-21' } };
    given(registrerad(), slut).when(besluta()).thenRefused('AVVIKELSEN_AR_AVSLUTAD');
    given(registrerad(), slut).when({ type: 'AteroppnaAvvikelse', data: { datum: '2026-11-22', skal: 'Igen' } }).then({ type: 'AvvikelseAteroppnad', data: { klass, datum: '2026-11-22', skal: s('Igen') } });
    given(registrerad()).when({ type: 'AteroppnaAvvikelse', data: { datum: '2026-11-22', skal: 'Igen' } }).thenRefused('AVVIKELSEN_AR_OPPEN');
    given(registrerad(), { type: 'AvvikelseStruken', data: { klass, skal: s('x') } }).when(avsluta).thenRefused('AVVIKELSEN_AR_STRUKEN');
    given().when(avsluta).thenRefused('AVVIKELSEN_FINNS_INTE');
  });
});

describe('En personuppgiftsincident', () => {
  it.each([
    ['2026-10-05T10:15:00', '2026-10-08T10:15:00'],
    ['2026-10-23T10:15:00', '2026-10-26T09:15:00'],
    ['2027-03-26T10:15:00', '2027-03-29T11:15:00'],
    ['2018-05-24T10:15:00', undefined],
  ])('I12: upptäckt %s: 72 timmar är ute %s', (fran, till) => expect(incidentSenast(fran)).toBe(till));
  it('I12: anmäls till IMY inom 72 timmar; senare varnas det', () => {
    const anmal = (anmald: string, skal?: Record<string, string>): AvvikelseCommand => ({ type: 'AnmalIncident', data: { anmald }, ...(skal && { skal }) });
    given(registrerad()).when({ type: 'NoteraIncident', data: { upptackt: '2026-10-05T10:15:00' } }).then(upptackt);
    given(registrerad()).when({ type: 'NoteraIncident', data: { upptackt: '2026-12-01T13:00:01' } }).thenRefused('DATUM_I_FRAMTIDEN');
    given(registrerad(), upptackt).when(anmal('2026-10-08T10:15:00')).then({ type: 'IncidentAnmald', data: { klass, anmald: '2026-10-08T10:15:00' } });
    given(registrerad(), upptackt).when(anmal('2026-10-08T10:16:00')).thenRefused('INCIDENTEN_SENT_ANMALD', 'Incidenten upptäcktes 2026-10-05 kl. 10:15 och skulle ha anmälts till IMY senast 2026-10-08 kl. 10:15, inom 72 timmar. Anmälan ska säga varför den är sen (dataskyddsförordningen art. 33).');
    given(registrerad(), upptackt).when(anmal('2026-10-05T09:00:00')).thenRefused('DATUM_I_FEL_ORDNING');
    given(registrerad()).when(anmal('2026-10-08T10:15:00')).thenRefused('INCIDENT_SAKNAS');
    given(registrerad(), upptackt).when({ type: 'AvskrivIncident', data: { datum: '2026-10-06', skal: 'Krypterat' } }).then({ type: 'IncidentEjAnmald', data: { klass, datum: '2026-10-06', skal: s('Krypterat') } });
    given(registrerad(), upptackt, { type: 'IncidentEjAnmald', data: { klass, datum: '2026-10-06', skal: s('Krypterat') } }).when(anmal('2026-10-08T10:15:00')).thenRefused('INCIDENTEN_AR_KLAR');
  });
  it('I12: klockan går tills den är anmäld eller avskriven, också när avvikelsen är avslutad', () => {
    const en = { id: ID, status: 'avslutad', atgarder: [{ id: ATGARD, beslutad: '2026-10-06', text: s('x'), ansvarig: s('x'), senast: '2026-11-01' }], incident: { upptackt: '2026-10-05T10:15:00' } } as unknown as Avvikelse;
    expect(avvikelsensKlockor(en).map(({ lag, regel }) => [lag, regel])).toEqual([['2026-10-08', 'incident']]);
    expect(avvikelsensKlockor({ ...en, status: 'oppen' }).map(({ lag, regel }) => [lag, regel])).toEqual([['2026-10-08', 'incident'], ['2026-11-01', 'atgard.1']]);
    expect(avvikelsensKlockor({ ...en, incident: { upptackt: '2026-10-05T10:15:00', anmald: '2026-10-06T08:00:00' } })).toEqual([]);
  });
});

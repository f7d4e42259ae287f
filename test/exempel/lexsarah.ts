import { type Recorded, seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import type { Bedomning } from '@klubba/lagrum';
import { lexsarah, type LexSarahCommand } from '../../libs/lexsarah/lexsarah.decider';
import { DOKUMENTATION, type LexSarahEvent } from '../../libs/lexsarah/lexsarah.events';
import { type LexSarah, lexSarahn } from '../../libs/lexsarah/lexsarah.projection';
import { skedet } from '../../libs/lexsarah/lexsarah.skede';
import { type LexSarahRutin, UTAN_RUTIN } from '../../libs/lexsarah/lexsarahrutin.projection';

// A report of lex Sarah, its facts and its commands, for the specs of its rules.
export const id = '00000000-0000-4000-8000-0000000000aa';
export const namnd = '00000000-0000-4000-8000-00000000000a';
export const x = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const s = <T>(value: T) => seal(`lexsarah:${id}`, value);
export const { given } = specify(lexsarah, { at: '2026-11-29T10:00:00.000Z' });

export const CHEF = { person: x(1), befattning: 'forvaltningschef' };
export const rutin: LexSarahRutin = { ...UTAN_RUTIN, delegater: (['bedomning', 'beslut', 'anmalan_ivo'] as const).map((fraga) => ({ fraga, befattning: 'forvaltningschef' })) };
export type Of<T extends LexSarahCommand['type']> = Extract<LexSarahCommand, { type: T }>;
export const gor = <T extends LexSarahCommand['type']>(type: T, data: Of<T>['data'], skal?: Readonly<Record<string, string>>): LexSarahCommand => ({ type, data, ...(skal && { skal }) }) as LexSarahCommand;
export const taEmot = (over: Partial<Of<'TaEmotLexSarah'>['data']> = {}, skal?: Readonly<Record<string, string>>): LexSarahCommand => gor('TaEmotLexSarah', {
  namnd, arende: id, mottagen: '2018-02-01', lag: 'SOL', verksamhet: 'BUV', rapportorsslag: 'anstalld', rapportor: 'Rita Rapport', berorEnskild: true, beskrivning: 'Något hände', diariefort: true, rutin, ...over,
}, skal);
export const mottagen = (over: object = {}): LexSarahEvent => ({ type: 'LexSarahMottagen', data: { namnd, mottagen: '2018-02-01', lag: 'SOL', regi: 'kommunal', verksamhet: 'BUV', rapportorsslag: 'anstalld', rapportor: s('Rita Rapport'), avser: 'avvikelse', berorEnskild: true, beskrivning: s('Något hände'), ...over } });
export const utsedd: LexSarahEvent = { type: 'LexSarahUtredareUtsedd', data: { datum: '2018-02-02', utredare: x(2) } };
export const antecknad = (del: (typeof DOKUMENTATION)[number], n: number): LexSarahEvent => ({ type: 'LexSarahAntecknad', data: { anteckning: x(100 + n), del, datum: '2018-02-10', art: 'faktisk_omstandighet', kalla: s('Samtal'), text: s('Text'), forfattare: s('Ulla Utredare'), titel: s('utvecklare') } });
export const dokumenterad = DOKUMENTATION.slice(0, 8).map(antecknad);
export const utredd = (over: object = {}): readonly LexSarahEvent[] => [mottagen(over), utsedd, ...dokumenterad];
export const bedomd = (bedomning: Bedomning, over: object = {}): LexSarahEvent => ({ type: 'LexSarahBedomd', data: { datum: '2018-03-01', bedomning, snabb: false, sarskildaAtgarder: false, av: CHEF, motivering: s('Därför'), ...over } });
export const beslutad = (bedomning: Bedomning): LexSarahEvent => ({ type: 'LexSarahBeslutad', data: { datum: '2018-03-02', bedomning, lagrum: 'SoL (2001:453) 14 kap. 7 §', av: CHEF, text: s('Beslut') } });
export const anmald = (over: object = {}): LexSarahEvent => ({ type: 'LexSarahAnmald', data: { datum: '2018-03-05', tidig: false, utredningKlar: true, lagrum: 'SoL (2001:453) 14 kap. 7 §', satt: 'e_tjanst', kvitto: s('K1'), ...over } });
export const ivo = (utfall: 'avslutat' | 'krav', over: object = {}): LexSarahEvent => ({ type: 'LexSarahProvadAvIvo', data: { datum: '2018-04-10', utfall, text: s('IVO'), ...over } });
export const planerad: LexSarahEvent = { type: 'LexSarahUppfoljningPlanerad', data: { planerad: '2018-09-01' } };
export const uppfoljd: LexSarahEvent = { type: 'LexSarahUppfoljd', data: { datum: '2018-09-03', resultat: s('Bra') } };
export const PARAGRAF = { sammantrade: x(7), punkt: x(8), ar: 2018, nr: 46, datum: '2018-09-19' };
export const redovisad = (verkan: 'anmalan_av_beslut' | 'uppfoljning'): LexSarahEvent => ({ type: 'LexSarahRedovisad', data: { ...PARAGRAF, verkan } });
export const bedom = (bedomning: Bedomning, over: Partial<Of<'BedomLexSarah'>['data']> = {}, skal?: Readonly<Record<string, string>>): LexSarahCommand => gor('BedomLexSarah', { datum: '2018-03-01', bedomning, av: CHEF, motivering: 'Därför', rutin, ...over }, skal);
export const besluta = (over: Partial<Of<'BeslutaLexSarah'>['data']> = {}): LexSarahCommand => gor('BeslutaLexSarah', { datum: '2018-03-02', av: CHEF, text: 'Beslut', rutin, ...over });
export const anmal = (over: Partial<Of<'AnmalLexSarah'>['data']> = {}, skal?: Readonly<Record<string, string>>): LexSarahCommand => gor('AnmalLexSarah', { datum: '2018-03-05', satt: 'e_tjanst', kvitto: 'K1', rutin, ...over }, skal);
export const docOf = (...events: readonly LexSarahEvent[]): LexSarah => events.reduce<LexSarah | undefined>((doc, event, i) =>
  (lexSarahn.on[event.type] as (doc: LexSarah | undefined, event: Recorded<LexSarahEvent>) => LexSarah | undefined)(doc, { ...event, stream: `lexsarah-${id}`, at: '2018-01-01T00:00:00.000Z', by: x(5), roll: 'handlaggare', position: BigInt(i) } as Recorded<LexSarahEvent>), undefined)!;
export const skedeEfter = (...events: readonly LexSarahEvent[]) => skedet(docOf(...events).lage);

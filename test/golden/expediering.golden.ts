import type { ExpedieringEvent } from '@klubba/expediering';
import { type Golden, type NothingMissing, sealed } from './golden';

const x = (n: number) => `00000000-0000-4000-8000-000000000e${String(n).padStart(2, '0')}`;
const [namnd, sammantrade, part, mottagare, annan, utdrag, handling] = [x(1), x(2), x(3), x(4), x(5), x(6), x(7)] as const;
const text = sealed('paragraf');
const lista = { namnd, sammantrade, ar: 2018, nr: 47, datum: '2018-03-21', klass: 'sekretess', mottagare: [{ mottagare, slag: 'ej_angivet', namn: text }] } as const;
/** A shape that has not changed since. */
const same = <const T extends string, const D extends object>(type: T, data: D) => ({ type, schema: 1, stored: data, today: data }) as const;

export const golden = [
  same('ExpedieringslistaInlast', { ...lista, kalla: text }),
  same('ExpedieringslistaUpprattad', { ...lista, ur: 'tjansteskrivelse' }),
  same('MottagareTillagd', { klass: 'sekretess', mottagare: annan, slag: 'part', namn: text, part, farSeVistelseort: false }),
  same('MottagareAndrad', { klass: 'sekretess', mottagare, slag: 'vardnadshavare', part, farSeVistelseort: true }),
  same('AdressAngiven', { klass: 'sekretess', mottagare, adress: text, folkbokforingsadress: text, osaker: true }),
  same('AdressBekraftad', { klass: 'sekretess', mottagare, datum: '2018-03-22', galler: text, handlaggare: text, avsandare: text }),
  same('VistelseortSkyddad', { klass: 'sekretess', uppgifter: [text], lagrum: 'LVU 14 §' }),
  same('UtdragSkickat', {
    klass: 'sekretess', mottagare, utdrag, datum: '2018-03-22', satt: 'rekommenderat', expediering: true, overklagandeslag: 'FORVALTNINGSBESVAR', form: 1, hash: 'ab'.repeat(32), salt: text,
    handlingar: [{ handling, version: 1, hash: 'cd'.repeat(32) }], avsteg: [{ kod: 'EJ_JUSTERAD', skal: text }],
  }),
  same('DelgivningNoterad', { klass: 'sekretess', mottagare, utdrag, part, datum: '2018-03-26', satt: 'mottagningsbevis', bevis: text, avsteg: [{ kod: 'UTDRAGET_ERSATT', skal: text }] }),
  same('UtdragErsatt', { mottagare, utdrag, skal: 'rattad' }),
  same('MottagareStruken', { klass: 'sekretess', mottagare: annan, skal: text }),
] as const satisfies readonly Golden<ExpedieringEvent>[];
export const nothingMissing: NothingMissing<ExpedieringEvent, typeof golden> = true;

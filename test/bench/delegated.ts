import { randomUUID } from 'node:crypto';
import { seal } from '@klubba/kernel';
import type { DelegationsbeslutEvent } from '../../libs/delegation/delegationsbeslut.events';
import { type Deed, lorem, made, type Namnden } from './cycle';

/** So many decisions that 200 000 are twelve years. */
export const PER_MONTH = 1389;
/** One in so many is not reported at the next meeting. */
const UNREPORTED = 20;
/** Points of the order, the first ones taken most. */
export const PUNKTER = Array.from({ length: 40 }, (_, i) => `${1 + Math.floor(i / 8)}.${1 + (i % 8)}`);
const BEFATTNINGAR = ['socialsekreterare', 'bistandshandlaggare', 'forste_socialsekreterare', 'enhetschef', 'avdelningschef', 'forvaltningschef'];
const UTFALL = ['bifall', 'bifall', 'bifall', 'delvis_bifall', 'avslag'] as const;

/** What a nämnd's people decide on delegation in a month, and the § of its meeting in the next month that reports it. */
export const delegated = function* ({ id: namnd, organ, sekreterare, handlaggare }: Namnden, ar: number, manad: number): Generator<Deed> {
  const dag = (nr: number, year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}-${String(nr).padStart(2, '0')}`;
  const deed = (id: string, event: DelegationsbeslutEvent): Deed => made(`delegationsbeslut-${id}`, namnd, handlaggare, 'handlaggare', event);
  const taken = Array.from({ length: PER_MONTH }, () => randomUUID());
  for (const [i, id] of taken.entries()) {
    const text = (value: string) => seal(`delegationsbeslut:${id}`, value);
    yield deed(id, {
      type: 'DelegationsbeslutRegistrerat',
      data: {
        namnd, klass: 'oppen', datum: dag(1 + Math.floor((i * 28) / PER_MONTH), ar, manad), diarienummer: `${organ}/${ar}:${manad * 2000 + i}`, grund: i % 9 === 0 ? 'kl_7_5' : 'kl_6_37', nummer: PUNKTER[Math.floor(PUNKTER.length * ((i * 0.618) % 1) ** 2)]!, version: 1,
        lagrum: ['SoL 4 kap. 1 §'], delegat: { slag: 'tjansteman', befattning: BEFATTNINGAR[i % BEFATTNINGAR.length]!, person: handlaggare }, beslut: text(lorem(60, i)), utfall: UTFALL[i % UTFALL.length]!,
        myndighetsutovning: true, overklagandeslag: 'FORVALTNINGSBESVAR', anmals: true, klockor: [],
      },
    });
  }
  const next = manad === 12 ? ([ar + 1, 1] as const) : ([ar, manad + 1] as const);
  const anmalt = { punkt: randomUUID(), sammantrade: randomUUID(), ar: next[0], nr: next[1] * 20, datum: dag(21, ...next) };
  for (const [i, id] of taken.entries()) if (i % UNREPORTED !== 0) yield { ...deed(id, { type: 'DelegationsbeslutAnmalt', data: anmalt }), by: sekreterare, roll: 'namndsekreterare' };
};

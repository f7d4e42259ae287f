import { type DataOf, idOf, type Projection } from '@klubba/kernel';
import { type Anslagspost, type Klocka, plusDagar, sistaVardag, tavlans } from '@klubba/lagrum';
import type { kungorelseFacts, KungorelseEvent } from './kungorelse.events';

type Data<T extends keyof typeof kungorelseFacts> = DataOf<(typeof kungorelseFacts)[T]['shape']>;
export type Kungorelse = Omit<Data<'KungorelseUppsatt'>, 'avsteg'> & {
  readonly id: string;
  readonly nedtagen?: Omit<Data<'KungorelseNedtagen'>, 'avsteg'>;
  readonly bevis?: string;
};

/** A kungörelse from the day it went up to the proof that it was. */
export const kungorelsen: Projection<Kungorelse, KungorelseEvent> = {
  name: 'kungorelse',
  revision: 1,
  category: 'kungorelse',
  on: {
    KungorelseUppsatt: (_, { stream, data: { avsteg: _a, ...data } }) => ({ id: idOf(stream), ...data }),
    KungorelseNedtagen: (en, { data: { avsteg: _a, ...nedtagen } }) => en && { ...en, nedtagen },
    AnslagsbevisLamnat: (en, { data: { datum } }) => en && { ...en, bevis: datum },
  },
  place: ({ namnd, datum, id }) => ({ namnd, sort: `${datum}:${id}` }),
  register: {
    columns: { uppe: 'text', nere: 'text', vantar: 'integer' },
    indexes: [['nere'], ['vantar', 'uppe']],
    row: (en) => ({ ...tavlans([kungorelsensAnslag(en)])!, vantar: vantar(en) ? 1 : 0 }),
  },
};
const vantar = ({ nedtagen, bestallare, bevis }: Kungorelse): boolean => nedtagen === undefined || (bestallare !== undefined && bevis === undefined);

/** As the board has it. */
export const kungorelsensAnslag = ({ slag, datum: uppsatt, beteckning, motesdag, lagrum, nedtasTidigast, nedtagen }: Kungorelse): Anslagspost => ({
  slag, referens: beteckning ?? (motesdag === undefined ? `kungörelse ${uppsatt}` : `fullmäktige ${motesdag}`), uppsatt, lagrum, brutet: nedtagen?.forTidigt === true,
  ...(nedtasTidigast !== undefined && { nedtasTidigast }), ...(nedtagen !== undefined && { nedtaget: nedtagen.datum }),
});

/** The proof for who asked for it (KL 8:10 last st.), once it has come down. */
export const kungorelsebevis = ({ datum, beteckning, nedtagen, lagrum }: Kungorelse): string | undefined => nedtagen &&
  `Kungörelsen${beteckning === undefined ? '' : ` ${beteckning}`} enligt ${lagrum} var uppsatt på kommunens anslagstavla från ${datum} till ${nedtagen.datum}.${nedtagen.forTidigt ? ' Den togs ned innan tiden hade gått.' : ''}`;

const NEDTAGNING_VISAS = 30;
/** What a kungörelse waits for: that it may come down, and the proof to who asked for it. No law sets a day for the proof. */
export const kungorelsensKlockor = (en: Kungorelse): readonly Klocka[] => {
  const { nedtasTidigast, nedtagen, bestallare, bevis, lagrum } = en;
  const om = { galler: kungorelsensAnslag(en).referens, agare: 'registrator' } as const;
  if (nedtagen === undefined) {
    return nedtasTidigast === undefined ? [] : [{
      ...om, regel: 'nedtagning', slag: 'upplysning', vad: 'Kungörelsen får tas ned tidigast', lag: nedtasTidigast, drift: nedtasTidigast, visasTill: plusDagar(nedtasTidigast, NEDTAGNING_VISAS), varfor: [`Den ska sitta uppe till ${nedtasTidigast} (${lagrum}).`], lagrum,
    }];
  }
  return bestallare === undefined || bevis !== undefined ? [] : [{
    ...om, regel: 'bevis', slag: 'skyldighet', vad: 'Lämna bevis till den som begärde kungörelsen', lag: nedtagen.datum, drift: sistaVardag(nedtagen.datum), varfor: [`Den togs ned ${nedtagen.datum}. Lagen sätter ingen dag för beviset.`], lagrum: 'KL 8 kap. 10 §',
  }];
};

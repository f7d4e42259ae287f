import { type DataOf, idOf, type Projection, type Recorded } from '@klubba/kernel';
import { type FRAGOR, lexSarahFacts, type LexSarahEvent } from './lexsarah.events';
import { attRedovisa, bedomningen, type Beslutsfattare, type Lage, lagetEfter, skedet } from './lexsarah.skede';

export type LexSarahFakta<T extends LexSarahEvent['type'] = LexSarahEvent['type']> = { readonly [K in T]: { readonly type: K; readonly at: string; readonly by: string; readonly roll: string; readonly data: DataOf<(typeof lexSarahFacts)[K]['shape']> } }[T];
/** Where the case stands, and what was recorded on the way there, in order. Its id is its matter's. */
export type LexSarah = { readonly id: string; readonly lage: Lage; readonly fakta: readonly LexSarahFakta[] };

/** What was recorded of one kind, oldest first. */
export const faktaAv = <T extends LexSarahEvent['type']>({ fakta }: LexSarah, type: T): readonly LexSarahFakta<T>[] => fakta.filter((en) => en.type === type) as unknown as readonly LexSarahFakta<T>[];

/** A decision that a delegate takes in a case (F3), and whether it still stands. The nämnd's own is signed in its protocol. */
export type Delegatbeslut = {
  /** Its fact's number in the stream, from 1. */
  readonly faktum: number;
  readonly fraga: (typeof FRAGOR)[number];
  readonly skede: 'galler' | 'andrat' | 'aterupptaget' | 'struket';
  readonly av: Beslutsfattare;
  readonly data: LexSarahFakta<keyof typeof BESLUTSFAKTA>['data'];
};
const BESLUTSFAKTA = { LexSarahBedomd: 'bedomning', LexSarahBeslutad: 'beslut', LexSarahAnmald: 'anmalan_ivo' } as const;
const arBeslut = (en: LexSarahFakta): en is LexSarahFakta<keyof typeof BESLUTSFAKTA> => en.type in BESLUTSFAKTA;

/**
 * The decisions of delegates in a case, oldest first. Where the head first stood decides nothing; a notification without a decider
 * was decided with the case, or by the nämnd. What IVO has been told is not taken back when the case is taken up again.
 */
export const delegatbesluten = ({ fakta }: LexSarah): readonly Delegatbeslut[] => fakta.flatMap((en, i) => {
  if (!arBeslut(en) || en.data.av === undefined) return [];
  const sedan = en.type === 'LexSarahAnmald' ? undefined : fakta.slice(i + 1).find(({ type }) => type === en.type || type === 'LexSarahAteroppnad' || type === 'LexSarahStruken')?.type;
  const skede = sedan === undefined ? 'galler' : sedan === 'LexSarahAteroppnad' ? 'aterupptaget' : sedan === 'LexSarahStruken' ? 'struket' : 'andrat';
  return [{ faktum: i + 1, fraga: BESLUTSFAKTA[en.type], skede, av: en.data.av, data: en.data }];
});

const steg = (doc: LexSarah | undefined, { stream, type, at, by, roll, data }: Recorded<LexSarahEvent>): LexSarah | undefined => {
  const lage = lagetEfter(doc?.lage ?? null, { type, data } as LexSarahEvent);
  return lage === null ? undefined : { id: idOf(stream), lage, fakta: [...(doc?.fakta ?? []), { type, at, by, roll, data } as LexSarahFakta] };
};

/** A case of lex Sarah. Its register goes by days, state, assessment, activity and cause, and by what the nämnd has been told. */
export const lexSarahn: Projection<LexSarah, LexSarahEvent> = {
  name: 'lexsarah',
  revision: 1,
  category: 'lexsarah',
  on: Object.fromEntries(Object.keys(lexSarahFacts).map((type) => [type, steg])) as unknown as Projection<LexSarah, LexSarahEvent>['on'],
  place: ({ id, lage }) => ({ namnd: lage.namnd, sort: `${lage.rapport.mottagen}:${id}` }),
  register: {
    columns: {
      mottagen: 'text', ar: 'integer', manad: 'text', skede: 'text', bedomning: 'text', verksamhet: 'text', orsak: 'text', regi: 'text', anmald: 'integer', beslutad: 'integer', att_redovisa: 'text', redovisas_for: 'text', klocka: 'integer',
    },
    indexes: [['mottagen'], ['ar', 'mottagen'], ['skede', 'mottagen'], ['bedomning', 'mottagen'], ['verksamhet', 'mottagen'], ['redovisas_for'], ['klocka', 'mottagen']],
    row: ({ lage }) => {
      const { rapport: { mottagen, verksamhet, orsak = null, regi }, beslutad, anmald } = lage;
      const redovisas = attRedovisa(lage);
      return {
        mottagen, ar: Number(mottagen.slice(0, 4)), manad: mottagen.slice(0, 7), skede: skedet(lage), bedomning: bedomningen(lage) ?? null, verksamhet, orsak, regi, anmald: anmald === undefined ? 0 : 1, beslutad: beslutad === undefined ? 0 : 1,
        att_redovisa: redovisas?.vad ?? null, redovisas_for: redovisas?.dag ?? null, klocka: nagotLoper(lage) ? 1 : 0,
      };
    },
  },
};

/** Something still waits, on someone (see lexsarah.klockor.ts). */
const nagotLoper = (lage: Lage): boolean => (lage.avslutad === undefined && lage.struken === undefined) || lage.atgarder.some(({ avslutad }) => avslutad === undefined) || (lage.incident !== undefined && lage.incident.avgjord === undefined);

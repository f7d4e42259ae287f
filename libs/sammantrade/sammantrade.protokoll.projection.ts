import type { DataOf, Event, Projection, Recorded } from '@klubba/kernel';
import type { Anslagshandelse } from './sammantrade.anslag.projection';
import { ersatt } from './sammantrade.behandling.projection';
import type { sammantradeFacts, SammantradeEvent } from './sammantrade.events';
import type { Anslag, Omgang, Sammantrade } from './sammantrade.projection';

type Steg = Projection<Sammantrade, SammantradeEvent>['on'];
type Facts = typeof sammantradeFacts;
type Of<T extends keyof Facts> = Recorded<Event<T, DataOf<Facts[T]['shape']>>>;

const enOmgang = (mote: Sammantrade | undefined, nr: number, news: (omgang: Omgang) => Omgang): Sammantrade | undefined => mote && { ...mote, omgangar: mote.omgangar.map((en) => (en.omgang === nr ? news(en) : en)) };
const omgangen = (mote: Sammantrade | undefined, nr: number, anslag: (anslag: readonly Anslag[]) => readonly Anslag[]): Sammantrade | undefined => enOmgang(mote, nr, (en) => ({ ...en, anslag: anslag(en.anslag) }));
const anslaget = (alla: readonly Anslag[], datum: string, handelse: Anslagshandelse, news: Partial<Anslag> = {}): readonly Anslag[] => {
  const i = alla.findLastIndex((en) => en.datum === datum);
  return alla.map((en, j) => (i === j ? { ...en, ...news, logg: [...en.logg, handelse] } : en));
};

/** The protocol's rounds of justering: drawn up, sent, published, justerade, and each anslag of them. */
export const protokollsteg = {
  ProtokollUpprattat: (mote: Sammantrade | undefined, { data }: Of<'ProtokollUpprattat'>) => mote && { ...mote, omgangar: [...mote.omgangar, { ...data, anslag: [] }] },
  ProtokollSkickatForJustering: (mote: Sammantrade | undefined, { data: { datum: skickad, avsteg: _, ...data } }: Of<'ProtokollSkickatForJustering'>) => {
    const fore = mote?.omgangar.find(({ omgang }) => omgang === data.omgang);
    return mote && { ...mote, omgangar: ersatt(mote.omgangar, ({ omgang }) => omgang === data.omgang, fore === undefined ? { ...data, anslag: [], skickad } : { ...fore, justerare: data.justerare, skickad }) };
  },
  ProtokollAtertaget: (mote: Sammantrade | undefined, { data: { omgang } }: Of<'ProtokollAtertaget'>) => enOmgang(mote, omgang, ({ skickad: _, ...en }) => en),
  ProtokolluppgifterAntecknade: (mote: Sammantrade | undefined, { data: { omgang, ...uppgifter } }: Of<'ProtokolluppgifterAntecknade'>) => enOmgang(mote, omgang, (en) => ({ ...en, uppgifter })),
  ProtokollPublicerat: (mote: Sammantrade | undefined, { data: { omgang, ...publicerad } }: Of<'ProtokollPublicerat'>) => enOmgang(mote, omgang, (en) => ({ ...en, publicerad })),
  ProtokollAvpublicerat: (mote: Sammantrade | undefined, { data: { omgang } }: Of<'ProtokollAvpublicerat'>) => enOmgang(mote, omgang, ({ publicerad: _, ...en }) => en),
  ParagraferJusterade: (mote: Sammantrade | undefined, { data: { avsteg: _, ...justerat } }: Of<'ParagraferJusterade'>) => {
    const { uppgifter, skickad } = mote?.omgangar.find(({ omgang }) => omgang === justerat.omgang) ?? {};
    return mote && { ...mote, omgangar: ersatt(mote.omgangar, ({ omgang }) => omgang === justerat.omgang, { ...justerat, anslag: [], ...(uppgifter !== undefined && { uppgifter }), ...(skickad !== undefined && { skickad }) }) };
  },
  ProtokollAnslaget: (mote: Sammantrade | undefined, { by: av, data: { omgang, datum, forvaringsplats, nedtasTidigast } }: Of<'ProtokollAnslaget'>) =>
    omgangen(mote, omgang, (alla) => [...alla, { datum, forvaringsplats, nedtasTidigast, brutet: false, logg: [{ slag: 'anslaget', datum, av }] }]),
  AnslagNedtaget: (mote: Sammantrade | undefined, { by: av, data: { omgang, anslaget: datum, datum: nedtaget, brutet } }: Of<'AnslagNedtaget'>) =>
    omgangen(mote, omgang, (alla) => anslaget(alla, datum, { slag: 'nedtaget', datum: nedtaget, av }, { nedtaget, ...(brutet && { brutet }) })),
  AnslagKontrollerat: (mote: Sammantrade | undefined, { by: av, data: { omgang, anslaget: uppe, datum, tid, nabart } }: Of<'AnslagKontrollerat'>) =>
    omgangen(mote, omgang, (alla) => anslaget(alla, uppe, { slag: 'kontroll', datum, tid, nabart, av })),
  AnslagsavbrottNoterat: (mote: Sammantrade | undefined, { by: av, data: { omgang, anslaget: uppe, datum, fran, till, brutet } }: Of<'AnslagsavbrottNoterat'>) =>
    omgangen(mote, omgang, (alla) => anslaget(alla, uppe, { slag: 'avbrott', datum, fran, till, brutet, av }, brutet ? { brutet } : {})),
} satisfies Partial<Steg>;

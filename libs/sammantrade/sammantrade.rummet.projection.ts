import type { DataOf, Event, Projection, Recorded } from '@klubba/kernel';
import { stod } from '@klubba/lagrum';
import type { sammantradeFacts, SammantradeEvent } from './sammantrade.events';
import { efterJavsprovning } from './sammantrade.narvaro.projection';
import type { Sammantrade } from './sammantrade.projection';

type Steg = Projection<Sammantrade, SammantradeEvent>['on'];
type Facts = typeof sammantradeFacts;
type Data<T extends keyof Facts> = DataOf<Facts[T]['shape']>;
type Of<T extends keyof Facts> = Recorded<Event<T, Data<T>>>;

/** Of whom something is known at an item, beside those elected. */
export type Medgivande = Omit<Data<'NarvaroMedgiven'>, 'klass' | 'medges'>;
export type Part = Omit<Data<'PartsrattAntecknad'>, 'klass'> & { readonly hord?: { readonly fran: string; readonly till: string } };
export type Javsprovning = Omit<Data<'JavProvat'>, 'klass' | 'avsteg'>;
export type OvrigtJav = Omit<Data<'OvrigtJavAntecknat'>, 'klass' | 'javig'>;

/** By which section a party speaks before the nämnd on a day: SoL's own, and in LSS matters förvaltningslagen's. */
export const partsratten = (lag: 'sol' | 'lss', datum: string): string => {
  if (lag === 'sol') return stod('muntligt', datum).citat;
  const { citat, kontrollerat } = stod('forvaltningslag', datum);
  return kontrollerat ? 'FL 24 §' : citat;
};
/** The line of the protocol, which names nobody (B6). */
export const partsraden = ({ lag }: Pick<Part, 'lag'>, datum: string): string => `Parten lämnar uppgifter muntligt (${partsratten(lag, datum)}) och lämnar därefter sammanträdet.`;
/** The line of what the nämnd decided of someone's jäv; a person is written `{person:<uuid>}`. */
export const javsprovningsrad = ({ person, jav, deltog }: Pick<Javsprovning, 'person' | 'jav' | 'deltog'>): string =>
  `Nämnden beslutar att {person:${person}} ${jav ? 'är' : 'inte är'} jävig i ärendet.${deltog ? ` {person:${person}} deltar i beslutet om jäv, eftersom nämnden annars inte är beslutför.` : ''}`;

/** Who else was in the room, interruptions, and what was decided of jäv. */
export const rummetssteg = {
  OvrigNarvaroAntecknad: (mote: Sammantrade | undefined, { data: { avsteg: _, ...data } }: Of<'OvrigNarvaroAntecknad'>) => mote && { ...mote, ovrigNarvaro: [...mote.ovrigNarvaro, data] },
  OvrigNarvaroStruken: (mote: Sammantrade | undefined, { data }: Of<'OvrigNarvaroStruken'>) => mote && { ...mote, ovrigNarvaro: mote.ovrigNarvaro.filter(({ narvaro }) => narvaro !== data.narvaro) },
  OvrigtJavAntecknat: (mote: Sammantrade | undefined, { data: { klass: _, javig, ...data } }: Of<'OvrigtJavAntecknat'>) => {
    if (mote === undefined) return undefined;
    const andra = (mote.ovrigtJav ?? []).filter((en) => en.punkt !== data.punkt || en.narvaro !== data.narvaro);
    return { ...mote, ovrigtJav: javig ? [...andra, data] : andra };
  },
  NarvaroMedgiven: (mote: Sammantrade | undefined, { data: { klass: _, medges, ...data } }: Of<'NarvaroMedgiven'>) => {
    if (mote === undefined) return undefined;
    const andra = (mote.medgivanden ?? []).filter((en) => en.punkt !== data.punkt || en.slag !== data.slag);
    return { ...mote, medgivanden: medges ? [...andra, data] : andra };
  },
  // For the rules alone: what an item is to the staff is shown nowhere.
  PersonalnarvaroBedomd: (mote: Sammantrade | undefined) => mote,
  PartsrattAntecknad: (mote: Sammantrade | undefined, { data: { klass: _, ...data } }: Of<'PartsrattAntecknad'>) => {
    if (mote === undefined) return undefined;
    const { parter = [] } = mote;
    const hord = parter.find(({ part }) => part === data.part)?.hord;
    return { ...mote, parter: [...parter.filter(({ part }) => part !== data.part), { ...data, ...(hord !== undefined && { hord }) }] };
  },
  PartHord: (mote: Sammantrade | undefined, { data: { part: id, fran, till } }: Of<'PartHord'>) =>
    mote && { ...mote, parter: (mote.parter ?? []).map((en) => (en.part === id ? { ...en, hord: { fran, till } } : en)) },
  SammantradeAjournerat: (mote: Sammantrade | undefined, { data }: Of<'SammantradeAjournerat'>) => mote && { ...mote, ajourneringar: [...(mote.ajourneringar ?? []), data] },
  SammantradeAterupptaget: (mote: Sammantrade | undefined, { data: { tid } }: Of<'SammantradeAterupptaget'>) =>
    mote && { ...mote, ajourneringar: (mote.ajourneringar ?? []).map((en) => (en.till === undefined ? { ...en, till: tid } : en)) },
  MotesordforandeUtsedd: (mote: Sammantrade | undefined, { data }: Of<'MotesordforandeUtsedd'>) => mote && { ...mote, motesordforande: [...(mote.motesordforande ?? []), data] },
  JavProvat: (mote: Sammantrade | undefined, { data: { klass: _k, avsteg: _a, ...data } }: Of<'JavProvat'>) => mote && {
    ...mote, franvaro: efterJavsprovning(mote.franvaro, data), javsprovningar: [...(mote.javsprovningar ?? []).filter((en) => en.punkt !== data.punkt || en.person !== data.person), data],
  },
} satisfies Partial<Steg>;

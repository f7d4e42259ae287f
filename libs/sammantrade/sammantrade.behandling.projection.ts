import type { DataOf, Event, Projection, Recorded } from '@klubba/kernel';
import type { sammantradeFacts, SammantradeEvent } from './sammantrade.events';
import type { Behandling, Sammantrade } from './sammantrade.projection';

type Steg = Projection<Sammantrade, SammantradeEvent>['on'];
type Facts = typeof sammantradeFacts;
type Of<T extends keyof Facts> = Recorded<Event<T, DataOf<Facts[T]['shape']>>>;

export const OBEHANDLAD: Behandling = { yrkanden: [], omrostningar: [], deltarInte: [], reservationer: [], anteckningar: [] };
const behandlad = (mote: Sammantrade | undefined, id: string, news: (behandling: Behandling) => Partial<Behandling>): Sammantrade | undefined =>
  mote && { ...mote, punkter: mote.punkter.map((punkt) => (punkt.id === id ? { ...punkt, behandling: { ...(punkt.behandling ?? OBEHANDLAD), ...news(punkt.behandling ?? OBEHANDLAD) } } : punkt)) };
type Parade = { readonly huvudforslag?: string; readonly motforslag?: string };
/** A vote on the same two proposals is the same vote, held again; those that only a source names cannot be told from each other. */
export const sammaOmrostning = (a: Parade, b: Parade): boolean => a.huvudforslag !== undefined && a.huvudforslag === b.huvudforslag && a.motforslag === b.motforslag;

/** The list with this in place of what it replaces, or last. */
export const ersatt = <T>(lista: readonly T[], samma: (en: T) => boolean, ny: T): readonly T[] => (lista.some(samma) ? lista.map((en) => (samma(en) ? ny : en)) : [...lista, ny]);

/** What was wanted of an item, how it was put and voted on, and who dissented. */
export const behandlingssteg = {
  AntecknatStruket: (mote: Sammantrade | undefined, { data: { punkt, antecknat } }: Of<'AntecknatStruket'>) => behandlad(mote, punkt, ({ yrkanden, reservationer, anteckningar }) => ({
    yrkanden: yrkanden.filter(({ yrkande }) => yrkande !== antecknat), reservationer: reservationer.filter(({ reservation: id }) => id !== antecknat), anteckningar: anteckningar.filter(({ anteckning }) => anteckning !== antecknat),
  })),
  YrkandeAntecknat: (mote: Sammantrade | undefined, { data: { punkt, klass: _k, avsteg: _a, ...yrkande } }: Of<'YrkandeAntecknat'>) => behandlad(mote, punkt, ({ yrkanden }) => ({ yrkanden: [...yrkanden, yrkande] })),
  YrkandeAterkallat: (mote: Sammantrade | undefined, { data: { punkt, yrkande: id, skal } }: Of<'YrkandeAterkallat'>) => behandlad(mote, punkt, ({ yrkanden }) => ({
    yrkanden: yrkanden.map((en) => (en.yrkande === id ? { ...en, aterkallat: { ...(skal !== undefined && { skal }) } } : en)),
  })),
  PropositionsordningFaststalld: (mote: Sammantrade | undefined, { data: { punkt, steg: propositionsordning } }: Of<'PropositionsordningFaststalld'>) => behandlad(mote, punkt, () => ({ propositionsordning })),
  BeslutsgangAntecknad: (mote: Sammantrade | undefined, { data: { punkt, typ, steg: stegen } }: Of<'BeslutsgangAntecknad'>) => behandlad(mote, punkt, () => ({ beslutsgang: { typ, steg: stegen } })),
  OmrostningBegard: (mote: Sammantrade | undefined, { data: { punkt, av } }: Of<'OmrostningBegard'>) => behandlad(mote, punkt, () => ({ begardAv: av })),
  OmrostningGenomford: (mote: Sammantrade | undefined, { data: { punkt, klass: _k, avsteg: _a, ...rosten } }: Of<'OmrostningGenomford'>) => behandlad(mote, punkt, ({ omrostningar }) => ({ omrostningar: [...omrostningar.filter((en) => !sammaOmrostning(en, rosten)), rosten] })),
  DeltarInteAntecknat: (mote: Sammantrade | undefined, { data: { punkt, klass: _k, avsteg: _a, ...en } }: Of<'DeltarInteAntecknat'>) => behandlad(mote, punkt, ({ deltarInte }) => ({ deltarInte: ersatt(deltarInte, ({ person }) => person === en.person, en) })),
  ReservationAnmald: (mote: Sammantrade | undefined, { data: { punkt, klass: _k, avsteg: _a, ...en } }: Of<'ReservationAnmald'>) => behandlad(mote, punkt, ({ reservationer }) => ({ reservationer: [...reservationer, en] })),
  ReservationMotiverad: (mote: Sammantrade | undefined, { data: { punkt, reservation: id, motivering } }: Of<'ReservationMotiverad'>) => behandlad(mote, punkt, ({ reservationer }) => ({
    reservationer: reservationer.map((en) => (en.reservation === id ? { ...en, motivering } : en)),
  })),
  ProtokollsanteckningGjord: (mote: Sammantrade | undefined, { data: { punkt, klass: _k, avsteg: _a, ...en } }: Of<'ProtokollsanteckningGjord'>) => behandlad(mote, punkt, ({ anteckningar }) => ({ anteckningar: [...anteckningar, en] })),
} satisfies Partial<Steg>;

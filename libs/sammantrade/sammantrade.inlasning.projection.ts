import { type Projection, type Recorded, unknownCase } from '@klubba/kernel';
import type { SammantradeEvent } from './sammantrade.events';
import type { Behandling, Inlast, Sammantrade } from './sammantrade.projection';

/** What was read in from before Klubba. */
export type InlastEvent = Extract<SammantradeEvent, { data: { kalla: unknown } }>;
type VanligEvent = Exclude<SammantradeEvent, InlastEvent>;
type Steg = Projection<Sammantrade, SammantradeEvent>['on'];
export type Inlasningssteg = Pick<Steg, InlastEvent['type']>;

/** The ordinary facts that it stands for: rules and read model fold these, so what was read in is the same as what was done here. */
export const somVanligt = (event: InlastEvent): readonly VanligEvent[] => {
  switch (event.type) {
    // What a kallelse of before lacks, no fold asks for.
    case 'KallelseInlast': return [{ type: 'KallelseSkickad', data: utanKalla(event.data) } as VanligEvent];
    case 'PunktInlast': return [{ type: 'PunktLagdTill', data: utanKalla(event.data) }];
    case 'NarvaroInlast': return [{ type: 'NarvaroAntecknad', data: utanKalla(event.data) }];
    case 'OvrigNarvaroInlast': return [{ type: 'OvrigNarvaroAntecknad', data: utanKalla(event.data) }];
    case 'BeslutInlast': {
      const { ar, nr, ...beslut } = utanKalla(event.data);
      const { punkt, datum, beslutstyp, overklagandeslag, arende, klass } = beslut;
      // Whether the source says what was decided is for the protocol to show, not for a fold.
      const fattat = { type: 'BeslutFattat', data: beslut } as VanligEvent;
      const numrerat = { type: 'ParagrafNumrerad', data: { punkt, ar, nr, datum, beslutstyp, overklagandeslag, ...(arende !== undefined && { arende }), klass } } as VanligEvent;
      return [fattat, numrerat];
    }
    case 'YrkandeInlast': return [{ type: 'YrkandeAntecknat', data: utanKalla(event.data) }];
    case 'OmrostningInlast': return [{ type: 'OmrostningGenomford', data: utanKalla(event.data) }];
    case 'DeltarInteInlast': return [{ type: 'DeltarInteAntecknat', data: utanKalla(event.data) }];
    case 'ReservationInlast': return [{ type: 'ReservationAnmald', data: utanKalla(event.data) }];
    case 'JusteringInlast': return [{ type: 'ParagraferJusterade', data: utanKalla(event.data) }];
    case 'AnslagInlast': return [{ type: 'ProtokollAnslaget', data: utanKalla(event.data) }];
    default: return unknownCase(event);
  }
};
const utanKalla = <D extends InlastEvent['data']>({ kalla: _k, brott: _b, ...data }: D): Omit<D, 'kalla' | 'brott'> => data;

/** The steps for what was read in: those of the ordinary facts, and a mark on what they made. */
export const inlasta = (steg: Omit<Steg, InlastEvent['type']>): Inlasningssteg => {
  const ett = <E extends InlastEvent>(market: (mote: Sammantrade, data: E['data'], inlast: Inlast) => Partial<Sammantrade>) => (mote: Sammantrade | undefined, event: Recorded<E>): Sammantrade | undefined => {
    const efter = somVanligt(event).reduce<Sammantrade | undefined>(
      (hittills, vanligt) => (steg as Readonly<Record<string, (mote: Sammantrade | undefined, event: unknown) => Sammantrade | undefined>>)[vanligt.type]!(hittills, { ...event, ...vanligt }), mote);
    return efter && { ...efter, ...market(efter, event.data, { kalla: event.data.kalla, brott: event.data.brott ?? [] }) };
  };
  return {
    KallelseInlast: ett((mote, { version }, inlast) => ({ kallelser: mote.kallelser.map((en) => (en.version === version ? { ...en, inlast } : en)) })),
    PunktInlast: ett((mote, { punkt }, inlast) => ({ punkter: mote.punkter.map((en) => (en.id === punkt ? { ...en, inlast } : en)) })),
    NarvaroInlast: ett((mote, { person }, inlast) => ({ narvaro: mote.narvaro.map((en) => (en.person === person ? { ...en, inlast } : en)) })),
    OvrigNarvaroInlast: ett((mote, { narvaro: id }, inlast) => ({ ovrigNarvaro: mote.ovrigNarvaro.map((en) => (en.narvaro === id ? { ...en, inlast } : en)) })),
    BeslutInlast: ett((mote, { punkt }, inlast) => ({ punkter: mote.punkter.map((en) => (en.id === punkt && en.beslut !== undefined ? { ...en, beslut: { ...en.beslut, inlast } } : en)) })),
    YrkandeInlast: ett((mote, { punkt, yrkande: id }, inlast) => markt(mote, punkt, 'yrkanden', ({ yrkande }) => yrkande === id, inlast)),
    OmrostningInlast: ett((mote, { punkt, omrostning: id }, inlast) => markt(mote, punkt, 'omrostningar', ({ omrostning }) => omrostning === id, inlast)),
    DeltarInteInlast: ett((mote, { punkt, person: id }, inlast) => markt(mote, punkt, 'deltarInte', ({ person }) => person === id, inlast)),
    ReservationInlast: ett((mote, { punkt, reservation: id }, inlast) => markt(mote, punkt, 'reservationer', ({ reservation }) => reservation === id, inlast)),
    JusteringInlast: ett((mote, { omgang }, inlast) => ({ omgangar: mote.omgangar.map((en) => (en.omgang === omgang ? { ...en, inlast } : en)) })),
    AnslagInlast: ett((mote, { omgang }, inlast) => ({
      omgangar: mote.omgangar.map((en) => (en.omgang === omgang ? { ...en, anslag: en.anslag.map((anslag, i) => (i === en.anslag.length - 1 ? { ...anslag, inlast } : anslag)) } : en)),
    })),
  };
};

type Markbara = 'yrkanden' | 'omrostningar' | 'deltarInte' | 'reservationer';
/** The mark on one of what was noted at an item. */
const markt = <F extends Markbara>({ punkter }: Sammantrade, punkt: string, falt: F, ar: (en: Behandling[F][number]) => boolean, inlast: Inlast): Partial<Sammantrade> => ({
  punkter: punkter.map((en) => (en.id === punkt && en.behandling !== undefined ? { ...en, behandling: { ...en.behandling, [falt]: (en.behandling[falt] as readonly Behandling[F][number][]).map((ett) => (ar(ett) ? { ...ett, inlast } : ett)) } } : en)),
});

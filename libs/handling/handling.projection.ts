import { type DataOf, idOf, type Projection, type Recorded, type Sealed, type Sekretessklass } from '@klubba/kernel';
import { type Klocka, sistaVardag } from '@klubba/lagrum';
import type { handlingFacts, HandlingEvent } from './handling.events';

type Data<T extends keyof typeof handlingFacts> = DataOf<(typeof handlingFacts)[T]['shape']>;
export type Handlingsmal = Data<'HandlingBifogad'>['mal'];
export type Handlingslage = NonNullable<Data<'HandlingBifogad'>['handlingslage']>;

/** A version of the file: `hash` is SHA-256 over (salt ‖ content). */
export type Handlingsversion = {
  readonly version: number;
  readonly blob: string;
  readonly medietyp: string;
  readonly storlek: number;
  readonly hash: string;
  readonly salt: Sealed;
  readonly datum: string;
  readonly skal?: Sealed;
  readonly at: string;
  readonly by: string;
};
/** What a handling is attached to. */
export type Handlingsplats = { readonly mal: Handlingsmal; readonly id: string; readonly sammantrade?: string; readonly handlingslage?: Handlingslage };
export type Handling = {
  readonly id: string;
  readonly namnd: string;
  readonly klass: Sekretessklass;
  readonly sekretess?: { readonly lagrum: string; readonly datum: string };
  readonly namn: Sealed;
  readonly datum: string;
  readonly datumslag: 'inkommet' | 'upprattat';
  /** Oldest first. */
  readonly versioner: readonly Handlingsversion[];
  readonly platser: readonly Handlingsplats[];
  /** The personakt that it is kept in, and since when. */
  readonly akt?: { readonly akt: Sealed; readonly datum: string };
  /** The first day that it went with a decision to someone outside the myndighet. */
  readonly expedierad?: string;
};

const version = ({ at, by, data }: Recorded<Extract<HandlingEvent, { type: 'HandlingInkommen' | 'HandlingsversionTillagd' }>>): Handlingsversion => {
  const { version: nr, blob, medietyp, storlek, hash, salt, datum } = data;
  return { version: nr, blob, medietyp, storlek, hash, salt, datum, ...('skal' in data && { skal: data.skal }), at, by };
};
const sekretess = ({ sekretesslagrum: lagrum, datum }: { readonly sekretesslagrum?: string; readonly datum: string }): Pick<Handling, 'sekretess'> => (lagrum === undefined ? {} : { sekretess: { lagrum, datum } });
const utan = (platser: readonly Handlingsplats[], mal: Handlingsmal, id: string): readonly Handlingsplats[] => platser.filter((en) => en.mal !== mal || en.id !== id);

/** I1: what is secret is registered as soon as it has come in (OSL 5:1): it is entered in a matter, which has its number, or kept in its personakt (OSL 5:3). The law sets no day, so that it came in is shown. */
export const handlingensKlockor = ({ klass, datum, datumslag, platser, akt }: Handling): readonly Klocka[] =>
  klass !== 'sekretess' || datumslag !== 'inkommet' || akt !== undefined || platser.some(({ mal }) => mal === 'arende') ? [] : [{
    regel: 'registrering', slag: 'skyldighet', vad: 'Handlingen är sekretessbelagd och måste registreras', galler: `handling som kom in ${datum}`, lag: datum, drift: sistaVardag(datum), agare: 'registrator', lagrum: 'OSL 5 kap. 1 §',
    varfor: [`Den kom in ${datum} och hör inte till något ärende. Den registreras så snart den har kommit in; lagen sätter ingen dag, så dagen är handlingens.`, 'Hör den till en enskilds personakt räcker det att den läggs där (OSL 5 kap. 3 §, OSF 2 §).'],
  }];

/** A file with its versions, and where it is attached. */
export const handlingen: Projection<Handling, HandlingEvent> = {
  name: 'handling',
  revision: 1,
  category: 'handling',
  on: {
    HandlingInkommen: (_, event) => {
      const { namnd, klass, namn, datum, datumslag, arende } = event.data;
      return {
        id: idOf(event.stream), namnd, klass, ...sekretess(event.data), namn, datum, datumslag, versioner: [version(event)],
        platser: arende === undefined ? [] : [{ mal: 'arende', id: arende }],
      };
    },
    HandlingsversionTillagd: (handling, event) => handling && { ...handling, versioner: [...handling.versioner, version(event)] },
    HandlingsklassAndrad: (handling, { data }) => {
      if (handling === undefined) return undefined;
      const { sekretess: _, ...rest } = handling;
      return { ...rest, klass: data.klass, ...sekretess(data) };
    },
    HandlingBifogad: (handling, { data: { mal, malId: id, sammantrade, handlingslage } }) =>
      handling && { ...handling, platser: [...utan(handling.platser, mal, id), { mal, id, ...(sammantrade !== undefined && { sammantrade }), ...(handlingslage !== undefined && { handlingslage }) }] },
    HandlingLagdIAkt: (handling, { data: { akt, datum } }) => handling && { ...handling, akt: { akt, datum } },
    HandlingExpedierad: (handling, { data: { datum } }) => handling && { ...handling, expedierad: datum },
    HandlingLosgjord: (handling, { data: { mal, malId } }) => handling && { ...handling, platser: utan(handling.platser, mal, malId) },
  },
  register: {
    columns: { datum: 'text', klass: 'text', oregistrerad: 'integer' },
    indexes: [['oregistrerad', 'datum']],
    row: (doc) => ({ datum: doc.datum, klass: doc.klass, oregistrerad: handlingensKlockor(doc).length }),
  },
  // In order of the day on them: the day of the first version never changes.
  place: ({ namnd, datum, id }) => ({ namnd, sort: `${datum}:${id}` }),
};

/** The version asked for, or the latest. */
export const handlingsversion = ({ versioner }: Handling, version?: number): Handlingsversion | undefined => (version === undefined ? versioner.at(-1) : versioner.find((en) => en.version === version));

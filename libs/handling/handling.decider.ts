import { blank, type Command, type Decider, noReason, refuse, type Refusal, seal, type Sekretessklass, unknownCase, type Upload, UPLOAD_HOURS } from '@klubba/kernel';
import { lokaltDatum, provaDatum } from '@klubba/lagrum';
import { type HandlingEvent, handlingFacts } from './handling.events';
import type { Handlingslage, Handlingsmal } from './handling.projection';

/** The upload as it lies, put there by prepare; absent when there is none. */
type MedFil = { readonly uppladdning: string; readonly fil?: Upload };
export type LaggTillHandling = MedFil & {
  readonly namnd: string;
  readonly klass: Sekretessklass;
  readonly sekretesslagrum?: string;
  readonly namn: string;
  readonly datum: string;
  readonly datumslag?: 'inkommet' | 'upprattat';
  readonly arende?: string;
  /** Put there by prepare: whether the nämnd, and the matter in it, are there. */
  readonly finns?: { readonly namnd: boolean; readonly arende: boolean };
};
type Mal = { readonly mal: Handlingsmal; readonly malId: string };
export type HandlingCommand =
  | Command<'LaggTillHandling', LaggTillHandling>
  | Command<'LaggTillHandlingsversion', MedFil & { readonly datum: string; readonly skal: string }>
  | Command<'AndraHandlingsklass', { readonly klass: Sekretessklass; readonly sekretesslagrum?: string; readonly datum: string; readonly skal: string }>
  /** `finns`: the target is there, in the same nämnd; put there by prepare. */
  | Command<'BifogaHandling', Mal & { readonly sammantrade?: string; readonly handlingslage?: Handlingslage; readonly finns?: boolean }>
  | Command<'LosgorHandling', Mal & { readonly skal: string }>
  | Command<'LaggHandlingIAkt', { readonly akt: string; readonly datum: string }>
  | Command<'NoteraExpedierad', { readonly datum: string }>;

export type HandlingHinder =
  | 'HANDLINGEN_FINNS_REDAN' | 'HANDLINGEN_FINNS_INTE' | 'NAMNDEN_FINNS_INTE' | 'ARENDET_FINNS_INTE' | 'UPPLADDNINGEN_FINNS_INTE' | 'UPPLADDNINGEN_AR_FOR_GAMMAL' | 'UPPLADDNINGEN_GALLER_ANNAT' | 'UPPLADDNINGEN_ANVAND'
  | 'DATUM_FINNS_INTE' | 'DATUM_I_FRAMTIDEN' | 'SEKRETESSLAGRUM_SAKNAS' | 'SEKRETESSLAGRUM_UTAN_SEKRETESS' | 'SEKRETESSLAGRUM_HAR_FEL_FORM' | 'SKAL_SAKNAS'
  | 'MALET_FINNS_INTE' | 'SAMMANTRADE_SAKNAS' | 'LAGE_BARA_VID_PUNKT' | 'INTE_BIFOGAD';

type State =
  | { readonly skede: 'finns inte' }
  | { readonly skede: 'finns'; readonly namnd: string; readonly klass: Sekretessklass; readonly sekretesslagrum?: string; readonly version: number; readonly blobar: readonly string[]; readonly platser: ReadonlyMap<string, Plats>; readonly expedierad?: string };
type Plats = Mal & { readonly sammantrade?: string; readonly handlingslage?: Handlingslage };
const plats = ({ mal, malId }: Mal): string => `${mal} ${malId}`;

export const handling: Decider<HandlingCommand, State, HandlingEvent, HandlingHinder> = {
  category: 'handling',
  facts: handlingFacts,
  initialState: { skede: 'finns inte' },
  namnd: ({ type, data }) => (type === 'LaggTillHandling' ? data.namnd : null),

  decide(command, state, { id, by, at }) {
    const { type, data } = command;
    const kid = `handling:${id}`;
    if ('datum' in data) {
      const noDay = provaDatum(data.datum);
      if (noDay !== undefined) return { hinder: [noDay] };
      if (data.datum > lokaltDatum(at)) return refuse('DATUM_I_FRAMTIDEN', `Datumet ${data.datum} har inte varit än.`);
    }
    if (type === 'LaggTillHandling') {
      if (state.skede === 'finns') return refuse('HANDLINGEN_FINNS_REDAN', 'Uppladdningen är redan en handling.');
      const { namnd, klass, namn, datum, datumslag = 'inkommet', arende, sekretesslagrum, finns } = data;
      if (finns?.namnd !== true) return refuse('NAMNDEN_FINNS_INTE', 'Nämnden finns inte.');
      if (arende !== undefined && !finns.arende) return refuse('ARENDET_FINNS_INTE', 'Ärendet finns inte i nämnden.');
      const stop = stopMarking(data) ?? stopUpload(data, { by, at, namnd, handling: id });
      if (stop !== undefined) return stop;
      return [{
        type: 'HandlingInkommen',
        data: {
          namnd, klass, namn: seal(kid, namn), datum, datumslag, ...(arende !== undefined && { arende }),
          ...(sekretesslagrum !== undefined && { sekretesslagrum: bare(sekretesslagrum) }), ...fil(kid, data.fil!, 1),
        },
      }];
    }
    if (state.skede === 'finns inte') return refuse('HANDLINGEN_FINNS_INTE', 'Handlingen finns inte.');
    if ('skal' in data && blank(data.skal)) return noReason();
    const { klass, namnd } = state;

    switch (type) {
      case 'LaggTillHandlingsversion': {
        if (state.blobar.includes(data.uppladdning)) return refuse('UPPLADDNINGEN_ANVAND', 'Uppladdningen är redan en version av handlingen.');
        return stopUpload(data, { by, at, namnd, handling: id }) ?? [{
          type: 'HandlingsversionTillagd', data: { klass, datum: data.datum, ...fil(kid, data.fil!, state.version + 1), skal: seal(kid, data.skal), ...attached(state.platser) },
        }];
      }
      case 'AndraHandlingsklass': {
        const stop = stopMarking(data);
        if (stop !== undefined) return stop;
        const lagrum = data.sekretesslagrum === undefined ? undefined : bare(data.sekretesslagrum);
        if (klass === data.klass && lagrum === state.sekretesslagrum) return [];
        return [{ type: 'HandlingsklassAndrad', data: { klass: data.klass, forut: klass, ...(lagrum !== undefined && { sekretesslagrum: lagrum }), datum: data.datum, skal: seal(kid, data.skal) } }];
      }
      case 'BifogaHandling': {
        const { mal, malId, sammantrade, handlingslage } = data;
        if (mal === 'punkt' && sammantrade === undefined) return refuse('SAMMANTRADE_SAKNAS', 'Ange sammanträdet som punkten hör till.');
        if (mal !== 'punkt' && handlingslage !== undefined) return refuse('LAGE_BARA_VID_PUNKT', 'Handlingsläge anges bara för en punkt på en dagordning.');
        if (data.finns !== true) return refuse('MALET_FINNS_INTE', 'Det som handlingen skulle bifogas till finns inte i nämnden.');
        const lage = mal === 'punkt' ? (handlingslage ?? 'bifogas') : undefined;
        if (state.platser.has(plats(data)) && state.platser.get(plats(data))?.handlingslage === lage) return [];
        return [{ type: 'HandlingBifogad', data: { klass, mal, malId, ...(sammantrade !== undefined && { sammantrade }), ...(lage !== undefined && { handlingslage: lage }) } }];
      }
      case 'LosgorHandling': {
        const platsen = state.platser.get(plats(data));
        if (platsen === undefined) return refuse('INTE_BIFOGAD', 'Handlingen är inte bifogad där.');
        const { sammantrade } = platsen;
        return [{ type: 'HandlingLosgjord', data: { klass, mal: data.mal, malId: data.malId, ...(sammantrade !== undefined && { sammantrade }), skal: seal(kid, data.skal) } }];
      }
      case 'LaggHandlingIAkt': return [{ type: 'HandlingLagdIAkt', data: { klass, akt: seal(kid, data.akt), datum: data.datum } }];
      case 'NoteraExpedierad':
        return state.expedierad !== undefined && state.expedierad <= data.datum ? [] : [{ type: 'HandlingExpedierad', data: { datum: data.datum } }];
      default:
        return unknownCase(command);
    }
  },

  evolve(state, event): State {
    if (event.type === 'HandlingInkommen') {
      const { namnd, klass, sekretesslagrum, version, blob, arende } = event.data;
      return {
        skede: 'finns', namnd, klass, ...(sekretesslagrum !== undefined && { sekretesslagrum }), version, blobar: [blob],
        platser: new Map(arende === undefined ? [] : [[plats({ mal: 'arende', malId: arende }), { mal: 'arende', malId: arende }]]),
      };
    }
    if (state.skede === 'finns inte') return state;
    switch (event.type) {
      case 'HandlingsversionTillagd':
        return { ...state, version: event.data.version, blobar: [...state.blobar, event.data.blob] };
      case 'HandlingsklassAndrad': {
        const { sekretesslagrum: _, ...rest } = state;
        const { klass, sekretesslagrum } = event.data;
        return { ...rest, klass, ...(sekretesslagrum !== undefined && { sekretesslagrum }) };
      }
      case 'HandlingBifogad':
        return { ...state, platser: new Map(state.platser).set(plats(event.data), platsI(event.data)) };
      case 'HandlingLosgjord': {
        const platser = new Map(state.platser);
        platser.delete(plats(event.data));
        return { ...state, platser };
      }
      case 'HandlingLagdIAkt': return state;
      case 'HandlingExpedierad':
        return { ...state, expedierad: event.data.datum };
      default:
        return unknownCase(event);
    }
  },
};

const platsI = ({ mal, malId, sammantrade, handlingslage }: Plats): Plats => ({ mal, malId, ...(sammantrade !== undefined && { sammantrade }), ...(handlingslage !== undefined && { handlingslage }) });
const attached = (platser: ReadonlyMap<string, Plats>) => (platser.size === 0 ? {} : { platser: [...platser.values()].map(({ handlingslage: _, ...en }) => en) });
const fil = (kid: string, { id: blob, medietyp, storlek, hash, salt }: Upload, version: number) => ({ version, blob, medietyp, storlek, hash, salt: seal(kid, salt) });

/** One may enter only what one has sent oneself, for this nämnd, sealed with this handling's key, and not so old that it is about to be swept. */
const stopUpload = ({ fil: upload }: MedFil, { by, at, namnd, handling }: { readonly by: string; readonly at: string; readonly namnd: string; readonly handling: string }): Refusal<HandlingHinder> | undefined => {
  if (upload?.by !== by) return refuse('UPPLADDNINGEN_FINNS_INTE', 'Uppladdningen finns inte, är inte färdig eller är någon annans. Skicka filen till POST /handlingar.');
  if (upload.namnd !== namnd || upload.handling !== handling) return refuse('UPPLADDNINGEN_GALLER_ANNAT', 'Filen skickades till en annan nämnd eller en annan handling. En ny version skickas med ?handling=<handlingens id>.');
  const hours = (Date.parse(at) - Date.parse(upload.at)) / 3_600_000;
  return hours > UPLOAD_HOURS ? refuse('UPPLADDNINGEN_AR_FOR_GAMMAL', `Uppladdningen är äldre än ${UPLOAD_HOURS} timmar och tas strax bort. Skicka filen igen.`) : undefined;
};

/** A marking names the provision it rests on (OSL 5:5; I3); what is open has none. */
const stopMarking = ({ klass, sekretesslagrum }: { readonly klass: Sekretessklass; readonly sekretesslagrum?: string }): Refusal<HandlingHinder> | undefined => {
  if (klass === 'oppen') return sekretesslagrum === undefined ? undefined : refuse('SEKRETESSLAGRUM_UTAN_SEKRETESS', 'En öppen handling har inget sekretesslagrum.');
  if (blank(sekretesslagrum)) return refuse('SEKRETESSLAGRUM_SAKNAS', 'Ange den bestämmelse som sekretessen vilar på (OSL 5 kap. 5 §).', 'OSL 5 kap. 5 §');
  return /^\d{1,2}:\d{1,2}[a-z]?$/.test(bare(sekretesslagrum)) ? undefined : refuse('SEKRETESSLAGRUM_HAR_FEL_FORM', 'Sekretesslagrummet skrivs som kapitel och paragraf i OSL: 26:1.');
};
/** `OSL 26:14 c` is kept as `26:14c`. */
const bare = (lagrum: string): string => lagrum.replace(/^OSL\s+/, '').replaceAll(' ', '');

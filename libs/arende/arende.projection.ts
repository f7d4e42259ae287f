import { idOf, type Projection, type Recorded, type Sealed, type Sekretessklass } from '@klubba/kernel';
import type { ArendeEvent } from './arende.events';

export type FrammandeNummer = { readonly nummer: string; readonly organ?: string };
export type Behandling = { readonly sammantrade: string; readonly punkt: string; readonly datum: string; readonly ar: number; readonly nummer: number; readonly beslutstyp: string };
/** A line of the matter's history: what, when it was recorded, and by whom in which role. */
export type ArendeHandelse = { readonly type: ArendeEvent['type']; readonly at: string; readonly by: string; readonly roll: string };
export type Arende = {
  readonly id: string;
  readonly namnd: string;
  readonly klass: Sekretessklass;
  /** The marking of OSL 5:5: provision and day; the authority is the nämnd. */
  readonly sekretess?: { readonly lagrum: string; readonly datum: string };
  readonly rubrik: Sealed;
  readonly rubrikIntern?: Sealed;
  readonly avsandare?: Sealed;
  readonly avsandareDold?: boolean;
  readonly datum: string;
  readonly datumslag: 'inkommet' | 'upprattat';
  readonly slag?: string;
  readonly diarienummer?: string;
  readonly ar?: number;
  readonly lopnummer?: number;
  readonly frammandeNummer: readonly FrammandeNummer[];
  /** The finished memos, each in its latest finished version. */
  readonly tjansteskrivelser: readonly { readonly id: string; readonly version: number; readonly datum: string }[];
  readonly behandlingar: readonly Behandling[];
  readonly status: 'oppet' | 'avslutat';
  readonly avslutat?: string;
  /** The first day the matter was finally dealt with (TF 2:10); stays though the matter is opened again. */
  readonly slutbehandlat?: string;
  readonly historik: readonly ArendeHandelse[];
};

/** With these a § leaves the matter open: it is put off, looked into, or someone else's to decide. */
const EJ_SLUTLIGA: readonly string[] = ['bordlagga', 'aterremittera', 'notera', 'uppdra_at', 'ge_ordforanden_i_uppdrag', 'foresla_ks', 'foresla_kf', 'faststallas_av_kf', 'foresla_namnden', 'inget_beslut', 'utga'];
export const arSlutlig = (beslutstyp: string): boolean => !EJ_SLUTLIGA.includes(beslutstyp);

const line = ({ type, at, by, roll }: Recorded<ArendeEvent>): ArendeHandelse => ({ type, at, by, roll });
const also = (arende: Arende | undefined, event: Recorded<ArendeEvent>, news: Partial<Arende>): Arende | undefined =>
  arende && { ...arende, ...news, historik: [...arende.historik, line(event)] };
const dealtWith = (arende: Arende | undefined, datum: string): Pick<Arende, 'slutbehandlat'> => ({ slutbehandlat: arende?.slutbehandlat ?? datum });

/** A matter with its numbers, its memos, its §§ and its history. */
export const arendet: Projection<Arende, ArendeEvent> = {
  name: 'arende',
  revision: 1,
  category: 'arende',
  on: {
    ArendeOppnat: (_, event) => {
      const { sekretesslagrum, klassifikation: _k, diariekod: _d, diarieform: _f, diariesiffror: _s, avsteg: _a, ...data } = event.data;
      return {
        id: idOf(event.stream), ...data, ...(sekretesslagrum !== undefined && { sekretess: { lagrum: sekretesslagrum, datum: data.datum } }),
        tjansteskrivelser: [], behandlingar: [], status: 'oppet', historik: [line(event)],
      };
    },
    DiarienummerSatt: (arende, event) => also(arende, event, event.data),
    ArendemeningAndrad: (arende, event) => {
      const { rubrik, rubrikIntern } = event.data;
      return also(arende, event, { rubrik, ...(rubrikIntern !== undefined && { rubrikIntern }) });
    },
    FrammandeNummerTillagt: (arende, event) => {
      const { klass: _, ...nummer } = event.data;
      return also(arende, event, { frammandeNummer: [...(arende?.frammandeNummer ?? []), nummer] });
    },
    FrammandeNummerStruket: (arende, event) => also(arende, event, { frammandeNummer: arende?.frammandeNummer.filter(({ nummer }) => nummer !== event.data.nummer) ?? [] }),
    ArendeklassAndrad: (arende, event) => {
      const { klass, sekretesslagrum, datum } = event.data;
      if (arende === undefined) return undefined;
      const { sekretess: _, ...rest } = arende;
      return also(rest, event, { klass, ...(sekretesslagrum !== undefined && { sekretess: { lagrum: sekretesslagrum, datum } }) });
    },
    TjansteskrivelseNoterad: (arende, event) => {
      const { tjansteskrivelse: id, version, datum } = event.data;
      return also(arende, event, { tjansteskrivelser: [...(arende?.tjansteskrivelser.filter((en) => en.id !== id) ?? []), { id, version, datum }] });
    },
    TjansteskrivelsenUtgick: (arende, event) => also(arende, event, { tjansteskrivelser: arende?.tjansteskrivelser.filter(({ id }) => id !== event.data.tjansteskrivelse) ?? [] }),
    // What is planned is no part of its history.
    ArendeUpptaget: (arende) => arende,
    ArendeBehandlat: (arende, event) =>
      also(arende, event, { behandlingar: [...(arende?.behandlingar ?? []), event.data], ...(arSlutlig(event.data.beslutstyp) && dealtWith(arende, event.data.datum)) }),
    ArendeAvslutat: (arende, event) => also(arende, event, { status: 'avslutat', avslutat: event.data.datum, ...dealtWith(arende, event.data.datum) }),
    ArendeAteroppnat: (arende, event) => also(arende, event, { status: 'oppet' }),
  },
  // In the register once it has its number; the number never changes.
  place: ({ namnd, ar, lopnummer }) => (ar === undefined || lopnummer === undefined ? undefined : { namnd, sort: diariesort(ar, lopnummer) }),
};

/** The order of the register: by year, then number. */
export const diariesort = (ar: number, lopnummer: number): string => `${ar}:${String(lopnummer).padStart(7, '0')}`;

import { idOf, type Projection, type Recorded, type Sealed, type Sekretessklass } from '@klubba/kernel';
import type { TjansteskrivelseEvent } from './tjansteskrivelse.events';

export type Forslag = { readonly nr: number; readonly text: Sealed; readonly form: 'beslut' | 'annat' | 'tomt' };
export type Handling = { readonly namn: Sealed; readonly datum?: string; readonly handelsedatum?: string };
/** What one version of a memo says. */
export type Innehall = {
  readonly version: number;
  readonly klass: Sekretessklass;
  readonly beteckning?: string;
  readonly rubrik: Sealed;
  readonly forvaltning?: Sealed;
  /** The day written on the memo. */
  readonly datum: string;
  readonly handlaggare: string;
  readonly mottagare: readonly Sealed[];
  readonly forslag: readonly Forslag[];
  readonly sammanfattning?: Sealed;
  readonly arendebeskrivning: Sealed;
  readonly bedomning?: Sealed;
  readonly handlingar: readonly Handling[];
  readonly skickasTill: readonly Sealed[];
};
/** A version in the list of them: a draft is read as of its `at`, so only what was finished is kept whole. */
export type Version = { readonly version: number; readonly at: string; readonly by: string; readonly fardigstalld?: string; readonly innehall?: Innehall };
export type Tjansteskrivelse = Innehall & {
  readonly id: string;
  readonly namnd: string;
  readonly arende: string;
  readonly status: 'utkast' | 'fardigstalld' | 'aterkallad';
  /** The day this version was finished. */
  readonly fardigstalld?: string;
  readonly aterkallad?: string;
  /** Oldest first, the current one last. `innehall` stands on finished versions that have been superseded. */
  readonly versioner: readonly Version[];
};

const version = ({ at, by, data }: Recorded<TjansteskrivelseEvent> & { readonly data: { readonly version: number } }): Version => ({ version: data.version, at, by });

/** What the current version says, apart from all else in the document. */
export const innehallet = ({
  version, klass, beteckning, rubrik, forvaltning, datum, handlaggare, mottagare, forslag, sammanfattning, arendebeskrivning, bedomning, handlingar, skickasTill,
}: Innehall): Innehall => ({
  version, klass, rubrik, datum, handlaggare, mottagare, forslag, arendebeskrivning, handlingar, skickasTill,
  ...(beteckning !== undefined && { beteckning }), ...(forvaltning !== undefined && { forvaltning }),
  ...(sammanfattning !== undefined && { sammanfattning }), ...(bedomning !== undefined && { bedomning }),
});

/** A memo: its current version, and those before it. */
export const tjansteskrivelsen: Projection<Tjansteskrivelse, TjansteskrivelseEvent> = {
  name: 'tjansteskrivelse',
  revision: 1,
  category: 'tjansteskrivelse',
  on: {
    TjansteskrivelseSkriven: (_, event) => ({ id: idOf(event.stream), ...event.data, status: 'utkast', versioner: [version(event)] }),
    TjansteskrivelseAndrad: (memo, event) => {
      if (memo === undefined) return undefined;
      const { id, namnd, arende, status, versioner } = memo;
      const { skal: _, ...data } = event.data;
      const before = status === 'fardigstalld' ? [...versioner.slice(0, -1), { ...versioner.at(-1)!, innehall: innehallet(memo) }] : versioner;
      return { id, namnd, arende, ...data, status: 'utkast', versioner: [...before, version(event)] };
    },
    TjansteskrivelseFardigstalld: (memo, { data: { datum } }) =>
      memo && { ...memo, status: 'fardigstalld', fardigstalld: datum, versioner: [...memo.versioner.slice(0, -1), { ...memo.versioner.at(-1)!, fardigstalld: datum }] },
    TjansteskrivelseAterkallad: (memo, { data: { datum } }) => memo && { ...memo, status: 'aterkallad', aterkallad: datum },
  },
  place: ({ namnd, id }) => ({ namnd, sort: id }),
};

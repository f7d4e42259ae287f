import { type DataOf, idOf, type Projection, type Sealed } from '@klubba/kernel';
import type { Avsnitt, kvalitetsberattelseFacts, KvalitetsberattelseEvent } from './kvalitetsberattelse.events';
import type { Kontroll } from './siffror';

type Data<T extends keyof typeof kvalitetsberattelseFacts> = DataOf<(typeof kvalitetsberattelseFacts)[T]['shape']>;
export type Berattelsesiffra = Omit<Data<'SiffraAngiven'>, 'klass' | 'skal' | 'avsteg'>;
export type Berattelseinnehall = {
  readonly avsnitt: readonly { readonly avsnitt: Avsnitt; readonly text: Sealed }[];
  readonly siffror: readonly Berattelsesiffra[];
  readonly kontroller: readonly (Kontroll & { readonly nr: number })[];
};
export type Kvalitetsberattelse = Data<'KvalitetsberattelsePaborjad'> & {
  readonly id: string;
  /** What is being written; the last version while nothing is. */
  readonly innehall: Berattelseinnehall;
  readonly oppen: boolean;
  readonly versioner: readonly { readonly version: number; readonly datum: string; readonly saknadeAvsnitt: readonly Avsnitt[]; readonly innehall: Berattelseinnehall }[];
  readonly behandlingar: readonly Data<'KvalitetsberattelseBehandlad'>[];
};

/** A report with every version of it. */
export const kvalitetsberattelsen: Projection<Kvalitetsberattelse, KvalitetsberattelseEvent> = {
  name: 'kvalitetsberattelse',
  revision: 1,
  category: 'kvalitetsberattelse',
  on: {
    KvalitetsberattelsePaborjad: (_, { stream, data }) => ({ id: idOf(stream), ...data, innehall: { avsnitt: [], siffror: [], kontroller: [] }, oppen: true, versioner: [], behandlingar: [] }),
    AvsnittSkrivet: (en, { data: { klass: _, ...nytt } }) => en && innehall(en, { avsnitt: ersatt(en.innehall.avsnitt, nytt, 'avsnitt') }),
    SiffraAngiven: (en, { data: { klass: _k, skal: _s, avsteg: _a, ...siffra } }) => en && innehall(en, { siffror: ersatt(en.innehall.siffror, siffra, 'nyckel') }),
    SiffraStruken: (en, { data }) => en && innehall(en, { siffror: en.innehall.siffror.filter(({ nyckel }) => nyckel !== data.nyckel) }),
    SifferkontrollTillagd: (en, { data }) => en && innehall(en, { kontroller: [...en.innehall.kontroller, data] }),
    SifferkontrollStruken: (en, { data }) => en && innehall(en, { kontroller: en.innehall.kontroller.filter(({ nr }) => nr !== data.nr) }),
    KvalitetsberattelseFardigstalld: (en, { data: { version, datum, saknadeAvsnitt } }) => en && { ...en, oppen: false, versioner: [...en.versioner, { version, datum, saknadeAvsnitt, innehall: en.innehall }] },
    KvalitetsberattelseOppnad: (en) => en && { ...en, oppen: true },
    KvalitetsberattelseBehandlad: (en, { data }) => en && { ...en, behandlingar: [...en.behandlingar, data] },
  },
  place: ({ namnd, ar, id }) => ({ namnd, sort: `${ar}:${id}` }),
  register: {
    columns: { klass: 'text', ar: 'integer', oppen: 'integer', version: 'integer', fardig: 'integer', siffror: 'integer', behandlad: 'text' },
    indexes: [['ar'], ['oppen', 'ar'], ['fardig', 'ar']],
    row: ({ klass, ar, oppen, versioner, innehall: { siffror }, behandlingar }) => ({
      klass, ar, oppen: oppen ? 1 : 0, version: versioner.length, fardig: versioner.length > 0 ? 1 : 0, siffror: siffror.length, behandlad: behandlingar.at(-1)?.datum ?? null,
    }),
  },
};

const innehall = (en: Kvalitetsberattelse, nytt: Partial<Berattelseinnehall>): Kvalitetsberattelse => ({ ...en, innehall: { ...en.innehall, ...nytt } });
/** The new one where the old one of the same name stood, or last. */
const ersatt = <T, K extends keyof T>(alla: readonly T[], ny: T, namn: K): readonly T[] => (alla.some((en) => en[namn] === ny[namn]) ? alla.map((en) => (en[namn] === ny[namn] ? ny : en)) : [...alla, ny]);

import { type DataOf, idOf, type Projection } from '@klubba/kernel';
import type { delegationsordningFacts, DelegationsordningEvent } from './delegationsordning.events';

type Data<T extends keyof typeof delegationsordningFacts> = DataOf<(typeof delegationsordningFacts)[T]['shape']>;
export type Delegationspunkt = Data<'DelegationsordningAntagen'>['punkter'][number];
export type Ordningsdelegat = Delegationspunkt['delegater'][number];
export type Grans = Delegationspunkt['granser'][number];
export type Mandat = Data<'DelegationsordningAntagen'>['bradskande'][number];
export type Antagen = Data<'DelegationsordningAntagen'>['antagen'];
export type Vidaredelegation = Omit<Data<'Vidaredelegerad'>, 'version' | 'till'> & { readonly delegat: Ordningsdelegat; readonly till?: string };
export type Ordningsversion = Omit<Data<'DelegationsordningAntagen'>, 'namnd' | 'avsteg'> & { readonly vidare: readonly Vidaredelegation[] };
export type Delegationskolumner = Data<'DelegationskolumnerSparade'>;
export type Delegationsordning = {
  readonly namnd: string;
  /** By `gallerFran`, oldest first; of two from the same day the later adopted is here. */
  readonly versioner: readonly Ordningsversion[];
  readonly kolumner: readonly Delegationskolumner[];
};

/** The order in force on a day. */
export const ordningPa = (ordning: Pick<Delegationsordning, 'versioner'> | undefined, datum: string): Ordningsversion | undefined => {
  const version = ordning?.versioner.findLast(({ gallerFran }) => gallerFran <= datum);
  return version?.gallerTill !== undefined && version.gallerTill < datum ? undefined : version;
};

type Versionerad = { readonly versioner: readonly Ordningsversion[] };
const versionen = <D extends Versionerad>(doc: D, nr: number, news: (version: Ordningsversion) => Partial<Ordningsversion>): D => ({
  ...doc, versioner: doc.versioner.map((en) => (en.version === nr ? { ...en, ...news(en) } : en)),
});
export const medVersion = (versioner: readonly Ordningsversion[], ny: Ordningsversion): readonly Ordningsversion[] =>
  [...versioner.filter(({ gallerFran }) => gallerFran !== ny.gallerFran), ny].sort((a, b) => (a.gallerFran < b.gallerFran ? -1 : 1));
export const medUpphavd = <D extends Versionerad>(doc: D, { version, till }: Pick<Data<'DelegationsordningUpphavd'>, 'version' | 'till'>): D => versionen(doc, version, () => ({ gallerTill: till }));
export const medAterkallad = <D extends Versionerad>(doc: D, { version, nummer, till }: Pick<Data<'DelegationAterkallad'>, 'version' | 'nummer' | 'till'>): D =>
  versionen(doc, version, ({ punkter }) => ({ punkter: punkter.map((en) => (en.nummer === nummer ? { ...en, till } : en)) }));
export const medVidare = <D extends Versionerad>(doc: D, { version, till: delegat, ...data }: Data<'Vidaredelegerad'>): D => versionen(doc, version, ({ vidare }) => ({ vidare: [...vidare, { ...data, delegat }] }));
export const medVidareAterkallad = <D extends Versionerad>(doc: D, { version, nummer, befattning, till }: Omit<Data<'VidaredelegationAterkallad'>, 'skal'>): D =>
  versionen(doc, version, ({ vidare }) => ({ vidare: vidare.map((en) => (en.nummer === nummer && en.delegat.befattning === befattning && en.till === undefined ? { ...en, till } : en)) }));

/** A nämnd's delegationsordning, version by version. Its id is the nämnd's. */
export const delegationsordningen: Projection<Delegationsordning, DelegationsordningEvent> = {
  name: 'delegationsordning',
  revision: 1,
  category: 'delegationsordning',
  on: {
    DelegationsordningAntagen: (doc, { stream, data: { namnd: _n, avsteg: _a, ...version } }) => ({
      namnd: idOf(stream), kolumner: doc?.kolumner ?? [], versioner: medVersion(doc?.versioner ?? [], { ...version, vidare: [] }),
    }),
    DelegationsordningUpphavd: (doc, { data }) => doc && medUpphavd(doc, data),
    DelegationAterkallad: (doc, { data }) => doc && medAterkallad(doc, data),
    Vidaredelegerad: (doc, { data }) => doc && medVidare(doc, data),
    VidaredelegationAterkallad: (doc, { data }) => doc && medVidareAterkallad(doc, data),
    DelegationskolumnerSparade: (doc, { stream, data }) => ({ namnd: idOf(stream), versioner: doc?.versioner ?? [], kolumner: [...(doc?.kolumner ?? []).filter(({ lista }) => lista !== data.lista), data] }),
  },
  place: ({ namnd }) => ({ namnd, sort: namnd }),
};

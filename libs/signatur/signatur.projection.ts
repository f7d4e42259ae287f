import { type DataOf, idOf, type Projection } from '@klubba/kernel';
import type { signaturFacts, SignaturEvent } from './signatur.events';

type Data<T extends keyof typeof signaturFacts> = DataOf<(typeof signaturFacts)[T]['shape']>;

export type Signaturroll = Data<'SignaturLamnad'>['som'];
export type Delslag = Data<'SignaturLamnad'>['delar'][number]['slag'];
export type Forfalloskal = Data<'SignaturForfallen'>['skal'];
/** What of a thing is signed: a version of a memo, §§ of a meeting, a decision, or the decision in a case that is this fact. */
export type Omfang = Pick<Data<'SignaturLamnad'>, 'slag' | 'mal' | 'version' | 'omgang' | 'punkter' | 'faktum'>;
/** Which thing it is and what of it, apart from what is asked of another kind of thing. The signature holds this, and its hash is over it. */
export const vadSomSigneras = ({ slag, mal, omgang, faktum }: Omfang, version: number | undefined): Omfang => ({
  slag, mal, ...(version !== undefined && { version }), ...(slag === 'protokoll' && omgang !== undefined && { omgang }), ...(slag === 'lexsarah' && faktum !== undefined && { faktum }),
});

export type Signatur = Omit<Data<'SignaturLamnad'>, 'signatur' | 'avsteg'> & {
  readonly id: string;
  readonly at: string;
  readonly forfallen?: { readonly at: string; readonly skal: Forfalloskal; readonly delar: readonly string[] };
};
/** A paper signed elsewhere, as it stands in its file. */
export type Undertecknat = Omit<Data<'UndertecknatTillagt'>, 'undertecknat' | 'avsteg'> & { readonly id: string; readonly at: string; readonly by: string };

/** All signatures of one thing, those that have fallen too. */
export type Signaturer = { readonly id: string; readonly namnd: string; readonly signaturer: readonly Signatur[] };
/** The signed papers of one thing that came from elsewhere. A document of its own: it holds the text of whole files. */
export type Undertecknade = { readonly id: string; readonly namnd: string; readonly undertecknade: readonly Undertecknat[] };

export const signaturerna: Projection<Signaturer, SignaturEvent> = {
  name: 'signatur',
  revision: 1,
  category: 'signatur',
  on: {
    SignaturLamnad: (alla, { stream, namnd, at, data: { signatur: id, avsteg: _, ...data } }) =>
      ({ id: idOf(stream), namnd: namnd ?? '', signaturer: [...(alla?.signaturer ?? []), { id, at, ...data }] }),
    SignaturForfallen: (alla, { at, data: { signatur, skal, delar } }) =>
      alla && { ...alla, signaturer: alla.signaturer.map((en) => (en.id === signatur ? { ...en, forfallen: { at, skal, delar } } : en)) },
    UndertecknatTillagt: (alla) => alla,
  },
  place: ({ namnd, id }) => ({ namnd, sort: id }),
};

export const undertecknade: Projection<Undertecknade, SignaturEvent> = {
  name: 'undertecknat',
  revision: 1,
  category: 'signatur',
  on: {
    SignaturLamnad: (alla) => alla,
    SignaturForfallen: (alla) => alla,
    UndertecknatTillagt: (alla, { stream, namnd, by, at, data: { undertecknat: id, avsteg: _, ...data } }) =>
      ({ id: idOf(stream), namnd: namnd ?? '', undertecknade: [...(alla?.undertecknade ?? []), { id, at, by, ...data }] }),
  },
  place: ({ namnd, id }) => ({ namnd, sort: id }),
};

/** The signatures that concern a version of a memo, any § of an omgång, or the decision that is a fact. */
export const signaturerFor = ({ signaturer }: Signaturer, om: { readonly version?: number; readonly punkter?: readonly string[]; readonly faktum?: number }): readonly Signatur[] =>
  signaturer.filter(({ version, faktum, punkter = [] }) => (om.punkter === undefined ? version === om.version && faktum === om.faktum : punkter.some((punkt) => om.punkter!.includes(punkt))));

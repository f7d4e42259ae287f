import type { Sealed } from '@klubba/kernel';
import { type Hanvisning, overklagandehanvisning, type Overklagandeslag } from '@klubba/lagrum';
import type { Paragraf } from '@klubba/paragraf';
import type { Punkt, Sammantrade } from '@klubba/sammantrade';

/** The canonical form of an extract. A field that is added later is left out where it is absent; any other change is a form 2 beside this one. */
export const UTDRAGSFORM = 1;

export type Bilagd = { readonly handling: string; readonly version: number; readonly hash: string };
/** What a mottagare gets: the § as it was decided and has been corrected since, who dissented, what goes with it and how one appeals. */
export type Utdrag = {
  readonly form: number;
  readonly organ: string;
  readonly datum: string;
  readonly ar: number;
  readonly nr: number;
  readonly rubrik: Sealed;
  readonly diarienummer?: string;
  readonly beslutspunkter: readonly { readonly nr: number; readonly text: Sealed }[];
  readonly beslutsmotivering?: Sealed;
  readonly rattelser: readonly { readonly beslutspunkt?: number; readonly text: Sealed; readonly datum: string }[];
  readonly reservationer: readonly { readonly av: readonly string[]; readonly tillFormanFor?: Sealed; readonly motivering?: Sealed }[];
  readonly yttranden: readonly { readonly av: readonly string[]; readonly text: Sealed }[];
  readonly handlingar: readonly Bilagd[];
  readonly hanvisningar: readonly (Hanvisning & { readonly beslutspunkt?: number })[];
};
type Avgjord = Punkt & { readonly beslut: NonNullable<Punkt['beslut']>; readonly paragraf: NonNullable<Punkt['paragraf']> };
export const arAvgjord = (punkt: Punkt | undefined): punkt is Avgjord => punkt?.beslut !== undefined && punkt.paragraf !== undefined;

/** The class of the §, and that of decision points that have one of their own. What was read in has no § of its own to ask. */
export const slagenFor = ({ beslut }: Avgjord, paragraf: Paragraf | undefined): { readonly eget: Overklagandeslag; readonly punkter: Paragraf['punktslag'] } =>
  ({ eget: paragraf?.overklagandeslag ?? beslut.overklagandeslag, punkter: paragraf?.punktslag ?? [] });

/** The day it was justerad: as the § knows it, or as its protocol was read in. */
export const justeradDag = (mote: Sammantrade, { id }: Punkt, paragraf: Paragraf | undefined): string | undefined =>
  paragraf?.justerad?.datum ?? mote.omgangar.find(({ punkter }) => punkter.includes(id))?.datum;

/** `namnd`: what it is called, as the text on appeals says it. */
export const utdraget = (mote: Sammantrade, punkt: Avgjord, paragraf: Paragraf | undefined, handlingar: readonly Bilagd[], namnd: string): Utdrag => {
  const { beslut, behandling, paragraf: { ar, nr } } = punkt;
  const { eget, punkter } = slagenFor(punkt, paragraf);
  const beteckning = beslut.diarienummer ?? punkt.diarienummer;
  const hanvisning = (slag: Overklagandeslag, ratt: string | undefined, beslutspunkt?: number) => ({
    ...overklagandehanvisning(slag, { datum: mote.datum, namnd, beslut: `§ ${nr}${beslutspunkt === undefined ? '' : ` punkt ${beslutspunkt}`} den ${mote.datum}`, ratt }), ...(beslutspunkt !== undefined && { beslutspunkt }),
  });
  return {
    form: UTDRAGSFORM, organ: mote.organ, datum: mote.datum, ar, nr, rubrik: beslut.rubrik ?? punkt.rubrik, ...(beteckning !== undefined && { diarienummer: beteckning }),
    beslutspunkter: beslut.beslutspunkter.map(({ text }, i) => ({ nr: i + 1, text })),
    ...(beslut.beslutsmotivering !== undefined && { beslutsmotivering: beslut.beslutsmotivering }),
    rattelser: (paragraf?.rattelser ?? []).map(({ beslutspunkt, text, datum }) => ({ ...(beslutspunkt !== undefined && { beslutspunkt }), text, datum })),
    reservationer: (behandling?.reservationer ?? []).map(({ av, tillFormanFor, motivering }) => ({ av, ...(tillFormanFor !== undefined && { tillFormanFor }), ...(motivering !== undefined && { motivering }) })),
    yttranden: (behandling?.anteckningar ?? []).map(({ av, text }) => ({ av, text })),
    handlingar, hanvisningar: [hanvisning(eget, paragraf?.lagrumForSlag), ...punkter.map(({ beslutspunkt, overklagandeslag, lagrum }) => hanvisning(overklagandeslag, lagrum, beslutspunkt))],
  };
};

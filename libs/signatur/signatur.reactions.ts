import type { DelegationsbeslutEvent } from '@klubba/delegation';
import type { BilagorEvent, HandlingEvent } from '@klubba/handling';
import { idOf, type Reaction, type Wish } from '@klubba/kernel';
import type { LexSarahEvent } from '@klubba/lexsarah';
import type { ParagrafEvent } from '@klubba/paragraf';
import type { SammantradeEvent } from '@klubba/sammantrade';
import type { TjansteskrivelseEvent } from '@klubba/tjansteskrivelse';
import type { SignaturCommand } from './signatur.decider';
import type { SignaturEvent } from './signatur.events';
import { signaturerna } from './signatur.projection';

const prova = (mal: string): Wish => {
  const command: SignaturCommand = { type: 'ProvaSignaturer', data: {} };
  return { category: 'signatur', id: mal, command };
};
const sinEgen = ({ stream }: { readonly stream: string }): Wish => prova(idOf(stream));
/** What is attached to a memo is told in a list with the memo's id; what is attached to a § names its meeting. */
const dar = (mal: string, malId: string, sammantrade: string | undefined): Wish | undefined =>
  mal === 'tjansteskrivelse' ? prova(malId) : mal === 'paragraf' && sammantrade !== undefined ? prova(sammantrade) : undefined;

/**
 * A signature falls when what was signed changes. Whatever may change it has the signatures tried against what then stands
 * in the log; so a fact too many costs a look, and never a signature. A new signature is tried too: the content may have
 * changed between its reading and its storing.
 */
export const provaSignerat: Reaction<TjansteskrivelseEvent | SammantradeEvent | ParagrafEvent | BilagorEvent | HandlingEvent | DelegationsbeslutEvent | LexSarahEvent | SignaturEvent> = {
  name: 'prova-signerat',
  // Most of what changes is not signed yet.
  concerns: signaturerna,
  on: {
    SignaturLamnad: sinEgen,
    TjansteskrivelseAndrad: sinEgen, TjansteskrivelseAterkallad: sinEgen,
    PunktAndrad: sinEgen, BeslutUtskrivet: sinEgen, BeslutstextRattad: sinEgen, ParagrafNumrerad: sinEgen,
    NarvaroAntecknad: sinEgen, NarvaroInlast: sinEgen, FranvaroVidPunktAntecknad: sinEgen, OvrigNarvaroAntecknad: sinEgen, OvrigNarvaroStruken: sinEgen,
    YrkandeAntecknat: sinEgen, YrkandeAterkallat: sinEgen, PropositionsordningFaststalld: sinEgen, BeslutsgangAntecknad: sinEgen, OmrostningGenomford: sinEgen, OmrostningBegard: sinEgen, DeltarInteAntecknat: sinEgen,
    ReservationAnmald: sinEgen, ReservationMotiverad: sinEgen, ProtokollsanteckningGjord: sinEgen, YrkandeInlast: sinEgen, OmrostningInlast: sinEgen, DeltarInteInlast: sinEgen, ReservationInlast: sinEgen,
    DelegationsbeslutStruket: sinEgen, DelegationsbeslutAndrat: sinEgen,
    LexSarahBedomd: sinEgen, LexSarahAteroppnad: sinEgen, LexSarahStruken: sinEgen,
    ParagrafRattad: ({ data: { sammantrade } }) => (sammantrade === undefined ? undefined : prova(sammantrade)),
    BilagaNoterad: ({ stream, data: { mal, sammantrade } }) => dar(mal, idOf(stream), sammantrade),
    BilagaBorttagen: ({ stream, data: { mal, sammantrade } }) => dar(mal, idOf(stream), sammantrade),
    HandlingsversionTillagd: ({ data: { platser = [] } }) => {
      const alla = platser.flatMap(({ mal, malId, sammantrade }) => dar(mal, malId, sammantrade) ?? []);
      // Attached to two §§ of one meeting it is one thing to try.
      return alla.filter((en, i) => alla.findIndex(({ id }) => id === en.id) === i);
    },
  },
};

import { type Hinder, isRefusal, warning } from '@klubba/kernel';
import { provaForslagstext } from './sammantrade.beslut.decider';
import { provaAvgjorda } from './sammantrade.forlopp.decider';
import { arAvgjord, type Avgjord, provaInnehall } from './sammantrade.innehall.decider';
import { justeringen } from './sammantrade.justering.decider';
import { kallad, type Mote, nummer, type SammantradeHinder } from './sammantrade.mote.decider';
import { provaBeslutfor, provaErsatta, provaPlatser } from './sammantrade.narvaro.decider';
import { provaMotiverade } from './sammantrade.reservation.decider';

export const SLUTKONTROLLER = ['avslutas', 'justeras'] as const;
export type Slutkontroll = (typeof SLUTKONTROLLER)[number];
/** What is lacking: at an item, or at the meeting as a whole. */
export type Brist = Hinder<SammantradeHinder> & { readonly punkt?: string };
/** What other streams say: §§ with a handling attached. `datum`: when the justering is meant to be. */
export type Kontrollunderlag = { readonly bifogade: readonly string[]; readonly datum?: string };

/**
 * The closing check (point 9): what each § lacks before the meeting is closed, or before the protocol is justerat. Asks the
 * very rules that the commands are held to, so that what it lists is what would stop or warn.
 */
export const slutkontroll = (mote: Mote, infor: Slutkontroll, underlag: Kontrollunderlag): readonly Brist[] => {
  const kvar = mote.punkter.filter(arAvgjord).filter(({ omgang }) => omgang === undefined).sort((a, b) => a.beslut.ordning - b.beslut.ordning);
  const vidParagraferna = kvar.flatMap((punkt) => paragrafens(punkt, mote, underlag).map((hinder): Brist => ({ ...hinder, punkt: punkt.id })));
  return [...(infor === 'avslutas' ? innanAvslutet(mote, kvar) : innanJusteringen(mote, underlag, vidParagraferna)), ...vidParagraferna];
};

type Funnen = Hinder<SammantradeHinder> | false | undefined;
const funna = (alla: readonly Funnen[]): readonly Hinder<SammantradeHinder>[] => alla.filter((en): en is Hinder<SammantradeHinder> => en !== false && en !== undefined);
const paragrafens = (punkt: Avgjord, mote: Mote, { bifogade }: Kontrollunderlag): readonly Hinder<SammantradeHinder>[] => funna([
  ...provaInnehall(punkt, mote),
  ...(punkt.utgatt ? [] : [...provaPlatser(mote, punkt.id), provaBeslutfor(mote, punkt.id), ...provaErsatta(mote, punkt.id, punkt.beslut.tid)]),
  ...provaMotiverade(punkt, mote),
  provaForslagstext(punkt, mote, bifogade),
  punkt.paragraf === undefined && warning('EJ_NUMRERAD', `Ärende ${nummer(mote, punkt.id)} har inte fått sitt paragrafnummer än.`),
]);

const innanAvslutet = (mote: Mote, kvar: readonly Avgjord[]): readonly Brist[] => [
  ...funna([
    provaAvgjorda(mote),
    (mote.utsedda ?? []).length === 0 && warning('JUSTERARE_EJ_UTSEDDA', 'Ingen är utsedd att justera protokollet.', 'KL 5 kap. 69 §'),
  ]),
  ...mote.punkter.flatMap(({ id, sen, utgatt }): readonly Brist[] => (sen?.faststalld === false && !utgatt
    ? [{ ...warning('SENT_ARENDE_EJ_FASTSTALLT', `Ärende ${nummer(mote, id)} kom till efter kallelsen och är inte upptaget när dagordningen fastställdes.`), punkt: id }] : [])),
  // C4: what is to be justerat at once is so the same day.
  ...kvar.filter(({ beslut }) => beslut.omedelbar).map(({ id }): Brist => ({ ...warning('EJ_OMEDELBART_JUSTERAD', `${kallad(mote, id)} ska justeras omedelbart och är inte justerad än.`), punkt: id })),
];

/** As if they who are chosen signed all that is left on that day. What is told at its § is not told twice. */
const innanJusteringen = (mote: Mote, { bifogade, datum = mote.datum }: Kontrollunderlag, redan: readonly Brist[]): readonly Brist[] => {
  const ett = justeringen({ omedelbart: false, datum, justerare: mote.utsedda ?? [], underlag: { bifogade } }, mote);
  return (isRefusal(ett) ? ett.hinder : funna(ett.funna)).filter(({ kod, text }) => !redan.some((en) => en.kod === kod && en.text === text));
};

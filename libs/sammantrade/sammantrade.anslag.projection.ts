import { type Anslagspost, stod } from '@klubba/lagrum';
import { spann } from '@klubba/paragraf';
import type { Anslag, Sammantrade, Tillkannagivande } from './sammantrade.projection';

/** What is known of an anslag, in the order that it was noted: when it went up, each look at it, gaps as somebody judged them, when it came down (C5). */
export type Anslagshandelse =
  | { readonly slag: 'anslaget' | 'nedtaget'; readonly datum: string; readonly av: string }
  | { readonly slag: 'kontroll'; readonly datum: string; readonly tid: string; readonly nabart: boolean; readonly av: string }
  | { readonly slag: 'avbrott'; readonly datum: string; readonly fran: string; readonly till: string; readonly brutet: boolean; readonly av: string };

type Anslaget = { readonly datum: string; readonly nedtasTidigast: string; readonly nedtaget?: string; readonly brutet: boolean; readonly logg: readonly Anslagshandelse[] };
type Om = { readonly organ: string; readonly motesdag: string; readonly paragrafer: string; readonly justerad: string };

/**
 * What is posted of a justering (KL 8:12): where the protocol is and which day it was announced, and how the decisions are appealed
 * (8:10 p 5). Of the §§ only their numbers, those that are secret too.
 */
export const anslagstext = ({ organ, motesdag, paragrafer, justerad }: Om, { datum, nedtasTidigast }: Anslaget, forvaringsplats: string, sistaDag: string): string => [
  'Tillkännagivande av justerat protokoll',
  `Organ: ${organ}`,
  `Sammanträdesdag: ${motesdag}`,
  `Paragrafer: ${paragrafer}`,
  `Justerat: ${justerad}`,
  `Tillkännagivet på anslagstavlan: ${datum}`,
  `Anslaget tas ned tidigast: ${nedtasTidigast}`,
  `Protokollet finns hos: ${forvaringsplats}`,
  `Så överklagas besluten: den som är medlem av kommunen kan begära laglighetsprövning hos förvaltningsrätten. Överklagandet ska ha kommit in dit senast ${sistaDag} (KL 13 kap. 4–5 §§). Är beslutet ett annat slag står det i underrättelsen till parten.`,
].join('\n');

/** A proof of what was posted and how long, from the log of it. A look that nobody took is no gap (C5). */
export const anslagsbevis = (om: Om, { datum, nedtaget, brutet, logg }: Anslaget): string => {
  const kontroller = logg.filter((en) => en.slag === 'kontroll');
  const onabara = kontroller.filter((en) => !en.nabart);
  const avbrott = logg.filter((en) => en.slag === 'avbrott');
  return [
    `Justeringen ${om.justerad} av ${om.paragrafer} vid sammanträdet ${om.motesdag} (${om.organ}) var tillkännagiven på anslagstavlan från ${datum}${nedtaget === undefined ? ' och är inte nedtagen' : ` till ${nedtaget}`}.`,
    kontroller.length === 0 ? 'Ingen kontroll av att anslaget gick att nå är noterad.' : `Anslaget kontrollerades ${kontroller.length} ${kontroller.length === 1 ? 'gång' : 'gånger'}; ${onabara.length === 0 ? 'det gick att nå varje gång' : `det gick inte att nå ${onabara.map((en) => `${en.datum} kl. ${en.tid}`).join(', ')}`}.`,
    avbrott.length === 0 ? 'Inget avbrott är noterat.' : `Noterade avbrott: ${avbrott.map((en) => `${en.datum} kl. ${en.fran}–${en.till} (${en.brutet ? 'bröt anslaget' : 'bröt inte anslaget'})`).join(', ')}.`,
    ...(brutet ? ['Anslaget var inte uppe oavbrutet. Överklagandetiden har kanske inte löpt ut (KL 13 kap. 5 § andra stycket).'] : []),
  ].join(' ');
};

type Nedtagbart = Pick<Tillkannagivande, 'innehall' | 'datum'> & { readonly plats?: string; readonly nedtaget?: string };
/** What was put up of it that day has come down; on the web it stays. */
export const nedtaget = <T extends Nedtagbart>(alla: readonly T[], { innehall, anslaget, datum }: { readonly innehall: string; readonly anslaget: string; readonly datum: string }): readonly T[] =>
  alla.map((en) => (en.innehall === innehall && en.datum === anslaget && en.plats !== 'webben' ? { ...en, nedtaget: datum } : en));

/** On the board: which protocol, or where the meeting is held. */
export type Motesanslag = Anslagspost & ({ readonly protokoll: { readonly omgang: number; readonly paragrafer: string; readonly justerad: string; readonly anslag: Anslag } } | { readonly protokoll?: undefined });
/** All that the board has or had of a meeting: what was told of it beforehand, and each anslag of its protocols (KL 8:10–12). */
export const sammantradetsAnslag = ({ datum: motesdag, punkter, omgangar, tillkannagivanden = [] }: Sammantrade): readonly Motesanslag[] => [
  ...tillkannagivanden.filter(({ plats }) => plats === 'anslagstavlan').map(({ innehall, datum: uppsatt, nedtaget: nere }) => ({
    slag: innehall, referens: `sammanträde ${motesdag}`, uppsatt, brutet: false, lagrum: stod('anslag', uppsatt).citat, ...(nere !== undefined && { nedtaget: nere }),
  })),
  ...omgangar.flatMap(({ omgang, datum: justerad, punkter: dess, anslag }) => (justerad === undefined ? [] : anslag.map((ett) => {
    const numrerade = punkter.flatMap(({ id, paragraf }) => (paragraf !== undefined && dess.includes(id) ? [paragraf] : []));
    const paragrafer = spann(numrerade);
    return {
      slag: 'justerat_protokoll' as const, referens: `${paragrafer} ${motesdag}`, uppsatt: ett.datum, nedtasTidigast: ett.nedtasTidigast, brutet: ett.brutet, lagrum: stod('anslagstid', justerad).citat,
      ...(ett.nedtaget !== undefined && { nedtaget: ett.nedtaget }), protokoll: { omgang, paragrafer, justerad, anslag: ett },
    };
  }))),
];

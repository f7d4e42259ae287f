import { type Command, type Hinder, isRefusal, type Refusal, refuse, seal, uphold } from '@klubba/kernel';
import { inkalla, type Inkallad, type Inkallelse } from '@klubba/namnd';
import { provaDistans } from './sammantrade.distans.decider';
import type { SammantradeEvent } from './sammantrade.events';
import { provaInkallelse } from './sammantrade.inkallelse.decider';
import type { Mote, SammantradeHinder } from './sammantrade.mote.decider';
import { ejOppnat, evolveNarvaro, type Narvarouppdrag, provaAndring } from './sammantrade.narvaro.decider';
import type { Narvaro, Pass } from './sammantrade.projection';
import { stopp } from './sammantrade.tjanstgoring.decider';

type Distans = NonNullable<Pass['distans']>;
/** Who answers, who is told to be away and why, who serves when not by the order, and who is elsewhere. */
export type UppropCommand = Command<'HallUpprop', {
  narvarande: readonly string[];
  franvarande?: readonly { readonly person: string; readonly skal?: string }[];
  tjanstgor?: readonly Inkallad[];
  distans?: readonly (Distans & { readonly person: string })[];
  underlag?: Uppropsunderlag;
}>;
/** All who are elected on the day, and in which order they are called in. */
export type Uppropsunderlag = { readonly valda: readonly (Narvarouppdrag & { readonly person: string })[]; readonly inkallelse: Inkallelse };

/**
 * The roll (B2): each ledamot who answers serves, and seat by seat the ersättare who stands first goes in for one who does not.
 * Called anew before the first klubbslag it replaces what it said; after that each who comes or goes is noted for themselves.
 */
export const decideUpprop = (command: UppropCommand, mote: Mote, kid: string): readonly SammantradeEvent[] | Refusal<SammantradeHinder> => {
  const { narvarande, franvarande = [], tjanstgor = [], distans = [], underlag } = command.data;
  if (mote.skede !== 'oppet') return ejOppnat;
  if (mote.punkter.some(({ beslut }) => beslut !== undefined)) return refuse('UPPROPET_AR_FOR_SENT', 'Klubban har fallit. Anteckna var och en som kommer eller går.');
  if (underlag === undefined) return refuse('NAMNDEN_FINNS_INTE', 'Nämnden finns inte.');
  const { valda, inkallelse } = underlag;
  const inne = [...new Set(narvarande)];
  const bada = franvarande.find(({ person }) => inne.includes(person));
  if (bada !== undefined) return refuse('BADE_INNE_OCH_BORTA', `{person:${bada.person}} både svarar och är frånvarande.`);
  const okand = [...inne, ...franvarande.map(({ person }) => person), ...tjanstgor.map(({ ersattare }) => ersattare)].find((person) => !valda.some((en) => en.person === person));
  if (okand !== undefined) return refuse('EJ_FORTROENDEVALD', `{person:${okand}} är varken ledamot eller ersättare i nämnden ${mote.datum}.`);

  const fel = provaValda(tjanstgor, inne, inkallelse);
  const tomma = inkallelse.platser.filter(({ person, vakant }) => vakant === true || !inne.includes(person)).map(({ person }) => person);
  const inkallade = inkalla(inkallelse, tomma, inne, tjanstgor);
  const borta = new Map(franvarande.map(({ person, skal }) => [person, skal]));
  const passet = (person: string, ledamot: boolean): readonly Pass[] => {
    if (!inne.includes(person)) return [];
    const ersatter = inkallade.find(({ ersattare }) => ersattare === person)?.ersatter;
    const fran = distans.find((en) => en.person === person);
    const vakant = inkallelse.platser.some((en) => en.person === ersatter && en.vakant === true);
    return [{ tjanstgor: ledamot || ersatter !== undefined, ...(ersatter !== undefined && { ersatter }), ...(vakant && { vakant }), ...(fran !== undefined && { distans: { bild: fran.bild, ljud: fran.ljud, likaVillkor: fran.likaVillkor } }) }];
  };
  const antecknade = valda.filter(({ person, uppdrag }) => uppdrag === 'ledamot' || inne.includes(person) || borta.has(person) || mote.narvaro.some((en) => en.person === person)).map((en): Narvaro => {
    const skal = borta.get(en.person);
    return { ...en, pass: passet(en.person, en.uppdrag === 'ledamot'), ...(skal !== undefined && { franvaroskal: seal(`person:${en.person}`, skal) }) };
  });
  const efter = evolveNarvaro(mote, { type: 'UppropHallet', data: { antecknade } });
  const andring = provaAndring(mote, efter);
  if (isRefusal(andring)) return andring;
  const passed = uphold<SammantradeHinder>(command, kid, [
    ...fel, ...provaDistans(mote, antecknade.flatMap(({ pass }) => pass)), ...andring, ...tjanstgor.flatMap(({ ersattare }) => provaInkallelse(efter, ersattare, inkallelse)),
  ]);
  return isRefusal(passed) ? passed : [{ type: 'UppropHallet', data: { antecknade, ...passed } }];
};

/** What is chosen is a seat that is empty and an ersättare who answers, each once. */
const provaValda = (tjanstgor: readonly Inkallad[], inne: readonly string[], { platser, ersattare }: Inkallelse): readonly Hinder<SammantradeHinder>[] =>
  tjanstgor.flatMap(({ ersattare: person, ersatter }, i) => {
    const platsen = platser.find((en) => en.person === ersatter);
    return [
      ...(platsen === undefined ? [stopp('PLATSEN_FINNS_INTE', `{person:${ersatter}} har ingen plats i nämnden att tjänstgöra på.`)] : []),
      ...(platsen !== undefined && platsen.vakant !== true && inne.includes(ersatter) ? [stopp('PLATSEN_UPPTAGEN', `{person:${ersatter}} är närvarande och tjänstgör på sin plats.`)] : []),
      ...(ersattare.some((en) => en.person === person) ? [] : [stopp('LEDAMOT_ERSATTER_INGEN', `{person:${person}} är ledamot och tjänstgör på sin egen plats.`)]),
      ...(inne.includes(person) ? [] : [stopp('EJ_ANTECKNAD', `{person:${person}} har inte svarat vid uppropet.`)]),
      ...(tjanstgor.slice(0, i).some((en) => en.ersattare === person) ? [stopp('TVA_PLATSER', `{person:${person}} kan inte tjänstgöra på två platser.`)] : []),
      ...(tjanstgor.slice(0, i).some((en) => en.ersatter === ersatter) ? [stopp('PLATSEN_UPPTAGEN', `Två kan inte tjänstgöra på {person:${ersatter}}s plats.`)] : []),
    ];
  });

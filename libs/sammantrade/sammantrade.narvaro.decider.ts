import { type Command, type Context, type Hinder, type Refusal, refuse, seal, unknownCase } from '@klubba/kernel';
import { provaBeslutforhet } from '@klubba/lagrum';
import type { SammantradeEvent } from './sammantrade.events';
import { finnsInte, kallad, type Mote, type Narvarande, nummer, punkten, type SammantradeHinder } from './sammantrade.mote.decider';
import { omfattar, platser } from './sammantrade.narvaro.projection';
import type { Pass } from './sammantrade.projection';

export type NarvaroCommand =
  | Command<'AntecknaNarvaro', { person: string; pass: readonly Pass[]; franvaroskal?: string; underlag?: Narvarounderlag }>
  | Command<'AntecknaFranvaroVidPunkt', { punkt: string; person: string; skal: 'jav' | 'annat'; franvarande?: boolean }>
  | Command<'UtseJusterare', { person: string; ersattare?: string; dag?: string }>;
/** What the nämnd says of the day of the meeting: what the person is elected to, and all who hold or have held a seat. */
export type Narvarounderlag = {
  readonly uppdrag?: { readonly uppdrag: 'ledamot' | 'ersattare'; readonly roll?: 'ordforande' | 'forste_vice_ordforande' | 'andre_vice_ordforande'; readonly parti: string };
  readonly platser: readonly string[];
};

type Outcome = readonly SammantradeEvent[] | Refusal<SammantradeHinder>;
type Stopp = Refusal<SammantradeHinder> | undefined;

export const decideNarvaro = (command: NarvaroCommand, mote: Mote, _context: Context): Outcome => {
  if (mote.skede !== 'oppet' && mote.skede !== 'avslutat') return refuse('SAMMANTRADET_AR_EJ_OPPNAT', 'Sammanträdet är inte öppnat.');
  switch (command.type) {
    case 'AntecknaNarvaro': return anteckna(command.data, mote);
    case 'AntecknaFranvaroVidPunkt': {
      const { punkt, person, skal, franvarande = true } = command.data;
      if (punkten(mote, punkt) === undefined) return finnsInte;
      if (!mote.narvaro.some((en) => en.person === person)) return ejAntecknad(person);
      const redan = mote.franvaro.find((en) => en.punkt === punkt && en.person === person);
      if (franvarande ? redan?.skal === skal : redan === undefined) return [];
      const fakta: SammantradeEvent = { type: 'FranvaroVidPunktAntecknad', data: { punkt, person, franvarande, skal } };
      return provaAndring(mote, evolveNarvaro(mote, fakta)) ?? [fakta];
    }
    case 'UtseJusterare': {
      const { person, ersattare, dag } = command.data;
      for (const en of [person, ...(ersattare === undefined ? [] : [ersattare])]) if (!mote.narvaro.some((annan) => annan.person === en && annan.pass.length > 0)) return ejAntecknad(en);
      return [{ type: 'JusterareUtsedd', data: { person, ...(ersattare !== undefined && { ersattare }), ...(dag !== undefined && { dag }) } }];
    }
    default: return unknownCase(command);
  }
};

const anteckna = ({ person, pass, franvaroskal, underlag }: Extract<NarvaroCommand, { type: 'AntecknaNarvaro' }>['data'], mote: Mote): Outcome => {
  const uppdrag = underlag?.uppdrag;
  if (underlag === undefined || uppdrag === undefined) return refuse('EJ_FORTROENDEVALD', `{person:${person}} är varken ledamot eller ersättare i nämnden ${mote.datum}.`);
  for (const ett of pass) {
    const fel = provaPass(ett, person, uppdrag.uppdrag, underlag.platser, mote);
    if (fel !== undefined) return fel;
  }
  const fakta: SammantradeEvent = {
    type: 'NarvaroAntecknad',
    data: { person, ...uppdrag, pass: pass.map(rent), ...(franvaroskal !== undefined && { franvaroskal: seal(`person:${person}`, franvaroskal) }) },
  };
  return provaAndring(mote, evolveNarvaro(mote, fakta)) ?? [fakta];
};

const provaPass = ({ tjanstgor, ersatter, franPunkt, tillPunkt, fran, till }: Pass, person: string, uppdrag: 'ledamot' | 'ersattare', platserna: readonly string[], mote: Mote): Stopp => {
  if (uppdrag === 'ledamot' && ersatter !== undefined) return refuse('LEDAMOT_ERSATTER_INGEN', `{person:${person}} är ledamot och tjänstgör på sin egen plats.`);
  if (uppdrag === 'ersattare' && tjanstgor && ersatter === undefined) return refuse('ERSATTER_SAKNAS', `Ange vem {person:${person}} tjänstgör för.`);
  if (tjanstgor && ersatter !== undefined && !platserna.includes(ersatter)) return refuse('PLATSEN_FINNS_INTE', `{person:${ersatter}} har ingen plats i nämnden att tjänstgöra på.`);
  const plats = platser(mote.punkter);
  for (const punkt of [franPunkt, tillPunkt]) if (punkt !== undefined && plats(punkt) === Infinity) return finnsInte;
  const baklanges = (franPunkt !== undefined && tillPunkt !== undefined && plats(franPunkt) > plats(tillPunkt)) || (fran !== undefined && till !== undefined && fran >= till);
  return baklanges ? refuse('TIDEN_GAR_BAKLANGES', 'Tjänstgöringen slutar innan den börjar.') : undefined;
};

/** Who serves at an item, with the seat each one has. `tid`: the clock time of a klubbslag that is about to fall. */
export const tjanstgorande = (mote: Mote, punkt: string, tid?: string): readonly { readonly person: string; readonly plats: string }[] =>
  iPass(mote, punkt, tid).flatMap(({ person, pass }) => pass.filter((ett) => ett.tjanstgor).map(({ ersatter = person }) => ({ person, plats: ersatter })));
/** Who was there at an item, serving or not. */
export const narvarande = (mote: Mote, punkt: string): readonly string[] => iPass(mote, punkt).map(({ person }) => person);

const iPass = ({ punkter, narvaro, franvaro }: Mote, punkt: string, tid?: string): readonly Narvarande[] => {
  const beslut = punkter.find(({ id }) => id === punkt)?.beslut;
  const platsFor = platser(punkter, tid === undefined ? undefined : punkt);
  const nar = beslut?.tid ?? tid;
  const lage = { punkt, ...(nar !== undefined && { tid: nar }) };
  return narvaro
    .filter(({ person }) => !franvaro.some((en) => en.punkt === punkt && en.person === person))
    .map(({ person, pass }) => ({ person, pass: pass.filter((ett) => omfattar(ett, lage, platsFor)) }))
    .filter(({ pass }) => pass.length > 0);
};

/** One seat one person and one person one seat, at an item. */
export const provaPlatser = (mote: Mote, punkt: string, tid?: string): Stopp => {
  const alla = tjanstgorande(mote, punkt, tid);
  const vidPunkten = (): string => `vid ${kallad(mote, punkt)}`;
  const [platserna, personerna] = [new Set<string>(), new Set<string>()];
  for (const { person, plats } of alla) {
    if (platserna.has(plats)) return refuse('PLATSEN_UPPTAGEN', `Två tjänstgör på {person:${plats}}s plats ${vidPunkten()}. En plats har en tjänstgörande.`);
    if (personerna.has(person)) return refuse('TVA_PLATSER', `{person:${person}} tjänstgör på två platser ${vidPunkten()}.`);
    platserna.add(plats);
    personerna.add(person);
  }
  return alla.length > mote.antalLedamoter ? refuse('FLER_AN_PLATSERNA', `${alla.length} tjänstgör ${vidPunkten()}, men nämnden har ${mote.antalLedamoter} platser.`) : undefined;
};

/** B1, asked anew for each item (KL 6:27): one out of the room, for jäv or else, is not counted. Before 2018 the law is not verified, and it warns. */
export const provaBeslutfor = (mote: Mote, punkt: string, tid?: string): Hinder<'EJ_BESLUTFOR'> | undefined => {
  const nr = nummer(mote, punkt);
  const fel = provaBeslutforhet({ paragraf: nr, motesdatum: mote.datum, antalLedamoter: mote.antalLedamoter, tjanstgorande: tjanstgorande(mote, punkt, tid).map(({ person }) => person) });
  return fel && { ...fel, text: fel.text.replace(`§ ${nr}:`, `${kallad(mote, punkt)}:`) };
};

/** Presence recorded or mended afterwards may not take the ground from under what has been decided, nor touch what is justerat. */
const provaAndring = (fore: Mote, efter: Mote): Stopp => {
  const lika = likaVidAlla(efter);
  let provad = false;
  for (const { id, utgatt, beslut, omgang } of efter.punkter) {
    const fel = utgatt || (lika && provad) ? undefined : provaPlatser(efter, id);
    if (fel !== undefined) return fel;
    provad ||= !utgatt;
    if (beslut === undefined) continue;
    if (omgang !== undefined && !sammaLista(tjanstgorande(fore, id), tjanstgorande(efter, id))) return refuse('REDAN_JUSTERAD', `${kallad(efter, id)} är justerad. Närvaron vid den ändras inte.`);
    const forFa = beslut.beslutstyp === 'utga' ? undefined : provaBeslutfor(efter, id);
    if (forFa?.allvar === 'STOPP') return { hinder: [forFa] };
  }
  return undefined;
};
/** Everyone serves from the first item to the last: then one item says it for all. */
const likaVidAlla = ({ narvaro, franvaro }: Mote): boolean =>
  franvaro.length === 0 && narvaro.every(({ pass }) => pass.every(({ franPunkt, tillPunkt, fran, till }) => (franPunkt ?? tillPunkt ?? fran ?? till) === undefined));
const sammaLista = (a: ReturnType<typeof tjanstgorande>, b: ReturnType<typeof tjanstgorande>): boolean =>
  a.length === b.length && a.every(({ person, plats }) => b.some((en) => en.person === person && en.plats === plats));

const ejAntecknad = (person: string): Refusal<SammantradeHinder> => refuse('EJ_ANTECKNAD', `{person:${person}} är inte antecknad som närvarande.`);
/** Only what is said: an absent bound is absent. */
const rent = ({ tjanstgor, ersatter, franPunkt, tillPunkt, fran, till }: Pass): Pass => ({
  tjanstgor, ...(ersatter !== undefined && { ersatter }), ...(franPunkt !== undefined && { franPunkt }), ...(tillPunkt !== undefined && { tillPunkt }),
  ...(fran !== undefined && { fran }), ...(till !== undefined && { till }),
});

export const evolveNarvaro = (mote: Mote, event: Extract<SammantradeEvent, { type: 'NarvaroAntecknad' | 'FranvaroVidPunktAntecknad' | 'JusterareUtsedd' }>): Mote => {
  switch (event.type) {
    case 'NarvaroAntecknad': {
      const { person, pass } = event.data;
      return { ...mote, narvaro: [...mote.narvaro.filter((en) => en.person !== person), { person, pass }] };
    }
    case 'FranvaroVidPunktAntecknad': {
      const { punkt, person, franvarande, skal } = event.data;
      const andra = mote.franvaro.filter((en) => en.punkt !== punkt || en.person !== person);
      return { ...mote, franvaro: franvarande ? [...andra, { punkt, person, skal }] : andra };
    }
    case 'JusterareUtsedd': return mote;
    default: return unknownCase(event);
  }
};

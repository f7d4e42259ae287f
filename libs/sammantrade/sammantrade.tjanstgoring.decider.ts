import { type Hinder, warning } from '@klubba/kernel';
import { provaBeslutforhet } from '@klubba/lagrum';
import { kallad, type Mote, type Narvarande, nummer, punkten, type SammantradeHinder } from './sammantrade.mote.decider';
import { ledaren, omfattar, platser } from './sammantrade.narvaro.projection';

type Funna = readonly Hinder<SammantradeHinder>[];
export const stopp = (kod: SammantradeHinder, text: string): Hinder<SammantradeHinder> => ({ kod, allvar: 'STOPP', text });

/** Who serves at an item, with the seat each one has. `tid`: the clock time of a klubbslag that is about to fall. */
export const tjanstgorande = (mote: Mote, punkt: string, tid?: string): readonly { readonly person: string; readonly plats: string }[] =>
  iPass(mote, punkt, tid).flatMap(({ person, pass }) => pass.filter((ett) => ett.tjanstgor).map(({ ersatter = person }) => ({ person, plats: ersatter })));
/** Whom they are, once each; before the klubbslag as of now. */
export const tjanstgorandeVid = (mote: Mote, punkt: string, tid = mote.senast): readonly string[] => [...new Set(tjanstgorande(mote, punkt, tid).map(({ person }) => person))];

/** B4: who leads an item as things stand; see `ledaren`. */
export const ordforandeVid = (mote: Mote, punkt: string, tid?: string): string | undefined => ledaren(mote, punkt, tjanstgorandeVid(mote, punkt, tid));
/** Without one of the presidium somebody else leads, and it is said who (B4). Of a meeting whose presidium is not known nothing is said. */
export const provaLedare = (mote: Mote, punkt: string, tid: string): Funna =>
  ordforandeVid(mote, punkt, tid) !== undefined || !mote.narvaro.some(({ roll }) => roll !== undefined) ? []
    : [warning('ORDFORANDE_SAKNAS', `Ingen ur presidiet tjänstgör vid ${kallad(mote, punkt)}. Ålderspresidenten leder tills nämnden har valt en ordförande. Anteckna vem det är, eller ange skäl.`)];
/** B4: who is said to serve or lead instead of one who is jävig does so when the klubba falls. */
export const provaErsatta = (mote: Mote, punkt: string, tid: string): Funna => {
  const borta = mote.franvaro.filter((en) => en.punkt === punkt);
  if (borta.length === 0) return [];
  const tjanst = tjanstgorandeVid(mote, punkt, tid);
  return borta.flatMap(({ ersattsAv, ledsAv }) => [ersattsAv, ledsAv]).filter((en): en is string => en !== undefined && !tjanst.includes(en))
    .map((person) => warning('JAVIG_ERSATTS_EJ', `{person:${person}} tjänstgör inte vid ${kallad(mote, punkt)}. Anteckna närvaron där, eller ange skäl.`));
};
/** Who was there at an item, serving or not. */
export const narvarande = (mote: Mote, punkt: string, tid?: string): readonly string[] => iPass(mote, punkt, tid).map(({ person }) => person);
/** Who is there from elsewhere (B5); of those who serve, when that is asked. */
export const paDistans = (mote: Mote, punkt: string, tid?: string, tjanstgor = false): readonly string[] =>
  iPass(mote, punkt, tid).filter(({ pass }) => pass.some((ett) => ett.distans !== undefined && (ett.tjanstgor || !tjanstgor))).map(({ person }) => person);

const iPass = ({ datum, oppnat, punkter, narvaro, franvaro }: Mote, punkt: string, tid?: string): readonly Narvarande[] => {
  const beslut = punkter.find(({ id }) => id === punkt)?.beslut;
  const platsFor = platser(punkter, tid === undefined ? undefined : punkt);
  const nar = beslut?.tid ?? tid;
  const lage = { punkt, datum, oppnat, ...(nar !== undefined && { tid: nar }) };
  return narvaro
    .filter(({ person }) => !franvaro.some((en) => en.punkt === punkt && en.person === person))
    .map(({ person, pass }) => ({ person, pass: pass.filter((ett) => omfattar(ett, lage, platsFor)) }))
    .filter(({ pass }) => pass.length > 0);
};

/**
 * One seat one person and one person one seat, at an item. Before its klubbslag only those count who serve there in
 * whatever order the rest is treated: the klubbslag asks again.
 */
export const provaPlatser = (mote: Mote, punkt: string, tid?: string): Funna => {
  const avgjord = (en: string): boolean => en === punkt || punkten(mote, en)?.beslut !== undefined;
  const vantar = tid === undefined && punkten(mote, punkt)?.beslut === undefined;
  const sakra = vantar ? { ...mote, narvaro: mote.narvaro.map(({ person, pass }) => ({ person, pass: pass.filter(({ franPunkt = punkt, tillPunkt = punkt }) => avgjord(franPunkt) && avgjord(tillPunkt)) })) } : mote;
  const alla = tjanstgorande(sakra, punkt, tid);
  if (alla.length === 0) return [];
  const vidPunkten = (): string => `vid ${kallad(mote, punkt)}`;
  const [platserna, personerna] = [new Set<string>(), new Set<string>()];
  const funna: Hinder<SammantradeHinder>[] = [];
  for (const { person, plats } of alla) {
    if (platserna.has(plats)) funna.push(stopp('PLATSEN_UPPTAGEN', `Två tjänstgör på {person:${plats}}s plats ${vidPunkten()}. En plats har en tjänstgörande.`));
    if (personerna.has(person)) funna.push(stopp('TVA_PLATSER', `{person:${person}} tjänstgör på två platser ${vidPunkten()}.`));
    platserna.add(plats);
    personerna.add(person);
  }
  if (alla.length > mote.antalLedamoter) funna.push(stopp('FLER_AN_PLATSERNA', `${alla.length} tjänstgör ${vidPunkten()}, men nämnden har ${mote.antalLedamoter} platser.`));
  return funna;
};

/** B1, asked anew for each item (KL 6:27): one out of the room, for jäv or else, is not counted. Before 2018 the law is not verified, and it warns. */
export const provaBeslutfor = (mote: Mote, punkt: string, tid?: string): Hinder<'EJ_BESLUTFOR'> | undefined => {
  const nr = nummer(mote, punkt);
  const fel = provaBeslutforhet({ paragraf: nr, motesdatum: mote.datum, antalLedamoter: mote.antalLedamoter, tjanstgorande: tjanstgorande(mote, punkt, tid).map(({ person }) => person) });
  return fel && { ...fel, text: fel.text.replace(`§ ${nr}:`, `${kallad(mote, punkt)}:`) };
};

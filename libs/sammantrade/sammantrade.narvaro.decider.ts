import { type Command, type Context, type Hinder, isRefusal, type Refusal, refuse, seal, streamId, unknownCase, uphold, warning } from '@klubba/kernel';
import { provaBeslutforhet } from '@klubba/lagrum';
import type { SammantradeEvent } from './sammantrade.events';
import { provaJavsgrund, provaRedanMed } from './sammantrade.jav.decider';
import { behandlingen, finnsInte, kallad, type Mote, type Narvarande, nummer, punkten, type SammantradeHinder } from './sammantrade.mote.decider';
import { klockan, omfattar, platser } from './sammantrade.narvaro.projection';
import type { Javsgrund, Narvaroslag, Pass } from './sammantrade.projection';

export type NarvaroCommand =
  | Command<'AntecknaNarvaro', Narvarodata>
  /** Of jäv: `ersattsAv` who serves instead, `ledsAv` who leads when the chair may not and no vice is there. */
  | Command<'AntecknaFranvaroVidPunkt', { punkt: string; person: string; skal: 'jav' | 'annat'; franvarande?: boolean; grund?: Javsgrund; text?: string; ersattsAv?: string; ledsAv?: string }>
  | Command<'UtseJusterare', { person: string; ersattare?: string; dag?: string }>
  /** Without `punkter` the whole meeting. */
  | Command<'AntecknaOvrigNarvaro', { slag: Narvaroslag; benamning: string; enhet?: string; antal?: number; punkter?: readonly string[] }>
  | Command<'StrykOvrigNarvaro', { narvaro: string; skal: string }>;
export type Narvarodata = { readonly person: string; readonly pass: readonly Pass[]; readonly franvaroskal?: string; readonly underlag?: Narvarounderlag };
export type Narvarouppdrag = { readonly uppdrag: 'ledamot' | 'ersattare'; readonly roll?: 'ordforande' | 'forste_vice_ordforande' | 'andre_vice_ordforande'; readonly parti: string };
/** What the nämnd says of the day of the meeting: what the person is elected to, all who hold or have held a seat, and whose seats nobody holds. */
export type Narvarounderlag = { readonly uppdrag?: Narvarouppdrag; readonly platser: readonly string[]; readonly lediga?: readonly string[] };

type Outcome = readonly SammantradeEvent[] | Refusal<SammantradeHinder>;
type Funna = readonly Hinder<SammantradeHinder>[];

export const decideNarvaro = (command: NarvaroCommand, mote: Mote, { id, by, command: kommando }: Context): Outcome => {
  if (mote.skede !== 'oppet' && mote.skede !== 'avslutat') return ejOppnat;
  const kid = `sammantrade:${id}`;
  switch (command.type) {
    case 'AntecknaNarvaro': {
      const ett = narvaron(command.data, undefined, mote);
      if (isRefusal(ett)) return ett;
      const passed = uphold(command, kid, ett.funna);
      return isRefusal(passed) ? passed : [{ type: 'NarvaroAntecknad', data: ett.data }];
    }
    case 'AntecknaFranvaroVidPunkt': {
      const { punkt, person, skal, franvarande = true, grund, text, ersattsAv, ledsAv } = command.data;
      const en = punkten(mote, punkt);
      if (en === undefined) return finnsInte;
      if (!mote.narvaro.some((annan) => annan.person === person)) return ejAntecknad(person);
      const redan = mote.franvaro.find((annan) => annan.punkt === punkt && annan.person === person);
      const sagt = franvarande && skal === 'jav' && [grund, text, ersattsAv, ledsAv].some((ett) => ett !== undefined);
      if (franvarande ? redan?.skal === skal && !sagt : redan === undefined) return [];
      const data = {
        punkt, person, franvarande, skal,
        ...(sagt && {
          klass: en.klass, ...(grund !== undefined && { grund }), ...(text !== undefined && { text: seal(`paragraf:${punkt}`, text) }), ...(ersattsAv !== undefined && { ersattsAv }), ...(ledsAv !== undefined && { ledsAv }),
        }),
      };
      const efter = evolveNarvaro(mote, { type: 'FranvaroVidPunktAntecknad', data });
      const andring = provaAndring(mote, efter);
      if (isRefusal(andring)) return andring;
      const passed = uphold<SammantradeHinder>(command, kid, [
        ...andring,
        ...(franvarande && skal === 'jav' ? [provaJavsgrund(grund, mote), ...provaRedanMed(mote, punkt, person)] : []),
      ]);
      return isRefusal(passed) ? passed : [{ type: 'FranvaroVidPunktAntecknad', data: { ...data, ...passed } }];
    }
    case 'UtseJusterare': {
      const { person, ersattare, dag } = command.data;
      for (const en of [person, ...(ersattare === undefined ? [] : [ersattare])]) if (!mote.narvaro.some((annan) => annan.person === en && annan.pass.length > 0)) return ejAntecknad(en);
      return [{ type: 'JusterareUtsedd', data: { person, ...(ersattare !== undefined && { ersattare }), ...(dag !== undefined && { dag }) } }];
    }
    case 'AntecknaOvrigNarvaro': {
      const { slag, benamning, enhet, antal, punkter } = command.data;
      if (antal !== undefined && (antal < 1 || antal > 999)) return refuse('TALET_ORIMLIGT', 'Antalet är 1–999.');
      if (punkter?.some((en) => punkten(mote, en) === undefined) === true) return finnsInte;
      const berorda = mote.punkter.filter(({ id: en, beslut }) => beslut !== undefined && (punkter === undefined || punkter.includes(en)));
      if (mote.skede === 'avslutat' && berorda.length > 0 && berorda.every(({ omgang }) => omgang !== undefined)) return refuse('REDAN_JUSTERAD', 'Protokollet är justerat. Närvaron ändras inte.');
      return [{
        type: 'OvrigNarvaroAntecknad',
        data: {
          narvaro: streamId('ovrignarvaro', by, kommando), slag, benamning: seal(kid, benamning), ...(enhet !== undefined && { enhet: seal(kid, enhet) }),
          ...(antal !== undefined && { antal }), ...(punkter !== undefined && { punkter: [...new Set(punkter)] }),
        },
      }];
    }
    case 'StrykOvrigNarvaro': {
      const { narvaro, skal } = command.data;
      if (!mote.ovriga.includes(narvaro)) return refuse('OVRIG_NARVARO_FINNS_INTE', 'Närvaron är inte antecknad, eller så är den struken.');
      return [{ type: 'OvrigNarvaroStruken', data: { narvaro, skal: seal(kid, skal) } }];
    }
    default: return unknownCase(command);
  }
};

export const ejOppnat = refuse<SammantradeHinder>('SAMMANTRADET_AR_EJ_OPPNAT', 'Sammanträdet är inte öppnat.');

/**
 * One person's presence as it lies in the fact, and what the rules have against it (B1). `enligtKallan`: what a source says
 * that the person was, when the nämnd knows of no such uppdrag on that day.
 */
export const narvaron = ({ person, pass, franvaroskal, underlag }: Narvarodata, enligtKallan: Narvarouppdrag | undefined, mote: Mote) => {
  const ejVald = stopp('EJ_FORTROENDEVALD', `{person:${person}} är varken ledamot eller ersättare i nämnden ${mote.datum}.`);
  const uppdrag = underlag?.uppdrag ?? enligtKallan;
  if (underlag === undefined || uppdrag === undefined) return { hinder: [ejVald] } satisfies Refusal<SammantradeHinder>;
  for (const ett of pass) {
    const fel = provaGranser(ett, mote);
    if (fel !== undefined) return fel;
  }
  const data = {
    person, ...uppdrag, pass: pass.map((ett) => rent(ett, underlag.lediga ?? [])), ...(franvaroskal !== undefined && { franvaroskal: seal(`person:${person}`, franvaroskal) }),
  };
  const andring = provaAndring(mote, evolveNarvaro(mote, { type: 'NarvaroAntecknad', data }));
  if (isRefusal(andring)) return andring;
  const funna: Funna = [...(underlag.uppdrag === undefined ? [ejVald] : []), ...pass.flatMap((ett) => provaPlats(ett, person, uppdrag.uppdrag, underlag.platser)), ...andring];
  return { funna, data };
};

const stopp = (kod: SammantradeHinder, text: string): Hinder<SammantradeHinder> => ({ kod, allvar: 'STOPP', text });

/** The seat that one serves on (KL 5:17, 6:16): a ledamot's own, or that of a ledamot who is away or has left. */
const provaPlats = ({ tjanstgor, ersatter }: Pass, person: string, uppdrag: 'ledamot' | 'ersattare', platserna: readonly string[]): Funna => [
  ...(uppdrag === 'ledamot' && ersatter !== undefined ? [stopp('LEDAMOT_ERSATTER_INGEN', `{person:${person}} är ledamot och tjänstgör på sin egen plats.`)] : []),
  ...(uppdrag === 'ersattare' && tjanstgor && ersatter === undefined ? [stopp('ERSATTER_SAKNAS', `Ange vem {person:${person}} tjänstgör för.`)] : []),
  ...(tjanstgor && ersatter !== undefined && !platserna.includes(ersatter) ? [stopp('PLATSEN_FINNS_INTE', `{person:${ersatter}} har ingen plats i nämnden att tjänstgöra på.`)] : []),
];

/** Of two items that no klubbslag has fallen on it is not known which will be treated first. */
const provaGranser = ({ franPunkt, tillPunkt, fran, till }: Pass, mote: Mote): Refusal<SammantradeHinder> | undefined => {
  const plats = platser(mote.punkter);
  for (const punkt of [franPunkt, tillPunkt]) if (punkt !== undefined && plats(punkt) === Infinity) return finnsInte;
  const kanda = tillPunkt !== undefined && punkten(mote, tillPunkt)?.beslut !== undefined;
  const baklanges = (franPunkt !== undefined && kanda && plats(franPunkt) > plats(tillPunkt)) || (fran !== undefined && till !== undefined && klockan(mote, fran) >= klockan(mote, till));
  return baklanges ? refuse('TIDEN_GAR_BAKLANGES', 'Tjänstgöringen slutar innan den börjar.') : undefined;
};

/** Who serves at an item, with the seat each one has. `tid`: the clock time of a klubbslag that is about to fall. */
export const tjanstgorande = (mote: Mote, punkt: string, tid?: string): readonly { readonly person: string; readonly plats: string }[] =>
  iPass(mote, punkt, tid).flatMap(({ person, pass }) => pass.filter((ett) => ett.tjanstgor).map(({ ersatter = person }) => ({ person, plats: ersatter })));
/** Whom they are, once each; before the klubbslag as of now. */
export const tjanstgorandeVid = (mote: Mote, punkt: string, tid = mote.senast): readonly string[] => [...new Set(tjanstgorande(mote, punkt, tid).map(({ person }) => person))];

const PRESIDIET = ['ordforande', 'forste_vice_ordforande', 'andre_vice_ordforande'] as const;
/** B4: who leads an item: the first of the presidium who serves there, unless another was chosen for it. */
export const ordforandeVid = (mote: Mote, punkt: string, tid?: string): string | undefined => {
  const tjanst = tjanstgorandeVid(mote, punkt, tid);
  const vald = mote.franvaro.find((en) => en.punkt === punkt && en.ledsAv !== undefined && tjanst.includes(en.ledsAv))?.ledsAv;
  return vald ?? PRESIDIET.flatMap((roll) => mote.narvaro.filter((en) => en.roll === roll && tjanst.includes(en.person)).map(({ person }) => person))[0];
};
/** B4: who is said to serve or lead instead of one who is jävig does so when the klubba falls. */
export const provaErsatta = (mote: Mote, punkt: string, tid: string): Funna => {
  const borta = mote.franvaro.filter((en) => en.punkt === punkt);
  if (borta.length === 0) return [];
  const tjanst = tjanstgorandeVid(mote, punkt, tid);
  return borta.flatMap(({ ersattsAv, ledsAv }) => [ersattsAv, ledsAv]).filter((en): en is string => en !== undefined && !tjanst.includes(en))
    .map((person) => warning('JAVIG_ERSATTS_EJ', `{person:${person}} tjänstgör inte vid ${kallad(mote, punkt)}. Anteckna närvaron där, eller ange skäl.`));
};
/** Who was there at an item, serving or not. */
export const narvarande = (mote: Mote, punkt: string): readonly string[] => iPass(mote, punkt).map(({ person }) => person);

const iPass = ({ oppnat, punkter, narvaro, franvaro }: Mote, punkt: string, tid?: string): readonly Narvarande[] => {
  const beslut = punkter.find(({ id }) => id === punkt)?.beslut;
  const platsFor = platser(punkter, tid === undefined ? undefined : punkt);
  const nar = beslut?.tid ?? tid;
  const lage = { punkt, oppnat, ...(nar !== undefined && { tid: nar }) };
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
  const vidPunkten = `vid ${kallad(mote, punkt)}`;
  const [platserna, personerna] = [new Set<string>(), new Set<string>()];
  const funna: Hinder<SammantradeHinder>[] = [];
  for (const { person, plats } of alla) {
    if (platserna.has(plats)) funna.push(stopp('PLATSEN_UPPTAGEN', `Två tjänstgör på {person:${plats}}s plats ${vidPunkten}. En plats har en tjänstgörande.`));
    if (personerna.has(person)) funna.push(stopp('TVA_PLATSER', `{person:${person}} tjänstgör på två platser ${vidPunkten}.`));
    platserna.add(plats);
    personerna.add(person);
  }
  if (alla.length > mote.antalLedamoter) funna.push(stopp('FLER_AN_PLATSERNA', `${alla.length} tjänstgör ${vidPunkten}, men nämnden har ${mote.antalLedamoter} platser.`));
  return funna;
};

/** B1, asked anew for each item (KL 6:27): one out of the room, for jäv or else, is not counted. Before 2018 the law is not verified, and it warns. */
export const provaBeslutfor = (mote: Mote, punkt: string, tid?: string): Hinder<'EJ_BESLUTFOR'> | undefined => {
  const nr = nummer(mote, punkt);
  const fel = provaBeslutforhet({ paragraf: nr, motesdatum: mote.datum, antalLedamoter: mote.antalLedamoter, tjanstgorande: tjanstgorande(mote, punkt, tid).map(({ person }) => person) });
  return fel && { ...fel, text: fel.text.replace(`§ ${nr}:`, `${kallad(mote, punkt)}:`) };
};

/** Presence recorded or mended afterwards may not take the ground from under what has been decided, nor touch what is justerat. What was broken before is not told again. */
const provaAndring = (fore: Mote, efter: Mote): Refusal<SammantradeHinder> | Funna => {
  for (const { id, omgang } of efter.punkter) {
    if (omgang !== undefined && !sammaLista(tjanstgorande(fore, id), tjanstgorande(efter, id))) return refuse('REDAN_JUSTERAD', `${kallad(efter, id)} är justerad. Närvaron vid den ändras inte.`);
  }
  const funna = provaPunkterna(efter);
  if (funna.length === 0) return [];
  const redan = provaPunkterna(fore);
  return funna.filter(({ kod, text }) => !redan.some((en) => en.kod === kod && en.text === text));
};
const provaPunkterna = (mote: Mote): Funna => {
  const alla = mote.punkter.filter(({ utgatt }) => !utgatt);
  const provade = likaVidAlla(mote) && (alla[0] === undefined || provaPlatser(mote, alla[0].id).length === 0);
  return alla.flatMap(({ id, beslut }) => {
    const forFa = beslut === undefined ? undefined : provaBeslutfor(mote, id);
    return [...(provade ? [] : provaPlatser(mote, id)), ...(forFa?.allvar === 'STOPP' ? [forFa] : []), ...provaRostat(mote, id)];
  });
};
/** Who has voted or dissented served there. */
const provaRostat = (mote: Mote, id: string): Funna => {
  const { omrostningar, reservationer } = behandlingen(punkten(mote, id)!);
  const med = [...omrostningar.flatMap(({ roster }) => roster.map(({ person }) => person)), ...reservationer.flatMap(({ av }) => av)];
  if (med.length === 0) return [];
  const tjanst = tjanstgorandeVid(mote, id);
  return [...new Set(med)].filter((person) => !tjanst.includes(person)).map((person) => stopp('ROSTERNA_STAMMER_INTE', `{person:${person}} har röstat eller reserverat sig vid ${kallad(mote, id)}, men tjänstgör inte där.`));
};
/** Everyone serves from the first item to the last: then nothing wrong at one item says it for all. */
const likaVidAlla = ({ narvaro, franvaro }: Mote): boolean =>
  franvaro.length === 0 && narvaro.every(({ pass }) => pass.every(({ franPunkt, tillPunkt, fran, till }) => (franPunkt ?? tillPunkt ?? fran ?? till) === undefined));
const sammaLista = (a: ReturnType<typeof tjanstgorande>, b: ReturnType<typeof tjanstgorande>): boolean =>
  a.length === b.length && a.every(({ person, plats }) => b.some((en) => en.person === person && en.plats === plats));

const ejAntecknad = (person: string): Refusal<SammantradeHinder> => refuse('EJ_ANTECKNAD', `{person:${person}} är inte antecknad som närvarande.`);
/** Only what is said: an absent bound is absent. Of a seat that nobody holds it is said that it is vacant. */
const rent = ({ tjanstgor, ersatter, franPunkt, tillPunkt, fran, till }: Pass, lediga: readonly string[]): Pass => ({
  tjanstgor, ...(ersatter !== undefined && { ersatter, ...(lediga.includes(ersatter) && { vakant: true }) }), ...(franPunkt !== undefined && { franPunkt }), ...(tillPunkt !== undefined && { tillPunkt }),
  ...(fran !== undefined && { fran }), ...(till !== undefined && { till }),
});

export const evolveNarvaro = (mote: Mote, event: Extract<SammantradeEvent, { type: 'NarvaroAntecknad' | 'FranvaroVidPunktAntecknad' | 'JusterareUtsedd' | 'OvrigNarvaroAntecknad' | 'OvrigNarvaroStruken' }>): Mote => {
  switch (event.type) {
    case 'NarvaroAntecknad': {
      const { person, pass, roll } = event.data;
      return { ...mote, narvaro: [...mote.narvaro.filter((en) => en.person !== person), { person, pass, ...(roll !== undefined && { roll }) }] };
    }
    case 'FranvaroVidPunktAntecknad': {
      const { punkt, person, franvarande, skal, ersattsAv, ledsAv } = event.data;
      const andra = mote.franvaro.filter((en) => en.punkt !== punkt || en.person !== person);
      return { ...mote, franvaro: franvarande ? [...andra, { punkt, person, skal, ...(ersattsAv !== undefined && { ersattsAv }), ...(ledsAv !== undefined && { ledsAv }) }] : andra };
    }
    case 'JusterareUtsedd': {
      const { person, ersattare } = event.data;
      return { ...mote, utsedda: [...new Set([...(mote.utsedda ?? []), person, ...(ersattare === undefined ? [] : [ersattare])])] };
    }
    case 'OvrigNarvaroAntecknad': return { ...mote, ovriga: [...mote.ovriga, event.data.narvaro] };
    case 'OvrigNarvaroStruken': return { ...mote, ovriga: mote.ovriga.filter((en) => en !== event.data.narvaro) };
    default: return unknownCase(event);
  }
};

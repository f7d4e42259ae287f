import { type Command, type Context, type Hinder, isRefusal, type Refusal, refuse, seal, unknownCase, uphold } from '@klubba/kernel';
import type { Inkallelse } from '@klubba/namnd';
import { klockan, senaste } from './klockslag';
import { provaDistans, provaDistansVid } from './sammantrade.distans.decider';
import type { SammantradeEvent } from './sammantrade.events';
import { provaAterintrade, provaByte, provaInkallelse } from './sammantrade.inkallelse.decider';
import { provaJavsgrund, provaRedanMed } from './sammantrade.jav.decider';
import { behandlingen, finnsInte, kallad, type Mote, punkten, type SammantradeHinder } from './sammantrade.mote.decider';
import { efterJavsprovning, platser } from './sammantrade.narvaro.projection';
import type { Javsgrund, Pass } from './sammantrade.projection';
import { provaBeslutfor, provaPlatser, stopp, tjanstgorande, tjanstgorandeVid } from './sammantrade.tjanstgoring.decider';

export * from './sammantrade.tjanstgoring.decider';

export type NarvaroCommand =
  | Command<'AntecknaNarvaro', Narvarodata>
  /** Of jäv: `ersattsAv` who serves instead, `ledsAv` who leads when the chair may not and no vice is there. */
  | Command<'AntecknaFranvaroVidPunkt', { punkt: string; person: string; skal: 'jav' | 'annat'; franvarande?: boolean; grund?: Javsgrund; text?: string; ersattsAv?: string; ledsAv?: string }>
  | Command<'UtseJusterare', { person: string; ersattare?: string; dag?: string }>
  /** Without `punkter` wherever nobody of the presidium serves. */
  | Command<'UtseMotesordforande', { person: string; som: 'alderspresident' | 'vald'; punkter?: readonly string[] }>;
export type Narvarodata = { readonly person: string; readonly pass: readonly Pass[]; readonly franvaroskal?: string; readonly underlag?: Narvarounderlag };
export type Narvarouppdrag = { readonly uppdrag: 'ledamot' | 'ersattare'; readonly roll?: 'ordforande' | 'forste_vice_ordforande' | 'andre_vice_ordforande'; readonly parti: string };
/** What the nämnd says of the day of the meeting: what the person is elected to, all who hold or have held a seat, and whose seats nobody holds. */
export type Narvarounderlag = { readonly uppdrag?: Narvarouppdrag; readonly platser: readonly string[]; readonly lediga?: readonly string[]; readonly inkallelse?: Inkallelse };

type Outcome = readonly SammantradeEvent[] | Refusal<SammantradeHinder>;
type Funna = readonly Hinder<SammantradeHinder>[];

export const decideNarvaro = (command: NarvaroCommand, mote: Mote, { id }: Context): Outcome => {
  if (mote.skede !== 'oppet' && mote.skede !== 'avslutat') return ejOppnat;
  const kid = `sammantrade:${id}`;
  switch (command.type) {
    case 'AntecknaNarvaro': {
      const ett = narvaron(command.data, undefined, mote);
      if (isRefusal(ett)) return ett;
      const { person, pass, underlag } = command.data;
      const efter = evolveNarvaro(mote, { type: 'NarvaroAntecknad', data: ett.data });
      // The order is one for those who are called in now: in what order a source is read in says nothing of it.
      const inkallad = underlag?.inkallelse === undefined || !pass.some(({ ersatter }) => ersatter !== undefined) ? [] : provaInkallelse(efter, person, underlag.inkallelse, senast(mote, pass));
      const passed = uphold(command, kid, [...ett.funna, ...inkallad, ...provaByte(mote, efter, person, senast(mote, pass))]);
      return isRefusal(passed) ? passed : [{ type: 'NarvaroAntecknad', data: { ...ett.data, ...passed } }];
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
    case 'UtseMotesordforande': {
      const { person, som, punkter } = command.data;
      if (!mote.narvaro.some((annan) => annan.person === person && annan.pass.some(({ tjanstgor }) => tjanstgor))) return refuse('EJ_TJANSTGORANDE', `{person:${person}} tjänstgör inte och kan inte leda sammanträdet.`);
      if (punkter?.some((en) => punkten(mote, en) === undefined) === true) return finnsInte;
      return [{ type: 'MotesordforandeUtsedd', data: { person, som, ...(punkter !== undefined && { punkter: [...new Set(punkter)] }) } }];
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
  const funna: Funna = [...(underlag.uppdrag === undefined ? [ejVald] : []), ...pass.flatMap((ett) => provaPlats(ett, person, uppdrag.uppdrag, underlag.platser)), ...provaDistans(mote, pass), ...(uppdrag.uppdrag === 'ledamot' ? provaAterintrade(mote, person, pass) : []), ...andring];
  return { funna, data };
};

/** The latest that is known: of the meeting, or when one of these begins. */
const senast = (mote: Mote, pass: readonly Pass[]): string => senaste(mote, mote.senast, ...pass.flatMap(({ fran }) => fran ?? []));

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

/** Presence recorded or mended afterwards may not take the ground from under what has been decided, nor touch what is justerat. What was broken before is not told again. */
export const provaAndring = (fore: Mote, efter: Mote): Refusal<SammantradeHinder> | Funna => {
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
    return [...(provade ? [] : provaPlatser(mote, id)), ...(forFa?.allvar === 'STOPP' ? [forFa] : []), ...(beslut === undefined ? [] : provaDistansVid(mote, id)), ...provaRostat(mote, id)];
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
const rent = ({ tjanstgor, ersatter, franPunkt, tillPunkt, fran, till, distans }: Pass, lediga: readonly string[]): Pass => ({
  tjanstgor, ...(ersatter !== undefined && { ersatter, ...(lediga.includes(ersatter) && { vakant: true }) }), ...(franPunkt !== undefined && { franPunkt }), ...(tillPunkt !== undefined && { tillPunkt }),
  ...(fran !== undefined && { fran }), ...(till !== undefined && { till }), ...(distans !== undefined && { distans: { bild: distans.bild, ljud: distans.ljud, likaVillkor: distans.likaVillkor } }),
});

type NarvaroEvent = Extract<SammantradeEvent, { type: 'NarvaroAntecknad' | 'UppropHallet' | 'FranvaroVidPunktAntecknad' | 'JavProvat' | 'JusterareUtsedd' | 'MotesordforandeUtsedd' }>;
export const evolveNarvaro = (mote: Mote, event: NarvaroEvent): Mote => {
  switch (event.type) {
    case 'NarvaroAntecknad': {
      const { person, pass, roll } = event.data;
      return { ...mote, narvaro: [...mote.narvaro.filter((en) => en.person !== person), { person, pass, ...(roll !== undefined && { roll }) }] };
    }
    case 'UppropHallet': return event.data.antecknade.reduce((hittills, data) => evolveNarvaro(hittills, { type: 'NarvaroAntecknad', data }), mote);
    case 'FranvaroVidPunktAntecknad': {
      const { punkt, person, franvarande, skal, ersattsAv, ledsAv } = event.data;
      const andra = mote.franvaro.filter((en) => en.punkt !== punkt || en.person !== person);
      return { ...mote, franvaro: franvarande ? [...andra, { punkt, person, skal, ...(ersattsAv !== undefined && { ersattsAv }), ...(ledsAv !== undefined && { ledsAv }) }] : andra };
    }
    case 'JavProvat': {
      const { punkt, person, jav } = event.data;
      return { ...mote, franvaro: efterJavsprovning(mote.franvaro, { punkt, person, jav }) };
    }
    case 'JusterareUtsedd': {
      const { person, ersattare } = event.data;
      return { ...mote, utsedda: [...new Set([...(mote.utsedda ?? []), person, ...(ersattare === undefined ? [] : [ersattare])])] };
    }
    case 'MotesordforandeUtsedd': {
      const { person, punkter } = event.data;
      return { ...mote, motesordforande: [...(mote.motesordforande ?? []), { person, ...(punkter !== undefined && { punkter }) }] };
    }
    default: return unknownCase(event);
  }
};

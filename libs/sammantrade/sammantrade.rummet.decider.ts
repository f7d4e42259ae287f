import { type Command, type Context, type Hinder, isRefusal, type Refusal, refuse, seal, streamId, unknownCase, uphold, warning } from '@klubba/kernel';
import type { SammantradeEvent } from './sammantrade.events';
import { andrad, enligtKl, finnsInte, kallad, type Mote, type Punkt, punkten, rummet, type Rummet, type SammantradeHinder } from './sammantrade.mote.decider';
import { ejOppnat } from './sammantrade.narvaro.decider';
import { decidePart, evolvePart, type PartCommand } from './sammantrade.part.decider';
import type { Narvaroslag } from './sammantrade.projection';
import type { EJ_PERSONALFORETRADARE } from './sammantrade.rummet.events';
import { oppen } from './sammantrade.yrkanden.decider';

export type OvrigNarvarodata = { readonly slag: Narvaroslag; readonly benamning: string; readonly enhet?: string; readonly antal?: number; readonly punkter?: readonly string[]; readonly overlaggning?: boolean };
export type RummetCommand =
  /** Without `punkter` the whole meeting. */
  | Command<'AntecknaOvrigNarvaro', OvrigNarvarodata>
  | Command<'StrykOvrigNarvaro', { narvaro: string; skal: string }>
  /** `fackligt`: only for being a union's officer or negotiator, which is no jäv in a staff representative (KL 7:17). */
  | Command<'AntecknaOvrigtJav', { punkt: string; narvaro: string; javig?: boolean; text?: string; fackligt?: boolean }>
  | Command<'MedgeNarvaro', { punkt: string; slag: Narvaroslag; medges?: boolean; overlaggning?: boolean }>
  | Command<'BedomPersonalnarvaro', { punkt: string; arbetsgivarfraga: boolean; obestamdKrets?: boolean; undantag?: readonly (typeof EJ_PERSONALFORETRADARE)[number][] }>
  | PartCommand;
type RummetEvent = Extract<SammantradeEvent, { type: 'OvrigNarvaroAntecknad' | 'OvrigNarvaroStruken' | 'OvrigtJavAntecknat' | 'NarvaroMedgiven' | 'PersonalnarvaroBedomd' | 'PartsrattAntecknad' | 'PartHord' }>;
type Funna = readonly Hinder<SammantradeHinder>[];

export const decideRummet = (command: RummetCommand, mote: Mote, context: Context): readonly SammantradeEvent[] | Refusal<SammantradeHinder> => {
  const kid = `sammantrade:${context.id}`;
  switch (command.type) {
    case 'AntecknaOvrigNarvaro': {
      const ett = ovrigNarvaron(command.data, mote, context);
      if (isRefusal(ett)) return ett;
      const passed = uphold(command, kid, ett.funna);
      return isRefusal(passed) ? passed : [{ type: 'OvrigNarvaroAntecknad', data: { ...ett.data, ...passed } }];
    }
    case 'StrykOvrigNarvaro': {
      if (mote.skede !== 'oppet' && mote.skede !== 'avslutat') return ejOppnat;
      const { narvaro, skal } = command.data;
      if (!mote.ovriga.some(({ id }) => id === narvaro)) return ovrigFinnsInte;
      return [{ type: 'OvrigNarvaroStruken', data: { narvaro, skal: seal(kid, skal) } }];
    }
    case 'AntecknaOvrigtJav': {
      const { punkt: id, narvaro, javig = true, text, fackligt = false } = command.data;
      const punkt = oppen(mote, id);
      if (isRefusal(punkt)) return punkt;
      const vem = mote.ovriga.find((en) => en.id === narvaro);
      if (vem === undefined) return ovrigFinnsInte;
      if (vem.javig.includes(id) === javig && text === undefined) return [];
      const passed = uphold<SammantradeHinder>(command, kid, [
        javig && fackligt && vem.slag === 'personalforetradare' && enligtKl(mote.datum, 'FACKLIGT_EJ_JAV', 'En personalföreträdare är inte jävig bara för att hen är facklig förtroendeman eller förhandlare (KL 7 kap. 17 §).', 'KL 7 kap. 17 §'),
      ]);
      return isRefusal(passed) ? passed : [{ type: 'OvrigtJavAntecknat', data: { punkt: id, klass: punkt.klass, narvaro, javig, ...(text !== undefined && { text: seal(`paragraf:${id}`, text) }) } }];
    }
    case 'MedgeNarvaro': {
      const { punkt: id, slag, medges = true, overlaggning = false } = command.data;
      const punkt = oppen(mote, id);
      if (isRefusal(punkt)) return punkt;
      const redan = rummet(punkt).medgivna.find((en) => en.slag === slag);
      if (medges ? redan?.overlaggning === overlaggning : redan === undefined) return [];
      return [{ type: 'NarvaroMedgiven', data: { punkt: id, klass: punkt.klass, slag, medges, overlaggning } }];
    }
    case 'BedomPersonalnarvaro': {
      const { punkt: id, arbetsgivarfraga, obestamdKrets = false, undantag = [] } = command.data;
      const punkt = punkten(mote, id);
      if (punkt === undefined) return finnsInte;
      if (punkt.omgang !== undefined) return refuse('REDAN_JUSTERAD', `${kallad(mote, id)} är justerad. Bedömningen ändras inte.`);
      return [{ type: 'PersonalnarvaroBedomd', data: { punkt: id, arbetsgivarfraga, obestamdKrets, undantag: [...new Set(undantag)] } }];
    }
    case 'AntecknaPartsratt': case 'AntecknaPartensUppgifter': return decidePart(command, mote, context);
    default: return unknownCase(command);
  }
};

const ovrigFinnsInte = refuse<SammantradeHinder>('OVRIG_NARVARO_FINNS_INTE', 'Närvaron är inte antecknad, eller så är den struken.');

/** Someone who is there without being elected, as it lies in the fact, and what the rules have against it (B6). */
export const ovrigNarvaron = ({ slag, benamning, enhet, antal, punkter, overlaggning }: OvrigNarvarodata, mote: Mote, { id, by, command }: Context) => {
  if (mote.skede !== 'oppet' && mote.skede !== 'avslutat') return ejOppnat;
  if (antal !== undefined && (antal < 1 || antal > 999)) return refuse<SammantradeHinder>('TALET_ORIMLIGT', 'Antalet är 1–999.');
  if (punkter?.some((en) => punkten(mote, en) === undefined) === true) return finnsInte;
  const vid = mote.punkter.filter((en) => !en.utgatt && (punkter === undefined || punkter.includes(en.id)));
  const avgjorda = vid.filter(({ beslut }) => beslut !== undefined);
  if (mote.skede === 'avslutat' && avgjorda.length > 0 && avgjorda.every(({ omgang }) => omgang !== undefined)) return refuse<SammantradeHinder>('REDAN_JUSTERAD', 'Protokollet är justerat. Närvaron ändras inte.');
  const kid = `sammantrade:${id}`;
  const funna: Funna = [
    ...(slag === 'personalforetradare' ? [...provaPersonal(mote, vid), ...vid.flatMap(({ id: en }) => provaAntal(mote, en, antal ?? 1)).slice(0, 1)] : []),
    ...(slag === 'insynsplats' && mote.regler?.insynsplats === false ? [warning<SammantradeHinder>('INSYNSPLATS_EJ_MEDGIVEN', 'Fullmäktige har inte beslutat om insynsplats i nämnden (KL 4 kap. 28 §). Ange skäl.', 'KL 4 kap. 28 §')] : []),
    ...(overlaggning === true ? provaOverlaggning(mote, slag, vid) : []),
  ];
  return {
    funna,
    data: {
      narvaro: streamId('ovrignarvaro', by, command), slag, benamning: seal(kid, benamning), ...(enhet !== undefined && { enhet: seal(kid, enhet) }),
      ...(antal !== undefined && { antal }), ...(punkter !== undefined && { punkter: [...new Set(punkter)] }), ...(overlaggning !== undefined && { overlaggning }),
    },
  };
};

/**
 * Staff representatives (KL 7:12–14): never in styrelsen; not in myndighetsutövning against someone, nor in what 7:14 counts
 * up; by right in what is between the kommun as employer and its staff, and in other matters by the nämnd's own decision.
 */
const provaPersonal = (mote: Mote, vid: readonly Punkt[]): Funna => {
  const { datum, regler } = mote;
  if (regler?.personalforetradare === 'styrelsen') return [enligtKl(datum, 'PERSONALFORETRADARE_EJ_NARVARO', 'Personalföreträdare har inte närvarorätt i styrelsen (KL 7 kap. 12 §).', 'KL 7 kap. 12 §')];
  if (regler?.personalforetradare === 'nej') return [enligtKl(datum, 'PERSONALFORETRADARE_EJ_NARVARO', 'Personalföreträdare har inte närvarorätt i nämnden (KL 7 kap. 12 §).', 'KL 7 kap. 12 §')];
  const undantagna = vid.filter((punkt) => {
    const { personal } = rummet(punkt);
    return personal?.undantaget === true || (punkt.myndighetsutovning && personal?.obestamdKrets !== true);
  });
  const obeslutade = vid.filter((punkt) => !undantagna.includes(punkt) && rummet(punkt).personal?.arbetsgivarfraga !== true && !rummet(punkt).medgivna.some(({ slag }) => slag === 'personalforetradare'));
  return [
    ...undantagna.map(({ id }) => enligtKl(datum, 'PERSONALFORETRADARE_EJ_NARVARO', `Personalföreträdare får inte närvara vid ${kallad(mote, id)} (KL 7 kap. 14 §).`, 'KL 7 kap. 14 §')),
    ...(obeslutade.length === 0 ? [] : [enligtKl(datum, 'PERSONALNARVARO_EJ_BESLUTAD', `Ärendet rör inte förhållandet arbetsgivare–anställda. Nämnden måste besluta om närvaron (KL 7 kap. 13 §)${vid.length === 1 ? '' : `: ${obeslutade.map(({ id }) => kallad(mote, id)).join(', ')}`}.`, 'KL 7 kap. 13 §')]),
    ...(regler?.personalforetradare === 'utskott' ? [warning<SammantradeHinder>('PERSONALFORETRADARE_EJ_NARVARO', 'I ett utskott har personalföreträdare närvarorätt bara om reglementet säger det (KL 7 kap. 12 §). Ange skäl.', 'KL 7 kap. 12 §')] : []),
  ];
};
const dar = (mote: Mote, punkt: string) => mote.ovriga.filter(({ punkter, javig }) => (punkter === undefined || punkter.includes(punkt)) && !javig.includes(punkt));
const provaAntal = (mote: Mote, punkt: string, till = 0): Funna => {
  const antal = dar(mote, punkt).filter(({ slag }) => slag === 'personalforetradare').reduce((summa, en) => summa + en.antal, till);
  return antal <= 3 ? [] : [warning('PERSONALFORETRADARE_FOR_MANGA', `Vid ${kallad(mote, punkt)} är ${antal} personalföreträdare närvarande. Högst tre får vara det (KL 7 kap. 10–17 §§). Ange skäl.`, 'KL 7 kap. 10–17 §§')];
};

/** Of whom the law says that the nämnd lets them take part: those it has called (KL 6:26), and who made a medborgarförslag (KL 6:25). */
const MEDGES: Readonly<Partial<Record<Narvaroslag, readonly [vem: string, lagrum: string]>>> = {
  tjansteperson: ['Den som är kallad att lämna upplysningar', 'KL 6 kap. 26 §'], upplysningsperson: ['Den som är kallad att lämna upplysningar', 'KL 6 kap. 26 §'], revisor: ['En revisor', 'KL 6 kap. 26 §'],
  ovrig: ['Den som är kallad att lämna upplysningar', 'KL 6 kap. 26 §'], forslagsstallare: ['Den som har lämnat ett medborgarförslag', 'KL 6 kap. 25 §'],
};
const provaOverlaggning = (mote: Mote, slag: Narvaroslag, vid: readonly Punkt[]): Funna => {
  const [vem, lagrum] = MEDGES[slag] ?? [];
  if (vem === undefined || lagrum === undefined || vid.every((punkt) => rummet(punkt).medgivna.some((en) => en.slag === slag && en.overlaggning))) return [];
  return [enligtKl(mote.datum, 'OVERLAGGNING_EJ_MEDGIVEN', `${vem} deltar i överläggningen bara om nämnden beslutar det (${lagrum}).`, lagrum)];
};

/** Asked again when the klubba falls: what the item is may have been judged anew since. That the nämnd let them stay was asked for when they were noted, and not of what is read in. */
export const provaRummet = (mote: Mote, punkt: Punkt): Funna =>
  dar(mote, punkt.id).some(({ slag }) => slag === 'personalforetradare') ? provaPersonal(mote, [punkt]).filter(({ kod, allvar }) => allvar === 'STOPP' && kod !== 'PERSONALNARVARO_EJ_BESLUTAD') : [];

const andratRum = (mote: Mote, punkt: string, news: (rum: Rummet) => Partial<Rummet>): Mote => andrad(mote, punkt, (en) => ({ rummet: { ...rummet(en), ...news(rummet(en)) } }));
export const evolveRummet = (mote: Mote, event: RummetEvent): Mote => {
  switch (event.type) {
    case 'OvrigNarvaroAntecknad': {
      const { narvaro: id, slag, antal = 1, punkter } = event.data;
      return { ...mote, ovriga: [...mote.ovriga, { id, slag, antal, javig: [], ...(punkter !== undefined && { punkter }) }] };
    }
    case 'OvrigNarvaroStruken': return { ...mote, ovriga: mote.ovriga.filter(({ id }) => id !== event.data.narvaro) };
    case 'OvrigtJavAntecknat': {
      const { narvaro, punkt, javig } = event.data;
      return { ...mote, ovriga: mote.ovriga.map((en) => (en.id !== narvaro ? en : { ...en, javig: [...en.javig.filter((annan) => annan !== punkt), ...(javig ? [punkt] : [])] })) };
    }
    case 'NarvaroMedgiven': {
      const { punkt, slag, medges, overlaggning } = event.data;
      return andratRum(mote, punkt, ({ medgivna }) => ({ medgivna: [...medgivna.filter((en) => en.slag !== slag), ...(medges ? [{ slag, overlaggning }] : [])] }));
    }
    case 'PersonalnarvaroBedomd': {
      const { punkt, arbetsgivarfraga, obestamdKrets, undantag } = event.data;
      return andratRum(mote, punkt, () => ({ personal: { arbetsgivarfraga, obestamdKrets, undantaget: undantag.length > 0 } }));
    }
    case 'PartsrattAntecknad': case 'PartHord': return andratRum(mote, event.data.punkt, ({ parter }) => ({ parter: evolvePart(parter, event) }));
    default: return unknownCase(event);
  }
};

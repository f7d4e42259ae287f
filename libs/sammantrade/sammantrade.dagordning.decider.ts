import { sammaDiarienummer } from '@klubba/arende';
import { blank, type Command, type Context, type Hinder, isRefusal, type Refusal, refuse, seal, type Sekretessklass, streamId, unknownCase, uphold, warning, weigh } from '@klubba/kernel';
import { lokalTid, provaDatumordning } from '@klubba/lagrum';
import type { SammantradeEvent } from './sammantrade.events';
import { andrad, finnsInte, forseglad, type Galler, type Mote, nummer, type NyBeslutspunkt, type Punkt, punkten, type RegisterHinder, type SammantradeHinder } from './sammantrade.mote.decider';
import { type Handlingslage, insatt, type Punktslag } from './sammantrade.projection';

export type DagordningCommand =
  | Command<'LaggTillPunkt', NyPunkt>
  | Command<'FlyttaPunkt', { punkt: string; plats: number; skal?: string }>
  | Command<'AndraPunkt', { punkt: string; rubrik?: string; grupp?: string; handlingslage?: Handlingslage; galler?: Galler; skal?: string; underlag?: Pick<Punktunderlag, 'galler'> }>
  | Command<'AndraPunktensKlass', { punkt: string; klass: Sekretessklass; sekretesslagrum?: string; skal: string; underlag?: { readonly sekretess: boolean } }>
  | Command<'DraUrPunkt', { punkt: string; skal: string }>
  | Command<'SattSekretessblock', { fran: number; till: number; rubrik: string }>
  | Command<'FaststallDagordning', { tid: string; tillagda?: readonly string[]; andringar?: string }>;
export type NyPunkt = {
  readonly slag: Punktslag;
  readonly rubrik: string;
  readonly klass: Sekretessklass;
  readonly sekretesslagrum?: string;
  readonly grupp?: string;
  readonly arende?: string;
  readonly galler?: Galler;
  readonly diarienummer?: string;
  readonly utanDiarienummer?: boolean;
  readonly tjansteskrivelse?: string;
  readonly handlingslage?: Handlingslage;
  readonly myndighetsutovning?: boolean;
  readonly kraverKf?: boolean;
  /** The number it gets; last without it. */
  readonly plats?: number;
  readonly sen?: { readonly beredd: boolean; readonly skal: string };
  readonly forslag?: readonly NyBeslutspunkt[];
  readonly foredragande?: readonly string[];
  readonly tidMin?: number;
  readonly klockslag?: string;
  readonly beslutsniva?: string;
  readonly arshjul?: string;
  readonly underlag?: Punktunderlag;
};
/** What other streams say of the matter and the memo; absent when there is none in this nämnd. */
export type Punktunderlag = {
  readonly arende?: { readonly id: string; readonly sekretess: boolean; readonly diarienummer?: string; readonly frammande: readonly string[] };
  /** The post of the årshjul is there. */
  readonly arshjul?: boolean;
  readonly tjansteskrivelse?: { readonly arende: string; readonly sekretess: boolean; readonly datum: string; readonly beteckning?: string; readonly aterkallad: boolean };
  /** The entry of the register that it concerns, and what its own rules have against this meeting. */
  readonly galler?: { readonly sekretess: boolean; readonly funna: readonly Hinder<RegisterHinder>[] };
};

type Outcome = readonly SammantradeEvent[] | Refusal<SammantradeHinder>;

/** Items on which the nämnd takes a stand: they carry a diarienummer, or say that they have none (A4). */
export const arBeslutsarende = (slag: Punktslag): boolean => slag === 'arende' || slag === 'remissvar' || slag === 'lex_sarah';

export const decideDagordning = (command: DagordningCommand, mote: Mote, context: Context): Outcome => {
  if (command.type === 'LaggTillPunkt') {
    const ny = nyPunkt(command.data, mote, context);
    if (isRefusal(ny)) return ny;
    const passed = uphold(command, `paragraf:${ny.data.punkt}`, [...ny.funna, provaStopptid(mote, context)]);
    return isRefusal(passed) ? passed : [{ type: 'PunktLagdTill', data: { ...ny.data, ...passed } }];
  }
  // Secrecy can be raised at any time, also on what was justerat long ago.
  if (command.type !== 'AndraPunktensKlass' && mote.skede === 'avslutat') return dagordningenStangd;
  if (command.type === 'SattSekretessblock') return sattBlock(command.data, mote, context);
  if (command.type === 'FaststallDagordning') return faststall(command.data, mote, context);

  const { data } = command;
  const punkt = punkten(mote, data.punkt);
  if (punkt === undefined) return finnsInte;
  const kid = `paragraf:${punkt.id}`;
  const nr = nummer(mote, punkt.id);
  switch (command.type) {
    case 'FlyttaPunkt': {
      const { plats, skal } = command.data;
      const fel = provaPlats(mote, plats, mote.punkter.length) ?? (mote.skede === 'oppet' && plats !== nr ? numrenLiggerFast : undefined);
      if (fel !== undefined) return fel;
      if (plats === nr) return [];
      if (mote.kallelser > 0 && blank(skal)) return refuse('SKAL_SAKNAS', 'Kallelsen är skickad. Ange skäl till att ärendet flyttas.');
      return heltBlock(flyttad(mote, punkt, plats)) ?? [{ type: 'PunktFlyttad', data: { punkt: punkt.id, nr: plats, ...(!blank(skal) && { skal: seal(kid, skal) }) } }];
    }
    case 'AndraPunkt': {
      const { rubrik, grupp, handlingslage, galler, skal, underlag } = command.data;
      if (punkt.utgatt) return refuse('PUNKTEN_HAR_UTGATT', `Ärende ${nr} har utgått.`);
      if (punkt.beslut !== undefined) return avgjord(nr);
      if (rubrik === undefined && grupp === undefined && handlingslage === undefined && galler === undefined) return [];
      const posten = galler && provaGaller(underlag, punkt.klass);
      if (posten !== undefined) return posten;
      if (mote.kallelser > 0 && blank(skal)) return refuse('SKAL_SAKNAS', 'Kallelsen är skickad. Ange skäl till att ärendet ändras.');
      const passed = weigh<SammantradeHinder>(command, kid, [sentUtdelad(handlingslage, nr), ...(underlag?.galler?.funna ?? [])]);
      if (isRefusal(passed)) return passed;
      return [{
        type: 'PunktAndrad',
        data: {
          punkt: punkt.id, klass: punkt.klass, ...(rubrik !== undefined && { rubrik: seal(kid, rubrik) }), ...(grupp !== undefined && { grupp: seal(kid, grupp) }),
          ...(handlingslage !== undefined && { handlingslage }), ...(galler !== undefined && { galler }), ...(skal !== undefined && { skal: seal(kid, skal) }), ...passed,
        },
      }];
    }
    case 'AndraPunktensKlass': {
      const { klass, sekretesslagrum, skal, underlag } = command.data;
      if (klass === 'oppen' && underlag?.sekretess === true) return sekretessKravs;
      if (klass === 'sekretess' && sekretesslagrum === undefined) return lagrumSaknas;
      if (klass === 'oppen' && punkt.klass === 'oppen') return [];
      const fel = heltBlock(andrad(mote, punkt.id, () => ({ klass })));
      if (fel !== undefined) return fel;
      return [{
        type: 'PunktKlassAndrad',
        data: { punkt: punkt.id, klass, forut: punkt.klass, ...(klass === 'sekretess' && { sekretesslagrum: sekretesslagrum! }), skal: seal(kid, skal) },
      }];
    }
    case 'DraUrPunkt': {
      if (punkt.utgatt) return [];
      if (punkt.beslut !== undefined) return avgjord(nr);
      return [{ type: 'PunktUtgick', data: { punkt: punkt.id, klass: punkt.klass, behallerNummer: mote.kallelser > 0 || mote.skede === 'oppet', skal: seal(kid, command.data.skal) } }];
    }
    default: return unknownCase(command);
  }
};

/** The new item as it lies in the fact, and what the rules have against it (A4, A7, A10, A11). */
export const nyPunkt = (given: NyPunkt, mote: Mote, { by, command: id }: Context) => {
  const { slag, klass, sekretesslagrum, utanDiarienummer = false, handlingslage, underlag = {}, ...data } = given;
  if (mote.skede === 'avslutat') return dagordningenStangd;
  const sist = mote.punkter.length + 1;
  const nr = data.plats ?? sist;
  const sen = mote.kallelser > 0 || mote.skede === 'oppet';
  const punkt = streamId('paragraf', by, id);
  const kid = `paragraf:${punkt}`;
  const { tjansteskrivelse: memo } = underlag;

  if (data.tjansteskrivelse !== undefined && (memo === undefined || memo.aterkallad)) return refuse<SammantradeHinder>('TJANSTESKRIVELSEN_FINNS_INTE', 'Tjänsteskrivelsen finns inte i nämnden, eller så är den återkallad.');
  if (data.arshjul !== undefined && underlag.arshjul !== true) return refuse<SammantradeHinder>('ARSHJULSPOSTEN_FINNS_INTE', 'Posten finns inte i nämndens årshjul.');
  const arende = data.arende ?? memo?.arende;
  if (arende !== undefined && underlag.arende?.id !== arende) return refuse<SammantradeHinder>('ARENDET_FINNS_INTE', 'Ärendet finns inte i nämnden.');
  if (klass === 'oppen' && (underlag.arende?.sekretess === true || memo?.sekretess === true)) return sekretessKravs;
  const fel = (data.galler && provaGaller(underlag, klass)) ?? provaPlats(mote, nr, sist) ?? (mote.skede === 'oppet' && nr !== sist ? numrenLiggerFast : undefined);
  if (fel !== undefined) return fel;

  const diarienummer = data.diarienummer ?? underlag.arende?.diarienummer;
  const ny: Punkt = {
    id: punkt, slag, klass, harDiarienummer: diarienummer !== undefined, utanDiarienummer, utgatt: false,
    myndighetsutovning: data.myndighetsutovning ?? false, kraverKf: data.kraverKf ?? false,
  };
  const oppet = heltBlock({ ...mote, punkter: insatt(mote.punkter, nr, ny) });
  if (oppet !== undefined) return oppet;

  const utanNummer = arBeslutsarende(slag) && arende === undefined && diarienummer === undefined && !utanDiarienummer;
  const funna: readonly (Hinder<SammantradeHinder> | false | undefined)[] = [
    olikaNummer(data.diarienummer, arende, underlag)?.hinder[0],
    klass === 'sekretess' && sekretesslagrum === undefined && lagrumSaknas.hinder[0],
    utanNummer && { kod: 'KALLELSE_SAKNAR_FALT', allvar: 'STOPP', text: `Kallelsen saknar diarienummer på ärende ${nr}.` },
    sen && data.sen === undefined && { kod: 'SENT_ARENDE_SAKNAR_SKAL', allvar: 'STOPP', text: 'Kallelsen är skickad. Ange skäl till att ärendet läggs till och om det är berett.' },
    sentUtdelad(handlingslage, nr),
    ...(underlag.galler?.funna ?? []),
    // A late item is not in the kallelse: its papers may be younger.
    ...provaDatumordning({ handlingar: [], tjansteskrivelse: memo?.datum ?? null, kallelse: sen ? null : (mote.kallelsedatum ?? null), mote: mote.datum }),
  ];
  return {
    funna,
    data: {
      punkt, nr, slag, klass, ...(klass === 'sekretess' && sekretesslagrum !== undefined && { sekretesslagrum }), rubrik: seal(kid, data.rubrik),
      ...(data.grupp !== undefined && { grupp: seal(kid, data.grupp) }), ...(arende !== undefined && { arende }), ...(data.galler !== undefined && { galler: data.galler }), ...(diarienummer !== undefined && { diarienummer }), utanDiarienummer,
      ...(data.tjansteskrivelse !== undefined && { tjansteskrivelse: data.tjansteskrivelse, tjansteskrivelseDatum: memo!.datum }), ...(handlingslage !== undefined && { handlingslage }),
      myndighetsutovning: ny.myndighetsutovning, kraverKf: ny.kraverKf,
      ...(sen && data.sen !== undefined && { sen: { beredd: data.sen.beredd, skal: seal(kid, data.sen.skal) } }),
      ...(data.forslag !== undefined && { forslag: data.forslag.map(forseglad(kid)) }), ...(data.foredragande !== undefined && { foredragande: data.foredragande.map((en) => seal(kid, en)) }),
      ...(data.tidMin !== undefined && { tidMin: data.tidMin }), ...(data.klockslag !== undefined && { klockslag: seal(kid, data.klockslag) }),
      ...(data.beslutsniva !== undefined && { beslutsniva: seal(kid, data.beslutsniva) }), ...(data.arshjul !== undefined && { arshjul: data.arshjul }),
    },
  };
};

/** The number on the agenda, the matter's and the memo's are one and the same (A11). */
const olikaNummer = (givet: string | undefined, arende: string | undefined, { arende: arendet, tjansteskrivelse: memo }: Punktunderlag): Refusal<SammantradeHinder> | undefined => {
  const arendets = arendet === undefined ? [] : [...(arendet.diarienummer === undefined ? [] : [arendet.diarienummer]), ...arendet.frammande];
  const stammer = (ett: string, alla: readonly string[]): boolean => alla.length === 0 || alla.some((annat) => sammaDiarienummer(ett, annat));
  const lika =
    (memo === undefined || memo.arende === arende) &&
    (givet === undefined || stammer(givet, arendets)) &&
    (memo?.beteckning === undefined || stammer(memo.beteckning, givet === undefined ? arendets : [givet]));
  return lika ? undefined : refuse('DIARIENUMMER_OLIKA', 'Diarienumren stämmer inte överens');
};

/** It is there in this nämnd, and the item is as secret as it. */
const provaGaller = ({ galler }: Pick<Punktunderlag, 'galler'> = {}, klass: Sekretessklass): Refusal<SammantradeHinder> | undefined => {
  if (galler === undefined) return refuse('POSTEN_FINNS_INTE', 'Det som punkten gäller finns inte i nämnden.');
  return galler.sekretess && klass === 'oppen' ? sekretessKravs : undefined;
};

const sattBlock = ({ fran, till, rubrik }: { fran: number; till: number; rubrik: string }, mote: Mote, { id }: Context): Outcome => {
  const antal = mote.punkter.length;
  if (fran < 1 || till < fran || till > antal) {
    return refuse('SEKRETESSBLOCK_ANTAL', `Sekretessblocket ${fran}–${till} ska ha ${till - fran + 1} ärenden men har ${Math.max(0, Math.min(till, antal) - Math.max(fran, 1) + 1)}.`);
  }
  const punkter = mote.punkter.slice(fran - 1, till).map(({ id: punkt }) => punkt);
  const fel = heltBlock({ ...mote, block: [punkter] });
  if (fel !== undefined) return fel;
  return [{ type: 'SekretessblockSatt', data: { fran, till, punkter, rubrik: seal(`sammantrade:${id}`, rubrik) } }];
};

const faststall = ({ tid, tillagda = [], andringar }: { tid: string; tillagda?: readonly string[]; andringar?: string }, mote: Mote, { id }: Context): Outcome => {
  if (mote.skede !== 'oppet') return refuse('SAMMANTRADET_AR_EJ_OPPNAT', 'Dagordningen fastställs vid sammanträdet. Det är inte öppnat.');
  for (const punkt of tillagda) {
    const ny = punkten(mote, punkt);
    if (ny === undefined) return finnsInte;
    if (ny.utgatt) return refuse('PUNKTEN_HAR_UTGATT', `Ärende ${nummer(mote, punkt)} har utgått.`);
  }
  return [{ type: 'DagordningFaststalld', data: { tid, tillagda: [...new Set(tillagda)], ...(andringar !== undefined && { andringar: seal(`sammantrade:${id}`, andringar) }) } }];
};

/** A5: numbers are 1..N, so a place is one of them or the next. */
const provaPlats = (mote: Mote, plats: number, sist: number): Refusal<SammantradeHinder> | undefined =>
  plats >= 1 && plats <= sist ? undefined : refuse('ARENDENUMMER_EJ_I_FOLJD', `Ärendenumren är inte i följd: efter ${mote.punkter.length} kommer ${plats}.`);

/** A5: a block hides confidential items only, from its first to its last that is still on the agenda. */
const heltBlock = ({ punkter, block }: Mote): Refusal<SammantradeHinder> | undefined => {
  if (block.length === 0) return undefined;
  const plats = new Map(punkter.map(({ id }, i) => [id, i + 1]));
  for (const ids of block) {
    const iBlocket = ids.map((id) => plats.get(id)).filter((nr) => nr !== undefined);
    const [fran, till] = [Math.min(...iBlocket), Math.max(...iBlocket)];
    const oppet = punkter.findIndex(({ klass }, i) => i + 1 >= fran && i + 1 <= till && klass !== 'sekretess') + 1;
    if (oppet > 0) return refuse('SEKRETESSBLOCK_OPPET', `Ärende ${oppet} ligger i sekretessblocket men är inte sekretessmarkerat.`);
  }
  return undefined;
};

const flyttad = (mote: Mote, punkt: Punkt, plats: number): Mote => ({ ...mote, punkter: insatt(mote.punkter.filter(({ id }) => id !== punkt.id), plats, punkt) });
/** A10 [K]: nothing forbids deciding on papers handed out late, so it only warns. */
const sentUtdelad = (handlingslage: Handlingslage | undefined, nr: number): Hinder<SammantradeHinder> | false =>
  handlingslage === 'delas_ut_vid_sammantradet' && warning('HANDLINGAR_DELAS_UT', `Handlingarna till ärende ${nr} delas ut först vid sammanträdet.`);
/** The papers were to be in before it; a late item has a reason of its own once the kallelse has gone. */
const provaStopptid = ({ stopp, kallelser }: Mote, { at }: Context): Hinder<SammantradeHinder> | undefined => {
  if (stopp === undefined || kallelser > 0) return undefined;
  const { datum, tid } = lokalTid(at);
  const sent = datum > stopp.dag || (datum === stopp.dag && stopp.tid !== undefined && tid.slice(0, 5) > stopp.tid);
  return sent ? warning('EFTER_STOPPTID', `Stopptiden ${stopp.dag}${stopp.tid === undefined ? '' : ` kl. ${stopp.tid}`} har gått ut. Ange skäl till att ärendet tas med.`) : undefined;
};
const dagordningenStangd = refuse<SammantradeHinder>('SAMMANTRADET_AR_AVSLUTAT', 'Sammanträdet är avslutat. Dagordningen kan inte ändras.');
const numrenLiggerFast = refuse<SammantradeHinder>('NUMREN_LIGGER_FAST', 'Sammanträdet har öppnats: ärendenas nummer ligger fast. Lägg till ärenden sist.');
const sekretessKravs = refuse<SammantradeHinder>('SEKRETESS_KRAVS', 'Ärendet eller tjänsteskrivelsen är sekretessbelagd. Punkten ska vara sekretess.');
const lagrumSaknas = refuse<SammantradeHinder>('SEKRETESSLAGRUM_SAKNAS', 'Ange den bestämmelse som sekretessen stöds på (OSL 5 kap. 5 §).', 'OSL 5 kap. 5 §');
const avgjord = (nr: number): Refusal<SammantradeHinder> => refuse('REDAN_AVGJORD', `Ärende ${nr} är redan avgjort.`);

export const evolveDagordning = (
  mote: Mote,
  event: Extract<SammantradeEvent, { type: 'PunktLagdTill' | 'PunktFlyttad' | 'PunktAndrad' | 'PunktKlassAndrad' | 'PunktUtgick' | 'SekretessblockSatt' | 'DagordningFaststalld' }>,
): Mote => {
  switch (event.type) {
    case 'PunktLagdTill': {
      const { punkt: id, nr, slag, klass, sekretesslagrum, arende, galler, diarienummer, utanDiarienummer, tjansteskrivelseDatum, myndighetsutovning, kraverKf, sen, forslag, utskottsforslag } = event.data;
      const ny: Punkt = {
        id, slag, klass, ...(sekretesslagrum !== undefined && { sekretesslagrum }), harDiarienummer: diarienummer !== undefined, utanDiarienummer, myndighetsutovning, kraverKf, utgatt: false, ...(arende !== undefined && { arende }), ...(galler !== undefined && { galler }),
        ...(forslag !== undefined && { forslag: true }), ...(utskottsforslag !== undefined && { forslagFran: utskottsforslag.paragraf }), ...(tjansteskrivelseDatum !== undefined && { tjansteskrivelseDatum }), ...(sen !== undefined && { sen: { beredd: sen.beredd, faststalld: false } }),
      };
      return { ...mote, punkter: insatt(mote.punkter, nr, ny) };
    }
    case 'PunktFlyttad': {
      const punkt = punkten(mote, event.data.punkt);
      return punkt === undefined ? mote : flyttad(mote, punkt, event.data.nr);
    }
    case 'PunktAndrad': {
      const { punkt, galler } = event.data;
      return galler === undefined ? mote : andrad(mote, punkt, () => ({ galler }));
    }
    // A new marking is a new assessment: what all might read of the old one is weighed anew.
    case 'PunktKlassAndrad': return andrad(mote, event.data.punkt, () => ({ klass: event.data.klass, sekretesslagrum: event.data.sekretesslagrum, offentligt: false }));
    case 'PunktUtgick': {
      const { punkt, behallerNummer } = event.data;
      if (behallerNummer) return andrad(mote, punkt, () => ({ utgatt: true }));
      return { ...mote, punkter: mote.punkter.filter(({ id }) => id !== punkt) };
    }
    case 'SekretessblockSatt': {
      const { punkter } = event.data;
      return { ...mote, block: [...mote.block.filter((ids) => !ids.some((id) => punkter.includes(id))), punkter] };
    }
    case 'DagordningFaststalld': {
      const tillagda = new Set(event.data.tillagda);
      return { ...mote, punkter: mote.punkter.map((punkt) => (tillagda.has(punkt.id) && punkt.sen !== undefined ? { ...punkt, sen: { ...punkt.sen, faststalld: true } } : punkt)) };
    }
    default: return unknownCase(event);
  }
};

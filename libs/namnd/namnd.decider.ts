import { blank, type Command, type Context, type Decider, isRefusal, noReason, refuse, type Refusal, seal, unknownCase, warning, weigh } from '@klubba/kernel';
import { provaDatum } from '@klubba/lagrum';
import { type ArshjulCommand, type Arshjulhinder, decideArshjul } from './namnd.arshjul.decider';
import { type BegaranCommand, type Begaranhinder, decideBegaran } from './namnd.begaran.decider';
import { namndFacts, type NamndEvent, type Namndslag } from './namnd.events';
import { type Inlasningshinder, type LasInUppdrag, lasInUppdrag, sparaKolumnmappning } from './namnd.inlasning.decider';
import type { Lista, Listfalt } from './namnd.lista';
import type { Kolumnval } from './tabellista';
import { flerAnPlatser, forManga, ledamoter, type Platser, type Platshinder, provaPlats, utanforNamnden } from './namnd.platser';
import { type Begaran, medBegaran, medReglemente, medUppdrag, type Reglemente, sammaUppdrag, type Uppdrag, type Uppdragsslag } from './namnd.projection';

type Settled = 'fran' | 'antalLedamoter' | 'kallelseDagar' | 'kallelseSlag' | 'omedelbarJustering' | 'diarieform' | 'paragrafform';
export type NamndCommand =
  | Command<'InrattaNamnd', { organ: string; namn: string; slag: Namndslag; overordnad?: string; startdatum?: string; kommun?: string; kommunkod?: string }>
  | Command<'AndraNamndensNamn', { namn: string; fran: string; skal: string }>
  | Command<'FaststallReglemente', Pick<Reglemente, Settled> & Partial<Omit<Reglemente, Settled>> & { skal?: string }>
  /** `valbar`: sits in the nämnd above on that day; put there by prepare, and asked only of an utskott. */
  | Command<'ValjForUppdrag', Uppdrag & { valbar?: boolean }>
  | Command<'AvslutaUppdrag', { person: string; uppdrag: Uppdragsslag; till: string; skal?: string }>
  | Command<'StrykUppdrag', { person: string; uppdrag: Uppdragsslag; fran: string; skal: string }>
  | Command<'SattPersonalforetradare', { fran: string; personer: readonly string[] }>
  | Command<'SparaKolumnmappning', { lista: Lista; kolumner: readonly Kolumnval<Listfalt>[] }>
  | LasInUppdrag | BegaranCommand | ArshjulCommand;

export type NamndHinder =
  | 'NAMNDEN_FINNS_REDAN' | 'NAMNDEN_FINNS_INTE' | 'DATUM_FINNS_INTE' | 'SKAL_SAKNAS'
  | 'OVERORDNAD_NAMND_SAKNAS' | 'NAMND_HAR_INGEN_OVERORDNAD' | 'TALET_ORIMLIGT' | 'UTSKOTT_FOR_LITET' | 'DISTANS_EJ_TILLATEN'
  | Platshinder | Inlasningshinder | Begaranhinder | Arshjulhinder | 'OPPET_EJ_MEDGIVET' | 'PARTIET_TVA_GANGER' | 'UPPDRAGET_FINNS_INTE' | 'UPPDRAGET_AR_AVSLUTAT'
  | 'BARA_UTSKOTT_BEREDER' | 'PERSONALFORETRADARE_EJ_I_STYRELSEN' | 'PERSONALFORETRADARE_FOR_MANGA';

type State = { readonly skede: 'finns inte' } | ({ readonly skede: 'inrattad'; readonly slag: Namndslag; readonly vantande?: readonly Uppdrag[]; readonly begaranden?: readonly Begaran[]; readonly arshjul?: readonly string[] } & Platser);

export const namnd: Decider<NamndCommand, State, NamndEvent, NamndHinder> = {
  category: 'namnd',
  facts: namndFacts,
  initialState: { skede: 'finns inte' },
  namnd: (_, id) => id,

  decide(command, state, context) {
    const { type, data } = command;
    const kid = `namnd:${context.id}`;
    const noDay = provaDatum(...days(data as Days));
    if (noDay !== undefined) return { hinder: [noDay] };

    if (type === 'InrattaNamnd') {
      if (state.skede !== 'finns inte') return refuse('NAMNDEN_FINNS_REDAN', 'Nämnden finns redan.');
      if (data.slag === 'utskott' && data.overordnad === undefined) return refuse('OVERORDNAD_NAMND_SAKNAS', 'Ett utskott ska ha en nämnd. Ange vilken.');
      if (data.slag !== 'utskott' && data.overordnad !== undefined) return refuse('NAMND_HAR_INGEN_OVERORDNAD', 'Bara ett utskott har en överordnad nämnd.');
      const { namn, kommun, ...clear } = data;
      return [{ type: 'NamndInrattad', data: { ...clear, namn: seal(kid, namn), ...(kommun !== undefined && { kommun: seal(kid, kommun) }) } }];
    }
    if (state.skede === 'finns inte') return refuse('NAMNDEN_FINNS_INTE', 'Nämnden finns inte.');

    switch (type) {
      case 'AndraNamndensNamn':
        if (blank(data.skal)) return noReason();
        return [{ type: 'NamndensNamnAndrat', data: { ...data, namn: seal(kid, data.namn), skal: seal(kid, data.skal) } }];
      case 'FaststallReglemente': {
        const { skal, ...given } = data;
        const reglemente = { ...DEFAULTS, ...given };
        const stop = stopReglemente(state.slag, reglemente) ?? (state.reglementen.some(({ fran }) => fran === data.fran) && blank(skal) ? noReason() : undefined);
        if (stop !== undefined) return stop;
        const sits = ledamoter(state, data.fran);
        const weighed = weigh<NamndHinder>(command, kid, [sits > data.antalLedamoter && forManga(sits, data.antalLedamoter, data.fran)]);
        if (isRefusal(weighed)) return weighed;
        return [{ type: 'ReglementeFaststallt', data: { ...reglemente, ...(!blank(skal) && { skal: seal(kid, skal) }), ...weighed } }];
      }
      case 'ValjForUppdrag':
        return elect(command, state, context);
      case 'AvslutaUppdrag': {
        const seat = state.uppdrag.filter((ett) => ett.person === data.person && ett.uppdrag === data.uppdrag && ett.fran <= data.till).at(-1);
        if (seat === undefined) return noSeat(data.person);
        if (seat.till === data.till) return [];
        if (seat.till !== undefined && seat.till < data.till) return refuse('UPPDRAGET_AR_AVSLUTAT', `Uppdraget avslutades ${seat.till}. Välj personen på nytt.`);
        const { person, uppdrag, till, skal } = data;
        return [{ type: 'UppdragAvslutat', data: { person, uppdrag, fran: seat.fran, till, ...(!blank(skal) && { skal: seal(`person:${person}`, skal) }) } }];
      }
      case 'StrykUppdrag':
        if (!state.uppdrag.some((ett) => sammaUppdrag(ett, data))) return noSeat(data.person);
        if (blank(data.skal)) return noReason();
        return [{ type: 'UppdragStruket', data: { ...data, skal: seal(`person:${data.person}`, data.skal) } }];
      case 'SattPersonalforetradare': {
        const { fran } = data;
        const personer = [...new Set(data.personer)];
        if (state.slag === 'kommunstyrelse' && personer.length > 0 && fran >= KL_2017) return ejIStyrelsen;
        const weighed = weigh<NamndHinder>(command, kid, [personer.length > 3 && warning('PERSONALFORETRADARE_FOR_MANGA', `${personer.length} personalföreträdare är fler än de tre som lagen anger (KL 7 kap. 10–17 §§). Ange skäl.`, 'KL 7 kap. 10–17 §§')]);
        return isRefusal(weighed) ? weighed : [{ type: 'PersonalforetradareSatta', data: { fran, personer, ...weighed } }];
      }
      case 'SparaKolumnmappning':
        return sparaKolumnmappning(command.data, kid);
      case 'LasInUppdrag':
        return lasInUppdrag(command, state, kid);
      case 'BegarSammantrade': case 'AterkallaBegaran': case 'AvslaBegaran': case 'NoteraBegartSammantrade':
        return decideBegaran(command, state, context);
      case 'SattArshjulspost': case 'StrykArshjulspost':
        return decideArshjul(command, state, context);
      default:
        return unknownCase(command);
    }
  },

  evolve(state, event): State {
    if (event.type === 'NamndInrattad') return { skede: 'inrattad', slag: event.data.slag, reglementen: [], uppdrag: [] };
    if (state.skede === 'finns inte') return state;
    switch (event.type) {
      // Who represents the staff binds nothing here.
      case 'NamndensNamnAndrat': case 'PersonalforetradareSatta':
        return state;
      case 'ReglementeFaststallt': {
        const { skal: _skal, avsteg: _avsteg, ...reglemente } = event.data;
        return { ...state, reglementen: medReglemente(state.reglementen, reglemente) };
      }
      case 'ValdForUppdrag': {
        const { avsteg: _, ...uppdrag } = event.data;
        return { ...state, uppdrag: [...state.uppdrag, uppdrag].sort((a, b) => (a.fran < b.fran ? -1 : 1)) };
      }
      case 'UppdragAvslutat':
        return { ...state, uppdrag: state.uppdrag.map((ett) => (sammaUppdrag(ett, event.data) ? { ...ett, till: event.data.till } : ett)) };
      case 'UppdragStruket':
        return { ...state, uppdrag: state.uppdrag.filter((ett) => !sammaUppdrag(ett, event.data)) };
      case 'UppdragInlast': {
        const { rad: _, ...uppdrag } = event.data;
        return { ...state, vantande: [...(state.vantande ?? []), uppdrag] };
      }
      case 'UppdragslistaInlast': {
        const { vantande = [], ...rest } = state;
        return { ...rest, uppdrag: medUppdrag(state.uppdrag, vantande).sort((a, b) => (a.fran < b.fran ? -1 : 1)) };
      }
      case 'KolumnmappningSparad':
        return state;
      case 'SammantradeBegart': case 'BegaranAterkallad': case 'BegaranAvslagen': case 'BegartSammantradePlanerat':
        // What is sealed has no place in a state that outlives its key.
        return { ...state, begaranden: medBegaran(state.begaranden ?? [], event).map(({ skal: _, ...en }) => en) };
      case 'ArshjulspostSatt':
        return { ...state, arshjul: [...new Set([...(state.arshjul ?? []), event.data.post])] };
      case 'ArshjulspostStruken':
        return { ...state, arshjul: (state.arshjul ?? []).filter((post) => post !== event.data.post) };
      default:
        return unknownCase(event);
    }
  },
};

/** What a reglemente that is silent means. */
const DEFAULTS = {
  justeringssatt: 'underskrift', antalJusterare: 1, diariesiffror: 1, distans: false, distansSekretess: false, oppnaSammantraden: false, aterintrade: false,
} as const satisfies Partial<Reglemente>;

/** The seat itself is checked against the other seats on the days it is held, and the utskott against its nämnd (E9). */
const elect = (command: Extract<NamndCommand, { type: 'ValjForUppdrag' }>, state: Platser & { slag: Namndslag }, { id }: Context): readonly NamndEvent[] | Refusal<NamndHinder> => {
  const { valbar, ...seat } = command.data;
  const stop = provaPlats(seat, state.uppdrag);
  if (stop !== undefined) return { hinder: [stop] };
  const notEligible = state.slag === 'utskott' && valbar !== true ? utanforNamnden(seat.person, seat.fran) : undefined;
  if (notEligible?.allvar === 'STOPP') return { hinder: [notEligible] };
  const tooMany = seat.uppdrag === 'ledamot' ? flerAnPlatser({ ...state, uppdrag: [...state.uppdrag, seat] }, seat.fran) : undefined;
  const weighed = weigh<NamndHinder>(command, `namnd:${id}`, [notEligible, tooMany]);
  return isRefusal(weighed) ? weighed : [{ type: 'ValdForUppdrag', data: { ...seat, ...weighed } }];
};

/** KL 2017:725; of the sections before it none is verified. */
const KL_2017 = '2018-01-01';
const ejIStyrelsen = refuse<NamndHinder>('PERSONALFORETRADARE_EJ_I_STYRELSEN', 'Personalföreträdare har inte närvarorätt i styrelsen (KL 7 kap. 12 §).', 'KL 7 kap. 12 §');
const stopReglemente = (slag: Namndslag, r: Reglemente): Refusal<NamndHinder> | undefined => {
  if (slag === 'utskott' && r.antalLedamoter < 3) return refuse('UTSKOTT_FOR_LITET', 'Ett utskott ska ha minst tre ledamöter (JO 1985/86 s. 278).', 'JO 1985/86 s. 278');
  if (slag !== 'utskott' && r.beredande === true) return refuse('BARA_UTSKOTT_BEREDER', 'Bara ett utskott kan vara till enbart för att bereda (KL 6 kap. 41 §).', 'KL 6 kap. 41 §');
  if (slag === 'kommunstyrelse' && r.personalforetradare === true && r.fran >= KL_2017) return ejIStyrelsen;
  if (r.distansSekretess && !r.distans) return refuse('DISTANS_EJ_TILLATEN', 'Deltagande på distans i sekretessärenden förutsätter att deltagande på distans är tillåtet.');
  if (r.oppetSomRegel === true && !r.oppnaSammantraden) return refuse('OPPET_EJ_MEDGIVET', 'Nämnden kan hålla öppna sammanträden bara om fullmäktige har medgett det (KL 6 kap. 25 §).', 'KL 6 kap. 25 §');
  const partier = r.inkallelseordning?.map(({ parti }) => parti) ?? [];
  if (new Set(partier).size < partier.length) return refuse('PARTIET_TVA_GANGER', 'Varje parti har en rad i inkallelseordningen.');
  const between = (n: number, least: number, most: number): boolean => Number.isSafeInteger(n) && n >= least && n <= most;
  const sane = between(r.antalLedamoter, 1, 200) && between(r.kallelseDagar, 0, 60) && between(r.antalJusterare, 1, 10) && between(r.diariesiffror, 1, 7) && between(r.klagomalDagar ?? 1, 1, 120);
  return sane ? undefined : refuse('TALET_ORIMLIGT', 'Antal ledamöter är 1–200, kallelsedagar 0–60, justerare 1–10, siffror i diarienumret 1–7 och dagar att besvara klagomål 1–120.');
};

const noSeat = (person: string) => refuse('UPPDRAGET_FINNS_INTE', `{person:${person}} har inget sådant uppdrag i nämnden.`);
type Days = { readonly datum?: string; readonly fran?: string; readonly till?: string; readonly startdatum?: string; readonly beslutsdatum?: string; readonly rader?: readonly Days[] };
const days = (data: Days): readonly (string | undefined)[] => [data.datum, data.fran, data.till, data.startdatum, data.beslutsdatum, ...(data.rader ?? []).flatMap(({ fran, till }) => [fran, till])];

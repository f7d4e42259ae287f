import { befattningskod, type Delegatslag, DELEGAT_SAGD, type Ordningsunderlag, provaBehorighet } from '@klubba/delegation';
import { blank, type Command, type Decider, type Hinder, isRefusal, noReason, type Refusal, refuse, seal, type Sekretessklass, unknownCase, uphold, warning, weigh } from '@klubba/kernel';
import { provaOverlamnande } from '@klubba/kvalitet';
import { lokaltDatum, provaDatum } from '@klubba/lagrum';
import { type PROVNINGSUTFALL, type UTLAMNANDEDOMAR, type UTLAMNANDEDOMSTOLAR, utlamnandeFacts, type UtlamnandeEvent, type UTLAMNANDEFORMER, type UTLAMNANDEUTFALL } from './utlamnande.events';
import { provaVantan, sistaUtlamnandedag } from './utlamnande.klockor';
import { arNekande, type Utlamnandestatus } from './utlamnande.projection';

type En<T extends readonly string[]> = T[number];
export type TaEmotUtlamnandebegaran = {
  readonly namnd: string;
  /** Left out: secret. What is asked for often tells of somebody. */
  readonly klass?: Sekretessklass;
  readonly datum: string;
  readonly tid?: string;
  readonly form: En<typeof UTLAMNANDEFORMER>;
  readonly avser: string;
  /** The one who asks does not want to be known: then nothing of who it is may be kept. */
  readonly anonym?: boolean;
  readonly sokande?: string;
  readonly syfte?: string;
  /** The test cannot be made without it. */
  readonly syftetBehovs?: boolean;
  readonly arende?: string;
  readonly beteckning?: string;
  /** Put there by prepare: what is there in this nämnd. */
  readonly omgivning?: { readonly namnd: boolean; readonly arende?: Sekretessklass };
};
export type BeslutaUtlamnande = {
  readonly datum: string;
  readonly av: 'delegat' | 'namnd';
  readonly utfall: En<typeof UTLAMNANDEUTFALL>;
  readonly lagrum?: string;
  readonly motivering?: string;
  readonly delegat?: { readonly slag: Delegatslag; readonly titel?: string; readonly organ?: string; readonly person?: string };
  /** The point of the delegationsordning. */
  readonly nummer?: string;
  /** The nämnd's §. */
  readonly punkt?: string;
  /** Put there by prepare: the order and the chair of that day, and the day of the §. */
  readonly underlag?: { readonly ordning?: Ordningsunderlag; readonly ordforande: readonly string[]; readonly paragraf?: string };
};
export type UtlamnandeCommand =
  | Command<'TaEmotUtlamnandebegaran', TaEmotUtlamnandebegaran>
  | Command<'ProvaUtlamnande', { readonly datum: string; readonly utfall: En<typeof PROVNINGSUTFALL>; readonly lagrum?: string; readonly anteckning?: string; readonly informerad?: boolean }>
  | Command<'InformeraOmMyndighetsprovning', { readonly datum: string }>
  | Command<'BegarMyndighetsbeslut', { readonly datum: string }>
  | Command<'BeslutaUtlamnande', BeslutaUtlamnande>
  | Command<'NoteraUtlamnandedelfaende', { readonly datum: string }>
  | Command<'TaEmotUtlamnandeoverklagande', { readonly datum: string }>
  | Command<'AvvisaUtlamnandeoverklagande', { readonly datum: string; readonly skal: string }>
  | Command<'LamnaUtlamnandeoverklagande', { readonly datum: string }>
  | Command<'NoteraUtlamnandedom', { readonly datum: string; readonly domstol: En<typeof UTLAMNANDEDOMSTOLAR>; readonly utfall: En<typeof UTLAMNANDEDOMAR> }>
  | Command<'AvslutaUtlamnande', { readonly datum: string; readonly skal: string }>;

export type UtlamnandeHinder =
  | 'BEGARAN_FINNS_REDAN' | 'BEGARAN_FINNS_INTE' | 'NAMNDEN_FINNS_INTE' | 'ARENDET_FINNS_INTE' | 'SEKRETESS_KRAVS' | 'DATUM_FINNS_INTE' | 'DATUM_I_FRAMTIDEN' | 'DATUM_I_FEL_ORDNING' | 'SKAL_SAKNAS' | 'SOKANDEN_AR_ANONYM' | 'SYFTE_FRAGAS_INTE'
  | 'SKEDET_MEDGER_INTE' | 'BEGARAN_HAR_VANTAT' | 'SOKANDEN_EJ_INFORMERAD' | 'SKRIFTLIGT_BESLUT_SAKNAS' | 'LAGRUM_SAKNAS' | 'MOTIVERING_SAKNAS' | 'DELEGAT_SAKNAS' | 'EJ_DELEGAT_FOR_UTLAMNANDE' | 'PARAGRAFEN_STAMMER_INTE' | 'OVERKLAGANDET_FOR_SENT'
  | 'RATTIDEN_STAMMER_INTE' | 'OVERLAMNAS_SENT' | ReturnType<typeof provaBehorighet>['funna'][number]['kod'];

type Finns = {
  readonly skede: 'finns';
  readonly klass: Sekretessklass;
  readonly begard: string;
  readonly form: En<typeof UTLAMNANDEFORMER>;
  readonly status: Utlamnandestatus;
  /** The day of the last that happened: nothing lies before it. */
  readonly senast: string;
  readonly informerad: boolean;
  readonly beslutad?: string;
  readonly fickDel?: string;
  readonly overklagat?: string;
};
type State = { readonly skede: 'finns inte' } | Finns;
type Outcome = readonly UtlamnandeEvent[] | Refusal<UtlamnandeHinder>;

const NEKANDE = ['med_forbehall', 'delvis', 'nekad'] as const;
const OBESLUTADE = ['begard', 'till_myndigheten', ...NEKANDE, 'beslut_begart'] as const;
/** From which states a command leads on (rule book I13). */
const FRAN: Readonly<Record<Exclude<UtlamnandeCommand['type'], 'TaEmotUtlamnandebegaran'>, readonly Utlamnandestatus[]>> = {
  ProvaUtlamnande: ['begard'], InformeraOmMyndighetsprovning: NEKANDE, BegarMyndighetsbeslut: NEKANDE, BeslutaUtlamnande: OBESLUTADE, NoteraUtlamnandedelfaende: ['beslutad', 'overklagad'],
  TaEmotUtlamnandeoverklagande: ['beslutad'], AvvisaUtlamnandeoverklagande: ['overklagad'], LamnaUtlamnandeoverklagande: ['overklagad'], NoteraUtlamnandedom: ['hos_domstol', 'avgjord'], AvslutaUtlamnande: [...OBESLUTADE, 'beslutad'],
};
const SAGT: Readonly<Record<Utlamnandestatus, string>> = {
  begard: 'Begäran är inte prövad än.', till_myndigheten: 'Begäran är lämnad till myndigheten att besluta om.', med_forbehall: 'Handlingen är utlämnad med förbehåll.', delvis: 'Handlingen är delvis utlämnad.', nekad: 'Begäran är nekad muntligen.',
  beslut_begart: 'Sökanden har begärt myndighetens beslut, som inte är fattat.', beslutad: 'Myndigheten har beslutat.', utlamnad: 'Handlingen är utlämnad.', overklagad: 'Beslutet är överklagat.', avvisad: 'Överklagandet är avvisat.',
  hos_domstol: 'Överklagandet är hos kammarrätten.', avgjord: 'Domstolen har avgjort saken.', avslutad: 'Begäran är avslutad.',
};

/** A request for an allmän handling: the employee's test, the myndighet's written decision on demand, the appeal to kammarrätten (TF 2:15–19, OSL 6:1–11). */
export const utlamnande: Decider<UtlamnandeCommand, State, UtlamnandeEvent, UtlamnandeHinder> = {
  category: 'utlamnande',
  facts: utlamnandeFacts,
  initialState: { skede: 'finns inte' },
  namnd: ({ type, data }) => (type === 'TaEmotUtlamnandebegaran' ? data.namnd : null),

  decide(command, state, { id, at }) {
    const { type, data } = command;
    const kid = `utlamnande:${id}`;
    const ingenDag = provaDatum(data.datum);
    if (ingenDag !== undefined) return { hinder: [ingenDag] };
    if (data.datum > lokaltDatum(at)) return refuse('DATUM_I_FRAMTIDEN', `Dagen ${data.datum} har inte varit än.`);
    if (type === 'TaEmotUtlamnandebegaran') return state.skede === 'finns inte' ? taEmot(data, kid) : refuse('BEGARAN_FINNS_REDAN', 'Begäran är redan mottagen.');
    if (state.skede === 'finns inte') return refuse('BEGARAN_FINNS_INTE', 'Begäran finns inte.');
    if (type === 'TaEmotUtlamnandeoverklagande' && OBESLUTADE.some((en) => en === state.status)) {
      return refuse('SKRIFTLIGT_BESLUT_SAKNAS', 'Bara myndighetens skriftliga beslut kan överklagas (OSL 6 kap. 3 §). Sökanden ska informeras om rätten till myndighetens prövning.', 'OSL 6 kap. 3 §');
    }
    if (!FRAN[type].includes(state.status)) return refuse('SKEDET_MEDGER_INTE', SAGT[state.status]);
    // That the decision was received may become known after the appeal.
    const tidigast = type === 'NoteraUtlamnandedelfaende' ? state.beslutad! : state.senast;
    if (data.datum < tidigast) return refuse('DATUM_I_FEL_ORDNING', `Dagen ${data.datum} ligger före det som redan har hänt ${tidigast}.`);
    if ('skal' in data && blank(data.skal)) return noReason();
    const { klass, beslutad, fickDel, overklagat } = state;
    const { datum } = data;
    switch (type) {
      case 'ProvaUtlamnande': {
        const { utfall, lagrum, anteckning, informerad = false } = data;
        const passed = weigh<UtlamnandeHinder>(command, kid, [provaVantan(state, datum), arNekande(utfall) && !informerad && ejInformerad()]);
        return isRefusal(passed) ? passed : [{ type: 'UtlamnandeProvat', data: { klass, datum, utfall, ...(lagrum !== undefined && { lagrum }), ...(anteckning !== undefined && { anteckning: seal(kid, anteckning) }), informerad, ...passed } }];
      }
      case 'InformeraOmMyndighetsprovning': return state.informerad ? [] : [{ type: 'SokandenInformerad', data: { datum } }];
      case 'BegarMyndighetsbeslut': return [{ type: 'MyndighetsbeslutBegart', data: { datum } }];
      case 'BeslutaUtlamnande': return besluta(command, klass, kid);
      case 'NoteraUtlamnandedelfaende': return fickDel === datum ? [] : [{ type: 'UtlamnandebeslutDelgivet', data: { datum } }];
      case 'TaEmotUtlamnandeoverklagande': return [{ type: 'UtlamnandeOverklagat', data: { datum } }];
      case 'AvvisaUtlamnandeoverklagande': {
        const sista = sistaUtlamnandedag(beslutad!, fickDel);
        const passed = weigh<UtlamnandeHinder>(command, kid, [
          (sista === undefined || overklagat! <= sista) && warning('RATTIDEN_STAMMER_INTE', `${sista === undefined ? 'Det är inte antecknat när sökanden fick del av beslutet' : `Sista dag att överklaga var ${sista}`}, och överklagandet kom in ${overklagat!}. Kontrollera prövningen (FL 45 §).`, 'FL 45 §'),
        ]);
        return isRefusal(passed) ? passed : [{ type: 'UtlamnandeoverklagandeAvvisat', data: { klass, datum, skal: seal(kid, data.skal), ...passed } }];
      }
      case 'LamnaUtlamnandeoverklagande': {
        const sista = sistaUtlamnandedag(beslutad!, fickDel);
        const passed = weigh<UtlamnandeHinder>(command, kid, [
          sista !== undefined && overklagat! > sista && warning('OVERKLAGANDET_FOR_SENT', `Överklagandet kom in ${overklagat!}, efter sista dagen ${sista}. Det ska avvisas om inget undantag i FL 45 § gäller. Ange vilket.`, 'FL 45 §'),
          provaOverlamnande({ inkom: overklagat!, beslutsdatum: beslutad! }, datum),
        ]);
        return isRefusal(passed) ? passed : [{ type: 'UtlamnandeoverklagandeOverlamnat', data: { klass, datum, ...passed } }];
      }
      case 'NoteraUtlamnandedom': {
        const { domstol, utfall } = data;
        return (domstol === 'KR') === (state.status === 'hos_domstol') ? [{ type: 'UtlamnandeAvgjort', data: { datum, domstol, utfall } }] : refuse('SKEDET_MEDGER_INTE', `${SAGT[state.status]} Kammarrätten avgör först, sedan Högsta förvaltningsdomstolen (OSL 6 kap. 8–9 §§).`, 'OSL 6 kap. 8 §');
      }
      case 'AvslutaUtlamnande': {
        const passed = weigh<UtlamnandeHinder>(command, kid, [
          arNekande(state.status) && !state.informerad && ejInformerad(),
          state.status === 'beslut_begart' && warning('SKRIFTLIGT_BESLUT_SAKNAS', 'Sökanden har begärt myndighetens prövning, och något skriftligt beslut är inte fattat (OSL 6 kap. 3 §).', 'OSL 6 kap. 3 §'),
        ]);
        return isRefusal(passed) ? passed : [{ type: 'UtlamnandeAvslutat', data: { klass, datum, skal: seal(kid, data.skal), ...passed } }];
      }
      default: return unknownCase(type);
    }
  },

  evolve(state, event) {
    if (event.type === 'UtlamnandeBegart') {
      const { klass, datum, form } = event.data;
      return { skede: 'finns', klass, begard: datum, form, status: 'begard', senast: datum, informerad: false };
    }
    if (state.skede === 'finns inte') return state;
    const nu = { ...state, senast: event.data.datum };
    switch (event.type) {
      case 'UtlamnandeProvat': return { ...nu, status: event.data.utfall, informerad: event.data.informerad };
      case 'SokandenInformerad': return { ...nu, informerad: true };
      case 'MyndighetsbeslutBegart': return { ...nu, status: 'beslut_begart' };
      case 'UtlamnandeBeslutat': return { ...nu, status: event.data.utfall === 'utlamnad' ? 'utlamnad' : 'beslutad', beslutad: event.data.datum };
      case 'UtlamnandebeslutDelgivet': return { ...state, fickDel: event.data.datum };
      case 'UtlamnandeOverklagat': return { ...nu, status: 'overklagad', overklagat: event.data.datum };
      case 'UtlamnandeoverklagandeAvvisat': return { ...nu, status: 'avvisad' };
      case 'UtlamnandeoverklagandeOverlamnat': return { ...nu, status: 'hos_domstol' };
      case 'UtlamnandeAvgjort': return { ...nu, status: 'avgjord' };
      case 'UtlamnandeAvslutat': return { ...nu, status: 'avslutad' };
      default: return unknownCase(event);
    }
  },
};

const ejInformerad = (): Hinder<UtlamnandeHinder> => warning('SOKANDEN_EJ_INFORMERAD', 'Sökanden har inte informerats om rätten till myndighetens prövning (OSL 6 kap. 3 §).', 'OSL 6 kap. 3 §');

const taEmot = (data: TaEmotUtlamnandebegaran, kid: string): Outcome => {
  const { namnd, klass = 'sekretess', datum, tid, form, avser, anonym, sokande, syfte, syftetBehovs, arende, beteckning, omgivning } = data;
  if (omgivning?.namnd !== true) return refuse('NAMNDEN_FINNS_INTE', 'Nämnden finns inte.');
  if (arende !== undefined && omgivning.arende === undefined) return refuse('ARENDET_FINNS_INTE', 'Ärendet finns inte i nämnden.');
  if (omgivning.arende === 'sekretess' && klass === 'oppen') return refuse('SEKRETESS_KRAVS', 'Ärendet är sekretessmarkerat. Begäran ska vara sekretess.');
  if (anonym === true && sokande !== undefined) return refuse('SOKANDEN_AR_ANONYM', 'Ange inte vem sökanden är: sökanden får vara anonym (TF 2 kap. 18 §).', 'TF 2 kap. 18 §');
  if (syfte !== undefined && syftetBehovs !== true) return refuse('SYFTE_FRAGAS_INTE', 'Ange inte skäl för utlämnande: sökanden får vara anonym (TF 2 kap. 18 §).', 'TF 2 kap. 18 §');
  return [{
    type: 'UtlamnandeBegart',
    data: {
      namnd, klass, datum, ...(tid !== undefined && { tid }), form, avser: seal(kid, avser), ...(sokande !== undefined && { sokande: seal(kid, sokande) }), ...(syfte !== undefined && { syfte: seal(kid, syfte) }),
      ...(arende !== undefined && { arende }), ...(beteckning !== undefined && { beteckning }),
    },
  }];
};

/** A refusal signed without competence is no decision that can be appealed (JO 3869): it stops, and says to whom it goes. */
const besluta = (command: Extract<UtlamnandeCommand, { type: 'BeslutaUtlamnande' }>, klass: Sekretessklass, kid: string): Outcome => {
  const { datum, av, utfall, lagrum, motivering, delegat, nummer, punkt, underlag } = command.data;
  if (utfall !== 'utlamnad' && lagrum === undefined) return refuse('LAGRUM_SAKNAS', 'Ange den bestämmelse som gör att allt inte lämnas ut.', 'FL 32 §');
  if (utfall !== 'utlamnad' && blank(motivering)) return refuse('MOTIVERING_SAKNAS', 'Ett beslut att inte lämna ut allt ska motiveras (FL 32 §).', 'FL 32 §');
  const sagt = { klass, datum, av, utfall, ...(lagrum !== undefined && { lagrum }), ...(!blank(motivering) && { motivering: seal(kid, motivering) }) };
  if (av === 'namnd') {
    return punkt === undefined || underlag?.paragraf !== datum ? refuse('PARAGRAFEN_STAMMER_INTE', 'Ange nämndens paragraf. Den ska finnas i nämnden och vara från samma dag.') : [{ type: 'UtlamnandeBeslutat', data: { ...sagt, punkt } }];
  }
  if (delegat === undefined || (delegat.slag === 'tjansteman' && blank(delegat.titel))) return refuse('DELEGAT_SAKNAS', 'Ange vem som beslutade. En tjänsteperson anges med titel.');
  const ordning = underlag?.ordning;
  const { funna } = provaBehorighet({ datum, delegat, overklagandeslag: 'FORVALTNINGSBESVAR', ...(nummer !== undefined && { nummer }) }, ordning, underlag?.ordforande);
  const passed = uphold<UtlamnandeHinder>(command, kid, [
    funna.some(({ allvar }) => allvar === 'STOPP') && { kod: 'EJ_DELEGAT_FOR_UTLAMNANDE', allvar: 'STOPP', text: `Du är inte delegat för beslut om utlämnande. Lämna över till ${delegaterna(ordning)}.`, lagrum: 'OSL 6 kap. 3 §' }, ...funna,
  ]);
  if (isRefusal(passed)) return passed;
  const { titel, ...resten } = delegat;
  return [{
    type: 'UtlamnandeBeslutat',
    data: {
      ...sagt, delegat: { ...resten, ...(!blank(titel) && { befattning: befattningskod(titel), titel: seal(kid, titel) }) }, ...(nummer !== undefined && { nummer }), ...(ordning !== undefined && { version: ordning.version }), ...passed,
    },
  }];
};
/** Whom the point lets decide; without one, the nämnd. */
const delegaterna = (ordning: Ordningsunderlag | undefined): string =>
  ordning?.punkt?.delegater.map(({ slag, befattning }) => (slag === 'tjansteman' && befattning !== undefined ? befattning.replaceAll('_', ' ') : DELEGAT_SAGD[slag])).join(' eller ') ?? 'nämnden';

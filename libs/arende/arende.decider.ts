import { blank, type Command, type Decider, type Hinder, isRefusal, noReason, NUMBER, refuse, type Refusal, seal, type Sekretessklass, unknownCase, warning, weigh } from '@klubba/kernel';
import { hittaPersonnummer, lokaltDatum, provaDatum } from '@klubba/lagrum';
import { arendeFacts, type ArendeEvent } from './arende.events';
import type { Behandling, FrammandeNummer } from './arende.projection';
import type { Diarieform } from './diarienummer';

export type OppnaArende = {
  readonly namnd: string;
  readonly klass: Sekretessklass;
  readonly sekretesslagrum?: string;
  readonly rubrik: string;
  readonly rubrikIntern?: string;
  readonly avsandare?: string;
  readonly avsandareDold?: boolean;
  readonly datum: string;
  readonly datumslag?: 'inkommet' | 'upprattat';
  readonly slag?: string;
  readonly klassifikation?: string;
  readonly frammandeNummer?: readonly FrammandeNummer[];
  /** How the nämnd writes its numbers on that day; put there by prepare. */
  readonly diariekod: string;
  readonly diarieform: Diarieform;
  readonly diariesiffror: number;
};
export type ArendeCommand =
  | Command<'OppnaArende', OppnaArende>
  | Command<'SattDiarienummer', { ar: number; lopnummer: number; diarienummer: string }>
  | Command<'AndraArendemening', { rubrik: string; rubrikIntern?: string; skal: string }>
  | Command<'LaggTillFrammandeNummer', FrammandeNummer>
  | Command<'StrykFrammandeNummer', { nummer: string; skal: string }>
  | Command<'AndraArendeklass', { klass: Sekretessklass; sekretesslagrum?: string; datum: string; skal: string }>
  | Command<'NoteraTjansteskrivelse', { tjansteskrivelse: string; version: number; datum: string }>
  | Command<'NoteraAterkalladTjansteskrivelse', { tjansteskrivelse: string; datum: string }>
  | Command<'NoteraBehandling', Behandling>
  | Command<'NoteraUpptagen', { sammantrade: string; punkt: string }>
  | Command<'AvslutaArende', { datum: string; skal?: string }>
  | Command<'AterOppnaArende', { datum: string; skal: string }>;

export type ArendeHinder =
  | 'ARENDET_FINNS_REDAN' | 'ARENDET_FINNS_INTE' | 'DATUM_FINNS_INTE' | 'DATUM_I_FRAMTIDEN' | 'DATUM_FORE_ARENDET' | 'SKAL_SAKNAS'
  | 'SEKRETESSLAGRUM_SAKNAS' | 'SEKRETESSLAGRUM_UTAN_SEKRETESS' | 'SEKRETESSLAGRUM_HAR_FEL_FORM' | 'PERSONNUMMER_I_RUBRIK'
  | 'FRAMMANDE_NUMMER_HAR_FEL_FORM' | 'FRAMMANDE_NUMMER_FINNS_REDAN' | 'FRAMMANDE_NUMMER_FINNS_INTE'
  | 'HAR_REDAN_DIARIENUMMER' | 'ARENDET_AR_AVSLUTAT' | 'ARENDET_AR_OPPET';

type Opened = {
  readonly skede: 'oppet' | 'avslutat';
  readonly klass: Sekretessklass;
  readonly sekretesslagrum?: string;
  readonly datum: string;
  readonly lopnummer?: number;
  readonly frammande: readonly string[];
  /** The finished version of each memo. */
  readonly tjansteskrivelser: Readonly<Record<string, number>>;
  readonly punkter: readonly string[];
  /** Open items of agendas that deal with it. */
  readonly upptaget?: readonly { readonly sammantrade: string; readonly punkt: string }[];
};
type State = { readonly skede: 'finns inte' } | Opened;

export const arende: Decider<ArendeCommand, State, ArendeEvent, ArendeHinder> = {
  category: 'arende',
  facts: arendeFacts,
  initialState: { skede: 'finns inte' },
  // Only OppnaArende makes the stream; the others are asked of one that is there.
  namnd: ({ type, data }) => (type === 'OppnaArende' ? data.namnd : null),

  decide(command, state, { id, at }) {
    const { type, data } = command;
    const kid = `arende:${id}`;
    const noDay = 'datum' in data ? provaDatum(data.datum) : undefined;
    if (noDay !== undefined) return { hinder: [noDay] };

    if (type === 'OppnaArende') {
      if (state.skede !== 'finns inte') return refuse('ARENDET_FINNS_REDAN', 'Ärendet är redan öppnat.');
      if (data.datum > lokaltDatum(at)) return refuse('DATUM_I_FRAMTIDEN', `Handlingen kan inte ha kommit in eller upprättats ${data.datum}: den dagen har inte varit än.`);
      const frammandeNummer = data.frammandeNummer ?? [];
      const stop = stopMarking(data) ?? stopNumbers(frammandeNummer.map(({ nummer }) => nummer), []);
      if (stop !== undefined) return stop;
      const weighed = weigh<ArendeHinder>(command, kid, [identityIn(data)]);
      if (isRefusal(weighed)) return weighed;
      const { rubrik, rubrikIntern, avsandare, datumslag = 'inkommet', sekretesslagrum, ...rest } = data;
      return [{
        type: 'ArendeOppnat',
        data: {
          ...rest, datumslag, frammandeNummer, rubrik: seal(kid, rubrik),
          ...(rubrikIntern !== undefined && { rubrikIntern: seal(kid, rubrikIntern) }), ...(avsandare !== undefined && { avsandare: seal(kid, avsandare) }),
          ...(sekretesslagrum !== undefined && { sekretesslagrum: bare(sekretesslagrum) }), ...weighed,
        },
      }];
    }
    if (state.skede === 'finns inte') return refuse('ARENDET_FINNS_INTE', 'Ärendet finns inte.');
    if ('skal' in data && type !== 'AvslutaArende' && blank(data.skal)) return noReason();
    const { klass } = state;

    switch (type) {
      case 'SattDiarienummer':
        if (state.lopnummer === data.lopnummer) return [];
        if (state.lopnummer !== undefined) return refuse('HAR_REDAN_DIARIENUMMER', 'Ärendet har redan ett diarienummer.');
        return [{ type: 'DiarienummerSatt', data }];
      case 'AndraArendemening': {
        const { rubrik, rubrikIntern, skal } = data;
        const weighed = weigh<ArendeHinder>(command, kid, [identityIn({ rubrik, klass })]);
        if (isRefusal(weighed)) return weighed;
        return [{ type: 'ArendemeningAndrad', data: { klass, rubrik: seal(kid, rubrik), ...(rubrikIntern !== undefined && { rubrikIntern: seal(kid, rubrikIntern) }), skal: seal(kid, skal), ...weighed } }];
      }
      case 'LaggTillFrammandeNummer':
        return stopNumbers([data.nummer], state.frammande) ?? [{ type: 'FrammandeNummerTillagt', data: { klass, ...data } }];
      case 'StrykFrammandeNummer':
        if (!state.frammande.includes(data.nummer)) return refuse('FRAMMANDE_NUMMER_FINNS_INTE', `Ärendet har inte numret ${data.nummer}.`);
        return [{ type: 'FrammandeNummerStruket', data: { klass, nummer: data.nummer, skal: seal(kid, data.skal) } }];
      case 'AndraArendeklass': {
        const stop = stopMarking(data);
        if (stop !== undefined) return stop;
        const { sekretesslagrum, skal, ...rest } = data;
        const lagrum = sekretesslagrum === undefined ? undefined : bare(sekretesslagrum);
        if (klass === data.klass && state.sekretesslagrum === lagrum) return [];
        const { upptaget = [] } = state;
        return [{ type: 'ArendeklassAndrad', data: { ...rest, ...(data.klass === 'sekretess' && klass === 'oppen' && upptaget.length > 0 && { upptaget }), forut: klass, ...(lagrum !== undefined && { sekretesslagrum: lagrum }), skal: seal(kid, skal) } }];
      }
      case 'NoteraTjansteskrivelse':
        return (state.tjansteskrivelser[data.tjansteskrivelse] ?? 0) >= data.version ? [] : [{ type: 'TjansteskrivelseNoterad', data }];
      case 'NoteraAterkalladTjansteskrivelse':
        return data.tjansteskrivelse in state.tjansteskrivelser ? [{ type: 'TjansteskrivelsenUtgick', data }] : [];
      case 'NoteraBehandling':
        return state.punkter.includes(data.punkt) ? [] : [{ type: 'ArendeBehandlat', data }];
      case 'NoteraUpptagen':
        return state.upptaget?.some(({ punkt }) => punkt === data.punkt) === true ? [] : [{ type: 'ArendeUpptaget', data: { klass, ...(state.sekretesslagrum !== undefined && { sekretesslagrum: state.sekretesslagrum }), ...data } }];
      case 'AvslutaArende':
        if (state.skede === 'avslutat') return refuse('ARENDET_AR_AVSLUTAT', 'Ärendet är redan avslutat.');
        if (data.datum < state.datum) return refuse('DATUM_FORE_ARENDET', `Ärendet kan inte avslutas ${data.datum}: det började ${state.datum}.`);
        return [{ type: 'ArendeAvslutat', data: { klass, datum: data.datum, ...(!blank(data.skal) && { skal: seal(kid, data.skal) }) } }];
      case 'AterOppnaArende':
        if (state.skede === 'oppet') return refuse('ARENDET_AR_OPPET', 'Ärendet är inte avslutat.');
        return [{ type: 'ArendeAteroppnat', data: { klass, datum: data.datum, skal: seal(kid, data.skal) } }];
      default:
        return unknownCase(command);
    }
  },

  evolve(state, event): State {
    if (event.type === 'ArendeOppnat') {
      const { klass, sekretesslagrum, datum, frammandeNummer } = event.data;
      return {
        skede: 'oppet', klass, ...(sekretesslagrum !== undefined && { sekretesslagrum }), datum, frammande: frammandeNummer.map(({ nummer }) => nummer), tjansteskrivelser: {}, punkter: [],
      };
    }
    if (state.skede === 'finns inte') return state;
    switch (event.type) {
      case 'DiarienummerSatt':
        return { ...state, lopnummer: event.data.lopnummer };
      case 'ArendemeningAndrad':
        return state;
      case 'FrammandeNummerTillagt':
        return { ...state, frammande: [...state.frammande, event.data.nummer] };
      case 'FrammandeNummerStruket':
        return { ...state, frammande: state.frammande.filter((nummer) => nummer !== event.data.nummer) };
      case 'ArendeklassAndrad': {
        const { sekretesslagrum: _, ...rest } = state;
        const { klass, sekretesslagrum } = event.data;
        return { ...rest, klass, ...(sekretesslagrum !== undefined && { sekretesslagrum }) };
      }
      case 'TjansteskrivelseNoterad':
        return { ...state, tjansteskrivelser: { ...state.tjansteskrivelser, [event.data.tjansteskrivelse]: event.data.version } };
      case 'TjansteskrivelsenUtgick': {
        const { [event.data.tjansteskrivelse]: _, ...tjansteskrivelser } = state.tjansteskrivelser;
        return { ...state, tjansteskrivelser };
      }
      case 'ArendeUpptaget': {
        const { sammantrade, punkt } = event.data;
        return { ...state, upptaget: [...(state.upptaget ?? []), { sammantrade, punkt }] };
      }
      case 'ArendeBehandlat':
        return { ...state, punkter: [...state.punkter, event.data.punkt] };
      case 'ArendeAvslutat':
        return { ...state, skede: 'avslutat' };
      case 'ArendeAteroppnat':
        return { ...state, skede: 'oppet' };
      default:
        return unknownCase(event);
    }
  },
};

/** A marking names the provision it rests on (OSL 5:5; I3); what is open has none. */
const stopMarking = ({ klass, sekretesslagrum }: { klass: Sekretessklass; sekretesslagrum?: string }): Refusal<ArendeHinder> | undefined => {
  if (klass === 'oppen') return sekretesslagrum === undefined ? undefined : refuse('SEKRETESSLAGRUM_UTAN_SEKRETESS', 'Ett öppet ärende har inget sekretesslagrum.');
  if (blank(sekretesslagrum)) return refuse('SEKRETESSLAGRUM_SAKNAS', 'Ange den bestämmelse som sekretessen vilar på (OSL 5 kap. 5 §).', 'OSL 5 kap. 5 §');
  return /^\d{1,2}:\d{1,2}[a-z]?$/.test(bare(sekretesslagrum)) ? undefined : refuse('SEKRETESSLAGRUM_HAR_FEL_FORM', 'Sekretesslagrummet skrivs som kapitel och paragraf i OSL: 26:1.');
};
/** `OSL 26:14 c` is kept as `26:14c`. */
const bare = (lagrum: string): string => lagrum.replace(/^OSL\s+/, '').replaceAll(' ', '');

/** Another house's number is taken as it stands: unique in the matter, and of a form that can be kept. */
const stopNumbers = (news: readonly string[], known: readonly string[]): Refusal<ArendeHinder> | undefined => {
  const odd = news.find((nummer) => !NUMBER.test(nummer));
  if (odd !== undefined) return refuse('FRAMMANDE_NUMMER_HAR_FEL_FORM', 'Ett diarienummer har bokstäver, siffror och tecknen / : . , _ - – och mellanslag, högst 40 tecken, och börjar med bokstav eller siffra.');
  const twice = news.find((nummer, i) => known.includes(nummer) || news.indexOf(nummer) !== i);
  return twice === undefined ? undefined : refuse('FRAMMANDE_NUMMER_FINNS_REDAN', `Numret ${twice} finns redan i ärendet.`);
};

/** The register is public (OSL 5:2): a personnummer in an open heading is seen by all. */
const identityIn = ({ rubrik, klass }: { rubrik: string; klass: Sekretessklass }): Hinder<ArendeHinder> | false =>
  klass === 'oppen' && hittaPersonnummer(rubrik).length > 0 &&
  warning('PERSONNUMMER_I_RUBRIK', 'Rubriken innehåller ett personnummer och syns för alla i diariet. Skriv det i den interna rubriken (OSL 5 kap. 2 §).', 'OSL 5 kap. 2 §');

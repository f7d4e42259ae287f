import { sammaDiarienummer } from '@klubba/arende';
import { blank, type Command, type Decider, type Hinder, isRefusal, noReason, refuse, type Refusal, seal, type Sekretessklass, strictest, unknownCase, warning, weigh } from '@klubba/kernel';
import { provaDatum } from '@klubba/lagrum';
import { tjansteskrivelseFacts, type TjansteskrivelseEvent } from './tjansteskrivelse.events';
import { forslagsform, type Forslagsform } from './tjansteskrivelse.forslag.decider';

export type Skrivet = {
  readonly klass?: Sekretessklass;
  readonly beteckning?: string;
  readonly rubrik: string;
  readonly forvaltning?: string;
  readonly datum: string;
  readonly handlaggare: string;
  readonly mottagare: readonly string[];
  readonly forslag: readonly string[];
  readonly sammanfattning?: string;
  readonly arendebeskrivning: string;
  readonly bedomning?: string;
  readonly handlingar: readonly { readonly namn: string; readonly datum?: string; readonly handelsedatum?: string }[];
  readonly skickasTill: readonly string[];
};
/** The matter as it stands when the command is given; put there by prepare. */
export type Arendelage = { readonly klass: Sekretessklass; readonly avslutat: boolean; readonly nummer: readonly string[] };
export type TjansteskrivelseCommand =
  | Command<'SkrivTjansteskrivelse', Skrivet & { namnd: string; arende: string; arendelage: Arendelage }>
  | Command<'AndraTjansteskrivelse', Skrivet & { skal: string; arendelage: Arendelage }>
  | Command<'FardigstallTjansteskrivelse', { datum: string; arendelage: Arendelage }>
  | Command<'AterkallaTjansteskrivelse', { datum: string; skal: string; arendelage: Arendelage }>;

export type TjansteskrivelseHinder =
  | 'TJANSTESKRIVELSEN_FINNS_REDAN' | 'TJANSTESKRIVELSEN_FINNS_INTE' | 'TJANSTESKRIVELSEN_AR_ATERKALLAD' | 'ARENDET_AR_AVSLUTAT'
  | 'DATUM_FINNS_INTE' | 'DIARIENUMREN_STAMMER_INTE' | 'SKAL_SAKNAS' | 'FORSLAG_SAKNAS' | 'FORSLAG_TOMT'
  | 'FORSLAG_EJ_FORMULERAT_SOM_BESLUT' | 'SKICKAS_TILL_SAKNAS' | 'HANDLING_EFTER_TJANSTESKRIVELSE' | 'HANDLING_FORE_HANDELSE' | 'FARDIG_FORE_SITT_DATUM';

type Written = {
  readonly skede: 'utkast' | 'fardigstalld' | 'aterkallad';
  readonly arende: string;
  readonly version: number;
  readonly klass: Sekretessklass;
  readonly datum: string;
  readonly forslag: readonly Forslagsform[];
  readonly handlingar: readonly { readonly datum?: string; readonly handelsedatum?: string }[];
  readonly skickasTill: number;
};
type State = { readonly skede: 'finns inte' } | Written;

export const tjansteskrivelse: Decider<TjansteskrivelseCommand, State, TjansteskrivelseEvent, TjansteskrivelseHinder> = {
  category: 'tjansteskrivelse',
  facts: tjansteskrivelseFacts,
  initialState: { skede: 'finns inte' },
  // Only SkrivTjansteskrivelse makes the stream; the others are asked of one that is there.
  namnd: ({ type, data }) => (type === 'SkrivTjansteskrivelse' ? data.namnd : null),

  decide(command, state, { id }) {
    const { type, data } = command;
    const kid = `tjansteskrivelse:${id}`;
    const noDay = provaDatum(...days(data));
    if (noDay !== undefined) return { hinder: [noDay] };

    if (type === 'SkrivTjansteskrivelse') {
      if (state.skede !== 'finns inte') return refuse('TJANSTESKRIVELSEN_FINNS_REDAN', 'Tjänsteskrivelsen finns redan.');
      const { namnd, arende } = data;
      return stopWriting(data) ?? [{ type: 'TjansteskrivelseSkriven', data: { namnd, arende, ...innehall(kid, 1, data) } }];
    }
    if (state.skede === 'finns inte') return refuse('TJANSTESKRIVELSEN_FINNS_INTE', 'Tjänsteskrivelsen finns inte.');
    if (state.skede === 'aterkallad') return refuse('TJANSTESKRIVELSEN_AR_ATERKALLAD', 'Tjänsteskrivelsen är återkallad. Skriv en ny.');
    if ('skal' in data && blank(data.skal)) return noReason();
    const { arende, version } = state;
    const klass = strictest(state.klass, data.arendelage.klass);

    switch (type) {
      case 'AndraTjansteskrivelse':
        return stopWriting(data) ?? [{ type: 'TjansteskrivelseAndrad', data: { ...innehall(kid, version + 1, data), skal: seal(kid, data.skal) } }];
      case 'FardigstallTjansteskrivelse': {
        if (state.skede === 'fardigstalld') return [];
        if (data.arendelage.avslutat) return closed();
        if (state.forslag.length === 0) return refuse('FORSLAG_SAKNAS', 'Tjänsteskrivelsen saknar förslag till beslut.');
        const empty = state.forslag.indexOf('tomt');
        if (empty >= 0) return refuse('FORSLAG_TOMT', `Förslag till beslut nr ${empty + 1} är tomt.`);
        const weighed = weigh(command, kid, doubts(state, data.datum));
        if (isRefusal(weighed)) return weighed;
        return [{ type: 'TjansteskrivelseFardigstalld', data: { arende, version, klass, datum: data.datum, dokumentdatum: state.datum, ...weighed } }];
      }
      case 'AterkallaTjansteskrivelse':
        return [{ type: 'TjansteskrivelseAterkallad', data: { arende, klass, datum: data.datum, skal: seal(kid, data.skal) } }];
      default:
        return unknownCase(command);
    }
  },

  evolve(state, event): State {
    if (event.type === 'TjansteskrivelseSkriven') return written(event.data.arende, event.data);
    if (state.skede === 'finns inte') return state;
    switch (event.type) {
      case 'TjansteskrivelseAndrad':
        return written(state.arende, event.data);
      case 'TjansteskrivelseFardigstalld':
        return { ...state, skede: 'fardigstalld', klass: event.data.klass };
      case 'TjansteskrivelseAterkallad':
        return { ...state, skede: 'aterkallad' };
      default:
        return unknownCase(event);
    }
  },
};

const closed = () => refuse('ARENDET_AR_AVSLUTAT', 'Ärendet är avslutat. Öppna det igen först.');

/** The memo's own number is the matter's, or one that the matter is known by elsewhere (A11). */
const stopWriting = ({ beteckning, arendelage: { avslutat, nummer } }: { beteckning?: string; arendelage: Arendelage }): Refusal<TjansteskrivelseHinder> | undefined => {
  if (avslutat) return closed();
  if (beteckning === undefined || nummer.some((ett) => sammaDiarienummer(ett, beteckning))) return undefined;
  return refuse('DIARIENUMREN_STAMMER_INTE', `Diarienumren stämmer inte överens: ärendet har ${nummer.join(', ') || 'inget nummer än'}, tjänsteskrivelsen ${beteckning}.`);
};

type Skrivelsedata = Omit<Extract<TjansteskrivelseEvent, { type: 'TjansteskrivelseAndrad' }>['data'], 'skal'>;
/** The memo as it is kept: at least as closed as its matter, the points numbered in their order. */
const innehall = (kid: string, version: number, skrivet: Skrivet & { arendelage: Arendelage }): Skrivelsedata => {
  const { klass = 'oppen', beteckning, rubrik, forvaltning, datum, handlaggare, mottagare, forslag, sammanfattning, arendebeskrivning, bedomning, handlingar, skickasTill, arendelage } = skrivet;
  const s = (text: string) => seal(kid, text);
  return {
    version, klass: strictest(klass, arendelage.klass), ...(beteckning !== undefined && { beteckning }), rubrik: s(rubrik), ...(forvaltning !== undefined && { forvaltning: s(forvaltning) }),
    datum, handlaggare, mottagare: mottagare.map(s), forslag: forslag.map((text, i) => ({ nr: i + 1, text: s(text), form: forslagsform(text) })),
    ...(sammanfattning !== undefined && { sammanfattning: s(sammanfattning) }), arendebeskrivning: s(arendebeskrivning), ...(bedomning !== undefined && { bedomning: s(bedomning) }),
    handlingar: handlingar.map(({ namn, datum: day, handelsedatum }) => ({ namn: s(namn), ...(day !== undefined && { datum: day }), ...(handelsedatum !== undefined && { handelsedatum }) })),
    skickasTill: skickasTill.map(s),
  };
};

const written = (arende: string, { version, klass, datum, forslag, handlingar, skickasTill }: Skrivelsedata): Written => ({
  skede: 'utkast', arende, version, klass, datum, forslag: forslag.map(({ form }) => form), skickasTill: skickasTill.length,
  handlingar: handlingar.map(({ datum: day, handelsedatum }) => ({ ...(day !== undefined && { datum: day }), ...(handelsedatum !== undefined && { handelsedatum }) })),
});

/** The consistency checks of A11, one warning of each kind. A handling is told by its number: its name is sealed. */
const doubts = ({ datum, forslag, handlingar, skickasTill }: Written, fardig: string): readonly (Hinder<TjansteskrivelseHinder> | undefined)[] => {
  const perHandling = (kod: TjansteskrivelseHinder, sentence: (nr: number, handling: Written['handlingar'][number]) => string | undefined): Hinder<TjansteskrivelseHinder> | undefined => {
    const text = handlingar.flatMap((handling, i) => sentence(i + 1, handling) ?? []).join(' ');
    return text === '' ? undefined : warning(kod, `${text} Kontrollera datum.`);
  };
  const odd = forslag.flatMap((form, i) => (form === 'annat' ? [i + 1] : []));
  return [
    odd.length > 0 ? warning('FORSLAG_EJ_FORMULERAT_SOM_BESLUT', `Förslag till beslut nr ${odd.join(', ')} är inte formulerat som ett beslut.`) : undefined,
    skickasTill === 0 ? warning('SKICKAS_TILL_SAKNAS', 'Under ”Beslutet skickas till” står ingen.') : undefined,
    perHandling('HANDLING_EFTER_TJANSTESKRIVELSE', (nr, { datum: day }) => (day !== undefined && day > datum ? `Handling nr ${nr} är daterad ${day}, efter tjänsteskrivelsen ${datum}.` : undefined)),
    perHandling('HANDLING_FORE_HANDELSE', (nr, { datum: day, handelsedatum }) =>
      day !== undefined && handelsedatum !== undefined && day < handelsedatum ? `Handling nr ${nr} är daterad ${day}, före händelsen ${handelsedatum}.` : undefined),
    fardig < datum ? warning('FARDIG_FORE_SITT_DATUM', `Tjänsteskrivelsen är daterad ${datum} men färdigställd ${fardig}. Kontrollera datum.`) : undefined,
  ];
};

const days = (data: TjansteskrivelseCommand['data']): readonly (string | undefined)[] => [
  data.datum, ...('handlingar' in data ? data.handlingar.flatMap(({ datum, handelsedatum }) => [datum, handelsedatum]) : []),
];

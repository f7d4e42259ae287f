import { blank, type Command, type Decider, noReason, refuse, seal, type Sekretessklass, unknownCase, warning, weigh } from '@klubba/kernel';
import { lokaltDatum, provaDatum } from '@klubba/lagrum';
import { indikatorFacts, type IndikatorEvent, type MALRIKTNINGAR } from './indikator.events';
import { type Enhet, skrivTal, type Tal } from './siffror';
import { lasVarde } from './skrivet';

type Mal<Varde> = { readonly varde: Varde; readonly riktning: (typeof MALRIKTNINGAR)[number] };
export type LaggUppIndikator = {
  readonly namnd: string;
  readonly klass: Sekretessklass;
  readonly namn: string;
  readonly enhet: Enhet;
  /** `ÅÅÅÅ-MM`, as every month of a command. */
  readonly fran: string;
  /** Values are as written: `36,3`, `u.s.`. */
  readonly startvarde?: string;
  readonly mal?: Mal<string>;
  readonly kalla: string;
  /** Put there by prepare. */
  readonly omgivning?: { readonly namnd: boolean };
};
export type IndikatorCommand =
  | Command<'LaggUppIndikator', LaggUppIndikator>
  | Command<'RegistreraIndikatorvarde', { manad: string; varde: string }>
  | Command<'RattaIndikatorvarde', { manad: string; varde: string; skal: string }>
  | Command<'AndraIndikatormal', { fran: string; mal?: Mal<string>; skal: string }>
  | Command<'AvslutaIndikator', { sista: string; skal: string }>
  | Command<'AterupptaIndikator', { skal: string }>;
export type IndikatorHinder =
  | 'INDIKATORN_FINNS_REDAN' | 'INDIKATORN_FINNS_INTE' | 'INDIKATORN_AR_AVSLUTAD' | 'INDIKATORN_PAGAR' | 'NAMNDEN_FINNS_INTE' | 'DATUM_FINNS_INTE' | 'MANADEN_I_FRAMTIDEN' | 'MANADEN_FORE_DEN_FORSTA' | 'MANADEN_EFTER_DEN_SISTA'
  | 'MANADEN_HAR_VARDE' | 'MANADEN_SAKNAR_VARDE' | 'VARDET_GAR_INTE_ATT_LASA' | 'OSAKER_AVLASNING' | 'SKAL_SAKNAS';

type State = { readonly skede: 'finns inte' } | { readonly skede: 'pagar' | 'avslutad'; readonly klass: Sekretessklass; readonly fran: string; readonly sista?: string; readonly manader: readonly string[] };

/** A figure by the month, with its goal and source; a month without a value says why (H8: typed missing values). */
export const indikator: Decider<IndikatorCommand, State, IndikatorEvent, IndikatorHinder> = {
  category: 'indikator',
  facts: indikatorFacts,
  initialState: { skede: 'finns inte' },
  namnd: ({ type, data }) => (type === 'LaggUppIndikator' ? data.namnd : null),

  decide(command, state, { id, at }) {
    const { type, data } = command;
    const kid = `indikator:${id}`;
    const skriven = 'manad' in data ? data.manad : 'fran' in data ? data.fran : 'sista' in data ? data.sista : undefined;
    const manad = skriven === undefined ? '' : `${skriven}-01`;
    if (skriven !== undefined) {
      const ingenDag = provaDatum(manad);
      if (ingenDag !== undefined) return { hinder: [ingenDag] };
      if ('manad' in data && manad > lokaltDatum(at)) return refuse('MANADEN_I_FRAMTIDEN', `Månaden ${skriven} har inte börjat än.`);
    }
    const malet = 'mal' in data && data.mal !== undefined ? lasTal(data.mal.varde) : undefined;
    if ('mal' in data && data.mal !== undefined && malet === undefined) return olast(data.mal.varde);

    if (type === 'LaggUppIndikator') {
      if (state.skede !== 'finns inte') return refuse('INDIKATORN_FINNS_REDAN', 'Indikatorn finns redan.');
      const { omgivning, namn, kalla, startvarde: skrivet, mal, ...rest } = data;
      if (omgivning?.namnd !== true) return refuse('NAMNDEN_FINNS_INTE', 'Nämnden finns inte.');
      const startvarde = skrivet === undefined ? undefined : lasTal(skrivet);
      if (skrivet !== undefined && startvarde === undefined) return olast(skrivet);
      return [{ type: 'IndikatorUpplagd', data: { ...rest, fran: manad, namn: seal(kid, namn), kalla: seal(kid, kalla), ...(startvarde !== undefined && { startvarde }), ...(mal !== undefined && { mal: { varde: malet!, riktning: mal.riktning } }) } }];
    }
    if (state.skede === 'finns inte') return refuse('INDIKATORN_FINNS_INTE', 'Indikatorn finns inte.');
    if ('skal' in data && blank(data.skal)) return noReason();
    const { klass } = state;
    if (type === 'AterupptaIndikator') return state.skede === 'avslutad' ? [{ type: 'IndikatorAterupptagen', data: { klass, skal: seal(kid, data.skal) } }] : refuse('INDIKATORN_PAGAR', 'Indikatorn är inte avslutad.');
    if (manad < state.fran) return refuse('MANADEN_FORE_DEN_FORSTA', `Indikatorn mäts från ${state.fran.slice(0, 7)}.`);

    switch (type) {
      case 'RegistreraIndikatorvarde': case 'RattaIndikatorvarde': {
        // A value that was wrong is put right even when nothing more is measured.
        if (type === 'RegistreraIndikatorvarde' && state.sista !== undefined && manad > state.sista) return refuse('MANADEN_EFTER_DEN_SISTA', `Indikatorn är avslutad; den sista månaden är ${state.sista.slice(0, 7)}.`);
        const finns = state.manader.includes(manad);
        if (type === 'RegistreraIndikatorvarde' && finns) return refuse('MANADEN_HAR_VARDE', `Månaden ${skriven} har redan ett värde. Rätta det.`);
        if (type === 'RattaIndikatorvarde' && !finns) return refuse('MANADEN_SAKNAR_VARDE', `Månaden ${skriven} har inget värde att rätta.`);
        const avlast = lasVarde(data.varde);
        if (avlast === undefined) return olast(data.varde);
        const { osaker, ...varde } = avlast;
        const vagt = weigh<IndikatorHinder>(command, kid, [osaker === true && 'varde' in varde && warning('OSAKER_AVLASNING', `”${data.varde.trim()}” är läst som ${skrivTal(varde.varde)}. Bekräfta mot förlagan.`)]);
        if ('hinder' in vagt) return vagt;
        return [type === 'RegistreraIndikatorvarde'
          ? { type: 'IndikatorvardeRegistrerat', data: { manad, ...varde, ...vagt } }
          : { type: 'IndikatorvardeRattat', data: { klass, manad, ...varde, skal: seal(kid, data.skal), ...vagt } }];
      }
      case 'AndraIndikatormal': return [{ type: 'IndikatormalAndrat', data: { klass, fran: manad, ...(data.mal !== undefined && { mal: { varde: malet!, riktning: data.mal.riktning } }), skal: seal(kid, data.skal) } }];
      case 'AvslutaIndikator': {
        if (state.skede === 'avslutad') return refuse('INDIKATORN_AR_AVSLUTAD', 'Indikatorn är redan avslutad.');
        const senare = state.manader.find((en) => en > manad);
        if (senare !== undefined) return refuse('MANADEN_HAR_VARDE', `Månaden ${senare.slice(0, 7)} har ett värde, efter den sista månaden ${data.sista}.`);
        return [{ type: 'IndikatorAvslutad', data: { klass, sista: manad, skal: seal(kid, data.skal) } }];
      }
      default: return unknownCase(command as never);
    }
  },

  evolve(state, event): State {
    if (event.type === 'IndikatorUpplagd') return { skede: 'pagar', klass: event.data.klass, fran: event.data.fran, manader: [] };
    if (state.skede === 'finns inte') return state;
    switch (event.type) {
      case 'IndikatorvardeRegistrerat': return { ...state, manader: [...state.manader, event.data.manad] };
      case 'IndikatorvardeRattat': case 'IndikatormalAndrat': return state;
      case 'IndikatorAvslutad': return { ...state, skede: 'avslutad', sista: event.data.sista };
      case 'IndikatorAterupptagen': {
        const { sista: _, ...rest } = state;
        return { ...rest, skede: 'pagar' };
      }
      default: return unknownCase(event);
    }
  },
};

/** A goal or a start is a number, and surely read. */
const lasTal = (skrivet: string): Tal | undefined => {
  const avlast = lasVarde(skrivet);
  return avlast !== undefined && 'varde' in avlast && avlast.osaker === undefined ? avlast.varde : undefined;
};
const olast = (skrivet: string) => refuse<IndikatorHinder>('VARDET_GAR_INTE_ATT_LASA', `”${skrivet.slice(0, 40)}” är inget värde. Skriv ett tal (36,3), eller u.s. när uppgiften saknas.`);

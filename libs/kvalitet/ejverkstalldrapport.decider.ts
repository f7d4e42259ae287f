import { blank, type Command, type Decider, isRefusal, refuse, type Refusal, seal, unknownCase, uphold, warning } from '@klubba/kernel';
import { lokaltDatum } from '@klubba/lagrum';
import type { INSATSLAGAR } from './ejverkstalld.events';
import { kvartalsslut, type Mottagare, rapportfonster, type Rapportrad, type Rapportslag } from './ejverkstalld.grans';
import { ejverkstalldrapportFacts, type EjverkstalldrapportEvent } from './ejverkstalldrapport.events';
import { type GemensamtHinder, provaDagar } from './kvalitet.register';

/** So many rows lie in one fact; more than any municipality has by far. */
export const RAPPORTRADER_MAX = 4000;
/** A row with what it is counted by. */
export type Radunderlag = Rapportrad & { readonly beslut: string; readonly lag: (typeof INSATSLAGAR)[number]; readonly insats: string; readonly vistelsekommun?: boolean };
export type RapporteraEjVerkstallda = {
  readonly namnd: string; readonly ar: number; readonly kvartal: number; readonly mottagare: Mottagare; readonly datum: string; readonly kvittens?: string; readonly rattelse?: string;
  /** How many rows the sender saw. */
  readonly antal?: number;
  /** Put there by the edge: what the register has to say of the quarter; and by prepare: the nämnd is there. */
  readonly underlag?: readonly Radunderlag[];
  readonly omgivning?: { readonly namnd: boolean };
};
export type EjverkstalldrapportCommand = Command<'RapporteraEjVerkstallda', RapporteraEjVerkstallda> | Command<'NoteraRapportkvittens', { kvartal: number; mottagare: Mottagare; datum: string; kvittens: string }>;
export type EjverkstalldrapportHinder =
  | GemensamtHinder | 'KVARTALET_FINNS_INTE' | 'KVARTALET_PAGAR' | 'REDAN_RAPPORTERAT' | 'RADERNA_HAR_ANDRATS' | 'RAPPORTEN_FOR_STOR' | 'RAPPORTEN_FINNS_INTE' | 'RAPPORTEN_SEN' | 'RADERNA_SKILJER_SIG';

type Sandning = { readonly kvartal: number; readonly mottagare: Mottagare; readonly rader: readonly string[] };
type State = { readonly ar?: number; readonly sandningar: readonly Sandning[] };

/** A quarter's reports of decisions not carried out: IVO, revisorerna and fullmäktige, each with its own day and receipt (H3). */
export const ejverkstalldrapport: Decider<EjverkstalldrapportCommand, State, EjverkstalldrapportEvent, EjverkstalldrapportHinder> = {
  category: 'ejverkstalldrapport',
  facts: ejverkstalldrapportFacts,
  initialState: { sandningar: [] },
  namnd: ({ type, data }) => (type === 'RapporteraEjVerkstallda' ? data.namnd : null),

  decide(command, state, { id, at }) {
    const { type, data } = command;
    const fel = provaDagar(data, lokaltDatum(at));
    if (fel !== undefined) return fel;
    const tidigare = state.sandningar.filter(({ kvartal, mottagare }) => kvartal === data.kvartal && mottagare === data.mottagare);
    if (type === 'RapporteraEjVerkstallda') return rapporterad(command, state, tidigare.length > 0, `ejverkstalldrapport:${id.slice(0, 36)}`);
    return tidigare.length > 0 ? [{ type: 'RapportkvittensNoterad', data }] : refuse('RAPPORTEN_FINNS_INTE', 'Den rapporten är inte skickad.');
  },

  evolve(state, event): State {
    switch (event.type) {
      case 'EjVerkstalldaRapporterade': {
        const { ar, kvartal, mottagare, rader } = event.data;
        return { ar, sandningar: [...state.sandningar, { kvartal, mottagare, rader: rader.map(nyckel) }] };
      }
      case 'RapportkvittensNoterad': return state;
      default: return unknownCase(event);
    }
  },
};

const nyckel = ({ beslut, fran, slag }: { readonly beslut: string; readonly fran: string; readonly slag: string }): string => `${beslut} ${fran} ${slag}`;
const rapporterad = (command: Extract<EjverkstalldrapportCommand, { type: 'RapporteraEjVerkstallda' }>, state: State, skickad: boolean, kid: string): readonly EjverkstalldrapportEvent[] | Refusal<EjverkstalldrapportHinder> => {
  const { namnd, ar, kvartal, mottagare, datum, kvittens, rattelse, antal, underlag = [], omgivning } = command.data;
  if (omgivning?.namnd !== true) return refuse('NAMNDEN_FINNS_INTE', 'Nämnden finns inte.');
  if (!(kvartal >= 1 && kvartal <= 4 && ar >= 2008 && ar <= 9998)) return refuse('KVARTALET_FINNS_INTE', 'Ange kvartal 1–4 och år från 2008.');
  const slut = kvartalsslut({ ar, kvartal });
  if (datum <= slut) return refuse('KVARTALET_PAGAR', `Kvartalet slutar ${slut}. Rapporten lämnas efter det.`);
  if (skickad && blank(rattelse)) return refuse('REDAN_RAPPORTERAT', 'Kvartalet är redan rapporterat till den mottagaren. Ange varför rapporten skickas igen.');
  if (underlag.length > RAPPORTRADER_MAX) return refuse('RAPPORTEN_FOR_STOR', `Rapporten har ${underlag.length} rader. Högst ${RAPPORTRADER_MAX} går.`);
  if (antal !== undefined && antal !== underlag.length) return refuse('RADERNA_HAR_ANDRATS', `Rapporten har nu ${underlag.length} rader, inte ${antal}. Läs den igen.`);
  const rader = underlag.map(({ beslut, fran, slag, till, dagar }) => ({ beslut, fran, slag, ...(till !== undefined && { till }), dagar }));
  const { till } = rapportfonster({ ar, kvartal });
  const passed = uphold<EjverkstalldrapportHinder>(command, kid, [
    mottagare === 'ivo' && datum > till && warning('RAPPORTEN_SEN', `Rapporten för kvartal ${kvartal} ${ar} skulle ha lämnats senast ${till} enligt IVO:s rapporteringsperioder. Kontrollera årets period.`),
    skiljerSig(state, kvartal, mottagare, underlag),
  ]);
  if (isRefusal(passed)) return passed;
  return [{
    type: 'EjVerkstalldaRapporterade',
    data: { namnd, ar, kvartal, mottagare, datum, ...(kvittens !== undefined && { kvittens }), rader, grupper: grupperade(underlag), antal: underlag.length, ...(!blank(rattelse) && { rattelse: seal(kid, rattelse) }), ...passed },
  }];
};
/** Revisorerna are told the same rows as IVO, but for those of another municipality's decisions, of which they are not told (34:1, 34:4). */
const skiljerSig = ({ sandningar }: State, kvartal: number, mottagare: Mottagare, underlag: readonly Radunderlag[]) => {
  const annan = mottagare === 'ivo' ? 'revisorerna' : mottagare === 'revisorerna' ? 'ivo' : undefined;
  const andra = sandningar.findLast((en) => en.kvartal === kvartal && en.mottagare === annan);
  if (andra === undefined) return undefined;
  const vistelse = new Set(underlag.filter(({ vistelsekommun }) => vistelsekommun === true).map(nyckel));
  const [egna, deras] = [underlag.map(nyckel), andra.rader].map((alla) => [...alla].filter((en) => !vistelse.has(en)).sort().join('\n'));
  return egna !== deras && warning<EjverkstalldrapportHinder>('RADERNA_SKILJER_SIG', 'IVO och revisorerna ska få samma rader för kvartalet. Det har ändrats sedan den andra rapporten skickades: skicka den igen som rättelse.');
};
/** Numbers, kinds and time elapsed: what fullmäktige is told (34:3, LSS 28 h). */
export const grupperade = (underlag: readonly Radunderlag[]): readonly { readonly lag: Radunderlag['lag']; readonly insats: string; readonly slag: Rapportslag; readonly antal: number; readonly dagar: number }[] => {
  const grupper = new Map<string, { lag: Radunderlag['lag']; insats: string; slag: Rapportslag; antal: number; dagar: number }>();
  for (const { lag, insats, slag, dagar } of underlag) {
    const grupp = grupper.get(`${lag} ${insats} ${slag}`) ?? { lag, insats, slag, antal: 0, dagar: 0 };
    grupper.set(`${lag} ${insats} ${slag}`, { ...grupp, antal: grupp.antal + 1, dagar: grupp.dagar + dagar });
  }
  return [...grupper.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, grupp]) => grupp);
};

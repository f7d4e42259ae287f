import { blank, type Command, type Context, isRefusal, noReason, type Refusal, refuse, seal, streamId, unknownCase, weigh } from '@klubba/kernel';
import { type Delfaendesatt, lokaltDatum, type Overklagandeslag, provaDelgivningssatt } from '@klubba/lagrum';
import type { Paragraf, ParagrafHinder } from './paragraf.decider';
import type { ParagrafEvent } from './paragraf.events';
import { besvarsfristerFor } from './paragraf.lagakraft.projection';
import type { partersfakta, RATTIDSUNDANTAG } from './paragraf.parter.events';

export type PartersCommand =
  /** `antal`: how many decision points the § has, put there by prepare. */
  | Command<'BestamOverklagandeslag', { beslutspunkt?: number; overklagandeslag: Overklagandeslag; lagrum?: string; skal: string; antal?: number }>
  | Command<'RegistreraPart', { person?: string; namn?: string; allman?: boolean }>
  | Command<'StrykPart', { part: string; skal: string }>
  | Command<'NoteraDelfaende', { part: string; mottagare?: string; datum: string; satt: Delfaendesatt; bevis?: string }>
  | Command<'TaEmotOverklagande', { part?: string; av?: string; datum: string }>
  | Command<'ProvaRattid', { overklagande: string; datum: string; undantag?: (typeof RATTIDSUNDANTAG)[number]; skal?: string }>
  | Command<'OverlamnaOverklagande', { overklagande: string; datum: string; domstol: string }>;

type Outcome = readonly ParagrafEvent[] | Refusal<ParagrafHinder>;

/** The parties of a § and what comes in from them: each party has its own time (D3), and the nämnd looks at whether an appeal came in it (FL 45). */
export const decideParter = (command: PartersCommand, state: Paragraf, { id, by, at, command: kommando }: Context): Outcome => {
  const kid = `paragraf:${id}`;
  const { klass } = state;
  if ('datum' in command.data && command.data.datum > lokaltDatum(at)) return refuse('DATUM_I_FRAMTIDEN', `Datumet ${command.data.datum} har inte varit än.`);
  switch (command.type) {
    case 'BestamOverklagandeslag': {
      const { beslutspunkt, overklagandeslag, lagrum, skal, antal } = command.data;
      if (blank(skal)) return noReason();
      if (beslutspunkt !== undefined && !(antal !== undefined && beslutspunkt >= 1 && beslutspunkt <= antal)) return refuse('BESLUTSPUNKTEN_FINNS_INTE', `Beslutet i § ${state.nr} har ingen punkt ${beslutspunkt}.`);
      // D1: it exists only where a special rule gives it (KL 13:3).
      if (overklagandeslag === 'FORVALTNINGSBESVAR' && blank(lagrum)) return refuse('LAGRUM_SAKNAS', 'Ange den bestämmelse som ger rätt att överklaga genom förvaltningsbesvär. Utan en sådan laglighetsprövas beslutet (KL 13 kap. 3 §).', 'KL 13 kap. 3 §');
      if (state.bekraftad !== undefined) return refuse('REDAN_BEKRAFTAD', 'Laga kraft är redan bekräftad.');
      if ((beslutspunkt === undefined ? state.overklagandeslag : state.punktslag.get(beslutspunkt)) === overklagandeslag) return [];
      return [{ type: 'OverklagandeslagBestamt', data: { klass, ...(beslutspunkt !== undefined && { beslutspunkt }), overklagandeslag, ...(lagrum !== undefined && { lagrum }), skal: seal(kid, skal) } }];
    }
    case 'RegistreraPart': {
      const { person, namn, allman = false } = command.data;
      if (person === undefined && blank(namn)) return refuse('NAMN_SAKNAS', 'Ange vem parten är.');
      if (person !== undefined && state.parter.some((en) => en.person === person)) return refuse('PARTEN_FINNS_REDAN', `{person:${person}} är redan part i § ${state.nr}.`);
      return [{ type: 'PartRegistrerad', data: { klass, part: streamId('part', by, kommando), ...(person !== undefined && { person }), ...(namn !== undefined && { namn: seal(kid, namn) }), allman } }];
    }
    case 'StrykPart': {
      const { part, skal } = command.data;
      if (!state.parter.some((en) => en.part === part)) return ingenPart(state);
      if (blank(skal)) return noReason();
      return [{ type: 'PartStruken', data: { klass, part, skal: seal(kid, skal) } }];
    }
    case 'NoteraDelfaende': {
      const { part, mottagare, datum, satt, bevis } = command.data;
      const parten = state.parter.findIndex((en) => en.part === part);
      if (parten < 0) return ingenPart(state);
      if (datum < state.datum) return refuse('DELFAENDE_FORE_BESLUTET', `Dagen då part ${parten + 1} fick del av beslutet (${datum}) ligger före beslutet (${state.datum}). Kontrollera datum.`);
      const forr = state.parter[parten]!.delfaenden.find((en) => en.mottagare === mottagare);
      if (forr?.datum === datum && forr.satt === satt) return [];
      const passed = weigh<ParagrafHinder>(command, kid, [
        // Where it was sent to a mottagare the way was weighed there.
        mottagare === undefined && provaDelgivningssatt(satt),
      ]);
      return isRefusal(passed) ? passed : [{ type: 'DelfaendeNoterat', data: { klass, part, ...(mottagare !== undefined && { mottagare }), datum, satt, ...(bevis !== undefined && { bevis: seal(kid, bevis) }), ...passed } }];
    }
    case 'TaEmotOverklagande': {
      const { part, av, datum } = command.data;
      if (part !== undefined && !state.parter.some((en) => en.part === part)) return ingenPart(state);
      if (part === undefined && blank(av)) return refuse('NAMN_SAKNAS', 'Ange vem som överklagar.');
      if (datum < state.datum) return refuse('OVERKLAGANDE_FORE_BESLUTET', `Överklagandet ${datum} ligger före beslutet ${state.datum}. Kontrollera datum.`);
      return [{ type: 'OverklagandeInkommet', data: { klass, overklagande: streamId('overklagande', by, kommando), ...(part !== undefined && { part }), ...(av !== undefined && { av: seal(kid, av) }), datum } }];
    }
    case 'ProvaRattid': {
      const { overklagande, datum, undantag, skal } = command.data;
      const ett = state.overklaganden.find((en) => en.overklagande === overklagande);
      if (ett === undefined) return ingetOverklagande;
      if (ett.iTid !== undefined) return refuse('RATTID_REDAN_PROVAD', 'Det är redan prövat om överklagandet kom in i rätt tid.');
      // At laglighetsprövning the court is the one that looks (KL 13:5–6); FL 45 is switched off by FL 2.
      if (!harBesvar(state)) return refuse('RATTID_PROVAS_AV_DOMSTOLEN', 'Vid laglighetsprövning prövar förvaltningsrätten om överklagandet kom in i rätt tid. Överlämna det.', 'KL 13 kap. 5 §');
      if (datum < ett.datum) return refuse('FORE_OVERKLAGANDET', `Överklagandet kom in först ${ett.datum}.`);
      const sista = besvarsfristerFor(state).parter.find((_, i) => state.parter[i]!.part === ett.part)?.sista ?? undefined;
      const sent = sista !== undefined && ett.datum > sista;
      if (sent && undantag !== undefined && blank(skal)) return noReason();
      const iTid = !sent || undantag !== undefined;
      return [{ type: 'RattidProvad', data: { klass, overklagande, datum, ...(sista !== undefined && { sista }), iTid, ...(sent && undantag !== undefined && { undantag }), ...(skal !== undefined && { skal: seal(kid, skal) }) } }];
    }
    case 'OverlamnaOverklagande': {
      const { overklagande, datum, domstol } = command.data;
      const ett = state.overklaganden.find((en) => en.overklagande === overklagande);
      if (ett === undefined) return ingetOverklagande;
      if (ett.overlamnat !== undefined) return refuse('REDAN_OVERLAMNAT', `Överklagandet överlämnades ${ett.overlamnat}.`);
      if (datum < ett.datum) return refuse('FORE_OVERKLAGANDET', `Överklagandet kom in först ${ett.datum}.`);
      if (harBesvar(state) && ett.iTid === undefined) return refuse('RATTID_EJ_PROVAD', 'Pröva först om överklagandet kom in i rätt tid (FL 45 §).', 'FL 45 §');
      if (ett.iTid === false) return refuse('KOM_IN_FOR_SENT', 'Överklagandet kom in för sent och ska avvisas, inte överlämnas (FL 45 §).', 'FL 45 §');
      return [{ type: 'OverklagandeOverlamnat', data: { klass, overklagande, datum, domstol: seal(kid, domstol) } }];
    }
    default: return unknownCase(command);
  }
};

/** Some part of the decision is appealed through the nämnd. */
const harBesvar = ({ overklagandeslag, punktslag }: Paragraf): boolean => [overklagandeslag, ...punktslag.values()].includes('FORVALTNINGSBESVAR');
const ingenPart = ({ nr }: Paragraf): Refusal<ParagrafHinder> => refuse('PARTEN_FINNS_INTE', `Parten finns inte i § ${nr}.`);
const ingetOverklagande = refuse<ParagrafHinder>('OVERKLAGANDET_FINNS_INTE', 'Överklagandet finns inte.');
export const evolveParter = (state: Paragraf, event: Extract<ParagrafEvent, { type: keyof typeof partersfakta }>): Paragraf => {
  switch (event.type) {
    case 'OverklagandeslagBestamt': {
      const { beslutspunkt, overklagandeslag } = event.data;
      return beslutspunkt === undefined ? { ...state, overklagandeslag } : { ...state, punktslag: new Map(state.punktslag).set(beslutspunkt, overklagandeslag) };
    }
    case 'PartRegistrerad': {
      const { part, person, allman } = event.data;
      return { ...state, parter: [...state.parter, { part, ...(person !== undefined && { person }), allman, delfaenden: [] }] };
    }
    case 'PartStruken': return { ...state, parter: state.parter.filter(({ part }) => part !== event.data.part) };
    case 'DelfaendeNoterat': {
      const { part, mottagare, datum, satt } = event.data;
      return { ...state, parter: state.parter.map((en) => (en.part === part ? { ...en, delfaenden: [...en.delfaenden.filter((ett) => ett.mottagare !== mottagare), { ...(mottagare !== undefined && { mottagare }), datum, satt }] } : en)) };
    }
    case 'OverklagandeInkommet': {
      const { overklagande, part, datum } = event.data;
      return { ...state, overklaganden: [...state.overklaganden, { overklagande, ...(part !== undefined && { part }), datum }] };
    }
    case 'RattidProvad': {
      const { overklagande, iTid } = event.data;
      const { bekraftad: _, ...obekraftad } = state;
      return { ...(iTid ? obekraftad : state), overklaganden: state.overklaganden.map((en) => (en.overklagande === overklagande ? { ...en, iTid } : en)) };
    }
    case 'OverklagandeOverlamnat': return { ...state, overklaganden: state.overklaganden.map((en) => (en.overklagande === event.data.overklagande ? { ...en, overlamnat: event.data.datum } : en)) };
    default: return unknownCase(event);
  }
};

import { type Command, type Decider, isRefusal, refuse, seal, type Sekretessklass, unknownCase, warning, weigh } from '@klubba/kernel';
import { type Delfaendesatt, type Overklagandeslag, provaDatum, provaLagaKraftText } from '@klubba/lagrum';
import { paragrafFacts, type ParagrafEvent } from './paragraf.events';
import { lagaKraftFor } from './paragraf.lagakraft.projection';
import { decideParter, evolveParter, type PartersCommand } from './paragraf.parter.decider';
import type { Paragrafanslag } from './paragraf.projection';

export type ParagrafCommand =
  | Command<'OppnaParagraf', { namnd: string; sammantrade: string; ar: number; nr: number; datum: string; beslutstyp: string; overklagandeslag: Overklagandeslag; arende?: string; klass: Sekretessklass }>
  | Command<'NoteraKlass', { klass: Sekretessklass }>
  | Command<'NoteraJustering', { omgang: number; omedelbar: boolean; datum: string }>
  | Command<'NoteraAnslag', { omgang: number; datum: string }>
  | Command<'NoteraNedtagning', { anslaget: string; datum: string; brutet: boolean }>
  | Command<'NoteraAvbrott', { anslaget: string; datum: string; brutet: boolean }>
  | Command<'RattaParagraf', { beslutspunkt?: number; text: string; slag: 'skrivfel' | 'saklig'; datum: string; skal: string }>
  | Command<'FragaOmLagaKraft', { domstol: string; datum: string }>
  | Command<'BekraftaLagaKraft', { datum: string; kalla: string }>
  | Command<'NoteraOverklagande', { mal: string; datum: string }>
  | Command<'IntygaLagaKraft', { datum: string }>
  | PartersCommand;

export type ParagrafHinder =
  | 'PARAGRAFEN_FINNS_REDAN' | 'PARAGRAFEN_FINNS_INTE' | 'DATUM_FINNS_INTE' | 'BESLUT_SKRIVS_INTE_OVER' | 'EJ_JUSTERAD'
  | 'EJ_OVERKLAGBART' | 'LAGA_KRAFT_EJ_BERAKNAD' | 'LAGA_KRAFT_OBESTAMD' | 'LAGA_KRAFT_EJ_BEKRAFTAD' | 'REDAN_BEKRAFTAD' | 'DOMSTOLEN_EJ_TILLFRAGAD' | 'BEKRAFTAD_FORE_TIDIGAST'
  | 'DATUM_I_FRAMTIDEN' | 'SKAL_SAKNAS' | 'NAMN_SAKNAS' | 'LAGRUM_SAKNAS' | 'BESLUTSPUNKTEN_FINNS_INTE' | 'PARTEN_FINNS_INTE' | 'PARTEN_FINNS_REDAN' | 'DELFAENDE_FORE_BESLUTET' | 'DELGIVNINGSSATT_I_SOCIALTJANST'
  | 'OVERKLAGANDET_FINNS_INTE' | 'OVERKLAGANDE_FORE_BESLUTET' | 'FORE_OVERKLAGANDET' | 'RATTID_REDAN_PROVAD' | 'RATTID_PROVAS_AV_DOMSTOLEN' | 'RATTID_EJ_PROVAD' | 'KOM_IN_FOR_SENT' | 'REDAN_OVERLAMNAT';

/** A § as its rules see it: no texts and nothing sealed. */
export type Paragraf = {
  readonly sammantrade: string;
  readonly nr: number;
  readonly datum: string;
  readonly klass: Sekretessklass;
  readonly overklagandeslag: Overklagandeslag;
  /** Of decision points that are appealed in another way than the §. */
  readonly punktslag: ReadonlyMap<number, Overklagandeslag>;
  readonly parter: readonly { readonly part: string; readonly person?: string; readonly allman: boolean; readonly delfaenden: readonly { readonly mottagare?: string; readonly datum: string; readonly satt: Delfaendesatt }[] }[];
  readonly overklaganden: readonly { readonly overklagande: string; readonly part?: string; readonly datum: string; readonly iTid?: boolean; readonly overlamnat?: string }[];
  readonly justerad: boolean;
  readonly anslag: readonly Paragrafanslag[];
  readonly fragad?: { readonly datum: string };
  readonly overklagad?: { readonly datum: string };
  readonly bekraftad?: { readonly datum: string; readonly efterOverklagande: boolean };
};
type State = { readonly skede: 'finns inte' } | ({ readonly skede: 'finns' } & Paragraf);

/** A § after the klubbslag: justering and anslag are told from the meeting; rättelse and laga kraft are decided here (D2, D8). */
export const paragraf: Decider<ParagrafCommand, State, ParagrafEvent, ParagrafHinder> = {
  category: 'paragraf',
  facts: paragrafFacts,
  initialState: { skede: 'finns inte' },
  namnd: ({ type, data }) => (type === 'OppnaParagraf' ? data.namnd : null),

  decide(command, state, context) {
    const { id } = context;
    const kid = `paragraf:${id}`;
    const noDay = 'datum' in command.data ? provaDatum(command.data.datum) : undefined;
    if (noDay !== undefined) return { hinder: [noDay] };
    if (command.type === 'OppnaParagraf') {
      const { namnd: _, ...data } = command.data;
      if (state.skede === 'finns') return state.nr === data.nr ? [] : refuse('PARAGRAFEN_FINNS_REDAN', `Paragrafen finns redan som § ${state.nr}.`);
      return [{ type: 'ParagrafOppnad', data }];
    }
    if (state.skede === 'finns inte') return refuse('PARAGRAFEN_FINNS_INTE', 'Paragrafen finns inte.');
    const { lage, tidigast } = lagaKraftFor(state);

    switch (command.type) {
      case 'NoteraKlass': return command.data.klass === state.klass ? [] : [{ type: 'ParagrafensKlassAndrad', data: command.data }];
      case 'NoteraJustering': return state.justerad ? [] : [{ type: 'ParagrafJusterad', data: command.data }];
      case 'NoteraAnslag': return [{ type: 'AnslagNoterat', data: command.data }];
      case 'NoteraNedtagning': return [{ type: 'NedtagningNoterad', data: command.data }];
      case 'NoteraAvbrott': return [{ type: 'AvbrottNoterat', data: command.data }];

      case 'RattaParagraf': {
        const { slag, beslutspunkt, text, datum, skal } = command.data;
        if (slag === 'saklig') return refuse('BESLUT_SKRIVS_INTE_OVER', `Ett fattat beslut skrivs inte över. Fatta ett nytt beslut med hänvisning till § ${state.nr} ${state.datum} och ange lagrum.`);
        if (!state.justerad) return refuse('EJ_JUSTERAD', `§ ${state.nr} är inte justerad. Rätta den före justeringen.`);
        return [{ type: 'ParagrafRattad', data: { klass: state.klass, ...(beslutspunkt !== undefined && { beslutspunkt }), text: seal(kid, text), datum, skal: seal(kid, skal), sammantrade: state.sammantrade } }];
      }

      case 'FragaOmLagaKraft':
        if (lage === 'EJ_OVERKLAGBART') return kanInteOverklagas;
        if (lage === 'BEKRAFTAD' || lage === 'AVGJORD_LAGA_KRAFT') return refuse('REDAN_BEKRAFTAD', 'Laga kraft är redan bekräftad.');
        return [{ type: 'LagaKraftEfterfragad', data: { domstol: seal(kid, command.data.domstol), datum: command.data.datum } }];
      case 'BekraftaLagaKraft': {
        const { datum, kalla } = command.data;
        if (lage === 'EJ_OVERKLAGBART') return kanInteOverklagas;
        if (lage === 'BEKRAFTAD' || lage === 'AVGJORD_LAGA_KRAFT') return refuse('REDAN_BEKRAFTAD', 'Laga kraft är redan bekräftad.');
        const overklagad = lage === 'OVERKLAGAD';
        const passed = weigh<ParagrafHinder>(command, kid, [
          // [I]: only the court knows, and an appeal may still be in its post on the last day.
          state.fragad === undefined && !overklagad && warning('DOMSTOLEN_EJ_TILLFRAGAD', 'Ingen fråga till domstolen är antecknad. Ange hur det är känt att beslutet inte har överklagats (KL 13 kap. 4 §).', 'KL 13 kap. 4 §'),
          tidigast !== undefined && datum < tidigast && warning('BEKRAFTAD_FORE_TIDIGAST', `Beskedet är från ${datum}, men laga kraft är tidigast ${tidigast}. Ett överklagande kan ha kommit in efteråt.`),
        ]);
        return isRefusal(passed) ? passed : [{ type: 'LagaKraftBekraftad', data: { datum, kalla: seal(kid, kalla), efterOverklagande: overklagad, ...passed } }];
      }
      case 'NoteraOverklagande':
        return [{ type: 'OverklagandeNoterat', data: { mal: seal(kid, command.data.mal), datum: command.data.datum } }];
      case 'IntygaLagaKraft': {
        if (lage === 'EJ_OVERKLAGBART') return kanInteOverklagas;
        if (lage === 'EJ_BERAKNAD') return refuse('LAGA_KRAFT_EJ_BERAKNAD', 'Laga kraft kan inte beräknas: anslagsdatum saknas.');
        if (lage === 'OBESTAMD') return refuse('LAGA_KRAFT_OBESTAMD', 'Laga kraft kan inte beräknas: anslaget har inte suttit uppe hela tiden (gör nytt anslag, C5).');
        const passed = weigh<ParagrafHinder>(command, kid, [provaLagaKraftText('Beslutet har fått laga kraft', lage === 'BEKRAFTAD' || lage === 'AVGJORD_LAGA_KRAFT')]);
        return isRefusal(passed) ? passed : [{ type: 'LagaKraftIntygad', data: { datum: command.data.datum, ...passed } }];
      }
      case 'BestamOverklagandeslag': case 'RegistreraPart': case 'StrykPart': case 'NoteraDelfaende': case 'TaEmotOverklagande': case 'ProvaRattid': case 'OverlamnaOverklagande':
        return decideParter(command, state, context);
      default: return unknownCase(command);
    }
  },

  evolve(state, event): State {
    if (event.type === 'ParagrafOppnad') {
      const { sammantrade, nr, datum, klass, overklagandeslag } = event.data;
      return { skede: 'finns', sammantrade, nr, datum, klass, overklagandeslag, punktslag: new Map(), parter: [], overklaganden: [], justerad: false, anslag: [] };
    }
    if (state.skede === 'finns inte') return state;
    switch (event.type) {
      case 'ParagrafensKlassAndrad': return { ...state, klass: event.data.klass };
      case 'ParagrafJusterad': return { ...state, justerad: true };
      case 'AnslagNoterat': return { ...state, anslag: [...state.anslag, { ...event.data, brutet: false }] };
      case 'NedtagningNoterad': case 'AvbrottNoterat': {
        const { anslaget, brutet } = event.data;
        return brutet ? { ...state, anslag: state.anslag.map((ett) => (ett.datum === anslaget ? { ...ett, brutet } : ett)) } : state;
      }
      case 'ParagrafRattad': case 'LagaKraftIntygad': return state;
      case 'LagaKraftEfterfragad': return { ...state, fragad: { datum: event.data.datum } };
      case 'LagaKraftBekraftad': return { ...state, bekraftad: { datum: event.data.datum, efterOverklagande: event.data.efterOverklagande } };
      case 'OverklagandeNoterat': {
        // An appeal that was found after the answer: what was confirmed no longer is.
        const { bekraftad: _, ...rest } = state;
        return { ...rest, overklagad: { datum: event.data.datum } };
      }
      case 'OverklagandeslagBestamt': case 'PartRegistrerad': case 'PartStruken': case 'DelfaendeNoterat': case 'OverklagandeInkommet': case 'RattidProvad': case 'OverklagandeOverlamnat':
        return { skede: 'finns', ...evolveParter(state, event) };
      default: return unknownCase(event);
    }
  },
};

/** D1.3, M 5: a remissvar gets no date, and so there is nothing to ask, confirm or certify. */
const kanInteOverklagas = refuse<ParagrafHinder>('EJ_OVERKLAGBART', 'Beslutet kan inte överklagas och får därför inget datum för laga kraft (KL 13 kap. 2 §).', 'KL 13 kap. 2 §');

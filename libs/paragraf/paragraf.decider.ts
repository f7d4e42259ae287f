import { type Delfaendesatt, namndenAvgor, type Overklagandeslag, provaDatum, provaLagaKraftText } from '@klubba/lagrum';
import { type OVERSATTNINGSSPRAK, type ParagrafEvent, paragrafFacts } from './paragraf.events';
import { type Command, type Decider, isRefusal, refuse, seal, type Sekretessklass, streamId, unknownCase, warning, weigh } from '@klubba/kernel';
import { lagaKraftFor } from './paragraf.lagakraft.projection';
import { decideParter, evolveParter, type PartersCommand } from './paragraf.parter.decider';
import type { Paragrafanslag } from './paragraf.projection';

export type ParagrafCommand =
  | Command<'OppnaParagraf', { namnd: string; sammantrade: string; ar: number; nr: number; datum: string; beslutstyp: string; overklagandeslag: Overklagandeslag; arende?: string; klass: Sekretessklass; bokstav?: string }>
  | Command<'OppnaParagraf', { namnd: string; sammantrade: string; ar: number; nr: number; datum: string; beslutstyp: string; overklagandeslag: Overklagandeslag; arende?: string; klass: Sekretessklass; beredande?: boolean }>
  | Command<'NoteraKlass', { klass: Sekretessklass }>
  | Command<'NoteraJustering', { omgang: number; omedelbar: boolean; datum: string }>
  | Command<'NoteraAnslag', { omgang: number; datum: string }>
  | Command<'NoteraNedtagning', { anslaget: string; datum: string; brutet: boolean }>
  | Command<'NoteraAvbrott', { anslaget: string; datum: string; brutet: boolean }>
  | Command<'RattaParagraf', { beslutspunkt?: number; text: string; slag: 'skrivfel' | 'saklig'; datum: string; skal: string }>
  | Command<'NoteraAndring', Senare & { grund: Extract<ParagrafEvent, { type: 'ParagrafAndrad' }>['data']['grund'] }>
  | Command<'NoteraForslagsbehandling', Senare & { beslutstyp: string }>
  /** `ombud`: the party has a lawyer or another to help. */
  | Command<'NoteraOversattningsbegaran', { sprak: Oversattningssprak; annatSprak?: string; av: string; datum: string; ombud?: boolean }>
  | Command<'NoteraOversattning', { begaran: string; datum: string }>
  | Command<'FragaOmLagaKraft', { domstol: string; datum: string }>
  | Command<'BekraftaLagaKraft', { datum: string; kalla: string }>
  | Command<'NoteraOverklagande', { mal: string; datum: string }>
  | Command<'IntygaLagaKraft', { datum: string }>
  | PartersCommand;

type Senare = { readonly paragraf: string; readonly namnd: string; readonly ar: number; readonly nr: number; readonly bokstav?: string; readonly datum: string };
type Oversattningssprak = (typeof OVERSATTNINGSSPRAK)[number];

export type ParagrafHinder =
  | 'BESLUTET_AVGOR_ETT_FORSLAG' | 'SPRAKET_SAKNAS' | 'PARTEN_HAR_OMBUD' | 'EJ_MINORITETSSPRAK' | 'BEGARAN_FINNS_INTE'
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
  readonly beslutstyp: string;
  readonly overklagandeslag: Overklagandeslag;
  /** Of decision points that are appealed in another way than the §. */
  readonly punktslag: ReadonlyMap<number, Overklagandeslag>;
  readonly parter: readonly { readonly part: string; readonly person?: string; readonly allman: boolean; readonly delfaenden: readonly { readonly mottagare?: string; readonly datum: string; readonly satt: Delfaendesatt }[] }[];
  readonly overklaganden: readonly { readonly overklagande: string; readonly part?: string; readonly datum: string; readonly iTid?: boolean; readonly overlamnat?: string }[];
  readonly justerad: boolean;
  /** Later §§ that it has been told of. */
  readonly senare: readonly string[];
  readonly oversattningar: readonly { readonly begaran: string; readonly lamnad: boolean }[];
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
    const { id, by, command: kommando } = context;
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
        const passed = weigh<ParagrafHinder>(command, kid, [
          // D6: what was proposed to another organ does not become a decision by being mended.
          FORSLAG.includes(state.beslutstyp) && namndenAvgor(text) && warning('BESLUTET_AVGOR_ETT_FORSLAG', `§ ${state.nr} är ett förslag till ett annat organ, men den nya lydelsen är skriven som om nämnden avgjorde det. Ange skäl (KL 5 kap. 1 §).`, 'KL 5 kap. 1 §'),
        ]);
        return isRefusal(passed) ? passed : [{ type: 'ParagrafRattad', data: { klass: state.klass, ...(beslutspunkt !== undefined && { beslutspunkt }), text: seal(kid, text), datum, skal: seal(kid, skal), sammantrade: state.sammantrade, ...passed } }];
      }
      case 'NoteraAndring': return state.senare.includes(command.data.paragraf) ? [] : [{ type: 'ParagrafAndrad', data: command.data }];
      case 'NoteraForslagsbehandling': return state.senare.includes(command.data.paragraf) ? [] : [{ type: 'ForslagBehandlat', data: command.data }];

      case 'NoteraOversattningsbegaran': {
        const { sprak, annatSprak, av, datum, ombud } = command.data;
        if ((sprak === 'annat') !== (annatSprak !== undefined)) return refuse('SPRAKET_SAKNAS', 'Ange vilket språket är när det inte är finska, meänkieli eller samiska, och bara då.');
        const passed = weigh<ParagrafHinder>(command, kid, [
          sprak !== 'annat' && ombud === true && warning('PARTEN_HAR_OMBUD', 'Rätten till översättning gäller den part som saknar juridiskt biträde (MIN 8 §). Ange skäl.', 'MIN 8 §'),
          sprak === 'annat' && warning('EJ_MINORITETSSPRAK', 'MIN 8 § gäller finska, meänkieli och samiska. För andra språk översätts handlingen om det behövs för att parten ska kunna ta till vara sin rätt (FL 13 §). Ange skäl.', 'FL 13 §'),
        ]);
        if (isRefusal(passed)) return passed;
        return [{ type: 'OversattningBegard', data: { begaran: streamId('oversattning', by, kommando), sprak, ...(annatSprak !== undefined && { annatSprak: seal(kid, annatSprak) }), av: seal(kid, av), datum, ...passed } }];
      }
      case 'NoteraOversattning': {
        const begard = state.oversattningar.find(({ begaran }) => begaran === command.data.begaran);
        if (begard === undefined) return refuse('BEGARAN_FINNS_INTE', 'Begäran om översättning är inte antecknad.');
        return begard.lamnad ? [] : [{ type: 'OversattningLamnad', data: command.data }];
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
        // A question to the court does not make a day of what has none.
        const { fragad: _, ...ofragad } = state;
        const raknad = lagaKraftFor(ofragad);
        if (raknad.lage === 'EJ_BERAKNAD') return refuse('LAGA_KRAFT_EJ_BERAKNAD', raknad.text);
        if (raknad.lage === 'OBESTAMD') return refuse('LAGA_KRAFT_OBESTAMD', raknad.text);
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
      const { sammantrade, nr, datum, klass, beslutstyp, overklagandeslag } = event.data;
      return { skede: 'finns', sammantrade, nr, datum, klass, beslutstyp, overklagandeslag, punktslag: new Map(), parter: [], overklaganden: [], justerad: false, anslag: [], senare: [], oversattningar: [] };
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
      case 'ParagrafAndrad': case 'ForslagBehandlat': return { ...state, senare: [...state.senare, event.data.paragraf] };
      case 'OversattningBegard': return { ...state, oversattningar: [...state.oversattningar, { begaran: event.data.begaran, lamnad: false }] };
      case 'OversattningLamnad': return { ...state, oversattningar: state.oversattningar.map((en) => (en.begaran === event.data.begaran ? { ...en, lamnad: true } : en)) };
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

const FORSLAG: readonly string[] = ['foresla_ks', 'foresla_kf'];

/** D1.3, M 5: a remissvar gets no date, and so there is nothing to ask, confirm or certify. */
const kanInteOverklagas = refuse<ParagrafHinder>('EJ_OVERKLAGBART', 'Beslutet kan inte överklagas och får därför inget datum för laga kraft (KL 13 kap. 2 §).', 'KL 13 kap. 2 §');

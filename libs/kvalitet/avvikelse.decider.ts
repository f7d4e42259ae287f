import { type Command, type Context, type Decider, isRefusal, refuse, type Refusal, seal, type Sekretessklass, streamId, unknownCase, uphold, warning } from '@klubba/kernel';
import { lokaltDatum, lokalTid, provaDatum } from '@klubba/lagrum';
import { type AVVIKELSEEFFEKTER, avvikelseFacts, type AvvikelseEvent } from './avvikelse.events';
import { provaIncident } from './avvikelse.frister';
import { type Borjan, type GemensamtHinder, provaBorjan, provaDagar } from './kvalitet.register';

type Bedomning = { readonly allvar: number; readonly upprepningsrisk?: number };
export type RegistreraAvvikelse = Borjan & Bedomning & {
  readonly kategori: string;
  readonly enhet: string;
  readonly inkom: string;
  readonly intraffade?: string;
  readonly text: string;
  readonly klagomal?: string;
  readonly lexsarah?: string;
  /** Put there by prepare: the complaint is there, in this nämnd. */
  readonly klagomalet?: boolean;
};
export type AvvikelseCommand =
  | Command<'RegistreraAvvikelse', RegistreraAvvikelse>
  | Command<'BedomAvvikelse', Bedomning & { datum: string; kategori?: string; enhet?: string; skal: string }>
  | Command<'KopplaAvvikelse', { lexsarah: string }>
  | Command<'BeslutaAvvikelseatgard', { datum: string; text: string; ansvarig: string; senast: string }>
  | Command<'AndraAvvikelseatgard', { atgard: string; ansvarig?: string; senast?: string; skal: string }>
  | Command<'GenomforAvvikelseatgard', { atgard: string; datum: string; text?: string }>
  | Command<'FoljUppAvvikelse', { datum: string; effekt: (typeof AVVIKELSEEFFEKTER)[number]; text: string }>
  | Command<'NoteraIncident', { upptackt: string }>
  | Command<'AnmalIncident', { anmald: string; nummer?: string }>
  | Command<'AvskrivIncident', { datum: string; skal: string }>
  | Command<'AvslutaAvvikelse', { datum: string }>
  | Command<'AteroppnaAvvikelse', { datum: string; skal: string }>
  | Command<'StrykAvvikelse', { skal: string }>;

export type AvvikelseHinder =
  | GemensamtHinder | 'AVVIKELSEN_FINNS_REDAN' | 'AVVIKELSEN_FINNS_INTE' | 'AVVIKELSEN_AR_STRUKEN' | 'AVVIKELSEN_AR_AVSLUTAD' | 'AVVIKELSEN_AR_OPPEN' | 'GRADEN_FINNS_INTE' | 'KLAGOMALET_FINNS_INTE' | 'ATGARDEN_FINNS_INTE'
  | 'ATGARDEN_AR_GENOMFORD' | 'INGET_ANDRAS' | 'ATGARDER_KVAR' | 'UPPFOLJNING_SAKNAS' | 'INCIDENT_SAKNAS' | 'INCIDENTEN_AR_KLAR' | 'INCIDENTEN_KVAR' | 'INCIDENTEN_SENT_ANMALD';

type Atgard = { readonly id: string; readonly beslutad: string; readonly genomford: boolean };
type State = { readonly skede: 'finns inte' } | {
  readonly skede: 'oppen' | 'avslutad' | 'struken'; readonly klass: Sekretessklass; readonly inkom: string; readonly atgarder: readonly Atgard[]; readonly foljdUpp: boolean; readonly incident?: { readonly upptackt: string; readonly klar: boolean };
};
type Finns = Exclude<State, { skede: 'finns inte' }>;

/** A deviation: how grave, what is done about it and by whom, and whether that helped (H2). */
export const avvikelse: Decider<AvvikelseCommand, State, AvvikelseEvent, AvvikelseHinder> = {
  category: 'avvikelse',
  facts: avvikelseFacts,
  initialState: { skede: 'finns inte' },
  namnd: ({ type, data }) => (type === 'RegistreraAvvikelse' ? data.namnd : null),

  decide(command, state, context) {
    const { type, data } = command;
    const kid = `avvikelse:${context.id}`;
    const idag = lokaltDatum(context.at);
    const fel = provaDagar(data, idag, state.skede === 'finns inte' ? undefined : { dag: state.inkom, vad: 'den dag då avvikelsen blev känd' }) ?? provaGrader(data);
    if (fel !== undefined) return fel;
    if (type === 'RegistreraAvvikelse') return state.skede === 'finns inte' ? registrerad(data, kid) : refuse('AVVIKELSEN_FINNS_REDAN', 'Avvikelsen är redan registrerad.');
    if (state.skede === 'finns inte') return refuse('AVVIKELSEN_FINNS_INTE', 'Avvikelsen finns inte.');
    if (state.skede === 'struken') return refuse('AVVIKELSEN_AR_STRUKEN', 'Avvikelsen är struken.');
    const { klass } = state;
    if (type === 'AteroppnaAvvikelse') return state.skede === 'avslutad' ? [{ type: 'AvvikelseAteroppnad', data: { klass, datum: data.datum, skal: seal(kid, data.skal) } }] : refuse('AVVIKELSEN_AR_OPPEN', 'Avvikelsen är inte avslutad.');
    if (state.skede === 'avslutad') return refuse('AVVIKELSEN_AR_AVSLUTAD', 'Avvikelsen är avslutad. Öppna den igen först.');

    switch (type) {
      case 'BedomAvvikelse': return [{ type: 'AvvikelseBedomd', data: { klass, ...data, skal: seal(kid, data.skal) } }];
      case 'KopplaAvvikelse': return [{ type: 'AvvikelseKopplad', data: { klass, ...data } }];
      case 'BeslutaAvvikelseatgard': {
        if (data.senast < data.datum) return refuse('DATUM_I_FEL_ORDNING', `Åtgärden kan inte vara klar ${data.senast}, före beslutet ${data.datum}.`);
        return [{ type: 'AvvikelseatgardBeslutad', data: { klass, atgard: streamId('avvikelseatgard', context.id, context.command), datum: data.datum, text: seal(kid, data.text), ansvarig: seal(kid, data.ansvarig), senast: data.senast } }];
      }
      case 'AndraAvvikelseatgard': {
        const { atgard, ansvarig, senast, skal } = data;
        if (ansvarig === undefined && senast === undefined) return refuse('INGET_ANDRAS', 'Ange ny ansvarig eller ny dag.');
        return oppenAtgard(state, atgard, senast) ?? [{ type: 'AvvikelseatgardAndrad', data: { klass, atgard, ...(ansvarig !== undefined && { ansvarig: seal(kid, ansvarig) }), ...(senast !== undefined && { senast }), skal: seal(kid, skal) } }];
      }
      case 'GenomforAvvikelseatgard': {
        const { atgard, datum, text } = data;
        return oppenAtgard(state, atgard, datum) ?? [{ type: 'AvvikelseatgardGenomford', data: { klass, atgard, datum, ...(text !== undefined && { text: seal(kid, text) }) } }];
      }
      case 'FoljUppAvvikelse': return [{ type: 'AvvikelseFoljdUpp', data: { klass, ...data, text: seal(kid, data.text) } }];
      case 'NoteraIncident': return provaStund(data.upptackt, context) ?? (state.incident === undefined ? [{ type: 'IncidentUpptackt', data: { klass, ...data } }] : refuse('INCIDENTEN_AR_KLAR', 'Incidenten är redan antecknad.'));
      case 'AnmalIncident': {
        const stop = oppenIncident(state) ?? provaStund(data.anmald, context, state.incident!.upptackt);
        if (stop !== undefined) return stop;
        const passed = uphold<AvvikelseHinder>(command, kid, [provaIncident(state.incident!.upptackt, data.anmald)]);
        return isRefusal(passed) ? passed : [{ type: 'IncidentAnmald', data: { klass, ...data, ...passed } }];
      }
      case 'AvskrivIncident': return oppenIncident(state) ?? [{ type: 'IncidentEjAnmald', data: { klass, datum: data.datum, skal: seal(kid, data.skal) } }];
      case 'AvslutaAvvikelse': {
        const kvar = state.atgarder.filter(({ genomford }) => !genomford).length;
        const passed = uphold<AvvikelseHinder>(command, kid, [
          kvar > 0 && warning('ATGARDER_KVAR', `${kvar === 1 ? 'En åtgärd är' : `${kvar} åtgärder är`} inte genomförd${kvar === 1 ? '' : 'a'}.`),
          state.atgarder.length > 0 && !state.foljdUpp && warning('UPPFOLJNING_SAKNAS', 'Åtgärderna är inte uppföljda: säg om de hjälpte.'),
          state.incident?.klar === false && warning('INCIDENTEN_KVAR', 'Incidenten är varken anmäld till IMY eller bedömd att inte behöva anmälas (dataskyddsförordningen art. 33).'),
        ]);
        return isRefusal(passed) ? passed : [{ type: 'AvvikelseAvslutad', data: { klass, datum: data.datum, ...passed } }];
      }
      case 'StrykAvvikelse': return [{ type: 'AvvikelseStruken', data: { klass, skal: seal(kid, data.skal) } }];
      default: return unknownCase(command as never);
    }
  },

  evolve(state, event): State {
    if (event.type === 'AvvikelseRegistrerad') return { skede: 'oppen', klass: event.data.klass, inkom: event.data.inkom, atgarder: [], foljdUpp: false };
    if (state.skede === 'finns inte') return state;
    switch (event.type) {
      case 'AvvikelseBedomd': case 'AvvikelseKopplad': case 'AvvikelseatgardAndrad': return state;
      case 'AvvikelseatgardBeslutad': return { ...state, foljdUpp: false, atgarder: [...state.atgarder, { id: event.data.atgard, beslutad: event.data.datum, genomford: false }] };
      case 'AvvikelseatgardGenomford': return { ...state, atgarder: state.atgarder.map((en) => (en.id === event.data.atgard ? { ...en, genomford: true } : en)) };
      case 'AvvikelseFoljdUpp': return { ...state, foljdUpp: true };
      case 'IncidentUpptackt': return { ...state, incident: { upptackt: event.data.upptackt, klar: false } };
      case 'IncidentAnmald': case 'IncidentEjAnmald': return state.incident === undefined ? state : { ...state, incident: { ...state.incident, klar: true } };
      case 'AvvikelseAvslutad': return { ...state, skede: 'avslutad' };
      case 'AvvikelseAteroppnad': return { ...state, skede: 'oppen' };
      case 'AvvikelseStruken': return { ...state, skede: 'struken' };
      default: return unknownCase(event);
    }
  },
};

const registrerad = ({ omgivning, klagomalet, text, klass = 'sekretess', ...data }: RegistreraAvvikelse, kid: string): readonly AvvikelseEvent[] | Refusal<AvvikelseHinder> => {
  const fel = provaBorjan({ ...data, klass, ...(omgivning !== undefined && { omgivning }) });
  if (fel !== undefined) return fel;
  const ingenDag = provaDatum(data.intraffade);
  if (ingenDag !== undefined) return { hinder: [ingenDag] };
  if (data.intraffade !== undefined && data.intraffade > data.inkom) return refuse('DATUM_I_FEL_ORDNING', `Avvikelsen kan inte ha blivit känd ${data.inkom}, innan den inträffade ${data.intraffade}.`);
  if (data.klagomal !== undefined && klagomalet !== true) return refuse('KLAGOMALET_FINNS_INTE', 'Klagomålet finns inte i nämnden.');
  return [{ type: 'AvvikelseRegistrerad', data: { ...data, klass, text: seal(kid, text) } }];
};
const provaGrader = (data: object): Refusal<AvvikelseHinder> | undefined => {
  const { allvar, upprepningsrisk } = data as Partial<Bedomning>;
  return [allvar, upprepningsrisk].every((grad) => grad === undefined || (Number.isInteger(grad) && grad >= 1 && grad <= 4)) ? undefined : refuse('GRADEN_FINNS_INTE', 'Allvar och risk för upprepning anges med 1, 2, 3 eller 4.');
};
const oppenAtgard = ({ atgarder }: Finns, atgard: string, dag?: string): Refusal<AvvikelseHinder> | undefined => {
  const en = atgarder.find(({ id }) => id === atgard);
  if (en === undefined) return refuse('ATGARDEN_FINNS_INTE', 'Åtgärden finns inte.');
  if (en.genomford) return refuse('ATGARDEN_AR_GENOMFORD', 'Åtgärden är redan genomförd.');
  return dag !== undefined && dag < en.beslutad ? refuse('DATUM_I_FEL_ORDNING', `Dagen ${dag} ligger före den dag då åtgärden beslutades, ${en.beslutad}.`) : undefined;
};
const oppenIncident = ({ incident }: Finns): Refusal<AvvikelseHinder> | undefined =>
  incident === undefined ? refuse('INCIDENT_SAKNAS', 'Ingen personuppgiftsincident är antecknad.') : incident.klar ? refuse('INCIDENTEN_AR_KLAR', 'Incidenten är redan anmäld eller avskriven.') : undefined;
/** A clock time of the field: a day that exists, not to come, and not before another. */
const provaStund = (stund: string, { at }: Context, efter?: string): Refusal<AvvikelseHinder> | undefined => {
  const ingenDag = provaDatum(stund.slice(0, 10));
  if (ingenDag !== undefined) return { hinder: [ingenDag] };
  const { datum, tid } = lokalTid(at);
  if (stund > `${datum}T${tid}`) return refuse('DATUM_I_FRAMTIDEN', `Tiden ${stund.replace('T', ' ')} har inte varit än.`);
  return efter !== undefined && stund < efter ? refuse('DATUM_I_FEL_ORDNING', `Tiden ${stund.replace('T', ' ')} ligger före den då incidenten upptäcktes, ${efter.replace('T', ' ')}.`) : undefined;
};

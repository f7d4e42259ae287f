import { type Command, type Decider, isRefusal, refuse, type Refusal, seal, type Sekretessklass, unknownCase, uphold } from '@klubba/kernel';
import { hittaPersonnummer, lokaltDatum } from '@klubba/lagrum';
import { type IVO_SVAR, type KLAGANDE, klagomalFacts, type KlagomalEvent, type KLAGOMALSKANALER, type KLAGOMALSTYPER } from './klagomal.events';
import type { Klagomalsstatus } from './klagomal.projection';
import { type Fraga, provaSvarstid, type Svarstid } from './klagomal.svarstid';
import { type Borjan, type GemensamtHinder, provaBorjan, provaDagar } from './kvalitet.register';

type En<T extends readonly string[]> = T[number];
type Indelning = { readonly kanal: En<typeof KLAGOMALSKANALER>; readonly typ: En<typeof KLAGOMALSTYPER>; readonly kategori: string; readonly enhet: string; readonly handlaggare?: string };
export type TaEmotKlagomal = Borjan & Indelning & {
  readonly fran?: En<typeof KLAGANDE>;
  readonly inkom: string;
  readonly text: string;
  readonly avsandare?: string;
  readonly svarOnskas?: boolean;
  /** Put there by prepare: the nämnd's setting that day. */
  readonly svarstid?: Svarstid;
};
export type KlagomalCommand =
  | Command<'TaEmotKlagomal', TaEmotKlagomal>
  | Command<'BekraftaKlagomal', { datum: string }>
  | Command<'RattaKlagomal', Partial<Indelning> & { skal: string }>
  | Command<'BesvaraKlagomal', { datum: string; text: string }>
  | Command<'EskaleraKlagomal', { datum: string; skal: string }>
  | Command<'NoteraKlagomalHosIvo', { datum: string; ivosNummer?: string }>
  | Command<'NoteraIvoSvarPaKlagomal', { datum: string; svar: En<typeof IVO_SVAR> }>
  | Command<'PubliceraKlagomal', { datum: string; text: string; svar?: string }>
  | Command<'AvpubliceraKlagomal', { skal: string }>
  | Command<'AvslutaKlagomal', { datum: string; skal: string }>
  | Command<'AteroppnaKlagomal', { datum: string; skal: string }>
  | Command<'StrykKlagomal', { skal: string }>;

export type KlagomalHinder =
  | GemensamtHinder | 'KLAGOMALET_FINNS_REDAN' | 'KLAGOMALET_FINNS_INTE' | 'KLAGOMALET_AR_STRUKET' | 'KLAGOMALET_AR_BESVARAT' | 'KLAGOMALET_AR_AVSLUTAT' | 'KLAGOMALET_AR_OPPET' | 'REDAN_BEKRAFTAT' | 'REDAN_ESKALERAT'
  | 'INGET_ANDRAS' | 'INTE_HOS_IVO' | 'FAR_INTE_PUBLICERAS' | 'INTE_PUBLICERAT' | 'SVARSTIDEN_PASSERAD';

type State = { readonly skede: 'finns inte' } | (Fraga & {
  readonly skede: 'finns'; readonly klass: Sekretessklass; readonly status: Klagomalsstatus; readonly beteckning?: string; readonly bekraftat: boolean; readonly besvarat: boolean; readonly eskalerat: boolean; readonly hosIvo: boolean; readonly publicerat: boolean;
});

/** A complaint, a view, praise or a question: received, acknowledged, answered in the time that the nämnd has set, or taken further (H1). */
export const klagomal: Decider<KlagomalCommand, State, KlagomalEvent, KlagomalHinder> = {
  category: 'klagomal',
  facts: klagomalFacts,
  initialState: { skede: 'finns inte' },
  namnd: ({ type, data }) => (type === 'TaEmotKlagomal' ? data.namnd : null),

  decide(command, state, { id, at }) {
    const { type, data } = command;
    const kid = `klagomal:${id}`;
    const fel = provaDagar(data, lokaltDatum(at), state.skede === 'finns' ? { dag: state.inkom, vad: 'den dag då det kom in' } : undefined);
    if (fel !== undefined) return fel;
    if (type === 'TaEmotKlagomal') return state.skede === 'finns inte' ? mottaget(data, kid) : refuse('KLAGOMALET_FINNS_REDAN', 'Klagomålet är redan mottaget.');
    if (state.skede === 'finns inte') return refuse('KLAGOMALET_FINNS_INTE', 'Klagomålet finns inte.');
    if (state.status === 'struket') return refuse('KLAGOMALET_AR_STRUKET', 'Klagomålet är struket.');
    const avslutat = state.status === 'avslutat' ? refuse<KlagomalHinder>('KLAGOMALET_AR_AVSLUTAT', 'Klagomålet är avslutat. Öppna det igen först.') : undefined;
    const { klass } = state;
    /** Said once, of what was not answered in time. */
    const sent = (datum: string) => !state.besvarat && provaSvarstid(state, state.beteckning ?? id, datum);

    switch (type) {
      case 'BekraftaKlagomal': return avslutat ?? (state.bekraftat ? refuse('REDAN_BEKRAFTAT', 'Att klagomålet har tagits emot är redan bekräftat.') : [{ type: 'KlagomalBekraftat', data: { klass, ...data } }]);
      case 'RattaKlagomal': {
        const { skal, ...nytt } = data;
        return Object.values(nytt).every((en) => en === undefined) ? refuse('INGET_ANDRAS', 'Ange vad som ska rättas.') : [{ type: 'KlagomalRattat', data: { klass, ...nytt, skal: seal(kid, skal) } }];
      }
      case 'BesvaraKlagomal': {
        if (avslutat !== undefined) return avslutat;
        if (state.status === 'besvarat') return refuse('KLAGOMALET_AR_BESVARAT', 'Klagomålet är besvarat. Ett nytt svar ges när det har förts vidare eller öppnats igen.');
        const passed = uphold<KlagomalHinder>(command, kid, [sent(data.datum)]);
        return isRefusal(passed) ? passed : [{ type: 'KlagomalBesvarat', data: { klass, datum: data.datum, text: seal(kid, data.text), ...passed } }];
      }
      case 'EskaleraKlagomal': return avslutat ?? (state.eskalerat ? refuse('REDAN_ESKALERAT', 'Klagomålet ligger redan hos klagomålsdelegationen.') : [{ type: 'KlagomalEskalerat', data: { klass, datum: data.datum, skal: seal(kid, data.skal) } }]);
      case 'NoteraKlagomalHosIvo': return [{ type: 'KlagomalFortTillIvo', data: { klass, ...data } }];
      case 'NoteraIvoSvarPaKlagomal': return state.hosIvo ? [{ type: 'IvoSvarPaKlagomalNoterat', data: { klass, ...data } }] : refuse('INTE_HOS_IVO', 'Det är inte antecknat att klagomålet har förts till IVO.');
      case 'PubliceraKlagomal': {
        const antal = hittaPersonnummer(`${data.text}\n${data.svar ?? ''}`).length;
        if (antal > 0) return refuse('FAR_INTE_PUBLICERAS', `Texten innehåller ${antal} personnummer och får inte publiceras.`);
        return [{ type: 'KlagomalPublicerat', data: { datum: data.datum, text: seal(kid, data.text), ...(data.svar !== undefined && { svar: seal(kid, data.svar) }) } }];
      }
      case 'AvpubliceraKlagomal': return state.publicerat ? [{ type: 'KlagomalAvpublicerat', data: { klass, skal: seal(kid, data.skal) } }] : refuse('INTE_PUBLICERAT', 'Klagomålet är inte publicerat.');
      case 'AvslutaKlagomal': {
        if (avslutat !== undefined) return avslutat;
        const passed = uphold<KlagomalHinder>(command, kid, [sent(data.datum)]);
        return isRefusal(passed) ? passed : [{ type: 'KlagomalAvslutat', data: { klass, datum: data.datum, skal: seal(kid, data.skal), ...passed } }];
      }
      case 'AteroppnaKlagomal': return state.status === 'avslutat' || state.status === 'besvarat' ? [{ type: 'KlagomalAteroppnat', data: { klass, datum: data.datum, skal: seal(kid, data.skal) } }] : refuse('KLAGOMALET_AR_OPPET', 'Klagomålet är inte avslutat.');
      case 'StrykKlagomal':
        if (state.besvarat) return refuse('KLAGOMALET_AR_BESVARAT', 'Klagomålet är besvarat och kan inte strykas.');
        return [{ type: 'KlagomalStruket', data: { klass, skal: seal(kid, data.skal) } }];
      default: return unknownCase(command as never);
    }
  },

  evolve(state, event): State {
    if (event.type === 'KlagomalMottaget') {
      const { klass, typ, inkom, svarOnskas, svarstid, beteckning } = event.data;
      return { skede: 'finns', klass, typ, inkom, svarstid, ...(svarOnskas !== undefined && { svarOnskas }), ...(beteckning !== undefined && { beteckning }), status: 'mottaget', bekraftat: false, besvarat: false, eskalerat: false, hosIvo: false, publicerat: false };
    }
    if (state.skede === 'finns inte') return state;
    switch (event.type) {
      case 'KlagomalBekraftat': return { ...state, bekraftat: true };
      case 'KlagomalRattat': return { ...state, typ: event.data.typ ?? state.typ };
      case 'KlagomalBesvarat': return { ...state, besvarat: true, eskalerat: false, status: 'besvarat' };
      case 'KlagomalEskalerat': return { ...state, eskalerat: true, status: 'eskalerat' };
      case 'KlagomalFortTillIvo': return { ...state, hosIvo: true };
      case 'IvoSvarPaKlagomalNoterat': return state;
      case 'KlagomalPublicerat': return { ...state, publicerat: true };
      case 'KlagomalAvpublicerat': return { ...state, publicerat: false };
      case 'KlagomalAvslutat': return { ...state, eskalerat: false, status: 'avslutat' };
      case 'KlagomalAteroppnat': return { ...state, status: 'mottaget' };
      case 'KlagomalStruket': return { ...state, status: 'struket' };
      default: return unknownCase(event);
    }
  },
};

const mottaget = ({ omgivning, svarstid, text, avsandare, klass = 'sekretess', ...data }: TaEmotKlagomal, kid: string): readonly KlagomalEvent[] | Refusal<KlagomalHinder> => {
  const fel = provaBorjan({ ...data, klass, ...(omgivning !== undefined && { omgivning }) });
  if (fel !== undefined || svarstid === undefined) return fel ?? refuse('NAMNDEN_FINNS_INTE', 'Nämnden finns inte.');
  return [{ type: 'KlagomalMottaget', data: { ...data, klass, svarstid, text: seal(kid, text), ...(avsandare !== undefined && { avsandare: seal(kid, avsandare) }) } }];
};

import { blank, type Command, type Decider, isRefusal, noReason, refuse, type Refusal, seal, type Sekretessklass, streamId, unknownCase, uphold, warning } from '@klubba/kernel';
import { dagarMellan, lokaltDatum, provaDatum } from '@klubba/lagrum';
import { remissutskickFacts, type RemissutskickEvent } from './remissutskick.events';

export type SkickaRemiss = {
  readonly namnd: string;
  readonly klass: Sekretessklass;
  readonly arende: string;
  readonly rubrik: string;
  readonly fragor: string;
  readonly svarstid: string;
  readonly datum: string;
  readonly remissinstanser: readonly string[];
  /** Put there by prepare: the matter in this nämnd; absent when there is none. */
  readonly arendet?: { readonly sekretess: boolean };
};
type Mottaget = Extract<RemissutskickEvent, { type: 'RemissvarMottaget' }>['data'];
export type RemissutskickCommand =
  | Command<'SkickaRemiss', SkickaRemiss>
  | Command<'LaggTillRemissinstans', { namn: string; datum: string }>
  | Command<'ForlangRemisstid', { instans?: string; till: string; datum: string }>
  | Command<'PaminnRemissinstans', { instans: string; datum: string }>
  | Command<'TaEmotRemissvar', { instans: string; datum: string; stallning: Mottaget['stallning']; sammanfattning?: string; handling?: string; finns?: boolean }>
  | Command<'StrykRemissvar', { instans: string; skal: string }>
  | Command<'AvslutaRemissutskick', { datum: string }>;

export type RemissutskickHinder =
  | 'REMISSEN_FINNS_REDAN' | 'REMISSEN_FINNS_INTE' | 'REMISSEN_AR_AVSLUTAD' | 'ARENDET_FINNS_INTE' | 'SEKRETESS_KRAVS' | 'DATUM_FINNS_INTE' | 'DATUM_I_FRAMTIDEN' | 'DATUM_I_FEL_ORDNING' | 'SVARSTID_FORE_UTSKICKET' | 'SVARSTIDEN_KORTAS'
  | 'REMISSINSTANS_SAKNAS' | 'REMISSINSTANS_FINNS_INTE' | 'HAR_SVARAT' | 'HAR_INTE_SVARAT' | 'SVAR_SAKNAS' | 'HANDLINGEN_FINNS_INTE' | 'SKAL_SAKNAS' | 'FRAGOR_SAKNAS';

type Instans = { readonly svarstid: string; readonly svarat: boolean };
type State = { readonly skede: 'finns inte' } | { readonly skede: 'pagar' | 'avslutat'; readonly klass: Sekretessklass; readonly datum: string; readonly svarstid: string; readonly instanser: Readonly<Record<string, Instans>> };

/** A remiss that the nämnd sends: to whom, what is asked and by when, reminders and answers, in time or late (G, FL 26). */
export const remissutskick: Decider<RemissutskickCommand, State, RemissutskickEvent, RemissutskickHinder> = {
  category: 'remissutskick',
  facts: remissutskickFacts,
  initialState: { skede: 'finns inte' },
  namnd: ({ type, data }) => (type === 'SkickaRemiss' ? data.namnd : null),

  decide(command, state, { id, at, by, command: kommando }) {
    const { type, data } = command;
    const kid = `remissutskick:${id}`;
    const idag = lokaltDatum(at);
    for (const dag of [...('datum' in data ? [data.datum] : []), ...('svarstid' in data ? [data.svarstid] : []), ...('till' in data ? [data.till] : [])]) {
      const ingenDag = provaDatum(dag);
      if (ingenDag !== undefined) return { hinder: [ingenDag] };
    }
    if ('datum' in data && data.datum > idag) return refuse('DATUM_I_FRAMTIDEN', `Dagen ${data.datum} har inte varit än.`);
    // Those asked are told apart by ids of their own: two may have one name.
    const instansId = (nr: number): string => streamId('remissinstans', by, `${kommando}:${nr}`);

    if (type === 'SkickaRemiss') {
      if (state.skede !== 'finns inte') return refuse('REMISSEN_FINNS_REDAN', 'Remissen är redan skickad.');
      const { arendet, rubrik, fragor, remissinstanser, ...rest } = data;
      if (arendet === undefined) return refuse('ARENDET_FINNS_INTE', 'Ärendet finns inte i nämnden.');
      if (arendet.sekretess && data.klass === 'oppen') return refuse('SEKRETESS_KRAVS', 'Ärendet är sekretessmarkerat. Remissen ska vara sekretess.');
      if (remissinstanser.length === 0) return refuse('REMISSINSTANS_SAKNAS', 'Ange minst en remissinstans.');
      if (blank(fragor)) return refuse('FRAGOR_SAKNAS', 'Ange vad svaret ska avse (FL 26 §).', 'FL 26 §');
      if (data.svarstid <= data.datum) return refuse('SVARSTID_FORE_UTSKICKET', `Svarstiden ${data.svarstid} ligger inte efter den dag då remissen skickas, ${data.datum} (FL 26 §).`, 'FL 26 §');
      return [{ type: 'RemissSkickad', data: { ...rest, rubrik: seal(kid, rubrik), fragor: seal(kid, fragor), remissinstanser: remissinstanser.map((namn, i) => ({ instans: instansId(i), namn: seal(kid, namn) })) } }];
    }
    if (state.skede === 'finns inte') return refuse('REMISSEN_FINNS_INTE', 'Remissen finns inte.');
    if ('datum' in data && data.datum < state.datum) return refuse('DATUM_I_FEL_ORDNING', `Dagen ${data.datum} ligger före den dag då remissen skickades, ${state.datum}.`);
    const instans = 'instans' in data && data.instans !== undefined ? state.instanser[data.instans] : undefined;
    if ('instans' in data && data.instans !== undefined && instans === undefined) return refuse('REMISSINSTANS_FINNS_INTE', 'Remissinstansen finns inte i utskicket.');
    // A late answer is taken in also when the round is over.
    const avslutat = state.skede === 'avslutat' ? refuse<RemissutskickHinder>('REMISSEN_AR_AVSLUTAD', 'Remissen är avslutad.') : undefined;

    switch (type) {
      case 'LaggTillRemissinstans': return avslutat ?? [{ type: 'RemissinstansTillagd', data: { klass: state.klass, instans: instansId(0), namn: seal(kid, data.namn), datum: data.datum } }];
      case 'ForlangRemisstid':
        return avslutat ?? (data.till > (instans?.svarstid ?? state.svarstid) ? [{ type: 'RemissvarForlangt', data }] : refuse('SVARSTIDEN_KORTAS', `${data.till} förlänger inte svarstiden ${instans?.svarstid ?? state.svarstid}.`));
      case 'PaminnRemissinstans': return avslutat ?? (instans!.svarat ? refuse('HAR_SVARAT', 'Remissinstansen har redan svarat.') : [{ type: 'RemissinstansPamind', data }]);
      case 'TaEmotRemissvar': {
        if (instans!.svarat) return refuse('HAR_SVARAT', 'Remissinstansen har redan svarat. Stryk svaret om det togs emot av misstag.');
        const { finns, sammanfattning, ...rest } = data;
        if (data.handling !== undefined && finns !== true) return refuse('HANDLINGEN_FINNS_INTE', 'Handlingen finns inte i nämnden.');
        return [{ type: 'RemissvarMottaget', data: { ...rest, klass: state.klass, ...(sammanfattning !== undefined && { sammanfattning: seal(kid, sammanfattning) }), dagarSent: Math.max(0, dagarMellan(instans!.svarstid, data.datum)) } }];
      }
      case 'StrykRemissvar': {
        if (blank(data.skal)) return noReason();
        return instans!.svarat ? [{ type: 'RemissvarStruket', data: { instans: data.instans, skal: seal(kid, data.skal) } }] : refuse('HAR_INTE_SVARAT', 'Remissinstansen har inte svarat.');
      }
      case 'AvslutaRemissutskick': return avslutat ?? avslut(command, state, kid);
      default: return unknownCase(command as never);
    }
  },

  evolve(state, event): State {
    if (event.type === 'RemissSkickad') {
      const { klass, datum, svarstid, remissinstanser } = event.data;
      return { skede: 'pagar', klass, datum, svarstid, instanser: Object.fromEntries(remissinstanser.map(({ instans }) => [instans, { svarstid, svarat: false }])) };
    }
    if (state.skede === 'finns inte') return state;
    const med = (instans: string, news: Partial<Instans>): State => ({ ...state, instanser: { ...state.instanser, [instans]: { ...state.instanser[instans]!, ...news } } });
    switch (event.type) {
      case 'RemissinstansTillagd': return med(event.data.instans, { svarstid: state.svarstid, svarat: false });
      case 'RemissvarForlangt': {
        const { instans, till: svarstid } = event.data;
        return instans !== undefined ? med(instans, { svarstid }) : { ...state, svarstid, instanser: Object.fromEntries(Object.entries(state.instanser).map(([en, ett]) => [en, { ...ett, svarstid }])) };
      }
      case 'RemissinstansPamind': return state;
      case 'RemissvarMottaget': return med(event.data.instans, { svarat: true });
      case 'RemissvarStruket': return med(event.data.instans, { svarat: false });
      case 'RemissutskickAvslutat': return { ...state, skede: 'avslutat' };
      default: return unknownCase(event);
    }
  },
};

const avslut = (command: Extract<RemissutskickCommand, { type: 'AvslutaRemissutskick' }>, state: Extract<State, { skede: 'pagar' | 'avslutat' }>, kid: string): readonly RemissutskickEvent[] | Refusal<RemissutskickHinder> => {
  const { datum } = command.data;
  const utanSvar = Object.entries(state.instanser).filter(([, { svarat }]) => !svarat).map(([instans]) => instans);
  const passed = uphold<RemissutskickHinder>(command, kid, [
    utanSvar.length > 0 && warning('SVAR_SAKNAS', `${utanSvar.length} av ${Object.keys(state.instanser).length} remissinstanser har inte svarat. Påminn dem, eller ange skäl.`),
  ]);
  return isRefusal(passed) ? passed : [{ type: 'RemissutskickAvslutat', data: { datum, utanSvar, ...passed } }];
};

import { blank, type Command, type Decider, noReason, refuse, type Refusal, seal, type Sekretessklass, strictest, unknownCase } from '@klubba/kernel';
import { hittaPersonnummer, provaDatum } from '@klubba/lagrum';
import { type AldreProtokollEvent, aldreprotokollFacts } from './aldreprotokoll.events';

export type AldreParagraf = { readonly nummer: number; readonly rubrik: string; readonly diarienummer?: string };
type Lista = { readonly klass?: Sekretessklass; readonly paragrafer: readonly AldreParagraf[] };
/** Put there by prepare: the nämnd's first day in Klubba, and the paper as it lies. */
type Omgivning = { readonly startdatum?: string; readonly papper?: { readonly namnd: string; readonly klass: Sekretessklass; readonly pdf: boolean } };
export type AldreProtokollCommand =
  | Command<'RegistreraAldreProtokoll', Lista & { readonly namnd: string; readonly datum: string; readonly handling: string; readonly kalla: string; readonly omgivning: Omgivning }>
  | Command<'RattaAldreProtokoll', Lista & { readonly skal: string }>
  | Command<'StrykAldreProtokoll', { readonly skal: string }>;

export type AldreProtokollHinder =
  | 'PROTOKOLLET_FINNS_REDAN' | 'PROTOKOLLET_FINNS_INTE' | 'PROTOKOLLET_AR_STRUKET' | 'DATUM_FINNS_INTE' | 'INTE_FORE_START' | 'HANDLINGEN_FINNS_INTE' | 'HANDLINGEN_AR_INGEN_PDF'
  | 'PARAGRAFER_SAKNAS' | 'TALET_ORIMLIGT' | 'PARAGRAFEN_FLERA_GANGER' | 'RUBRIKEN_HAR_PERSONNUMMER' | 'KALLA_SAKNAS' | 'SKAL_SAKNAS';

type State = { readonly skede: 'finns inte' } | { readonly skede: 'registrerat' | 'struket'; readonly klass: Sekretessklass };

export const aldreprotokoll: Decider<AldreProtokollCommand, State, AldreProtokollEvent, AldreProtokollHinder> = {
  category: 'aldreprotokoll',
  facts: aldreprotokollFacts,
  initialState: { skede: 'finns inte' },
  namnd: ({ type, data }) => (type === 'RegistreraAldreProtokoll' ? data.namnd : null),

  decide(command, state, { id }) {
    const { type, data } = command;
    const kid = `aldreprotokoll:${id}`;
    if (type === 'RegistreraAldreProtokoll') {
      if (state.skede !== 'finns inte') return refuse('PROTOKOLLET_FINNS_REDAN', state.skede === 'struket' ? 'Protokollet är struket för den dagen.' : 'Protokollet är redan registrerat.');
      const { namnd, datum, handling, kalla, omgivning, klass = 'oppen', paragrafer } = data;
      const noDay = provaDatum(datum);
      if (noDay !== undefined) return { hinder: [noDay] };
      const stop = stopPapper(namnd, datum, omgivning) ?? (blank(kalla) ? refuse('KALLA_SAKNAS', 'Ange varifrån protokollet kommer.') : stopLista(paragrafer));
      return stop ?? [{ type: 'AldreProtokollRegistrerat', data: { namnd, klass: strictest(klass, omgivning.papper?.klass), datum, handling, kalla: seal(kid, kalla), paragrafer: sealed(kid, paragrafer) } }];
    }
    if (state.skede === 'finns inte') return refuse('PROTOKOLLET_FINNS_INTE', 'Protokollet finns inte.');
    if (blank(data.skal)) return noReason();
    switch (type) {
      case 'RattaAldreProtokoll':
        if (state.skede === 'struket') return refuse('PROTOKOLLET_AR_STRUKET', 'Protokollet är struket.');
        return stopLista(data.paragrafer) ?? [{ type: 'AldreProtokollRattat', data: { klass: data.klass ?? state.klass, paragrafer: sealed(kid, data.paragrafer), skal: seal(kid, data.skal) } }];
      case 'StrykAldreProtokoll':
        return state.skede === 'struket' ? [] : [{ type: 'AldreProtokollStruket', data: { skal: seal(kid, data.skal) } }];
      default:
        return unknownCase(command);
    }
  },

  evolve(state, event): State {
    switch (event.type) {
      case 'AldreProtokollRegistrerat':
      case 'AldreProtokollRattat':
        return { skede: 'registrerat', klass: event.data.klass };
      case 'AldreProtokollStruket':
        return state.skede === 'finns inte' ? state : { ...state, skede: 'struket' };
      default:
        return unknownCase(event);
    }
  },
};

const stopPapper = (namnd: string, datum: string, { startdatum, papper }: Omgivning): Refusal<AldreProtokollHinder> | undefined => {
  if (startdatum === undefined) return refuse('INTE_FORE_START', 'Nämnden har inget startdatum i Klubba. Bara protokoll från tiden före det registreras så.');
  if (datum >= startdatum) return refuse('INTE_FORE_START', `Sammanträdet ${datum} är inte före nämndens start i Klubba ${startdatum}. Anteckna det på vanligt sätt.`);
  if (papper?.namnd !== namnd) return refuse('HANDLINGEN_FINNS_INTE', 'Handlingen finns inte i nämnden. Ladda upp protokollet och lägg till det som handling först.');
  return papper.pdf ? undefined : refuse('HANDLINGEN_AR_INGEN_PDF', 'Handlingen är ingen PDF.');
};

const NUMMER_MAX = 9999;
const stopLista = (paragrafer: readonly AldreParagraf[]): Refusal<AldreProtokollHinder> | undefined => {
  if (paragrafer.length === 0) return refuse('PARAGRAFER_SAKNAS', 'Ange minst en paragraf.');
  const odd = paragrafer.find(({ nummer }) => nummer < 1 || nummer > NUMMER_MAX);
  if (odd !== undefined) return refuse('TALET_ORIMLIGT', `§ ${odd.nummer} är inget paragrafnummer.`);
  const twice = paragrafer.find(({ nummer }, i) => paragrafer.findIndex((en) => en.nummer === nummer) !== i);
  if (twice !== undefined) return refuse('PARAGRAFEN_FLERA_GANGER', `§ ${twice.nummer} står flera gånger i listan.`);
  const named = paragrafer.find(({ rubrik }) => hittaPersonnummer(rubrik).length > 0);
  return named === undefined ? undefined : refuse('RUBRIKEN_HAR_PERSONNUMMER', `§ ${named.nummer}: rubriken innehåller ett personnummer. Skriv den utan.`);
};

const sealed = (kid: string, paragrafer: readonly AldreParagraf[]) => paragrafer.map(({ rubrik, ...en }) => ({ ...en, rubrik: seal(kid, rubrik) }));

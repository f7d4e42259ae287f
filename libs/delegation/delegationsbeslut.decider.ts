import { admit, blank, type Command, type Context, type Decider, type Hinder, isRefusal, noReason, refuse, type Refusal, seal, type Sekretessklass, unknownCase, uphold, warning, weigh } from '@klubba/kernel';
import { hittaPersonnummer, lokaltDatum, OFFENTLIGT_BESLUT_LAGRUM, type OffentligtBeslutsslag, type Overklagandeslag, provaDatum, provaOffentligtBeslut, skrivLagrummet } from '@klubba/lagrum';
import { befattningskod, type NyDelegat } from './befattning';
import { type Behorighetssak, type Ordningsunderlag, provaBehorighet } from './delegationsbehorighet';
import { type AnmalanCommand, decideAnmalan } from './delegationsbeslut.anmalan.decider';
import { delegationsbeslutFacts, type DelegationsbeslutEvent } from './delegationsbeslut.events';
import { decideKlocka, type KlockCommand, klockan } from './delegationsbeslut.klockor.decider';
import { type Beslut, type DelegationsbeslutHinder, finnsInte, type Klocka } from './delegationsbeslut.tillstand';
import { klockorVidBeslut } from './klockor';

type Inlast = Extract<DelegationsbeslutEvent, { type: 'DelegationsbeslutInlast' }>['data'];
export type Andringsgrund = NonNullable<Inlast['andrar']>['grund'];
/** What stands in other streams on the day of the decision; put there by prepare. */
export type Beslutsunderlag = {
  readonly ordning?: Ordningsunderlag;
  /** Who held the chair, and who would hold it instead. */
  readonly ordforande: readonly string[];
  readonly arende?: { readonly klass: Sekretessklass; readonly diarienummer?: string };
  readonly utskott?: { readonly ar: number; readonly nr: number; readonly datum: string };
  readonly andrar?: true;
};
export type RegistreraDelegationsbeslut = Omit<Behorighetssak, 'delegat'> & {
  readonly namnd: string;
  readonly klass: Sekretessklass;
  readonly sekretesslagrum?: string;
  readonly tid?: string;
  readonly arende?: string;
  readonly diarienummer?: string;
  readonly akt?: string;
  readonly delegat: NyDelegat & { readonly person?: string; readonly namn?: string };
  readonly beslut: string;
  readonly utrymmeForBedomning?: boolean;
  readonly bradskandeSkal?: string;
  readonly myndighetsutovning?: boolean;
  readonly overklagandeslag?: Overklagandeslag;
  readonly utskottspunkt?: string;
  readonly andrar?: { readonly beslut: string; readonly grund: Andringsgrund };
  readonly externtId?: string;
  readonly underlag?: Beslutsunderlag;
  /** The list and the row that it is read in from. */
  readonly inlast?: { readonly lista: string; readonly rad: number };
};
export type DelegationsbeslutCommand =
  | Command<'RegistreraDelegationsbeslut', RegistreraDelegationsbeslut>
  | Command<'BekraftaInlasning', { readonly lista: string }>
  | Command<'NoteraListanStruken', { readonly lista: string }>
  | Command<'NoteraAndring', { readonly av: string; readonly datum: string; readonly grund: Andringsgrund }>
  | Command<'AndraDelegationsbeslutsklass', { readonly klass: Sekretessklass; readonly sekretesslagrum?: string; readonly datum: string; readonly skal: string }>
  | Command<'OffentliggorDelegationsbeslut', { readonly slag: OffentligtBeslutsslag; readonly datum: string; readonly text: string }>
  | Command<'DraInOffentligtDelegationsbeslut', { readonly datum: string; readonly skal: string }>
  | Command<'StrykDelegationsbeslut', { readonly skal: string }>
  | AnmalanCommand | KlockCommand;
type State = { readonly skede: 'finns inte' } | Beslut;

/** One decision that somebody else than the nämnd took for it (E1–E8): what gave the right, how it is reported, and the times that run from it. */
export const delegationsbeslut: Decider<DelegationsbeslutCommand, State, DelegationsbeslutEvent, DelegationsbeslutHinder> = {
  category: 'delegationsbeslut',
  facts: delegationsbeslutFacts,
  initialState: { skede: 'finns inte' },
  namnd: ({ type, data }) => (type === 'RegistreraDelegationsbeslut' ? data.namnd : null),

  decide(command, state, context) {
    const { type, data } = command;
    const kid = `delegationsbeslut:${context.id}`;
    const noDay = provaDatum(...dagar(data));
    if (noDay !== undefined) return { hinder: [noDay] };
    if (type === 'RegistreraDelegationsbeslut') return state.skede === 'finns inte' ? registrera(command, context) : refuse('BESLUTET_FINNS_REDAN', 'Beslutet finns redan.');
    if (state.skede === 'finns inte') return finnsInte();
    if (type === 'BekraftaInlasning') {
      if (state.lista !== data.lista) return finnsInte();
      return state.skede === 'vantar' ? [{ type: 'DelegationsbeslutBekraftat', data }] : [];
    }
    if (type === 'NoteraListanStruken') return state.lista !== data.lista || state.skede === 'struket' || state.anmald !== undefined ? [] : [{ type: 'DelegationsbeslutUtgatt', data }];
    if (state.skede === 'vantar') return refuse('VANTAR_PA_LISTAN', 'Beslutet hör till en lista som inte är inläst än.');
    if (state.skede === 'struket') return refuse('BESLUTET_AR_STRUKET', 'Beslutet är struket.');

    switch (type) {
      case 'NoteraAndring': return state.andratAv.includes(data.av) ? [] : [{ type: 'DelegationsbeslutAndrat', data }];
      case 'AndraDelegationsbeslutsklass': {
        if (blank(data.skal)) return noReason();
        const stop = stopMarkning(data);
        if (stop !== undefined) return stop;
        const { skal, ...rest } = data;
        return data.klass === state.klass && data.sekretesslagrum === state.sekretesslagrum ? [] : [{ type: 'DelegationsbeslutsklassAndrad', data: { ...rest, forut: state.klass, skal: seal(kid, skal) } }];
      }
      case 'OffentliggorDelegationsbeslut': {
        if (data.datum < state.datum) return refuse('DATUM_FORE_BESLUTET', `${data.datum} ligger före beslutet ${state.datum}.`);
        const fel = provaOffentligtBeslut({ klass: state.klass, sekretesslagrum: state.sekretesslagrum, text: data.text });
        return fel === undefined ? [{ type: 'DelegationsbeslutOffentliggjort', data: { slag: data.slag, lagrum: OFFENTLIGT_BESLUT_LAGRUM, datum: data.datum, text: seal(kid, data.text) } }] : { hinder: [fel] };
      }
      case 'DraInOffentligtDelegationsbeslut': return state.offentligt === true ? [{ type: 'OffentligtDelegationsbeslutIndraget', data: { datum: data.datum, skal: seal(kid, data.skal) } }] : [];
      case 'StrykDelegationsbeslut': {
        if (blank(data.skal)) return noReason();
        if (state.anmald !== undefined) return refuse('REDAN_ANMALT', 'Beslutet är anmält till nämnden och stryks inte. Fatta ett nytt beslut med hänvisning till det, och ange lagrum.');
        const loper = state.klockor.filter(({ slut }) => slut === undefined);
        const weighed = weigh<DelegationsbeslutHinder>(command, kid, [loper.length > 0 && warning('KLOCKOR_LOPER', `Beslutet har ${loper.length} ${loper.length === 1 ? 'lagstadgad tid' : 'lagstadgade tider'} som löper, den närmaste till ${loper.map(({ lag }) => lag).sort()[0]!}.`)]);
        return isRefusal(weighed) ? weighed : [{ type: 'DelegationsbeslutStruket', data: { skal: seal(kid, data.skal), ...weighed } }];
      }
      case 'StartaKlocka': case 'UppfyllKlocka': case 'AvslutaKlocka': return decideKlocka(command, state, context.id, context.at);
      default: return decideAnmalan(command, state, context.id, context.at);
    }
  },

  evolve(state, event): State {
    if (event.type === 'DelegationsbeslutRegistrerat' || event.type === 'DelegationsbeslutInlast') return nytt(event);
    if (state.skede === 'finns inte') return state;
    switch (event.type) {
      case 'DelegationsbeslutBekraftat': return { ...state, skede: 'finns' };
      case 'DelegationsbeslutStruket': case 'DelegationsbeslutUtgatt': return { ...state, skede: 'struket' };
      case 'DelegationsbeslutsklassAndrad': {
        const { sekretesslagrum: _, offentligt: _o, ...rest } = state;
        const { klass, sekretesslagrum } = event.data;
        return { ...rest, klass, ...(sekretesslagrum !== undefined && { sekretesslagrum }) };
      }
      case 'DelegationsbeslutOffentliggjort': return { ...state, offentligt: true };
      case 'OffentligtDelegationsbeslutIndraget': {
        const { offentligt: _, ...rest } = state;
        return rest;
      }
      case 'DelegationsbeslutAndrat': return { ...state, andratAv: [...state.andratAv, event.data.av] };
      case 'DelegationsbeslutAnmalt': return { ...state, anmald: { punkt: event.data.punkt } };
      case 'SarskiltProtokollUpprattat': return { ...state, sarskilt: { datum: event.data.datum, anslag: [] } };
      case 'SarskiltProtokollAnslaget': return { ...state, sarskilt: { datum: state.sarskilt?.datum ?? event.data.datum, anslag: [...(state.sarskilt?.anslag ?? []), { datum: event.data.datum, brutet: false }] } };
      case 'SarskiltAnslagNedtaget': {
        const { anslaget, datum: nedtaget, brutet } = event.data;
        return state.sarskilt === undefined ? state : { ...state, sarskilt: { ...state.sarskilt, anslag: state.sarskilt.anslag.map((en) => (en.datum === anslaget ? { ...en, nedtaget, brutet } : en)) } };
      }
      case 'PartAntecknad': {
        const { part: _, ...part } = event.data;
        return { ...state, parter: [...state.parter, part] };
      }
      case 'BeslutetDelgivet': return { ...state, parter: state.parter.map((en) => (en.nr === event.data.nr ? { ...en, fickDel: event.data.datum } : en)) };
      case 'DelegationsbeslutOverklagat': return { ...state, overklagat: true, lagaKraft: false };
      case 'DelegationsbeslutLagaKraft': return { ...state, lagaKraft: true };
      case 'KlockaStartad': return { ...state, klockor: [...state.klockor, bar(event.data)] };
      case 'KlockaUppfylld': return { ...state, klockor: [...slutad(state.klockor, event.data.nr, event.data.datum), ...(event.data.nasta === undefined ? [] : [bar(event.data.nasta)])] };
      case 'KlockaAvslutad': return { ...state, klockor: slutad(state.klockor, event.data.nr, event.data.datum) };
      default: return unknownCase(event);
    }
  },
};

const bar = ({ nr, klocka, fran, lag, drift }: Klocka): Klocka => ({ nr, klocka, fran, lag, drift });
const slutad = (klockor: readonly Klocka[], nr: number, slut: string): readonly Klocka[] => klockor.map((en) => (en.nr === nr ? { ...en, slut } : en));
const nytt = ({ type, data }: Extract<DelegationsbeslutEvent, { type: 'DelegationsbeslutRegistrerat' | 'DelegationsbeslutInlast' }>): Beslut => {
  const { klass, sekretesslagrum, datum, grund, overklagandeslag, anmals, klockor } = data;
  return {
    skede: type === 'DelegationsbeslutInlast' ? 'vantar' : 'finns', klass, ...(sekretesslagrum !== undefined && { sekretesslagrum }), datum, grund, overklagandeslag, anmals, parter: [], andratAv: [], overklagat: false, lagaKraft: false,
    ...('lista' in data && { lista: data.lista }), klockor: klockor.map((en, i) => bar({ nr: i + 1, ...en })),
  };
};
const dagar = (data: DelegationsbeslutCommand['data']): readonly (string | undefined)[] => {
  const { datum, fran, fickDel } = data as { readonly datum?: string; readonly fran?: string; readonly fickDel?: string };
  return [datum, fran, fickDel];
};

/** A marking names the provision it rests on (OSL 5:5; I3). */
const stopMarkning = ({ klass, sekretesslagrum }: { readonly klass: Sekretessklass; readonly sekretesslagrum?: string }): Refusal<DelegationsbeslutHinder> | undefined => {
  if (klass === 'oppen') return sekretesslagrum === undefined ? undefined : refuse('SEKRETESSLAGRUM_UTAN_SEKRETESS', 'Ett öppet beslut har inget sekretesslagrum.');
  return blank(sekretesslagrum) ? refuse('SEKRETESSLAGRUM_SAKNAS', 'Ange den bestämmelse som sekretessen vilar på (OSL 5 kap. 5 §).', 'OSL 5 kap. 5 §') : undefined;
};

const registrera = (command: Extract<DelegationsbeslutCommand, { type: 'RegistreraDelegationsbeslut' }>, { id, at }: Context): readonly DelegationsbeslutEvent[] | Refusal<DelegationsbeslutHinder> => {
  const { data } = command;
  const kid = `delegationsbeslut:${id}`;
  // E5: no room for another outcome, no decision.
  if (data.utrymmeForBedomning === false) return refuse('AR_VERKSTALLIGHET', 'Utan utrymme för olika bedömningar är det verkställighet och inget beslut. Det registreras inte.');
  const provat = provaRegistrering(data, lokaltDatum(at));
  if (isRefusal(provat)) return provat;
  const { behorighet: { grund, lagrum, overklagandeslag, anmals }, funna } = provat;
  const { underlag, inlast, delegat: { titel, namn, ...delegat }, lagrum: skrivet, akt, beslut, bradskandeSkal, diarienummer = underlag?.arende?.diarienummer, utskottspunkt, utrymmeForBedomning: _u, grund: _g, myndighetsutovning = false, utfall = 'annat', ...rest } = data;
  const fakta = {
    ...rest, grund, lagrum: lagrum.map(skrivLagrummet), ...(funna.some(({ kod }) => kod === 'LAGRUMMET_EJ_LAST') && skrivet !== undefined && { lagrumSkrivet: seal(kid, skrivet) }),
    ...(underlag?.ordning !== undefined && { version: underlag.ordning.version }), ...(diarienummer !== undefined && { diarienummer }), ...(!blank(akt) && { akt: seal(kid, akt) }),
    delegat: { ...delegat, ...(!blank(titel) && { befattning: befattningskod(titel), titel: seal(kid, titel) }), ...(!blank(namn) && { namn: seal(kid, namn) }) },
    beslut: seal(kid, beslut), ...(!blank(bradskandeSkal) && { bradskandeSkal: seal(kid, bradskandeSkal) }), myndighetsutovning, utfall, overklagandeslag, anmals,
    ...(utskottspunkt !== undefined && underlag?.utskott !== undefined && { utskottsparagraf: { punkt: utskottspunkt, ar: underlag.utskott.ar, nr: underlag.utskott.nr } }),
    klockor: klockorVidBeslut(lagrum, data.datum, utfall).map((en) => klockan(en, data.datum)),
  };
  // What was decided elsewhere has happened: it cannot be stopped any more, and what the rules have against it lies in the fact.
  if (inlast !== undefined) return [{ type: 'DelegationsbeslutInlast', data: { ...fakta, ...inlast, ...admit(funna) } }];
  const weighed = uphold<DelegationsbeslutHinder>(command, kid, funna);
  return isRefusal(weighed) ? weighed : [{ type: 'DelegationsbeslutRegistrerat', data: { ...fakta, ...weighed } }];
};

/** What makes a decision one that cannot be kept, as a refusal; and what the rules have against one that can. */
export const provaRegistrering = (data: RegistreraDelegationsbeslut, idag: string) => {
  const { underlag, datum, arende, utskottspunkt, andrar, delegat, klass } = data;
  const stop = stopMarkning(data) ?? (datum > idag ? refuse<DelegationsbeslutHinder>('DATUM_I_FRAMTIDEN', `Beslutet kan inte ha fattats ${datum}: den dagen har inte varit än.`) : undefined);
  if (stop !== undefined) return stop;
  if (blank(data.beslut)) return refuse<DelegationsbeslutHinder>('SKAL_SAKNAS', 'Ange vad som beslutades.');
  if (delegat.slag === 'tjansteman' && blank(delegat.titel)) return refuse<DelegationsbeslutHinder>('TITEL_SAKNAS', 'En tjänsteperson anges med titel.');
  if (arende !== undefined && underlag?.arende === undefined) return refuse<DelegationsbeslutHinder>('ARENDET_FINNS_INTE', 'Ärendet finns inte i nämnden.');
  if (arende !== undefined && underlag?.arende?.klass === 'sekretess' && klass === 'oppen') return refuse<DelegationsbeslutHinder>('ARENDET_AR_SEKRETESS', 'Ärendet är sekretessmarkerat. Ange sekretess och bestämmelse för beslutet också (OSL 5 kap. 5 §).', 'OSL 5 kap. 5 §');
  if (utskottspunkt !== undefined && underlag?.utskott?.datum !== datum) return refuse<DelegationsbeslutHinder>('PARAGRAFEN_STAMMER_INTE', 'Utskottets paragraf finns inte, hör till ett annat utskott eller är från en annan dag.');
  if (andrar !== undefined && underlag?.andrar !== true) return refuse<DelegationsbeslutHinder>('ANDRAT_BESLUT_FINNS_INTE', 'Beslutet som ändras finns inte i nämnden.');
  const behorighet = provaBehorighet(data, underlag?.ordning, underlag?.ordforande);
  const funna: readonly (Hinder<DelegationsbeslutHinder> | false)[] = [
    ...behorighet.funna,
    data.grund === 'bradskande' && blank(data.bradskandeSkal) && { kod: 'SKAL_SAKNAS', allvar: 'STOPP', text: 'Ange varför nämndens beslut inte kunde avvaktas (KL 6 kap. 39 §).', lagrum: 'KL 6 kap. 39 §' },
    hittaPersonnummer(data.beslut).length > 0 && warning('PERSONNUMMER_I_BESLUTET', 'Beslutet innehåller ett personnummer. Beskriv det utan namn och nummer.'),
  ];
  return { behorighet, funna: funna.filter((en): en is Hinder<DelegationsbeslutHinder> => en !== false) };
};

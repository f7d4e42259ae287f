import { blank, type Command, type Decider, type Hinder, isRefusal, noReason, refuse, type Refusal, seal, type Sekretessklass, unknownCase, uphold, warning } from '@klubba/kernel';
import { lokaltDatum, provaDatum } from '@klubba/lagrum';
import { type Borjan, type GemensamtHinder, provaBorjan, provaDagar } from './kvalitet.register';
import { type DOMSTOLSUTFALL, type OMPROVNINGAR, type OVERKLAGADE_LAGAR, overklagandeFacts, type OverklagandeEvent, type RATTID } from './overklagande.events';
import { forvaltningslagen, provaOverlamnande, provaRattiden } from './overklagande.frister';
import { forstaInstans, type Instans, type Overklagande, type Overklagandestatus } from './overklagande.projection';

type En<T extends readonly string[]> = T[number];
/** Put there by prepare: the § is there, in this nämnd. */
type Paragraf = { readonly punkt?: string; readonly paragrafen?: boolean };
type Nytt = Borjan & { readonly lag: En<typeof OVERKLAGADE_LAGAR>; readonly omrade: string; readonly beslutsdatum: string; readonly inkom: string };
export type RegistreraOverklagande = Nytt & Paragraf & { readonly fickDel?: string; readonly klagande?: string };
export type LamnaNamndensOverklagande = Nytt & Paragraf & { readonly instans: Instans; readonly malnummer?: string };
export type OverklagandeCommand =
  | Command<'RegistreraOverklagande', RegistreraOverklagande>
  | Command<'LamnaNamndensOverklagande', LamnaNamndensOverklagande>
  | Command<'RattidsprovaOverklagande', { datum: string; resultat: En<typeof RATTID>; motiv?: string }>
  | Command<'OmprovaBeslutet', { datum: string; resultat: En<typeof OMPROVNINGAR>; motiv?: string }>
  | Command<'LamnaOverklagandeTillRatten', { datum: string }>
  | Command<'NoteraMalnummer', { malnummer: string }>
  | Command<'NoteraProvningstillstand', { datum: string; beviljat: boolean }>
  | Command<'NoteraDomstolsutfall', { datum: string; utfall: En<typeof DOMSTOLSUTFALL>; till?: Instans }>
  | Command<'OverklagaVidare', Paragraf & { datum: string; av: 'enskild' | 'namnd' }>
  | Command<'AterkallaOverklagande', { datum: string; motiv?: string }>
  | Command<'StrykOverklagande', { skal: string }>;

export type OverklagandeHinder =
  | GemensamtHinder | 'OVERKLAGANDET_FINNS_REDAN' | 'OVERKLAGANDET_FINNS_INTE' | 'OVERKLAGANDET_AR_STRUKET' | 'FEL_SKEDE' | 'PARAGRAFEN_FINNS_INTE' | 'RATTIDEN_STAMMER_INTE' | 'OMPROVNING_SAKNAS' | 'OVERLAMNAS_SENT'
  | 'PROVNINGSTILLSTAND_KRAVS_INTE' | 'PROVNINGSTILLSTAND_SAKNAS' | 'AR_HOS_DOMSTOL' | 'INGEN_HOGRE_INSTANS' | 'FEL_INSTANS' | 'NAMNDENS_BESLUT_SAKNAS';

type State = { readonly skede: 'finns inte' } | {
  readonly skede: 'finns'; readonly klass: Sekretessklass; readonly lag: Overklagande['lag']; readonly status: Overklagandestatus; readonly inkom: string; readonly beslutsdatum: string; readonly fickDel?: string;
  readonly senast: string; readonly omprovat: boolean; readonly instans?: Instans; readonly provningstillstand?: boolean;
};
type Finns = Exclude<State, { skede: 'finns inte' }>;

/** Where each command has its place in the flow (H4); nothing else is a path. */
const SKEDEN: Readonly<Partial<Record<OverklagandeCommand['type'], readonly Overklagandestatus[]>>> = {
  RattidsprovaOverklagande: ['inkommet'], OmprovaBeslutet: ['rattidsprovat'], LamnaOverklagandeTillRatten: ['rattidsprovat', 'omprovat'], AterkallaOverklagande: ['inkommet', 'rattidsprovat', 'omprovat'],
  NoteraMalnummer: ['hos_domstol'], NoteraProvningstillstand: ['hos_domstol'], NoteraDomstolsutfall: ['hos_domstol'], OverklagaVidare: ['avgjort', 'aterforvisat'],
};
const SAGS: Readonly<Record<Overklagandestatus, string>> = {
  inkommet: 'har kommit in men är inte rättidsprövat', rattidsprovat: 'är rättidsprövat', omprovat: 'är omprövat men inte överlämnat', avvisat: 'är avvisat', andrat: 'har lett till att beslutet ändrades helt', hos_domstol: 'ligger hos domstol',
  avgjort: 'är avgjort', aterforvisat: 'är återförvisat till nämnden', aterkallat: 'är återkallat', struket: 'är struket',
};
const HOGRE: Readonly<Record<Instans, Instans | undefined>> = { FR: 'KR', KR: 'HFD', HFD: undefined };
const I_SAK: readonly string[] = ['bifall', 'delvis', 'avslag', 'aterforvisat'];

/** An appeal: was it in time, is the decision to be changed, and then the courts one after the other (H4). */
export const overklagande: Decider<OverklagandeCommand, State, OverklagandeEvent, OverklagandeHinder> = {
  category: 'overklagande',
  facts: overklagandeFacts,
  initialState: { skede: 'finns inte' },
  namnd: ({ type, data }) => (type === 'RegistreraOverklagande' || type === 'LamnaNamndensOverklagande' ? data.namnd : null),

  decide(command, state, { id, at }) {
    const { type, data } = command;
    const kid = `overklagande:${id}`;
    const fel = provaDagar(data, lokaltDatum(at), state.skede === 'finns' ? { dag: state.senast, vad: 'det som senast hände' } : undefined);
    if (fel !== undefined) return fel;
    if (type === 'RegistreraOverklagande' || type === 'LamnaNamndensOverklagande') return state.skede === 'finns inte' ? borja(command, kid) : refuse('OVERKLAGANDET_FINNS_REDAN', 'Överklagandet finns redan.');
    if (state.skede === 'finns inte') return refuse('OVERKLAGANDET_FINNS_INTE', 'Överklagandet finns inte.');
    if (state.status === 'struket') return refuse('OVERKLAGANDET_AR_STRUKET', 'Överklagandet är struket.');
    if (SKEDEN[type]?.includes(state.status) === false) return refuse('FEL_SKEDE', `Överklagandet ${SAGS[state.status]}: det går inte att göra nu.`);
    const { klass } = state;
    const motiv = (text: string | undefined) => (blank(text) ? {} : { skal: seal(kid, text) });

    switch (type) {
      case 'RattidsprovaOverklagande': {
        const { datum, resultat } = data;
        // The time is passed only where the authority itself had led astray, and that is to be said (FL 45).
        if (resultat === 'for_sent_men_provas' && blank(data.motiv)) return noReason();
        const passed = uphold<OverklagandeHinder>(command, kid, [provaRattiden(state, resultat === 'i_tid')]);
        return isRefusal(passed) ? passed : [{ type: 'OverklagandeRattidsprovat', data: { klass, datum, resultat, ...motiv(data.motiv), ...passed } }];
      }
      case 'OmprovaBeslutet': return [{ type: 'BeslutetOmprovat', data: { klass, datum: data.datum, resultat: data.resultat, ...motiv(data.motiv) } }];
      case 'LamnaOverklagandeTillRatten': {
        const { omprovning } = forvaltningslagen(state.beslutsdatum);
        const passed = uphold<OverklagandeHinder>(command, kid, [
          !state.omprovat && warning('OMPROVNING_SAKNAS', `Det är inte antecknat om beslutet har omprövats (${omprovning}).`, omprovning),
          provaOverlamnande(state, data.datum),
        ]);
        return isRefusal(passed) ? passed : [{ type: 'OverklagandeLamnatTillRatten', data: { klass, datum: data.datum, instans: forstaInstans(state.lag), ...passed } }];
      }
      case 'NoteraMalnummer': return [{ type: 'MalnummerNoterat', data: { klass, instans: state.instans!, malnummer: seal(kid, data.malnummer) } }];
      case 'NoteraProvningstillstand':
        if (state.instans === 'FR') return refuse('PROVNINGSTILLSTAND_KRAVS_INTE', 'Förvaltningsrätten prövar överklagandet utan prövningstillstånd.');
        if (provasDirekt(state)) return refuse('PROVNINGSTILLSTAND_KRAVS_INTE', 'Kammarrätten prövar överklagandet utan prövningstillstånd (OSL 6 kap. 8 §).', 'OSL 6 kap. 8 §');
        return [{ type: 'ProvningstillstandNoterat', data: { klass, ...data, instans: state.instans! } }];
      case 'NoteraDomstolsutfall': return utfall(command, state, kid);
      case 'OverklagaVidare': {
        const { paragrafen, ...rest } = data;
        const instans = HOGRE[state.instans!];
        if (instans === undefined) return refuse('INGEN_HOGRE_INSTANS', 'Högsta förvaltningsdomstolens avgörande går inte att överklaga.');
        if (data.punkt !== undefined && paragrafen !== true) return paragrafSaknas();
        const passed = uphold<OverklagandeHinder>(command, kid, [data.av === 'namnd' && provaNamndensBeslut(state.lag, data.punkt)]);
        return isRefusal(passed) ? passed : [{ type: 'OverklagatVidare', data: { klass, ...rest, instans, ...passed } }];
      }
      case 'AterkallaOverklagande': return [{ type: 'OverklagandeAterkallat', data: { klass, datum: data.datum, ...motiv(data.motiv) } }];
      case 'StrykOverklagande':
        if (state.instans !== undefined) return refuse('AR_HOS_DOMSTOL', 'Överklagandet har gått till domstol och kan inte strykas.');
        return [{ type: 'OverklagandeStruket', data: { klass, skal: seal(kid, data.skal) } }];
      default: return unknownCase(command as never);
    }
  },

  evolve(state, event): State {
    if (event.type === 'OverklagandeRegistrerat' || event.type === 'NamndensOverklagandeInlamnat') {
      const { klass, lag, inkom, beslutsdatum } = event.data;
      const fickDel = event.type === 'OverklagandeRegistrerat' ? event.data.fickDel : undefined;
      return { skede: 'finns', klass, lag, inkom, beslutsdatum, senast: inkom, omprovat: false, ...(fickDel !== undefined && { fickDel }), ...(event.type === 'OverklagandeRegistrerat' ? { status: 'inkommet' } : { status: 'hos_domstol', instans: event.data.instans }) };
    }
    if (state.skede === 'finns inte') return state;
    switch (event.type) {
      case 'OverklagandeRattidsprovat': return { ...state, senast: event.data.datum, status: event.data.resultat === 'avvisas' ? 'avvisat' : 'rattidsprovat' };
      case 'BeslutetOmprovat': return { ...state, senast: event.data.datum, omprovat: true, status: event.data.resultat === 'andrat_helt' ? 'andrat' : 'omprovat' };
      case 'OverklagandeLamnatTillRatten': return { ...state, senast: event.data.datum, status: 'hos_domstol', instans: event.data.instans ?? 'FR' };
      case 'MalnummerNoterat': return state;
      case 'ProvningstillstandNoterat': return { ...state, senast: event.data.datum, provningstillstand: event.data.beviljat, ...(!event.data.beviljat && { status: 'avgjort' }) };
      case 'DomstolsutfallNoterat': return hos({ ...state, status: event.data.utfall === 'aterforvisat' ? 'aterforvisat' : 'avgjort' }, event.data.datum, event.data.till);
      case 'OverklagatVidare': return hos(state, event.data.datum, event.data.instans);
      case 'OverklagandeAterkallat': return { ...state, senast: event.data.datum, status: 'aterkallat' };
      case 'OverklagandeStruket': return { ...state, status: 'struket' };
      default: return unknownCase(event);
    }
  },
};
/** Another court has it: whether it may be tried there is asked anew. */
const hos = (state: Finns, datum: string, instans: Instans | undefined): State => {
  if (instans === undefined) return { ...state, senast: datum };
  const { provningstillstand: _, ...rest } = state;
  return { ...rest, senast: datum, status: 'hos_domstol', instans };
};

type Outcome = readonly OverklagandeEvent[] | Refusal<OverklagandeHinder>;
const borja = (command: Extract<OverklagandeCommand, { type: 'RegistreraOverklagande' | 'LamnaNamndensOverklagande' }>, kid: string): Outcome => {
  const { type, data: { omgivning, klass = 'sekretess', ...data } } = command;
  const fel = provaBorjan({ ...data, klass, ...(omgivning !== undefined && { omgivning }) });
  if (fel !== undefined) return fel;
  const ingenDag = provaDatum(data.beslutsdatum, 'fickDel' in data ? data.fickDel : undefined);
  if (ingenDag !== undefined) return { hinder: [ingenDag] };
  if (data.inkom < data.beslutsdatum) return refuse('DATUM_I_FEL_ORDNING', `Överklagandet kan inte ha kommit in ${data.inkom}, före beslutet ${data.beslutsdatum}.`);
  if (type === 'RegistreraOverklagande') {
    const { klagande, paragrafen, ...rest } = data as Omit<RegistreraOverklagande, 'omgivning' | 'klass'>;
    if (rest.fickDel !== undefined && rest.fickDel < rest.beslutsdatum) return refuse('DATUM_I_FEL_ORDNING', `Den som överklagar kan inte ha fått del av beslutet ${rest.fickDel}, före det ${rest.beslutsdatum}.`);
    if (rest.punkt !== undefined && paragrafen !== true) return paragrafSaknas();
    return [{ type: 'OverklagandeRegistrerat', data: { ...rest, klass, ...(klagande !== undefined && { klagande: seal(kid, klagande) }) } }];
  }
  const { malnummer, paragrafen, ...rest } = data as Omit<LamnaNamndensOverklagande, 'omgivning' | 'klass'>;
  if (rest.instans === 'FR') return refuse('FEL_INSTANS', 'Nämnden överklagar en domstols avgörande: ange KR eller HFD.');
  if (rest.punkt !== undefined && paragrafen !== true) return paragrafSaknas();
  const passed = uphold<OverklagandeHinder>(command, kid, [provaNamndensBeslut(rest.lag, rest.punkt)]);
  return isRefusal(passed) ? passed : [{ type: 'NamndensOverklagandeInlamnat', data: { ...rest, klass, ...(malnummer !== undefined && { malnummer: seal(kid, malnummer) }), ...passed } }];
};

const utfall = (command: Extract<OverklagandeCommand, { type: 'NoteraDomstolsutfall' }>, state: Finns, kid: string): Outcome => {
  const { datum, utfall: blev, till } = command.data;
  const instans = state.instans!;
  if (till !== undefined && (blev !== 'aterforvisat' || till === instans || HOGRE[till] === undefined || till === HOGRE[instans] || (till === 'FR' && forstaInstans(state.lag) !== 'FR'))) return refuse('FEL_INSTANS', 'Bara ett mål som återförvisas går till en annan domstol, och då till en lägre.');
  const passed = uphold<OverklagandeHinder>(command, kid, [
    instans !== 'FR' && !provasDirekt(state) && I_SAK.includes(blev) && state.provningstillstand !== true && utanTillstand(instans),
  ]);
  return isRefusal(passed) ? passed : [{ type: 'DomstolsutfallNoterat', data: { klass: state.klass, datum, instans, utfall: blev, ...(till !== undefined && { till }), ...passed } }];
};

/** By the court that has it first: where förvaltningsrätten never had it, kammarrätten needs no leave. */
const provasDirekt = ({ lag, instans }: Finns): boolean => instans === 'KR' && forstaInstans(lag) === 'KR';
/** FL 40 is of kammarrätten; of Högsta förvaltningsdomstolen the table has no section. */
const utanTillstand = (instans: Instans): Hinder<OverklagandeHinder> =>
  (instans === 'KR' ? warning('PROVNINGSTILLSTAND_SAKNAS', 'Det är inte antecknat att prövningstillstånd har meddelats (FL 40 §).', 'FL 40 §') : warning('PROVNINGSTILLSTAND_SAKNAS', 'Det är inte antecknat att prövningstillstånd har meddelats.'));

/** E3: an official may not appeal that a court has annulled an immediate care order. */
const provaNamndensBeslut = (lag: string, punkt: string | undefined) => lag === 'LVU' && punkt === undefined &&
  warning<OverklagandeHinder>('NAMNDENS_BESLUT_SAKNAS', 'Ange paragrafen där nämnden eller utskottet beslutade att överklaga. En tjänsteman får inte överklaga att domstolen har upphävt ett omhändertagande enligt LVU 6 §.', 'LVU 6 §');
const paragrafSaknas = (): Refusal<OverklagandeHinder> => refuse('PARAGRAFEN_FINNS_INTE', 'Paragrafen finns inte i nämnden.');

import { blank, type Command, type Context, type Decider, type Hinder, isRefusal, noReason, refuse, type Refusal, seal, unknownCase, uphold, warning } from '@klubba/kernel';
import { lasLagrummen, type Overklagandeslag, provaDatum, skrivLagrummet } from '@klubba/lagrum';
import { befattningskod, type NyDelegat } from './befattning';
import { type Delegationsslag, type Granshinder, provaGranser } from './delegationsgranser';
import { delegationsordningFacts, type DelegationsordningEvent } from './delegationsordning.events';
import type { Antagen, Delegationspunkt, Grans, Mandat, Ordningsdelegat } from './delegationsordning.projection';

export type NyDelegationspunkt = {
  readonly nummer: string;
  readonly arendegrupp: string;
  /** As it stands: `SoL 11:1, 12:1`. */
  readonly lagrum?: string;
  readonly slag?: Delegationsslag;
  readonly delegater: readonly NyDelegat[];
  readonly ersattare?: readonly NyDelegat[];
  readonly granser?: readonly Grans[];
  readonly villkor?: string;
  readonly vidaredelegation?: boolean;
  readonly anmals?: boolean;
  readonly overklagandeslag?: Overklagandeslag;
  readonly till?: string;
};
/** The § that the command points at, as it stands; put there by prepare. */
export type Antagenunderlag = { readonly paragraf?: { readonly namnd: string; readonly ar: number; readonly nr: number; readonly datum: string } };
type Antar = { readonly antagen: Antagen; readonly underlag?: Antagenunderlag };
export type AntaDelegationsordning = Antar & {
  readonly namnd: string;
  readonly gallerFran: string;
  readonly gallerTill?: string;
  readonly kalla?: string;
  readonly bradskande?: readonly Mandat[];
  readonly kompletterande?: readonly Mandat[];
  readonly punkter: readonly NyDelegationspunkt[];
};
export type DelegationsordningCommand =
  | Command<'AntaDelegationsordning', AntaDelegationsordning>
  | Command<'UpphavDelegationsordning', Antar & { readonly version: number; readonly till: string; readonly skal: string }>
  | Command<'AterkallaDelegation', Antar & { readonly version: number; readonly nummer: string; readonly till: string; readonly skal?: string }>
  | Command<'Vidaredelegera', { readonly version: number; readonly nummer: string; readonly av: NyDelegat; readonly till: NyDelegat; readonly fran: string; readonly beslutad: string; readonly diarienummer?: string }>
  | Command<'AterkallaVidaredelegation', { readonly version: number; readonly nummer: string; readonly befattning: string; readonly till: string; readonly skal?: string }>
  | Command<'SparaDelegationskolumner', { readonly namnd: string; readonly lista: 'ordning' | 'beslut'; readonly kolumner: readonly { readonly falt: string; readonly rubrik: string }[] }>;

export type DelegationsordningHinder =
  | Granshinder | 'DATUM_FINNS_INTE' | 'SKAL_SAKNAS' | 'VERSIONEN_FINNS_INTE' | 'PUNKTEN_FINNS_INTE' | 'PUNKTER_SAKNAS' | 'FOR_MANGA_PUNKTER' | 'NUMRET_FLERA_GANGER' | 'DELEGAT_SAKNAS' | 'TITEL_SAKNAS' | 'GRANSEN_ORIMLIG'
  | 'VIDAREDELEGATION_BARA_FRAN_FORVALTNINGSCHEF' | 'VIDAREDELEGATION_EJ_MEDGIVEN' | 'VIDAREDELEGATION_FINNS_INTE' | 'PARAGRAFEN_STAMMER_INTE' | 'GALLER_FORE_BESLUTET' | 'SLUTAR_FORE_BORJAN' | 'ERSATTER_VERSION' | 'KAN_VARA_FORBJUDET' | 'FALTET_FLERA_GANGER';

type Punkt = Pick<Delegationspunkt, 'nummer' | 'slag' | 'lagrum' | 'vidaredelegation' | 'till' | 'overklagandeslag'> & { readonly avChef: boolean };
type Version = { readonly version: number; readonly gallerFran: string; readonly gallerTill?: string; readonly punkter: readonly Punkt[]; readonly vidare: readonly { readonly nummer: string; readonly befattning: string; readonly fran: string; readonly till?: string }[] };
type State = { readonly versioner: readonly Version[] };

export const PUNKTER_MAX = 500;

/** A nämnd's delegationsordning (E1–E4): what the law does not let it hold is stopped before it is adopted. */
export const delegationsordning: Decider<DelegationsordningCommand, State, DelegationsordningEvent, DelegationsordningHinder> = {
  category: 'delegationsordning',
  facts: delegationsordningFacts,
  initialState: { versioner: [] },
  namnd: (_, id) => id,

  decide(command, state, context) {
    const { type, data } = command;
    const kid = `delegationsordning:${context.id}`;
    const noDay = provaDatum(...dagar(data));
    if (noDay !== undefined) return { hinder: [noDay] };
    if (type === 'AntaDelegationsordning') return anta(command, state, context);
    if (type === 'SparaDelegationskolumner') {
      if (new Set(data.kolumner.map(({ falt }) => falt)).size < data.kolumner.length) return refuse('FALTET_FLERA_GANGER', 'Samma uppgift är vald för flera kolumner.');
      return [{ type: 'DelegationskolumnerSparade', data: { lista: data.lista, kolumner: data.kolumner.map(({ falt, rubrik }) => ({ falt, rubrik: seal(kid, rubrik) })) } }];
    }
    const version = state.versioner.find((en) => en.version === data.version);
    if (version === undefined) return refuse('VERSIONEN_FINNS_INTE', `Delegationsordningen har ingen gällande version ${data.version}.`);
    if (type === 'UpphavDelegationsordning') {
      const antagen = provaAntagen(data, context.id);
      if (isRefusal(antagen)) return antagen;
      if (blank(data.skal)) return noReason();
      if (data.till < version.gallerFran) return refuse('SLUTAR_FORE_BORJAN', `Versionen gäller från ${version.gallerFran} och kan inte sluta ${data.till}.`);
      return [{ type: 'DelegationsordningUpphavd', data: { version: data.version, till: data.till, antagen, skal: seal(kid, data.skal) } }];
    }
    const punkt = version.punkter.find(({ nummer }) => nummer === data.nummer);
    if (punkt === undefined) return refuse('PUNKTEN_FINNS_INTE', `Version ${data.version} har ingen punkt ${data.nummer}.`);
    switch (type) {
      case 'AterkallaDelegation': {
        const antagen = provaAntagen(data, context.id);
        if (isRefusal(antagen)) return antagen;
        const { version: nr, nummer, till, skal } = data;
        return punkt.till === till ? [] : [{ type: 'DelegationAterkallad', data: { version: nr, nummer, till, antagen, ...(!blank(skal) && { skal: seal(kid, skal) }) } }];
      }
      case 'Vidaredelegera': {
        const { av, till, ...rest } = data;
        const stop = stopVidare(av, till, punkt, version, data);
        return stop ?? [{ type: 'Vidaredelegerad', data: { ...rest, till: delegaten(kid, till) } }];
      }
      case 'AterkallaVidaredelegation': {
        const { skal, ...rest } = data;
        if (!version.vidare.some((en) => en.nummer === rest.nummer && en.befattning === rest.befattning && en.till === undefined)) return refuse('VIDAREDELEGATION_FINNS_INTE', `Punkt ${rest.nummer} är inte vidaredelegerad till ${rest.befattning}.`);
        return [{ type: 'VidaredelegationAterkallad', data: { ...rest, ...(!blank(skal) && { skal: seal(kid, skal) }) } }];
      }
      default: return unknownCase(command);
    }
  },

  evolve(state, event): State {
    const vid = (nr: number, news: (version: Version) => Partial<Version>): State => ({ versioner: state.versioner.map((en) => (en.version === nr ? { ...en, ...news(en) } : en)) });
    switch (event.type) {
      case 'DelegationsordningAntagen': {
        const { version, gallerFran, gallerTill, punkter } = event.data;
        const ny: Version = {
          version, gallerFran, ...(gallerTill !== undefined && { gallerTill }), vidare: [],
          punkter: punkter.map(({ nummer, slag, lagrum, vidaredelegation, till, overklagandeslag, delegater }) => ({
            nummer, slag, lagrum, vidaredelegation, ...(till !== undefined && { till }), ...(overklagandeslag !== undefined && { overklagandeslag }), avChef: delegater.some((en) => en.slag === 'forvaltningschef'),
          })),
        };
        return { versioner: [...state.versioner.filter((en) => en.gallerFran !== gallerFran), ny] };
      }
      case 'DelegationsordningUpphavd': return vid(event.data.version, () => ({ gallerTill: event.data.till }));
      case 'DelegationAterkallad': return vid(event.data.version, ({ punkter }) => ({ punkter: punkter.map((en) => (en.nummer === event.data.nummer ? { ...en, till: event.data.till } : en)) }));
      case 'Vidaredelegerad': {
        const { version, nummer, fran, till: { befattning = 'okand' } } = event.data;
        return vid(version, ({ vidare }) => ({ vidare: [...vidare, { nummer, befattning, fran }] }));
      }
      case 'VidaredelegationAterkallad': {
        const { version, nummer, befattning, till } = event.data;
        return vid(version, ({ vidare }) => ({ vidare: vidare.map((en) => (en.nummer === nummer && en.befattning === befattning && en.till === undefined ? { ...en, till } : en)) }));
      }
      case 'DelegationskolumnerSparade': return state;
      default: return unknownCase(event);
    }
  },
};

const dagar = (data: DelegationsordningCommand['data']): readonly (string | undefined)[] => {
  const { gallerFran, gallerTill, fran, till, beslutad, antagen, punkter = [] } = data as { readonly gallerFran?: string; readonly gallerTill?: string; readonly fran?: string; readonly till?: unknown; readonly beslutad?: string; readonly antagen?: Antagen; readonly punkter?: readonly NyDelegationspunkt[] };
  return [gallerFran, gallerTill, fran, typeof till === 'string' ? till : undefined, beslutad, antagen?.datum, ...punkter.map((en) => en.till)];
};

/** The § that adopted it: one of the nämnd's own, when it is one of Klubba's. */
const provaAntagen = ({ antagen, underlag }: Antar, namnd: string): Antagen | Refusal<DelegationsordningHinder> => {
  if (antagen.punkt === undefined) return antagen;
  const { paragraf } = underlag ?? {};
  if (paragraf === undefined || paragraf.namnd !== namnd) return refuse('PARAGRAFEN_STAMMER_INTE', 'Paragrafen som antog delegationsordningen finns inte i nämnden, eller har inte fått sitt nummer.');
  const { ar, nr, datum } = paragraf;
  if (antagen.datum !== datum || (antagen.ar !== undefined && antagen.ar !== ar) || (antagen.nr !== undefined && antagen.nr !== nr)) return refuse('PARAGRAFEN_STAMMER_INTE', `Paragrafen är § ${nr} den ${datum}, inte det som angavs.`);
  return { punkt: antagen.punkt, ar, nr, datum };
};

export const delegaten = (kid: string, { slag, titel, organ }: NyDelegat): Ordningsdelegat => ({
  slag, ...(titel !== undefined && { befattning: befattningskod(titel), titel: seal(kid, titel) }), ...(organ !== undefined && { organ }),
});

const anta = (command: Extract<DelegationsordningCommand, { type: 'AntaDelegationsordning' }>, state: State, { id }: Context): readonly DelegationsordningEvent[] | Refusal<DelegationsordningHinder> => {
  const { gallerFran, gallerTill, kalla, bradskande = [], kompletterande = [], punkter } = command.data;
  const kid = `delegationsordning:${id}`;
  const antagen = provaAntagen(command.data, id);
  if (isRefusal(antagen)) return antagen;
  if (punkter.length === 0) return refuse('PUNKTER_SAKNAS', 'Delegationsordningen har inga punkter.');
  if (punkter.length > PUNKTER_MAX) return refuse('FOR_MANGA_PUNKTER', `Delegationsordningen har ${punkter.length} punkter. Högst ${PUNKTER_MAX} går.`);
  if (gallerTill !== undefined && gallerTill < gallerFran) return refuse('SLUTAR_FORE_BORJAN', `Delegationsordningen kan inte gälla från ${gallerFran} till ${gallerTill}.`);
  const [ledamotUtanNamn] = [...bradskande, ...kompletterande].filter(({ slag, person }) => slag === 'ledamot' && person === undefined);
  if (ledamotUtanNamn !== undefined) return refuse('DELEGAT_SAKNAS', 'En annan ledamot än ordföranden utses med namn. Ange vem.');
  const ersatter = state.versioner.find((en) => en.gallerFran === gallerFran);
  const weighed = uphold<DelegationsordningHinder>(command, kid, [
    antagen.datum > gallerFran && warning('GALLER_FORE_BESLUTET', `Delegationsordningen antogs ${antagen.datum} men ska gälla från ${gallerFran}. Ingen kan ha beslutat på delegation innan nämnden har delegerat.`),
    ersatter !== undefined && warning('ERSATTER_VERSION', `Version ${ersatter.version} gäller från samma dag och ersätts.`),
    ...provaPunkter(punkter, gallerFran),
  ]);
  if (isRefusal(weighed)) return weighed;
  const version = state.versioner.reduce((most, en) => Math.max(most, en.version), 0) + 1;
  return [{
    type: 'DelegationsordningAntagen',
    data: { namnd: id, version, gallerFran, ...(gallerTill !== undefined && { gallerTill }), antagen, ...(!blank(kalla) && { kalla: seal(kid, kalla) }), bradskande, kompletterande, punkter: punkter.map((en) => punkten(kid, en)), ...weighed },
  }];
};

/** Every rule against every point; each warning once for all the points it concerns, so that one reason answers for them. */
export const provaPunkter = (punkter: readonly NyDelegationspunkt[], datum: string): readonly Hinder<DelegationsordningHinder>[] => {
  const alla = punkter.flatMap((punkt, i) => provaPunkt(punkt, datum, punkter.findIndex(({ nummer }) => nummer === punkt.nummer) < i));
  const forst = alla.filter((en, i) => en.allvar === 'STOPP' || alla.findIndex(({ kod, allvar }) => kod === en.kod && allvar === 'VARNING') === i);
  return forst.map((en) => {
    const flera = en.allvar === 'VARNING' ? alla.filter(({ kod, allvar }) => kod === en.kod && allvar === 'VARNING').length - 1 : 0;
    return flera === 0 ? en : { ...en, text: `${en.text} Detsamma gäller ${flera} ${flera === 1 ? 'punkt' : 'punkter'} till.` };
  });
};
export const provaPunkt = (punkt: NyDelegationspunkt, datum: string, upprepat: boolean): readonly Hinder<DelegationsordningHinder>[] => {
  const { nummer, arendegrupp, delegater, ersattare = [], granser = [], slag = 'ovrigt', overklagandeslag } = punkt;
  const stopp = (kod: DelegationsordningHinder, text: string, lagrum?: string): Hinder<DelegationsordningHinder> => ({ kod, allvar: 'STOPP', text: `Punkt ${nummer}: ${text}`, ...(lagrum !== undefined && { lagrum }) });
  const { lasta } = lasLagrummen(punkt.lagrum ?? '');
  const iLagen = [...delegater, ...ersattare].flatMap((delegat) => provaGranser({ lagrum: lasta, slag, delegat, datum, ...(overklagandeslag !== undefined && { overklagandeslag }) }));
  return [
    ...(upprepat ? [stopp('NUMRET_FLERA_GANGER', 'numret står på flera punkter.')] : []),
    ...(delegater.length === 0 ? [stopp('DELEGAT_SAKNAS', 'delegat saknas.')] : []),
    ...([...delegater, ...ersattare].some((en) => en.slag === 'tjansteman' && blank(en.titel)) ? [stopp('TITEL_SAKNAS', 'en tjänsteperson anges med titel.')] : []),
    ...(granser.some(({ hogst }) => !Number.isSafeInteger(hogst) || hogst < 1) ? [stopp('GRANSEN_ORIMLIG', 'en gräns är ett tal från 1.')] : []),
    ...(punkt.vidaredelegation === true && !delegater.some((en) => en.slag === 'forvaltningschef') ? [stopp('VIDAREDELEGATION_BARA_FRAN_FORVALTNINGSCHEF', BARA_CHEFEN, 'KL 7 kap. 6 §')] : []),
    ...iLagen.filter((en, i) => iLagen.findIndex(({ text }) => text === en.text) === i).map((en) => ({ ...en, text: `Punkt ${nummer}: ${en.text}` })),
    ...(slag === 'ovrigt' && KAN_VARA.test(arendegrupp) ? [warning<DelegationsordningHinder>('KAN_VARA_FORBJUDET', `Punkt ${nummer}: ”${arendegrupp.slice(0, 80)}” kan vara ett ärende som inte får delegeras (KL 6 kap. 38 §). Ange ärendets slag eller skäl.`, 'KL 6 kap. 38 §')] : []),
  ];
};
const BARA_CHEFEN = 'Vidaredelegation får bara ske från förvaltningschef efter nämndens medgivande (KL 7 kap. 6 §).';
/** Words under which orders hide what KL 6:38 forbids; only a person can tell, so it warns. */
const KAN_VARA = /(?:yttrande|svar|framställning|förslag)\S*\b.*\b(?:till|över|från) (?:kommun)?fullmäktige|medborgarförslag|(?:mål|inriktning|verksamhetsplan)\S* för verksamheten/iu;

const punkten = (kid: string, { nummer, arendegrupp, lagrum = '', slag = 'ovrigt', delegater, ersattare = [], granser = [], villkor, vidaredelegation = false, anmals = true, overklagandeslag, till }: NyDelegationspunkt): Delegationspunkt => {
  const { lasta, olasta } = lasLagrummen(lagrum);
  return {
    nummer, arendegrupp: seal(kid, arendegrupp), lagrum: lasta.map(skrivLagrummet), ...(olasta.length > 0 && { lagrumSkrivet: seal(kid, lagrum) }), slag, delegater: delegater.map((en) => delegaten(kid, en)), ersattare: ersattare.map((en) => delegaten(kid, en)),
    granser, ...(!blank(villkor) && { villkor: seal(kid, villkor) }), vidaredelegation, anmals, ...(overklagandeslag !== undefined && { overklagandeslag }), ...(till !== undefined && { till }),
  };
};

/** E4: from förvaltningschefen, as the nämnd has allowed, to an employee, and no further. */
const stopVidare = (av: NyDelegat, till: NyDelegat, punkt: Punkt, version: Version, { fran, beslutad }: { readonly fran: string; readonly beslutad: string }): Refusal<DelegationsordningHinder> | undefined => {
  const lagrum = 'KL 7 kap. 6 §';
  if (av.slag !== 'forvaltningschef') return refuse('VIDAREDELEGATION_BARA_FRAN_FORVALTNINGSCHEF', `${sagd(av)} kan inte delegera vidare. ${BARA_CHEFEN}`, lagrum);
  if (!punkt.avChef || !punkt.vidaredelegation) return refuse('VIDAREDELEGATION_EJ_MEDGIVEN', `Nämnden har inte medgett att punkt ${punkt.nummer} vidaredelegeras. ${BARA_CHEFEN}`, lagrum);
  if (till.slag !== 'tjansteman' || blank(till.titel)) return refuse('TITEL_SAKNAS', 'Vidaredelegation sker till en anställd. Ange titel.', lagrum);
  if (fran < version.gallerFran || (version.gallerTill !== undefined && fran > version.gallerTill)) return refuse('VERSIONEN_FINNS_INTE', `Version ${version.version} gäller inte ${fran}.`);
  if (fran < beslutad) return refuse('GALLER_FORE_BESLUTET', `Vidaredelegationen beslutades ${beslutad} och kan inte gälla från ${fran}.`);
  const { lasta } = lasLagrummen(punkt.lagrum.join('; '));
  const [funnen, ...fler] = provaGranser({ lagrum: lasta, slag: punkt.slag, delegat: till, datum: fran, ...(punkt.overklagandeslag !== undefined && { overklagandeslag: punkt.overklagandeslag }) }).filter(({ allvar }) => allvar === 'STOPP');
  return funnen === undefined ? undefined : { hinder: [funnen, ...fler] };
};
const sagd = ({ titel, slag }: NyDelegat): string => {
  const text = titel ?? slag;
  return `${text[0]!.toUpperCase()}${text.slice(1)}`;
};

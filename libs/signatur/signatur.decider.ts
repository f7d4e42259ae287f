import type { Delegationsbeslut } from '@klubba/delegation';
import { type Command, type Context, type Decider, isRefusal, type Refusal, refuse, seal, type Sekretessklass, streamId, unknownCase, warning, weigh } from '@klubba/kernel';
import { stod } from '@klubba/lagrum';
import { signaturFacts, type SignaturEvent } from './signatur.events';
import { type Delslag, type Forfalloskal, type Omfang, type Signaturroll, vadSomSigneras } from './signatur.projection';
import { decideUndertecknat, type UndertecknatCommand, type UndertecknatHinder } from './signatur.undertecknat.decider';

/** A § as the rules of signing see it. `nummer` is its place on the agenda, `nr` the § once it has one. */
export type Paragraflage = {
  readonly punkt: string;
  readonly nummer: number;
  readonly nr?: number;
  readonly avgjord: boolean;
  readonly utskriven: boolean;
  /** From before Klubba, and signed there. */
  readonly inlast: boolean;
  /** Who led the meeting at it. */
  readonly ordforande?: string;
  readonly narvarande: readonly string[];
};
/** Whether a decision stands, and if not, why. */
export type Beslutsskede = 'galler' | Extract<Forfalloskal, 'struket' | 'andrat' | 'aterupptaget'>;
/** Who decided, as far as the decision says. `presidium`: who held the chair on its day, or would hold it instead. */
export type Delegatlage = { readonly slag: Delegationsbeslut['delegat']['slag']; readonly person?: string; readonly presidium: readonly string[] };
export type Lage =
  | { readonly slag: 'tjansteskrivelse'; readonly skede: 'utkast' | 'fardigstalld' | 'aterkallad'; readonly version: number }
  | { readonly slag: 'protokoll'; readonly datum: string; readonly justerare: readonly string[]; readonly paragrafer: readonly Paragraflage[] }
  /** `inlast`: from a list of what was decided in another system. */
  | { readonly slag: 'delegationsbeslut'; readonly skede: Beslutsskede; readonly inlast: boolean; readonly delegat: Delegatlage }
  | { readonly slag: 'lexsarah'; readonly skede: Beslutsskede; readonly person: string };

/** What is to be signed as it stands in the log, put there by prepare; absent when there is no such thing. */
export type Underlag = {
  readonly namnd: string;
  readonly klass: Sekretessklass;
  readonly version?: number;
  readonly lage: Lage;
  /** Absent when a part of it is gallrad. */
  readonly hashat?: { readonly form: number; readonly hash: string; readonly delar: readonly Hashad[]; readonly handlingar: readonly { readonly del: string; readonly handling: string; readonly version: number; readonly hash: string }[] };
  /** Earlier signatures that hold against what stands there now. */
  readonly galler: readonly string[];
};
type Hashad = { readonly del: string; readonly slag: Delslag; readonly hash: string; readonly salt: string };

export type Signera = Omfang & { readonly underlag?: Underlag };
export type SignaturCommand =
  | Command<'Signera', Signera>
  /** Given by reactions to what may have changed something signed. `fallna`: what prepare found. */
  | Command<'ProvaSignaturer', { readonly fallna?: readonly { readonly signatur: string; readonly skal: Forfalloskal; readonly delar: readonly string[] }[] }>
  | UndertecknatCommand;

export type SignaturHinder =
  | 'DET_SOM_SIGNERAS_FINNS_INTE' | 'GALLRAT' | 'FEL_ROLL' | 'AR_ETT_UTKAST' | 'AR_ATERKALLAD' | 'EN_ANNAN_VERSION'
  | 'INGA_PARAGRAFER' | 'AR_INLAST' | 'EJ_AVGJORD' | 'EJ_NUMRERAD' | 'PARAGRAFEN_EJ_UTSKRIVEN' | 'EJ_UTSEDD' | 'ANNAN_LEDDE' | 'JUSTERARE_EJ_NARVARANDE'
  | 'BESLUTET_GALLER_INTE' | 'SIGNERAS_I_PROTOKOLLET' | 'DELEGATEN_OKAND' | 'EJ_DELEGATEN'
  | UndertecknatHinder;

type Lamnad = { readonly id: string; readonly person: string; readonly som: Signaturroll; readonly omfang: string };
/** Signatures that hold; the ids of those that have fallen are of no more use. And the signed papers that have come. */
export type State = { readonly galler: readonly Lamnad[]; readonly undertecknade: readonly string[] };

const omfanget = ({ slag, version, omgang, faktum, punkter }: Omfang): string => [slag, version ?? '', omgang ?? '', faktum ?? '', ...[...(punkter ?? [])].sort()].join(' ');
const kidFor = ({ slag, mal }: Omfang, del: string): string => (slag === 'protokoll' ? `paragraf:${del}` : `${slag}:${mal}`);

/**
 * The signatures of one thing, whatever kind of thing it is. That a signature agrees with the content when it is given is
 * tried again by a reaction to the signature itself, so that a content which changed in between makes it fall too.
 */
export const signatur: Decider<SignaturCommand, State, SignaturEvent, SignaturHinder> = {
  category: 'signatur',
  facts: signaturFacts,
  initialState: { galler: [], undertecknade: [] },
  namnd: ({ type, data }) => (type === 'ProvaSignaturer' ? null : (data.underlag?.namnd ?? null)),

  decide(command, state, context) {
    switch (command.type) {
      case 'Signera': return decideSignera(command, state, context);
      case 'ProvaSignaturer':
        return (command.data.fallna ?? []).filter((en) => state.galler.some(({ id }) => id === en.signatur)).map((data) => ({ type: 'SignaturForfallen', data }));
      case 'LaggTillUndertecknat': return decideUndertecknat(command, state.undertecknade, context);
      default: return unknownCase(command);
    }
  },

  evolve(state, event): State {
    switch (event.type) {
      case 'SignaturLamnad': {
        const { signatur: id, person, som, ...data } = event.data;
        return { ...state, galler: [...state.galler, { id, person, som, omfang: omfanget(data) }] };
      }
      case 'SignaturForfallen':
        return { ...state, galler: state.galler.filter(({ id }) => id !== event.data.signatur) };
      case 'UndertecknatTillagt':
        return { ...state, undertecknade: [...state.undertecknade, `${event.data.handling} ${event.data.handlingsversion}`] };
      default: return unknownCase(event);
    }
  },
};

const decideSignera = (command: Extract<SignaturCommand, { type: 'Signera' }>, state: State, context: Context): readonly SignaturEvent[] | Refusal<SignaturHinder> => {
  const { version, underlag } = command.data;
  if (underlag === undefined) return refuse('DET_SOM_SIGNERAS_FINNS_INTE', 'Det som ska signeras finns inte.');
  const { lage, hashat, klass, galler } = underlag;
  if (version !== undefined && underlag.version !== undefined && version !== underlag.version) return refuse('EN_ANNAN_VERSION', `Du läste version ${version}, men nu gäller version ${underlag.version}. Läs den och signera sedan.`);
  const dom = domen(command, lage, context);
  if (isRefusal(dom)) return dom;
  if (hashat === undefined) return refuse('GALLRAT', 'En del av det som skulle signeras är gallrad.');

  const om: Omfang = {
    ...vadSomSigneras(command.data, underlag.version), ...(lage.slag === 'protokoll' && { punkter: lage.paragrafer.map(({ punkt }) => punkt) }),
  };
  // The same person, the same content: nothing new.
  if (state.galler.some(({ id, person, som, omfang }) => person === context.by && som === dom.som && omfang === omfanget(om) && galler.includes(id))) return [];
  const { delar, ...rest } = hashat;
  return [{
    type: 'SignaturLamnad',
    data: {
      signatur: streamId('signatur', context.by, context.command), person: context.by, ...om, klass, metod: 'inloggad', ...rest,
      delar: delar.map(({ salt, ...del }) => ({ ...del, salt: seal(kidFor(om, del.del), salt) })), ...dom,
    },
  }];
};

/** In what capacity this person signs this thing, or why not. */
const domen = (command: Extract<SignaturCommand, { type: 'Signera' }>, lage: Lage, context: Context): Dom | Refusal<SignaturHinder> => {
  switch (lage.slag) {
    case 'tjansteskrivelse': return somChef(lage, context);
    case 'protokoll': return iProtokollet(command, lage, context);
    case 'delegationsbeslut': return somDelegat(lage, context);
    case 'lexsarah': return somDenne(lage.person === context.by, lage.skede);
  }
};
type Dom = { readonly som: Signaturroll; readonly avsteg?: readonly { readonly kod: string; readonly skal: ReturnType<typeof seal<string>> }[] };

const somChef = ({ skede }: Extract<Lage, { slag: 'tjansteskrivelse' }>, { roll }: Context): Dom | Refusal<SignaturHinder> => {
  if (roll !== 'forvaltningschef') return refuse('FEL_ROLL', 'En tjänsteskrivelse signeras av förvaltningschefen.');
  if (skede === 'utkast') return refuse('AR_ETT_UTKAST', 'Tjänsteskrivelsen är ett utkast. Den ska vara färdigställd när den signeras.');
  return skede === 'aterkallad' ? refuse('AR_ATERKALLAD', 'Tjänsteskrivelsen är återkallad.') : { som: 'forvaltningschef' };
};

const SKALET: Readonly<Record<Exclude<Beslutsskede, 'galler'>, string>> = {
  struket: 'Det är struket och gäller inte.', andrat: 'Ett senare beslut har ändrat det. Läs det och signera det i stället.', aterupptaget: 'Ärendet har tagits upp igen, och beslutet gäller inte längre.',
};
/** How a decision stands is told to the one who took it. */
const somDenne = (fattade: boolean, skede: Beslutsskede): Dom | Refusal<SignaturHinder> => {
  if (!fattade) return refuse('EJ_DELEGATEN', 'Du fattade inte beslutet. Det signeras av den som fattade det.');
  return skede === 'galler' ? { som: 'delegat' } : refuse('BESLUTET_GALLER_INTE', SKALET[skede]);
};

/** E1, E7: he signs who decided. Where the decision does not name the person, the office tells who it was, if it is one that is known. */
const somDelegat = ({ skede, inlast, delegat: { slag, person, presidium } }: Extract<Lage, { slag: 'delegationsbeslut' }>, { by, roll }: Context): Dom | Refusal<SignaturHinder> => {
  if (inlast) return refuse('AR_INLAST', 'Beslutet är inläst ur en lista och fattades i ett annat system. Lägg till det undertecknade beslutet i stället.');
  if (slag === 'utskott') return refuse('SIGNERAS_I_PROTOKOLLET', 'Utskottets beslut signeras i utskottets protokoll.');
  if (person !== undefined) return somDenne(person === by, skede);
  switch (slag) {
    case 'forvaltningschef': return somDenne(roll === 'forvaltningschef', skede);
    case 'ordforande': case 'presidiet': return somDenne(presidium.includes(by), skede);
    default: return refuse('DELEGATEN_OKAND', 'Beslutet säger inte vilken person som fattade det, och kan inte signeras.');
  }
};

const namnd = ({ nr, nummer }: Paragraflage): string => (nr === undefined ? `ärende ${nummer}` : `§ ${nr}`);
const uppraknade = (paragrafer: readonly Paragraflage[]): string => paragrafer.map(namnd).join(', ');

/** C3, C4, J4: the words stand there and have their number; he signs who led the meeting, or was chosen to, and was there. */
const iProtokollet = (command: Extract<SignaturCommand, { type: 'Signera' }>, { datum, justerare, paragrafer }: Extract<Lage, { slag: 'protokoll' }>, { by }: Context): Dom | Refusal<SignaturHinder> => {
  if (paragrafer.length === 0) return refuse('INGA_PARAGRAFER', 'Ingen paragraf finns att signera.');
  const [oavgjord] = paragrafer.filter(({ avgjord }) => !avgjord);
  if (oavgjord !== undefined) return refuse('EJ_AVGJORD', `Klubban har inte fallit för ärende ${oavgjord.nummer}.`);
  const [onumrerad] = paragrafer.filter(({ nr }) => nr === undefined);
  if (onumrerad !== undefined) return refuse('EJ_NUMRERAD', `Ärende ${onumrerad.nummer} har inte fått sitt paragrafnummer än. Försök igen om en stund.`);
  const [inlast] = paragrafer.filter((en) => en.inlast);
  if (inlast !== undefined) return refuse('AR_INLAST', `${namnd(inlast)} är inläst från tiden före Klubba och undertecknades då. Lägg till det undertecknade protokollet i stället.`);
  const outskrivna = paragrafer.filter(({ utskriven }) => !utskriven);
  if (outskrivna.length > 0) return refuse('PARAGRAFEN_EJ_UTSKRIVEN', `Beslutet är inte utskrivet i ${uppraknade(outskrivna)} och kan inte signeras.`);

  const ledde = paragrafer.some(({ ordforande }) => ordforande === by);
  if (!ledde && !justerare.includes(by)) {
    const { citat } = stod('justering', datum);
    return refuse('EJ_UTSEDD', `Du ledde inte sammanträdet vid någon av paragraferna och är inte utsedd att justera dem (${citat}).`, citat);
  }
  const [borta] = paragrafer.filter(({ narvarande }) => !narvarande.includes(by));
  const [annan] = ledde ? paragrafer.filter(({ ordforande }) => ordforande !== undefined && ordforande !== by) : [];
  const passed = weigh<SignaturHinder>(command, `sammantrade:${command.data.mal}`, [
    borta !== undefined && warning('JUSTERARE_EJ_NARVARANDE', `{person:${by}} var inte närvarande vid ${namnd(borta)} och bör inte justera den.`),
    annan !== undefined && annan !== borta && warning('ANNAN_LEDDE', `{person:${annan.ordforande}} ledde sammanträdet vid ${namnd(annan)} och bör signera den.`),
  ]);
  return isRefusal(passed) ? passed : { som: ledde ? 'ordforande' : 'justerare', ...passed };
};

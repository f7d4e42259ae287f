import { blank, type Command, type Context, type Decider, type Hinder, isRefusal, noReason, type Refusal, refuse, seal, type Sekretessklass, streamId, unknownCase, uphold, warning, weigh } from '@klubba/kernel';
import { type Delfaendesatt, type Instans, lokaltDatum, type Overklagandeslag, provaDatum, provaDelgivningssatt, provaHanvisning } from '@klubba/lagrum';
import { type ERSATTSKAL, type ExpedieringEvent, expedieringFacts, type UTSKICKSSATT } from './expediering.events';
import type { Mottagarslag } from './expediering.projection';

/** The § as prepare finds it; none where it is not there, or has no number yet. `skickasTill`: as the memo says. */
export type Paragrafen = { readonly namnd: string; readonly sammantrade: string; readonly ar: number; readonly nr: number; readonly datum: string; readonly klass: Sekretessklass; readonly skickasTill: readonly string[]; readonly startdatum?: string };
/** The extract as prepare makes it; `gallrat` when its key is gone. */
export type Utdraget = {
  readonly klass: Sekretessklass;
  readonly justerad?: string;
  readonly overklagandeslag: Overklagandeslag;
  /** That of the § and those of its decision points. */
  readonly slagen: readonly Overklagandeslag[];
  readonly form: number;
  readonly hash: string;
  readonly salt: string;
  readonly handlingar: readonly { readonly handling: string; readonly version: number; readonly hash: string }[];
  /** It holds what tells where somebody is hidden. */
  readonly avslojar: boolean;
  /** A reservation waits for its motivation. */
  readonly motiveringSaknas: boolean;
};
type NyMottagare = { readonly namn: string; readonly slag?: Mottagarslag };
type Skicka = { mottagare: string; datum: string; satt: (typeof UTSKICKSSATT)[number]; overklagandeslag?: Overklagandeslag; lamnasTill?: Instans; underlag?: Utdraget | 'gallrat' };
export type ExpedieringCommand =
  | Command<'UpprattaExpedieringslista', { sammantrade: string; punkt: string; mottagare?: readonly NyMottagare[]; underlag?: Paragrafen }>
  | Command<'LasInExpedieringslista', { sammantrade: string; punkt: string; mottagare: readonly NyMottagare[]; kalla: string; underlag?: Paragrafen }>
  /** `partFinns`: at the §, put there by prepare. */
  | Command<'LaggTillMottagare', { slag: Mottagarslag; namn?: string; part?: string; farSeVistelseort?: boolean; partFinns?: boolean }>
  | Command<'AndraMottagare', { mottagare: string; slag: Mottagarslag; part?: string; farSeVistelseort?: boolean; partFinns?: boolean }>
  | Command<'StrykMottagare', { mottagare: string; skal: string }>
  | Command<'AngeAdress', { mottagare: string; adress: string; folkbokforingsadress?: string; osaker?: boolean }>
  | Command<'BekraftaAdress', { mottagare: string; datum: string; galler: string; handlaggare: string; avsandare?: string }>
  | Command<'SkyddaVistelseort', { uppgifter: readonly string[]; lagrum: string }>
  | Command<'SkickaUtdrag', Skicka>
  | Command<'ProvaUtdrag', { ersatta: readonly { mottagare: string; utdrag: string; skal: (typeof ERSATTSKAL)[number] }[] }>
  | Command<'NoteraDelgivning', { mottagare: string; datum: string; satt: Delfaendesatt; bevis?: string }>;

export type ExpedieringHinder =
  | 'LISTAN_FINNS_REDAN' | 'LISTAN_FINNS_INTE' | 'PARAGRAFEN_FINNS_INTE' | 'INTE_FORE_START' | 'KALLA_SAKNAS' | 'DATUM_FINNS_INTE' | 'DATUM_I_FRAMTIDEN' | 'SKAL_SAKNAS' | 'NAMN_SAKNAS' | 'GALLRAT'
  | 'MOTTAGAREN_FINNS_INTE' | 'PART_SAKNAS' | 'PARTEN_FINNS_INTE' | 'SLAG_SAKNAS' | 'REDAN_SKICKAT' | 'EJ_SKICKAT' | 'FORE_BESLUTET' | 'DELGIVNING_FORE_UTSKICK' | 'UTDRAGET_ERSATT' | 'DELGIVNINGSSATT_I_SOCIALTJANST'
  | 'EJ_JUSTERAD' | 'ADRESS_SAKNAS' | 'ADRESSEN_AR_OSAKER' | 'ADRESS_EJ_BEKRAFTAD' | 'MOTTAGAREN_EJ_PART' | 'HEMLIG_VISTELSEORT' | 'UPPGIFTEN_FOR_KORT' | 'HANDLINGAR_EJ_GRANSKADE' | 'MOTIVERING_SAKNAS' | 'FEL_BESVARSHANVISNING' | 'FEL_INSTANS';

type Mottagare = {
  readonly mottagare: string;
  readonly slag: Mottagarslag;
  readonly part?: string;
  readonly farSeVistelseort: boolean;
  readonly adress?: { readonly osaker: boolean; readonly bekraftad: boolean };
  readonly utdrag: readonly { readonly utdrag: string; readonly datum: string; readonly ersatt: boolean }[];
  readonly delgiven?: { readonly utdrag: string; readonly datum: string; readonly satt: Delfaendesatt };
};
type Lista = { readonly nr: number; readonly datum: string; readonly klass: Sekretessklass; readonly mottagare: readonly Mottagare[]; readonly skyddad: boolean };
type State = { readonly skede: 'finns inte' } | ({ readonly skede: 'finns' } & Lista);
type Outcome = readonly ExpedieringEvent[] | Refusal<ExpedieringHinder>;

/** To one's own förvaltning, the personakt and one's own ledamöter nothing leaves the myndighet (I6). */
const INTERNA: readonly Mottagarslag[] = ['egen_forvaltning', 'personakt', 'ledamot'];
const PARTENS: readonly Mottagarslag[] = ['part', 'vardnadshavare', 'ombud'];
const utanfor = ({ slag }: Pick<Mottagare, 'slag'>): boolean => !INTERNA.includes(slag);
/** As short as can be without being found everywhere. */
const UPPGIFT_MINST = 4;
/** A text as it is looked for: letters and digits alone, so that `Storgatan 1 B` is found in `storgatan 1b`. */
export const sokt = (text: string): string => text.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** How a decision is sent (C7): the list, the addresses, the extracts with how to appeal (D5), and when each was received (D3). */
export const expediering: Decider<ExpedieringCommand, State, ExpedieringEvent, ExpedieringHinder> = {
  category: 'expediering',
  facts: expedieringFacts,
  initialState: { skede: 'finns inte' },
  namnd: ({ type, data }) => (type === 'UpprattaExpedieringslista' || type === 'LasInExpedieringslista' ? (data.underlag?.namnd ?? null) : null),

  decide(command, state, context) {
    if ('datum' in command.data) {
      const { datum } = command.data;
      const ingenDag = provaDatum(datum);
      if (ingenDag !== undefined) return { hinder: [ingenDag] };
      if (datum > lokaltDatum(context.at)) return refuse('DATUM_I_FRAMTIDEN', `Datumet ${datum} har inte varit än.`);
    }
    if (command.type === 'UpprattaExpedieringslista' || command.type === 'LasInExpedieringslista') return listan(command, state, context);
    if (command.type === 'ProvaUtdrag') {
      const galler = state.skede === 'finns inte' ? [] : state.mottagare.flatMap(({ utdrag }) => utdrag.filter(({ ersatt }) => !ersatt).map((en) => en.utdrag));
      return command.data.ersatta.filter(({ utdrag }) => galler.includes(utdrag)).map((data) => ({ type: 'UtdragErsatt', data }));
    }
    if (state.skede === 'finns inte') return refuse('LISTAN_FINNS_INTE', 'Paragrafen har ingen expedieringslista. Upprätta den först.');
    return command.type === 'LaggTillMottagare' || command.type === 'SkyddaVistelseort' ? tillagg(command, state, context) : tillMottagaren(command, state, context);
  },

  evolve(state, event): State {
    if (event.type === 'ExpedieringslistaUpprattad' || event.type === 'ExpedieringslistaInlast') {
      const { nr, datum, klass, mottagare } = event.data;
      return { skede: 'finns', nr, datum, klass, skyddad: false, mottagare: mottagare.map(({ mottagare: id, slag }) => ({ mottagare: id, slag, farSeVistelseort: false, utdrag: [] })) };
    }
    if (state.skede === 'finns inte') return state;
    if (event.type === 'VistelseortSkyddad') return { ...state, skyddad: true };
    const med = (news: (en: Mottagare) => Partial<Mottagare>): State => ({ ...state, mottagare: state.mottagare.map((en) => (en.mottagare === event.data.mottagare ? { ...en, ...news(en) } : en)) });
    switch (event.type) {
      case 'MottagareTillagd': {
        const { mottagare, slag, part, farSeVistelseort } = event.data;
        return { ...state, mottagare: [...state.mottagare, { mottagare, slag, ...(part !== undefined && { part }), farSeVistelseort, utdrag: [] }] };
      }
      case 'MottagareAndrad': {
        const { slag, part, farSeVistelseort } = event.data;
        return med(() => ({ slag, farSeVistelseort, ...(part !== undefined && { part }) }));
      }
      case 'MottagareStruken': return { ...state, mottagare: state.mottagare.filter(({ mottagare }) => mottagare !== event.data.mottagare) };
      case 'AdressAngiven': return med(() => ({ adress: { osaker: event.data.osaker, bekraftad: false } }));
      case 'AdressBekraftad': return med(({ adress }) => ({ adress: { osaker: adress?.osaker ?? false, bekraftad: true } }));
      case 'UtdragSkickat': return med(({ utdrag }) => ({ utdrag: [...utdrag, { utdrag: event.data.utdrag, datum: event.data.datum, ersatt: false }] }));
      case 'UtdragErsatt': return med(({ utdrag }) => ({ utdrag: utdrag.map((en) => (en.utdrag === event.data.utdrag ? { ...en, ersatt: true } : en)) }));
      case 'DelgivningNoterad': return med(() => ({ delgiven: { utdrag: event.data.utdrag, datum: event.data.datum, satt: event.data.satt } }));
      default: return unknownCase(event);
    }
  },
};

type Av<T extends ExpedieringCommand['type']> = Extract<ExpedieringCommand, { type: T }>;

const listan = (command: Av<'UpprattaExpedieringslista'> | Av<'LasInExpedieringslista'>, state: State, { id, by, command: kommando }: Context): Outcome => {
  if (state.skede === 'finns') return refuse('LISTAN_FINNS_REDAN', `§ ${state.nr} har redan en expedieringslista. Lägg till mottagare i den.`);
  const { underlag } = command.data;
  if (underlag === undefined) return refuse('PARAGRAFEN_FINNS_INTE', 'Paragrafen finns inte, eller har inte fått sitt nummer än.');
  const { skickasTill, startdatum, ...om } = underlag;
  const kid = `paragraf:${id}`;
  const rad = ({ namn, slag = 'ej_angivet' }: NyMottagare, i: number) => ({ mottagare: streamId(`mottagare ${i}`, by, kommando), slag, namn: seal(kid, namn) });
  if (command.type === 'UpprattaExpedieringslista') {
    const { mottagare } = command.data;
    const alla = mottagare ?? skickasTill.map((namn) => ({ namn }));
    return [{ type: 'ExpedieringslistaUpprattad', data: { ...om, ur: mottagare === undefined ? 'tjansteskrivelse' : 'angiven', mottagare: alla.map(rad) } }];
  }
  const { mottagare, kalla } = command.data;
  if (startdatum === undefined) return refuse('INTE_FORE_START', 'Nämnden har inget startdatum i Klubba. Bara det som hände före det läses in.');
  if (om.datum >= startdatum) return refuse('INTE_FORE_START', `Sammanträdet ${om.datum} är inte före nämndens start i Klubba ${startdatum}. Upprätta listan på vanligt sätt.`);
  if (blank(kalla)) return refuse('KALLA_SAKNAS', 'Ange källan: varifrån det är läst.');
  return [{ type: 'ExpedieringslistaInlast', data: { ...om, kalla: seal(kid, kalla), mottagare: mottagare.map(rad) } }];
};

const tillagg = (command: Av<'LaggTillMottagare'> | Av<'SkyddaVistelseort'>, { klass }: Lista, { id, by, command: kommando }: Context): Outcome => {
  const kid = `paragraf:${id}`;
  switch (command.type) {
    case 'LaggTillMottagare': {
      const { slag, namn, part, farSeVistelseort = false } = command.data;
      const fel = provaPart(command.data);
      if (fel !== undefined) return fel;
      if (part === undefined && blank(namn)) return refuse('NAMN_SAKNAS', 'Ange mottagarens namn.');
      return [{ type: 'MottagareTillagd', data: { klass, mottagare: streamId('mottagare', by, kommando), slag, ...(namn !== undefined && { namn: seal(kid, namn) }), ...(part !== undefined && { part }), farSeVistelseort } }];
    }
    case 'SkyddaVistelseort': {
      const { uppgifter, lagrum } = command.data;
      const kort = uppgifter.some((en) => sokt(en).length < UPPGIFT_MINST);
      if (kort || uppgifter.length === 0) return refuse('UPPGIFTEN_FOR_KORT', `Ange uppgifterna som inte får stå i ett utdrag, var och en med minst ${UPPGIFT_MINST} bokstäver eller siffror: gatan, orten, boendets namn.`);
      return [{ type: 'VistelseortSkyddad', data: { klass, uppgifter: uppgifter.map((en) => seal(kid, en)), lagrum } }];
    }
    default: return unknownCase(command);
  }
};
/** The day a party fick del is counted for that party (D3), so it is said which one it is. */
const provaPart = ({ slag, part, partFinns }: { readonly slag: Mottagarslag; readonly part?: string; readonly partFinns?: boolean }): Refusal<ExpedieringHinder> | undefined => {
  if (slag === 'part' && part === undefined) return refuse('PART_SAKNAS', 'Ange vilken part det är: överklagandetiden räknas från den dag just den parten fick del av beslutet (FL 44 §).', 'FL 44 §');
  return part !== undefined && partFinns !== true ? refuse('PARTEN_FINNS_INTE', 'Parten är inte registrerad i paragrafen.') : undefined;
};

type TillMottagaren = Exclude<ExpedieringCommand, { type: 'UpprattaExpedieringslista' | 'LasInExpedieringslista' | 'LaggTillMottagare' | 'SkyddaVistelseort' | 'ProvaUtdrag' }>;
const tillMottagaren = (command: TillMottagaren, lista: Lista, { id, by, command: kommando }: Context): Outcome => {
  const kid = `paragraf:${id}`;
  const { klass } = lista;
  const { mottagare } = command.data;
  const en = lista.mottagare.find((ett) => ett.mottagare === mottagare);
  if (en === undefined) return refuse('MOTTAGAREN_FINNS_INTE', `Mottagaren finns inte i listan för § ${lista.nr}.`);
  const senaste = en.utdrag.at(-1);
  switch (command.type) {
    case 'AndraMottagare': {
      const { slag, part, farSeVistelseort = false } = command.data;
      const fel = provaPart(command.data);
      if (fel !== undefined) return fel;
      if (en.slag === slag && en.part === (part ?? en.part) && en.farSeVistelseort === farSeVistelseort) return [];
      return [{ type: 'MottagareAndrad', data: { klass, mottagare, slag, ...(part !== undefined && { part }), farSeVistelseort } }];
    }
    case 'StrykMottagare':
      if (senaste !== undefined) return refuse('REDAN_SKICKAT', `Ett utdrag skickades till mottagaren ${senaste.datum}. Det som är skickat stryks inte.`);
      return blank(command.data.skal) ? noReason() : [{ type: 'MottagareStruken', data: { klass, mottagare, skal: seal(kid, command.data.skal) } }];
    case 'AngeAdress': {
      const { adress, folkbokforingsadress, osaker = false } = command.data;
      const annan = folkbokforingsadress !== undefined && sokt(folkbokforingsadress) !== sokt(adress);
      return [{ type: 'AdressAngiven', data: { klass, mottagare, adress: seal(kid, adress), ...(folkbokforingsadress !== undefined && { folkbokforingsadress: seal(kid, folkbokforingsadress) }), osaker: osaker || annan } }];
    }
    case 'BekraftaAdress': {
      const { datum, galler, handlaggare, avsandare } = command.data;
      if (en.adress === undefined) return refuse('ADRESS_SAKNAS', 'Ange adressen innan den bekräftas.');
      if (en.adress.bekraftad) return [];
      return [{ type: 'AdressBekraftad', data: { klass, mottagare, datum, galler: seal(kid, galler), handlaggare: seal(kid, handlaggare), ...(avsandare !== undefined && { avsandare: seal(kid, avsandare) }) } }];
    }
    case 'SkickaUtdrag': {
      const { datum, satt, underlag } = command.data;
      if (en.slag === 'ej_angivet') return refuse('SLAG_SAKNAS', 'Ange vad mottagaren är: det avgör om beslutet lämnar myndigheten, och hur.');
      if (underlag === undefined) return refuse('PARAGRAFEN_FINNS_INTE', 'Paragrafen finns inte.');
      if (underlag === 'gallrat') return refuse('GALLRAT', 'Paragrafen är gallrad.');
      if (datum < lista.datum) return refuse('FORE_BESLUTET', `Utskicket ${datum} ligger före beslutet ${lista.datum}.`);
      const passed = uphold(command, kid, provaUtskick(command.data, underlag, en, lista));
      if (isRefusal(passed)) return passed;
      const { klass: nu, overklagandeslag, form, hash, salt, handlingar } = underlag;
      return [{ type: 'UtdragSkickat', data: { klass: nu, mottagare, utdrag: streamId('utdrag', by, kommando), datum, satt, expediering: utanfor(en), overklagandeslag, form, hash, salt: seal(kid, salt), handlingar, ...passed } }];
    }
    case 'NoteraDelgivning': {
      const { datum, satt, bevis } = command.data;
      if (senaste === undefined) return refuse('EJ_SKICKAT', 'Inget utdrag har skickats till mottagaren.');
      if (datum < senaste.datum) return refuse('DELGIVNING_FORE_UTSKICK', `Mottagaren kan inte ha fått del av beslutet ${datum}: utdraget skickades först ${senaste.datum}.`);
      if (en.delgiven?.utdrag === senaste.utdrag && en.delgiven.datum === datum && en.delgiven.satt === satt) return [];
      const passed = weigh<ExpedieringHinder>(command, kid, [
        senaste.ersatt && warning('UTDRAGET_ERSATT', 'Utdraget är ersatt: det som mottagaren fick är inte det som gäller. Skicka ett nytt, och notera när det kom fram.'),
        provaDelgivningssatt(satt),
      ]);
      return isRefusal(passed) ? passed : [{
        type: 'DelgivningNoterad', data: { klass, mottagare, utdrag: senaste.utdrag, ...(en.part !== undefined && { part: en.part }), datum, satt, ...(bevis !== undefined && { bevis: seal(kid, bevis) }), ...passed },
      }];
    }
    default: return unknownCase(command);
  }
};

/** What the rules have against sending this extract to this mottagare (C7, D5, I6). */
const provaUtskick = ({ satt, datum, overklagandeslag, lamnasTill }: Skicka, underlag: Utdraget, en: Mottagare, { nr, datum: beslutad, skyddad }: Lista): readonly (Hinder<ExpedieringHinder> | false | undefined)[] => {
  const ute = utanfor(en);
  const hemlig = underlag.klass === 'sekretess';
  const senaste = en.utdrag.at(-1);
  return [
    ...fel(underlag, beslutad, { overklagandeslag, lamnasTill }),
    ute && skyddad && underlag.avslojar && !en.farSeVistelseort &&
      { kod: 'HEMLIG_VISTELSEORT', allvar: 'STOPP', text: 'Utdraget innehåller uppgifter om var någon vistas, som mottagaren inte får veta (OSL 26 kap. 2 §, LVU 14 §). Uppgifterna ska bort innan det skickas.', lagrum: 'OSL 26 kap. 2 §' },
    ute && en.adress?.osaker === true && !en.adress.bekraftad &&
      { kod: 'ADRESSEN_AR_OSAKER', allvar: 'STOPP', text: 'Adressen är osäker, eller en annan än folkbokföringsadressen. Bekräfta adressen på försättsbladet innan beslutet skickas.' },
    ute && hemlig && en.adress?.bekraftad !== true && en.adress?.osaker !== true && satt !== 'overlamnat' &&
      warning('ADRESS_EJ_BEKRAFTAD', 'Beslutet omfattas av sekretess och adressen är inte bekräftad på försättsbladet. Ange hur den är kontrollerad: den tas inte okontrollerad ur verksamhetssystemet.'),
    ute && hemlig && !PARTENS.includes(en.slag) && warning('MOTTAGAREN_EJ_PART', 'Beslutet omfattas av sekretess och mottagaren är varken part, vårdnadshavare eller ombud. Ange vad som gör att uppgifterna får lämnas ut.'),
    ute && (underlag.justerad === undefined || datum < underlag.justerad) && warning('EJ_JUSTERAD', `§ ${nr} är inte justerad${underlag.justerad === undefined ? '' : ` ${datum}`}. En paragraf som brådskar kan justeras omedelbart och skickas samma dag.`),
    ute && underlag.motiveringSaknas && warning('MOTIVERING_SAKNAS', 'En reservation väntar på sin motivering. Reservationerna följer med beslutet.'),
    ute && skyddad && underlag.handlingar.length > 0 && !en.farSeVistelseort && warning('HANDLINGAR_EJ_GRANSKADE', 'Handlingarna som följer med är inte genomsökta. Kontrollera att de inte säger var någon vistas.'),
    senaste !== undefined && !senaste.ersatt && warning('REDAN_SKICKAT', `Samma utdrag skickades till mottagaren ${senaste.datum}. Ange varför det skickas igen.`),
  ];
};
/** Right when it is that of the § or of one of its decision points (D5). */
const fel = ({ slagen, overklagandeslag: eget }: Utdraget, beslutad: string, sagd: Parameters<typeof provaHanvisning>[2]): readonly Hinder<ExpedieringHinder>[] =>
  slagen.some((slag) => provaHanvisning(slag, beslutad, sagd).length === 0) ? [] : provaHanvisning(eget, beslutad, sagd);

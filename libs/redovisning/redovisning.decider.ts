import { admit, blank, type Command, type DataOf, type Decider, type Field, type Hinder, refuse, type Refusal, seal, type Sealed, type Shape, unknownCase, warning } from '@klubba/kernel';
import { type Bedomning, provaDatum, provaLexSarahLagrum } from '@klubba/lagrum';
import { INDELNINGAR, type RedovisningEvent, redovisningFacts } from './redovisning.events';

type Data<T extends keyof typeof redovisningFacts> = DataOf<(typeof redovisningFacts)[T]['shape']>;
/** As it is given: its texts open. */
type Klar<T> = T extends Sealed ? string : T extends readonly (infer En)[] ? readonly Klar<En>[] : T extends object ? { readonly [Falt in keyof T]: Klar<T[Falt]> } : T;
type Ur<T extends keyof typeof redovisningFacts> = Omit<Klar<Data<T>>, keyof Grund>;
type Grund = Pick<Data<'KopplingarInlasta'>, 'namnd' | 'sammantrade' | 'ar' | 'nr' | 'datum' | 'klass' | 'kalla' | 'brott'>;
/** The § as prepare finds it; none where it is not there, or has no number yet. `startdatum`: the nämnd's first day in Klubba. */
export type Paragrafen = Omit<Grund, 'kalla' | 'brott'> & { readonly startdatum?: string };
type Om = { readonly sammantrade: string; readonly punkt: string; readonly kalla: string; readonly underlag?: Paragrafen };
export type RedovisningCommand =
  | Command<'LasInDelegationsredovisning', Om & Ur<'DelegationsredovisningInlast'>>
  | Command<'LasInAnmalningsposter', Om & Ur<'AnmalningsposterInlasta'>>
  | Command<'LasInRemissredovisning', Om & Ur<'RemissredovisningInlast'>>
  | Command<'LasInLexSarahRedovisning', Om & Ur<'LexSarahRedovisningInlast'>>
  | Command<'LasInParagrafuppgifter', Om & Ur<'ParagrafuppgifterInlasta'>>
  | Command<'LasInKopplingar', Om & Ur<'KopplingarInlasta'>>;
export type RedovisningHinder = 'PARAGRAFEN_FINNS_INTE' | 'INTE_FORE_START' | 'KALLA_SAKNAS' | 'DATUM_FINNS_INTE' | 'REDAN_INLAST' | Redovisningsbrott;
export type Redovisningsbrott = 'PERIODEN_BAKLANGES' | 'PERIODEN_EFTER_MOTET' | 'DATUM_EFTER_MOTET' | 'SVARSTIDEN_PASSERAD' | 'FEL_LAGRUM' | 'SUMMAN_STAMMER_INTE';

/** What has been read in of the §, each kind once. */
type State = readonly string[];

export const redovisning: Decider<RedovisningCommand, State, RedovisningEvent, RedovisningHinder> = {
  category: 'redovisning',
  facts: redovisningFacts,
  initialState: [],
  namnd: ({ data }) => data.underlag?.namnd ?? null,

  decide(command, state, { id }) {
    const { underlag, kalla } = command.data;
    if (underlag === undefined) return refuse('PARAGRAFEN_FINNS_INTE', 'Paragrafen finns inte, eller har inte fått sitt nummer än.');
    const { startdatum, ...paragraf } = underlag;
    const stop = stopInlasning(paragraf.datum, startdatum, kalla) ?? (state.includes(sort(command)) ? refuse<RedovisningHinder>('REDAN_INLAST', `Det är redan inläst om § ${paragraf.nr}.`) : undefined);
    if (stop !== undefined) return stop;
    const ingenDag = dagarna(command).map((dag) => provaDatum(dag)).find((en) => en !== undefined);
    if (ingenDag !== undefined) return { hinder: [ingenDag] };
    const kid = `paragraf:${id}`;
    return [fakta(command, { ...paragraf, kalla: seal(kid, kalla), ...admit(bryter(command, paragraf.datum)) }, kid)];
  },

  evolve: (state, event) => [...state, sort(event)],
};

const sort = ({ type, data }: RedovisningCommand | RedovisningEvent): string => {
  switch (type) {
    case 'LasInDelegationsredovisning': case 'DelegationsredovisningInlast': return 'delegation';
    case 'LasInAnmalningsposter': case 'AnmalningsposterInlasta': return data.slag;
    case 'LasInRemissredovisning': case 'RemissredovisningInlast': return 'remisser';
    case 'LasInLexSarahRedovisning': case 'LexSarahRedovisningInlast': return 'lex_sarah';
    case 'LasInParagrafuppgifter': case 'ParagrafuppgifterInlasta': return 'uppgifter';
    case 'LasInKopplingar': case 'KopplingarInlasta': return 'kopplingar';
    default: return unknownCase(type);
  }
};

const stopInlasning = (datum: string, startdatum: string | undefined, kalla: string): Refusal<RedovisningHinder> | undefined => {
  if (startdatum === undefined) return refuse('INTE_FORE_START', 'Nämnden har inget startdatum i Klubba. Bara det som hände före det läses in.');
  if (datum >= startdatum) return refuse('INTE_FORE_START', `Sammanträdet ${datum} är inte före nämndens start i Klubba ${startdatum}. Det registreras där det hör hemma.`);
  return blank(kalla) ? refuse('KALLA_SAKNAS', 'Ange källan: varifrån det är läst.') : undefined;
};

type Period = { readonly fran?: string | undefined; readonly till?: string | undefined };
const perioden = ({ fran, till }: Period): readonly (string | undefined)[] => [fran, till];
const dagarna = (command: RedovisningCommand): readonly string[] => {
  const alla = (): readonly (string | undefined)[] => {
    switch (command.type) {
      case 'LasInDelegationsredovisning': return [...perioden(command.data), command.data.tjansteskrivelse, ...command.data.utskottsdagar, ...command.data.listor.flatMap(perioden)];
      case 'LasInAnmalningsposter': return [...perioden(command.data), ...command.data.poster.map(({ datum }) => datum)];
      case 'LasInRemissredovisning': return command.data.remisser.flatMap((en) => [...perioden(en), en.daterad, en.svarstid, en.svarstidAvsandare, en.svarstidIntern, en.yttrandeDaterat]);
      default: return [];
    }
  };
  return alla().filter((dag) => dag !== undefined);
};

type Brott = Hinder<Redovisningsbrott> | false | undefined;
/** What stood against it: it happened all the same, and lies in the fact. */
const bryter = (command: RedovisningCommand, datum: string): readonly Brott[] => {
  switch (command.type) {
    case 'LasInDelegationsredovisning': return [...bryterPeriod(command.data, datum), ...command.data.listor.flatMap((lista) => [...bryterPeriod(lista, datum), ...bryterSumma(lista)])];
    case 'LasInAnmalningsposter': return [...bryterPeriod(command.data, datum), ...command.data.poster.map((en) => en.datum !== undefined && en.datum > datum && warning<Redovisningsbrott>('DATUM_EFTER_MOTET', BROTT.DATUM_EFTER_MOTET))];
    case 'LasInRemissredovisning':
      return command.data.remisser.map(({ svarstid, svarstidAvsandare = svarstid, svarstidIntern }) =>
        [svarstidAvsandare, svarstidIntern].some((tid) => tid !== undefined && tid < datum) && warning<Redovisningsbrott>('SVARSTIDEN_PASSERAD', BROTT.SVARSTIDEN_PASSERAD));
    case 'LasInLexSarahRedovisning': return bryterLagrum(command.data, datum);
    case 'LasInParagrafuppgifter': case 'LasInKopplingar': return [];
    default: return unknownCase(command);
  }
};
const bryterPeriod = ({ fran, till }: Period, datum: string): readonly Brott[] => [
  fran !== undefined && till !== undefined && till < fran && warning<Redovisningsbrott>('PERIODEN_BAKLANGES', BROTT.PERIODEN_BAKLANGES),
  till !== undefined && till > datum && warning<Redovisningsbrott>('PERIODEN_EFTER_MOTET', BROTT.PERIODEN_EFTER_MOTET),
];
/** A row has one number, one delegat and one type, so each way of telling them apart sums to all of them. */
const bryterSumma = ({ antal, rader }: Ur<'DelegationsredovisningInlast'>['listor'][number]): readonly Brott[] => INDELNINGAR.map((indelning) => {
  const delar = rader.filter((en) => en.indelning === indelning);
  return antal !== undefined && delar.length > 0 && delar.reduce((sum, en) => sum + en.antal, 0) !== antal && warning<Redovisningsbrott>('SUMMAN_STAMMER_INTE', BROTT.SUMMAN_STAMMER_INTE);
});
/** The law is that of the day of receipt (F1); the minutes tell the months, and where they do not the law of the meeting. */
const bryterLagrum = ({ lagrum, rapporter }: Ur<'LexSarahRedovisningInlast'>, datum: string): readonly Brott[] => {
  const manad = rapporter.map((en) => en.manad).filter((en) => /^\d{4}-(0[1-9]|1[0-2])$/.test(en)).sort()[0];
  return lagrum.map(({ avser, skrivet }): Brott => {
    const fel = provaLexSarahLagrum(skrivet, bedomningen(avser), manad === undefined ? datum : `${manad}-01`);
    return fel && warning<Redovisningsbrott>('FEL_LAGRUM', fel.text, fel.lagrum);
  });
};
const bedomningen = (avser: string): Bedomning => (/allvarlig/i.test(avser) ? 'ALLVARLIGT_MISSFORHALLANDE' : 'MISSFORHALLANDE');

/** What each of them means, as it is told afterwards. */
export const BROTT: Readonly<Record<Redovisningsbrott, string>> = {
  PERIODEN_BAKLANGES: 'Perioden slutar före sin första dag.', PERIODEN_EFTER_MOTET: 'Perioden slutar efter sammanträdet.', DATUM_EFTER_MOTET: 'Det som anmäldes är daterat efter sammanträdet.',
  SVARSTIDEN_PASSERAD: 'Svarstiden för en remiss hade gått ut före sammanträdet.', FEL_LAGRUM: 'Lagrummet stämmer inte med bedömningen.', SUMMAN_STAMMER_INTE: 'Listans rader blir inte så många som listan säger.',
};

/** The fact of each command: the same data, with its texts sealed. */
const BLIR = {
  LasInDelegationsredovisning: 'DelegationsredovisningInlast', LasInAnmalningsposter: 'AnmalningsposterInlasta', LasInRemissredovisning: 'RemissredovisningInlast',
  LasInLexSarahRedovisning: 'LexSarahRedovisningInlast', LasInParagrafuppgifter: 'ParagrafuppgifterInlasta', LasInKopplingar: 'KopplingarInlasta',
} as const satisfies Readonly<Record<RedovisningCommand['type'], RedovisningEvent['type']>>;
const fakta = ({ type, data }: RedovisningCommand, grund: Grund, kid: string): RedovisningEvent => {
  const blir = BLIR[type];
  const egna = Object.fromEntries(Object.entries(redovisningFacts[blir].shape).filter(([falt]) => !(falt in grund)));
  return { type: blir, data: { ...grund, ...forseglat(egna, data, kid) } } as RedovisningEvent;
};
/** Walks plain data beside the shape that it will have, and seals what lies sealed there. */
const forseglat = (form: Shape, data: object, kid: string): object =>
  Object.fromEntries(Object.entries(form).flatMap(([namn, field]) => {
    const varde = (data as Readonly<Record<string, unknown>>)[namn];
    return varde === undefined ? [] : [[namn, forseglatFalt('optional' in field ? field.optional : field, varde, kid)]];
  }));
const forseglatFalt = (field: Field<unknown>, varde: unknown, kid: string): unknown => {
  switch (field.lies) {
    case 'sealed': return seal(kid, varde as string);
    case 'list': return (varde as readonly unknown[]).map((en) => forseglatFalt(field.of, en, kid));
    case 'object': return forseglat(field.of, varde as object, kid);
    default: return varde;
  }
};

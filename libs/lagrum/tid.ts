import { type Datum, dagarMellan, plusDagar, plusVeckor, veckodag } from './datum';
import { arFridag, fridagsskal, skjut } from './kalender';
import { type Amne, stod } from './lagrum';

/** A day that the law or the reglemente sets, with the answer to "why that day?". */
export type Frist = { readonly datum: Datum; readonly varfor: readonly string[]; readonly lagrum: string };

/** `mal` is the day to work towards: that lag 1930:173 2 § also moves this deadline is an interpretation (K1, N e). */
export type FristMedMal = Frist & { readonly mal: Datum };

/** Last day for laglighetsprövning: three weeks from the announcement on the board, not from the meeting or the justering (KL 13:5). */
export const sistaLaglighet = (anslagen: Datum): Frist => {
  const ra = plusVeckor(anslagen, 3);
  const { citat, tillagg } = grund('overklagandetid', anslagen);
  return {
    datum: skjut(ra),
    varfor: [
      `Justeringen tillkännagavs på anslagstavlan ${medVeckodag(anslagen)}. Tiden är tre veckor och slutar på samma veckodag, ${ra} (${citat}, lag 1930:173 1 §).`,
      ...varforSkjuten(ra),
      ...tillagg,
    ],
    lagrum: `${citat}, lag (1930:173) 1–2 §§`,
  };
};

/** The earliest day of laga kraft. Never a fact: only the court knows whether someone has appealed (KL 13:4, 13:6). */
export const lagaKraftTidigast = (anslagen: Datum): Frist => {
  const sista = sistaLaglighet(anslagen);
  const datum = plusDagar(sista.datum, 1);
  return {
    datum,
    varfor: [
      ...sista.varfor,
      `Sista dag att överklaga är ${sista.datum}. Laga kraft tidigast ${datum}, dagen efter, om anslaget sitter uppe hela tiden.`,
      'Överklagandet lämnas till förvaltningsrätten, så kommunen vet inte om någon har överklagat förrän domstolen har svarat (KL 13 kap. 4 §).',
    ],
    lagrum: sista.lagrum,
  };
};

/** The announcement may be taken down the day after the last day of appeal, no earlier (KL 8:12, 13:5 st.2). */
export const nedtagningTidigast = (anslagen: Datum): Frist => {
  const sista = sistaLaglighet(anslagen);
  const { citat } = grund('anslagstid', anslagen);
  const datum = plusDagar(sista.datum, 1);
  return {
    datum,
    varfor: [...sista.varfor, `Anslaget ska sitta uppe till och med ${sista.datum} och får tas ned tidigast ${datum} (${citat}).`],
    lagrum: `${citat}, ${sista.lagrum}`,
  };
};

/** Last day to announce the justering: the second day after it (KL 8:12). */
export const anslagSenast = (justerad: Datum): FristMedMal => {
  const mal = plusDagar(justerad, 2);
  const { citat, tillagg } = grund('anslagstid', justerad);
  return {
    datum: skjut(mal),
    mal,
    varfor: [
      `Protokollet justerades ${medVeckodag(justerad)}. Justeringen ska tillkännages senast andra dagen därefter, ${medVeckodag(mal)} (${citat}).`,
      ...varforSkjuten(mal),
      ...tolkning(mal),
      ...tillagg,
    ],
    lagrum: `${citat}, lag (1930:173) 2 §`,
  };
};

/** Last day for justering: fourteen days after the meeting (KL 5:69 through 6:35). */
export const justeringSenast = (motesdatum: Datum): FristMedMal => {
  const mal = plusDagar(motesdatum, 14);
  const { citat, tillagg } = grund('justering', motesdatum);
  return {
    datum: skjut(mal),
    mal,
    varfor: [
      `Sammanträdet var ${medVeckodag(motesdatum)}. Protokollet ska justeras senast fjorton dagar därefter, ${medVeckodag(mal)} (${citat}).`,
      ...varforSkjuten(mal),
      ...tolkning(mal),
      ...tillagg,
    ],
    lagrum: `${citat}, lag (1930:173) 2 §`,
  };
};

/** What a nämnd's reglemente says about the notice: there is no such deadline for a nämnd in KL (A2). */
export type Kallelsetid = { readonly dagar: number; readonly slag: 'kalenderdagar' | 'vardagar' };

/**
 * Last day to send the kallelse. Counted backwards from the meeting, which is day 0, and never moved by lag 1930:173. With
 * vardagar, the days that the same law calls free are not counted: of two readings the earlier day is the safe one.
 */
export const kallelseSenast = (motesdatum: Datum, { dagar, slag }: Kallelsetid): Frist => {
  if (!Number.isSafeInteger(dagar) || dagar < 0) throw new RangeError('Not a number of days');
  let datum = plusDagar(motesdatum, slag === 'kalenderdagar' ? -dagar : 0);
  if (slag === 'vardagar') {
    for (let kvar = dagar; kvar > 0; ) {
      datum = plusDagar(datum, -1);
      if (!arFridag(datum)) kvar -= 1;
    }
  }
  return {
    datum,
    varfor: [
      `Sammanträdet är ${medVeckodag(motesdatum)}. Enligt reglementet ska kallelsen skickas senast ${dagar} ${slag} före; sammanträdesdagen räknas inte.`,
      slag === 'vardagar'
        ? 'Lördagar, söndagar, andra helgdagar, midsommarafton, julafton och nyårsafton räknas inte som vardagar.'
        : 'En tid som räknas baklänges enligt reglementet flyttas inte till en vardag (lag 1930:173 gäller den inte).',
    ],
    lagrum: 'reglementet',
  };
};

/**
 * A party to a decision under förvaltningsbesvär: time runs from the day the party fick del of it through the authority; for one who
 * stands for the public it runs from the day of the decision (FL 44).
 */
export type Part =
  | { readonly part: string; readonly fickDel: Datum | null }
  | { readonly part: string; readonly foretraderDetAllmanna: true };

export type Partsfrist = { readonly part: string; readonly sista: Datum | null; readonly varfor: readonly string[] };
export type Besvarsfrister = {
  readonly parter: readonly Partsfrist[];
  /** The last of all the parties' days, and the day after it. `null` as long as one of them is unknown. */
  readonly sista: Datum | null;
  readonly lagaKraftTidigast: Datum | null;
  readonly varfor: readonly string[];
  readonly lagrum: string;
};

/** Förvaltningsbesvär, party by party (FL 43–44). Neither the board nor an anmälan to the nämnd moves these days. An unknown date is `null`, never a guess. */
export const sistaForvaltningsbesvar = (beslutad: Datum, parter: readonly Part[]): Besvarsfrister => {
  const { citat, tillagg } = grund('besvarstid', beslutad);
  const frister = parter.map((part) => partsfrist(part, beslutad, citat));
  const sista = frister.reduce<Datum | null>((senast, { sista: dag }) => (senast === null || dag === null ? null : dag > senast ? dag : senast), frister[0]?.sista ?? null);
  const tidigast = sista === null ? null : plusDagar(sista, 1);
  const lagrum = `${citat}, lag (1930:173) 1–2 §§`;
  if (frister.length === 0) return { parter: [], sista: null, lagaKraftTidigast: null, varfor: ['Överklagandetiden räknas för varje part, och ingen part är registrerad.'], lagrum };
  const varfor = [
    ...frister.flatMap((frist) => frist.varfor),
    tidigast === null
      ? 'Laga kraft kan inte beräknas förrän det är känt när varje part fick del av beslutet.'
      : `Sista dag för den siste parten är ${sista!}. Laga kraft tidigast ${tidigast}, dagen efter: ett överklagande som kom till domstolen i tid räknas också.`,
    ...tillagg,
  ];
  return { parter: frister, sista, lagaKraftTidigast: tidigast, varfor, lagrum };
};

/** How a decision is appealed (D1). This decides every clock: no two classes share one. */
export const OVERKLAGANDESLAG = ['LAGLIGHETSPROVNING', 'FORVALTNINGSBESVAR', 'EJ_OVERKLAGBART'] as const;
export type Overklagandeslag = (typeof OVERKLAGANDESLAG)[number];

/** D1, in its order: a special rule first; then a preparatory or executive decision falls outside KL 13:2; the rest is laglighetsprövning. */
export const overklagandeslag = (beslut: { readonly sarskildRegel: boolean; readonly forberedandeEllerVerkstallande: boolean }): Overklagandeslag =>
  beslut.sarskildRegel ? 'FORVALTNINGSBESVAR' : beslut.forberedandeEllerVerkstallande ? 'EJ_OVERKLAGBART' : 'LAGLIGHETSPROVNING';

/** What can be said of laga kraft from the municipality's own facts. That it is confirmed, only the court can say. */
export type LagaKraft =
  | { readonly lage: 'EJ_BERAKNAD'; readonly varfor: readonly string[]; readonly lagrum: string }
  | { readonly lage: 'TIDIGAST'; readonly sista: Datum; readonly tidigast: Datum; readonly varfor: readonly string[]; readonly lagrum: string }
  | { readonly lage: 'OBESTAMD'; readonly varfor: readonly string[]; readonly lagrum: string }
  | { readonly lage: 'EJ_OVERKLAGBART'; readonly varfor: readonly string[]; readonly lagrum: string };

/**
 * `anslagBrutet`: taken down early, or a measured outage (C5). The law does not say that time begins anew, so the answer is that it is
 * not known; a new anslag is a new call with its own date. `besvar` is asked for only where time runs for each party.
 */
export const lagaKraft = (
  klass: Overklagandeslag,
  anslagen: Datum | null,
  anslagBrutet: boolean,
  besvar?: { readonly beslutad: Datum; readonly parter: readonly Part[] },
): LagaKraft => {
  if (klass === 'EJ_OVERKLAGBART') {
    return {
      lage: 'EJ_OVERKLAGBART',
      varfor: [
        'Beslutet är rent förberedande eller verkställande, till exempel ett remissvar, en information eller handlingar som läggs till ärendet, och kan då inte överklagas (KL 13 kap. 2 §).',
        'Därför finns ingen överklagandetid att räkna och inget datum för laga kraft.',
      ],
      lagrum: 'KL 13 kap. 2 §',
    };
  }
  if (klass === 'FORVALTNINGSBESVAR') {
    if (besvar === undefined) return { lage: 'EJ_BERAKNAD', varfor: ['Överklagandetiden räknas för varje part från den dag parten fick del av beslutet, inte från anslaget (FL 44 §, KL 13 kap. 3 §).'], lagrum: 'FL 44 §' };
    const { sista, lagaKraftTidigast: tidigast, varfor, lagrum } = sistaForvaltningsbesvar(besvar.beslutad, besvar.parter);
    return sista === null || tidigast === null ? { lage: 'EJ_BERAKNAD', varfor, lagrum } : { lage: 'TIDIGAST', sista, tidigast, varfor, lagrum };
  }
  if (anslagen === null) return { lage: 'EJ_BERAKNAD', varfor: ['Laga kraft kan inte beräknas: anslagsdatum saknas.'], lagrum: 'KL 13 kap. 5 §' };
  const { datum: tidigast, varfor, lagrum } = lagaKraftTidigast(anslagen);
  if (anslagBrutet) return { lage: 'OBESTAMD', varfor: ['Laga kraft kan inte beräknas: anslaget har inte suttit uppe hela tiden (gör nytt anslag, C5).'], lagrum };
  return { lage: 'TIDIGAST', sista: endastDatum.sistaLaglighet(anslagen), tidigast, varfor, lagrum };
};

/** The same days without the sentences, for folds that go through many. */
export const endastDatum = {
  sistaLaglighet: (anslagen: Datum): Datum => skjut(plusVeckor(anslagen, 3)),
  lagaKraftTidigast: (anslagen: Datum): Datum => plusDagar(skjut(plusVeckor(anslagen, 3)), 1),
  nedtagningTidigast: (anslagen: Datum): Datum => plusDagar(skjut(plusVeckor(anslagen, 3)), 1),
  anslagSenast: (justerad: Datum): Datum => skjut(plusDagar(justerad, 2)),
  justeringSenast: (motesdatum: Datum): Datum => skjut(plusDagar(motesdatum, 14)),
} as const;

/** Justering is dated by the last of the signatures it needs (C3); `null` until all are there. */
export const justeringsdatum = (signaturer: readonly (Datum | null)[]): Datum | null =>
  signaturer.reduce<Datum | null>((sist, dag) => (sist === null || dag === null ? null : dag > sist ? dag : sist), signaturer[0] ?? null);

const partsfrist = (part: Part, beslutad: Datum, citat: string): Partsfrist => {
  const allman = 'foretraderDetAllmanna' in part;
  const fran = allman ? beslutad : part.fickDel;
  if (fran === null) return { part: part.part, sista: null, varfor: [`Delgivningsdatum saknas för ${part.part}; överklagandetiden har inte börjat löpa.`] };
  if (dagarMellan(beslutad, fran) < 0) return { part: part.part, sista: null, varfor: [`Dagen då ${part.part} fick del av beslutet (${fran}) ligger före beslutet (${beslutad}). Kontrollera datum.`] };
  const ra = plusVeckor(fran, 3);
  const borjan = allman ? `För ${part.part}, som företräder det allmänna, räknas tiden från beslutet ${medVeckodag(fran)}.` : `${part.part[0]!.toUpperCase()}${part.part.slice(1)} fick del av beslutet ${medVeckodag(fran)}.`;
  return { part: part.part, sista: skjut(ra), varfor: [`${borjan} Tiden är tre veckor och slutar på samma veckodag, ${ra} (${citat}, lag 1930:173 1 §).`, ...varforSkjuten(ra)] };
};

const varforSkjuten = (ra: Datum): readonly string[] => {
  if (!arFridag(ra)) return [];
  const till = skjut(ra);
  const skal: string[] = [];
  for (let dag = ra; dag !== till; dag = plusDagar(dag, 1)) skal.push(`${dag} är ${fridagsskal(dag)!}`);
  return [`${skal.join('; ')}; lag 1930:173 2 § flyttar då sista dagen till nästa vardag, ${medVeckodag(till)}.`];
};

const tolkning = (mal: Datum): readonly string[] =>
  arFridag(mal) ? [`Att lag 1930:173 gäller även här är en tolkning: sikta på ${mal}.`] : [];

const grund = (amne: Amne, datum: Datum): { readonly citat: string; readonly tillagg: readonly string[] } => {
  const { citat, kontrollerat } = stod(amne, datum);
  return { citat, tillagg: kontrollerat ? [] : [`Lagrummet för ${datum} är inte kontrollerat mot lagtexten.`] };
};

const medVeckodag = (datum: Datum): string => `${datum} (${veckodag(datum)})`;

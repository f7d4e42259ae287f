import { type Lagrumshanvisning, lagrumsnyckel, plusDagar, plusManader, plusVeckor, sistaVardag, skjut } from '@klubba/lagrum';

/** The hard clocks of E8. Each is one row below. */
export const KLOCKSLAG = [
  'understallning_lvu', 'ansokan_lvu', 'understallning_lvm', 'ansokan_lvm', 'understallning_lsb', 'ansokan_lsb', 'overvagande_lvu_2', 'provning_lvu_3', 'overvagande_lvu_14', 'overvagande_flyttningsforbud',
  'overvagande_placering', 'jourhem', 'vardnadsoverflyttning', 'skyddsbedomning', 'barnutredning', 'adoptionsmedgivande',
] as const;
export type Klockslag = (typeof KLOCKSLAG)[number];
/** `ra`: as the law counts it; `lag`: moved to the next vardag (lag 1930:173 2 §); `drift`: the last vardag before it, for which the alarm is set. */
export type Klockdagar = { readonly ra: string; readonly lag: string; readonly drift: string };

type Tid = { readonly dagar?: number; readonly veckor?: number; readonly manader?: number };
type Regel = {
  readonly tid: Tid;
  readonly lagrum: string;
  /** From what it runs. */
  readonly fran: string;
  readonly vad: string;
  /** After it is met it begins again. */
  readonly om?: Tid;
  /** Too late, and the decision no longer holds. */
  readonly upphor?: true;
};
export const KLOCKOR: Readonly<Record<Klockslag, Regel>> = {
  understallning_lvu: { tid: { veckor: 1 }, lagrum: 'LVU 7 §', fran: 'beslutet', vad: 'Underställ beslutet förvaltningsrätten', upphor: true },
  ansokan_lvu: { tid: { veckor: 4 }, lagrum: 'LVU 8 §', fran: 'verkställigheten', vad: 'Ansök om vård', upphor: true },
  understallning_lvm: { tid: { dagar: 1 }, lagrum: 'LVM 15 §', fran: 'beslutet', vad: 'Underställ beslutet förvaltningsrätten', upphor: true },
  ansokan_lvm: { tid: { veckor: 1 }, lagrum: 'LVM 18 §', fran: 'rättens beslut', vad: 'Ge in ansökan om vård', upphor: true },
  understallning_lsb: { tid: { veckor: 1 }, lagrum: 'lag (2024:79) 4 kap. 3 §', fran: 'beslutet', vad: 'Underställ beslutet förvaltningsrätten', upphor: true },
  ansokan_lsb: { tid: { veckor: 6 }, lagrum: 'lag (2024:79) 4 kap. 6 §', fran: 'placeringen', vad: 'Ansök om placering', upphor: true },
  overvagande_lvu_2: { tid: { manader: 6 }, om: { manader: 6 }, lagrum: 'LVU 13 §', fran: 'vårdens början', vad: 'Överväg om vård fortfarande behövs' },
  provning_lvu_3: { tid: { manader: 6 }, om: { manader: 6 }, lagrum: 'LVU 13 §', fran: 'verkställigheten', vad: 'Pröva om vården ska upphöra' },
  overvagande_lvu_14: { tid: { manader: 3 }, om: { manader: 3 }, lagrum: 'LVU 14 §', fran: 'beslutet', vad: 'Överväg om beslutet fortfarande behövs' },
  overvagande_flyttningsforbud: { tid: { manader: 3 }, om: { manader: 3 }, lagrum: 'LVU 26 §', fran: 'beslutet', vad: 'Överväg om flyttningsförbudet fortfarande behövs' },
  overvagande_placering: { tid: { manader: 6 }, om: { manader: 6 }, lagrum: 'SoL 22 kap. 13 §', fran: 'beslutet', vad: 'Överväg om vården fortfarande behövs' },
  jourhem: { tid: { manader: 2 }, lagrum: 'SoL 22 kap. 4 §', fran: 'barnutredningens slut', vad: 'Vården i jourhem ska upphöra, om inte särskilda skäl finns' },
  vardnadsoverflyttning: { tid: { manader: 24 }, om: { manader: 12 }, lagrum: 'SoL 22 kap. 14 §', fran: 'placeringen', vad: 'Överväg vårdnadsöverflyttning' },
  skyddsbedomning: { tid: { dagar: 14 }, lagrum: 'SoL 20 kap. 2 §', fran: 'anmälan', vad: 'Besluta om utredning ska inledas' },
  barnutredning: { tid: { manader: 4 }, lagrum: 'SoL 20 kap. 3 §', fran: 'inledandet', vad: 'Slutför utredningen' },
  adoptionsmedgivande: { tid: { veckor: 2 }, lagrum: 'SoL 24 kap. 5 §', fran: 'beslutet', vad: 'Pröva samtycket till adoption' },
};

const slut = (fran: string, { dagar = 0, veckor = 0, manader = 0 }: Tid): Klockdagar => {
  const ra = plusDagar(plusVeckor(plusManader(fran, manader), veckor), dagar);
  return { ra, lag: skjut(ra), drift: sistaVardag(ra) };
};
export const raknaKlocka = (klocka: Klockslag, fran: string): Klockdagar => slut(fran, KLOCKOR[klocka].tid);
/** When it is due again after it was met on this day; nothing where it is met once. */
export const omstartad = (klocka: Klockslag, moter: string): Klockdagar | undefined => {
  const { om } = KLOCKOR[klocka];
  return om && slut(moter, om);
};

/** Which clocks a decision by this law starts the moment it is saved. The others begin by what happens later, and are started then. */
const VID_BESLUT: Readonly<Record<string, readonly Klockslag[]>> = {
  'LVU 6': ['understallning_lvu'], 'LVU 6a': ['understallning_lvu'], 'LVM 13': ['understallning_lvm'], 'LSB 4:1': ['understallning_lsb', 'ansokan_lsb'], 'LVU 14': ['overvagande_lvu_14'], 'LVU 24': ['overvagande_flyttningsforbud'],
};
const SOL_PLACERING: readonly Klockslag[] = ['overvagande_placering', 'vardnadsoverflyttning'];
export const klockorVidBeslut = (lagrum: readonly Lagrumshanvisning[], datum: string, utfall: string | undefined): readonly Klockslag[] => {
  // What was refused was not carried out.
  if (utfall === 'avslag') return [];
  const nya = datum >= '2025-07-01';
  const alla = lagrum.flatMap((en) => {
    const nyckel = lagrumsnyckel(en);
    if (nyckel === (nya ? 'SoL 22:2' : 'SoL 6:6')) return SOL_PLACERING;
    if (nyckel === (nya ? 'SoL 20:2' : 'SoL 11:1')) return ['barnutredning'] as const;
    if (nya && nyckel === 'SoL 24:5') return ['adoptionsmedgivande'] as const;
    return VID_BESLUT[nyckel] ?? [];
  });
  return [...new Set(alla)];
};
/** What the law is called on the day the clock began: the sections of SoL changed places on 2025-07-01. */
const FORE_2025: Readonly<Partial<Record<Klockslag, string>>> = {
  overvagande_placering: 'SoL (2001:453) 6 kap. 8 §', vardnadsoverflyttning: 'SoL (2001:453) 6 kap. 8 §', skyddsbedomning: 'SoL (2001:453) 11 kap. 1 a §', barnutredning: 'SoL (2001:453) 11 kap. 2 §', jourhem: 'SoL (2001:453) 6 kap. 6 §',
};
export const klockansLagrum = (klocka: Klockslag, fran: string): string => (fran < '2025-07-01' ? FORE_2025[klocka] : undefined) ?? KLOCKOR[klocka].lagrum;

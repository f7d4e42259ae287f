import { ALLA, lasKlockslag, lasLista } from './lista';
import { lista, objekt, oppet, post, type Prov, ratt, text } from './prov';

/** A meeting as facts, `kungsbacka-moete/1` (SCHEMA.md of the meetings). Nulls are taken away once it is read: absent is absent. */
export type Mote = {
  readonly schema: string;
  readonly id?: string;
  readonly kommun?: string;
  readonly kommunkod?: string;
  readonly organ: { readonly id?: string; readonly namn: string; readonly typ?: string; readonly platser: number };
  readonly kalla?: { readonly adress?: string; readonly dokument?: readonly { readonly roll?: string; readonly path?: string }[] };
  readonly kallelse?: Kallelse;
  readonly sammantrade: { readonly datum: string; readonly start?: string; readonly slut?: string; readonly plats?: string; readonly ajourneringar?: readonly unknown[]; readonly slut_anges_i?: readonly string[] };
  readonly narvaro: Narvaro;
  readonly protokoll?: readonly Protokoll[];
  readonly dagordning: readonly Rad[];
  readonly paragrafer: readonly Paragraf[];
  readonly delegationsanmalan?: { readonly kategorier?: readonly { readonly namn?: string; readonly antal_rader?: number; readonly dnr_rader?: Antal }[] };
  readonly lex_sarah?: Readonly<Record<string, unknown>>;
  readonly ordforandebeslut?: readonly unknown[];
  readonly remisser?: readonly unknown[];
  readonly kopplingar?: readonly unknown[];
  readonly domar_och_beslut?: { readonly poster?: readonly unknown[] };
  readonly synpunkter_klagomal?: { readonly poster?: readonly unknown[] };
  readonly skrivelser?: { readonly poster?: readonly unknown[] };
  readonly kuriosa?: readonly unknown[];
  readonly kontroll?: Readonly<Record<string, unknown>>;
};
export type Antal = Readonly<Record<string, number>>;
export type Kallelse = {
  readonly upprattad?: string;
  readonly kallad_till?: { readonly datum?: string; readonly veckodag?: string; readonly tid?: string; readonly plats?: string };
  readonly foreslagen_justerare?: readonly { readonly pid: string; readonly parti?: string; readonly som?: string }[];
  readonly undertecknad_av?: readonly string[];
  readonly antal_punkter?: number;
  readonly grupper?: readonly string[];
  readonly kolumner?: readonly string[];
  readonly summa_tid_min?: number;
};
export type Fortroendevald = {
  readonly pid: string;
  readonly parti?: string;
  readonly uppdrag: 'ledamot' | 'ersättare';
  readonly roll?: string;
  readonly tjanstgor?: string;
  readonly tjanstgor_for?: string | { readonly vakant_plats_efter: string };
  readonly franvarande?: string;
  readonly franvaro_skal?: string;
  readonly narvarande_ej_tjanstgorande?: string;
};
export type Ovrig = { readonly titel?: string; readonly organisation?: string; readonly roll?: string; readonly enhet?: string; readonly antal?: number; readonly paragrafer?: string };
export type Narvaro = {
  readonly fortroendevalda: readonly Fortroendevald[];
  readonly tjanstepersoner?: readonly Ovrig[];
  readonly personalforetradare?: readonly Ovrig[];
  readonly ovriga?: readonly Ovrig[];
};
export type Protokoll = {
  readonly roll: string;
  readonly paragrafer_forsattsblad?: string;
  readonly paragrafer_filnamn?: string;
  readonly paragrafer_med_text?: string;
  readonly paragrafer_endast_hanvisning?: string;
  readonly sidor?: { readonly pdf?: number; readonly sidfot?: number };
  readonly justering?: {
    readonly satt?: string; readonly justerare?: string; readonly sekreterare?: string; readonly underskriftstjanst?: string;
    readonly signaturer?: readonly { readonly roll: string; readonly tid?: string }[];
  };
};
export type Beslutspunkt = { readonly verb?: string; readonly text: string; readonly subjekt?: string; readonly underpunkter?: number };
export type Rad = {
  readonly nr: number;
  readonly rubrik: string;
  readonly dnr?: string;
  readonly forslag?: readonly Beslutspunkt[];
  readonly foredragande?: readonly string[];
  readonly paragraf?: number;
  readonly status?: string;
  readonly sekretess?: boolean;
  readonly tid_min?: number;
  readonly grupp?: string;
  readonly klockslag?: string;
  readonly beslutsniva?: string;
};
export type Paragraf = {
  readonly paragraf: number;
  readonly kallelse_nr?: number;
  readonly dnr?: string;
  readonly rubrik: string;
  readonly fil?: string;
  readonly beslutstyp: (typeof BESLUTSTYPER)[number];
  readonly beslutspunkter?: readonly Beslutspunkt[];
  readonly beslutsgang?: { readonly typ?: string; readonly steg?: readonly string[] };
  readonly yrkanden?: readonly { readonly av?: readonly string[]; readonly typ?: string; readonly innehall?: string; readonly instammer?: readonly string[]; readonly motivering?: string }[];
  readonly propositionsordning?: readonly string[];
  readonly omrostning?: {
    readonly begard_av?: string; readonly huvudforslag?: string; readonly motforslag?: string; readonly motforslag_utsett_genom?: string; readonly ja?: string; readonly nej?: string;
    readonly roster?: { readonly ja?: Antal; readonly nej?: Antal; readonly avstar?: Antal };
    readonly summa?: readonly number[];
    readonly utfall?: string;
    readonly tabell?: { readonly rader?: number; readonly ordforanden?: unknown; readonly delad_over_sidor?: unknown };
  };
  readonly reservationer?: readonly { readonly av?: readonly string[]; readonly till_forman_for?: string; readonly motivering?: string }[];
  readonly jav?: readonly { readonly pid?: string; readonly parti?: string; readonly roll?: string; readonly vad?: string; readonly ersatts_av?: string }[];
  readonly deltar_inte?: readonly { readonly pid?: string; readonly parti?: string; readonly vad?: string }[];
  readonly protokollsanteckningar?: readonly { readonly av?: readonly string[]; readonly innehall?: string; readonly godkand_genom_proposition?: unknown }[];
  readonly omedelbart_justerad?: boolean;
  readonly sekretess?: boolean;
  readonly expediering?: readonly string[];
  readonly beslutsmotivering?: unknown;
  readonly siffror?: unknown;
  readonly initiativ?: unknown;
  readonly overklagande?: unknown;
  readonly underlag?: readonly string[];
  readonly andring_mot_kallelse?: string;
};

export const SCHEMA = 'kungsbacka-moete/1';
export const BESLUTSTYPER = ['beslut', 'förslag_till_KS', 'förslag_till_KF', 'beslut_för_fastställande_i_KF', 'inget_beslut', 'utgår', 'sekretess', 'ej_publicerad'] as const;
// As long as the API takes them.
export const RUBRIK_MAX = 300;
const KORT_MAX = 60;
const TEXTER_MAX = 100;
const PARAGRAF_MAX = 99_999;

export const datum = ratt((v) => typeof v === 'string' && finns(v), 'ska vara en dag som finns, skriven ÅÅÅÅ-MM-DD');
const finns = (dag: string): boolean => /^\d{4}-\d\d-\d\d$/.test(dag) && !Number.isNaN(Date.parse(dag)) && new Date(dag).toISOString().startsWith(dag);
export const tid = ratt((v) => typeof v === 'string' && v.length <= KORT_MAX && lasKlockslag(v) !== undefined, 'ska ha ett klockslag, som 15:30 eller 13.00');
export const tidpunkt = ratt((v) => {
  const [, dag, timme = 0, minut = 0, sekund = 0] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:[.]\d+)?)?Z?)?$/.exec(typeof v === 'string' ? v : '') ?? [];
  return dag !== undefined && finns(dag) && Number(timme) < 24 && Number(minut) < 60 && Number(sekund) < 60;
}, 'ska vara en tidpunkt, som 2024-05-20T16:04:01, en dag som finns');
export const paragraflista = ratt((v) => typeof v === 'string' && lasLista(v) !== undefined, 'ska vara en lista av §§, som 97,99-103');
const par = ratt((v) => v === ALLA || (typeof v === 'string' && lasLista(v) !== undefined), 'ska vara "alla" eller en lista av §§, som 97,99-103');
const heltal = (minst: number, hogst: number): Prov => ratt((v) => Number.isInteger(v) && (v as number) >= minst && (v as number) <= hogst, `ska vara ett heltal, ${minst}–${hogst}`);
const antal = heltal(0, 1_000_000);
const bool = ratt((v) => typeof v === 'boolean', 'ska vara true eller false');
export const enAv = (...varden: readonly string[]): Prov => ratt((v) => varden.includes(v as string), `ska vara ett av: ${varden.join(', ')}`);
const rubrik = text(RUBRIK_MAX);
const kort = lista(rubrik, TEXTER_MAX);
const texter = lista(text());
const vem: Prov = (v, plats, fel) => (typeof v === 'object' ? post({ 'vakant_plats_efter!': text(RUBRIK_MAX) })(v, plats, fel) : text(RUBRIK_MAX)(v, plats, fel));

const beslutspunkter = lista(post({ verb: rubrik, 'text!': text(), subjekt: rubrik, underpunkter: heltal(0, 1000), not: text() }), 200);
const roster = objekt(antal);
/** What is told of registers differs from meeting to meeting: it is held leaf by leaf, whatever it is called. */
const register = oppet('objekt');
const listregister = oppet('lista');

/** Field by field; `!` marks what must be there and must not be null. */
export const mote: Prov = post({
  'schema!': enAv(SCHEMA), id: rubrik, kommun: rubrik, kommunkod: ratt((v) => typeof v === 'string' && /^\d{4}$/.test(v), 'ska vara fyra siffror'), namn_policy: text(),
  'organ!': post({ id: text(40), 'namn!': rubrik, typ: rubrik, 'platser!': heltal(1, 200), not: text() }),
  kalla: post({ adress: text(), dokument: listregister, not: text() }),
  kallelse: post({
    upprattad: datum, kallad_till: post({ datum, veckodag: text(20), tid, plats: rubrik, not: text() }),
    foreslagen_justerare: lista(post({ 'pid!': rubrik, parti: text(40), som: enAv('ordinarie', 'ersättare'), not: text() }), 50),
    undertecknad_av: kort, antal_punkter: antal, grupper: kort, kolumner: kort, summa_tid_min: heltal(0, 10_000), not: text(),
  }),
  'sammantrade!': post({ 'datum!': datum, start: tid, slut: tid, plats: rubrik, ajourneringar: listregister, slut_anges_i: kort, filnamnsdatum: text(), not: text() }),
  'narvaro!': post({
    'fortroendevalda!': lista(post({
      'pid!': rubrik, parti: text(40), 'uppdrag!': enAv('ledamot', 'ersättare'), roll: rubrik, tjanstgor: par, tjanstgor_for: vem, franvarande: par, franvaro_skal: rubrik,
      narvarande_ej_tjanstgorande: par, not: text(),
    })),
    tjanstepersoner: lista(post({ 'titel!': rubrik, paragrafer: par, enhet: rubrik, antal: heltal(1, 999), not: text() })),
    personalforetradare: lista(post({ 'organisation!': rubrik, antal: heltal(1, 999), paragrafer: par, not: text() })),
    ovriga: lista(post({ 'roll!': rubrik, paragrafer: par, antal: heltal(1, 999), enhet: rubrik, not: text() })), not: text(),
  }),
  protokoll: lista(post({
    'roll!': rubrik, paragrafer_forsattsblad: rubrik, paragrafer_filnamn: rubrik, paragrafer_med_text: paragraflista, paragrafer_endast_hanvisning: paragraflista,
    sidor: post({ pdf: heltal(1, 99_999), sidfot: heltal(1, 99_999) }), not: text(),
    justering: post({
      satt: rubrik, justerare: rubrik, sekreterare: rubrik, signaturer: lista(post({ 'roll!': enAv('ordförande', 'justerare', 'sekreterare'), tid: tidpunkt, not: text() }), 50),
      underskriftstjanst: rubrik, not: text(),
    }),
  })),
  'dagordning!': lista(post({
    'nr!': heltal(1, 1000), 'rubrik!': rubrik, dnr: rubrik, forslag: beslutspunkter, foredragande: kort, paragraf: heltal(1, PARAGRAF_MAX),
    status: enAv('behandlad', 'utgår', 'ej upptagen i protokollet'), sekretess: bool, tid_min: heltal(0, 10_000), grupp: rubrik, klockslag: text(KORT_MAX), beslutsniva: rubrik, not: text(),
  })),
  'paragrafer!': lista(post({
    'paragraf!': heltal(1, PARAGRAF_MAX), 'kallelse_nr?': heltal(1, 1000), dnr: rubrik, 'rubrik!': rubrik, fil: rubrik, 'beslutstyp!': enAv(...BESLUTSTYPER), beslutspunkter,
    beslutsgang: post({ typ: text(), steg: texter, not: text() }),
    yrkanden: lista(post({ av: texter, typ: text(), innehall: text(), instammer: texter, motivering: text(), not: text() })), propositionsordning: texter,
    omrostning: post({
      begard_av: text(), huvudforslag: text(), motforslag: text(), motforslag_utsett_genom: text(), ja: text(), nej: text(), roster: post({ ja: roster, nej: roster, avstar: roster }),
      summa: lista(antal), utfall: text(), tabell: register, not: text(),
    }),
    reservationer: lista(post({ av: texter, till_forman_for: text(), motivering: text(), not: text() })),
    jav: lista(post({ pid: rubrik, parti: text(), roll: text(), vad: text(), ersatts_av: rubrik, not: text() })),
    deltar_inte: lista(post({ pid: rubrik, parti: text(), vad: text(), not: text() })),
    protokollsanteckningar: lista(post({ av: texter, innehall: text(), godkand_genom_proposition: oppet('vad som helst'), not: text() })),
    omedelbart_justerad: bool, sekretess: bool, expediering: texter, underlag: kort, andring_mot_kallelse: text(),
    siffror: oppet('vad som helst'), initiativ: oppet('vad som helst'), beslutsmotivering: oppet('vad som helst'), overklagande: oppet('vad som helst'), not: text(),
  })),
  lex_sarah: register, delegationsanmalan: register, domar_och_beslut: register, synpunkter_klagomal: register, skrivelser: register,
  ordforandebeslut: listregister, remisser: listregister, kopplingar: listregister, kuriosa: listregister, kontroll: register, not: text(),
});

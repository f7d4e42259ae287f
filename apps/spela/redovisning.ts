import { UTANFOR } from './jamfor';

type Slag = 'text' | 'dag' | 'antal';
/** A field of the form, the field of Klubba that holds it, and what it must be for that. */
export type Tabell = Readonly<Record<string, readonly [falt: string, slag: Slag]>>;
export type Uppgift = { readonly vag: readonly string[]; readonly slag: 'text' | 'tal' | 'ja_nej'; readonly varde: string };
export type Fri = Readonly<Record<string, unknown>>;

/** The form's words for what is told in a §, each for each. What has no word here is held under its own name. */
export const DELEGATION: Tabell = { tjansteskrivelse: ['tjansteskrivelse', 'dag'] };
export const LISTA: Tabell = { namn: ['namn', 'text'], form: ['form', 'text'], antal_rader: ['antal', 'antal'] };
export const INDELNING = [['dnr_rader', 'diarienummer'], ['per_delegat', 'delegat'], ['typer', 'typ']] as const;
export const LEX_SARAH: Tabell = { beslutsfattare: ['beslutsfattare', 'text'] };
export const LEX_SARAH_UTFALL = ['ej_missforhallande', 'missforhallande', 'missforhallande_eller_pataglig_risk', 'allvarligt'] as const;
export const POSTER = {
  domar_och_beslut: { instans: ['motpart', 'text'], form: ['form', 'text'], datum: ['datum', 'dag'], dnr: ['diarienummer', 'text'], motpartens_dnr: ['motpartensNummer', 'text'], utgang: ['utfall', 'text'] },
  synpunkter_klagomal: { dnr: ['diarienummer', 'text'], fran: ['motpart', 'text'], besvarad: ['utfall', 'text'], slag: ['form', 'text'] },
  skrivelser: { dnr: ['diarienummer', 'text'], avsandare: ['motpart', 'text'], amne: ['rubrik', 'text'], datum: ['datum', 'dag'] },
} as const satisfies Readonly<Record<string, Tabell>>;
export const ORDFORANDEBESLUT: Tabell = { rubrik: ['rubrik', 'text'], datum: ['datum', 'dag'], stod: ['stod', 'text'] };
export const REMISS: Tabell = {
  dnr: ['diarienummer', 'text'], avsandare: ['avsandare', 'text'], avsandarens_dnr: ['derasNummer', 'text'], sou: ['utredning', 'text'], remiss_daterad: ['daterad', 'dag'], svar_senast: ['svarstid', 'dag'],
  svar_till_avsandaren_senast: ['svarstidAvsandare', 'dag'], svar_till_ks_senast: ['svarstidIntern', 'dag'], yttrande_daterat: ['yttrandeDaterat', 'dag'], yttrande_till: ['yttrandeTill', 'text'],
};
export const KOPPLING: Tabell = { fran: ['fran', 'text'], till: ['till', 'text'], slag: ['slag', 'text'] };
/** Of a §, beside what was decided; `beslutsmotivering` when it is no text. */
export const PARAGRAFENS = ['siffror', 'initiativ', 'overklagande', 'beslutsmotivering'] as const;

export const arObjekt = (varde: unknown): varde is Fri => typeof varde === 'object' && varde !== null && !Array.isArray(varde);
export const arText = (varde: unknown): varde is string => typeof varde === 'string' && varde.trim() !== '';
export const arDag = (varde: unknown): varde is string => typeof varde === 'string' && /^\d{4}-\d\d-\d\d$/.test(varde) && !Number.isNaN(Date.parse(varde)) && new Date(varde).toISOString().startsWith(varde);
const ANTAL_MAX = 1_000_000;
export const arAntal = (varde: unknown): varde is number => Number.isInteger(varde) && (varde as number) >= 0 && (varde as number) <= ANTAL_MAX;
const AR: Readonly<Record<Slag, (varde: unknown) => boolean>> = { text: arText, dag: arDag, antal: arAntal };

// A name that looks like a place is told from one.
const skrivDel = (namn: string): string => (/^[[\\]/.test(namn) ? `\\${namn}` : namn);
const lasDel = (del: string): string | number => (/^\[\d+\]$/.test(del) ? Number(del.slice(1, -1)) : del.replace(/^\\/, ''));
const barn = (varde: unknown): readonly (readonly [string, unknown])[] | undefined => {
  if (Array.isArray(varde)) return varde.map((en, i) => [`[${i}]`, en]);
  return arObjekt(varde) ? Object.entries(varde).filter(([namn]) => !UTANFOR.has(namn)).map(([namn, en]) => [skrivDel(namn), en]) : undefined;
};
/** Every value within, under its own name. What is no fact of the meeting is left out, as it is when facts are counted. */
export const uppgifterUr = (varde: unknown, vag: readonly string[] = []): readonly Uppgift[] => {
  const inne = barn(varde);
  if (inne !== undefined) return inne.flatMap(([del, en]) => uppgifterUr(en, [...vag, del]));
  if (varde === null || varde === undefined) return [];
  return [{ vag, slag: typeof varde === 'number' ? 'tal' : typeof varde === 'boolean' ? 'ja_nej' : 'text', varde: String(varde as string | number | boolean) }];
};
/** The same values in their places again, put into what is already there. */
export const medUppgifter = (i: Fri, uppgifter: readonly Uppgift[]): Fri => {
  const ut: Record<string, unknown> = { ...i };
  for (const { vag, slag, varde } of uppgifter) {
    let har: Record<string | number, unknown> = ut;
    for (const [n, skriven] of vag.entries()) {
      const del = lasDel(skriven);
      if (n === vag.length - 1) har[del] = slag === 'tal' ? Number(varde) : slag === 'ja_nej' ? varde === 'true' : varde;
      else har = (har[del] ??= typeof lasDel(vag[n + 1]!) === 'number' ? [] : {}) as Record<string | number, unknown>;
    }
  }
  return ut;
};

/** What the table has a field for, and the rest under its own name. `egna`: fields that are held in other ways. */
export const dela = (objekt: Fri, tabell: Tabell, egna: readonly string[] = []): { readonly data: Fri; readonly uppgifter: readonly Uppgift[] } => {
  const alla = (barn(objekt) ?? []).filter(([namn]) => !egna.includes(namn));
  const falt = (namn: string, varde: unknown): string | undefined => (tabell[namn] !== undefined && AR[tabell[namn][1]](varde) ? tabell[namn][0] : undefined);
  return {
    data: Object.fromEntries(alla.flatMap(([namn, varde]) => { const i = falt(namn, varde); return i === undefined ? [] : [[i, varde]]; })),
    uppgifter: alla.flatMap(([namn, varde]) => (falt(namn, varde) === undefined ? uppgifterUr(varde, [namn]) : [])),
  };
};
/** And back. */
export const samla = (doc: Fri, tabell: Tabell): Fri => Object.fromEntries(Object.entries(tabell).flatMap(([namn, [falt]]) => (doc[falt] === null || doc[falt] === undefined ? [] : [[namn, doc[falt]]])));

/** A period is a list of its first and last day. */
export const arPeriod = (varde: unknown): varde is readonly [string, string] => Array.isArray(varde) && varde.length === 2 && varde.every(arDag);
export const perioden = (varde: unknown): Fri => (arPeriod(varde) ? { fran: varde[0], till: varde[1] } : {});
export const utanPeriod = (varde: unknown): readonly string[] => (arPeriod(varde) ? ['period'] : []);
export const samladPeriod = ({ fran, till }: Fri): Fri => (arDag(fran) && arDag(till) ? { period: [fran, till] } : {});

import { datum, enAv, type Fortroendevald, type Mote, type Paragraf, paragraflista, type Protokoll, type Rad, SCHEMA, tid, tidpunkt } from './form';
import { type Lov, loven, skrivVag } from './jamfor';
import { lasLista, skrivLista } from './lista';
import { EJ_ANGIVET, PROTOKOLLROLL } from './ord';
import { type Fel, Filfel, lista, objekt, oppet, post, type Prov, ratt, skrivPlats, text, utanNull } from './prov';
import { arObjekt } from './redovisning';
import { provaSamband } from './samband';

/**
 * The older, simpler form of a meeting file, in the words of the newer one. Persons are told apart by party and number, as the newer
 * form does; what the older one says in running text is not made into facts.
 */
export type Aldre = {
  readonly mote: Mote;
  /** Each value of the file, with the places of the newer form that say it; none of what has no place there. */
  readonly varden: readonly { readonly falt: string; readonly platser: readonly string[] }[];
};

type Ratt = {
  readonly organ: string; readonly kommun?: string; readonly kommunkod?: string; readonly kallelse_upprattad?: string;
  readonly moete: { readonly datum: string; readonly start?: string; readonly slut?: string; readonly plats?: string };
  readonly beslutande?: readonly { readonly parti: string; readonly roll?: string; readonly ersattare_for?: string }[];
  readonly foedragande_per_paragraf?: Readonly<Record<string, readonly number[]>>;
  readonly protokollsjusterare?: string; readonly grupper?: readonly string[];
  readonly paragrafer?: string; readonly beslutsorgan?: Readonly<Record<string, string>>; readonly remissvar?: readonly { readonly '§'?: number; readonly dnr?: string }[];
  readonly justering?: { readonly satt?: string; readonly signaturer?: readonly { readonly roll: string; readonly tid: string }[]; readonly paragrafer_huvudprotokoll?: string; readonly paragrafer_omedelbart?: string };
  readonly dagordning?: readonly (readonly [nr: number, rubrik: string, dnr: string | null, beslut: string | null, paragraf: number | null])[];
};

const nummer = ratt((v) => Number.isInteger(v) && (v as number) > 0, 'ska vara ett nummer');
const rad: Prov = (v, plats, fel) => {
  const [nr, rubrik, dnr, beslut, paragraf] = Array.isArray(v) ? (v as unknown[]) : [];
  if (!Array.isArray(v) || v.length !== 5) return fel(plats, 'ska vara fem värden: nr, rubrik, dnr, beslut, §.');
  nummer(nr, { ...plats, path: `${plats.path}[0]` }, fel);
  text(300)(rubrik, { ...plats, path: `${plats.path}[1]` }, fel);
  for (const [i, en] of [[2, dnr], [3, beslut]] as const) if (en !== null) text(300)(en, { ...plats, path: `${plats.path}[${i}]` }, fel);
  if (paragraf !== null) nummer(paragraf, { ...plats, path: `${plats.path}[4]` }, fel);
};
const KANDA: Readonly<Record<string, Prov>> = {
  'organ!': text(300), kommun: text(300), kommunkod: ratt((v) => typeof v === 'string' && /^\d{4}$/.test(v), 'ska vara fyra siffror'), kallelse_upprattad: datum,
  'moete!': post({ 'datum!': datum, start: tid, slut: tid, plats: text(300) }), beslutande: lista(post({ 'parti!': text(40), roll: text(300), ersattare_for: text(40) })),
  foedragande_per_paragraf: objekt(lista(nummer)), protokollsjusterare: text(), paragrafer: text(), beslutsorgan: objekt(paragraflista), remissvar: lista(oppet('objekt')), grupper: lista(text(300)), dagordning: lista(rad),
  justering: post({ satt: text(300), signaturer: lista(post({ 'roll!': enAv('ordförande', 'justerare', 'sekreterare'), 'tid!': tidpunkt })), paragrafer_huvudprotokoll: paragraflista, paragrafer_omedelbart: paragraflista }),
};

/** Throws Filfel. */
export const franAldre = (json: Readonly<Record<string, unknown>>): Aldre => {
  const fel: Fel[] = [];
  // The form was never written down: what is not known to it is counted, not played.
  const ovrigt = Object.fromEntries(Object.keys(json).filter((falt) => !(falt in KANDA) && !(`${falt}!` in KANDA)).map((falt) => [falt, oppet('vad som helst')]));
  post({ ...KANDA, ...ovrigt })(json, { path: '' }, (plats, vad) => void fel.push({ plats: skrivPlats(plats), text: vad }));
  if (fel.length > 0) throw new Filfel(fel);
  const gammal = json as unknown as Ratt;
  const { personer, platser: sittplatser } = beslutande(gammal.beslutande ?? []);
  const { dagordning, paragrafer: utanRoster } = gammal.dagordning === undefined ? bara(gammal) : rader(gammal);
  const paragrafer = utanRoster.map((en) => ({ ...en, ...omrostningVid(json, en.paragraf) }));
  const { organ, kommun, kommunkod, kallelse_upprattad: upprattad, moete, grupper } = gammal;
  const dnr = JSON.stringify(json).match(/(?<=")[A-ZÅÄÖ]{1,10}(?=-\d{4}-\d)/)?.[0];
  const mote: Mote = {
    schema: SCHEMA, ...(typeof json.address === 'string' && { kalla: { adress: json.address } }), ...(kommun !== undefined && { kommun }), ...(kommunkod !== undefined && { kommunkod }),
    organ: { ...(dnr !== undefined && { id: dnr.toLowerCase() }), namn: organ, typ: /^kommunstyrelse/i.test(organ) ? 'kommunstyrelse' : 'nämnd', platser: Math.max(sittplatser, rostande(json), 1) },
    kallelse: { ...(upprattad !== undefined && { upprattad }), ...(grupper !== undefined && { grupper }) },
    sammantrade: moete, narvaro: { fortroendevalda: personer }, protokoll: protokoll(gammal, personer), dagordning, paragrafer, ...redovisat(json, dagordning),
  };
  const samband = provaSamband(mote);
  if (samband.length > 0) throw new Filfel(samband);
  return { mote, varden: varden(json, mote) };
};

/** A seat each: the one who sits there, or who sits for an absent ledamot of a party. */
const beslutande = (alla: NonNullable<Ratt['beslutande']>): { readonly personer: readonly Fortroendevald[]; readonly platser: number } => {
  const antal = new Map<string, number>();
  const ny = (parti: string): string => {
    antal.set(parti, (antal.get(parti) ?? 0) + 1);
    return `${parti}${antal.get(parti)}`;
  };
  const personer = alla.flatMap(({ parti, roll, ersattare_for: borta }): Fortroendevald[] => {
    if (borta === undefined) return [{ pid: ny(parti), parti, uppdrag: 'ledamot', ...(roll !== undefined && { roll }), tjanstgor: 'alla' }];
    const plats = ny(borta);
    return [{ pid: plats, parti: borta, uppdrag: 'ledamot', franvarande: 'alla' }, { pid: ny(parti), parti, uppdrag: 'ersättare', tjanstgor: 'alla', tjanstgor_for: plats }];
  });
  return { personer, platser: alla.length };
};

const rader = ({ dagordning: alla = [], justering = {}, foedragande_per_paragraf: foredragande = {} }: Ratt): { readonly dagordning: readonly Rad[]; readonly paragrafer: readonly Paragraf[] } => {
  const [huvud, omedelbart] = [justering.paragrafer_huvudprotokoll, justering.paragrafer_omedelbart].map((par) => lasLista(par ?? '') ?? []) as [readonly number[], readonly number[]];
  return {
    dagordning: alla.map(([nr, rubrik, dnr, , paragraf]) => ({
      nr, rubrik, ...(dnr !== null && { dnr }), ...(paragraf !== null && { paragraf }), foredragande: Object.entries(foredragande).filter(([, vid]) => paragraf !== null && vid.includes(paragraf)).map(([titel]) => titel),
    })),
    paragrafer: alla.flatMap(([nr, rubrik, dnr, beslut, paragraf]): Paragraf[] => {
      if (paragraf === null) return [];
      const sekretess = beslut?.startsWith('sekretess') === true;
      const fil = omedelbart.includes(paragraf) ? PROTOKOLLROLL.omedelbart : huvud.includes(paragraf) ? PROTOKOLLROLL.huvud : undefined;
      return [{
        paragraf, kallelse_nr: nr, rubrik, ...(dnr !== null && { dnr }), ...(fil !== undefined && { fil, omedelbart_justerad: fil === PROTOKOLLROLL.omedelbart }), sekretess,
        beslutstyp: sekretess ? 'sekretess' : beslut === null ? 'inget_beslut' : 'beslut', beslutspunkter: sekretess || beslut === null ? [] : [{ text: beslut }],
      }];
    }),
  };
};

const AV_PARAGRAF = /^(delegation|ordforandebeslut)_(\d{1,5})$/;
/** What is told of the registers: of the § in the field's name, or the only one whose heading says so. */
const redovisat = (json: Readonly<Record<string, unknown>>, dagordning: readonly Rad[]): Partial<Mote> => {
  const enda = (rubrik: RegExp): number | undefined => {
    const vid = dagordning.filter((rad) => rubrik.test(rad.rubrik) && rad.paragraf !== undefined);
    return vid.length === 1 ? vid[0]!.paragraf : undefined;
  };
  const med = (varde: unknown, paragraf: number | undefined): object | undefined => (arObjekt(varde) && paragraf !== undefined ? { paragraf, ...(utanNull(varde) as object) } : undefined);
  const namngiven = (slag: string): object | undefined => Object.entries(json).flatMap(([falt, varde]) => (AV_PARAGRAF.exec(falt)?.[1] === slag ? (med(varde, Number(AV_PARAGRAF.exec(falt)![2])) ?? []) : []))[0];
  const ordforandebeslut = namngiven('ordforandebeslut');
  const remissvar = (json.remissvar ?? []) as readonly Readonly<Record<string, unknown>>[];
  return utanNull({
    lex_sarah: med(json.lex_sarah, enda(/lex sarah/i)) ?? null, delegationsanmalan: namngiven('delegation') ?? med(json.delegationsanmalan, enda(/delegation|delegering/i)) ?? null, ...(ordforandebeslut !== undefined && { ordforandebeslut: [ordforandebeslut] }),
    ...(remissvar.length > 0 && { remisser: remissvar.map(({ '§': paragraf, till, ...en }) => ({ paragraf, yttrande_till: till, ...en })) }),
  }) as Partial<Mote>;
};

const SPANN = /^(\d{1,5})-(\d{1,5}) \(kallelsens (\d{1,4})-(\d{1,4})\)$/;
/** §§ and numbers without headings: "278-303 (kallelsens 1-26)", with what is said of them elsewhere in the file. */
const bara = ({ paragrafer = '', beslutsorgan = {}, remissvar = [] }: Ratt): { readonly dagordning: readonly Rad[]; readonly paragrafer: readonly Paragraf[] } => {
  const [, forsta, sista, nr, tillNr] = (SPANN.exec(paragrafer) ?? []).map(Number);
  if (forsta === undefined || sista! - forsta !== tillNr! - nr! || nr !== 1 || sista! < forsta) return { dagordning: [], paragrafer: [] };
  const organFor = (paragraf: number): string => Object.entries(beslutsorgan).find(([, vid]) => lasLista(vid)!.includes(paragraf))?.[0] ?? '';
  const alla = Array.from({ length: tillNr! }, (_, i) => forsta + i);
  return {
    dagordning: alla.map((paragraf, i) => ({ nr: i + 1, rubrik: EJ_ANGIVET, paragraf })),
    paragrafer: alla.map((paragraf, i) => {
      const dnr = remissvar.find((en) => en['§'] === paragraf)?.dnr;
      return {
        paragraf, kallelse_nr: i + 1, rubrik: EJ_ANGIVET, ...(typeof dnr === 'string' && { dnr }),
        beslutstyp: /förslag till KF/.test(organFor(paragraf)) ? 'förslag_till_KF' : /avgör/.test(organFor(paragraf)) ? 'beslut' : 'ej_publicerad', beslutspunkter: [],
      };
    }),
  };
};
const OMROSTNING = /^omrostning_(\d{1,5})$/;
const talen = objekt(ratt((v) => Number.isInteger(v) && (v as number) >= 0 && (v as number) < 1000, 'ska vara ett antal röster'));
const rosterna: Prov = post({ ja: talen, nej: talen, avstar: talen });
/** What a file says of the vote at a § under a name of its own: the votes by party, and the order of the proposals. */
const omrostningVid = (json: Readonly<Record<string, unknown>>, paragraf: number): Pick<Paragraf, 'omrostning' | 'propositionsordning'> => {
  const en = json[`omrostning_${paragraf}`] as { roster?: NonNullable<Paragraf['omrostning']>['roster']; ordning?: readonly string[] } | undefined;
  const fel: unknown[] = [];
  rosterna(en?.roster ?? null, { path: '' }, (...ett) => void fel.push(ett));
  lista(text())(en?.ordning ?? [], { path: '' }, (...ett) => void fel.push(ett));
  if (fel.length > 0 || en?.roster === undefined) return {};
  const summa = (['ja', 'nej', 'avstar'] as const).map((rost) => Object.values(en.roster?.[rost] ?? {}).reduce((a, b) => a + b, 0));
  return { omrostning: { roster: en.roster, summa }, ...(en.ordning !== undefined && { propositionsordning: en.ordning }) };
};

/** As many as voted have a seat. */
const rostande = (json: Readonly<Record<string, unknown>>): number =>
  Math.max(0, ...Object.values(json).map((en) => (en as { summa?: unknown } | null)?.summa).map((summa) => (Array.isArray(summa) ? summa.reduce<number>((a, b) => a + (Number.isInteger(b) ? (b as number) : 0), 0) : 0)));

const protokoll = ({ justering, protokollsjusterare }: Ratt, personer: readonly Fortroendevald[]): readonly Protokoll[] => {
  if (justering === undefined) return [];
  // Named by party: known when only one of the party served.
  const iPartiet = personer.filter(({ parti, tjanstgor }) => tjanstgor !== undefined && parti !== undefined && parti === /^\p{Lu}+/u.exec(protokollsjusterare ?? '')?.[0]);
  const { satt, signaturer = [], paragrafer_huvudprotokoll: huvud, paragrafer_omedelbart: omedelbart } = justering;
  const ett = (roll: string, par: string | undefined, resten: Protokoll['justering'] = {}): readonly Protokoll[] =>
    (par === undefined ? [] : [{ roll, paragrafer_forsattsblad: par, paragrafer_med_text: skrivLista(lasLista(par)!), justering: resten }]);
  return [
    ...ett(PROTOKOLLROLL.huvud, huvud, { ...(satt !== undefined && { satt }), signaturer, ...(iPartiet.length === 1 && { justerare: iPartiet[0]!.pid }) }),
    ...ett(PROTOKOLLROLL.omedelbart, omedelbart),
  ];
};

// The source and the reader's own remarks, as in the newer form.
const UTANFOR = ['address', 'kallfel_att_tala', 'not'];
/** Every value of the file, and where it now is: found by what it says, in the part of the meeting that its field speaks of. */
const varden = (json: Readonly<Record<string, unknown>>, mote: Mote): Aldre['varden'] => {
  const nya = loven(mote);
  const sa = (prefix: string, varde: unknown): readonly string[] => nya.filter((en) => skrivVag(en.vag) === prefix && en.varde === varde).map((en) => skrivVag(en.vag));
  const person = mote.narvaro.fortroendevalda.filter(({ tjanstgor }) => tjanstgor !== undefined);
  const huvud = `protokoll[${PROTOKOLLROLL.huvud}]`;
  const platser = ({ vag: [falt, i, vad, ...djupare], varde }: Lov): readonly string[] => {
    switch (falt) {
      case 'organ': return sa('organ.namn', varde);
      case 'kommun': case 'kommunkod': return sa(falt, varde);
      case 'kallelse_upprattad': return sa('kallelse.upprattad', varde);
      case 'moete': return sa(`sammantrade.${i}`, varde);
      case 'paragrafer': return nya.filter((en) => en.falt === 'paragrafer.paragraf' || en.falt === 'dagordning.nr').map((en) => skrivVag(en.vag));
      case 'beslutsorgan': return (lasLista(varde as string) ?? []).flatMap((nr) => nya.filter((en) => skrivVag(en.vag) === `paragrafer[${nr}].beslutstyp` && en.varde !== 'ej_publicerad').map((en) => skrivVag(en.vag)));
      case 'remissvar': {
        const paragraf = (json.remissvar as NonNullable<Ratt['remissvar']>)[i as number]!['§'];
        return vad === '§' || vad === 'dnr' ? sa(`paragrafer[${paragraf}].${vad === 'dnr' ? 'dnr' : 'paragraf'}`, varde) : sa(skrivVag(['remisser', i!, vad === 'till' ? 'yttrande_till' : vad!, ...djupare]), varde);
      }
      case 'grupper': return sa(`kallelse.grupper[${i}]`, varde);
      case 'beslutande': {
        const { pid } = person[i as number]!;
        return vad === 'ersattare_for' ? [`narvaro.fortroendevalda[${pid}].tjanstgor_for`] : sa(`narvaro.fortroendevalda[${pid}].${vad}`, varde);
      }
      case 'foedragande_per_paragraf': return mote.dagordning.filter(({ paragraf }) => paragraf === varde).flatMap(({ nr, foredragande = [] }) => sa(`dagordning[${nr}].foredragande[${foredragande.indexOf(i as string)}]`, i));
      case 'justering': {
        if (i === 'paragrafer_huvudprotokoll') return sa(`${huvud}.paragrafer_forsattsblad`, varde);
        if (i === 'paragrafer_omedelbart') return sa(`protokoll[${PROTOKOLLROLL.omedelbart}].paragrafer_forsattsblad`, varde);
        return i === 'satt' ? sa(`${huvud}.justering.satt`, varde) : sa(`${huvud}.justering.signaturer[${vad}].${djupare[0]}`, varde);
      }
      case 'dagordning': {
        const { nr, paragraf } = mote.dagordning[i as number]!;
        return sa([`dagordning[${nr}].nr`, `dagordning[${nr}].rubrik`, `dagordning[${nr}].dnr`, `paragrafer[${paragraf}].beslutspunkter[0].text`, `dagordning[${nr}].paragraf`][vad as number]!, varde);
      }
      case 'lex_sarah': case 'delegationsanmalan': return sa(skrivVag([falt, i!, ...(vad === undefined ? [] : [vad]), ...djupare]), varde);
      default: {
        const [, slag] = AV_PARAGRAF.exec(String(falt)) ?? [];
        if (slag !== undefined) return sa(skrivVag([...(slag === 'delegation' ? ['delegationsanmalan'] : [slag, 0]), i!, ...(vad === undefined ? [] : [vad]), ...djupare]), varde);
        const nr = OMROSTNING.exec(String(falt))?.[1];
        if (nr === undefined) return [];
        if (i === 'roster') return sa(`paragrafer[${nr}].omrostning.roster.${String(vad)}.${djupare[0]}`, varde);
        return i === 'summa' ? sa(`paragrafer[${nr}].omrostning.summa[${vad}]`, varde) : i === 'ordning' ? sa(`paragrafer[${nr}].propositionsordning[${vad}]`, varde) : [];
      }
    }
  };
  return loven(Object.fromEntries(Object.entries(json).filter(([falt]) => !UTANFOR.includes(falt)))).map((lov) => ({ falt: lov.falt, platser: platser(lov) }));
};

/** How much of an older file is held: a value is when each place that says it is. */
export const raknaAldre = ({ varden: alla }: Aldre, hallna: ReadonlySet<string>): { readonly fakta: number; readonly hallna: number; readonly saknas: Readonly<Record<string, number>> } => {
  const borta = alla.filter(({ platser }) => platser.length === 0 || !platser.every((plats) => hallna.has(plats)));
  const saknas: Record<string, number> = {};
  for (const { falt } of borta) saknas[falt] = (saknas[falt] ?? 0) + 1;
  return { fakta: alla.length, hallna: alla.length - borta.length, saknas };
};

import { renameSync, writeFileSync } from 'node:fs';
import { StoreUnavailable } from '@klubba/kernel';
import type { Ask } from '../../infra/klient';
import { type Mote, SCHEMA } from './form';
import { raknaKontroll } from './kontroll';
import { lasRedovisning } from './las-redovisning';
import { skrivLista, skrivPar } from './lista';
import { angivet, BESLUTSGANG, BESLUTSTYP, ORGANTYP, PROTOKOLLROLL, ROLL, SIGNATURROLL, SOM, STATUS, UPPDRAG, UTAN_PARTI, veckodag, YRKANDE } from './ord';
import { utanNull } from './prov';

const PUNKT = 'verb text subjekt underpunkter';
const BEHANDLING = `beslutsgang { typ steg { text } } yrkanden { slag av { namn } instammer { namn } text motivering } propositionsordning { text }
  omrostningBegardAv { namn }
  omrostningar { huvudforslagText motforslagText utsettGenom jaBetyder nejBetyder perParti { parti ja nej avstar } ja nej avstar utfall tabellOrdforanden tabellDelad }
  reservationer { av { namn } tillFormanFor motivering } jav { namn parti uppdrag text ersattsAv { namn } } deltarInte { namn parti text } anteckningar { av { namn } text medgiven }`;
const PARAGRAF = `nummer beteckning rubrik sekretess omgang omedelbartJusterad beslutstyp underlag andringMotKallelse beslutsmotivering expediering { mottagare { namn } } hanvisning beslutspunkter { ${PUNKT} } ${BEHANDLING}`;
const MOTET = `query ($id: ID!) {
  sammantrade(id: $id) {
    namnd datum tid tidSkriven plats oppnat oppnatSkrivet hallenPlats avslutat avslutatSkrivet slutAngesI
    kallelser { upprattad antalPunkter undertecknadAv grupper kolumner summaTidMin foreslagnaJusterare { namn parti som } }
  }
  dagordning(sammantrade: $id, rendition: INTERN) {
    rader { dold nr iKallelsen rubrik beteckning grupp sekretess utgar sen foredragande tidMin klockslag beslutsniva paragraf forslag { ${PUNKT} } }
  }
  protokoll(sammantrade: $id) {
    ajourneringar { fran till skal }
    narvaro { namn parti uppdrag roll tjanstgjorde narvarande franvaroskal platser { namn vakant } }
    ovrigNarvaro { slag benamning enhet antal hela paragrafer }
    paragrafer { ${PARAGRAF} }
    omgangar { omgang omedelbar paragraferMedText paragraferEndastHanvisning satt sekreterare forsattsblad filnamn sidorPdf sidorSidfot underskriftstjanst justerare { namn } signaturer { roll tid } }
  }
}`;
const NAMND = 'query ($namnd: ID!, $pa: String!) { namnd(id: $namnd, pa: $pa) { organ namn slag kommun kommunkod reglementen { antalLedamoter } } }';
const EGET = `query ($id: ID!, $omgang: Int!) { protokoll(sammantrade: $id, omgang: $omgang) { paragrafer { ${PARAGRAF} } } }`;

type Punkt = { readonly verb: string | null; readonly text: string; readonly subjekt: string | null; readonly underpunkter: number | null };
type Namnd = { readonly organ: string; readonly namn: string; readonly slag: string; readonly kommun: string | null; readonly kommunkod: string | null; readonly reglementen: readonly { readonly antalLedamoter: number }[] };
type Sammantrade = {
  readonly datum: string; readonly tid: string; readonly tidSkriven: string | null; readonly plats: string; readonly oppnat: string | null; readonly oppnatSkrivet: string | null; readonly hallenPlats: string | null;
  readonly avslutat: string | null; readonly avslutatSkrivet: string | null; readonly slutAngesI: readonly string[];
  readonly kallelser: readonly {
    readonly upprattad: string | null; readonly antalPunkter: number; readonly undertecknadAv: readonly string[]; readonly grupper: readonly string[]; readonly kolumner: readonly string[]; readonly summaTidMin: number | null;
    readonly foreslagnaJusterare: readonly { readonly namn: string; readonly parti: string | null; readonly som: string }[];
  }[];
};
type Rad = {
  readonly dold: boolean; readonly nr: number; readonly iKallelsen: number | null; readonly rubrik: string; readonly beteckning: string | null; readonly grupp: string | null; readonly sekretess: boolean; readonly utgar: boolean; readonly sen: boolean;
  readonly foredragande: readonly string[] | null; readonly tidMin: number | null; readonly klockslag: string | null; readonly beslutsniva: string | null; readonly paragraf: number | null; readonly forslag: readonly Punkt[] | null;
};
type Narvaro = {
  readonly namn: string; readonly parti: string; readonly uppdrag: string; readonly roll: string | null; readonly tjanstgjorde: readonly number[]; readonly narvarande: readonly number[]; readonly franvaroskal: string | null;
  readonly platser: readonly { readonly namn: string; readonly vakant: boolean }[];
};
type Ovrig = { readonly slag: string; readonly benamning: string; readonly enhet: string | null; readonly antal: number | null; readonly hela: boolean; readonly paragrafer: readonly number[] };
type Paragraf = {
  readonly nummer: number; readonly beteckning: string | null; readonly rubrik: string; readonly sekretess: boolean; readonly omgang: number | null; readonly omedelbartJusterad: boolean | null;
  readonly beslutstyp: string; readonly underlag: readonly string[]; readonly andringMotKallelse: string | null; readonly beslutsmotivering: string | null; readonly expediering: { readonly mottagare: readonly Namn[] } | null; readonly hanvisning: string | null; readonly beslutspunkter: readonly Punkt[];
  readonly beslutsgang: { readonly typ: string; readonly steg: readonly Steg[] } | null; readonly yrkanden: readonly Yrkande[]; readonly propositionsordning: readonly Steg[]; readonly omrostningBegardAv: readonly Namn[];
  readonly omrostningar: readonly Omrostning[]; readonly reservationer: readonly { readonly av: readonly Namn[]; readonly tillFormanFor: string | null; readonly motivering: string | null }[];
  readonly jav: readonly { readonly namn: string; readonly parti: string | null; readonly uppdrag: string | null; readonly text: string | null; readonly ersattsAv: Namn | null }[];
  readonly deltarInte: readonly { readonly namn: string; readonly parti: string | null; readonly text: string | null }[]; readonly anteckningar: readonly { readonly av: readonly Namn[]; readonly text: string; readonly medgiven: boolean | null }[];
};
type Namn = { readonly namn: string };
type Steg = { readonly text: string | null };
type Yrkande = { readonly slag: string; readonly av: readonly Namn[]; readonly instammer: readonly Namn[]; readonly text: string; readonly motivering: string | null };
type Partiroster = { readonly parti: string; readonly ja: number; readonly nej: number; readonly avstar: number };
type Omrostning = {
  readonly huvudforslagText: string | null; readonly motforslagText: string | null; readonly utsettGenom: string | null; readonly jaBetyder: string | null; readonly nejBetyder: string | null; readonly perParti: readonly Partiroster[];
  readonly ja: number; readonly nej: number; readonly avstar: number; readonly utfall: string; readonly tabellOrdforanden: string | null; readonly tabellDelad: boolean | null;
};
type Omgang = {
  readonly omgang: number; readonly omedelbar: boolean; readonly paragraferMedText: readonly number[]; readonly paragraferEndastHanvisning: readonly number[]; readonly satt: string | null; readonly sekreterare: string | null;
  readonly forsattsblad: string | null; readonly filnamn: string | null; readonly sidorPdf: number | null; readonly sidorSidfot: number | null; readonly underskriftstjanst: string | null;
  readonly justerare: readonly { readonly namn: string }[]; readonly signaturer: readonly { readonly roll: string; readonly tid: string | null }[];
};
type Protokoll = { readonly ajourneringar: readonly object[]; readonly narvaro: readonly Narvaro[]; readonly ovrigNarvaro: readonly Ovrig[]; readonly paragrafer: readonly Paragraf[]; readonly omgangar: readonly Omgang[] };

/** Reads a meeting out of Klubba, through GraphQL alone, and writes it as a file of the form. Knows nothing of what was once played. Throws StoreUnavailable. */
export const lasTillbaka = async (fraga: Ask, namnd: string, sammantrade: string, ut: string): Promise<void> => {
  const text = JSON.stringify(await lasMote(fraga, namnd, sammantrade), null, 1);
  // Whole or not at all.
  writeFileSync(`${ut}.${process.pid}`, `${text}\n`);
  renameSync(`${ut}.${process.pid}`, ut);
};

const lasMote = async (fraga: Ask, namndId: string, id: string): Promise<object> => {
  const { sammantrade: mote, dagordning, protokoll } = await fraga<{ sammantrade: Sammantrade | null; dagordning: { rader: readonly Rad[] } | null; protokoll: Protokoll | null }>(MOTET, { id });
  if (mote === null || dagordning === null || protokoll === null || dagordning.rader.some(({ dold }) => dold)) throw new StoreUnavailable('Sammanträdet finns inte, har inte öppnats eller får inte läsas helt med det här åtkomstbeviset.');
  const { namnd } = await fraga<{ namnd: Namnd }>(NAMND, { namnd: namndId, pa: mote.datum });
  // In the main protocol a § justerad at once only points to its own.
  const egna = new Map<number, Paragraf>();
  for (const { omgang, omedelbar } of protokoll.omgangar) {
    if (!omedelbar) continue;
    for (const en of (await fraga<{ protokoll: { paragrafer: readonly Paragraf[] } }>(EGET, { id, omgang })).protokoll.paragrafer) egna.set(en.nummer, en);
  }
  const paragrafer = protokoll.paragrafer.map((en) => egna.get(en.nummer) ?? en);
  const alla = paragrafer.map(({ nummer }) => nummer);
  // One that is only drawn up was never published.
  const publicerade = protokoll.omgangar.filter(arAntecknad);
  const redovisat = await lasRedovisning(fraga, namndId, id);
  const kallelse = mote.kallelser.at(-1);
  const rader = dagordning.rader.filter(({ sen }) => !sen);
  const nrFor = new Map(rader.map((rad) => [rad.paragraf, nummer(rad)]));

  const fil = skriven({
    schema: SCHEMA, id: `${namnd.organ.toLowerCase()}-${mote.datum}`, kommun: namnd.kommun, kommunkod: namnd.kommunkod,
    organ: { id: namnd.organ.toLowerCase(), namn: namnd.namn, typ: ORGANTYP.fran.get(namnd.slag), platser: namnd.reglementen[0]?.antalLedamoter },
    kallelse: kallelse && kallelsen(mote, kallelse),
    sammantrade: { datum: mote.datum, start: tiden(mote.oppnat, mote.oppnatSkrivet), slut: tiden(mote.avslutat, mote.avslutatSkrivet), plats: angivet(mote.hallenPlats ?? mote.plats), ajourneringar: protokoll.ajourneringar, slut_anges_i: mote.slutAngesI },
    narvaro: {
      fortroendevalda: protokoll.narvaro.map((en) => fortroendevald(en, alla)),
      tjanstepersoner: ovriga(protokoll, 'tjansteperson', alla).map(({ benamning, ...en }) => ({ titel: benamning, ...en })),
      personalforetradare: ovriga(protokoll, 'personalforetradare', alla).map(({ benamning, ...en }) => ({ organisation: benamning, ...en })),
      ovriga: ovriga(protokoll, 'ovrig', alla).map(({ benamning, ...en }) => ({ roll: benamning, ...en })),
    },
    protokoll: publicerade.map(protokollet),
    dagordning: rader.map(raden),
    paragrafer: paragrafer.map((en) => ({ paragraf: en.nummer, kallelse_nr: nrFor.get(en.nummer), ...paragrafen(en, publicerade), ...redovisat.paragraf(en.nummer), ...behandlingen(en, (namn) => protokoll.narvaro.some((ett) => ett.namn === namn && ett.uppdrag === 'ersattare' && !ett.tjanstgjorde.includes(en.nummer))) })),
    ...redovisat.delar,
  }) as object;
  return { ...fil, kontroll: raknaKontroll(utanNull(fil) as Mote) };
};

/** A clock time as it was written, or as it is when nothing else was. */
const tiden = (tid: string | null, skriven: string | null): string | undefined => (skriven === null ? (tid ?? undefined) : angivet(skriven));

const kallelsen = (mote: Sammantrade, { upprattad, antalPunkter, undertecknadAv, grupper, kolumner, summaTidMin, foreslagnaJusterare }: Sammantrade['kallelser'][number]): object => ({
  upprattad, kallad_till: { datum: mote.datum, veckodag: veckodag(mote.datum), tid: tiden(mote.tid, mote.tidSkriven), plats: angivet(mote.plats) },
  foreslagen_justerare: foreslagnaJusterare.map(({ namn, parti, som }) => ({ pid: namn, parti: partiet(parti), som: SOM.fran.get(som) })),
  undertecknad_av: undertecknadAv, antal_punkter: antalPunkter, ...(grupper.length > 0 && { grupper }), ...(kolumner.length > 0 && { kolumner }), summa_tid_min: summaTidMin,
});
const partiet = (parti: string | null): string | null => (parti === UTAN_PARTI ? null : parti);

const fortroendevald = ({ namn, parti, uppdrag, roll, tjanstgjorde, narvarande, franvaroskal, platser: [plats] }: Narvaro, alla: readonly number[]): object => {
  const bara = skrivPar(narvarande.filter((nr) => !tjanstgjorde.includes(nr)), alla);
  return {
    pid: namn, parti: partiet(parti), uppdrag: UPPDRAG.fran.get(uppdrag), roll: roll === null ? null : ROLL.fran.get(roll), tjanstgor: skrivPar(tjanstgjorde, alla),
    ...(uppdrag === 'ersattare' && { tjanstgor_for: plats?.vakant === true ? { vakant_plats_efter: plats.namn } : plats?.namn }),
    ...(uppdrag === 'ledamot' && { franvarande: skrivPar(alla.filter((nr) => !narvarande.includes(nr)), alla) }), franvaro_skal: franvaroskal, narvarande_ej_tjanstgorande: bara,
  };
};
const ovriga = ({ ovrigNarvaro }: Protokoll, slag: string, alla: readonly number[]) =>
  ovrigNarvaro.filter((en) => en.slag === slag).map(({ benamning, enhet, antal, hela, paragrafer }) => ({ benamning, enhet, antal, paragrafer: hela ? 'alla' : skrivPar(paragrafer, alla) }));

const arAntecknad = ({ satt, sekreterare, forsattsblad, filnamn, sidorPdf, sidorSidfot, underskriftstjanst, signaturer }: Omgang): boolean =>
  signaturer.length > 0 || [satt, sekreterare, forsattsblad, filnamn, sidorPdf, sidorSidfot, underskriftstjanst].some((en) => en !== null);
const protokollet = ({ omedelbar, paragraferMedText, paragraferEndastHanvisning, satt, sekreterare, forsattsblad, filnamn, sidorPdf, sidorSidfot, underskriftstjanst, justerare, signaturer }: Omgang): object => ({
  roll: protokollroll(omedelbar), paragrafer_forsattsblad: forsattsblad, paragrafer_filnamn: filnamn, paragrafer_med_text: skrivLista(paragraferMedText), paragrafer_endast_hanvisning: skrivLista(paragraferEndastHanvisning),
  sidor: { pdf: sidorPdf, sidfot: sidorSidfot },
  justering: { satt, justerare: justerare[0]?.namn, sekreterare, signaturer: signaturer.map(({ roll, tid }) => ({ roll: SIGNATURROLL.fran.get(roll), tid })), underskriftstjanst },
});
const protokollroll = (omedelbar: boolean): string => (omedelbar ? PROTOKOLLROLL.omedelbart : PROTOKOLLROLL.huvud);

/** As called; without a kallelse, as it stands. */
const nummer = ({ nr, iKallelsen }: Pick<Rad, 'nr' | 'iKallelsen'>): number => iKallelsen ?? nr;
const raden = ({ rubrik, beteckning, grupp, sekretess, utgar, foredragande, tidMin, klockslag, beslutsniva, paragraf, forslag, ...en }: Rad): object => ({
  nr: nummer(en), rubrik: angivet(rubrik), dnr: beteckning, forslag: (forslag ?? []).map(punkten), foredragande: foredragande ?? [], paragraf,
  status: utgar ? STATUS.utgar : paragraf === null ? STATUS.ejUpptagen : STATUS.behandlad, sekretess, tid_min: tidMin, grupp, klockslag, beslutsniva,
});
const paragrafen = ({ beteckning, rubrik, sekretess, omgang, omedelbartJusterad, beslutstyp, underlag, andringMotKallelse, beslutsmotivering, expediering, beslutspunkter }: Paragraf, publicerade: readonly Omgang[]): object => {
  const fil = publicerade.find((en) => en.omgang === omgang);
  return {
    dnr: beteckning, rubrik: angivet(rubrik), fil: fil && protokollroll(fil.omedelbar), beslutstyp: BESLUTSTYP.fran.get(beslutstyp) ?? 'beslut', beslutspunkter: beslutspunkter.map(punkten),
    omedelbart_justerad: omedelbartJusterad === true, sekretess, expediering: expediering?.mottagare.map(({ namn }) => namn) ?? [], underlag, andring_mot_kallelse: andringMotKallelse, beslutsmotivering,
  };
};
/** How it was treated. A § withdrawn has nothing of it. */
const behandlingen = (en: Paragraf, utanfor: (namn: string) => boolean): object => {
  const namnen = (alla: readonly Namn[]): readonly string[] => alla.map(({ namn }) => namn);
  const [rosten] = en.omrostningar;
  return {
    beslutsgang: en.beslutsgang && { typ: BESLUTSGANG.fran.get(en.beslutsgang.typ), steg: en.beslutsgang.steg.map(({ text }) => text) },
    yrkanden: en.yrkanden.map(({ slag, av, instammer, text, motivering }) => ({ av: namnen(av), typ: YRKANDE.fran.get(slag), innehall: angivet(text), ...(instammer.length > 0 && { instammer: namnen(instammer) }), motivering })),
    propositionsordning: en.propositionsordning.map(({ text }) => text), omrostning: rosten === undefined ? null : omrostningen(rosten, en.omrostningBegardAv),
    reservationer: en.reservationer.map(({ av, tillFormanFor, motivering }) => ({ av: namnen(av), till_forman_for: tillFormanFor, motivering })),
    jav: en.jav.map(({ namn, parti, uppdrag, text, ersattsAv }) => ({ pid: namn, parti: partiet(parti), roll: uppdrag === null ? null : UPPDRAG.fran.get(uppdrag), vad: text, ersatts_av: ersattsAv?.namn })),
    deltar_inte: en.deltarInte.map(({ namn, parti, text }) => ({ pid: namn, parti: partiet(parti), vad: text })),
    protokollsanteckningar: en.anteckningar.map(({ av, text, medgiven }) => ({ av: namnen(av).map((namn) => (utanfor(namn) ? `ersättare ${namn}` : namn)), innehall: angivet(text), godkand_genom_proposition: medgiven })),
  };
};
const omrostningen = ({ huvudforslagText, motforslagText, utsettGenom, jaBetyder, nejBetyder, perParti, ja, nej, avstar, utfall, tabellOrdforanden, tabellDelad }: Omrostning, begardAv: readonly Namn[]): object => {
  const roster = (vad: 'ja' | 'nej' | 'avstar'): object => Object.fromEntries(perParti.filter((en) => en[vad] > 0).map((en) => [en.parti, en[vad]]));
  return {
    begard_av: begardAv[0]?.namn, huvudforslag: huvudforslagText, motforslag: motforslagText, motforslag_utsett_genom: utsettGenom, ja: jaBetyder, nej: nejBetyder, roster: { ja: roster('ja'), nej: roster('nej'), avstar: roster('avstar') },
    summa: [ja, nej, avstar], utfall, tabell: { rader: ja + nej + avstar, ordforanden: tabellOrdforanden, delad_over_sidor: tabellDelad },
  };
};
const punkten = ({ verb, text, subjekt, underpunkter }: Punkt): object => ({ verb, text, subjekt, underpunkter });

// Where the form says that there is none; elsewhere what is not there is left out.
const SAGS_TOMMA = new Set(['kallelse_nr', 'omrostning', 'paragraf', 'dnr', 'fil', 'roll', 'tjanstgor', 'tjanstgor_for', 'narvarande_ej_tjanstgorande', 'andring_mot_kallelse', 'underskriftstjanst']);
const skriven = (varde: unknown): unknown => {
  if (Array.isArray(varde)) return varde.map(skriven);
  if (typeof varde !== 'object' || varde === null) return varde;
  return Object.fromEntries(Object.entries(varde).flatMap(([falt, en]) => (en !== null && en !== undefined ? [[falt, skriven(en)]] : SAGS_TOMMA.has(falt) ? [[falt, null]] : [])));
};

import { type Hinder, warning } from '@klubba/kernel';
import { type Inkallelse, starFore } from '@klubba/namnd';
import { klockan, sittning } from './klockslag';
import { behandlingen, kallad, type Mote, type Punkt, type SammantradeHinder } from './sammantrade.mote.decider';
import { omfattar, platser } from './sammantrade.narvaro.projection';
import type { Pass } from './sammantrade.projection';
import { narvarande, stopp, tjanstgorande } from './sammantrade.tjanstgoring.decider';

type Funna = readonly Hinder<SammantradeHinder>[];

/** B2: of two ersättare who are there the one who stands first serves; another goes in with a reason. */
export const provaInkallelse = (mote: Mote, person: string, inkallelse: Inkallelse, tid = mote.senast): Funna => {
  for (const { id, utgatt } of mote.punkter) {
    const tjanst = utgatt ? [] : tjanstgorande(mote, id, tid);
    const plats = tjanst.find((en) => en.person === person)?.plats;
    if (plats === undefined) continue;
    const platsen = inkallelse.platser.find((en) => en.person === plats) ?? {};
    const dar = narvarande(mote, id, tid);
    const fore = inkallelse.ersattare.filter((en) => dar.includes(en.person) && starFore(inkallelse, platsen, en.person, person) && !tjanst.some((annan) => annan.person === en.person));
    const forst = fore.find((en) => !fore.some((annan) => starFore(inkallelse, platsen, annan.person, en.person)));
    if (forst !== undefined) return [warning('INKALLELSEORDNING_FRANGAS', `Enligt inkallelseordningen står {person:${forst.person}} före {person:${person}}. Ange skäl.`)];
  }
  return [];
};

/** B3: a ledamot who broke off for other reasons than jäv serves no more that day, and one who came late does if the reglemente lets them. */
export const provaAterintrade = (mote: Mote, person: string, pass: readonly Pass[]): Funna => {
  const { regler, punkter } = mote;
  const tjanst = pass.filter(({ tjanstgor }) => tjanstgor);
  if (regler === undefined || tjanst.length === 0) return [];
  const avbrott = regler.aterintrade ? undefined : avbrottet(mote, person, tjanst);
  const plats = platser(punkter);
  const sent = tjanst.every(({ fran, franPunkt }) => (franPunkt !== undefined && plats(franPunkt) > 0) || (fran !== undefined && punkter.some(({ beslut }) => beslut !== undefined && klockan(mote, beslut.tid) < klockan(mote, fran))));
  return [
    ...(avbrott === undefined ? [] : [{ ...stopp('AVBRUTEN_TJANSTGORING', `{person:${person}} har avbrutit sin tjänstgöring ${avbrott} och får inte tjänstgöra igen under dagen (reglementet).`), lagrum: 'reglementet' }]),
    ...(regler.sentIntrade || !sent ? [] : [{ ...stopp('SENT_INTRADE_EJ_TILLATET', `{person:${person}} kom sedan sammanträdet hade börjat och får inte tjänstgöra (reglementet).`), lagrum: 'reglementet' }]),
  ];
};

/** When a ledamot broke off and came back in one sitting: between two times of service there is something else than what they were jävig in. */
const avbrottet = (mote: Mote, person: string, tjanst: readonly Pass[]): string | undefined => {
  const { punkter, franvaro, datum, oppnat } = mote;
  const plats = platser(punkter);
  const iSittning = sittning(mote);
  const javig = (id: string): boolean => franvaro.some((en) => en.punkt === id && en.person === person && en.skal === 'jav');
  const iOrdning = punkter.filter(({ utgatt }) => !utgatt).sort((a, b) => plats(a.id) - plats(b.id));
  const serie = iOrdning.filter(({ beslut }) => beslut !== undefined).map(({ id, beslut }) => ({ id, tid: beslut!.tid, med: tjanst.some((ett) => omfattar(ett, { punkt: id, datum, oppnat, tid: beslut!.tid }, plats)) }));
  const borta = [...new Set(serie.map(({ tid }) => iSittning(tid)))].flatMap((nr) => {
    const dess = serie.filter(({ tid }) => iSittning(tid) === nr);
    const [forst, sist] = [dess.findIndex(({ med }) => med), dess.findLastIndex(({ med }) => med)];
    return dess.slice(forst, sist).filter(({ id, med }) => !med && !javig(id));
  })[0];
  if (borta !== undefined) return `före kl. ${borta.tid}`;
  const minut = (fran: string | undefined): number => (fran === undefined ? 0 : klockan(mote, fran));
  const efterKlockan = [...tjanst].filter(({ fran, till }) => fran !== undefined || till !== undefined).sort((a, b) => minut(a.fran) - minut(b.fran));
  for (const [i, { till }] of efterKlockan.entries()) {
    const nasta = efterKlockan[i + 1]?.fran;
    if (till === undefined || nasta === undefined || minut(till) >= minut(nasta) || iSittning(till) !== iSittning(nasta)) continue;
    const daremellan = iOrdning.filter(({ id, beslut }) => (beslut === undefined ? javig(id) : minut(beslut.tid) >= minut(till) && minut(beslut.tid) < minut(nasta)));
    if (daremellan.length === 0 || !daremellan.every(({ id }) => javig(id))) return `kl. ${till}`;
  }
  const tagen = (id: string): string => punkter.find((en) => en.id === id)?.beslut?.tid ?? mote.senast;
  const efterPunkter = [...tjanst].filter((ett) => ett.franPunkt !== undefined || ett.tillPunkt !== undefined).sort((a, b) => (a.franPunkt === undefined ? -1 : plats(a.franPunkt)) - (b.franPunkt === undefined ? -1 : plats(b.franPunkt)));
  for (const [i, { tillPunkt }] of efterPunkter.entries()) {
    const nasta = efterPunkter[i + 1]?.franPunkt;
    if (tillPunkt !== undefined && nasta !== undefined && iSittning(tagen(tillPunkt)) === iSittning(tagen(nasta)) && iOrdning.some(({ id }) => plats(id) > plats(tillPunkt) && plats(id) < plats(nasta) && !javig(id))) return `efter ${kallad(mote, tillPunkt)}`;
  }
  return undefined;
};

/** B3: who serves changes between items, not within one; jäv is the exception. */
export const provaByte = (fore: Mote, efter: Mote, person: string, tid = efter.senast): Funna => {
  if (efter.regler?.byteInomPunkt !== false) return [];
  const kand = fore.narvaro.some((en) => en.person === person);
  const granser = efter.narvaro.find((en) => en.person === person)?.pass.some(({ fran, franPunkt }) => (fran ?? franPunkt) !== undefined) === true;
  if (!kand && !granser) return [];
  const bytet = efter.punkter.find((punkt) => {
    if (punkt.beslut !== undefined || punkt.utgatt || !borjad(punkt)) return false;
    const plats = tjanstgorande(efter, punkt.id, tid).find((en) => en.person === person)?.plats;
    if (plats === undefined || tjanstgorande(fore, punkt.id, tid).some((en) => en.person === person && en.plats === plats)) return false;
    return !efter.franvaro.some((en) => en.punkt === punkt.id && en.person === plats && en.skal === 'jav');
  });
  return bytet === undefined ? [] : [warning('BYTE_INOM_PUNKT', `Bytet sker medan ${kallad(efter, bytet.id)} behandlas. Tjänstgörande byts mellan ärendena, inte under dem (reglementet). Ange skäl.`, 'reglementet')];
};
const borjad = (punkt: Punkt): boolean => {
  const { yrkanden, omrostningar, begard, propositionsordning } = behandlingen(punkt);
  return yrkanden.length > 0 || omrostningar.length > 0 || begard || propositionsordning;
};

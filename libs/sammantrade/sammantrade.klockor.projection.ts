import { anslagSenast, iOrdning, justeringSenast, type Klocka, nedtagningTidigast, plusDagar, sistaVardag } from '@klubba/lagrum';
import { spann } from '@klubba/paragraf';
import { dagen } from './klockslag';
import type { Anslag, Omgang, Punkt, Sammantrade } from './sammantrade.projection';

const SEKRETERARE = 'namndsekreterare';
const NEDTAGNING_VISAS = 30;

/** What a meeting waits for: its justering, and of each protocol the anslag (KL 5:69, 8:12; C4, C5). What was read in started no clock. */
export const sammantradetsKlockor = (mote: Sammantrade): readonly Klocka[] => {
  if (mote.skede !== 'oppet' && mote.skede !== 'avslutat') return [];
  const justerade = new Set(mote.omgangar.flatMap(({ datum, punkter }) => (datum === undefined ? [] : punkter)));
  const vantar = mote.punkter.filter(({ id, beslut }) => beslut !== undefined && beslut.inlast === undefined && beslut.utanParagraf !== true && !justerade.has(id));
  const genast = vantar.filter(({ beslut }) => beslut!.beslutspunkter.some(({ omedelbarJustering }) => omedelbarJustering === true));
  const sedan = vantar.filter((punkt) => !genast.includes(punkt));
  return iOrdning([
    ...(genast.length === 0 ? [] : [omedelbar(mote, genast)]),
    ...(sedan.length === 0 ? [] : [justering(mote, sedan)]),
    ...mote.omgangar.flatMap((omgang) => (omgang.datum === undefined || omgang.inlast !== undefined ? [] : anslagsklockor(mote, omgang, omgang.datum))),
  ]);
};

/** "§§ 25–27" once they are numbered; never a title. */
const galler = ({ datum }: Sammantrade, punkter: readonly Punkt[]): string => {
  const numrerade = punkter.flatMap(({ paragraf }) => paragraf ?? []);
  return numrerade.length === 0 ? `sammanträdet ${datum}` : `${spann(numrerade)} ${datum}`;
};

/** The last day of a meeting that was adjourned; one that only went on into the night is of its own day. */
const slutdagen = ({ datum, avslutat }: Sammantrade): string => (avslutat === undefined ? datum : dagen({ datum }, avslutat));
const justering = (mote: Sammantrade, punkter: readonly Punkt[]): Klocka => {
  const { datum, mal, varfor, lagrum } = justeringSenast(slutdagen(mote));
  return { regel: 'justering', slag: 'skyldighet', vad: 'Protokollet ska justeras', galler: galler(mote, punkter), lag: datum, drift: sistaVardag(mal), agare: SEKRETERARE, varfor, lagrum };
};
const omedelbar = (mote: Sammantrade, punkter: readonly Punkt[]): Klocka => ({
  regel: 'omedelbar_justering', slag: 'skyldighet', vad: 'Paragraferna ska justeras omedelbart', galler: galler(mote, punkter), lag: mote.datum, drift: mote.datum, agare: SEKRETERARE, lagrum: 'KL 5 kap. 69 §',
  varfor: [`Nämnden beslutade vid sammanträdet ${mote.datum} att justera omedelbart. Det görs samma dag, och får sitt eget anslag.`],
});

const anslagsklockor = (mote: Sammantrade, omgang: Omgang, justerad: string): readonly Klocka[] => {
  const om = { galler: galler(mote, mote.punkter.filter(({ id }) => omgang.punkter.includes(id))), agare: SEKRETERARE } as const;
  const senaste = omgang.anslag.at(-1);
  if (senaste === undefined) {
    const { datum, mal, varfor, lagrum } = anslagSenast(justerad);
    return [{ ...om, regel: `anslag.${omgang.omgang}`, slag: 'skyldighet', vad: 'Justeringen ska tillkännages', lag: datum, drift: sistaVardag(mal), varfor, lagrum }];
  }
  if (senaste.inlast !== undefined) return [];
  if (senaste.brutet) {
    return [{
      ...om, regel: `nytt_anslag.${omgang.omgang}`, slag: 'skyldighet', vad: 'Anslaget är brutet: gör ett nytt', lag: senaste.datum, drift: senaste.datum, lagrum: 'KL 13 kap. 5 § andra stycket',
      varfor: [`Anslaget från ${senaste.datum} var inte uppe oavbrutet, så överklagandetiden har kanske inte löpt ut. Säkrast är ett nytt anslag med ny dag och tre nya veckor; lagen sätter ingen dag för det.`],
    }];
  }
  return [...obedomda(senaste).map((dag): Klocka => ({
    ...om, regel: `avbrott.${omgang.omgang}.${dag}`, slag: 'skyldighet', vad: 'Bedöm om anslaget var uppe', lag: dag, drift: dag, lagrum: 'KL 13 kap. 5 § andra stycket',
    varfor: [`En kontroll ${dag} visade att anslaget inte gick att nå. Notera avbrottet och bedöm om det bröt anslaget; ingenting börjar om av sig självt.`],
  })), ...nedtagning(om, omgang, senaste)];
};
/** Days when a look found the board out of reach, and nobody has judged it. */
const obedomda = ({ logg }: Anslag): readonly string[] =>
  [...new Set(logg.flatMap((en) => (en.slag === 'kontroll' && !en.nabart ? en.datum : [])))].filter((dag) => !logg.some((en) => en.slag === 'avbrott' && en.datum === dag));
const nedtagning = (om: Pick<Klocka, 'galler' | 'agare'>, { omgang }: Omgang, { datum, nedtaget }: Anslag): readonly Klocka[] => {
  if (nedtaget !== undefined) return [];
  const { datum: tidigast, varfor, lagrum } = nedtagningTidigast(datum);
  return [{ ...om, regel: `nedtagning.${omgang}`, slag: 'upplysning', vad: 'Anslaget får tas ned tidigast', lag: tidigast, drift: tidigast, visasTill: plusDagar(tidigast, NEDTAGNING_VISAS), varfor, lagrum }];
};

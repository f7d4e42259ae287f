import type { Protokoll } from './form';
import { loven, skrivVag } from './jamfor';
import { lasLista } from './lista';
import { PROTOKOLLROLL, SIGNATURROLL } from './ord';
import type { Personer, Punkter, Spel } from './spela';

// As the API takes it: local time, to the second.
const TIDPUNKT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;

/** Each published protocol: drawn up with its §§, noted as it stands in its file, and justerat on the day of its last signature. Throws Avbrott. */
export const spelaProtokoll = async (spel: Spel, personer: Personer, punkter: Punkter): Promise<void> => {
  const { spelare, mote: { protokoll = [], paragrafer }, sammantrade: id, nummer, ejInfort } = spel;
  const hem = hemma(spel);
  let omgang = 0;
  const uppratta = async (plats: string, vilka: readonly number[], omedelbar: boolean, justerare: readonly string[]): Promise<readonly string[]> => {
    const ids = vilka.map((nr) => punkter.paragraf.get(nr)!);
    await spelare.ge(plats, { typ: 'UpprattaProtokoll', id, plats, data: { omedelbar, punkter: ids, justerare } });
    omgang++;
    return ids;
  };
  for (const [i, en] of protokoll.entries()) {
    const { roll, paragrafer_med_text: medText, justering = {} } = en;
    const plats = `protokoll[${i}] (${roll})`;
    const vilka = nummer.filter((nr) => hem.get(nr) === i);
    // A protocol without a § of its own is none in Klubba, and one has the text of all its §§.
    if (vilka.length === 0) for (const { vag } of loven({ protokoll })) if (vag[1] === roll) ejInfort.add(skrivVag(vag));
    if (vilka.length === 0) continue;
    if (medText !== undefined && lasLista(medText)?.join() !== vilka.join()) ejInfort.add(`protokoll[${roll}].paragrafer_med_text`);
    if (!(roll in PROTOKOLLROLL)) for (const falt of ['roll', ...vilka]) ejInfort.add(typeof falt === 'number' ? `paragrafer[${falt}].fil` : `protokoll[${roll}].${falt}`);
    const omedelbar = roll !== PROTOKOLLROLL.huvud;
    const justerare = justering.justerare === undefined ? [] : [personer.get(justering.justerare)!];
    const ids = await uppratta(plats, vilka, omedelbar, justerare);
    await spelare.ge(plats, { typ: 'AntecknaProtokolluppgifter', id, plats, data: { omgang, ...uppgifter(spel, en, punkter) } });
    // The day of justering is that of the last signature; where none is published nobody knows it.
    const datum = (justering.signaturer ?? []).flatMap(({ tid }) => tid?.slice(0, 10) ?? []).sort().at(-1);
    if (datum !== undefined) await spelare.geEllerLasIn(plats, { typ: 'Justera', id, plats, data: { omgang, punkter: ids, datum, omedelbart: omedelbar, justerare } }, 'LasInJustering');
  }
  // Justerade at once, and published nowhere.
  const utan = paragrafer.filter(({ paragraf, omedelbart_justerad }) => omedelbart_justerad === true && hem.get(paragraf) === undefined).map(({ paragraf }) => paragraf);
  if (utan.length > 0) await uppratta('omedelbart justerade, ej publicerade', utan, true, []);
  for (const { paragraf, omedelbart_justerad } of paragrafer) {
    const i = hem.get(paragraf);
    if (omedelbart_justerad !== undefined && i !== undefined && omedelbart_justerad !== (protokoll[i]!.roll !== PROTOKOLLROLL.huvud)) ejInfort.add(`paragrafer[${paragraf}].omedelbart_justerad`);
  }
};

const uppgifter = ({ ejInfort }: Spel, { roll, paragrafer_forsattsblad: forsattsblad, paragrafer_filnamn: filnamn, paragrafer_endast_hanvisning: hanvisning = '', sidor = {}, justering = {} }: Protokoll, punkter: Punkter): object => {
  const { satt, sekreterare, underskriftstjanst, signaturer = [] } = justering;
  return {
    hanvisningar: (lasLista(hanvisning) ?? []).map((nr) => punkter.paragraf.get(nr)),
    signaturer: signaturer.map(({ roll: som, tid }, i) => {
      if (tid !== undefined && !TIDPUNKT.test(tid)) ejInfort.add(`protokoll[${roll}].justering.signaturer[${i}].tid`);
      return { roll: SIGNATURROLL.till.get(som), ...(tid !== undefined && TIDPUNKT.test(tid) && { tid }) };
    }),
    ...(satt !== undefined && { satt }), ...(sekreterare !== undefined && { sekreterare }), ...(underskriftstjanst !== undefined && { underskriftstjanst }),
    ...(forsattsblad !== undefined && { forsattsblad }), ...(filnamn !== undefined && { filnamn }), ...(sidor.pdf !== undefined && { sidorPdf: sidor.pdf }), ...(sidor.sidfot !== undefined && { sidorSidfot: sidor.sidfot }),
  };
};

/** Which protocol each § has its text in, by its `fil` or by the protocol's own list. */
const hemma = ({ mote: { protokoll = [], paragrafer } }: Spel): ReadonlyMap<number, number> =>
  new Map(paragrafer.flatMap(({ paragraf, fil }): [number, number][] => {
    const [har, kallas] = [
      protokoll.findIndex(({ roll, paragrafer_med_text: medText = '' }) => lasLista(medText)?.includes(paragraf) === true && (fil === undefined || roll === fil)),
      protokoll.findIndex(({ roll }) => roll === fil),
    ];
    const i = har < 0 ? kallas : har;
    return i < 0 ? [] : [[paragraf, i]];
  }));

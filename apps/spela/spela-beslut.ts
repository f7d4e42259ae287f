import type { Paragraf } from './form';
import { BESLUTSTYP } from './ord';
import { beslutspunkter, diarienummer } from './spela-dagordning';
import type { Personer, Punkter, Spel } from './spela';
import { spelaEfterKlubban, spelaForeKlubban } from './spela-behandling';
import type { Orsak } from './spelare';

const OMEDELBAR = /omedelbar\w* juster|juster\w* omedelbar/i;

/** The klubbslag in the order of their §§, each with the number that the source has. Throws Avbrott or StoreUnavailable. */
export const spelaBeslut = async (spel: Spel, personer: Personer, punkter: Punkter, tid: string): Promise<void> => {
  const { spelare, mote, namnd, nummer, sammantrade: id } = spel;
  const ar = Number(mote.sammantrade.datum.slice(0, 4));
  const serie = async (): Promise<number | undefined> => (await spelare.fraga<{ paragrafserie: { sista: number } | null }>(
    'query ($namnd: ID!, $ar: Int!, $minst: Position) { paragrafserie(namnd: $namnd, ar: $ar, minst: $minst) { sista } }', { namnd, ar, minst: spelare.minst })).paragrafserie?.sista;
  const forsta = nummer[0] ?? 1;
  if (forsta > 1 && (await serie()) === undefined) await spelare.ge('serie', { typ: 'BorjaParagrafserie', plats: `§ ${forsta}`, data: { namnd, ar, sista: forsta - 1 } });

  // Without a word of who was there, no rule of quorum can be asked.
  const utan = mote.narvaro.fortroendevalda.length === 0;
  /** The last number of the series when the reactions to what is done here have been. */
  let sista = (await serie()) ?? 0;
  for (const en of [...mote.paragrafer].sort((a, b) => a.paragraf - b.paragraf)) {
    const { paragraf: nr, beslutstyp } = en;
    const namn = `§ ${nr}`;
    await spelaForeKlubban(spel, personer, punkter, en, tid);
    const data = { punkt: punkter.paragraf.get(nr), tid, ...beslutet(spel, en) };
    const ta = async (): Promise<void> => {
      // Numbers are given in the order of the klubbslag: those before it must have theirs.
      await spelare.vanta(async () => ((await serie()) ?? 0) >= sista, `paragrafnumren före § ${nr}`);
      await spelare.lasIn(namn, { typ: 'LasInParagrafnummer', plats: namn, data: { namnd, ar, nr, mal: data.punkt, sammantrade: id } });
    };
    const inlast = spelare.gjort('LasInBeslut', namn);
    const klar = inlast || spelare.gjort('FattaBeslut', namn);
    // What is not the next of the series has its number from the source.
    if (!klar && nr !== sista + 1) await ta();
    let orsaker: readonly Orsak[] = [];
    if (!inlast && !utan && beslutstyp !== 'sekretess' && beslutstyp !== 'ej_publicerad') {
      const utfall = await spelare.forsok(namn, { typ: 'FattaBeslut', id, plats: namn, data });
      if ('orsaker' in utfall) orsaker = utfall.orsaker;
      else {
        sista = Math.max(sista, nr);
        await spelaEfterKlubban(spel, personer, punkter, en);
        continue;
      }
    }
    // What only the source knows of, and what the law would have stopped.
    if (!klar && nr === sista + 1) await ta();
    await spelare.lasIn(namn, { typ: 'LasInBeslut', id, plats: namn, data }, orsaker);
    sista = Math.max(sista, nr);
    await spelaEfterKlubban(spel, personer, punkter, en);
  }
  await spelare.vanta(() => numrerade(spel, punkter), 'alla paragrafer deras nummer');
};

const beslutet = (spel: Spel, { paragraf, kallelse_nr, beslutstyp, rubrik, dnr, underlag = [], andring_mot_kallelse: andringMotKallelse, beslutsmotivering, ...en }: Paragraf): object => {
  const rad = spel.mote.dagordning.find(({ nr }) => nr === kallelse_nr);
  const nummer = diarienummer(spel, `paragrafer[${paragraf}]`, dnr);
  return {
    beslutstyp: BESLUTSTYP.till.get(beslutstyp), underlag, ...(andringMotKallelse !== undefined && { andringMotKallelse }),
    // A text is held; what else stands there is not.
    ...(typeof beslutsmotivering === 'string' && beslutsmotivering.trim() !== '' && { beslutsmotivering }),
    beslutspunkter: beslutspunkter(en.beslutspunkter).map((punkt) => (OMEDELBAR.test((punkt as { text: string }).text) ? { ...punkt, omedelbarJustering: true } : punkt)),
    ...(rad !== undefined && rad.rubrik !== rubrik && { rubrik }), ...(rad !== undefined && rad.dnr !== dnr && nummer),
  };
};

/** Has each § the number that the file gives it? */
const numrerade = async ({ spelare, nummer, sammantrade: id }: Spel, punkter: Punkter): Promise<boolean> => {
  const { dagordning } = await spelare.fraga<{ dagordning: { rader: { punkt: string; paragraf: number | null }[] } }>('query ($id: ID!, $minst: Position) { dagordning(sammantrade: $id, minst: $minst) { rader { punkt paragraf } } }', { id, minst: spelare.minst });
  const har = new Map(dagordning.rader.map(({ punkt, paragraf }) => [punkt, paragraf]));
  return nummer.every((nr) => har.get(punkter.paragraf.get(nr)!) !== null);
};

import type { Beslutspunkt, Rad } from './form';
import { SOM, STATUS } from './ord';
import type { Personer, Punkter, Spel } from './spela';
import { Avbrott } from './spelare';

// As the API takes it; what is written in another way is not mended.
const DIARIENUMMER = /^[A-Za-zÅÄÖåäö0-9][A-Za-zÅÄÖåäö0-9/:. -]{0,39}$/;
/** A diarienummer as a command has it, or none, and then it is noted that it could not be said. */
export const diarienummer = ({ ejInfort }: Spel, vag: string, dnr: string | undefined): { readonly diarienummer?: string } => {
  if (dnr === undefined) return {};
  if (DIARIENUMMER.test(dnr)) return { diarienummer: dnr };
  ejInfort.add(`${vag}.dnr`);
  return {};
};
export const beslutspunkter = (alla: readonly Beslutspunkt[] = []): readonly object[] =>
  alla.map(({ verb, text, subjekt, underpunkter }) => ({ text, ...(verb !== undefined && { verb }), ...(subjekt !== undefined && { subjekt }), ...(underpunkter !== undefined && { underpunkter }) }));

/** The agenda as it was called, and the kallelse. Throws Avbrott. */
export const spelaKallelse = async (spel: Spel, personer: Personer): Promise<void> => {
  const { spelare, mote: { dagordning, kallelse }, sammantrade: id } = spel;
  for (const rad of dagordning) {
    const { nr, paragraf, rubrik, forslag, foredragande = [], tid_min: tidMin, grupp, klockslag, beslutsniva } = rad;
    await spelare.geEllerLasIn(`nr ${nr}`, {
      typ: 'LaggTillPunkt', id, plats: paragraf === undefined ? `nr ${nr}` : `§ ${paragraf} (nr ${nr})`,
      data: {
        slag: 'ovrigt', rubrik, klass: klass(spel, rad), ...diarienummer(spel, `dagordning[${nr}]`, rad.dnr), forslag: beslutspunkter(forslag), foredragande,
        ...(tidMin !== undefined && { tidMin }), ...(grupp !== undefined && { grupp }), ...(klockslag !== undefined && { klockslag }), ...(beslutsniva !== undefined && { beslutsniva }),
      },
    }, 'LasInPunkt');
  }
  if (kallelse !== undefined) await kalla(spel, personer);
};

/** What was added to the agenda and what was withdrawn, once the meeting is open: then it keeps its numbers, called or not. Throws Avbrott. */
export const spelaDagordning = async (spel: Spel): Promise<Punkter> => {
  const { spelare, mote: { dagordning, paragrafer }, sammantrade: id } = spel;
  const tillagda = paragrafer.filter(({ kallelse_nr }) => kallelse_nr === undefined).sort((a, b) => a.paragraf - b.paragraf);
  for (const { paragraf, rubrik, sekretess, dnr, underlag = [], andring_mot_kallelse: skal = 'Tillagt enligt protokollet' } of tillagda) {
    await spelare.geEllerLasIn(`§ ${paragraf}`, {
      typ: 'LaggTillPunkt', id, plats: `§ ${paragraf}`,
      data: { slag: 'ovrigt', rubrik, klass: sekretess === true ? 'sekretess' : 'oppen', ...diarienummer(spel, `paragrafer[${paragraf}]`, dnr), sen: { beredd: underlag.length > 0, skal } },
    }, 'LasInPunkt');
  }

  const svar = await spelare.fraga<{ dagordning: { rader: { nr: number; punkt: string | null }[] } }>(
    'query ($id: ID!, $minst: Position) { dagordning(sammantrade: $id, minst: $minst) { rader { nr punkt } } }', { id, minst: spelare.minst });
  const punkten = (nr: number): string => {
    const punkt = svar.dagordning.rader.find((en) => en.nr === nr)?.punkt;
    if (punkt !== null && punkt !== undefined) return punkt;
    throw new Avbrott(`nr ${nr}`, [{ kod: 'PUNKTEN_SYNS_INTE', text: 'Punkten syns inte på dagordningen. Åtkomstbeviset ska ge rollerna registrator, namndsekreterare och ordforande.' }]);
  };
  const punkter: Punkter = {
    rad: new Map(dagordning.map(({ nr }) => [nr, punkten(nr)])),
    paragraf: new Map([
      ...dagordning.flatMap(({ nr, paragraf }): [number, string][] => (paragraf === undefined ? [] : [[paragraf, punkten(nr)]])),
      ...tillagda.map(({ paragraf }, i): [number, string] => [paragraf, punkten(dagordning.length + i + 1)]),
    ]),
  };
  await draUr(spel, punkter);
  return punkter;
};

/** A row and its § are one item, with one class. */
const klass = ({ mote, ejInfort }: Spel, { nr, paragraf, sekretess }: Rad): 'sekretess' | 'oppen' => {
  const hemlig = mote.paragrafer.find((en) => en.paragraf === paragraf)?.sekretess ?? sekretess ?? false;
  if (sekretess !== undefined && sekretess !== hemlig) ejInfort.add(`dagordning[${nr}].sekretess`);
  return hemlig ? 'sekretess' : 'oppen';
};

const kalla = ({ spelare, mote: { kallelse = {}, narvaro, dagordning, sammantrade: { datum } }, sammantrade: id, ejInfort }: Spel, personer: Personer): Promise<string> => {
  const { upprattad, foreslagen_justerare: foreslagna = [], undertecknad_av: undertecknadAv = [], antal_punkter, grupper, kolumner, summa_tid_min: summaTidMin } = kallelse;
  const ordforande = narvaro.fortroendevalda.find(({ roll }) => roll === 'ordförande');
  // Klubba counts the rows that were sent.
  if (antal_punkter !== undefined && antal_punkter !== dagordning.length) ejInfort.add('kallelse.antal_punkter');
  return spelare.geEllerLasIn('kallelse', {
    typ: 'SkickaKallelse', id, plats: 'kallelse',
    data: {
      // The day it was sent is not told: not before it was drawn up, and not after the meeting.
      datum: upprattad === undefined || upprattad > datum ? datum : upprattad, ...(upprattad !== undefined && { upprattad }), ...(ordforande !== undefined && { ordforande: personer.get(ordforande.pid) }),
      kallade: narvaro.fortroendevalda.map(({ pid }) => personer.get(pid)),
      foreslagnaJusterare: foreslagna.map(({ pid, som = 'ordinarie' }) => ({ person: personer.get(pid), som: SOM.till.get(som) })),
      undertecknadAv, ...(grupper !== undefined && { grupper }), ...(kolumner !== undefined && { kolumner }), ...(summaTidMin !== undefined && { summaTidMin }),
    },
  }, 'LasInKallelse');
};

/** An item is withdrawn when its § says so, or its row if it has no §. */
const draUr = async ({ spelare, mote: { dagordning, paragrafer }, sammantrade: id, ejInfort }: Spel, punkter: Punkter): Promise<void> => {
  const utgangna = new Set(paragrafer.filter(({ beslutstyp }) => beslutstyp === 'utgår').map(({ paragraf }) => paragraf));
  const utgar = ({ paragraf, status }: Rad): boolean => (paragraf === undefined ? status === STATUS.utgar : utgangna.has(paragraf));
  for (const rad of dagordning) {
    const status = utgar(rad) ? STATUS.utgar : rad.paragraf === undefined ? STATUS.ejUpptagen : STATUS.behandlad;
    if (rad.status !== undefined && rad.status !== status) ejInfort.add(`dagordning[${rad.nr}].status`);
  }
  const ur = [
    ...dagordning.filter((rad) => rad.paragraf === undefined && utgar(rad)).map(({ nr }) => [`nr ${nr}`, punkter.rad.get(nr)]),
    ...[...utgangna].map((nr) => [`§ ${nr}`, punkter.paragraf.get(nr)]),
  ] as const;
  for (const [namn, punkt] of ur) await spelare.ge(namn!, { typ: 'DraUrPunkt', id, plats: namn!, data: { punkt, skal: 'Utgick enligt protokollet' } });
};

import type { Fortroendevald, Mote, Paragraf, Rad } from './form';
import { kontrollraknare, raknas } from './kontroll';
import { lasKlockslag, lasLista, lasPar } from './lista';
import type { Fel } from './prov';

type Tell = (plats: string, text: string) => void;

/** What must agree within a file of the right form: the form says that its own sums were checked, so what does not agree is a fault of the file (SCHEMA.md, Räkneregler). */
export const provaSamband = (mote: Mote): readonly Fel[] => {
  const fel: Fel[] = [];
  const tell: Tell = (plats, text) => void fel.push({ plats, text });
  provaNummer(mote, tell);
  provaDagar(mote, tell);
  provaNarvaro(mote, tell);
  provaParagrafer(mote, tell);
  provaProtokoll(mote, tell);
  provaSummor(mote, tell);
  return fel;
};

export const paragraferI = ({ paragrafer }: Mote): readonly number[] => paragrafer.map(({ paragraf }) => paragraf).sort((a, b) => a - b);
/** Who serves at a §, with the seat each one has. */
export const tjanstgor = ({ narvaro: { fortroendevalda } }: Mote, paragraf: number, alla: readonly number[]): readonly Fortroendevald[] =>
  fortroendevalda.filter(({ tjanstgor: par }) => lasPar(par, alla).includes(paragraf));
export const plats = ({ pid, tjanstgor_for }: Fortroendevald): string => (tjanstgor_for === undefined ? pid : typeof tjanstgor_for === 'string' ? tjanstgor_for : `vakant efter ${tjanstgor_for.vakant_plats_efter}`);

const radplats = (i: number, { nr }: Rad, falt: string): string => `dagordning[${i}].${falt} (nr ${nr})`;
const paragrafplats = (i: number, { paragraf }: Paragraf, falt: string): string => `paragrafer[${i}].${falt} (§ ${paragraf})`;
const personplats = (i: number, { pid }: Fortroendevald, falt: string): string => `narvaro.fortroendevalda[${i}].${falt} (${pid})`;

const provaNummer = ({ dagordning, paragrafer }: Mote, tell: Tell): void => {
  for (const [i, rad] of dagordning.entries()) {
    if (rad.nr !== i + 1) tell(radplats(i, rad, 'nr'), `numren är inte i obruten följd: ${i + 1} väntades men ${rad.nr} står där.`);
    const mal = paragrafer.find(({ paragraf }) => paragraf === rad.paragraf);
    if (rad.paragraf !== undefined && mal === undefined) tell(radplats(i, rad, 'paragraf'), `pekar på § ${rad.paragraf}, som inte finns.`);
    else if (mal !== undefined && mal.kallelse_nr !== rad.nr) tell(radplats(i, rad, 'paragraf'), `pekar på § ${rad.paragraf}, som i sin tur ${mal.kallelse_nr === undefined ? 'är tillagd utan kallelse_nr' : `hör till nr ${mal.kallelse_nr}`}.`);
  }
  const ordnade = paragrafer.map((en, i) => ({ en, i })).sort((a, b) => a.en.paragraf - b.en.paragraf);
  for (const [n, { en, i }] of ordnade.entries()) {
    const vantad = ordnade[0]!.en.paragraf + n;
    if (en.paragraf !== vantad) {
      tell(paragrafplats(i, en, 'paragraf'), en.paragraf === ordnade[n - 1]?.en.paragraf ? `§ ${en.paragraf} finns två gånger.` : `§§ är inte i obruten följd: § ${vantad} väntades men § ${en.paragraf} kommer.`);
      break;
    }
  }
  for (const [i, en] of paragrafer.entries()) {
    if (en.kallelse_nr === undefined) continue;
    const rad = dagordning.find(({ nr }) => nr === en.kallelse_nr);
    if (rad === undefined) tell(paragrafplats(i, en, 'kallelse_nr'), `§ ${en.paragraf} saknar punkt: nr ${en.kallelse_nr} finns inte på dagordningen, och paragrafen är inte tillagd (null).`);
    else if (rad.paragraf !== en.paragraf) tell(paragrafplats(i, en, 'kallelse_nr'), `§ ${en.paragraf} hör till nr ${en.kallelse_nr}, men den raden pekar på ${rad.paragraf === undefined ? 'ingen §' : `§ ${rad.paragraf}`}.`);
  }
};

const provaDagar = ({ sammantrade: { datum, start, slut }, protokoll = [] }: Mote, tell: Tell): void => {
  const [fran, till] = [start, slut].map((tid) => (tid === undefined ? undefined : lasKlockslag(tid)));
  if (fran !== undefined && till !== undefined && till < fran) tell('sammantrade.slut', `sammanträdet slutar ${slut}, innan det börjar ${start}.`);
  for (const [i, { justering }] of protokoll.entries()) {
    for (const [n, { tid }] of (justering?.signaturer ?? []).entries()) {
      // Who signs was elected at the meeting, so no signature is older than it.
      if (tid !== undefined && tid.slice(0, 10) < datum) tell(`protokoll[${i}].justering.signaturer[${n}].tid`, `underskriften ${tid} ligger före sammanträdet ${datum}, då den som justerar utsågs.`);
    }
  }
};

const provaNarvaro = (mote: Mote, tell: Tell): void => {
  const { fortroendevalda, tjanstepersoner = [], personalforetradare = [], ovriga = [] } = mote.narvaro;
  const alla = paragraferI(mote);
  const person = new Map(fortroendevalda.map((en) => [en.pid, en]));
  const finnsI = (ts: string, par: string | undefined): void => {
    const okand = lasPar(par, alla).find((nr) => !alla.includes(nr));
    if (okand !== undefined) tell(ts, `nämner § ${okand}, som inte finns i mötet.`);
  };
  for (const [i, en] of fortroendevalda.entries()) {
    const falt = (namn: string): string => personplats(i, en, namn);
    if (fortroendevalda.findIndex(({ pid }) => pid === en.pid) !== i) tell(falt('pid'), `${en.pid} finns två gånger.`);
    for (const namn of ['tjanstgor', 'franvarande', 'narvarande_ej_tjanstgorande'] as const) finnsI(falt(namn), en[namn]);
    const [tjanst, borta] = [lasPar(en.tjanstgor, alla), lasPar(en.franvarande, alla)];
    const dubbel = tjanst.find((nr) => borta.includes(nr));
    if (dubbel !== undefined) tell(falt('tjanstgor'), `${en.pid} tjänstgör vid § ${dubbel} men är där också antecknad som frånvarande.`);
    if (en.uppdrag === 'ledamot' && en.tjanstgor_for !== undefined) tell(falt('tjanstgor_for'), 'en ledamot tjänstgör på sin egen plats.');
    if (en.uppdrag === 'ersättare' && tjanst.length > 0 && en.tjanstgor_for === undefined) tell(falt('tjanstgor_for'), `${en.pid} är ersättare och tjänstgör, men för vem står inte.`);
    if (typeof en.tjanstgor_for === 'string' && person.get(en.tjanstgor_for)?.uppdrag !== 'ledamot') tell(falt('tjanstgor_for'), `${en.tjanstgor_for} är ingen ledamot i filen.`);
  }
  for (const [lista, namn] of [[tjanstepersoner, 'tjanstepersoner'], [personalforetradare, 'personalforetradare'], [ovriga, 'ovriga']] as const) {
    for (const [i, en] of lista.entries()) finnsI(`narvaro.${namn}[${i}].paragrafer`, en.paragrafer);
  }
};

const provaParagrafer = (mote: Mote, tell: Tell): void => {
  const { platser } = mote.organ;
  const alla = paragraferI(mote);
  const sagt = mote.kontroll?.tjanstgorande_per_paragraf;
  const pids = new Set(mote.narvaro.fortroendevalda.map(({ pid }) => pid));
  for (const [i, en] of mote.paragrafer.entries()) {
    const { paragraf: nr, jav = [] } = en;
    const falt = (namn: string): string => paragrafplats(i, en, namn);
    const har = tjanstgor(mote, nr, alla);
    const inne = new Set(har.map(({ pid }) => pid));

    const sits = new Map<string, string>();
    for (const person of har) {
      const annan = sits.get(plats(person));
      if (annan !== undefined) tell('narvaro.fortroendevalda', `vid § ${nr} tjänstgör både ${annan} och ${person.pid} på samma plats (${plats(person)}).`);
      sits.set(plats(person), person.pid);
    }
    const utanErsattare = jav.filter(({ ersatts_av }) => ersatts_av === undefined).length;
    // A count in words says what no number can: then fewer may serve than there are seats. And a file that names nobody counts nobody.
    if (har.length > platser || (pids.size > 0 && har.length < platser - utanErsattare && (sagt === undefined || typeof sagt === 'number'))) {
      tell('narvaro.fortroendevalda', `vid § ${nr} tjänstgör ${har.length}, men organet har ${platser} platser${utanErsattare > 0 ? ` och ${utanErsattare} jäviga utan ersättare` : ''}.`);
    }

    for (const [n, { pid, ersatts_av }] of jav.entries()) {
      if (pid !== undefined && inne.has(pid)) tell(falt(`jav[${n}].pid`), `${pid} är jävig men tjänstgör vid § ${nr}.`);
      if (ersatts_av !== undefined && pids.has(ersatts_av) && !inne.has(ersatts_av)) tell(falt(`jav[${n}].ersatts_av`), `${ersatts_av} tjänstgör inte vid § ${nr}.`);
    }
    for (const [slag, lista] of [['yrkanden', en.yrkanden], ['reservationer', en.reservationer]] as const) {
      for (const [n, { av = [] }] of (lista ?? []).entries()) {
        const ute = av.find((pid) => pids.has(pid) && !inne.has(pid));
        if (ute !== undefined) tell(falt(`${slag}[${n}].av`), `${ute} tjänstgör inte vid § ${nr}.`);
      }
    }
    provaOmrostning(en, har, pids.size > 0, falt, tell);
  }
};

const RAD = ['ja', 'nej', 'avstar'] as const;
const provaOmrostning = ({ paragraf, omrostning, deltar_inte = [] }: Paragraf, har: readonly Fortroendevald[], namnger: boolean, falt: (namn: string) => string, tell: Tell): void => {
  if (omrostning?.roster === undefined) return;
  const { roster, summa, utfall, tabell } = omrostning;
  const antal = RAD.map((slag) => Object.values(roster[slag] ?? {}).reduce((a, b) => a + b, 0));
  const [ja = 0, nej = 0] = antal;
  const alla = antal.reduce((a, b) => a + b, 0);
  if (summa !== undefined && (summa.length !== 3 || summa.some((tal, i) => tal !== antal[i]))) tell(falt('omrostning.summa'), `[${summa.join(', ')}] stämmer inte med rösterna, som är [${antal.join(', ')}].`);
  if (tabell?.rader !== undefined && tabell.rader !== alla) tell(falt('omrostning.tabell.rader'), `${tabell.rader} rader, men ${alla} har röstat.`);
  if ((utfall === 'ja' && nej > ja) || (utfall === 'nej' && ja > nej)) tell(falt('omrostning.utfall'), `utfallet ${utfall} stämmer inte med ${ja} ja och ${nej} nej.`);
  for (const parti of new Set(RAD.flatMap((slag) => Object.keys(roster[slag] ?? {})))) {
    const rostar = RAD.reduce((sum, slag) => sum + (roster[slag]?.[parti] ?? 0), 0);
    const sitter = har.filter((en) => (en.parti ?? parti) === parti).length;
    if (namnger && rostar > sitter) tell(falt('omrostning.roster'), `${parti} har ${rostar} röster men ${sitter} tjänstgörande vid § ${paragraf}: två röster på en plats.`);
  }
  if (alla < har.length - deltar_inte.length) tell(falt('omrostning.roster'), `${alla} har röstat, men ${har.length} tjänstgör vid § ${paragraf}.`);
};

const provaProtokoll = (mote: Mote, tell: Tell): void => {
  const { protokoll = [], paragrafer, narvaro } = mote;
  const alla = paragraferI(mote);
  const text = new Map<number, string>();
  for (const [i, { roll, justering, ...en }] of protokoll.entries()) {
    for (const falt of ['paragrafer_med_text', 'paragrafer_endast_hanvisning'] as const) {
      const okand = lasLista(en[falt] ?? '')?.find((nr) => !alla.includes(nr));
      if (okand !== undefined) tell(`protokoll[${i}].${falt}`, `nämner § ${okand}, som inte finns i mötet.`);
    }
    for (const nr of lasLista(en.paragrafer_med_text ?? '') ?? []) {
      if (text.has(nr)) tell(`protokoll[${i}].paragrafer_med_text`, `§ ${nr} har sin text också i protokollet ${text.get(nr)}.`);
      text.set(nr, roll);
    }
    const { justerare } = justering ?? {};
    if (justerare !== undefined && !narvaro.fortroendevalda.some(({ pid }) => pid === justerare)) tell(`protokoll[${i}].justering.justerare`, `${justerare} finns inte bland de förtroendevalda.`);
  }
  for (const [i, en] of paragrafer.entries()) {
    if (en.fil === undefined || protokoll.length === 0) continue;
    if (!protokoll.some(({ roll }) => roll === en.fil)) tell(paragrafplats(i, en, 'fil'), `protokollet ${en.fil} finns inte.`);
    else if (text.has(en.paragraf) && text.get(en.paragraf) !== en.fil) tell(paragrafplats(i, en, 'fil'), `§ ${en.paragraf} har sin text i protokollet ${text.get(en.paragraf)}, inte i ${en.fil}.`);
  }
};

const provaSummor = (mote: Mote, tell: Tell): void => {
  for (const [namn, sagt] of Object.entries(mote.kontroll ?? {})) {
    const raknade = kontrollraknare[namn]?.(mote);
    if (raknade?.[0] !== undefined && typeof sagt === 'number' && !raknade.includes(sagt)) tell(`kontroll.${namn}`, `säger ${sagt}, men filen har ${[...new Set(raknade)].join(' eller ')}.`);
  }
  for (const [i, { namn, antal_rader, dnr_rader }] of raknas(mote.delegationsanmalan?.kategorier).entries()) {
    const summa = Object.values(dnr_rader ?? {}).reduce((a, b) => a + b, 0);
    if (dnr_rader !== undefined && antal_rader !== undefined && summa !== antal_rader) tell(`delegationsanmalan.kategorier[${i}].dnr_rader${namn === undefined ? '' : ` (${namn})`}`, `summan är ${summa}, men antal_rader är ${antal_rader}.`);
  }
};

import type { Paragraf } from './form';
import { BESLUTSGANG, EJ_ANGIVET, PARTI, UTFALL, YRKANDE } from './ord';
import { tjanstgor } from './samband';
import type { Personer, Punkter, Spel } from './spela';

type Vad = { readonly spel: Spel; readonly personer: Personer; readonly punkt: string; readonly en: Paragraf };

/** What was wanted, how it was put and how the vote went, before the klubbslag. Throws Avbrott. */
export const spelaForeKlubban = async (spel: Spel, personer: Personer, punkter: Punkter, en: Paragraf, tid: string): Promise<void> => {
  const vad: Vad = { spel, personer, punkt: punkter.paragraf.get(en.paragraf)!, en };
  await spelaJav(vad);
  await spelaYrkanden(vad);
  await spelaOrdning(vad);
  await spelaDeltarInte(vad);
  await spelaOmrostning(vad, tid);
};

const platsen = ({ en }: Vad, falt: string): string => `paragrafer[${en.paragraf}].${falt}`;
/** Who they are, once each. Whom the file calls by no pid of its own is not entered, and those after come out at other places. */
const vilka = ({ spel, personer }: Vad, vag: string, alla: readonly string[]): readonly string[] => {
  const kanda = alla.map((namn) => personer.get(namn));
  const forst = kanda.findIndex((person, i) => person === undefined || kanda.indexOf(person) !== i);
  if (forst >= 0) for (let i = forst; i < alla.length; i++) spel.ejInfort.add(`${vag}[${i}]`);
  return [...new Set(kanda.flatMap((person) => person ?? []))];
};
/** Nothing of this is entered: none of its places. */
const utan = ({ spel: { ejInfort } }: Vad, vag: string, varde: object): void => {
  for (const [falt, en] of Object.entries(varde)) {
    if (Array.isArray(en)) en.forEach((_, i) => ejInfort.add(`${vag}.${falt}[${i}]`));
    else ejInfort.add(`${vag}.${falt}`);
  }
};

const spelaJav = async (vad: Vad): Promise<void> => {
  const { spel: { spelare, mote, sammantrade: id, ejInfort }, personer, punkt, en: { paragraf, jav = [] } } = vad;
  for (const [i, { pid, parti, roll, vad: text, ersatts_av: ersatts }] of jav.entries()) {
    const vag = platsen(vad, `jav[${i}]`);
    const person = mote.narvaro.fortroendevalda.find((en) => en.pid === pid);
    if (pid === undefined || person === undefined) {
      utan(vad, vag, jav[i]!);
      continue;
    }
    // Which group and seat one has is said once, of the meeting.
    if (parti !== undefined && parti !== person.parti) ejInfort.add(`${vag}.parti`);
    if (roll !== undefined && roll !== person.uppdrag) ejInfort.add(`${vag}.roll`);
    const ersattsAv = ersatts === undefined ? undefined : personer.get(ersatts);
    if (ersatts !== undefined && ersattsAv === undefined) ejInfort.add(`${vag}.ersatts_av`);
    await spelare.ge(`§ ${paragraf} jav ${i}`, {
      typ: 'AntecknaFranvaroVidPunkt', id, plats: `§ ${paragraf}`, data: { punkt, person: personer.get(pid), skal: 'jav', ...(text !== undefined && { text }), ...(ersattsAv !== undefined && { ersattsAv }) },
    });
  }
};

const spelaYrkanden = async (vad: Vad): Promise<void> => {
  const { spel: { spelare, sammantrade: id, ejInfort }, punkt, en: { paragraf, yrkanden = [] } } = vad;
  for (const [i, { av = [], typ, innehall, instammer, motivering }] of yrkanden.entries()) {
    const vag = platsen(vad, `yrkanden[${i}]`);
    const slag = typ === undefined ? undefined : YRKANDE.till.get(typ);
    if (typ !== undefined && slag === undefined) ejInfort.add(`${vag}.typ`);
    await spelare.geEllerLasIn(`§ ${paragraf} yrkande ${i}`, {
      typ: 'AntecknaYrkande', id, plats: `§ ${paragraf}`,
      data: {
        punkt, slag: slag ?? 'annat', av: vilka(vad, `${vag}.av`, av), text: innehall ?? EJ_ANGIVET, ...(instammer !== undefined && { instammer: vilka(vad, `${vag}.instammer`, instammer) }),
        ...(motivering !== undefined && { motivering }),
      },
    }, 'LasInYrkande');
  }
};

/** The order and the course of it are entered as they are written: which proposal a word stands for is not guessed. */
const spelaOrdning = async (vad: Vad): Promise<void> => {
  const { spel: { spelare, sammantrade: id }, punkt, en: { paragraf, propositionsordning = [], beslutsgang } } = vad;
  const namn = `§ ${paragraf}`;
  if (propositionsordning.length > 0) await spelare.ge(namn, { typ: 'FaststallPropositionsordning', id, plats: namn, data: { punkt, steg: propositionsordning.map((text) => ({ text })) } });
  if (beslutsgang === undefined) return;
  const typ = BESLUTSGANG.till.get(beslutsgang.typ ?? '');
  if (typ === undefined) utan(vad, platsen(vad, 'beslutsgang'), beslutsgang);
  else await spelare.ge(namn, { typ: 'AntecknaBeslutsgang', id, plats: namn, data: { punkt, typ, steg: (beslutsgang.steg ?? []).map((text) => ({ text })) } });
};

const spelaDeltarInte = async (vad: Vad): Promise<void> => {
  const { spel: { spelare, mote, nummer, sammantrade: id, ejInfort }, personer, punkt, en: { paragraf, deltar_inte: alla = [] } } = vad;
  for (const [i, { pid = '', parti, vad: text }] of alla.entries()) {
    const vag = platsen(vad, `deltar_inte[${i}]`);
    const person = tjanstgor(mote, paragraf, nummer).find((en) => en.pid === pid);
    if (person === undefined) {
      utan(vad, vag, alla[i]!);
      continue;
    }
    if (parti !== undefined && parti !== person.parti) ejInfort.add(`${vag}.parti`);
    await spelare.geEllerLasIn(`§ ${paragraf} deltar inte ${i}`, { typ: 'AntecknaDeltarInte', id, plats: `§ ${paragraf}`, data: { punkt, person: personer.get(pid), ...(text !== undefined && { text }) } }, 'LasInDeltarInte');
  }
};

/** A source of this form has each party's sum and nobody's vote, so nobody's is entered: the vote is read in as it stands. */
const spelaOmrostning = async (vad: Vad, tid: string): Promise<void> => {
  const { spel: { spelare, sammantrade: id, ejInfort }, personer, punkt, en: { paragraf, omrostning } } = vad;
  if (omrostning === undefined) return;
  const vag = platsen(vad, 'omrostning');
  const { begard_av: begard, huvudforslag, motforslag, motforslag_utsett_genom: utsett, ja, nej, roster = {}, utfall, summa = [], tabell = {} } = omrostning;
  const partier = [...new Set([roster.ja, roster.nej, roster.avstar].flatMap((antal) => Object.keys(antal ?? {})))];
  const giltiga = partier.filter((parti) => PARTI.test(parti));
  for (const parti of partier) if (!giltiga.includes(parti)) for (const rost of ['ja', 'nej', 'avstar']) ejInfort.add(`${vag}.roster.${rost}.${parti}`);
  if (begard !== undefined && personer.has(begard)) await spelare.ge(`§ ${paragraf} begäran`, { typ: 'BegarOmrostning', id, plats: `§ ${paragraf}`, data: { punkt, av: [personer.get(begard)] } });
  else if (begard !== undefined) ejInfort.add(`${vag}.begard_av`);
  const utfallet = utfall === undefined ? undefined : UTFALL.find((en) => en === utfall);
  if (utfall !== undefined && utfallet === undefined) ejInfort.add(`${vag}.utfall`);
  for (const [falt, varde] of Object.entries(tabell)) {
    if (!['rader', 'ordforanden', 'delad_over_sidor'].includes(falt) || (falt === 'ordforanden' && typeof varde !== 'string') || (falt === 'delad_over_sidor' && typeof varde !== 'boolean')) ejInfort.add(`${vag}.tabell.${falt}`);
  }
  const { ordforanden, delad_over_sidor: delad } = tabell;
  const [antalJa = 0, antalNej = 0] = summa;
  // A tie whose outcome the source does not tell decides nothing, and a vote without votes is none.
  if (partier.length === 0 || (antalJa === antalNej && utfallet === undefined)) {
    utan(vad, vag, omrostning);
    for (const [falt, en] of Object.entries({ roster, tabell })) for (const under of Object.keys(en)) ejInfort.add(`${vag}.${falt}.${under}`);
    for (const rost of ['ja', 'nej', 'avstar'] as const) for (const parti of partier) ejInfort.add(`${vag}.roster.${rost}.${parti}`);
    return;
  }
  await spelare.lasIn(`§ ${paragraf}`, {
    typ: 'LasInOmrostning', id, plats: `§ ${paragraf}`,
    data: {
      punkt, tid, perParti: giltiga.map((parti) => ({ parti, ja: roster.ja?.[parti] ?? 0, nej: roster.nej?.[parti] ?? 0, avstar: roster.avstar?.[parti] ?? 0 })),
      ...(huvudforslag !== undefined && { huvudforslagText: huvudforslag }), ...(motforslag !== undefined && { motforslagText: motforslag }), ...(utsett !== undefined && { utsettGenom: utsett }),
      ...(ja !== undefined && { jaBetyder: ja }), ...(nej !== undefined && { nejBetyder: nej }), ...(utfallet !== undefined && { utfall: utfallet }),
      ...(typeof ordforanden === 'string' && { tabellOrdforanden: ordforanden }), ...(typeof delad === 'boolean' && { tabellDelad: delad }),
    },
  });
};

/** Who dissented, and what was noted, once the klubba has fallen. Throws Avbrott. */
export const spelaEfterKlubban = async (spel: Spel, personer: Personer, punkter: Punkter, en: Paragraf): Promise<void> => {
  const vad: Vad = { spel, personer, punkt: punkter.paragraf.get(en.paragraf)!, en };
  const { spelare, sammantrade: id, ejInfort } = spel;
  const { punkt } = vad;
  const plats = `§ ${en.paragraf}`;
  for (const [i, { av = [], till_forman_for: tillFormanFor, motivering }] of (en.reservationer ?? []).entries()) {
    await spelare.geEllerLasIn(`${plats} reservation ${i}`, {
      typ: 'AnmalReservation', id, plats, data: { punkt, av: vilka(vad, platsen(vad, `reservationer[${i}].av`), av), ...(tillFormanFor !== undefined && { tillFormanFor }), ...(motivering !== undefined && { motivering }) },
    }, 'LasInReservation');
  }
  for (const [i, { av = [], innehall, godkand_genom_proposition: godkand }] of (en.protokollsanteckningar ?? []).entries()) {
    const vag = platsen(vad, `protokollsanteckningar[${i}]`);
    if (godkand !== undefined && typeof godkand !== 'boolean') ejInfort.add(`${vag}.godkand_genom_proposition`);
    // "ersättare C2": who does not serve is called so.
    const ids = vilka(vad, `${vag}.av`, av.map((namn) => (kallasErsattare(spel, en.paragraf, namn) ?? namn)));
    if (ids.length === 0) utan(vad, vag, en.protokollsanteckningar![i]!);
    else await spelare.ge(`${plats} anteckning ${i}`, { typ: 'GorProtokollsanteckning', id, plats, data: { punkt, slag: 'protokollsanteckning', av: ids, text: innehall ?? EJ_ANGIVET, ...(typeof godkand === 'boolean' && { medgiven: godkand }) } });
  }
};

const ERSATTARE = 'ersättare ';
/** The pid of an ersättare who does not serve at the §; of one who is called otherwise there is none. */
const kallasErsattare = ({ mote, nummer, ejInfort }: Spel, paragraf: number, namn: string): string | undefined => {
  const utanfor = (pid: string): boolean => mote.narvaro.fortroendevalda.some((en) => en.pid === pid && en.uppdrag === 'ersättare') && !tjanstgor(mote, paragraf, nummer).some((en) => en.pid === pid);
  if (namn.startsWith(ERSATTARE)) return utanfor(namn.slice(ERSATTARE.length)) ? namn.slice(ERSATTARE.length) : undefined;
  // Read back it is called ersättare all the same.
  const i = mote.paragrafer.find((en) => en.paragraf === paragraf)?.protokollsanteckningar?.findIndex(({ av = [] }) => av.includes(namn)) ?? -1;
  if (utanfor(namn) && i >= 0) ejInfort.add(`paragrafer[${paragraf}].protokollsanteckningar[${i}].av[${mote.paragrafer.find((en) => en.paragraf === paragraf)!.protokollsanteckningar![i]!.av!.indexOf(namn)}]`);
  return undefined;
};

import { plusDagar } from '@klubba/lagrum';
import { type Inkallelse, PUNKTSLAG } from '@klubba/namnd';
import type { Pass, Regler, SammantradeCommand } from '@klubba/sammantrade';
import { behandlingen, type Mote, type Punkt, punkten } from '../../libs/sammantrade/sammantrade.mote.decider';
import { tjanstgorandeVid } from '../../libs/sammantrade/sammantrade.narvaro.decider';
import { x } from './mote';
import type { Slump } from './slump';

/** The nämnd of a run: who is elected to it, and what its reglemente says. `startdatum`: what happened before it is read in. */
export type Slumpnamnd = { readonly ledamoter: readonly string[]; readonly ersattare: readonly string[]; readonly inkallelse: Inkallelse; readonly regler: Regler; readonly oppna: boolean; readonly startdatum?: string };
/** What a command is made from: chance, the nämnd, the meeting as it stands, and the §§ that are there to point to. `inlast`: the number read in for an item. */
export type Lage = Slump & {
  readonly namnd: Slumpnamnd;
  readonly mote: Mote;
  readonly paragrafer: readonly { readonly id: string; readonly ar: number; readonly nr: number; readonly datum: string; readonly namnd: string }[];
  readonly inlast: (punkt: string) => number | undefined;
};
type Typ = SammantradeCommand['type'];
type Data<T extends Typ> = Extract<SammantradeCommand, { type: T }>['data'];

const OKAND = x(999_999);
const HASH = 'a'.repeat(64);
const skal = 'Därför';
const UPPDRAG = ['ordforande', 'forste_vice_ordforande', 'andre_vice_ordforande'] as const;

/** Mostly what is there and fits, now and then anything that is there, and seldom what is not. */
const nagon = <T>({ chans, ett }: Slump, alla: readonly T[], passar: (en: T) => boolean, annars: T): T => {
  const bra = chans(0.9) ? alla.filter(passar) : alla;
  return chans(0.03) || alla.length === 0 ? annars : ett(...(bra.length > 0 ? bra : alla));
};
const vid = (l: Lage, passar: (en: Punkt) => boolean = () => true): string => nagon(l, l.mote.punkter, passar, { id: OKAND } as Punkt).id;
const oavgjord = ({ beslut, utgatt }: Punkt): boolean => beslut === undefined && !utgatt;
/** The item that is being treated: the first that no klubbslag has fallen on. */
const aktuell = (l: Lage): string => (l.chans(0.85) ? (l.mote.punkter.find(oavgjord)?.id ?? vid(l, oavgjord)) : vid(l, oavgjord));
const avgjord = ({ beslut, omgang }: Punkt): boolean => beslut !== undefined && omgang === undefined;
const alla = ({ namnd }: Lage): readonly string[] => [...namnd.ledamoter, ...namnd.ersattare];
const nagonVald = (l: Lage): string => nagon(l, alla(l), () => true, OKAND);
const inne = (l: Lage): readonly string[] => l.mote.narvaro.filter(({ pass }) => pass.length > 0).map(({ person }) => person);
const nagonInne = (l: Lage): string => nagon(l, alla(l), (en) => inne(l).includes(en), OKAND);
const tjanstgor = (l: Lage, punkt: string): readonly string[] => (punkten(l.mote, punkt) === undefined ? [] : tjanstgorandeVid(l.mote, punkt));
const nagonVid = (l: Lage, punkt: string): string => nagon(l, alla(l), (en) => tjanstgor(l, punkt).includes(en), OKAND);
const minuter = (tid: string): number => Number(tid.slice(0, 2)) * 60 + Number(tid.slice(3));
const klockslag = (minut: number): string => `${String(Math.floor(minut / 60)).padStart(2, '0')}:${String(minut % 60).padStart(2, '0')}`;
/** A little after the latest that is known; seldom before it. */
const nu = (l: Lage, hogst = 3): string => klockslag(Math.max(0, Math.min(23 * 60 + 59, minuter(l.mote.senast) + (l.chans(0.03) ? -l.tal(1, 60) : l.tal(0, hogst)))));
const dag = (l: Lage, fran: number, till: number): string => (l.chans(0.01) ? '2018-02-30' : plusDagar(l.mote.datum, l.tal(fran, till)));
const yrkandena = ({ mote }: Lage, punkt: string): readonly string[] => behandlingen(punkten(mote, punkt) ?? {}).yrkanden.filter(({ aterkallat }) => !aterkallat).map(({ id }) => id);
const antecknade = (l: Lage, vilka: (punkt: Punkt) => readonly string[], passar: (punkt: Punkt) => boolean): string => {
  const ids = l.mote.punkter.filter((en) => l.chans(0.1) || passar(en)).flatMap(vilka);
  return ids.length === 0 || l.chans(0.03) ? OKAND : l.ett(...ids);
};
const omgang = (l: Lage, passar: (en: Mote['omgangar'][number]) => boolean): number => nagon(l, l.mote.omgangar.map((en, i) => ({ en, nr: i + 1 })), ({ en }) => passar(en), { en: l.mote.omgangar[0]!, nr: l.tal(-1, 4) }).nr;
const grund = ({ mote, ett, chans }: Lage) => ((mote.datum >= '2022-07-01') !== chans(0.05) ? ett('berord', 'tillsyn', 'sarskild_omstandighet') : ett('sak_slakt_eller_intresse', 'tillsyn', 'delikatess'));
const punkter = (l: Lage): { readonly punkter?: readonly string[] } => (l.chans(0.5) ? {} : { punkter: l.nagra(3, () => vid(l)) });
const uppdrag = ({ namnd: { ledamoter, ersattare } }: Lage, person: string): { readonly uppdrag?: { readonly uppdrag: 'ledamot' | 'ersattare'; readonly parti: string; readonly roll?: (typeof UPPDRAG)[number] } } => {
  const i = ledamoter.indexOf(person);
  if (i >= 0) return { uppdrag: { uppdrag: 'ledamot', parti: i % 2 === 0 ? 'A' : 'B', ...(i < 3 && { roll: UPPDRAG[i]! }) } };
  return ersattare.includes(person) ? { uppdrag: { uppdrag: 'ersattare', parti: ersattare.indexOf(person) % 2 === 0 ? 'A' : 'B' } } : {};
};
const distans = (l: Lage) => ({ distans: { bild: l.chans(0.95), ljud: true, likaVillkor: true } });

/** When somebody serves: a ledamot on their own seat, an ersättare on one that is empty now, or nobody's. */
const pass = (l: Lage, person: string): readonly Pass[] => {
  const { ledamoter } = l.namnd;
  if (l.chans(0.1)) return [];
  const granser = (): Partial<Pass> => ({
    ...(l.chans(0.1) && { franPunkt: vid(l) }), ...(l.chans(0.08) && { tillPunkt: vid(l) }), ...(l.chans(0.12) && { fran: nu(l) }), ...(l.chans(0.08) && { till: nu(l, 40) }), ...(l.chans(0.05) && distans(l)),
  });
  if (ledamoter.includes(person)) return [{ tjanstgor: l.chans(0.97), ...granser() }];
  const upptagna = l.mote.punkter.find(oavgjord);
  const tomma = ledamoter.filter((en) => !tjanstgor(l, upptagna?.id ?? '').includes(en));
  return l.chans(0.5) ? [{ tjanstgor: false, ...granser() }] : [{ tjanstgor: true, ersatter: nagon(l, ledamoter, (en) => tomma.includes(en), OKAND), ...granser() }];
};
const narvaro = (l: Lage): Data<'AntecknaNarvaro'> => {
  const person = nagonVald(l);
  return { person, pass: pass(l, person), ...(l.chans(0.1) && { franvaroskal: skal }), underlag: { ...uppdrag(l, person), platser: l.namnd.ledamoter, inkallelse: l.namnd.inkallelse } };
};
const kallelse = (l: Lage): Data<'SkickaKallelse'> => ({
  datum: dag(l, -20, -1), forhinder: 'Kansliet', ...(l.chans(0.97) && { ordforande: l.namnd.ledamoter[0]! }), kallade: l.chans(0.95) ? alla(l) : alla(l).slice(1),
  ...(l.mote.kallelser > 0 && l.chans(0.8) && { slag: l.ett('kompletterande_kallelse', 'tillaggslista'), anledning: skal }), ...(l.chans(0.2) && { foreslagnaJusterare: [{ person: nagonVald(l), som: 'ordinarie' }] }),
  underlag: { skaKallas: alla(l), partier: { [alla(l)[0]!]: 'A' }, kallelsetid: { dagar: 5, slag: l.ett('kalenderdagar', 'vardagar') }, punkter: {} },
});
const nyPunkt = (l: Lage): Data<'LaggTillPunkt'> => {
  const slag = l.ett(...PUNKTSLAG);
  const klass = l.ett('oppen', 'oppen', 'sekretess');
  return {
    slag, rubrik: 'Ärende', klass, ...(klass === 'sekretess' && l.chans(0.97) && { sekretesslagrum: '26:1' }), ...(l.chans(0.95) && { utanDiarienummer: true }), ...(l.chans(0.2) && { myndighetsutovning: true }), ...(l.chans(0.1) && { kraverKf: true }),
    ...(l.chans(0.2) && { plats: l.tal(-1, l.mote.punkter.length + 2) }), ...((l.mote.kallelser > 0 || l.mote.skede === 'oppet') && l.chans(0.9) && { sen: { beredd: l.chans(0.7), skal } }),
    ...(l.chans(0.3) && { forslag: [{ text: 'att anta planen' }] }), ...(l.chans(0.2) && { handlingslage: l.ett('bifogas', 'delas_ut_vid_sammantradet') }), ...(l.chans(0.03) && { arende: x(7) }), underlag: {},
  };
};
const beslutspunkter = ({ nagra, chans, ett }: Lage, minst = 0): Data<'FattaBeslut'>['beslutspunkter'] =>
  [...Array.from({ length: minst }, () => ({ text: 'att anta planen' })), ...nagra(2, () => ({ text: ett('att anta planen', 'enligt förslag', 'Paragrafen justeras omedelbart.'), ...(chans(0.3) && { omedelbarJustering: true }) }))];
const VERB = ['besluta', 'bifalla', 'bifalla', 'avsla', 'notera', 'anta', 'inget_beslut', 'bordlagga', 'aterremittera', 'foresla_ks', 'lagga_till_handlingarna', 'foresla_namnden'] as const;
const beslut = (l: Lage): Data<'FattaBeslut'> => {
  const punkt = l.chans(0.1) ? vid(l, ({ utgatt, beslut: fattat }) => utgatt && fattat === undefined) : aktuell(l);
  const en = punkten(l.mote, punkt);
  const tidigare = l.paragrafer.length > 0 && l.chans(0.06) ? l.ett(...l.paragrafer) : undefined;
  return {
    punkt, tid: nu(l), beslutstyp: en?.utgatt === true && l.chans(0.95) ? 'utga' : en?.kraverKf === true && l.chans(0.8) ? 'foresla_kf' : l.ett(...VERB), beslutspunkter: beslutspunkter(l, l.tal(0, 1)), ...(l.chans(0.1) && { bifallet: l.ett(punkt, ...yrkandena(l, punkt)) }),
    ...(tidigare && { andrar: { paragraf: tidigare.id, grund: l.ett('fl_36', 'fl_37', 'annan'), skal, underlag: { ar: tidigare.ar, nr: tidigare.nr, datum: tidigare.datum, overklagandeslag: 'EJ_OVERKLAGBART', overklagad: false } } }),
  };
};
const yrkande = (l: Lage): Data<'AntecknaYrkande'> => {
  const punkt = aktuell(l);
  return { punkt, slag: l.ett('bifall', 'avslag', 'andring', 'tillagg', 'aterremiss', 'bordlaggning', 'eget_forslag'), av: [nagonVid(l, punkt)], ...(l.chans(0.2) && { instammer: [nagonVid(l, punkt)] }), text: 'Avslag.', ...(l.chans(0.7) && { motivering: skal }) };
};
const steg = (l: Lage, punkt: string): Data<'FaststallPropositionsordning'>['steg'] => l.nagra(2, () => {
  const mellan = [punkt, ...yrkandena(l, punkt)].slice(0, l.tal(0, 3));
  return { ...(mellan.length > 0 && { mellan, ...(l.chans(0.5) && { bifallet: l.ett(...mellan) }) }), ...(l.chans(0.9) && { text: 'Ordföranden ställer proposition.' }) };
});
const omrostning = (l: Lage): Data<'AntecknaOmrostning'> => {
  const punkt = nagon(l, l.mote.punkter, (en) => oavgjord(en) && yrkandena(l, en.id).length > 0, { id: OKAND } as Punkt).id;
  const val = punkten(l.mote, punkt)?.slag === 'val';
  const { deltarInte, yrkanden } = behandlingen(punkten(l.mote, punkt) ?? {});
  const tid = nu(l);
  const rostande = [...new Set(punkten(l.mote, punkt) === undefined ? [] : tjanstgorandeVid(l.mote, punkt, tid))].filter((en) => !deltarInte.includes(en) || l.chans(0.03));
  const roster = rostande.map((person) => ({ person, rost: l.ett('ja', 'ja', 'nej', 'nej', 'nej', 'avstar') }));
  const ja = l.tal(0, rostande.length);
  const motforslag = nagon(l, yrkanden, ({ aterkallat }) => !aterkallat, { id: OKAND } as (typeof yrkanden)[number]).id;
  return {
    punkt, tid, motforslag, ...(l.chans(0.15) && { slag: 'kontraproposition' }), ...(l.chans(0.25) && { huvudforslag: l.ett(punkt, ...yrkandena(l, punkt)) }), ...(l.chans(0.02) && { sluten: !val }),
    ...(val ? { antal: { ja, nej: rostande.length - ja + (l.chans(0.03) ? 1 : 0), avstar: 0 }, ...(l.chans(0.5) && { lott: l.ett('ja', 'nej') }) } : { roster: l.chans(0.06) ? [...roster.slice(1), ...roster.slice(-1)] : l.chans(0.03) ? roster.slice(1) : roster }),
  };
};
const reservation = (l: Lage): Data<'AnmalReservation'> => {
  const punkt = vid(l, avgjord);
  return { punkt, av: [nagonVid(l, punkt)], ...((l.mote.slut !== undefined || l.chans(0.3)) && { tid: l.mote.slut !== undefined && l.chans(0.8) ? l.mote.senast : nu(l) }), ...(l.chans(0.4) && { skriftlig: true }), ...(l.chans(0.3) && { motivering: skal }) };
};
const deltarInte = (l: Lage): Data<'AntecknaDeltarInte'> => {
  const punkt = aktuell(l);
  return { punkt, person: nagonVid(l, punkt) };
};
const justering = (l: Lage): Data<'Justera'> => {
  const omedelbart = l.chans(l.mote.skede === 'oppet' ? 0.95 : 0.3);
  return {
    omedelbart, datum: omedelbart && l.chans(0.9) ? l.mote.datum : dag(l, -1, 16), justerare: l.chans(0.95) ? [nagonInne(l), nagonInne(l)] : [], ...(l.chans(0.3) && { punkter: l.nagra(3, () => vid(l, avgjord)) }),
    ...(l.chans(0.1) && { omgang: omgang(l, ({ datum }) => datum === undefined) }), underlag: { bifogade: [] },
  };
};
const anslag = (l: Lage): Data<'AnslaProtokoll'> => {
  const nr = omgang(l, ({ datum, anslag: uppe }) => datum !== undefined && uppe.at(-1)?.brutet !== false);
  const efter = l.mote.omgangar[nr - 1];
  return { omgang: nr, datum: efter?.datum === undefined || l.chans(0.05) ? dag(l, 0, 30) : plusDagar(efter.anslag.at(-1)?.datum ?? efter.datum, l.tal(0, 3)), forvaringsplats: 'Kansliet' };
};
/** A day after the anslag that is up, as an omgång and a day. */
const uppe = (l: Lage, fran: number, till: number): { readonly omgang: number; readonly datum: string } => {
  const nr = omgang(l, ({ anslag: en }) => en.length > 0 && en.at(-1)!.nedtaget === undefined);
  return { omgang: nr, datum: plusDagar(l.mote.omgangar[nr - 1]?.anslag.at(-1)?.datum ?? l.mote.datum, l.tal(fran, till)) };
};
const ovrig = (l: Lage): Data<'AntecknaOvrigNarvaro'> => ({ slag: l.ett('tjansteperson', 'personalforetradare', 'ovrig', 'sekreterare', 'insynsplats', 'revisor'), benamning: 'Utredare', ...(l.chans(0.2) && { antal: l.tal(-1, 4) }), ...punkter(l), ...(l.chans(0.2) && { overlaggning: true }) });
const vilka = (l: Lage) => ({ ledamoter: l.namnd.ledamoter, ersattare: l.namnd.ersattare });
const kalla = (l: Lage): { readonly kalla: string; readonly startdatum?: string } => ({ kalla: l.chans(0.97) ? 'Pärm 7' : ' ', ...(l.namnd.startdatum !== undefined && { startdatum: l.namnd.startdatum }) });

/** One of each command, as things stand. A command that has no row here does not compile. */
export const KOMMANDON: { readonly [T in Typ]: (l: Lage) => Data<T> } = {
  PlaneraSammantrade: (l) => ({ namnd: x(900), datum: l.mote.datum, tid: l.mote.senast, plats: 'Lilla salen', ...(l.chans(0.9) && { organ: 'SN' }), underlag: { oppet: l.chans(0.3) } }),
  SkickaKallelse: kallelse,
  StallInSammantrade: (l) => ({ skal, ...(l.chans(0.3) && { ersattsAv: OKAND, underlag: { ersatt: l.chans(0.5) } }) }),
  SattMotesdagar: (l) => ({ ...(l.chans(0.7) && { stoppdag: dag(l, -20, 1) }), ...(l.chans(0.4) && { stopptid: '12:00' }), ...(l.chans(0.4) && { presidieberedning: dag(l, -15, 0) }), ...(l.chans(0.4) && { utskick: dag(l, -10, 0) }) }),
  LaggTillPunkt: nyPunkt,
  FlyttaPunkt: (l) => ({ punkt: vid(l), plats: l.tal(0, l.mote.punkter.length + 1), ...(l.chans(0.8) && { skal }) }),
  AndraPunkt: (l) => ({ punkt: vid(l, oavgjord), ...(l.chans(0.8) && { rubrik: 'Ny rubrik' }), ...(l.chans(0.1) && { galler: { slag: 'remiss', id: x(8) }, underlag: { ...(l.chans(0.7) && { galler: { sekretess: l.chans(0.3), funna: [] } }) } }), ...(l.chans(0.8) && { skal }) }),
  AndraPunktensKlass: (l) => ({ punkt: vid(l), klass: l.ett('oppen', 'sekretess'), ...(l.chans(0.9) && { sekretesslagrum: '26:1' }), skal }),
  DraUrPunkt: (l) => ({ punkt: vid(l, oavgjord), skal }),
  SattSekretessblock: (l) => ({ fran: l.tal(0, l.mote.punkter.length), till: l.tal(1, l.mote.punkter.length + 1), rubrik: 'Sekretess' }),
  FaststallDagordning: (l) => ({ tid: nu(l), ...(l.chans(0.8) && { tillagda: l.chans(0.2) ? [vid(l)] : l.mote.punkter.filter(({ sen, utgatt }) => sen !== undefined && !utgatt).map(({ id }) => id) }) }),
  OppnaSammantrade: (l) => ({ tid: l.mote.senast, ...(l.chans(0.03) && { datum: dag(l, 1, 2) }), ...(l.chans(0.97) && { underlag: { antalLedamoter: l.namnd.ledamoter.length, omedelbarJustering: l.chans(0.9), regler: l.namnd.regler, ...(l.chans(0.5) && { utanParagraf: ['formalia', 'ovrigt'] }) } }) }),
  AvslutaSammantrade: (l) => ({ tid: nu(l) }),
  AteroppnaSammantrade: () => ({ skal }),
  AjourneraSammantrade: (l) => ({ tid: nu(l), ...(l.mote.skede === 'avslutat' && l.chans(0.8) && { till: nu(l, 5) }), skal }),
  AterupptaSammantrade: (l) => ({ tid: nu(l, 8) }),
  AntecknaNarvaro: narvaro,
  AntecknaFranvaroVidPunkt: (l) => {
    const vem = l.mote.franvaro.length > 0 && l.chans(0.3) ? l.ett(...l.mote.franvaro) : { punkt: vid(l, oavgjord), person: nagonInne(l), skal: l.ett('jav', 'jav', 'annat') };
    return { punkt: vem.punkt, person: vem.person, skal: vem.skal, ...(l.chans(0.3) && { franvarande: false }), ...(vem.skal === 'jav' && l.chans(0.6) && { grund: grund(l) }), ...(l.chans(0.1) && { ersattsAv: nagonInne(l) }), ...(l.chans(0.05) && { ledsAv: nagonInne(l) }) };
  },
  UtseJusterare: (l) => ({ person: nagonInne(l), ...(l.chans(0.3) && { ersattare: nagonInne(l) }) }),
  UtseMotesordforande: (l) => ({ person: nagonInne(l), som: l.ett('alderspresident', 'vald'), ...punkter(l) }),
  HallUpprop: (l) => {
    const svarar = [...l.namnd.ledamoter.filter(() => l.chans(0.9)), ...l.namnd.ersattare.filter(() => l.chans(0.6)), ...(l.chans(0.03) ? [OKAND] : [])];
    return { narvarande: svarar, ...(l.chans(0.05) && { franvarande: [{ person: nagonVald(l) }] }), ...(l.chans(0.1) && { distans: [{ person: l.ett(...alla(l)), ...distans(l).distans }] }), ...(l.chans(0.1) && { tjanstgor: [{ ersattare: l.ett(...l.namnd.ersattare), ersatter: l.ett(...l.namnd.ledamoter) }] }),
      underlag: { inkallelse: l.namnd.inkallelse, valda: alla(l).map((person) => ({ person, ...uppdrag(l, person).uppdrag! })) } };
  },
  ProvaJav: (l) => ({ punkt: aktuell(l), person: nagonInne(l), ...(l.chans(0.5) ? { jav: true } : { jav: false, ...(l.chans(0.9) && { varfor: l.ett('ingen_grund', 'utan_betydelse', 'annan_namnd') }) }), ...(l.chans(0.05) && { deltog: true, ingenKanKallas: true }) }),
  AntecknaOvrigNarvaro: ovrig,
  StrykOvrigNarvaro: (l) => ({ narvaro: nagon(l, l.mote.ovriga.map(({ id }) => id), () => true, OKAND), skal }),
  AntecknaOvrigtJav: (l) => ({ punkt: vid(l), narvaro: nagon(l, l.mote.ovriga.map(({ id }) => id), () => true, OKAND), ...(l.chans(0.3) && { javig: false }), ...(l.chans(0.1) && { fackligt: true }) }),
  MedgeNarvaro: (l) => ({ punkt: vid(l), slag: l.ett('personalforetradare', 'revisor', 'ovrig'), ...(l.chans(0.2) && { medges: false }), ...(l.chans(0.5) && { overlaggning: true }) }),
  BedomPersonalnarvaro: (l) => ({ punkt: vid(l), arbetsgivarfraga: l.chans(0.7), ...(l.chans(0.2) && { obestamdKrets: true }), ...(l.chans(0.1) && { undantag: ['forhandling'] }) }),
  AntecknaPartsratt: (l) => ({ punkt: vid(l, oavgjord), benamning: 'Parten', informerad: l.chans(0.9), ...(l.chans(0.3) && { lag: 'lss' }), ...(l.chans(0.3) && { begart: true }), ...(l.chans(0.2) && { nekad: skal }), ...(l.chans(0.2) && { part: antecknade(l, parterna, () => true) }) }),
  AntecknaPartensUppgifter: (l) => {
    const punkt = vid(l, (en) => parterna(en).length > 0);
    return { punkt, part: nagon(l, parterna(punkten(l.mote, punkt) ?? {}), () => true, OKAND), fran: l.mote.senast, till: punkten(l.mote, punkt)?.beslut?.tid ?? nu(l, 5) };
  },
  StrykAntecknat: (l) => ({ antecknat: antecknade(l, (en) => { const { yrkanden, reservationer, anteckningar = [] } = behandlingen(en); return [...yrkanden, ...reservationer].map(({ id }) => id).concat(anteckningar); }, ({ omgang: nr }) => nr === undefined), skal }),
  AntecknaYrkande: yrkande,
  AterkallaYrkande: (l) => ({ yrkande: antecknade(l, (en) => behandlingen(en).yrkanden.map(({ id }) => id), oavgjord) }),
  FaststallPropositionsordning: (l) => { const punkt = vid(l, (en) => en.omgang === undefined && yrkandena(l, en.id).length > 1 && !behandlingen(en).propositionsordning); return { punkt, steg: steg(l, punkt) }; },
  AntecknaBeslutsgang: (l) => { const punkt = vid(l, ({ omgang: nr }) => nr === undefined); return { punkt, typ: l.ett('acklamation_mellan_forslag', 'stegvis', 'ordforanden_provar'), steg: steg(l, punkt) }; },
  BegarOmrostning: (l) => { const punkt = vid(l, (en) => oavgjord(en) && yrkandena(l, en.id).length > 0); return { punkt, av: l.chans(0.5) ? [] : [nagonVid(l, punkt)] }; },
  AntecknaOmrostning: omrostning,
  AnmalReservation: reservation,
  LamnaReservationsmotivering: (l) => ({ reservation: antecknade(l, (en) => behandlingen(en).reservationer.map(({ id }) => id), avgjord), datum: dag(l, 0, 10), motivering: skal }),
  AntecknaDeltarInte: deltarInte,
  GorProtokollsanteckning: (l) => { const punkt = vid(l, ({ omgang: nr }) => nr === undefined); return { punkt, slag: l.ett('protokollsanteckning', 'sarskilt_yttrande', 'avvikande_mening'), av: l.nagra(1, () => nagonVid(l, punkt)), text: 'x', ...(l.chans(0.2) && { medgiven: true }) }; },
  FattaBeslut: beslut,
  SkrivUtBeslut: (l) => ({ punkt: vid(l, (en) => avgjord(en) && en.beslut!.antal === 0 && en.beslut!.utanParagraf !== true), beslutspunkter: beslutspunkter(l, 1) }),
  KompletteraBeslut: (l) => ({ punkt: vid(l, (en) => avgjord(en) && en.beslut!.antal > 0), beslutspunkter: beslutspunkter(l, 1), skal }),
  RattaForeJustering: (l) => ({ punkt: vid(l, (en) => avgjord(en) && en.beslut!.antal > 0), beslutspunkt: l.tal(0, 2), text: 'Rättat', slag: l.chans(0.9) ? 'skrivfel' : 'saklig', skal }),
  // The number comes from the series, by a reaction: given by hand it is one that the item has, or too early.
  SattParagrafnummer: (l) => { const en = nagon(l, l.mote.punkter.filter(({ beslut: fattat, paragraf }) => fattat === undefined || paragraf !== undefined), () => true, { id: OKAND } as Punkt); return { punkt: en.id, ar: Number(l.mote.datum.slice(0, 4)), nr: (en.paragraf?.nr ?? 1) + (l.chans(0.3) ? 0 : l.tal(-1, 1)) }; },
  SattUnderparagrafer: (l) => ({ punkter: l.chans(0.2) ? [vid(l)] : l.nagra(3, () => vid(l, oavgjord)) }),
  KnytForslag: (l) => { const en = l.paragrafer.length === 0 || l.chans(0.05) ? undefined : l.ett(...l.paragrafer); return { punkt: vid(l, oavgjord), paragraf: en?.id ?? OKAND, ...(en && { underlag: { namnd: en.namnd, ar: en.ar, nr: en.nr, datum: en.datum, beslutstyp: l.ett('foresla_ks', 'foresla_kf', 'foresla_namnden', 'notera'), klass: 'oppen', egetUtskott: l.chans(0.5), justerad: l.chans(0.8), beslutspunkter: beslutspunkter(l) } }) }; },
  HojPunkternasKlass: (l) => ({ punkter: l.nagra(2, () => vid(l, ({ klass }) => klass === 'oppen')), sekretesslagrum: '26:1' }),
  UpprattaProtokoll: (l) => ({ omedelbar: l.chans(0.3), ...(l.chans(0.6) && { punkter: l.nagra(4, () => vid(l, avgjord)) }) }),
  SkickaForJustering: (l) => ({ omedelbart: l.chans(l.mote.skede === 'oppet' ? 0.95 : 0.2), datum: dag(l, -1, 9), ...(l.chans(0.8) && { justerare: [nagonInne(l)] }), ...(l.chans(0.3) && { punkter: l.nagra(3, () => vid(l, avgjord)) }), underlag: { bifogade: [] } }),
  AterkallaFranJustering: (l) => ({ omgang: omgang(l, ({ skickad, datum }) => skickad !== undefined && datum === undefined), skal }),
  AntecknaProtokolluppgifter: (l) => ({ omgang: omgang(l, () => true), ...(l.chans(0.6) && { sidorPdf: l.tal(0, 40) }), ...(l.chans(0.3) && { hanvisningar: [vid(l)] }), signaturer: [{ roll: 'justerare', ...(l.chans(0.9) && { tid: `${dag(l, 0, 9)}T10:00:00` }) }] }),
  Justera: justering,
  MaskaUppgift: (l) => ({ punkt: vid(l), text: 'Namn', skal: l.ett('personnummer', 'sekretess', 'kanslig_uppgift') }),
  AngraMaskning: (l) => ({ maskning: antecknade(l, ({ maskningar = [] }) => maskningar, () => true), skal }),
  OffentliggorBeslut: (l) => ({ punkt: vid(l, ({ klass, omgang: nr }) => klass === 'sekretess' && nr !== undefined), slag: 'omhandertagande', datum: dag(l, 5, 40), text: l.chans(0.95) ? 'Nämnden beslutar om omhändertagande.' : 'Omhändertagande av 19121212-1212' }),
  DraInOffentligtBeslut: (l) => ({ punkt: l.chans(0.2) ? OKAND : vid(l, ({ offentligt }) => offentligt === true), datum: dag(l, 5, 90), skal }),
  PubliceraProtokoll: (l) => ({ omgang: omgang(l, ({ datum, publicerad }) => datum !== undefined && publicerad !== true), datum: dag(l, 5, 40), beslut: 'Delegation 3.1', hash: l.chans(0.95) ? HASH : 'b'.repeat(64), ...(l.chans(0.95) && { underlag: { hash: HASH, personnummer: l.chans(0.05) ? 1 : 0, sekretess: 0 } }) }),
  AvpubliceraProtokoll: (l) => ({ omgang: omgang(l, ({ publicerad }) => publicerad === true), datum: dag(l, 40, 90), skal }),
  AnslaProtokoll: anslag,
  TaNedAnslag: (l) => ({ ...uppe(l, 15, 40), ...(l.chans(0.4) && { harSkett: true }) }),
  KontrolleraAnslag: (l) => ({ ...uppe(l, -1, 21), tid: '10:00', nabart: l.chans(0.9) }),
  NoteraAnslagsavbrott: (l) => ({ ...uppe(l, -1, 21), fran: '10:00', till: klockslag(l.tal(590, 700)), brutet: l.chans(0.4) }),
  AntecknaKallelsekvitto: (l) => ({ version: l.mote.kallelser + (l.chans(0.05) ? 1 : 0), personer: l.nagra(2, () => nagonVald(l)), lage: l.ett('skickad', 'skickad', 'levererad', 'oppnad'), satt: l.ett('e_post', 'portal'), datum: dag(l, -3, 0), tid: '09:00', underlag: { ...(l.mote.kallelser > 0 && { hash: HASH }) } }),
  NoteraKallelsehamtning: (l) => ({ version: l.mote.kallelser, person: nagonVald(l), del: l.ett('oppen', 'sekretess'), filhash: HASH, underlag: { ...(l.mote.kallelser > 0 && { hash: HASH }) } }),
  AnmalForhinder: (l) => ({ person: nagonVald(l), datum: dag(l, -9, 0), underlag: vilka(l) }),
  AterkallaForhinder: (l) => ({ person: nagon(l, alla(l), (en) => l.mote.forhinder?.includes(en) === true, OKAND), datum: dag(l, -9, 0) }),
  KallaErsattare: (l) => ({ ersattare: nagon(l, l.namnd.ersattare, (en) => l.mote.forhinder?.includes(en) !== true, OKAND), ledamot: nagon(l, l.namnd.ledamoter, (en) => l.mote.forhinder?.includes(en) === true, OKAND), datum: dag(l, -9, 0), underlag: { ...vilka(l), ordning: l.namnd.ersattare } }),
  AterkallaErsattare: (l) => ({ ersattare: nagon(l, (l.mote.inkallade ?? []).map(({ ersattare }) => ersattare), () => true, OKAND), datum: dag(l, -9, 0) }),
  SattOppenhet: (l) => ({ punkt: vid(l, (en) => oavgjord(en) && en.klass === 'oppen'), oppet: l.chans(0.6), ...(l.chans(0.7) && { namndbeslut: '§ 4' }), underlag: { medgivet: l.namnd.oppna } }),
  TillkannageSammantrade: (l) => ({ datum: dag(l, -9, -1), plats: l.ett('anslagstavlan', 'webben'), innehall: l.ett('sammantrade', 'beslutsunderlag', 'annat'), ...punkter(l), underlag: { handlingar: [] } }),
  TaNedTillkannagivande: (l) => { const uppe = (l.mote.tillkannagivna ?? []).filter(({ nedtaget }) => nedtaget === undefined); const ett = uppe.length > 0 ? l.ett(...uppe) : undefined; return { innehall: (ett?.innehall ?? 'sammantrade') as 'sammantrade', datum: ett !== undefined && l.chans(0.7) ? plusDagar(ett.datum, l.tal(0, 9)) : dag(l, -12, 5) }; },
  LasInKallelse: (l) => ({ ...kallelse(l), ...kalla(l) }),
  LasInPunkt: (l) => ({ ...nyPunkt(l), ...kalla(l) }),
  LasInNarvaro: (l) => ({ ...narvaro(l), ...(l.chans(0.3) && { uppdrag: 'ledamot', parti: 'C' }), ...kalla(l) }),
  LasInOvrigNarvaro: (l) => ({ ...ovrig(l), ...kalla(l) }),
  LasInYrkande: (l) => ({ ...yrkande(l), ...kalla(l) }),
  LasInOmrostning: (l) => { const { motforslag, ...en } = omrostning(l); return { ...en, ...(l.chans(0.7) && { motforslag }), ...(l.chans(0.3) && { perParti: [{ parti: 'A', ja: l.tal(0, 3), nej: l.tal(0, 3), avstar: 0 }] }), ...(l.chans(0.3) && { utfall: l.ett('ja', 'nej') }), ...kalla(l) }; },
  LasInDeltarInte: (l) => ({ ...deltarInte(l), ...kalla(l) }),
  LasInReservation: (l) => ({ ...reservation(l), ...kalla(l) }),
  LasInBeslut: (l) => { const punkt = vid(l, (en) => oavgjord(en) && l.inlast(en.id) !== undefined); const nr = l.inlast(punkt); return { ...beslut(l), punkt, ...(l.chans(0.1) && { beslutstyp: 'sekretessbelagt' as const }), ...(nr !== undefined && { nummer: { ar: Number(l.mote.datum.slice(0, 4)), nr } }), ...kalla(l) }; },
  LasInJustering: (l) => ({ ...justering(l), ...kalla(l) }),
  LasInAnslag: (l) => ({ ...anslag(l), ...kalla(l) }),
};
const parterna = (en: Pick<Punkt, 'rummet'>): readonly string[] => (en.rummet?.parter ?? []).map(({ id }) => id);

import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { type Event, fold, isRefusal, project, type Recorded } from '@klubba/kernel';
import { holdsSealed } from '@klubba/kernel/spec';
import { kravForBeslut } from '@klubba/lagrum';
import type { ParagrafserieEvent } from '@klubba/paragraf';
import { sammaMote } from '../../test/exempel/mote';
import { SLAG, slumpar, type Strom, type Utfall } from '../../test/exempel/slumpar';
import { KOMMANDON } from '../../test/exempel/slumpkommandon';
import { PARAGRAFKOMMANDON, SERIEKOMMANDON } from '../../test/exempel/slumpparagrafer';
import type { Paragraf } from '../paragraf/paragraf.decider';
import type { SammantradeEvent } from './sammantrade.events';
import { behandlingen, type Mote, type Punkt, punkten, type Sammantrade } from './sammantrade.mote.decider';
import { narvarande, tjanstgorande, tjanstgorandeVid } from './sammantrade.narvaro.decider';
import { narvaroPerPunkt } from './sammantrade.narvaro.projection';
import type { Sammantrade as Dokument } from './sammantrade.projection';

/** Plain, since it is asked some millions of times. */
const krav = (haller: boolean, vad: string): void => {
  if (!haller) throw new Error(vad);
};
const lika = (a: unknown, b: unknown, vad: string): void => {
  if (a === b) return;
  const [nu, forut] = [JSON.stringify(a), JSON.stringify(b)];
  if (nu !== forut) throw new Error(`${vad}: ${forut} blev ${nu}`);
};

/** What was decided, and how: nothing that comes later makes it another. */
const utgangen = (en: Punkt) => {
  const { ordning, tid, beslutstyp, bifallet, overklagandeslag, utanParagraf, andrar, bokstav } = en.beslut!;
  return { ordning, tid, beslutstyp, bifallet, overklagandeslag, utanParagraf, andrar, bokstav, omrostningar: behandlingen(en).omrostningar };
};
/** Who served, in no order: one noted anew comes last. */
const laget = (mote: Mote, punkt: string): readonly string[] => tjanstgorande(mote, punkt).map(({ person, plats }) => `${person} ${plats}`).sort();
const ordalydelsen = ({ doc }: Strom, punkt: string): unknown => (doc as Dokument).punkter.find(({ id }) => id === punkt)?.beslut?.beslutspunkter;

/** Quorum, one seat one person, nobody jävig: by the rules' own state and, apart from it, by the read model (B1, B4). */
const provaDeltagande = (mote: Mote, doc: Dokument, punkt: string): void => {
  const alla = tjanstgorande(mote, punkt);
  krav(alla.length >= kravForBeslut(mote.antalLedamoter) && alla.length <= mote.antalLedamoter, `beslut av ${alla.length} av ${mote.antalLedamoter}`);
  krav(new Set(alla.map(({ person }) => person)).size === alla.length && new Set(alla.map(({ plats }) => plats)).size === alla.length, 'två på en plats, eller en på två');
  const [inne, vid] = [narvarande(mote, punkt), narvaroPerPunkt(doc)];
  for (const { person } of alla) krav(inne.includes(person) && vid(person).tjanstgor.includes(punkt), 'tjänstgör utan att vara där');
  for (const en of mote.franvaro.filter((ett) => ett.punkt === punkt)) krav(!inne.includes(en.person) && !vid(en.person).narvarande.includes(punkt), 'jävig eller borta, och ändå där');
};
/** One vote each, of those who serve and take part, and as many as they are (KL 4:24); of an open vote by name. */
const provaRoster = ({ data }: Extract<SammantradeEvent, { type: 'OmrostningGenomford' }>, mote: Mote): void => {
  const { deltarInte } = behandlingen(punkten(mote, data.punkt)!);
  const rostberattigade = tjanstgorandeVid(mote, data.punkt, data.tid).filter((en) => !deltarInte.includes(en));
  const rostande = (data.roster ?? []).map(({ person }) => person);
  krav(new Set(rostande).size === rostande.length && rostande.every((en) => rostberattigade.includes(en)), 'två röster, eller en röst utan rösträtt');
  krav(data.ja + data.nej + data.avstar === rostberattigade.length, 'fler eller färre röster än röstande');
  krav(data.ja === data.nej || data.utfall === (data.ja > data.nej ? 'ja' : 'nej'), 'minoriteten vann');
};

/** What must hold of a meeting after each fact, with what has been seen of it before. */
const provaMotet = () => {
  const utgangar = new Map<string, ReturnType<typeof utgangen>>();
  const nummer = new Map<string, unknown>();
  const justerade = new Map<string, readonly [behandling: unknown, inne: unknown, text: unknown]>();
  const beslutadeHar = new Set<string>();
  let brott = false;
  return {
    beslutadeHar,
    efter: ({ fore: { state: fore }, efter }: Utfall, nya: readonly SammantradeEvent[]): void => {
      const [mote, tidigare, doc] = [efter.state as Mote, fore as Mote, efter.doc as Dokument];
      for (const event of nya) {
        // What is read in is told as it was, also where it broke the law: of such a meeting the law can no more be asked.
        brott ||= 'brott' in event.data;
        if (event.type === 'BeslutFattat' && event.data.beslutstyp !== 'utga') beslutadeHar.add(event.data.punkt);
        if (event.type === 'BeslutFattat') krav(!(mote.ajourneringar ?? []).some(({ fran, till = '24:00' }) => fran < event.data.tid && event.data.tid < till), 'beslut under ajournering');
        if (event.type === 'OmrostningGenomford') provaRoster(event, mote);
      }
      const rort = nya.some(({ type }) => type === 'BeslutFattat') || tidigare.narvaro !== mote.narvaro || tidigare.franvaro !== mote.franvaro;
      for (const en of mote.punkter) {
        if (en.beslut === undefined) continue;
        // Nothing is looked at again that nothing has touched.
        const sammaPunkt = tidigare.skede !== undefined && tidigare.punkter?.includes(en) === true;
        if (!sammaPunkt) {
          const nu = utgangen(en);
          if (!utgangar.has(en.id)) utgangar.set(en.id, nu);
          lika(nu, utgangar.get(en.id), 'ett fattat beslut blev ett annat');
          if (en.paragraf !== undefined && !nummer.has(en.id)) nummer.set(en.id, en.paragraf);
          if (nummer.has(en.id)) lika(en.paragraf, nummer.get(en.id), 'en paragraf bytte nummer');
        }
        if (rort && !brott && beslutadeHar.has(en.id)) {
          provaDeltagande(mote, doc, en.id);
          const tjanst = tjanstgorandeVid(mote, en.id);
          const { omrostningar, reservationer, deltarInte } = behandlingen(en);
          krav(omrostningar.every(({ roster }) => roster.every(({ person }) => tjanst.includes(person))), 'någon röstade och tjänstgjorde inte');
          krav(reservationer.every(({ av }) => av.every((person) => tjanst.includes(person) && !deltarInte.includes(person))), 'någon reserverade sig och deltog inte');
        }
        if (en.omgang !== undefined) {
          if (!justerade.has(en.id)) justerade.set(en.id, [behandlingen(en), laget(mote, en.id), ordalydelsen(efter, en.id)]);
          else if (!sammaPunkt || rort) lika([behandlingen(en), laget(mote, en.id), ordalydelsen(efter, en.id)], justerade.get(en.id), 'en justerad paragraf ändrades');
        }
      }
      krav([...utgangar.keys()].every((id) => punkten(mote, id)?.beslut !== undefined), 'ett fattat beslut försvann');
      const iProtokoll = mote.omgangar.filter(({ datum }) => datum !== undefined).flatMap(({ punkter }) => punkter);
      krav(new Set(iProtokoll).size === iProtokoll.length, 'en paragraf justerades två gånger');
    },
  };
};

/** A § is opened once, with one number, and a justering is not undone. */
const provaParagrafen = ({ fore, efter }: Utfall): void => {
  const [tidigare, nu] = [fore.state as Paragraf, efter.state as Paragraf];
  if (fore.fakta.length === 0) return;
  lika([nu.nr, nu.datum, nu.beslutstyp, nu.sammantrade], [tidigare.nr, tidigare.datum, tidigare.beslutstyp, tidigare.sammantrade], 'en paragraf blev en annan');
  krav(nu.justerad || !tidigare.justerad, 'en justering togs tillbaka');
};

/** C2: in a year's series each number is given once, the next is the next, and what was read in is nobody else's; each item has the number that its § has. */
const provaSerien = (strommar: readonly Strom[], { id, fakta }: Strom): void => {
  const ar = Number(id.slice(-4));
  const [mal, grupper] = [new Map<number, string>(), new Map<string, number>()];
  let sista = 0;
  for (const { type, data } of fakta as readonly Recorded<ParagrafserieEvent>[]) {
    if (type === 'ParagrafserieBorjad') sista = data.sista;
    if (type === 'ParagrafnummerInlast') {
      krav(!mal.has(data.nr), 'ett nummer lästes in två gånger');
      mal.set(data.nr, data.mal);
      sista = Math.max(sista, data.nr);
    }
    if (type !== 'ParagrafnummerTilldelat') continue;
    krav(Number(data.datum.slice(0, 4)) === ar, 'numret är ur ett annat års serie');
    const redan = mal.get(data.nr);
    if (redan === undefined) {
      krav(data.nr === sista + 1, `§ ${data.nr} följer på § ${sista}`);
      sista = data.nr;
    } else krav(redan === data.mal || (data.grupp !== undefined && grupper.get(data.grupp) === data.nr), 'ett nummer gavs två gånger');
    mal.set(data.nr, data.mal);
    if (data.grupp !== undefined) grupper.set(data.grupp, data.nr);
    const punkt = punkten(strommar.find(({ kategori, id: en }) => kategori === 'sammantrade' && en === data.sammantrade)!.state as Mote, data.mal);
    lika([punkt?.paragraf?.ar, punkt?.paragraf?.nr], [ar, data.nr], 'paragrafen har inte seriens nummer');
    lika((strommar.find(({ kategori, id: en }) => kategori === 'paragraf' && en === data.mal)?.state as Paragraf | undefined)?.nr, data.nr, 'paragrafens egen ström har ett annat nummer');
  }
};

/** The same facts, read from disk and folded anew, are the same state and the same document, to the end and to any fact on the way. */
const provaOmvikning = ({ kategori, state, doc, fakta }: Strom, vid: ReadonlyMap<number, Strom>): void => {
  const { decider, projection } = SLAG[kategori];
  for (const [antal, strom] of [...vid, [fakta.length, { state, doc }]] as const) {
    const delen = fakta.slice(0, antal);
    const omvikt = [fold(decider, delen as unknown as readonly Event[]), delen.reduce<unknown>((hittills, event) => project(projection, hittills, event), undefined)];
    if (!isDeepStrictEqual(omvikt, [strom.state, strom.doc])) expect(omvikt).toEqual([strom.state, strom.doc]);
  }
  expect(holdsSealed(state)).toBe(false);
};

/** How many of each were carried out, and how many refused, at least: some forty of the most seldom are. A command that nothing reaches, or nothing stops, has no proof here. */
const MINST = 5;
/** Commands in a run. A run that went wrong is not made shorter: it would take minutes, and its seed and path make it again. */
const LANGD = 640;

it('hundratusen kommandon i slumpade nämnder, möten och år: beslutförhet, en röst var, nummer i följd, samma efter omvikning, och inget beslut blir ett annat', () => {
  const utfall = new Map<string, { tagna: number; nekade: number }>([['sammantrade', KOMMANDON], ['paragraf', PARAGRAFKOMMANDON], ['paragrafserie', SERIEKOMMANDON]]
    .flatMap(([kategori, alla]) => Object.keys(alla!).map((type) => [`${kategori as string} ${type}`, { tagna: 0, nekade: 0 }] as const)));
  let [antal, beslut, omrostningar] = [0, 0, 0];
  fc.assert(fc.property(fc.noBias(fc.record({ fro: fc.nat(), fron: fc.array(fc.nat(), { minLength: LANGD, maxLength: LANGD, size: 'max' }) })), ({ fro, fron }) => {
    const moten = new Map<string, ReturnType<typeof provaMotet>>();
    const paVag = new Map<string, Map<number, Strom>>();
    const ar = slumpar(fro, LANGD, (ett) => {
      const rakning = utfall.get(`${ett.kategori} ${ett.type}`)!;
      if (isRefusal(ett.utfall)) {
        rakning.nekade++;
        for (const { kod, text } of ett.utfall.hinder) krav(text.trim() !== '' && !/undefined|NaN|null|\[object/.test(text), `${kod}: ${text}`);
        return;
      }
      if (ett.utfall.length === 0) return;
      rakning.tagna++;
      for (const { type } of ett.utfall) krav(SLAG[ett.kategori].decider.facts[type]!.by === ett.type, `${type} kom av ${ett.type}`);
      const nyckel = `${ett.kategori}-${ett.efter.id}`;
      // Now and then what stood is kept, to be met again when the facts are folded anew to there.
      if (ett.efter.fakta.length % 37 === 5) paVag.set(nyckel, (paVag.get(nyckel) ?? new Map<number, Strom>()).set(ett.efter.fakta.length, ett.efter));
      if (ett.kategori === 'paragraf') provaParagrafen(ett);
      if (ett.kategori !== 'sammantrade') return;
      if (!moten.has(ett.efter.id)) moten.set(ett.efter.id, provaMotet());
      const nya = ett.utfall as readonly SammantradeEvent[];
      omrostningar += nya.filter(({ type }) => type === 'OmrostningGenomford').length;
      moten.get(ett.efter.id)!.efter(ett, nya);
    });
    for (const en of fron) ar.gor(en);
    antal += ar.kommandon();

    const strommar = ar.strommar().filter(({ fakta }) => fakta.length > 0);
    for (const strom of strommar) {
      provaOmvikning(strom, paVag.get(`${strom.kategori}-${strom.id}`) ?? new Map());
      if (strom.kategori === 'paragrafserie') provaSerien(strommar, strom);
      if (strom.kategori !== 'sammantrade') continue;
      const mote = strom.state as Sammantrade;
      sammaMote(mote, strom.doc as Dokument);
      const { beslutadeHar } = moten.get(strom.id)!;
      beslut += beslutadeHar.size;
      // The gavel has fallen, so there is a § with a number, in the order of the gavel.
      const numrerade = (mote as Mote).punkter.filter(({ id, beslut: fattat }) => beslutadeHar.has(id) && fattat!.utanParagraf !== true);
      krav(numrerade.every(({ paragraf }) => paragraf !== undefined), 'ett beslut utan paragraf');
    }
  }), { numRuns: Math.ceil(100_000 / LANGD), endOnFailure: true });

  expect(antal).toBeGreaterThanOrEqual(100_000);
  expect([...utfall].filter(([, { tagna, nekade }]) => tagna < MINST || nekade < MINST)).toEqual([]);
  expect(beslut).toBeGreaterThan(1000);
  expect(omrostningar).toBeGreaterThan(300);
});

import { randomUUID } from 'node:crypto';
import { reactionId, seal } from '@klubba/kernel';
import { skrivDiarienummer } from '@klubba/arende';
import type { ArendeEvent } from '../../libs/arende/arende.events';
import type { DiarieserieEvent } from '../../libs/arende/diarieserie.events';
import type { DelegationsbeslutEvent } from '../../libs/delegation/delegationsbeslut.events';
import type { NamndEvent } from '../../libs/namnd/namnd.events';
import type { PersonEvent } from '../../libs/namnd/person.events';
import type { ParagrafEvent } from '../../libs/paragraf/paragraf.events';
import type { ParagrafserieEvent } from '../../libs/paragraf/paragrafserie.events';
import type { SammantradeEvent } from '../../libs/sammantrade/sammantrade.events';
import type { TjansteskrivelseEvent } from '../../libs/tjansteskrivelse/tjansteskrivelse.events';

/** What one command led to, before it is sealed: in which stream, whose record, by whom. */
export type Deed = {
  /** The fact's id, and of the fact that led to it. */
  readonly id: string;
  readonly cause: string | null;
  readonly command: string;
  readonly stream: string;
  readonly namnd: string | null;
  readonly by: string;
  readonly roll: string;
  readonly event: ArendeEvent | DelegationsbeslutEvent | DiarieserieEvent | NamndEvent | PersonEvent | ParagrafEvent | ParagrafserieEvent | SammantradeEvent | TjansteskrivelseEvent;
};

export const made = (stream: string, namnd: string | null, by: string, roll: string, event: Deed['event']): Deed =>
  ({ id: randomUUID(), cause: null, command: randomUUID(), stream, namnd, by, roll, event });

const LEDAMOTER = 11;
const ERSATTARE = 5;
const PARTIER = ['Ap', 'Bp', 'Cp', 'Dp'];
const DIARIEFORM = 'snedstreck_kolon';

/** A nämnd with its people, and where its series stand. */
export class Namnden {
  readonly id = randomUUID();
  readonly sekreterare = randomUUID();
  readonly handlaggare = randomUUID();
  readonly ledamoter = Array.from({ length: LEDAMOTER }, () => randomUUID());
  readonly ersattare = Array.from({ length: ERSATTARE }, () => randomUUID());
  private readonly series = new Map<string, number>();

  constructor(readonly organ: string) {}

  next(series: string): number {
    const number = (this.series.get(series) ?? 0) + 1;
    this.series.set(series, number);
    return number;
  }

  /** Set up, with its rules and those who sit there. */
  *start(): Generator<Deed> {
    const by = this.sekreterare;
    const put = (event: NamndEvent): Deed => made(`namnd-${this.id}`, this.id, by, 'namndsekreterare', event);
    yield put({ type: 'NamndInrattad', data: { organ: this.organ, namn: seal(`namnd:${this.id}`, `Nämnden ${this.organ}`), slag: 'namnd', startdatum: '2012-01-01' } });
    yield put({
      type: 'ReglementeFaststallt',
      data: {
        fran: '2012-01-01', antalLedamoter: LEDAMOTER, kallelseDagar: 5, kallelseSlag: 'vardagar', omedelbarJustering: true, justeringssatt: 'underskrift', antalJusterare: 1,
        diarieform: DIARIEFORM, diariesiffror: 1, paragrafform: 'nummer', distans: false, distansSekretess: false, oppnaSammantraden: false, aterintrade: false,
      },
    });
    const seats = [...this.ledamoter.map((person) => ({ person, uppdrag: 'ledamot' as const })), ...this.ersattare.map((person) => ({ person, uppdrag: 'ersattare' as const }))];
    for (const [i, { person, uppdrag }] of seats.entries()) {
      yield this.person(person, 'fortroendevald', `${NAMN[i % NAMN.length]} ${EFTERNAMN[(i * 7) % EFTERNAMN.length]}`);
      yield put({
        type: 'ValdForUppdrag',
        data: { person, uppdrag, ...(i === 0 && { roll: 'ordforande' as const }), parti: PARTIER[i % PARTIER.length]!, ordning: uppdrag === 'ledamot' ? i + 1 : i + 1 - LEDAMOTER, fran: '2012-01-01' },
      });
    }
    yield this.person(this.sekreterare, 'tjansteperson', 'Siv Sekreterare');
    yield this.person(this.handlaggare, 'tjansteperson', 'Hans Handläggare');
  }

  private person(id: string, slag: 'fortroendevald' | 'tjansteperson', namn: string): Deed {
    return made(`person-${id}`, null, this.sekreterare, 'namndsekreterare', { type: 'PersonRegistrerad', data: { namn: seal(`person:${id}`, namn), slag } });
  }
}

const NAMN = ['Astrid', 'Björn', 'Cilla', 'Douglas', 'Elsa', 'Folke', 'Gunnel', 'Håkan'];
const EFTERNAMN = ['Påhittad', 'Exempelsson', 'Provrud', 'Modellgren', 'Skissberg'];
const ORD = 'nämnden förvaltningen bedömer att yttrandet över remissen svarar mot behovet hos brukarna under året och föreslår åtgärder för ökad tillgänglighet i verksamheten enligt planen'.split(' ');
/** Running text of about so many characters. */
export const lorem = (length: number, from: number): string => {
  let text = '';
  for (let i = from; text.length < length; i++) text += `${ORD[(i * 5 + (i >> 3)) % ORD.length]} `;
  return `${text[0]!.toUpperCase()}${text.slice(1).trimEnd()}.`;
};

type Slag = 'formalia' | 'information' | 'arende' | 'remissvar' | 'lex_sarah' | 'delegationsanmalan' | 'meddelanden';
/** The agenda of the acceptance meeting: 5.–18. confidential, two remissvar, a lex Sarah item, delegation list, meddelanden. */
const slagFor = (nr: number, items: number): Slag => {
  if (nr <= 2) return 'formalia';
  if (nr <= 4) return 'information';
  if (nr === items) return 'meddelanden';
  if (nr === items - 1) return 'delegationsanmalan';
  if (nr === 19) return 'lex_sarah';
  return nr === 20 || nr === 21 ? 'remissvar' : 'arende';
};
const SEKRETESS = { fran: 5, till: 18 };
const SKOTS_I_ARENDE: readonly Slag[] = ['arende', 'remissvar', 'lex_sarah'];

/** A meeting from its matters and memos to the board taken down, as the reactions would have it in the log. */
export const cycle = function* (namnden: Namnden, ar: number, manad: number, items: number, mote = randomUUID()): Generator<Deed> {
  const { id: namnd, organ, sekreterare, handlaggare } = namnden;
  const dag = (nr: number): string => `${ar}-${String(manad).padStart(2, '0')}-${String(nr).padStart(2, '0')}`;
  const sent = `${dag(13)}`;
  const datum = dag(21);
  const deed = (stream: string, event: Deed['event'], by: string = sekreterare, roll = 'namndsekreterare'): Deed => made(stream, namnd, by, roll, event);
  const follows = (reaction: string, cause: Deed, stream: string, event: Deed['event']): Deed =>
    ({ ...deed(stream, event, `system:${reaction}`, 'system'), command: reactionId(reaction, cause.id), cause: cause.id });
  const i = (event: SammantradeEvent): Deed => deed(`sammantrade-${mote}`, event);

  const punkter = Array.from({ length: items }, (_, at) => {
    const nr = at + 1;
    const slag = slagFor(nr, items);
    const klass: 'oppen' | 'sekretess' = nr >= SEKRETESS.fran && nr <= SEKRETESS.till ? 'sekretess' : 'oppen';
    const has = SKOTS_I_ARENDE.includes(slag);
    return { id: randomUUID(), nr, slag, klass, ...(has && { arende: randomUUID(), memo: randomUUID(), lopnummer: namnden.next(`diarium-${ar}`) }) };
  });
  type Punkt = (typeof punkter)[number];
  const nummer = ({ lopnummer }: Punkt): string => skrivDiarienummer(ar, lopnummer!, { kod: organ, form: DIARIEFORM, siffror: 1 });
  const rubrik = ({ nr, slag }: Punkt): string => `${slag === 'remissvar' ? 'Yttrande över remiss om' : 'Ärende om'} ${lorem(50, nr + manad)}`;

  for (const punkt of punkter) {
    const { arende, memo, klass, nr, lopnummer } = punkt;
    if (arende === undefined || memo === undefined) continue;
    const oppnat = deed(`arende-${arende}`, {
      type: 'ArendeOppnat',
      data: {
        namnd, klass, ...(klass === 'sekretess' && { sekretesslagrum: '26:1' }), rubrik: seal(`arende:${arende}`, rubrik(punkt)), ...(klass === 'sekretess' && { rubrikIntern: seal(`arende:${arende}`, lorem(60, nr)) }),
        datum: dag(2), datumslag: 'inkommet', slag: punkt.slag, diariekod: organ, diarieform: DIARIEFORM, diariesiffror: 1, frammandeNummer: nr % 5 === 0 ? [{ nummer: `KS/${ar}:${nr}`, organ: 'KS' }] : [],
      },
    }, sekreterare, 'registrator');
    const tilldelat = follows('tilldela-diarienummer', oppnat, `diarieserie-${namnd}-${ar}`, { type: 'DiarienummerTilldelat', data: { namnd, ar, lopnummer: lopnummer!, diarienummer: nummer(punkt), mal: arende } });
    yield oppnat;
    yield tilldelat;
    yield follows('satt-diarienummer', tilldelat, `arende-${arende}`, { type: 'DiarienummerSatt', data: { ar, lopnummer: lopnummer!, diarienummer: nummer(punkt) } });
    const text = (value: string) => seal(`tjansteskrivelse:${memo}`, value);
    const innehall = (version: number) => ({
      version, klass, rubrik: text(rubrik(punkt)), forvaltning: text(`${organ}-förvaltningen`), datum: dag(7), handlaggare, mottagare: [text(`Nämnden ${organ}`)],
      forslag: [{ nr: 1, text: text(lorem(120, nr)), form: 'beslut' as const }, ...(nr % 3 === 0 ? [{ nr: 2, text: text(lorem(90, nr + 1)), form: 'beslut' as const }] : [])],
      sammanfattning: text(lorem(250, nr)), arendebeskrivning: text(lorem(700, nr)), bedomning: text(lorem(350, nr)),
      handlingar: [{ namn: text(`Tjänsteskrivelse, ${rubrik(punkt)}`), datum: dag(7) }], skickasTill: [text('Kommunstyrelsen')],
    });
    const write = (event: TjansteskrivelseEvent): Deed => deed(`tjansteskrivelse-${memo}`, event, handlaggare, 'handlaggare');
    yield write({ type: 'TjansteskrivelseSkriven', data: { namnd, arende, ...innehall(1) } });
    const versions = nr % 2 === 0 ? 2 : 1;
    if (versions === 2) yield write({ type: 'TjansteskrivelseAndrad', data: { ...innehall(2), skal: text('Komplettering efter beredning') } });
    const fardig = write({ type: 'TjansteskrivelseFardigstalld', data: { arende, version: versions, klass, datum: dag(9), dokumentdatum: dag(7) } });
    yield fardig;
    yield follows('notera-tjansteskrivelse', fardig, `arende-${arende}`, { type: 'TjansteskrivelseNoterad', data: { tjansteskrivelse: memo, version: versions, datum: dag(7) } });
  }

  yield i({ type: 'SammantradePlanerat', data: { namnd, organ, datum, tid: '09:00', plats: seal(`sammantrade:${mote}`, 'Sammanträdesrummet Eken') } });
  for (const punkt of punkter) {
    const { id, nr, slag, klass, arende, memo } = punkt;
    const text = (value: string) => seal(`paragraf:${id}`, value);
    yield i({
      type: 'PunktLagdTill',
      data: {
        punkt: id, nr, slag, klass, ...(klass === 'sekretess' && { sekretesslagrum: '26:1' }), rubrik: text(rubrik(punkt)), grupp: text(slag === 'arende' ? 'Beslutsärenden' : 'Övrigt'),
        ...(arende !== undefined && { arende, diarienummer: nummer(punkt), tjansteskrivelse: memo!, tjansteskrivelseDatum: dag(7), handlingslage: 'bifogas' as const }),
        utanDiarienummer: arende === undefined, myndighetsutovning: klass === 'sekretess', kraverKf: false,
      },
    });
  }
  yield i({ type: 'SekretessblockSatt', data: { ...SEKRETESS, punkter: punkter.filter(({ klass }) => klass === 'sekretess').map(({ id }) => id), rubrik: seal(`sammantrade:${mote}`, 'Sekretessärenden') } });
  yield i({
    type: 'KallelseSkickad',
    data: {
      version: 1, datum: sent, ordforande: namnden.ledamoter[0]!, forhinder: seal(`sammantrade:${mote}`, 'Förhinder meddelas nämndsekreteraren'), kallade: [...namnden.ledamoter, ...namnden.ersattare],
      punkter: punkter.map((punkt) => ({ punkt: punkt.id, nr: punkt.nr, ...(punkt.arende !== undefined && { diarienummer: nummer(punkt) }) })),
    },
  });
  yield i({ type: 'SammantradeOppnat', data: { datum, tid: '09:00', antalLedamoter: LEDAMOTER, omedelbarJustering: true } });
  for (const [at, person] of namnden.ledamoter.entries()) {
    const there = at % 6 !== 5;
    yield i({ type: 'NarvaroAntecknad', data: { person, uppdrag: 'ledamot', ...(at === 0 && { roll: 'ordforande' as const }), parti: PARTIER[at % PARTIER.length]!, pass: there ? [{ tjanstgor: true }] : [] } });
  }
  for (const [at, person] of namnden.ersattare.entries()) {
    const serves = at === 0;
    yield i({ type: 'NarvaroAntecknad', data: { person, uppdrag: 'ersattare', parti: PARTIER[at % PARTIER.length]!, pass: [{ tjanstgor: serves, ...(serves && { ersatter: namnden.ledamoter[5]! }) }] } });
  }
  yield i({ type: 'JusterareUtsedd', data: { person: namnden.ledamoter[1]!, ersattare: namnden.ledamoter[2]!, dag: dag(26) } });
  yield i({ type: 'DagordningFaststalld', data: { tid: '09:05', tillagda: [] } });
  yield i({ type: 'FranvaroVidPunktAntecknad', data: { punkt: punkter[6]!.id, person: namnden.ledamoter[3]!, franvarande: true, skal: 'jav' } });

  const decided = punkter.filter(({ nr }) => nr > 2);
  const paragrafer: (Punkt & { readonly para: number })[] = [];
  for (const [at, punkt] of decided.entries()) {
    const { id, klass, arende, slag, nr } = punkt;
    const beslutstyp = slag === 'remissvar' ? 'avge_yttrande' : slag === 'meddelanden' || slag === 'information' ? 'notera' : 'besluta';
    const overklagandeslag = slag === 'remissvar' || beslutstyp === 'notera' ? 'EJ_OVERKLAGBART' : 'LAGLIGHETSPROVNING';
    const text = (value: string) => seal(`paragraf:${id}`, value);
    const about = { ...(arende !== undefined && { arende }), klass };
    const beslut = i({
      type: 'BeslutFattat',
      data: {
        punkt: id, ordning: at + 1, datum, tid: `${String(9 + Math.floor(at / 8)).padStart(2, '0')}:${String((at % 8) * 7).padStart(2, '0')}`, beslutstyp,
        beslutspunkter: [{ text: text(lorem(140, nr)) }, ...(nr % 4 === 0 ? [{ text: text('Paragrafen justeras omedelbart'), omedelbarJustering: true }] : [])], overklagandeslag, ...about,
      },
    });
    const para = namnden.next(`paragrafer-${ar}`);
    paragrafer.push({ ...punkt, para });
    const tilldelat = follows('numrera-paragraf', beslut, `paragrafserie-${namnd}-${ar}`, { type: 'ParagrafnummerTilldelat', data: { namnd, ar, nr: para, mal: id, sammantrade: mote, datum, efterSenareMote: false } });
    const numrerad = follows('satt-paragrafnummer', tilldelat, `sammantrade-${mote}`, { type: 'ParagrafNumrerad', data: { punkt: id, ar, nr: para, datum, beslutstyp, overklagandeslag, ...about } });
    yield beslut;
    yield tilldelat;
    yield numrerad;
    yield follows('underratta-paragraf', numrerad, `paragraf-${id}`, { type: 'ParagrafOppnad', data: { sammantrade: mote, ar, nr: para, datum, beslutstyp, overklagandeslag, ...about } });
    if (arende !== undefined) yield follows('notera-behandling', numrerad, `arende-${arende}`, { type: 'ArendeBehandlat', data: { sammantrade: mote, punkt: id, datum, ar, nummer: para, beslutstyp } });
  }
  yield i({ type: 'SammantradeAvslutat', data: { tid: '12:30' } });

  // Those justerade at once have a protocol and an anslag of their own.
  for (const omedelbar of [true, false]) {
    const omgang = omedelbar ? 1 : 2;
    const those = paragrafer.filter(({ nr }) => (nr % 4 === 0) === omedelbar);
    const ids = those.map(({ id }) => id);
    const on = omedelbar ? datum : dag(26);
    const told = function* (cause: Deed, event: ParagrafEvent): Generator<Deed> {
      yield cause;
      for (const id of ids) yield follows('underratta-paragraf', cause, `paragraf-${id}`, event);
    };
    yield* told(i({ type: 'ParagraferJusterade', data: { omgang, omedelbar, datum: on, justerare: namnden.ledamoter.slice(0, 2), punkter: ids } }), { type: 'ParagrafJusterad', data: { omgang, omedelbar, datum: on } });
    yield* told(
      i({ type: 'ProtokollAnslaget', data: { omgang, datum: on, forvaringsplats: seal(`sammantrade:${mote}`, 'Kansliet'), punkter: ids, senast: dag(28), nedtasTidigast: dag(28) } }),
      { type: 'AnslagNoterat', data: { omgang, datum: on } });
    yield* told(i({ type: 'AnslagNedtaget', data: { omgang, anslaget: on, datum: dag(28), brutet: false, punkter: ids } }), { type: 'NedtagningNoterad', data: { anslaget: on, datum: dag(28), brutet: false } });
  }
  for (const { arende, klass, nr } of punkter) if (arende !== undefined && nr % 2 === 1) yield deed(`arende-${arende}`, { type: 'ArendeAvslutat', data: { klass, datum: dag(28) } }, handlaggare, 'handlaggare');
};

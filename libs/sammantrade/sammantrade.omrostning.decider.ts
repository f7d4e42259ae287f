import { type Command, type Context, type Hinder, isRefusal, type Refusal, refuse, seal, streamId, unknownCase, uphold, warning } from '@klubba/kernel';
import { stod } from '@klubba/lagrum';
import { klockan } from './klockslag';
import { provaSlutenPaDistans } from './sammantrade.distans.decider';
import type { SammantradeEvent } from './sammantrade.events';
import { provaAjournering } from './sammantrade.forlopp.decider';
import { arJavig, javig } from './sammantrade.jav.decider';
import { behandlad, type Behandling, behandlingen, enligtKl, kallad, type Mote, type Punkt, type SammantradeHinder } from './sammantrade.mote.decider';
import { ordforandeVid, tjanstgorandeVid } from './sammantrade.narvaro.decider';
import { sammaOmrostning } from './sammantrade.behandling.projection';
import type { Inlastbeslutstyp, Omrostningsslag, Yrkandeslag } from './sammantrade.projection';
import { oppen, provaForslag } from './sammantrade.yrkanden.decider';

export type OmrostningCommand =
  /** `av` may be empty: minutes seldom say who asked. */
  | Command<'BegarOmrostning', { punkt: string; av: readonly string[] }>
  | Command<'AntecknaOmrostning', Omrostningsdata>;
export type Rost = { readonly person: string; readonly rost: 'ja' | 'nej' | 'avstar' };
export type Antal = { readonly ja: number; readonly nej: number; readonly avstar: number };
export type Omrostningsdata = {
  readonly punkt: string;
  readonly tid: string;
  readonly slag?: Omrostningsslag;
  readonly amne?: 'sak' | 'val' | 'anstallning';
  /** Ja. Absent: the proposal on the agenda. */
  readonly huvudforslag?: string;
  /** Nej. */
  readonly motforslag: string;
  readonly utsettGenom?: string;
  readonly jaBetyder?: string;
  readonly nejBetyder?: string;
  readonly sluten?: boolean;
  /** Of an open vote, everyone's; of a closed one only how many. */
  readonly roster?: readonly Rost[];
  readonly antal?: Antal;
  /** What was drawn, when a val or an anställning tied. */
  readonly lott?: 'ja' | 'nej';
};
/** What a source says of a vote, which may be no more than how many of each party. */
export type Inlastomrostning = Omit<Omrostningsdata, 'motforslag'> & {
  readonly motforslag?: string;
  readonly huvudforslagText?: string;
  readonly motforslagText?: string;
  readonly perParti?: readonly (Antal & { readonly parti: string })[];
  readonly utfall?: 'ja' | 'nej';
  readonly tabellOrdforanden?: string;
  readonly tabellDelad?: boolean;
};

type Outcome = readonly SammantradeEvent[] | Refusal<SammantradeHinder>;
type Funna = readonly (Hinder<SammantradeHinder> | false | undefined)[];

export const decideOmrostning = (command: OmrostningCommand, mote: Mote, context: Context): Outcome => {
  const { punkt: id } = command.data;
  const kid = `paragraf:${id}`;
  switch (command.type) {
    case 'BegarOmrostning': {
      const punkt = oppen(mote, id);
      if (isRefusal(punkt)) return punkt;
      const av = [...new Set(command.data.av)];
      const tjanst = tjanstgorandeVid(mote, id);
      const passed = uphold(command, kid, [
        punkt.beslut !== undefined && enligtKl(mote.datum, 'OMROSTNING_FOR_SEN', `Klubban har fallit i ${kallad(mote, id)}. Omröstning ska begäras innan (KL 5 kap. 54 §).`, 'KL 5 kap. 54 §'),
        ...av.filter((person) => !tjanst.includes(person)).map((person) => (arJavig(mote, id, person) ? javig(mote, id, person) : utanRost(mote, id, person))),
      ]);
      return isRefusal(passed) ? passed : [{ type: 'OmrostningBegard', data: { punkt: id, klass: punkt.klass, av } }];
    }
    case 'AntecknaOmrostning': {
      const ett = omrostningen({ huvudforslag: id, ...command.data }, mote, context);
      if (isRefusal(ett)) return ett;
      const passed = uphold(command, kid, ett.funna);
      return isRefusal(passed) ? passed : [{ type: 'OmrostningGenomford', data: { ...ett.data, ...passed } }];
    }
    default: return unknownCase(command);
  }
};

const utanRost = (mote: Mote, punkt: string, person: string): Hinder<SammantradeHinder> => ({ kod: 'EJ_TJANSTGORANDE', allvar: 'STOPP', text: `{person:${person}} tjänstgör inte vid ${kallad(mote, punkt)} och har ingen röst.` });

/** B7: a vote as it lies in the fact with what came of it, and what the rules have against it (B4, B7, B9). */
export const omrostningen = (given: Inlastomrostning, mote: Mote, { by, command }: Context) => {
  const { punkt: id, tid, slag = 'avgorande', huvudforslag, motforslag, lott } = given;
  const punkt = oppen(mote, id);
  if (isRefusal(punkt)) return punkt;
  if (punkt.beslut !== undefined) return refuse<SammantradeHinder>('REDAN_AVGJORD', `Klubban har redan fallit i ${kallad(mote, id)}.`);
  if (klockan(mote, tid) < klockan(mote, mote.senast)) return refuse<SammantradeHinder>('TIDEN_GAR_BAKLANGES', `Omröstningen ${tid} ligger före det som redan har hänt vid sammanträdet (${mote.senast}).`);
  const fel = provaAjournering(mote) ?? provaForslag(punkt, huvudforslag, motforslag);
  if (fel !== undefined) return fel;
  if (huvudforslag !== undefined && huvudforslag === motforslag) return refuse<SammantradeHinder>('SAMMA_FORSLAG', 'Huvudförslag och motförslag är samma förslag.');

  const amne = given.amne ?? (punkt.slag === 'val' ? 'val' : 'sak');
  const sluten = given.sluten ?? amne !== 'sak';
  // What is not told cannot be counted; what is secret is not to be written down.
  if (sluten && given.roster !== undefined) return refuse<SammantradeHinder>('OMROSTNING_SKA_VARA_SLUTEN', 'Vid sluten omröstning antecknas bara antalet röster, inte hur någon röstade.');
  if (given.perParti === undefined && (sluten ? given.antal : given.roster) === undefined) {
    return refuse<SammantradeHinder>('ROSTERNA_STAMMER_INTE', sluten ? 'Ange antalet röster.' : 'Vid öppen omröstning antecknas hur var och en röstade (KL 5 kap. 67 §).');
  }
  const chef = ordforandeVid(mote, id, tid);
  const roster = given.roster === undefined ? undefined : iRopordning(given.roster, mote, chef);
  const antal = raknade(given, roster);
  if ([antal.ja, antal.nej, antal.avstar].some((tal) => !(tal >= 0 && tal < 1000))) return refuse<SammantradeHinder>('TALET_ORIMLIGT', 'Ett antal röster är 0–999.');
  const utfall = utfallet(given, antal, amne, roster?.find(({ person }) => person === chef)?.rost, mote.datum);
  if (isRefusal(utfall)) return utfall;
  const kid = `paragraf:${id}`;
  const texter = { huvudforslagText: given.huvudforslagText, motforslagText: given.motforslagText, utsettGenom: given.utsettGenom, jaBetyder: given.jaBetyder, nejBetyder: given.nejBetyder, tabellOrdforanden: given.tabellOrdforanden };
  return {
    funna: [
      amne !== 'sak' && !sluten && enligtKl(mote.datum, 'OMROSTNING_SKA_VARA_SLUTEN', 'Omröstning i val ska vara sluten (KL 5 kap. 54 §).', 'KL 5 kap. 54 §'),
      amne === 'sak' && sluten && enligtKl(mote.datum, 'OMROSTNING_SKA_VARA_OPPEN', 'Omröstning ska vara öppen, utom vid val och anställning (KL 5 kap. 54 §).', 'KL 5 kap. 54 §'),
      ...provaRostande(punkt, mote, given.roster ?? [], antal, tid),
      sluten && provaSlutenPaDistans(mote, id, tid),
      slag === 'avgorande' && motforslag !== undefined && provaMotforslag(punkt, motforslag, mote.datum),
      lott !== undefined && utfall.avgjordesGenom !== 'lottning' && ({ kod: 'UTFALLET_STAMMER_INTE', allvar: 'STOPP', text: 'Lotten avgör bara vid lika röstetal i val och anställning.' } as const),
      given.utfall !== undefined && given.utfall !== utfall.utfall && ({ kod: 'UTFALLET_STAMMER_INTE', allvar: 'STOPP', text: 'Utfallet stämmer inte med rösterna.' } as const),
    ] satisfies Funna,
    data: {
      punkt: id, klass: punkt.klass, omrostning: streamId('omrostning', by, command), slag, amne, tid, ...(huvudforslag !== undefined && { huvudforslag }), ...(motforslag !== undefined && { motforslag }),
      ...(Object.fromEntries(Object.entries(texter).flatMap(([falt, text]) => (text === undefined ? [] : [[falt, seal(kid, text)]]))) as { readonly [F in keyof typeof texter]?: ReturnType<typeof seal<string>> }),
      sluten, ...(roster !== undefined && { roster }), ...(given.perParti !== undefined && { perParti: given.perParti }), ...antal, ...utfall, utfall: given.utfall ?? utfall.utfall,
      ...(given.tabellDelad !== undefined && { tabellDelad: given.tabellDelad }),
    },
  };
};

/** In the order of the roll, the chair last. */
const iRopordning = (roster: readonly Rost[], { narvaro }: Mote, chef: string | undefined): readonly Rost[] => {
  const plats = ({ person }: Rost): number => (person === chef ? narvaro.length : narvaro.findIndex((en) => en.person === person));
  return [...roster].sort((a, b) => plats(a) - plats(b)).map(({ person, rost }) => ({ person, rost }));
};
const raknade = ({ antal, perParti = [] }: Inlastomrostning, roster: readonly Rost[] | undefined): Antal => {
  const av = (vad: 'ja' | 'nej' | 'avstar'): number => (roster !== undefined ? roster.filter(({ rost }) => rost === vad).length : (antal?.[vad] ?? perParti.reduce((sum, en) => sum + en[vad], 0)));
  return { ja: av('ja'), nej: av('nej'), avstar: av('avstar') };
};

/** Simple majority; when it ties the chair's vote, and in val and anställning lots (KL 5:55–56). Nobody is guessed: without either it is not decided. */
const utfallet = ({ lott, utfall }: Inlastomrostning, { ja, nej }: Antal, amne: 'sak' | 'val' | 'anstallning', chefens: Rost['rost'] | undefined, datum: string) => {
  if (ja !== nej) return { utfall: ja > nej ? 'ja' : 'nej', avgjordesGenom: 'majoritet' } as const;
  if (amne !== 'sak') {
    const drogs = lott ?? utfall;
    if (drogs !== undefined) return { utfall: drogs, avgjordesGenom: 'lottning' } as const;
    return { hinder: [enligtKl(datum, 'LOTTNING_KRAVS', `Rösterna är lika, ${ja} mot ${nej}. Val och anställning avgörs genom lottning (KL 5 kap. 56 §).`, 'KL 5 kap. 56 §')] } satisfies Refusal<SammantradeHinder>;
  }
  const utslag = chefens === 'avstar' ? undefined : (chefens ?? utfall);
  if (utslag !== undefined) return { utfall: utslag, avgjordesGenom: 'utslagsrost' } as const;
  return { hinder: [enligtKl(datum, 'ORDFORANDEN_SKA_ROSTA', `Rösterna är lika, ${ja} mot ${nej}. Ordföranden ska rösta när det behövs för att ärendet ska kunna avgöras (KL 4 kap. 25 §).`, 'KL 4 kap. 25 §')] } satisfies Refusal<SammantradeHinder>;
};

/** Each who serves there and takes part has one vote, and nobody else has any. */
const provaRostande = (punkt: Punkt, mote: Mote, roster: readonly Rost[], antal: Antal, tid: string): Funna => {
  const { id } = punkt;
  const { deltarInte } = behandlingen(punkt);
  const tjanst = tjanstgorandeVid(mote, id, tid).filter((person) => !deltarInte.includes(person));
  const rostande = roster.map(({ person }) => person);
  const dubbla = [...new Set(rostande.filter((person, i) => rostande.indexOf(person) !== i))];
  const avgivna = antal.ja + antal.nej + antal.avstar;
  return [
    ...dubbla.map((person) => enligtKl(mote.datum, 'TVA_ROSTER', `{person:${person}} har röstat mer än en gång. Varje ledamot har en röst (KL 4 kap. 24 §).`, 'KL 4 kap. 24 §')),
    ...[...new Set(rostande)].filter((person) => !tjanst.includes(person)).map((person) => (arJavig(mote, id, person) ? javig(mote, id, person) : utanRost(mote, id, person))),
    avgivna !== tjanst.length && ({ kod: 'ROSTERNA_STAMMER_INTE', allvar: 'STOPP', text: `Antalet avgivna röster (${avgivna}) stämmer inte med antalet tjänstgörande (${tjanst.length}).` } as const),
    antal.avstar > 0 && punkt.myndighetsutovning && avstarInte(mote.datum),
  ];
};
/** B9: who has taken part in handling takes part in deciding. */
export const avstarInte = (datum: string): Hinder<SammantradeHinder> =>
  enligtKl(datum, 'AVSTA_EJ_TILLATET', 'I ärenden om myndighetsutövning mot enskild får en ledamot som deltagit i handläggningen inte avstå (KL 4 kap. 26 §).', 'KL 4 kap. 26 §');

/** What stands against the proposal on the agenda; what is put by itself, before or after, does not. */
const MOT_HUVUDFORSLAGET = ['avslag', 'andring', 'eget_forslag'];
/** Of more than two the one to stand against the main proposal is chosen first: FL 29, and practice in other matters. */
const provaMotforslag = (punkt: Punkt, motforslag: string, datum: string): Hinder<SammantradeHinder> | undefined => {
  const { yrkanden, omrostningar, steg } = behandlingen(punkt);
  const mot = yrkanden.filter(({ slag, aterkallat }) => !aterkallat && MOT_HUVUDFORSLAGET.includes(slag));
  const utsett = omrostningar.some((en) => en.slag === 'kontraproposition' && vinnare(en) === motforslag) || steg.some(({ mellan, bifallet }) => mellan.length > 1 && bifallet === motforslag);
  if (mot.length < 2 || !mot.some(({ id }) => id === motforslag) || utsett) return undefined;
  const text = `Det finns ${mot.length} förslag mot huvudförslaget. Utse motförslaget först, genom acklamation eller omröstning`;
  const { kontrollerat, allvar } = stod('forvaltningslag', datum);
  return punkt.myndighetsutovning && kontrollerat ? { kod: 'MOTFORSLAG_EJ_UTSETT', allvar, text: `${text} (FL 29 §).`, lagrum: 'FL 29 §' } : warning('MOTFORSLAG_EJ_UTSETT', `${text}.`);
};

const vinnare = ({ utfall, huvudforslag, motforslag }: Behandling['omrostningar'][number]): string | undefined => (utfall === 'ja' ? huvudforslag : motforslag);
const forlorare = ({ utfall, huvudforslag, motforslag }: Behandling['omrostningar'][number]): string | undefined => (utfall === 'ja' ? motforslag : huvudforslag);
/** Votes on whether the matter is decided at all. */
const FORMELLA: Readonly<Record<string, Inlastbeslutstyp>> = { aterremiss: 'aterremittera', bordlaggning: 'bordlagga' };
/** What is put by itself: losing to it, or winning over it, says nothing of the proposals in the matter. */
const FOR_SIG: readonly Yrkandeslag[] = ['aterremiss', 'bordlaggning', 'remittering', 'tillagg'];

/** What the votes say: which proposals fell, which won in the matter, and which formal one did, with the decision that it asks for. */
const avgjort = (punkt: Punkt) => {
  const { yrkanden, omrostningar } = behandlingen(punkt);
  const slaget = (forslag: string | undefined): Yrkandeslag | undefined => yrkanden.find((en) => en.id === forslag)?.slag;
  const forSig = (forslag: string | undefined): boolean => FOR_SIG.some((slag) => slag === slaget(forslag));
  const avgorande = omrostningar.filter(({ slag }) => slag === 'avgorande');
  const iSak = avgorande.filter(({ huvudforslag, motforslag }) => !forSig(huvudforslag) && !forSig(motforslag));
  const foll = avgorande.map(forlorare).filter((forslag, i) => forSig(forslag) || iSak.includes(avgorande[i]!));
  const sist = avgorande.at(-1);
  const formellt = sist === undefined ? undefined : FORMELLA[slaget(vinnare(sist)) ?? ''];
  const vann = formellt === undefined ? iSak.at(-1) : sist;
  return { haft: avgorande.length > 0, foll, vann: vann && vinnare(vann), formellt, aterremissFoll: foll.some((en) => slaget(en) === 'aterremiss') };
};

/** Which proposal won, when the klubbslag does not say: by the votes, else by what ordföranden found. */
export const vunnet = (punkt: Punkt): string | undefined => avgjort(punkt).vann ?? behandlingen(punkt).steg.at(-1)?.bifallet;

/** B12: a proposal to reject that won is not bifall, nor one to approve avslag; one to wait is nothing but that. What a proposal of one's own asks for its words say. */
const stridandeVerb = (slag: Yrkandeslag | undefined, beslutstyp: Inlastbeslutstyp): boolean =>
  (slag === 'avslag' && beslutstyp === 'bifalla') || (slag === 'bifall' && beslutstyp === 'avsla') || (slag !== undefined && FORMELLA[slag] !== undefined && FORMELLA[slag] !== beslutstyp);

/** B7, B8: the gavel says what was voted. */
export const provaUtfall = (punkt: Punkt, beslutstyp: Inlastbeslutstyp, bifallet: string | undefined, mote: Mote, tid: string): Funna => {
  const { id } = punkt;
  const { omrostningar, begard, yrkanden } = behandlingen(punkt);
  const { haft, foll, vann, formellt, aterremissFoll } = avgjort(punkt);
  const tjanst = tjanstgorandeVid(mote, id, tid);
  const rostade = new Set(omrostningar.flatMap(({ roster }) => roster.map(({ person }) => person)));
  const strider = (formellt !== undefined && beslutstyp !== formellt) || (bifallet !== undefined && (foll.includes(bifallet) || (vann !== undefined && vann !== bifallet)));
  return [
    begard && !haft && enligtKl(mote.datum, 'OMROSTNING_EJ_GENOMFORD', `Omröstning är begärd i ${kallad(mote, id)}. Klubban faller när den har genomförts (KL 5 kap. 54 §).`, 'KL 5 kap. 54 §'),
    beslutstyp === 'aterremittera' && aterremissFoll &&
      enligtKl(mote.datum, 'MINORITETSATERREMISS', 'Minoritetsåterremiss finns bara i fullmäktige (KL 5 kap. 50 §). I nämnd krävs enkel majoritet.', 'KL 5 kap. 50 §'),
    !strider && stridandeVerb(yrkanden.find((en) => en.id === bifallet)?.slag, beslutstyp) &&
      warning('VERBET_STAMMER_INTE', `Förslaget som vann i ${kallad(mote, id)} säger ett och beslutet ett annat: kontrollera om det bifalls, avslås, återremitteras eller bordläggs, eller ange skäl.`),
    strider && enligtKl(mote.datum, 'BESLUTET_STAMMER_INTE', `Beslutet i ${kallad(mote, id)} är ett annat än det som fick flest röster (KL 5 kap. 55 §).`, 'KL 5 kap. 55 §'),
    [...rostade].some((person) => !tjanst.includes(person)) && ({ kod: 'ROSTERNA_STAMMER_INTE', allvar: 'STOPP', text: `Någon som röstade i ${kallad(mote, id)} tjänstgör inte där när klubban faller.` } as const),
  ];
};

export const evolveOmrostning = (mote: Mote, event: Extract<SammantradeEvent, { type: 'OmrostningBegard' | 'OmrostningGenomford' }>): Mote => {
  switch (event.type) {
    case 'OmrostningBegard': return behandlad(mote, event.data.punkt, () => ({ begard: true }));
    case 'OmrostningGenomford': {
      const { punkt, tid, slag, huvudforslag, motforslag, utfall, sluten, roster = [] } = event.data;
      const en = { slag, utfall, sluten, roster, ...(huvudforslag !== undefined && { huvudforslag }), ...(motforslag !== undefined && { motforslag }) };
      return behandlad({ ...mote, senast: tid }, punkt, ({ omrostningar }) => ({ omrostningar: [...omrostningar.filter((annan) => !sammaOmrostning(annan, en)), en] }));
    }
    default: return unknownCase(event);
  }
};

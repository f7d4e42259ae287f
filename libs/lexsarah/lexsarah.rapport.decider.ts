import { admit, blank, type Command, type Context, isRefusal, noReason, type Refusal, refuse, seal, unknownCase, uphold, warning } from '@klubba/kernel';
import { type Bedomning, imySenast, type LexSarahLag, provaDatum, provaLexSarahLagrum, provaPublicering, provaRapporttid } from '@klubba/lagrum';
import type { LANKSLAG, LexSarahEvent, RAPPORTORER, REGIER } from './lexsarah.events';
import { efter, lagrumFor, type LexSarahHinder, provaDagar, stopp } from './lexsarah.regler';
import { attRedovisa, type Lage } from './lexsarah.skede';
import type { LexSarahRutin } from './lexsarahrutin.projection';

export type TaEmotLexSarah = {
  readonly namnd: string;
  readonly arende: string;
  readonly mottagen: string;
  readonly lag: LexSarahLag;
  readonly regi?: (typeof REGIER)[number];
  readonly verksamhet: string;
  readonly orsak?: string;
  readonly upptackt?: string;
  readonly intraffad?: string;
  readonly informationMottagen?: string;
  readonly rapportorsslag: (typeof RAPPORTORER)[number];
  readonly rapportor: string;
  readonly befattning?: string;
  readonly avser?: 'avvikelse' | 'tillbud';
  readonly berorEnskild: boolean;
  readonly beskrivning: string;
  readonly konsekvenser?: string;
  readonly uppmarksammad?: string;
  readonly gjort?: string;
  readonly skyddsombud?: string;
  readonly chef?: string;
  /** The matter that it is registered in, and the nämnd's routine on the day: put there by prepare. */
  readonly diariefort?: boolean;
  readonly rutin: LexSarahRutin;
};
type Lankning = { readonly slag: (typeof LANKSLAG)[number]; readonly mal: string };
export type RapportCommand =
  | Command<'TaEmotLexSarah', TaEmotLexSarah>
  | Command<'KategoriseraLexSarah', { verksamhet: string; orsak?: string }>
  | Command<'AterkallaLexSarah', { datum: string; skal: string }>
  /** `annan`: that the other report is there, in the same nämnd; put there by prepare. */
  | Command<'StrykLexSarah', { datum: string; dubblettAv: string; skal: string; annan?: boolean }>
  | Command<'LankaLexSarah', Lankning & { annan?: boolean }>
  | Command<'TaBortLexSarahLank', Lankning & { skal: string }>
  | Command<'NoteraPersonuppgiftsincident', { kand: string; tid: string }>
  | Command<'AvgorPersonuppgiftsincident', { utfall: 'anmald' | 'anmals_inte'; datum: string; tid: string; skal: string }>
  | Command<'AvidentifieraLexSarah', { datum: string; text: string; litenGrupp: boolean }>
  | Command<'DraInLexSarahAvgorande', { datum: string; skal: string }>
  | Command<'LasInLexSarahHandling', { bedomning: Bedomning; datum: string; lagrum: string; kalla: string }>;

const UTAN_SKYLDIGHET: readonly TaEmotLexSarah['rapportorsslag'][] = ['ivo', 'enskild', 'narstaende', 'annan'];

/** F6: the reporter is named, the activity and the day are known, and it is registered in a matter of its own (OSL 5:1). */
export const decideTaEmot = (command: Extract<RapportCommand, { type: 'TaEmotLexSarah' }>, lage: Lage | null, { id, at }: Context): readonly LexSarahEvent[] | Refusal<LexSarahHinder> => {
  const { arende, diariefort, rutin, regi = 'kommunal', avser = 'avvikelse', rapportor, befattning, beskrivning, konsekvenser, uppmarksammad, gjort, skyddsombud, chef, ...data } = command.data;
  if (lage !== null) return refuse('LEXSARAH_FINNS_REDAN', 'Ärendet har redan en rapport. En ny rapport är ett ärende för sig; länka dem om de gäller samma händelse.');
  if (diariefort !== true || id !== arende.toLowerCase()) return refuse('ARENDET_FINNS_INTE', 'Rapporten ska vara diarieförd: öppna ett ärende i nämnden för den först (OSL 5 kap. 1 §).', 'OSL 5 kap. 1 §');
  const fel = provaDagar(at, data.mottagen, data.upptackt, data.intraffad, data.informationMottagen);
  if (fel !== undefined) return fel;
  const kid = `lexsarah:${id}`;
  const omgivning: Pick<Lage, 'rapport'> = { rapport: { ...data, regi } };
  const weighed = uphold<LexSarahHinder>(command, kid, [
    efter('Rapporten', data.mottagen, 'upptäckten', data.upptackt), data.upptackt !== undefined && efter('Upptäckten', data.upptackt, 'händelsen', data.intraffad),
    efter('Nämndens information', data.informationMottagen ?? data.mottagen, 'rapporten', data.mottagen),
    regi === 'enskild' && data.informationMottagen === undefined && stopp('INFORMATION_SAKNAS', `Ange när nämnden fick veta om rapporten (${lagrumFor(omgivning, 'enskildInformation')}).`, lagrumFor(omgivning, 'enskildInformation')),
    UTAN_SKYLDIGHET.includes(data.rapportorsslag) && warning('RAPPORTOREN_AR_INTE_SKYLDIG', `Rapportör ska vara den som fullgör uppgifter i verksamheten (${lagrumFor(omgivning, 'rapport')}). Det andra framför är klagomål, som personalen sedan rapporterar.`, lagrumFor(omgivning, 'rapport')),
    data.upptackt !== undefined && provaRapporttid(data.upptackt, data.mottagen, rutin.rapportArbetsdagar, data.lag),
  ]);
  if (isRefusal(weighed)) return weighed;
  const texter = { befattning, konsekvenser, uppmarksammad, gjort, skyddsombud, chef };
  const forseglade = Object.fromEntries(Object.entries(texter).filter(([, text]) => !blank(text)).map(([namn, text]) => [namn, seal(kid, text!)]));
  return [{ type: 'LexSarahMottagen', data: { ...data, regi, avser, rapportor: seal(kid, rapportor), beskrivning: seal(kid, beskrivning), ...forseglade, ...weighed } }];
};

/** What is said of the report itself, beside its way through the investigation. */
export const decideRapport = (command: Exclude<RapportCommand, { type: 'TaEmotLexSarah' }>, lage: Lage, { id }: Context): readonly LexSarahEvent[] | Refusal<LexSarahHinder> => {
  const { type, data } = command;
  const kid = `lexsarah:${id}`;
  if ('skal' in data && blank(data.skal)) return noReason();
  switch (type) {
    case 'KategoriseraLexSarah':
      return lage.rapport.verksamhet === data.verksamhet && lage.rapport.orsak === data.orsak ? [] : [{ type: 'LexSarahKategoriserad', data }];
    case 'AterkallaLexSarah': {
      const weighed = uphold<LexSarahHinder>(command, kid, [warning('SKA_ANDA_UTREDAS', `Rapporten ska utredas också när den som rapporterade tar tillbaka den (${lagrumFor(lage, 'utredning')}).`, lagrumFor(lage, 'utredning'))]);
      return isRefusal(weighed) ? weighed : [{ type: 'LexSarahAtertagen', data: { datum: data.datum, skal: seal(kid, data.skal), ...weighed } }];
    }
    case 'StrykLexSarah':
      if (data.annan !== true || data.dubblettAv === id) return refuse('ANNAN_RAPPORT_FINNS_INTE', 'Ange den andra rapporten om samma händelse, i samma nämnd. Varje rapport ska utredas.', lagrumFor(lage, 'utredning'));
      // What IVO, the nämnd or a follow-up waits for would be lost with it.
      if (lage.beslutad !== undefined || lage.anmald !== undefined || attRedovisa(lage) !== undefined || lage.uppfoljning !== undefined) return refuse('REDAN_BESLUTAD', 'Rapporten har redan beslutats eller anmälts till IVO och kan inte strykas.');
      return [{ type: 'LexSarahStruken', data: { datum: data.datum, dubblettAv: data.dubblettAv, skal: seal(kid, data.skal) } }];
    case 'LankaLexSarah': {
      const { annan, ...lank } = data;
      if (lage.lankar.some(({ slag, mal }) => slag === lank.slag && mal === lank.mal)) return [];
      if (lank.mal === id || ((lank.slag === 'liknande_handelse' || lank.slag === 'samma_handelse') && annan !== true)) return refuse('ANNAN_RAPPORT_FINNS_INTE', 'Den andra rapporten finns inte i nämnden.');
      return [{ type: 'LexSarahLankad', data: lank }];
    }
    case 'TaBortLexSarahLank':
      if (!lage.lankar.some(({ slag, mal }) => slag === data.slag && mal === data.mal)) return refuse('LANKEN_FINNS_INTE', 'Länken finns inte.');
      return [{ type: 'LexSarahLankBorttagen', data: { slag: data.slag, mal: data.mal, skal: seal(kid, data.skal) } }];
    case 'NoteraPersonuppgiftsincident': {
      const ingenDag = provaDatum(data.kand);
      if (ingenDag !== undefined) return { hinder: [ingenDag] };
      if (lage.incident !== undefined) return [];
      const { datum: senast, tid: senastTid } = imySenast(data.kand, data.tid);
      return [{ type: 'LexSarahIncidentNoterad', data: { kand: data.kand, tid: data.tid, senast, senastTid } }];
    }
    case 'AvgorPersonuppgiftsincident': return decideIncident(command, lage, kid);
    case 'AvidentifieraLexSarah': return decideAvidentifiera(command, lage, kid);
    case 'DraInLexSarahAvgorande':
      return lage.avidentifierat ? [{ type: 'LexSarahAvgorandeIndraget', data: { datum: data.datum, skal: seal(kid, data.skal) } }] : [];
    case 'LasInLexSarahHandling': {
      const ingenDag = provaDatum(data.datum);
      if (ingenDag !== undefined) return { hinder: [ingenDag] };
      const { kalla, ...rest } = data;
      return [{ type: 'LexSarahHandlingInlast', data: { ...rest, kalla: seal(kid, kalla), ...admit([provaLexSarahLagrum(data.lagrum, data.bedomning, lage.rapport.mottagen), efter('Beslutet', data.datum, 'rapporten', lage.rapport.mottagen)]) } }];
    }
    default: return unknownCase(command);
  }
};

const decideIncident = (command: Extract<RapportCommand, { type: 'AvgorPersonuppgiftsincident' }>, { incident }: Lage, kid: string): readonly LexSarahEvent[] | Refusal<LexSarahHinder> => {
  const { utfall, datum, tid, skal } = command.data;
  if (incident === undefined || incident.avgjord !== undefined) return refuse('INGEN_INCIDENT', 'Ingen personuppgiftsincident väntar på att avgöras.');
  const { senast, senastTid } = incident;
  const sent = utfall === 'anmald' && `${datum} ${tid}` > `${senast} ${senastTid}`;
  const weighed = uphold<LexSarahHinder>(command, kid, [sent && warning('INCIDENTEN_ANMALD_SENT', `Incidenten skulle ha anmälts till IMY inom 72 timmar, senast ${senast} kl. ${senastTid} (GDPR artikel 33).`, 'GDPR art. 33')]);
  return isRefusal(weighed) ? weighed : [{ type: 'LexSarahIncidentAvgjord', data: { utfall, datum, tid, skal: seal(kid, skal), ...weighed } }];
};

/** F7: what is left when the individual is taken out may be public; tried for this very text, and for whether a small group tells who it is. */
const decideAvidentifiera = (command: Extract<RapportCommand, { type: 'AvidentifieraLexSarah' }>, { beslutad }: Lage, kid: string): readonly LexSarahEvent[] | Refusal<LexSarahHinder> => {
  const { datum, text, litenGrupp } = command.data;
  const weighed = uphold<LexSarahHinder>(command, kid, [
    beslutad === undefined ? stopp('EJ_BESLUTAD', 'Det finns inget avgörande att avidentifiera.') : efter('Prövningen', datum, 'beslutet', beslutad.datum),
    provaPublicering(text),
    litenGrupp && warning('LITEN_GRUPP', 'Den som uppgifterna gäller kan bli känd genom att gruppen är liten (OSL 26 kap. 1 §).', 'OSL 26 kap. 1 §'),
  ]);
  return isRefusal(weighed) ? weighed : [{ type: 'LexSarahAvgorandeAvidentifierat', data: { datum, text: seal(kid, text), ...weighed } }];
};

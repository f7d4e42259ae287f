import { arSlutlig } from '@klubba/arende';
import { type Command, type Context, isRefusal, type Refusal, refuse, seal, streamId, unknownCase, uphold, warning } from '@klubba/kernel';
import { arAllvarlig, beslutetsLagrum, provaDatum } from '@klubba/lagrum';
import type { LexSarahEvent } from './lexsarah.events';
import { anmalsForst, efter, type Funnet, lagrumFor, type LexSarahHinder, ofullstandig, stopp } from './lexsarah.regler';
import { attRedovisa, bedomningen, FORE_BEDOMNING, type Lage, type Lexparagraf, saknade, skedet, utanVerkan, vantarKomplettering, vantarSvar, type Verkan } from './lexsarah.skede';

type Paragrafen = Omit<Lexparagraf, 'verkan' | 'beslutstyp'>;
export type UppfoljningCommand =
  | Command<'PlaneraLexSarahAtgard', { text: string; ansvarig: string; senast: string }>
  | Command<'AvslutaLexSarahAtgard', { atgard: string; datum: string; utfall: 'gjord' | 'utgar'; text: string }>
  | Command<'PlaneraLexSarahUppfoljning', { planerad: string }>
  | Command<'FoljUppLexSarah', { datum: string; resultat: string }>
  /** Given by a reaction when an item on the case has got its §. */
  | Command<'NoteraLexSarahParagraf', Paragrafen & { beslutstyp: string }>
  /** `paragrafen`: the § in the nämnd, put there by prepare; `egen`, that its item is on this case alone. */
  | Command<'RedovisaLexSarah', { punkt: string; paragrafen?: Paragrafen & { readonly beslutstyp: string; readonly egen: boolean } }>
  | Command<'AvslutaLexSarah', { datum: string }>;
type Of<T extends UppfoljningCommand['type']> = Extract<UppfoljningCommand, { type: T }>;
type Utfall = readonly LexSarahEvent[] | Refusal<LexSarahHinder>;

/** Measures, the follow-up, and what the nämnd is told: the loop closes there (F6). */
export const decideUppfoljning = (command: UppfoljningCommand, lage: Lage, { id, by, command: given }: Context): Utfall => {
  const kid = `lexsarah:${id}`;
  switch (command.type) {
    case 'PlaneraLexSarahAtgard': {
      const { text, ansvarig, senast } = command.data;
      const fel = provaDatum(senast) ?? efter('Åtgärden', senast, 'rapporten', lage.rapport.mottagen);
      return fel ? { hinder: [fel] } : [{ type: 'LexSarahAtgardPlanerad', data: { atgard: streamId('atgard', by, given), text: seal(kid, text), ansvarig, senast } }];
    }
    case 'AvslutaLexSarahAtgard': {
      const { atgard, datum, utfall, text } = command.data;
      const den = lage.atgarder.find((en) => en.id === atgard);
      if (den === undefined) return refuse('ATGARDEN_FINNS_INTE', 'Åtgärden finns inte.');
      if (den.avslutad !== undefined) return refuse('ATGARDEN_AR_AVSLUTAD', `Åtgärden avslutades ${den.avslutad}.`);
      return [{ type: 'LexSarahAtgardGjord', data: { atgard, datum, utfall, text: seal(kid, text) } }];
    }
    case 'PlaneraLexSarahUppfoljning': return decidePlanera(command, lage, kid);
    case 'FoljUppLexSarah': {
      const { datum, resultat } = command.data;
      if (skedet(lage) !== 'UPPFOLJNING') return refuse('EJ_I_UPPFOLJNING', 'Uppföljningen görs när utredningen är beslutad, IVO har avslutat det som anmälts och en dag är planerad.');
      if (lage.uppfoljning?.gjord !== undefined) return refuse('REDAN_UPPFOLJD', `Uppföljningen gjordes ${lage.uppfoljning.gjord}.`);
      const { planerad } = lage.uppfoljning!;
      const weighed = uphold<LexSarahHinder>(command, kid, [efter('Uppföljningen', datum, 'beslutet', lage.beslutad?.datum), datum < planerad && warning('UPPFOLJNING_I_FORTID', `Uppföljningen är planerad till ${planerad}.`)]);
      return isRefusal(weighed) ? weighed : [{ type: 'LexSarahUppfoljd', data: { datum, resultat: seal(kid, resultat), ...weighed } }];
    }
    case 'NoteraLexSarahParagraf': {
      const paragraf = command.data;
      if (lage.paragrafer.some(({ punkt }) => punkt === paragraf.punkt)) return [];
      const verkan = verkanAv(lage, paragraf.beslutstyp);
      const bedomning = lage.bedomd?.bedomning;
      return [{ type: 'LexSarahBehandlad', data: { ...paragraf, verkan, ...(verkan === 'beslut' && bedomning !== undefined && { bedomning, lagrum: beslutetsLagrum(bedomning, lage.rapport.lag, lage.rapport.mottagen) }) } }];
    }
    case 'RedovisaLexSarah': return decideRedovisa(command, lage, kid);
    case 'AvslutaLexSarah': return decideAvsluta(command, lage, kid);
    default: return unknownCase(command);
  }
};

/** The nämnd decides what no delegate has decided; otherwise it is told of the decision, and then of the follow-up. */
const verkanAv = (lage: Lage, beslutstyp: string): Verkan => {
  if (utanVerkan(beslutstyp)) return 'ingen';
  const { rapport, bedomd, beslutad, struken, avslutad, uppfoljning, redovisat } = lage;
  if (struken === undefined && avslutad === undefined && rapport.regi === 'kommunal' && bedomd !== undefined && beslutad === undefined && arSlutlig(beslutstyp)) return 'beslut';
  const vantar = attRedovisa(lage);
  if (vantar === undefined) return 'ingen';
  // One § that tells of the follow-up tells of the decision too.
  return beslutad !== undefined && uppfoljning?.gjord !== undefined && !redovisat.uppfoljning ? 'uppfoljning' : 'anmalan_av_beslut';
};

const decidePlanera = (command: Of<'PlaneraLexSarahUppfoljning'>, lage: Lage, kid: string): Utfall => {
  const { planerad } = command.data;
  const ingenDag = provaDatum(planerad);
  if (ingenDag !== undefined) return { hinder: [ingenDag] };
  const bedomning = bedomningen(lage);
  const weighed = uphold<LexSarahHinder>(command, kid, [
    anmalsForst(lage), lage.beslutad === undefined && stopp('EJ_BESLUTAD', 'Uppföljningen planeras när utredningen är beslutad.'), efter('Uppföljningen', planerad, 'beslutet', lage.beslutad?.datum),
    lage.uppfoljning?.gjord !== undefined && stopp('REDAN_UPPFOLJD', `Uppföljningen gjordes ${lage.uppfoljning.gjord}.`),
    bedomning !== undefined && bedomning !== 'EJ_MISSFORHALLANDE' && lage.atgarder.length === 0 && warning('ATGARDSPLAN_SAKNAS', `Ingen åtgärd är planerad. Missförhållandet ska avhjälpas eller undanröjas (${lagrumFor(lage, 'utredning')}).`, lagrumFor(lage, 'utredning')),
  ]);
  return isRefusal(weighed) ? weighed : [{ type: 'LexSarahUppfoljningPlanerad', data: { planerad, ...weighed } }];
};

/** Many decisions are told of in one §, without the individuals; a grave one has an item of its own. */
const decideRedovisa = (command: Of<'RedovisaLexSarah'>, lage: Lage, kid: string): Utfall => {
  const { paragrafen } = command.data;
  if (paragrafen === undefined) return refuse('PARAGRAFEN_FINNS_INTE', 'Paragrafen finns inte i nämnden.');
  const { egen, beslutstyp, ...paragraf } = paragrafen;
  if (lage.paragrafer.some(({ punkt, verkan }) => punkt === paragraf.punkt && verkan !== 'ingen')) return [];
  const verkan = verkanAv(lage, beslutstyp);
  if (verkan === 'ingen' || verkan === 'beslut') return refuse('INGET_ATT_REDOVISA', 'Det finns inget beslut och ingen uppföljning som nämnden inte har fått veta, eller så tog nämnden inte upp punkten.');
  const bedomning = bedomningen(lage);
  const weighed = uphold<LexSarahHinder>(command, kid, [
    efter('Paragrafen', paragraf.datum, verkan === 'uppfoljning' ? 'uppföljningen' : 'beslutet', verkan === 'uppfoljning' ? lage.uppfoljning?.gjord : attRedovisa(lage)?.dag),
    bedomning !== undefined && arAllvarlig(bedomning) && !egen && warning('ALLVARLIG_SAMLAD', 'Ett allvarligt missförhållande anmäls till nämnden som en punkt för sig.'),
  ]);
  return isRefusal(weighed) ? weighed : [{ type: 'LexSarahRedovisad', data: { ...paragraf, verkan, ...weighed } }];
};

/** All that F6 asks before the case is closed, told at once, the gravest first. */
const decideAvsluta = (command: Of<'AvslutaLexSarah'>, lage: Lage, kid: string): Utfall => {
  const { datum } = command.data;
  const { rapport: { regi }, bedomd, beslutad, anmald, ivo, uppfoljning, redovisat, atgarder, incident } = lage;
  const utredning = lagrumFor(lage, 'utredning');
  const egen: readonly Funnet[] = regi === 'enskild' ? [] : [
    bedomd !== undefined && !bedomd.snabb && ofullstandig([...saknade(lage, FORE_BEDOMNING), ...(bedomd.bedomning === 'EJ_MISSFORHALLANDE' || atgarder.length > 0 ? [] : saknade(lage, ['forebyggande']))]),
    bedomd !== undefined && beslutad === undefined && stopp('EJ_BESLUTAD', 'Utredningen är inte beslutad.'),
    uppfoljning?.gjord === undefined && stopp('UPPFOLJNING_SAKNAS', 'Åtgärderna är inte uppföljda.'),
    !redovisat.uppfoljning && stopp('EJ_REDOVISAD', 'Uppföljningen är inte redovisad för nämnden.'),
  ];
  const weighed = uphold<LexSarahHinder>(command, kid, [
    anmalsForst(lage),
    bedomd === undefined && stopp('EJ_BEDOMD', `Rapporten är inte utredd. Varje rapport ska utredas (${utredning}).`, utredning),
    vantarKomplettering(lage) && stopp('KOMPLETTERING_SAKNAS', 'IVO har inte fått den färdiga utredningen.'),
    vantarSvar(lage) && stopp('IVO_VANTAR_SVAR', `IVO väntar på svar till ${ivo?.svarSenast ?? ''}.`),
    anmald !== undefined && ivo?.utfall !== 'avslutat' && stopp('IVO_HAR_INTE_BESLUTAT', 'IVO har inte avslutat ärendet.'),
    ...egen,
    regi === 'enskild' && !redovisat.beslut && stopp('EJ_REDOVISAD', 'Utförarens utredning är inte redovisad för nämnden.'),
    efter('Avslutet', datum, 'uppföljningen', uppfoljning?.gjord),
    atgarder.some(({ avslutad }) => avslutad === undefined) && warning('ATGARDER_OAVSLUTADE', 'Alla planerade åtgärder är inte avslutade.'),
    incident !== undefined && incident.avgjord === undefined && warning('INCIDENTEN_OAVGJORD', 'Personuppgiftsincidenten är inte avgjord (GDPR artikel 33).', 'GDPR art. 33'),
  ]);
  return isRefusal(weighed) ? weighed : [{ type: 'LexSarahAvslutad', data: { datum, ...weighed } }];
};

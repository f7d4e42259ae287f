import { type Command, type Hinder, isRefusal, type Refusal, uphold, seal } from '@klubba/kernel';
import { kravForBeslut, stod } from '@klubba/lagrum';
import type { SammantradeEvent } from './sammantrade.events';
import { provaRedanMed } from './sammantrade.jav.decider';
import { kallad, type Mote, type SammantradeHinder } from './sammantrade.mote.decider';
import { evolveNarvaro, provaAndring, tjanstgorandeVid } from './sammantrade.narvaro.decider';
import type { EJ_JAV } from './sammantrade.narvaro.events';
import { oppen } from './sammantrade.yrkanden.decider';

/** `varfor`: asked for when there was no jäv. `deltog`: the person took part in this decision, and `ingenKanKallas` in their place. */
export type JavsprovningCommand = Command<'ProvaJav', { punkt: string; person: string; jav: boolean; varfor?: (typeof EJ_JAV)[number]; deltog?: boolean; ingenKanKallas?: boolean; text?: string }>;

/** B4: a jäv that is disputed is decided by the nämnd (KL 6:30), which may disregard it (6:29) or find that an exception holds (6:31). */
export const decideJavsprovning = (command: JavsprovningCommand, mote: Mote): readonly SammantradeEvent[] | Refusal<SammantradeHinder> => {
  const { punkt: id, person, jav, varfor, deltog = false, ingenKanKallas = false, text } = command.data;
  const punkt = oppen(mote, id);
  if (isRefusal(punkt)) return punkt;
  const namn = kallad(mote, id);
  if (punkt.beslut !== undefined) return { hinder: [{ kod: 'REDAN_AVGJORD', allvar: 'STOPP', text: `Klubban har fallit i ${namn}. Jävsfrågan avgörs dessförinnan.` }] };
  if (!mote.narvaro.some((annan) => annan.person === person && annan.pass.length > 0)) return { hinder: [{ kod: 'EJ_ANTECKNAD', allvar: 'STOPP', text: `{person:${person}} är inte antecknad som närvarande.` }] };
  const kid = `paragraf:${id}`;
  const data = { punkt: id, klass: punkt.klass, person, jav, ...(varfor !== undefined && { varfor }), deltog, ...(text !== undefined && { text: seal(kid, text) }) };
  const andring = provaAndring(mote, evolveNarvaro(mote, { type: 'JavProvat', data }));
  if (isRefusal(andring)) return andring;

  const { citat, allvar } = stod('jav', mote.datum);
  const enligt = (kod: SammantradeHinder, vad: string, lagrum: string): Hinder<SammantradeHinder> => {
    const galler = mote.datum >= '2018-01-01' ? lagrum : citat;
    return { kod, allvar, text: `${vad} (${galler}).`, lagrum: galler };
  };
  const andra = tjanstgorandeVid(mote, id).filter((en) => en !== person).length;
  const beslutfora = andra >= kravForBeslut(mote.antalLedamoter);
  const passed = uphold<SammantradeHinder>(command, kid, [
    jav !== (varfor === undefined) && { kod: 'JAV_SKAL_STAMMER_INTE', allvar: 'STOPP', text: jav ? 'Den som är jävig är det utan skäl däremot.' : 'Ange varför jäv inte föreligger.' },
    deltog && (beslutfora || !ingenKanKallas) && enligt('JAVIG_DELTAR_I_JAVSFRAGAN', `{person:${person}} får delta i beslutet om jäv bara om nämnden annars inte är beslutför och ingen annan kan kallas in utan onödigt dröjsmål`, 'KL 6 kap. 30 §'),
    !deltog && !beslutfora && enligt('EJ_BESLUTFOR', `Nämnden är inte beslutför i jävsfrågan i ${namn}: ${andra} av ${mote.antalLedamoter} ledamöter är närvarande, minst ${kravForBeslut(mote.antalLedamoter)} krävs`, 'KL 6 kap. 27 §'),
    varfor === 'foretag_eller_stiftelse' && punkt.myndighetsutovning && enligt('FORETAGSUNDANTAG_EJ_TILLATET', 'Undantaget för kommunala företag och stiftelser gäller inte myndighetsutövning mot någon enskild', 'KL 6 kap. 31 §'),
    ...andring, ...(jav ? provaRedanMed(mote, id, person) : []),
  ]);
  return isRefusal(passed) ? passed : [{ type: 'JavProvat', data: { ...data, ...passed } }];
};

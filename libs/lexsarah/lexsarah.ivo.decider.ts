import { blank, type Command, type Context, isRefusal, type Refusal, refuse, seal, unknownCase, uphold, warning } from '@klubba/kernel';
import { arAllvarlig, type Bedomning, kompletteringSenast, provaKomplettering } from '@klubba/lagrum';
import type { LexSarahEvent, UTFORARENS } from './lexsarah.events';
import { behorig, efter, lagrumFor, type LexSarahHinder, ofullstandig, provaDagar, stopp, utforarens } from './lexsarah.regler';
import { bedomningen, behandladAvNamnden, type Beslutsfattare, FORE_BEDOMNING, type Lage, saknade, vantarKomplettering, vantarSvar } from './lexsarah.skede';
import type { LexSarahRutin } from './lexsarahrutin.projection';

export type IvoCommand =
  | Command<'AnmalLexSarah', { datum: string; satt: 'e_tjanst' | 'post'; kvitto: string; av?: Beslutsfattare; grund?: string; rutin: LexSarahRutin }>
  | Command<'KompletteraLexSarah', { datum: string; kvitto: string }>
  | Command<'NoteraIvosBeslut', { datum: string; utfall: 'avslutat' | 'krav'; svarSenast?: string; diarienummer?: string; text: string }>
  | Command<'BesvaraIvo', { datum: string; text: string }>
  | Command<'NoteraUtforarensLexSarah', { vad: (typeof UTFORARENS)[number]; datum: string; information: string; bedomning?: Bedomning; text?: string }>;
type Of<T extends IvoCommand['type']> = Extract<IvoCommand, { type: T }>;
type Utfall = readonly LexSarahEvent[] | Refusal<LexSarahHinder>;

/** What passes between the nämnd, IVO and a private provider. */
export const decideIvo = (command: IvoCommand, lage: Lage, { id, at }: Context): Utfall => {
  const kid = `lexsarah:${id}`;
  switch (command.type) {
    case 'AnmalLexSarah': return decideAnmal(command, lage, kid);
    case 'KompletteraLexSarah': return decideKomplettera(command, lage, kid);
    case 'NoteraIvosBeslut': {
      const { text, ...data } = command.data;
      if (lage.anmald === undefined) return refuse('EJ_ANMALD', 'Rapporten är inte anmäld till IVO.');
      const ordning = efter('IVO:s beslut', data.datum, 'anmälan', lage.anmald.datum);
      if (ordning) return { hinder: [ordning] };
      if (data.utfall === 'krav' && (data.svarSenast === undefined || data.svarSenast < data.datum)) return refuse('SVARSDAG_SAKNAS', 'Ange den dag då IVO senast ska ha svaret.');
      return [{ type: 'LexSarahProvadAvIvo', data: { ...data, text: seal(kid, text) } }];
    }
    case 'BesvaraIvo': {
      const { datum, text } = command.data;
      if (!vantarSvar(lage)) return refuse('INGET_ATT_BESVARA', 'IVO väntar inte på något svar.');
      const { datum: stalld, svarSenast } = lage.ivo!;
      const weighed = uphold<LexSarahHinder>(command, kid, [efter('Svaret', datum, 'IVO:s beslut', stalld), svarSenast !== undefined && datum > svarSenast && warning('SVARET_SENT', `Svaret skulle ha lämnats senast ${svarSenast}.`)]);
      return isRefusal(weighed) ? weighed : [{ type: 'LexSarahBesvarad', data: { datum, text: seal(kid, text), ...weighed } }];
    }
    case 'NoteraUtforarensLexSarah': return decideUtforarens(command, lage, kid, at);
    default: return unknownCase(command);
  }
};

/** A finished investigation is notified with it; before that, on the ground that it plainly is serious, and the investigation goes on (F6). */
const decideAnmal = (command: Of<'AnmalLexSarah'>, lage: Lage, kid: string): Utfall => {
  const { datum, satt, kvitto, av, grund, rutin } = command.data;
  const lagrum = lagrumFor(lage, 'anmalan');
  if (lage.anmald !== undefined) return refuse('REDAN_ANMALD', `Rapporten anmäldes till IVO ${lage.anmald.datum}.`);
  const utredningKlar = lage.beslutad !== undefined;
  const bedomning = bedomningen(lage);
  const weighed = uphold<LexSarahHinder>(command, kid, [
    utforarens(lage, 'ANNAN_HUVUDMAN'), efter('Anmälan till IVO', datum, 'beslutet', lage.beslutad?.datum),
    !utredningKlar && blank(grund) && stopp('GRUND_SAKNAS', `Utredningen är inte avslutad. Ange varför det är uppenbart att missförhållandet är allvarligt (${lagrum}).`, lagrum),
    !utredningKlar && av === undefined && !behandladAvNamnden(lage) && stopp('BESLUTSFATTARE_SAKNAS', `Ange vem som har beslutat om anmälan: nämnden har inte behandlat ärendet (${lagrum}).`, lagrum),
    !utredningKlar && av !== undefined && behorig('anmalan_ivo', av, rutin, datum),
    bedomning !== undefined && !arAllvarlig(bedomning) && warning('EJ_ALLVARLIGT', `Bara allvarliga missförhållanden/påtaglig risk för sådana ska anmälas (${lagrum}).`, lagrum),
  ]);
  if (isRefusal(weighed)) return weighed;
  return [{
    type: 'LexSarahAnmald',
    data: {
      datum, tidig: !utredningKlar, utredningKlar, lagrum, satt, kvitto: seal(kid, kvitto), ...(av !== undefined && { av }), ...(grund !== undefined && { grund: seal(kid, grund) }),
      ...(!utredningKlar && { kompletteringSenast: kompletteringSenast(datum).datum }), ...weighed,
    },
  }];
};

const decideKomplettera = (command: Of<'KompletteraLexSarah'>, lage: Lage, kid: string): Utfall => {
  const { datum, kvitto } = command.data;
  if (lage.anmald === undefined) return refuse('EJ_ANMALD', 'Rapporten är inte anmäld till IVO.');
  if (!vantarKomplettering(lage)) return refuse('REDAN_KOMPLETTERAD', 'IVO har redan den färdiga utredningen.');
  const weighed = uphold<LexSarahHinder>(command, kid, [
    utforarens(lage, 'ANNAN_HUVUDMAN'), lage.beslutad === undefined ? ofullstandig([...(lage.bedomd?.snabb === true ? [] : saknade(lage, FORE_BEDOMNING)), 'ställningstagandet som avslutade utredningen (i)']) : efter('Kompletteringen', datum, 'beslutet', lage.beslutad.datum),
    efter('Kompletteringen', datum, 'anmälan', lage.anmald.datum),
    provaKomplettering(lage.anmald.datum, datum),
  ]);
  return isRefusal(weighed) ? weighed : [{ type: 'LexSarahKompletterad', data: { datum, kvitto: seal(kid, kvitto), ...weighed } }];
};

/** 27:4 and 27:6 st.3: a private provider informs the nämnd of reports and of what it has notified. */
const decideUtforarens = (command: Of<'NoteraUtforarensLexSarah'>, lage: Lage, kid: string, at: string): Utfall => {
  const { vad, datum, information, bedomning, text } = command.data;
  const fel = provaDagar(at, information);
  if (fel !== undefined) return fel;
  if (lage.rapport.regi === 'kommunal') return refuse('EGEN_VERKSAMHET', 'Rapporten gäller nämndens egen verksamhet.');
  const weighed = uphold<LexSarahHinder>(command, kid, [
    efter('Nämndens information', information, 'det som hänt', datum),
    vad === 'utredning' && bedomning === undefined && stopp('BEDOMNING_SAKNAS', 'Ange utförarens bedömning.'),
    vad === 'anmalan_ivo' && lage.anmald !== undefined && stopp('REDAN_ANMALD', `Utföraren anmälde till IVO ${lage.anmald.datum}.`),
    vad === 'ivo_avslutat' && (lage.anmald === undefined ? stopp('EJ_ANMALD', 'Utföraren har inte anmält till IVO.') : efter('IVO:s beslut', datum, 'anmälan', lage.anmald.datum)),
  ]);
  if (isRefusal(weighed)) return weighed;
  return [{ type: 'LexSarahUtforarenMeddelad', data: { vad, datum, information, ...(vad === 'utredning' && bedomning !== undefined && { bedomning }), ...(text !== undefined && { text: seal(kid, text) }), ...weighed } }];
};

import { blank, type Command, type Context, isRefusal, noReason, type Refusal, refuse, seal, streamId, unknownCase, uphold } from '@klubba/kernel';
import { arAllvarlig, type Bedomning, beslutetsLagrum, provaLexSarahLagrum, provaUtredningsstart, provaUtredningstid, stod } from '@klubba/lagrum';
import type { LexSarahEvent } from './lexsarah.events';
import { behorig, efter, type Funnet, lagrumFor, type LexSarahHinder, ofullstandig, stopp, utforarens } from './lexsarah.regler';
import { type Beslutsfattare, type Dokumentationsdel, FORE_BEDOMNING, type Lage, saknade } from './lexsarah.skede';
import type { LexSarahRutin } from './lexsarahrutin.projection';

/** The nämnd's routine on the day, put there by prepare. */
type MedRutin = { readonly rutin: LexSarahRutin };
export type UtredningCommand =
  | Command<'NoteraLexSarahAtgard', { datum: string; tid: string; text: string }>
  | Command<'ForhandsbedomLexSarah', { datum: string; bedomning?: Bedomning; av: Beslutsfattare; text: string } & MedRutin>
  /** `javig`: tried by KL 7:4 and found so. */
  | Command<'UtseLexSarahUtredare', { datum: string; utredare: string; javig: boolean } & MedRutin>
  | Command<'AntecknaLexSarah', { del: Dokumentationsdel; datum: string; art: 'faktisk_omstandighet' | 'bedomning'; kalla: string; text: string; forfattare: string; titel: string; ersatter?: string }>
  | Command<'BedomLexSarah', { datum: string; bedomning: Bedomning; snabb?: boolean; sarskildaAtgarder?: boolean; av: Beslutsfattare; motivering: string; skal?: string } & MedRutin>
  | Command<'BeslutaLexSarah', { datum: string; av: Beslutsfattare; text: string } & MedRutin>
  | Command<'AterupptaLexSarah', { datum: string; skal: string }>;
type Of<T extends UtredningCommand['type']> = Extract<UtredningCommand, { type: T }>;
type Utfall = readonly LexSarahEvent[] | Refusal<LexSarahHinder>;

/** From what was done at once to the decision that ends the investigation. */
export const decideUtredning = (command: UtredningCommand, lage: Lage, context: Context): Utfall => {
  const kid = `lexsarah:${context.id}`;
  switch (command.type) {
    case 'NoteraLexSarahAtgard': {
      const { text, ...data } = command.data;
      return [{ type: 'LexSarahAtgardad', data: { ...data, text: seal(kid, text) } }];
    }
    case 'ForhandsbedomLexSarah': {
      const { rutin, text, ...data } = command.data;
      const weighed = uphold<LexSarahHinder>(command, kid, [utforarens(lage, 'UTFORAREN_UTREDER'), lage.bedomd !== undefined && stopp('REDAN_BEDOMD', `Utredningen är bedömd ${lage.bedomd.datum}.`), behorig('bedomning', data.av, rutin, data.datum)]);
      return isRefusal(weighed) ? weighed : [{ type: 'LexSarahForhandsbedomd', data: { ...data, text: seal(kid, text), ...weighed } }];
    }
    case 'UtseLexSarahUtredare': return decideUtse(command, lage, kid);
    case 'AntecknaLexSarah': return decideAnteckna(command, lage, context, kid);
    case 'BedomLexSarah': return decideBedom(command, lage, kid);
    case 'BeslutaLexSarah': return decideBesluta(command, lage, kid);
    case 'AterupptaLexSarah':
      if (blank(command.data.skal)) return noReason();
      if (lage.bedomd === undefined && lage.beslutad === undefined && lage.avslutad === undefined && lage.struken === undefined) return refuse('INGET_ATT_ATERUPPTA', 'Utredningen pågår.');
      return [{ type: 'LexSarahAteroppnad', data: { datum: command.data.datum, skal: seal(kid, command.data.skal) } }];
    default: return unknownCase(command);
  }
};

const decideUtse = (command: Of<'UtseLexSarahUtredare'>, lage: Lage, kid: string): Utfall => {
  const { datum, utredare, javig, rutin } = command.data;
  if (lage.utredare?.person === utredare) return [];
  const { mottagen, lag } = lage.rapport;
  const { allvar } = stod('jav', datum);
  const lagrum = datum < '2018-01-01' ? 'KL (1991:900) 6 kap. 24–27 §§' : 'KL 7 kap. 4 §';
  const weighed = uphold<LexSarahHinder>(command, kid, [
    utforarens(lage, 'UTFORAREN_UTREDER'),
    javig && { kod: 'UTREDAREN_JAVIG', allvar, text: `Utredaren är jävig och kan inte utreda rapporten (${lagrum}).`, lagrum },
    // Another investigator in the middle does not make the start later.
    lage.utredare === undefined && provaUtredningsstart(mottagen, datum, rutin.startDagar, lag),
  ]);
  return isRefusal(weighed) ? weighed : [{ type: 'LexSarahUtredareUtsedd', data: { datum, utredare, ...weighed } }];
};

const decideAnteckna = (command: Of<'AntecknaLexSarah'>, lage: Lage, { by, command: given }: Context, kid: string): Utfall => {
  const { kalla, text, forfattare, titel, ersatter, ...data } = command.data;
  if (lage.beslutad !== undefined) return refuse('REDAN_BESLUTAD', `Utredningen avslutades ${lage.beslutad.datum}. Återuppta den om något ska antecknas.`);
  if (ersatter !== undefined && !lage.anteckningar.some(({ id }) => id === ersatter)) return refuse('ANTECKNINGEN_FINNS_INTE', 'Anteckningen som ska ersättas finns inte, eller är redan ersatt.');
  return [{
    type: 'LexSarahAntecknad',
    data: { anteckning: streamId('anteckning', by, given), ...data, kalla: seal(kid, kalla), text: seal(kid, text), forfattare: seal(kid, forfattare), titel: seal(kid, titel), ...(ersatter !== undefined && { ersatter }) },
  }];
};

const decideBedom = (command: Of<'BedomLexSarah'>, lage: Lage, kid: string): Utfall => {
  const { datum, bedomning, snabb = false, sarskildaAtgarder = false, av, motivering, skal, rutin } = command.data;
  const { mottagen, lag } = lage.rapport;
  const utredning = lagrumFor(lage, 'utredning');
  const hinder: readonly Funnet[] = [
    utforarens(lage, 'UTFORAREN_UTREDER'),
    lage.beslutad !== undefined && stopp('REDAN_BESLUTAD', `Utredningen avslutades ${lage.beslutad.datum}. Återuppta den om bedömningen ska ändras.`),
    lage.bedomd !== undefined && blank(skal) && stopp('REDAN_BEDOMD', `Utredningen bedömdes redan ${lage.bedomd.datum}. Ange skäl om bedömningen ska ändras före beslutet.`),
    lage.utredare === undefined ? stopp('UTREDARE_SAKNAS', `Ingen har utsetts att utreda. Varje rapport ska utredas (${utredning}).`, utredning) : efter('Bedömningen', datum, 'uppdraget att utreda', lage.utredare.datum),
    snabb && bedomning !== 'EJ_MISSFORHALLANDE' && stopp('SNABBSTANGNING_GAR_INTE', 'Utredningen kan avslutas snabbt bara när det uppenbart inte är ett missförhållande och risken är avlägsen.', utredning),
    !snabb && ofullstandig(saknade(lage, FORE_BEDOMNING)),
    behorig('bedomning', av, rutin, datum),
    provaUtredningstid(mottagen, datum, rutin.utredningDagar, lag),
  ];
  const weighed = uphold<LexSarahHinder>(command, kid, hinder);
  if (isRefusal(weighed)) return weighed;
  return [{ type: 'LexSarahBedomd', data: { datum, bedomning, snabb, sarskildaAtgarder, av, motivering: seal(kid, motivering), ...(lage.bedomd !== undefined && skal !== undefined && { skal: seal(kid, skal) }), ...weighed } }];
};

/** The section is reckoned from the assessment, the law and the day of receipt; nobody types it (F1). */
const decideBesluta = (command: Of<'BeslutaLexSarah'>, lage: Lage, kid: string): Utfall => {
  const { datum, av, text, rutin } = command.data;
  if (lage.beslutad !== undefined) return refuse('REDAN_BESLUTAD', `Beslutet fattades redan ${lage.beslutad.datum}.`);
  const utforaren = utforarens(lage, 'UTFORAREN_UTREDER');
  if (utforaren) return { hinder: [utforaren] };
  if (lage.bedomd === undefined) return refuse('EJ_BEDOMD', 'Av beslutet ska framgå om det rapporterade är ett allvarligt missförhållande eller inte. Gör bedömningen först.', lagrumFor(lage, 'utredning'));
  const { bedomning, snabb } = lage.bedomd;
  const { mottagen, lag } = lage.rapport;
  const weighed = uphold<LexSarahHinder>(command, kid, [
    efter('Beslutet', datum, 'bedömningen', lage.bedomd.datum), !snabb && ofullstandig(saknade(lage, FORE_BEDOMNING)),
    provaLexSarahLagrum(text, bedomning, mottagen, true),
    behorig('beslut', av, rutin, datum), arAllvarlig(bedomning) && behorig('anmalan_ivo', av, rutin, datum),
  ]);
  if (isRefusal(weighed)) return weighed;
  return [{ type: 'LexSarahBeslutad', data: { datum, bedomning, lagrum: beslutetsLagrum(bedomning, lag, mottagen), av, text: seal(kid, text), ...weighed } }];
};

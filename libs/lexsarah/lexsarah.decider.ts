import { type Command, type Context, type Decider, isRefusal, type Refusal, refuse, unknownCase } from '@klubba/kernel';
import { lexSarahFacts, type LexSarahEvent } from './lexsarah.events';
import { decideIvo, type IvoCommand } from './lexsarah.ivo.decider';
import { decideRapport, decideTaEmot, type RapportCommand } from './lexsarah.rapport.decider';
import { efter, type LexSarahHinder, provaDagar } from './lexsarah.regler';
import { type Lage, lagetEfter } from './lexsarah.skede';
import { decideUppfoljning, type UppfoljningCommand } from './lexsarah.uppfoljning.decider';
import { decideUtredning, type UtredningCommand } from './lexsarah.utredning.decider';

export type LexSarahCommand = RapportCommand | UtredningCommand | IvoCommand | UppfoljningCommand;
/** A person whom the command names and nobody knows; put there by prepare. */
type Granskad = { readonly okandPerson?: true };

/** What may be said of a case that is closed, without opening it again. */
const EFTERAT: readonly LexSarahCommand['type'][] = [
  'AterupptaLexSarah', 'KategoriseraLexSarah', 'LankaLexSarah', 'TaBortLexSarahLank', 'NoteraLexSarahParagraf', 'NoteraPersonuppgiftsincident', 'AvgorPersonuppgiftsincident',
  'AvidentifieraLexSarah', 'DraInLexSarahAvgorande', 'LasInLexSarahHandling', 'AvslutaLexSarahAtgard',
];
/** And of one that is struck: what it had set going ends there. */
const STRUKEN: readonly LexSarahCommand['type'][] = ['AterupptaLexSarah', 'NoteraLexSarahParagraf', 'AvgorPersonuppgiftsincident', 'AvslutaLexSarahAtgard'];
/** As the hinder names it, where it is no later than the report. */
const VAD: Partial<Readonly<Record<LexSarahCommand['type'], string>>> = {
  AnmalLexSarah: 'Anmälan till IVO', BedomLexSarah: 'Bedömningen', BeslutaLexSarah: 'Beslutet', UtseLexSarahUtredare: 'Uppdraget att utreda', NoteraIvosBeslut: 'IVO:s beslut', ForhandsbedomLexSarah: 'Ställningstagandet', AvslutaLexSarah: 'Avslutet',
};

/** One report from receipt to the day the nämnd has heard of its effect (F6). */
export const lexsarah: Decider<LexSarahCommand, Lage | null, LexSarahEvent, LexSarahHinder> = {
  category: 'lexsarah',
  facts: lexSarahFacts,
  initialState: null,
  namnd: ({ type, data }) => (type === 'TaEmotLexSarah' ? data.namnd : null),

  decide(command, lage, context) {
    if ((command.data as Granskad).okandPerson === true) return refuse('PERSONEN_FINNS_INTE', 'Personen är inte registrerad.');
    if (command.type === 'TaEmotLexSarah') return decideTaEmot(command, lage, context);
    if (lage === null) return refuse('LEXSARAH_FINNS_INTE', 'Någon rapport enligt lex Sarah finns inte i ärendet.');
    return hindrad(command, lage, context) ?? vidare(command, lage, context);
  },
  evolve: lagetEfter,
};

const vidare = (command: Exclude<LexSarahCommand, { type: 'TaEmotLexSarah' }>, lage: Lage, context: Context): readonly LexSarahEvent[] | Refusal<LexSarahHinder> => {
  switch (command.type) {
    case 'KategoriseraLexSarah': case 'AterkallaLexSarah': case 'StrykLexSarah': case 'LankaLexSarah': case 'TaBortLexSarahLank': case 'NoteraPersonuppgiftsincident': case 'AvgorPersonuppgiftsincident':
    case 'AvidentifieraLexSarah': case 'DraInLexSarahAvgorande': case 'LasInLexSarahHandling':
      return decideRapport(command, lage, context);
    case 'NoteraLexSarahAtgard': case 'ForhandsbedomLexSarah': case 'UtseLexSarahUtredare': case 'AntecknaLexSarah': case 'BedomLexSarah': case 'BeslutaLexSarah': case 'AterupptaLexSarah':
      return decideUtredning(command, lage, context);
    case 'AnmalLexSarah': case 'KompletteraLexSarah': case 'NoteraIvosBeslut': case 'BesvaraIvo': case 'NoteraUtforarensLexSarah':
      return decideIvo(command, lage, context);
    case 'PlaneraLexSarahAtgard': case 'AvslutaLexSarahAtgard': case 'PlaneraLexSarahUppfoljning': case 'FoljUppLexSarah': case 'NoteraLexSarahParagraf': case 'RedovisaLexSarah': case 'AvslutaLexSarah':
      return decideUppfoljning(command, lage, context);
    default: return unknownCase(command);
  }
};

/** What holds for every command on a case: that it is open, and that things happen after the report and not tomorrow. */
const hindrad = ({ type, data }: Command, lage: Lage, { at }: Context): Refusal<LexSarahHinder> | undefined => {
  const namn = type as LexSarahCommand['type'];
  if (lage.struken !== undefined && !STRUKEN.includes(namn)) return refuse('AR_STRUKEN', `Rapporten ströks ${lage.struken.datum}: den utreds i ett annat ärende.`);
  if (lage.avslutad !== undefined && !EFTERAT.includes(namn)) return refuse('AR_AVSLUTAD', `Ärendet avslutades ${lage.avslutad}. Återuppta utredningen om något ska läggas till.`);
  const { datum } = data as { readonly datum?: string };
  // The § has happened whatever its day; what is read in is taken as it stands.
  if (datum === undefined || namn === 'NoteraLexSarahParagraf' || namn === 'LasInLexSarahHandling') return undefined;
  const fel = provaDagar(at, datum);
  if (fel !== undefined && isRefusal(fel)) return fel;
  const fore = efter(VAD[namn] ?? 'Dagen', datum, 'rapporten', lage.rapport.mottagen);
  return fore ? { hinder: [fore] } : undefined;
};

import { isRefusal } from '@klubba/kernel';
import { bedom, CHEF, docOf, given, gor, PARAGRAF, taEmot, x } from '../../test/exempel/lexsarah';
import type { LexSarahCommand } from './lexsarah.decider';
import { DOKUMENTATION, type LexSarahEvent } from './lexsarah.events';
import { varningarna } from './lexsarah.klockor';
import { bedomningen } from './lexsarah.skede';
import { type LexSarahRutin, UTAN_RUTIN } from './lexsarahrutin.projection';

describe('Tidslinjen i frö 004: rapport 2017-05-24, bedömning 06-21, utredare 09-28, utredning 2018-03-01, nämnd 03-21', () => {
  const chefen = { ...UTAN_RUTIN, delegater: [{ fraga: 'bedomning', befattning: 'forvaltningschef' }] } as const satisfies LexSarahRutin;
  /** Gives the commands in turn; every warning is passed, and told with what it said. */
  const spela = (...commands: readonly LexSarahCommand[]): { readonly events: readonly LexSarahEvent[]; readonly varnat: readonly string[] } => {
    const events: LexSarahEvent[] = [];
    const varnat: string[] = [];
    for (const [n, command] of commands.entries()) {
      const context = { command: x(900 + n) };
      let { outcome } = given(...events).when(command, context);
      if (isRefusal(outcome)) {
        for (const { allvar, kod, text } of outcome.hinder) varnat.push(`${allvar} ${kod}: ${text}`);
        ({ outcome } = given(...events).when({ ...command, skal: Object.fromEntries(outcome.hinder.map(({ kod }) => [kod, 'Så var det'])) } as LexSarahCommand, context));
      }
      if (isRefusal(outcome)) throw new Error(outcome.hinder[0].text);
      events.push(...outcome);
    }
    return { events, varnat };
  };
  const anteckna = DOKUMENTATION.slice(0, 8).map((del) => gor('AntecknaLexSarah', { del, datum: '2018-02-20', art: 'faktisk_omstandighet', kalla: 'Akten', text: 'Text', forfattare: 'Ulla Utredare', titel: 'utvecklare' }));
  const fore = [
    taEmot({ mottagen: '2017-05-24', rutin: chefen }), gor('ForhandsbedomLexSarah', { datum: '2017-06-21', av: CHEF, text: 'Ska utredas', rutin: chefen }), gor('UtseLexSarahUtredare', { datum: '2017-09-28', utredare: x(2), javig: false, rutin: chefen }), ...anteckna,
  ];
  const START = 'VARNING UTREDNINGEN_EJ_PABORJAD: Det gick 127 dagar från rapporten till att en utredare utsågs. Utredningen ska inledas utan dröjsmål (SoL (2001:453) 14 kap. 6 §).';
  it('F4: ger just varningarna om tiden, med rätt ord', () =>
    expect(spela(...fore, bedom('MISSFORHALLANDE', { datum: '2018-03-01', rutin: chefen })).varnat).toEqual([START, 'VARNING UTREDNINGEN_DROJER: Utredningen har pågått i 281 dagar. Den ska bedrivas utan dröjsmål (SoL (2001:453) 14 kap. 6 §).']));
  it('F6: nämndens beslut 2018-03-21 utan klassificering ger just den varningen till', () => {
    const { events } = spela(...fore, gor('NoteraLexSarahParagraf', { ...PARAGRAF, datum: '2018-03-21', beslutstyp: 'stalla_sig_bakom' }));
    expect(varningarna(docOf(...events), chefen, '2018-03-21').map(({ kod, text }) => `VARNING ${kod}: ${text}`)).toEqual([
      START, 'VARNING UTREDNINGEN_DROJER: Utredningen har pågått i 301 dagar. Den ska bedrivas utan dröjsmål (SoL (2001:453) 14 kap. 6 §).',
      'VARNING KLASSIFICERING_SAKNAS: Beslutet i § 46 anger inte om det rapporterade var ett allvarligt missförhållande eller inte.',
    ]);
    expect(bedomningen(docOf(...events).lage)).toBeUndefined();
  });
  it('F6: med bedömningen gjord före sammanträdet är beslutet nämndens, med lagrum ur den lag som gällde', () => {
    const { events } = spela(...fore, bedom('MISSFORHALLANDE', { datum: '2018-03-01', rutin: chefen }), gor('NoteraLexSarahParagraf', { ...PARAGRAF, datum: '2018-03-21', beslutstyp: 'stalla_sig_bakom' }));
    expect(docOf(...events).lage.beslutad).toEqual({ datum: '2018-03-21', bedomning: 'MISSFORHALLANDE', lagrum: 'SoL (2001:453) 14 kap. 6 §' });
    expect(varningarna(docOf(...events), chefen, '2018-06-01').map(({ kod }) => kod)).toEqual(['UTREDNINGEN_EJ_PABORJAD', 'UTREDNINGEN_DROJER']);
  });
});

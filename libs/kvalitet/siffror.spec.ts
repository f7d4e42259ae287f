import { type Kontrollslag, namn, provaSiffror, type Siffra, skrivTal, type Tal } from './siffror';
import { lasVarde } from './skrivet';

const tal = (skrivet: string): Tal => (lasVarde(skrivet) as { readonly varde: Tal }).varde;
/** Keys are the letters a, b, c …; the last is what is stated. */
const prova = (slag: Kontrollslag, ...skrivna: readonly (string | Partial<Siffra>)[]) => {
  const siffror = skrivna.map((en, i): Siffra => ({ nyckel: 'abcdefgh'[i]!, enhet: 'antal', ...(typeof en === 'string' ? { varde: tal(en) } : en) }));
  return provaSiffror(siffror, [{ slag, delar: siffror.slice(0, -1).map(({ nyckel }) => nyckel), mot: siffror.at(-1)!.nyckel }]);
};
const koder = (...args: Parameters<typeof prova>) => prova(...args).map(({ kod }) => kod);

describe('Siffror som stämmer eller inte', () => {
  it('H8: raderna är summan', () => {
    expect(koder('summa', '27', '39', '63', '90', '93', '312')).toEqual([]);
    expect(koder('summa', '0,1', '0,2', '0,3')).toEqual([]);
    expect(prova('summa', '1 111', '207', '1 408')).toEqual([{ kod: 'SUMMAN_STAMMER_INTE', allvar: 'VARNING', nycklar: ['a', 'b', 'c'], text: 'C stämmer inte: 1 111 + 207 = 1 318, redovisat 1 408.' }]);
  });
  it('H8: delar som kan överlappa är en upplysning', () => expect(prova('overlapp', '12', '11', '5', '23').map(({ kod, allvar }) => [kod, allvar])).toEqual([['DELARNA_OVERLAPPAR', 'INFO']]));
  it('H8: talet i texten är talet i tabellen, och dagen i texten dagen i förlagan', () => {
    expect(koder('text_tabell', '7', '7,0')).toEqual([]);
    expect(prova('text_tabell', '5', '7')[0]!.text).toBe('B stämmer inte: 5 i texten, 7 i tabellen.');
    expect(koder('text_tabell', { dag: '2017-05-17' }, { dag: '2017-05-24' })).toEqual(['TEXT_MOT_TABELL']);
    expect(koder('text_tabell', { dag: '2017-05-24' }, { dag: '2017-05-24' })).toEqual([]);
    expect(koder('text_tabell', { dag: '2017-05-24' }, '24')).toEqual(['GAR_INTE_ATT_KONTROLLERA']);
  });
  it('H8: in + nya − avslutade är vad som är kvar', () => {
    const siffror: readonly Siffra[] = [['vid_månadens_början', '228'], ['nya', '40'], ['avslutade', '42'], ['pågående_utredningar', '227']].map(([nyckel, skrivet]) => ({ nyckel: nyckel!, varde: tal(skrivet!), enhet: 'antal' }));
    expect(provaSiffror(siffror, [{ slag: 'flode', delar: siffror.slice(0, 3).map(({ nyckel }) => nyckel), mot: 'pågående_utredningar' }])[0]!.text).toBe('Pågående utredningar stämmer inte: 228 + 40 − 42 = 226, redovisat 227.');
    expect(koder('flode', '24', '9', '5', '28')).toEqual([]);
  });
  it.each([['133', '205', '65', []], ['6', '14', '43', []], ['31', '41', '75', ['ANDELEN_STAMMER_INTE']], ['1', '8', '12', []], ['1', '8', '13', []], ['0', '0', '0', ['ANDELEN_STAMMER_INTE']]])('H8: andelen %s av %s är %s, ±0,5', (del, hel, procent, vantat) =>
    expect(koder('andel', del, hel, procent)).toEqual(vantat));
  it('H8: förändringen i procent, åt båda hållen', () => {
    expect(prova('forandring', '1 178', '1 400', '8,5')[0]!.text).toBe('C stämmer inte: från 1 178 till 1 400 är 18,8 %, redovisat 8,5.');
    expect(koder('forandring', '75', '85', '13')).toEqual([]);
    expect(koder('forandring', '100', '80', '−20')).toEqual([]);
  });
  it('H8: kvoten är så noga som den är skriven', () => {
    expect(koder('kvot', '359', '167', '2,15')).toEqual([]);
    expect(koder('kvot', '4 915 842', '604', '8 139')).toEqual([]);
    expect(koder('kvot', '4 915 842', '604', '8 140')).toEqual(['KVOTEN_STAMMER_INTE']);
  });
  it('H8: drygt 300 är 312, och cirka 280 är 285', () => {
    expect([koder('drygt', '312', '300'), koder('cirka', '285', '280')]).toEqual([[], []]);
    expect([koder('drygt', '299', '300'), koder('drygt', '330', '300'), koder('cirka', '300', '280')]).toEqual([['UNGEFARLIGT_TAL'], ['UNGEFARLIGT_TAL'], ['UNGEFARLIGT_TAL']]);
  });
  it('H8: de placerade är inte fler än platserna', () => expect([koder('kapacitet', '6', '6'), koder('kapacitet', '7', '6')]).toEqual([[], ['FLER_AN_PLATSERNA']]));
  it('H8: dagarna i sin ordning', () => {
    expect(koder('datumordning', { dag: '2018-02-27' }, { dag: '2018-02-27' })).toEqual([]);
    expect(prova('datumordning', { dag: '2018-03-22' }, { dag: '2018-03-21' })[0]!.text).toBe('A är daterad 2018-03-22, efter b 2018-03-21. Kontrollera datum.');
    expect(koder('datumordning', '1', '2')).toEqual(['GAR_INTE_ATT_KONTROLLERA']);
  });
  it('H8: ett mål som sägs vara nått är det', () => {
    expect([koder('mal_hogst', '97', '90'), koder('mal_hogst', '90', '90'), koder('mal_minst', '9', '10'), koder('mal_minst', '10', '10')]).toEqual([['MALET_NAS_INTE'], [], ['MALET_NAS_INTE'], []]);
  });
  it('H8: varje tal har sin enhet, och jämförs i samma enhet och för samma år', () => {
    expect(provaSiffror([{ nyckel: 'ibland_delaktig', varde: tal('21') }], [])[0]!.text).toBe('Ibland delaktig: 21 saknar enhet.');
    expect(koder('text_tabell', { varde: tal('5'), ar: 2017 }, { varde: tal('5'), ar: 2018 })).toEqual(['OLIKA_AR']);
    expect(koder('summa', { varde: tal('5'), enhet: 'tkr' }, { varde: tal('5'), enhet: 'kronor' })).toEqual(['OLIKA_ENHET']);
    expect(koder('forandring', { varde: tal('75'), ar: 2020 }, { varde: tal('85'), ar: 2021 }, { varde: tal('13'), enhet: 'procent' })).toEqual([]);
  });
  it('H8: en uppgift som saknas är inte noll', () => {
    expect(koder('andel', { saknas: 'uppgift_saknas' }, '15', { saknas: 'uppgift_saknas' })).toEqual([]);
    expect(prova('andel', { saknas: 'uppgift_saknas' }, '15', '40')[0]!).toMatchObject({ kod: 'GAR_INTE_ATT_KONTROLLERA', allvar: 'INFO' });
    expect(provaSiffror([], [{ slag: 'summa', delar: ['x'], mot: 'y' }]).map(({ kod }) => kod)).toEqual(['GAR_INTE_ATT_KONTROLLERA']);
  });
  it('H6: en cell som är utelämnad för att färre än fem har svarat går inte att räkna ut ur summan', () => {
    expect(koder('summa', { saknas: 'for_fa_svar' }, '20', '23')).toEqual(['CELLEN_GAR_ATT_RAKNA_UT']);
    expect(koder('summa', { saknas: 'for_fa_svar' }, { saknas: 'for_fa_svar' }, '23')).toEqual(['GAR_INTE_ATT_KONTROLLERA']);
  });
});

describe('Tal som de skrivs', () => {
  it.each([['36,3', 363, 1], ['4 915 842', 4915842, 0], ['−4 867', -4867, 0], ['-4867', -4867, 0], ['67 %', 67, 0], ['44%', 44, 0], ['0', 0, 0], ['+8,5', 85, 1]])('H8: %s', (skrivet, heltal, decimaler) => expect(lasVarde(skrivet)).toEqual({ varde: { tal: heltal, decimaler } }));
  it.each(['u.s.', 'US', ' Uppgift saknas '])('H8: %s är en uppgift som saknas', (skrivet) => expect(lasVarde(skrivet)).toEqual({ saknas: 'uppgift_saknas' }));
  it('H8: en etta som avlästes som en bokstav läses, och ska bekräftas', () => expect([lasVarde('I4'), lasVarde('2l %')]).toEqual([{ varde: { tal: 14, decimaler: 0 }, osaker: true }, { varde: { tal: 21, decimaler: 0 }, osaker: true }]));
  it.each(['', 'många', '1 23', '12,', '1,23456', '12 av 14', '9999999999999999'])('%j är inget värde', (skrivet) => expect(lasVarde(skrivet)).toBeUndefined());
  it('skrivs som de lästes', () => expect([{ tal: 1408, decimaler: 0 }, { tal: 5, decimaler: 2 }, { tal: -4867, decimaler: 0 }, { tal: -5, decimaler: 1 }].map(skrivTal)).toEqual(['1 408', '0,05', '−4 867', '−0,5']));
  it('en nyckel är ett namn', () => expect(namn('pågående_utredningar')).toBe('Pågående utredningar'));
});

import { seal, type Table } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { delegationslista, type DelegationslistaCommand } from './delegationslista.decider';
import type { DelegationslistaEvent } from './delegationslista.events';
import { lasBeslutslista } from './delegationslista.lasning';
import { lasGrans, lasOrdning } from './delegationsordning.lasning';
import { tabellenUr } from '@klubba/namnd';

const tabell = (...rader: readonly (readonly string[])[]): Table => ({ rows: rader.map((cells, i) => ({ row: i + 1, cells })), merged: [] });
const id = '00000000-0000-4000-8000-0000000000aa';
const x = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const { given } = specify(delegationslista, { id });

describe('En lista över beslut', () => {
  const RUBRIKER = ['Beslutsdatum', 'Punkt', 'Delegat', 'Beslutsfattare', 'Dnr', 'Beslut', 'Utfall', 'Belopp'];
  it('läses rad för rad efter sina rubriker', () =>
    expect(lasBeslutslista(tabell(['Beslut oktober'], RUBRIKER, ['2026-10-02', '2.1', 'Enhetschef', 'Rut Påhittad', 'SN/2026:14', 'Hemtjänst', 'Avslag', '1 200 kr']))).toMatchObject({
      antal: 1, fel: [], rader: [{ rad: 3, datum: '2026-10-02', nummer: '2.1', delegat: { slag: 'tjansteman', titel: 'Enhetschef', namn: 'Rut Påhittad' }, diarienummer: 'SN/2026:14', beslut: 'Hemtjänst', utfall: 'avslag', belopp: 1200 }],
    }));
  it('säger varje fel med rad och kolumn', () =>
    expect(lasBeslutslista(tabell(RUBRIKER, ['2026-02-31', '2.1', '', '', '', 'Hemtjänst', 'kanske', 'mycket'], ['2026-10-02', '', 'Enhetschef', '', '', '', '', ''])).fel).toMatchObject([
      { rad: 2, kolumn: 'Beslutsdatum', kod: 'DATUM_HAR_FEL_FORM' }, { rad: 2, kolumn: 'Delegat', kod: 'DELEGAT_SAKNAS' }, { rad: 2, kolumn: 'Utfall', kod: 'UTFALLET_OKANT' }, { rad: 2, kolumn: 'Belopp', kod: 'BELOPPET_HAR_FEL_FORM' },
      { rad: 3, kolumn: 'Beslut', kod: 'BESLUT_SAKNAS' }, { rad: 3, kolumn: 'Punkt', kod: 'NUMMER_SAKNAS' },
    ]));
  it('utan kolumner, med sammanslagna celler eller med personnummer läses inte', () => {
    expect(lasBeslutslista(tabell(['Datum', 'Dnr'], ['2026-10-02', 'SN/2026:14'])).fel).toMatchObject([{ kod: 'KOLUMNER_SAKNAS', text: expect.stringContaining('Delegat, Beslut') as string }]);
    expect(lasBeslutslista({ ...tabell(RUBRIKER, ['2026-10-02', '2.1', 'Enhetschef', '', '', 'Hemtjänst', '', '']), merged: [{ ref: 'A2:A3', from: 2, to: 3 }] }).fel).toMatchObject([{ kod: 'SAMMANSLAGNA_CELLER' }]);
    expect(lasBeslutslista(tabell(RUBRIKER, ['2026-10-02', '2.1', 'Enhetschef', '', '', 'Hemtjänst åt 19811228-9874', '', ''], ['2026-10-03', '2.1', 'Enhetschef', '', '', 'Hemtjänst', '', ''], ['2026-10-04', '2.1', 'Enhetschef', '', '', 'Hemtjänst', '', ''])).fel).toMatchObject([{ kod: 'PERSONNUMMER_LASES_INTE' }]);
  });
  it('brådskande beslut och utskottets känns igen', () =>
    expect(lasBeslutslista(tabell(['Datum', 'Punkt', 'Delegat', 'Beslut', 'Grund'], ['2026-10-02', '', 'Ordförande', 'Avtal', 'Brådskande, KL 6:39'], ['2026-10-02', '4.2', 'Individutskottet', 'Placering', ''])).rader).toMatchObject([{ grund: 'bradskande', delegat: { slag: 'ordforande' } }, { delegat: { slag: 'utskott' } }]));
});

describe('En delegationsordning i en fil', () => {
  const RUBRIKER = ['Nr', 'Ärende', 'Lagrum', 'Delegat', 'Ersättare', 'Gräns', 'Vidaredelegation', 'Anmäls'];
  it('läses punkt för punkt; en rubrik bland raderna är ingen punkt', () =>
    expect(lasOrdning(tabell(['Delegationsordning'], RUBRIKER, ['', 'Äldre', '', '', '', '', '', ''], ['2.1', 'Hemtjänst', 'SoL 11:1', 'Enhetschef / biträdande enhetschef', '', '50 % av prisbasbeloppet', 'nej', 'ja']))).toMatchObject({
      fel: [], rader: [{ rad: 4, punkt: { nummer: '2.1', arendegrupp: 'Hemtjänst', lagrum: 'SoL 11:1', delegater: [{ titel: 'Enhetschef' }, { titel: 'biträdande enhetschef' }], granser: [{ slag: 'procent_av_prisbasbelopp', hogst: 50 }], vidaredelegation: false, anmals: true } }],
    }));
  it('säger var numret, ärendet eller delegaten saknas', () =>
    expect(lasOrdning(tabell(RUBRIKER, ['2.1', 'Hemtjänst', '', '', '', '', '', ''], ['', 'Bistånd', '', 'Enhetschef', '', '', 'kanske', ''])).fel).toMatchObject([{ rad: 2, kod: 'DELEGAT_SAKNAS' }, { rad: 3, kod: 'NUMMER_SAKNAS' }, { rad: 3, kod: 'VARKEN_JA_ELLER_NEJ' }]));
  it.each([['Högst 50 000 kr', 'kronor', 50_000], ['0,5 prisbasbelopp', 'procent_av_prisbasbelopp', 50], ['ett halvt prisbasbelopp', 'procent_av_prisbasbelopp', 50], ['20 procent av prisbasbeloppet', 'procent_av_prisbasbelopp', 20]] as const)('gränsen ”%s” är %s %i', (text, slag, hogst) => expect(lasGrans(text)).toEqual({ granser: [{ slag, hogst }], rest: '' }));
  it('en gräns i andra ord står kvar som villkor', () => expect(lasGrans('inom budget')).toEqual({ granser: [], rest: 'inom budget' }));
  it('i ett dokument är dess tabeller en lista; celler över flera rader sägs', () => {
    const cell = (row: number, column: number, text: string, merged?: 'rows' | 'columns') => ({ text, cell: { table: 1, row, column, ...(merged && { merged }) } });
    const last = tabellenUr([{ text: 'Rubrik' }, cell(1, 1, 'Nr'), cell(1, 2, 'Ärende'), cell(1, 3, 'Delegat'), cell(2, 1, '2.1'), cell(2, 2, 'Hemtjänst'), cell(2, 2, 'enligt riktlinjer'), cell(2, 3, 'Enhetschef')]);
    expect(last.rows).toEqual([{ row: 1, cells: ['Nr', 'Ärende', 'Delegat'] }, { row: 2, cells: ['2.1', 'Hemtjänst\nenligt riktlinjer', 'Enhetschef'] }]);
    expect(tabellenUr([cell(2, 1, '2.1', 'rows')]).merged).toHaveLength(1);
  });
});

describe('Listan i loggen', () => {
  const s = <T>(value: T) => seal(`delegationslista:${id}`, value);
  const las: DelegationslistaCommand = { type: 'LasInDelegationsbeslut', data: { namnd: x(1), fran: '2026-10-01', till: '2026-10-31', antal: 2, avvikande: 0, lika: 0, kalla: 'Verksamhetssystemet', hash: 'a'.repeat(64), beslut: [x(10), x(11)] } };
  const last: readonly DelegationslistaEvent[] = [
    { type: 'DelegationslistaInlast', data: { namnd: x(1), fran: '2026-10-01', till: '2026-10-31', antal: 2, avvikande: 0, kalla: s('Verksamhetssystemet'), hash: 'a'.repeat(64) } }, { type: 'DelegationslistansBeslut', data: { beslut: [x(10), x(11)] } },
  ];
  it('gör alla sina beslut sanna på en gång', () => given().when(las).then(...last));
  it('varnar för rader som bryter mot reglerna, och för rader som är lika', () => given().when({ ...las, data: { ...las.data, avvikande: 2, lika: 1 } } as DelegationslistaCommand).thenWarned('RADER_MED_BROTT', 'LIKA_RADER'));
  it('stryks med sina beslut, tills den är anmäld', () => {
    const stryk: DelegationslistaCommand = { type: 'StrykDelegationslista', data: { skal: 'Fel månad' } };
    given(...last).when(stryk).then({ type: 'DelegationslistaStruken', data: { skal: s('Fel månad') } }, { type: 'DelegationslistansBeslutStrukna', data: { beslut: [x(10), x(11)] } });
    const paragraf = { punkt: x(5), sammantrade: x(6), ar: 2026, nr: 40, datum: '2026-11-04' };
    given(...last, { type: 'DelegationslistaAnmald', data: paragraf }).when(stryk).thenRefused('REDAN_ANMALD');
    given(...last).when({ type: 'NoteraListanAnmald', data: paragraf }).then({ type: 'DelegationslistaAnmald', data: paragraf });
  });
  it('som bara är bifogad är en handling med period, antal och hash', () => {
    const bifoga: DelegationslistaCommand = { type: 'BifogaDelegationslista', data: { namnd: x(1), fran: '2026-10-01', till: '2026-10-31', antal: 214, handling: x(7), fil: { namnd: x(1), version: 1, hash: 'b'.repeat(64) } } };
    given().when(bifoga).then({ type: 'DelegationslistaBifogad', data: { namnd: x(1), fran: '2026-10-01', till: '2026-10-31', antal: 214, handling: x(7), version: 1, hash: 'b'.repeat(64) } });
    given().when({ type: 'BifogaDelegationslista', data: { namnd: x(1), fran: '2026-10-01', till: '2026-10-31', antal: 214, handling: x(7) } }).thenRefused('HANDLINGEN_FINNS_INTE');
    given().when({ ...bifoga, data: { ...bifoga.data, till: '2026-09-01' } } as DelegationslistaCommand).thenRefused('PERIODEN_BAKLANGES');
  });
});

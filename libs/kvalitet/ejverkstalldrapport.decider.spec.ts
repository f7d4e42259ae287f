import { seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { ejverkstalldrapport, type EjverkstalldrapportCommand, grupperade, type Radunderlag, RAPPORTRADER_MAX } from './ejverkstalldrapport.decider';
import type { EjverkstalldrapportEvent } from './ejverkstalldrapport.events';
import { rapporternasKlockor, saknadeMottagare } from './ejverkstalldrapport.projection';
import { insatslista, type LasInInsatsbeslut } from './insatslista.decider';
import { lasInsatslista } from './insatslista';

const x = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const { given } = specify(ejverkstalldrapport, { id: `${x(1)}-2026`, at: '2026-12-30T12:00:00.000Z' });
const s = <T>(value: T) => seal(`ejverkstalldrapport:${x(1)}`, value);
const underlag: readonly Radunderlag[] = [
  { beslut: x(5), fran: '2026-01-30', slag: 'ej_verkstallt', dagar: 151, lag: 'SoL', insats: 'kontaktfamilj' }, { beslut: x(6), fran: '2026-02-01', slag: 'ej_verkstallt', dagar: 149, lag: 'SoL', insats: 'kontaktfamilj' },
  { beslut: x(7), fran: '2026-01-02', slag: 'verkstallt_sent', till: '2026-05-04', dagar: 122, lag: 'LSS', insats: 'ledsagning' },
];
const grupper = [{ lag: 'LSS', insats: 'ledsagning', slag: 'verkstallt_sent', antal: 1, dagar: 122 }, { lag: 'SoL', insats: 'kontaktfamilj', slag: 'ej_verkstallt', antal: 2, dagar: 300 }] as const;
const rapportera = (over: object = {}, skal?: Record<string, string>): EjverkstalldrapportCommand => ({ type: 'RapporteraEjVerkstallda', ...(skal && { skal }), data: { namnd: x(1), ar: 2026, kvartal: 2, mottagare: 'ivo', datum: '2026-07-10', underlag, omgivning: { namnd: true }, ...over } });
const rader = underlag.map(({ lag: _l, insats: _i, ...rad }) => rad);
const rapporterad = (over: object = {}): EjverkstalldrapportEvent => ({ type: 'EjVerkstalldaRapporterade', data: { namnd: x(1), ar: 2026, kvartal: 2, mottagare: 'ivo', datum: '2026-07-10', rader, grupper, antal: 3, ...over } });

describe('Kvartalets rapport', () => {
  it('H3: tre utskick, var och ett med sin dag; siffrorna till fullmäktige räknas ur samma rader', () => {
    given().when(rapportera()).then(rapporterad());
    given(rapporterad()).when(rapportera({ mottagare: 'revisorerna' })).then(rapporterad({ mottagare: 'revisorerna' }));
    given(rapporterad()).when(rapportera({ mottagare: 'fullmaktige' })).then(rapporterad({ mottagare: 'fullmaktige' }));
    expect(grupperade(underlag)).toEqual(grupper);
  });
  it('H3: samma rader till revisorerna som till IVO; annars varnas det', () => {
    given(rapporterad()).when(rapportera({ mottagare: 'revisorerna', underlag: underlag.slice(1) })).thenWarned('RADERNA_SKILJER_SIG');
    const medVistelse = [...underlag, { ...underlag[0]!, beslut: x(9), vistelsekommun: true }];
    expect(given(rapporterad({ mottagare: 'revisorerna' })).when(rapportera({ underlag: medVistelse })).outcome).toHaveLength(1);
  });
  it('H3: lämnas efter kvartalet, i IVO:s period, en gång; igen bara som rättelse', () => {
    given().when(rapportera({ datum: '2026-06-30' })).thenRefused('KVARTALET_PAGAR');
    given().when(rapportera({ datum: '2026-09-01' })).thenRefused('RAPPORTEN_SEN', 'Rapporten för kvartal 2 2026 skulle ha lämnats senast 2026-08-31 enligt IVO:s rapporteringsperioder. Kontrollera årets period.');
    given(rapporterad()).when(rapportera()).thenRefused('REDAN_RAPPORTERAT');
    given(rapporterad()).when(rapportera({ rattelse: 'En rad saknades' })).then(rapporterad({ rattelse: s('En rad saknades') }));
    given().when(rapportera({ kvartal: 5 })).thenRefused('KVARTALET_FINNS_INTE');
    given().when(rapportera({ antal: 2 })).thenRefused('RADERNA_HAR_ANDRATS', 'Rapporten har nu 3 rader, inte 2. Läs den igen.');
    given().when(rapportera({ omgivning: { namnd: false } })).thenRefused('NAMNDEN_FINNS_INTE');
    given().when(rapportera({ underlag: Array.from({ length: RAPPORTRADER_MAX + 1 }, () => underlag[0]!) })).thenRefused('RAPPORTEN_FOR_STOR');
  });
  it('H3: kvittensen kommer när den kommer', () => {
    const kvittens: EjverkstalldrapportCommand = { type: 'NoteraRapportkvittens', data: { kvartal: 2, mottagare: 'ivo', datum: '2026-07-12', kvittens: 'IVO 78' } };
    given(rapporterad()).when(kvittens).then({ type: 'RapportkvittensNoterad', data: { kvartal: 2, mottagare: 'ivo', datum: '2026-07-12', kvittens: 'IVO 78' } });
    given().when(kvittens).thenRefused('RAPPORTEN_FINNS_INTE');
  });
  it('K4/H3: IVO har fått rapporten men inte revisorerna: VARNING', () => {
    const ivo = { kvartal: 2, mottagare: 'ivo' } as const;
    expect(saknadeMottagare([ivo], 2).map(({ allvar, text }) => [allvar, text])).toEqual([
      ['VARNING', 'Revisorerna saknas: rapporten för kvartal 2 ska lämnas också dit.'], ['VARNING', 'Fullmäktige saknas: rapporten för kvartal 2 ska lämnas också dit.'],
    ]);
    expect(saknadeMottagare([], 2)).toEqual([]);
    expect(saknadeMottagare([ivo, { kvartal: 2, mottagare: 'revisorerna' }, { kvartal: 2, mottagare: 'fullmaktige' }], 2)).toEqual([]);
    expect(rapporternasKlockor({ ar: 2026, sandningar: [ivo as never] }).map(({ lag, galler, regel }) => [lag, galler, regel])).toEqual([['2026-08-31', 'kvartal 2 2026', 'rapport.revisorerna'], ['2026-08-31', 'kvartal 2 2026', 'rapport.fullmaktige']]);
    expect(rapporternasKlockor({ ar: 2026, sandningar: [] })).toEqual([]);
  });
});

describe('En lista över beslut', () => {
  const lista = (...rows: readonly (readonly string[])[]) => ({ merged: [], rows: rows.map((cells, i) => ({ row: i + 1, cells })) });
  const RUBRIKER = ['Beslutsnummer', 'Lag', 'Insats', 'Beslutsdatum', 'Verkställt', 'Handläggare'];
  it('förstås rad för rad, och varje fel sägs med rad och kolumn', () => {
    expect(lasInsatslista(lista(['Öppna beslut'], RUBRIKER, ['B 4', 'SoL 11 kap 1 §', 'Kontaktfamilj (barn)', '30/1 2026', '', 'X'], ['B 5', 'LSS 9 §', 'Ledsagning', '2026-01-02', '2026-05-04', 'X']))).toEqual({
      kolumner: RUBRIKER.map((rubrik, i) => ({ bokstav: 'ABCDEF'[i], rubrik, personnummer: false })),
      mappning: [['beteckning', 'Beslutsnummer'], ['lag', 'Lag'], ['insats', 'Insats'], ['beslutsdatum', 'Beslutsdatum'], ['verkstallt', 'Verkställt']].map(([falt, rubrik]) => ({ falt, rubrik })),
      antal: 2, fel: [], rader: [{ rad: 3, beteckning: 'B 4', lag: 'SoL', insats: 'kontaktfamilj_barn', beslutsdatum: '2026-01-30' }, { rad: 4, beteckning: 'B 5', lag: 'LSS', insats: 'ledsagning', beslutsdatum: '2026-01-02', verkstallt: '2026-05-04' }],
    });
    expect(lasInsatslista(lista(RUBRIKER, ['850213-1234', 'LVU', '', '2026-02-30', '', ''], ['B 5', 'LSS 9 §', 'Ledsagning', '2026-01-02', '', ''])).fel.map(({ rad, kolumn, kod }) => [rad, kolumn, kod])).toEqual([
      [2, 'Beslutsnummer', 'PERSONNUMMER_LASES_INTE'], [2, 'Lag', 'LAGEN_OKAND'], [2, 'Insats', 'INSATS_SAKNAS'], [2, 'Beslutsdatum', 'DATUM_HAR_FEL_FORM'],
    ]);
    expect(lasInsatslista(lista(RUBRIKER, ['850213-1234', 'SoL', 'Ledsagning', '2026-01-02', '', ''])).fel.map(({ rad, kolumn, kod }) => [rad, kolumn, kod])).toEqual([[1, 'Beslutsnummer', 'PERSONNUMMER_LASES_INTE'], [1, undefined, 'KOLUMNER_SAKNAS']]);
    expect(lasInsatslista(lista(['Insats', 'Lag'], ['a', 'SoL'])).fel).toEqual([{ rad: 1, kod: 'KOLUMNER_SAKNAS', text: 'Hittar ingen kolumn för Beteckning, Beslutsdatum. Ge kolumnerna de rubrikerna.' }]);
    expect(lasInsatslista(lista(['a', 'b'])).fel[0]?.kod).toBe('KOLUMNER_SAKNAS');
    expect(lasInsatslista(lista(RUBRIKER)).fel[0]?.kod).toBe('LISTAN_AR_TOM');
    expect(lasInsatslista({ ...lista(RUBRIKER, ['B 4']), merged: [{ ref: 'A2:A3', from: 2, to: 3 }] }).fel[0]?.kod).toBe('SAMMANSLAGNA_CELLER');
  });
  it('H3: läses in hel eller inte alls', () => {
    const { given: lasta } = specify(insatslista, { id: x(8), at: '2026-12-30T12:00:00.000Z' });
    const rad = { rad: 2, beteckning: 'B 4', lag: 'SoL', insats: 'kontaktfamilj', beslutsdatum: '2026-01-30' } as const;
    const las = (...alla: LasInInsatsbeslut['rader']) => ({ type: 'LasInInsatsbeslut' as const, data: { namnd: x(1), kalla: 'Verksamhetssystemet', rader: alla, omgivning: { namnd: true } } });
    lasta().when(las(rad)).then({ type: 'InsatslistaInlast', data: { namnd: x(1), kalla: seal(`insatslista:${x(8)}`, 'Verksamhetssystemet'), rader: [rad] } });
    lasta().when(las()).thenRefused('LISTAN_AR_TOM');
    lasta().when(las(rad, { ...rad, rad: 3 })).thenRefused('RADEN_FLERA_GANGER', 'Rad 3: samma beslut står också på rad 2.');
    lasta().when(las({ ...rad, verkstallt: '2026-01-29' })).thenRefused('DAGARNA_STAMMER_INTE', 'Rad 2: Dagen 2026-01-29 ligger före 2026-01-30.');
    lasta().when(las({ ...rad, beslutsdatum: '2027-01-30' })).thenRefused('DAGARNA_STAMMER_INTE', 'Rad 2: Dagen 2027-01-30 har inte varit än.');
    lasta().when(las(...Array.from({ length: 4001 }, (_, i) => ({ ...rad, beteckning: `B ${i}`, rad: i })))).thenRefused('LISTAN_FOR_STOR');
  });
});

import type { Table } from '@klubba/kernel';
import { jamfor, type Kand } from './namnd.inlasning';
import { type Lista, lasLista, type Listfalt } from './namnd.lista';
import type { Kolumnval } from './tabellista';

const tabell = (...rader: readonly (readonly string[])[]): Table => ({ rows: rader.map((cells, i) => ({ row: i + 1, cells })).filter(({ cells }) => cells.length > 0), merged: [] });
const fel = (table: Table, lista: Lista = 'uppdrag', valda: readonly Kolumnval<Listfalt>[] = []): readonly string[] => lasLista(table, lista, valda).fel.map(({ text }) => text);
const RUBRIKER = ['Namn', 'Parti', 'Uppdrag', 'Roll', 'Ordning', 'Från', 'Till'];
const rut = { rad: 2, namn: 'Rut Påhittad', parti: 'S', uppdrag: 'ledamot', ordning: 1, fran: '2019-01-01' };

describe('En lista förstås', () => {
  it('efter sina rubriker, vilka ord och vilken ordning de än står i', () => {
    expect(lasLista(tabell(RUBRIKER, ['Rut Påhittad', 'S', 'Ledamot', '', '1', '2019-01-01', '2022-12-31']), 'uppdrag').rader).toEqual([{ ...rut, till: '2022-12-31' }]);
    expect(lasLista(tabell(['Fr.o.m.', 'Efternamn', 'Förnamn', 'Partibeteckning', 'Befattning', 'NR'], ['1/1 2019', 'Påhittad', 'Rut', 'Socialdemokraterna', '1:e vice ordförande', '1.']), 'uppdrag').rader)
      .toEqual([{ ...rut, roll: 'forste_vice_ordforande' }]);
    expect(lasLista(tabell(['Namn', 'From'], ['Påhittad, Rut (s)', '20190101']), 'ledamoter').rader).toEqual([{ rad: 2, namn: 'Rut Påhittad', parti: 'S', uppdrag: 'ledamot', fran: '2019-01-01' }]);
    expect(lasLista(tabell(['Namn', 'Ersättare för', 'Från'], ['Rut Påhittad', '(KD)', '2019-01-01']), 'ersattare').rader).toMatchObject([{ parti: 'KD', uppdrag: 'ersattare' }]);
  });
  it('under rubriker som inte står överst, och som inte går att känna igen om de väljs', () => {
    expect(lasLista(tabell(['Socialnämnden 2019–2022'], [], ['Namn', 'Parti', 'Från'], ['Rut Påhittad', 'S', '2019-01-01']), 'ledamoter').rader).toMatchObject([{ rad: 4 }]);
    const egna = tabell(['Vem', 'Hör till', 'Börjar'], ['Rut Påhittad', 'S', '2019-01-01']);
    expect(fel(egna, 'ledamoter')).toEqual(['Hittar ingen kolumn för Namn (eller Förnamn och Efternamn), Parti, Från. Välj kolumner själv, eller skriv rubrikerna som i mallen.']);
    expect(lasLista(egna, 'ledamoter', [{ falt: 'namn', rubrik: 'Vem' }, { falt: 'parti', rubrik: 'Hör till' }, { falt: 'fran', rubrik: 'Börjar' }]).rader).toMatchObject([{ rad: 2, namn: 'Rut Påhittad' }]);
  });
  it('utan personnummer: en kolumn med dem är ingen kolumn, vad den än heter', () => {
    const { kolumner, mappning, rader } = lasLista(tabell(['Namn', 'Nr', 'Parti', 'Från', 'Personnummer'], ['Rut Påhittad', '19121212-1212', 'S', '2019-01-01', 'x']), 'ledamoter');
    expect(kolumner.map(({ personnummer }) => personnummer)).toEqual([false, true, false, false, true]);
    expect(mappning.map(({ falt }) => falt)).toEqual(['namn', 'parti', 'fran']);
    expect(JSON.stringify([rader, mappning])).not.toContain('1212');
    expect(fel(tabell(['Namn', 'Parti', 'Från'], ['Rut Påhittad 19121212-1212', 'S', '2019-01-01'], ['Eva', 'S', '2019-01-01'], ['Ida', 'S', '2019-01-01']), 'ledamoter')).toEqual(['Rad 2, Namn: här står ett personnummer. De läses aldrig in.']);
    expect(fel(tabell(['Vem', 'Parti', 'Från'], ['19121212-1212', 'S', '2019-01-01']), 'ledamoter', [{ falt: 'namn', rubrik: 'Vem' }, { falt: 'parti', rubrik: 'Parti' }, { falt: 'fran', rubrik: 'Från' }])[0]).toBe('Kolumnen ”Vem” innehåller personnummer. De läses aldrig in.');
  });
});

describe('Fel i en lista', () => {
  it('sägs rad för rad med kolumn, alla på en gång', () =>
    expect(fel(tabell(RUBRIKER, ['', '', 'Revisor', 'kassör', '0', '31/2 2019', 'snart'], ['Vakant', 'S', '', '', '', '', '']))).toEqual([
      'Rad 2, Namn: namnet saknas.', 'Rad 2, Uppdrag: ”Revisor” är varken ledamot eller ersättare.', 'Rad 2, Roll: ”kassör” är ingen roll. Skriv ordförande, 1:e vice ordförande eller 2:e vice ordförande, eller lämna tomt.',
      'Rad 2, Ordning: ”0” är ingen plats. Skriv ett tal från 1 till 500.', 'Rad 2, Från: ”31/2 2019” är ingen dag som finns. Skriv ÅÅÅÅ-MM-DD.', 'Rad 2, Till: ”snart” är ingen dag som finns. Skriv ÅÅÅÅ-MM-DD.', 'Rad 2, Parti: partiets bokstäver saknas.',
      'Rad 3, Namn: en vakant plats läses inte in. Ta bort raden.', 'Rad 3, Uppdrag: ledamot eller ersättare ska stå här.', 'Rad 3, Från: första dagen ska stå här, skriven ÅÅÅÅ-MM-DD.',
    ]));
  it('är sammanslagna celler, rubriker som står två gånger, kolumner som inte finns, och för många rader', () => {
    expect(fel({ ...tabell(RUBRIKER, ['a']), merged: [{ ref: 'A2:A3', from: 2, to: 3 }] })).toEqual(['Cellerna A2:A3 är sammanslagna. Dela dem och skriv värdet på varje rad.']);
    expect(lasLista({ rows: [{ row: 1, cells: ['Titel'] }, { row: 2, cells: RUBRIKER }, { row: 3, cells: ['Rut', 'S', 'Ledamot', '', '', '2019-01-01'] }], merged: [{ ref: 'A1:G1', from: 1, to: 1 }] }, 'uppdrag').fel).toEqual([]);
    expect(fel(tabell(['Namn', 'Namn', 'Parti', 'Från'], ['a', 'b', 'S', '2019-01-01']), 'ledamoter')).toEqual(['Rubriken ”Namn” står över flera kolumner (A, B). Ge dem olika rubriker.']);
    expect(fel(tabell(['Namn', 'Från'], ['a', '2019-01-01']), 'ledamoter', [{ falt: 'namn', rubrik: 'Vem' }, { falt: 'fran', rubrik: 'Från' }])[0]).toBe('Kolumnen ”Vem” (för Namn) finns inte i filen. Där finns: Namn, Från.');
    expect(fel(tabell(RUBRIKER))).toEqual(['Listan har inga rader under rubrikerna.']);
    expect(fel(tabell())).toEqual(['Listan är tom.']);
    expect(fel(tabell(['Namn', 'Från'], ...Array.from({ length: 10_001 }, () => ['a', '2019-01-01'])), 'ledamoter')).toEqual(['Listan har 10001 rader. Högst 10000 går. Dela filen.']);
  });
  it('är den som står i fel lista, eller är ersättare för någon annan än sitt parti', () => {
    expect(fel(tabell(['Namn', 'Parti', 'Uppdrag', 'Från'], ['Rut', 'S', 'Ersättare', '2019-01-01']), 'ledamoter')).toEqual(['Rad 2, Uppdrag: ”Ersättare” hör inte till listan över ledamöter.']);
    expect(fel(tabell(['Namn', 'Parti', 'Ersättare för', 'Från'], ['Rut', 'S', 'Eva Påhittad', '2019-01-01']), 'ersattare')).toEqual(['Rad 2, Ersättare för: ”Eva Påhittad” är inte partiet S. Klubba håller ersättare per parti.']);
  });
});

describe('Listan mot dem som sitter', () => {
  const platser = { slag: 'namnd', reglementen: [], uppdrag: [{ person: 'rut', uppdrag: 'ledamot', parti: 'S', ordning: 1, fran: '2019-01-01' }, { person: 'eva', uppdrag: 'ersattare', parti: 'S', ordning: 1, fran: '2019-01-01' }] } as const;
  const kanda: readonly Kand[] = [{ person: 'rut', namn: 'Rut Påhittad', parti: 'S' }, { person: 'eva', namn: 'Eva Påhittad', parti: 'S' }];
  const lista = (...rader: readonly (readonly string[])[]) => jamfor(platser, kanda, lasLista(tabell(['Namn', 'Parti', 'Uppdrag', 'Från', 'Till'], ...rader), 'uppdrag').rader, (rad) => `ny ${rad}`);

  it('säger vad som blir nytt, står kvar, avslutas, och vilka som inte nämns', () => {
    const { rader, fel: wrong, saknas } = lista(['rut  påhittad', 'S', 'Ledamot', '2019-01-01', '2022-12-31'], ['Ida Ny', 'M', 'Ersättare', '2019-01-01', ''], ['Ida Ny', 'M', 'Ledamot', '2018-01-01', '2018-12-31']);
    expect(wrong).toEqual([]);
    expect(rader).toMatchObject([{ person: 'rut', forandring: 'avslutas', ordning: 1 }, { person: 'ny 3', nyFranRad: 3, forandring: 'ny', ordning: 1 }, { person: 'ny 3', nyFranRad: 3, forandring: 'ny', ordning: 1 }]);
    expect(saknas.map(({ person }) => person)).toEqual(['eva']);
  });
  it('ger den som inte har något nummer nästa lediga plats', () =>
    expect(lista(['Ida Ny', 'M', 'Ledamot', '2019-01-01', ''], ['Bo Ny', 'S', 'Ledamot', '2019-01-01', ''], ['Åke Ny', 'S', 'Ersättare', '2019-01-01', ''], ['Siv Ny', 'M', 'Ersättare', '2019-01-01', '']).rader.map(({ ordning }) => ordning)).toEqual([2, 3, 2, 1]));
  it('gissar inte vem som menas när två heter lika', () => {
    const { fel: wrong } = jamfor(platser, [...kanda, { person: 'rut2', namn: 'Rut Påhittad', parti: 'S' }], [{ rad: 2, namn: 'Rut Påhittad', parti: 'S', uppdrag: 'ledamot', fran: '2023-01-01' }], () => 'ny');
    expect(wrong).toMatchObject([{ rad: 2, kod: 'FLERA_MED_NAMNET' }]);
  });
  it('säger raden också när reglerna hindrar, och när det blir för många på en gång', () => {
    expect(lista(['Ida Ny', 'M', 'Ledamot', '2019-01-01', ''], ['Ida Ny', 'M', 'Ledamot', '2020-01-01', '']).fel).toEqual([{ rad: 3, kod: 'HAR_REDAN_UPPDRAG', text: 'Rad 3: Personen har redan ett uppdrag i nämnden under tiden.' }]);
    expect(lista(...Array.from({ length: 1001 }, (_, i) => [`Ny ${i}`, 'M', 'Ersättare', '2019-01-01', ''])).fel).toMatchObject([{ kod: 'LISTAN_FOR_STOR' }]);
  });
});

import type { Table } from '@klubba/kernel';
import { dagAv, hittaPersonnummer } from '@klubba/lagrum';
import type { Uppdrag, Uppdragsslag } from './namnd.projection';

/** A list of seats as another program or a person keeps it: which list, and what its columns may hold. */
export const LISTOR = ['ledamoter', 'ersattare', 'uppdrag'] as const;
export type Lista = (typeof LISTOR)[number];
export const LISTFALT = ['namn', 'fornamn', 'efternamn', 'parti', 'uppdrag', 'roll', 'ordning', 'fran', 'till', 'ersattareFor'] as const;
export type Listfalt = (typeof LISTFALT)[number];
export type Kolumnval = { readonly falt: Listfalt; readonly rubrik: string };

/** What is wrong, and where: row and column as they are called in the file. */
export type Listfel = { readonly rad?: number; readonly kolumn?: string; readonly kod: string; readonly text: string };
export type Kolumn = { readonly bokstav: string; readonly rubrik: string; readonly personnummer: boolean };
/** A row as it was understood, before it is known who it is. `ordning` is missing where the list has none. */
export type Listrad = { readonly rad: number; readonly namn: string } & Omit<Uppdrag, 'person' | 'ordning'> & { readonly ordning?: number };
export type LastLista = {
  readonly kolumner: readonly Kolumn[];
  readonly mappning: readonly Kolumnval[];
  /** Rows below the headings. */
  readonly antal: number;
  /** Those of them that were wholly understood. */
  readonly rader: readonly Listrad[];
  readonly fel: readonly Listfel[];
};

export const RADER_MAX = 10_000;
const NAMN_MAX = 300;
const RUBRIKER_BLAND = 20;

/** What columns are called where such lists are kept; compared without case, spaces and stops. */
const RUBRIKER: Readonly<Record<Listfalt, readonly string[]>> = {
  namn: ['namn', 'person', 'ledamot', 'ersättare', 'förtroendevald', 'fullständigtnamn', 'förochefternamn'],
  fornamn: ['förnamn', 'tilltalsnamn'],
  efternamn: ['efternamn'],
  parti: ['parti', 'partibeteckning', 'partiförkortning', 'partikod'],
  uppdrag: ['uppdrag', 'befattning', 'uppdragstyp', 'funktion', 'ledamotersättare'],
  roll: ['roll', 'presidium', 'presidieroll', 'uppdragsroll'],
  ordning: ['ordning', 'plats', 'nr', 'nummer', 'platsnr', 'inkallelseordning', 'tjänstgöringsordning', 'turordning'],
  fran: ['från', 'from', 'frånochmed', 'startdatum', 'start', 'valdfrån', 'fråndatum', 'fromdatum'],
  till: ['till', 'tom', 'tillochmed', 'slutdatum', 'slut', 'valdtill', 'tilldatum', 'tomdatum'],
  ersattareFor: ['ersättareför', 'ersätter', 'ersättareförparti'],
};
const KRAVS: Readonly<Record<Lista, readonly Listfalt[]>> = { ledamoter: ['fran'], ersattare: ['fran'], uppdrag: ['uppdrag', 'fran'] };
const SAGS: Readonly<Record<Listfalt, string>> = {
  namn: 'Namn', fornamn: 'Förnamn', efternamn: 'Efternamn', parti: 'Parti', uppdrag: 'Uppdrag', roll: 'Roll', ordning: 'Ordning', fran: 'Från', till: 'Till', ersattareFor: 'Ersättare för',
};
/** Each kind of list as it may be filled in: its headings, and a row that shows how and is never read in. */
export const uppdragsmall = (lista: Lista): readonly (readonly string[])[] => {
  const fore = [['Förnamn', 'Rut'], ['Efternamn', EXEMPEL], ['Parti', 'S']];
  const slag = { ledamoter: [['Roll', 'Ordförande']], ersattare: [], uppdrag: [['Uppdrag', 'Ledamot'], ['Roll', 'Ordförande']] }[lista];
  const all = [...fore, ...slag, ['Ordning', '1'], ['Från', '2023-01-01'], ['Till', '2026-12-31']];
  return [all.map(([rubrik]) => rubrik!), all.map(([, exempel]) => exempel!)];
};
const EXEMPEL = 'Exempelsson';

const PERSONNUMMERRUBRIK = /^(?:personnummer|personnr|persnr|pnr|samordningsnummer|födelsenummer|födelsedatum|personid)$/;

/** What stood there, as far as a message needs it. */
const visa = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
const nyckel = (text: string): string => text.toLowerCase().replaceAll(/[^a-zåäöé0-9]/gu, '');
const bokstav = (i: number): string => (i > 25 ? bokstav(Math.floor(i / 26) - 1) : '') + String.fromCharCode(65 + (i % 26));
const faltFor = (rubrik: string): Listfalt | undefined => LISTFALT.find((falt) => RUBRIKER[falt].some((namn) => nyckel(namn) === nyckel(rubrik)));

/** The list understood row by row by its columns: those chosen, else those that their headings suggest. */
export const lasLista = (tabell: Table, lista: Lista, valda: readonly Kolumnval[] = []): LastLista => {
  const i = rubrikrad(tabell, valda);
  const rubriker = tabell.rows[i];
  if (rubriker === undefined) return { kolumner: [], mappning: [], antal: 0, rader: [], fel: [{ kod: 'LISTAN_AR_TOM', text: 'Listan är tom.' }] };
  const below = tabell.rows.slice(i + 1);
  const kolumner = rubriker.cells.map((rubrik, j): Kolumn => ({ bokstav: bokstav(j), rubrik, personnummer: PERSONNUMMERRUBRIK.test(nyckel(rubrik)) || mostly(below.map(({ cells }) => cells[j] ?? '')) }));
  const mappning = valda.length > 0 ? valda : foreslagen(kolumner);
  const fel = [...felIMappning(kolumner, mappning, lista, rubriker.row), ...sammanslagna(tabell, rubriker.row)];
  if (below.length === 0) fel.push({ kod: 'LISTAN_AR_TOM', text: 'Listan har inga rader under rubrikerna.' });
  if (below.length > RADER_MAX) fel.push({ kod: 'LISTAN_FOR_STOR', text: `Listan har ${below.length} rader. Högst ${RADER_MAX} går. Dela filen.` });
  if (fel.length > 0) return { kolumner, mappning, antal: below.length, rader: [], fel };

  const plats = new Map(mappning.map(({ falt, rubrik }) => [falt, kolumner.findIndex((en) => en.rubrik === rubrik)]));
  const rader: Listrad[] = [];
  for (const { row, cells } of below) {
    const cell = (falt: Listfalt): string => cells[plats.get(falt) ?? -1] ?? '';
    const before = fel.length;
    const rad = lasRad(row, lista, cell, (falt, kod, text) => {
      const kolumn = mappning.find((en) => en.falt === falt)?.rubrik ?? SAGS[falt];
      fel.push({ rad: row, kolumn, kod, text: `Rad ${row}, ${kolumn}: ${text}` });
    });
    if (fel.length === before) rader.push(rad);
  }
  return { kolumner, mappning, antal: below.length, rader, fel };
};

/** The headings stand on the first row that has two of them; what is above is a title. */
const rubrikrad = ({ rows }: Table, valda: readonly Kolumnval[]): number => {
  const known = (rubrik: string): boolean => (valda.length > 0 ? valda.some((en) => en.rubrik === rubrik) : faltFor(rubrik) !== undefined);
  const i = rows.slice(0, RUBRIKER_BLAND).findIndex(({ cells }) => cells.filter(known).length >= 2);
  return i >= 0 ? i : Math.max(0, rows.slice(0, RUBRIKER_BLAND).findIndex(({ cells }) => cells.filter((cell) => cell !== '').length >= 2));
};
/** A column of personnummer is known by what it holds too, whatever it is called. */
const mostly = (cells: readonly string[]): boolean => {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && filled.filter((cell) => hittaPersonnummer(cell).length > 0).length * 2 > filled.length;
};
const foreslagen = (kolumner: readonly Kolumn[]): readonly Kolumnval[] => {
  const val: Kolumnval[] = [];
  for (const { rubrik, personnummer } of kolumner) {
    const falt = personnummer ? undefined : faltFor(rubrik);
    if (falt !== undefined && !val.some((en) => en.falt === falt)) val.push({ falt, rubrik });
  }
  return val;
};

const felIMappning = (kolumner: readonly Kolumn[], mappning: readonly Kolumnval[], lista: Lista, rad: number): Listfel[] => {
  const fel: Listfel[] = [];
  for (const { falt, rubrik } of mappning) {
    const hits = kolumner.filter((en) => en.rubrik === rubrik);
    if (hits.length === 0) fel.push({ rad, kolumn: rubrik, kod: 'KOLUMNEN_FINNS_INTE', text: `Kolumnen ”${rubrik}” (för ${SAGS[falt]}) finns inte i filen. Där finns: ${kolumner.map((en) => en.rubrik).filter((en) => en !== '').join(', ')}.` });
    if (hits.length > 1) fel.push({ rad, kolumn: rubrik, kod: 'RUBRIKEN_FLERA_GANGER', text: `Rubriken ”${rubrik}” står över flera kolumner (${hits.map((en) => en.bokstav).join(', ')}). Ge dem olika rubriker.` });
    if (hits.some(({ personnummer }) => personnummer)) fel.push({ rad, kolumn: rubrik, kod: 'PERSONNUMMER_LASES_INTE', text: `Kolumnen ”${rubrik}” innehåller personnummer. De läses aldrig in.` });
  }
  const twice = mappning.find(({ falt }, i) => mappning.findIndex((en) => en.falt === falt) !== i);
  if (twice !== undefined) fel.push({ kod: 'FALTET_FLERA_GANGER', text: `${SAGS[twice.falt]} är valt för flera kolumner.` });
  const har = (falt: Listfalt): boolean => mappning.some((en) => en.falt === falt);
  const saknas = [
    ...(har('namn') || (har('fornamn') && har('efternamn')) ? [] : ['Namn (eller Förnamn och Efternamn)']),
    ...(har('parti') || har('ersattareFor') || har('namn') ? [] : ['Parti']), ...KRAVS[lista].filter((falt) => !har(falt)).map((falt) => SAGS[falt]),
  ];
  if (saknas.length > 0) fel.push({ rad, kod: 'KOLUMNER_SAKNAS', text: `Hittar ingen kolumn för ${saknas.join(', ')}. Välj kolumner själv, eller skriv rubrikerna som i mallen.` });
  return fel;
};
const sammanslagna = ({ merged }: Table, fran: number): readonly Listfel[] =>
  merged.filter(({ to }) => to >= fran).map(({ ref, from }) => ({ rad: from, kod: 'SAMMANSLAGNA_CELLER', text: `Cellerna ${ref} är sammanslagna. Dela dem och skriv värdet på varje rad.` }));

type Anmarkning = (falt: Listfalt, kod: string, text: string) => void;
const lasRad = (rad: number, lista: Lista, cell: (falt: Listfalt) => string, fel: Anmarkning): Listrad => {
  const { namn, partiINamnet } = lasNamn(cell, fel);
  const [sagt, rollISagt] = lasUppdrag(cell('uppdrag'), fel);
  const uppdrag: Uppdragsslag = lista === 'uppdrag' ? (sagt ?? 'ledamot') : lista === 'ledamoter' ? 'ledamot' : 'ersattare';
  if (lista === 'uppdrag' && cell('uppdrag') === '') fel('uppdrag', 'UPPDRAG_SAKNAS', 'ledamot eller ersättare ska stå här.');
  if (lista !== 'uppdrag' && sagt !== undefined && sagt !== uppdrag) fel('uppdrag', 'FEL_LISTA', `”${visa(cell('uppdrag'))}” hör inte till listan över ${lista === 'ledamoter' ? 'ledamöter' : 'ersättare'}.`);
  const roll = lasRoll(cell('roll'), fel) ?? rollISagt;
  const ordning = lasOrdning(cell('ordning'), fel);
  const fran = lasDatum(cell('fran'), 'fran', fel);
  if (cell('fran') === '') fel('fran', 'FRAN_SAKNAS', 'första dagen ska stå här, skriven ÅÅÅÅ-MM-DD.');
  const till = lasDatum(cell('till'), 'till', fel);
  return { rad, namn, parti: lasParti(cell, partiINamnet, fel), uppdrag, ...(roll !== undefined && { roll }), ...(ordning !== undefined && { ordning }), fran: fran ?? '', ...(till !== undefined && { till }) };
};

const lasNamn = (cell: (falt: Listfalt) => string, fel: Anmarkning): { readonly namn: string; readonly partiINamnet: string } => {
  const helt = cell('namn') !== '' ? cell('namn') : `${cell('fornamn')} ${cell('efternamn')}`.trim();
  const [, utan = helt, partiINamnet = ''] = /^(.*\S)\s*\(([^()\s]{1,10})\)$/u.exec(helt) ?? [];
  const [, efter, fore] = /^([^,]+),\s*([^,]+)$/u.exec(utan) ?? [];
  const namn = efter === undefined ? utan : `${fore} ${efter}`;
  if (namn === '') fel('namn', 'NAMN_SAKNAS', 'namnet saknas.');
  else if (namn === `Rut ${EXEMPEL}`) fel('namn', 'MALLENS_EXEMPEL', 'raden är mallens exempel. Ta bort den.');
  else if (/^vakan(t|s)$/i.test(namn)) fel('namn', 'PLATSEN_AR_VAKANT', 'en vakant plats läses inte in. Ta bort raden.');
  else if (hittaPersonnummer(namn).length > 0) fel('namn', 'NAMNET_HAR_PERSONNUMMER', 'här står ett personnummer. De läses aldrig in.');
  else if (namn.length > NAMN_MAX) fel('namn', 'NAMNET_FOR_LANGT', `namnet har ${namn.length} tecken. Högst ${NAMN_MAX} går.`);
  return { namn, partiINamnet };
};

const PARTIER: Readonly<Record<string, string>> = {
  socialdemokraterna: 'S', moderaterna: 'M', centerpartiet: 'C', liberalerna: 'L', kristdemokraterna: 'KD', vänsterpartiet: 'V', miljöpartiet: 'MP', miljöpartietdegröna: 'MP', sverigedemokraterna: 'SD', folkpartietliberalerna: 'L', folkpartiet: 'L',
};
const kod = (text: string): string => {
  const bare = text.replaceAll(/[()]/g, '').trim();
  return PARTIER[nyckel(bare)] ?? (/^(s|m|c|l|kd|v|mp|sd)$/i.test(bare) ? bare.toUpperCase() : bare);
};
/** Ersättare serve for a party, so that whom one is ersättare for is the party; a name there is something else. */
const lasParti = (cell: (falt: Listfalt) => string, iNamnet: string, fel: Anmarkning): string => {
  const [own, other] = [kod(cell('parti') !== '' ? cell('parti') : iNamnet), kod(cell('ersattareFor'))];
  const parti = own !== '' ? own : other;
  if (parti === '') fel('parti', 'PARTI_SAKNAS', 'partiets bokstäver saknas.');
  else if (!/^[A-Za-zÅÄÖåäö0-9][A-Za-zÅÄÖåäö0-9_.:-]{0,19}$/.test(parti)) fel(own !== '' ? 'parti' : 'ersattareFor', 'PARTIET_HAR_FEL_FORM', `”${visa(parti)}” är ingen partiförkortning.`);
  else if (other !== '' && other !== own && own !== '') fel('ersattareFor', 'ERSATTARE_FOR_ANNAN', `”${visa(cell('ersattareFor'))}” är inte partiet ${own}. Klubba håller ersättare per parti.`);
  return parti;
};

const ROLLER: readonly (readonly [RegExp, NonNullable<Uppdrag['roll']>])[] = [
  [/^(ordförande|ordf)$/, 'ordforande'], [/^((1|1e|1a|första|förste)?(vice|v)(ordförande|ordf))$/, 'forste_vice_ordforande'], [/^((2|2e|2a|andra|andre)(vice|v)(ordförande|ordf))$/, 'andre_vice_ordforande'],
];
const rollAv = (text: string): Uppdrag['roll'] => ROLLER.find(([form]) => form.test(nyckel(text)))?.[1];
const lasRoll = (text: string, fel: Anmarkning): Uppdrag['roll'] => {
  if (/^(|ledamot|ersättare|-|–)$/i.test(text)) return undefined;
  const roll = rollAv(text);
  if (roll === undefined) fel('roll', 'ROLLEN_OKAND', `”${visa(text)}” är ingen roll. Skriv ordförande, 1:e vice ordförande eller 2:e vice ordförande, eller lämna tomt.`);
  return roll;
};
/** Lists of seats often say the role where the kind of seat is meant. */
const lasUppdrag = (text: string, fel: Anmarkning): readonly [Uppdragsslag | undefined, Uppdrag['roll']] => {
  const roll = rollAv(text);
  if (text === '' || roll !== undefined) return [roll === undefined ? undefined : 'ledamot', roll];
  if (/^(ledamot|ordinarie|ordinarieledamot|led)$/.test(nyckel(text))) return ['ledamot', undefined];
  if (/^(ersättare|ers|suppleant)$/.test(nyckel(text))) return ['ersattare', undefined];
  fel('uppdrag', 'UPPDRAGET_OKANT', `”${visa(text)}” är varken ledamot eller ersättare.`);
  return [undefined, undefined];
};
const lasOrdning = (text: string, fel: Anmarkning): number | undefined => {
  if (text === '') return undefined;
  const n = /^\d{1,3}[.:]?$/.test(text) ? Number.parseInt(text, 10) : 0;
  if (n < 1 || n > 500) fel('ordning', 'ORDNINGEN_HAR_FEL_FORM', `”${visa(text)}” är ingen plats. Skriv ett tal från 1 till 500.`);
  return n;
};

const lasDatum = (text: string, falt: Listfalt, fel: Anmarkning): string | undefined => {
  if (text === '' || (falt === 'till' && /^(tills vidare|tv|-|–)$/i.test(text))) return undefined;
  const day = dagAv(text);
  if (day === undefined) fel(falt, 'DATUM_HAR_FEL_FORM', `”${visa(text)}” är ingen dag som finns. Skriv ÅÅÅÅ-MM-DD.`);
  return day;
};

import type { Table } from '@klubba/kernel';
import { hittaPersonnummer } from '@klubba/lagrum';
import type { Uppdrag, Uppdragsslag } from './namnd.projection';
import { type Anmark, type Kolumnval, lasDag, lasTabell, type LastTabell, nyckel, visa } from './tabellista';

/** A list of seats as another program or a person keeps it: which list, and what its columns may hold. */
export const LISTOR = ['ledamoter', 'ersattare', 'uppdrag'] as const;
export type Lista = (typeof LISTOR)[number];
export const LISTFALT = ['namn', 'fornamn', 'efternamn', 'parti', 'uppdrag', 'roll', 'ordning', 'fran', 'till', 'ersattareFor'] as const;
export type Listfalt = (typeof LISTFALT)[number];
/** A row as it was understood, before it is known who it is. `ordning` is missing where the list has none. */
export type Listrad = { readonly rad: number; readonly namn: string } & Omit<Uppdrag, 'person' | 'ordning'> & { readonly ordning?: number };
export type LastLista = LastTabell<Listfalt, Listrad>;

const NAMN_MAX = 300;

/** What columns are called where such lists are kept. */
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

/** The list understood row by row by its columns: those chosen, else those that their headings suggest. */
export const lasLista = (tabell: Table, lista: Lista, valda: readonly Kolumnval<Listfalt>[] = []): LastLista => lasTabell(tabell, {
  rubriker: RUBRIKER, sags: SAGS, kravs: KRAVS[lista], hjalp: 'Välj kolumner själv, eller skriv rubrikerna som i mallen.',
  saknas: (har) => [...(har('namn') || (har('fornamn') && har('efternamn')) ? [] : ['Namn (eller Förnamn och Efternamn)']), ...(har('parti') || har('ersattareFor') || har('namn') ? [] : ['Parti'])],
}, valda, (rad, cell, fel) => lasRad(rad, lista, cell, fel));

type Anmarkning = Anmark<Listfalt>;
const lasRad = (rad: number, lista: Lista, cell: (falt: Listfalt) => string, fel: Anmarkning): Listrad => {
  const { namn, partiINamnet } = lasNamn(cell, fel);
  const [sagt, rollISagt] = lasUppdrag(cell('uppdrag'), fel);
  const uppdrag: Uppdragsslag = lista === 'uppdrag' ? (sagt ?? 'ledamot') : lista === 'ledamoter' ? 'ledamot' : 'ersattare';
  if (lista === 'uppdrag' && cell('uppdrag') === '') fel('uppdrag', 'UPPDRAG_SAKNAS', 'ledamot eller ersättare ska stå här.');
  if (lista !== 'uppdrag' && sagt !== undefined && sagt !== uppdrag) fel('uppdrag', 'FEL_LISTA', `”${visa(cell('uppdrag'))}” hör inte till listan över ${lista === 'ledamoter' ? 'ledamöter' : 'ersättare'}.`);
  const roll = lasRoll(cell('roll'), fel) ?? rollISagt;
  const ordning = lasOrdning(cell('ordning'), fel);
  const fran = lasDag(cell('fran'), 'fran', fel);
  if (cell('fran') === '') fel('fran', 'FRAN_SAKNAS', 'första dagen ska stå här, skriven ÅÅÅÅ-MM-DD.');
  const till = /^(tills vidare|tv|-|–)$/i.test(cell('till')) ? undefined : lasDag(cell('till'), 'till', fel);
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

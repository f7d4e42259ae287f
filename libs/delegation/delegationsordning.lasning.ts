import { CODE, type Table } from '@klubba/kernel';
import { delegaterAv } from './befattning';
import type { NyDelegationspunkt } from './delegationsordning.decider';
import type { Grans } from './delegationsordning.projection';
import { type Anmark, type Kolumnschema, type Kolumnval, lasJaNej, type LastTabell, lasTabell, visa } from '@klubba/namnd';

/** What the columns of an order may hold, in the files that nämnder keep theirs in. */
export const ORDNINGSFALT = ['nummer', 'arendegrupp', 'lagrum', 'delegat', 'ersattare', 'grans', 'villkor', 'vidaredelegation', 'anmals'] as const;
export type Ordningsfalt = (typeof ORDNINGSFALT)[number];
const SCHEMA: Kolumnschema<Ordningsfalt> = {
  rubriker: {
    nummer: ['nr', 'nummer', 'punkt', 'kod', 'delegationspunkt', 'punktnr', 'delnr'], arendegrupp: ['ärende', 'ärendegrupp', 'ärendetyp', 'beslut', 'beslutstyp', 'typavärende', 'ärendenaturochbeskrivning'], lagrum: ['lagrum', 'lag', 'författning', 'lagstöd', 'lagrumanmärkning'],
    delegat: ['delegat', 'delegater', 'beslutsfattare', 'lägstadelegat', 'delegatlägstanivå'], ersattare: ['ersättare', 'ersättarefördelegat', 'ersättarefördelegaten'], grans: ['gräns', 'beloppsgräns', 'belopp', 'begränsning'],
    villkor: ['villkor', 'anmärkning', 'kommentar', 'anmärkningar', 'övrigt'], vidaredelegation: ['vidaredelegation', 'vidaredelegering', 'rätttillvidaredelegation', 'vidaredelegeras'], anmals: ['anmäls', 'anmälan', 'anmälstillnämnden', 'återrapporteras', 'anmälas'],
  },
  sags: { nummer: 'Nummer', arendegrupp: 'Ärende', lagrum: 'Lagrum', delegat: 'Delegat', ersattare: 'Ersättare', grans: 'Gräns', villkor: 'Villkor', vidaredelegation: 'Vidaredelegation', anmals: 'Anmäls' },
  kravs: ['nummer', 'arendegrupp', 'delegat'], hjalp: 'Välj kolumner själv, eller ge dem de rubrikerna.',
};
export type Ordningsrad = { readonly rad: number; readonly punkt: NyDelegationspunkt };

/** An order read from a table, point by point. A row with one text alone is a heading; what a limit says in other words stands as a condition. */
export const lasOrdning = (tabell: Table, valda: readonly Kolumnval<Ordningsfalt>[] = []): LastTabell<Ordningsfalt, Ordningsrad> => lasTabell(tabell, SCHEMA, valda, (rad, cell, fel) => {
  const nummer = cell('nummer').replaceAll(' ', '').replace(/\.$/, '');
  const arendegrupp = cell('arendegrupp').replaceAll('\n', ' ');
  if (cell('delegat') === '' && (nummer === '' || arendegrupp === '')) return undefined;
  if (nummer === '') fel('nummer', 'NUMMER_SAKNAS', 'punktens nummer saknas.');
  else if (!CODE.test(nummer)) fel('nummer', 'NUMRET_HAR_FEL_FORM', `”${visa(nummer)}” är inget nummer på en punkt.`);
  if (arendegrupp === '') fel('arendegrupp', 'ARENDE_SAKNAS', 'vad som delegeras saknas.');
  if (cell('delegat') === '') fel('delegat', 'DELEGAT_SAKNAS', 'delegat saknas.');
  const { granser, rest } = lasGrans(cell('grans'));
  const villkor = [rest, cell('villkor').replaceAll('\n', ' ')].filter((en) => en !== '').join('. ');
  const vidaredelegation = lasJaNej(cell('vidaredelegation'), 'vidaredelegation', fel);
  const anmals = lasJaNej(cell('anmals'), 'anmals', fel as Anmark<Ordningsfalt>);
  return {
    rad,
    punkt: {
      nummer, arendegrupp, ...(cell('lagrum') !== '' && { lagrum: cell('lagrum') }), delegater: delegaterAv(cell('delegat')), ...(cell('ersattare') !== '' && { ersattare: delegaterAv(cell('ersattare')) }), granser,
      ...(villkor !== '' && { villkor }), ...(vidaredelegation !== undefined && { vidaredelegation }), ...(anmals !== undefined && { anmals }),
    },
  };
});

/** ”Högst 50 000 kr”, ”0,5 prisbasbelopp”, ”50 % av prisbasbeloppet”. */
export const lasGrans = (text: string): { readonly granser: readonly Grans[]; readonly rest: string } => {
  const bar = text.replaceAll(/\s+/g, ' ').trim();
  if (bar === '' || bar === '-' || bar === '–') return { granser: [], rest: '' };
  const utan = bar.replace(/^(?:högst|upp till|max(?:imalt)?|intill|till och med) /iu, '').replaceAll(/(?<=\d)[\u00a0 .](?=\d{3})/g, '');
  const [, procent] = /^(\d{1,4}) ?(?:%|procent) (?:av )?(?:ett )?(?:pris)?basbelopp\S*$/iu.exec(utan) ?? [];
  const [, delar] = /^(\d{1,2}(?:[.,]\d{1,2})?|halvt|ett halvt) (?:pris)?basbelopp\S*$/iu.exec(utan) ?? [];
  const [, kronor] = /^(\d{1,9})(?: ?(?:kr|kronor|:-)\.?)?$/iu.exec(utan) ?? [];
  if (procent !== undefined) return { granser: [{ slag: 'procent_av_prisbasbelopp', hogst: Number(procent) }], rest: '' };
  if (delar !== undefined) return { granser: [{ slag: 'procent_av_prisbasbelopp', hogst: /halvt/.test(delar) ? 50 : Math.round(Number(delar.replace(',', '.')) * 100) }], rest: '' };
  if (kronor !== undefined && Number(kronor) > 0) return { granser: [{ slag: 'kronor', hogst: Number(kronor) }], rest: '' };
  return { granser: [], rest: bar };
};

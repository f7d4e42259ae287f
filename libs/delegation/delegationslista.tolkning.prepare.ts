import { hashOf, isRefusal, type Refusal, refuse, streamId, type Surroundings, type Table } from '@klubba/kernel';
import { namnden, uppdragPa } from '@klubba/namnd';
import { befattningskod } from './befattning';
import { tabellI, sparadeKolumner } from './delegation.tabell.prepare';
import { provaRegistrering, type RegistreraDelegationsbeslut } from './delegationsbeslut.decider';
import { ordningsunderlag } from './delegationsbehorighet';
import { delegationsordningen } from './delegationsordning.projection';
import { type Beslutsfalt, type Beslutsrad, lasBeslutslista, radnyckel } from './delegationslista.lasning';
import type { Kolumnval, LastTabell, Radfelet } from '@klubba/namnd';

export type Listfraga = {
  readonly namnd: string; readonly fran: string; readonly till: string; readonly klass: 'oppen' | 'sekretess'; readonly sekretesslagrum?: string | undefined; readonly mappning?: readonly Kolumnval<Beslutsfalt>[] | undefined;
  readonly idag: string;
};
/** How many decisions of each key there are in the register already, for the days of the list. */
export type Redan = (fran: string, till: string) => Promise<ReadonlyMap<string, number>>;
export type Tolkadrad = { readonly rad: Beslutsrad; readonly data: RegistreraDelegationsbeslut; readonly finns: boolean; readonly lik: boolean; readonly brott: readonly string[] };
export type Tolkadlista = { readonly tabell: Table; readonly last: LastTabell<Beslutsfalt, Beslutsrad>; readonly rader: readonly Tolkadrad[]; readonly fel: readonly Radfelet[]; readonly hash: string };

/** A list of decisions in a file: by its columns, by the order that stood on each day, and against what the register has. */
export const tolkaBeslutslista = async (around: Surroundings, content: Uint8Array, fraga: Listfraga, redan: Redan): Promise<Tolkadlista | Refusal> => {
  const { namnd: id, fran, till } = fraga;
  const tabell = await tabellI(around, content);
  if (isRefusal(tabell)) return tabell;
  const namnd = await around.read(namnden, id);
  if (namnd === undefined) return refuse('NAMNDEN_FINNS_INTE', 'Nämnden finns inte.');
  const ordning = await around.read(delegationsordningen, id);
  const last = lasBeslutslista(tabell, fraga.mappning ?? (await sparadeKolumner(around, id, tabell, 'beslut')));
  const utanfor = last.rader.filter(({ datum }) => datum < fran || datum > till).map(({ rad, datum }): Radfelet => ({ rad, kod: 'UTANFOR_PERIODEN', text: `Rad ${rad}: ${datum} ligger utanför perioden ${fran}–${till}.` }));
  const finns = new Map(await redan(fran, till));
  const sedda = new Set<string>();
  const fel: Radfelet[] = [...last.fel, ...utanfor];
  const rader = last.rader.map((rad): Tolkadrad => {
    const { rad: _, ...given } = rad;
    const data: RegistreraDelegationsbeslut = {
      ...given, namnd: id, klass: fraga.klass, ...(fraga.sekretesslagrum !== undefined && { sekretesslagrum: fraga.sekretesslagrum }),
      underlag: { ordforande: uppdragPa(namnd, rad.datum).filter(({ roll }) => roll !== undefined).map(({ person }) => person), ...medOrdning(ordningsunderlag(ordning, rad.datum, rad.nummer)) },
    };
    const provat = provaRegistrering(data, fraga.idag);
    if (isRefusal(provat)) fel.push({ rad: rad.rad, kod: provat.hinder[0].kod, text: `Rad ${rad.rad}: ${provat.hinder[0].text}` });
    const allt = JSON.stringify(given);
    const lik = sedda.has(allt);
    sedda.add(allt);
    const nyckel = radnyckel({ ...rad, befattning: rad.delegat.titel === undefined ? rad.delegat.slag : befattningskod(rad.delegat.titel) });
    const kvar = finns.get(nyckel) ?? 0;
    if (kvar > 0) finns.set(nyckel, kvar - 1);
    return { rad, data, finns: kvar > 0, lik, brott: isRefusal(provat) ? [] : provat.funna.map(({ text, lagrum }) => (lagrum === undefined ? text : `${text} (${lagrum})`)) };
  });
  return { tabell, last, rader, fel: fel.sort((a, b) => (a.rad ?? 0) - (b.rad ?? 0)), hash: hashOf(content) };
};
const medOrdning = <T>(ordning: T | undefined): { readonly ordning?: T } => (ordning === undefined ? {} : { ordning });

/** The command that registers a row, and the decision it makes: sent again, they meet themselves. */
export const radensKommando = (kommando: string, rad: number): string => streamId('delegationsrad', kommando, String(rad));
export const radensBeslut = (by: string, kommando: string, rad: number): string => streamId('delegationsbeslut', by, radensKommando(kommando, rad));

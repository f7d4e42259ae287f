import type { Hinder } from '@klubba/kernel';
import type { Namndslag } from './namnd.events';
import type { Listrad } from './namnd.lista';
import type { Radfelet } from './tabellista';
import { flerAnPlatser, overlappar, type Platser, type Platshinder, provaPlats, utanforNamnden } from './namnd.platser';
import { sammaUppdrag, type Uppdrag } from './namnd.projection';

/**
 * So many seats may be new or ended in one list. They all go into one append, which makes them true at once or not at all;
 * each is a record of some 640 bytes and what goes beside it (`weightOf`), and an append may weigh 1 MiB.
 */
export const NYA_MAX = 800;

/** A seat and its row in the file. `valbar`: sits in the nämnd above on that day; asked only of an utskott. */
export type Inlasningsrad = Uppdrag & { readonly rad: number; readonly valbar?: boolean };
export type Forandring = 'ny' | 'oforandrad' | 'avslutas';
export type Radhinder = { readonly rad: number; readonly hinder: Hinder<Platshinder | 'ANNAT_UPPDRAG_FINNS'> };
export type ProvadLista = { readonly rader: readonly (Inlasningsrad & { readonly forandring: Forandring })[]; readonly hinder: readonly Radhinder[]; readonly varningar: readonly Hinder<Platshinder>[] };

/** The rows of a list by the rules of an election (ValjForUppdrag), each against what stands when the list's ends are drawn, and the rows before it. */
export const provaInlasning = (platser: Platser, slag: Namndslag, rader: readonly Inlasningsrad[]): ProvadLista => {
  const hinder: Radhinder[] = [];
  const varningar: Hinder<Platshinder>[] = [];
  const provade = rader.map((rad) => ({ ...rad, forandring: forandringAv(platser, rad) }));
  const uppdrag = medSlut(platser.uppdrag, provade.filter(({ forandring }) => forandring === 'avslutas'));
  for (const { forandring, ...rad } of provade) {
    if (forandring === 'annan') hinder.push({ rad: rad.rad, hinder: annatUppdrag(rad) });
    if (forandring !== 'ny') continue;
    const stop = provaPlats(rad, uppdrag) ?? (slag === 'utskott' && rad.valbar !== true ? utanforNamnden(rad.person, rad.fran) : undefined);
    if (stop?.allvar === 'STOPP') hinder.push({ rad: rad.rad, hinder: stop });
    else if (stop !== undefined) varningar.push(stop);
    uppdrag.push(rad);
  }
  const dagar = new Set(provade.flatMap((rad) => (rad.forandring === 'ny' && rad.uppdrag === 'ledamot' ? [rad.fran] : [])));
  const fler = [...dagar].map((dag) => flerAnPlatser({ ...platser, uppdrag }, dag)).find((one) => one !== undefined);
  return {
    rader: provade.flatMap(({ forandring, ...rad }) => (forandring === 'annan' ? [] : [{ ...rad, forandring }])), hinder,
    // Each kind once: one reason answers for the whole list.
    varningar: [...varningar.slice(0, 1), ...(fler === undefined ? [] : [fler])],
  };
};
const medSlut = (uppdrag: readonly Uppdrag[], slut: readonly Uppdrag[]): Uppdrag[] => uppdrag.map((one) => slut.find((end) => sammaUppdrag(end, one)) ?? one);

/** What a row would change of a seat that stands: nothing, its end, or more than a list may. */
const forandringAv = ({ uppdrag }: Platser, rad: Inlasningsrad): Forandring | 'annan' => {
  const there = uppdrag.find((one) => sammaUppdrag(one, rad));
  if (there === undefined) return 'ny';
  if (there.parti !== rad.parti || there.ordning !== rad.ordning || there.roll !== rad.roll) return 'annan';
  if (there.till === rad.till) return 'oforandrad';
  return there.till === undefined && rad.till !== undefined && rad.till >= rad.fran ? 'avslutas' : 'annan';
};
const annatUppdrag = (rad: Inlasningsrad): Radhinder['hinder'] => ({
  kod: 'ANNAT_UPPDRAG_FINNS', allvar: 'STOPP', text: `{person:${rad.person}} har redan det uppdraget från ${rad.fran}, men med annat parti, annan roll, plats eller sista dag. Rätta det i Klubba, eller i listan.`,
});

/** Someone who holds a seat in the nämnd, or in the one above it. */
export type Kand = { readonly person: string; readonly namn: string; readonly parti: string };
/** A row of the list with who it is: one already known, or someone new, first named on row `nyFranRad`. */
export type Jamford = Inlasningsrad & { readonly namn: string; readonly nyFranRad?: number; readonly forandring: Forandring };
export type Jamforelse = { readonly rader: readonly Jamford[]; readonly fel: readonly Radfelet[]; readonly varningar: readonly Hinder[]; readonly saknas: readonly Uppdrag[] };
type Over = { readonly slag: Namndslag; readonly ovre?: readonly Uppdrag[] };

/**
 * The list against what stands. One known by name and party is the same person; `nyPerson` gives whoever is new an id from
 * the row that first names them. `saknas`: seats held that the list does not name; a list ends nothing by silence.
 */
export const jamfor = (platser: Platser & Over, kanda: readonly Kand[], rader: readonly Listrad[], nyPerson: (rad: number) => string): Jamforelse => {
  const fel: Radfelet[] = [];
  const med = medPersoner(kanda, rader, nyPerson, fel);
  const andras = med.filter((rad) => !platser.uppdrag.some((one) => sammaUppdrag(one, rad) && one.till === rad.till)).length;
  if (andras > NYA_MAX) {
    fel.push({ kod: 'LISTAN_FOR_STOR', text: `Listan ger ${andras} nya eller avslutade uppdrag. Högst ${NYA_MAX} kan läsas in på en gång, så att alla blir sanna samtidigt. Dela filen, till exempel per mandatperiod.` });
    return { rader: [], fel, varningar: [], saknas: [] };
  }
  const placerade = medPlatser(platser, med);
  const provad = provaInlasning(platser, platser.slag, placerade);
  fel.push(...provad.hinder.map(({ rad, hinder }): Radfelet => ({ rad, kod: hinder.kod, text: `Rad ${rad}: ${hinder.text.replace(/\{person:[^}]*\}/, 'Personen')}` })));
  const perRad = new Map(placerade.map((rad) => [rad.rad, rad]));
  return {
    rader: provad.rader.map(({ rad, forandring }) => ({ ...perRad.get(rad)!, forandring })), fel: fel.sort((a, b) => (a.rad ?? 0) - (b.rad ?? 0)), varningar: provad.varningar,
    saknas: platser.uppdrag.filter((one) => one.till === undefined && !med.some((rad) => rad.person === one.person)),
  };
};

type Kanslig = { readonly namn: string; readonly person: string; readonly nyFranRad?: number };
const medPersoner = (kanda: readonly Kand[], rader: readonly Listrad[], nyPerson: (rad: number) => string, fel: Radfelet[]): readonly (Listrad & Kanslig)[] => {
  const known = new Map<string, Set<string>>();
  for (const { person, namn, parti } of kanda) known.set(vem(namn, parti), (known.get(vem(namn, parti)) ?? new Set()).add(person));
  const nya = new Map<string, number>();
  return rader.flatMap((rad) => {
    const key = vem(rad.namn, rad.parti);
    const [person, another] = known.get(key) ?? [];
    if (another !== undefined) {
      fel.push({ rad: rad.rad, kod: 'FLERA_MED_NAMNET', text: `Rad ${rad.rad}: flera i nämnden heter så och hör till ${rad.parti}. Anteckna uppdraget för rätt person i Klubba i stället.` });
      return [];
    }
    if (person !== undefined) return [{ ...rad, person }];
    const nyFranRad = nya.get(key) ?? rad.rad;
    nya.set(key, nyFranRad);
    return [{ ...rad, person: nyPerson(nyFranRad), nyFranRad }];
  });
};

/** Lists that do not number their places: ledamöter go on in one row, ersättare within their party. */
const medPlatser = ({ uppdrag, ovre }: Platser & Over, rader: readonly (Listrad & Kanslig)[]): readonly (Inlasningsrad & Kanslig)[] => {
  const taken: Omit<Uppdrag, 'person'>[] = uppdrag.map((one) => {
    const till = one.till ?? rader.find((rad) => sammaUppdrag(rad, one))?.till;
    return { ...one, ...(till !== undefined && { till }) };
  });
  return rader.map(({ ordning, ...rad }) => {
    const there = uppdrag.find((one) => sammaUppdrag(one, rad));
    const beside = taken.filter((one) => one.uppdrag === rad.uppdrag && (rad.uppdrag === 'ledamot' || one.parti === rad.parti) && overlappar(one, rad));
    const placed = { ...rad, ordning: ordning ?? there?.ordning ?? beside.reduce((most, one) => Math.max(most, one.ordning), 0) + 1 };
    if (there === undefined) taken.push(placed);
    const valbar = ovre?.some((one) => one.person === rad.person && one.fran <= rad.fran && (one.till === undefined || rad.fran <= one.till));
    return { ...placed, ...(valbar !== undefined && { valbar }) };
  });
};

/** Without case and double spaces: the same name written by two people. */
const vem = (namn: string, parti: string): string => `${namn.normalize('NFC').toLowerCase().replaceAll(/\s+/gu, ' ').trim()} ${parti}`;


import { type Hinder, warning } from '@klubba/kernel';
import { stod } from '@klubba/lagrum';
import { type Reglemente, reglementePa, type Uppdrag, uppdragPa } from './namnd.projection';

export type Platser = { readonly reglementen: readonly Reglemente[]; readonly uppdrag: readonly Uppdrag[] };
export type Platshinder = 'TILL_FORE_FRAN' | 'ROLL_KRAVER_LEDAMOT' | 'HAR_REDAN_UPPDRAG' | 'ORDNINGEN_UPPTAGEN' | 'ROLLEN_UPPTAGEN' | 'EJ_VALBAR_TILL_UTSKOTT' | 'FLER_LEDAMOTER_AN_PLATSER';
const stop = (kod: Platshinder, text: string): Hinder<Platshinder> => ({ kod, allvar: 'STOPP', text });

/** What stops a seat in itself, and against the other seats on the days it is held. */
export const provaPlats = (seat: Uppdrag, andra: readonly Uppdrag[]): Hinder<Platshinder> | undefined => {
  if (seat.till !== undefined && seat.till < seat.fran) return stop('TILL_FORE_FRAN', `Uppdraget kan inte sluta ${seat.till}, före första dagen ${seat.fran}.`);
  if (seat.roll !== undefined && seat.uppdrag !== 'ledamot') return stop('ROLL_KRAVER_LEDAMOT', 'Ordförande och vice ordförande väljs bland ledamöterna.');
  const same = andra.filter((other) => overlappar(other, seat));
  if (same.some(({ person }) => person === seat.person)) return stop('HAR_REDAN_UPPDRAG', `{person:${seat.person}} har redan ett uppdrag i nämnden under tiden.`);
  if (same.some(({ uppdrag, parti, ordning }) => uppdrag === seat.uppdrag && parti === seat.parti && ordning === seat.ordning)) return stop('ORDNINGEN_UPPTAGEN', `Plats ${seat.ordning} är redan upptagen.`);
  return seat.roll !== undefined && same.some(({ roll }) => roll === seat.roll) ? stop('ROLLEN_UPPTAGEN', 'Någon annan har den rollen under tiden.') : undefined;
};

/** KL 6:42. Of the law before 2018 the rule book knows no section, so that it only warns. */
export const utanforNamnden = (person: string, fran: string): Hinder<Platshinder> => {
  const { allvar, citat } = stod('kommunallag', fran);
  const lagrum = allvar === 'STOPP' ? 'KL 6 kap. 42 §' : citat;
  return { kod: 'EJ_VALBAR_TILL_UTSKOTT', allvar, text: `{person:${person}} är inte ledamot eller ersättare i nämnden och kan inte väljas till utskottet (${lagrum}).`, lagrum };
};

/** Warns when more ledamöter sit on a day than fullmäktige has decided, with these seats among them. */
export const flerAnPlatser = (platser: Platser, datum: string): Hinder<Platshinder> | undefined => {
  const antal = reglementePa(platser, datum)?.antalLedamoter;
  const sits = ledamoter(platser, datum);
  return antal !== undefined && sits > antal ? forManga(sits, antal, datum) : undefined;
};
export const forManga = (sits: number, antal: number, datum: string): Hinder<'FLER_LEDAMOTER_AN_PLATSER'> => warning('FLER_LEDAMOTER_AN_PLATSER', `Nämnden får ${sits} ledamöter ${datum}, men fullmäktige har bestämt ${antal}.`);
export const ledamoter = (platser: Pick<Platser, 'uppdrag'>, datum: string): number => uppdragPa(platser, datum).filter(({ uppdrag }) => uppdrag === 'ledamot').length;

export const overlappar = (a: Pick<Uppdrag, 'fran' | 'till'>, b: Pick<Uppdrag, 'fran' | 'till'>): boolean =>
  (b.till === undefined || a.fran <= b.till) && (a.till === undefined || b.fran <= a.till);

import { type Command, type Context, isRefusal, type Refusal, refuse, unknownCase, uphold } from '@klubba/kernel';
import type { SammantradeEvent } from './sammantrade.events';
import type { Mote, SammantradeHinder } from './sammantrade.mote.decider';
import type { Kvittolage, Paketdel, Utskickssatt } from './sammantrade.projection';

export type UtskickCommand =
  /** `hash`: of the kallelse as it was sent. */
  | Command<'AntecknaKallelsekvitto', { version: number; personer: readonly string[]; lage: Kvittolage; satt: Utskickssatt; datum: string; tid: string; underlag?: { readonly hash?: string } }>
  | Command<'NoteraKallelsehamtning', { version: number; person: string; del: Paketdel; filhash: string; underlag?: { readonly hash?: string } }>;

const SKRIVET: Readonly<Record<Kvittolage, string>> = { skickad: 'skickad', levererad: 'levererad', oppnad: 'öppnad' };
/** How the package of a kallelse fetched by somebody is named among what is noted once. */
const hamtning = (person: string, del: Paketdel): string => `${person} ${del}`;

/** Whom a kallelse was sent to and reached, person by person. */
export const decideUtskick = (command: UtskickCommand, mote: Mote, { id }: Context): readonly SammantradeEvent[] | Refusal<SammantradeHinder> => {
  const { version, underlag } = command.data;
  const utskick = mote.utskick?.[version - 1];
  const hash = underlag?.hash;
  if (utskick === undefined || hash === undefined) return refuse('KALLELSEN_FINNS_INTE', `Det finns ingen version ${version} av kallelsen.`);
  switch (command.type) {
    case 'AntecknaKallelsekvitto': {
      const { lage, satt, datum, tid } = command.data;
      const har = (person: string, annat: Kvittolage): boolean => utskick.kvitton.some((en) => en.person === person && en.lage === annat);
      const personer = [...new Set(command.data.personer)].filter((person) => !utskick.kvitton.some((en) => en.person === person && en.lage === lage && en.satt === satt));
      const okallade = personer.filter((person) => !utskick.kallade.includes(person));
      const oskickade = lage === 'skickad' ? [] : personer.filter((person) => utskick.kallade.includes(person) && !har(person, 'skickad'));
      const passed = uphold<SammantradeHinder>(command, `sammantrade:${id}`, [
        okallade.length > 0 && { kod: 'EJ_KALLAD', allvar: 'STOPP', text: `${okallade.map(namn).join(', ')} är inte kallad till sammanträdet.` },
        oskickade.length > 0 && { kod: 'KVITTO_I_FEL_ORDNING', allvar: 'STOPP', text: `Kallelsen är inte antecknad som skickad till ${oskickade.map(namn).join(', ')}, och kan inte vara ${SKRIVET[lage]}.` },
        datum < utskick.datum && { kod: 'KVITTO_FORE_KALLELSEN', allvar: 'STOPP', text: `Kallelsen skickades ${utskick.datum}. Den kan inte vara ${SKRIVET[lage]} ${datum}.` },
      ]);
      if (isRefusal(passed)) return passed;
      return personer.length === 0 ? [] : [{ type: 'KallelsekvittoAntecknat', data: { version, personer, lage, satt, datum, tid, hash } }];
    }
    case 'NoteraKallelsehamtning': {
      const { person, del, filhash } = command.data;
      if (del === 'sekretess' && utskick.personalforetradare?.includes(person) === true) return refuse('SEKRETESS_EJ_TILL_PERSONAL', 'Den som är kallad som personalföreträdare får bara den öppna delen (KL 7 kap. 14 §).', 'KL 7 kap. 14 §');
      return utskick.hamtat.includes(hamtning(person, del)) ? [] : [{ type: 'KallelsepaketHamtat', data: { version, person, del, hash, filhash } }];
    }
    default: return unknownCase(command);
  }
};
const namn = (person: string): string => `{person:${person}}`;

export const evolveUtskick = (mote: Mote, event: Extract<SammantradeEvent, { type: 'KallelsekvittoAntecknat' | 'KallelsepaketHamtat' }>): Mote => ({
  ...mote,
  utskick: (mote.utskick ?? []).map((en, i) => {
    if (i !== event.data.version - 1) return en;
    if (event.type === 'KallelsepaketHamtat') return { ...en, hamtat: [...en.hamtat, hamtning(event.data.person, event.data.del)] };
    const { personer, lage, satt } = event.data;
    return { ...en, kvitton: [...en.kvitton, ...personer.map((person) => ({ person, lage, satt }))] };
  }),
});

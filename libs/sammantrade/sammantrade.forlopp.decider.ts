import { type Command, type Context, isRefusal, type Refusal, refuse, seal, unknownCase, warning, weigh } from '@klubba/kernel';
import type { SammantradeEvent } from './sammantrade.events';
import type { Mote, SammantradeHinder } from './sammantrade.mote.decider';

export type ForloppCommand =
  | Command<'OppnaSammantrade', { tid: string; datum?: string; underlag?: { readonly antalLedamoter: number; readonly omedelbarJustering: boolean } }>
  | Command<'AvslutaSammantrade', { tid: string }>
  | Command<'AteroppnaSammantrade', { skal: string }>;

export const decideForlopp = (command: ForloppCommand, mote: Mote, { id }: Context): readonly SammantradeEvent[] | Refusal<SammantradeHinder> => {
  const kid = `sammantrade:${id}`;
  switch (command.type) {
    case 'OppnaSammantrade': {
      const { tid, datum = mote.datum, underlag } = command.data;
      if (mote.skede === 'oppet' || mote.skede === 'avslutat') return refuse('SAMMANTRADET_AR_OPPNAT', 'Sammanträdet har redan öppnats.');
      if (datum !== mote.datum) return refuse('FEL_DAG', `Sammanträdet är planerat till ${mote.datum}. Ställ in det och planera ett nytt om det hölls en annan dag.`);
      if (underlag === undefined || underlag.antalLedamoter < 1) return refuse('REGLEMENTE_SAKNAS', `Nämnden har inget reglemente som gäller ${mote.datum}, så antalet ledamöter är inte känt.`);
      const passed = weigh<SammantradeHinder>(command, kid, [
        mote.kallelser === 0 && warning('KALLELSE_SAKNAS', 'Ingen kallelse är skickad. Ledamöter och ersättare ska underrättas om tid och plats (KL 6 kap. 17 §).', 'KL 6 kap. 17 §'),
      ]);
      return isRefusal(passed) ? passed : [{ type: 'SammantradeOppnat', data: { datum, tid, antalLedamoter: underlag.antalLedamoter, omedelbarJustering: underlag.omedelbarJustering, ...passed } }];
    }
    case 'AvslutaSammantrade': {
      const { tid } = command.data;
      if (mote.skede === 'avslutat') return refuse('SAMMANTRADET_AR_AVSLUTAT', 'Sammanträdet är redan avslutat.');
      if (mote.skede !== 'oppet') return refuse('SAMMANTRADET_AR_EJ_OPPNAT', 'Sammanträdet är inte öppnat.');
      if (tid < mote.senast) return refuse('TIDEN_GAR_BAKLANGES', `Sammanträdet kan inte ha avslutats ${tid}: det pågick ${mote.senast}.`);
      const kvar = mote.punkter.flatMap(({ beslut, utgatt }, i) => (beslut === undefined && !utgatt ? [i + 1] : []));
      const passed = weigh<SammantradeHinder>(command, kid, [kvar.length > 0 && warning('ARENDEN_EJ_AVGJORDA', `Dessa ärenden är varken avgjorda, bordlagda eller utgångna: ${kvar.join(', ')}.`)]);
      return isRefusal(passed) ? passed : [{ type: 'SammantradeAvslutat', data: { tid, ...passed } }];
    }
    case 'AteroppnaSammantrade': {
      if (mote.skede !== 'avslutat') return refuse('SAMMANTRADET_PAGAR', 'Sammanträdet är inte avslutat.');
      if (mote.omgangar.length > 0) return refuse('REDAN_JUSTERAD', 'Protokollet är justerat. Sammanträdet kan inte öppnas igen.');
      return [{ type: 'SammantradeAteroppnat', data: { skal: seal(kid, command.data.skal) } }];
    }
    default: return unknownCase(command);
  }
};

export const evolveForlopp = (mote: Mote, event: Extract<SammantradeEvent, { type: 'SammantradeOppnat' | 'SammantradeAvslutat' | 'SammantradeAteroppnat' }>): Mote => {
  switch (event.type) {
    case 'SammantradeOppnat': {
      const { tid, antalLedamoter, omedelbarJustering } = event.data;
      return { ...mote, skede: 'oppet', senast: tid, antalLedamoter, omedelbarJustering };
    }
    case 'SammantradeAvslutat': return { ...mote, skede: 'avslutat' };
    case 'SammantradeAteroppnat': return { ...mote, skede: 'oppet' };
    default: return unknownCase(event);
  }
};

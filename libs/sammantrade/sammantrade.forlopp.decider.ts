import { type Command, type Context, type Hinder, isRefusal, type Refusal, refuse, seal, unknownCase, warning, weigh } from '@klubba/kernel';
import type { SammantradeEvent } from './sammantrade.events';
import type { Mote, SammantradeHinder } from './sammantrade.mote.decider';
import type { Punktslag } from './sammantrade.projection';
import { klockan } from './sammantrade.narvaro.projection';

export type ForloppCommand =
  /** `plats`: when it was held elsewhere than planned. */
  | Command<'OppnaSammantrade', { tid: string; tidSkriven?: string; plats?: string; datum?: string; underlag?: { readonly antalLedamoter: number; readonly omedelbarJustering: boolean; readonly utanParagraf?: readonly Punktslag[] } }>
  /** `angesI`: the protocols that state when it ended. */
  | Command<'AvslutaSammantrade', { tid: string; tidSkriven?: string; angesI?: readonly string[] }>
  | Command<'AteroppnaSammantrade', { skal: string }>;

export const decideForlopp = (command: ForloppCommand, mote: Mote, { id }: Context): readonly SammantradeEvent[] | Refusal<SammantradeHinder> => {
  const kid = `sammantrade:${id}`;
  switch (command.type) {
    case 'OppnaSammantrade': {
      const { tid, tidSkriven, plats, datum = mote.datum, underlag } = command.data;
      if (mote.skede === 'oppet' || mote.skede === 'avslutat') return refuse('SAMMANTRADET_AR_OPPNAT', 'Sammanträdet har redan öppnats.');
      if (datum !== mote.datum) return refuse('FEL_DAG', `Sammanträdet är planerat till ${mote.datum}. Ställ in det och planera ett nytt om det hölls en annan dag.`);
      if (underlag === undefined || underlag.antalLedamoter < 1) return refuse('REGLEMENTE_SAKNAS', `Nämnden har inget reglemente som gäller ${mote.datum}, så antalet ledamöter är inte känt.`);
      const passed = weigh<SammantradeHinder>(command, kid, [
        mote.kallelser === 0 && warning('KALLELSE_SAKNAS', 'Ingen kallelse är skickad. Ledamöter och ersättare ska underrättas om tid och plats (KL 6 kap. 17 §).', 'KL 6 kap. 17 §'),
      ]);
      if (isRefusal(passed)) return passed;
      return [{
        type: 'SammantradeOppnat',
        data: {
          datum, tid, antalLedamoter: underlag.antalLedamoter, omedelbarJustering: underlag.omedelbarJustering,
          ...(tidSkriven !== undefined && { tidSkriven: seal(kid, tidSkriven) }), ...(plats !== undefined && { plats: seal(kid, plats) }),
          ...(underlag.utanParagraf !== undefined && underlag.utanParagraf.length > 0 && { utanParagraf: underlag.utanParagraf }), ...passed,
        },
      }];
    }
    case 'AvslutaSammantrade': {
      const { tid, tidSkriven, angesI } = command.data;
      if (mote.skede === 'avslutat') return refuse('SAMMANTRADET_AR_AVSLUTAT', 'Sammanträdet är redan avslutat.');
      if (mote.skede !== 'oppet') return refuse('SAMMANTRADET_AR_EJ_OPPNAT', 'Sammanträdet är inte öppnat.');
      if (klockan(mote, tid) < klockan(mote, mote.senast)) return refuse('TIDEN_GAR_BAKLANGES', `Sammanträdet kan inte ha avslutats ${tid}: det pågick ${mote.senast}.`);
      const passed = weigh<SammantradeHinder>(command, kid, [provaAvgjorda(mote)]);
      if (isRefusal(passed)) return passed;
      return [{
        type: 'SammantradeAvslutat',
        data: { tid, ...(tidSkriven !== undefined && { tidSkriven: seal(kid, tidSkriven) }), ...(angesI !== undefined && { angesI: angesI.map((en) => seal(kid, en)) }), ...passed },
      }];
    }
    case 'AteroppnaSammantrade': {
      if (mote.skede !== 'avslutat') return refuse('SAMMANTRADET_PAGAR', 'Sammanträdet är inte avslutat.');
      if (mote.omgangar.some(({ datum }) => datum !== undefined)) return refuse('REDAN_JUSTERAD', 'Protokollet är justerat. Sammanträdet kan inte öppnas igen.');
      return [{ type: 'SammantradeAteroppnat', data: { skal: seal(kid, command.data.skal) } }];
    }
    default: return unknownCase(command);
  }
};

/** Every item has been dealt with when the meeting is closed. */
export const provaAvgjorda = ({ punkter }: Mote): Hinder<SammantradeHinder> | undefined => {
  const kvar = punkter.flatMap(({ beslut, utgatt }, i) => (beslut === undefined && !utgatt ? [i + 1] : []));
  return kvar.length === 0 ? undefined : warning('ARENDEN_EJ_AVGJORDA', `Dessa ärenden är varken avgjorda, bordlagda eller utgångna: ${kvar.join(', ')}.`);
};

export const evolveForlopp = (mote: Mote, event: Extract<SammantradeEvent, { type: 'SammantradeOppnat' | 'SammantradeAvslutat' | 'SammantradeAteroppnat' }>): Mote => {
  switch (event.type) {
    case 'SammantradeOppnat': {
      const { tid, antalLedamoter, omedelbarJustering, utanParagraf } = event.data;
      return { ...mote, skede: 'oppet', oppnat: tid, senast: tid, antalLedamoter, omedelbarJustering, ...(utanParagraf !== undefined && { utanParagraf }) };
    }
    case 'SammantradeAvslutat': return { ...mote, skede: 'avslutat', slut: event.data.tid };
    case 'SammantradeAteroppnat': {
      const { slut: _, ...pagar } = mote;
      return { ...pagar, skede: 'oppet' };
    }
    default: return unknownCase(event);
  }
};

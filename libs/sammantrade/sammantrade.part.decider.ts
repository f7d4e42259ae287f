import { blank, type Command, type Context, type Hinder, isRefusal, type Refusal, refuse, seal, streamId, unknownCase, warning } from '@klubba/kernel';
import { stod } from '@klubba/lagrum';
import { klockan } from './klockslag';
import type { SammantradeEvent } from './sammantrade.events';
import { kallad, type Mote, type Part, type Punkt, rummet, type SammantradeHinder } from './sammantrade.mote.decider';
import { partsratten } from './sammantrade.rummet.projection';
import { oppen } from './sammantrade.yrkanden.decider';

export type PartCommand =
  /** `part`: an earlier one, to tell more of. `nekad`: why. */
  | Command<'AntecknaPartsratt', { punkt: string; part?: string; benamning: string; lag?: 'sol' | 'lss'; informerad: boolean; begart?: boolean; tid?: string; nekad?: string }>
  | Command<'AntecknaPartensUppgifter', { punkt: string; part: string; fran: string; till: string }>;

/** The single party before the nämnd (B6): told of the right to speak, asked, and heard or refused with reasons. */
export const decidePart = (command: PartCommand, mote: Mote, { by, command: kommando }: Context): readonly SammantradeEvent[] | Refusal<SammantradeHinder> => {
  const { punkt: id } = command.data;
  const punkt = command.type === 'AntecknaPartsratt' ? ejJusterad(mote, id) : oppen(mote, id);
  if (isRefusal(punkt)) return punkt;
  const kid = `paragraf:${id}`;
  const kand = (part: string): boolean => rummet(punkt).parter.some((en) => en.id === part);
  switch (command.type) {
    case 'AntecknaPartsratt': {
      const { part = streamId('part', by, kommando), benamning, lag = 'sol', informerad, begart = false, tid, nekad } = command.data;
      if (command.data.part !== undefined && !kand(part)) return partenFinnsInte;
      return [{
        type: 'PartsrattAntecknad',
        data: { punkt: id, klass: punkt.klass, part, benamning: seal(kid, benamning), lag, informerad, begart, ...(tid !== undefined && { tid }), ...(!blank(nekad) && { nekad: seal(kid, nekad) }) },
      }];
    }
    case 'AntecknaPartensUppgifter': {
      const { part, fran, till } = command.data;
      if (!kand(part)) return partenFinnsInte;
      if (klockan(mote, fran) >= klockan(mote, till)) return refuse('TIDEN_GAR_BAKLANGES', 'Parten lämnar sammanträdet efter att ha kommit in.');
      if (punkt.beslut !== undefined && klockan(mote, till) > klockan(mote, punkt.beslut.tid)) return refuse('TIDEN_GAR_BAKLANGES', `Klubban föll i ${kallad(mote, id)} kl. ${punkt.beslut.tid}. Parten har lämnat sammanträdet dessförinnan.`);
      return [{ type: 'PartHord', data: { punkt: id, klass: punkt.klass, part, fran, till } }];
    }
    default: return unknownCase(command);
  }
};
const partenFinnsInte = refuse<SammantradeHinder>('PARTEN_FINNS_INTE', 'Parten är inte antecknad vid punkten.');
/** What is known of a party's right may be told before the meeting. */
const ejJusterad = (mote: Mote, id: string): Punkt | Refusal<SammantradeHinder> => oppen({ ...mote, skede: 'oppet' }, id);

/** When a matter is decided: the party has been told, and a request has been answered. */
export const provaParter = (mote: Mote, punkt: Punkt): readonly Hinder<SammantradeHinder>[] => {
  const { parter } = rummet(punkt);
  return parter.flatMap(({ lag, informerad, begart, nekad, hord }) => {
    const { citat, allvar } = lag === 'sol' ? stod('muntligt', mote.datum) : stod('forvaltningslag', mote.datum);
    const lagrum = lag === 'sol' ? citat : partsratten('lss', mote.datum);
    const skal = lag === 'sol' ? 'ange särskilda skäl' : 'ange varför det är obehövligt';
    return [
      ...(lag === 'sol' && !informerad ? [warning<SammantradeHinder>('PART_EJ_INFORMERAD', `Parten har inte informerats om rätten att lämna uppgifter muntligt inför nämnden (${lagrum}).`, lagrum)] : []),
      ...(begart && !hord && !nekad ? [{ kod: 'PARTENS_BEGARAN_OBESVARAD' as const, allvar, text: `Parten har begärt att få lämna uppgifter muntligt. Bered tillfälle eller ${skal} (${lagrum}).`, lagrum }] : []),
    ];
  });
};

export const evolvePart = (parter: readonly Part[], event: Extract<SammantradeEvent, { type: 'PartsrattAntecknad' | 'PartHord' }>): readonly Part[] => {
  const { part: id } = event.data;
  switch (event.type) {
    case 'PartsrattAntecknad': {
      const { lag, informerad, begart, nekad } = event.data;
      const hord = parter.some((en) => en.id === id && en.hord);
      return [...parter.filter((en) => en.id !== id), { id, lag, informerad, begart, nekad: nekad !== undefined, hord }];
    }
    case 'PartHord': return parter.map((en) => (en.id === id ? { ...en, hord: true } : en));
    default: return unknownCase(event);
  }
};

import { blank, type Command, type Context, type Hinder, isRefusal, type Refusal, refuse, seal, unknownCase, uphold } from '@klubba/kernel';
import type { SammantradeEvent } from './sammantrade.events';
import { nedtaget } from './sammantrade.anslag.projection';
import { andrad, enligtKl, finnsInte, type Mote, nummer, type Punkt, punkten, type SammantradeHinder } from './sammantrade.mote.decider';

type Publicerad = { readonly punkt: string; readonly handling: string; readonly version: number; readonly hash: string };
export type OppenhetCommand =
  /** `medgivet`: fullmäktige has allowed open meetings on the day of this one. */
  | Command<'SattOppenhet', { punkt: string; oppet: boolean; namndbeslut?: string; underlag?: { readonly medgivet: boolean } }>
  /** `annat`: anything else that somebody wants to put up. `handlingar`: the open files of the items. */
  | Command<'TillkannageSammantrade', { datum: string; plats: 'anslagstavlan' | 'webben'; innehall: 'sammantrade' | 'beslutsunderlag' | 'annat'; punkter?: readonly string[]; underlag?: { readonly handlingar: readonly Publicerad[] } }>
  | Command<'TaNedTillkannagivande', { datum: string; innehall: 'sammantrade' | 'beslutsunderlag' }>;

/** A8: closed unless the nämnd has opened it, and never open where the law closes it. */
export const arOppen = ({ oppetSomRegel = false }: Mote, punkt: Punkt): boolean => !maste(punkt) && (punkt.oppet ?? oppetSomRegel);
const maste = ({ klass, myndighetsutovning }: Punkt): boolean => klass === 'sekretess' || myndighetsutovning;

/** Behind open or closed doors (A8), and what is told of the meeting beforehand (A9, I6). */
export const decideOppenhet = (command: OppenhetCommand, mote: Mote, _context: Context): readonly SammantradeEvent[] | Refusal<SammantradeHinder> => {
  switch (command.type) {
    case 'SattOppenhet': {
      const { oppet, namndbeslut, underlag } = command.data;
      const punkt = punkten(mote, command.data.punkt);
      if (punkt === undefined) return finnsInte;
      if (mote.skede === 'avslutat' || punkt.beslut !== undefined) return refuse('REDAN_AVGJORD', `Ärende ${nummer(mote, punkt.id)} är redan behandlat.`);
      if (punkt.oppet === oppet) return [];
      const kid = `paragraf:${punkt.id}`;
      const nr = nummer(mote, punkt.id);
      const funna: readonly (Hinder<SammantradeHinder> | false)[] = [
        oppet && maste(punkt) && enligtKl(mote.datum, 'MASTE_VARA_STANGT', `Ärende ${nr} måste behandlas inom stängda dörrar (KL 6 kap. 25 § tredje stycket).`, 'KL 6 kap. 25 § tredje stycket'),
        oppet && underlag?.medgivet !== true && enligtKl(mote.datum, 'OPPET_EJ_MEDGIVET', 'Fullmäktige har inte medgett att nämnden håller öppna sammanträden (KL 6 kap. 25 §).', 'KL 6 kap. 25 §'),
        oppet && blank(namndbeslut) && mote.oppetSomRegel !== true && enligtKl(mote.datum, 'NAMNDBESLUT_SAKNAS', 'Ange nämndens beslut om att ärendet är öppet (KL 6 kap. 25 §).', 'KL 6 kap. 25 §'),
      ];
      const passed = uphold(command, kid, funna);
      if (isRefusal(passed)) return passed;
      return [{ type: 'PunktensOppenhetSatt', data: { punkt: punkt.id, klass: punkt.klass, oppet, ...(oppet && !blank(namndbeslut) && { namndbeslut: seal(kid, namndbeslut) }), ...passed } }];
    }
    case 'TillkannageSammantrade': {
      const { datum, plats, innehall, punkter, underlag } = command.data;
      if (innehall === 'annat') return refuse('ANSLAGSTAVLANS_INNEHALL', 'Anslagstavlan får bara innehålla det som anges i KL 8 kap. 10–11 §§.', 'KL 8 kap. 11 §');
      if (punkter?.some((en) => punkten(mote, en) === undefined) === true) return finnsInte;
      const hemlig = punkter?.find((en) => punkten(mote, en)!.klass === 'sekretess');
      if (hemlig !== undefined) return refuse('SEKRETESS_PUBLICERAS', `Ärende ${nummer(mote, hemlig)} omfattas av sekretess. Dess handlingar får inte publiceras.`);
      const visade = innehall === 'sammantrade' ? [] : mote.punkter.filter((en) => !en.utgatt && en.klass === 'oppen' && (punkter === undefined || punkter.includes(en.id))).map((en) => en.id);
      return [{ type: 'SammantradeTillkannagivet', data: { datum, plats, innehall, punkter: visade, handlingar: (underlag?.handlingar ?? []).filter(({ punkt }) => visade.includes(punkt)) } }];
    }
    case 'TaNedTillkannagivande': {
      const { datum, innehall } = command.data;
      const ett = (mote.tillkannagivna ?? []).findLast((en) => en.innehall === innehall);
      if (ett === undefined) return refuse('EJ_TILLKANNAGIVET', 'Det är inte tillkännagivet på anslagstavlan.');
      if (ett.nedtaget !== undefined) return ett.nedtaget === datum ? [] : refuse('REDAN_NEDTAGET', `Det togs ned ${ett.nedtaget}.`);
      if (datum < ett.datum) return refuse('EJ_TILLKANNAGIVET', `Det sattes upp först ${ett.datum}.`);
      return [{ type: 'TillkannagivandeNedtaget', data: { innehall, anslaget: ett.datum, datum } }];
    }
    default: return unknownCase(command);
  }
};

export const evolveOppenhet = (mote: Mote, event: Extract<SammantradeEvent, { type: 'PunktensOppenhetSatt' | 'SammantradeTillkannagivet' | 'TillkannagivandeNedtaget' }>): Mote => {
  const { tillkannagivna = [] } = mote;
  switch (event.type) {
    case 'PunktensOppenhetSatt': return andrad(mote, event.data.punkt, () => ({ oppet: event.data.oppet }));
    case 'SammantradeTillkannagivet': {
      const { innehall, datum, plats } = event.data;
      return plats === 'anslagstavlan' ? { ...mote, tillkannagivna: [...tillkannagivna, { innehall, datum }] } : mote;
    }
    case 'TillkannagivandeNedtaget': return { ...mote, tillkannagivna: nedtaget(tillkannagivna, event.data) };
    default: return unknownCase(event);
  }
};

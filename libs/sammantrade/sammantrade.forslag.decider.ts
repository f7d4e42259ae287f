import { type Command, type Context, isRefusal, type Refusal, refuse, type Sekretessklass, unknownCase, uphold, warning } from '@klubba/kernel';
import type { SammantradeEvent } from './sammantrade.events';
import { andrad, finnsInte, forseglad, type Mote, type NyBeslutspunkt, nummer, punkten, type SammantradeHinder } from './sammantrade.mote.decider';
import type { Beslutstyp } from './sammantrade.projection';

export type ForslagCommand =
  /** `paragraf`: the § of the other organ. What its own stream says is put there by prepare; its words only when they are open and justerade. */
  | Command<'KnytForslag', { punkt: string; paragraf: string; underlag?: Forslagsunderlag }>
  /** By a reaction, when the matter of these items has become secret. */
  | Command<'HojPunkternasKlass', { punkter: readonly string[]; sekretesslagrum?: string }>;
export type Forslagsunderlag = {
  readonly namnd: string; readonly egetUtskott: boolean; readonly ar: number; readonly nr: number; readonly bokstav?: string; readonly datum: string;
  readonly beslutstyp: string; readonly klass: Sekretessklass; readonly justerad: boolean; readonly beslutspunkter?: readonly NyBeslutspunkt[];
};
/** With these an organ hands a matter on. */
const VIDARE: readonly string[] = ['foresla_namnden', 'foresla_ks', 'foresla_kf', 'overlamna', 'faststallas_av_kf'] satisfies readonly Beslutstyp[];
const TILL_KF: readonly string[] = ['foresla_kf', 'faststallas_av_kf'] satisfies readonly Beslutstyp[];

export const decideForslag = (command: ForslagCommand, mote: Mote, _context: Context): readonly SammantradeEvent[] | Refusal<SammantradeHinder> => {
  switch (command.type) {
    case 'KnytForslag': {
      const { punkt: id, paragraf, underlag } = command.data;
      const punkt = punkten(mote, id);
      if (punkt === undefined) return finnsInte;
      const { klass, beslut, forslagFran, forslag: eget } = punkt;
      if (beslut !== undefined) return refuse('REDAN_AVGJORD', `Ärende ${nummer(mote, id)} är redan avgjort.`);
      if (forslagFran !== undefined) return forslagFran === paragraf ? [] : refuse('FORSLAG_REDAN_KNUTET', `Ärende ${nummer(mote, id)} har redan ett förslag från ett annat organ.`);
      if (underlag === undefined) return refuse('PARAGRAFEN_FINNS_INTE', 'Paragrafen finns inte.');
      const { beslutspunkter, klass: dess, justerad, egetUtskott, beslutstyp, ...om } = underlag;
      if (!VIDARE.includes(beslutstyp)) return refuse('INGET_FORSLAG', `§ ${om.nr} ${om.datum} är inget förslag till ett annat organ.`);
      if (beslutstyp === 'foresla_namnden' && !egetUtskott) return refuse('INGET_FORSLAG', `§ ${om.nr} ${om.datum} är ett utskotts förslag till sin egen nämnd.`);
      if (dess === 'sekretess' && klass === 'oppen') return refuse('SEKRETESS_KRAVS', 'Förslaget är sekretessbelagt. Punkten ska vara sekretess.');
      const passed = uphold<SammantradeHinder>(command, `paragraf:${id}`, [
        !justerad && warning('FORSLAG_EJ_JUSTERAT', `§ ${om.nr} ${om.datum} är inte justerad än. Vänta, eller ange skäl.`),
      ]);
      if (isRefusal(passed)) return passed;
      return [{
        type: 'ForslagKnutet',
        data: {
          punkt: id, klass, paragraf, ...om, beslutstyp: beslutstyp as Beslutstyp, kraverKf: TILL_KF.includes(beslutstyp),
          ...(eget !== true && beslutspunkter !== undefined && beslutspunkter.length > 0 && { forslag: beslutspunkter.map(forseglad(`paragraf:${id}`)) }), ...passed,
        },
      }];
    }
    case 'HojPunkternasKlass': {
      const { punkter, sekretesslagrum } = command.data;
      const oppna = mote.punkter.filter(({ id, klass }) => klass === 'oppen' && punkter.includes(id)).map(({ id }) => id);
      return oppna.length === 0 ? [] : [{ type: 'PunkternasKlassHojd', data: { punkter: oppna, klass: 'sekretess', ...(sekretesslagrum !== undefined && { sekretesslagrum }) } }];
    }
    default: return unknownCase(command);
  }
};

export const evolveForslag = (mote: Mote, event: Extract<SammantradeEvent, { type: 'ForslagKnutet' | 'PunkternasKlassHojd' }>): Mote => {
  switch (event.type) {
    case 'ForslagKnutet': {
      const { punkt, paragraf, kraverKf, forslag } = event.data;
      return andrad(mote, punkt, (en) => ({ forslagFran: paragraf, kraverKf: en.kraverKf || kraverKf, ...(forslag !== undefined && { forslag: true }) }));
    }
    case 'PunkternasKlassHojd': return event.data.punkter.reduce<Mote>((fore, id) => andrad(fore, id, ({ sekretesslagrum }) => ({ klass: event.data.klass, sekretesslagrum: event.data.sekretesslagrum ?? sekretesslagrum, offentligt: false })), mote);
    default: return unknownCase(event);
  }
};

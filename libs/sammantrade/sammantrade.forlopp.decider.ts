import { type Command, type Context, type Hinder, isRefusal, type Refusal, refuse, seal, unknownCase, warning, weigh } from '@klubba/kernel';
import { baraKlockan, klockan, senaste } from './klockslag';
import type { SammantradeEvent } from './sammantrade.events';
import { kallad, type Mote, type SammantradeHinder } from './sammantrade.mote.decider';
import type { Punktslag, Regler } from './sammantrade.projection';
import { provaBeslutfor } from './sammantrade.tjanstgoring.decider';

export type ForloppCommand =
  /** `plats`: when it was held elsewhere than planned. */
  | Command<'OppnaSammantrade', { tid: string; tidSkriven?: string; plats?: string; datum?: string; underlag?: { readonly antalLedamoter: number; readonly omedelbarJustering: boolean; readonly utanParagraf?: readonly Punktslag[]; readonly regler?: Regler } }>
  /** `angesI`: the protocols that state when it ended. */
  | Command<'AvslutaSammantrade', { tid: string; tidSkriven?: string; angesI?: readonly string[] }>
  | Command<'AteroppnaSammantrade', { skal: string }>
  /** `till`: when it is told afterwards. */
  | Command<'AjourneraSammantrade', { tid: string; till?: string; skal?: string }>
  | Command<'AterupptaSammantrade', { tid: string }>;

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
          ...(underlag.utanParagraf !== undefined && underlag.utanParagraf.length > 0 && { utanParagraf: underlag.utanParagraf }), ...(underlag.regler !== undefined && { regler: underlag.regler }), ...passed,
        },
      }];
    }
    case 'AvslutaSammantrade': {
      const { tid, tidSkriven, angesI } = command.data;
      if (mote.skede === 'avslutat') return refuse('SAMMANTRADET_AR_AVSLUTAT', 'Sammanträdet är redan avslutat.');
      if (mote.skede !== 'oppet') return refuse('SAMMANTRADET_AR_EJ_OPPNAT', 'Sammanträdet är inte öppnat.');
      if (klockan(mote, tid) < klockan(mote, mote.senast)) return refuse('TIDEN_GAR_BAKLANGES', `Sammanträdet kan inte ha avslutats ${tid}: det pågick ${mote.senast}.`);
      if (pagaende(mote) !== undefined) return ajournerat(mote);
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
    case 'AjourneraSammantrade': return ajournera(command.data, mote, kid);
    case 'AterupptaSammantrade': {
      const { tid } = command.data;
      const fran = pagaende(mote);
      if (fran === undefined) return refuse('SAMMANTRADET_AR_EJ_AJOURNERAT', 'Sammanträdet är inte ajournerat.');
      if (klockan(mote, tid) <= klockan(mote, fran)) return refuse('TIDEN_GAR_BAKLANGES', `Sammanträdet ajournerades ${fran} och återupptas senare. En annan dag skrivs före klockslaget: ${mote.datum} ${baraKlockan(tid)}.`);
      // What is treated next is what the quorum is asked of: some may have left.
      const nasta = mote.punkter.find(({ beslut, utgatt }) => beslut === undefined && !utgatt);
      const forFa = nasta && provaBeslutfor(mote, nasta.id, tid);
      const passed = weigh<SammantradeHinder>(command, kid, [forFa && { ...forFa, allvar: 'VARNING' }]);
      return isRefusal(passed) ? passed : [{ type: 'SammantradeAterupptaget', data: { tid, ...passed } }];
    }
    default: return unknownCase(command);
  }
};

/** Every item has been dealt with when the meeting is closed. */
export const provaAvgjorda = ({ punkter }: Mote): Hinder<SammantradeHinder> | undefined => {
  const kvar = punkter.flatMap(({ beslut, utgatt }, i) => (beslut === undefined && !utgatt ? [i + 1] : []));
  return kvar.length === 0 ? undefined : warning('ARENDEN_EJ_AVGJORDA', `Dessa ärenden är varken avgjorda, bordlagda eller utgångna: ${kvar.join(', ')}.`);
};

const pagaende = ({ ajourneringar = [] }: Mote): string | undefined => ajourneringar.find(({ till }) => till === undefined)?.fran;
const ajournerat = (mote: Mote): Refusal<SammantradeHinder> => refuse('SAMMANTRADET_AR_AJOURNERAT', `Sammanträdet är ajournerat sedan ${pagaende(mote)}. Återuppta det först.`);
/** No klubbslag and no vote falls while the meeting is interrupted. That none falls in an interruption that is over, its clock sees to: it never goes back. */
export const provaAjournering = (mote: Mote): Refusal<SammantradeHinder> | undefined => (pagaende(mote) === undefined ? undefined : ajournerat(mote));
const ajournera = ({ tid: fran, till, skal }: { readonly tid: string; readonly till?: string; readonly skal?: string }, mote: Mote, kid: string): readonly SammantradeEvent[] | Refusal<SammantradeHinder> => {
  if (mote.skede !== 'oppet' && !(mote.skede === 'avslutat' && till !== undefined)) return refuse('SAMMANTRADET_AR_EJ_OPPNAT', 'Sammanträdet pågår inte.');
  if (mote.omgangar.some(({ omedelbar, datum }) => !omedelbar && datum !== undefined)) return refuse('REDAN_JUSTERAD', 'Protokollet är justerat. Ajourneringar läggs inte till.');
  const fel = provaAjournering(mote) ?? (till === undefined ? provaNu(fran, mote) : provaEfterhand(fran, till, mote));
  return fel ?? [{ type: 'SammantradeAjournerat', data: { fran, ...(till !== undefined && { till }), ...(skal !== undefined && { skal: seal(kid, skal) }) } }];
};
const provaNu = (fran: string, mote: Mote): Refusal<SammantradeHinder> | undefined =>
  klockan(mote, fran) < klockan(mote, mote.senast) ? refuse('TIDEN_GAR_BAKLANGES', `Sammanträdet kan inte ha ajournerats ${fran}: det pågick ${mote.senast}.`) : undefined;
/** Told afterwards it lies within the meeting, outside every other, and over no klubbslag. */
const provaEfterhand = (fran: string, till: string, mote: Mote): Refusal<SammantradeHinder> | undefined => {
  const [borjan, slutet] = [klockan(mote, fran), klockan(mote, till)];
  if (borjan >= slutet || (mote.slut !== undefined && slutet > klockan(mote, mote.slut))) return refuse('TIDEN_GAR_BAKLANGES', 'Sammanträdet återupptas efter att det ajournerades, och före sitt slut.');
  if (mote.ajourneringar?.some((en) => borjan < klockan(mote, en.till!) && klockan(mote, en.fran) < slutet) === true) return refuse('SAMMANTRADET_AR_AJOURNERAT', 'Sammanträdet var redan ajournerat då.');
  const avgjord = mote.punkter.find(({ beslut }) => beslut !== undefined && borjan < klockan(mote, beslut.tid) && klockan(mote, beslut.tid) < slutet);
  return avgjord && refuse('KLUBBSLAG_UNDER_AJOURNERING', `${kallad(mote, avgjord.id)} avgjordes ${avgjord.beslut!.tid}. Sammanträdet kan inte ha varit ajournerat då.`);
};

export const evolveForlopp = (mote: Mote, event: Extract<SammantradeEvent, { type: 'SammantradeOppnat' | 'SammantradeAvslutat' | 'SammantradeAteroppnat' | 'SammantradeAjournerat' | 'SammantradeAterupptaget' }>): Mote => {
  switch (event.type) {
    case 'SammantradeOppnat': {
      const { tid, antalLedamoter, omedelbarJustering, utanParagraf, regler } = event.data;
      return { ...mote, skede: 'oppet', oppnat: tid, senast: tid, antalLedamoter, omedelbarJustering, ...(utanParagraf !== undefined && { utanParagraf }), ...(regler !== undefined && { regler }) };
    }
    case 'SammantradeAvslutat': return { ...mote, skede: 'avslutat', slut: event.data.tid };
    case 'SammantradeAteroppnat': {
      const { slut: _, ...pagar } = mote;
      return { ...pagar, skede: 'oppet' };
    }
    case 'SammantradeAjournerat': {
      const { fran, till } = event.data;
      return { ...mote, senast: senaste(mote, mote.senast, till ?? fran), ajourneringar: [...(mote.ajourneringar ?? []), { fran, ...(till !== undefined && { till }) }] };
    }
    case 'SammantradeAterupptaget': {
      const { tid } = event.data;
      return { ...mote, senast: tid, ajourneringar: (mote.ajourneringar ?? []).map((en) => (en.till === undefined ? { ...en, till: tid } : en)) };
    }
    default: return unknownCase(event);
  }
};

import { admit, blank, type Command, type Context, isRefusal, type Refusal, refuse, seal, unknownCase } from '@klubba/kernel';
import { anslaget, type Anslagsdata } from './sammantrade.anslag.decider';
import { type Beslutsdata, beslutet } from './sammantrade.behandling.decider';
import { type NyPunkt, nyPunkt } from './sammantrade.dagordning.decider';
import type { SammantradeEvent } from './sammantrade.events';
import { justeringen, type Justeringsdata } from './sammantrade.justering.decider';
import { type Kallelsedata, kallelsen, provaKallbart } from './sammantrade.kallelse.decider';
import { finnsInte, type Mote, punkten, type SammantradeHinder } from './sammantrade.mote.decider';
import { ejOppnat, type Narvarodata, type Narvarouppdrag, narvaron } from './sammantrade.narvaro.decider';
import { type Inlastomrostning, omrostningen } from './sammantrade.omrostning.decider';
import type { Inlastbeslutstyp } from './sammantrade.projection';
import { deltarInte, type DeltarIntedata, reservationen, type Reservationsdata } from './sammantrade.reservation.decider';
import { ovrigNarvaron, type OvrigNarvarodata } from './sammantrade.rummet.decider';
import { yrkandet, type Yrkandedata } from './sammantrade.yrkanden.decider';

/** Where it was read, and the nämnd's first day in Klubba as `prepare` brings it. */
type Inlasning = { readonly kalla: string; readonly startdatum?: string };
export type InlasningCommand =
  | Command<'LasInKallelse', Omit<Kallelsedata, 'kallade'> & { readonly kallade?: readonly string[] } & Inlasning>
  | Command<'LasInPunkt', NyPunkt & Inlasning>
  /** What the source says that the person was; asked for when the nämnd knows of no uppdrag on that day. */
  | Command<'LasInNarvaro', Narvarodata & Partial<Narvarouppdrag> & Inlasning>
  | Command<'LasInOvrigNarvaro', OvrigNarvarodata & Inlasning>
  /** `nummer`: the one that was taken from the series for it. */
  | Command<'LasInBeslut', Beslutsdata<Inlastbeslutstyp> & Inlasning & { readonly nummer?: { readonly ar: number; readonly nr: number } }>
  | Command<'LasInYrkande', Yrkandedata & Inlasning>
  | Command<'LasInOmrostning', Inlastomrostning & Inlasning>
  | Command<'LasInDeltarInte', DeltarIntedata & Inlasning>
  | Command<'LasInReservation', Reservationsdata & Inlasning>
  | Command<'LasInJustering', Omit<Justeringsdata, 'justerare'> & { readonly justerare?: readonly string[] } & Inlasning>
  | Command<'LasInAnslag', Anslagsdata & Inlasning>;

/**
 * What happened at a meeting before the nämnd began in Klubba. The ordinary rules judge it, and stop what cannot be: an
 * item that is not there, a § decided twice. What the law would have stopped did happen all the same, and is told in the fact.
 */
export const decideInlasning = (command: InlasningCommand, mote: Mote, context: Context): readonly SammantradeEvent[] | Refusal<SammantradeHinder> => {
  const { kalla, startdatum } = command.data;
  if (startdatum === undefined) return refuse('INTE_FORE_START', 'Nämnden har inget startdatum i Klubba. Bara det som hände före det läses in.');
  if (mote.datum >= startdatum) return refuse('INTE_FORE_START', `Sammanträdet ${mote.datum} är inte före nämndens start i Klubba ${startdatum}. Anteckna det på vanligt sätt.`);
  if (blank(kalla)) return refuse('KALLA_SAKNAS', 'Ange källan: varifrån det är läst.');
  const kid = `sammantrade:${context.id}`;

  switch (command.type) {
    case 'LasInKallelse': {
      const stangd = provaKallbart(mote);
      if (stangd !== undefined) return stangd;
      const { data, funna } = kallelsen({ ...command.data, kallade: command.data.kallade ?? [] }, mote, kid);
      return [{ type: 'KallelseInlast', data: { ...data, kalla: seal(kid, kalla), ...admit(funna) } }];
    }
    case 'LasInPunkt': {
      const ny = nyPunkt(command.data, mote, context);
      return isRefusal(ny) ? ny : [{ type: 'PunktInlast', data: { ...ny.data, kalla: seal(`paragraf:${ny.data.punkt}`, kalla), ...admit(ny.funna) } }];
    }
    case 'LasInNarvaro': {
      if (mote.skede !== 'oppet' && mote.skede !== 'avslutat') return ejOppnat;
      const { uppdrag, roll, parti } = command.data;
      const ett = narvaron(command.data, uppdrag === undefined || parti === undefined ? undefined : { uppdrag, parti, ...(roll !== undefined && { roll }) }, mote);
      return isRefusal(ett) ? ett : [{ type: 'NarvaroInlast', data: { ...ett.data, kalla: seal(kid, kalla), ...admit(ett.funna) } }];
    }
    case 'LasInOvrigNarvaro': {
      const ett = ovrigNarvaron(command.data, mote, context);
      if (isRefusal(ett)) return ett;
      // Minutes seldom tell that the nämnd let the staff representatives stay, and the table of items not whose matter it was.
      const funna = ett.funna.filter(({ kod }) => kod !== 'PERSONALNARVARO_EJ_BESLUTAD');
      return [{ type: 'OvrigNarvaroInlast', data: { ...ett.data, kalla: seal(kid, kalla), ...admit(funna) } }];
    }
    case 'LasInBeslut': {
      const { punkt: id, nummer } = command.data;
      const punkt = punkten(mote, id);
      if (punkt === undefined) return finnsInte;
      const ett = beslutet(command.data, punkt, mote);
      if (isRefusal(ett)) return ett;
      if (nummer === undefined) return refuse('NUMMER_EJ_INLAST', 'Paragrafen har inget nummer ur serien. Läs in numret först.');
      // A source that names nobody says nothing of the quorum.
      const funna = mote.narvaro.length === 0 ? ett.funna.filter((en) => !en || en.kod !== 'EJ_BESLUTFOR') : ett.funna;
      return [{ type: 'BeslutInlast', data: { ...ett.data, ...nummer, kalla: seal(`paragraf:${id}`, kalla), ...admit(funna) } }];
    }
    case 'LasInYrkande': {
      const ett = yrkandet(command.data, mote, context);
      return isRefusal(ett) ? ett : [{ type: 'YrkandeInlast', data: { ...ett.data, kalla: seal(`paragraf:${command.data.punkt}`, kalla), ...admit(ett.funna) } }];
    }
    case 'LasInOmrostning': {
      const ett = omrostningen(command.data, mote, context);
      if (isRefusal(ett)) return ett;
      // A source that names nobody says nothing of who could vote.
      const funna = mote.narvaro.length === 0 ? ett.funna.filter((en) => !en || en.kod !== 'ROSTERNA_STAMMER_INTE') : ett.funna;
      return [{ type: 'OmrostningInlast', data: { ...ett.data, kalla: seal(`paragraf:${command.data.punkt}`, kalla), ...admit(funna) } }];
    }
    case 'LasInDeltarInte': {
      const ett = deltarInte(command.data, mote);
      return isRefusal(ett) ? ett : [{ type: 'DeltarInteInlast', data: { ...ett.data, kalla: seal(`paragraf:${command.data.punkt}`, kalla), ...admit(ett.funna) } }];
    }
    case 'LasInReservation': {
      const ett = reservationen(command.data, mote, context);
      return isRefusal(ett) ? ett : [{ type: 'ReservationInlast', data: { ...ett.data, kalla: seal(`paragraf:${command.data.punkt}`, kalla), ...admit(ett.funna) } }];
    }
    case 'LasInJustering': {
      const ett = justeringen({ ...command.data, justerare: command.data.justerare ?? [] }, mote);
      return isRefusal(ett) ? ett : [{ type: 'JusteringInlast', data: { ...ett.data, kalla: seal(kid, kalla), ...admit(ett.funna) } }];
    }
    case 'LasInAnslag': {
      const ett = anslaget(command.data, mote, kid);
      return isRefusal(ett) ? ett : [{ type: 'AnslagInlast', data: { ...ett.data, kalla: seal(kid, kalla), ...admit(ett.funna) } }];
    }
    default: return unknownCase(command);
  }
};

import { type Command, type Context, type Hinder, isRefusal, type Refusal, refuse, seal, streamId, unknownCase, uphold, warning } from '@klubba/kernel';
import { stod } from '@klubba/lagrum';
import { klockan } from './klockslag';
import type { ANTECKNINGSSLAG } from './sammantrade.behandling.events';
import type { SammantradeEvent } from './sammantrade.events';
import { behandlad, behandlingen, kallad, type Mote, nummer, type Punkt, type SammantradeHinder } from './sammantrade.mote.decider';
import { tjanstgorandeVid } from './sammantrade.narvaro.decider';
import { avstarInte } from './sammantrade.omrostning.decider';
import { oppen } from './sammantrade.yrkanden.decider';

export type ReservationCommand =
  | Command<'AnmalReservation', Reservationsdata>
  | Command<'LamnaReservationsmotivering', { reservation: string; datum: string; motivering: string }>
  | Command<'AntecknaDeltarInte', DeltarIntedata>
  | Command<'GorProtokollsanteckning', { punkt: string; slag: Anteckningsslag; av: readonly string[]; text: string; medgiven?: boolean }>;
/** `tid`: when it was announced; asked for once the meeting has ended. `skriftlig`: a written motivation is to come. */
export type Reservationsdata = { readonly punkt: string; readonly av: readonly string[]; readonly tid?: string; readonly tillFormanFor?: string; readonly motivering?: string; readonly skriftlig?: boolean };
export type DeltarIntedata = { readonly punkt: string; readonly person: string; readonly text?: string };

type Anteckningsslag = (typeof ANTECKNINGSSLAG)[number];

type Funna = readonly (Hinder<SammantradeHinder> | false | undefined)[];

export const decideReservation = (command: ReservationCommand, mote: Mote, context: Context): readonly SammantradeEvent[] | Refusal<SammantradeHinder> => {
  switch (command.type) {
    case 'AnmalReservation': {
      const ett = reservationen(command.data, mote, context);
      if (isRefusal(ett)) return ett;
      const passed = uphold(command, `paragraf:${command.data.punkt}`, ett.funna);
      return isRefusal(passed) ? passed : [{ type: 'ReservationAnmald', data: { ...ett.data, ...passed } }];
    }
    case 'LamnaReservationsmotivering': {
      const { reservation, datum, motivering } = command.data;
      const traff = mote.punkter.find((en) => behandlingen(en).reservationer.some(({ id }) => id === reservation));
      if (traff === undefined) return refuse('RESERVATIONEN_FINNS_INTE', 'Reservationen är inte anmäld.');
      const punkt = oppen(mote, traff.id);
      return isRefusal(punkt) ? punkt : [{ type: 'ReservationMotiverad', data: { punkt: punkt.id, klass: punkt.klass, reservation, datum, motivering: seal(`paragraf:${punkt.id}`, motivering) } }];
    }
    case 'AntecknaDeltarInte': {
      const ett = deltarInte(command.data, mote);
      if (isRefusal(ett)) return ett;
      const passed = uphold(command, `paragraf:${command.data.punkt}`, ett.funna);
      return isRefusal(passed) ? passed : [{ type: 'DeltarInteAntecknat', data: { ...ett.data, ...passed } }];
    }
    case 'GorProtokollsanteckning': {
      const { punkt: id, slag, av, text, medgiven } = command.data;
      const punkt = oppen(mote, id);
      if (isRefusal(punkt)) return punkt.hinder[0].kod === 'REDAN_JUSTERAD' ? refuse('YTTRANDE_FOR_SENT', `${kallad(mote, id)} är justerad. Protokollsanteckningar och särskilda yttranden lämnas före justeringen.`) : punkt;
      if (av.length === 0) return refuse('NAMN_SAKNAS', 'Ange vem som lämnar anteckningen.');
      const tjanst = tjanstgorandeVid(mote, id);
      const passed = uphold<SammantradeHinder>(command, `paragraf:${id}`, [
        // Nobody has a right to it by law: it is granted (B11).
        slag !== 'avvikande_mening' && medgiven !== true && av.some((person) => !tjanst.includes(person)) && warning('ANTECKNING_EJ_MEDGIVEN', `Den som inte tjänstgör vid ${kallad(mote, id)} har en anteckning bara om nämnden medger det. Ange skäl.`),
        slag === 'avvikande_mening' && provaAvvikande(punkt, mote, av),
      ]);
      if (isRefusal(passed)) return passed;
      return [{
        type: 'ProtokollsanteckningGjord',
        data: {
          punkt: id, klass: punkt.klass, anteckning: streamId('anteckning', context.by, context.command), slag, av: [...new Set(av)], text: seal(`paragraf:${id}`, text), ...(medgiven !== undefined && { medgiven }), ...passed,
        },
      }];
    }
    default: return unknownCase(command);
  }
};

/** B10: who prepares or presents a matter under förvaltningslagen may have it noted that they think otherwise (FL 30); who decides reserves. */
const provaAvvikande = (punkt: Punkt, mote: Mote, av: readonly string[]): Hinder<SammantradeHinder> | undefined => {
  const tjanst = tjanstgorandeVid(mote, punkt.id);
  const beslutar = av.find((person) => tjanst.includes(person));
  if (beslutar !== undefined) return { kod: 'AVVIKANDE_MENING_EJ_FL', allvar: 'STOPP', text: `{person:${beslutar}} deltar i beslutet i ${kallad(mote, punkt.id)} och anmäler en reservation.` };
  return punkt.myndighetsutovning ? undefined : warning('AVVIKANDE_MENING_EJ_FL', `Avvikande mening antecknas i ärenden enligt förvaltningslagen. Är ${kallad(mote, punkt.id)} ett sådant? Ange skäl.`);
};

/** B10: a reservation as it lies in the fact, and what the rules have against it: announced before the meeting ended, by those who took part (KL 4:27). */
export const reservationen = ({ punkt: id, av, tid, tillFormanFor, motivering, skriftlig = false }: Reservationsdata, mote: Mote, { by, command }: Context) => {
  const punkt = oppen(mote, id);
  if (isRefusal(punkt)) return punkt;
  if (punkt.beslut === undefined) return refuse<SammantradeHinder>('EJ_AVGJORD', `Klubban har inte fallit för ärende ${nummer(mote, id)}.`);
  if (mote.slut !== undefined && tid === undefined) return refuse<SammantradeHinder>('KLOCKSLAG_SAKNAS', 'Sammanträdet är avslutat. Ange när reservationen anmäldes.');
  const { citat, allvar } = stod('reservation', mote.datum);
  const kid = `paragraf:${id}`;
  const funna: Funna = [
    av.length === 0 && { kod: 'NAMN_SAKNAS', allvar: 'STOPP', text: 'Ange vem som reserverar sig.' },
    mote.slut !== undefined && tid !== undefined && klockan(mote, tid) > klockan(mote, mote.slut) && { kod: 'RESERVATION_FOR_SEN', allvar, text: `Reservationen anmäldes efter att sammanträdet avslutades ${mote.slut}. Den kan inte tas in (${citat}).`, lagrum: citat },
    ...av.flatMap((person) => provaReservant(punkt, mote, person, { citat, allvar })),
  ];
  return {
    funna,
    data: {
      punkt: id, klass: punkt.klass, reservation: streamId('reservation', by, command), av: [...new Set(av)], ...(tid !== undefined && { tid }), ...(tillFormanFor !== undefined && { tillFormanFor: seal(kid, tillFormanFor) }),
      ...(motivering !== undefined && { motivering: seal(kid, motivering) }), skriftlig,
    },
  };
};
const provaReservant = (punkt: Punkt, mote: Mote, person: string, { citat, allvar }: Pick<ReturnType<typeof stod>, 'citat' | 'allvar'>): readonly Hinder<SammantradeHinder>[] => {
  const namn = kallad(mote, punkt.id);
  const { omrostningar, deltarInte: utanfor } = behandlingen(punkt);
  if (!tjanstgorandeVid(mote, punkt.id).includes(person)) return [{ kod: 'RESERVATION_EJ_DELTAGIT', allvar, text: `{person:${person}} tjänstgjorde inte i ${namn} och kan inte reservera sig.`, lagrum: citat }];
  if (utanfor.includes(person)) return [{ kod: 'RESERVATION_EJ_DELTAGIT', allvar, text: `{person:${person}} deltog inte i beslutet i ${namn} och kan inte reservera sig.`, lagrum: citat }];
  const sist = omrostningar.filter(({ slag }) => slag === 'avgorande').at(-1);
  return sist?.roster.some((en) => en.person === person && en.rost === sist.utfall) === true ? [warning('RESERVERAR_SIG_MOT_SIN_ROST', `{person:${person}} röstade för beslutet i ${namn}. Ange skäl.`)] : [];
};

/** B9: who serves may stand aside, but not in myndighetsutövning mot enskild (KL 4:25–26); nor both stand aside and take part. */
export const deltarInte = ({ punkt: id, person, text }: DeltarIntedata, mote: Mote) => {
  const punkt = oppen(mote, id);
  if (isRefusal(punkt)) return punkt;
  if (!tjanstgorandeVid(mote, id).includes(person)) return refuse<SammantradeHinder>('EJ_TJANSTGORANDE', `{person:${person}} tjänstgör inte vid ${kallad(mote, id)}.`);
  const { omrostningar, reservationer } = behandlingen(punkt);
  const funna: Funna = [
    punkt.myndighetsutovning && avstarInte(mote.datum),
    omrostningar.some(({ roster }) => roster.some((en) => en.person === person)) && { kod: 'ROSTERNA_STAMMER_INTE', allvar: 'STOPP', text: `{person:${person}} har röstat i ${kallad(mote, id)} och deltar då i beslutet.` },
    reservationer.some(({ av }) => av.includes(person)) && { kod: 'HAR_RESERVERAT_SIG', allvar: 'STOPP', text: `{person:${person}} har reserverat sig i ${kallad(mote, id)} och deltar då i beslutet.` },
  ];
  return { funna, data: { punkt: id, klass: punkt.klass, person, ...(text !== undefined && { text: seal(`paragraf:${id}`, text) }) } };
};

/** B10: a written motivation that was to come should be there when the § is justerad; that is for the reglemente to say. */
export const provaMotiverade = ({ id, ...punkt }: Punkt, mote: Mote): readonly Hinder<SammantradeHinder>[] =>
  behandlingen(punkt).reservationer.some(({ motivering }) => motivering === 'väntas') ? [warning('MOTIVERING_SAKNAS', `Den skriftliga motiveringen till en reservation i ${kallad(mote, id)} har inte lämnats in.`)] : [];

export const evolveReservation = (mote: Mote, event: Extract<SammantradeEvent, { type: 'ReservationAnmald' | 'ReservationMotiverad' | 'DeltarInteAntecknat' | 'ProtokollsanteckningGjord' }>): Mote => {
  const { punkt } = event.data;
  switch (event.type) {
    case 'ReservationAnmald': {
      const { reservation: id, av, motivering, skriftlig } = event.data;
      return behandlad(mote, punkt, ({ reservationer }) => ({ reservationer: [...reservationer, { id, av, motivering: motivering !== undefined ? 'finns' : skriftlig ? 'väntas' : 'ingen' }] }));
    }
    case 'ReservationMotiverad': {
      const { reservation } = event.data;
      return behandlad(mote, punkt, ({ reservationer }) => ({ reservationer: reservationer.map((en) => (en.id === reservation ? { ...en, motivering: 'finns' } : en)) }));
    }
    case 'DeltarInteAntecknat': {
      const { person } = event.data;
      return behandlad(mote, punkt, ({ deltarInte: fore }) => ({ deltarInte: fore.includes(person) ? fore : [...fore, person] }));
    }
    case 'ProtokollsanteckningGjord': return behandlad(mote, punkt, ({ anteckningar = [] }) => ({ anteckningar: [...anteckningar, event.data.anteckning] }));
    default: return unknownCase(event);
  }
};

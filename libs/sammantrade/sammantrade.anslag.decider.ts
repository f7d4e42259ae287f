import { type Command, type Context, type Hinder, isRefusal, type Refusal, refuse, seal, unknownCase, uphold, weigh } from '@klubba/kernel';
import { anslagSenast, endastDatum, provaAnslag, provaAvbrott, provaNedtagning } from '@klubba/lagrum';
import type { SammantradeEvent } from './sammantrade.events';
import type { Anslag, Mote, SammantradeHinder } from './sammantrade.mote.decider';

export type AnslagCommand =
  | Command<'AnslaProtokoll', Anslagsdata>
  /** `harSkett`: it is already down, and that is a fact whatever the law says of it. */
  | Command<'TaNedAnslag', { omgang: number; datum: string; harSkett?: boolean }>
  | Command<'KontrolleraAnslag', { omgang: number; datum: string; tid: string; nabart: boolean }>
  | Command<'NoteraAnslagsavbrott', { omgang: number; datum: string; fran: string; till: string; brutet: boolean }>;

export type Anslagsdata = { readonly omgang: number; readonly datum: string; readonly forvaringsplats: string };

export const decideAnslag = (command: AnslagCommand, mote: Mote, { id }: Context): readonly SammantradeEvent[] | Refusal<SammantradeHinder> => {
  const { omgang: nr, datum } = command.data;
  const omgang = mote.omgangar[nr - 1];
  const kid = `sammantrade:${id}`;
  if (omgang === undefined) return ingenOmgang(nr);
  const { punkter } = omgang;
  const senaste = omgang.anslag.at(-1);

  if (command.type === 'AnslaProtokoll') {
    const ett = anslaget(command.data, mote, kid);
    if (isRefusal(ett)) return ett;
    const passed = uphold(command, kid, ett.funna);
    return isRefusal(passed) ? passed : [{ type: 'ProtokollAnslaget', data: { ...ett.data, ...passed } }];
  }

  if (senaste === undefined) return refuse('EJ_ANSLAGET', 'Justeringen är inte anslagen.');
  if (datum < senaste.datum) return refuse('EJ_ANSLAGET', `Anslaget sattes upp först ${senaste.datum}.`);
  const om = { omgang: nr, anslaget: senaste.datum, datum, punkter };
  switch (command.type) {
    case 'TaNedAnslag': {
      if (senaste.nedtaget !== undefined) return senaste.nedtaget === datum ? [] : refuse('REDAN_NEDTAGET', `Anslaget togs ned ${senaste.nedtaget}.`);
      const forTidigt = provaNedtagning(senaste.datum, datum);
      if (forTidigt?.allvar === 'STOPP' && command.data.harSkett !== true) return { hinder: [forTidigt] };
      const passed = weigh<SammantradeHinder>(command, kid, [forTidigt !== undefined && provaAvbrott(senaste.datum, `nedtaget ${datum}`)]);
      return isRefusal(passed) ? passed : [{ type: 'AnslagNedtaget', data: { ...om, brutet: forTidigt !== undefined, ...passed } }];
    }
    case 'KontrolleraAnslag': {
      const { tid, nabart } = command.data;
      if (senaste.nedtaget !== undefined && datum > senaste.nedtaget) return refuse('REDAN_NEDTAGET', `Anslaget togs ned ${senaste.nedtaget}.`);
      return [{ type: 'AnslagKontrollerat', data: { omgang: nr, anslaget: senaste.datum, datum, tid, nabart } }];
    }
    case 'NoteraAnslagsavbrott': {
      const { fran, till, brutet } = command.data;
      if (senaste.nedtaget !== undefined && datum > senaste.nedtaget) return refuse('REDAN_NEDTAGET', `Anslaget togs ned ${senaste.nedtaget}.`);
      if (till < fran) return refuse('TIDEN_GAR_BAKLANGES', 'Avbrottet slutar innan det börjar.');
      const passed = weigh<SammantradeHinder>(command, kid, [provaAvbrott(senaste.datum, `${datum} kl. ${fran}–${till}`)]);
      return isRefusal(passed) ? passed : [{ type: 'AnslagsavbrottNoterat', data: { ...om, fran, till, brutet, ...passed } }];
    }
    default: return unknownCase(command);
  }
};

const ingenOmgang = (nr: number): Refusal<SammantradeHinder> => refuse('OMGANGEN_FINNS_INTE', `Det finns ingen justering ${nr} vid sammanträdet.`);

/** The anslag as it lies in the fact, and what the rules have against it (C5). */
export const anslaget = ({ omgang: nr, datum, forvaringsplats }: Anslagsdata, mote: Mote, kid: string) => {
  const omgang = mote.omgangar[nr - 1];
  if (omgang === undefined) return ingenOmgang(nr);
  if (omgang.datum === undefined) return refuse<SammantradeHinder>('EJ_JUSTERAT', `Protokoll ${nr} är inte justerat. Det som anslås är justeringen.`);
  const senaste = omgang.anslag.at(-1);
  // A broken anslag is followed by a new one, with three new weeks (C5).
  if (senaste !== undefined && (!senaste.brutet || datum < senaste.datum)) return refuse<SammantradeHinder>('REDAN_ANSLAGET', `Justeringen är redan anslagen ${senaste.datum}.`);
  const fel = provaAnslag(omgang.datum, datum);
  const funna: readonly (Hinder<SammantradeHinder> | undefined)[] = [fel?.kod === 'ANSLAG_FORE_JUSTERING' ? { ...fel, allvar: 'STOPP' } : senaste === undefined ? fel : undefined];
  const data = {
    omgang: nr, datum, forvaringsplats: seal(kid, forvaringsplats), punkter: omgang.punkter,
    senast: anslagSenast(omgang.datum).datum, nedtasTidigast: endastDatum.nedtagningTidigast(datum),
  };
  return { funna, data };
};

export const evolveAnslag = (mote: Mote, event: Extract<SammantradeEvent, { type: 'ProtokollAnslaget' | 'AnslagNedtaget' | 'AnslagKontrollerat' | 'AnslagsavbrottNoterat' }>): Mote => {
  switch (event.type) {
    case 'ProtokollAnslaget': return omgangen(mote, event.data.omgang, (anslag) => [...anslag, { datum: event.data.datum, brutet: false }]);
    case 'AnslagNedtaget': return senasteAnslaget(mote, event.data.omgang, { nedtaget: event.data.datum, ...(event.data.brutet && { brutet: true }) });
    case 'AnslagKontrollerat': return mote;
    case 'AnslagsavbrottNoterat': return event.data.brutet ? senasteAnslaget(mote, event.data.omgang, { brutet: true }) : mote;
    default: return unknownCase(event);
  }
};
const omgangen = (mote: Mote, nr: number, news: (anslag: readonly Anslag[]) => readonly Anslag[]): Mote => ({
  ...mote, omgangar: mote.omgangar.map((omgang, i) => (i === nr - 1 ? { ...omgang, anslag: news(omgang.anslag) } : omgang)),
});
const senasteAnslaget = (mote: Mote, nr: number, news: Partial<Anslag>): Mote =>
  omgangen(mote, nr, (alla) => alla.map((anslag, i) => (i === alla.length - 1 ? { ...anslag, ...news } : anslag)));

import { blank, type Command, isRefusal, noReason, refuse, type Refusal, seal, unknownCase, warning, weigh } from '@klubba/kernel';
import { lokaltDatum } from '@klubba/lagrum';
import type { DelegationsbeslutEvent } from './delegationsbeslut.events';
import type { Beslut, DelegationsbeslutHinder } from './delegationsbeslut.tillstand';
import { KLOCKOR, klockansLagrum, type Klockslag, omstartad, raknaKlocka } from './klockor';

export type KlockCommand =
  | Command<'StartaKlocka', { readonly klocka: Klockslag; readonly fran: string }>
  | Command<'UppfyllKlocka', { readonly nr: number; readonly datum: string }>
  | Command<'AvslutaKlocka', { readonly nr: number; readonly datum: string; readonly upphort?: boolean; readonly skal: string }>;

export const klockan = (klocka: Klockslag, fran: string) => ({ klocka, fran, ...raknaKlocka(klocka, fran), lagrum: klockansLagrum(klocka, fran) });

/** The hard clocks (E8): what started ends only by being met, or by a reason. */
export const decideKlocka = (command: KlockCommand, beslut: Beslut, id: string, at: string): readonly DelegationsbeslutEvent[] | Refusal<DelegationsbeslutHinder> => {
  const kid = `delegationsbeslut:${id}`;
  const nasta = beslut.klockor.reduce((most, { nr }) => Math.max(most, nr), 0) + 1;
  const dag = command.type === 'StartaKlocka' ? command.data.fran : command.data.datum;
  if (dag > lokaltDatum(at)) return refuse('DATUM_I_FRAMTIDEN', `${dag} har inte varit än.`);
  if (command.type === 'StartaKlocka') {
    const { klocka, fran } = command.data;
    const lika = beslut.klockor.find((en) => en.klocka === klocka && en.slut === undefined);
    if (lika !== undefined) return lika.fran === fran ? [] : refuse('KLOCKAN_LOPER_REDAN', `${KLOCKOR[klocka].vad}: tiden löper redan från ${lika.fran}. Avsluta den först, med skäl.`);
    return [{ type: 'KlockaStartad', data: { nr: nasta, ...klockan(klocka, fran) } }];
  }
  const den = beslut.klockor.find(({ nr }) => nr === command.data.nr);
  if (den === undefined) return refuse('KLOCKAN_FINNS_INTE', `Beslutet har ingen tid med nummer ${command.data.nr}.`);
  const { vad, upphor, fran } = KLOCKOR[den.klocka];
  if (den.slut !== undefined) return den.slut === command.data.datum ? [] : refuse('KLOCKAN_AR_STANNAD', `${vad}: tiden slutade ${den.slut}.`);
  if (command.data.datum < den.fran) return refuse('DATUM_FORE_BESLUTET', `${vad}: ${command.data.datum} ligger före ${fran} ${den.fran}.`);
  const lagrum = klockansLagrum(den.klocka, den.fran);
  switch (command.type) {
    case 'UppfyllKlocka': {
      const { nr, datum } = command.data;
      const sen = datum > den.lag;
      if (sen && upphor === true) return refuse('BESLUTET_HAR_UPPHORT', forSent(den.klocka, den.lag, lagrum), lagrum);
      const weighed = weigh<DelegationsbeslutHinder>(command, kid, [sen && warning('KLOCKAN_HAR_GATT_UT', `${vad} skulle ha gjorts senast ${den.lag} (${lagrum}).`, lagrum)]);
      if (isRefusal(weighed)) return weighed;
      const igen = omstartad(den.klocka, datum);
      return [{ type: 'KlockaUppfylld', data: { nr, datum, ...(igen !== undefined && { nasta: { nr: nasta, klocka: den.klocka, fran: datum, ...igen, lagrum: klockansLagrum(den.klocka, datum) } }), ...weighed } }];
    }
    case 'AvslutaKlocka': {
      const { nr, datum, upphort = false, skal } = command.data;
      return blank(skal) ? noReason() : [{ type: 'KlockaAvslutad', data: { nr, datum, upphort, skal: seal(kid, skal) } }];
    }
    default: return unknownCase(command);
  }
};

/** E8, JO 5886-2006: what was not handed in in time no longer holds, and nothing afterwards mends it. */
export const forSent = (klocka: Klockslag, lag: string, lagrum: string): string =>
  klocka === 'understallning_lvu' || klocka === 'understallning_lvm'
    ? `Beslutet om omhändertagande är inte underställt i tid och har upphört att gälla (${lagrum}).`
    : `${KLOCKOR[klocka].vad} skulle ha gjorts senast ${lag}. Tiden har gått ut och beslutet har upphört att gälla (${lagrum}).`;

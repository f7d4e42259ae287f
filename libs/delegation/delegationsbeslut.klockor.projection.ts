import type { Klocka } from '@klubba/lagrum';
import { type Delegationsbeslut, loper } from './delegationsbeslut.projection';
import { KLOCKOR } from './klockor';

/** The hard clocks of a decision (E8) that run, with the day to work towards: what is late has mostly ceased to hold. */
export const delegationsbeslutetsKlockor = ({ klockor, nummer, datum, struket }: Delegationsbeslut): readonly Klocka[] => (struket === true ? [] : klockor.filter(loper).map(({ nr, klocka, fran, lag, drift, lagrum }) => ({
  regel: `${klocka}.${nr}`, slag: 'skyldighet', vad: KLOCKOR[klocka].vad, galler: `delegationsbeslut ${nummer ?? datum}`, lag, drift, agare: 'handlaggare', lagrum,
  varfor: [`Tiden räknas från ${KLOCKOR[klocka].fran} ${fran}.`, ...(KLOCKOR[klocka].upphor === true ? ['Är det inte gjort då har beslutet upphört att gälla.'] : [])],
})));

import type { Hinder } from '@klubba/kernel';
import { stod } from '@klubba/lagrum';
import { UTAN_TEXT } from './sammantrade.beslut.decider';
import { behandlingen, kallad, type Mote, type Punkt, type SammantradeHinder } from './sammantrade.mote.decider';
import { tjanstgorande } from './sammantrade.narvaro.decider';

export type Avgjord = Punkt & { readonly beslut: NonNullable<Punkt['beslut']> };
export const arAvgjord = (punkt: Punkt): punkt is Avgjord => punkt.beslut !== undefined;

/**
 * C1: what a § must hold and does not, one for each (KL 5:67 by 6:35). Its matter it has from the agenda, and the line on a
 * jäv is made of the fact. Asked when the protocol is sent, when it is justerat and by the closing check.
 */
export const provaInnehall = (punkt: Avgjord, mote: Mote): readonly Hinder<SammantradeHinder>[] => {
  const { id, beslut, utgatt } = punkt;
  const { citat, allvar } = stod('kommunallag', mote.datum);
  const lagrum = allvar === 'STOPP' ? 'KL 5 kap. 67 §' : citat;
  const { yrkanden, propositionsordning, begard, omrostningar, reservationer } = behandlingen(punkt);
  const forslag = new Set(yrkanden.filter(({ aterkallat }) => !aterkallat).map(({ id: yrkande, slag }) => (slag === 'bifall' ? id : yrkande)));
  const saknas = [
    ...(beslut.antal === 0 && !UTAN_TEXT.includes(beslut.beslutstyp) ? ['beslut'] : []),
    ...(!utgatt && tjanstgorande(mote, id).length === 0 ? ['deltagare'] : []),
    // One proposal has no order to be put in.
    ...(!propositionsordning && forslag.size > 1 ? ['propositionsordning'] : []),
    ...(begard && omrostningar.length === 0 ? ['omröstningens resultat'] : []),
    ...(omrostningar.some(({ sluten, roster }) => !sluten && roster.length === 0) ? ['omröstningslista'] : []),
    ...(reservationer.some(({ av }) => av.length === 0) ? ['reservantens namn'] : []),
  ];
  return saknas.map((falt) => ({ kod: 'PARAGRAF_SAKNAR_FALT', allvar, text: `${kallad(mote, id)} saknar ${falt} (${lagrum}).`, lagrum }));
};

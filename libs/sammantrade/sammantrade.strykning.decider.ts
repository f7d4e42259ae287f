import { type Command, isRefusal, type Refusal, refuse, seal } from '@klubba/kernel';
import type { SammantradeEvent } from './sammantrade.events';
import { behandlad, behandlingen, kallad, type Mote, type SammantradeHinder } from './sammantrade.mote.decider';
import { oppen } from './sammantrade.yrkanden.decider';

export type StrykningCommand = Command<'StrykAntecknat', { antecknat: string; skal: string }>;

/** A yrkande, a reservation or an anteckning that was typed by mistake never was. What has been put to the nämnd was there. */
export const decideStrykning = ({ data: { antecknat, skal } }: StrykningCommand, mote: Mote): readonly SammantradeEvent[] | Refusal<SammantradeHinder> => {
  for (const { id, ...en } of mote.punkter) {
    const { yrkanden, reservationer, anteckningar = [], omrostningar, steg } = behandlingen(en);
    const slag = yrkanden.some((ett) => ett.id === antecknat) ? 'yrkande' : reservationer.some((ett) => ett.id === antecknat) ? 'reservation' : anteckningar.includes(antecknat) ? 'anteckning' : undefined;
    if (slag === undefined) continue;
    const punkt = oppen(mote, id);
    if (isRefusal(punkt)) return punkt;
    const provat = punkt.beslut?.bifallet === antecknat || omrostningar.some(({ huvudforslag, motforslag }) => huvudforslag === antecknat || motforslag === antecknat) || steg.some(({ mellan }) => mellan.includes(antecknat));
    if (provat) return refuse('FORSLAGET_PROVAT', `Yrkandet är prövat i ${kallad(mote, id)} och kan inte strykas.`);
    return [{ type: 'AntecknatStruket', data: { punkt: id, klass: punkt.klass, slag, antecknat, skal: seal(`paragraf:${id}`, skal) } }];
  }
  return refuse('ANTECKNAT_FINNS_INTE', 'Det finns inget sådant antecknat, eller så är det struket.');
};

export const evolveStrykning = (mote: Mote, { data: { punkt, antecknat } }: Extract<SammantradeEvent, { type: 'AntecknatStruket' }>): Mote =>
  behandlad(mote, punkt, ({ yrkanden, reservationer, anteckningar = [] }) => ({
    yrkanden: yrkanden.filter(({ id }) => id !== antecknat), reservationer: reservationer.filter(({ id }) => id !== antecknat), anteckningar: anteckningar.filter((id) => id !== antecknat),
  }));

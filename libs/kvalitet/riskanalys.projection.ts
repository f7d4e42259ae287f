import { type DataOf, idOf, type Projection } from '@klubba/kernel';
import type { riskanalysFacts, RiskanalysEvent } from './riskanalys.events';
import { riskvarde } from './riskmatris';

type Data<T extends keyof typeof riskanalysFacts> = DataOf<(typeof riskanalysFacts)[T]['shape']>;
type Bedomning = Omit<Data<'RiskBedomd'>, 'klass' | 'nr' | 'text'> & { readonly varde: number };
export type Risk = { readonly nr: string; readonly text: NonNullable<Data<'RiskBedomd'>['text']>; /** The last is today's. */ readonly bedomningar: readonly [Bedomning, ...Bedomning[]]; readonly avford?: string };
export type Atgard = Omit<Data<'AtgardBeslutad'>, 'klass'> & { /** The last is today's. */ readonly uppfoljningar: readonly Omit<Data<'AtgardFoljdUpp'>, 'klass' | 'atgard'>[]; readonly lage: Data<'AtgardFoljdUpp'>['lage'] };
export type Riskanalys = Data<'RiskanalysPaborjad'> & { readonly id: string; readonly risker: readonly Risk[]; readonly atgarder: readonly Atgard[]; readonly avslutad?: string };

/** An analysis with its risks, and its plan of measures. */
export const riskanalysen: Projection<Riskanalys, RiskanalysEvent> = {
  name: 'riskanalys',
  revision: 1,
  category: 'riskanalys',
  on: {
    RiskanalysPaborjad: (_, { stream, data }) => ({ id: idOf(stream), ...data, risker: [], atgarder: [] }),
    RiskBedomd: (en, { data: { klass: _, nr, text, ...rest } }) => {
      if (en === undefined) return undefined;
      const bedomning: Bedomning = { ...rest, varde: riskvarde(rest.sannolikhet, rest.allvarlighet) };
      const finns = en.risker.find((risk) => risk.nr === nr);
      if (finns === undefined) return text === undefined ? en : { ...en, risker: [...en.risker, { nr, text, bedomningar: [bedomning] as const }].sort(efterNummer) };
      const { avford: _avford, ...kvar } = finns;
      return { ...en, risker: en.risker.map((risk) => (risk.nr === nr ? { ...kvar, text: text ?? kvar.text, bedomningar: [...kvar.bedomningar, bedomning] } : risk)) };
    },
    RiskAvford: (en, { data: { nr, datum } }) => en && { ...en, risker: en.risker.map((risk) => (risk.nr === nr ? { ...risk, avford: datum } : risk)) },
    AtgardBeslutad: (en, { data: { klass: _, ...data } }) => en && { ...en, atgarder: [...en.atgarder, { ...data, uppfoljningar: [], lage: 'foljer_tidplan' }] },
    AtgardFoljdUpp: (en, { data: { klass: _, atgard, ...data } }) => en && {
      ...en, atgarder: en.atgarder.map((ett) => (ett.atgard === atgard ? { ...ett, lage: data.lage, klarSenast: data.klarSenast ?? ett.klarSenast, uppfoljningar: [...ett.uppfoljningar, data] } : ett)),
    },
    RiskanalysAvslutad: (en, { data: { datum } }) => en && { ...en, avslutad: datum },
    RiskanalysAteroppnad: (en) => {
      if (en === undefined) return undefined;
      const { avslutad: _, ...rest } = en;
      return rest;
    },
  },
  place: ({ namnd, datum, id }) => ({ namnd, sort: `${datum}:${id}` }),
  register: {
    columns: { klass: 'text', pagar: 'integer', datum: 'text', hogstaVarde: 'integer', forsenade: 'integer' },
    indexes: [['datum'], ['pagar', 'datum'], ['hogstaVarde']],
    row: ({ klass, avslutad, datum, risker, atgarder }) => ({
      klass, pagar: avslutad === undefined ? 1 : 0, datum, forsenade: atgarder.filter(({ lage }) => lage === 'forsenad').length,
      hogstaVarde: risker.reduce<number | null>((hogst, { avford, bedomningar }) => (avford === undefined ? Math.max(hogst ?? 0, bedomningar.at(-1)!.varde) : hogst), null),
    }),
  },
};
const delar = ({ nr }: Risk): readonly number[] => nr.split('.').map(Number);
/** 2.2 before 2.10. */
const efterNummer = (a: Risk, b: Risk): number => {
  const [x, y] = [delar(a), delar(b)];
  const skild = x.findIndex((tal, i) => tal !== y[i]);
  return skild < 0 ? x.length - y.length : x[skild]! - (y[skild] ?? -1);
};

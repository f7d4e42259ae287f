import { type Recorded, seal } from '@klubba/kernel';
import type { DelegationsbeslutEvent } from './delegationsbeslut.events';
import { type Delegationsbeslut, delegationsbeslutet } from './delegationsbeslut.projection';

const x = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const s = <T>(value: T) => seal(`delegationsbeslut:${x(1)}`, value);
const klocka = { klocka: 'understallning_lvu', fran: '2018-03-23', ra: '2018-03-30', lag: '2018-04-03', drift: '2018-03-29', lagrum: 'LVU 7 §' } as const;
const inlast: DelegationsbeslutEvent = { type: 'DelegationsbeslutInlast', data: {
  namnd: x(2), klass: 'sekretess', sekretesslagrum: '26:1', datum: '2018-03-23', grund: 'kompletterande_beslutanderatt', lagrum: ['LVU 6 §'], delegat: { slag: 'ordforande', namn: s('Rut Påhittad') }, beslut: s('Omhändertagande'), utfall: 'bifall',
  myndighetsutovning: true, overklagandeslag: 'FORVALTNINGSBESVAR', anmals: true, klockor: [klocka], lista: x(3), rad: 7, brott: [{ kod: 'EJ_BEHORIG' }],
} };
const bekraftat: DelegationsbeslutEvent = { type: 'DelegationsbeslutBekraftat', data: { lista: x(3) } };
const raden = (...fakta: readonly DelegationsbeslutEvent[]) => {
  const doc = fakta.reduce<Delegationsbeslut | undefined>((en, event, i) => (delegationsbeslutet.on[event.type] as (doc: Delegationsbeslut | undefined, event: Recorded<DelegationsbeslutEvent>) => Delegationsbeslut | undefined)(
    en, { ...event, stream: `delegationsbeslut-${x(1)}`, at: '2018-04-01T00:00:00.000Z', by: x(5), roll: 'registrator', position: BigInt(i + 1) } as Recorded<DelegationsbeslutEvent>), undefined)!;
  return { doc, rad: delegationsbeslutet.register!.row(doc), place: delegationsbeslutet.place(doc) };
};

describe('Delegationsbeslutet i registret', () => {
  it('väntar på sin lista, och står där när den är inläst', () => {
    expect(raden(inlast)).toMatchObject({ rad: undefined, place: undefined });
    expect(raden(inlast, bekraftat)).toMatchObject({ rad: { datum: '2018-03-23', slag: 'ordforande', befattning: 'ordforande', anmald: 0, klocka: '2018-03-29', brott: 1, offentlig: 0, lista: x(3) }, place: { sort: `2018-03-23:${x(1)}` } });
  });
  it('har inget i klartext som kan röja någon', () => expect(JSON.stringify(raden(inlast, bekraftat).rad)).not.toContain('Påhittad'));
  it('visar den tid som ska hållas först, tills den är mött', () => expect(raden(inlast, bekraftat, { type: 'KlockaUppfylld', data: { nr: 1, datum: '2018-03-26' } }).rad?.['klocka']).toBeNull());
  it('lämnar registret när det stryks, och behåller sin plats', () => expect(raden(inlast, bekraftat, { type: 'DelegationsbeslutUtgatt', data: { lista: x(3) } })).toMatchObject({ rad: undefined, doc: { struket: true }, place: { namnd: x(2) } }));
});

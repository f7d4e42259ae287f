import { isRefusal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { E, gor, historia, kalla, L, lagg, oppna, planera, punkt, REGLER, type Steg } from '../../test/exempel/mote';
import { sammantrade } from './sammantrade.decider';
import type { SammantradeEvent } from './sammantrade.events';

const { given } = specify(sammantrade);
const DATUM = '2026-03-18';
const P = punkt('Val');
const fullt = { bild: true, ljud: true, likaVillkor: true };
const valda = [...L.map((person, i) => ({ person, uppdrag: 'ledamot' as const, parti: 'A', ...(i === 0 && { roll: 'ordforande' as const }) })), { person: E[0]!, uppdrag: 'ersattare' as const, parti: 'A' }];
const oppet = (underlag: object = { regler: { ...REGLER, distans: true } }) => [planera({ datum: DATUM }), lagg('Val', { slag: 'val' }), kalla({ datum: '2018-03-14' }), oppna({ datum: DATUM, underlag: { antalLedamoter: 11, omedelbarJustering: true, ...underlag } })];
const upprop = (...distans: readonly object[]): Steg => gor('HallUpprop', { narvarande: [...L, E[0]!], distans, underlag: { valda, inkallelse: { platser: [], satt: 'grupp', gruppordning: [], ersattare: [] } } } as never);
const hindren = (events: readonly SammantradeEvent[], { command }: Steg) => {
  const { outcome } = given(...events).when(command);
  return isRefusal(outcome as object) ? (outcome as { hinder: readonly object[] }).hinder : [];
};

describe('B5: deltagande på distans', () => {
  it('B5: det räcker att en av dem saknar bild, ljud eller lika villkor (KL 5:16), och allt sägs', () => {
    const vad = { bild: 'Bild saknas', ljud: 'Ljud saknas', likaVillkor: 'Alla ser och hör inte varandra på lika villkor' };
    const hinder = (en: string) => ({ kod: 'DISTANS_EJ_LIKA_VILLKOR', allvar: 'STOPP', text: `${en} – deltagaren räknas inte som närvarande.`, lagrum: 'KL 5 kap. 16 §' });
    for (const [falt, text] of Object.entries(vad)) expect(hindren(historia(oppet()), upprop({ person: L[3]!, ...fullt }, { person: L[4]!, ...fullt, [falt]: false }))).toEqual([hinder(text)]);
    expect(hindren(historia(oppet()), upprop({ person: L[3]!, ...fullt, bild: false, ljud: false }))).toEqual([hinder(vad.bild), hinder(vad.ljud)]);
    expect(hindren(historia(oppet()), upprop({ person: L[3]!, ...fullt }))).toEqual([]);
  });
  it('B5: vet man inte vad reglementet sade är det inte tillåtet (KL 6:24)', () => {
    const inte = { kod: 'DISTANS_EJ_TILLATEN', allvar: 'STOPP', text: 'Deltagande på distans är inte tillåtet för denna nämnd: fullmäktigebeslut saknas (KL 6 kap. 24 §).', lagrum: 'KL 6 kap. 24 §' };
    expect(hindren(historia(oppet({})), upprop({ person: L[3]!, ...fullt }))).toEqual([inte]);
    expect(hindren(historia(oppet({})), upprop())).toEqual([]);
  });
  it('B5: en sluten omröstning varnar för dem som röstar på distans, inte för den som bara är med', () => {
    const yrkat = (...distans: readonly object[]) => historia(oppet(), upprop(...distans), gor('AntecknaYrkande', { punkt: P, slag: 'eget_forslag', av: [L[1]!], text: 'x' }));
    const rosta = (events: readonly SammantradeEvent[]): Steg => gor('AntecknaOmrostning', { punkt: P, tid: '15:08', motforslag: (events.at(-1)!.data as unknown as { yrkande: string }).yrkande, antal: { ja: 6, nej: 5, avstar: 0 } } as never);
    const [borta, askadare] = [yrkat({ person: L[3]!, ...fullt }, { person: L[4]!, ...fullt }, { person: E[0]!, ...fullt }), yrkat({ person: E[0]!, ...fullt })];
    expect(hindren(borta, rosta(borta))).toEqual([{
      kod: 'SLUTEN_OMROSTNING_PA_DISTANS', allvar: 'VARNING', lagrum: 'KL 5 kap. 54 §', text: `Omröstningen är sluten, och {person:${L[3]}} och {person:${L[4]}} röstar på distans. Ange hur rösten hålls hemlig (KL 5 kap. 54 §).`,
    }]);
    expect(hindren(askadare, rosta(askadare))).toEqual([]);
  });
});

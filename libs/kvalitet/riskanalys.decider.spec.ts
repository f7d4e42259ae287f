import { seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { riskanalys, type RiskanalysCommand } from './riskanalys.decider';
import type { RiskanalysEvent } from './riskanalys.events';

const NAMND = '00000000-0000-4000-8000-000000000001';
const s = <T>(value: T) => seal('riskanalys:00000000-0000-4000-8000-0000000000aa', value);
const { given } = specify(riskanalys, { at: '2020-10-01T12:00:00.000Z' });
type Som<T extends RiskanalysCommand['type']> = Partial<Extract<RiskanalysCommand, { type: T }>['data']>;
const paborja = (over: Som<'PaborjaRiskanalys'> = {}): RiskanalysCommand => ({ type: 'PaborjaRiskanalys', data: { namnd: NAMND, klass: 'oppen', datum: '2020-01-15', rubrik: 'Barn och familj', omgivning: { namnd: true, arende: true, sekretess: false }, ...over } });
const bedom = (over: Som<'BedomRisk'> = {}): RiskanalysCommand => ({ type: 'BedomRisk', data: { nr: '2.1', datum: '2020-01-15', sannolikhet: 'mojlig', allvarlighet: 'betydlig', text: 'Skyddet prövas för sent', ...over } });
const beslut = (over: Som<'BeslutaAtgard'> = {}): RiskanalysCommand => ({ type: 'BeslutaAtgard', data: { nr: '2.1', datum: '2020-02-01', text: 'Egenkontroll varje månad', ansvarig: 'Enhetschefen', klarSenast: '2020-06-30', ...over } });
const folj = (over: Som<'FoljUppAtgard'> = {}): RiskanalysCommand => ({ type: 'FoljUppAtgard', data: { atgard: 1, datum: '2020-07-01', lage: 'forsenad', ...over } });
const avfor = (over: Som<'AvforRisk'> = {}): RiskanalysCommand => ({ type: 'AvforRisk', data: { nr: '2.1', datum: '2020-09-30', skal: 'Kvarstår inte', ...over } });
const paborjad: RiskanalysEvent = { type: 'RiskanalysPaborjad', data: { namnd: NAMND, klass: 'oppen', datum: '2020-01-15', rubrik: s('Barn och familj') } };
const bedomd: RiskanalysEvent = { type: 'RiskBedomd', data: { klass: 'oppen', nr: '2.1', datum: '2020-01-15', sannolikhet: 'mojlig', allvarlighet: 'betydlig', text: s('Skyddet prövas för sent') } };
const atgard: RiskanalysEvent = { type: 'AtgardBeslutad', data: { klass: 'oppen', atgard: 1, nr: '2.1', datum: '2020-02-01', text: s('Egenkontroll varje månad'), ansvarig: s('Enhetschefen'), klarSenast: '2020-06-30' } };
const avford: RiskanalysEvent = { type: 'RiskAvford', data: { klass: 'oppen', nr: '2.1', datum: '2020-09-30', skal: s('Kvarstår inte') } };
const avslutad: RiskanalysEvent = { type: 'RiskanalysAvslutad', data: { datum: '2020-09-30' } };

describe('En riskanalys', () => {
  it('påbörjas i en nämnd', () => {
    given().when(paborja()).then(paborjad);
    given(paborjad).when(paborja()).thenRefused('RISKANALYSEN_FINNS_REDAN');
    given().when(paborja({ omgivning: { namnd: false, arende: true, sekretess: false } })).thenRefused('NAMNDEN_FINNS_INTE');
    given().when(paborja({ arende: NAMND, omgivning: { namnd: true, arende: false, sekretess: false } })).thenRefused('ARENDET_FINNS_INTE');
    given().when(paborja({ omgivning: { namnd: true, arende: true, sekretess: true } })).thenRefused('SEKRETESS_KRAVS');
    given().when(paborja({ datum: '2020-10-02' })).thenRefused('DATUM_I_FRAMTIDEN');
    given().when(bedom()).thenRefused('RISKANALYSEN_FINNS_INTE');
  });
  it('H5: en risk bedöms, och bedöms på nytt med en senare dag', () => {
    given(paborjad).when(bedom()).then(bedomd);
    const { text: _, ...utan } = (bedom() as Extract<RiskanalysCommand, { type: 'BedomRisk' }>).data;
    given(paborjad).when({ type: 'BedomRisk', data: utan }).thenRefused('RISKEN_SAKNAR_TEXT');
    given(paborjad, bedomd).when({ type: 'BedomRisk', data: { ...utan, datum: '2020-08-31', sannolikhet: 'osannolik' } }).then({ type: 'RiskBedomd', data: { klass: 'oppen', nr: '2.1', datum: '2020-08-31', sannolikhet: 'osannolik', allvarlighet: 'betydlig' } });
    given(paborjad, bedomd).when(bedom({ datum: '2020-01-14' })).thenRefused('DATUM_I_FEL_ORDNING');
  });
  it.each(['I.1', 'l.1', '2,1', '2.', 'A'])('H8: risknumret %s läses av för hand', (nr) => given(paborjad).when(bedom({ nr })).thenRefused('RISKNUMRET_OLASLIGT'));
  it('H5: en åtgärd gäller en risk, och följs upp med sitt eget ljus', () => {
    given(paborjad, bedomd).when(beslut()).then(atgard);
    given(paborjad, bedomd).when(beslut({ nr: '2.2' })).thenRefused('RISKEN_FINNS_INTE');
    given(paborjad, bedomd).when(beslut({ klarSenast: '2020-01-31' })).thenRefused('DATUM_I_FEL_ORDNING');
    given(paborjad, bedomd, atgard).when(folj({ klarSenast: '2020-09-30', text: 'Vakanser' })).then({ type: 'AtgardFoljdUpp', data: { klass: 'oppen', atgard: 1, datum: '2020-07-01', lage: 'forsenad', klarSenast: '2020-09-30', text: s('Vakanser') } });
    given(paborjad, bedomd, atgard).when(folj({ datum: '2020-01-31' })).thenRefused('DATUM_I_FEL_ORDNING');
    given(paborjad, bedomd, atgard).when(folj({ atgard: 2 })).thenRefused('ATGARDEN_FINNS_INTE');
  });
  it('en risk avförs med skäl, och bedöms igen om den kommer tillbaka', () => {
    given(paborjad, bedomd).when(avfor()).then(avford);
    given(paborjad, bedomd).when(avfor({ skal: '' })).thenRefused('SKAL_SAKNAS');
    given(paborjad, bedomd, avford).when(avfor()).thenRefused('RISKEN_AR_AVFORD');
    given(paborjad, bedomd, avford).when(beslut()).thenRefused('RISKEN_AR_AVFORD');
    given(paborjad, bedomd, avford, { ...bedomd, data: { ...bedomd.data, datum: '2020-10-01' } } as RiskanalysEvent).when(avfor()).thenRefused('DATUM_I_FEL_ORDNING');
  });
  it('avslutas och öppnas igen', () => {
    given(paborjad, bedomd).when({ type: 'AvslutaRiskanalys', data: { datum: '2020-09-30' } }).then(avslutad);
    given(paborjad, bedomd, avslutad).when(bedom()).thenRefused('RISKANALYSEN_AR_AVSLUTAD');
    given(paborjad, bedomd, avslutad).when({ type: 'AteroppnaRiskanalys', data: { skal: 'Ny risk' } }).then({ type: 'RiskanalysAteroppnad', data: { klass: 'oppen', skal: s('Ny risk') } });
    given(paborjad).when({ type: 'AteroppnaRiskanalys', data: { skal: 'Ny risk' } }).thenRefused('RISKANALYSEN_PAGAR');
  });
});

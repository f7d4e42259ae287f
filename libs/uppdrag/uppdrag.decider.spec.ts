import { seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { uppdrag, type UppdragCommand } from './uppdrag.decider';
import type { UppdragEvent } from './uppdrag.events';

const x = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const s = <T>(value: T) => seal('uppdrag:00000000-0000-4000-8000-0000000000aa', value);
const { given } = specify(uppdrag);
type Ge = Extract<UppdragCommand, { type: 'GeUppdrag' }>['data'];
const omgivning = { namnd: true, arende: true, punkt: true, sekretess: false };
const ge = (over: Partial<Ge> = {}): UppdragCommand => ({ type: 'GeUppdrag', data: { namnd: x(1), klass: 'oppen', givare: 'namnd', punkt: x(4), datum: '2018-02-14', text: 'Se över väntetiderna', ansvarig: 'Förvaltningschefen', redovisasSenast: '2018-06-01', omgivning, ...over } });
const givet: UppdragEvent = { type: 'UppdragGivet', data: { namnd: x(1), klass: 'oppen', givare: 'namnd', punkt: x(4), datum: '2018-02-14', text: s('Se över väntetiderna'), ansvarig: s('Förvaltningschefen'), redovisasSenast: '2018-06-01' } };
const behandling = { sammantrade: x(3), punkt: x(5), datum: '2018-03-21', ar: 2018, nummer: 44, beslutstyp: 'godkanna' };
const behandlat: UppdragEvent = { type: 'UppdragBehandlat', data: behandling };
const avslutat: UppdragEvent = { type: 'UppdragSlutfort', data: { punkt: x(5), datum: '2018-03-21', ar: 2018, nummer: 44 } };

describe('Ett uppdrag', () => {
  it('ges av en paragraf i nämnden, med ansvarig och dag', () => {
    given().when(ge()).then(givet);
    given(givet).when(ge()).thenRefused('UPPDRAGET_FINNS_REDAN');
    given().when(ge({ omgivning: { ...omgivning, namnd: false } })).thenRefused('NAMNDEN_FINNS_INTE');
    given().when(ge({ omgivning: { ...omgivning, punkt: false } })).thenRefused('PUNKTEN_FINNS_INTE');
    given().when(ge({ arende: x(9), omgivning: { ...omgivning, arende: false } })).thenRefused('ARENDET_FINNS_INTE');
    given().when(ge({ omgivning: { ...omgivning, sekretess: true } })).thenRefused('SEKRETESS_KRAVS');
    given().when(ge({ redovisasSenast: '2018-02-01' })).thenRefused('DATUM_I_FEL_ORDNING');
    given().when(ge({ datum: '2018-03-22' })).thenRefused('DATUM_I_FRAMTIDEN');
  });
  it('rapporteras och ändras med skäl', () => {
    given(givet).when({ type: 'RapporteraUppdrag', data: { datum: '2018-03-01', lage: 'risk_for_forsening', text: 'Vakanser' } }).then({ type: 'UppdragRapporterat', data: { klass: 'oppen', datum: '2018-03-01', lage: 'risk_for_forsening', text: s('Vakanser') } });
    given(givet).when({ type: 'RapporteraUppdrag', data: { datum: '2018-02-01', lage: 'forsenat' } }).thenRefused('DATUM_I_FEL_ORDNING');
    given(givet).when({ type: 'AndraUppdrag', data: { redovisasSenast: '2018-09-01', skal: 'Vakanser' } }).then({ type: 'UppdragAndrat', data: { klass: 'oppen', redovisasSenast: '2018-09-01', skal: s('Vakanser') } });
    given(givet).when({ type: 'AndraUppdrag', data: { skal: 'Vakanser' } }).thenRefused('INGET_ANDRAS');
    given(givet).when({ type: 'AndraUppdrag', data: { ansvarig: 'Enhetschefen', skal: ' ' } }).thenRefused('SKAL_SAKNAS');
  });
  it('avslutas bara genom en paragraf där det har tagits upp', () => {
    given(givet).when({ type: 'SlutforUppdrag', data: { punkt: x(5) } }).thenRefused('AVSLUTAS_AV_PARAGRAF', 'Ett uppdrag avslutas bara genom en paragraf. Ange den paragraf där uppdraget redovisades.');
    given(givet).when({ type: 'NoteraUppdragsbehandling', data: behandling }).then(behandlat);
    given(givet, behandlat).when({ type: 'NoteraUppdragsbehandling', data: behandling }).thenNothing();
    given(givet, behandlat).when({ type: 'SlutforUppdrag', data: { punkt: x(5) } }).then(avslutat);
    given(givet, behandlat, avslutat).when({ type: 'SlutforUppdrag', data: { punkt: x(5) } }).thenRefused('UPPDRAGET_AR_SLUTFORT');
  });
  it('öppnas igen när det avslutades av misstag', () => {
    given(givet, behandlat, avslutat).when({ type: 'AteroppnaUppdrag', data: { skal: 'Fel uppdrag' } }).then({ type: 'UppdragAteroppnat', data: { skal: s('Fel uppdrag') } });
    given(givet).when({ type: 'AteroppnaUppdrag', data: { skal: 'Fel uppdrag' } }).thenRefused('UPPDRAGET_PAGAR');
    given().when({ type: 'SlutforUppdrag', data: { punkt: x(5) } }).thenRefused('UPPDRAGET_FINNS_INTE');
  });
});

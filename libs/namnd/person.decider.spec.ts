import { seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { person } from './person.decider';
import type { PersonEvent } from './person.events';

const kid = 'person:00000000-0000-4000-8000-0000000000aa';
const { given } = specify(person);
const registrerad: PersonEvent = { type: 'PersonRegistrerad', data: { namn: seal(kid, 'Åsa Påhittad'), slag: 'tjansteperson', titel: seal(kid, 'utredare') } };

describe('En person', () => {
  it('registreras med allt som säger vem det är förseglat under sin egen nyckel', () =>
    given().when({ type: 'RegistreraPerson', data: { namn: 'Åsa Påhittad', slag: 'tjansteperson', titel: 'utredare' } }).then(registrerad));
  it('kan ha en inloggning, förseglad som det andra', () =>
    given().when({ type: 'RegistreraPerson', data: { namn: 'Åsa Påhittad', slag: 'annan', inloggning: 'asa01' } }).then({ type: 'PersonRegistrerad', data: { namn: seal(kid, 'Åsa Påhittad'), slag: 'annan', inloggning: seal(kid, 'asa01') } }));
  it('registreras en gång', () => given(registrerad).when({ type: 'RegistreraPerson', data: { namn: 'Åsa', slag: 'annan' } }).thenRefused('PERSONEN_FINNS_REDAN', 'Personen är redan registrerad.'));
  it('rättas genom ett nytt faktum med skäl; det som inte nämns står kvar', () =>
    given(registrerad).when({ type: 'RattaPerson', data: { namn: 'Åsa Nynamn', skal: 'Gift' } }).then({ type: 'PersonRattad', data: { namn: seal(kid, 'Åsa Nynamn'), skal: seal(kid, 'Gift') } }));
  it('kan rättas till att vara av ett annat slag, och ändå inte registreras igen', () => {
    const rattad: PersonEvent = { type: 'PersonRattad', data: { slag: 'fortroendevald', skal: seal(kid, 'Vald') } };
    given(registrerad).when({ type: 'RattaPerson', data: { slag: 'fortroendevald', skal: 'Vald' } }).then(rattad);
    given(registrerad, rattad).when({ type: 'RegistreraPerson', data: { namn: 'Åsa', slag: 'annan' } }).thenRefused('PERSONEN_FINNS_REDAN');
  });
  it('rättas inte utan skäl, inte till intet, och inte om den inte finns', () => {
    given(registrerad).when({ type: 'RattaPerson', data: { namn: 'Åsa', skal: '' } }).thenRefused('SKAL_SAKNAS');
    given(registrerad).when({ type: 'RattaPerson', data: { skal: 'Gift' } }).thenRefused('INGET_ATT_RATTA', 'Ange vad som ska rättas.');
    given().when({ type: 'RattaPerson', data: { namn: 'Åsa', skal: 'Gift' } }).thenRefused('PERSONEN_FINNS_INTE', 'Personen finns inte.');
  });
});

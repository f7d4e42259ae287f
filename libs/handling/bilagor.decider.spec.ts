import { specify } from '@klubba/kernel/spec';
import { bilagor, type BilagorCommand } from './bilagor.decider';
import type { BilagorEvent } from './bilagor.events';

const { given } = specify(bilagor);
const HANDLING = '00000000-0000-4000-8000-000000000c14';
const bilaga = { namnd: '00000000-0000-4000-8000-0000000000a1', mal: 'punkt', handling: HANDLING, handlingslage: 'bifogas' } as const;
const notera: BilagorCommand = { type: 'NoteraBilaga', data: bilaga };
const noterad: BilagorEvent = { type: 'BilagaNoterad', data: bilaga };
const taBort: BilagorCommand = { type: 'NoteraBorttagenBilaga', data: { mal: 'punkt', handling: HANDLING } };
const borttagen: BilagorEvent = { type: 'BilagaBorttagen', data: { mal: 'punkt', handling: HANDLING } };

describe('Listan över det som är bifogat', () => {
  it('noterar en bilaga en gång', () => {
    given().when(notera).then(noterad);
    given(noterad).when(notera).thenNothing();
  });
  it('noterar ett nytt läge', () => given(noterad).when({ ...notera, data: { ...bilaga, handlingslage: 'skickas_senare' } }).then({ ...noterad, data: { ...bilaga, handlingslage: 'skickas_senare' } }));
  it('skiljer punkten från den paragraf den blir', () => {
    const { handlingslage: _, ...som } = bilaga;
    given(noterad).when({ ...notera, data: { ...som, mal: 'paragraf' } }).then({ ...noterad, data: { ...som, mal: 'paragraf' } });
  });
  it('tar bort det som finns, och det kan noteras igen', () => {
    given(noterad).when(taBort).then(borttagen);
    given().when(taBort).thenNothing();
    given(noterad, borttagen).when(notera).then(noterad);
  });
});

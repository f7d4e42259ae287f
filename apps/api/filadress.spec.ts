import { randomBytes } from 'node:crypto';
import type { Files } from '@klubba/kernel';
import type { Viewer } from '@klubba/kernel/edge';
import { derivedKey } from '../../infra/forsegling/cipher';
import { masterKeysOf } from '../../infra/forsegling/master';
import { ADDRESS_SECONDS, FileAddresses } from './filadress';

const viewer = { by: 'a', may: (_: string, klass: string) => klass === 'oppen' } as unknown as Viewer;
const [logg, annan] = ['2b1c0d9e-4e7b-4a32-8f3b-7d0e5f0a8f70', '2b1c0d9e-4e7b-4a32-8f3b-7d0e5f0a8f71'];
const huvud = masterKeysOf([{ version: 1, key: randomBytes(32) }]);
const nod = (key: Uint8Array, clock?: () => number): FileAddresses => new FileAddresses(undefined as unknown as Files, key, clock);
const sista = (adress: string): string => adress.split('/').at(-1)!;

it('en adress som en nod gav gäller på varje nod med samma huvudnyckel och logg, och på ingen annan', () => {
  const adress = sista(nod(derivedKey(huvud, logg, 'filadress')).address(viewer, 'n', 'h', 2));
  expect(nod(derivedKey(huvud, logg, 'filadress')).read(adress)).toMatchObject({ by: 'a', klasser: ['oppen'], namnd: 'n', handling: 'h', version: 2 });
  const andra = [derivedKey(huvud, annan, 'filadress'), derivedKey(huvud, logg, 'annat'), derivedKey(masterKeysOf([{ version: 1, key: randomBytes(32) }]), logg, 'filadress'), huvud.current.key];
  for (const key of andra) expect(nod(key).read(adress)).toBeUndefined();
});

it('en adress är gammal efter sin tid, och en ändrad är ingen', () => {
  let nu = 1_000;
  const har = nod(derivedKey(huvud, logg, 'filadress'), () => nu);
  const adress = sista(har.address(viewer, 'n', 'h', 1));
  expect(har.read(`${adress.slice(0, -1)}${adress.endsWith('A') ? 'B' : 'A'}`)).toBeUndefined();
  nu += ADDRESS_SECONDS * 1000;
  expect(har.read(adress)).toBe('gammal');
});

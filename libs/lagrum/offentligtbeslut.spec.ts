import { provaOffentligtBeslut } from './offentligtbeslut';

describe('I4: beslutet i ett hemligt ärende', () => {
  const text = 'Barnet omhändertas.';
  it('omfattas inte av sekretessen i OSL 26:1, hur den än skrivs', () => {
    for (const sekretesslagrum of ['26:1', 'OSL 26:1']) expect(provaOffentligtBeslut({ klass: 'sekretess', sekretesslagrum, text })).toBeUndefined();
  });
  it.each(['26:2', '26:14c', '26:10', '25:1', undefined])('omfattas när markeringen är %s', (sekretesslagrum) => {
    expect(provaOffentligtBeslut({ klass: 'sekretess', sekretesslagrum, text })).toMatchObject({ kod: 'BESLUTET_OMFATTAS_AV_SEKRETESS', allvar: 'STOPP', lagrum: 'OSL 26 kap. 7 §' });
  });
  it('är redan läsbart när ärendet är öppet, och visas inte med personnummer', () => {
    expect(provaOffentligtBeslut({ klass: 'oppen', text })?.kod).toBe('BESLUTET_AR_OPPET');
    expect(provaOffentligtBeslut({ klass: 'sekretess', sekretesslagrum: '26:1', text: '19850213-1234 omhändertas.' })).toMatchObject({ kod: 'FAR_INTE_PUBLICERAS', text: 'Beslutets text innehåller 1 personnummer. Skriv den utan namn och nummer.' });
  });
});

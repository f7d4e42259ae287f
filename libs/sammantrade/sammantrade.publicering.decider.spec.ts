import { isRefusal, seal, streamId } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { avsluta, context, dokument, gor, historia, justera, kalla, klubba, L, lagg, ledamot, MOTE, numrera, oppna, planera, punkt, type Steg, x } from '../../test/exempel/mote';
import { sammantrade } from './sammantrade.decider';
import type { SammantradeEvent } from './sammantrade.events';

const { given } = specify(sammantrade);
const P = punkt('Taxa');
const HASH = 'ab'.repeat(32);
const slut = [planera(), lagg('Taxa'), kalla(), oppna(), ...L.map((person) => ledamot(person)), klubba('Taxa', { beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Höjs för 19850213-1234.' }] }), numrera('Taxa', 25), avsluta()];
const justerat = [...slut, justera()];
const publicera = (over: object = {}): Steg => gor('PubliceraProtokoll', { omgang: 1, datum: '2018-04-10', granskadAv: L[0]!, beslut: 'Nämndens beslut § 3', hash: HASH, underlag: { hash: HASH, personnummer: 0, sekretess: 0 }, ...over });
const mask = streamId('maskning', context().by, context().command);
const utfallet = (events: readonly SammantradeEvent[], { command }: Steg): readonly string[] => {
  const outcome = given(...events).when(command).outcome as object;
  return isRefusal(outcome) ? outcome.hinder.map(({ kod }) => kod) : (outcome as readonly SammantradeEvent[]).map(({ type }) => type);
};

describe('Publiceringen', () => {
  it('C6: av det som är justerat, med den som granskade, beslutet och sidans hash', () => {
    given(...historia(justerat)).when(publicera().command).then({ type: 'ProtokollPublicerat', data: { omgang: 1, datum: '2018-04-10', granskadAv: L[0]!, beslut: seal(`sammantrade:${MOTE}`, 'Nämndens beslut § 3'), hash: HASH } });
    expect(given(...historia(justerat)).when(publicera({ granskadAv: undefined }).command).outcome).toMatchObject([{ data: { granskadAv: context().by } }]);
    expect(dokument(historia(justerat, publicera())).omgangar[0]).toMatchObject({ publicerad: { datum: '2018-04-10', granskadAv: L[0] } });
  });
  it('K4/C6: innehåller det 19850213-1234, eller sekretess, stoppas det tills det är maskat', () => {
    given(...historia(justerat)).when(publicera({ underlag: { hash: HASH, personnummer: 1, sekretess: 2 } }).command).thenRefused('FAR_INTE_PUBLICERAS', 'Protokollet innehåller 3 personnummer/sekretessmarkerade stycken och får inte publiceras.');
    expect(utfallet(historia(justerat), publicera({ underlag: { hash: HASH, personnummer: 0, sekretess: 1 } }))).toEqual(['FAR_INTE_PUBLICERAS']);
  });
  it('C6: det som granskades är det som publiceras', () => expect(utfallet(historia(justerat), publicera({ underlag: { hash: 'cd'.repeat(32), personnummer: 0, sekretess: 0 } }))).toEqual(['GRANSKAT_HAR_ANDRATS']));
  it('C6: inte före justeringen, en gång, och ett protokoll som finns', () => {
    expect(utfallet(historia(slut), publicera())).toEqual(['OMGANGEN_FINNS_INTE']);
    expect(utfallet(historia(slut, gor('UpprattaProtokoll', { omedelbar: false })), publicera({ underlag: undefined }))).toEqual(['EJ_JUSTERAT']);
    expect(utfallet(historia(justerat), publicera({ datum: '2018-04-03' }))).toEqual(['EJ_JUSTERAT']);
    expect(utfallet(historia(justerat, publicera()), publicera())).toEqual(['REDAN_PUBLICERAT']);
  });
  it('C6: tas bort igen med skäl, och kan läggas ut på nytt', () => {
    const bort = gor('AvpubliceraProtokoll', { omgang: 1, datum: '2018-06-01', skal: 'Gallrat på webben' });
    const borta = historia(justerat, publicera(), bort);
    expect(dokument(borta).omgangar[0]).not.toHaveProperty('publicerad');
    expect(utfallet(borta, bort)).toEqual(['EJ_PUBLICERAT']);
    expect(utfallet(borta, publicera())).toEqual(['ProtokollPublicerat']);
    expect(utfallet(historia(slut), bort)).toEqual(['OMGANGEN_FINNS_INTE']);
  });
  it('C6: ord maskas vid sin paragraf, också efter justeringen, och maskningen kan tas bort', () => {
    const maska = gor('MaskaUppgift', { punkt: P, text: '19850213-1234', skal: 'personnummer' });
    given(...historia(justerat)).when(maska.command, context()).then({ type: 'UppgiftMaskad', data: { punkt: P, klass: 'oppen', maskning: mask, text: seal(`paragraf:${P}`, '19850213-1234'), skal: 'personnummer' } });
    const angra = gor('AngraMaskning', { maskning: mask, skal: 'Fel ord' });
    expect(dokument(historia(justerat, maska)).punkter[0]!.maskningar).toHaveLength(1);
    expect(dokument(historia(justerat, maska, angra)).punkter[0]!.maskningar).toEqual([]);
    expect(utfallet(historia(justerat, maska, angra), angra)).toEqual(['MASKNINGEN_FINNS_INTE']);
    expect(utfallet(historia(justerat), gor('MaskaUppgift', { punkt: x(1), text: 'x', skal: 'sekretess' }))).toEqual(['PUNKTEN_FINNS_INTE']);
  });
});

import { isRefusal, seal, streamId } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { avsluta, context, dokument, gor, hemlig, historia, justera, kalla, klubba, L, lagg, ledamot, MOTE, numrera, oppna, planera, punkt, type Steg, x } from '../../test/exempel/mote';
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
  it('C6: det som granskades är det som publiceras', () =>
    given(...historia(justerat)).when(publicera({ underlag: { hash: 'cd'.repeat(32), personnummer: 0, sekretess: 0 } }).command).thenRefused('GRANSKAT_HAR_ANDRATS', 'Protokollet ser inte längre ut som när det granskades. Granska det på nytt.'));
  it('C6: inte före justeringen, en gång, och ett protokoll som finns', () => {
    given(...historia(slut)).when(publicera().command).thenRefused('OMGANGEN_FINNS_INTE', 'Det finns inget protokoll 1 vid sammanträdet.');
    const upprattat = historia(slut, gor('UpprattaProtokoll', { omedelbar: false }));
    given(...upprattat).when(publicera().command).thenRefused('EJ_JUSTERAT', 'Protokoll 1 är inte justerat och publiceras inte.', 'KL 8 kap. 10 §');
    expect(utfallet(historia(justerat), publicera({ underlag: undefined }))).toEqual(['EJ_JUSTERAT']);
    given(...historia(justerat)).when(publicera({ datum: '2018-04-03' }).command).thenRefused('EJ_JUSTERAT', 'Protokoll 1 justerades 2018-04-04 och kan inte ha publicerats 2018-04-03.');
    expect(utfallet(historia(justerat), publicera({ datum: '2018-04-04' }))).toEqual(['ProtokollPublicerat']);
    given(...historia(justerat, publicera())).when(publicera().command).thenRefused('REDAN_PUBLICERAT', 'Protokoll 1 är redan publicerat.');
  });
  it('C6: tas bort igen med skäl, och kan läggas ut på nytt', () => {
    const bort = gor('AvpubliceraProtokoll', { omgang: 1, datum: '2018-06-01', skal: 'Gallrat på webben' });
    const borta = historia(justerat, publicera(), bort);
    expect(dokument(borta).omgangar[0]).not.toHaveProperty('publicerad');
    given(...borta).when(bort.command).thenRefused('EJ_PUBLICERAT', 'Protokoll 1 är inte publicerat.');
    expect(utfallet(borta, publicera())).toEqual(['ProtokollPublicerat']);
    expect(utfallet(historia(slut), bort)).toEqual(['OMGANGEN_FINNS_INTE']);
  });
  it('C6: ord maskas vid sin paragraf, också efter justeringen, och maskningen kan tas bort', () => {
    const maska = gor('MaskaUppgift', { punkt: P, text: '19850213-1234', skal: 'personnummer' });
    given(...historia(justerat)).when(maska.command, context()).then({ type: 'UppgiftMaskad', data: { punkt: P, klass: 'oppen', maskning: mask, text: seal(`paragraf:${P}`, '19850213-1234'), skal: 'personnummer' } });
    const angra = gor('AngraMaskning', { maskning: mask, skal: 'Fel ord' });
    expect(dokument(historia(justerat, maska)).punkter[0]!.maskningar).toHaveLength(1);
    expect(dokument(historia(justerat, maska, angra)).punkter[0]!.maskningar).toEqual([]);
    given(...historia(justerat, maska)).when(angra.command).then({ type: 'MaskningAngrad', data: { punkt: P, klass: 'oppen', maskning: mask, skal: seal(`paragraf:${P}`, 'Fel ord') } });
    given(...historia(justerat, maska, angra)).when(angra.command).thenRefused('MASKNINGEN_FINNS_INTE', 'Maskningen finns inte.');
    const annan = { ...gor('MaskaUppgift', { punkt: P, text: '070-000 00 00', skal: 'personuppgift' } as never), namn: 'andra' };
    expect(utfallet(historia(justerat, maska, annan, angra), gor('AngraMaskning', { maskning: streamId('maskning', context().by, context('andra').command), skal: 'Fel ord' }))).toEqual(['MaskningAngrad']);
    expect(utfallet(historia(justerat), gor('MaskaUppgift', { punkt: x(1), text: 'x', skal: 'sekretess' }))).toEqual(['PUNKTEN_FINNS_INTE']);
  });
});

describe('Beslutet i en hemlig paragraf', () => {
  const V = punkt('Vård');
  const fore = [planera(), hemlig('Vård', { slag: 'arende', utanDiarienummer: true }), kalla(), oppna(), ...L.map((person) => ledamot(person)), klubba('Vård', { beslutstyp: 'besluta', beslutspunkter: [{ text: 'Olle Påhittad bereds vård.' }] }), numrera('Vård', 25), avsluta()];
  const klar = [...fore, justera()];
  const offentliggor = (over: object = {}): Steg => gor('OffentliggorBeslut', { punkt: V, slag: 'vard_utan_samtycke', datum: '2018-04-10', text: 'Nämnden ansöker om vård.', ...over });
  const klass = (sekretesslagrum: string | undefined): Steg => gor('AndraPunktensKlass', { punkt: V, klass: 'sekretess', sekretesslagrum, skal: 'Ny prövning' } as never);
  const visas = (...alla: readonly Steg[]) => dokument(historia(alla)).punkter[0]!.offentligt;

  it('I4: kan läsas av alla utan namn, av lagrummet som gör det offentligt, och paragrafen är hemlig som förut', () => {
    const fakta = { slag: 'vard_utan_samtycke', lagrum: 'OSL 26 kap. 7 §', datum: '2018-04-10', text: seal(`paragraf:${V}`, 'Nämnden ansöker om vård.') } as const;
    given(...historia(klar)).when(offentliggor().command).then({ type: 'BeslutOffentliggjort', data: { punkt: V, ...fakta } });
    expect(dokument(historia(klar, offentliggor())).punkter[0]).toMatchObject({ klass: 'sekretess', sekretesslagrum: '26:1', offentligt: fakta });
    expect(visas(...klar)).toBeUndefined();
  });
  it('I4: bara av sekretess enligt 26:1, inte före justeringen, och aldrig med personnummer', () => {
    given(...historia(fore)).when(offentliggor().command).thenRefused('EJ_JUSTERAT', '§ 25 är inte justerad: beslutet kan inte läsas av någon utanför än.');
    given(...historia(fore.slice(0, 3))).when(offentliggor().command).thenRefused('EJ_JUSTERAT', 'Ärende 1 är inte justerad: beslutet kan inte läsas av någon utanför än.');
    given(...historia(klar)).when(offentliggor({ datum: '2018-04-03' }).command).thenRefused('EJ_JUSTERAT', '§ 25 justerades 2018-04-04, efter prövningen 2018-04-03.');
    expect(utfallet(historia(klar), offentliggor({ datum: '2018-04-04' }))).toEqual(['BeslutOffentliggjort']);
    expect(utfallet(historia(klar, klass('26:2')), offentliggor())).toEqual(['BESLUTET_OMFATTAS_AV_SEKRETESS']);
    expect(utfallet(historia(klar), offentliggor({ text: '19850213-1234 bereds vård.' }))).toEqual(['FAR_INTE_PUBLICERAS']);
    expect(utfallet(historia(justerat), offentliggor({ punkt: P }))).toEqual(['BESLUTET_AR_OPPET']);
    expect(utfallet(historia(klar), offentliggor({ punkt: x(1) }))).toEqual(['PUNKTEN_FINNS_INTE']);
  });
  it('I4: dras in med skäl, och en ny markering prövas på nytt', () => {
    const drain = gor('DraInOffentligtBeslut', { punkt: V, datum: '2018-04-12', skal: 'Texten röjer' });
    given(...historia(klar, offentliggor())).when(drain.command).then({ type: 'OffentligtBeslutIndraget', data: { punkt: V, datum: '2018-04-12', skal: seal(`paragraf:${V}`, 'Texten röjer') } });
    expect(visas(...klar, offentliggor(), drain)).toBeUndefined();
    expect(utfallet(historia(klar, offentliggor(), drain), drain)).toEqual([]);
    expect(utfallet(historia(klar), gor('DraInOffentligtBeslut', { punkt: x(1), datum: '2018-04-12', skal: 'x' }))).toEqual(['PUNKTEN_FINNS_INTE']);
    expect(visas(...klar, offentliggor(), klass('26:1'))).toBeUndefined();
    expect(utfallet(historia(klar, offentliggor(), klass('26:1')), drain)).toEqual([]);
    expect(visas(...klar, offentliggor(), drain, offentliggor({ text: 'Ansökan görs.' }))).toMatchObject({ text: seal(`paragraf:${V}`, 'Ansökan görs.') });
  });
});

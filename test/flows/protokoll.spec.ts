import { createHash } from 'node:crypto';
import { paragrafen } from '@klubba/paragraf';
import { type Running, startHouse } from './harness';
import * as harness from './harness';

// The protocol through the API: from klubbslag to the page on the web, and the decisions that come after it.
const KANARIE = 'KANARIE-HEMLIG';
const NUMMER = '850213-1234';
let house: Running;
let [sekreterare, revisor, handlaggare, sn, ks, mote, arende] = Array<string>(7).fill('') as [string, string, string, string, string, string, string];
const P: Record<string, string> = {};
const punkter: Record<string, string> = {};
const give = (command: string, data: object, id?: string, skal?: Readonly<Record<string, string>>) => harness.give(house, command, data, { by: sekreterare, id, skal });
const done = (command: string, data: object, id?: string, skal?: Readonly<Record<string, string>>) => harness.done(house, command, data, { by: sekreterare, id, skal });
const see = (query: string, by?: string) => harness.see(house, query, by);
const lugn = async (): Promise<void> => house.house.models.caughtUp(await house.house.log.store.tip());
const lagg = async (vid: string, namn: string, data: object = {}): Promise<string> => {
  await done('LaggTillPunkt', { slag: 'arende', rubrik: namn, klass: 'oppen', utanDiarienummer: true, ...data }, vid);
  return (punkter[namn] = (await see(`{ dagordning(sammantrade: "${vid}") { rader { rubrik punkt } } }`, sekreterare)).dagordning.rader.findLast(({ rubrik }: { rubrik: string }) => rubrik === namn).punkt);
};
const inne = async (vid: string): Promise<void> => {
  await done('OppnaSammantrade', { tid: '15:00' }, vid, { KALLELSE_SAKNAS: 'Muntlig' });
  for (const namn of ['Olga', 'Linus', 'Tora']) await done('AntecknaNarvaro', { person: P[namn], pass: [{ tjanstgor: true }] }, vid);
  await done('UtseJusterare', { person: P['Linus'] }, vid);
};
const klubba = (vid: string, namn: string, data: object, skal?: Readonly<Record<string, string>>) => give('FattaBeslut', { punkt: punkter[namn], tid: '15:10', beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Ja.' }], ...data }, vid, skal);
const brister = async (vid: string, infor: string, by = sekreterare) => (await see(`{ slutkontroll(sammantrade: "${vid}", infor: ${infor}, pa: "2026-02-24") { kod allvar text lagrum nr paragraf } }`, by)).slutkontroll;
const sidan = async (vid: string, by?: string, more = '') => (await see(`{ protokollsdokument(sammantrade: "${vid}"${more}) { rendition html hash personnummer publicerad } }`, by)).protokollsdokument;
const paragraf = async (namnd: string, nummer: number, by?: string) => (await see(`{ paragraf(namnd: "${namnd}", ar: 2026, nummer: ${nummer}) { id nummer bokstav beslutspunkter { text } andradGenom { nummer text } forslagBehandlat { namnd nummer text } oversattningar { begaran sprak av datum lamnad } } }`, by)).paragraf;

beforeAll(async () => {
  house = await startHouse();
  [sekreterare, revisor] = [await house.token('namndsekreterare'), await house.token('revisor')];
  handlaggare = await house.token('handlaggare');
  for (const namn of ['Olga', 'Linus', 'Tora']) P[namn] = (await done('RegistreraPerson', { namn, slag: 'fortroendevald' })).id;
  const inratta = async (organ: string, namn: string, slag: string, paragrafform: string): Promise<string> => {
    const { id } = await done('InrattaNamnd', { organ, namn, slag });
    await done('FaststallReglemente', { fran: '2024-01-01', antalLedamoter: 3, kallelseDagar: 0, kallelseSlag: 'kalenderdagar', omedelbarJustering: true, diarieform: 'snedstreck_kolon', paragrafform }, id);
    for (const [i, person] of ['Olga', 'Linus', 'Tora'].entries()) await done('ValjForUppdrag', { person: P[person], uppdrag: 'ledamot', ...(i === 0 && { roll: 'ordforande' }), parti: 'ABC'[i], ordning: i + 1, fran: '2024-01-01' }, id);
    return id;
  };
  sn = await inratta('SN', 'Sjönämnden i Påhitt', 'namnd', 'nummer_ar');
  ks = await inratta('KS', 'Kommunstyrelsen i Påhitt', 'kommunstyrelse', 'organ_nummer');
  await done('BorjaParagrafserie', { namnd: sn, ar: 2026, sista: 9 });
  mote = (await done('PlaneraSammantrade', { namnd: sn, datum: '2026-02-18', tid: '15:00', plats: 'Salen' })).id;
});
afterAll(() => house.remove());

describe('Från klubbslag till justering', () => {
  it('I3: ett ärende som blir hemligt tar med sig sin punkt', async () => {
    arende = (await done('OppnaArende', { namnd: sn, klass: 'oppen', rubrik: `Bryggan ${KANARIE}`, datum: '2026-01-10', slag: 'ovrigt' })).id;
    await lugn();
    await lagg(mote, `Bryggan ${KANARIE}`, { arende });
    await lugn();
    await done('AndraArendeklass', { klass: 'sekretess', sekretesslagrum: '26:1', datum: '2026-02-01', skal: 'Uppgifter om enskild' }, arende);
    await lugn();
    const rad = (await see(`{ dagordning(sammantrade: "${mote}") { rader { sekretess sekretesslagrum } } }`, sekreterare)).dagordning.rader[0];
    expect(rad).toEqual({ sekretess: true, sekretesslagrum: 'OSL 26:1' });
    expect(JSON.stringify(await see(`{ dagordning(sammantrade: "${mote}") { rader { rubrik } } }`, revisor))).not.toContain(KANARIE);
  });
  it('B12, D6: verben prövas vid klubbslaget, och det som är fullmäktiges kan bara föreslås', async () => {
    await lagg(mote, 'Reglementet', { kraverKf: true });
    await lagg(mote, 'Remissen', { slag: 'remissvar' });
    await lagg(mote, 'Rapport A', { slag: 'information' });
    await lagg(mote, 'Rapport B', { slag: 'information' });
    await inne(mote);
    expect(await klubba(mote, 'Reglementet', { beslutstyp: 'anta' })).toMatchObject({ kod: 'AVGORS_AV_KF', text: 'Ärendet avgörs av kommunfullmäktige (KL 5 kap. 1 §). Nämnden kan bara lämna förslag.' });
    expect(await klubba(mote, 'Remissen', { beslutstyp: 'lagga_till_handlingarna' })).toMatchObject({ kod: 'LAGGS_TILL_HANDLINGARNA', allvar: 'VARNING' });
    expect((await klubba(mote, `Bryggan ${KANARIE}`, { beslutspunkter: [{ text: `${KANARIE} byggs` }] })).kod).toBeUndefined();
    expect((await klubba(mote, 'Reglementet', { beslutstyp: 'foresla_kf', beslutspunkter: [{ text: 'Kommunfullmäktige antar reglementet.', verb: 'föreslår', subjekt: 'Sjönämnden' }] })).kod).toBeUndefined();
    expect((await klubba(mote, 'Remissen', { beslutstyp: 'avge_yttrande', beslutspunkter: [] })).kod).toBeUndefined();
  });
  it('C2: två rapporter får samma nummer med var sin bokstav, i nämndens skrivsätt', async () => {
    await done('SattUnderparagrafer', { punkter: [punkter['Rapport A'], punkter['Rapport B']] }, mote);
    for (const namn of ['Rapport A', 'Rapport B']) expect((await klubba(mote, namn, { beslutstyp: 'notera', beslutspunkter: [{ text: `Rapporten för ${NUMMER} noteras.` }] })).kod).toBeUndefined();
    await lugn();
    const { spann, paragrafer } = (await see(`{ protokoll(sammantrade: "${mote}") { spann paragrafer { nummer bokstav skrivs } } }`, sekreterare)).protokoll;
    expect(spann).toBe('§§ 10–12, 13 a–b');
    expect(paragrafer.slice(2)).toEqual([{ nummer: 12, bokstav: null, skrivs: '§ 12/26' }, { nummer: 13, bokstav: 'a', skrivs: '§ 13 a/26' }, { nummer: 13, bokstav: 'b', skrivs: '§ 13 b/26' }]);
    expect(await paragraf(sn, 13, sekreterare)).toMatchObject({ bokstav: 'a' });
    expect((await see(`{ paragraf(namnd: "${sn}", ar: 2026, nummer: 13, bokstav: b) { bokstav } }`, sekreterare)).paragraf).toEqual({ bokstav: 'b' });
  });
  it('slutkontrollen säger vad som saknas, med lagrum, och bara för den som har en roll', async () => {
    expect(await brister(mote, 'avslutas')).toEqual([{ kod: 'PARAGRAF_SAKNAR_FALT', allvar: 'STOPP', text: '§ 12 saknar beslut (KL 5 kap. 67 §).', lagrum: 'KL 5 kap. 67 §', nr: 3, paragraf: 12 }]);
    await done('AvslutaSammantrade', { tid: '16:00' }, mote);
    expect((await brister(mote, 'justeras')).map(({ kod }: { kod: string }) => kod)).toEqual(['PARAGRAF_SAKNAR_FALT']);
    expect((await see(`{ slutkontroll(sammantrade: "${mote}", infor: justeras) { kod } }`)).slutkontroll).toBeNull();
    expect(await give('SkickaForJustering', { omedelbart: false, datum: '2026-02-20' }, mote)).toMatchObject({ kod: 'PARAGRAF_SAKNAR_FALT', text: '§ 12 saknar beslut (KL 5 kap. 67 §).' });
    await done('SkrivUtBeslut', { punkt: punkter['Remissen'], beslutspunkter: [{ text: 'Svaret lämnas.' }] }, mote);
    expect(await brister(mote, 'justeras')).toEqual([]);
  });
  it('C3: orden kompletteras tills protokollet skickas; sedan bara skrivfel, eller när det har tagits tillbaka', async () => {
    const komplettera = () => give('KompletteraBeslut', { punkt: punkter['Remissen'], beslutspunkter: [{ text: 'Svaret lämnas till styrelsen.' }], skal: 'Mottagaren föll bort' }, mote);
    expect((await komplettera()).kod).toBeUndefined();
    await done('SkickaForJustering', { omedelbart: false, datum: '2026-02-20' }, mote);
    expect(await komplettera()).toMatchObject({ kod: 'SKICKAT_FOR_JUSTERING' });
    expect((await give('RattaForeJustering', { punkt: punkter['Remissen'], beslutspunkt: 1, text: 'Svaret lämnas till Styrelsen.', slag: 'skrivfel', skal: 'Stor bokstav' }, mote)).kod).toBeUndefined();
    await done('AterkallaFranJustering', { omgang: 1, skal: 'En bilaga saknas' }, mote);
    expect((await komplettera()).kod).toBeUndefined();
    await done('SkickaForJustering', { omedelbart: false, datum: '2026-02-21', justerare: [P['Olga'], P['Linus']] }, mote);
  });
  it('C3: justeringens dag är den sista underskriftens', async () => {
    const justera = (datum: string, underskrifter: readonly object[]) => give('Justera', { datum, omedelbart: false, justerare: [P['Olga'], P['Linus']], underskrifter }, mote);
    const underskrifter = [{ person: P['Olga'], datum: '2026-02-23' }, { person: P['Linus'], datum: '2026-02-24' }];
    expect(await justera('2026-02-23', underskrifter)).toMatchObject({ kod: 'JUSTERINGSDAGEN_STAMMER_INTE' });
    expect(await justera('2026-02-23', underskrifter.slice(0, 1))).toMatchObject({ kod: 'UNDERSKRIFT_SAKNAS', text: 'Underskriften av Linus saknas.' });
    expect(await give('Justera', { datum: '2026-02-24', omedelbart: false, justerare: [P['Linus']], undertecknat: P['Olga'] }, mote)).toMatchObject({ kod: 'UNDERTECKNAT_FINNS_INTE' });
    expect(await give('Justera', { datum: '2026-02-24', omedelbart: false, justerare: [P['Linus']], enligtSignaturer: true }, mote)).toMatchObject({ kod: 'UNDERSKRIFT_SAKNAS' });
    expect((await justera('2026-02-24', underskrifter)).kod).toBeUndefined();
    const omgang = (await see(`{ protokoll(sammantrade: "${mote}") { omgangar { datum skickad paragrafer underskrifter { namn datum } } } }`)).protokoll.omgangar;
    expect(omgang).toEqual([{ datum: '2026-02-24', skickad: '2026-02-21', paragrafer: '§§ 10–12, 13 a–b', underskrifter: [{ namn: 'Olga', datum: '2026-02-23' }, { namn: 'Linus', datum: '2026-02-24' }] }]);
  });
});

describe('Protokollet som sida', () => {
  const ett = ', omgang: 1';
  it('inåt med allt som läsaren får se, utåt först när det är publicerat', async () => {
    await done('AnslaProtokoll', { omgang: 1, datum: '2026-02-25', forvaringsplats: 'Kansliet' }, mote);
    const intern = await sidan(mote, sekreterare, ett);
    expect(intern).toMatchObject({ rendition: 'INTERN', publicerad: null });
    for (const ord of [`${KANARIE} byggs`, NUMMER, '§ 13 a/26', 'Justerat 2026-02-24.', 'Sjönämnden i Påhitt']) expect(intern.html).toContain(ord);
    const revisorns = await sidan(mote, revisor, ett);
    expect(revisorns.html).not.toContain(KANARIE);
    expect(revisorns.html).toContain('Paragrafen omfattas av sekretess.');
    for (const more of ['', ett, `${ett}, rendition: INTERN`, ', omgang: 9']) expect(await sidan(mote, undefined, more)).toBeNull();
  });
  it('K4/C6: minuterna innehåller ett personnummer: STOPP tills det är maskat, och det som granskades är det som publiceras', async () => {
    const publicera = (hash: string) => give('PubliceraProtokoll', { omgang: 1, datum: '2026-02-26', granskadAv: P['Olga'], beslut: 'Delegat 2026-02-26', hash }, mote);
    const fore = await sidan(mote, sekreterare, `${ett}, rendition: OFFENTLIG`);
    expect(fore).toMatchObject({ rendition: 'OFFENTLIG', personnummer: 2 });
    expect(fore.html).not.toContain(NUMMER);
    expect(fore.html).toContain('[personnummer borttaget]');
    expect(await publicera(fore.hash)).toMatchObject({ kod: 'FAR_INTE_PUBLICERAS', text: 'Protokollet innehåller 2 personnummer/sekretessmarkerade stycken och får inte publiceras.' });
    for (const namn of ['Rapport A', 'Rapport B']) await done('MaskaUppgift', { punkt: punkter[namn], text: `för ${NUMMER} `, skal: 'personnummer' }, mote);
    expect(await publicera(fore.hash)).toMatchObject({ kod: 'GRANSKAT_HAR_ANDRATS' });
    const granskad = await sidan(mote, sekreterare, `${ett}, rendition: OFFENTLIG`);
    expect(granskad.personnummer).toBe(0);
    expect(granskad.html).toContain('Rapporten [maskat]noteras.');
    expect((await publicera(granskad.hash)).kod).toBeUndefined();
    const ute = await sidan(mote, undefined, ett);
    expect(ute).toEqual({ rendition: 'OFFENTLIG', html: granskad.html, hash: granskad.hash, personnummer: 0, publicerad: '2026-02-26' });
    expect(createHash('sha256').update(ute.html, 'utf8').digest('hex')).toBe(ute.hash);
    for (const text of [KANARIE, NUMMER, 'hidden', '<!--']) expect(ute.html).not.toContain(text);
    expect(await sidan(mote, undefined, `${ett}, rendition: INTERN`)).toEqual(ute);
  });
  it('C6: fanns maskningen inte då visas ordet ändå inte, och det som tas bort är borta', async () => {
    const justerad = (await see(`{ handelser(namnd: "${sn}", strom: "sammantrade-${mote}", first: 200) { edges { node { typ position } } } }`, sekreterare)).handelser.edges.findLast(({ node }: { node: { typ: string } }) => node.typ === 'ParagraferJusterade').node.position;
    const da = await sidan(mote, undefined, `${ett}, vid: { position: "${justerad}" }`);
    expect(da.html).not.toContain(NUMMER);
    expect(da.html).toContain('[maskat]');
    await done('AvpubliceraProtokoll', { omgang: 1, datum: '2026-06-01', skal: 'Tiden är ute' }, mote);
    expect(await sidan(mote, undefined, ett)).toBeNull();
    expect(await sidan(mote, undefined, `${ett}, vid: { position: "${justerad}" }`)).toBeNull();
  });
  it('den som inte får, får inte, och dåliga uppgifter sägs', async () => {
    expect((await harness.give(house, 'PubliceraProtokoll', { omgang: 1, datum: '2026-02-26', beslut: 'x', hash: 'ab'.repeat(32) }, { by: handlaggare, id: mote })).kod).toBe('BEHORIGHET_SAKNAS');
    expect((await give('PubliceraProtokoll', { omgang: 1, datum: '2026-02-26', beslut: 'x', hash: 'x' }, mote)).kod).toBe('OGILTIG_INDATA');
    expect(await give('MaskaUppgift', { punkt: P['Olga'], text: 'x', skal: 'sekretess' }, mote)).toMatchObject({ kod: 'PUNKTEN_FINNS_INTE' });
  });
});

describe('Beslutet i en hemlig paragraf', () => {
  const SER = 'sekretess rubrik beslutspunkter { text } offentligtBeslut { lagrum datum text }';
  const HEMLIG = { sekretess: true, rubrik: null, beslutspunkter: [] };
  const OFFENTLIGT = { lagrum: 'OSL 26 kap. 7 §', datum: '2026-02-26', text: 'Ett barn omhändertas.' };
  const visa = async (by?: string, vid = '') => (await see(`{ paragraf(namnd: "${sn}", ar: 2026, nummer: 10${vid}) { ${SER} } }`, by)).paragraf;
  const iProtokollet = async (by?: string) => (await see(`{ protokoll(sammantrade: "${mote}") { paragrafer { ${SER} } } }`, by)).protokoll.paragrafer[0];
  const offentliggor = (over: object = {}) => give('OffentliggorBeslut', { punkt: punkter[`Bryggan ${KANARIE}`], slag: 'omhandertagande', datum: '2026-02-26', text: 'Ett barn omhändertas.', ...over }, mote);

  it('I4: ett beslut om vård är offentligt fast akten är hemlig: allmänheten läser beslutet utan namn, och inget annat', async () => {
    for (const en of [await visa(), await iProtokollet()]) expect(en).toEqual({ ...HEMLIG, offentligtBeslut: null });
    expect(await offentliggor({ text: `Barnet ${NUMMER} omhändertas.` })).toMatchObject({ kod: 'FAR_INTE_PUBLICERAS', allvar: 'STOPP' });
    expect(await offentliggor({ punkt: punkter['Remissen'] })).toMatchObject({ kod: 'BESLUTET_AR_OPPET' });
    expect((await harness.give(house, 'OffentliggorBeslut', { punkt: punkter['Remissen'], slag: 'omhandertagande', datum: '2026-02-26', text: 'x' }, { by: handlaggare, id: mote })).kod).toBe('BEHORIGHET_SAKNAS');
    expect((await offentliggor()).kod).toBeUndefined();
    for (const by of [undefined, revisor]) for (const en of [await visa(by), await iProtokollet(by)]) expect(en).toEqual({ ...HEMLIG, offentligtBeslut: OFFENTLIGT });
    expect(await visa(sekreterare)).toMatchObject({ sekretess: true, beslutspunkter: [{ text: `${KANARIE} byggs` }], offentligtBeslut: OFFENTLIGT });
  });
  it('I4, C6: sidan på webben visar det inte för det', async () => {
    const ute = await sidan(mote, sekreterare, ', omgang: 1, rendition: OFFENTLIG');
    expect(ute.html).toContain('Paragrafen omfattas av sekretess.');
    expect(ute.html).not.toContain(OFFENTLIGT.text);
  });
  it('I4: det som dras in, eller skrivs om, visas inte heller som det var', async () => {
    const { position } = await done('OffentliggorBeslut', { punkt: punkter[`Bryggan ${KANARIE}`], slag: 'omhandertagande', datum: '2026-02-27', text: 'Barnet vid bryggan omhändertas.' }, mote);
    const da = `, vid: { position: "${position}" }`;
    expect((await visa(undefined, da)).offentligtBeslut.text).toBe('Barnet vid bryggan omhändertas.');
    await done('DraInOffentligtBeslut', { punkt: punkter[`Bryggan ${KANARIE}`], datum: '2026-02-28', skal: 'Platsen röjer vem det är' }, mote);
    for (const en of [await visa(), await visa(undefined, da), await iProtokollet()]) expect(en).toEqual({ ...HEMLIG, offentligtBeslut: null });
  });
});

describe('Beslut som följer på andra', () => {
  let senare: string;
  it('D6: kommunstyrelsens punkt får nämndens förslag, kan bara föreslå vidare, och båda paragraferna visar det', async () => {
    const vid = (await done('PlaneraSammantrade', { namnd: ks, datum: '2026-03-10', tid: '13:00', plats: 'Salen' })).id;
    await lagg(vid, 'Reglemente för sjön');
    const { id: kallan } = await paragraf(sn, 11, sekreterare);
    expect(await give('KnytForslag', { punkt: punkter['Reglemente för sjön'], paragraf: P['Olga'] }, vid)).toMatchObject({ kod: 'PARAGRAFEN_FINNS_INTE' });
    await done('KnytForslag', { punkt: punkter['Reglemente för sjön'], paragraf: kallan }, vid);
    await inne(vid);
    const rad = (await see(`{ dagordning(sammantrade: "${vid}") { rader { forslag { text verb } } } }`, sekreterare)).dagordning.rader[0];
    expect(rad.forslag).toEqual([{ text: 'Kommunfullmäktige antar reglementet.', verb: 'föreslår' }]);
    expect(await klubba(vid, 'Reglemente för sjön', { beslutstyp: 'faststalla' })).toMatchObject({ kod: 'AVGORS_AV_KF' });
    await done('AntecknaBeslutsgang', { punkt: punkter['Reglemente för sjön'], typ: 'ordforanden_provar', steg: [] }, vid);
    expect((await klubba(vid, 'Reglemente för sjön', { beslutstyp: 'foresla_kf', beslutspunkter: [{ text: 'Kommunfullmäktige antar reglementet.' }] })).kod).toBeUndefined();
    await lugn();
    const [deras] = (await see(`{ protokoll(sammantrade: "${vid}") { paragrafer { skrivs forslagFran { text } beslutsgang { text } } } }`, sekreterare)).protokoll.paragrafer;
    expect(deras).toEqual({ skrivs: 'KS 1', forslagFran: { text: 'SN 2026-02-18 § 11' }, beslutsgang: { text: 'Förslaget är det i SN 2026-02-18 § 11. Ordföranden prövar liggande förslag och finner att nämnden bifaller det.' } });
    expect((await paragraf(sn, 11)).forslagBehandlat).toEqual([{ namnd: ks, nummer: 1, text: 'Behandlat i § 1 2026-03-10' }]);
    expect((await sidan(mote, sekreterare, ', omgang: 1')).html).toContain('Förslaget är behandlat i KS 2026-03-10 § 1.');
  });
  it('K4/D8: ett nytt beslut ändrar det gamla, som står kvar och visar det', async () => {
    senare = (await done('PlaneraSammantrade', { namnd: sn, datum: '2026-03-18', tid: '15:00', plats: 'Salen' })).id;
    await lagg(senare, 'Rättelse');
    await inne(senare);
    const { id: gammal } = await paragraf(sn, 12, sekreterare);
    const ratta = (andrar: object, skal?: Readonly<Record<string, string>>) => klubba(senare, 'Rättelse', { beslutstyp: 'besluta', beslutspunkter: [{ text: 'Svaret lämnas till fullmäktige.' }], andrar: { paragraf: gammal, skal: 'Fel mottagare', ...andrar } }, skal);
    expect(await ratta({ grund: 'fl_37', tillNackdel: true })).toMatchObject({ kod: 'GYNNANDE_BESLUT_TILL_NACKDEL' });
    expect(await ratta({ grund: 'sol_14_9' })).toMatchObject({ kod: 'GRUNDEN_GALLER_INTE', allvar: 'STOPP' });
    expect(await ratta({ grund: 'annan', paragraf: P['Olga'] })).toMatchObject({ kod: 'ANDRAT_BESLUT_FINNS_INTE' });
    expect(await give('RattaParagraf', { text: 'Svaret lämnas till fullmäktige.', slag: 'saklig', datum: '2026-03-18', skal: 'x' }, gammal)).toMatchObject({ kod: 'BESLUT_SKRIVS_INTE_OVER', text: 'Ett fattat beslut skrivs inte över. Fatta ett nytt beslut med hänvisning till § 12 2026-02-18 och ange lagrum.' });
    expect((await ratta({ grund: 'fl_36' })).kod).toBeUndefined();
    await lugn();
    expect(await paragraf(sn, 12)).toMatchObject({ beslutspunkter: [{ text: 'Svaret lämnas till styrelsen.' }], andradGenom: [{ nummer: 14, text: 'Ändrat genom § 14 2026-03-18' }] });
    const [ny] = (await see(`{ protokoll(sammantrade: "${senare}") { paragrafer { andrar { beslut { text } grund skal } } } }`, sekreterare)).protokoll.paragrafer;
    expect(ny.andrar).toEqual({ beslut: { text: 'SN 2026-02-18 § 12' }, grund: 'fl_36', skal: 'Fel mottagare' });
    expect((await sidan(mote, sekreterare, ', omgang: 1')).html).toContain('Beslutet är ändrat genom SN 2026-03-18 § 14.');
  });
  it('D8, M50: ett beslut som kan laglighetsprövas ändras inte med FL 36–38 utan att det sägs', async () => {
    await lagg(senare, 'Ändring av brygga', { sen: { beredd: true, skal: 'Brådskar' } });
    const { id: brygga } = await paragraf(sn, 10, sekreterare);
    const andra = (skal?: Readonly<Record<string, string>>) => klubba(senare, 'Ändring av brygga', { beslutstyp: 'besluta', andrar: { paragraf: brygga, grund: 'fl_37', skal: 'Nya uppgifter' } }, skal);
    const utfall = await andra({ SENT_ARENDE_EJ_FASTSTALLT: 'x' });
    expect(utfall).toMatchObject({ kod: 'FL_GALLER_INTE', allvar: 'VARNING' });
    expect(utfall.text).toContain('(FL 2 §)');
  });
  it('C8: en begäran om översättning står vid paragrafen, för den som får se den', async () => {
    const { id } = await paragraf(sn, 12, sekreterare);
    expect(await give('NoteraOversattningsbegaran', { sprak: 'finska', av: `${KANARIE} part`, datum: '2026-03-01', ombud: true }, id)).toMatchObject({ kod: 'PARTEN_HAR_OMBUD', text: 'Rätten till översättning gäller den part som saknar juridiskt biträde (MIN 8 §). Ange skäl.' });
    await done('NoteraOversattningsbegaran', { sprak: 'finska', av: `${KANARIE} part`, datum: '2026-03-01' }, id);
    const [{ begaran }] = (await paragraf(sn, 12, sekreterare)).oversattningar;
    await done('NoteraOversattning', { begaran, datum: '2026-03-09' }, id);
    expect((await paragraf(sn, 12, sekreterare)).oversattningar).toEqual([{ begaran, sprak: 'finska', av: `${KANARIE} part`, datum: '2026-03-01', lamnad: '2026-03-09' }]);
    expect((await paragraf(sn, 12)).oversattningar).toEqual([]);
    expect(house.house.models.get(paragrafen, id)!.oversattningar).toHaveLength(1);
  });
});

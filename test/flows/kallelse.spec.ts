import { createHash } from 'node:crypto';
import { isRefusal } from '@klubba/kernel';
import { ThreadedPaperReader } from '../../infra/papper/paper-reader';
import { bokmarken, zipnamn } from '../exempel/paket';
import { pdfMed } from '../exempel/pdf';
import { type Running, startHouse } from './harness';
import * as harness from './harness';

// A kallelse from the request for a meeting to the room: what it is made of, whom it reaches, and what each may see of it.
let klubba: Running;
const tokens: Record<string, string> = {};
const person: Record<string, string> = {};
const punkt: Record<string, string> = {};
let namnd: string;
let mote: string;
const KANARIE = 'KANARIE-HEMLIG';

const give = (command: string, data: object, more: harness.Given = {}) => harness.give(klubba, command, data, { by: tokens['namndsekreterare'], ...more });
const done = (command: string, data: object, more: harness.Given = {}) => harness.done(klubba, command, data, { by: tokens['namndsekreterare'], ...more });
const se = (fraga: string, by: string | undefined = tokens['namndsekreterare']) => harness.see(klubba, fraga, by);
const allmanheten = (fraga: string) => harness.see(klubba, fraga);
const rader = async () => (await se(`{ dagordning(sammantrade: "${mote}") { rader { nr rubrik punkt } } }`)).dagordning.rader as { nr: number; rubrik: string; punkt: string }[];
const lagg = async (rubrik: string, data: object = {}, more: harness.Given = {}): Promise<void> => {
  await done('LaggTillPunkt', { slag: 'information', rubrik, klass: 'oppen', ...data }, { id: mote, ...more });
  punkt[rubrik] = (await rader()).find((rad) => rad.rubrik === rubrik)!.punkt;
};
const bifoga = async (namn: string, bytes: Uint8Array, data: object, vid: string, klass = 'oppen'): Promise<string> => {
  const svar = await fetch(`${klubba.url}/handlingar?namnd=${namnd}`, { method: 'POST', body: bytes as never, headers: { authorization: `Bearer ${tokens['namndsekreterare']}` } });
  const { uppladdning } = (await svar.json()) as { uppladdning: string };
  const { id } = await done('LaggTillHandling', { uppladdning, namnd, klass, ...(klass === 'sekretess' && { sekretesslagrum: '26:1' }), namn, datum: '2018-03-10', datumslag: 'upprattat' });
  await done('BifogaHandling', { mal: 'punkt', malId: vid, sammantrade: mote, ...data }, { id });
  return id;
};
const hamta = async (adress: string, by?: string) => {
  const svar = await fetch(`${klubba.url}${adress}`, by === undefined ? {} : { headers: { authorization: `Bearer ${by}` } });
  return { status: svar.status, typ: svar.headers.get('content-type'), namn: svar.headers.get('content-disposition'), innehall: Buffer.from(await svar.arrayBuffer()) };
};
const sidor = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const last = await new ThreadedPaperReader().pdf(bytes);
  if (isRefusal(last)) throw new Error(last.hinder[0].text);
  return last.pages;
};
const KALLELSE = 'version slag anledning hash mottagare { namn lage } kvitton { namn lage satt datum hash del filhash } paket { del adress }';
const kallelsen = async (version: number, by?: string) => (await se(`{ sammantrade(id: "${mote}") { kallelser { ${KALLELSE} } } }`, by)).sammantrade.kallelser[version - 1];
const paket = async (version: number, del: string, by: string): Promise<string> => (await kallelsen(version, by)).paket.find((en: { del: string }) => en.del === del)?.adress;
const kallelse = (over: object = {}) => ({ datum: '2018-03-14', ordforande: person['Olga'], forhinder: 'Kansliet, 010-000 00 00', kallade: Object.values(person), ...over });
const skillnad = async (by?: string) => (await se(`{ kallelseskillnad(sammantrade: "${mote}", fran: 1, till: 2) { slag rubrik franNr tillNr falt fran till skal } }`, by)).kallelseskillnad;

beforeAll(async () => {
  klubba = await startHouse();
  for (const roll of ['namndsekreterare', 'registrator', 'handlaggare', 'forvaltningschef'] as const) tokens[roll] = await klubba.token(roll);
  ({ id: namnd } = await done('InrattaNamnd', { organ: 'SN', namn: 'Socialnämnden i Påhitt', slag: 'namnd' }));
  await done('FaststallReglemente', {
    fran: '2018-01-01', antalLedamoter: 3, kallelseDagar: 5, kallelseSlag: 'kalenderdagar', omedelbarJustering: true, diarieform: 'snedstreck_kolon', paragrafform: 'nummer', oppnaSammantraden: true, distans: true,
    inkallelseordning: [{ parti: 'A', sedan: ['B'] }], dagordningsmall: ['formalia', 'arende', 'delegationsanmalan'], utanParagraf: ['formalia'],
  }, { id: namnd });
  for (const namn of ['Olga', 'Linus', 'Lovisa', 'Ester', 'Evert']) ({ id: person[namn] } = await done('RegistreraPerson', { namn: `${namn} Påhitt`, slag: 'fortroendevald' }) as { id: string });
  const valj = (namn: string, uppdrag: string, parti: string, ordning: number, over: object = {}) => done('ValjForUppdrag', { person: person[namn], uppdrag, parti, ordning, fran: '2018-01-01', ...over }, { id: namnd });
  await valj('Olga', 'ledamot', 'A', 1, { roll: 'ordforande' });
  await valj('Linus', 'ledamot', 'A', 2);
  await valj('Lovisa', 'ledamot', 'B', 3);
  await valj('Ester', 'ersattare', 'A', 1);
  await valj('Evert', 'ersattare', 'B', 1);
  tokens['Linus'] = await klubba.token('ledamot', { sub: person['Linus']! });
  await done('BorjaParagrafserie', { namnd, ar: 2018, sista: 24 });
});
afterAll(() => klubba.remove());

describe('En begäran om sammanträde', () => {
  it('A1: av en tredjedel nekas inte, och det sammanträde som hålls uppfyller den', async () => {
    await done('BegarSammantrade', { av: [person['Lovisa'], person['Evert']], datum: '2018-02-20', skal: 'Taxan behöver höjas' }, { id: namnd });
    const begaran = async () => (await se(`{ namnd(id: "${namnd}") { begaranden { id datum av { namn } ledamoter masteHallas skal avslagen sammantrade } } }`)).namnd.begaranden[0];
    const en = await begaran();
    expect(en).toMatchObject({ datum: '2018-02-20', av: [{ namn: 'Lovisa Påhitt' }, { namn: 'Evert Påhitt' }], ledamoter: 1, masteHallas: true, skal: 'Taxan behöver höjas', avslagen: null, sammantrade: null });
    expect(await give('AvslaBegaran', { begaran: en.id, datum: '2018-02-21', skal: 'Hinns inte' }, { id: namnd })).toMatchObject({ kod: 'SAMMANTRADE_MASTE_HALLAS' });
    expect(await give('PlaneraSammantrade', { namnd, datum: '2018-03-21', tid: '15:00', plats: 'x', begaran: namnd })).toMatchObject({ kod: 'BEGARAN_FINNS_INTE' });
    ({ id: mote } = await done('PlaneraSammantrade', { namnd, datum: '2018-03-21', tid: '15:00', plats: 'Lilla salen', begaran: en.id }));
    expect((await begaran()).sammantrade).toBe(mote);
    expect(await give('StallInSammantrade', { skal: 'Nej' }, { id: mote })).toMatchObject({ kod: 'SAMMANTRADE_MASTE_HALLAS' });
    expect((await allmanheten(`{ namnd(id: "${namnd}") { begaranden { id } } }`)).namnd.begaranden).toEqual([]);
  });
});

describe('Dagordningen', () => {
  it('får vad årshjulet och mallen föreslår', async () => {
    await done('SattArshjulspost', { slag: 'arende', rubrik: 'Årsredovisning', manad: 3, fran: '2018-01-01' }, { id: namnd });
    await done('SattArshjulspost', { slag: 'information', rubrik: 'Första mötet', mote: 1, fran: '2018-01-01' }, { id: namnd });
    await done('SattArshjulspost', { slag: 'information', rubrik: 'Höstens', manad: 9, fran: '2018-01-01' }, { id: namnd });
    const forslag = async () => (await se(`{ arshjulsforslag(sammantrade: "${mote}") { post slag rubrik varfor } }`)).arshjulsforslag as { post: string; rubrik: string; varfor: string }[];
    const [arets, forsta, ...fler] = await forslag();
    expect([arets, forsta, fler]).toMatchObject([{ rubrik: 'Årsredovisning', varfor: 'månad 3' }, { rubrik: 'Första mötet', varfor: 'sammanträde 1 på året' }, []]);
    await lagg('Upprop', { slag: 'formalia' });
    await lagg('Årsredovisning', { slag: 'arende', utanDiarienummer: true, arshjul: arets!.post, foredragande: ['Ekonom Påhitt'], klockslag: '15.10–15.30', tidMin: 20, forslag: [{ text: 'Årsredovisningen godkänns.' }] });
    expect((await forslag()).map(({ rubrik }) => rubrik)).toEqual(['Första mötet']);
    expect(await give('LaggTillPunkt', { slag: 'arende', rubrik: 'x', klass: 'oppen', utanDiarienummer: true, arshjul: mote }, { id: mote })).toMatchObject({ kod: 'ARSHJULSPOSTEN_FINNS_INTE' });
    expect((await se(`{ dagordningsmall(sammantrade: "${mote}") { slag nummer forTidigt } }`)).dagordningsmall).toEqual([
      { slag: 'formalia', nummer: [1], forTidigt: false }, { slag: 'arende', nummer: [2], forTidigt: false }, { slag: 'delegationsanmalan', nummer: [], forTidigt: false },
    ]);
    expect((await allmanheten(`{ arshjulsforslag(sammantrade: "${mote}") { post } ersattarforslag(sammantrade: "${mote}") { parti } dagordningsmall(sammantrade: "${mote}") { slag } kallelseskillnad(sammantrade: "${mote}", fran: 1, till: 1) { slag } }`)))
      .toEqual({ arshjulsforslag: null, ersattarforslag: null, dagordningsmall: null, kallelseskillnad: null });
  });
  it('har dagar före sammanträdet, och efter stopptiden varnas det', async () => {
    await done('SattMotesdagar', { stoppdag: '2018-03-05', stopptid: '12:00', presidieberedning: '2018-03-08', utskick: '2018-03-14' }, { id: mote });
    expect((await se(`{ sammantrade(id: "${mote}") { stoppdag stopptid presidieberedning utskick begaran } }`)).sammantrade).toMatchObject({ stoppdag: '2018-03-05', stopptid: '12:00', presidieberedning: '2018-03-08', utskick: '2018-03-14' });
    expect(await give('LaggTillPunkt', { slag: 'ovrigt', rubrik: 'Sent', klass: 'oppen' }, { id: mote })).toMatchObject({ kod: 'EFTER_STOPPTID', allvar: 'VARNING' });
    await done('SattMotesdagar', { utskick: '2018-03-14' }, { id: mote });
    for (const [rubrik, slag] of [['Frågan', 'ledamotsfraga'], ['Initiativet', 'initiativarende'], ['Övrigt', 'ovrigt']] as const) await lagg(rubrik, { slag });
    await lagg(`Enskild ${KANARIE}`, { slag: 'ovrigt', klass: 'sekretess', sekretesslagrum: '26:1' });
  });
  it('A8: är öppen bara där nämnden har beslutat det och lagen låter', async () => {
    await lagg('LVU-ansökan', { slag: 'ovrigt', myndighetsutovning: true });
    const oppet = (namn: string) => give('SattOppenhet', { punkt: punkt[namn], oppet: true, namndbeslut: '§ 12/2018' }, { id: mote });
    expect(await oppet('LVU-ansökan')).toMatchObject({ kod: 'MASTE_VARA_STANGT', text: 'Ärende 7 måste behandlas inom stängda dörrar (KL 6 kap. 25 § tredje stycket).' });
    expect(await oppet(`Enskild ${KANARIE}`)).toMatchObject({ kod: 'MASTE_VARA_STANGT' });
    expect((await oppet('Årsredovisning')).kod).toBeUndefined();
    expect((await se(`{ dagordning(sammantrade: "${mote}") { rader { oppet oppetEnligt } } }`)).dagordning.rader.map((rad: { oppet: boolean }) => rad.oppet)).toEqual([false, true, false, false, false, false, false]);
  });
});

describe('Kallelsen', () => {
  let memo: string;
  const HEMLIG_SIDA = 'Hemlig bilaga sida ett';
  it('A6, A11: varnar för det som saknas och för dagar som avviker, utan att säga ett ord av det som står', async () => {
    const { id: arende } = await done('OppnaArende', { namnd, klass: 'oppen', rubrik: 'Taxan', datum: '2018-02-14' });
    const { id: handlaggare } = await done('RegistreraPerson', { namn: 'Hanna Handläggare', slag: 'tjansteperson', titel: 'Utredare' });
    ({ id: memo } = await done('SkrivTjansteskrivelse', {
      namnd, arende, klass: 'oppen', rubrik: 'Ny taxa', datum: '2018-03-07', handlaggare, mottagare: ['Socialnämnden'], forslag: ['Nämnden beslutar att anta taxan.'], arendebeskrivning: 'Utredningen gjordes den 12 februari 2018.',
      bedomning: 'Taxan bör höjas.', handlingar: [{ namn: 'Utredning om taxan', datum: '2018-02-21' }, { namn: 'Remissvar', datum: '2018-02-21' }], skickasTill: ['Kommunstyrelsen'],
    }, { by: tokens['handlaggare'] }));
    await done('FardigstallTjansteskrivelse', { datum: '2018-03-08' }, { id: memo, by: tokens['handlaggare'] });
    await lagg('Taxan', { slag: 'arende', arende, tjansteskrivelse: memo, plats: 3 });
    await bifoga('Utredning om taxan.pdf', await pdfMed(['Utredningens första sida', 'Utredningens andra sida']), {}, punkt['Taxan']!);
    await bifoga('Siffror.csv', Buffer.from('år;kronor\n2018;12\n'), {}, punkt['Taxan']!);
    await bifoga(`Hemlig ${KANARIE}.pdf`, await pdfMed([HEMLIG_SIDA]), {}, punkt[`Enskild ${KANARIE}`]!, 'sekretess');
    await bifoga(`Hemlig vid taxan ${KANARIE}.pdf`, await pdfMed(['Hemligt vid det öppna']), {}, punkt['Taxan']!, 'sekretess');
    await bifoga('Delas ut.pdf', await pdfMed(['Delas ut vid bordet']), { handlingslage: 'delas_ut_vid_sammantradet' }, punkt['Taxan']!);
    const svar = await give('SkickaKallelse', kallelse(), { id: mote });
    expect(svar.orsaker?.map(({ text }) => text)).toEqual([
      'Dagordningen saknar anmälan av delegationsbeslut, som nämndens mall har med. Ange skäl om inget finns att anmäla.', 'Ärende 3: 1 av 2 handlingar som tjänsteskrivelsen räknar upp är inte bifogade.',
      'Ärende 3: i tjänsteskrivelsens text står en dag som avviker från formulärets. Kontrollera datum.',
    ]);
    const skal = { DELEGATIONSANMALAN_SAKNAS: 'Inga beslut', HANDLING_SAKNAS: 'Remissvaret kommer', DATUM_I_TEXTEN: 'Två möten' };
    await done('SkickaKallelse', kallelse(), { id: mote, skal });
  });
  it('A3: har ett kvitto för var och en, med hash, sätt och tid', async () => {
    await done('AntecknaKallelsekvitto', { version: 1, personer: Object.values(person), lage: 'skickad', satt: 'e_post', datum: '2018-03-14', tid: '09:00' }, { id: mote });
    await done('AntecknaKallelsekvitto', { version: 1, personer: [person['Ester']], lage: 'levererad', satt: 'e_post', datum: '2018-03-14', tid: '09:05' }, { id: mote });
    expect(await give('AntecknaKallelsekvitto', { version: 1, personer: [namnd], lage: 'skickad', satt: 'papper', datum: '2018-03-14', tid: '09:00' }, { id: mote })).toMatchObject({ kod: 'EJ_KALLAD' });
    expect(await give('AntecknaKallelsekvitto', { version: 7, personer: [person['Ester']], lage: 'skickad', satt: 'papper', datum: '2018-03-14', tid: '09:00' }, { id: mote })).toMatchObject({ kod: 'KALLELSEN_FINNS_INTE' });
    expect(await give('AntecknaKallelsekvitto', { version: 1, personer: [], lage: 'skickad', satt: 'papper', datum: '2018-03-14', tid: '09:00' }, { id: mote })).toMatchObject({ kod: 'OGILTIG_INDATA' });
    await expect(give('AntecknaKallelsekvitto', { version: 1, personer: [person['Ester']], lage: 'skickad', satt: 'brevduva', datum: '2018-03-14', tid: '09:00' }, { id: mote })).rejects.toThrow('finns inte i Kallelsesatt');
    const { hash, mottagare, kvitton, slag } = await kallelsen(1);
    expect([slag, mottagare.map(({ namn, lage }: { namn: string; lage: string }) => `${namn} ${lage}`)]).toEqual(['kallelse', ['Olga Påhitt skickad', 'Linus Påhitt skickad', 'Lovisa Påhitt skickad', 'Ester Påhitt levererad', 'Evert Påhitt skickad']]);
    expect(kvitton.every((en: { hash: string }) => en.hash === hash)).toBe(true);
    expect((await allmanheten(`{ sammantrade(id: "${mote}") { kallelser { ${KALLELSE} } } }`)).sammantrade.kallelser[0]).toMatchObject({ hash, mottagare: [], kvitton: [], paket: [] });
  });
  it('går som en PDF med sina handlingar och ett bokmärke för varje ärende, och den som hämtar den antecknas', async () => {
    const { status, typ, namn, innehall } = await hamta(await paket(1, 'oppen', tokens['Linus']!), tokens['Linus']);
    expect([status, typ]).toEqual([200, 'application/pdf']);
    expect(namn).toContain('filename="Kallelse SN 2018-03-21.pdf"');
    expect((await bokmarken(innehall)).map(([titel]) => titel)).toEqual(['1. Upprop', '2. Årsredovisning', '3. Taxan', '4. Frågan', '5. Initiativet', '6. Övrigt', '7. Sekretessärenden', '8. LVU-ansökan']);
    const alla = await sidor(innehall);
    const text = alla.join('\n');
    const [, , taxan] = await bokmarken(innehall);
    expect(alla[taxan![1] - 1]).toContain('Taxan bör höjas.');
    expect(alla.slice(taxan![1], taxan![1] + 2)).toEqual(['Utredningens första sida', 'Utredningens andra sida']);
    for (const ord of ['Socialnämnden i Påhitt', 'Lilla salen', 'Föredragande: Ekonom Påhitt', 'Behandlas inför öppna dörrar', '1. Årsredovisningen godkänns.', 'Siffror.csv, ingår inte: text/csv', (await kallelsen(1)).hash]) expect(text).toContain(ord);
    for (const ord of [KANARIE, HEMLIG_SIDA, 'Hemligt vid det öppna', 'Delas ut vid bordet']) expect(text).not.toContain(ord);
    const { kvitton, mottagare, hash } = await kallelsen(1);
    expect(kvitton.at(-1)).toMatchObject({ namn: 'Linus Påhitt', lage: 'oppnad', satt: 'portal', del: 'oppen', hash, filhash: createHash('sha256').update(innehall).digest('hex') });
    expect(mottagare[1]).toEqual({ namn: 'Linus Påhitt', lage: 'oppnad' });
    const antal = kvitton.length;
    expect((await hamta(await paket(1, 'oppen', tokens['Linus']!))).innehall.equals(innehall)).toBe(true);
    expect((await kallelsen(1)).kvitton).toHaveLength(antal);
  });
  it('A10: det hemliga går för sig, bara till dem som får läsa det, och också det antecknas', async () => {
    const { innehall } = await hamta(await paket(1, 'sekretess', tokens['Linus']!));
    const text = (await sidor(innehall)).join('\n');
    for (const ord of [HEMLIG_SIDA, 'Hemligt vid det öppna', `Enskild ${KANARIE}`, 'Omfattas av sekretess']) expect(text).toContain(ord);
    for (const ord of ['Utredningens första sida', 'Årsredovisning', 'Taxan bör höjas.']) expect(text).not.toContain(ord);
    expect((await bokmarken(innehall)).map(([titel]) => titel)).toEqual(['3. Taxan', `7. Enskild ${KANARIE}`]);
    expect((await kallelsen(1)).kvitton.at(-1)).toMatchObject({ namn: 'Linus Påhitt', del: 'sekretess' });
    expect((await kallelsen(1, tokens['handlaggare'])).paket.map(({ del }: { del: string }) => del)).toEqual(['oppen']);
    // What an address for one thing says opens nothing else, and one person's is nobody else's.
    const oppen = await paket(1, 'oppen', tokens['Linus']!);
    const delar = oppen.split('/').at(-1)!;
    expect((await hamta(`/handlingar/hamta/${delar}`)).status).toBe(403);
    expect((await hamta(`/handlingar/kallelse/${Buffer.from(Buffer.from(delar.split('.')[0]!, 'base64url').toString().replace('"oppen"', '"sekretess"')).toString('base64url')}.${delar.split('.')[1]}`)).status).toBe(403);
    expect((await hamta(oppen, tokens['handlaggare'])).status).toBe(403);
    expect((await hamta('/handlingar/kallelse/x')).status).toBe(403);
  });
  it('I6: kallelsen till egna ledamöter gör ingen handling allmän; den som publiceras är det från den dagen', async () => {
    const allman = async () => (await se(`{ handlingarFor(id: "${punkt['Taxan']}") { handling { namn allmanFran } } }`)).handlingarFor.map(({ handling }: { handling: { namn: string; allmanFran: string | null } }) => [handling.namn, handling.allmanFran]);
    expect((await allman()).map(([, dag]: [string, string]) => dag)).toEqual([null, null, null, null]);
    expect(await give('TillkannageSammantrade', { datum: '2018-03-15', plats: 'anslagstavlan', innehall: 'annat' }, { id: mote })).toMatchObject({ kod: 'ANSLAGSTAVLANS_INNEHALL' });
    expect(await give('TillkannageSammantrade', { datum: '2018-03-15', plats: 'webben', innehall: 'beslutsunderlag', punkter: [punkt[`Enskild ${KANARIE}`]] }, { id: mote })).toMatchObject({ kod: 'SEKRETESS_PUBLICERAS' });
    await done('TillkannageSammantrade', { datum: '2018-03-15', plats: 'webben', innehall: 'beslutsunderlag' }, { id: mote });
    expect(Object.fromEntries(await allman())).toEqual({ 'Utredning om taxan.pdf': '2018-03-15', 'Siffror.csv': '2018-03-15', [`Hemlig vid taxan ${KANARIE}.pdf`]: null, 'Delas ut.pdf': null });
    expect((await allmanheten(`{ sammantrade(id: "${mote}") { tillkannagivanden { datum plats innehall punkter } } }`)).sammantrade.tillkannagivanden).toMatchObject([{ datum: '2018-03-15', plats: 'webben' }]);
  });
  it('kompletteras av en tilläggslista, och vad som skiljer dem sägs med skäl efter vad man får se', async () => {
    expect(await give('SkickaKallelse', kallelse({ datum: '2018-03-16', slag: 'tillaggslista' }), { id: mote, skal: { DELEGATIONSANMALAN_SAKNAS: 'x', HANDLING_SAKNAS: 'x', DATUM_I_TEXTEN: 'x' } })).toMatchObject({ kod: 'TILLAGGSLISTA_TOM' });
    await lagg('Sent ärende', { sen: { beredd: true, skal: 'Kom i går' } });
    await lagg(`Sent hemligt ${KANARIE}`, { slag: 'ovrigt', klass: 'sekretess', sekretesslagrum: '26:1', sen: { beredd: true, skal: `Skäl ${KANARIE}` } });
    expect(await give('FlyttaPunkt', { punkt: punkt['Övrigt'], plats: 1 }, { id: mote })).toMatchObject({ kod: 'SKAL_SAKNAS' });
    await done('FlyttaPunkt', { punkt: punkt['Övrigt'], plats: 1, skal: 'Gästen har bråttom' }, { id: mote });
    await done('AndraPunkt', { punkt: punkt['Frågan'], rubrik: 'Frågan om bussen', skal: 'Förtydligat' }, { id: mote });
    await done('AndraPunkt', { punkt: punkt['Taxan'], rubrik: 'Taxan', skal: 'Samma igen' }, { id: mote });
    await done('DraUrPunkt', { punkt: punkt['Initiativet'], skal: 'Togs tillbaka' }, { id: mote });
    await done('AndraPunktensKlass', { punkt: punkt['LVU-ansökan'], klass: 'sekretess', sekretesslagrum: '26:1', skal: `Enskilds ${KANARIE}` }, { id: mote });
    await done('SkickaKallelse', kallelse({ datum: '2018-03-16', slag: 'tillaggslista', anledning: 'Två ärenden till' }), { id: mote, skal: { DELEGATIONSANMALAN_SAKNAS: 'x', HANDLING_SAKNAS: 'x', DATUM_I_TEXTEN: 'x' } });
    const oppna = [
      { slag: 'flyttad', rubrik: 'Övrigt', franNr: 6, tillNr: 1, falt: null, fran: null, till: null, skal: 'Gästen har bråttom' },
      { slag: 'andrad', rubrik: 'Frågan om bussen', franNr: 4, tillNr: 5, falt: 'rubrik', fran: 'Frågan', till: 'Frågan om bussen', skal: 'Förtydligat' },
      { slag: 'utgatt', rubrik: 'Initiativet', franNr: 5, tillNr: 6, falt: null, fran: null, till: null, skal: 'Togs tillbaka' },
      { slag: 'tillagd', rubrik: 'Sent ärende', franNr: null, tillNr: 9, falt: null, fran: null, till: null, skal: 'Kom i går' },
    ];
    expect(await skillnad(tokens['handlaggare'])).toEqual(oppna);
    const alla = await skillnad();
    expect(alla).toHaveLength(6);
    expect(alla).toEqual(expect.arrayContaining([...oppna, { slag: 'omklassad', rubrik: 'LVU-ansökan', franNr: 8, tillNr: 8, falt: 'klass', fran: 'oppen', till: 'sekretess', skal: `Enskilds ${KANARIE}` }, expect.objectContaining({ slag: 'tillagd', rubrik: `Sent hemligt ${KANARIE}` })]));
    expect((await se(`{ kallelseskillnad(sammantrade: "${mote}", fran: 1, till: 9) { slag } }`)).kallelseskillnad).toBeNull();
    expect(await kallelsen(2)).toMatchObject({ slag: 'tillaggslista', anledning: 'Två ärenden till' });
    // The first one is still what it was, but for what has become secret since.
    const forsta = await sidor((await hamta(await paket(1, 'oppen', tokens['Linus']!))).innehall);
    expect(forsta.join('\n')).toContain('4. Frågan\n');
    expect(forsta.join('\n')).not.toContain('LVU-ansökan');
  });
  it('är en zip när en fil inte går att foga in', async () => {
    await bifoga('Trasig.pdf', Buffer.from('%PDF-1.7 trasig'), {}, punkt['Sent ärende']!);
    await done('SkickaKallelse', kallelse({ datum: '2018-03-16' }), { id: mote, skal: { DELEGATIONSANMALAN_SAKNAS: 'x', HANDLING_SAKNAS: 'x', DATUM_I_TEXTEN: 'x' } });
    const { typ, innehall } = await hamta(await paket(3, 'oppen', tokens['Linus']!));
    expect(typ).toBe('application/zip');
    expect(zipnamn(innehall).map(([namn]) => namn)).toEqual(['Kompletterande kallelse SN 2018-03-21 version 3.pdf', expect.stringMatching(/4[.] Taxan\/Utredning om taxan[.]pdf$/), expect.stringMatching(/4[.] Taxan\/Siffror[.]csv$/), expect.stringMatching(/9[.] Sent ärende\/Trasig[.]pdf$/)]);
  });
  it('A3: går till personalföreträdarna som till ledamöterna, men det hemliga lämnas inte till dem', async () => {
    const { id: frida } = await done('RegistreraPerson', { namn: 'Frida Påhitt', slag: 'annan' });
    expect(await give('SattPersonalforetradare', { fran: '2018-01-01', personer: [mote] }, { id: namnd })).toMatchObject({ kod: 'PERSONEN_FINNS_INTE' });
    await done('SattPersonalforetradare', { fran: '2018-01-01', personer: [frida] }, { id: namnd });
    const listan = `{ namnd(id: "${namnd}") { personalforetradare { fran personer { namn } } } }`;
    expect((await se(listan)).namnd.personalforetradare).toEqual([{ fran: '2018-01-01', personer: [{ namn: 'Frida Påhitt' }] }]);
    expect((await allmanheten(listan)).namnd.personalforetradare).toEqual([]);
    const skal = { DELEGATIONSANMALAN_SAKNAS: 'x', HANDLING_SAKNAS: 'x', DATUM_I_TEXTEN: 'x' };
    expect(await give('SkickaKallelse', kallelse({ datum: '2018-03-16' }), { id: mote, skal })).toMatchObject({ kod: 'PERSONALFORETRADARE_EJ_KALLADE', text: 'Personalföreträdare kallas som ledamöter (KL 7 kap. 18 §). Inte kallade: Frida Påhitt. Ange skäl.' });
    const distans = { lank: 'https://mote.exempel/sn', villkor: 'Anmäls senast dagen före. Stängd dörr, bild och ljud hela tiden.' };
    await done('SkickaKallelse', kallelse({ datum: '2018-03-16', kallade: [...Object.values(person), frida], distans }), { id: mote, skal });
    expect((await se(`{ sammantrade(id: "${mote}") { kallelser { mottagare { namn baraOppet } } } }`)).sammantrade.kallelser[3].mottagare.filter(({ baraOppet }: { baraOppet: boolean }) => baraOppet)).toEqual([{ namn: 'Frida Påhitt', baraOppet: true }]);
    // However wide the role that she has been given for other reasons.
    const token = await klubba.token('ledamot', { sub: frida });
    expect((await kallelsen(4, token)).paket.map(({ del }: { del: string }) => del)).toEqual(['oppen']);
    expect((await hamta(await paket(4, 'oppen', token), token)).status).toBe(200);
    expect((await hamta(await paket(4, 'sekretess', tokens['Linus']!), tokens['Linus'])).status).toBe(200);
  });
  it('A4: länk och villkor för distans står i kallelsen; länken är för de kallade', async () => {
    const fraga = `{ sammantrade(id: "${mote}") { kallelser { distans { lank villkor } } } }`;
    const villkor = 'Anmäls senast dagen före. Stängd dörr, bild och ljud hela tiden.';
    expect((await se(fraga)).sammantrade.kallelser[3].distans).toEqual({ lank: 'https://mote.exempel/sn', villkor });
    expect((await allmanheten(fraga)).sammantrade.kallelser[3].distans).toEqual({ lank: null, villkor });
    expect((await se(fraga)).sammantrade.kallelser[0].distans).toBeNull();
    const { innehall } = await hamta(await paket(4, 'oppen', tokens['Linus']!));
    expect((await sidor(zipnamn(innehall)[0]![1])).join(' ').replace(/\s+/g, ' ')).toContain(`Deltagande på distans: https://mote.exempel/sn. ${villkor}`);
  });
});

describe('Förhinder', () => {
  it('B2: föreslår den som står på tur, och att kalla någon annan kräver skäl', async () => {
    const forslag = async () => (await se(`{ ersattarforslag(sammantrade: "${mote}") { ledamot { namn } parti inkallad { namn } forslag { namn } utanforPartiet } }`)).ersattarforslag;
    await done('AnmalForhinder', { person: person['Linus'], datum: '2018-03-18', skal: 'Resa' }, { id: mote });
    expect(await forslag()).toEqual([{ ledamot: { namn: 'Linus Påhitt' }, parti: 'A', inkallad: null, forslag: { namn: 'Ester Påhitt' }, utanforPartiet: false }]);
    expect(await give('KallaErsattare', { ersattare: person['Evert'], ledamot: person['Linus'], datum: '2018-03-18' }, { id: mote })).toMatchObject({ kod: 'INKALLELSEORDNING', text: 'Enligt inkallelseordningen står Ester Påhitt före Evert Påhitt. Ange skäl.' });
    await done('AnmalForhinder', { person: person['Ester'], datum: '2018-03-18' }, { id: mote });
    expect(await forslag()).toMatchObject([{ forslag: { namn: 'Evert Påhitt' }, utanforPartiet: true }]);
    await done('KallaErsattare', { ersattare: person['Evert'], ledamot: person['Linus'], datum: '2018-03-18' }, { id: mote });
    expect(await forslag()).toMatchObject([{ inkallad: { namn: 'Evert Påhitt' }, forslag: null }]);
    expect((await se(`{ sammantrade(id: "${mote}") { forhinder { namn datum } inkallade { ersattare { namn } ledamot { namn } datum } } }`)).sammantrade).toEqual({
      forhinder: [{ namn: 'Linus Påhitt', datum: '2018-03-18' }, { namn: 'Ester Påhitt', datum: '2018-03-18' }], inkallade: [{ ersattare: { namn: 'Evert Påhitt' }, ledamot: { namn: 'Linus Påhitt' }, datum: '2018-03-18' }],
    });
    expect((await allmanheten(`{ sammantrade(id: "${mote}") { forhinder { namn } inkallade { datum } } }`)).sammantrade).toEqual({ forhinder: [], inkallade: [] });
    await done('AterkallaErsattare', { ersattare: person['Evert'], datum: '2018-03-19' }, { id: mote });
    await done('AterkallaForhinder', { person: person['Ester'], datum: '2018-03-19' }, { id: mote });
    expect(await forslag()).toMatchObject([{ inkallad: null, forslag: { namn: 'Ester Påhitt' } }]);
  });
});

describe('Vid sammanträdet', () => {
  it('får bara de rader en paragraf som nämnden har bestämt', async () => {
    await done('OppnaSammantrade', { tid: '15:00' }, { id: mote });
    for (const namn of ['Olga', 'Lovisa']) await done('AntecknaNarvaro', { person: person[namn], pass: [{ tjanstgor: true }] }, { id: mote });
    for (const [i, namn] of ['Upprop', 'Årsredovisning', 'Frågan'].entries()) await done('FattaBeslut', { punkt: punkt[namn], tid: `15:1${i}`, beslutstyp: namn === 'Årsredovisning' ? 'godkanna' : 'inget_beslut', beslutspunkter: namn === 'Årsredovisning' ? [{ text: 'Årsredovisningen godkänns.' }] : [] }, { id: mote });
    expect((await se(`{ protokoll(sammantrade: "${mote}") { paragrafer { nummer rubrik } } }`)).protokoll.paragrafer).toEqual([{ nummer: 25, rubrik: 'Årsredovisning' }, { nummer: 26, rubrik: 'Frågan om bussen' }]);
  });
});

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO, loadDemo } from '../../apps/api/demo/demo';
import { ARENDEN } from '../../apps/api/demo/demo.texter';
import { demoPerson } from '../../apps/api/demo-identitet';
import { foreslaMapp, lasLista, registreraMapp, skrivLista } from '../../apps/protokoll/mapp';
import { askServer } from '../../infra/klient';
import { docxMed } from '../exempel/kontor';
import { pdfMed } from '../exempel/pdf';
import { type Running, startHouse, uuid } from './harness';
import * as harness from './harness';

// What a secretary has on disk, through the real app: old protocols with a list of their §§, and memos in Word.
const { namnd } = DEMO;
let klubba: Running;
let sekreterare: string;
beforeAll(async () => {
  klubba = await startHouse();
  await loadDemo(klubba.house);
  sekreterare = await klubba.token('namndsekreterare');
});
afterAll(() => klubba.remove());

const ladda = async (innehall: Uint8Array | string, by = sekreterare): Promise<string> => {
  const response = await fetch(`${klubba.url}/handlingar?namnd=${namnd}`, { method: 'POST', body: Buffer.from(innehall) as unknown as string, headers: { authorization: `Bearer ${by}` } });
  return ((await response.json()) as { uppladdning: string }).uppladdning;
};
const give = (command: string, data: object, more: harness.Given = {}) => harness.give(klubba, command, data, { by: sekreterare, ...more });
const se = (query: string, by?: string) => harness.see(klubba, query, by);

describe('Ett äldre protokoll', () => {
  const PROTOKOLL = ['Socialnämnden\nSammanträdesprotokoll 2014-05-21\n\n§ 12 Taxa för något\nDnr SN/2014:30\n\nBeslut\nNämnden antar taxan.', '§ 13 Anmälningar\n\nBeslut\nLäggs till handlingarna.'];
  const foresla = async (uppladdning: string, by = sekreterare) => (await se(`{ foreslaAldreProtokoll(namnd: "${namnd}", uppladdning: "${uppladdning}") { datum paragrafer { nummer rubrik diarienummer sida } luckor hinder { kod text } } }`, by)).foreslaAldreProtokoll;
  const lista = async (arg = '', by?: string) => (await se(`{ aldreProtokoll(namnd: "${namnd}"${arg}) { edges { node { id datum klass handling kalla paragrafer { nummer rubrik diarienummer } } } } }`, by)).aldreProtokoll.edges.map(({ node }: { node: object }) => node);
  const handling = async (pdf: Uint8Array, data: object = {}): Promise<string> => (await give('LaggTillHandling', { uppladdning: await ladda(pdf), namnd, klass: 'oppen', namn: 'Protokoll.pdf', datum: '2014-05-28', ...data })).id!;

  it('föreslår sina paragrafer, registreras när de bekräftats, och hittas på år, paragraf och diarienummer', async () => {
    const pdf = await pdfMed(PROTOKOLL);
    const { datum, paragrafer, luckor, hinder } = await foresla(await ladda(pdf));
    expect({ datum, luckor, hinder }).toEqual({ datum: '2014-05-21', luckor: [], hinder: [] });
    expect(paragrafer).toEqual([{ nummer: 12, rubrik: 'Taxa för något', diarienummer: 'SN/2014:30', sida: 1 }, { nummer: 13, rubrik: 'Anmälningar', diarienummer: null, sida: 2 }]);

    const data = { namnd, datum, handling: await handling(pdf), kalla: 'Kommunarkivet', paragrafer: paragrafer.map(({ sida: _, ...en }: { sida: number }) => en) };
    const registrerat = await give('RegistreraAldreProtokoll', data);
    expect(registrerat.kod).toBeUndefined();
    expect(await give('RegistreraAldreProtokoll', data)).toMatchObject({ kod: 'PROTOKOLLET_FINNS_REDAN' });

    const publik = { id: registrerat.id, datum: '2014-05-21', klass: 'oppen', handling: data.handling, kalla: null, paragrafer: [{ nummer: 12, rubrik: 'Taxa för något', diarienummer: 'SN/2014:30' }, { nummer: 13, rubrik: 'Anmälningar', diarienummer: null }] };
    expect(await lista()).toEqual([publik]);
    expect(await lista('', sekreterare)).toEqual([{ ...publik, kalla: 'Kommunarkivet' }]);
    for (const hit of [', ar: 2014', ', nummer: 13', ', diarienummer: "Dnr SN-2014-30"', ', ar: 2014, nummer: 12, diarienummer: "SN/2014:30"']) expect(await lista(hit)).toHaveLength(1);
    for (const miss of [', ar: 2013', ', nummer: 14', ', diarienummer: "SN/2014:31"', ', ar: 2014, nummer: 14']) expect(await lista(miss)).toEqual([]);

    expect(await give('RattaAldreProtokoll', { paragrafer: [{ nummer: 12, rubrik: 'Taxan' }], skal: 'Felskrivet' }, { id: registrerat.id! })).toMatchObject({ id: registrerat.id });
    expect((await lista())[0].paragrafer).toEqual([{ nummer: 12, rubrik: 'Taxan', diarienummer: null }]);
    expect(await give('StrykAldreProtokoll', { skal: 'Fel dag' }, { id: registrerat.id! })).toMatchObject({ id: registrerat.id });
    expect(await lista()).toEqual([]);
    expect(await give('RegistreraAldreProtokoll', { ...data, datum: '2014-05-22' })).toMatchObject({ position: expect.any(String) });
  });

  it('som är sekretessmarkerat visas inte för allmänheten, och räknas inte', async () => {
    const hemlig = await handling(await pdfMed(['§ 1 Ett ärende']), { klass: 'sekretess', sekretesslagrum: '26:1' });
    await give('RegistreraAldreProtokoll', { namnd, datum: '2013-01-15', handling: hemlig, kalla: 'Arkivet', paragrafer: [{ nummer: 1, rubrik: 'Ett ärende' }] });
    expect(await lista(', ar: 2013')).toEqual([]);
    expect(await lista(', ar: 2013', sekreterare)).toMatchObject([{ klass: 'sekretess', paragrafer: [{ rubrik: 'Ett ärende' }] }]);
  });

  it('utan text, låst eller trasigt får sitt hinder; det registreras inte av den som inte får, eller ur fel papper', async () => {
    expect((await foresla(await ladda(await pdfMed([''])))).hinder).toMatchObject([{ kod: 'PDF_UTAN_TEXT' }]);
    expect((await foresla(await ladda('%PDF-1.7 avhuggen'))).hinder).toMatchObject([{ kod: 'PDF_TRASIG' }]);
    expect((await foresla(uuid())).hinder).toMatchObject([{ kod: 'UPPLADDNINGEN_FINNS_INTE' }]);
    const handlaggare = await klubba.token('handlaggare');
    expect(await foresla(await ladda(await pdfMed(PROTOKOLL), handlaggare), handlaggare)).toBeNull();
    const data = { namnd, datum: '2014-05-21', kalla: 'x', paragrafer: [{ nummer: 1, rubrik: 'a' }] };
    expect(await give('RegistreraAldreProtokoll', { ...data, handling: uuid() })).toMatchObject({ kod: 'HANDLINGEN_FINNS_INTE' });
    expect(await give('RegistreraAldreProtokoll', { ...data, handling: await handling(docxMed(['§ 1'])) })).toMatchObject({ kod: 'HANDLINGEN_AR_INGEN_PDF' });
    expect(await give('RegistreraAldreProtokoll', { ...data, datum: '2018-03-21', handling: await handling(await pdfMed(PROTOKOLL)) })).toMatchObject({ kod: 'INTE_FORE_START' });
    expect(await give('RegistreraAldreProtokoll', { ...data, handling: uuid() }, { by: handlaggare })).toMatchObject({ kod: 'BEHORIGHET_SAKNAS' });
  });
});

describe('Ett Word-dokument', () => {
  const FALT = 'rubrik diarienummer datum handlaggare mottagare sammanfattning arendebeskrivning bedomning forslag handlingar { namn datum } skickasTill oplacerat hinder { kod text }';
  const foresla = async (fil: Uint8Array | string, by: string) => (await se(`{ foreslaTjansteskrivelse(namnd: "${namnd}", uppladdning: "${await ladda(fil, by)}") { ${FALT} } }`, by)).foreslaTjansteskrivelse;

  it('blir ett förslag som handläggaren bekräftar; inget är skrivet förrän det ges som kommando', async () => {
    const handlaggare = await klubba.token('handlaggare');
    const before = await klubba.house.log.store.tip();
    const forslag = await foresla(docxMed([
      'Vår handläggare: Rut Påhittad', 'Datum: 2018-03-07', 'Vår beteckning: SN/2018:14', 'Mottagare: Socialnämnden', { rubrik: 1, text: 'Taxa för något' }, { rubrik: 2, text: 'Förslag till beslut' }, { punkt: 'Socialnämnden antar taxan.' },
      { rubrik: 2, text: 'Ärendebeskrivning' }, 'Taxan är <gammal>.', { rubrik: 2, text: 'Handlingar i ärendet' }, { punkt: 'Taxan 2018-03-01' }, { rubrik: 2, text: 'Beslutet skickas till' }, 'Ekonomi',
    ]), handlaggare);
    expect(forslag).toEqual({
      rubrik: 'Taxa för något', diarienummer: 'SN/2018:14', datum: '2018-03-07', handlaggare: 'Rut Påhittad', mottagare: ['Socialnämnden'], sammanfattning: null, arendebeskrivning: 'Taxan är <gammal>.', bedomning: null,
      forslag: ['Socialnämnden antar taxan.'], handlingar: [{ namn: 'Taxan 2018-03-01', datum: '2018-03-01' }], skickasTill: ['Ekonomi'], oplacerat: [], hinder: [],
    });
    expect(await klubba.house.log.store.tip()).toBe(before);
    const { handlaggare: _vem, diarienummer: _nr, sammanfattning: _s, bedomning: _b, oplacerat: _o, hinder: _h, handlingar, ...skriven } = forslag;
    const skrivet = await give('SkrivTjansteskrivelse', { ...skriven, handlingar, namnd, arende: DEMO.arende(ARENDEN[0]!.nyckel), handlaggare: demoPerson('handlaggare') }, { by: handlaggare });
    expect(await se(`{ tjansteskrivelse(id: "${skrivet.id}") { status rubrik forslag { text } skickasTill } }`, handlaggare)).toEqual({
      tjansteskrivelse: { status: 'utkast', rubrik: 'Taxa för något', forslag: [{ text: 'Socialnämnden antar taxan.' }], skickasTill: ['Ekonomi'] },
    });
  });
  it('som är låst, bär makron eller är något annat får sitt hinder', async () => {
    const handlaggare = await klubba.token('handlaggare');
    expect((await foresla(docxMed(['a'], { 'word/vbaProject.bin': 'x' }), handlaggare)).hinder).toMatchObject([{ kod: 'FILEN_HAR_MAKRON' }]);
    expect((await foresla('bara text', handlaggare)).hinder).toMatchObject([{ kod: 'FEL_FILSLAG' }]);
    const revisor = await klubba.token('revisor');
    expect((await se(`{ foreslaTjansteskrivelse(namnd: "${namnd}", uppladdning: "${await ladda('x', handlaggare)}") { rubrik } }`, revisor)).foreslaTjansteskrivelse).toBeNull();
  });
});

describe('En mapp med äldre protokoll', () => {
  it('föreslås hel i en lista, som rättas och registreras; bruten och körd igen blir det ett av varje', async () => {
    const mapp = mkdtempSync(join(tmpdir(), 'klubba-mapp-'));
    const lagg = (fil: string, bytes: Uint8Array | string): void => writeFileSync(join(mapp, fil), bytes);
    lagg('2012-01.pdf', await pdfMed(['Sammanträde 2012-01-18\n§ 1 Upprop\n§ 2 Taxa; ”ny” (dnr SN/2012:4)']));
    lagg('2012-02.pdf', await pdfMed(['Sammanträde 2012-02-15\n§ 3 Övrigt\n§ 5 Avslutning']));
    lagg('bild.pdf', await pdfMed(['']));
    lagg('anteckning.txt', 'hör inte hit');
    const k = { ask: askServer(klubba.url, sekreterare), url: klubba.url, token: sekreterare, namnd };

    const { rader, anmarkningar } = await foreslaMapp(mapp, k, () => undefined);
    expect(anmarkningar).toEqual([{ plats: '2012-02.pdf', text: 'Hittar inte § 4.' }, { plats: 'bild.pdf', text: expect.stringMatching(/ingen text/) }]);
    expect(rader.map(({ fil, datum, nummer, rubrik, diarienummer }) => [fil, datum, nummer, rubrik, diarienummer])).toEqual([
      ['2012-01.pdf', '2012-01-18', 1, 'Upprop', undefined], ['2012-01.pdf', '2012-01-18', 2, 'Taxa; ”ny”', 'SN/2012:4'], ['2012-02.pdf', '2012-02-15', 3, 'Övrigt', undefined], ['2012-02.pdf', '2012-02-15', 5, 'Avslutning', undefined],
    ]);
    // Through the file that is looked through, as it stands and with what people do to it.
    expect(await lasLista(Buffer.from(skrivLista(rader)), mapp)).toEqual({ rader, fel: [] });
    const formel = [{ ...rader[0]!, rubrik: '=HYPERLINK("x")' }];
    expect(skrivLista(formel)).not.toMatch(/;"?=/);
    expect(await lasLista(Buffer.from(skrivLista(formel)), mapp)).toEqual({ rader: formel, fel: [] });
    const { fel } = await lasLista(Buffer.from('Fil;Datum;Paragraf;Rubrik;Diarienummer\n2012-01.pdf;31/2 2012;noll;;?\nannan.pdf;2012-01-18;1;a;\n2012-02.pdf;2012-02-15;3;a;\n2012-02.pdf;2012-02-16;4;a;\n'), mapp);
    expect(fel.map(({ plats, text }) => `${plats}: ${text}`)).toEqual([
      'Rad 2: ”31/2 2012” är ingen dag som finns. Skriv ÅÅÅÅ-MM-DD.', 'Rad 2: ”noll” är inget paragrafnummer.', 'Rad 2: rubriken saknas.', 'Rad 2: ”?” är inget diarienummer.', 'Rad 3: filen ”annan.pdf” finns inte i mappen.', 'Rad 5: filen har flera dagar: 2012-02-15 och 2012-02-16.',
    ]);

    expect(await registreraMapp(mapp, rader.slice(0, 2), k, 'Arkivet', () => undefined)).toEqual({ registrerade: 1, anmarkningar: [] });
    expect(await registreraMapp(mapp, rader, k, 'Arkivet', () => undefined)).toEqual({ registrerade: 2, anmarkningar: [] });
    await klubba.house.models.caughtUp(await klubba.house.log.store.tip());
    const { aldreProtokoll } = await se(`{ aldreProtokoll(namnd: "${namnd}", ar: 2012) { edges { node { datum paragrafer { nummer } } } } }`);
    expect(aldreProtokoll.edges.map(({ node }: { node: object }) => node)).toEqual([{ datum: '2012-01-18', paragrafer: [{ nummer: 1 }, { nummer: 2 }] }, { datum: '2012-02-15', paragrafer: [{ nummer: 3 }, { nummer: 5 }] }]);
    rmSync(mapp, { recursive: true });
  });
  it('läses in från kommandoraden: först en lista, sedan med --registrera, och felkod när något inte går', async () => {
    const mapp = mkdtempSync(join(tmpdir(), 'klubba-mapp-'));
    writeFileSync(join(mapp, 'a.pdf'), await pdfMed(['Sammanträde 2011-01-18\n§ 1 Upprop']));
    const lista = join(mapp, 'lista.csv');
    const kor = (...args: readonly string[]): Promise<readonly [kod: number | null, sagt: string]> => new Promise((resolve) => {
      const child = spawn(process.execPath, ['-r', join(__dirname, '../krasch/register.cjs'), join(__dirname, '../../apps/protokoll/main.ts'), ...args], { env: { PATH: process.env.PATH, KLUBBA_TOKEN: sekreterare } });
      let sagt = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (sagt += data.toString()));
      child.on('close', (kod) => resolve([kod, sagt]));
    });
    const som = [mapp, '--namnd', namnd, '--lista', lista, '--url', klubba.url] as const;
    expect(await kor()).toMatchObject([2, expect.stringMatching(/--registrera/)]);
    expect(await kor(...som, '--registrera')).toMatchObject([1, expect.stringMatching(/finns inte. Kör först utan/)]);
    expect(await kor(...som)).toMatchObject([0, expect.stringMatching(/1 paragrafer i 1 protokoll .* Inget är registrerat/)]);
    expect(await kor(...som)).toMatchObject([1, expect.stringMatching(/finns redan/)]);
    expect(await kor(...som, '--registrera')).toMatchObject([0, expect.stringMatching(/1 protokoll är registrerade[.]/)]);
    writeFileSync(lista, 'Fil;Datum;Paragraf;Rubrik\na.pdf;2018-03-21;1;Upprop\n');
    expect(await kor(...som, '--registrera')).toMatchObject([1, expect.stringMatching(/a[.]pdf: Sammanträdet 2018-03-21 är inte före nämndens start.*\n0 protokoll/)]);
    writeFileSync(lista, 'Fil;Datum\na.pdf;2011-01-18\n');
    expect(await kor(...som, '--registrera')).toMatchObject([2, expect.stringMatching(/Inget är registrerat/)]);
    rmSync(mapp, { recursive: true });
  });
});

import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { type Roll } from '@klubba/behorighet';
import { pdfMed, signerad } from '../exempel/pdf';
import { type Running, startHouse, uuid } from './harness';
import * as harness from './harness';

// Signatures through the real app: who may, what they cover, when they fall, and papers that were signed elsewhere beside Klubba's text.
let klubba: Running;
const som: Record<string, string> = {};
const person: Record<string, string> = {};
const punkt: Record<string, string> = {};
let namnd: string;
let mote: string;
let skrivelse: string;

const give = (command: string, data: object, more: harness.Given = {}) => harness.give(klubba, command, data, { by: som['sekreterare'], ...more });
const done = (command: string, data: object, more: harness.Given = {}) => harness.done(klubba, command, data, { by: som['sekreterare'], ...more });
const se = (query: string, by?: string) => harness.see(klubba, query, by);
const SIGNATUR = 'id namn roll metod version paragrafer galler forfallen { skal paragrafer }';
const vid = (position?: string): string => (position === undefined ? '' : `, vid: { position: "${position}" }`);
const skrivelsens = async (by = som['chef'], position?: string) => (await se(`{ tjansteskrivelse(id: "${skrivelse}"${vid(position)}) { signaturer { ${SIGNATUR} } } }`, by)).tjansteskrivelse?.signaturer;
const protokollets = async (by = som['sekreterare'], position?: string) => (await se(`{ protokoll(sammantrade: "${mote}", omgang: 1${vid(position)}) { omgangar { signeradeIKlubba { ${SIGNATUR} } } } }`, by)).protokoll?.omgangar[0].signeradeIKlubba;
const prova = async (mal: string, id: string, by = som['chef']) => (await se(`{ provaSignatur(mal: "${mal}", id: "${id}") { stammer varfor } }`, by)).provaSignatur;
const skicka = async (bytes: Uint8Array, handling?: string): Promise<string> => {
  const response = await fetch(`${klubba.url}/handlingar?namnd=${namnd}${handling === undefined ? '' : `&handling=${handling}`}`, { method: 'POST', body: new Uint8Array(bytes), headers: { authorization: `Bearer ${som['sekreterare']}` } });
  return ((await response.json()) as { uppladdning: string }).uppladdning;
};
const handling = async (bytes: Uint8Array, namn: string): Promise<string> => (await done('LaggTillHandling', { uppladdning: await skicka(bytes), namnd, klass: 'oppen', namn, datum: '2018-03-12' })).id;

beforeAll(async () => {
  klubba = await startHouse();
  som['sekreterare'] = await klubba.token('namndsekreterare');
  som['handlaggare'] = await klubba.token('handlaggare');
  som['revisor'] = await klubba.token('revisor');
  ({ id: namnd } = await done('InrattaNamnd', { organ: 'SN', namn: 'Socialnämnden i Påhitt', slag: 'namnd' }));
  await done('FaststallReglemente', { fran: '2018-01-01', antalLedamoter: 3, kallelseDagar: 5, kallelseSlag: 'kalenderdagar', omedelbarJustering: true, diarieform: 'snedstreck_kolon', paragrafform: 'nummer' }, { id: namnd });
  const roller: readonly (readonly [string, string, Roll])[] = [['ordf', 'Olga Orre', 'ordforande'], ['just', 'Linus Ledin', 'ledamot'], ['annan', 'Ester Ek', 'ledamot'], ['tredje', 'Tore Tall', 'ledamot'], ['chef', 'Clara Cederholm', 'forvaltningschef']];
  for (const [namn, helt, roll] of roller) {
    person[namn] = (await done('RegistreraPerson', { namn: helt, slag: namn === 'chef' ? 'tjansteperson' : 'fortroendevald' })).id;
    som[namn] = await klubba.token(roll, { sub: person[namn]! });
  }
  await done('ValjForUppdrag', { person: person['ordf'], uppdrag: 'ledamot', roll: 'ordforande', parti: 'A', ordning: 1, fran: '2018-01-01' }, { id: namnd });
  await done('ValjForUppdrag', { person: person['just'], uppdrag: 'ledamot', parti: 'B', ordning: 2, fran: '2018-01-01' }, { id: namnd });
  await done('ValjForUppdrag', { person: person['tredje'], uppdrag: 'ledamot', parti: 'C', ordning: 3, fran: '2018-01-01' }, { id: namnd });
  await done('BorjaParagrafserie', { namnd, ar: 2018, sista: 24 });
});
afterAll(() => klubba.remove());

describe('En tjänsteskrivelse', () => {
  const innehall = () => ({ rubrik: 'Taxa för bad', datum: '2018-03-12', handlaggare: person['chef'], mottagare: ['Socialnämnden'], forslag: ['Nämnden antar taxan.'], arendebeskrivning: 'Taxan är gammal.', handlingar: [], skickasTill: ['Badet'] });
  const signera = (by: string, mer: object = {}) => give('Signera', { slag: 'tjansteskrivelse', mal: skrivelse, ...mer }, { by: som[by]! });
  let giltig: string;

  it('signeras av förvaltningschefen när den är färdigställd, och inte av handläggaren', async () => {
    const { id: arende } = await done('OppnaArende', { namnd, klass: 'oppen', rubrik: 'Taxa', datum: '2018-02-14' });
    ({ id: skrivelse } = await done('SkrivTjansteskrivelse', { namnd, arende, ...innehall() }));
    expect(await signera('chef')).toMatchObject({ kod: 'AR_ETT_UTKAST' });
    await done('FardigstallTjansteskrivelse', { datum: '2018-03-13' }, { id: skrivelse });
    expect(await signera('revisor')).toMatchObject({ kod: 'BEHORIGHET_SAKNAS' });
    expect(await signera('handlaggare')).toMatchObject({ kod: 'FEL_ROLL' });
    expect(await signera('ordf')).toMatchObject({ kod: 'FEL_ROLL' });
    expect(await signera('chef', { version: 2 })).toMatchObject({ kod: 'EN_ANNAN_VERSION' });
    expect(await give('Signera', { slag: 'tjansteskrivelse', mal: uuid() }, { by: som['chef']! })).toMatchObject({ kod: 'DET_SOM_SIGNERAS_FINNS_INTE' });
    const forsta = await signera('chef', { version: 1 });
    giltig = forsta.position;
    expect(await skrivelsens()).toEqual([{ id: expect.any(String), namn: 'Clara Cederholm', roll: 'forvaltningschef', metod: 'inloggad', version: 1, paragrafer: [], galler: true, forfallen: null }]);
    // The same once more is nothing new.
    expect(await signera('chef')).toMatchObject({ version: forsta.version });
    expect(await skrivelsens()).toHaveLength(1);
  });
  it('visar sina signaturer för den som ser den, och provet för den som får läsa den', async () => {
    expect(await skrivelsens(undefined)).toHaveLength(1);
    expect(await klubba.ask(`{ tjansteskrivelse(id: "${skrivelse}") { signaturer { namn } } }`)).toMatchObject({ data: { tjansteskrivelse: null } });
    const [{ id }] = await skrivelsens();
    expect(await prova(skrivelse, id)).toEqual({ stammer: true, varfor: 'Innehållet är detsamma som när det signerades.' });
    expect((await se(`{ provaSignatur(mal: "${skrivelse}", id: "${id}") { stammer } }`)).provaSignatur).toBeNull();
  });
  it('förlorar signaturen när en handling bifogas, byts eller lossas, och var dessförinnan giltig', async () => {
    const bilaga = await handling(Buffer.from('En bilaga.'), 'Bilaga.txt');
    const steg = [
      () => done('BifogaHandling', { mal: 'tjansteskrivelse', malId: skrivelse }, { id: bilaga }),
      async () => done('LaggTillHandlingsversion', { uppladdning: await skicka(Buffer.from('En ny bilaga.'), bilaga), datum: '2018-03-14', skal: 'Fel fil' }, { id: bilaga }),
      () => done('LosgorHandling', { mal: 'tjansteskrivelse', malId: skrivelse, skal: 'Hör inte dit' }, { id: bilaga }),
    ];
    for (const [i, ett] of steg.entries()) {
      await ett();
      expect((await skrivelsens()).map(({ galler, forfallen }: { galler: boolean; forfallen: { skal: string } }) => [galler, forfallen.skal])).toEqual(Array.from({ length: i + 1 }, () => [false, 'handling_andrad']));
      await signera('chef');
      expect((await skrivelsens()).at(-1)).toMatchObject({ galler: true });
    }
    expect(await skrivelsens(som['chef'], giltig)).toMatchObject([{ galler: true, forfallen: null }]);
  });
  it('förlorar signaturen när den får en ny version; den gamla versionens står kvar som den blev', async () => {
    const sista = (await skrivelsens()).at(-1).id;
    await done('AndraTjansteskrivelse', { ...innehall(), forslag: ['Nämnden avslår taxan.'], skal: 'Nya siffror' }, { id: skrivelse });
    expect(await skrivelsens()).toEqual([]);
    const forra = (await se(`{ tjansteskrivelse(id: "${skrivelse}", version: 1) { signaturer { galler forfallen { skal } } } }`, som['chef'])).tjansteskrivelse.signaturer;
    expect(forra.at(-1)).toEqual({ galler: false, forfallen: { skal: 'ny_version' } });
    expect(await prova(skrivelse, sista)).toEqual({ stammer: false, varfor: 'Tjänsteskrivelsen har en ny version.' });
    await done('FardigstallTjansteskrivelse', { datum: '2018-03-15' }, { id: skrivelse });
    await signera('chef');
    await done('AterkallaTjansteskrivelse', { datum: '2018-03-16', skal: 'Tas om' }, { id: skrivelse });
    expect(await skrivelsens()).toMatchObject([{ version: 2, galler: false, forfallen: { skal: 'aterkallad' } }]);
  });
});

describe('Ett protokoll', () => {
  const signera = (by: string, mer: object = { omgang: 1 }, skal?: Record<string, string>) => give('Signera', { slag: 'protokoll', mal: mote, ...mer }, { by: som[by]!, ...(skal && { skal }) });
  let fore: string;

  it('signeras av ordföranden och den som utsetts att justera, när det är utskrivet', async () => {
    ({ id: mote } = await done('PlaneraSammantrade', { namnd, datum: '2018-03-21', tid: '15:00', plats: 'Lilla salen' }));
    for (const [namn, klass] of [['Taxan', 'oppen'], ['Enskild', 'sekretess'], ['Remissen', 'oppen']] as const) {
      await done('LaggTillPunkt', { slag: 'ovrigt', rubrik: namn, klass, ...(klass === 'sekretess' && { sekretesslagrum: '26:1' }) }, { id: mote });
      punkt[namn] = (await se(`{ dagordning(sammantrade: "${mote}") { rader { rubrik punkt } } }`, som['sekreterare'])).dagordning.rader.find(({ rubrik }: { rubrik: string }) => rubrik === namn).punkt;
    }
    await done('SkickaKallelse', { datum: '2018-03-14', ordforande: person['ordf'], forhinder: 'Kansliet', kallade: [person['ordf'], person['just'], person['tredje']] }, { id: mote });
    await done('OppnaSammantrade', { tid: '15:00' }, { id: mote });
    for (const vem of ['ordf', 'just', 'tredje']) await done('AntecknaNarvaro', { person: person[vem], pass: [{ tjanstgor: true }] }, { id: mote });
    await done('UtseJusterare', { person: person['just'] }, { id: mote });
    expect(await signera('just', { punkter: [punkt['Taxan']] })).toMatchObject({ kod: 'EJ_AVGJORD' });
    const fatta = (namn: string, beslutspunkter: readonly object[], typ = 'bifalla') => done('FattaBeslut', { punkt: punkt[namn], tid: '15:10', beslutstyp: typ, beslutspunkter }, { id: mote });
    await fatta('Taxan', []);
    expect(await signera('just', { punkter: [punkt['Taxan']] })).toMatchObject({ kod: 'PARAGRAFEN_EJ_UTSKRIVEN' });
    await done('SkrivUtBeslut', { punkt: punkt['Taxan'], beslutspunkter: [{ text: 'Nämnden antar taxan på 120 kronor.' }] }, { id: mote });
    await fatta('Enskild', [{ text: 'Nämnden beviljar hemligt bistånd.' }]);
    await fatta('Remissen', [{ text: 'Svaret godkänns.' }], 'godkanna');
    await done('AvslutaSammantrade', { tid: '17:00' }, { id: mote });
    await done('UpprattaProtokoll', { omedelbar: false, justerare: [person['ordf'], person['just']] }, { id: mote });
    expect(await signera('revisor')).toMatchObject({ kod: 'BEHORIGHET_SAKNAS' });
    for (const vem of ['handlaggare', 'annan']) expect(await signera(vem)).toMatchObject({ kod: 'EJ_UTSEDD' });
    await signera('ordf');
    fore = (await signera('just')).position;
    expect(await protokollets()).toMatchObject([
      { namn: 'Olga Orre', roll: 'ordforande', metod: 'inloggad', version: null, paragrafer: [25, 26, 27], galler: true }, { namn: 'Linus Ledin', roll: 'justerare', galler: true },
    ]);
  });
  it('förlorar signaturerna när en text rättas, med vilken paragraf det är', async () => {
    await done('RattaForeJustering', { punkt: punkt['Taxan'], beslutspunkt: 1, text: 'Nämnden antar taxan på 140 kronor.', slag: 'skrivfel', skal: 'Felskrivet' }, { id: mote });
    expect(await protokollets()).toMatchObject([{ galler: false, forfallen: { skal: 'text_andrad', paragrafer: [25] } }, { galler: false }]);
    expect(await protokollets(som['sekreterare'], fore)).toMatchObject([{ galler: true, forfallen: null }, { galler: true }]);
    const [{ id }] = await protokollets();
    expect(await prova(mote, id)).toEqual({ stammer: false, varfor: 'Texten är ändrad (§ 25).' });
    // A revisor reads the record but no individual's secrets, and one of its §§ is one.
    expect(await prova(mote, id, som['revisor'])).toBeNull();
  });
  it('förlorar den när närvaron vid en signerad paragraf ändras, men en paragraf för sig rörs inte av en annans', async () => {
    // What is said of another kind of thing, a version, is no part of what this signature is over.
    await signera('just', { punkter: [punkt['Taxan']], version: 7, faktum: 7 });
    await signera('just', { punkter: [punkt['Remissen']] });
    await done('AntecknaFranvaroVidPunkt', { punkt: punkt['Remissen'], person: person['just'], franvarande: true, skal: 'annat' }, { id: mote });
    expect((await protokollets()).slice(2)).toMatchObject([{ paragrafer: [25], galler: true }, { paragrafer: [27], galler: false, forfallen: { skal: 'narvaro_andrad', paragrafer: [27] } }]);
    expect(await signera('just', { punkter: [punkt['Remissen']] })).toMatchObject({ kod: 'JUSTERARE_EJ_NARVARANDE', text: 'Linus Ledin var inte närvarande vid § 27 och bör inte justera den.' });
    expect((await signera('just', { punkter: [punkt['Remissen']] }, { JUSTERARE_EJ_NARVARANDE: 'Hörde beslutet i dörren' })).kod).toBeUndefined();
  });
  it('förlorar den när något tillkommer om hur ärendet behandlades: ett yrkande, en anteckning', async () => {
    const taxans = async () => (await protokollets()).findLast(({ paragrafer }: { paragrafer: readonly number[] }) => paragrafer.join() === '25');
    for (const [command, data] of [['AntecknaYrkande', { slag: 'bifall', av: [person['ordf']], text: 'Bifall' }], ['GorProtokollsanteckning', { slag: 'protokollsanteckning', av: [person['ordf']], text: 'Bra' }]] as const) {
      expect(await taxans()).toMatchObject({ galler: true });
      await done(command, { punkt: punkt['Taxan'], ...data }, { id: mote });
      expect(await taxans()).toMatchObject({ galler: false, forfallen: { skal: 'text_andrad', paragrafer: [25] } });
      await signera('just', { punkter: [punkt['Taxan']] });
    }
  });
  it('förlorar den när en justerad paragraf rättas, och när en bilaga till paragrafen tillkommer', async () => {
    await done('Justera', { datum: '2018-04-04', omedelbart: false, justerare: [person['ordf'], person['just']] }, { id: mote, skal: { JUSTERARE_EJ_NARVARANDE: 'Hörde beslutet i dörren' } });
    await done('RattaParagraf', { text: 'Taxan gäller från maj.', slag: 'skrivfel', datum: '2018-04-10', skal: 'Datumet föll bort' }, { id: punkt['Taxan']! });
    expect((await protokollets()).at(-1)).toMatchObject({ paragrafer: [25], galler: false, forfallen: { skal: 'rattad' } });
    await done('BifogaHandling', { mal: 'paragraf', malId: punkt['Remissen'] }, { id: await handling(Buffer.from('Svaret.'), 'Svar.txt') });
    expect((await protokollets())[4]).toMatchObject({ paragrafer: [27], galler: false, forfallen: { skal: 'handling_andrad' } });
  });
  it('har alla sina signaturer i en lista för nämndens egna, också av paragrafer för sig', async () => {
    expect((await se(`{ signaturer(mal: "${mote}") { galler } }`, som['revisor'])).signaturer).toHaveLength(7);
    expect((await se(`{ signaturer(mal: "${mote}") { galler } }`)).signaturer).toEqual([]);
  });
  it('visar allmänheten signaturerna när det är justerat, utan att något om sekretessparagrafen syns', async () => {
    const ute = await klubba.ask(`{ protokoll(sammantrade: "${mote}") { omgangar { signeradeIKlubba { ${SIGNATUR} person at hash } } } }`);
    expect(ute.data.protokoll.omgangar[0].signeradeIKlubba[0]).toMatchObject({ namn: 'Olga Orre', paragrafer: [25, 26, 27] });
    expect(ute.text).not.toContain(punkt['Enskild']);
  });
});

describe('Ett protokoll som är undertecknat utanför Klubba', () => {
  const SIDOR = [
    'Socialnämnden i Påhitt\n\n§ 25 Taxan\n\nBeslut\n1. Nämnden antar taxan på\n120 kronor.', '§ 26 Enskild\n\n1. Nämnden beviljar hemligt bistånd.\n\n§ 28 Tillagt\n\n1. Något annat.',
    'Elektroniska underskrifter\nOlga Orre\n2018-04-04 09:30:12\nLinus Ledin\n2018-04-04 10:02:55',
  ];
  const lagg = (fil: string, skal?: Record<string, string>, by = 'sekreterare') => give('LaggTillUndertecknat', { slag: 'protokoll', mal: mote, omgang: 1, handling: fil }, { by: som[by]!, ...(skal && { skal }) });
  const sedda = async (by?: string) => (await se(`{ undertecknade(mal: "${mote}", omgang: 1) { slag omgang handling hash sidor upplysning underskrifter { kalla namn tid tidskalla orord helaFilen } skillnader { paragraf slag del klubba filen } } }`, by)).undertecknade;

  it('visas med sin summa, sina underskrifter som de står, och vad som skiljer', async () => {
    const fil = await handling(await signerad(await pdfMed(SIDOR), { namn: 'Påhittade Underskrifter AB', tid: '2018-04-04T10:05:00.000Z' }), 'Protokoll.pdf');
    expect(await lagg(fil, undefined, 'handlaggare')).toMatchObject({ kod: 'BEHORIGHET_SAKNAS' });
    expect((await lagg(fil)).kod).toBeUndefined();
    const [sedd] = await sedda(som['sekreterare']);
    expect(sedd).toMatchObject({ slag: 'protokoll', omgang: 1, handling: fil, sidor: 3, upplysning: expect.stringContaining('ingen rättslig prövning') });
    expect(sedd.hash).toBe((await se(`{ handling(id: "${fil}") { hash } }`, som['sekreterare'])).handling.hash);
    expect(sedd.underskrifter).toEqual([
      { kalla: 'signatur', namn: 'Påhittade Underskrifter AB', tid: '2018-04-04T10:05:00.000Z', tidskalla: 'signaturen', orord: true, helaFilen: true },
      { kalla: 'text', namn: 'Olga Orre', tid: '2018-04-04 09:30:12', tidskalla: 'texten', orord: null, helaFilen: null },
      { kalla: 'text', namn: 'Linus Ledin', tid: '2018-04-04 10:02:55', tidskalla: 'texten', orord: null, helaFilen: null },
    ]);
    expect(sedd.skillnader).toMatchObject([
      { paragraf: 25, slag: 'annan_text', del: 'beslut 1', klubba: 'Nämnden antar taxan på 140 kronor.', filen: expect.stringContaining('120 kronor') },
      { paragraf: 27, slag: 'saknas_i_filen' },
      { paragraf: 28, slag: 'saknas_i_klubba' },
    ]);
    // The same file once more is nothing new.
    await lagg(fil);
    expect(await sedda(som['sekreterare'])).toHaveLength(1);
  });
  it('visas inte för allmänheten, och inte för den som inte får läsa sekretessparagrafen i det', async () => {
    expect(await sedda()).toEqual([]);
    expect(await sedda(som['revisor'])).toEqual([]);
  });
  it('är också en tjänsteskrivelse, jämförd del för del, och visas för nämndens egna', async () => {
    const fil = await handling(await pdfMed(['Taxa för bad\n\nFörslag till beslut\n1. Nämnden antar taxan.\n\nTaxan är gammal.\n\nSigned by Clara Cederholm 2018-03-15 08:00:01']), 'Skrivelse.pdf');
    await done('LaggTillUndertecknat', { slag: 'tjansteskrivelse', mal: skrivelse, handling: fil });
    const [sedd] = (await se(`{ undertecknade(mal: "${skrivelse}") { slag version underskrifter { namn tid } skillnader { del slag klubba filen } } }`, som['revisor'])).undertecknade;
    expect(sedd).toEqual({
      slag: 'tjansteskrivelse', version: 2, underskrifter: [{ namn: 'Clara Cederholm', tid: '2018-03-15 08:00:01' }],
      skillnader: [{ del: 'förslag 1', slag: 'annan_text', klubba: 'Nämnden avslår taxan.', filen: '1. Nämnden antar taxan.' }],
    });
  });
  it('tas inte emot när filen inte går att läsa, och med skäl när något är udda', async () => {
    const hel = await pdfMed(SIDOR);
    const last = await PDFDocument.load(hel);
    last.encrypt({ userPassword: 'påhittat', ownerPassword: 'påhittat' });
    const kod = async (bytes: Uint8Array) => (await lagg(await handling(bytes, 'Fil.pdf'))).kod;
    expect(await kod(await last.save())).toBe('PDF_KRYPTERAD');
    expect(await kod(await pdfMed(['']))).toBe('PDF_UTAN_TEXT');
    expect(await kod(hel.slice(0, 60))).toBe('PDF_TRASIG');
    expect(await kod(await pdfMed(SIDOR, (pdf) => pdf.catalog.set(PDFName.of('OpenAction'), pdf.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') }))))).toBe('FILEN_GOR_NAGOT');
    expect(await kod(await pdfMed(SIDOR, (pdf) => pdf.attach(Buffer.from('bevis'), 'bevis.xml')))).toBe('BILAGOR_I_FILEN');
    expect(await kod(await pdfMed(SIDOR.slice(0, 1)))).toBe('UNDERSKRIFTER_SAKNAS');
    expect((await give('LaggTillUndertecknat', { slag: 'protokoll', mal: mote, handling: uuid() })).kod).toBe('HANDLINGEN_FINNS_INTE');
  });
});

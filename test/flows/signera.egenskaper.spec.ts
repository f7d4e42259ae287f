import fc from 'fast-check';
import { FALT, GER } from '@klubba/behorighet';
import { type Command, idOf, isRefusal, type Receipt, streamId } from '@klubba/kernel';
import { signaturerna } from '@klubba/signatur';
import { openGround } from '../../apps/api/ground';
import { House, nouns } from '../../apps/api/house';
import { settingsFrom } from '../../apps/api/settings';
import { provad } from '../../libs/signatur/signatur.innehall.prepare';
import { uuid } from './harness';

// A signature holds as long as what it signed has not changed, whoever signs what and in whatever order things happen.
const TEXTER = ['Nämnden antar taxan.', 'Nämnden antar taxan för 2018.'] as const;
const OLGA = uuid();
const LINUS = uuid();
const TORE = uuid();
let house: House;
let namnd: string;

const give = async (category: string, command: Command, id?: string, by = OLGA): Promise<Receipt> => {
  const kommando = uuid();
  const outcome = await house.give({ category, id: id ?? streamId(category, by, kommando), command }, { by, command: kommando, correlation: uuid(), cause: null, roll: () => 'ordforande' });
  if (isRefusal(outcome)) throw new Error(`${command.type}: ${outcome.hinder[0].text}`);
  await house.models.caughtUp(outcome.position);
  return outcome;
};

beforeAll(async () => {
  house = new House({ nouns, modules: [], ger: GER, falt: FALT }, await openGround(nouns, settingsFrom({ DATA_DIR: ':memory:' })));
  namnd = idOf((await give('namnd', { type: 'InrattaNamnd', data: { organ: 'SN', namn: 'Socialnämnden i Påhitt', slag: 'namnd' } })).stream);
  await give('namnd', { type: 'FaststallReglemente', data: { fran: '2018-01-01', antalLedamoter: 3, kallelseDagar: 5, kallelseSlag: 'kalenderdagar', omedelbarJustering: true, diarieform: 'snedstreck_kolon', paragrafform: 'nummer' } }, namnd);
  for (const [ordning, person] of [OLGA, LINUS, TORE].entries()) {
    await give('person', { type: 'RegistreraPerson', data: { namn: `Person ${ordning}`, slag: 'fortroendevald' } }, person);
    await give('namnd', { type: 'ValjForUppdrag', data: { person, uppdrag: 'ledamot', ...(ordning === 0 && { roll: 'ordforande' }), parti: 'A', ordning: ordning + 1, fran: '2018-01-01' } }, namnd);
  }
});
afterAll(() => house.close());

/** A meeting with two §§, both with the first text and everyone there. */
const sammantrade = async (): Promise<{ readonly mote: string; readonly punkter: readonly [string, string] }> => {
  const mote = idOf((await give('sammantrade', { type: 'PlaneraSammantrade', data: { namnd, datum: '2018-03-21', tid: '15:00', plats: 'Salen' } })).stream);
  const lagg = async (rubrik: string): Promise<string> => {
    const { position } = await give('sammantrade', { type: 'LaggTillPunkt', data: { slag: 'formalia', rubrik, klass: 'oppen' } }, mote);
    return ((await house.log.readAll(position - 1n, 1))[0]!.data as { punkt: string }).punkt;
  };
  const punkter = [await lagg('En'), await lagg('Två')] as const;
  await give('sammantrade', { type: 'SkickaKallelse', data: { datum: '2018-03-14', ordforande: OLGA, forhinder: 'Kansliet', kallade: [OLGA, LINUS, TORE] } }, mote);
  await give('sammantrade', { type: 'OppnaSammantrade', data: { tid: '15:00' } }, mote);
  for (const person of [OLGA, LINUS, TORE]) await give('sammantrade', { type: 'AntecknaNarvaro', data: { person, pass: [{ tjanstgor: true }] } }, mote);
  await give('sammantrade', { type: 'UtseJusterare', data: { person: LINUS } }, mote);
  for (const punkt of punkter) await give('sammantrade', { type: 'FattaBeslut', data: { punkt, tid: '15:10', beslutstyp: 'anta', beslutspunkter: [{ text: TEXTER[0] }] } }, mote);
  return { mote, punkter };
};

const paragraf = fc.constantFrom(0 as const, 1 as const);
const steg = fc.oneof(
  fc.record({ vad: fc.constant('signera' as const), by: fc.constantFrom(OLGA, LINUS), vilka: fc.constantFrom([0], [1], [0, 1]) }),
  fc.record({ vad: fc.constant('ratta' as const), i: paragraf, text: fc.constantFrom(0, 1) }),
  fc.record({ vad: fc.constant('franvaro' as const), i: paragraf, borta: fc.boolean() }),
);

it('en signatur gäller om och endast om det som den omfattar är oförändrat sedan den lämnades', async () => {
  await fc.assert(fc.asyncProperty(fc.array(steg, { minLength: 4, maxLength: 14 }), async (alla) => {
    const { mote, punkter } = await sammantrade();
    const nu = [{ text: 0, borta: false }, { text: 0, borta: false }];
    const lamnade: { readonly by: string; readonly vilka: readonly number[]; readonly da: string; galler: boolean }[] = [];
    const bild = (vilka: readonly number[]): string => JSON.stringify(vilka.map((i) => nu[i]));
    for (const ett of alla) {
      if (ett.vad === 'signera') {
        await give('signatur', { type: 'Signera', data: { slag: 'protokoll', mal: mote, punkter: ett.vilka.map((i) => punkter[i]!) } }, mote, ett.by);
        // The same person, the same content: nothing new.
        if (!lamnade.some(({ by, vilka, galler }) => galler && by === ett.by && vilka.join() === ett.vilka.join())) lamnade.push({ by: ett.by, vilka: ett.vilka, da: bild(ett.vilka), galler: true });
      } else {
        const fore = JSON.stringify(nu[ett.i]);
        if (ett.vad === 'ratta') {
          await give('sammantrade', { type: 'RattaForeJustering', data: { punkt: punkter[ett.i], beslutspunkt: 1, text: TEXTER[ett.text], slag: 'skrivfel', skal: 'x' } }, mote);
          nu[ett.i]!.text = ett.text;
        } else {
          await give('sammantrade', { type: 'AntecknaFranvaroVidPunkt', data: { punkt: punkter[ett.i], person: TORE, franvarande: ett.borta, skal: 'annat' } }, mote);
          nu[ett.i]!.borta = ett.borta;
        }
        if (JSON.stringify(nu[ett.i]) !== fore) for (const en of lamnade) if (en.vilka.includes(ett.i)) en.galler = false;
      }
      const doc = house.models.get(signaturerna, mote);
      expect((doc?.signaturer ?? []).map(({ person, forfallen }) => [person, forfallen === undefined])).toEqual(lamnade.map(({ by, galler }) => [by, galler]));
      // Reckoned anew, it agrees just when the content is what it was, also when it has come back.
      for (const [i, en] of (doc?.signaturer ?? []).entries()) expect((await provad(en, house.around)).stammer).toBe(lamnade[i]!.da === bild(lamnade[i]!.vilka));
    }
  }), { numRuns: 25 });
});

it('en signatur som lämnas medan texten ändras faller, också när ändringen hann före den i loggen', async () => {
  const { mote, punkter: [punkt] } = await sammantrade();
  const { around } = house;
  const open = around.open.bind(around);
  let last!: () => void;
  let slapp!: () => void;
  const lasning = new Promise<void>((resolve) => (last = resolve));
  const grind = new Promise<void>((resolve) => (slapp = resolve));
  // What is to be signed has been read, and is not yet signed.
  around.open = async (value) => {
    last();
    await grind;
    return open(value);
  };
  const signera = give('signatur', { type: 'Signera', data: { slag: 'protokoll', mal: mote, punkter: [punkt] } }, mote);
  await lasning;
  await give('sammantrade', { type: 'RattaForeJustering', data: { punkt, beslutspunkt: 1, text: TEXTER[1], slag: 'skrivfel', skal: 'x' } }, mote);
  slapp();
  await signera;
  around.open = open;
  expect(house.models.get(signaturerna, mote)?.signaturer).toMatchObject([{ person: OLGA, forfallen: { skal: 'text_andrad', delar: [punkt] } }]);
});

const beslutssteg = fc.oneof(
  { weight: 3, arbitrary: fc.constant('signera' as const) }, { weight: 2, arbitrary: fc.constant('andra' as const) }, { weight: 2, arbitrary: fc.constant('stryk ändringen' as const) },
  fc.constantFrom('märk' as const, 'avmärk' as const, 'part' as const, 'överklaga' as const),
);
it('ett delegationsbesluts signatur gäller tills ett senare beslut ändrar det, hur det än sekretessmarkeras, delges och överklagas', async () => {
  const registrera = async (over: object = {}): Promise<string> => idOf((await give('delegationsbeslut', { type: 'RegistreraDelegationsbeslut', data: { namnd, klass: 'oppen', datum: '2018-03-12', grund: 'bradskande', bradskandeSkal: 'x', delegat: { slag: 'ordforande', person: OLGA }, beslut: TEXTER[0], ...over }, skal: { MANDAT_SAKNAS: 'x' } })).stream);
  await give('delegationsordning', { type: 'AntaDelegationsordning', data: { namnd, gallerFran: '2018-01-01', antagen: { datum: '2017-12-13', ar: 2017, nr: 99 }, bradskande: [{ slag: 'ordforande' }], punkter: [{ nummer: '1', arendegrupp: 'x', delegater: [{ slag: 'forvaltningschef' }] }] } }, namnd);
  await fc.assert(fc.asyncProperty(fc.array(beslutssteg, { minLength: 4, maxLength: 14 }), async (alla) => {
    const beslut = await registrera();
    const andringar: string[] = [];
    const galler: boolean[] = [];
    for (const ett of alla) {
      if (ett === 'signera' && andringar.length === 0) {
        await give('signatur', { type: 'Signera', data: { slag: 'delegationsbeslut', mal: beslut } }, beslut);
        if (galler.at(-1) !== true) galler.push(true);
      } else if (ett === 'andra') {
        andringar.push(await registrera({ andrar: { beslut, grund: 'fl_37' } }));
        galler.fill(false);
      } else if (ett === 'stryk ändringen' && andringar.length > 0) {
        await give('delegationsbeslut', { type: 'StrykDelegationsbeslut', data: { skal: 'x' } }, andringar.pop());
      } else if (ett === 'märk' || ett === 'avmärk') {
        await give('delegationsbeslut', { type: 'AndraDelegationsbeslutsklass', data: { datum: '2018-03-13', skal: 'x', ...(ett === 'märk' ? { klass: 'sekretess', sekretesslagrum: '26:1' } : { klass: 'oppen' }) } }, beslut);
      } else if (ett === 'part') await give('delegationsbeslut', { type: 'AntecknaPart', data: { part: 'x', fickDel: '2018-03-14' } }, beslut);
      else if (ett === 'överklaga') await give('delegationsbeslut', { type: 'NoteraOverklagatDelegationsbeslut', data: { mal: 'x', datum: '2018-03-15' } }, beslut);
      const signaturer = house.models.get(signaturerna, beslut)?.signaturer ?? [];
      expect(signaturer.map(({ forfallen }) => forfallen === undefined)).toEqual(galler);
      for (const en of signaturer) expect((await provad(en, house.around)).stammer).toBe(andringar.length === 0);
    }
  }), { numRuns: 25 });
});

it('det som är gallrat kan inte prövas, och fäller ingen signatur; resten prövas som förut', async () => {
  const { mote, punkter } = await sammantrade();
  await give('signatur', { type: 'Signera', data: { slag: 'protokoll', mal: mote, punkter } }, mote);
  const { keys } = house.vault as unknown as { keys: { destroy(kid: string): Promise<void> } };
  await keys.destroy(`paragraf:${punkter[0]}`);
  house.vault.forget(`paragraf:${punkter[0]}`);
  const signaturen = () => house.models.get(signaturerna, mote)!.signaturer[0]!;
  expect(await provad(signaturen(), house.around)).toEqual({ stammer: true, delar: [], gallrade: [punkter[0]] });
  await give('sammantrade', { type: 'RattaForeJustering', data: { punkt: punkter[1], beslutspunkt: 1, text: TEXTER[1], slag: 'skrivfel', skal: 'x' } }, mote);
  expect(signaturen()).toMatchObject({ forfallen: { skal: 'text_andrad', delar: [punkter[1]] } });
  await expect(give('signatur', { type: 'Signera', data: { slag: 'protokoll', mal: mote, punkter: [punkter[0]] } }, mote)).rejects.toThrow('gallrad');
});

it('samma innehåll har en summa för sig i varje signatur, så att ingen kan gissa det ur en annans', async () => {
  const { mote, punkter } = await sammantrade();
  for (const by of [OLGA, LINUS]) await give('signatur', { type: 'Signera', data: { slag: 'protokoll', mal: mote, punkter } }, mote, by);
  const summor = house.models.get(signaturerna, mote)!.signaturer.flatMap(({ hash, delar }) => [hash, ...delar.map((en) => en.hash)]);
  expect(new Set(summor).size).toBe(summor.length);
});

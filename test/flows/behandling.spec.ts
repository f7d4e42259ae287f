import { type Outcome, type Running, startHouse } from './harness';
import * as harness from './harness';

// How an item is treated, through the API: what is wanted, put, voted on and dissented from, and who sees what of it.
const KANARIE = 'KANARIE-HEMLIG';
let house: Running;
let sekreterare: string;
let revisor: string;
let mote: string;
let namnd: string;
const P: Record<string, string> = {};
const punkter: Record<string, string> = {};
beforeAll(async () => {
  house = await startHouse();
  [sekreterare, revisor] = [await house.token('namndsekreterare'), await house.token('revisor')];
});
afterAll(() => house.remove());

const give = (command: string, data: object, id?: string, skal?: Readonly<Record<string, string>>) => harness.give(house, command, data, { by: sekreterare, id, skal });
const done = (command: string, data: object, id?: string, skal?: Readonly<Record<string, string>>) => harness.done(house, command, data, { by: sekreterare, id, skal });
const vid = (command: string, data: object, skal?: Readonly<Record<string, string>>): Promise<Outcome> => done(command, data, mote, skal);
const see = (query: string, by?: string) => harness.see(house, query, by);
const protokollet = async (by?: string, more = '') => (await see(`{ protokoll(sammantrade: "${mote}"${more}) { paragrafer { nummer bifallet
  yrkanden { id slag av { namn } instammer { namn } text motivering aterkallat } propositionsordning { mellan text } beslutsgang { typ steg { mellan bifallet text } text } omrostningBegardAv { namn }
  omrostningar { slag huvudforslag motforslag sluten roster { namn parti rost } perParti { parti ja nej avstar } ja nej avstar utfall utslagsrost lottning jaBetyder }
  reservationer { av { namn } tillFormanFor motivering tid } anteckningar { slag av { namn } text medgiven } deltarInte { namn parti text } jav { namn parti uppdrag grund text ersattsAv { namn } rad }
} } }`, by)).protokoll;
/** The id that the latest fact of this kind has in this field. */
const idAv = async (typ: string, falt: string): Promise<string> => {
  type Faltvarden = { readonly typ: string; readonly falt: readonly { readonly falt: string; readonly varde: string }[] };
  const { edges } = (await see(`{ handelser(namnd: "${namnd}", strom: "sammantrade-${mote}", first: 200) { edges { node { typ falt { falt varde } } } } }`, sekreterare)).handelser as { edges: readonly { readonly node: Faltvarden }[] };
  return edges.findLast(({ node }) => node.typ === typ)!.node.falt.find((en) => en.falt === falt)!.varde;
};
const lagg = async (namn: string, data: object = {}): Promise<void> => {
  await vid('LaggTillPunkt', { slag: 'ovrigt', rubrik: namn, klass: 'oppen', ...data });
  punkter[namn] = (await see(`{ dagordning(sammantrade: "${mote}") { rader { rubrik punkt } } }`, sekreterare)).dagordning.rader.findLast(({ rubrik }: { rubrik: string }) => rubrik === namn).punkt;
};

beforeAll(async () => {
  ({ id: namnd } = await done('InrattaNamnd', { organ: 'SN', namn: 'Sjönämnden i Påhitt', slag: 'namnd' }));
  await done('FaststallReglemente', { fran: '2024-01-01', antalLedamoter: 3, kallelseDagar: 0, kallelseSlag: 'kalenderdagar', omedelbarJustering: true, diarieform: 'snedstreck_kolon', paragrafform: 'nummer' }, namnd);
  for (const [i, namn] of ['Olga', 'Linus', 'Tora', 'Ester'].entries()) {
    P[namn] = (await done('RegistreraPerson', { namn, slag: 'fortroendevald' })).id;
    const roll = ({ Olga: 'ordforande', Linus: 'forste_vice_ordforande' } as Record<string, string>)[namn];
    await done('ValjForUppdrag', { person: P[namn], uppdrag: namn === 'Ester' ? 'ersattare' : 'ledamot', ...(roll !== undefined && { roll }), parti: 'ABCA'[i], ordning: i + 1, fran: '2024-01-01' }, namnd);
  }
  await done('BorjaParagrafserie', { namnd, ar: 2024, sista: 9 });
  mote = (await done('PlaneraSammantrade', { namnd, datum: '2024-03-20', tid: '15:00', plats: 'Salen' })).id;
  await lagg('Bryggan');
  await lagg(`Enskild ${KANARIE}`, { klass: 'sekretess', sekretesslagrum: '26:1' });
  await vid('OppnaSammantrade', { tid: '15:00' }, { KALLELSE_SAKNAS: 'Muntlig' });
  for (const namn of ['Olga', 'Linus', 'Tora']) await vid('AntecknaNarvaro', { person: P[namn], pass: [{ tjanstgor: true }] });
});

describe('En punkt med yrkanden, omröstning och reservation', () => {
  let yrkande: string;
  it('B7: yrkandet, ordningen och omröstningen antecknas, och beslutsgången skrivs av dem', async () => {
    const punkt = punkter['Bryggan'];
    await vid('AntecknaYrkande', { punkt, slag: 'avslag', av: [P['Tora']], instammer: [], text: 'Ingen brygga', motivering: 'Den är dyr' });
    const rad = async (by?: string) => (await see(`{ dagordning(sammantrade: "${mote}") { rader { yrkanden { id text av { namn } } } } }`, by)).dagordning?.rader[0].yrkanden;
    expect(await rad(sekreterare)).toEqual([{ id: expect.any(String), text: 'Ingen brygga', av: [{ namn: 'Tora' }] }]);
    yrkande = (await rad(sekreterare))[0].id;
    await vid('FaststallPropositionsordning', { punkt, steg: [{ mellan: [punkt, yrkande] }] });
    await vid('AntecknaBeslutsgang', { punkt, typ: 'omrostning', steg: [{ mellan: [punkt, yrkande], bifallet: punkt }] });
    await vid('BegarOmrostning', { punkt, av: [P['Tora']] });
    expect(await give('FattaBeslut', { punkt, tid: '15:10', beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Bryggan byggs.' }] }, mote)).toMatchObject({ kod: 'OMROSTNING_EJ_GENOMFORD' });
    const roster = [['Olga', 'ja'], ['Tora', 'nej'], ['Linus', 'ja']].map(([namn, rost]) => ({ person: P[namn!], rost }));
    expect((await give('AntecknaOmrostning', { punkt, tid: '15:08', motforslag: yrkande, roster: [...roster.slice(1), { person: P['Ester'], rost: 'ja' }] }, mote)).text).toBe('Ester tjänstgör inte vid ärende 1 och har ingen röst.');
    await vid('AntecknaOmrostning', { punkt, tid: '15:08', motforslag: yrkande, jaBetyder: 'bifall till förslaget', roster });
    expect(await give('FattaBeslut', { punkt, tid: '15:10', beslutstyp: 'avsla', bifallet: yrkande, beslutspunkter: [{ text: 'Avslag.' }] }, mote)).toMatchObject({ kod: 'BESLUTET_STAMMER_INTE' });
    await vid('FattaBeslut', { punkt, tid: '15:10', beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Bryggan byggs.' }] });
    await vid('AnmalReservation', { punkt, av: [P['Tora']], tillFormanFor: 'eget yrkande', skriftlig: true });
    await vid('GorProtokollsanteckning', { punkt, slag: 'protokollsanteckning', av: [P['Linus']], text: 'Bra så' });
  });

  it('B4: vid en hemlig punkt är ordföranden jävig, vice leder och ersättaren tjänstgör', async () => {
    const punkt = punkter[`Enskild ${KANARIE}`];
    await vid('AntecknaFranvaroVidPunkt', { punkt, person: P['Olga'], skal: 'jav', grund: 'berord', text: `${KANARIE} syster`, ersattsAv: P['Ester'] });
    await vid('AntecknaNarvaro', { person: P['Ester'], pass: [{ tjanstgor: true, ersatter: P['Olga'], franPunkt: punkt, tillPunkt: punkt }] });
    expect((await give('AntecknaYrkande', { punkt, slag: 'bifall', av: [P['Olga']], text: 'x' }, mote)).text).toMatch(/^Olga är jävig i (?:ärende 2|§ 11) och får varken delta eller närvara \(KL 6 kap[.] 30 §\)[.] Kalla in ersättare[.]$/);
    await vid('AntecknaYrkande', { punkt, slag: 'bifall', av: [P['Tora']], text: `${KANARIE} bifall` });
    await vid('AntecknaBeslutsgang', { punkt, typ: 'ordforanden_provar', steg: [] });
    await vid('AntecknaDeltarInte', { punkt, person: P['Ester'], text: `${KANARIE} deltar inte` });
    await vid('FattaBeslut', { punkt, tid: '15:20', beslutstyp: 'bifalla', beslutspunkter: [{ text: `${KANARIE} beviljas` }] });
    await vid('AvslutaSammantrade', { tid: '16:00' });
  });
  it('B10: reservationen anmäls före slutet, vars text lämnas senare', async () => {
    const punkt = punkter['Bryggan'];
    expect(await give('AnmalReservation', { punkt, av: [P['Linus']], tid: '16:20' }, mote)).toMatchObject({ kod: 'RESERVATION_FOR_SEN', text: 'Reservationen anmäldes efter att sammanträdet avslutades 16:00. Den kan inte tas in (KL 4 kap. 27 §).' });
    const reservation = await idAv('ReservationAnmald', 'reservation');
    await vid('LamnaReservationsmotivering', { reservation, datum: '2024-03-22', motivering: 'Pengarna behövs bättre' });
  });

  it('C1: står i protokollet, i ord och i fält, för den som får se det', async () => {
    await house.house.models.caughtUp(await house.house.log.store.tip());
    const { paragrafer } = await protokollet(sekreterare);
    const brygga = punkter['Bryggan'];
    expect(paragrafer[0]).toEqual({
      nummer: 10, bifallet: brygga,
      yrkanden: [{ id: yrkande, slag: 'avslag', av: [{ namn: 'Tora' }], instammer: [], text: 'Ingen brygga', motivering: 'Den är dyr', aterkallat: false }],
      propositionsordning: [{ mellan: [brygga, yrkande], text: null }],
      beslutsgang: {
        typ: 'omrostning', steg: [{ mellan: [brygga, yrkande], bifallet: brygga, text: null }],
        text: 'Ordföranden ställer liggande förslag och Toras (C) avslagsyrkande mot varandra och finner att nämnden bifaller liggande förslag. Tora (C) begär omröstning. Liggande förslag är huvudförslag och Toras (C) avslagsyrkande är motförslag. '
          + 'Nämnden godkänner propositionsordningen: den som stödjer huvudförslaget röstar ja, den som stödjer motförslaget röstar nej. Omröstningen utfaller med 2 ja-röster och 1 nej-röster, och nämnden beslutar att bifalla liggande förslag.',
      },
      omrostningBegardAv: [{ namn: 'Tora' }],
      omrostningar: [{
        slag: 'avgorande', huvudforslag: brygga, motforslag: yrkande, sluten: false, roster: [{ namn: 'Linus', parti: 'B', rost: 'ja' }, { namn: 'Tora', parti: 'C', rost: 'nej' }, { namn: 'Olga', parti: 'A', rost: 'ja' }],
        perParti: [{ parti: 'B', ja: 1, nej: 0, avstar: 0 }, { parti: 'C', ja: 0, nej: 1, avstar: 0 }, { parti: 'A', ja: 1, nej: 0, avstar: 0 }], ja: 2, nej: 1, avstar: 0, utfall: 'ja', utslagsrost: false, lottning: false, jaBetyder: 'bifall till förslaget',
      }],
      reservationer: [{ av: [{ namn: 'Tora' }], tillFormanFor: 'eget yrkande', motivering: 'Pengarna behövs bättre', tid: null }],
      anteckningar: [{ slag: 'protokollsanteckning', av: [{ namn: 'Linus' }], text: 'Bra så', medgiven: null }], deltarInte: [], jav: [],
    });
    expect(paragrafer[1]).toMatchObject({
      beslutsgang: { text: 'Ordföranden prövar liggande förslag och finner att nämnden bifaller det.' }, deltarInte: [{ namn: 'Ester', parti: 'A', text: `${KANARIE} deltar inte` }],
      jav: [{ namn: 'Olga', parti: 'A', uppdrag: 'ledamot', grund: 'berord', text: `${KANARIE} syster`, ersattsAv: { namn: 'Ester' }, rad: 'Olga anmäler jäv och deltar inte i handläggningen eller beslutet. Ester tjänstgör.' }],
    });
  });
  it('är hemligt där punkten är det, och syns för alla när det är justerat där den är öppen', async () => {
    expect(await protokollet()).toBeNull();
    await vid('Justera', { datum: '2024-03-26', omedelbart: false, justerare: [P['Linus'], P['Tora']] });
    for (const by of [undefined, revisor]) {
      const text = JSON.stringify(await protokollet(by));
      expect(text).not.toContain(KANARIE);
      expect(text).not.toContain('anmäler jäv');
      expect((await protokollet(by)).paragrafer[1]).toEqual({ nummer: 11, bifallet: null, yrkanden: [], propositionsordning: [], beslutsgang: null, omrostningBegardAv: [], omrostningar: [], reservationer: [], anteckningar: [], deltarInte: [], jav: [] });
      expect((await protokollet(by)).paragrafer[0]).toMatchObject({ yrkanden: [{ text: 'Ingen brygga' }], omrostningar: [{ roster: [{ namn: 'Linus' }, {}, {}] }], beslutsgang: { text: expect.stringContaining('Toras (C) avslagsyrkande') } });
    }
    expect(await give('AntecknaYrkande', { punkt: punkter['Bryggan'], slag: 'bifall', av: [P['Olga']], text: 'x' }, mote)).toMatchObject({ kod: 'REDAN_JUSTERAD' });
  });
});

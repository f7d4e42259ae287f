import { isRefusal } from '@klubba/kernel';
import type { Inkallelse } from '@klubba/namnd';
import { specify } from '@klubba/kernel/spec';
import { borta, E, gor, historia, kalla, klubba, L, lagg, oppna, planera, punkt, REGLER, type Steg } from '../../test/exempel/mote';
import { sammantrade } from './sammantrade.decider';
import type { SammantradeEvent } from './sammantrade.events';
import type { Pass, Regler } from './sammantrade.projection';

const { given } = specify(sammantrade);
const DATUM = '2026-03-18';
const [ETT, TVA, TRE, FYRA] = ['Ett', 'Två', 'Tre', 'Fyra'].map(punkt) as [string, string, string, string];
/** L1–L6 are of group A and the rest of B; E1–E3 stand in line for A, E4 and E5 for B. The list is not in the order of the line. */
const inkallelse: Inkallelse = {
  platser: L.map((person, i) => ({ person, grupp: i < 6 ? 'A' : 'B' })), satt: 'grupp', gruppordning: ['A', 'B'],
  ersattare: E.slice(0, 5).map((person, i) => ({ person, grupp: i < 3 ? 'A' : 'B', ordning: i + 1 })).reverse(),
};
const valda = [...L.map((person, i) => ({ person, uppdrag: 'ledamot' as const, parti: 'A', ...(i === 0 && { roll: 'ordforande' as const }) })), ...E.slice(0, 5).map((person) => ({ person, uppdrag: 'ersattare' as const, parti: 'A' }))];
const oppet = (regler: Partial<Regler> = {}) => [
  planera({ datum: DATUM }), ...['Ett', 'Två', 'Tre', 'Fyra'].map((namn) => lagg(namn)), kalla({ datum: '2018-03-14' }), oppna({ datum: DATUM, underlag: { antalLedamoter: 11, omedelbarJustering: true, regler: { ...REGLER, ...regler } } }),
];
const upprop = (...narvarande: readonly string[]): Steg => gor('HallUpprop', { narvarande, underlag: { valda, inkallelse: { ...inkallelse, ersattare: [] } } } as never);
const antecknad = (uppdrag: 'ledamot' | 'ersattare') => (person: string, ...pass: readonly Partial<Pass>[]): Steg =>
  gor('AntecknaNarvaro', { person, pass: pass.map((ett) => ({ tjanstgor: true, ...ett })), underlag: { uppdrag: { uppdrag, parti: 'A' }, platser: L, inkallelse } } as never);
const [ledamot, ersattare] = [antecknad('ledamot'), antecknad('ersattare')];
type Hindret = { readonly kod: string; readonly allvar: string; readonly text: string; readonly lagrum?: string };
const hindren = (events: readonly SammantradeEvent[], { command }: Steg): readonly Hindret[] => {
  const { outcome } = given(...events).when(command);
  return isRefusal(outcome as object) ? (outcome as { hinder: readonly Hindret[] }).hinder : [];
};
const koder = (events: readonly SammantradeEvent[], steg: Steg): readonly string[] => hindren(events, steg).map(({ kod }) => kod);

describe('B2: vem som står först i inkallelseordningen', () => {
  const utan = (...ledamoter: readonly number[]) => (...ersattarna: readonly string[]) => historia(oppet(), upprop(...L.filter((_, i) => !ledamoter.includes(i + 1)), ...ersattarna));
  const fore = (forst: string, person: string): Hindret => ({ kod: 'INKALLELSEORDNING_FRANGAS', allvar: 'VARNING', text: `Enligt inkallelseordningen står {person:${forst}} före {person:${person}}. Ange skäl.` });
  it('B2: är den främste av dem som är där och inte redan tjänstgör, hur listan än är skriven', () => {
    expect(hindren(utan(6)(E[0]!, E[1]!, E[2]!), ersattare(E[2]!, { ersatter: L[5]! }))).toEqual([fore(E[0]!, E[2]!)]);
    expect(hindren(utan(6)(E[1]!, E[2]!), ersattare(E[2]!, { ersatter: L[5]! }))).toEqual([fore(E[1]!, E[2]!)]);
    expect(hindren(utan(6)(E[0]!, E[2]!), ersattare(E[0]!, { ersatter: L[5]! }))).toEqual([]);
    expect(hindren(utan(6)(E[2]!), ersattare(E[2]!, { ersatter: L[5]! }))).toEqual([]);
    const upptagen = historia(oppet(), upprop(...L.slice(0, 4), ...L.slice(6), E[0]!, E[1]!), ersattare(E[0]!, { ersatter: L[4]! }));
    expect(hindren(upptagen, ersattare(E[1]!, { ersatter: L[5]! }))).toEqual([]);
  });
  it('B2: är en ur platsens egen grupp före en ur en annan', () => {
    expect(hindren(utan(7)(E[0]!, E[3]!), ersattare(E[0]!, { ersatter: L[6]! }))).toEqual([fore(E[3]!, E[0]!)]);
    expect(hindren(utan(6)(E[0]!, E[3]!), ersattare(E[0]!, { ersatter: L[5]! }))).toEqual([]);
    expect(hindren(utan(6)(E[0]!, E[3]!), ersattare(E[3]!, { ersatter: L[5]! }))).toEqual([fore(E[0]!, E[3]!)]);
  });
  it('B2: frågas av varje ärende för sig, och inte av ett som har utgått', () => {
    const gar = ersattare(E[0]!, { tjanstgor: false, tillPunkt: TVA }, { ersatter: L[5]!, franPunkt: TRE });
    const bada = [...oppet(), upprop(...L.filter((_, i) => i !== 5), E[0]!, E[1]!), gar];
    expect(hindren(historia(bada), ersattare(E[1]!, { ersatter: L[5]!, tillPunkt: TVA }))).toEqual([fore(E[0]!, E[1]!)]);
    const tva = ersattare(E[1]!, { ersatter: L[5]!, franPunkt: TVA, tillPunkt: TVA });
    expect(koder(historia(bada), tva)).toEqual(['INKALLELSEORDNING_FRANGAS']);
    expect(koder(historia(bada, gor('DraUrPunkt', { punkt: TVA, skal: 'x' })), tva)).toEqual([]);
  });
});

describe('B3: en ledamot som avbryter sin tjänstgöring av annat skäl än jäv', () => {
  const P = L[5]!;
  const inne = (...mer: readonly (Steg | readonly Steg[])[]) => historia(oppet(), upprop(...L), ...mer);
  const avbrutet = (nar: string): readonly Hindret[] => [{ kod: 'AVBRUTEN_TJANSTGORING', allvar: 'STOPP', text: `{person:${P}} har avbrutit sin tjänstgöring ${nar} och får inte tjänstgöra igen under dagen (reglementet).`, lagrum: 'reglementet' }];
  const gickOchKom = ledamot(P, { till: '15:40' }, { fran: '16:30' });
  const jav = (namn: string, person = P, over: object = {}) => borta(namn, person, over);
  const alla = (...tider: readonly string[]) => ['Ett', 'Två', 'Tre', 'Fyra'].slice(0, tider.length).map((namn, i) => klubba(namn, { tid: tider[i]! }));

  it('B3: får inte komma åter, i vilken ordning passen än står; den som bara går får gå', () => {
    expect(hindren(inne(), gickOchKom)).toEqual(avbrutet('kl. 15:40'));
    expect(hindren(inne(), ledamot(P, { fran: '16:30' }, { till: '15:40' }))).toEqual(avbrutet('kl. 15:40'));
    expect(hindren(inne(), ledamot(P, { till: '15:40' }, { franPunkt: FYRA, tillPunkt: FYRA }, { fran: '16:30' }))).toEqual(avbrutet('kl. 15:40'));
    expect(hindren(inne(), ledamot(P, { franPunkt: TRE }, { tillPunkt: ETT }))).toEqual(avbrutet('efter ärende 1'));
    expect(hindren(inne(), ledamot(P, { tillPunkt: ETT }, { fran: '15:20', till: '15:30' }, { franPunkt: TRE }))).toEqual(avbrutet('efter ärende 1'));
    for (const pass of [{ till: '15:40' }, { tillPunkt: ETT }, { fran: '15:40' }, { franPunkt: TVA }]) expect([pass, hindren(inne(), ledamot(P, pass))]).toEqual([pass, []]);
    expect(hindren(inne(), ledamot(P, { tillPunkt: ETT }, { franPunkt: TVA }))).toEqual([]);
    expect(hindren(inne(), ledamot(P, { fran: '15:10' }, { fran: '15:40', till: '16:00' }))).toEqual([]);
  });
  it('B3: ett uppehåll för jäv är inget avbrott: bara det ärendet, bara den personen, och inget annat däremellan', () => {
    expect(hindren(inne(jav('Två')), gickOchKom)).toEqual([]);
    for (const annat of [jav('Två', P, { skal: 'annat' }), jav('Två', L[6]!)]) expect(hindren(inne(annat), gickOchKom)).toEqual(avbrutet('kl. 15:40'));
    const punkter = ledamot(P, { tillPunkt: ETT }, { franPunkt: FYRA });
    expect(hindren(inne(jav('Två')), punkter)).toEqual(avbrutet('efter ärende 1'));
    expect(hindren(inne(jav('Två'), jav('Tre', L[6]!)), punkter)).toEqual(avbrutet('efter ärende 1'));
    expect(hindren(inne(jav('Två'), jav('Tre')), punkter)).toEqual([]);
  });
  it('B3: när klubban har fallit frågas det vad som avgjordes däremellan', () => {
    const klart = inne(alla('15:10', '15:50', '16:30', '16:40'));
    expect(hindren(klart, gickOchKom)).toEqual(avbrutet('före kl. 15:50'));
    expect(hindren(inne(jav('Två'), alla('15:10', '15:50', '16:30', '16:40')), gickOchKom)).toEqual([]);
    expect(hindren(inne(jav('Två', P, { skal: 'annat' }), alla('15:10', '15:50', '16:30', '16:40')), gickOchKom)).toEqual(avbrutet('före kl. 15:50'));
    expect(hindren(klart, ledamot(P, { tillPunkt: ETT }, { franPunkt: TRE }))).toEqual(avbrutet('före kl. 15:50'));
    // Late, or gone before the end, is not broken off.
    for (const pass of [{ fran: '15:20' }, { till: '16:35' }, { fran: '15:20', till: '16:35' }, {}]) expect([pass, hindren(klart, ledamot(P, pass))]).toEqual([pass, []]);
  });
  it('B3: det som avgjordes när hen gick hör till uppehållet, det som avgjordes när hen kom gör det inte', () => {
    const javiga = (...tider: readonly string[]) => inne(jav('Ett'), alla(...tider));
    expect(hindren(javiga('15:40'), gickOchKom)).toEqual([]);
    expect(hindren(javiga('16:29', '16:30'), gickOchKom)).toEqual([]);
    for (const tid of ['15:39', '16:30']) expect([tid, hindren(javiga(tid), gickOchKom)]).toEqual([tid, avbrutet('kl. 15:40')]);
    // Neither served before nor after it, but one of them was no jäv.
    expect(hindren(javiga('15:45', '16:00'), gickOchKom)).toEqual(avbrutet('kl. 15:40'));
  });
  it('B3: ärendena räknas i den ordning klubban föll, och det som utgick räknas inte', () => {
    const omvant = inne(klubba('Tre', { tid: '15:10' }), klubba('Ett', { tid: '15:20' }), klubba('Två', { tid: '15:30' }));
    expect(hindren(omvant, ledamot(P, { till: '15:15' }, { fran: '15:25' }))).toEqual(avbrutet('före kl. 15:20'));
    const utgick = inne(gor('DraUrPunkt', { punkt: TVA, skal: 'x' }), klubba('Ett', { tid: '15:10' }), klubba('Två', { tid: '15:20', beslutstyp: 'utga' }), klubba('Tre', { tid: '15:30' }));
    expect(hindren(utgick, ledamot(P, { tillPunkt: ETT }, { franPunkt: TRE }))).toEqual([]);
    expect(hindren(inne(gor('DraUrPunkt', { punkt: TVA, skal: 'x' })), ledamot(P, { tillPunkt: ETT }, { franPunkt: TRE }))).toEqual([]);
  });
  it('B3: ajourneras sammanträdet till en annan dag tjänstgör hen då igen', () => {
    const natt = [klubba('Ett', { tid: '15:10' }), klubba('Två', { tid: '15:30' }), gor('AjourneraSammantrade', { tid: '16:00' }), gor('AterupptaSammantrade', { tid: '2026-03-19 09:00' })];
    const dagenEfter = [klubba('Tre', { tid: '2026-03-19 09:10' }), klubba('Fyra', { tid: '2026-03-19 09:20' })];
    for (const events of [inne(natt), inne(natt, dagenEfter)]) {
      expect(hindren(events, ledamot(P, { till: '15:15' }, { fran: '2026-03-19 09:00' }))).toEqual([]);
      expect(hindren(events, ledamot(P, { tillPunkt: ETT }, { franPunkt: TRE }))).toEqual([]);
    }
    expect(hindren(inne(natt, dagenEfter), ledamot(P, { till: '15:05' }, { fran: '15:20', till: '15:40' }))).toEqual(avbrutet('kl. 15:05'));
  });
});

describe('B3: en ledamot som kommer sent', () => {
  const [P, sent] = [L[10]!, { sentIntrade: false }];
  const borjat = (...klubbade: readonly Steg[]) => historia(oppet(sent), upprop(...L.slice(0, 10)), ...klubbade);
  const forst = klubba('Ett', { tid: '15:10' });
  it('B3: tjänstgör inte när reglementet inte medger det, sedan det första ärendet har avgjorts', () => {
    expect(hindren(borjat(forst), ledamot(P, { fran: '15:11' }))).toEqual([{ kod: 'SENT_INTRADE_EJ_TILLATET', allvar: 'STOPP', text: `{person:${P}} kom sedan sammanträdet hade börjat och får inte tjänstgöra (reglementet).`, lagrum: 'reglementet' }]);
    for (const pass of [{ franPunkt: TVA }, { franPunkt: TVA, tillPunkt: TRE }]) expect(koder(borjat(), ledamot(P, pass))).toEqual(['SENT_INTRADE_EJ_TILLATET']);
  });
  it('B3: men den som är där när det börjar, eller bara lyssnar, är inte sen', () => {
    expect(koder(borjat(forst), ledamot(P, { fran: '15:10' }))).toEqual([]);
    expect(koder(borjat(), ledamot(P, { fran: '15:20' }))).toEqual([]);
    for (const pass of [[{ franPunkt: ETT }], [{}], [{ tillPunkt: ETT }, { franPunkt: TVA }], []]) expect([pass, koder(borjat(), ledamot(P, ...pass))]).toEqual([pass, []]);
  });
});

describe('B3: platsen byts mellan ärendena', () => {
  const yrkat = (namn = 'Ett'): Steg => gor('AntecknaYrkande', { punkt: punkt(namn), slag: 'avslag', av: [L[1]!], text: 'x' });
  const utan = (...mer: readonly (Steg | readonly Steg[])[]) => historia(oppet(), upprop(...L.filter((_, i) => i !== 5), E[0]!), ...mer);
  const byte: readonly Hindret[] = [{ kod: 'BYTE_INOM_PUNKT', allvar: 'VARNING', text: 'Bytet sker medan ärende 1 behandlas. Tjänstgörande byts mellan ärendena, inte under dem (reglementet). Ange skäl.', lagrum: 'reglementet' }];
  const gar = ersattare(E[0]!, { ersatter: L[5]! });
  it('B3: inte under ett som har börjat: med ett yrkande, en propositionsordning, en begäran om omröstning', () => {
    for (const borjan of [yrkat(), gor('FaststallPropositionsordning', { punkt: ETT, steg: [{ mellan: [ETT], bifallet: ETT }] }), gor('BegarOmrostning', { punkt: ETT, av: [] })]) expect([borjan.command.type, hindren(utan(borjan), gar)]).toEqual([borjan.command.type, byte]);
    expect(hindren(utan(), gar)).toEqual([]);
    expect(hindren(utan(yrkat()), ersattare(E[0]!, { ersatter: L[5]!, franPunkt: TVA }))).toEqual([]);
  });
  it('B3: det som är avgjort eller har utgått behandlas inte längre', () => {
    expect(hindren(utan(yrkat(), klubba('Ett')), gar)).toEqual([]);
    expect(hindren(utan(yrkat(), gor('DraUrPunkt', { punkt: ETT, skal: 'x' })), gar)).toEqual([]);
  });
  it('B3: den som antecknas först i efterhand var där från början, om det inte sägs när hen kom', () => {
    const okand = historia(oppet(), upprop(...L.filter((_, i) => i !== 5)), yrkat());
    expect(hindren(okand, gar)).toEqual([]);
    expect(hindren(okand, ersattare(E[0]!, { ersatter: L[5]!, tillPunkt: TVA }))).toEqual([]);
    for (const borjan of [{ fran: '15:00' }, { franPunkt: ETT }]) expect([borjan, hindren(okand, ersattare(E[0]!, { ersatter: L[5]!, ...borjan }))]).toEqual([borjan, byte]);
  });
  it('B3: den som redan har platsen byter inte, men den som tar en annan gör det', () => {
    const pa = [gar, yrkat()];
    expect(hindren(utan(pa), ersattare(E[0]!, { ersatter: L[5]!, tillPunkt: ETT }, { ersatter: L[5]!, franPunkt: TVA }))).toEqual([]);
    const tva = historia(oppet(), upprop(...L.filter((_, i) => i !== 5 && i !== 4), E[0]!), pa);
    expect(hindren(tva, ersattare(E[0]!, { ersatter: L[4]! }))).toEqual(byte);
    expect(hindren(utan(pa), ersattare(E[0]!))).toEqual([]);
  });
  it('B4: vid jäv byts den under ärendet: för den jävige, vid det ärendet', () => {
    const jav = (namn: string, person: string, over: object = {}): Steg => borta(namn, person, over);
    const javig = (...mer: readonly Steg[]) => historia(oppet(), upprop(...L, E[0]!), yrkat(), ...mer);
    const for_ = ersattare(E[0]!, { ersatter: L[5]!, franPunkt: ETT, tillPunkt: ETT });
    expect(hindren(javig(jav('Ett', L[5]!)), for_)).toEqual([]);
    expect(koder(javig(jav('Ett', L[5]!, { skal: 'annat' })), for_)).toEqual(['BYTE_INOM_PUNKT']);
    expect(koder(utan(yrkat(), jav('Ett', L[4]!)), gar)).toEqual(['BYTE_INOM_PUNKT']);
    expect(koder(utan(yrkat(), jav('Två', L[5]!)), gar)).toEqual(['BYTE_INOM_PUNKT']);
  });
});

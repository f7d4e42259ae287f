import { isRefusal, seal } from '@klubba/kernel';
import type { Inkallelse } from '@klubba/namnd';
import { specify } from '@klubba/kernel/spec';
import { borta, dokument, E, ersattare, gor, hemlig, historia, kalla, klubba, L, lagg, oppna, planera, punkt, REGLER, type Steg, x } from '../../test/exempel/mote';
import { sammantrade } from './sammantrade.decider';
import type { SammantradeEvent } from './sammantrade.events';
import { narvaroPerPunkt } from './sammantrade.narvaro.projection';
import type { Regler } from './sammantrade.projection';

const { given } = specify(sammantrade);
const DATUM = '2026-03-18';
const oppet = (regler: Partial<Regler> = {}, datum = DATUM) =>
  [planera({ datum }), lagg('Ett'), hemlig('Två'), lagg('Tre'), kalla({ datum: '2018-03-14' }), oppna({ datum, underlag: { antalLedamoter: 11, omedelbarJustering: true, regler: { ...REGLER, ...regler } } })];
/** Eleven seats: L1–L6 in group A and the rest in B; E1–E3 in A, E4 and E5 in B. */
const inkallelse: Inkallelse = {
  platser: L.map((person, i) => ({ person, grupp: i < 6 ? 'A' : 'B' })), satt: 'grupp', gruppordning: ['A', 'B'],
  ersattare: E.slice(0, 5).map((person, i) => ({ person, grupp: i < 3 ? 'A' : 'B', ordning: i + 1 })),
};
const valda = [...L.map((person, i) => ({ person, uppdrag: 'ledamot' as const, parti: i < 6 ? 'A' : 'B', ...(i === 0 && { roll: 'ordforande' as const }) })), ...E.slice(0, 5).map((person, i) => ({ person, uppdrag: 'ersattare' as const, parti: i < 3 ? 'A' : 'B' }))];
const upprop = (narvarande: readonly string[], over: object = {}, skal?: Record<string, string>): Steg => gor('HallUpprop', { narvarande, underlag: { valda, inkallelse }, ...over } as never, skal);
const ledamot = (person: string, pass: object): Steg => gor('AntecknaNarvaro', { person, pass, underlag: { uppdrag: { uppdrag: 'ledamot', parti: 'A' }, platser: L, inkallelse } } as never);
const iStallet = (person: string, pass: object, skal?: Record<string, string>): Steg => gor('AntecknaNarvaro', { person, pass, underlag: { uppdrag: { uppdrag: 'ersattare', parti: 'A' }, platser: L, inkallelse } } as never, skal);
const kod = (events: readonly SammantradeEvent[], { command }: Steg) => {
  const { outcome } = given(...events).when(command);
  return isRefusal(outcome as object) ? (outcome as { hinder: readonly { kod: string; allvar: string }[] }).hinder.map((en) => `${en.allvar} ${en.kod}`) : (outcome as readonly SammantradeEvent[]).map(({ type }) => type);
};
const tjanst = (events: readonly SammantradeEvent[]): readonly (readonly [string, string | undefined])[] =>
  dokument(events).narvaro.flatMap(({ person, pass }) => pass.filter((en) => en.tjanstgor).map((en) => [person, en.ersatter] as const));

describe('Uppropet', () => {
  it('K4/B2: en ledamot är borta, gruppens första ersättare också: gruppens andra tjänstgör', () => {
    const events = historia(oppet(), upprop([...L.slice(0, 5), ...L.slice(6), E[1]!, E[3]!]));
    expect(tjanst(events).filter(([, ersatter]) => ersatter !== undefined)).toEqual([[E[1], L[5]]]);
    expect(dokument(events).narvaro.find(({ person }) => person === E[3])!.pass).toEqual([{ tjanstgor: false }]);
    expect(dokument(events).narvaro.find(({ person }) => person === L[5])!.pass).toEqual([]);
    expect(kod(events, klubba('Ett'))).toEqual(['BeslutFattat']);
  });
  it('B2: den som inte står först går in bara med skäl', () => {
    const svarar = [...L.slice(0, 5), ...L.slice(6), E[0]!, E[1]!];
    const val = { tjanstgor: [{ ersattare: E[1]!, ersatter: L[5]! }] };
    given(...historia(oppet())).when(upprop(svarar, val).command).thenRefused('INKALLELSEORDNING_FRANGAS', `Enligt inkallelseordningen står {person:${E[0]}} före {person:${E[1]}}. Ange skäl.`);
    const [fakta] = historia(oppet(), upprop(svarar, val, { INKALLELSEORDNING_FRANGAS: 'E1 åker snart' })).slice(-1);
    expect(fakta).toMatchObject({ type: 'UppropHallet', data: { avsteg: [{ kod: 'INKALLELSEORDNING_FRANGAS' }] } });
  });
  it('B2: samma ordning gäller den som går in senare, bland dem som är där och inte tjänstgör', () => {
    const hittills = historia(oppet(), upprop([...L, E[0]!, E[1]!]), klubba('Ett'), borta('Tre', L[5]!));
    const in_ = (person: string, skal?: Record<string, string>) => iStallet(person, [{ tjanstgor: true, ersatter: L[5]!, franPunkt: punkt('Tre'), tillPunkt: punkt('Tre') }], skal);
    given(...hittills).when(in_(E[1]!).command).thenWarned('INKALLELSEORDNING_FRANGAS');
    expect(kod(hittills, in_(E[1]!, { INKALLELSEORDNING_FRANGAS: 'Sjuk' }))).toEqual(['NarvaroAntecknad']);
    expect(kod(hittills, in_(E[0]!))).toEqual(['NarvaroAntecknad']);
  });
  it('hålls om före det första klubbslaget, och ersätter då sig självt', () => {
    const events = historia(oppet(), upprop([...L.slice(1), E[0]!]), upprop(L));
    expect(tjanst(events)).toEqual(L.map((person) => [person, undefined]));
    expect(dokument(events).narvaro.find(({ person }) => person === E[0])!.pass).toEqual([]);
    expect(dokument(events).narvaro).toHaveLength(L.length + 1);
    given(...historia(oppet(), upprop(L), klubba('Ett'))).when(upprop(L).command).thenRefused('UPPROPET_AR_FOR_SENT', 'Klubban har fallit. Anteckna var och en som kommer eller går.');
    given(...historia(oppet().slice(0, -1))).when(upprop(L).command).thenRefused('SAMMANTRADET_AR_EJ_OPPNAT');
  });
  it('antecknar var ledamot, och de ersättare som svarar eller har anmält förhinder', () => {
    const [de, pass] = [(person: string) => valda.find((en) => en.person === person)!, (...alla: object[]) => ({ pass: alla as never })];
    given(...historia(oppet())).when(upprop([...L.slice(0, 10), E[0]!, E[4]!], { franvarande: [{ person: E[1]! }, { person: L[10]!, skal: 'Sjuk' }] }).command).then({ type: 'UppropHallet', data: { antecknade: [
      ...L.slice(0, 10).map((person) => ({ ...de(person), ...pass({ tjanstgor: true }) })), { ...de(L[10]!), pass: [], franvaroskal: seal(`person:${L[10]}`, 'Sjuk') },
      { ...de(E[0]!), ...pass({ tjanstgor: false }) }, { ...de(E[1]!), pass: [] }, { ...de(E[4]!), ...pass({ tjanstgor: true, ersatter: L[10]! }) },
    ] } });
  });
  it('B2: en vakant plats går till den som står först, också när den som lämnade den svarar som ersättare', () => {
    const platser = [...inkallelse.platser.slice(0, 10), { person: E[3]!, grupp: 'B', vakant: true as const }];
    const vakans = (over: object = {}) => upprop([...L.slice(0, 10), E[3]!, E[4]!], { underlag: { valda: valda.filter(({ person }) => person !== L[10]), inkallelse: { ...inkallelse, platser } }, ...over });
    const passen = (steg: Steg) => [E[3]!, E[4]!].map((person) => dokument(historia(oppet(), steg)).narvaro.find((en) => en.person === person)!.pass);
    expect(passen(vakans())).toEqual([[{ tjanstgor: true, ersatter: E[3], vakant: true }], [{ tjanstgor: false }]]);
    const val = vakans({ tjanstgor: [{ ersattare: E[4]!, ersatter: E[3]! }] });
    expect(kod(historia(oppet()), val)).toEqual(['VARNING INKALLELSEORDNING_FRANGAS']);
    expect(passen({ command: { ...val.command, skal: { INKALLELSEORDNING_FRANGAS: 'Byte' } } as never })).toEqual([[{ tjanstgor: false }], [{ tjanstgor: true, ersatter: E[3], vakant: true }]]);
    // The others' seats are not vacant because one is.
    const borta1 = upprop([...L.slice(1, 10), E[0]!, E[3]!], { underlag: { valda, inkallelse: { ...inkallelse, platser } } });
    expect(dokument(historia(oppet(), borta1)).narvaro.find((en) => en.person === E[0])!.pass).toEqual([{ tjanstgor: true, ersatter: L[0] }]);
  });
  it('tar inte den som inte är vald, den som både svarar och är borta, eller en plats som är tagen', () => {
    const events = historia(oppet());
    const okand = `{person:${x(77)}} är varken ledamot eller ersättare i nämnden ${DATUM}.`;
    for (const fel of [upprop([x(77)]), upprop(L, { franvarande: [{ person: x(77) }] }), upprop(L.slice(1), { tjanstgor: [{ ersattare: x(77), ersatter: L[0]! }] })]) given(...events).when(fel.command).thenRefused('EJ_FORTROENDEVALD', okand);
    given(...events).when(upprop(L, { underlag: undefined }).command).thenRefused('NAMNDEN_FINNS_INTE', 'Nämnden finns inte.');
    given(...events).when(upprop(L, { franvarande: [{ person: L[0]! }] }).command).thenRefused('BADE_INNE_OCH_BORTA', `{person:${L[0]}} både svarar och är frånvarande.`);
    const utan = L.slice(1);
    const val = (...tjanstgor: readonly (readonly [string, string])[]) => upprop([...utan, E[0]!, E[1]!], { tjanstgor: tjanstgor.map(([en, ersatter]) => ({ ersattare: en, ersatter })) });
    given(...events).when(val([E[0]!, L[3]!]).command).thenRefused('PLATSEN_UPPTAGEN', `{person:${L[3]}} är närvarande och tjänstgör på sin plats.`);
    given(...events).when(val([E[0]!, x(78)]).command).thenRefused('PLATSEN_FINNS_INTE', `{person:${x(78)}} har ingen plats i nämnden att tjänstgöra på.`);
    given(...events).when(val([E[2]!, L[0]!]).command).thenRefused('EJ_ANTECKNAD', `{person:${E[2]}} har inte svarat vid uppropet.`);
    given(...events).when(val([L[4]!, L[0]!]).command).thenRefused('LEDAMOT_ERSATTER_INGEN', `{person:${L[4]}} är ledamot och tjänstgör på sin egen plats.`);
    given(...events).when(val([E[0]!, L[0]!], [E[1]!, L[0]!]).command).thenRefused('PLATSEN_UPPTAGEN', `Två kan inte tjänstgöra på {person:${L[0]}}s plats.`);
    const tva = (en: string, annan: string) => upprop([...L.slice(2), E[0]!, E[1]!], { tjanstgor: [{ ersattare: en, ersatter: L[0]! }, { ersattare: annan, ersatter: L[1]! }] });
    given(...events).when(tva(E[0]!, E[0]!).command).thenRefused('TVA_PLATSER', `{person:${E[0]}} kan inte tjänstgöra på två platser.`);
    expect(kod(events, tva(E[0]!, E[1]!))).toEqual(['UppropHallet']);
  });
  it('har skälen till dem som har anmält förhinder, förseglade under personen', () => {
    const events = historia(oppet(), upprop(L.slice(1), { franvarande: [{ person: L[0]!, skal: 'Sjuk' }] }));
    expect(dokument(events).narvaro[0]).toMatchObject({ person: L[0], pass: [], franvaroskal: { $plain: 'Sjuk', kid: `person:${L[0]}` } });
  });
});

describe('B3: att komma, gå och byta', () => {
  const inne = (regler: Partial<Regler> = {}) => [...oppet(regler), upprop([...L, E[0]!])];
  it('K4/B3: en ledamot går 15.40 till läkaren och kommer åter 16.30: STOPP, om reglementet inte säger annat', () => {
    const ater = ledamot(L[5]!, [{ tjanstgor: true, till: '15:40' }, { tjanstgor: true, fran: '16:30' }]);
    given(...historia(inne())).when(ater.command).thenRefused('AVBRUTEN_TJANSTGORING', `{person:${L[5]}} har avbrutit sin tjänstgöring kl. 15:40 och får inte tjänstgöra igen under dagen (reglementet).`, 'reglementet');
    expect(kod(historia(inne({ aterintrade: true })), ater)).toEqual(['NarvaroAntecknad']);
    expect(kod(historia(inne()), ledamot(L[5]!, [{ tjanstgor: true, till: '15:40' }, { tjanstgor: false, fran: '16:30' }]))).toEqual(['NarvaroAntecknad']);
  });
  it('B3: också när det står punkt för punkt, men inte för den som var jävig däremellan', () => {
    const runt = ledamot(L[5]!, [{ tjanstgor: true, tillPunkt: punkt('Ett') }, { tjanstgor: true, franPunkt: punkt('Tre') }]);
    given(...historia(inne())).when(runt.command).thenRefused('AVBRUTEN_TJANSTGORING', `{person:${L[5]}} har avbrutit sin tjänstgöring efter ärende 1 och får inte tjänstgöra igen under dagen (reglementet).`);
    expect(kod(historia(inne(), borta('Två', L[5]!)), runt)).toEqual(['NarvaroAntecknad']);
    expect(kod(historia(inne(), klubba('Ett'), klubba('Två', { tid: '15:20' }), klubba('Tre', { tid: '15:30' })), ledamot(L[5]!, [{ tjanstgor: true, tillPunkt: punkt('Ett') }, { tjanstgor: true, fran: '15:25' }]))).toContain('STOPP AVBRUTEN_TJANSTGORING');
  });
  it('B3: den som flyttar till distans utan uppehåll har inte avbrutit', () =>
    expect(kod(historia(inne({ distans: true })), ledamot(L[5]!, [{ tjanstgor: true, till: '15:40' }, { tjanstgor: true, fran: '15:40', distans: { bild: true, ljud: true, likaVillkor: true } }]))).toEqual(['NarvaroAntecknad']));
  it('B3: den som kommer sent tjänstgör om reglementet inte säger annat', () => {
    const sent = (regler: Partial<Regler>) => historia(oppet(regler), upprop(L.slice(0, 10)), klubba('Ett', { tid: '15:10' }));
    const in_ = ledamot(L[10]!, [{ tjanstgor: true, fran: '15:20' }]);
    expect(kod(sent({}), in_)).toEqual(['NarvaroAntecknad']);
    given(...sent({ sentIntrade: false })).when(in_.command).thenRefused('SENT_INTRADE_EJ_TILLATET', `{person:${L[10]}} kom sedan sammanträdet hade börjat och får inte tjänstgöra (reglementet).`);
  });
  it('B3: platsen byts mellan ärendena; inne i ett bara med skäl, och vid jäv utan', () => {
    const borjat = (regler: Partial<Regler> = {}) => [...inne(regler), ledamot(L[5]!, [{ tjanstgor: true, till: '15:05' }]), gor('AntecknaYrkande', { punkt: punkt('Ett'), slag: 'avslag', av: [L[1]!], text: 'x' })];
    const in_ = iStallet(E[0]!, [{ tjanstgor: true, ersatter: L[5]!, fran: '15:05' }]);
    given(...historia(borjat())).when(in_.command).thenWarned('BYTE_INOM_PUNKT');
    expect(kod(historia(borjat({ byteInomPunkt: true })), in_)).toEqual(['NarvaroAntecknad']);
    expect(kod(historia(borjat(), borta('Ett', L[5]!)), iStallet(E[0]!, [{ tjanstgor: true, ersatter: L[5]!, franPunkt: punkt('Ett'), tillPunkt: punkt('Ett') }]))).toEqual(['NarvaroAntecknad']);
  });
  it('B3: om ett sammanträde som öppnades utan inställningarna sägs inget', () =>
    expect(kod(historia(oppet().slice(0, -1), oppna({ datum: DATUM }), upprop(L)), ledamot(L[5]!, [{ tjanstgor: true, till: '15:40' }, { tjanstgor: true, fran: '16:30' }]))).toEqual(['NarvaroAntecknad']));
});

describe('B5: deltagande på distans', () => {
  const fullt = { bild: true, ljud: true, likaVillkor: true };
  const paDistans = (person: string, over: object = {}) => upprop(L, { distans: [{ person, ...fullt, ...over }] });
  it('K4/B5: fullmäktige beslutade 2020-06-15, sammanträdet är 2018-03-21: STOPP', () =>
    given(...historia(oppet({}, '2018-03-21'))).when(paDistans(L[3]!).command).thenRefused('DISTANS_EJ_TILLATEN', 'Deltagande på distans är inte tillåtet för denna nämnd: fullmäktigebeslut saknas (KL 6 kap. 24 §).', 'KL 6 kap. 24 §'));
  it('B5: utan bild, ljud eller lika villkor räknas ingen som närvarande', () => {
    const events = historia(oppet({ distans: true }));
    given(...events).when(paDistans(L[3]!, { bild: false }).command).thenRefused('DISTANS_EJ_LIKA_VILLKOR', 'Bild saknas – deltagaren räknas inte som närvarande.');
    given(...events).when(paDistans(L[3]!, { ljud: false }).command).thenRefused('DISTANS_EJ_LIKA_VILLKOR', 'Ljud saknas – deltagaren räknas inte som närvarande.');
    given(...events).when(paDistans(L[3]!, { likaVillkor: false }).command).thenRefused('DISTANS_EJ_LIKA_VILLKOR', 'Alla ser och hör inte varandra på lika villkor – deltagaren räknas inte som närvarande.');
  });
  it('B1: den som deltar på distans räknas som närvarande', () => {
    const sex = historia(oppet({ distans: true }), upprop(L.slice(0, 6), { distans: [{ person: L[5]!, ...fullt }] }));
    expect(kod(sex, klubba('Ett'))).toEqual(['BeslutFattat']);
    expect(narvaroPerPunkt(dokument(historia(oppet({ distans: true }), upprop(L.slice(0, 6), { distans: [{ person: L[5]!, ...fullt }] }), klubba('Ett'))))(L[5]!).distans).toContain(punkt('Ett'));
  });
  it('B5: i sekretessärenden bara om reglementet tillåter det; den som går ur räknas inte där', () => {
    const inne = historia(oppet({ distans: true }), paDistans(L[3]!));
    given(...inne).when(klubba('Två').command).thenRefused('DISTANS_EJ_I_SEKRETESS', `{person:${L[3]}} deltar på distans, och det är inte tillåtet i sekretessärenden (reglementet). Anteckna frånvaro vid ärende 2.`, 'reglementet');
    expect(kod(historia(oppet({ distans: true }), paDistans(L[3]!), borta('Två', L[3]!, { skal: 'annat' })), klubba('Två'))).toEqual(['BeslutFattat']);
    expect(kod(historia(oppet({ distans: true, distansSekretess: true }), paDistans(L[3]!)), klubba('Två'))).toEqual(['BeslutFattat']);
    expect(kod(historia(oppet({ distans: true }), upprop(L), klubba('Två')), ledamot(L[3]!, [{ tjanstgor: true, distans: fullt }]))).toContain('STOPP DISTANS_EJ_I_SEKRETESS');
  });
  it('B5: den som är med på distans utan att tjänstgöra är också där', () => {
    const lyssnar = historia(oppet({ distans: true }), upprop([...L, E[0]!], { distans: [{ person: E[0]!, ...fullt }] }));
    given(...lyssnar).when(klubba('Två').command).thenRefused('DISTANS_EJ_I_SEKRETESS');
    expect(kod(lyssnar, klubba('Ett'))).toEqual(['BeslutFattat']);
  });
  it('B5: en sluten omröstning på distans varnar', () => {
    const sluten = gor('AntecknaOmrostning', { punkt: punkt('Tre'), tid: '15:08', amne: 'val', motforslag: x(99), antal: { ja: 6, nej: 5, avstar: 0 } } as never);
    const events = historia(oppet({ distans: true }), paDistans(L[3]!), { ...gor('AntecknaYrkande', { punkt: punkt('Tre'), slag: 'eget_forslag', av: [L[1]!], text: 'x' }), namn: 'Y' });
    const yrkande = dokument(events).punkter[2]!.behandling!.yrkanden[0]!.yrkande;
    const { command } = sluten;
    given(...events).when({ ...command, data: { ...command.data, motforslag: yrkande } } as never).thenWarned('SLUTEN_OMROSTNING_PA_DISTANS');
    expect(kod(historia(oppet(), upprop(L), { ...gor('AntecknaYrkande', { punkt: punkt('Tre'), slag: 'eget_forslag', av: [L[1]!], text: 'x' }), namn: 'Y' }), { command: { ...command, data: { ...command.data, motforslag: yrkande } } as never })).toEqual(['OmrostningGenomford']);
  });
  it('B5: ersättaren på distans har platsen som ersättare', () =>
    expect(kod(historia(oppet({ distans: true }), upprop([...L.slice(1), E[0]!], { distans: [{ person: E[0]!, ...fullt }] })), ersattare(E[1]!, [{ tjanstgor: true, ersatter: L[0]! }]))).toContain('STOPP PLATSEN_UPPTAGEN'));
});

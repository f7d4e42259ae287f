import { seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { namnd, type NamndCommand } from './namnd.decider';
import type { NamndEvent } from './namnd.events';
import { inkallelseordning } from './namnd.inkallelse';

const id = '00000000-0000-4000-8000-0000000000aa';
const { given } = specify(namnd);
const p = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const s = (text: string) => seal(`namnd:${id}`, text);
const DAG = '2018-03-01';
const AELDRE = 'kommunallagen (1991:900)';

/** A nämnd of so many ledamöter, the first its chair, and one ersättare (100). */
const namnden = (antalLedamoter: number): readonly NamndEvent[] => [
  { type: 'NamndInrattad', data: { organ: 'SN', namn: s('Socialnämnden'), slag: 'namnd' } },
  { type: 'ReglementeFaststallt', data: {
    fran: '2015-01-01', antalLedamoter, kallelseDagar: 5, kallelseSlag: 'kalenderdagar', omedelbarJustering: true, diarieform: 'snedstreck_kolon', paragrafform: 'nummer', justeringssatt: 'underskrift', antalJusterare: 1,
    diariesiffror: 1, distans: false, distansSekretess: false, oppnaSammantraden: false, aterintrade: false, inkallelseordning: [{ parti: 'A', sedan: ['C', 'B'] }],
  } },
  ...Array.from({ length: antalLedamoter }, (_, i): NamndEvent => ({ type: 'ValdForUppdrag', data: { person: p(i + 1), uppdrag: 'ledamot', parti: i < 3 ? 'A' : 'B', ordning: i + 1, fran: '2015-01-01', ...(i === 0 && { roll: 'ordforande' }) } })),
  { type: 'ValdForUppdrag', data: { person: p(100), uppdrag: 'ersattare', parti: 'B', ordning: 1, fran: '2015-01-01' } },
];
const begar = (av: readonly string[], over: object = {}): NamndCommand => ({ type: 'BegarSammantrade', data: { av, datum: DAG, ...over } });
const begart = (av: readonly string[], datum = DAG): NamndEvent => ({ type: 'SammantradeBegart', data: { begaran: p(500), av, datum } });
const avsla: NamndCommand = { type: 'AvslaBegaran', data: { begaran: p(500), datum: '2018-03-05', skal: 'Inget brådskar' } };
const fran = (forsta: number, antal: number) => Array.from({ length: antal }, (_, i) => p(forsta + i));

describe('En begäran om sammanträde', () => {
  it('antecknar vilka som begär det och varför, var och en en gång', () => {
    const { outcome } = given(...namnden(5)).when(begar([p(2), p(2), p(3)], { skal: 'Budgeten' }));
    expect(outcome).toMatchObject([{ type: 'SammantradeBegart', data: { av: [p(2), p(3)], datum: DAG, skal: s('Budgeten') } }]);
  });
  it('kommer av förtroendevalda', () => {
    given(...namnden(5)).when(begar([p(77)])).thenRefused('EJ_FORTROENDEVALD', `{person:${p(77)}} är varken ledamot eller ersättare i nämnden ${DAG}.`);
    given(...namnden(5)).when(begar([])).thenRefused('NAMN_SAKNAS', 'Ange vilka som begär sammanträdet.');
    given(...namnden(5)).when(begar([p(2)], { begaran: p(501) })).thenRefused('BEGARAN_FINNS_INTE', 'Begäran om sammanträde finns inte.');
    given(...namnden(5)).when(begar([p(2)], { datum: '2018-02-30' })).thenRefused('DATUM_FINNS_INTE');
  });
  it('kan fler ansluta sig till, och några ta tillbaka', () => {
    given(...namnden(5), begart([p(2)])).when(begar([p(2), p(3)], { begaran: p(500) })).then(begart([p(3)]));
    given(...namnden(5), begart([p(2)])).when(begar([p(2)], { begaran: p(500) })).thenNothing();
    const ater: NamndCommand = { type: 'AterkallaBegaran', data: { begaran: p(500), av: [p(2), p(4)], datum: DAG } };
    given(...namnden(5), begart([p(2), p(3)])).when(ater).then({ type: 'BegaranAterkallad', data: { begaran: p(500), av: [p(2)], datum: DAG } });
    given(...namnden(5), begart([p(3)])).when(ater).thenRefused('HAR_EJ_BEGART', 'Ingen av dem står bakom begäran.');
  });
  it('är den som nämns, när det finns flera', () => {
    const andra: NamndEvent = { type: 'SammantradeBegart', data: { begaran: p(501), av: [p(4)], datum: DAG } };
    given(...namnden(5), begart([p(2)]), andra).when({ type: 'AterkallaBegaran', data: { begaran: p(501), av: [p(2), p(4)], datum: DAG } }).then({ type: 'BegaranAterkallad', data: { begaran: p(501), av: [p(4)], datum: DAG } });
  });
  it.each([[13, 4, false], [13, 5, true], [9, 3, true]])('A1: av %i ledamöter begär %i: att neka det stoppas: %s', (antal, av, stoppas) => {
    const nekas = given(...namnden(antal), begart(fran(2, av))).when(avsla);
    if (stoppas) nekas.thenRefused('SAMMANTRADE_MASTE_HALLAS', 'Minst en tredjedel av ledamöterna har begärt sammanträde. Sammanträdet måste hållas (KL 6 kap. 23 §).', 'KL 6 kap. 23 §');
    else nekas.then({ type: 'BegaranAvslagen', data: { begaran: p(500), datum: '2018-03-05', skal: s('Inget brådskar') } });
  });
  it('A1: av elva begär tre ledamöter och en ersättare: ersättaren räknas inte, och det kan nekas', () =>
    given(...namnden(11), begart([...fran(2, 3), p(100)])).when(avsla).then({ type: 'BegaranAvslagen', data: { begaran: p(500), datum: '2018-03-05', skal: s('Inget brådskar') } }));
  it('A1: ordförandens egen kan inte nekas', () =>
    given(...namnden(11), begart([p(1)])).when(avsla).thenRefused('SAMMANTRADE_MASTE_HALLAS', 'Ordföranden anser att sammanträdet behövs. Sammanträdet måste hållas (KL 6 kap. 23 §).'));
  it('A1: den som tagits tillbaka räknas inte', () =>
    expect(given(...namnden(9), begart(fran(2, 3)), { type: 'BegaranAterkallad', data: { begaran: p(500), av: [p(2)], datum: DAG } }).when(avsla).outcome).toHaveLength(1));
  it('A1, 0.2: före 2018 års kommunallag är lagrummet inte kontrollerat, så då varnas det bara', () => {
    const nekas = given(...namnden(9), begart(fran(2, 3), '2017-03-01')).when(avsla);
    nekas.thenWarned('SAMMANTRADE_MASTE_HALLAS');
    nekas.thenRefused('SAMMANTRADE_MASTE_HALLAS', `Minst en tredjedel av ledamöterna har begärt sammanträde. Sammanträdet måste hållas (${AELDRE}).`, AELDRE);
    expect(given(...namnden(9), begart(fran(2, 3), '2017-03-01')).when({ ...avsla, skal: { SAMMANTRADE_MASTE_HALLAS: 'Äldre lag' } } as NamndCommand).outcome).toHaveLength(1);
  });
  it('är uppfylld när sammanträdet är planerat, och avslagen en gång', () => {
    const planerat: NamndEvent = { type: 'BegartSammantradePlanerat', data: { begaran: p(500), sammantrade: p(600) } };
    given(...namnden(5), begart([p(2)])).when({ type: 'NoteraBegartSammantrade', data: { begaran: p(500), sammantrade: p(600) } }).then(planerat);
    given(...namnden(5), begart([p(2)]), planerat).when({ type: 'NoteraBegartSammantrade', data: { begaran: p(500), sammantrade: p(600) } }).thenNothing();
    given(...namnden(5), begart([p(2)]), planerat).when(avsla).thenRefused('BEGARAN_AR_UPPFYLLD');
    const avslagen: NamndEvent = { type: 'BegaranAvslagen', data: { begaran: p(500), datum: '2018-03-05', skal: s('x') } };
    given(...namnden(5), begart([p(2)]), avslagen).when(avsla).thenNothing();
    given(...namnden(5), begart([p(2)]), avslagen).when(begar([p(3)], { begaran: p(500) })).thenRefused('BEGARAN_AR_AVSLAGEN', 'Begäran avslogs 2018-03-05. Gör en ny.');
    const ater: NamndCommand = { type: 'AterkallaBegaran', data: { begaran: p(500), av: [p(2)], datum: DAG } };
    given(...namnden(5), begart([p(2)]), avslagen).when(ater).thenRefused('BEGARAN_AR_AVSLAGEN');
    given(...namnden(5), begart([p(2)]), planerat).when(ater).thenRefused('BEGARAN_AR_UPPFYLLD', 'Sammanträdet är planerat.');
    given(...namnden(5), begart([p(2)])).when({ ...avsla, data: { ...avsla.data, skal: ' ' } } as NamndCommand).thenRefused('SKAL_SAKNAS');
  });
});

describe('Reglementets inkallelseordning', () => {
  const vald = (n: number, parti: string, ordning: number) => ({ person: p(n), uppdrag: 'ersattare' as const, parti, ordning, fran: '2015-01-01' });
  it('B2: är partiets ersättare i sin ordning, och därefter de partier som reglementet nämner', () => {
    const uppdrag = [{ ...vald(1, 'A', 1), uppdrag: 'ledamot' as const }, vald(11, 'A', 2), vald(12, 'A', 1), vald(13, 'B', 1), vald(14, 'C', 1), vald(15, 'D', 1)];
    const reglementen = [{ fran: '2015-01-01', inkallelseordning: [{ parti: 'A', sedan: ['C', 'B'] }] }] as never;
    expect(inkallelseordning({ reglementen, uppdrag }, DAG, p(1))).toEqual([p(12), p(11), p(14), p(13)]);
    expect(inkallelseordning({ reglementen: [], uppdrag }, DAG, p(1))).toEqual([p(12), p(11)]);
    expect(inkallelseordning({ reglementen, uppdrag }, DAG, p(99))).toEqual([]);
  });
  it('B2: har en rad för varje parti', () => {
    const regler = { fran: '2019-01-01', antalLedamoter: 5, kallelseDagar: 5, kallelseSlag: 'kalenderdagar', omedelbarJustering: true, diarieform: 'snedstreck_kolon', paragrafform: 'nummer' } as const;
    given(...namnden(5)).when({ type: 'FaststallReglemente', data: { ...regler, inkallelseordning: [{ parti: 'A', sedan: [] }, { parti: 'A', sedan: ['B'] }] } }).thenRefused('PARTIET_TVA_GANGER', 'Varje parti har en rad i inkallelseordningen.');
    expect(given(...namnden(5)).when({ type: 'FaststallReglemente', data: { ...regler, inkallelseordning: [{ parti: 'A', sedan: [] }, { parti: 'B', sedan: ['A'] }] } }).outcome).toHaveLength(1);
  });
  it('A8: öppna sammanträden som regel förutsätter att fullmäktige har medgett dem', () => {
    const regler = { fran: '2019-01-01', antalLedamoter: 5, kallelseDagar: 5, kallelseSlag: 'kalenderdagar', omedelbarJustering: true, diarieform: 'snedstreck_kolon', paragrafform: 'nummer', oppetSomRegel: true } as const;
    given(...namnden(5)).when({ type: 'FaststallReglemente', data: regler }).thenRefused('OPPET_EJ_MEDGIVET', 'Nämnden kan hålla öppna sammanträden bara om fullmäktige har medgett det (KL 6 kap. 25 §).', 'KL 6 kap. 25 §');
    expect(given(...namnden(5)).when({ type: 'FaststallReglemente', data: { ...regler, oppnaSammantraden: true } }).outcome).toMatchObject([{ data: { oppetSomRegel: true } }]);
  });
});

describe('Årshjulet', () => {
  const satt = (over: object = {}): NamndCommand => ({ type: 'SattArshjulspost', data: { slag: 'arende', rubrik: 'Delårsrapport', manad: 9, fran: '2018-01-01', ...over } });
  const post: NamndEvent = { type: 'ArshjulspostSatt', data: { post: p(700), slag: 'arende', rubrik: s('Delårsrapport'), manad: 9, fran: '2018-01-01' } };
  it('har ärenden som återkommer en viss månad, eller vid ett visst sammanträde på året', () => {
    expect(given(...namnden(5)).when(satt()).outcome).toMatchObject([{ type: 'ArshjulspostSatt', data: { slag: 'arende', rubrik: s('Delårsrapport'), manad: 9, fran: '2018-01-01' } }]);
    expect(given(...namnden(5)).when(satt({ manad: undefined, mote: 2, till: '2022-12-31' })).outcome).toMatchObject([{ data: { mote: 2, till: '2022-12-31' } }]);
  });
  it('tar rimliga tal och dagar', () => {
    for (const fel of [{ mote: 2 }, { manad: undefined }]) given(...namnden(5)).when(satt(fel)).thenRefused('TALET_ORIMLIGT', 'Ange antingen månad (1–12) eller vilket sammanträde på året (1–60).');
    for (const fel of [{ manad: 13 }, { manad: 0 }, { manad: undefined, mote: 61 }, { manad: undefined, mote: 0 }]) given(...namnden(5)).when(satt(fel)).thenRefused('TALET_ORIMLIGT', 'Månaden är 1–12, och sammanträdets ordning på året 1–60.');
    for (const gar of [{ manad: 1 }, { manad: 12 }, { manad: undefined, mote: 1 }, { manad: undefined, mote: 60 }, { till: '2018-01-01' }]) expect(given(...namnden(5)).when(satt(gar)).outcome).toHaveLength(1);
    given(...namnden(5)).when(satt({ till: '2017-12-31' })).thenRefused('TILL_FORE_FRAN', 'Posten kan inte sluta 2017-12-31, före första dagen 2018-01-01.');
    given(...namnden(5)).when(satt({ fran: '2018-02-30' })).thenRefused('DATUM_FINNS_INTE');
  });
  it('kan ändras och strykas med skäl', () => {
    given(...namnden(5), post).when(satt({ post: p(700), rubrik: 'Delårsrapport två' })).then({ type: 'ArshjulspostSatt', data: { ...post.data, rubrik: s('Delårsrapport två') } as never });
    const stryk = (skal: string): NamndCommand => ({ type: 'StrykArshjulspost', data: { post: p(700), skal } });
    given(...namnden(5), post).when(stryk('Sker i bokslutet')).then({ type: 'ArshjulspostStruken', data: { post: p(700), skal: s('Sker i bokslutet') } });
    given(...namnden(5), post).when(stryk(' ')).thenRefused('SKAL_SAKNAS');
    given(...namnden(5)).when(stryk('x')).thenRefused('ARSHJULSPOSTEN_FINNS_INTE', 'Posten finns inte i årshjulet, eller är struken.');
    given(...namnden(5), post, { type: 'ArshjulspostStruken', data: { post: p(700), skal: s('x') } }).when(satt({ post: p(700) })).thenRefused('ARSHJULSPOSTEN_FINNS_INTE');
  });
  it('har kvar de andra posterna när en ändras eller stryks', () => {
    const annan: NamndEvent = { type: 'ArshjulspostSatt', data: { ...post.data, post: p(701) } as never };
    const stryk = (n: number): NamndCommand => ({ type: 'StrykArshjulspost', data: { post: p(n), skal: 'Sker i bokslutet' } });
    const struken = (n: number): NamndEvent => ({ type: 'ArshjulspostStruken', data: { post: p(n), skal: s('Sker i bokslutet') } });
    given(...namnden(5), annan, post, post).when(stryk(701)).then(struken(701));
    given(...namnden(5), annan, post, struken(700)).when(stryk(701)).then(struken(701));
    // Set twice it is one post, and struck it is gone.
    given(...namnden(5), post, post, struken(700)).when(stryk(700)).thenRefused('ARSHJULSPOSTEN_FINNS_INTE');
  });
});

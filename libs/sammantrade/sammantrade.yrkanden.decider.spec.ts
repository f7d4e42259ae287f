import { seal, streamId } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { avsluta, context, dokument, E, gor, historia, justera, kalla, klubba, L, lagg, ledamot, numrera, oppna, planera, punkt, type Steg, x } from '../../test/exempel/mote';
import { sammantrade } from './sammantrade.decider';

const { given } = specify(sammantrade);
const P = punkt('Taxa');
const mk = (text: string) => seal(`paragraf:${P}`, text);
const id = (namn: string): string => streamId('yrkande', context().by, context(namn).command);
const yrka = (namn: string, slag: string, av: readonly string[], over: object = {}, skal?: Record<string, string>): Steg => ({ ...gor('AntecknaYrkande', { punkt: P, slag, av, text: namn, ...over } as never, skal), namn });
const planerat = [planera(), lagg('Taxa', { slag: 'ovrigt' }), lagg('Sedan'), kalla()];
const oppet = [...planerat, oppna(), ...L.map((person) => ledamot(person))];
const medTva = [...oppet, yrka('nej', 'avslag', [L[10]!]), yrka('mer', 'andring', [L[9]!])];
const bifall = (over: object = {}) => klubba('Taxa', { beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Höjs.' }], bifallet: P, ...over });
const rosta = gor('AntecknaOmrostning', { punkt: P, tid: '15:08', slag: 'kontraproposition', huvudforslag: id('nej'), motforslag: id('mer'), roster: L.map((person, i) => ({ person, rost: i < 6 ? 'ja' : 'nej' })) } as never);
const ordning = (...steg: readonly object[]) => gor('FaststallPropositionsordning', { punkt: P, steg } as never);
const gang = (...steg: readonly object[]) => gor('AntecknaBeslutsgang', { punkt: P, typ: 'stegvis', steg } as never);
const justerat = historia(oppet, yrka('nej', 'avslag', [L[10]!]), bifall(), numrera('Taxa', 25), klubba('Sedan'), numrera('Sedan', 26), avsluta(), justera());

describe('Ett yrkande', () => {
  it('B7: antecknas med vem, vem som instämmer, text och motivering, var och en en gång', () => {
    given(...historia(oppet)).when(yrka('mer', 'eget_forslag', [L[3]!, L[3]!], { instammer: [L[4]!, L[4]!], motivering: 'För att', skriftligt: true }).command, context('mer'))
      .then({ type: 'YrkandeAntecknat', data: { punkt: P, klass: 'oppen', yrkande: id('mer'), slag: 'eget_forslag', av: [L[3]!], instammer: [L[4]!], text: mk('mer'), motivering: mk('För att'), skriftligt: true } });
    given(...historia(oppet)).when(yrka('mer', 'bifall', [L[3]!]).command, context('mer')).then({ type: 'YrkandeAntecknat', data: { punkt: P, klass: 'oppen', yrkande: id('mer'), slag: 'bifall', av: [L[3]!], text: mk('mer') } });
  });
  it('B7: ställs av någon, vid en punkt som finns, när sammanträdet är öppnat och paragrafen inte är justerad', () => {
    given(...historia(oppet)).when(yrka('x', 'bifall', []).command).thenRefused('NAMN_SAKNAS', 'Ange vem som yrkar.');
    given(...historia(oppet)).when({ ...yrka('x', 'bifall', []).command, skal: { NAMN_SAKNAS: 'Okänt' } } as never).thenRefused('NAMN_SAKNAS');
    given(...historia(oppet)).when(yrka('x', 'bifall', [L[0]!], { punkt: x(1) }).command).thenRefused('PUNKTEN_FINNS_INTE', 'Punkten finns inte på dagordningen.');
    given(...historia(planerat)).when(yrka('x', 'bifall', [L[0]!]).command).thenRefused('SAMMANTRADET_AR_EJ_OPPNAT', 'Sammanträdet är inte öppnat.');
    given(...justerat).when(yrka('x', 'bifall', [L[0]!]).command).thenRefused('REDAN_JUSTERAD', '§ 25 är justerad. Inget läggs till den.');
    expect(given(...historia(oppet, avsluta('17:00', { ARENDEN_EJ_AVGJORDA: 'x' }))).when(yrka('x', 'bifall', [L[0]!]).command).outcome).toHaveLength(1);
  });
  it('B7: ställs av dem som tjänstgör, annars med skäl; det gäller också den som instämmer', () => {
    const text = `{person:${E[0]}} tjänstgör inte vid ärende 1. Bara den som tjänstgör yrkar.`;
    given(...historia(oppet)).when(yrka('x', 'bifall', [E[0]!]).command).thenWarned('EJ_TJANSTGORANDE');
    for (const fel of [yrka('x', 'bifall', [E[0]!]), yrka('x', 'bifall', [L[0]!], { instammer: [E[0]!] })]) given(...historia(oppet)).when(fel.command).thenRefused('EJ_TJANSTGORANDE', text);
    expect(given(...historia(oppet)).when(yrka('x', 'bifall', [E[0]!], {}, { EJ_TJANSTGORANDE: 'Så stod det' }).command).outcome).toMatchObject([{ data: { avsteg: [{ kod: 'EJ_TJANSTGORANDE', skal: mk('Så stod det') }] } }]);
  });
  it('B8: om återremiss har en motivering, annars ett skäl', () => {
    given(...historia(oppet)).when(yrka('ater', 'aterremiss', [L[1]!]).command).thenWarned('MOTIVERING_SAKNAS');
    given(...historia(oppet)).when(yrka('ater', 'aterremiss', [L[1]!]).command).thenRefused('MOTIVERING_SAKNAS', 'En återremiss ska ha en motivering och ett uppdrag. Ange dem, eller skäl.');
    expect(given(...historia(oppet)).when(yrka('ater', 'aterremiss', [L[1]!], { motivering: 'Mer underlag' }).command).outcome).toHaveLength(1);
  });
});

describe('Att återkalla ett yrkande', () => {
  const ater = (namn: string, over: object = {}): Steg => gor('AterkallaYrkande', { yrkande: id(namn), ...over });
  it('B7: är ett faktum, en gång, och de andra står kvar', () => {
    given(...historia(medTva)).when(ater('nej', { skal: 'Löst' }).command).then({ type: 'YrkandeAterkallat', data: { punkt: P, klass: 'oppen', yrkande: id('nej'), skal: mk('Löst') } });
    given(...historia(medTva, ater('nej'))).when(ater('nej').command).thenNothing();
    given(...historia(medTva, ater('nej'))).when(ater('mer').command).then({ type: 'YrkandeAterkallat', data: { punkt: P, klass: 'oppen', yrkande: id('mer') } });
    given(...historia(medTva)).when(ater('okänt').command).thenRefused('YRKANDET_FINNS_INTE', 'Yrkandet finns inte vid punkten.');
    expect(dokument(historia(medTva, ater('nej'))).punkter[0]!.behandling!.yrkanden.map(({ aterkallat }) => aterkallat !== undefined)).toEqual([true, false]);
  });
  it('B7: går inte när det har ställts under omröstning, eller klubban har fallit', () => {
    for (const namn of ['nej', 'mer']) given(...historia(medTva, rosta)).when(ater(namn).command).thenRefused('FORSLAGET_PROVAT', 'Yrkandet är redan prövat och kan inte återkallas.');
    expect(given(...historia(medTva, yrka('till', 'tillagg', [L[8]!]), rosta)).when(ater('till').command).outcome).toHaveLength(1);
    given(...historia(medTva, bifall())).when(ater('nej').command).thenRefused('FORSLAGET_PROVAT');
    given(...justerat).when(ater('nej').command).thenRefused('REDAN_JUSTERAD');
  });
});

describe('Propositionsordning och beslutsgång', () => {
  it('B7: propositionsordningen är förslag som finns, steg för steg', () => {
    given(...historia(medTva)).when(ordning({ mellan: [P, id('nej'), P] }, { text: 'sedan resten' }).command).then({ type: 'PropositionsordningFaststalld', data: { punkt: P, klass: 'oppen', steg: [{ mellan: [P, id('nej')] }, { text: mk('sedan resten') }] } });
    for (const fel of [{}, { mellan: [] }, { bifallet: P, text: 'x' }]) given(...historia(medTva)).when(ordning(fel).command).thenRefused('STEGET_AR_TOMT', 'Ett steg anger förslagen som ställs mot varandra, eller hur det skrivs.');
    given(...historia(medTva)).when(ordning({ mellan: [P, id('mer')] }, { mellan: [P], bifallet: id('nej') }).command).thenRefused('STEGET_AR_TOMT', 'Det förslag som bifalls är ett av dem som ställs mot varandra.');
    given(...historia(medTva)).when(ordning({ mellan: [P, id('okänt')] }).command).thenRefused('YRKANDET_FINNS_INTE', 'Yrkandet finns inte vid punkten.');
    given(...historia(medTva, gor('AterkallaYrkande', { yrkande: id('nej') }))).when(ordning({ mellan: [P, id('nej')] }).command).thenRefused('YRKANDET_ATERKALLAT', 'Yrkandet är återkallat och ställs inte under proposition.');
    expect(given(...historia(medTva, gor('AterkallaYrkande', { yrkande: id('nej') }))).when(ordning({ mellan: [P, id('mer')] }).command).outcome).toHaveLength(1);
    given(...justerat).when(ordning({ text: 'x' }).command).thenRefused('REDAN_JUSTERAD');
    const slut = (...steg: readonly Steg[]) => historia(medTva, steg, bifall(), numrera('Taxa', 25), klubba('Sedan'), numrera('Sedan', 26), avsluta());
    expect(given(...slut(ordning({ text: 'x' }))).when(justera().command).outcome).toHaveLength(1);
    given(...slut(ordning({ text: 'x' }), ordning())).when(justera().command).thenRefused('PARAGRAF_SAKNAR_FALT', '§ 25 saknar propositionsordning (KL 5 kap. 67 §).');
  });
  it('B7: beslutsgången slutar i det förslag som klubban föll för', () => {
    const mot = (bifallet: string) => gang({ mellan: [id('nej'), id('mer')], bifallet: id('nej') }, { mellan: [P, id('nej')], bifallet });
    given(...historia(medTva, bifall())).when(mot(P).command).then({ type: 'BeslutsgangAntecknad', data: { punkt: P, klass: 'oppen', typ: 'stegvis', steg: [{ mellan: [id('nej'), id('mer')], bifallet: id('nej') }, { mellan: [P, id('nej')], bifallet: P }] } });
    given(...historia(medTva, bifall())).when(mot(id('nej')).command).thenRefused('BESLUTET_STAMMER_INTE', 'Beslutsgången slutar i ett annat förslag än det som klubban föll för i ärende 1.');
    given(...historia(medTva, bifall())).when(gang({ mellan: [P, id('nej')], bifallet: id('nej') }).command).thenRefused('BESLUTET_STAMMER_INTE');
    expect(given(...historia(medTva, bifall())).when(gang({ text: 'Som det står' }).command).outcome).toHaveLength(1);
    expect(given(...historia(medTva, mot(id('nej')))).when(klubba('Taxa', { beslutstyp: 'avsla', beslutspunkter: [{ text: 'Avslås.' }] }).command).outcome).toMatchObject([{ data: { bifallet: id('nej') } }]);
  });
});

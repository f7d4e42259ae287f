import { isRefusal, streamId } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { avsluta, gor, historia, justera, kalla, klubba, L, lagg, ledamot, numrera, oppna, planera, punkt, type Steg } from '../../test/exempel/mote';
import { sammantrade } from './sammantrade.decider';
import type { SammantradeEvent } from './sammantrade.events';

const { given } = specify(sammantrade);
const alla = L.map((person) => ledamot(person));
const SLAG = { Remiss: 'remissvar', Sarah: 'lex_sarah', Kontroll: 'internkontrollplan', Delegation: 'delegationsordning', Rapport: 'information', Reglemente: 'arende', Taxa: 'arende' } as const;
const oppet = [planera(), ...Object.entries(SLAG).map(([namn, slag]) => lagg(namn, { slag, utanDiarienummer: true, kraverKf: namn === 'Reglemente' })), kalla(), oppna(), ...alla];
const utfallet = (events: readonly SammantradeEvent[], { command }: Steg): readonly string[] => {
  const outcome = given(...events).when(command).outcome as object;
  return isRefusal(outcome) ? outcome.hinder.map(({ kod, allvar }) => `${allvar} ${kod}`) : (outcome as readonly SammantradeEvent[]).map(({ type }) => type);
};
const slut = avsluta('17:00', { ARENDEN_EJ_AVGJORDA: 'x' });

describe('Verben', () => {
  it('B12: information läggs till handlingarna; en remiss, lex Sarah-bedömning, internkontrollplan eller delegationsordning bara med skäl', () => {
    const lagt = (namn: string): Steg => klubba(namn, { beslutstyp: 'lagga_till_handlingarna', beslutspunkter: [{ text: 'Läggs till handlingarna.' }] });
    expect(utfallet(historia(oppet), lagt('Rapport'))).toEqual(['BeslutFattat']);
    for (const namn of ['Remiss', 'Sarah', 'Kontroll', 'Delegation']) expect([namn, utfallet(historia(oppet), lagt(namn))]).toEqual([namn, ['VARNING LAGGS_TILL_HANDLINGARNA']]);
    given(...historia(oppet)).when(lagt('Kontroll').command).thenRefused('LAGGS_TILL_HANDLINGARNA', 'En internkontrollplan kräver ett ställningstagande i sak. Ange skäl till att ärende 3 läggs till handlingarna.');
    expect(utfallet(historia(oppet), klubba('Remiss', { beslutstyp: 'lagga_till_handlingarna', beslutspunkter: [{ text: 'x' }] }, { LAGGS_TILL_HANDLINGARNA: 'Remissen är återkallad' }))).toEqual(['BeslutFattat']);
    expect(utfallet(historia(oppet), klubba('Remiss', { beslutstyp: 'avge_yttrande', beslutspunkter: [{ text: 'Svaret lämnas.' }] }))).toEqual(['BeslutFattat']);
  });

  const bifall = (text = 'Förvaltningens förslag bifalls.'): Steg => klubba('Taxa', { beslutstyp: 'bifalla', beslutspunkter: [{ text }] });
  const justerat = (...steg: readonly Steg[]) => utfallet(historia(oppet, steg, numrera('Taxa', 25), slut), justera());
  it('B12: ett bifall enligt förslag förutsätter att förslaget står i protokollet eller är bifogat', () => {
    for (const text of ['Förslaget bifalls.', 'Nämnden bifaller förvaltningens förslag.', 'Bifall enligt liggande förslag.', 'I enlighet med arbetsutskottets förslag.']) expect([text, justerat(bifall(text))]).toEqual([text, ['VARNING FORSLAGETS_TEXT_SAKNAS']]);
    expect(justerat(bifall('Taxan höjs.'))).toEqual(['ParagraferJusterade']);
    expect(justerat(klubba('Taxa', { beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Förslaget bifalls.' }, { text: 'Taxan gäller från den 1 maj.' }] }))).toEqual(['VARNING FORSLAGETS_TEXT_SAKNAS']);
    expect(justerat(klubba('Taxa', { beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Så beslutas.' }], enligtForslag: true }))).toEqual(['VARNING FORSLAGETS_TEXT_SAKNAS']);
    const events = historia(oppet, bifall(), numrera('Taxa', 25), slut);
    expect(utfallet(events, justera({ underlag: { bifogade: [punkt('Taxa')] } }))).toEqual(['ParagraferJusterade']);
    given(...events).when(justera().command).thenRefused('FORSLAGETS_TEXT_SAKNAS', '§ 25 bifaller ett förslag vars text varken står i protokollet eller är bifogad. Skriv ut eller bifoga det, eller ange skäl.');
  });
  it('B12: förslaget på dagordningen räcker, och ett yrkande som vann', () => {
    const med = [planera(), lagg('Taxa', { slag: 'arende', utanDiarienummer: true, forslag: [{ text: 'Taxan höjs.' }] }), kalla(), oppna(), ...alla];
    expect(utfallet(historia(med, bifall(), numrera('Taxa', 25), slut), justera())).toEqual(['ParagraferJusterade']);
    const yrkat = gor('AntecknaYrkande', { punkt: punkt('Taxa'), slag: 'andring', av: [L[3]!], text: 'Taxan höjs till 210 kronor.' });
    const vann = streamId('yrkande', '00000000-0000-4000-8000-0000000000bb', '00000000-0000-4000-8000-000000004000');
    const enligt = (bifallet: string): Steg => klubba('Taxa', { beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Bifall enligt förslag.' }], bifallet });
    expect(justerat(yrkat, enligt(vann))).toEqual(['ParagraferJusterade']);
    expect(justerat(yrkat, enligt(punkt('Taxa')))).toEqual(['VARNING FORSLAGETS_TEXT_SAKNAS']);
  });
  it('B12: bara ett bifall hänvisar till ett förslag för sina ord', () =>
    expect(justerat(klubba('Taxa', { beslutstyp: 'besluta', beslutspunkter: [{ text: 'Taxan höjs i enlighet med förvaltningens förslag.' }] }))).toEqual(['ParagraferJusterade']));
});

describe('Ett ärende som är fullmäktiges', () => {
  const R = punkt('Reglemente');
  const foresla = (over: object = {}): Steg => klubba('Reglemente', { beslutstyp: 'foresla_kf', beslutspunkter: [{ text: 'Kommunfullmäktige antar reglementet.', verb: 'föreslår', subjekt: 'nämnden' }], ...over });
  const avgor = { text: 'Socialnämnden antar reglementet.' };
  it('D6: varje verb som avgör det stoppas; att föreslå, yttra sig, lämna över, återremittera och bordlägga går', () => {
    for (const beslutstyp of ['besluta', 'bifalla', 'avsla', 'godkanna', 'anta', 'faststalla', 'stalla_sig_bakom', 'lagga_till_handlingarna', 'avskriva', 'avvisa', 'utse', 'uppdra_at', 'ge_ordforanden_i_uppdrag'] as const) expect([beslutstyp, utfallet(historia(oppet), foresla({ beslutstyp }))]).toEqual([beslutstyp, ['STOPP AVGORS_AV_KF']]);
    for (const beslutstyp of ['foresla_ks', 'foresla_kf', 'avge_yttrande', 'overlamna', 'aterremittera', 'bordlagga', 'notera', 'inget_beslut', 'faststallas_av_kf'] as const) expect([beslutstyp, utfallet(historia(oppet), foresla({ beslutstyp }))]).toEqual([beslutstyp, ['BeslutFattat']]);
  });
  it('D6: en punkt med eget verb avgör det inte heller', () => {
    expect(utfallet(historia(oppet), foresla({ beslutspunkter: [{ text: 'Antas.', beslutstyp: 'foresla_kf' }, { text: 'Gäller genast.', beslutstyp: 'anta' }] }))).toEqual(['STOPP AVGORS_AV_KF']);
    expect(utfallet(historia(oppet), foresla({ beslutspunkter: [{ text: 'Antas.', beslutstyp: 'foresla_kf' }, { text: 'Svaret lämnas.', beslutstyp: 'avge_yttrande' }] }))).toEqual(['BeslutFattat']);
  });
  it('D6, M38: ord som låter nämnden avgöra det kräver skäl: vid klubbslaget, när beslutet skrivs ut, kompletteras och rättas', () => {
    const varnar = ['VARNING PUNKTEN_AVGOR_KF_ARENDET'];
    expect(utfallet(historia(oppet), foresla({ beslutspunkter: [avgor] }))).toEqual(varnar);
    expect(utfallet(historia(oppet), foresla({ beslutspunkter: [{ text: 'Reglementet.', verb: 'antar', subjekt: 'Socialnämnden' }] }))).toEqual(varnar);
    expect(utfallet(historia(oppet), foresla({ beslutspunkter: [{ text: 'Socialnämnden beslutar att föreslå kommunfullmäktige att anta reglementet.' }, { text: 'Paragrafen justeras omedelbart.', omedelbarJustering: true }] }))).toEqual(['BeslutFattat']);
    expect(utfallet(historia(oppet), foresla({ beslutspunkter: [{ text: 'Kommunstyrelsen godkänner planen.' }] }))).toEqual(['BeslutFattat']);
    const utan = historia(oppet, foresla({ beslutspunkter: [] }));
    expect(utfallet(utan, gor('SkrivUtBeslut', { punkt: R, beslutspunkter: [avgor] }))).toEqual(varnar);
    expect(utfallet(utan, gor('SkrivUtBeslut', { punkt: R, beslutspunkter: [{ text: 'x', beslutstyp: 'anta' }] }))).toEqual(['STOPP AVGORS_AV_KF']);
    const fattat = historia(oppet, foresla());
    expect(utfallet(fattat, gor('KompletteraBeslut', { punkt: R, beslutspunkter: [avgor], skal: 'Förtydligat' }))).toEqual(varnar);
    expect(utfallet(fattat, gor('RattaForeJustering', { punkt: R, beslutspunkt: 1, text: avgor.text, slag: 'skrivfel', skal: 'x' }))).toEqual(varnar);
    expect(utfallet(fattat, gor('RattaForeJustering', { punkt: R, beslutspunkt: 1, text: 'Kommunfullmäktige antar reglementet den 1 maj.', slag: 'skrivfel', skal: 'x' }))).toEqual(['BeslutstextRattad']);
  });
  it('D6, M38: det är punktens egna ord som säger om nämnden avgör: inte att den föreslår, lämnar över, justerar omedelbart eller talar om ett annat organ', () => {
    const varnar = (...beslutspunkter: readonly object[]) => utfallet(historia(oppet), foresla({ beslutspunkter }))[0] === 'VARNING PUNKTEN_AVGOR_KF_ARENDET';
    expect(varnar({ text: 'reglementet.', verb: ' Antar' })).toBe(true);
    expect(varnar({ text: 'att reglementet antas.', verb: 'beslutar', subjekt: 'kommunstyrelsen' })).toBe(false);
    expect(varnar({ text: 'föreslå att reglementet antas.', verb: 'beslutar' })).toBe(false);
    expect(varnar({ text: 'att fullmäktige ska anta reglementet.', verb: 'beslutar' })).toBe(false);
    expect(varnar({ text: 'Socialnämnden antar reglementet, och överlämnar det.' })).toBe(false);
    expect(varnar({ text: 'Socialnämnden godkänner att paragrafen undertecknas genast.', omedelbarJustering: true })).toBe(false);
    expect(varnar({ text: 'Socialnämnden godkänner att paragrafen undertecknas genast.' })).toBe(true);
    expect(varnar({ ...avgor, subjekt: 'Kommunstyrelsen' })).toBe(false);
  });
  it('D6, M38: varningen räknar upp punkterna, och det som fullmäktige ska fastställa varnar inte', () => {
    given(...historia(oppet)).when(foresla({ beslutspunkter: [avgor, { text: 'Kommunfullmäktige antar reglementet.' }, avgor] }).command)
      .thenRefused('PUNKTEN_AVGOR_KF_ARENDET', 'Ärendet avgörs av kommunfullmäktige, men beslutspunkt 1, 3 är skriven som om nämnden avgjorde det. Skriv den som ett förslag, eller ange skäl.', 'KL 5 kap. 1 §');
    expect(utfallet(historia(oppet), foresla({ beslutstyp: 'faststallas_av_kf', beslutspunkter: [avgor] }))).toEqual(['BeslutFattat']);
  });
  it('D6: läses det in står det som ett brott', () => {
    const last = gor('LasInBeslut', { punkt: R, tid: '15:10', beslutstyp: 'anta', beslutspunkter: [avgor], kalla: 'Protokollet', startdatum: '2020-01-01', nummer: { ar: 2018, nr: 25 } });
    expect(given(...historia(oppet)).when(last.command).outcome).toMatchObject([{ type: 'BeslutInlast', data: { brott: [{ kod: 'AVGORS_AV_KF', lagrum: 'KL 5 kap. 1 §' }] } }]);
  });
});

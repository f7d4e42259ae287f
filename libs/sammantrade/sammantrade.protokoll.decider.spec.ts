import { isRefusal, seal, streamId } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { avsluta, context, dokument, E, gor, historia, justera, kalla, klubba, L, lagg, ledamot, MOTE, numrera, oppna, planera, punkt, type Steg, x } from '../../test/exempel/mote';
import { sammantrade } from './sammantrade.decider';
import type { SammantradeEvent } from './sammantrade.events';

const { given } = specify(sammantrade);
const alla = L.map((person) => ledamot(person));
const [T, I] = [punkt('Taxa'), punkt('Info')];
const mote = [
  planera(), lagg('Taxa', { slag: 'arende', utanDiarienummer: true }), lagg('Info'), kalla(), oppna(), ...alla, gor('UtseJusterare', { person: L[1]!, ersattare: L[2]! }),
  klubba('Taxa', { beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Taxan höjs.' }] }), numrera('Taxa', 25), klubba('Info'), numrera('Info', 26),
];
const avslutat = [...mote, avsluta()];
const skicka = (over: object = {}, skal?: Record<string, string>): Steg => gor('SkickaForJustering', { omedelbart: false, datum: '2018-03-23', justerare: [L[0]!, L[1]!], ...over }, skal);
const komplettera = gor('KompletteraBeslut', { punkt: T, beslutspunkter: [{ text: 'Taxan höjs med 3 procent.' }, { text: 'Höjningen gäller från maj.' }], skal: 'Procentsatsen föll bort' });
const utfallet = (events: readonly SammantradeEvent[], { command }: Steg): readonly string[] => {
  const outcome = given(...events).when(command).outcome as object;
  return isRefusal(outcome) ? outcome.hinder.map(({ kod, allvar }) => `${allvar} ${kod}`) : (outcome as readonly SammantradeEvent[]).map(({ type }) => type);
};

describe('Beslutets ord fram till justeringen', () => {
  it('C3, M12: kompletteras med ett nytt faktum var gång, tills protokollet skickas för justering; sedan rättas bara skrivfel', () => {
    const kid = `paragraf:${T}`;
    given(...historia(avslutat)).when(komplettera.command).then({
      type: 'BeslutKompletterat', data: { punkt: T, klass: 'oppen', beslutspunkter: [{ text: seal(kid, 'Taxan höjs med 3 procent.') }, { text: seal(kid, 'Höjningen gäller från maj.') }], skal: seal(kid, 'Procentsatsen föll bort') },
    });
    expect(dokument(historia(avslutat, komplettera)).punkter[0]!.beslut!.beslutspunkter).toHaveLength(2);
    const skickat = historia(avslutat, skicka());
    given(...skickat).when(komplettera.command).thenRefused('SKICKAT_FOR_JUSTERING', 'Protokollet med § 25 skickades för justering 2018-03-23. Texten kompletteras inte längre: rätta skrivfel, eller återkalla protokollet från justeringen.');
    expect(utfallet(skickat, gor('RattaForeJustering', { punkt: T, beslutspunkt: 1, text: 'Taxan höjs!', slag: 'skrivfel', skal: 'Tecknet' }))).toEqual(['BeslutstextRattad']);
    expect(utfallet(skickat, gor('RattaForeJustering', { punkt: T, beslutspunkt: 1, text: 'Taxan sänks.', slag: 'saklig', skal: 'x' }))).toEqual(['STOPP BESLUTSTEXT_ANDRAD']);
    expect(utfallet(historia(avslutat, skicka(), gor('AterkallaFranJustering', { omgang: 1, skal: 'En summa saknas' })), komplettera)).toEqual(['BeslutKompletterat']);
    expect(utfallet(historia(avslutat, skicka(), justera()), komplettera)).toEqual(['STOPP REDAN_JUSTERAD']);
  });
  it('C3: skickas ett protokoll står orden fast i det, inte i de andra', () => {
    const tva = (omgang: number) => historia(avslutat, gor('UpprattaProtokoll', { omedelbar: false, punkter: [T] }), gor('UpprattaProtokoll', { omedelbar: false, punkter: [I] }), skicka({ omgang }));
    expect(utfallet(tva(1), komplettera)).toEqual(['STOPP SKICKAT_FOR_JUSTERING']);
    expect(utfallet(tva(2), komplettera)).toEqual(['BeslutKompletterat']);
  });
  it('C3: det som inte är utskrivet kompletteras inte, det skrivs ut; och klubban har fallit', () => {
    expect(utfallet(historia(avslutat), gor('KompletteraBeslut', { punkt: I, beslutspunkter: [{ text: 'x' }], skal: 'x' }))).toEqual(['STOPP EJ_AVGJORD']);
    expect(utfallet(historia(mote.slice(0, -4)), komplettera)).toEqual(['STOPP EJ_AVGJORD']);
    expect(utfallet(historia(avslutat, skicka()), gor('SkrivUtBeslut', { punkt: I, beslutspunkter: [{ text: 'x' }] }))).toEqual(['STOPP SKICKAT_FOR_JUSTERING']);
  });
});

describe('Ett protokoll som skickas för justering', () => {
  it('upprättas om det inte redan är det, med de utsedda om inga andra nämns', () => {
    given(...historia(avslutat)).when(skicka().command).then({ type: 'ProtokollSkickatForJustering', data: { omgang: 1, omedelbar: false, punkter: [T, I], justerare: [L[0]!, L[1]!], datum: '2018-03-23' } });
    expect(given(...historia(avslutat)).when(skicka({ justerare: undefined }).command).outcome).toMatchObject([{ data: { justerare: [L[1]!, L[2]!] } }]);
    const upprattat = historia(avslutat, gor('UpprattaProtokoll', { omedelbar: false, punkter: [I] }));
    expect(given(...upprattat).when(skicka({ omgang: 1 }).command).outcome).toMatchObject([{ data: { omgang: 1, punkter: [I] } }]);
    expect(dokument(historia(avslutat, skicka(), justera())).omgangar).toMatchObject([{ omgang: 1, skickad: '2018-03-23', datum: '2018-04-04' }]);
  });
  it('C1: allt som en paragraf saknar stoppar på en gång', () => {
    const yrka = (av: string, slag: 'avslag' | 'andring', id: number): Steg => ({ ...gor('AntecknaYrkande', { punkt: T, slag, av: [av], text: 'x' }), namn: `yrkande ${id}` });
    const brister = historia(
      mote.slice(0, -4), yrka(L[3]!, 'avslag', 1), yrka(L[4]!, 'andring', 2), gor('FattaBeslut', { punkt: T, tid: '15:10', beslutstyp: 'bifalla', beslutspunkter: [], bifallet: T }), numrera('Taxa', 25), klubba('Info', { beslutstyp: 'notera' }), numrera('Info', 26), avsluta(),
    );
    const outcome = given(...brister).when(skicka().command).outcome;
    expect(isRefusal(outcome) && outcome.hinder.map(({ text, lagrum, allvar }) => [allvar, text, lagrum])).toEqual([
      ['STOPP', '§ 25 saknar beslut (KL 5 kap. 67 §).', 'KL 5 kap. 67 §'], ['STOPP', '§ 25 saknar propositionsordning (KL 5 kap. 67 §).', 'KL 5 kap. 67 §'], ['STOPP', '§ 26 saknar beslut (KL 5 kap. 67 §).', 'KL 5 kap. 67 §'],
    ]);
    expect(utfallet(brister, justera())).toEqual(['STOPP PARAGRAF_SAKNAR_FALT', 'STOPP PARAGRAF_SAKNAR_FALT', 'STOPP PARAGRAF_SAKNAR_FALT']);
  });
  it('D6: har texten till det förslag som bifölls, i sig eller bifogad', () => {
    const events = historia(mote.slice(0, -4), klubba('Taxa', { beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Så beslutas.' }], enligtForslag: true } as never), numrera('Taxa', 25), klubba('Info'), numrera('Info', 26), avsluta());
    expect(utfallet(events, skicka())).toEqual(['VARNING FORSLAGETS_TEXT_SAKNAS']);
    expect(utfallet(events, skicka({ underlag: { bifogade: [T] } }))).toEqual(['ProtokollSkickatForJustering']);
  });
  it('väntar på mötets slut, skickas en gång, till några, och inte före mötet', () => {
    given(...historia(mote)).when(skicka().command).thenRefused('SAMMANTRADET_PAGAR', 'Sammanträdet är inte avslutat. Medan det pågår kan paragrafer bara justeras omedelbart.');
    given(...historia(mote.slice(0, 4))).when(skicka({ omedelbart: true }).command).thenRefused('SAMMANTRADET_AR_EJ_OPPNAT');
    given(...historia(avslutat)).when(skicka({ justerare: [] }, { JUSTERARE_SAKNAS: 'x' }).command).thenRefused('JUSTERARE_SAKNAS', 'Ange vilka som justerar.');
    given(...historia(avslutat)).when(skicka({ datum: '2018-03-20' }).command).thenRefused('JUSTERING_FORE_SAMMANTRADE', 'Protokollet kan inte ha skickats 2018-03-20, före sammanträdet 2018-03-21.');
    expect(utfallet(historia(avslutat), skicka({ datum: '2018-03-21' }))).toEqual(['ProtokollSkickatForJustering']);
    given(...historia(avslutat)).when(skicka({ omgang: 4 }).command).thenRefused('OMGANGEN_FINNS_INTE', 'Det finns inget protokoll 4 vid sammanträdet.');
    given(...historia(avslutat, skicka())).when(skicka({ omgang: 1 }).command).thenRefused('SKICKAT_FOR_JUSTERING', 'Protokoll 1 är redan skickat för justering.');
    given(...historia(avslutat, skicka(), justera())).when(skicka({ omgang: 1 }).command).thenRefused('REDAN_JUSTERAD', 'Protokoll 1 är redan justerat.');
    expect(given(...historia(avslutat)).when(skicka({ justerare: [L[0]!, L[0]!] }).command).outcome).toMatchObject([{ data: { justerare: [L[0]!] } }]);
  });
  it('tas tillbaka medan det är ute', () => {
    const ater = (omgang: number) => gor('AterkallaFranJustering', { omgang, skal: 'x' });
    given(...historia(avslutat, skicka())).when(ater(1).command).then({ type: 'ProtokollAtertaget', data: { omgang: 1, skal: seal(`sammantrade:${MOTE}`, 'x') } });
    given(...historia(avslutat, skicka(), ater(1))).when(ater(1).command).thenRefused('EJ_SKICKAT_FOR_JUSTERING', 'Protokoll 1 är inte skickat för justering.');
    given(...historia(avslutat, skicka(), justera())).when(ater(1).command).thenRefused('REDAN_JUSTERAD', 'Protokoll 1 är redan justerat.');
    given(...historia(avslutat)).when(ater(1).command).thenRefused('OMGANGEN_FINNS_INTE', 'Det finns inget protokoll 1 vid sammanträdet.');
    expect(dokument(historia(avslutat, skicka(), ater(1))).omgangar[0]).not.toHaveProperty('skickad');
  });
});

describe('Ett protokoll som upprättas', () => {
  const uppratta = (over: object = {}): Steg => gor('UpprattaProtokoll', { omedelbar: false, ...over });
  it('C3: har sina paragrafer i den ordning klubban föll, och vilka som ska justera, en gång', () => {
    const omvant = historia(mote.slice(0, -4), klubba('Info'), numrera('Info', 25), klubba('Taxa', { beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Taxan höjs.' }] }), numrera('Taxa', 26), avsluta());
    given(...omvant).when(uppratta({ justerare: [L[1]!, L[1]!] }).command).then({ type: 'ProtokollUpprattat', data: { omgang: 1, omedelbar: false, punkter: [I, T], justerare: [L[1]!] } });
    given(...omvant).when(uppratta({ punkter: [T, I] }).command).then({ type: 'ProtokollUpprattat', data: { omgang: 1, omedelbar: false, punkter: [I, T], justerare: [] } });
  });
  it('C3: av det som klubban har fallit för, har sitt nummer och inte är justerat', () => {
    given(...historia(mote.slice(0, -4), avsluta('17:00', { ARENDEN_EJ_AVGJORDA: 'x' }))).when(uppratta({ punkter: [T] }).command).thenRefused('EJ_AVGJORD', 'Klubban har inte fallit för ärende 1.');
    given(...historia(avslutat)).when(uppratta({ punkter: [T, x(1)] }).command).thenRefused('PUNKTEN_FINNS_INTE');
    given(...historia(mote.slice(0, -1), avsluta())).when(uppratta().command).thenRefused('EJ_NUMRERAD', 'Ärende 2 har inte fått sitt paragrafnummer än. Försök igen om en stund.');
    given(...historia(avslutat, justera({ punkter: [T] }))).when(uppratta({ punkter: [T] }).command).thenRefused('REDAN_JUSTERAD', '§ 25 är redan justerad.');
    given(...historia(avslutat, justera())).when(uppratta().command).thenRefused('INGET_ATT_JUSTERA', 'Alla paragrafer är justerade.');
    given(...historia(avslutat)).when(uppratta({ omedelbar: true }).command).thenRefused('INGET_ATT_JUSTERA', 'Ingen paragraf har en beslutspunkt om omedelbar justering.');
    given(...historia(mote)).when(uppratta().command).thenRefused('SAMMANTRADET_PAGAR');
  });
  it('C3: har det som inte är i något annat, och det som är i ett annat justeras för sig', () => {
    given(...historia(avslutat, uppratta({ punkter: [T] }))).when(uppratta().command).then({ type: 'ProtokollUpprattat', data: { omgang: 2, omedelbar: false, punkter: [I], justerare: [] } });
    given(...historia(avslutat, uppratta({ punkter: [T] }))).when(justera({ punkter: [T, I] }).command).thenRefused('PROTOKOLLET_UPPRATTAT', '§ 25 hör till protokoll 1, som är upprättat. Justera det för sig.');
    for (const fel of [{ punkter: [T, I] }, { omedelbart: true }]) given(...historia(avslutat, uppratta({ punkter: [T] }))).when(skicka({ omgang: 1, ...fel }).command).thenRefused('PROTOKOLLET_UPPRATTAT', 'Protokoll 1 är upprättat med vanlig justering och sina egna paragrafer. Justera det så.');
    // Named by its §§ in any order it is that protocol.
    expect(given(...historia(avslutat, uppratta({ punkter: [T, I] }))).when(skicka({ punkter: [I, T, I] }).command).outcome).toMatchObject([{ data: { omgang: 1, punkter: [T, I] } }]);
    expect(given(...historia(avslutat, uppratta({ punkter: [T] }), uppratta({ punkter: [I] }))).when(skicka({ punkter: [I] }).command).outcome).toMatchObject([{ data: { omgang: 2, punkter: [I] } }]);
  });
  it('C4: med omedelbar justering medan mötet pågår, och då bara så', () => {
    const genast = historia(mote.slice(0, -4), klubba('Taxa', { beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Höjs.' }, { text: 'Justeras omedelbart.', omedelbarJustering: true }] }), numrera('Taxa', 25), klubba('Info'), numrera('Info', 26));
    given(...genast).when(uppratta({ omedelbar: true }).command).then({ type: 'ProtokollUpprattat', data: { omgang: 1, omedelbar: true, punkter: [T], justerare: [] } });
    const upprattat = historia(mote.slice(0, -4), klubba('Taxa', { beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Höjs.' }, { text: 'Justeras omedelbart.', omedelbarJustering: true }] }), numrera('Taxa', 25), klubba('Info'), numrera('Info', 26), uppratta({ omedelbar: true }), avsluta());
    given(...upprattat).when(skicka({ omgang: 1 }).command).thenRefused('PROTOKOLLET_UPPRATTAT', 'Protokoll 1 är upprättat med omedelbar justering och sina egna paragrafer. Justera det så.');
    expect(given(...upprattat).when(skicka().command).outcome).toMatchObject([{ data: { omgang: 2, punkter: [I] } }]);
  });
});

describe('Vad som står i protokollets fil', () => {
  const mk = (text: string) => seal(`sammantrade:${MOTE}`, text);
  const anteckna = (over: object = {}): Steg => gor('AntecknaProtokolluppgifter', { omgang: 1, ...over } as never);
  const upprattat = historia(avslutat, gor('UpprattaProtokoll', { omedelbar: false }));
  it('C1: antecknas som det står, och det som inte sägs är inte sagt', () => {
    given(...upprattat).when(anteckna().command).then({ type: 'ProtokolluppgifterAntecknade', data: { omgang: 1, signaturer: [] } });
    given(...upprattat).when(anteckna({ satt: 'Underskrift', sekreterare: 'Kim', forsattsblad: 'Blad', filnamn: 'p.pdf', underskriftstjanst: 'Tjänsten', hanvisningar: [T, T], sidorPdf: 1, sidorSidfot: 99_999, signaturer: [{ roll: 'justerare', person: L[1]!, tid: '2018-03-28T10:00:00' }, { roll: 'sekreterare' }] }).command)
      .then({ type: 'ProtokolluppgifterAntecknade', data: {
        omgang: 1, satt: mk('Underskrift'), sekreterare: mk('Kim'), forsattsblad: mk('Blad'), filnamn: mk('p.pdf'), underskriftstjanst: mk('Tjänsten'), hanvisningar: [T], sidorPdf: 1, sidorSidfot: 99_999,
        signaturer: [{ roll: 'justerare', person: L[1]!, tid: '2018-03-28T10:00:00' }, { roll: 'sekreterare' }],
      } });
  });
  it('C1: hör till ett protokoll, hänvisar till punkter som finns, och har ett rimligt antal sidor', () => {
    given(...upprattat).when(anteckna({ omgang: 2 }).command).thenRefused('OMGANGEN_FINNS_INTE', 'Det finns inget protokoll 2 vid sammanträdet.');
    given(...upprattat).when(anteckna({ hanvisningar: [T, x(1)] }).command).thenRefused('PUNKTEN_FINNS_INTE');
    for (const fel of [{ sidorPdf: 0 }, { sidorSidfot: 100_000 }]) given(...upprattat).when(anteckna(fel).command).thenRefused('TALET_ORIMLIGT', 'Antalet sidor är 1–99 999.');
  });
});

describe('Underskrifterna', () => {
  const events = historia(avslutat);
  const med = (over: object): Steg => justera({ justerare: [L[0]!, L[1]!], datum: '2018-03-28', ...over });
  const dagar = (...par: readonly (readonly [string, string])[]) => par.map(([person, datum]) => ({ person, datum }));
  it('C3: den sista underskriftens dag är justeringens', () => {
    const underskrifter = dagar([L[0]!, '2018-03-26'], [L[1]!, '2018-03-28']);
    given(...events).when(med({ underskrifter }).command).then({ type: 'ParagraferJusterade', data: { omgang: 1, omedelbar: false, datum: '2018-03-28', justerare: [L[0]!, L[1]!], punkter: [T, I], underskrifter } });
    given(...events).when(med({ underskrifter, datum: '2018-03-26' }).command).thenRefused('JUSTERINGSDAGEN_STAMMER_INTE', 'Justeringsdagen är den sista underskriftens, 2018-03-28, och inte 2018-03-26.');
    given(...events).when(med({ underskrifter: dagar([L[1]!, '2018-03-28']) }).command).thenRefused('UNDERSKRIFT_SAKNAS', `Underskriften av {person:${L[0]}} saknas.`);
    expect(utfallet(events, med({ underskrifter: dagar([L[0]!, '2018-03-20'], [L[1]!, '2018-03-28']) }))).toEqual(['STOPP JUSTERING_FORE_SAMMANTRADE']);
    given(...events).when(med({ underskrifter: dagar([L[0]!, '2018-02-30'], [L[1]!, '2018-03-28']) }).command).thenRefused('DATUM_FINNS_INTE');
  });
  it('C3: signaturerna i Klubba räcker när de täcker alla paragrafer', () => {
    const signaturer = [...dagar([L[0]!, '2018-03-27'], [L[1]!, '2018-03-28'])].map((en) => ({ ...en, punkter: [T, I] }));
    const underlag = (lamnade: readonly object[]) => ({ enligtSignaturer: true, underlag: { bifogade: [], signaturer: lamnade } });
    expect(given(...events).when(med(underlag(signaturer)).command).outcome).toMatchObject([{ data: { datum: '2018-03-28', underskrifter: dagar([L[0]!, '2018-03-27'], [L[1]!, '2018-03-28']) } }]);
    expect(utfallet(events, med(underlag([signaturer[0]!, { ...signaturer[1]!, punkter: [T] }])))).toEqual(['STOPP UNDERSKRIFT_SAKNAS', 'STOPP JUSTERINGSDAGEN_STAMMER_INTE']);
  });
  it('C3: ett papper som är undertecknat utanför Klubba och jämfört är justeringens bevis', () => {
    const papper = (over: object = {}) => med({ undertecknat: x(800), underlag: { bifogade: [], undertecknat: { hash: 'ab'.repeat(32), punkter: [T, I], skillnader: 0, andrat: false, sista: '2018-03-28', ...over } } });
    expect(given(...events).when(papper().command).outcome).toMatchObject([{ data: { undertecknat: { id: x(800), hash: 'ab'.repeat(32) } } }]);
    expect(utfallet(events, papper({ skillnader: 2, andrat: true, sista: '2018-03-27' }))).toEqual(['VARNING UNDERTECKNAT_SKILJER_SIG', 'VARNING UNDERTECKNAT_ANDRAT', 'VARNING JUSTERINGSDAGEN_STAMMER_INTE']);
    expect(utfallet(events, papper({ punkter: [T] }))).toEqual(['STOPP UNDERTECKNAT_FINNS_INTE']);
    expect(utfallet(events, med({ undertecknat: x(800), underlag: { bifogade: [] } }))).toEqual(['STOPP UNDERTECKNAT_FINNS_INTE']);
  });
});

describe('C1: vad en paragraf ska ha', () => {
  it('C1: en omröstning som bara är läst parti för parti saknar sin lista, och en reservation sitt namn', () => {
    const last = (type: 'LasInOmrostning' | 'LasInReservation', data: object): Steg => ({ ...gor(type, { punkt: T, kalla: 'Protokollet', startdatum: '2020-01-01', ...data } as never), namn: type });
    const yrkande = streamId('yrkande', context('yrkat').by, context('yrkat').command);
    const events = historia(
      mote.slice(0, -4), { ...gor('AntecknaYrkande', { punkt: T, slag: 'avslag', av: [L[3]!], text: 'x' }), namn: 'yrkat' }, last('LasInOmrostning', { tid: '15:05', motforslag: yrkande, perParti: [{ parti: 'A', ja: 6, nej: 5, avstar: 0 }] }), mote.slice(-4),
      last('LasInReservation', { av: [] }), avsluta(),
    );
    const outcome = given(...events).when(justera().command).outcome;
    expect(isRefusal(outcome) && outcome.hinder.map(({ text }) => text)).toEqual(['§ 25 saknar omröstningslista (KL 5 kap. 67 §).', '§ 25 saknar reservantens namn (KL 5 kap. 67 §).']);
  });
  it('C1: den som justerar var med', () => expect(utfallet(historia(avslutat), justera({ justerare: [L[0]!, E[0]!] }))).toEqual(['VARNING JUSTERARE_EJ_NARVARANDE']));
});

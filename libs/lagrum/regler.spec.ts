import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as fc from 'fast-check';
import {
  type Arendedatum, arPersonnummer, hittaPersonnummer, KALLELSEFALT, masteHallas, provaAnslag, provaAvbrott, provaBeslutstext, provaDatum, provaDatumordning, provaHandlingsdatum, provaJustering,
  provaKallade, provaKallelseinnehall, provaKallelsetid, provaLagaKraftText, provaNedtagning, provaNekatSammantrade, provaNumrering, provaPublicering, publikaRader, skrivArenderad, tolkaArenderad,
} from './regler';

it('ett datum som inte finns → STOPP, det första av dem', () => {
  expect(provaDatum()).toBeUndefined();
  expect(provaDatum('2016-02-29', undefined)).toBeUndefined();
  expect(provaDatum('2018-03-21', '2018-02-30', '2018-13-01')).toEqual({ kod: 'DATUM_FINNS_INTE', allvar: 'STOPP', text: 'Datumet 2018-02-30 finns inte.' });
});

const ledamoter = (antal: number): string[] => Array.from({ length: antal }, (_, i) => `ledamot ${i + 1}`);
const begaran = (antal: number, begar: number, andra: string[] = []) => ({
  antalLedamoter: antal, ledamoter: ledamoter(antal), begaranAv: [...ledamoter(begar), ...andra], ordforandeBegar: false,
});

it.each([[13, 4, false], [13, 5, true], [9, 3, true], [11, 3, false], [11, 4, true]])('A1: %i ledamöter, %i begär → måste hållas: %s', (antal, begar, svar) => {
  expect(masteHallas(begaran(antal, begar))).toBe(svar);
});
it('K4 A1: 11 ledamöter, 3 ledamöter och 1 icke tjänstgörande ersättare begär → ingen skyldighet', () => {
  expect(masteHallas(begaran(11, 3, ['ersättare 1']))).toBe(false);
  expect(provaNekatSammantrade(begaran(11, 3, ['ersättare 1']))).toBeUndefined();
});
it('A1: samma ledamot räknas en gång, och ordföranden kan själv begära', () => {
  expect(masteHallas(begaran(13, 4, ['ledamot 1', 'ledamot 2']))).toBe(false);
  expect(masteHallas({ ...begaran(13, 0), ordforandeBegar: true })).toBe(true);
});
it('A1: att neka en tredjedel är STOPP', () => {
  expect(provaNekatSammantrade(begaran(13, 5))).toMatchObject({
    allvar: 'STOPP', text: 'Minst en tredjedel av ledamöterna har begärt sammanträde. Sammanträdet måste hållas (KL 6 kap. 23 §).',
  });
});

it('A2: kallelse 2018-03-14 till sammanträde 2018-03-21 räcker för både 5 och 7 dagar', () => {
  for (const dagar of [5, 7]) expect(provaKallelsetid('2018-03-21', '2018-03-14', { dagar, slag: 'kalenderdagar' })).toBeUndefined();
});
it('A2: för sen kallelse är VARNING, inte STOPP', () => {
  expect(provaKallelsetid('2018-03-21', '2018-03-17', { dagar: 5, slag: 'kalenderdagar' })).toEqual({
    kod: 'KALLELSE_SEN',
    allvar: 'VARNING',
    text: 'Kallelsen skickades 2018-03-17. Enligt reglementet ska den ha skickats senast 2018-03-16 (5 dagar före sammanträdet). Ange skäl (brådskande) eller flytta sammanträdet.',
    lagrum: 'reglementet',
  });
  expect(provaKallelsetid('2018-03-21', '2018-03-15', { dagar: 5, slag: 'vardagar' })?.text).toContain('senast 2018-03-14 (5 vardagar före');
});
it('A2: kallelse utan datum → INFO', () => {
  expect(provaKallelsetid('2018-03-21', null, { dagar: 5, slag: 'kalenderdagar' })).toMatchObject({ allvar: 'INFO', text: 'Kallelsens datum saknas; tidsfristen kan inte kontrolleras.' });
});

it('A3: 11 ledamöter och 11 ersättare, 21 mottagare → STOPP med den som saknas', () => {
  const alla = [...ledamoter(11), ...Array.from({ length: 11 }, (_, i) => `ersättare ${i + 1}`)];
  expect(provaKallade(alla, alla)).toBeUndefined();
  expect(provaKallade(alla, alla.slice(0, 21))).toMatchObject({
    allvar: 'STOPP', text: 'Följande har inte fått kallelse: ersättare 11. Även ersättare ska underrättas om tid och plats (KL 6 kap. 17 §).',
  });
});

const falt = Object.fromEntries(KALLELSEFALT.map((namn) => [namn, 'x']));
it('A4: en fullständig kallelse går igenom, också med ärenden som saknar diarienummer med avsikt', () => {
  expect(provaKallelseinnehall(falt, [
    { nummer: 1, titel: 'Upprop', beslutsarende: false },
    { nummer: 2, titel: 'Val av justerare', beslutsarende: true, utanDnr: true },
    { nummer: 3, titel: 'Yttrande', beslutsarende: true, diarienummer: 'SOCN/2018:24' },
  ])).toEqual([]);
});
it('A4: allt som saknas sägs på en gång', () => {
  expect(provaKallelseinnehall({ ...falt, plats: ' ', tid: null }, [{ nummer: 1, titel: '', beslutsarende: false }, { nummer: 2, titel: 'Yttrande', beslutsarende: true }]).map(({ allvar, text }) => `${allvar}: ${text}`)).toEqual([
    'STOPP: Kallelsen saknar tid.',
    'STOPP: Kallelsen saknar plats.',
    'STOPP: Kallelsen saknar rubrik på ärende 1.',
    'STOPP: Kallelsen saknar diarienummer på ärende 2.',
  ]);
  expect(provaKallelseinnehall(falt, []).map(({ text }) => text)).toEqual(['Kallelsen saknar ärenden.']);
});

const rader = (...text: string[]) => text.map((rad) => tolkaArenderad(`${rad} Rubrik`)!);
const arenden27 = Array.from({ length: 27 }, (_, i) => ({ nummer: i + 1, rubrik: `Ärende ${i + 1}`, sekretess: i + 1 >= 5 && i + 1 <= 18 }));
const rader27 = rader(...['1.', '2.', '3.', '4.', '5.-18.', ...Array.from({ length: 9 }, (_, i) => `${19 + i}.`)]);

it('A5: "5.-18. SEKRETESSÄRENDEN" är ett block om 14 ärenden', () => {
  expect(tolkaArenderad('5.-18. SEKRETESSÄRENDEN')).toEqual({ fran: 5, till: 18, rubrik: 'SEKRETESSÄRENDEN' });
  expect(tolkaArenderad('5. – 18. SEKRETESSÄRENDEN')).toEqual({ fran: 5, till: 18, rubrik: 'SEKRETESSÄRENDEN' });
  expect(tolkaArenderad('19. Internkontroll 2018')).toEqual({ fran: 19, till: 19, rubrik: 'Internkontroll 2018' });
});
it.each(['Internkontroll', '19 Internkontroll', '19.', '§ 19. Internkontroll', ''])('A5: %j är inte en ärenderad', (text) => {
  expect(tolkaArenderad(text)).toBeUndefined();
});
it('A5: "1., 2., 5.-18., 19." → STOPP, 3–4 saknas', () => {
  expect(provaNumrering(rader('1.', '2.', '5.-18.', '19.'))).toEqual([{ kod: 'ARENDENUMMER_EJ_I_FOLJD', allvar: 'STOPP', text: 'Ärendenumren är inte i följd: efter 2 kommer 5.' }]);
});
it('A5: 27 ärenden varav 14 i sekretessblocket → inget hinder', () => {
  expect(provaNumrering(rader27, arenden27)).toEqual([]);
  expect(provaNumrering(rader27)).toEqual([]);
});
it('A5: överlapp, dubblett, fel början och bakvänt block → STOPP', () => {
  const text = (...r: string[]) => provaNumrering(rader(...r)).map((fel) => fel.text);
  expect(text('1.', '2.-4.', '4.')).toEqual(['Ärendenumren är inte i följd: efter 4 kommer 4.']);
  expect(text('1.', '1.')).toEqual(['Ärendenumren är inte i följd: efter 1 kommer 1.']);
  expect(text('2.', '3.')).toEqual(['Ärendenumren är inte i följd: efter 0 kommer 2.']);
  expect(text('1.-1000000000.', '3.')).toEqual(['Ärendenumren är inte i följd: efter 1000000000 kommer 3.']);
  expect(text('1.', '5.-2.')).toEqual(['Ärendenumren är inte i följd: efter 1 kommer 5.', 'Ärendenumren är inte i följd: efter 5 kommer 2.']);
});
it('A5: ett öppet ärende i sekretessblocket → STOPP', () => {
  const ett = arenden27.map((en) => (en.nummer === 7 ? { ...en, sekretess: false } : en));
  expect(provaNumrering(rader27, ett)).toEqual([{ kod: 'SEKRETESSBLOCK_OPPET', allvar: 'STOPP', text: 'Ärende 7 ligger i sekretessblocket men är inte sekretessmarkerat.' }]);
});
it('A5: ett ärende för lite i blocket → STOPP', () => {
  expect(provaNumrering(rader27, arenden27.filter(({ nummer }) => nummer !== 7)).map(({ text }) => text)).toEqual(['Sekretessblocket 5–18 ska ha 14 ärenden men har 13.']);
});
it('A5: den publika dagordningen visar blocket men inga rubriker', () => {
  const publikt = publikaRader(arenden27);
  expect(publikt.map(skrivArenderad).slice(3, 6)).toEqual(['4. Ärende 4', '5.-18. SEKRETESSÄRENDEN', '19. Ärende 19']);
  expect(provaNumrering(publikt, arenden27)).toEqual([]);
  expect(publikaRader([{ nummer: 1, rubrik: 'hemlig', sekretess: true }])).toEqual([{ fran: 1, till: 1, rubrik: 'SEKRETESSÄRENDE' }]);
});
it('A5: den publika dagordningen är alltid rätt numrerad, läses tillbaka och röjer ingen rubrik', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (sekretess) => {
      const arenden = sekretess.map((s, i) => ({ nummer: i + 1, rubrik: s ? `hemlig ${i}` : `Rubrik ${i}`, sekretess: s }));
      const publikt = publikaRader(arenden);
      expect(provaNumrering(publikt, arenden)).toEqual([]);
      expect(publikt.map(skrivArenderad).map(tolkaArenderad)).toEqual(publikt);
      expect(JSON.stringify(publikt)).not.toContain('hemlig');
    }),
  );
});

it('A11: utredningen är daterad före händelsen → VARNING', () => {
  expect(provaHandlingsdatum('Utredning enligt lex Sarah', '2017-03-01', 'händelsen', '2017-05-24')).toEqual({
    kod: 'DATUM_I_FEL_ORDNING', allvar: 'VARNING', text: "Handlingen 'Utredning enligt lex Sarah' är daterad 2017-03-01, före händelsen 2017-05-24. Kontrollera datum.",
  });
  expect(provaHandlingsdatum('Utredning enligt lex Sarah', '2018-03-01', 'händelsen', '2017-05-24')).toBeUndefined();
});
it('A11: revisionen av ett styrdokument är daterad före beslutet → VARNING', () => {
  expect(provaHandlingsdatum('Ledningssystem, upplaga 3', '2018-02-27', 'beslutet', '2018-03-21')?.allvar).toBe('VARNING');
});
it('A11: handling ≤ tjänsteskrivelse ≤ kallelse ≤ sammanträde', () => {
  const ratt = { handlingar: [{ namn: 'Remiss', datum: '2018-02-14' }, { namn: 'Bilaga', datum: null }], tjansteskrivelse: '2018-03-07', kallelse: '2018-03-14', mote: '2018-03-21' };
  expect(provaDatumordning(ratt)).toEqual([]);
  const text = (andrat: Partial<Arendedatum>) => provaDatumordning({ ...ratt, ...andrat }).map((fel) => fel.text);
  expect(text({ tjansteskrivelse: '2018-02-13' })).toEqual(["Handlingen 'Tjänsteskrivelse' är daterad 2018-02-13, före handlingen 'Remiss' 2018-02-14. Kontrollera datum."]);
  expect(text({ kallelse: '2018-03-06' })).toEqual(["Handlingen 'Kallelse' är daterad 2018-03-06, före tjänsteskrivelsen 2018-03-07. Kontrollera datum."]);
  expect(text({ kallelse: '2018-03-22' })).toEqual(["Handlingen 'Kallelse' är daterad 2018-03-22, efter sammanträdet 2018-03-21. Kontrollera datum."]);
  expect(text({ kallelse: null, tjansteskrivelse: '2018-03-22' })).toEqual(["Handlingen 'Tjänsteskrivelse' är daterad 2018-03-22, efter sammanträdet 2018-03-21. Kontrollera datum."]);
  expect(text({ tjansteskrivelse: null, kallelse: '2018-02-13' })).toEqual(["Handlingen 'Kallelse' är daterad 2018-02-13, före handlingen 'Remiss' 2018-02-14. Kontrollera datum."]);
  expect(text({ tjansteskrivelse: null, kallelse: null, mote: '2018-02-13' })).toEqual(["Handlingen 'Remiss' är daterad 2018-02-14, efter sammanträdet 2018-02-13. Kontrollera datum."]);
});

it('C3: justering får inte ändra beslutet → STOPP', () => {
  expect(provaBeslutstext(20, 'Nämnden avstår.', 'Nämnden avstår.')).toBeUndefined();
  expect(provaBeslutstext(20, 'Nämnden avstår.', 'Nämnden bifaller.')).toMatchObject({
    allvar: 'STOPP', text: 'Beslutstexten i § 20 avviker från det som antecknades vid klubbslaget. Justering får inte ändra beslutet.',
  });
});
it('C3: 14 dagar har gått utan justering → VARNING', () => {
  expect(provaJustering('2018-03-21', null, '2018-04-04')).toBeUndefined();
  expect(provaJustering('2018-03-21', '2018-04-04', '2018-04-20')).toBeUndefined();
  expect(provaJustering('2018-03-21', null, '2018-04-05')).toMatchObject({ allvar: 'VARNING', text: 'Protokollet är inte justerat och 14 dagar har gått sedan sammanträdet 2018-03-21.' });
});

it('C5: för sent anslag → VARNING, tiden räknas från den faktiska dagen', () => {
  expect(provaAnslag('2018-04-04', '2018-04-06')).toBeUndefined();
  expect(provaAnslag('2018-03-29', '2018-04-03')).toBeUndefined();
  expect(provaAnslag('2018-04-04', '2018-04-07')).toMatchObject({
    allvar: 'VARNING', text: 'Justeringen skulle ha tillkännagetts senast 2018-04-06 (KL 8 kap. 12 §). Överklagandetiden räknas från den faktiska anslagsdagen.',
  });
});
it('C5: anslag före justeringen → STOPP', () => {
  expect(provaAnslag('2018-04-04', '2018-04-03')).toMatchObject({ kod: 'ANSLAG_FORE_JUSTERING', allvar: 'STOPP' });
});
it('C5: nedtagning före överklagandetidens slut → STOPP', () => {
  expect(provaNedtagning('2018-04-06', '2018-04-28')).toBeUndefined();
  expect(provaNedtagning('2018-04-06', '2018-04-27')).toMatchObject({
    allvar: 'STOPP', text: 'Anslaget får inte tas ned före 2018-04-28. Om det tas ned tidigare löper överklagandetiden inte ut (KL 13 kap. 5 § andra stycket).',
  });
  expect(provaNedtagning('2017-12-01', '2017-12-10')).toMatchObject({ allvar: 'VARNING' });
});
it('K4 C5: anslag 2026-11-30 togs ned 2026-12-10 → VARNING', () => {
  expect(provaAvbrott('2026-11-30', 'nedtaget 2026-12-10')).toMatchObject({
    allvar: 'VARNING',
    text: 'Anslaget har inte varit uppe oavbrutet (nedtaget 2026-12-10). Överklagandetiden har kanske inte löpt ut (KL 13 kap. 5 § andra stycket). Säkrast är ett nytt anslag.',
  });
});
it('K4 C5: anslagstavlan gick inte att nå 40 minuter en natt → VARNING att bedöma, inte STOPP', () => {
  expect(provaAvbrott('2026-11-30', '40 minuter natten till 2026-12-05').allvar).toBe('VARNING');
});
it('K4 D2: domstolen inte tillfrågad, intyg om laga kraft → VARNING, källa krävs', () => {
  expect(provaLagaKraftText('Beslutet har fått laga kraft.', false)).toMatchObject({ allvar: 'VARNING', text: 'Laga kraft är inte bekräftad. Fråga förvaltningsrätten om beslutet har överklagats (KL 13 kap. 4 §).' });
  expect(provaLagaKraftText('Beslutet har vunnit laga kraft.', false)).toBeDefined();
  expect(provaLagaKraftText('Laga kraft tidigast 2018-04-13.', false)).toBeUndefined();
});
it('K4 D2: domstolen har svarat att ingen överklagat → intyget får lämnas', () => {
  expect(provaLagaKraftText('Beslutet har fått laga kraft.', true)).toBeUndefined();
});

it('K4 C6: protokollet innehåller 19850213-1234 → STOPP tills det är maskat, fast kontrollsiffran är fel', () => {
  expect(provaPublicering('Ansökan från 19850213-1234 avslås.')).toMatchObject({ allvar: 'STOPP', text: 'Protokollet innehåller 1 personnummer/sekretessmarkerade stycken och får inte publiceras.' });
  expect(provaPublicering('Ansökan från ████████ avslås.')).toBeUndefined();
  expect(provaPublicering('Inget nummer här.', 2)?.text).toContain('innehåller 2 ');
});
it.each([
  ['850213-1234', 'personnummer'], ['8502131234', 'personnummer'], ['850213 1234', 'personnummer'], ['850213–1234', 'personnummer'], ['090527+1474', 'personnummer'],
  ['19850273-1234', 'samordningsnummer'], ['20000101-T220', 'interimsnummer'],
])('C6: %s hittas som %s', (text, slag) => {
  expect(hittaPersonnummer(`Part (${text}), född.`)).toMatchObject([{ index: 6, text, slag }]);
});
it.each(['857209-0606', '850230-1234', '851313-1234', 'KS/2018:69-047', '2024-00631', '010-123 45 67', '1234567890123456', 'x850213-1234'])('C6: %s är inte ett personnummer', (text) => {
  expect(hittaPersonnummer(text)).toEqual([]);
});
it('C6: flera nummer i samma text räknas vart för sig', () => {
  expect(hittaPersonnummer('850213-1234, 860213-1234\n870213-1234').map(({ index }) => index)).toEqual([0, 13, 25]);
});
// Numbers that Skatteverket keeps for tests, and the same with a broken digit.
it.each(['200002292399', '0002292399', '000229-2399', '19570428-9999', '090527+1474', '197302889931'])('C6: %s har rätt kontrollsiffra', (text) => {
  expect(arPersonnummer(text)).toBe(true);
});
it.each(['200002292398', '201509160006', '19700428-9895', '420566-9899', '19000229-2399', '', '0'])('C6: %j är fel', (text) => {
  expect(arPersonnummer(text)).toBe(false);
});

const VEKTORER = resolve(__dirname, '../../../shared/data/vektorer/personnummer');
(existsSync(VEKTORER) ? describe : describe.skip)('C6: delade vektorer', () => {
  type Vektor = { readonly long_format?: string; readonly short_format: string; readonly separated_format: string; readonly separated_long?: string; readonly valid: boolean };
  const las = (fil: string): Vektor[] => JSON.parse(readFileSync(resolve(VEKTORER, fil), 'utf8')) as Vektor[];
  const former = (v: Vektor): string[] => [v.long_format, v.short_format, v.separated_format, v.separated_long].filter((text) => text !== undefined);

  it('C6: personnummer och samordningsnummer', () => {
    const alla = las('list.json');
    expect(alla.length).toBeGreaterThan(0);
    for (const v of alla) for (const text of former(v)) expect([text, arPersonnummer(text)]).toEqual([text, v.valid]);
    for (const v of alla.filter(({ valid }) => valid)) for (const text of former(v)) expect(hittaPersonnummer(text)).toMatchObject([{ text, luhn: true }]);
  });
  it('C6: interimsnummer hittas vid publicering', () => {
    for (const v of las('interim.json')) for (const text of former(v)) expect([text, hittaPersonnummer(text).length]).toEqual([text, v.valid ? 1 : 0]);
  });
  it('C6: organisationsnummer är inte personnummer', () => {
    for (const v of las('orgnumber.json')) for (const text of former(v)) expect([text, arPersonnummer(text), hittaPersonnummer(text)]).toEqual([text, false, []]);
  });
  it('C6: ordnade vektorer', () => {
    const fil = JSON.parse(readFileSync(resolve(VEKTORER, 'structured.json'), 'utf8')) as Record<string, Record<string, { valid: unknown[]; invalid: unknown[] }>>;
    for (const slag of Object.values(fil)) {
      for (const { valid, invalid } of Object.values(slag)) {
        for (const text of valid) expect([text, arPersonnummer(String(text))]).toEqual([text, true]);
        for (const text of invalid) expect([text, arPersonnummer(String(text))]).toEqual([text, false]);
      }
    }
  });
});

import { field, toDisk } from '@klubba/kernel';
import { type Amne, farStoppa, LAGRUM, lagrum, stod } from './lagrum';
import { plusDagar } from './datum';

const rad = (amne: Amne, datum: string) => {
  const svar = lagrum(amne, datum);
  if (svar.lage === 'OKAND') throw new Error(svar.varfor);
  return svar.rad;
};

// Table 0.2: topic, day, citation, source mark.
const TABELL: readonly (readonly [Amne, string, string, string])[] = [
  ['kommunallag', '2017-12-31', 'kommunallagen (1991:900)', 'K'],
  ['kommunallag', '2018-01-01', 'kommunallagen (2017:725)', 'V'],
  ['kommunallag', '2022-07-01', 'SFS 2022:638', 'V'],
  ['kommunallag', '2025-07-01', 'SFS 2025:374', 'V'],
  ['beslutforhet', '2017-12-31', '6 kap. 23 §', 'K'],
  ['beslutforhet', '2018-03-21', 'KL 6 kap. 27 §', 'V'],
  ['jav', '2017-12-31', '6 kap. 24–27 §§', 'V'],
  ['jav', '2018-03-21', 'KL 6 kap. 28–32 §§', 'K'],
  ['jav', '2022-06-30', 'KL 6 kap. 28–32 §§', 'K'],
  ['jav', '2022-07-01', 'KL 6 kap. 28–32 §§', 'V'],
  ['delegation', '2017-10-01', '6 kap. 33–37 §§', 'V'],
  ['delegation', '2018-03-21', 'KL 6 kap. 37–40 §§, 7 kap. 5–8 §§', 'V'],
  ['reservation', '2017-12-31', '4 kap. 22 §', 'K'],
  ['reservation', '2018-01-01', 'KL 4 kap. 27 §', 'V'],
  ['anslag', '2017-12-31', '5 kap. 62 §', 'K'],
  ['anslag', '2018-01-01', 'KL 8 kap. 9–12 §§', 'V'],
  ['laglighetsprovning', '2017-12-31', '10 kap.', 'K'],
  ['laglighetsprovning', '2018-01-01', 'KL 13 kap.', 'V'],
  ['forvaltningslag', '2018-06-30', 'förvaltningslagen (1986:223)', 'K'],
  ['forvaltningslag', '2018-07-01', 'förvaltningslagen (2017:900)', 'V'],
  ['socialtjanstlag', '2025-06-30', 'socialtjänstlagen (2001:453)', 'V'],
  ['socialtjanstlag', '2025-07-01', 'socialtjänstlagen (2025:400)', 'V'],
  ['lexSarah', '2018-03-21', '14 kap. 2–7 §§', 'V'],
  ['lexSarah', '2025-07-01', '27 kap. 1–6 §§', 'V'],
  ['ejVerkstallda', '2018-03-21', '16 kap. 6 f–6 i §§', 'V'],
  ['ejVerkstallda', '2025-07-01', '34 kap. 1–4 §§', 'V'],
  ['delegationsgranser', '2018-03-21', '10 kap. 4–6 §§', 'V'],
  ['delegationsgranser', '2025-07-01', 'SoL 30 kap. 5–10 §§', 'V'],
  ['overklagandeSol', '2018-03-21', '16 kap. 3 §', 'V'],
  ['overklagandeSol', '2025-07-01', 'SoL 35 kap. 1 och 4–5 §§', 'V'],
  ['barnutredning', '2018-03-21', '11 kap. 1 a och 2 §§', 'V'],
  ['barnutredning', '2025-07-01', 'SoL 20 kap. 2–3 §§', 'V'],
  ['orosanmalan', '2018-03-21', '14 kap. 1 §', 'V'],
  ['orosanmalan', '2025-07-01', 'SoL 19 kap. 1 §', 'V'],
  ['bistand', '2018-03-21', '4 kap. 1 §', 'V'],
  ['bistand', '2025-07-01', '12 kap. 1 § (ekonomiskt bistånd)', 'V'],
  ['kvalitet', '2018-03-21', '3 kap. 3 §', 'V'],
  ['kvalitet', '2025-07-01', 'SoL 5 kap. 1–3 §§', 'V'],
  ['gallring', '2018-03-21', '12 kap. 1–2 §§', 'V'],
  ['gallring', '2025-07-01', 'SoL 16 kap. 1–5 §§', 'V'],
  ['muntligt', '2018-03-21', '11 kap. 9 §', 'V'],
  ['muntligt', '2025-07-01', 'SoL 14 kap. 8 §', 'V'],
  ['sarskildAvgift', '2018-03-21', '16 kap. 6 b §', 'V'],
  ['sarskildAvgift', '2025-07-01', 'SoL 34 kap. 7 §', 'K'],
  ['socialstyrelsensForeskrifter', '2018-03-21', 'SOSFS 2011:5', 'V'],
  ['socialstyrelsensForeskrifter', '2025-07-01', 'SOSFS 2011:5', 'K'],
];
it.each(TABELL)('0.2: %s %s → %s [%s]', (amne, datum, citat, kalla) => {
  expect(rad(amne, datum).citat).toContain(citat);
  expect(rad(amne, datum).kalla).toBe(kalla);
});

it('0.2: mötet 2018-03-21 bedöms efter KL 2017:725, FL 1986:223, SoL 2001:453 och fem jävsgrunder', () => {
  const datum = '2018-03-21';
  expect(rad('kommunallag', datum).citat).toBe('kommunallagen (2017:725)');
  expect(rad('forvaltningslag', datum).citat).toBe('förvaltningslagen (1986:223)');
  expect(rad('socialtjanstlag', datum).citat).toBe('socialtjänstlagen (2001:453)');
  expect(rad('jav', datum).not).toContain('Fem jävsgrunder');
});
it('0.2: varje ämne har en rad för varje dag från sin första, utan lucka eller överlapp, och slutet är öppet', () => {
  for (const amne of new Set(LAGRUM.map((en) => en.amne))) {
    const rader = LAGRUM.filter((en) => en.amne === amne);
    rader.forEach((en, i) => {
      const nasta = rader[i + 1];
      if (nasta === undefined) expect(en.gallandeTill).toBeNull();
      else expect(plusDagar(en.gallandeTill!, 1)).toBe(nasta.gallandeFran);
    });
  }
});
it('0.2: tabellens alla 21 ämnen finns', () => {
  expect(new Set(TABELL.map(([amne]) => amne)).size).toBe(21);
});
it('0.2: en dag före tabellens första ger ett uttryckligt svar', () => {
  expect(lagrum('beslutforhet', '1991-12-31')).toEqual({ lage: 'OKAND', varfor: 'Vilket lagrum som gällde 1991-12-31 finns inte i lagtabellen.' });
  expect(lagrum('beslutforhet', '2018-02-30')).toEqual({ lage: 'OKAND', varfor: 'Lagrummet kan inte bestämmas: datum saknas eller finns inte.' });
});
it('0.2: en dag efter den sista kontrollen ger raden med förbehåll', () => {
  expect(lagrum('beslutforhet', '2026-02-28')).not.toHaveProperty('forbehall');
  expect(lagrum('beslutforhet', '2026-03-01')).toMatchObject({ lage: 'KAND', forbehall: expect.stringContaining('2026-02-28') as string });
});
it('0: bara en rad som är kontrollerad mot lagtexten får stoppa', () => {
  expect((['V', 'K', 'I'] as const).map((kalla) => farStoppa({ kalla }))).toEqual([true, false, false]);
  expect(stod('beslutforhet', '2018-03-21')).toEqual({ citat: 'KL 6 kap. 27 §', allvar: 'STOPP', kontrollerat: true });
  expect(stod('jav', '2018-03-21').allvar).toBe('VARNING');
  expect(stod('jav', '1980-01-01')).toEqual({ citat: 'lagrummet är inte känt', allvar: 'VARNING', kontrollerat: false });
});

it('varje citat kan ligga i ett faktum', () => {
  for (const { citat } of LAGRUM) expect(() => toDisk({ lagrum: field.lagrum('oppen') }, { lagrum: citat }, () => ({ $s: '', c: '' }))).not.toThrow();
});

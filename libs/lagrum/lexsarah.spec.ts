import { LAGRUM } from './lagrum';
import { arAllvarlig, BEDOMNINGAR, beslutetsLagrum, imySenast, kompletteringSenast, type LexSarahLag, lexSarahLagrum, type LexSarahSteg, provaKomplettering, provaLexSarahLagrum, provaRapporttid, provaUtredningstid, provaUtredningsstart, skyndsamhet } from './lexsarah';

// F1: the step, the law of the activity, the day of receipt, the section.
const KARTA: readonly (readonly [LexSarahSteg, LexSarahLag, string, string])[] = [
  ['rapport', 'SOL', '2025-06-30', 'SoL (2001:453) 14 kap. 3 §'],
  ['rapport', 'SOL', '2025-07-01', 'SoL 27 kap. 2 §'],
  ['rapport', 'LSS', '2025-07-01', 'LSS 24 b §'],
  ['enskildInformation', 'SOL', '2025-06-30', 'SoL (2001:453) 14 kap. 5 §'],
  ['enskildInformation', 'SOL', '2025-07-01', 'SoL 27 kap. 4 §'],
  ['enskildInformation', 'LSS', '2018-03-21', 'LSS 24 d §'],
  ['utredning', 'SOL', '2025-06-30', 'SoL (2001:453) 14 kap. 6 §'],
  ['utredning', 'SOL', '2025-07-01', 'SoL 27 kap. 5 §'],
  ['utredning', 'LSS', '2018-03-21', 'LSS 24 e §'],
  ['anmalan', 'SOL', '2025-06-30', 'SoL (2001:453) 14 kap. 7 §'],
  ['anmalan', 'SOL', '2025-07-01', 'SoL 27 kap. 6 §'],
  ['anmalan', 'LSS', '2026-02-19', 'LSS 24 f §'],
  ['enskildUtredning', 'SOL', '2025-06-30', 'SoL (2001:453) 7 kap. 6 §'],
  ['enskildUtredning', 'SOL', '2025-07-01', 'SoL 17 kap. 10 §'],
  ['enskildUtredning', 'LSS', '2025-07-01', 'LSS 23 g §'],
];
it.each(KARTA)('F1: %s enligt %s, rapport %s → %s', (steg, lag, mottagen, citat) => expect(lexSarahLagrum(steg, lag, mottagen)).toBe(citat));
it('F1: varje paragraf är kontrollerad mot lagtexten', () => expect(LAGRUM.filter(({ amne }) => /^(lexSarah.|lss)/.test(amne)).every(({ kalla }) => kalla === 'V')).toBe(true));
it('F1: ”genast” gäller rapporter enligt SoL från 2025-07-01; äldre och LSS ”utan dröjsmål”', () => {
  expect(skyndsamhet('SOL', '2025-06-30')).toBe('utan dröjsmål');
  expect(skyndsamhet('SOL', '2025-07-01')).toBe('genast');
  expect(skyndsamhet('LSS', '2025-07-01')).toBe('utan dröjsmål');
});
it('F1: ett nytt beslut får sitt lagrum av bedömningen, lagen och dagen', () => {
  expect(beslutetsLagrum('MISSFORHALLANDE', 'SOL', '2026-02-19')).toBe('SoL 27 kap. 5 §');
  expect(beslutetsLagrum('PATAGLIG_RISK_ALLVARLIGT', 'SOL', '2026-02-19')).toBe('SoL 27 kap. 6 §');
  expect(beslutetsLagrum('ALLVARLIGT_MISSFORHALLANDE', 'LSS', '2018-03-21')).toBe('LSS 24 f §');
});

it('K4/F1: 2026-02-19, allvarligt enligt ”27 kap 7 § SoL / 24 e § LSS” flaggas, med de rätta', () =>
  expect(provaLexSarahLagrum('27 kap 7 § SoL / 24 e § LSS', 'ALLVARLIGT_MISSFORHALLANDE', '2025-12-10')).toEqual({
    kod: 'FEL_LAGRUM', allvar: 'VARNING', lagrum: 'SoL 27 kap. 6 §, LSS 24 f §',
    text: 'Lagrummet stämmer inte. Anmälan av allvarligt missförhållande till IVO: 27 kap. 6 § SoL, 24 f § LSS. Handlingen anger 27 kap 7 § SoL / 24 e § LSS.',
  }));
it('K4/F1: samma dokument, missförhållande enligt ”27 kap 5 § / 24 e §” flaggas inte', () => {
  expect(provaLexSarahLagrum('27 kap 5 § SoL (2025:400) / 24 e § LSS', 'MISSFORHALLANDE', '2025-12-10')).toBeUndefined();
  expect(provaLexSarahLagrum('27 kap. 6 § SoL, 24 f § LSS', 'ALLVARLIGT_MISSFORHALLANDE', '2025-12-10')).toBeUndefined();
});
it('F1: 27:7 eller 24 e i ett nytt beslut om det allvarliga är STOPP, hur det än skrivs', () => {
  for (const text of ['Anmäls enligt 27 kap. 7 § SoL.', 'Anmäls enligt SoL 27:7.', 'Anmäls enligt 24 e § LSS.', 'Anmäls enligt 24e § LSS.']) expect(provaLexSarahLagrum(text, 'PATAGLIG_RISK_ALLVARLIGT', '2026-01-08', true)).toMatchObject({ kod: 'FEL_LAGRUM', allvar: 'STOPP' });
  expect(provaLexSarahLagrum('Anmäls enligt 27 kap. 6 § SoL. Utredningen gjordes enligt 27 kap. 5 §.', 'PATAGLIG_RISK_ALLVARLIGT', '2026-01-08', true)).toBeUndefined();
  expect(provaLexSarahLagrum('Utredd enligt 24 e § LSS.', 'MISSFORHALLANDE', '2026-01-08', true)).toBeUndefined();
});
it('F1: paragraftecknet före numret läses också', () => {
  expect(provaLexSarahLagrum('14 kap § 6 SoL', 'ALLVARLIGT_MISSFORHALLANDE', '2017-06-14')?.text).toContain('14 kap. 7 § SoL (2001:453)');
  expect(provaLexSarahLagrum('14 kap. § 7 SoL', 'ALLVARLIGT_MISSFORHALLANDE', '2017-06-14')).toBeUndefined();
  for (const text of ['Anmäls enligt 27 kap. § 7 SoL.', 'Anmäls enligt LSS § 24 e.']) expect(provaLexSarahLagrum(text, 'PATAGLIG_RISK_ALLVARLIGT', '2026-01-08', true)).toMatchObject({ kod: 'FEL_LAGRUM', allvar: 'STOPP' });
});
it('F1: den äldre lagens paragrafer flaggas mot den äldre lagen', () => {
  expect(provaLexSarahLagrum('14 kap. 7 § SoL', 'ALLVARLIGT_MISSFORHALLANDE', '2017-06-14')).toBeUndefined();
  expect(provaLexSarahLagrum('14 kap. 6 § SoL', 'ALLVARLIGT_MISSFORHALLANDE', '2017-06-14')?.text).toContain('14 kap. 7 § SoL (2001:453), 24 f § LSS');
});

it('F2: bara allvarliga missförhållanden och påtaglig risk för sådana anmäls till IVO', () => expect(BEDOMNINGAR.filter(arAllvarlig)).toEqual(['ALLVARLIGT_MISSFORHALLANDE', 'PATAGLIG_RISK_ALLVARLIGT']));

it('F4: anmäld 2026-11-05 utan färdig utredning → senast 2027-01-05', () => expect(kompletteringSenast('2026-11-05').datum).toBe('2027-01-05'));
it('F4: anmäld 2026-12-31 utan färdig utredning → senast 2027-02-28', () => expect(kompletteringSenast('2026-12-31').datum).toBe('2027-02-28'));
it('M22: de två månaderna räknas från anmälan, inte från rapporten, och det sägs', () => expect(kompletteringSenast('2026-11-05').varfor).toContain('Tiden räknas från anmälan, inte från rapporten.'));
it('K4/F4: anmäld 2018-03-22, utredningen sänd 2018-05-23 → VARNING, senast var 2018-05-22', () => {
  expect(provaKomplettering('2018-03-22', '2018-05-23')).toMatchObject({ allvar: 'VARNING', text: expect.stringContaining('2018-05-22') as string });
  expect(provaKomplettering('2018-03-22', '2018-05-22')).toBeUndefined();
});
it('F4: rapport mer än en arbetsdag efter upptäckten varnar; helgen räknas inte', () => {
  expect(provaRapporttid('2018-03-16', '2018-03-19', 1, 'SOL')).toBeUndefined();
  expect(provaRapporttid('2018-03-16', '2018-03-20', 1, 'SOL')).toMatchObject({ kod: 'RAPPORTEN_SEN', text: 'Rapporten kom 4 dagar efter att händelsen upptäcktes. Den ska lämnas genast (SoL (2001:453) 14 kap. 3 §).' });
});
it('M24: varningen om utredningens tid har lagens eget ord på rapportens dag', () => {
  expect(provaUtredningstid('2017-05-24', '2018-03-21', 60, 'SOL')?.text).toBe('Utredningen har pågått i 301 dagar. Den ska bedrivas utan dröjsmål (SoL (2001:453) 14 kap. 6 §).');
  expect(provaUtredningstid('2025-07-01', '2025-08-31', 60, 'SOL')?.text).toBe('Utredningen har pågått i 61 dagar. Den ska bedrivas genast (SoL 27 kap. 5 §).');
  expect(provaUtredningstid('2025-07-01', '2025-08-31', 60, 'LSS')?.text).toBe('Utredningen har pågått i 61 dagar. Den ska bedrivas utan dröjsmål (LSS 24 e §).');
  expect(provaUtredningstid('2025-07-01', '2025-08-30', 60, 'SOL')).toBeUndefined();
});
it('F4: utredare senare än målet varnar', () => {
  expect(provaUtredningsstart('2018-03-20', '2018-03-21', 1, 'SOL')).toBeUndefined();
  expect(provaUtredningsstart('2018-03-20', '2018-03-22', 1, 'SOL')?.text).toBe('Det gick 2 dagar från rapporten till att en utredare utsågs. Utredningen ska inledas utan dröjsmål (SoL (2001:453) 14 kap. 6 §).');
});

it('I12: 72 timmar från att incidenten blev känd, också över en omställning av klockan', () => {
  expect(imySenast('2018-03-21', '16:30')).toEqual({ datum: '2018-03-24', tid: '16:30' });
  expect(imySenast('2026-03-27', '08:00')).toEqual({ datum: '2026-03-30', tid: '09:00' });
  expect(imySenast('2026-10-23', '08:00')).toEqual({ datum: '2026-10-26', tid: '07:00' });
  expect(imySenast('2017-12-30', '23:59')).toEqual({ datum: '2018-01-02', tid: '23:59' });
});

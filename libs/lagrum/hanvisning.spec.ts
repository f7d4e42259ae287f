import { overklagandehanvisning, provaHanvisning } from './hanvisning';

const om = { datum: '2026-11-25', namnd: 'Socialnämnden', beslut: '§ 47 den 2026-11-25' };

it('D5: förvaltningsbesvär lämnas till nämnden, tre veckor från den dag du fick del av beslutet', () => {
  const { text, lamnasTill, lagrum } = overklagandehanvisning('FORVALTNINGSBESVAR', om);
  expect({ lamnasTill, lagrum }).toEqual({ lamnasTill: 'namnden', lagrum: 'FL 43–44 §§' });
  expect(text).toContain('Lämna överklagandet till Socialnämnden.');
  expect(text).toContain('inom tre veckor från den dag du fick del av beslutet');
  expect(text).toContain('§ 47 den 2026-11-25');
});
it('D5: laglighetsprövning lämnas till förvaltningsrätten, tre veckor från den dag justeringen tillkännagavs', () => {
  const { text, lamnasTill, lagrum } = overklagandehanvisning('LAGLIGHETSPROVNING', om);
  expect({ lamnasTill, lagrum }).toEqual({ lamnasTill: 'forvaltningsratten', lagrum: 'KL 13 kap. 5 §' });
  expect(text).toContain('inom tre veckor från den dag då justeringen av protokollet tillkännagavs');
});
it('D5, I13: ett beslut att inte lämna ut en handling överklagas till kammarrätten genom nämnden', () => {
  const { text, lamnasTill, lagrum } = overklagandehanvisning('FORVALTNINGSBESVAR', { ...om, ratt: 'OSL 6 kap. 7 §' });
  expect({ lamnasTill, lagrum }).toEqual({ lamnasTill: 'namnden', lagrum: 'OSL 6 kap. 7–8 §§, FL 43–44 §§' });
  expect(text).toContain('till kammarrätten. ');
  expect(text).not.toContain('förvaltningsrätten');
  expect(overklagandehanvisning('FORVALTNINGSBESVAR', { ...om, ratt: 'SoL 35 kap. 1 §' }).text).toContain('till förvaltningsrätten');
});
it('D5: det som inte kan överklagas har ingen instans och ingen tid', () => {
  const { text, lamnasTill } = overklagandehanvisning('EJ_OVERKLAGBART', om);
  expect(lamnasTill).toBeUndefined();
  expect(text).toContain('kan inte överklagas');
  expect(text).not.toContain('tre veckor');
});
it('D5: lagen är den som gällde på beslutets dag', () => expect(overklagandehanvisning('FORVALTNINGSBESVAR', { ...om, datum: '2018-03-21' }).lagrum).toBe('FL (1986:223) 23 §'));

it('D5: fel mall stoppas: beslutet överklagas på ett annat sätt', () => {
  expect(provaHanvisning('LAGLIGHETSPROVNING', '2026-11-25', { overklagandeslag: 'FORVALTNINGSBESVAR' })).toEqual([{ kod: 'FEL_BESVARSHANVISNING', allvar: 'STOPP', text: 'Fel besvärshänvisning: beslutet överklagas genom laglighetsprövning.', lagrum: 'KL 13 kap. 5 §' }]);
  expect(provaHanvisning('FORVALTNINGSBESVAR', '2026-11-25', { overklagandeslag: 'LAGLIGHETSPROVNING' })).toMatchObject([{ text: 'Fel besvärshänvisning: beslutet överklagas genom förvaltningsbesvär.', allvar: 'STOPP' }]);
  expect(provaHanvisning('EJ_OVERKLAGBART', '2026-11-25', { overklagandeslag: 'LAGLIGHETSPROVNING' })).toMatchObject([{ text: 'Fel besvärshänvisning: beslutet kan inte överklagas.' }]);
  expect(provaHanvisning('LAGLIGHETSPROVNING', '2026-11-25', { overklagandeslag: 'LAGLIGHETSPROVNING', lamnasTill: 'forvaltningsratten' })).toEqual([]);
});
it('K4/D5: förvaltningsrättens adress i hänvisningen för bistånd: fel instans, ska lämnas till nämnden', () =>
  expect(provaHanvisning('FORVALTNINGSBESVAR', '2026-11-25', { lamnasTill: 'forvaltningsratten' })).toEqual([{ kod: 'FEL_INSTANS', allvar: 'STOPP', text: 'Fel instans: överklagandet ska lämnas till nämnden (FL 43–44 §§).', lagrum: 'FL 43–44 §§' }]));
it('D5: det som bygger på en lydelse som inte är kontrollerad varnar bara', () => expect(provaHanvisning('FORVALTNINGSBESVAR', '2018-03-21', { lamnasTill: 'forvaltningsratten' })).toMatchObject([{ allvar: 'VARNING' }]));

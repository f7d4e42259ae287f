/** How a point of förslag till beslut reads. */
export type Forslagsform = 'beslut' | 'annat' | 'tomt';

/** Stems of the words that a committee decides with (B12), in the forms a förslag uses. */
const BESLUTSORD = [
  'beslut', 'bifall', 'avslå', 'avslag', 'godkän', 'antar?', 'antas', 'fastställ', 'ställ(?:er|a|a?s) sig bakom', 'ställer nämnden sig bakom', 'avge', 'avger', 'yttra(?:r|nde)', 'överlämna',
  'läggs? ', 'lägger', 'lägga', 'noter', 'tar del', 'ta del', 'tar emot', 'avskriv', 'avvisa', 'bordlägg', 'återremitter', 'utse', 'välj', 'uppdra', 'uppdrag', 'justera', 'föreslå', 'hemställ', 'anmäl',
  'lämna', 'bevilja', 'tillstyrk', 'avstyrk', 'förklara', 'upphäv', 'entledig', 'omedelbar justering',
];
const BESLUT = new RegExp(`(?<!\\p{L})(?:${BESLUTSORD.join('|')})`, 'iu');

/** Reads a point as a decision when it has one of the words of decision. A guess: it warns, and never stops anyone. */
export const forslagsform = (text: string): Forslagsform => (text.trim() === '' ? 'tomt' : BESLUT.test(text) ? 'beslut' : 'annat');

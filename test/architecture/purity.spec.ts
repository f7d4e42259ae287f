import { code, filesIn } from './house';

/**
 * Replay must give the same answer in twenty years, and a rule the same answer twice. Imports are dependency-cruiser's;
 * this is what needs no import. A noun's helpers without a role are pure too; its Nest part and `prepare`, which waits for
 * the log, are not.
 */
const CLOCK_DICE_OR_WAITING = /\bnew Date\(\s*\)|\bDate\(\s*\)|\bDate\s*[.]\s*now\b|\bTemporal\s*[.]\s*Now\b|\bMath\s*[.]\s*random\b|\brandomUUID\b|\bgetRandomValues\b|\bperformance\s*[.]|\bprocess\s*[.]|\basync\b|\bawait\b|\bPromise\b|\bset(?:Timeout|Interval|Immediate)\b|\bconsole\s*[.]|\bfetch\s*\(|\blocaleCompare\(|\btoLocale\w*\(|\bIntl\s*[.]/;
const NOT_PURE = /^libs\/kernel\/|[.](?:graphql|module|prepare|spec)[.]ts$/;
const KERNEL = /^libs\/kernel\/(?:canonical|decider|fact|record|upcast|reaction|projection)[.]ts$/;

const pure = filesIn('libs', /[.]ts$/).filter((path) => !NOT_PURE.test(path));

it('det finns rena filer att se på', () => expect(pure.length).toBeGreaterThan(0));
it.each(pure)('%s läser ingen klocka, slår ingen tärning och väntar inte', (path) => expect(code(path)).not.toMatch(CLOCK_DICE_OR_WAITING));

// asOf reads the log, and so waits; apart from that the folding part of the kernel is as pure as what it folds.
it.each(filesIn('libs/kernel', KERNEL))('%s läser ingen klocka och slår ingen tärning', (path) =>
  expect(code(path)).not.toMatch(/\bnew Date\(\s*\)|\bDate\s*[.]\s*now\b|\bMath\s*[.]\s*random\b|\brandomUUID\b|\bprocess\s*[.]/));

it('mönstret ser det som planteras', () => {
  for (const fault of ['new Date()', 'Date.now()', 'Math.random()', 'randomUUID()', 'process.env', 'async () => 1', 'await x', 'Temporal.Now.instant()', 'new Intl.Collator()', 'a.localeCompare(b)']) {
    expect(fault).toMatch(CLOCK_DICE_OR_WAITING);
  }
  for (const lawful of ['new Date(at)', 'Date.UTC(2018, 1, 1)', 'datum', 'processen', 'Temporal.PlainDate.from(x)']) expect(lawful).not.toMatch(CLOCK_DICE_OR_WAITING);
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

// test/regelbok.md says which test shows each example of the rule book. Here: that the tests are there, and that no rule is forgotten.
const ROOT = join(__dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const span = (letter: string, last: number): readonly string[] => Array.from({ length: last }, (_, i) => `${letter}${i + 1}`);
const RULES = ['0.2', ...span('A', 11), 'B1', 'B4', ...span('B', 11).slice(6), ...span('C', 8), 'D1', 'D2', 'D3', 'G', ...span('I', 14), 'K1', 'K2', 'K3', ...span('F', 7), 'M22', 'M23', 'M24', 'M25', 'M54', 'M57', 'D5', 'D7', ...span('E', 9), ...span('B', 12).slice(6), 'D6', 'D8', ...span('B', 11), 'E9', ...span('H', 4), ...span('H', 8).slice(4), 'M41', 'M42'];
/** Rules whose acceptance cases stand in K4; D3 and I as far as they are held. */
const ACCEPTED = RULES.filter((rule) => !rule.startsWith('K') && rule !== '0.2');

/** The rows of the table under a heading, cell by cell. */
const table = (markdown: string, heading: string): readonly (readonly string[])[] => {
  const [, after = ''] = markdown.split(`## ${heading}\n`);
  const lines = (after.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| '));
  return lines.slice(1).map((line) => line.slice(2).replace(/ \|$/, '').split(/ \| /).map((cell) => cell.replaceAll('\\|', '|')));
};
const MARKDOWN = read('test/regelbok.md');
const SHOWN = table(MARKDOWN, 'Exempel som har prov').map(([rule = '', example = '', title = '', file = '', ...more]) => ({ rule, example, title, file, more }));
const WAITING = table(MARKDOWN, 'Exempel som väntar').map(([rule = '', example = '', issue = '', why = '', ...more]) => ({ rule, example, issue, why, more }));
const baseOf = (rule: string): string => rule.replace(/^K4\//, '');

type Cell = string | number | boolean | null | undefined;
/** A literal as jest would print it; anything else is not known from the text. */
const literal = (node: ts.Expression | undefined): Cell => {
  if (node === undefined) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) return node.kind === ts.SyntaxKind.TrueKeyword;
  return node.kind === ts.SyntaxKind.NullKeyword ? null : undefined;
};
const bare = (node: ts.Expression): ts.Expression => (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node) ? bare(node.expression) : node);

/** One row's title, or nothing where a value that it prints is not written out in the text. */
const filledIn = (title: string, cells: readonly Cell[]): string | undefined => {
  let next = 0;
  let known = true;
  const text = title.replace(/%[sdij]/g, (mark) => {
    const cell = cells[next++];
    known &&= cell !== undefined;
    return mark === '%j' ? JSON.stringify(cell) : String(cell);
  });
  return known && !/%[a-z#]|\$\{?\w/i.test(text) ? text : undefined;
};

/** The titles of the tests that a spec file surely runs, read from its syntax: `it('…')`, and `it.each([…])('…')` row by row. Skipped tests, comments and computed titles are none. */
const titlesIn = (path: string, text: string): ReadonlySet<string> => {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const titles = new Set<string>();
  const named = new Map<string, ts.Expression>();
  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement)) for (const { name, initializer } of statement.declarationList.declarations) if (ts.isIdentifier(name) && initializer !== undefined) named.set(name.text, initializer);
  }
  const rowsOf = (node: ts.Expression): readonly (readonly Cell[])[] => {
    const list = bare(ts.isIdentifier(node) ? (named.get(node.text) ?? node) : node);
    if (!ts.isArrayLiteralExpression(list)) return [];
    return list.elements.map(bare).map((row) => (ts.isArrayLiteralExpression(row) ? row.elements.map((cell) => literal(bare(cell))) : [literal(row)]));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const { expression: callee, arguments: [title] } = node;
      // A suite that may be skipped shows nothing on a machine where it is.
      if (ts.isParenthesizedExpression(callee) || (ts.isPropertyAccessExpression(callee) && callee.name.text === 'skip')) return;
      if (ts.isIdentifier(callee) && callee.text === 'it' && title !== undefined && ts.isStringLiteralLike(title)) titles.add(title.text);
      if (ts.isCallExpression(callee) && callee.expression.getText(source) === 'it.each' && title !== undefined && ts.isStringLiteralLike(title)) {
        for (const cells of rowsOf(callee.arguments[0]!)) {
          const filled = filledIn(title.text, cells);
          if (filled !== undefined) titles.add(filled);
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return titles;
};

it('titlar läses ur koden, rad för rad, inte ur kommentarer, hoppade prov eller uträknade titlar', () => {
  const text = `
    const RADER = [['2018-03-22', 4, () => 1], ['2018-04-06', 5, x]] as const;
    describe('A', () => { it('ett', () => 1); for (const n of [1]) it(\`\${n} uträknad\`, () => 1); });
    describe.skip('B', () => { it('hoppat', () => 1); });
    (finns ? describe : describe.skip)('C', () => { it('kanske', () => 1); });
    // it('kommenterat', () => 1);
    it.skip('hoppat också', () => 1);
    it.each(RADER)('anslag %s: %i dagar', () => 1);
    it.each([['a b', x], [y, 1]])('%j %s', () => 1);
    it.each(['', 'två'])('ur en lista: %s', () => 1);
    it.each(uträknade)('%s', () => 1);`;
  expect([...titlesIn('x.spec.ts', text)]).toEqual(['ett', 'anslag 2018-03-22: 4 dagar', 'anslag 2018-04-06: 5 dagar', 'ur en lista: ', 'ur en lista: två']);
});

describe('Tabellen över regelbokens exempel', () => {
  it('har i varje rad en regel, ett exempel och antingen ett prov eller ett skäl att vänta', () => {
    expect(SHOWN.length).toBeGreaterThan(100);
    expect(SHOWN.filter(({ rule, example, title, file, more }) => !RULES.includes(baseOf(rule)) || [example, title, file].includes('') || more.length > 0)).toEqual([]);
    expect(WAITING.filter(({ rule, example, issue, why, more }) => !RULES.includes(baseOf(rule)) || example === '' || !/^(4|6|7|efter de fem|–)$/.test(issue) || why.length < 15 || more.length > 0)).toEqual([]);
  });
  it('säger inget två gånger', () => {
    const rows = [...SHOWN.map(({ rule, title, file }) => `${rule} | ${title} | ${file}`), ...WAITING.map(({ rule, example }) => `${rule} | ${example}`)];
    expect(rows.filter((row, i) => rows.indexOf(row) !== i)).toEqual([]);
  });
  it('nämner varje regel i de avsnitt som huset håller', () => {
    const named = new Set([...SHOWN, ...WAITING].map(({ rule }) => baseOf(rule)));
    expect(RULES.filter((rule) => !named.has(rule))).toEqual([]);
    expect([...SHOWN, ...WAITING].some(({ rule }) => rule.startsWith('K4/'))).toBe(true);
  });

  it.each([...new Set(SHOWN.map(({ file }) => file))])('hittar sina prov i %s', (file) => {
    const titles = titlesIn(file, read(file));
    expect(SHOWN.filter((row) => row.file === file && !titles.has(row.title)).map(({ rule, title }) => `${rule}: ${title}`)).toEqual([]);
  });
  it('hänvisar till prov om samma regel, när provet nämner någon', () => {
    const ids = (title: string): readonly string[] => /^((?:K4[ /])?[A-Z]\d+(?:, ?|\/)?)+: /.exec(title)?.[0].match(/[A-Z]\d+/g) ?? [];
    expect(SHOWN.filter(({ rule, title }) => ids(title).length > 0 && !ids(title).includes(baseOf(rule))).map(({ rule, title }) => `${rule}: ${title}`)).toEqual([]);
  });
});

// The rule book lies beside the repository where Klubba is developed, and is not part of it.
const BOOK = join(ROOT, '../shared/regelbok/lagregler.md');
(existsSync(BOOK) ? describe : describe.skip)('Tabellen mot regelboken', () => {
  const book = existsSync(BOOK) ? readFileSync(BOOK, 'utf8') : '';
  const rows = (from: string, to: string): readonly (readonly string[])[] =>
    (book.split(`### ${from}`)[1] ?? '').split(to)[0]!.split('\n').filter((line) => /^\| (?!Rule|Fn)/.test(line)).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));

  it('har varje vektor i K3', () => {
    const vectors = rows('K3', '### K4').map(([, from, to]) => [from!, /\d{4}-\d\d-\d\d|\d\d-\d\d/.exec(to!)![0]]);
    expect(vectors.length).toBeGreaterThan(10);
    const titles = SHOWN.filter(({ rule }) => rule === 'K3').map(({ title }) => title);
    expect(vectors.filter((vector) => !titles.some((title) => vector.every((date) => title.includes(date!))))).toEqual([]);
  });
  it('har lika många fall i K4 för varje regel i avsnitten', () => {
    const cases = rows('K4', '\n---').map(([rule]) => rule!).filter((rule) => ACCEPTED.includes(rule));
    expect(cases.length).toBeGreaterThan(20);
    const ours = [...new Set([...SHOWN, ...WAITING].filter(({ rule }) => rule.startsWith('K4/')).map(({ rule, example }) => `${baseOf(rule)} | ${example}`))].map((row) => row.split(' | ')[0]!);
    const count = (rules: readonly string[]) => Object.fromEntries(ACCEPTED.map((rule) => [rule, rules.filter((one) => one === rule).length]));
    expect(count(ours)).toEqual(count(cases));
  });
});

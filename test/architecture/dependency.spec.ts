import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './house';

type Violation = { readonly rule: { readonly name: string }; readonly from: string; readonly to: string };

/** A small lawful house: what the rules must let through. */
const LAWFUL: Readonly<Record<string, string>> = {
  'libs/behorighet/index.ts': `export * from './tabell';`,
  'libs/behorighet/tabell.ts': `import type { Klass } from '@klubba/kernel'; export const TABELL: Klass[] = [];`,
  'libs/lagrum/index.ts': `export * from './datum';`,
  'libs/lagrum/datum.ts': `import { Temporal } from 'temporal-polyfill'; export const datum = Temporal;`,
  'libs/arende/arende.events.ts': `import { field } from '@klubba/kernel'; export const arendeFacts = { field };`,
  'libs/arende/arende.decider.ts': `import { fold } from '@klubba/kernel'; import { datum } from '@klubba/lagrum'; import { arendeFacts } from './arende.events'; import { nummer } from './nummer'; export type Kommando = 1; export const arende = [fold, datum, arendeFacts, nummer];`,
  'libs/arende/nummer.ts': `export const nummer = 1;`,
  'libs/arende/arende.projection.ts': `import { arendeFacts } from './arende.events'; export const kort = arendeFacts;`,
  'libs/arende/arende.reactions.ts': `import { remissFacts } from '@klubba/remiss'; export const nar = remissFacts;`,
  'libs/arende/arende.graphql.ts': `import { Field } from '@nestjs/graphql'; import { scoped } from '@klubba/kernel/edge'; import { kort } from './arende.projection'; export const delar = [Field, scoped, kort];`,
  'libs/arende/arende.module.ts': `import { Module } from '@nestjs/common'; import { arende } from './arende.decider'; import { delar } from './arende.graphql'; export const modul = [Module, arende, delar];`,
  'libs/arende/index.ts': `export * from './arende.events'; export type { Kommando } from './arende.decider'; export { kort } from './arende.projection';`,
  'libs/remiss/remiss.events.ts': `export const remissFacts = 1;`,
  'libs/remiss/remiss.reactions.ts': `import { arendeFacts, type Kommando } from '@klubba/arende'; export const foljer: Kommando[] = [1]; export const av = arendeFacts;`,
  'libs/remiss/index.ts': `export * from './remiss.events';`,
  'infra/memory/store.ts': `import { VersionConflict } from '@klubba/kernel'; export const minne = VersionConflict;`,
  'apps/api/main.ts': `import { minne } from '../../infra/memory/store'; import { modul } from '../../libs/arende/arende.module'; import { nar } from '../../libs/arende/arende.reactions'; import { foljer } from '../../libs/remiss/remiss.reactions'; import { TABELL } from '@klubba/behorighet'; export const hus = [minne, modul, nar, foljer, TABELL];`,
};

/** One planted fault per line: the rule that must see it, the file and what it holds. */
const FAULTS: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['the-pure-part-imports-only-the-kernel-the-law-and-facts', 'libs/arende/fel1.decider.ts', `import { Injectable } from '@nestjs/common'; export const x = Injectable;`],
  ['the-pure-part-imports-only-the-kernel-the-law-and-facts', 'libs/arende/fel2.projection.ts', `import { readFileSync } from 'node:fs'; export const x = readFileSync;`],
  ['the-pure-part-imports-only-the-kernel-the-law-and-facts', 'libs/arende/fel3.events.ts', `import { scoped } from '@klubba/kernel/edge'; export const x = scoped;`],
  ['the-pure-part-imports-only-the-kernel-the-law-and-facts', 'libs/arende/fel4.reactions.ts', `import type { Field } from '@nestjs/graphql'; export type X = typeof Field;`],
  ['the-pure-part-imports-only-the-kernel-the-law-and-facts', 'libs/arende/fel5.ts', `import { readFileSync } from 'node:fs'; export const x = readFileSync;`],
  ['the-pure-part-imports-only-the-kernel-the-law-and-facts', 'libs/arende/fel5b.ts', `import { delar } from './arende.graphql'; export const x = delar;`],
  ['a-front-door-is-pure', 'libs/fel6/index.ts', `export * from './fel6.module';`],
  ['a-front-door-keeps-the-rules-inside', 'libs/fel7/index.ts', `export { regel } from './fel7.decider';`],
  ['a-noun-shows-itself-by-its-own-files', 'libs/fel8/index.ts', `export { remissFacts } from '@klubba/remiss';`],
  ['the-kernel-imports-nothing-of-ours', 'libs/kernel/fel9.ts', `import { datum } from '@klubba/lagrum'; export const x = datum;`],
  ['the-kernel-imports-nothing-of-ours', 'libs/kernel/fel10.ts', `import { Injectable } from '@nestjs/common'; export const x = Injectable;`],
  ['the-edge-knows-only-the-kernel-and-the-web', 'libs/kernel/edge/fel11.ts', `import { kort } from '@klubba/arende'; export const x = kort;`],
  ['only-the-nest-part-sees-the-edge', 'libs/arende/fel12.decider.ts', `import type { Page } from '@klubba/kernel/edge'; export type X = Page<1>;`],
  ['the-law-knows-only-dates', 'libs/lagrum/fel13.ts', `import { fold } from '@klubba/kernel'; export const x = fold;`],
  ['the-law-knows-only-dates', 'libs/lagrum/fel14.ts', `import { performance } from 'node:perf_hooks'; export const x = performance;`],
  ['the-table-of-rights-is-only-a-table', 'libs/behorighet/fel15.ts', `import { kort } from '@klubba/arende'; export const x = kort;`],
  ['a-noun-is-entered-by-its-front-door', 'libs/remiss/fel16.decider.ts', `import { arendeFacts } from '../arende/arende.events'; export const x = arendeFacts;`],
  ['a-noun-is-entered-by-its-front-door', 'apps/api/fel17.ts', `import { nummer } from '@klubba/arende/nummer'; export const x = nummer;`],
  ['nobody-sees-a-neighbours-rules', 'libs/remiss/fel18.graphql.ts', `import { arende } from '@klubba/arende/arende.decider'; export const x = arende;`],
  ['only-apps-mount-modules', 'libs/remiss/fel19.module.ts', `import { modul } from '@klubba/arende/arende.module'; export const x = modul;`],
  ['libs-never-see-infra-or-apps', 'libs/remiss/fel20.module.ts', `import { minne } from '../../infra/memory/store'; export const x = minne;`],
  ['infra-knows-only-the-kernel', 'infra/sqlite/fel21.ts', `import { kort } from '@klubba/arende'; export const x = kort;`],
  ['infra-knows-only-the-kernel', 'infra/sqlite/fel22.ts', `import type { Page } from '@klubba/kernel/edge'; export type X = Page<1>;`],
  ['production-needs-no-test', 'apps/api/fel23.ts', `import { specify } from '@klubba/kernel/spec'; export const x = specify;`],
  ['no-circles', 'libs/arende/fel24.ts', `import { b } from './fel24b'; export const a = () => b;`],
  ['no-orphans', 'libs/remiss/fel25.ts', `export const ensam = 1;`],
  ['only-declared-packages', 'apps/api/fel26.ts', `import { Iterare } from 'iterare'; export const x = Iterare;`],
  ['only-declared-packages', 'apps/api/fel27.ts', `import { x } from 'finns-inte-alls'; export const y = x;`],
  ['production-runs-without-dev-packages', 'apps/api/fel28.ts', `import fc from 'fast-check'; export const x = fc;`],
];
const HELPERS: Readonly<Record<string, string>> = {
  'libs/fel6/fel6.module.ts': `export const modul = 1;`,
  'libs/fel7/fel7.decider.ts': `export const regel = 1;`,
  'libs/arende/fel24b.ts': `import { a } from './fel24'; export const b = () => a;`,
};

const house = mkdtempSync(join(tmpdir(), 'klubba-regler-'));
const write = (files: Readonly<Record<string, string>>): void => {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), `${text}\n`);
  }
};
const violations = (): readonly Violation[] => {
  const { stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
    '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'apps', 'libs', 'infra'], { cwd: house, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (stdout === '') throw new Error(stderr);
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
};

describe('Vem som får känna vem', () => {
  beforeAll(() => {
    for (const file of ['.dependency-cruiser.cjs', 'package.json', 'tsconfig.json']) copyFileSync(join(ROOT, file), join(house, file));
    symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'));
    cpSync(join(ROOT, 'libs/kernel'), join(house, 'libs/kernel'), { recursive: true });
    write(LAWFUL);
  });
  afterAll(() => rmSync(house, { recursive: true }));

  it('ett lagligt hus har inget att anmärka på', () => expect(violations().map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]));

  describe('varje regel ser sitt fel', () => {
    let found: readonly Violation[] = [];
    beforeAll(() => {
      write(Object.fromEntries(FAULTS.map(([, file, text]) => [file, text])));
      write(HELPERS);
      found = violations();
    });
    it.each(FAULTS)('%s: %s', (rule, file) => expect(found.filter(({ from }) => from === file).map(({ rule: { name } }) => name)).toContain(rule));
  });

  it('ingen regel saknar ett planterat fel', () => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- depcruise wants CommonJS
    const { forbidden } = require(join(ROOT, '.dependency-cruiser.cjs')) as { forbidden: { name: string }[] };
    expect(forbidden.map(({ name }) => name).filter((name) => !FAULTS.some(([rule]) => rule === name))).toEqual([]);
  });
});

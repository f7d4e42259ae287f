// What Mocha needs to run the specs as they are: TypeScript as Jest reads it, @klubba/*, and Jest's words.
// Mocha and not Jest, since it keeps the code between two mutants: each then costs its tests alone.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';
import { expect } from 'expect';
import { bind } from 'jest-each';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const [[, [, swc]]] = Object.entries(createRequire(import.meta.url)('../jest.config.cjs').transform);
const file = (path) => [path, `${path}.ts`, join(path, 'index.ts')].find((one) => /[.]\w+$/.test(one) && existsSync(one));

registerHooks({
  resolve: (name, context, next) => {
    const path = name.startsWith('@klubba/') ? join(ROOT, 'libs', name.slice('@klubba/'.length))
      : name.startsWith('.') && context.parentURL?.endsWith('.ts') ? join(dirname(fileURLToPath(context.parentURL)), name) : undefined;
    const found = path === undefined ? undefined : file(path);
    return found === undefined ? next(name, context) : { url: pathToFileURL(found).href, format: found.endsWith('.ts') ? 'commonjs' : undefined, shortCircuit: true };
  },
  load: (url, context, next) => (url.endsWith('.ts') && !url.includes('/node_modules/')
    ? { format: 'commonjs', source: transformSync(readFileSync(fileURLToPath(url), 'utf8'), { ...swc, filename: fileURLToPath(url), swcrc: false, sourceMaps: false }).code, shortCircuit: true }
    : next(url, context)),
});

globalThis.expect = expect;
/** Mocha sets its own words only when it reads the specs, which is after this: each is then given what Jest's has beside. */
for (const word of ['it', 'describe']) {
  let mochas;
  Object.defineProperty(globalThis, word, { configurable: true, get: () => mochas, set: (own) => (mochas = Object.assign(own, { each: bind(own) })) });
}

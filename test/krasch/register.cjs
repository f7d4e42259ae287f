// Lets a child process run the house's TypeScript as it stands: `node -r ./register.cjs child.ts`. What one child has
// compiled is kept in KLUBBA_COMPILED for the next: hundreds are started, and most of their short lives would be spent here.
const Module = require('node:module');
const { existsSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const root = resolve(__dirname, '../..');
const find = Module._resolveFilename;
Module._resolveFilename = function (request, parent, ...rest) {
  const path = request.startsWith('@klubba/') ? join(root, 'libs', request.slice('@klubba/'.length)) : request.startsWith('.') && parent?.path ? resolve(parent.path, request) : undefined;
  for (const candidate of path === undefined ? [] : [`${path}.ts`, join(path, 'index.ts')]) if (existsSync(candidate)) return candidate;
  return find.call(this, request, parent, ...rest);
};

const compile = (filename) =>
  require('@swc/core').transformSync(readFileSync(filename, 'utf8'), {
    filename, sourceMaps: 'inline', module: { type: 'commonjs' },
    jsc: { target: 'es2023', parser: { syntax: 'typescript', decorators: true }, transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false }, keepClassNames: true },
  }).code;
Module._extensions['.ts'] = (module, filename) => {
  const kept = process.env.KLUBBA_COMPILED && join(process.env.KLUBBA_COMPILED, `${filename.replaceAll(/[^a-z0-9]/gi, '_')}.js`);
  if (!kept) return module._compile(compile(filename), filename);
  if (!existsSync(kept)) {
    // Whole or not at all: the next may be reading, and this one may be about to be killed.
    writeFileSync(`${kept}.${process.pid}`, compile(filename));
    renameSync(`${kept}.${process.pid}`, kept);
  }
  return module._compile(readFileSync(kept, 'utf8'), filename);
};

import { extname, join } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';

// Written as TypeScript, run as JavaScript; under the tests Node itself takes the types away.
const IS_SOURCE = extname(__filename) === '.ts';

/** Starts `<name>.worker` of a folder in a thread of its own. */
export const startThread = (folder: string, name: string, options: WorkerOptions): Worker =>
  new Worker(join(folder, `${name}.worker${IS_SOURCE ? '.mts' : '.mjs'}`), {
    // Node finds out by itself that what the worker imports is a module, and says so. Never the process's own flags: those of V8 are refused here.
    ...(IS_SOURCE && { execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'] }), ...options,
  });

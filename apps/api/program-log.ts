import { closeSync, openSync, writeSync } from 'node:fs';

const FLUSH_MS = 200;
const HELD_MAX = 64 * 1024;

/** Where pino's lines go. Gathered for a moment and written together, so that a command does not pay for a write of its own. */
export type LineSink = { write(line: string): void; close(): void };

/** Lines to a file (appended), to stdout for `-`, or nowhere. Throws the file system's error when the file cannot be opened. */
export const lineSink = (target: string | undefined): LineSink => {
  if (target === undefined) return { write: () => undefined, close: () => undefined };
  const handle = target === '-' ? 1 : openSync(target, 'a', 0o600);
  let held = '';
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const lines = held;
    held = '';
    try {
      if (lines !== '') writeSync(handle, lines);
    } catch {
      // A full disk must stop commands by the store's own error, not by a line about them.
    }
  };
  return {
    write: (line) => {
      held += line;
      if (held.length > HELD_MAX) flush();
      else timer ??= setTimeout(flush, FLUSH_MS).unref();
    },
    close: () => {
      flush();
      if (handle !== 1) closeSync(handle);
    },
  };
};

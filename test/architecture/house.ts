import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The repository as the architecture tests see it: paths are relative to its root and use `/`. */
export const ROOT = join(__dirname, '..', '..');
export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
export const there = (path: string): boolean => existsSync(join(ROOT, path));
export const filesIn = (folder: string, fits: RegExp = /./): readonly string[] =>
  (there(folder) ? readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }) : [])
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`).filter((path) => fits.test(path)).sort();

/** Source without comments, so that a comment may speak of what the code may not do. Strings stay. */
export const code = (path: string): string =>
  read(path).replace(/\/\*[^]*?\*\/|(?<![:'"`\\])\/\/[^\n]*/g, '');

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const compiled = mkdtempSync(join(tmpdir(), 'klubba-barn-'));
afterAll(() => rmSync(compiled, { recursive: true, force: true }));

/** A writing process of its own, and what it has said so far. */
export class Barn {
  readonly lines: string[] = [];
  readonly process: ChildProcess;
  private readonly ended: Promise<unknown>;
  private readonly waiting = new Set<() => void>();
  private rest = '';

  /** `before`: what to start it through, as strace or a shell with a limit. `script`: which child it is. */
  constructor(how: string, file: string, argument = '', before: readonly string[] = [], script = 'skrivare.ts') {
    const [command, ...args] = [...before, process.execPath, '-r', join(__dirname, 'register.cjs'), join(__dirname, script), how, file, argument];
    this.process = spawn(command!, args, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '', KLUBBA_COMPILED: compiled } });
    this.process.stdout!.setEncoding('utf8').on('data', (text: string) => {
      const parts = (this.rest + text).split('\n');
      this.rest = parts.pop()!;
      this.lines.push(...parts);
      for (const look of [...this.waiting]) look();
    });
    // `close`, not `exit`: what it said before it died is to be heard too.
    this.ended = once(this.process, 'close');
    void this.ended.then(() => [...this.waiting].forEach((look) => look()));
  }

  /** The first line that begins so. Fails when the process ends without having said it. */
  line(start: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = this.lines.find((line) => line.startsWith(start));
        if (found === undefined && this.process.exitCode === null && this.process.signalCode === null) return;
        this.waiting.delete(look);
        if (found === undefined) reject(new Error(`the child ended without "${start}": ${this.lines.slice(-5).join(' | ')}`));
        else resolve(found);
      };
      this.waiting.add(look);
      look();
    });
  }

  async end(): Promise<readonly string[]> {
    await this.ended;
    return this.lines;
  }

  /** kill -9, and waits until it is gone. */
  async kill(): Promise<readonly string[]> {
    this.process.kill('SIGKILL');
    return this.end();
  }

  said(word: string): readonly (readonly string[])[] {
    return this.lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.split(' ').slice(1));
  }
}

/** Whether system calls can be watched here. Where not, the tests that need it are listed as skipped, with the reason. */
const straceWorks = ((): boolean => {
  try {
    execFileSync('strace', ['-f', '-o', '/dev/null', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
export const itWithStrace = (title: string, test: () => Promise<void>): void => {
  if (straceWorks) it(title, test);
  // Said aloud in the list of tests rather than passed in silence.
  else it.skip(`${title} [HOPPAS ÖVER: strace saknas eller får inte följa processer här]`, test);
};

import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

/** What is measured runs in a process of its own, and so does the load: neither pays for the other's garbage or compiled code. */
export class Side {
  private answer: { readonly done: (result: unknown) => void; readonly failed: (error: Error) => void } | undefined;
  private told: Error | undefined;

  private constructor(private readonly child: ChildProcess, name: string) {
    child.on('message', (message: Message) => ('fault' in message ? this.fail(new Error(`${name}: ${message.fault}`)) : this.settle(message.result)));
    child.on('exit', (code, signal) => this.fail(new Error(`${name} slutade (${signal ?? code})`)));
  }

  /** Starts a program of this folder that ends in `serve`. */
  static async start<In, Out = unknown>(program: string, args: In, { execArgv = [] }: { readonly execArgv?: readonly string[] } = {}): Promise<readonly [Side, Out]> {
    const child = fork(join(__dirname, `${program}.js`), [], {
      execArgv: [...(process.env.BENCH_PROFIL === program ? ['--cpu-prof', '--cpu-prof-dir=profil'] : []), ...execArgv], stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const side = new Side(child, program);
    return [side, await side.ask<Out>('start', args)];
  }

  ask<Out>(what: string, args: unknown = null): Promise<Out> {
    return new Promise<Out>((done, failed) => {
      if (this.told !== undefined) return failed(this.told);
      this.answer = { done: done as (result: unknown) => void, failed };
      this.child.send({ what, args });
    });
  }

  async stop(): Promise<void> {
    if (this.told !== undefined) return;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    await this.ask('stop');
    await gone;
  }

  get pid(): number {
    return this.child.pid!;
  }

  private settle(result: unknown): void {
    const { answer } = this;
    this.answer = undefined;
    answer?.done(result);
  }
  private fail(error: Error): void {
    this.told = error;
    const { answer } = this;
    this.answer = undefined;
    answer?.failed(error);
  }
}

type Message = { readonly result: unknown } | { readonly fault: string };
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what the two ends agree on is theirs
type Answers = Readonly<Record<string, (args: any) => unknown>>;

/** The child's end: answers by name, `stop` ends it. Dies with its parent. */
export const serve = (answers: Answers): void => {
  process.on('disconnect', () => process.exit(1));
  process.on('message', ({ what, args }: { readonly what: string; readonly args: unknown }) => {
    void (async () => {
      try {
        const result = await answers[what]?.(args);
        process.send!({ result: result ?? null }, () => what === 'stop' && process.exit(0));
      } catch (error) {
        process.send!({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      }
    })();
  });
};

import { connect, type Socket } from 'node:net';

export type Answer = { readonly status: number; readonly body: string };
/** A request as its bytes, so that the load does not pay for making it while it measures. */
export const post = (path: string, body: string, headers: Readonly<Record<string, string>> = {}): Buffer => {
  const lines = Object.entries({ host: '127.0.0.1', 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)), ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
};

const END = Buffer.from('\r\n\r\n');

/** One kept-alive connection, one request at a time. On a bare socket: node:http would cost more than the server it asks. */
export class Client {
  private got: Buffer[] = [];
  private bytes = 0;
  /** How long the answer is with its head, once that is known. */
  private whole: number | undefined;
  private waiting: { readonly done: (answer: Answer) => void; readonly failed: (error: Error) => void } | undefined;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.take(chunk));
    socket.on('error', (error) => this.waiting?.failed(error));
    socket.on('close', () => this.waiting?.failed(new Error('servern stängde anslutningen')));
  }

  static open(port: number): Promise<Client> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new Client(socket)));
      socket.once('error', reject);
    });
  }

  ask(request: Buffer): Promise<Answer> {
    return new Promise((done, failed) => {
      this.waiting = { done, failed };
      this.socket.write(request);
    });
  }

  close(): void {
    this.waiting = undefined;
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.got.push(chunk);
    this.bytes += chunk.length;
    if (this.whole === undefined) {
      const sofar = Buffer.concat(this.got);
      this.got = [sofar];
      const head = sofar.indexOf(END);
      if (head < 0) return;
      const length = /^content-length: *(\d+)/im.exec(sofar.toString('latin1', 0, head))?.[1];
      if (length === undefined) throw new Error('svaret säger inte sin längd');
      this.whole = head + END.length + Number(length);
    }
    if (this.bytes < this.whole) return;
    const all = this.got.length === 1 ? this.got[0]! : Buffer.concat(this.got);
    const { waiting } = this;
    this.got = [];
    this.bytes = 0;
    this.whole = undefined;
    this.waiting = undefined;
    waiting?.done({ status: Number(all.toString('latin1', 9, 12)), body: all.toString('utf8', all.indexOf(END) + END.length) });
  }
}

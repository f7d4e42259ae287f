import { type AddressInfo, createServer, connect, type Server, type Socket } from 'node:net';

/** The wire between client and server, which can be cut, held still and taken down: what a network does, seen from both ends. */
export class Proxy {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private still = false;
  port = 0;

  private constructor(private readonly target: number) {}

  static async to(target: number): Promise<Proxy> {
    const proxy = new Proxy(target);
    await proxy.up();
    return proxy;
  }

  /** Lets clients in again, at the same port as before. */
  async up(): Promise<void> {
    const server = createServer((socket) => this.pass(socket));
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  /** Nobody answers at the port, as when the machine is down. */
  async down(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    this.cut();
    await new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve)));
  }

  /** Breaks the connections that are open. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  /** Nothing passes, and nothing breaks, until it thaws: a server that is frozen, or a cable that is out. */
  freeze(): void {
    this.still = true;
    for (const socket of this.sockets) socket.pause();
  }

  thaw(): void {
    this.still = false;
    for (const socket of this.sockets) socket.resume();
  }

  private pass(near: Socket): void {
    const far = connect(this.target, '127.0.0.1');
    for (const [from, to] of [[near, far], [far, near]] as const) {
      this.sockets.add(from);
      from.setNoDelay(true);
      from.on('data', (bytes) => to.write(bytes));
      from.on('error', () => undefined);
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
      if (this.still) from.pause();
    }
  }
}

import { isIP } from 'node:net';
import { connect } from 'node:tls';
import type { Address, Host } from './address';

const WAIT_MS = 2_000;

/**
 * Why no node of a cluster is spoken to with TLS; nothing where at least one would be, or none answers at all. The client
 * only says that it found nobody, and a certificate that is not believed would be waited for as if it were a server that starts.
 */
export const tlsFault = async ({ hosts, tls }: Address): Promise<Error | undefined> => {
  if (tls === undefined) return undefined;
  const faults = await Promise.all(hosts.map((host) => handshake(host, tls.ca)));
  return faults.includes(undefined) ? undefined : faults[0];
};

const handshake = ({ address, port }: Host, ca: Buffer | undefined): Promise<Error | undefined> =>
  new Promise((resolve) => {
    const socket = connect({ host: address, port, ALPNProtocols: ['h2'], ...(isIP(address) === 0 && { servername: address }), ...(ca !== undefined && { ca }) });
    const end = (fault?: Error): void => {
      socket.destroy();
      resolve(fault);
    };
    socket.setTimeout(WAIT_MS, () => end()).once('secureConnect', () => end()).once('error', (error: NodeJS.ErrnoException) => end(error.syscall === 'connect' ? undefined : error));
  });

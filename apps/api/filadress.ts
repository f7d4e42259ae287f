import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Files, type Klass, KLASSER } from '@klubba/kernel';
import type { FileDoor, Viewer } from '@klubba/kernel/edge';

export const ADDRESS_SECONDS = 60;
const PATH = '/handlingar/hamta/';

/** What an address says: whom it was given to, which classes they could read then, which version of what, and until when. */
export type Address = { readonly by: string; readonly klasser: readonly Klass[]; readonly namnd: string; readonly handling: string; readonly version: number; readonly until: number };

/** Makes and reads addresses of files. The key is made at start and never leaves the process: after a restart they are all old. */
export class FileAddresses implements FileDoor {
  private readonly key = randomBytes(32);
  constructor(private readonly files: Files, private readonly clock: () => number = () => Date.now()) {}

  address(viewer: Viewer, namnd: string, handling: string, version: number): string {
    const klasser = KLASSER.flatMap((klass, i) => (viewer.may(namnd, klass) ? [i] : [])).join('');
    const payload = Buffer.from(JSON.stringify([viewer.by, klasser, namnd, handling, version, this.clock() + ADDRESS_SECONDS * 1000])).toString('base64url');
    return `${PATH}${payload}.${this.mac(payload).toString('base64url')}`;
  }

  uploaded(viewer: Viewer, uppladdning: string): ReturnType<FileDoor['uploaded']> {
    return this.files.uploaded(uppladdning.toLowerCase(), viewer.by);
  }

  /** What the last part of an address says; `gammal` past its time, nothing when it is not one of ours. */
  read(text: string): Address | 'gammal' | undefined {
    const [payload = '', mac = '', ...more] = text.split('.');
    const given = Buffer.from(mac, 'base64url');
    const own = this.mac(payload);
    if (more.length > 0 || given.length !== own.length || !timingSafeEqual(given, own) || given.toString('base64url') !== mac) return undefined;
    const [by, klasser, namnd, handling, version, until] = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as [string, string, string, string, number, number];
    return until <= this.clock() ? 'gammal' : { by, klasser: [...klasser].map((i) => KLASSER[Number(i)]!), namnd, handling, version, until };
  }

  private mac(payload: string): Buffer {
    return createHmac('sha256', this.key).update(payload).digest();
  }
}

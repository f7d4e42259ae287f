import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Files, type Klass, KLASSER } from '@klubba/kernel';
import type { FileDoor, Viewer } from '@klubba/kernel/edge';

export const ADDRESS_SECONDS = 60;
/** What an address can lead to, by where it is read. */
const PATHS = { handling: '/handlingar/hamta/', kallelse: '/handlingar/kallelse/' } as const;
type Kind = keyof typeof PATHS;

type Issued = { readonly by: string; readonly klasser: readonly Klass[]; readonly namnd: string; readonly until: number };
/** What an address says: whom it was given to, which classes they could read then, which version of what, and until when. */
export type Address = Issued & { readonly handling: string; readonly version: number };
export type KallelseAddress = Issued & { readonly sammantrade: string; readonly version: number; readonly del: 'oppen' | 'sekretess' };

/** Makes and reads addresses of files. The nodes of a cluster have one key, so that what one gave is good at any. */
export class FileAddresses implements FileDoor {
  constructor(private readonly files: Files, private readonly key: Uint8Array, private readonly clock: () => number = () => Date.now()) {}

  address(viewer: Viewer, namnd: string, handling: string, version: number): string {
    return this.issue('handling', viewer, namnd, [handling, version]);
  }

  kallelse(viewer: Viewer, namnd: string, sammantrade: string, version: number, del: 'oppen' | 'sekretess'): string {
    return this.issue('kallelse', viewer, namnd, [sammantrade, version, del]);
  }

  uploaded(viewer: Viewer, uppladdning: string): ReturnType<FileDoor['uploaded']> {
    return this.files.uploaded(uppladdning.toLowerCase(), viewer.by);
  }

  /** What the last part of an address says; `gammal` past its time, nothing when it is not one of ours. */
  read(text: string): Address | 'gammal' | undefined {
    const said = this.said<[string, number]>('handling', text);
    if (typeof said !== 'object') return said;
    const { what: [handling, version], ...issued } = said;
    return { ...issued, handling, version };
  }

  /** The same of the package of a kallelse. */
  readKallelse(text: string): KallelseAddress | 'gammal' | undefined {
    const said = this.said<[string, number, 'oppen' | 'sekretess']>('kallelse', text);
    if (typeof said !== 'object') return said;
    const { what: [sammantrade, version, del], ...issued } = said;
    return { ...issued, sammantrade, version, del };
  }

  private issue(kind: Kind, viewer: Viewer, namnd: string, what: readonly (string | number)[]): string {
    const klasser = KLASSER.flatMap((klass, i) => (viewer.may(namnd, klass) ? [i] : [])).join('');
    const payload = Buffer.from(JSON.stringify([viewer.by, klasser, namnd, ...what, this.clock() + ADDRESS_SECONDS * 1000])).toString('base64url');
    return `${PATHS[kind]}${payload}.${this.mac(kind, payload).toString('base64url')}`;
  }

  private said<What>(kind: Kind, text: string): (Issued & { readonly what: What }) | 'gammal' | undefined {
    const [payload = '', mac = '', ...more] = text.split('.');
    const given = Buffer.from(mac, 'base64url');
    const own = this.mac(kind, payload);
    if (more.length > 0 || given.length !== own.length || !timingSafeEqual(given, own) || given.toString('base64url') !== mac) return undefined;
    const [by, klasser, namnd, ...rest] = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as [string, string, string, ...(string | number)[]];
    const until = rest.pop() as number;
    return until <= this.clock() ? 'gammal' : { by, klasser: [...klasser].map((i) => KLASSER[Number(i)]!), namnd, until, what: rest as What };
  }

  /** The kind is in it: an address of one thing opens no other. */
  private mac(kind: Kind, payload: string): Buffer {
    return createHmac('sha256', this.key).update(`${kind}.${payload}`).digest();
  }
}

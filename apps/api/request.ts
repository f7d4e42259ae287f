import { randomUUID } from 'node:crypto';
import type { EdgeContext, FileDoor, Reader, Viewer } from '@klubba/kernel/edge';

/** What resolvers find as context. Made for every request, so nothing is made that is not asked for. */
export class RequestContext implements EdgeContext {
  private named: string | undefined;
  constructor(readonly viewer: Viewer, readonly reader: Reader, readonly files: FileDoor) {}

  get correlation(): string {
    return (this.named ??= randomUUID());
  }
}

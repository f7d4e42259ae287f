import type { FastifyBaseLogger } from 'fastify';
import { type HandlingEvent, handlingen } from '@klubba/handling';
import { type Blob, type Event, type Recorded, SWEPT_HOURS } from '@klubba/kernel';
import { faultLine } from './faults';
import type { House } from './house';

const EVERY_MS = 60 * 60 * 1000;
const isFile = (event: Event): event is Extract<HandlingEvent, { type: 'HandlingInkommen' | 'HandlingsversionTillagd' }> => event.type === 'HandlingInkommen' || event.type === 'HandlingsversionTillagd';

/**
 * Files that have become part of the record are marked so, and those that never did are dropped after a day. A fact comes
 * before its mark: what a crash left between them is found here, since the log is asked before anything is dropped.
 */
export class Stadning {
  private readonly timer: NodeJS.Timeout;
  private readonly unhear: () => void;
  private under: Promise<void> = Promise.resolve();

  constructor(private readonly house: House, private readonly log: FastifyBaseLogger, private readonly clock: () => number = Date.now) {
    this.unhear = house.models.onChange((events) => this.then(() => this.keep(events)));
    this.timer = setInterval(() => this.then(() => this.sweep()), EVERY_MS).unref();
    this.then(() => this.sweep());
  }

  private then(work: () => Promise<void>): void {
    this.under = this.under.then(work).catch((fault: unknown) => this.log.error(faultLine(fault), 'städningen av filer'));
  }

  private async keep(events: readonly Recorded[]): Promise<void> {
    for (const event of events) if (isFile(event)) await this.house.files.store.keep(event.data.blob);
  }

  /** Asks the log, not its live copy, which may be behind. */
  async sweep(): Promise<void> {
    const { files } = this.house;
    for (const blob of await files.loose()) {
      if (files.isUnderWay(blob.id)) continue;
      if (blob.state === 'finished' && (await this.isRecorded(blob))) await files.store.keep(blob.id);
      else if (this.clock() - Date.parse(blob.at) > SWEPT_HOURS * 3_600_000) await files.store.drop(blob.id);
    }
  }

  private async isRecorded({ id }: Blob): Promise<boolean> {
    const upload = await this.house.files.upload(id);
    return upload !== undefined && (await this.house.log.read(`${handlingen.category}-${upload.handling}`)).some((event) => isFile(event) && event.data.blob === id);
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    this.unhear();
    await this.under;
  }
}

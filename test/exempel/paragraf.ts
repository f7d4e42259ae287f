import type { Recorded } from '@klubba/kernel';
import { type Paragraf, paragrafen, type ParagrafEvent } from '@klubba/paragraf';

/** A § folded from its facts, as the read model has it. */
export const paragrafdokument = (...events: readonly ParagrafEvent[]): Paragraf => events.reduce<Paragraf | undefined>((hittills, event, i) =>
  (paragrafen.on[event.type] as (doc: Paragraf | undefined, event: Recorded) => Paragraf | undefined)(hittills, {
    ...event, stream: 'paragraf-00000000-0000-4000-8000-0000000000aa', namnd: '00000000-0000-4000-8000-000000000900', by: '00000000-0000-4000-8000-000000000001', version: i + 1,
  } as unknown as Recorded), undefined)!;

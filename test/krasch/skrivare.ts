import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { writeSync } from 'node:fs';
import type { Ready } from '@klubba/kernel';
import { SqliteEventStore } from '../../infra/sqlite/sqlite-event-store';
import { asker, Node, oppna, stang } from '../contract/kolapp';
import { withThread } from '../contract/thread';

/**
 * A process to be killed. Says what it has been promised on stdout, at once and not before: whatever stands there must
 * be in the log afterwards. Usage: node -r ./register.cjs skrivare.ts <how> <file> [...]
 */
const [how, file, argument = ''] = process.argv.slice(2) as [string, string, string?];
const say = (...words: readonly unknown[]): void => {
  // A pipe that is full for the moment: with a thread beside it Node has it so that it does not wait.
  for (let rest = Buffer.from(`${words.join(' ')}\n`); rest.length > 0; ) {
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
};
const sayError = (error: unknown): void => say('fel', error instanceof Error ? `${error.name}: ${error.message}` : error);

/** The records of one append tell which append they are of and how many they should be. */
const batch = (stream: string, expected: number, of: number, size = 0): { readonly id: string; readonly records: readonly Ready[] } => {
  const id = randomUUID();
  return {
    id,
    records: Array.from({ length: of }, (_, i) => {
      const version = expected + i + 1;
      return { id: randomUUID(), version, type: 'Prov', at: '', bytes: Buffer.from(JSON.stringify({ stream, version, batch: id, of, fyllnad: 'å'.repeat(size) })) };
    }),
  };
};
const append = async (store: SqliteEventStore, stream: string, expected: number, of: number, size?: number): Promise<number> => {
  const { id, records } = batch(stream, expected, of, size);
  const { version } = await store.append(stream, expected, records);
  say('fick', stream, version, id);
  return version;
};

const ways: Readonly<Record<string, (store: SqliteEventStore) => Promise<void>>> = {
  /** Many streams at once, until killed; `tråd`: by the thread from the beginning. */
  många: async (store) => {
    if (argument === 'tråd') await withThread(store);
    say('redo');
    await Promise.all(Array.from({ length: 24 }, async (_, lane) => {
      const stream = `prov-${lane}`;
      let version = (await store.read(stream)).length;
      // Records that span pages among small ones, so that a transaction has a middle.
      for (;;) version = await append(store, stream, version, 1 + ((lane + version) % 5), lane % 8 === 0 ? 9000 : 40);
    }));
  },
  /** As many appends as told, one after another. */
  följd: async (store) => {
    // What failed is tried again, but not for ever.
    for (let version = 0, failures = 0; version < Number(argument) && failures < 20; ) {
      await append(store, 'prov-1', version, 1).then((now) => (version = now), (error: unknown) => {
        sayError(error);
        failures++;
      });
    }
    await store.close();
    say('klar');
  },
  /** As many pairs as told, by the thread, one after another. */
  par: async (store) => {
    await withThread(store);
    const versions = new Map([['prov-1', 0], ['prov-2', 0]]);
    for (let failures = 0; [...versions.values()].some((version) => version < Number(argument)) && failures < 20; ) {
      await Promise.all([...versions].map(async ([stream, version]) => {
        await append(store, stream, version, 1).then((now) => versions.set(stream, now), (error: unknown) => {
          sayError(error);
          failures++;
        });
      }));
    }
    await store.close();
    say('klar');
  },
  /** As many appends as told at once. */
  samtidigt: async (store) => {
    await Promise.all(Array.from({ length: Number(argument) }, (_, i) => append(store, `prov-${i}`, 0, 1)));
    await store.close();
    say('klar');
  },
  /** Commands until killed: says what it wishes before it asks. */
  kommandon: async (store) => {
    say('redo');
    const node = new Node(store);
    await Promise.all(argument.split(',').map(async (id) => {
      let stangd = (await node.log.read(`kolapp-${id}`)).at(-1)?.type === 'LuckanStangd';
      for (;;) {
        const command = randomUUID();
        say('vill', id, command, stangd ? 'oppna' : 'stang');
        const receipt = await node.ask(id, stangd ? oppna : stang, asker(command));
        if (!('version' in receipt)) throw new Error(receipt.hinder[0].text);
        say('fick', id, command, receipt.version, receipt.position);
        stangd = !stangd;
      }
    }));
  },
  /** Fills the disk, waits for a line, and tries again. */
  fyll: async (store) => {
    let version = 0;
    for (let full = false; !full; ) {
      await append(store, 'prov-1', version, 2, 3000).then((now) => (version = now), (error: unknown) => {
        sayError(error);
        full = true;
      });
    }
    for await (const line of createInterface({ input: process.stdin })) {
      void line;
      version = await append(store, 'prov-1', version, 2, 3000);
      await store.close();
      say('klar');
      process.exit();
    }
  },
};
const main = async (): Promise<void> => {
  // After everything is loaded: only the data folder is to be out of reach. Whoever is not root is nobody enough.
  if (how === 'nobody' && process.getuid?.() === 0) {
    process.setgid?.(65534);
    process.setuid?.(65534);
  }
  const store = SqliteEventStore.open(file, { readOnly: argument === 'readOnly' });
  if (how === 'nobody') say('öppnad', String(await store.tip()));
  else await ways[how]!(store);
};
main().catch((error: unknown) => {
  sayError(error);
  process.exitCode = 2;
});

import { BadValue, storedValue, streamId } from './canonical';
import { type Command, type Decider, isRefusal, type Refusal, refuse } from './decider';
import { TooLarge, VersionConflict, WritingStopped } from './event-store';
import type { Event } from './fact';
import { KeyDestroyed } from './keys';
import type { Log } from './log';

/** What a command led to. `version` is the stream's, `position` the log's, of the command's last fact. */
export type Receipt = { readonly stream: string; readonly version: number; readonly position: bigint };

/** Who asks, for one command. The role depends on the nämnd whose record it is, so it is asked for once that is known. */
export type Asker = {
  readonly by: string;
  readonly command: string;
  readonly correlation: string;
  readonly cause: string | null;
  /** The version of the stream that the asker saw; another one is a hinder. */
  readonly sedd?: number;
  /** The command concerns something that exists: a stream nobody has written to is a hinder. */
  readonly finns?: true;
  /** The role in which this person may give this command in this nämnd, or why not. */
  roll(namnd: string | null, command: string): string | Refusal;
};

type Done = { readonly facts: readonly string[]; readonly receipt: Receipt };
/** A stream folded, kept by version. The append checks the version, so a stale one costs a second look and never a wrong fact. */
type Folded = { version: number; state: unknown; namnd: string | null; readonly done: Map<string, Done> };

/** A stream whose id is this very command's is hardly there yet. The append checks it, and nothing is refused on the strength of it. */
const madeBy = ({ category, initialState }: Decider<Command, unknown, Event>, stream: string, { by, command }: Asker): Folded | undefined =>
  (stream === `${category}-${streamId(category, by, command)}` ? { version: 0, state: initialState, namnd: null, done: new Map() } : undefined);

const ATTEMPTS_MAX = 5;
const STREAMS_MAX = 5000;

/** Read, fold, decide, append: the only write path in the house. One instance per process, since it keeps folded streams. */
export class Transactor {
  private readonly folded = new Map<string, Folded>();
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(readonly log: Log) {}

  /**
   * Asks the decider and appends what it answers. The same command id twice gives the first receipt; an empty outcome
   * gives where the stream stands. Two commands for one stream take turns here, so that they only conflict across nodes.
   */
  transact<C extends Command, S, E extends Event>(decider: Decider<C, S, E>, id: string, command: C, asker: Asker): Promise<Receipt | Refusal> {
    const stream = `${decider.category}-${id}`;
    const mine = (): Promise<Receipt | Refusal> => this.asStored(decider as unknown as Decider<Command, unknown, Event>, stream, id, command, asker);
    const before = this.turns.get(stream);
    const turn = before === undefined ? mine() : before.then(mine);
    const over = (): void => {
      if (this.turns.get(stream) === settled) this.turns.delete(stream);
    };
    const settled = turn.then(over, over);
    this.turns.set(stream, settled);
    return turn;
  }

  /** Decides on the command's data as it would be stored, so that the state folded here is the one that is folded from the log. */
  private async asStored(decider: Decider<Command, unknown, Event>, stream: string, id: string, command: Command, asker: Asker): Promise<Receipt | Refusal> {
    try {
      return await this.inTurn(decider, stream, id, { ...command, data: storedValue(command.data) }, asker);
    } catch (error) {
      if (!(error instanceof BadValue)) throw error;
      return refuse('OGILTIGT_VARDE', `Värdet kan inte lagras: ${error.message}.`);
    }
  }

  private async inTurn(decider: Decider<Command, unknown, Event>, stream: string, id: string, command: Command, asker: Asker): Promise<Receipt | Refusal> {
    for (let attempt = 1, fresh = false; ; attempt++) {
      const known = this.folded.get(stream) ?? madeBy(decider, stream, asker);
      const now = known !== undefined && !fresh ? known : await this.refresh(decider, stream);
      const outcome = this.decide(decider, id, command, asker, now, stream);
      if (!Array.isArray(outcome)) {
        // A refusal, or that there is nothing to do, told from memory may be out of date on another node's account: look once more before telling it.
        if (known !== undefined && !fresh) {
          fresh = true;
          attempt--;
          continue;
        }
        return outcome as Receipt | Refusal;
      }
      try {
        return await this.append(decider, stream, command, asker, now, outcome as readonly Event[], id);
      } catch (error) {
        // It may have been done before, and answered then.
        if (known !== undefined && !fresh && (error instanceof KeyDestroyed || error instanceof TooLarge || error instanceof WritingStopped)) {
          fresh = true;
          continue;
        }
        if (error instanceof KeyDestroyed) return refuse('GALLRAT', 'Uppgifterna är gallrade. Inget kan läggas till under deras nyckel.');
        if (error instanceof TooLarge) return refuse('FOR_STORT', 'Kommandot innehåller mer text än loggen kan lagra på en gång (1 MiB). Dela upp det.');
        // What another node has added is folded on; after anything else nothing kept is to be trusted.
        if (!(error instanceof VersionConflict)) this.folded.delete(stream);
        if (!(error instanceof VersionConflict) || attempt >= ATTEMPTS_MAX) throw error;
        fresh = true;
      }
    }
  }

  private decide(decider: Decider<Command, unknown, Event>, id: string, command: Command, asker: Asker, now: Folded, stream: string): Receipt | Refusal | readonly Event[] {
    if (now.version === 0 && asker.finns === true) return refuse('FINNS_INTE', 'Det som kommandot gäller finns inte.');
    const before = now.done.get(asker.command);
    const namnd = now.version === 0 ? decider.namnd(command, id) : now.namnd;
    const roll = asker.roll(namnd, command.type);
    if (typeof roll !== 'string') return roll;
    if (before !== undefined) {
      if (before.facts.every((fact) => decider.facts[fact]?.by === command.type)) return before.receipt;
      return refuse('KOMMANDO_ID_UPPTAGET', 'Kommandots id har redan använts till ett annat kommando. Ge det nya ett eget id.');
    }
    if (asker.sedd !== undefined && asker.sedd !== now.version) {
      return refuse('HAR_ANDRATS', `Någon har ändrat sedan du läste (du såg version ${asker.sedd}, nu är det version ${now.version}). Läs om och försök igen.`);
    }
    const outcome = decider.decide(command, now.state, { id, by: asker.by, roll, at: this.log.now(), command: asker.command });
    if (isRefusal(outcome) || outcome.length > 0) return outcome;
    const last = [...now.done.values()].at(-1)?.receipt;
    return last ?? { stream, version: now.version, position: 0n };
  }

  private async append(decider: Decider<Command, unknown, Event>, stream: string, command: Command, asker: Asker, now: Folded, events: readonly Event[], id: string): Promise<Receipt> {
    const namnd = now.version === 0 ? decider.namnd(command, id) : now.namnd;
    const roll = asker.roll(namnd, command.type) as string;
    const { version, position } = await this.log.append(stream, now.version, events, {
      namnd, by: asker.by, roll, command: asker.command, correlation: asker.correlation, cause: asker.cause,
    });
    const receipt = { stream, version, position };
    // The state is folded from what was decided: sealed fields are opaque to a decider, so a marker serves as well as a token.
    this.keep(stream, {
      version, namnd, state: events.reduce((state, event) => decider.evolve(state, event), now.state),
      done: now.done.set(asker.command, { facts: events.map(({ type }) => type), receipt }),
    });
    return receipt;
  }

  /** Folds what is new in the stream on top of what was kept. */
  private async refresh(decider: Decider<Command, unknown, Event>, stream: string): Promise<Folded> {
    const from: Folded = this.folded.get(stream) ?? { version: 0, state: decider.initialState, namnd: null, done: new Map() };
    const news = await this.log.read(stream, from.version);
    let { version, state, namnd } = from;
    for (const event of news) {
      state = decider.evolve(state, event);
      version = event.version;
      if (version === 1) namnd = event.namnd;
      const sofar = from.done.get(event.command);
      from.done.set(event.command, { facts: [...(sofar?.facts ?? []), event.type], receipt: { stream, version, position: event.position } });
    }
    return this.keep(stream, { version, state, namnd, done: from.done });
  }

  private keep(stream: string, folded: Folded): Folded {
    this.folded.delete(stream);
    if (folded.version > 0) this.folded.set(stream, folded);
    if (this.folded.size > STREAMS_MAX) this.folded.delete(this.folded.keys().next().value!);
    return folded;
  }
}

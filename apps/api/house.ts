import type { Type } from '@nestjs/common';
import type { FALT, GER } from '@klubba/behorighet';
import {
  type Asker, type Command, type Files, isRefusal, type Log, type Noun, type PaperBinder, type PaperReader, type Projection, type ReadModels, type Receipt, type Refusal, type Sealed, Surroundings, Transactor, type Vault, type Wish,
} from '@klubba/kernel';
import { aldreprotokollNouns } from '../../libs/aldreprotokoll/aldreprotokoll.noun';
import { arendeNouns } from '../../libs/arende/arende.noun';
import { expedieringNouns } from '../../libs/expediering/expediering.noun';
import { delegationNouns } from '../../libs/delegation/delegation.noun';
import { handlingNouns } from '../../libs/handling/handling.noun';
import { lexsarahNouns } from '../../libs/lexsarah/lexsarah.noun';
import { kungorelseNouns } from '../../libs/kungorelse/kungorelse.noun';
import { kvalitetNouns } from '../../libs/kvalitet/kvalitet.noun';
import { namndNouns } from '../../libs/namnd/namnd.noun';
import { paragrafNouns } from '../../libs/paragraf/paragraf.noun';
import { redovisningNouns } from '../../libs/redovisning/redovisning.noun';
import { remissNouns } from '../../libs/remiss/remiss.noun';
import { sammantradeNouns } from '../../libs/sammantrade/sammantrade.noun';
import { signaturNouns } from '../../libs/signatur/signatur.noun';
import { tjansteskrivelseNouns } from '../../libs/tjansteskrivelse/tjansteskrivelse.noun';
import { uppdragNouns } from '../../libs/uppdrag/uppdrag.noun';
import { utlamnandeNouns } from '../../libs/utlamnande/utlamnande.noun';
import type { Justerad } from './reader';

/** What Klubba is about: every kind of stream of the house, pure of Nest and of the stores. */
export const nouns: readonly Noun[] = [
  ...namndNouns,
  ...arendeNouns,
  ...tjansteskrivelseNouns,
  ...sammantradeNouns,
  ...paragrafNouns,
  ...remissNouns,
  ...uppdragNouns,
  ...handlingNouns,
  ...signaturNouns,
  ...aldreprotokollNouns,
  ...lexsarahNouns,
  ...expedieringNouns,
  ...delegationNouns,
  ...kvalitetNouns,
  ...kungorelseNouns,
  ...utlamnandeNouns,
  ...redovisningNouns,
];

/** The table of contents of a system: what it is about, who may do and see what, and how the edge finds names and §§. */
export type Composition = {
  readonly nouns: readonly Noun[];
  /** The Nest modules of those nouns: their queries, and one mutation per command. */
  readonly modules: readonly Type<unknown>[];
  readonly ger: typeof GER;
  readonly falt: typeof FALT;
  /** Where a person's name is found; without one everyone is "en person". */
  readonly person?: { readonly projection: Projection<never, never>; readonly namn: (doc: never) => Sealed | undefined };
  readonly justerad?: (models: ReadModels, log: Log) => Justerad;
};

export type Give = (wish: Wish, asker: Asker) => Promise<Receipt | Refusal>;

/** The stores that a house stands on, opened. */
export type Ground = {
  readonly log: Log;
  readonly vault: Vault;
  readonly models: ReadModels;
  readonly files: Files;
  readonly papers: PaperReader;
  readonly binder: PaperBinder;
  /** What the addresses of files are signed with. */
  readonly addressKey: Uint8Array;
  /** Lets reactions reach the way in: each wish is given as by `system:<reaction>`. */
  start(give: Give): void;
  /** Ends what is under way and closes the files. */
  close(): Promise<void>;
};

/** The system without its edge: commands go in, facts come out, documents can be read. One per process. */
export class House {
  readonly transactor: Transactor;
  readonly around: Surroundings;
  private readonly byCategory: ReadonlyMap<string, Noun>;
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(readonly composition: Composition, private readonly ground: Ground) {
    this.transactor = new Transactor(ground.log);
    this.around = new Surroundings(ground.log, ground.files, ground.papers);
    this.byCategory = new Map(composition.nouns.map((noun) => [noun.decider.category, noun]));
    ground.start((wish, asker) => this.give(wish, asker));
  }

  get log(): Log {
    return this.ground.log;
  }
  get vault(): Vault {
    return this.ground.vault;
  }
  get models(): ReadModels {
    return this.ground.models;
  }
  get files(): Files {
    return this.ground.files;
  }
  get papers(): PaperReader {
    return this.ground.papers;
  }
  get binder(): PaperBinder {
    return this.ground.binder;
  }
  get addressKey(): Uint8Array {
    return this.ground.addressKey;
  }

  /** The one way in: completes the command with what stands in other streams, and has it decided and stored. */
  give(wish: Wish, asker: Asker): Promise<Receipt | Refusal> {
    const given = this.prepareAndTransact(wish, asker);
    this.underWay.add(given);
    const over = (): void => void this.underWay.delete(given);
    given.then(over, over);
    return given;
  }

  private async prepareAndTransact({ category, id, command }: Wish, asker: Asker): Promise<Receipt | Refusal> {
    const noun = this.byCategory.get(category);
    if (noun === undefined) throw new Error(`Strömslaget ${category} finns inte i huset.`);
    const { decider, prepare } = noun;
    const ready: Command | Refusal = prepare === undefined ? command : await prepare(command, id, this.around);
    if (!isRefusal(ready)) return this.transactor.transact(decider, id, ready, asker);
    // The way of every command, with the decision already made: a command that was carried out before gets its receipt
    // although its surroundings have changed since, and nobody is told a reason who may not give the command.
    return this.transactor.transact({ ...decider, namnd: () => null, decide: () => ready }, id, command, asker);
  }

  /** Waits for what is under way, then closes the stores. */
  async close(): Promise<void> {
    while (this.underWay.size > 0) await Promise.allSettled(this.underWay);
    await this.ground.close();
  }
}

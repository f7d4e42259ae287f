import { Inject } from '@nestjs/common';
import { Args, Context, Field, ID, ObjectType, Resolver, Subscription } from '@nestjs/graphql';
import { categoryOf, idOf, type Recorded, UUID } from '@klubba/kernel';
import { type EdgeContext, Position, type PositionToken, scoped } from '@klubba/kernel/edge';
import { House } from './house';
import { wrong } from './reader';

@ObjectType({ description: 'Något har ändrats. Säger vad som bör läsas om, aldrig vad det blev.' })
export class Andring {
  @Field(() => Position, { description: 'Skicka som minst, så syns ändringen i svaret.' }) position!: PositionToken;
  @Field({ description: 'Faktats typ.' }) typ!: string;
  @Field(() => ID) stromId!: string;
  @Field() kategori!: string;
  @Field({ description: 'Registreringstid, UTC.' }) at!: string;
}

const HELD_MAX = 1000;

/** Tells those who work in a nämnd what changed there, after the read models have taken it in. */
@Resolver(() => Andring)
export class AndringarResolver {
  constructor(@Inject(House) private readonly house: House) {}

  @Subscription(() => Andring, { description: 'Vad som ändras i nämnden, så snart läsmodellerna visar det. Bara för den som har en roll i nämnden.' })
  andringar(@Args('namnd', { type: () => ID }) given: string, @Context() { viewer }: EdgeContext): AsyncIterableIterator<{ readonly andringar: Andring }> {
    const namnd = given.toLowerCase();
    // The public is told nothing here: that something changes is itself a fact about what it may not see.
    if (!UUID.test(namnd) || !viewer.may(namnd, 'arbetsmaterial')) throw wrong('BEHORIGHET_SAKNAS', 'Ändringar visas bara för den som har en roll i nämnden.');
    return changes((told) => this.house.models.onChange((events) => {
      for (const event of events) if (event.namnd === namnd) told({ andringar: this.view(event) });
    }));
  }

  private view({ namnd, type, stream, at, position }: Recorded): Andring {
    return scoped({ namnd, klass: 'arbetsmaterial' }, { position: `${this.house.log.store.upplaga}:${position}`, typ: type, stromId: idOf(stream), kategori: categoryOf(stream), at });
  }
}

/** What is told, one at a time, until whoever listens is done. One who does not listen is cut off: it can read the log instead. */
const changes = <T>(listen: (told: (one: T) => void) => () => void): AsyncIterableIterator<T> => {
  const held: T[] = [];
  let waiting: ((result: IteratorResult<T>) => void) | undefined;
  let over = false;
  const end = (): void => {
    over = true;
    stop();
    waiting?.({ done: true, value: undefined });
    waiting = undefined;
  };
  const stop = listen((one) => {
    if (over) return;
    if (waiting !== undefined) {
      waiting({ done: false, value: one });
      waiting = undefined;
    } else if (held.push(one) > HELD_MAX) end();
  });
  return {
    next: () => {
      const one = held.shift();
      if (one !== undefined) return Promise.resolve({ done: false, value: one });
      if (over) return Promise.resolve({ done: true, value: undefined });
      return new Promise((resolve) => (waiting = resolve));
    },
    return: () => {
      held.length = 0;
      end();
      return Promise.resolve({ done: true, value: undefined });
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
};

import { createHash } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { Args, Context, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { documentText } from '@klubba/kernel';
import { type EdgeContext, Position, type PositionToken } from '@klubba/kernel/edge';
import { House } from './house';
import { wrong } from './reader';

const POSTER_MAX = 1000;
const DOKUMENT_MAX = 5000;

@ObjectType({ description: 'En post i loggen, som den ligger på disken: RFC 8785-bytes med förseglade värden.' })
export class Post {
  @Field(() => Position) position!: PositionToken;
  @Field({ description: 'Bytes i base64.' }) bytes!: string;
}
@ObjectType({ description: 'En läsmodell och hur långt i loggen den är vikt.' })
export class Lasmodell {
  @Field() namn!: string;
  @Field(() => Position) position!: PositionToken;
}
@ObjectType({ description: 'Ett levande dokument, som sin kontrollsumma.' })
export class Dokumentsumma {
  @Field(() => ID) id!: string;
  @Field({ description: 'SHA-256 över dokument, plats och rader, kanoniskt (RFC 8785).' }) hash!: string;
}
@ObjectType({ description: 'Det som granskas: loggens id och läsmodellerna.' })
export class Granskning {
  @Field(() => ID) logg!: string;
  @Field(() => ID, { description: 'Den här kopian av loggen.' }) upplaga!: string;
  @Field(() => [Lasmodell]) lasmodeller!: Lasmodell[];
}

/**
 * What an auditor needs to check this copy on a machine of their own: the records as they lie, and the sums of the live documents.
 * Texts stay sealed; it is asked for by one who has a role in every nämnd, since the log is whole only as a whole.
 */
@Resolver()
export class GranskningResolver {
  constructor(@Inject(House) private readonly house: House) {}

  @Query(() => Granskning, { description: 'Loggen och läsmodellerna, för den som granskar. Kräver en roll i alla nämnder.' })
  granskning(@Context() { viewer }: EdgeContext): Granskning {
    allow(viewer);
    const { logg, upplaga } = this.house.log.store;
    const names = new Set(this.projections.map(({ name }) => name));
    return { logg, upplaga, lasmodeller: this.house.models.status().filter(({ name }) => names.has(name)).map(({ name: namn, position }) => ({ namn, position: `${upplaga}:${position}` })) };
  }

  @Query(() => [Post], { description: `Loggens poster efter en position, i ordning. Högst ${POSTER_MAX}.` })
  async poster(@Args('after', { type: () => Position, nullable: true }) after: PositionToken | undefined, @Args('first', { type: () => Int, defaultValue: POSTER_MAX }) first: number, @Context() { viewer, reader }: EdgeContext): Promise<Post[]> {
    allow(viewer);
    const { store } = this.house.log;
    const from = after === undefined || after === null ? 0n : ((await reader.moment({ vid: { position: after } })) ?? 0n);
    return (await store.readAll(from, size(first, POSTER_MAX))).map(({ position, bytes }) => ({ position: `${store.upplaga}:${position}`, bytes: Buffer.from(bytes).toString('base64') }));
  }

  @Query(() => [Dokumentsumma], { description: `En läsmodells levande dokument efter ett id, i id-ordning. Högst ${DOKUMENT_MAX}.` })
  dokumentsummor(@Args('lasmodell') lasmodell: string, @Args('after', { type: () => String, defaultValue: '' }) after: string, @Args('first', { type: () => Int, defaultValue: DOKUMENT_MAX }) first: number, @Context() { viewer }: EdgeContext): Dokumentsumma[] {
    allow(viewer);
    const projection = this.projections.find(({ name }) => name === lasmodell);
    if (projection === undefined) throw wrong('FINNS_INTE', 'Läsmodellen finns inte.');
    return this.house.models.documents(projection, after, size(first, DOKUMENT_MAX)).map((one) => ({ id: one.id, hash: createHash('sha256').update(documentText(one)).digest('hex') }));
  }

  private get projections() {
    return this.house.composition.nouns.flatMap((noun) => noun.projections ?? []);
  }
}

const allow = (viewer: EdgeContext['viewer']): void => {
  if (!viewer.may('*', 'arbetsmaterial')) throw wrong('BEHORIGHET_SAKNAS', 'Granskningen är för den som har en roll i alla nämnder.');
};
const size = (first: number, max: number): number => {
  if (first < 1 || first > max) throw wrong('OGILTIG_INDATA', `first ska vara 1–${max}.`);
  return first;
};

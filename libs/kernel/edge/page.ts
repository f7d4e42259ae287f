import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Position, type PositionToken, Vid } from './outcome';
import type { Page } from './context';

/** Arguments of every query: the moment to look at, and how far at least. */
@ArgsType()
export class WhenArgs {
  @Field(() => Vid, { nullable: true, description: 'Visa som det var vid detta ögonblick.' }) vid?: Vid;
  @Field(() => Position, { nullable: true, description: 'Vänta tills svaret har kommit minst hit (kvittots position).' }) minst?: PositionToken;
}
/** Arguments of every list. */
@ArgsType()
export class ListArgs extends WhenArgs {
  @Field(() => Int, { nullable: true, defaultValue: 50, description: 'Högst så många, 1–200.' }) @IsOptional() @IsInt() @Min(1) @Max(200) first?: number;
  @Field(() => String, { nullable: true, description: 'Markören efter vilken listan fortsätter.' }) @IsOptional() @IsString() @MaxLength(400) after?: string;
}

@ObjectType()
export class PageInfo {
  @Field(() => Boolean) hasNextPage!: boolean;
  @Field(() => String, { nullable: true }) endCursor?: string;
}
export type Connection<Node> = { edges: { cursor: string; node: Node }[]; pageInfo: PageInfo };
/** A list type by the Relay cursor specification: `<Name>Connection { edges { cursor node } pageInfo }`. */
export const connectionOf = <Node extends object>(node: Type<Node>, name: string): Type<Connection<Node>> => {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(() => String) cursor!: string;
    @Field(() => node) node!: Node;
  }
  @ObjectType(`${name}Connection`)
  class Connected {
    @Field(() => [Edge]) edges!: Edge[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
  }
  return Connected;
};
export const toConnection = async <Doc, Node>(page: Page<Doc>, view: (id: string, doc: Doc, now: Doc) => Node | Promise<Node>): Promise<Connection<Node>> => {
  const nodes = page.rows.map(({ id, doc, now }) => view(id, doc, now));
  // Where no node waits for anything there is no promise for each of them.
  const ready = nodes.some((one) => one instanceof Promise) ? await Promise.all(nodes) : (nodes as readonly Node[]);
  return {
    edges: page.rows.map(({ cursor }, i) => ({ cursor, node: ready[i]! })),
    pageInfo: { hasNextPage: page.more, ...(page.rows.length > 0 && { endCursor: page.rows.at(-1)!.cursor }) },
  };
};

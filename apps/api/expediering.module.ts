import { Module } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type EdgeContext, type Scope, SCOPE } from '@klubba/kernel/edge';
import { Expediering, expedieringFor } from '../../libs/expediering/expediering.graphql';
import { ProtokollParagraf } from '../../libs/sammantrade/sammantrade.protokoll.graphql';

/** A § of the minutes shows how it is sent: one noun's field of another's type, joined here since nouns do not see each other's edge. */
@Resolver(() => ProtokollParagraf)
class ParagrafensExpediering {
  @ResolveField(() => Expediering, { nullable: true, description: 'Hur beslutet skickas. Visas för den som har en roll i nämnden.' })
  expediering(@Parent() { punkt, [SCOPE]: scope }: ProtokollParagraf & { readonly [SCOPE]?: Scope }, @Context() context: EdgeContext): Promise<Expediering | null> | null {
    return punkt === undefined ? null : expedieringFor(punkt, scope?.when ?? {}, context);
  }
}

@Module({ providers: [ParagrafensExpediering] })
export class ExpedieringsfaltModule {}

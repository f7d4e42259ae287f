import { Module } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type EdgeContext, type Scope, SCOPE } from '@klubba/kernel/edge';
import { Delegationsbeslut } from '../../libs/delegation/delegationsregister.graphql';
import { LexSarahDelegatbeslut } from '../../libs/lexsarah/lexsarah.graphql';
import { ProtokollOmgang } from '../../libs/sammantrade/sammantrade.protokoll.graphql';
import { Signatur, signaturerAv } from '../../libs/signatur/signatur.graphql';
import { Tjansteskrivelse } from '../../libs/tjansteskrivelse/tjansteskrivelse.graphql';

type Nod = { readonly [SCOPE]: Scope };

/** What is signed shows its signatures: one noun's field of another's type, joined here since nouns do not see each other's edge. */
@Resolver(() => Tjansteskrivelse)
class SkrivelsensSignaturer {
  @ResolveField(() => [Signatur], { description: 'Signaturerna av denna version, också de som har fallit.' })
  signaturer(@Parent() { id, version, [SCOPE]: { when } }: Tjansteskrivelse & Nod, @Context() context: EdgeContext): Promise<readonly Signatur[]> {
    return signaturerAv(id, { version }, when, context);
  }
}

@Resolver(() => ProtokollOmgang)
class ProtokolletsSignaturer {
  @ResolveField(() => [Signatur], { description: 'Signaturer i Klubba av protokollet eller dess paragrafer, också de som har fallit.' })
  signeradeIKlubba(@Parent() { sammantrade, punkter, [SCOPE]: { when } }: { readonly sammantrade: string; readonly punkter: readonly string[] } & Nod, @Context() context: EdgeContext): Promise<readonly Signatur[]> {
    return signaturerAv(sammantrade, { punkter }, when, context);
  }
}

@Resolver(() => Delegationsbeslut)
class DelegationsbeslutetsSignaturer {
  @ResolveField(() => [Signatur], { description: 'Signaturerna av beslutet, också de som har fallit. Visas aldrig för allmänheten, som inte ser vem som beslutade.' })
  signaturer(@Parent() { id, [SCOPE]: { when } }: Delegationsbeslut & Nod, @Context() context: EdgeContext): Promise<readonly Signatur[]> {
    return signaturerAv(id, undefined, when, context);
  }
}

@Resolver(() => LexSarahDelegatbeslut)
class LexSarahBeslutetsSignaturer {
  @ResolveField(() => [Signatur], { description: 'Signaturerna av beslutet, också de som har fallit.' })
  signaturer(@Parent() { arende, faktum, [SCOPE]: { when } }: LexSarahDelegatbeslut & Nod, @Context() context: EdgeContext): Promise<readonly Signatur[]> {
    return signaturerAv(arende, { faktum }, when, context);
  }
}

@Module({ providers: [SkrivelsensSignaturer, ProtokolletsSignaturer, DelegationsbeslutetsSignaturer, LexSarahBeslutetsSignaturer] })
export class SignaturerModule {}

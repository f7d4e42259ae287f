import { Module } from '@nestjs/common';
import { mutationsFor } from '@klubba/kernel/edge';
import { delegationsanmalanInputs, DelegationsanmalanResolver } from './delegationsanmalan.graphql';
import { delegationsbeslutInputs } from './delegationsbeslut.graphql';
import { delegationslistaInputs, DelegationslistaResolver } from './delegationslista.graphql';
import { delegationsordningInputs, DelegationsordningResolver } from './delegationsordning.graphql';
import { DelegationsregisterResolver } from './delegationsregister.graphql';

@Module({
  providers: [
    DelegationsordningResolver, DelegationsregisterResolver, DelegationslistaResolver, DelegationsanmalanResolver, mutationsFor('delegationsordning', delegationsordningInputs), mutationsFor('delegationsbeslut', delegationsbeslutInputs),
    mutationsFor('delegationslista', delegationslistaInputs), mutationsFor('delegationsanmalan', delegationsanmalanInputs),
  ],
})
export class DelegationModule {}

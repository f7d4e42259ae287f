import { Module } from '@nestjs/common';
import { mutationsFor } from '@klubba/kernel/edge';
import { LexSarahResolver } from './lexsarah.graphql';
import { lexsarahInputs, lexsarahrutinInputs } from './lexsarah.inputs.graphql';
import { LexSarahRegisterResolver } from './lexsarah.register.graphql';

@Module({ providers: [LexSarahResolver, LexSarahRegisterResolver, mutationsFor('lexsarah', lexsarahInputs), mutationsFor('lexsarahrutin', lexsarahrutinInputs)] })
export class LexSarahModule {}

import { Module } from '@nestjs/common';
import { mutationsFor } from '@klubba/kernel/edge';
import { remissInputs, RemissResolver } from './remiss.graphql';
import { remissutskickInputs, RemissutskickResolver } from './remissutskick.graphql';

@Module({ providers: [RemissResolver, RemissutskickResolver, mutationsFor('remiss', remissInputs), mutationsFor('remissutskick', remissutskickInputs)] })
export class RemissModule {}

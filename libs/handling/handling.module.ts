import { Module } from '@nestjs/common';
import { mutationsFor } from '@klubba/kernel/edge';
import { handlingInputs, HandlingResolver } from './handling.graphql';

@Module({ providers: [HandlingResolver, mutationsFor('handling', handlingInputs)] })
export class HandlingModule {}

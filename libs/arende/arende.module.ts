import { Module } from '@nestjs/common';
import { mutationsFor } from '@klubba/kernel/edge';
import { arendeInputs, ArendeResolver, diarieserieInputs } from './arende.graphql';

@Module({ providers: [ArendeResolver, mutationsFor('arende', arendeInputs), mutationsFor('diarieserie', diarieserieInputs)] })
export class ArendeModule {}

import { Module } from '@nestjs/common';
import { mutationsFor } from '@klubba/kernel/edge';
import { utlamnandeInputs } from './utlamnande.inputs.graphql';
import { UtlamnandeResolver } from './utlamnande.graphql';

@Module({ providers: [UtlamnandeResolver, mutationsFor('utlamnande', utlamnandeInputs)] })
export class UtlamnandeModule {}

import { Module } from '@nestjs/common';
import { mutationsFor } from '@klubba/kernel/edge';
import { ExpedieringResolver } from './expediering.graphql';
import { expedieringInputs } from './expediering.inputs.graphql';

@Module({ providers: [ExpedieringResolver, mutationsFor('expediering', expedieringInputs)] })
export class ExpedieringModule {}

import { Module } from '@nestjs/common';
import { mutationsFor } from '@klubba/kernel/edge';
import { SammantradeResolver } from './sammantrade.graphql';
import { sammantradeInputs } from './sammantrade.inputs.graphql';

@Module({ providers: [SammantradeResolver, mutationsFor('sammantrade', sammantradeInputs)] })
export class SammantradeModule {}

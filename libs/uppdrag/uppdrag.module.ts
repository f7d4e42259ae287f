import { Module } from '@nestjs/common';
import { mutationsFor } from '@klubba/kernel/edge';
import { uppdragInputs, UppdragResolver } from './uppdrag.graphql';

@Module({ providers: [UppdragResolver, mutationsFor('uppdrag', uppdragInputs)] })
export class UppdragModule {}

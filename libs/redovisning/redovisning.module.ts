import { Module } from '@nestjs/common';
import { mutationsFor } from '@klubba/kernel/edge';
import { redovisningInputs, RedovisningResolver } from './redovisning.graphql';

@Module({ providers: [RedovisningResolver, mutationsFor('redovisning', redovisningInputs)] })
export class RedovisningModule {}

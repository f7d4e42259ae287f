import { Module } from '@nestjs/common';
import { mutationsFor } from '@klubba/kernel/edge';
import { kungorelseInputs } from './kungorelse.graphql';

@Module({ providers: [mutationsFor('kungorelse', kungorelseInputs)] })
export class KungorelseModule {}

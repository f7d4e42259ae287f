import { Module } from '@nestjs/common';
import { mutationsFor } from '@klubba/kernel/edge';
import { aldreprotokollInputs, AldreProtokollResolver } from './aldreprotokoll.graphql';

@Module({ providers: [AldreProtokollResolver, mutationsFor('aldreprotokoll', aldreprotokollInputs)] })
export class AldreProtokollModule {}

import { Module } from '@nestjs/common';
import { mutationsFor } from '@klubba/kernel/edge';
import { paragrafInputs, ParagrafResolver, paragrafserieInputs } from './paragraf.graphql';

@Module({ providers: [ParagrafResolver, mutationsFor('paragraf', paragrafInputs), mutationsFor('paragrafserie', paragrafserieInputs)] })
export class ParagrafModule {}

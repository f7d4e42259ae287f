import { Module } from '@nestjs/common';
import { mutationsFor } from '@klubba/kernel/edge';
import { tjansteskrivelseInputs, TjansteskrivelseResolver } from './tjansteskrivelse.graphql';

@Module({ providers: [TjansteskrivelseResolver, mutationsFor('tjansteskrivelse', tjansteskrivelseInputs)] })
export class TjansteskrivelseModule {}

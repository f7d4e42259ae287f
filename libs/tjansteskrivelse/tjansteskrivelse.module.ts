import { Module } from '@nestjs/common';
import { mutationsFor } from '@klubba/kernel/edge';
import { SkrivelseforslagResolver } from './tjansteskrivelse.dokument.graphql';
import { tjansteskrivelseInputs, TjansteskrivelseResolver } from './tjansteskrivelse.graphql';

@Module({ providers: [TjansteskrivelseResolver, SkrivelseforslagResolver, mutationsFor('tjansteskrivelse', tjansteskrivelseInputs)] })
export class TjansteskrivelseModule {}

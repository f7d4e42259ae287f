import { Module } from '@nestjs/common';
import { mutationsFor } from '@klubba/kernel/edge';
import { signaturInputs, SignaturResolver } from './signatur.graphql';
import { UndertecknatResolver } from './signatur.undertecknat.graphql';

@Module({ providers: [SignaturResolver, UndertecknatResolver, mutationsFor('signatur', signaturInputs)] })
export class SignaturModule {}

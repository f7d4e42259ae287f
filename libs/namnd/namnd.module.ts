import { Module } from '@nestjs/common';
import { mutationsFor } from '@klubba/kernel/edge';
import { namndInputs, NamndResolver } from './namnd.graphql';
import { listInputs, UppdragslistaResolver } from './namnd.lista.graphql';
import { personInputs, PersonResolver } from './person.graphql';

@Module({ providers: [NamndResolver, PersonResolver, UppdragslistaResolver, mutationsFor('namnd', { ...namndInputs, ...listInputs }), mutationsFor('person', personInputs)] })
export class NamndModule {}

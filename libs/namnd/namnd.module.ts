import { Module } from '@nestjs/common';
import { mutationsFor } from '@klubba/kernel/edge';
import { namndInputs, NamndResolver } from './namnd.graphql';
import { personInputs, PersonResolver } from './person.graphql';

@Module({ providers: [NamndResolver, PersonResolver, mutationsFor('namnd', namndInputs), mutationsFor('person', personInputs)] })
export class NamndModule {}

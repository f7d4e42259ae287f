import { Module } from '@nestjs/common';
import { mutationsFor } from '@klubba/kernel/edge';
import { behandlingInputs } from './sammantrade.behandling.inputs.graphql';
import { SammantradeResolver } from './sammantrade.graphql';
import { inlasningInputs } from './sammantrade.inlasning.graphql';
import { sammantradeInputs } from './sammantrade.inputs.graphql';

@Module({ providers: [SammantradeResolver, mutationsFor('sammantrade', { ...sammantradeInputs, ...behandlingInputs, ...inlasningInputs })] })
export class SammantradeModule {}

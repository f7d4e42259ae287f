import { Module } from '@nestjs/common';
import { mutationsFor } from '@klubba/kernel/edge';
import { ForslagResolver } from './sammantrade.forslag.graphql';
import { SammantradeResolver } from './sammantrade.graphql';
import { sammantradeInputs } from './sammantrade.inputs.graphql';
import { ProtokollsdokumentResolver } from './sammantrade.dokument.graphql';
import { UppropResolver } from './sammantrade.rummet.graphql';
import { SlutkontrollResolver } from './sammantrade.slutkontroll.graphql';
import { UtskickResolver } from './sammantrade.utskick.graphql';

@Module({ providers: [SammantradeResolver, UtskickResolver, ForslagResolver, ProtokollsdokumentResolver, SlutkontrollResolver, UppropResolver, mutationsFor('sammantrade', sammantradeInputs)] })
export class SammantradeModule {}

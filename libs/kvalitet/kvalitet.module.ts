import { Module } from '@nestjs/common';
import { mutationsFor } from '@klubba/kernel/edge';
import { avvikelseInputs, AvvikelseResolver } from './avvikelse.graphql';
import { ejverkstalldInputs, EjverkstalldResolver } from './ejverkstalld.graphql';
import { ejverkstalldrapportInputs, EjverkstalldrapportResolver } from './ejverkstalldrapport.graphql';
import { insatslistaInputs, InsatslistaResolver } from './insatslista.graphql';
import { klagomalInputs, KlagomalResolver } from './klagomal.graphql';
import { overklagandeInputs, OverklagandeResolver } from './overklagande.graphql';

@Module({
  providers: [
    KlagomalResolver, mutationsFor('klagomal', klagomalInputs), AvvikelseResolver, mutationsFor('avvikelse', avvikelseInputs), EjverkstalldResolver, mutationsFor('ejverkstalld', ejverkstalldInputs),
    EjverkstalldrapportResolver, mutationsFor('ejverkstalldrapport', ejverkstalldrapportInputs), InsatslistaResolver, mutationsFor('insatslista', insatslistaInputs), OverklagandeResolver, mutationsFor('overklagande', overklagandeInputs),
  ],
})
export class KvalitetModule {}

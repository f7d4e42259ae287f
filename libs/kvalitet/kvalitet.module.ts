import { Module } from '@nestjs/common';
import { mutationsFor } from '@klubba/kernel/edge';
import { avvikelseInputs, AvvikelseResolver } from './avvikelse.graphql';
import { ejverkstalldInputs, EjverkstalldResolver } from './ejverkstalld.graphql';
import { ejverkstalldrapportInputs, EjverkstalldrapportResolver } from './ejverkstalldrapport.graphql';
import { insatslistaInputs, InsatslistaResolver } from './insatslista.graphql';
import { klagomalInputs, KlagomalResolver } from './klagomal.graphql';
import { overklagandeInputs, OverklagandeResolver } from './overklagande.graphql';
import { indikatorInputs, IndikatorResolver } from './indikator.graphql';
import { internkontrollInputs, InternkontrollResolver } from './internkontroll.graphql';
import { KvalitetsberattelseResolver } from './kvalitetsberattelse.graphql';
import { kvalitetsberattelseInputs } from './kvalitetsberattelse.inputs.graphql';
import { riskanalysInputs, RiskanalysResolver, riskskalaInputs } from './riskanalys.graphql';

@Module({
  providers: [
    KlagomalResolver, mutationsFor('klagomal', klagomalInputs), AvvikelseResolver, mutationsFor('avvikelse', avvikelseInputs), EjverkstalldResolver, mutationsFor('ejverkstalld', ejverkstalldInputs),
    EjverkstalldrapportResolver, mutationsFor('ejverkstalldrapport', ejverkstalldrapportInputs), InsatslistaResolver, mutationsFor('insatslista', insatslistaInputs), OverklagandeResolver, mutationsFor('overklagande', overklagandeInputs),
    IndikatorResolver, mutationsFor('indikator', indikatorInputs),
    RiskanalysResolver, mutationsFor('riskanalys', riskanalysInputs), mutationsFor('riskskala', riskskalaInputs),
    InternkontrollResolver, mutationsFor('internkontroll', internkontrollInputs),
    KvalitetsberattelseResolver, mutationsFor('kvalitetsberattelse', kvalitetsberattelseInputs),
  ],
})
export class KvalitetModule {}

import { FALT, GER } from '@klubba/behorighet';
import type { Projection } from '@klubba/kernel';
import { type Person, personen } from '@klubba/namnd';
import { paragrafen, paragrafsort } from '@klubba/paragraf';
import { AldreProtokollModule } from '../../libs/aldreprotokoll/aldreprotokoll.module';
import { ArendeModule } from '../../libs/arende/arende.module';
import { ExpedieringModule } from '../../libs/expediering/expediering.module';
import { DelegationModule } from '../../libs/delegation/delegation.module';
import { HandlingModule } from '../../libs/handling/handling.module';
import { LexSarahModule } from '../../libs/lexsarah/lexsarah.module';
import { KungorelseModule } from '../../libs/kungorelse/kungorelse.module';
import { KvalitetModule } from '../../libs/kvalitet/kvalitet.module';
import { NamndModule } from '../../libs/namnd/namnd.module';
import { ParagrafModule } from '../../libs/paragraf/paragraf.module';
import { RedovisningModule } from '../../libs/redovisning/redovisning.module';
import { RemissModule } from '../../libs/remiss/remiss.module';
import { SammantradeModule } from '../../libs/sammantrade/sammantrade.module';
import { SignaturModule } from '../../libs/signatur/signatur.module';
import { TjansteskrivelseModule } from '../../libs/tjansteskrivelse/tjansteskrivelse.module';
import { UppdragModule } from '../../libs/uppdrag/uppdrag.module';
import { UtlamnandeModule } from '../../libs/utlamnande/utlamnande.module';
import { AnslagstavlaModule } from './anslagstavla.module';
import { ExpedieringsfaltModule } from './expediering.module';
import { FristerModule } from './frister.module';
import { type Composition, nouns } from './house';
import { SignaturerModule } from './signaturer.module';

/** Klubba as it is served: the nouns of the house, their Nest modules, and the table of who may do and see what. */
export const klubba: Composition = {
  nouns, ger: GER, falt: FALT,
  modules: [
    NamndModule,
    ArendeModule,
    TjansteskrivelseModule,
    SammantradeModule,
    ParagrafModule,
    RemissModule,
    UppdragModule,
    HandlingModule,
    SignaturModule,
    SignaturerModule,
    AldreProtokollModule,
    LexSarahModule,
    ExpedieringModule,
    ExpedieringsfaltModule,
    FristerModule,
    DelegationModule,
    KvalitetModule,
    KungorelseModule,
    AnslagstavlaModule,
    UtlamnandeModule,
    RedovisningModule,
  ],
  person: { projection: personen as unknown as Projection<never, never>, namn: ({ namn }: Person) => namn },
  // The § hears of its justering a moment after the meeting did, so at its own fact both stand.
  justerad: (models, log) => async (namnd, ar, nummer) => {
    const sort = paragrafsort(ar, nummer);
    const row = models.list(paragrafen, { namnd, prefix: sort, first: 1 }).find((one) => one.sort === sort);
    if (row === undefined) return undefined;
    return (await log.read(`paragraf-${row.id}`)).find(({ type }) => type === 'ParagrafJusterad')?.position;
  },
};

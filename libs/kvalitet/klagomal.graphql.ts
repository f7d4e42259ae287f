import { Args, ArgsType, Context, Field, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsBoolean, IsEnum, IsOptional, IsUUID, Matches } from 'class-validator';
import { CODE, NUMBER, type Sealed } from '@klubba/kernel';
import { type CommandInputs, type Connection, connectionOf, type EdgeContext, enumOf, IsDatum, IsText, ListArgs, RUBRIK_MAX, scoped, SealedField, Sekretessklass, toConnection } from '@klubba/kernel/edge';
import { plusDagar } from '@klubba/lagrum';
import { IVO_SVAR, KLAGANDE, KLAGOMALSKANALER, KLAGOMALSTYPER } from './klagomal.events';
import { dagarSent, type Klagomal as Doc, klagomalet, KLAGOMALSSTATUS } from './klagomal.projection';
import { svarSenast } from './klagomal.svarstid';
import { BorjanInput, DagInput, DagMedSkalInput, EnArgs, RegisterArgs, SummeringsArgs, synligKlass, synliga } from './kvalitet.register.graphql';

const Klagomalskanal = enumOf('Klagomalskanal', 'Hur det kom in.', ...KLAGOMALSKANALER);
const Klagomalstyp = enumOf('Klagomalstyp', 'Vad det är.', ...KLAGOMALSTYPER);
const Klagande = enumOf('Klagande', 'Vem det kommer från.', ...KLAGANDE);
const IvoSvar = enumOf('IvoSvar', 'Vad IVO gjorde med det.', ...IVO_SVAR);
const Klagomalsstatus = enumOf('Klagomalsstatus', 'Hur långt det har kommit. Eskalerat ligger hos klagomålsdelegationen; avslutat stängdes utan svar.', ...KLAGOMALSSTATUS);
const Klagomalsgrupp = enumOf('Klagomalsgrupp', 'Vad klagomålen räknas efter.', 'typ', 'kategori', 'kanal', 'enhet', 'status');
const ORD = { message: 'ska vara ett kort ord utan mellanslag, högst 40 tecken.' };

@InputType({ description: 'Ett klagomål, en synpunkt, ett beröm eller en fråga som kom in.' })
export class TaEmotKlagomalInput extends BorjanInput {
  @Field(() => Klagomalskanal) @IsEnum(Klagomalskanal) kanal!: keyof typeof Klagomalskanal;
  @Field(() => Klagomalstyp) @IsEnum(Klagomalstyp) typ!: keyof typeof Klagomalstyp;
  @Field({ description: 'Kommunens ord för vad det gäller.' }) @Matches(CODE, ORD) kategori!: string;
  @Field({ description: 'Kommunens ord för enheten.' }) @Matches(CODE, ORD) enhet!: string;
  @Field(() => Klagande, { nullable: true }) @IsOptional() @IsEnum(Klagande) fran?: keyof typeof Klagande;
  @Field({ description: 'Dagen då det kom in.' }) @IsDatum() inkom!: string;
  @Field() @IsText() text!: string;
  @Field(() => String, { nullable: true, description: 'Namn och adress, om de är kända.' }) @IsOptional() @IsText(RUBRIK_MAX) avsandare?: string;
  @Field(() => Boolean, { nullable: true, description: 'Utelämnat: ja, utom för beröm.' }) @IsOptional() @IsBoolean() svarOnskas?: boolean;
}
@InputType({ description: 'Den som klagat har fått veta att det är mottaget.' })
export class BekraftaKlagomalInput extends DagInput {}
@InputType({ description: 'Det var fel sorterat.' })
export class RattaKlagomalInput {
  @Field(() => Klagomalskanal, { nullable: true }) @IsOptional() @IsEnum(Klagomalskanal) kanal?: keyof typeof Klagomalskanal;
  @Field(() => Klagomalstyp, { nullable: true }) @IsOptional() @IsEnum(Klagomalstyp) typ?: keyof typeof Klagomalstyp;
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(CODE, ORD) kategori?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(CODE, ORD) enhet?: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() handlaggare?: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Svaret.' })
export class BesvaraKlagomalInput extends DagInput {
  @Field() @IsText() text!: string;
}
@InputType({ description: 'Det förs till klagomålsdelegationen.' })
export class EskaleraKlagomalInput extends DagMedSkalInput {}
@InputType({ description: 'Den som klagat har vänt sig till IVO.' })
export class NoteraKlagomalHosIvoInput extends DagInput {
  @Field(() => String, { nullable: true, description: 'IVO:s diarienummer.' }) @IsOptional() @Matches(NUMBER, { message: 'ska vara ett nummer på högst 40 tecken.' }) ivosNummer?: string;
}
@InputType({ description: 'Vad IVO gjorde.' })
export class NoteraIvoSvarPaKlagomalInput extends DagInput {
  @Field(() => IvoSvar) @IsEnum(IvoSvar) svar!: keyof typeof IvoSvar;
}
@InputType({ description: 'En offentlig version i egna ord, utan den enskilde.' })
export class PubliceraKlagomalInput extends DagInput {
  @Field() @IsText() text!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() svar?: string;
}
@InputType({ description: 'Den offentliga versionen tas bort.' })
export class AvpubliceraKlagomalInput {
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Det avslutas utan svar.' })
export class AvslutaKlagomalInput extends DagMedSkalInput {}
@InputType({ description: 'Det öppnas igen.' })
export class AteroppnaKlagomalInput extends DagMedSkalInput {}
@InputType({ description: 'Det registrerades av misstag.' })
export class StrykKlagomalInput {
  @Field() @IsText() skal!: string;
}
export const klagomalInputs: CommandInputs = {
  TaEmotKlagomal: { input: TaEmotKlagomalInput, om: 'Tar emot ett klagomål eller en synpunkt.', skapar: true },
  BekraftaKlagomal: { input: BekraftaKlagomalInput, om: 'Antecknar att mottagandet är bekräftat.' },
  RattaKlagomal: { input: RattaKlagomalInput, om: 'Rättar hur klagomålet är sorterat, eller vem som svarar för det.' },
  BesvaraKlagomal: { input: BesvaraKlagomalInput, om: 'Antecknar svaret.' },
  EskaleraKlagomal: { input: EskaleraKlagomalInput, om: 'För klagomålet till klagomålsdelegationen.' },
  NoteraKlagomalHosIvo: { input: NoteraKlagomalHosIvoInput, om: 'Antecknar att den som klagat har vänt sig till IVO.' },
  NoteraIvoSvarPaKlagomal: { input: NoteraIvoSvarPaKlagomalInput, om: 'Antecknar vad IVO gjorde med klagomålet.' },
  PubliceraKlagomal: { input: PubliceraKlagomalInput, om: 'Publicerar klagomålet i egna ord, utan den enskilde.' },
  AvpubliceraKlagomal: { input: AvpubliceraKlagomalInput, om: 'Tar bort den publicerade versionen.' },
  AvslutaKlagomal: { input: AvslutaKlagomalInput, om: 'Avslutar klagomålet utan svar.' },
  AteroppnaKlagomal: { input: AteroppnaKlagomalInput, om: 'Öppnar ett klagomål igen.' },
  StrykKlagomal: { input: StrykKlagomalInput, om: 'Stryker ett klagomål som registrerades av misstag.' },
};

@ObjectType({ description: 'Ett svar på ett klagomål.' })
export class Klagomalssvar {
  @Field() datum!: string;
  @SealedField() text?: Sealed;
}
@ObjectType({ description: 'Ett klagomål som fördes till IVO.' })
export class KlagomalHosIvo {
  @Field() datum!: string;
  @Field(() => String, { nullable: true }) ivosNummer?: string;
  @Field(() => String, { nullable: true, description: 'När IVO svarade.' }) besvarat?: string;
  @Field(() => IvoSvar, { nullable: true }) svar?: string;
}
@ObjectType({ description: 'Ett klagomål, en synpunkt, ett beröm eller en fråga.' })
export class Klagomalet {
  @Field(() => ID) id!: string;
  @Field(() => ID) namnd!: string;
  @Field(() => Sekretessklass) klass!: Sekretessklass;
  @Field(() => ID, { nullable: true }) arende?: string;
  @Field(() => String, { nullable: true }) beteckning?: string;
  @Field(() => Klagomalskanal) kanal!: string;
  @Field(() => Klagomalstyp) typ!: string;
  @Field() kategori!: string;
  @Field() enhet!: string;
  @Field(() => Klagande, { nullable: true }) fran?: string;
  @Field() inkom!: string;
  @SealedField() text?: Sealed;
  @SealedField() avsandare?: Sealed;
  @Field(() => ID, { nullable: true }) handlaggare?: string;
  @Field(() => Klagomalsstatus) status!: string;
  @Field(() => String, { nullable: true, description: 'Sista dag att svara, efter nämndens inställning den dag det kom in.' }) svarSenast?: string;
  @Field(() => Int, { nullable: true, description: 'Dagar efter den dagen som det besvarades; 0 i tid.' }) dagarSent?: number;
  @Field(() => String, { nullable: true, description: 'När mottagandet bekräftades.' }) bekraftat?: string;
  @Field(() => [Klagomalssvar]) svar!: readonly Klagomalssvar[];
  @Field(() => String, { nullable: true, description: 'När det fördes till klagomålsdelegationen.' }) eskalerat?: string;
  @Field(() => [KlagomalHosIvo]) ivo!: readonly KlagomalHosIvo[];
  @Field(() => Boolean) publicerat!: boolean;
  @Field(() => String, { nullable: true, description: 'När det avslutades utan svar.' }) avslutat?: string;
  @SealedField({ description: 'Varför det avslutades utan svar.' }) avslutatSkal?: Sealed;
}
const KlagomaletConnection = connectionOf(Klagomalet, 'Klagomalet');
@ObjectType({ description: 'Ett publicerat klagomål, utan den enskilde.' })
export class PubliceratKlagomal {
  @Field(() => ID) id!: string;
  @Field() datum!: string;
  @SealedField() text?: Sealed;
  @SealedField() svar?: Sealed;
}
const PubliceratKlagomalConnection = connectionOf(PubliceratKlagomal, 'PubliceratKlagomal');
@ObjectType({ description: 'Antal klagomål i en grupp; en uppgift som de inte räknas efter är tom.' })
export class Klagomalsantal {
  @Field(() => Klagomalstyp, { nullable: true }) typ?: string;
  @Field(() => String, { nullable: true }) kategori?: string;
  @Field(() => Klagomalskanal, { nullable: true }) kanal?: string;
  @Field(() => String, { nullable: true }) enhet?: string;
  @Field(() => Klagomalsstatus, { nullable: true }) status?: string;
  @Field(() => Int) antal!: number;
  @Field(() => Int, { description: 'Besvarade för sent.' }) sena!: number;
}

const Klagomalsordning = enumOf('Klagomalsordning', 'Vad listan ordnas efter.', 'inkom', 'svarSenast');
@ArgsType()
class KlagomalenArgs extends RegisterArgs {
  @Field(() => Klagomalstyp, { nullable: true }) @IsOptional() @IsEnum(Klagomalstyp) typ?: keyof typeof Klagomalstyp;
  @Field(() => Klagomalskanal, { nullable: true }) @IsOptional() @IsEnum(Klagomalskanal) kanal?: keyof typeof Klagomalskanal;
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(CODE, ORD) kategori?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(CODE, ORD) enhet?: string;
  @Field(() => Klagomalsstatus, { nullable: true }) @IsOptional() @IsEnum(Klagomalsstatus) status?: keyof typeof Klagomalsstatus;
  @Field(() => String, { nullable: true, description: 'Bara obesvarade som skulle ha besvarats före denna dag.' }) @IsOptional() @IsDatum() obesvaradeFore?: string;
  @Field(() => Klagomalsordning, { nullable: true, description: 'Utelämnat: inkom.' }) @IsOptional() @IsEnum(Klagomalsordning) ordning?: keyof typeof Klagomalsordning;
}
@ArgsType()
class KlagomalsantalArgs extends SummeringsArgs {
  @Field(() => [Klagomalsgrupp], { description: 'Vad de räknas efter; inget ger en summa.' }) @IsArray() @ArrayMaxSize(5) @IsEnum(Klagomalsgrupp, { each: true }) efter!: (keyof typeof Klagomalsgrupp)[];
}
@ArgsType()
class PubliceradeArgs extends ListArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
}

@Resolver(() => Klagomalet)
export class KlagomalResolver {
  @Query(() => Klagomalet, { nullable: true, description: 'Ett klagomål med sina svar.' })
  async klagomal(@Args() { id, ...when }: EnArgs, @Context() context: EdgeContext): Promise<Klagomalet | null> {
    const doc = await context.reader.doc(klagomalet, id.toLowerCase(), when);
    return doc === undefined ? null : view(doc, (await context.reader.doc(klagomalet, doc.id)) ?? doc, context);
  }

  @Query(() => KlagomaletConnection, { description: 'Nämndens klagomål och synpunkter.' })
  async klagomalen(@Args() args: KlagomalenArgs, @Context() context: EdgeContext): Promise<Connection<Klagomalet>> {
    const { namnd: given, oppna, fran, till, senastForst, typ, kanal, kategori, enhet, status, obesvaradeFore, ordning, first, after, ...when } = args;
    const namnd = given.toLowerCase();
    const fore = obesvaradeFore ?? undefined;
    const page = await context.reader.register(klagomalet, namnd, {
      first, after, sort: ordning ?? 'inkom', descending: senastForst === true, ...synliga(namnd, context),
      where: {
        inkom: { from: fran, to: till }, ...(oppna === true && { oppen: { eq: 1 } }), typ: { eq: typ ?? undefined }, kanal: { eq: kanal ?? undefined }, kategori: { eq: kategori ?? undefined }, enhet: { eq: enhet ?? undefined }, status: { eq: status ?? undefined },
        ...(fore !== undefined && { obesvarat: { eq: 1 }, svarSenast: { from: '0001-01-01', to: plusDagar(fore, -1) } }),
      },
    }, when);
    return toConnection(page, (_, doc, now) => view(doc, now, context)!);
  }

  @Query(() => [Klagomalsantal], { description: 'Antal klagomål efter typ, kategori, kanal, enhet eller status.' })
  async klagomalsantal(@Args() { namnd: given, fran, till, efter, ...when }: KlagomalsantalArgs, @Context() context: EdgeContext): Promise<readonly Klagomalsantal[]> {
    const namnd = given.toLowerCase();
    const totals = await context.reader.totals(klagomalet, namnd, { by: [...new Set(efter)], sum: 'sent', where: { inkom: { from: fran, to: till } }, ...synliga(namnd, context) }, when);
    return totals.map(({ group, antal, summa }) => ({ ...(group as object), antal, sena: summa ?? 0 }));
  }

  @Query(() => PubliceratKlagomalConnection, { description: 'Klagomål som nämnden har publicerat, utan de enskilda.' })
  async publiceradeKlagomal(@Args() { namnd: given, first, after, ...when }: PubliceradeArgs, @Context() context: EdgeContext): Promise<Connection<PubliceratKlagomal>> {
    const namnd = given.toLowerCase();
    const page = await context.reader.register(klagomalet, namnd, { first, after, sort: 'inkom', where: { publicerad: { eq: 1 } }, only: { publicerad: { eq: 1 } } }, when);
    return toConnection(page, (id, { publicerat }) => scoped({ namnd, klass: 'oppen' }, { id, ...publicerat! }));
  }
}

const view = (doc: Doc, now: Doc, context: EdgeContext): Klagomalet | null => {
  const klass = synligKlass(doc, now, context);
  if (klass === undefined || now.status === 'struket') return null;
  const scope = { namnd: doc.namnd, klass } as const;
  const { eskalerat, avslutat, publicerat, ivo, svar, ...rest } = doc;
  const [senast, sent] = [svarSenast(doc), dagarSent(doc)];
  return scoped(scope, {
    ...rest, klass, ...(senast !== undefined && { svarSenast: senast }), ...(sent !== undefined && { dagarSent: sent }), svar: svar.map((en) => scoped(scope, en)), publicerat: publicerat !== undefined,
    ivo: ivo.map(({ svar: ivosSvar, ...en }) => scoped(scope, { ...en, ...(ivosSvar !== undefined && { besvarat: ivosSvar.datum, svar: ivosSvar.svar }) })),
    ...(eskalerat !== undefined && { eskalerat: eskalerat.datum }), ...(avslutat !== undefined && { avslutat: avslutat.datum, avslutatSkal: avslutat.skal }),
  });
};

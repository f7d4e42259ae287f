import { Args, ArgsType, Context, Field, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsOptional, IsUUID } from 'class-validator';
import { type Sealed, strictest } from '@klubba/kernel';
import { type CommandInputs, type Connection, connectionOf, type EdgeContext, enumOf, IsDatum, IsText, ListArgs, RUBRIK_MAX, scoped, SealedField, Sekretessklass, toConnection, WhenArgs } from '@klubba/kernel/edge';
import { UPPDRAGSGIVARE, UPPDRAGSLAGEN } from './uppdrag.events';
import { type Uppdrag as Doc, uppdraget } from './uppdrag.projection';

const Uppdragsgivare = enumOf('Uppdragsgivare', 'Vem som gav uppdraget.', ...UPPDRAGSGIVARE);
const Uppdragslage = enumOf('Uppdragslage', 'Hur det går.', ...UPPDRAGSLAGEN);

@InputType({ description: 'Ett uppdrag från nämnden, styrelsen eller fullmäktige.' })
export class GeUppdragInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Sekretessklass) @IsEnum(Sekretessklass) klass!: Sekretessklass;
  @Field(() => Uppdragsgivare) @IsEnum(Uppdragsgivare) givare!: keyof typeof Uppdragsgivare;
  @Field(() => ID, { nullable: true, description: 'Paragrafen som gav det, när den finns här.' }) @IsOptional() @IsUUID() punkt?: string;
  @Field({ description: 'Dagen för beslutet.' }) @IsDatum() datum!: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() arende?: string;
  @Field({ description: 'Vad som ska göras.' }) @IsText() text!: string;
  @Field({ description: 'Titel eller namn.' }) @IsText(RUBRIK_MAX) ansvarig!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsDatum() redovisasSenast?: string;
}
@InputType({ description: 'Ny ansvarig, eller ny dag.' })
export class AndraUppdragInput {
  @Field(() => String, { nullable: true }) @IsOptional() @IsText(RUBRIK_MAX) ansvarig?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsDatum() redovisasSenast?: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Hur det går.' })
export class RapporteraUppdragInput {
  @Field() @IsDatum() datum!: string;
  @Field(() => Uppdragslage) @IsEnum(Uppdragslage) lage!: keyof typeof Uppdragslage;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() text?: string;
}
@InputType({ description: 'Paragrafen där uppdraget redovisades.' })
export class SlutforUppdragInput {
  @Field(() => ID) @IsUUID() punkt!: string;
}
@InputType({ description: 'Uppdraget avslutades av misstag.' })
export class AteroppnaUppdragInput {
  @Field() @IsText() skal!: string;
}
export const uppdragInputs: CommandInputs = {
  GeUppdrag: { input: GeUppdragInput, om: 'Antecknar ett uppdrag.', skapar: true },
  AndraUppdrag: { input: AndraUppdragInput, om: 'Ändrar ansvarig eller dag.' },
  RapporteraUppdrag: { input: RapporteraUppdragInput, om: 'Antecknar hur uppdraget går.' },
  SlutforUppdrag: { input: SlutforUppdragInput, om: 'Avslutar uppdraget genom en paragraf.' },
  AteroppnaUppdrag: { input: AteroppnaUppdragInput, om: 'Öppnar ett uppdrag som avslutades av misstag.' },
};

@ObjectType({ description: 'Hur ett uppdrag gick en dag.' })
export class Uppdragsrapport {
  @Field() datum!: string;
  @Field(() => Uppdragslage) lage!: string;
  @SealedField() text?: Sealed;
}
@ObjectType({ description: 'En paragraf om uppdraget.' })
export class Uppdragsbehandling {
  @Field(() => ID) sammantrade!: string;
  @Field(() => ID, { description: 'Punkten, och paragrafens id.' }) punkt!: string;
  @Field() datum!: string;
  @Field(() => Int) ar!: number;
  @Field(() => Int) nummer!: number;
  @Field() beslutstyp!: string;
}
@ObjectType({ description: 'En ändring av ett uppdrag.' })
export class Uppdragsandring {
  @SealedField() skal?: Sealed;
  @Field(() => String, { nullable: true }) redovisasSenast?: string;
}
@ObjectType({ description: 'Ett uppdrag; det avslutas bara av en paragraf.' })
export class Uppdraget {
  @Field(() => ID) id!: string;
  @Field(() => ID) namnd!: string;
  @Field(() => Sekretessklass) klass!: Sekretessklass;
  @Field(() => Uppdragsgivare) givare!: string;
  @Field(() => ID, { nullable: true }) punkt?: string;
  @Field() datum!: string;
  @Field(() => ID, { nullable: true }) arende?: string;
  @SealedField() text?: Sealed;
  @SealedField() ansvarig?: Sealed;
  @Field(() => String, { nullable: true }) redovisasSenast?: string;
  @Field(() => Uppdragslage) lage!: string;
  @Field(() => [Uppdragsrapport]) rapporter!: readonly Uppdragsrapport[];
  @Field(() => [Uppdragsandring]) andringar!: readonly Uppdragsandring[];
  @Field(() => [Uppdragsbehandling]) behandlingar!: readonly Uppdragsbehandling[];
  @Field(() => Uppdragsbehandling, { nullable: true, description: 'Paragrafen som avslutade det.' }) avslutat?: Uppdragsbehandling;
}
const UppdragetConnection = connectionOf(Uppdraget, 'Uppdraget');
@ObjectType({ description: 'Antal pågående uppdrag i ett läge.' })
export class Uppdragsantal {
  @Field(() => Uppdragslage) lage!: string;
  @Field(() => Int) antal!: number;
}

@ArgsType()
class UppdragetArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() id!: string;
}
@ArgsType()
class UppdragenArgs extends ListArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Boolean, { nullable: true, description: 'Bara de som pågår, efter den dag de ska redovisas.' }) @IsOptional() @IsBoolean() pagaende?: boolean;
  @Field(() => Uppdragsgivare, { nullable: true }) @IsOptional() @IsEnum(Uppdragsgivare) givare?: keyof typeof Uppdragsgivare;
  @Field(() => String, { nullable: true, description: 'Bara de som ska redovisas senast denna dag.' }) @IsOptional() @IsDatum() redovisasSenast?: string;
}
@ArgsType()
class AntalArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
}

@Resolver(() => Uppdraget)
export class UppdragResolver {
  @Query(() => Uppdraget, { nullable: true, description: 'Ett uppdrag med sina rapporter och paragrafer.' })
  async uppdrag(@Args() { id, ...when }: UppdragetArgs, @Context() context: EdgeContext): Promise<Uppdraget | null> {
    const doc = await context.reader.doc(uppdraget, id.toLowerCase(), when);
    return doc === undefined ? null : view(doc, (await context.reader.doc(uppdraget, doc.id)) ?? doc, context);
  }

  @Query(() => UppdragetConnection, { description: 'Nämndens uppdrag.' })
  async uppdragen(@Args() { namnd: given, pagaende, givare, redovisasSenast, first, after, ...when }: UppdragenArgs, @Context() context: EdgeContext): Promise<Connection<Uppdraget>> {
    const namnd = given.toLowerCase();
    const page = await context.reader.register(uppdraget, namnd, {
      first, after, sort: pagaende === true ? 'redovisasSenast' : 'datum', ...synliga(namnd, context),
      where: { ...(pagaende === true && { oppen: { eq: 1 } }), ...(givare !== undefined && givare !== null && { givare: { eq: givare } }), redovisasSenast: { to: redovisasSenast } },
    }, when);
    return toConnection(page, (_, doc, now) => view(doc, now, context)!);
  }

  @Query(() => [Uppdragsantal], { description: 'Antal pågående uppdrag efter läge.' })
  async uppdragsantal(@Args() { namnd: given, ...when }: AntalArgs, @Context() context: EdgeContext): Promise<readonly Uppdragsantal[]> {
    const namnd = given.toLowerCase();
    const totals = await context.reader.totals(uppdraget, namnd, { by: ['lage'], where: { oppen: { eq: 1 } }, ...synliga(namnd, context) }, when);
    return totals.map(({ group, antal }) => ({ lage: group['lage'] as string, antal }));
  }
}

const synliga = (namnd: string, { viewer }: EdgeContext) => (viewer.may(namnd, 'sekretess') ? {} : { only: { klass: { eq: 'oppen' } } });

const view = (doc: Doc, now: Doc, { viewer }: EdgeContext): Uppdraget | null => {
  const klass = strictest(doc.klass, now.klass);
  if (!viewer.may(doc.namnd, klass)) return null;
  const scope = { namnd: doc.namnd, klass } as const;
  const { avslutat, ...rest } = doc;
  const slutet = avslutat && doc.behandlingar.find(({ punkt }) => punkt === avslutat.punkt);
  return scoped(scope, {
    ...rest, klass, rapporter: doc.rapporter.map((en) => scoped(scope, en)), andringar: doc.andringar.map((en) => scoped(scope, en)), ...(slutet !== undefined && { avslutat: slutet }),
  });
};

import { Args, ArgsType, Context, Field, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsEnum, IsInt, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { type Sealed, strictest } from '@klubba/kernel';
import { type CommandInputs, type Connection, connectionOf, type EdgeContext, enumOf, IsDatum, IsText, ListArgs, RUBRIK_MAX, scoped, SealedField, Sekretessklass, toConnection, WhenArgs } from '@klubba/kernel/edge';
import { EttArgs, VARDE_MAX } from './kvalitet.gemensamt.graphql';
import { ATGARDSLAGEN } from './riskanalys.events';
import { type Riskanalys as Doc, riskanalysen } from './riskanalys.projection';
import { ALLVARLIGHETER, type Riskband as Band, RISKFARGER, riskklass, SANNOLIKHETER } from './riskmatris';
import { riskskalan, skalaPa } from './riskskala.projection';

const Sannolikhet = enumOf('Sannolikhet', 'Steg 1–4.', ...SANNOLIKHETER);
const Allvarlighet = enumOf('Allvarlighet', 'Steg 1–4.', ...ALLVARLIGHETER);
const Riskfarg = enumOf('Riskfarg', 'Riskens färg. Åtgärdernas läge är en annan sak.', ...RISKFARGER, 'OKLASSAD');
const Bandfarg = enumOf('Bandfarg', 'Färgen på ett band.', ...RISKFARGER);
const Atgardslage = enumOf('Atgardslage', 'Hur åtgärden går. Riskens färg är en annan sak.', ...ATGARDSLAGEN);

@InputType({ description: 'Riskvärden från och med till och med.' })
export class RiskbandInput {
  @Field(() => Bandfarg) @IsEnum(Bandfarg) farg!: keyof typeof Bandfarg;
  @Field(() => Int) @IsInt() @Min(1) @Max(16) fran!: number;
  @Field(() => Int) @IsInt() @Min(1) @Max(16) till!: number;
}
@InputType({ description: 'Nämndens skala för riskers färg.' })
export class FaststallRiskskalaInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field({ description: 'Den gäller från denna dag.' }) @IsDatum() fran!: string;
  @Field(() => [RiskbandInput]) @IsArray() @ArrayMinSize(1) @ArrayMaxSize(16) @ValidateNested({ each: true }) @Type(() => RiskbandInput) band!: RiskbandInput[];
  @Field(() => ID, { description: 'Paragrafen där nämnden antog den.' }) @IsUUID() punkt!: string;
}
export const riskskalaInputs: CommandInputs = {
  FaststallRiskskala: { input: FaststallRiskskalaInput, om: 'Fastställer vilka riskvärden som är gröna, gula och röda.', skapar: (data) => (data as FaststallRiskskalaInput).namnd },
};

@InputType({ description: 'En riskanalys.' })
export class PaborjaRiskanalysInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Sekretessklass) @IsEnum(Sekretessklass) klass!: Sekretessklass;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() arende?: string;
  @Field() @IsDatum() datum!: string;
  @Field() @IsText(RUBRIK_MAX) rubrik!: string;
}
@InputType({ description: 'En risk bedöms, för första gången eller på nytt.' })
export class BedomRiskInput {
  @Field({ description: 'Riskens nummer: 2.1.' }) @IsText(VARDE_MAX) nr!: string;
  @Field() @IsDatum() datum!: string;
  @Field(() => Sannolikhet) @IsEnum(Sannolikhet) sannolikhet!: keyof typeof Sannolikhet;
  @Field(() => Allvarlighet) @IsEnum(Allvarlighet) allvarlighet!: keyof typeof Allvarlighet;
  @Field(() => String, { nullable: true, description: 'Vad risken är. Krävs första gången.' }) @IsOptional() @IsText() text?: string;
}
@InputType({ description: 'Risken finns inte längre.' })
export class AvforRiskInput {
  @Field() @IsText(VARDE_MAX) nr!: string;
  @Field() @IsDatum() datum!: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'En åtgärd mot en risk.' })
export class BeslutaAtgardInput {
  @Field({ description: 'Riskens nummer.' }) @IsText(VARDE_MAX) nr!: string;
  @Field() @IsDatum() datum!: string;
  @Field() @IsText() text!: string;
  @Field({ description: 'Titel eller namn.' }) @IsText(RUBRIK_MAX) ansvarig!: string;
  @Field() @IsDatum() klarSenast!: string;
}
@InputType({ description: 'Hur en åtgärd går.' })
export class FoljUppAtgardInput {
  @Field(() => Int) @IsInt() @Min(1) atgard!: number;
  @Field() @IsDatum() datum!: string;
  @Field(() => Atgardslage) @IsEnum(Atgardslage) lage!: keyof typeof Atgardslage;
  @Field(() => String, { nullable: true, description: 'En ny dag.' }) @IsOptional() @IsDatum() klarSenast?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() text?: string;
}
@InputType({ description: 'Riskanalysen är klar.' })
export class AvslutaRiskanalysInput {
  @Field() @IsDatum() datum!: string;
}
@InputType({ description: 'Riskanalysen tas upp igen.' })
export class AteroppnaRiskanalysInput {
  @Field() @IsText() skal!: string;
}
export const riskanalysInputs: CommandInputs = {
  PaborjaRiskanalys: { input: PaborjaRiskanalysInput, om: 'Påbörjar en riskanalys.', skapar: true },
  BedomRisk: { input: BedomRiskInput, om: 'Bedömer en risk, för första gången eller på nytt.' },
  AvforRisk: { input: AvforRiskInput, om: 'Avför en risk.' },
  BeslutaAtgard: { input: BeslutaAtgardInput, om: 'Lägger en åtgärd mot en risk till åtgärdsplanen.' },
  FoljUppAtgard: { input: FoljUppAtgardInput, om: 'Antecknar hur en åtgärd går.' },
  AvslutaRiskanalys: { input: AvslutaRiskanalysInput, om: 'Avslutar riskanalysen.' },
  AteroppnaRiskanalys: { input: AteroppnaRiskanalysInput, om: 'Öppnar en avslutad riskanalys.' },
};

@ObjectType({ description: 'Riskvärden från och med till och med.' })
export class Riskband {
  @Field(() => Bandfarg) farg!: string;
  @Field(() => Int) fran!: number;
  @Field(() => Int) till!: number;
}
@ObjectType({ description: 'En skala som nämnden har antagit.' })
export class Riskskala {
  @Field() fran!: string;
  @Field(() => [Riskband]) band!: readonly Riskband[];
  @Field(() => ID) punkt!: string;
}
@ObjectType({ description: 'En bedömning: värdet är sannolikheten gånger allvarligheten.' })
export class Riskbedomning {
  @Field() datum!: string;
  @Field(() => Sannolikhet) sannolikhet!: string;
  @Field(() => Allvarlighet) allvarlighet!: string;
  @Field(() => Int) varde!: number;
  @Field(() => Riskfarg, { description: 'Enligt den skala som gällde dagen för bedömningen.' }) farg!: string;
  @Field(() => String, { nullable: true, description: 'Vad nämnden måste fastställa, när risken är oklassad.' }) anmarkning?: string;
}
@ObjectType({ description: 'En risk med sina bedömningar; den sista är dagens.' })
export class Risk {
  @Field() nr!: string;
  @SealedField() text?: Sealed;
  @Field(() => [Riskbedomning]) bedomningar!: readonly Riskbedomning[];
  @Field(() => String, { nullable: true }) avford?: string;
}
@ObjectType({ description: 'Hur en åtgärd gick en dag.' })
export class Atgardsuppfoljning {
  @Field() datum!: string;
  @Field(() => Atgardslage) lage!: string;
  @Field(() => String, { nullable: true }) klarSenast?: string;
  @SealedField() text?: Sealed;
}
@ObjectType({ description: 'En åtgärd i planen.' })
export class Atgard {
  @Field(() => Int) atgard!: number;
  @Field({ description: 'Riskens nummer.' }) nr!: string;
  @Field() datum!: string;
  @SealedField() text?: Sealed;
  @SealedField() ansvarig?: Sealed;
  @Field() klarSenast!: string;
  @Field(() => Atgardslage) lage!: string;
  @Field(() => [Atgardsuppfoljning]) uppfoljningar!: readonly Atgardsuppfoljning[];
}
@ObjectType({ description: 'En riskanalys med sin åtgärdsplan. Den är arbetsmaterial tills den är avslutad.' })
export class Riskanalys {
  @Field(() => ID) id!: string;
  @Field(() => ID) namnd!: string;
  @Field(() => Sekretessklass) klass!: Sekretessklass;
  @Field(() => ID, { nullable: true }) arende?: string;
  @Field() datum!: string;
  @SealedField() rubrik?: Sealed;
  @Field(() => [Risk]) risker!: readonly Risk[];
  @Field(() => [Atgard], { description: 'Åtgärdsplanen.' }) atgarder!: readonly Atgard[];
  @Field(() => String, { nullable: true }) avslutad?: string;
}
const RiskanalysConnection = connectionOf(Riskanalys, 'Riskanalys');

@ArgsType()
class RiskanalyserArgs extends ListArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Boolean, { nullable: true, description: 'Bara de som pågår.' }) @IsOptional() @IsBoolean() pagaende?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Bara de som har försenade åtgärder.' }) @IsOptional() @IsBoolean() forsenade?: boolean;
}
@ArgsType()
class RiskskalorArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
}

@Resolver(() => Riskanalys)
export class RiskanalysResolver {
  @Query(() => Riskanalys, { nullable: true, description: 'En riskanalys med sin åtgärdsplan.' })
  async riskanalys(@Args() { id, ...when }: EttArgs, @Context() context: EdgeContext): Promise<Riskanalys | null> {
    const doc = await context.reader.doc(riskanalysen, id.toLowerCase(), when);
    if (doc === undefined) return null;
    return view(doc, (await context.reader.doc(riskanalysen, doc.id)) ?? doc, await skalorna(doc.namnd, context, when), context);
  }

  @Query(() => RiskanalysConnection, { description: 'Nämndens riskanalyser.' })
  async riskanalyser(@Args() { namnd: given, pagaende, forsenade, first, after, ...when }: RiskanalyserArgs, @Context() context: EdgeContext): Promise<Connection<Riskanalys>> {
    const namnd = given.toLowerCase();
    const { viewer, reader } = context;
    const page = await reader.register(riskanalysen, namnd, {
      first, after, sort: 'datum', where: { ...(pagaende === true && { pagar: { eq: 1 } }), ...(forsenade === true && { forsenade: { from: 1 } }) },
      only: { ...(!viewer.may(namnd, 'sekretess') && { klass: { eq: 'oppen' } }), ...(!viewer.may(namnd, 'arbetsmaterial') && { pagar: { eq: 0 } }) },
    }, when);
    const skalor = await skalorna(namnd, context, when);
    return toConnection(page, (_, doc, now) => view(doc, now, skalor, context)!);
  }

  @Query(() => [Riskskala], { description: 'Skalor som nämnden har antagit, i den ordning de antogs.' })
  async riskskalor(@Args() { namnd, ...when }: RiskskalorArgs, @Context() { reader }: EdgeContext): Promise<readonly Riskskala[]> {
    return (await reader.doc(riskskalan, namnd.toLowerCase(), when))?.skalor ?? [];
  }
}

type Skalor = (dag: string) => readonly Band[];
const skalorna = async (namnd: string, { reader }: EdgeContext, when: WhenArgs): Promise<Skalor> => {
  const skala = await reader.doc(riskskalan, namnd, when);
  return (dag) => skalaPa(skala, dag);
};
const view = (doc: Doc, now: Doc, skala: Skalor, { viewer }: EdgeContext): Riskanalys | null => {
  const klass = strictest(doc.klass, now.klass);
  // A risk analysis is drawn up when it is closed (seed 000); what it was before is work.
  const lases = doc.avslutad === undefined ? strictest(klass, 'arbetsmaterial') : klass;
  if (!viewer.may(doc.namnd, lases)) return null;
  const scope = { namnd: doc.namnd, klass: lases } as const;
  return scoped(scope, {
    ...doc, klass,
    risker: doc.risker.map((risk) => scoped(scope, {
      ...risk, bedomningar: risk.bedomningar.map((en) => {
        const { farg, text } = riskklass(en.varde, skala(en.datum));
        return { ...en, farg, ...(text !== undefined && { anmarkning: text }) };
      }),
    })),
    atgarder: doc.atgarder.map((atgard) => scoped(scope, { ...atgard, uppfoljningar: atgard.uppfoljningar.map((en) => scoped(scope, en)) })),
  });
};

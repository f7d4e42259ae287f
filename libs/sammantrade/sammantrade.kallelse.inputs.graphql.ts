import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsEnum, IsInt, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { ATT_ANMALA, delegationsbeslutet, delegationslistan, listanAttAnmala } from '@klubba/delegation';
import { AreTexts, type CommandInputs, type Completing, enumOf, IsDatum, IsKlockslag, IsText, RUBRIK_MAX } from '@klubba/kernel/edge';
import { KALLELSESLAG } from './sammantrade.kallelse.events';
import { KORT_MAX, PERSONER_MAX, TEXTER_MAX } from './sammantrade.gemensamt.inputs.graphql';
import { sammantradet } from './sammantrade.projection';

export const Justerarslag = enumOf('Justerarslag', 'Föreslagen att justera i första hand, eller som ersättare.', 'ordinarie', 'ersattare');

export const Kallelseslag = enumOf('Kallelseslag', 'Vad en version av kallelsen är: kallelsen själv, en som kompletterar den, eller bara det som har lagts till.', ...KALLELSESLAG);

@InputType({ description: 'Ett nytt sammanträde.' })
export class PlaneraSammantradeInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field() @IsDatum() datum!: string;
  @Field({ description: 'Klockslag då det börjar.' }) @IsKlockslag() tid!: string;
  @Field(() => String, { nullable: true, description: 'Klockslag då det väntas sluta.' }) @IsOptional() @IsKlockslag() slutTid?: string;
  @Field(() => String, { nullable: true, description: 'Klockslaget som det skrevs i källan: 13.00.' }) @IsOptional() @IsText(KORT_MAX) tidSkriven?: string;
  @Field() @IsText(RUBRIK_MAX) plats!: string;
  @Field(() => ID, { nullable: true, description: 'Begäran som det hålls efter.' }) @IsOptional() @IsUUID() begaran?: string;
}
@InputType({ description: 'Sammanträdet ställs in.' })
export class StallInSammantradeInput {
  @Field() @IsText() skal!: string;
  @Field(() => ID, { nullable: true, description: 'Sammanträdet som hålls i stället.' }) @IsOptional() @IsUUID() ersattsAv?: string;
}
@InputType({ description: 'Sammanträdets dagar före det. Det som anges ersätter allt som stod.' })
export class SattMotesdagarInput {
  @Field(() => String, { nullable: true, description: 'Sista dagen för handlingar.' }) @IsOptional() @IsDatum() stoppdag?: string;
  @Field(() => String, { nullable: true, description: 'Klockslaget den dagen.' }) @IsOptional() @IsKlockslag() stopptid?: string;
  @Field(() => String, { nullable: true, description: 'Dagen för presidiets beredning.' }) @IsOptional() @IsDatum() presidieberedning?: string;
  @Field(() => String, { nullable: true, description: 'Dagen då kallelsen ska skickas.' }) @IsOptional() @IsDatum() utskick?: string;
}
@InputType({ description: 'En som föreslås justera.' })
export class ForeslagenJusterareInput {
  @Field(() => ID) @IsUUID() person!: string;
  @Field(() => Justerarslag) @IsEnum(Justerarslag) som!: keyof typeof Justerarslag;
}
@InputType({ description: 'Hur den som deltar på distans ansluter, och villkoren för det.' })
export class KallelsedistansInput {
  @Field({ description: 'Länken. Visas för dem som har en roll i nämnden.' }) @IsText(RUBRIK_MAX, { tom: true }) lank!: string;
  @Field({ description: 'Villkoren: när det anmäls, bild och ljud, vad som gäller för rummet.' }) @IsText(undefined, { tom: true }) villkor!: string;
}
@InputType({ isAbstract: true })
export abstract class Kallelsefalt {
  @Field({ description: 'Dagen då den skickades.' }) @IsDatum() datum!: string;
  @Field(() => String, { nullable: true, description: 'Dagen då den upprättades, när det är en annan.' }) @IsOptional() @IsDatum() upprattad?: string;
  @Field(() => [ForeslagenJusterareInput], { nullable: true, description: 'De som föreslås justera.' }) @IsOptional() @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => ForeslagenJusterareInput) foreslagnaJusterare?: ForeslagenJusterareInput[];
  @Field(() => [String], { nullable: true, description: 'De som undertecknade den, som det står.' }) @IsOptional() @IsArray() @ArrayMaxSize(TEXTER_MAX) @AreTexts(RUBRIK_MAX) undertecknadAv?: string[];
  @Field(() => [String], { nullable: true, description: 'Rubrikerna på grupperna av punkter.' }) @IsOptional() @IsArray() @ArrayMaxSize(TEXTER_MAX) @AreTexts(RUBRIK_MAX) grupper?: string[];
  @Field(() => [String], { nullable: true, description: 'Rubrikerna på kolumnerna.' }) @IsOptional() @IsArray() @ArrayMaxSize(TEXTER_MAX) @AreTexts(RUBRIK_MAX) kolumner?: string[];
  @Field(() => Int, { nullable: true, description: 'Den sammanlagda beräknade tiden i minuter.' }) @IsOptional() @IsInt() @Min(0) @Max(10_000) summaTidMin?: number;
  @Field(() => Kallelseslag, { nullable: true, description: 'Utelämnat: kallelsen, och därefter en kompletterande.' }) @IsOptional() @IsEnum(Kallelseslag) slag?: keyof typeof Kallelseslag;
  @Field(() => String, { nullable: true, description: 'Varför den skickas.' }) @IsOptional() @IsText() anledning?: string;
  @Field(() => KallelsedistansInput, { nullable: true, description: 'När någon får delta på distans: länk och villkor.' }) @IsOptional() @ValidateNested() @Type(() => KallelsedistansInput) distans?: KallelsedistansInput;
}
@InputType({ description: 'Kallelsen som den skickades.' })
export class SkickaKallelseInput extends Kallelsefalt {
  @Field(() => ID, { nullable: true, description: 'Ordföranden, vars namn står i kallelsen.' }) @IsOptional() @IsUUID() ordforande?: string;
  @Field(() => String, { nullable: true, description: 'Till vem förhinder anmäls: namn, e-post, telefon.' }) @IsOptional() @IsText(RUBRIK_MAX, { tom: true }) forhinder?: string;
  @Field(() => [ID], { description: 'Alla som fick den: ledamöter, ersättare och andra.' }) @IsArray() @ArrayMaxSize(PERSONER_MAX) @IsUUID(undefined, { each: true }) kallade!: string[];
}

/** A6: whether the delegation register holds what is to be reported at this meeting at the latest, or a list of it that is only attached. */
const medRegistret = async (data: object, { id, context: { reader } }: Completing): Promise<object> => {
  const mote = await reader.doc(sammantradet, id);
  if (mote === undefined) return data;
  const { namnd, datum } = mote;
  const beslut = await reader.register(delegationsbeslutet, namnd, { first: 1, sort: 'datum', where: { datum: { to: datum }, ...ATT_ANMALA } });
  const listor = beslut.rows.length > 0 ? beslut : await reader.page(delegationslistan, namnd, { first: 1, only: (lista) => listanAttAnmala(lista) && lista.till <= datum });
  return { ...data, attAnmala: listor.rows.length > 0 };
};

export const kallelseInputs: CommandInputs = {
  PlaneraSammantrade: { input: PlaneraSammantradeInput, om: 'Planerar ett sammanträde.', skapar: true },
  StallInSammantrade: { input: StallInSammantradeInput, om: 'Ställer in sammanträdet.' },
  SattMotesdagar: { input: SattMotesdagarInput, om: 'Bestämmer stopptid, presidieberedning och utskick.' },
  SkickaKallelse: { input: SkickaKallelseInput, om: 'Antecknar att kallelsen har skickats; varje gång blir en ny version.', complete: medRegistret },
};

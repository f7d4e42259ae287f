import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsEnum, IsInt, IsOptional, IsUUID, Matches, Min } from 'class-validator';
import { type CommandInputs, enumOf, IsDatum, IsText } from '@klubba/kernel/edge';
import { Offentligtbeslutsslag } from './sammantrade.gemensamt.graphql';
import { MASKNINGSSKAL } from './sammantrade.publicering.events';

const Maskningsskal = enumOf('Maskningsskal', 'Varför något maskas i det som publiceras.', ...MASKNINGSSKAL);

@InputType({ description: 'Ord som utelämnas överallt i paragrafen i den offentliga återgivningen.' })
export class MaskaUppgiftInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field({ description: 'Orden, som de står.' }) @IsText(1000) text!: string;
  @Field(() => Maskningsskal) @IsEnum(Maskningsskal) skal!: keyof typeof Maskningsskal;
}
@InputType({ description: 'En maskning tas bort.' })
export class AngraMaskningInput {
  @Field(() => ID) @IsUUID() maskning!: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Beslutet i en sekretessmarkerad paragraf kan läsas av alla (OSL 26 kap. 7 §). Resten av paragrafen kan det inte.' })
export class OffentliggorBeslutInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field(() => Offentligtbeslutsslag) @IsEnum(Offentligtbeslutsslag) slag!: keyof typeof Offentligtbeslutsslag;
  @Field({ description: 'Dagen för prövningen.' }) @IsDatum() datum!: string;
  @Field({ description: 'Beslutet, utan namn och nummer.' }) @IsText() text!: string;
}
@InputType({ description: 'Beslutet visas inte längre för alla.' })
export class DraInOffentligtBeslutInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field() @IsDatum() datum!: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Ett justerat protokoll läggs ut på webben.' })
export class PubliceraProtokollInput {
  @Field(() => Int) @IsInt() @Min(1) omgang!: number;
  @Field() @IsDatum() datum!: string;
  @Field(() => ID, { nullable: true, description: 'Den som har granskat det. Utelämnat: du.' }) @IsOptional() @IsUUID() granskadAv?: string;
  @Field({ description: 'Beslutet om publicering: vem, när.' }) @IsText() beslut!: string;
  @Field({ description: 'Sidans hash ur protokollsdokument, som den granskades.' }) @Matches(/^[0-9a-f]{64}$/, { message: 'ska vara en SHA-256, 64 tecken.' }) hash!: string;
}
@InputType({ description: 'Protokollet tas bort från webben.' })
export class AvpubliceraProtokollInput {
  @Field(() => Int) @IsInt() @Min(1) omgang!: number;
  @Field() @IsDatum() datum!: string;
  @Field() @IsText() skal!: string;
}

export const publiceringInputs: CommandInputs = {
  MaskaUppgift: { input: MaskaUppgiftInput, om: 'Maskar ord i den offentliga återgivningen av en paragraf.' },
  AngraMaskning: { input: AngraMaskningInput, om: 'Tar bort en maskning.' },
  OffentliggorBeslut: { input: OffentliggorBeslutInput, om: 'Gör beslutet i en sekretessmarkerad paragraf läsbart för alla, utan namn (OSL 26 kap. 7 §).' },
  DraInOffentligtBeslut: { input: DraInOffentligtBeslutInput, om: 'Drar in ett beslut som är läsbart för alla i en sekretessmarkerad paragraf.' },
  PubliceraProtokoll: { input: PubliceraProtokollInput, om: 'Antecknar att ett protokoll är granskat och publicerat.' },
  AvpubliceraProtokoll: { input: AvpubliceraProtokollInput, om: 'Antecknar att ett protokoll är borttaget från webben.' },
};

import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, IsUUID } from 'class-validator';
import { type CommandInputs, IsDatum, IsText } from '@klubba/kernel/edge';

@InputType({ description: 'En ledamot eller ersättare kan inte komma.' })
export class AnmalForhinderInput {
  @Field(() => ID) @IsUUID() person!: string;
  @Field({ description: 'Dagen då det anmäldes.' }) @IsDatum() datum!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() skal?: string;
}
@InputType({ description: 'Den som anmält förhinder kommer ändå.' })
export class AterkallaForhinderInput {
  @Field(() => ID) @IsUUID() person!: string;
  @Field() @IsDatum() datum!: string;
}
@InputType({ description: 'En ersättare kallas in för en ledamot som har förhinder.' })
export class KallaErsattareInput {
  @Field(() => ID) @IsUUID() ersattare!: string;
  @Field(() => ID) @IsUUID() ledamot!: string;
  @Field() @IsDatum() datum!: string;
}
@InputType({ description: 'En inkallad ersättare behövs inte, eller kan inte.' })
export class AterkallaErsattareInput {
  @Field(() => ID) @IsUUID() ersattare!: string;
  @Field() @IsDatum() datum!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() skal?: string;
}
export const forhinderInputs: CommandInputs = {
  AnmalForhinder: { input: AnmalForhinderInput, om: 'Antecknar att någon har anmält förhinder.' },
  AterkallaForhinder: { input: AterkallaForhinderInput, om: 'Antecknar att den som anmält förhinder kommer.' },
  KallaErsattare: { input: KallaErsattareInput, om: 'Kallar in en ersättare. Den som inte står först i inkallelseordningen kräver skäl.' },
  AterkallaErsattare: { input: AterkallaErsattareInput, om: 'Tar tillbaka en inkallelse.' },
};

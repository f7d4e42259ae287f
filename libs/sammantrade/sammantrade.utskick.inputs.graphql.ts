import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsEnum, IsInt, IsUUID, Min } from 'class-validator';
import { type CommandInputs, enumOf, IsDatum, IsKlockslag } from '@klubba/kernel/edge';
import { PERSONER_MAX } from './sammantrade.gemensamt.inputs.graphql';
import { KVITTOLAGEN, PAKETDELAR, UTSKICKSSATT } from './sammantrade.utskick.events';

export const Kvittolage = enumOf('Kvittolage', 'Hur långt kallelsen har kommit.', ...KVITTOLAGEN);
export const Kallelsesatt = enumOf('Kallelsesatt', 'Hur kallelsen skickades.', ...UTSKICKSSATT);
export const Paketdel = enumOf('Paketdel', 'Det öppna och det som omfattas av sekretess går var för sig.', ...PAKETDELAR);

@InputType({ description: 'Att kallelsen har skickats till några, kommit fram eller öppnats.' })
export class AntecknaKallelsekvittoInput {
  @Field(() => Int, { description: 'Kallelsens version.' }) @IsInt() @Min(1) version!: number;
  @Field(() => [ID]) @IsArray() @ArrayMinSize(1) @ArrayMaxSize(PERSONER_MAX) @IsUUID(undefined, { each: true }) personer!: string[];
  @Field(() => Kvittolage) @IsEnum(Kvittolage) lage!: keyof typeof Kvittolage;
  @Field(() => Kallelsesatt) @IsEnum(Kallelsesatt) satt!: keyof typeof Kallelsesatt;
  @Field() @IsDatum() datum!: string;
  @Field() @IsKlockslag() tid!: string;
}
export const utskickInputs: CommandInputs = {
  AntecknaKallelsekvitto: { input: AntecknaKallelsekvittoInput, om: 'Antecknar att kallelsen har skickats till, nått eller öppnats av några. Den som hämtar paketet antecknas av sig självt.' },
};

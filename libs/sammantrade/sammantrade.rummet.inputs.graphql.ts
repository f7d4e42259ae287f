import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsEnum, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { type CommandInputs, enumOf, IsKlockslag, IsText, RUBRIK_MAX } from '@klubba/kernel/edge';
import { IsMotestid, PUNKTER_MAX } from './sammantrade.gemensamt.inputs.graphql';
import { EJ_PERSONALFORETRADARE, NARVAROSLAG } from './sammantrade.rummet.events';

export const Narvaroslag = enumOf('Narvaroslag', 'Vad den är som är med utan att vara vald till nämnden.', ...NARVAROSLAG);
const EjPersonalforetradare = enumOf('EjPersonalforetradare', 'Ärenden där personalföreträdare inte får närvara (KL 7 kap. 14 § 2–6).', ...EJ_PERSONALFORETRADARE);
const Partslag = enumOf('Partslag', 'Lagen som ärendet prövas enligt: socialtjänstlagen eller LSS.', 'sol', 'lss');

@InputType({ description: 'Någon som är med utan att vara förtroendevald.' })
export class AntecknaOvrigNarvaroInput {
  @Field(() => Narvaroslag) @IsEnum(Narvaroslag) slag!: keyof typeof Narvaroslag;
  @Field({ description: 'Titel, organisation eller roll.' }) @IsText(RUBRIK_MAX) benamning!: string;
  @Field(() => String, { nullable: true, description: 'Enhet eller förvaltning.' }) @IsOptional() @IsText(RUBRIK_MAX) enhet?: string;
  @Field(() => Int, { nullable: true, description: 'Hur många, när de är flera.' }) @IsOptional() @IsInt() @Min(1) @Max(999) antal?: number;
  @Field(() => [ID], { nullable: true, description: 'Punkterna. Utelämnat: hela sammanträdet.' }) @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(PUNKTER_MAX) @IsUUID(undefined, { each: true }) punkter?: string[];
  @Field(() => Boolean, { nullable: true, description: 'Deltar i överläggningen. Den som är kallad gör det bara om nämnden har beslutat det.' }) @IsOptional() @IsBoolean() overlaggning?: boolean;
}
@InputType({ description: 'Någon annans närvaro antecknades av misstag.' })
export class StrykOvrigNarvaroInput {
  @Field(() => ID) @IsUUID() narvaro!: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'En tjänsteperson eller personalföreträdare är jävig vid en punkt, och går ut.' })
export class AntecknaOvrigtJavInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field(() => ID) @IsUUID() narvaro!: string;
  @Field(() => Boolean, { nullable: true, description: 'Nej: det antecknades av misstag.' }) @IsOptional() @IsBoolean() javig?: boolean;
  @Field(() => String, { nullable: true, description: 'Vad som sades om det.' }) @IsOptional() @IsText() text?: string;
  @Field(() => Boolean, { nullable: true, description: 'Enda skälet är ett fackligt uppdrag: det är inget jäv för en personalföreträdare (KL 7 kap. 17 §).' }) @IsOptional() @IsBoolean() fackligt?: boolean;
}
@InputType({ description: 'Nämndens beslut att någon får närvara, eller delta i överläggningen, vid en punkt.' })
export class MedgeNarvaroInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field(() => Narvaroslag) @IsEnum(Narvaroslag) slag!: keyof typeof Narvaroslag;
  @Field(() => Boolean, { nullable: true, description: 'Nej: det antecknades av misstag.' }) @IsOptional() @IsBoolean() medges?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'De får delta i överläggningen också.' }) @IsOptional() @IsBoolean() overlaggning?: boolean;
}
@InputType({ description: 'Vad en punkt är för personalföreträdare (KL 7 kap. 13–14 §§).' })
export class BedomPersonalnarvaroInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field({ description: 'Rör förhållandet mellan kommunen som arbetsgivare och dess anställda.' }) @IsBoolean() arbetsgivarfraga!: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Riktar sig till en obestämd krets av enskilda, som en föreskrift eller en taxa.' }) @IsOptional() @IsBoolean() obestamdKrets?: boolean;
  @Field(() => [EjPersonalforetradare], { nullable: true }) @IsOptional() @IsArray() @ArrayMaxSize(5) @IsEnum(EjPersonalforetradare, { each: true }) undantag?: (keyof typeof EjPersonalforetradare)[];
}
@InputType({ description: 'En parts rätt att lämna uppgifter muntligt inför nämnden (SoL 14 kap. 8 §, i LSS-ärenden FL 24 §).' })
export class AntecknaPartsrattInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field(() => ID, { nullable: true, description: 'En part som redan är antecknad; det som sägs ersätter det som stod.' }) @IsOptional() @IsUUID() part?: string;
  @Field({ description: 'Vem det är. Visas bara för den som får se sekretess.' }) @IsText(RUBRIK_MAX) benamning!: string;
  @Field(() => Partslag, { nullable: true, description: 'Utelämnat: sol.' }) @IsOptional() @IsEnum(Partslag) lag?: keyof typeof Partslag;
  @Field({ description: 'Har informerats om rätten.' }) @IsBoolean() informerad!: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Har begärt att få lämna uppgifter muntligt.' }) @IsOptional() @IsBoolean() begart?: boolean;
  @Field(() => String, { nullable: true, description: 'Klockslaget i kallelsen.' }) @IsOptional() @IsKlockslag() tid?: string;
  @Field(() => String, { nullable: true, description: 'Varför begäran avslås: de särskilda skälen.' }) @IsOptional() @IsText() nekad?: string;
}
@InputType({ description: 'Parten lämnade uppgifter muntligt, och lämnade sedan sammanträdet.' })
export class AntecknaPartensUppgifterInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field(() => ID) @IsUUID() part!: string;
  @Field({ description: 'När parten kom in.' }) @IsMotestid() fran!: string;
  @Field({ description: 'När parten gick ut.' }) @IsMotestid() till!: string;
}

export const rummetInputs: CommandInputs = {
  AntecknaOvrigNarvaro: { input: AntecknaOvrigNarvaroInput, om: 'Antecknar att någon som inte är vald till nämnden var med.' },
  StrykOvrigNarvaro: { input: StrykOvrigNarvaroInput, om: 'Stryker någon annans närvaro som antecknats av misstag.' },
  AntecknaOvrigtJav: { input: AntecknaOvrigtJavInput, om: 'Antecknar att en tjänsteperson eller personalföreträdare är jävig vid en punkt.' },
  MedgeNarvaro: { input: MedgeNarvaroInput, om: 'Antecknar nämndens beslut att någon får närvara vid en punkt.' },
  BedomPersonalnarvaro: { input: BedomPersonalnarvaroInput, om: 'Bedömer om personalföreträdare får närvara vid en punkt.' },
  AntecknaPartsratt: { input: AntecknaPartsrattInput, om: 'Antecknar om en part har informerats om sin rätt att lämna uppgifter muntligt, och vad som har begärts.' },
  AntecknaPartensUppgifter: { input: AntecknaPartensUppgifterInput, om: 'Antecknar när en part lämnade uppgifter muntligt.' },
};

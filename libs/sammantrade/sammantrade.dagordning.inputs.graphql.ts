import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsEnum, IsInt, IsOptional, IsUUID, Matches, Max, Min, ValidateNested } from 'class-validator';
import { AreTexts, type CommandInputs, enumOf, IsText, RUBRIK_MAX, Sekretessklass } from '@klubba/kernel/edge';
import { PUNKTSLAG } from '@klubba/namnd';
import { HANDLINGSLAGEN } from './sammantrade.dagordning.events';
import { REGISTER } from './sammantrade.gemensamt.events';
import { DIARIENUMMER, IsMotestid, KORT_MAX, LAGRUM, PUNKTER_MAX, TEXTER_MAX } from './sammantrade.gemensamt.inputs.graphql';

export const Punktslag = enumOf('Punktslag', 'Vad en punkt på dagordningen är.', ...PUNKTSLAG);
export const Register = enumOf('Register', 'Registret som en post hör till.', ...REGISTER);
export const Handlingslage = enumOf('Handlingslage', 'Var handlingarna till en punkt finns.', ...HANDLINGSLAGEN);

@InputType({ description: 'Om ett ärende som läggs till efter kallelsen.' })
export class SentArendeInput {
  @Field({ description: 'Ärendet är berett.' }) @IsBoolean() beredd!: boolean;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'En numrerad punkt i ett förslag till beslut.' })
export class ForslagspunktInput {
  @Field() @IsText() text!: string;
  @Field(() => String, { nullable: true, description: 'Verbet, som det står.' }) @IsOptional() @IsText(RUBRIK_MAX) verb?: string;
  @Field(() => String, { nullable: true, description: 'Vem som ska besluta, som det står.' }) @IsOptional() @IsText(RUBRIK_MAX) subjekt?: string;
  @Field(() => Int, { nullable: true, description: 'Antal underpunkter.' }) @IsOptional() @IsInt() @Min(0) @Max(1000) underpunkter?: number;
}
@InputType({ description: 'En post i ett register.' })
export class GallerInput {
  @Field(() => Register) @IsEnum(Register) slag!: keyof typeof Register;
  @Field(() => ID) @IsUUID() id!: string;
}
@InputType({ description: 'En ny punkt på dagordningen.' })
export class LaggTillPunktInput {
  @Field(() => Punktslag) @IsEnum(Punktslag) slag!: keyof typeof Punktslag;
  @Field() @IsText(RUBRIK_MAX) rubrik!: string;
  @Field(() => Sekretessklass) @IsEnum(Sekretessklass) klass!: Sekretessklass;
  @Field(() => String, { nullable: true, description: 'Bestämmelsen i OSL, som 26:1. Krävs vid sekretess.' }) @IsOptional() @Matches(LAGRUM, { message: 'skrivs som kapitel och paragraf i OSL: 26:1.' }) sekretesslagrum?: string;
  @Field(() => String, { nullable: true, description: 'Rubriken på gruppen av ärenden.' }) @IsOptional() @IsText(RUBRIK_MAX) grupp?: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() arende?: string;
  @Field(() => GallerInput, { nullable: true, description: 'Posten i ett register som punkten gäller: paragrafen antecknas där.' }) @IsOptional() @ValidateNested() @Type(() => GallerInput) galler?: GallerInput;
  @Field(() => String, { nullable: true, description: 'Utelämnat: ärendets eget.' }) @IsOptional() @Matches(DIARIENUMMER, { message: 'har inte formen av ett diarienummer.' }) diarienummer?: string;
  @Field(() => Boolean, { nullable: true, description: 'Ett beslutsärende som inte har något diarienummer.' }) @IsOptional() @IsBoolean() utanDiarienummer?: boolean;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() tjansteskrivelse?: string;
  @Field(() => Handlingslage, { nullable: true }) @IsOptional() @IsEnum(Handlingslage) handlingslage?: keyof typeof Handlingslage;
  @Field(() => Boolean, { nullable: true, description: 'Myndighetsutövning mot enskild.' }) @IsOptional() @IsBoolean() myndighetsutovning?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Avgörs av fullmäktige: nämnden kan bara lämna förslag.' }) @IsOptional() @IsBoolean() kraverKf?: boolean;
  @Field(() => Int, { nullable: true, description: 'Numret som punkten får. Utelämnat: sist.' }) @IsOptional() @IsInt() plats?: number;
  @Field(() => SentArendeInput, { nullable: true, description: 'Krävs när kallelsen är skickad.' }) @IsOptional() @ValidateNested() @Type(() => SentArendeInput) sen?: SentArendeInput;
  @Field(() => [ForslagspunktInput], { nullable: true, description: 'Förslaget till beslut, som det står på dagordningen.' }) @IsOptional() @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => ForslagspunktInput) forslag?: ForslagspunktInput[];
  @Field(() => [String], { nullable: true, description: 'De som föredrar, med titel.' }) @IsOptional() @IsArray() @ArrayMaxSize(TEXTER_MAX) @AreTexts(RUBRIK_MAX) foredragande?: string[];
  @Field(() => Int, { nullable: true, description: 'Beräknad tid i minuter.' }) @IsOptional() @IsInt() @Min(0) @Max(10_000) tidMin?: number;
  @Field(() => String, { nullable: true, description: 'När punkten tas upp, som det står: 13.00–13.45.' }) @IsOptional() @IsText(KORT_MAX) klockslag?: string;
  @Field(() => String, { nullable: true, description: 'Vem som avgör till slut, som det står.' }) @IsOptional() @IsText(RUBRIK_MAX) beslutsniva?: string;
  @Field(() => ID, { nullable: true, description: 'Posten i nämndens årshjul som den kommer ur.' }) @IsOptional() @IsUUID() arshjul?: string;
}
@InputType({ description: 'En punkt flyttas.' })
export class FlyttaPunktInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field(() => Int, { description: 'Numret som punkten får.' }) @IsInt() plats!: number;
  @Field(() => String, { nullable: true, description: 'Krävs när kallelsen är skickad.' }) @IsOptional() @IsText() skal?: string;
}
@InputType({ description: 'Det som ska stå i stället; utelämnat står kvar.' })
export class AndraPunktInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText(RUBRIK_MAX) rubrik?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText(RUBRIK_MAX) grupp?: string;
  @Field(() => Handlingslage, { nullable: true }) @IsOptional() @IsEnum(Handlingslage) handlingslage?: keyof typeof Handlingslage;
  @Field(() => GallerInput, { nullable: true, description: 'Posten i ett register som punkten gäller.' }) @IsOptional() @ValidateNested() @Type(() => GallerInput) galler?: GallerInput;
  @Field(() => String, { nullable: true, description: 'Krävs när kallelsen är skickad.' }) @IsOptional() @IsText() skal?: string;
}
@InputType({ description: 'En punkt sekretessmarkeras, eller markeringen tas bort.' })
export class AndraPunktensKlassInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field(() => Sekretessklass) @IsEnum(Sekretessklass) klass!: Sekretessklass;
  @Field(() => String, { nullable: true, description: 'Bestämmelsen i OSL, som 26:1. Krävs vid sekretess.' }) @IsOptional() @Matches(LAGRUM, { message: 'skrivs som kapitel och paragraf i OSL: 26:1.' }) sekretesslagrum?: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'En punkt utgår.' })
export class DraUrPunktInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Sekretessärenden i följd, som utåt visas som en rad.' })
export class SattSekretessblockInput {
  @Field(() => Int, { description: 'Första numret.' }) @IsInt() fran!: number;
  @Field(() => Int, { description: 'Sista numret.' }) @IsInt() till!: number;
  @Field({ description: 'Som raden ska läsas: Sekretessärenden.' }) @IsText(RUBRIK_MAX) rubrik!: string;
}
@InputType({ description: 'Dagordningen fastställs vid sammanträdet.' })
export class FaststallDagordningInput {
  @Field() @IsMotestid() tid!: string;
  @Field(() => [ID], { nullable: true, description: 'Punkter som kom till efter kallelsen och tas upp.' }) @IsOptional() @IsArray() @ArrayMaxSize(PUNKTER_MAX) @IsUUID(undefined, { each: true }) tillagda?: string[];
  @Field(() => String, { nullable: true, description: 'Vad som ändrades.' }) @IsOptional() @IsText() andringar?: string;
}

export const dagordningInputs: CommandInputs = {
  LaggTillPunkt: { input: LaggTillPunktInput, om: 'Lägger till en punkt på dagordningen.' },
  FlyttaPunkt: { input: FlyttaPunktInput, om: 'Flyttar en punkt; numren är alltid i följd.' },
  AndraPunkt: { input: AndraPunktInput, om: 'Ändrar en punkts rubrik, grupp eller handlingar.' },
  AndraPunktensKlass: { input: AndraPunktensKlassInput, om: 'Sekretessmarkerar en punkt, eller tar bort markeringen.' },
  DraUrPunkt: { input: DraUrPunktInput, om: 'Låter en punkt utgå. Efter kallelsen behåller den sitt nummer.' },
  SattSekretessblock: { input: SattSekretessblockInput, om: 'Visar sekretessärenden i följd som en rad utåt.' },
  FaststallDagordning: { input: FaststallDagordningInput, om: 'Fastställer dagordningen.' },
};

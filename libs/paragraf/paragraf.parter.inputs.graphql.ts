import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { type CommandInputs, enumOf, IsDatum, IsText, RUBRIK_MAX } from '@klubba/kernel/edge';
import { DELFAENDESATT, OVERKLAGANDESLAG } from '@klubba/lagrum';
import { RATTIDSUNDANTAG } from './paragraf.parter.events';

export const ParagrafOverklagandeslag = enumOf('ParagrafOverklagandeslag', 'Hur beslutet överklagas.', ...OVERKLAGANDESLAG);
export const Delfaendesatt = enumOf('Delfaendesatt', 'Hur det är känt att någon fick del av beslutet. Formell delgivning är ett sätt, inget villkor.', ...DELFAENDESATT);
export const Rattidsundantag = enumOf('Rattidsundantag', 'Varför ett sent överklagande inte avvisas (FL 45 §).', ...RATTIDSUNDANTAG);
const PUNKTER_MAX = 500;

@InputType({ description: 'Hur paragrafen, eller en av dess beslutspunkter, överklagas.' })
export class BestamOverklagandeslagInput {
  @Field(() => Int, { nullable: true, description: 'Beslutspunktens nummer. Utelämnat: paragrafen.' }) @IsOptional() @IsInt() @Min(1) @Max(PUNKTER_MAX) beslutspunkt?: number;
  @Field(() => ParagrafOverklagandeslag) @IsEnum(ParagrafOverklagandeslag) overklagandeslag!: keyof typeof ParagrafOverklagandeslag;
  @Field(() => String, { nullable: true, description: 'Bestämmelsen som ger förvaltningsbesvär: SoL 35 kap. 1 §.' }) @IsOptional() @Matches(/^[A-Za-zÅÄÖåäö0-9 .,:;()§–/-]{2,120}$/, { message: 'ska vara ett lagrum, som SoL 35 kap. 1 §.' }) @Matches(/§|\d kap[.]|\b\d{4}:\d+\b/, { message: 'ska vara ett lagrum, som SoL 35 kap. 1 §.' }) lagrum?: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'En part i paragrafens beslut. Ange personen eller namnet.' })
export class RegistreraPartInput {
  @Field(() => ID, { nullable: true, description: 'En registrerad person.' }) @IsOptional() @IsUUID() person?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText(RUBRIK_MAX) namn?: string;
  @Field(() => Boolean, { nullable: true, description: 'Företräder det allmänna: tiden räknas från beslutet (FL 44 §).' }) @IsOptional() @IsBoolean() allman?: boolean;
}
@InputType({ description: 'En part tas bort ur paragrafen.' })
export class StrykPartInput {
  @Field(() => ID) @IsUUID() part!: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Dagen då en part fick del av beslutet genom myndigheten.' })
export class NoteraDelfaendeInput {
  @Field(() => ID) @IsUUID() part!: string;
  @Field() @IsDatum() datum!: string;
  @Field(() => Delfaendesatt) @IsEnum(Delfaendesatt) satt!: keyof typeof Delfaendesatt;
  @Field(() => String, { nullable: true, description: 'Beviset: vem som tog emot, var kvittot finns.' }) @IsOptional() @IsText(RUBRIK_MAX) bevis?: string;
}
@InputType({ description: 'Ett överklagande som har kommit in till kommunen.' })
export class TaEmotOverklagandeInput {
  @Field(() => ID, { nullable: true, description: 'Parten som överklagar.' }) @IsOptional() @IsUUID() part?: string;
  @Field(() => String, { nullable: true, description: 'Vem som överklagar, när det inte är en registrerad part.' }) @IsOptional() @IsText(RUBRIK_MAX) av?: string;
  @Field({ description: 'Dagen då det kom in.' }) @IsDatum() datum!: string;
}
@InputType({ description: 'Nämndens prövning av om ett överklagande kom in i rätt tid.' })
export class ProvaRattidInput {
  @Field(() => ID) @IsUUID() overklagande!: string;
  @Field({ description: 'Dagen för prövningen.' }) @IsDatum() datum!: string;
  @Field(() => Rattidsundantag, { nullable: true, description: 'När det är sent och ändå inte ska avvisas.' }) @IsOptional() @IsEnum(Rattidsundantag) undantag?: keyof typeof Rattidsundantag;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() skal?: string;
}
@InputType({ description: 'Ett överklagande överlämnas till domstolen.' })
export class OverlamnaOverklagandeInput {
  @Field(() => ID) @IsUUID() overklagande!: string;
  @Field() @IsDatum() datum!: string;
  @Field() @IsText(RUBRIK_MAX) domstol!: string;
}

export const partersInputs: CommandInputs = {
  BestamOverklagandeslag: { input: BestamOverklagandeslagInput, om: 'Bestämmer hur paragrafen eller en av dess beslutspunkter överklagas.' },
  RegistreraPart: { input: RegistreraPartInput, om: 'Registrerar en part i paragrafens beslut.' },
  StrykPart: { input: StrykPartInput, om: 'Tar bort en part som registrerats av misstag.' },
  NoteraDelfaende: { input: NoteraDelfaendeInput, om: 'Antecknar när en part fick del av beslutet, och hur det är känt.' },
  TaEmotOverklagande: { input: TaEmotOverklagandeInput, om: 'Antecknar ett överklagande som har kommit in till kommunen.' },
  ProvaRattid: { input: ProvaRattidInput, om: 'Prövar om ett överklagande kom in i rätt tid. Svaret räknas av partens sista dag.' },
  OverlamnaOverklagande: { input: OverlamnaOverklagandeInput, om: 'Antecknar att ett överklagande är överlämnat till domstolen.' },
};

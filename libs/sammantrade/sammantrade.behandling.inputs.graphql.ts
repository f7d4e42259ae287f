import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsEnum, IsInt, IsOptional, IsUUID, Matches, Max, Min, ValidateNested } from 'class-validator';
import { CODE } from '@klubba/kernel';
import { type CommandInputs, enumOf, IsDatum, IsText, RUBRIK_MAX } from '@klubba/kernel/edge';
import { ANTECKNINGSSLAG, BESLUTSGANGSTYPER, OMROSTNINGSAMNEN, OMROSTNINGSSLAG, ROSTER, YRKANDESLAG } from './sammantrade.behandling.events';
import { IsMotestid } from './sammantrade.gemensamt.inputs.graphql';

export const Yrkandeslag = enumOf('Yrkandeslag', 'Vad någon yrkar.', ...YRKANDESLAG);
export const Beslutsgangstyp = enumOf('Beslutsgangstyp', 'Hur ett beslut kom till. De två sista när en källa inte visar det.', ...BESLUTSGANGSTYPER);
export const Omrostningsslag = enumOf('Omrostningsslag', 'Omröstning i saken, eller om vilket förslag som ska ställas mot huvudförslaget.', ...OMROSTNINGSSLAG);
export const Omrostningsamne = enumOf('Omrostningsamne', 'Vad omröstningen gäller. I val och anställning är den sluten, och lika röstetal avgörs med lott.', ...OMROSTNINGSAMNEN);
export const Rost = enumOf('Rost', 'En röst.', ...ROSTER);
export const Omrostningsutfall = enumOf('Omrostningsutfall', 'Vad som fick flest röster.', 'ja', 'nej');
export const Anteckningsslag = enumOf('Anteckningsslag', 'Protokollsanteckning, särskilt yttrande, eller en tjänstepersons avvikande mening (FL 30 §).', ...ANTECKNINGSSLAG);

const ROSTER_MAX = 999;
const NAMN_MAX = 200;
const STEG_MAX = 100;
const FORSLAGET = 'Ett yrkandes id, eller punktens för liggande förslag.';

@InputType({ description: 'Ett yrkande vid en punkt.' })
export class AntecknaYrkandeInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field(() => Yrkandeslag) @IsEnum(Yrkandeslag) slag!: keyof typeof Yrkandeslag;
  @Field(() => [ID], { description: 'De som yrkar.' }) @IsArray() @ArrayMaxSize(NAMN_MAX) @IsUUID(undefined, { each: true }) av!: string[];
  @Field(() => [ID], { nullable: true, description: 'De som instämmer.' }) @IsOptional() @IsArray() @ArrayMaxSize(NAMN_MAX) @IsUUID(undefined, { each: true }) instammer?: string[];
  @Field({ description: 'Vad som yrkas.' }) @IsText() text!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() motivering?: string;
  @Field(() => Boolean, { nullable: true, description: 'Yrkandet lämnades skriftligt.' }) @IsOptional() @IsBoolean() skriftligt?: boolean;
}
@InputType({ description: 'Något som skrevs av misstag vid en punkt.' })
export class StrykAntecknatInput {
  @Field(() => ID, { description: 'Yrkandet, reservationen eller anteckningen.' }) @IsUUID() antecknat!: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Ett yrkande återkallas.' })
export class AterkallaYrkandeInput {
  @Field(() => ID) @IsUUID() yrkande!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() skal?: string;
}
@InputType({ description: 'Ett steg: förslagen som ställs mot varandra, eller hur det är skrivet i en källa.' })
export class StegInput {
  @Field(() => [ID], { nullable: true, description: FORSLAGET }) @IsOptional() @IsArray() @ArrayMaxSize(NAMN_MAX) @IsUUID(undefined, { each: true }) mellan?: string[];
  @Field(() => ID, { nullable: true, description: 'Det som ordföranden fann bifallet.' }) @IsOptional() @IsUUID() bifallet?: string;
  @Field(() => String, { nullable: true, description: 'Som det är skrivet.' }) @IsOptional() @IsText() text?: string;
}
@InputType({ description: 'I vilken ordning förslagen ställs; ersätter den som är antecknad.' })
export class FaststallPropositionsordningInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field(() => [StegInput]) @IsArray() @ArrayMinSize(1) @ArrayMaxSize(STEG_MAX) @ValidateNested({ each: true }) @Type(() => StegInput) steg!: StegInput[];
}
@InputType({ description: 'Hur beslutet kom till; ersätter det som är antecknat.' })
export class AntecknaBeslutsgangInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field(() => Beslutsgangstyp) @IsEnum(Beslutsgangstyp) typ!: keyof typeof Beslutsgangstyp;
  @Field(() => [StegInput]) @IsArray() @ArrayMaxSize(STEG_MAX) @ValidateNested({ each: true }) @Type(() => StegInput) steg!: StegInput[];
}
@InputType({ description: 'Omröstning begärs, innan klubban har fallit.' })
export class BegarOmrostningInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field(() => [ID], { description: 'De som begär den. Tom lista: det är inte antecknat vem.' }) @IsArray() @ArrayMaxSize(NAMN_MAX) @IsUUID(undefined, { each: true }) av!: string[];
}
@InputType({ description: 'Hur en röstade.' })
export class RostInput {
  @Field(() => ID) @IsUUID() person!: string;
  @Field(() => Rost) @IsEnum(Rost) rost!: keyof typeof Rost;
}
@InputType({ description: 'Antal röster.' })
export class RostantalInput {
  @Field(() => Int) @IsInt() @Min(0) @Max(ROSTER_MAX) ja!: number;
  @Field(() => Int) @IsInt() @Min(0) @Max(ROSTER_MAX) nej!: number;
  @Field(() => Int) @IsInt() @Min(0) @Max(ROSTER_MAX) avstar!: number;
}
@InputType({ description: 'Ett partis röster, när källan inte säger mer.' })
export class PartirosterInput extends RostantalInput {
  @Field({ description: 'Partiets bokstäver.' }) @Matches(CODE, { message: 'ska vara partiets förkortning.' }) parti!: string;
}
@InputType({ isAbstract: true })
abstract class Omrostningsfalt {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field() @IsMotestid() tid!: string;
  @Field(() => Omrostningsslag, { nullable: true, description: 'Utelämnat: avgörande.' }) @IsOptional() @IsEnum(Omrostningsslag) slag?: keyof typeof Omrostningsslag;
  @Field(() => Omrostningsamne, { nullable: true, description: 'Utelämnat: sak, eller val vid en punkt av det slaget.' }) @IsOptional() @IsEnum(Omrostningsamne) amne?: keyof typeof Omrostningsamne;
  @Field(() => ID, { nullable: true, description: `Ja. ${FORSLAGET}` }) @IsOptional() @IsUUID() huvudforslag?: string;
  @Field(() => String, { nullable: true, description: 'Hur motförslaget utsågs.' }) @IsOptional() @IsText() utsettGenom?: string;
  @Field(() => String, { nullable: true, description: 'Vad ja betyder, som det redovisades.' }) @IsOptional() @IsText() jaBetyder?: string;
  @Field(() => String, { nullable: true, description: 'Vad nej betyder, som det redovisades.' }) @IsOptional() @IsText() nejBetyder?: string;
  @Field(() => Boolean, { nullable: true, description: 'Utelämnat: sluten i val och anställning, annars öppen.' }) @IsOptional() @IsBoolean() sluten?: boolean;
  @Field(() => [RostInput], { nullable: true, description: 'Öppen omröstning: allas röster.' }) @IsOptional() @IsArray() @ArrayMaxSize(NAMN_MAX) @ValidateNested({ each: true }) @Type(() => RostInput) roster?: RostInput[];
  @Field(() => RostantalInput, { nullable: true, description: 'Sluten omröstning: bara antalen.' }) @IsOptional() @ValidateNested() @Type(() => RostantalInput) antal?: RostantalInput;
  @Field(() => Omrostningsutfall, { nullable: true, description: 'Vad lotten föll på, vid lika röstetal i val och anställning.' }) @IsOptional() @IsEnum(Omrostningsutfall) lott?: keyof typeof Omrostningsutfall;
}
@InputType({ description: 'En omröstning; ersätter en tidigare om samma två förslag.' })
export class AntecknaOmrostningInput extends Omrostningsfalt {
  @Field(() => ID, { description: `Nej. ${FORSLAGET}` }) @IsUUID() motforslag!: string;
}
@InputType({ description: 'En reservation: anmäls innan sammanträdet avslutas.' })
export class AnmalReservationInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field(() => [ID], { description: 'De som reserverar sig.' }) @IsArray() @ArrayMaxSize(NAMN_MAX) @IsUUID(undefined, { each: true }) av!: string[];
  @Field(() => String, { nullable: true, description: 'När den anmäldes. Krävs sedan sammanträdet har avslutats.' }) @IsOptional() @IsMotestid() tid?: string;
  @Field(() => String, { nullable: true, description: 'Till förmån för vilket förslag.' }) @IsOptional() @IsText() tillFormanFor?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() motivering?: string;
  @Field(() => Boolean, { nullable: true, description: 'En skriftlig motivering lämnas senare.' }) @IsOptional() @IsBoolean() skriftlig?: boolean;
}
@InputType({ description: 'Den skriftliga motiveringen till en reservation.' })
export class LamnaReservationsmotiveringInput {
  @Field(() => ID) @IsUUID() reservation!: string;
  @Field({ description: 'Dagen då den lämnades.' }) @IsDatum() datum!: string;
  @Field() @IsText() motivering!: string;
}
@InputType({ description: 'En som tjänstgör deltar inte i beslutet.' })
export class AntecknaDeltarInteInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field(() => ID) @IsUUID() person!: string;
  @Field(() => String, { nullable: true, description: 'Som det är skrivet.' }) @IsOptional() @IsText() text?: string;
}
@InputType({ description: 'En protokollsanteckning eller ett särskilt yttrande.' })
export class GorProtokollsanteckningInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field(() => Anteckningsslag) @IsEnum(Anteckningsslag) slag!: keyof typeof Anteckningsslag;
  @Field(() => [ID], { description: 'De som lämnar den.' }) @IsArray() @ArrayMinSize(1) @ArrayMaxSize(NAMN_MAX) @IsUUID(undefined, { each: true }) av!: string[];
  @Field() @IsText() text!: string;
  @Field(() => Boolean, { nullable: true, description: 'Nämnden har medgett den.' }) @IsOptional() @IsBoolean() medgiven?: boolean;
}

const KALLA = 'Varifrån det är läst.';
@InputType({ description: 'Ett yrkande från före nämndens start i Klubba.' })
export class LasInYrkandeInput extends AntecknaYrkandeInput {
  @Field({ description: KALLA }) @IsText() kalla!: string;
}
@InputType({ description: 'En omröstning från före nämndens start i Klubba. Säger källan bara hur partierna röstade antecknas det, och ingens röst.' })
export class LasInOmrostningInput extends Omrostningsfalt {
  @Field(() => ID, { nullable: true, description: `Nej. ${FORSLAGET}` }) @IsOptional() @IsUUID() motforslag?: string;
  @Field(() => String, { nullable: true, description: 'Huvudförslaget, som det kallas.' }) @IsOptional() @IsText() huvudforslagText?: string;
  @Field(() => String, { nullable: true, description: 'Motförslaget, som det kallas.' }) @IsOptional() @IsText() motforslagText?: string;
  @Field(() => [PartirosterInput], { nullable: true }) @IsOptional() @IsArray() @ArrayMaxSize(NAMN_MAX) @ValidateNested({ each: true }) @Type(() => PartirosterInput) perParti?: PartirosterInput[];
  @Field(() => Omrostningsutfall, { nullable: true }) @IsOptional() @IsEnum(Omrostningsutfall) utfall?: keyof typeof Omrostningsutfall;
  @Field(() => String, { nullable: true, description: 'Var ordförandens rad står i tabellen.' }) @IsOptional() @IsText(RUBRIK_MAX) tabellOrdforanden?: string;
  @Field(() => Boolean, { nullable: true, description: 'Tabellen går över en sidbrytning.' }) @IsOptional() @IsBoolean() tabellDelad?: boolean;
  @Field({ description: KALLA }) @IsText() kalla!: string;
}
@InputType({ description: 'Att någon inte deltog i ett beslut före nämndens start i Klubba.' })
export class LasInDeltarInteInput extends AntecknaDeltarInteInput {
  @Field({ description: KALLA }) @IsText() kalla!: string;
}
@InputType({ description: 'En reservation från före nämndens start i Klubba.' })
export class LasInReservationInput extends AnmalReservationInput {
  @Field({ description: KALLA }) @IsText() kalla!: string;
}

export const behandlingInputs: CommandInputs = {
  AntecknaYrkande: { input: AntecknaYrkandeInput, om: 'Antecknar ett yrkande.' },
  StrykAntecknat: { input: StrykAntecknatInput, om: 'Stryker ett yrkande, en reservation eller en anteckning som skrevs av misstag.' },
  AterkallaYrkande: { input: AterkallaYrkandeInput, om: 'Antecknar att ett yrkande återkallas.' },
  FaststallPropositionsordning: { input: FaststallPropositionsordningInput, om: 'Antecknar i vilken ordning förslagen ställs.' },
  AntecknaBeslutsgang: { input: AntecknaBeslutsgangInput, om: 'Antecknar hur beslutet kom till.' },
  BegarOmrostning: { input: BegarOmrostningInput, om: 'Antecknar att omröstning begärs.' },
  AntecknaOmrostning: { input: AntecknaOmrostningInput, om: 'Antecknar en omröstning.' },
  AnmalReservation: { input: AnmalReservationInput, om: 'Antecknar en reservation.' },
  LamnaReservationsmotivering: { input: LamnaReservationsmotiveringInput, om: 'Lägger den skriftliga motiveringen till en reservation.' },
  AntecknaDeltarInte: { input: AntecknaDeltarInteInput, om: 'Antecknar att någon inte deltar i beslutet.' },
  GorProtokollsanteckning: { input: GorProtokollsanteckningInput, om: 'Antecknar en protokollsanteckning eller ett särskilt yttrande.' },
  LasInYrkande: { input: LasInYrkandeInput, om: 'Läser in ett yrkande från före nämndens start i Klubba.' },
  LasInOmrostning: { input: LasInOmrostningInput, om: 'Läser in en omröstning från före nämndens start i Klubba.' },
  LasInDeltarInte: { input: LasInDeltarInteInput, om: 'Läser in att någon inte deltog i ett beslut före nämndens start i Klubba.' },
  LasInReservation: { input: LasInReservationInput, om: 'Läser in en reservation från före nämndens start i Klubba.' },
};

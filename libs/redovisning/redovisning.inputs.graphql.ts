import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsEnum, IsInt, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { AreTexts, type CommandInputs, enumOf, IsDatum, IsText } from '@klubba/kernel/edge';
import { ANMALNINGSSLAG, INDELNINGAR, LEX_SARAH_UTFALL, UPPGIFTSSLAG } from './redovisning.events';

export const Uppgiftsslag = enumOf('Uppgiftsslag', 'Vad ett värde var i källan.', ...UPPGIFTSSLAG);
export const Listindelning = enumOf('Listindelning', 'Vad raderna i en lista räknas efter.', ...INDELNINGAR);
export const Anmalningsslag = enumOf('Anmalningsslag', 'Vad som anmäldes i en paragraf för sig.', ...ANMALNINGSSLAG);
export const LexSarahUtfall = enumOf('LexSarahUtfall', 'Bedömningen av en rapport, som ett protokoll räknar dem.', ...LEX_SARAH_UTFALL);
/** Of rows, and of values under names of their own. */
const RADER_MAX = 5000;
const DJUP_MAX = 40;
const ANTAL_MAX = 1_000_000;

@InputType({ description: 'Vad källan har under ett eget namn.' })
export class UppgiftInput {
  @Field(() => [String], { description: 'Namnet, del för del; ”[0]” är en plats i en lista.' }) @IsArray() @ArrayMaxSize(DJUP_MAX) @AreTexts() vag!: string[];
  @Field(() => Uppgiftsslag) @IsEnum(Uppgiftsslag) slag!: keyof typeof Uppgiftsslag;
  @Field({ description: 'Värdet som det står; ett tal med punkt före decimalerna.' }) @IsText() varde!: string;
}
@InputType({ isAbstract: true })
abstract class MedUppgifter {
  @Field(() => [UppgiftInput]) @IsArray() @ArrayMaxSize(RADER_MAX) @ValidateNested({ each: true }) @Type(() => UppgiftInput) uppgifter!: UppgiftInput[];
}
@InputType({ isAbstract: true })
abstract class MedPeriod extends MedUppgifter {
  @Field(() => String, { nullable: true, description: 'Periodens första dag.' }) @IsOptional() @IsDatum() fran?: string;
  @Field(() => String, { nullable: true, description: 'Periodens sista dag.' }) @IsOptional() @IsDatum() till?: string;
}
@InputType({ isAbstract: true })
abstract class ParagrafensInput {
  @Field(() => ID) @IsUUID() sammantrade!: string;
  @Field(() => ID, { description: 'Paragrafens id, och punktens på dagordningen.' }) @IsUUID() punkt!: string;
  @Field({ description: 'Varifrån det är läst.' }) @IsText() kalla!: string;
}
@InputType({ isAbstract: true })
abstract class ParagrafensUppgifter extends ParagrafensInput {
  @Field(() => [UppgiftInput]) @IsArray() @ArrayMaxSize(RADER_MAX) @ValidateNested({ each: true }) @Type(() => UppgiftInput) uppgifter!: UppgiftInput[];
}

@InputType({ description: 'Så många rader i listan har samma nummer, delegat eller typ.' })
export class ListradInput {
  @Field(() => Listindelning) @IsEnum(Listindelning) indelning!: keyof typeof Listindelning;
  @Field() @IsText() namn!: string;
  @Field(() => Int) @IsInt() @Min(0) @Max(ANTAL_MAX) antal!: number;
  @Field(() => String, { nullable: true, description: 'Enheten som de hör till.' }) @IsOptional() @IsText() enhet?: string;
}
@InputType({ description: 'En lista över beslut, och vad protokollet säger om den.' })
export class RedovisadListaInput extends MedPeriod {
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() namn?: string;
  @Field(() => String, { nullable: true, description: 'Hur listan är uppställd.' }) @IsOptional() @IsText() form?: string;
  @Field(() => [String], { description: 'De lagar som besluten fattades enligt, som de står.' }) @IsArray() @ArrayMaxSize(RADER_MAX) @AreTexts() lagar!: string[];
  @Field(() => Int, { nullable: true, description: 'Utelämnat: listan är inte publicerad.' }) @IsOptional() @IsInt() @Min(0) @Max(ANTAL_MAX) antal?: number;
  @Field(() => [ListradInput]) @IsArray() @ArrayMaxSize(RADER_MAX) @ValidateNested({ each: true }) @Type(() => ListradInput) rader!: ListradInput[];
}
@InputType({ description: 'Delegationsbeslut som de anmäldes i en paragraf, före nämndens start i Klubba.' })
export class LasInDelegationsredovisningInput extends ParagrafensUppgifter {
  @Field(() => String, { nullable: true }) @IsOptional() @IsDatum() fran?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsDatum() till?: string;
  @Field(() => String, { nullable: true, description: 'Tjänsteskrivelsens dag.' }) @IsOptional() @IsDatum() tjansteskrivelse?: string;
  @Field(() => [String], { description: 'Dagarna för de utskottsprotokoll som anmäldes.' }) @IsArray() @ArrayMaxSize(RADER_MAX) @AreTexts() utskottsdagar!: string[];
  @Field(() => [RedovisadListaInput]) @IsArray() @ArrayMaxSize(RADER_MAX) @ValidateNested({ each: true }) @Type(() => RedovisadListaInput) listor!: RedovisadListaInput[];
}

@InputType({ description: 'En rad i det som anmäldes.' })
export class AnmalningspostInput extends MedUppgifter {
  @Field(() => Int, { description: 'Platsen i källans lista, från 0.' }) @IsInt() @Min(0) @Max(ANTAL_MAX) ordning!: number;
  @Field(() => String, { nullable: true, description: 'Som det står.' }) @IsOptional() @IsText() diarienummer?: string;
  @Field(() => String, { nullable: true, description: 'Domstolen, myndigheten, den som skrev eller klagade.' }) @IsOptional() @IsText() motpart?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() motpartensNummer?: string;
  @Field(() => String, { nullable: true, description: 'Dom, beslut, synpunkt.' }) @IsOptional() @IsText() form?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() rubrik?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsDatum() datum?: string;
  @Field(() => String, { nullable: true, description: 'Utgången, eller vem som svarade.' }) @IsOptional() @IsText() utfall?: string;
  @Field(() => String, { nullable: true, description: 'Vad rätten att besluta vilar på, som det står.' }) @IsOptional() @IsText() stod?: string;
}
@InputType({ description: 'Det som anmäldes i en paragraf före nämndens start i Klubba.' })
export class LasInAnmalningsposterInput extends ParagrafensUppgifter {
  @Field(() => Anmalningsslag) @IsEnum(Anmalningsslag) slag!: keyof typeof Anmalningsslag;
  @Field(() => String, { nullable: true }) @IsOptional() @IsDatum() fran?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsDatum() till?: string;
  @Field(() => [AnmalningspostInput]) @IsArray() @ArrayMaxSize(RADER_MAX) @ValidateNested({ each: true }) @Type(() => AnmalningspostInput) poster!: AnmalningspostInput[];
}

@InputType({ description: 'En remiss som besvarades i en paragraf.' })
export class RedovisadRemissInput extends MedPeriod {
  @Field(() => Int, { description: 'Platsen i källans lista, från 0.' }) @IsInt() @Min(0) @Max(ANTAL_MAX) ordning!: number;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() diarienummer?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() avsandare?: string;
  @Field(() => String, { nullable: true, description: 'Avsändarens diarienummer.' }) @IsOptional() @IsText() derasNummer?: string;
  @Field(() => String, { nullable: true, description: 'Utredningen som den gäller, som SOU 2025:64.' }) @IsOptional() @IsText() utredning?: string;
  @Field(() => String, { nullable: true, description: 'Remissens dag.' }) @IsOptional() @IsDatum() daterad?: string;
  @Field(() => String, { nullable: true, description: 'Svarstiden, där källan inte säger vems.' }) @IsOptional() @IsDatum() svarstid?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsDatum() svarstidAvsandare?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsDatum() svarstidIntern?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsDatum() yttrandeDaterat?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() yttrandeTill?: string;
}
@InputType({ description: 'Remisser som besvarades i en paragraf före nämndens start i Klubba.' })
export class LasInRemissredovisningInput extends ParagrafensInput {
  @Field(() => [RedovisadRemissInput]) @IsArray() @ArrayMaxSize(RADER_MAX) @ValidateNested({ each: true }) @Type(() => RedovisadRemissInput) remisser!: RedovisadRemissInput[];
}

@InputType({ description: 'Rapporter som kom in under en månad.' })
export class LexSarahRapporterInput {
  @Field() @IsText() manad!: string;
  @Field(() => Int) @IsInt() @Min(0) @Max(ANTAL_MAX) antal!: number;
}
@InputType({ description: 'En rapport och hur den bedömdes.' })
export class LexSarahArendeInput {
  @Field(() => LexSarahUtfall) @IsEnum(LexSarahUtfall) utfall!: keyof typeof LexSarahUtfall;
  @Field({ description: 'Rapportens nummer, som det står.' }) @IsText() nummer!: string;
}
@InputType({ description: 'Ett lagrum som protokollet anger.' })
export class AngivetLagrumInput {
  @Field({ description: 'Vad det anges för.' }) @IsText() avser!: string;
  @Field({ description: 'Som det står. Det rättas inte.' }) @IsText() skrivet!: string;
}
@InputType({ description: 'Lex Sarah som det redovisades i en paragraf före nämndens start i Klubba: nummer och antal, inget om enskilda.' })
export class LasInLexSarahRedovisningInput extends ParagrafensUppgifter {
  @Field(() => [LexSarahRapporterInput]) @IsArray() @ArrayMaxSize(RADER_MAX) @ValidateNested({ each: true }) @Type(() => LexSarahRapporterInput) rapporter!: LexSarahRapporterInput[];
  @Field(() => [LexSarahArendeInput]) @IsArray() @ArrayMaxSize(RADER_MAX) @ValidateNested({ each: true }) @Type(() => LexSarahArendeInput) arenden!: LexSarahArendeInput[];
  @Field(() => [AngivetLagrumInput]) @IsArray() @ArrayMaxSize(RADER_MAX) @ValidateNested({ each: true }) @Type(() => AngivetLagrumInput) lagrum!: AngivetLagrumInput[];
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() beslutsfattare?: string;
}

@InputType({ description: 'Siffror och andra uppgifter med namn i en paragraf före nämndens start i Klubba.' })
export class LasInParagrafuppgifterInput extends ParagrafensUppgifter {
}
@InputType({ description: 'En koppling till en paragraf, ett sammanträde eller ett organ, som källan säger den.' })
export class KopplingInput extends MedUppgifter {
  @Field(() => Int, { description: 'Platsen i källans lista, från 0.' }) @IsInt() @Min(0) @Max(ANTAL_MAX) ordning!: number;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() fran?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() till?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() slag?: string;
}
@InputType({ description: 'Vad en paragraf från före nämndens start i Klubba hänger ihop med.' })
export class LasInKopplingarInput extends ParagrafensInput {
  @Field(() => [KopplingInput]) @IsArray() @ArrayMaxSize(RADER_MAX) @ValidateNested({ each: true }) @Type(() => KopplingInput) kopplingar!: KopplingInput[];
}

/** The stream has the §'s own id. */
const vidPunkten = (data: object): string => (data as ParagrafensInput).punkt;
export const redovisningInputs: CommandInputs = {
  LasInDelegationsredovisning: { input: LasInDelegationsredovisningInput, om: 'Läser in hur delegationsbeslut anmäldes i en paragraf före nämndens start i Klubba.', skapar: vidPunkten },
  LasInAnmalningsposter: { input: LasInAnmalningsposterInput, om: 'Läser in vad som anmäldes i en paragraf före nämndens start i Klubba: domar, klagomål, skrivelser eller ordförandebeslut.', skapar: vidPunkten },
  LasInRemissredovisning: { input: LasInRemissredovisningInput, om: 'Läser in de remisser som besvarades i en paragraf före nämndens start i Klubba.', skapar: vidPunkten },
  LasInLexSarahRedovisning: { input: LasInLexSarahRedovisningInput, om: 'Läser in hur lex Sarah redovisades i en paragraf före nämndens start i Klubba. Fel lagrum flaggas och rättas inte.', skapar: vidPunkten },
  LasInParagrafuppgifter: { input: LasInParagrafuppgifterInput, om: 'Läser in siffror och andra uppgifter med namn i en paragraf före nämndens start i Klubba.', skapar: vidPunkten },
  LasInKopplingar: { input: LasInKopplingarInput, om: 'Läser in vad en paragraf från före nämndens start i Klubba hänger ihop med.', skapar: vidPunkten },
};

import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsEnum, IsInt, IsOptional, IsUUID, Matches, Max, Min, ValidateNested } from 'class-validator';
import { CODE, NUMBER } from '@klubba/kernel';
import { type CommandInputs, enumOf, IsDatum, IsKlockslag, IsText, RUBRIK_MAX } from '@klubba/kernel/edge';
import { BEDOMNINGAR, LEX_SARAH_LAGAR } from '@klubba/lagrum';
import { DOKUMENTATION, FRAGOR, LANKSLAG, RAPPORTORER, REGIER, UTFORARENS } from './lexsarah.events';

export const LexSarahLag = enumOf('LexSarahLag', 'Lagen som verksamheten bedrivs enligt.', ...LEX_SARAH_LAGAR);
export const LexSarahBedomning = enumOf('LexSarahBedomning', 'Bedömningen av det som rapporterats. De två sista anmäls till IVO.', ...BEDOMNINGAR);
export const LexSarahRegi = enumOf('LexSarahRegi', 'Vem som bedriver verksamheten.', ...REGIER);
export const LexSarahRapportor = enumOf('LexSarahRapportor', 'I vilken egenskap någon rapporterade.', ...RAPPORTORER);
export const LexSarahDel = enumOf('LexSarahDel', 'Del av dokumentationen (SOSFS 2011:5, 5 kap.).', ...DOKUMENTATION);
export const LexSarahFraga = enumOf('LexSarahFraga', 'Vad som delegeras.', ...FRAGOR);
export const LexSarahLankslag = enumOf('LexSarahLankslag', 'Vad som länkas.', ...LANKSLAG);
const Avser = enumOf('LexSarahAvser', 'Vad rapporten avser.', 'avvikelse', 'tillbud');
const Art = enumOf('LexSarahArt', 'Om anteckningen är en faktisk omständighet eller en bedömning.', 'faktisk_omstandighet', 'bedomning');
const Satt = enumOf('LexSarahSatt', 'Hur anmälan lämnades till IVO. E-post och fax går inte.', 'e_tjanst', 'post');
const Ivoutfall = enumOf('LexSarahIvoutfall', 'Vad IVO beslutade.', 'avslutat', 'krav');
const Atgardsutfall = enumOf('LexSarahAtgardsutfall', 'Vad som blev av åtgärden.', 'gjord', 'utgar');
const Incidentutfall = enumOf('LexSarahIncidentutfall', 'Om incidenten anmäldes till IMY.', 'anmald', 'anmals_inte');
const Utforarens = enumOf('LexSarahUtforarens', 'Vad utföraren har meddelat nämnden.', ...UTFORARENS);
type Namn<T> = keyof T;

const ORD = { message: 'ska vara ett ord utan mellanslag.' };
const LAGRUM_SKRIVET = /^(?=.*§)[A-Za-zÅÄÖåäö0-9 .,:;()§–/-]{2,120}$/;

@InputType({ description: 'Den som beslutade på delegation.' })
export class BeslutsfattareInput {
  @Field(() => ID) @IsUUID() person!: string;
  @Field({ description: 'Befattningen, som den står i delegationsordningen, ett ord.' }) @Matches(CODE, ORD) befattning!: string;
  @Field(() => String, { nullable: true, description: 'Punkten i delegationsordningen.' }) @IsOptional() @Matches(CODE, ORD) punkt?: string;
}
@InputType({ description: 'En rapport enligt lex Sarah. Den är diarieförd i ett ärende för sig.' })
export class TaEmotLexSarahInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => ID, { description: 'Ärendet som rapporten är diarieförd i. Får också rapportens id.' }) @IsUUID() arende!: string;
  @Field({ description: 'Dagen då rapporten togs emot i verksamheten. Avgör vilken lag som gäller.' }) @IsDatum() mottagen!: string;
  @Field(() => LexSarahLag) @IsEnum(LexSarahLag) lag!: Namn<typeof LexSarahLag>;
  @Field(() => LexSarahRegi, { nullable: true, description: 'Utelämnat: kommunal.' }) @IsOptional() @IsEnum(LexSarahRegi) regi?: Namn<typeof LexSarahRegi>;
  @Field({ description: 'Verksamhetens kod.' }) @Matches(CODE, ORD) verksamhet!: string;
  @Field(() => String, { nullable: true, description: 'Orsaken, med nämndens ord: det statistiken räknar.' }) @IsOptional() @Matches(CODE, ORD) orsak?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsDatum() upptackt?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsDatum() intraffad?: string;
  @Field(() => String, { nullable: true, description: 'När nämnden fick veta om en enskild utförares rapport.' }) @IsOptional() @IsDatum() informationMottagen?: string;
  @Field(() => LexSarahRapportor) @IsEnum(LexSarahRapportor) rapportorsslag!: Namn<typeof LexSarahRapportor>;
  @Field({ description: 'Den som rapporterade.' }) @IsText(RUBRIK_MAX) rapportor!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText(RUBRIK_MAX) befattning?: string;
  @Field(() => Avser, { nullable: true, description: 'Utelämnat: avvikelse.' }) @IsOptional() @IsEnum(Avser) avser?: Namn<typeof Avser>;
  @Field({ description: 'Om en enskild person berörs. Då antecknas det också i personens journal.' }) @IsBoolean() berorEnskild!: boolean;
  @Field({ description: 'Vad som hänt.' }) @IsText() beskrivning!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() konsekvenser?: string;
  @Field(() => String, { nullable: true, description: 'När och hur det uppmärksammades.' }) @IsOptional() @IsText() uppmarksammad?: string;
  @Field(() => String, { nullable: true, description: 'Vad som har gjorts.' }) @IsOptional() @IsText() gjort?: string;
  @Field(() => String, { nullable: true, description: 'Skyddsombudet, vid tillbud.' }) @IsOptional() @IsText(RUBRIK_MAX) skyddsombud?: string;
  @Field(() => String, { nullable: true, description: 'Närmaste chef.' }) @IsOptional() @IsText(RUBRIK_MAX) chef?: string;
}
@InputType({ description: 'Verksamhet och orsak som de ska räknas.' })
export class KategoriseraLexSarahInput {
  @Field() @Matches(CODE, ORD) verksamhet!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(CODE, ORD) orsak?: string;
}
@InputType({ isAbstract: true })
abstract class DagOchSkalInput {
  @Field() @IsDatum() datum!: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Den som rapporterade tar tillbaka rapporten.' })
export class AterkallaLexSarahInput extends DagOchSkalInput {}
@InputType({ description: 'Samma rapport som en annan.' })
export class StrykLexSarahInput extends DagOchSkalInput {
  @Field(() => ID, { description: 'Rapporten som utreds i stället.' }) @IsUUID() dubblettAv!: string;
}
@InputType({ description: 'Vad som gjordes genast.' })
export class NoteraLexSarahAtgardInput {
  @Field() @IsDatum() datum!: string;
  @Field() @IsKlockslag() tid!: string;
  @Field() @IsText() text!: string;
}
@InputType({ description: 'Ett första ställningstagande, innan någon har utrett.' })
export class ForhandsbedomLexSarahInput {
  @Field() @IsDatum() datum!: string;
  @Field(() => LexSarahBedomning, { nullable: true }) @IsOptional() @IsEnum(LexSarahBedomning) bedomning?: Namn<typeof LexSarahBedomning>;
  @Field(() => BeslutsfattareInput) @ValidateNested() @Type(() => BeslutsfattareInput) av!: BeslutsfattareInput;
  @Field() @IsText() text!: string;
}
@InputType({ description: 'Den som ska utreda.' })
export class UtseLexSarahUtredareInput {
  @Field() @IsDatum() datum!: string;
  @Field(() => ID) @IsUUID() utredare!: string;
  @Field({ description: 'Om utredaren vid prövning är jävig (KL 7 kap. 4 §).' }) @IsBoolean() javig!: boolean;
}
@InputType({ description: 'En anteckning i utredningen.' })
export class AntecknaLexSarahInput {
  @Field(() => LexSarahDel) @IsEnum(LexSarahDel) del!: Namn<typeof LexSarahDel>;
  @Field() @IsDatum() datum!: string;
  @Field(() => Art) @IsEnum(Art) art!: Namn<typeof Art>;
  @Field({ description: 'Varifrån uppgiften kommer.' }) @IsText(RUBRIK_MAX) kalla!: string;
  @Field() @IsText() text!: string;
  @Field() @IsText(RUBRIK_MAX) forfattare!: string;
  @Field({ description: 'Författarens titel.' }) @IsText(RUBRIK_MAX) titel!: string;
  @Field(() => ID, { nullable: true, description: 'Anteckningen som den här ersätter.' }) @IsOptional() @IsUUID() ersatter?: string;
}
@InputType({ description: 'Bedömningen av det som utretts.' })
export class BedomLexSarahInput {
  @Field() @IsDatum() datum!: string;
  @Field(() => LexSarahBedomning) @IsEnum(LexSarahBedomning) bedomning!: Namn<typeof LexSarahBedomning>;
  @Field(() => Boolean, { nullable: true, description: 'Uppenbart inte ett missförhållande, och risken är avlägsen: utredningen avslutas kort.' }) @IsOptional() @IsBoolean() snabb?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Särskilda åtgärder ska redovisas.' }) @IsOptional() @IsBoolean() sarskildaAtgarder?: boolean;
  @Field(() => BeslutsfattareInput) @ValidateNested() @Type(() => BeslutsfattareInput) av!: BeslutsfattareInput;
  @Field() @IsText() motivering!: string;
  @Field(() => String, { nullable: true, description: 'Krävs när en tidigare bedömning ändras.' }) @IsOptional() @IsText() skal?: string;
}
@InputType({ description: 'Delegatens beslut. Lagrummet räknas ut. Nämndens eget beslut följer av dess paragraf.' })
export class BeslutaLexSarahInput {
  @Field() @IsDatum() datum!: string;
  @Field(() => BeslutsfattareInput) @ValidateNested() @Type(() => BeslutsfattareInput) av!: BeslutsfattareInput;
  @Field() @IsText() text!: string;
}
@InputType({ description: 'Utredningen återupptas: bedömning och beslut gäller inte längre.' })
export class AterupptaLexSarahInput extends DagOchSkalInput {}
@InputType({ description: 'Anmälan till IVO.' })
export class AnmalLexSarahInput {
  @Field() @IsDatum() datum!: string;
  @Field(() => Satt) @IsEnum(Satt) satt!: Namn<typeof Satt>;
  @Field({ description: 'Kvittensen.' }) @IsText(RUBRIK_MAX) kvitto!: string;
  @Field(() => BeslutsfattareInput, { nullable: true, description: 'Den som beslutade, när utredningen inte är avslutad och nämnden inte själv har beslutat.' }) @IsOptional() @ValidateNested() @Type(() => BeslutsfattareInput) av?: BeslutsfattareInput;
  @Field(() => String, { nullable: true, description: 'Varför det är uppenbart allvarligt, när utredningen inte är avslutad.' }) @IsOptional() @IsText() grund?: string;
}
@InputType({ description: 'Den färdiga utredningen till IVO.' })
export class KompletteraLexSarahInput {
  @Field() @IsDatum() datum!: string;
  @Field({ description: 'Kvittensen.' }) @IsText(RUBRIK_MAX) kvitto!: string;
}
@InputType({ description: 'Ett beslut av IVO.' })
export class NoteraIvosBeslutInput {
  @Field() @IsDatum() datum!: string;
  @Field(() => Ivoutfall) @IsEnum(Ivoutfall) utfall!: Namn<typeof Ivoutfall>;
  @Field(() => String, { nullable: true, description: 'Dagen då IVO senast ska ha svar.' }) @IsOptional() @IsDatum() svarSenast?: string;
  @Field(() => String, { nullable: true, description: 'IVO:s diarienummer.' }) @IsOptional() @Matches(NUMBER, { message: 'ska vara ett diarienummer.' }) diarienummer?: string;
  @Field() @IsText() text!: string;
}
@InputType({ description: 'Svaret till IVO.' })
export class BesvaraIvoInput {
  @Field() @IsDatum() datum!: string;
  @Field() @IsText() text!: string;
}
@InputType({ description: 'Vad en enskild utförare har meddelat nämnden.' })
export class NoteraUtforarensLexSarahInput {
  @Field(() => Utforarens) @IsEnum(Utforarens) vad!: Namn<typeof Utforarens>;
  @Field({ description: 'När det hände.' }) @IsDatum() datum!: string;
  @Field({ description: 'När nämnden fick veta det.' }) @IsDatum() information!: string;
  @Field(() => LexSarahBedomning, { nullable: true }) @IsOptional() @IsEnum(LexSarahBedomning) bedomning?: Namn<typeof LexSarahBedomning>;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() text?: string;
}
@InputType({ description: 'En åtgärd med ansvarig och dag.' })
export class PlaneraLexSarahAtgardInput {
  @Field() @IsText() text!: string;
  @Field(() => ID) @IsUUID() ansvarig!: string;
  @Field() @IsDatum() senast!: string;
}
@InputType({ description: 'Vad som blev av en åtgärd.' })
export class AvslutaLexSarahAtgardInput {
  @Field(() => ID) @IsUUID() atgard!: string;
  @Field() @IsDatum() datum!: string;
  @Field(() => Atgardsutfall) @IsEnum(Atgardsutfall) utfall!: Namn<typeof Atgardsutfall>;
  @Field() @IsText() text!: string;
}
@InputType({ description: 'När åtgärderna följs upp.' })
export class PlaneraLexSarahUppfoljningInput {
  @Field() @IsDatum() planerad!: string;
}
@InputType({ description: 'Uppföljningen.' })
export class FoljUppLexSarahInput {
  @Field() @IsDatum() datum!: string;
  @Field() @IsText() resultat!: string;
}
@InputType({ description: 'Paragrafen där nämnden fick veta det, ensam eller med andra.' })
export class RedovisaLexSarahInput {
  @Field(() => ID, { description: 'Paragrafens id.' }) @IsUUID() punkt!: string;
}
@InputType({ description: 'Ärendet avslutas.' })
export class AvslutaLexSarahInput {
  @Field() @IsDatum() datum!: string;
}
@InputType({ description: 'En avvikelse, ett klagomål eller en annan rapport.' })
export class LankaLexSarahInput {
  @Field(() => LexSarahLankslag) @IsEnum(LexSarahLankslag) slag!: Namn<typeof LexSarahLankslag>;
  @Field(() => ID) @IsUUID() mal!: string;
}
@InputType({ description: 'En länk som ska bort.' })
export class TaBortLexSarahLankInput extends LankaLexSarahInput {
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Händelsen är också en personuppgiftsincident.' })
export class NoteraPersonuppgiftsincidentInput {
  @Field({ description: 'Dagen då den blev känd.' }) @IsDatum() kand!: string;
  @Field() @IsKlockslag() tid!: string;
}
@InputType({ description: 'Om incidenten anmäldes till IMY.' })
export class AvgorPersonuppgiftsincidentInput extends DagOchSkalInput {
  @Field(() => Incidentutfall) @IsEnum(Incidentutfall) utfall!: Namn<typeof Incidentutfall>;
  @Field() @IsKlockslag() tid!: string;
}
@InputType({ description: 'Avgörandet utan uppgifter om den enskilda, prövat uppgift för uppgift.' })
export class AvidentifieraLexSarahInput {
  @Field() @IsDatum() datum!: string;
  @Field() @IsText() text!: string;
  @Field({ description: 'Gruppen är så liten att den enskilda kan bli känd ändå.' }) @IsBoolean() litenGrupp!: boolean;
}
@InputType({ description: 'Det avidentifierade avgörandet visas inte längre.' })
export class DraInLexSarahAvgorandeInput extends DagOchSkalInput {}
@InputType({ description: 'Ett beslut som det står i en handling. Lagrummet rättas inte.' })
export class LasInLexSarahHandlingInput {
  @Field(() => LexSarahBedomning) @IsEnum(LexSarahBedomning) bedomning!: Namn<typeof LexSarahBedomning>;
  @Field() @IsDatum() datum!: string;
  @Field({ description: 'Som det står i handlingen.' }) @Matches(LAGRUM_SKRIVET, { message: 'ska vara paragrafer, som 27 kap. 6 § SoL.' }) lagrum!: string;
  @Field({ description: 'Vilken handling.' }) @IsText(RUBRIK_MAX) kalla!: string;
}
@InputType({ description: 'En befattning som delegationsordningen pekar ut.' })
export class LexSarahDelegatInput {
  @Field(() => LexSarahFraga) @IsEnum(LexSarahFraga) fraga!: Namn<typeof LexSarahFraga>;
  @Field() @Matches(CODE, ORD) befattning!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(CODE, ORD) punkt?: string;
}
@InputType({ description: 'Nämndens rutin för lex Sarah från en dag.' })
export class FaststallLexSarahRutinInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field() @IsDatum() fran!: string;
  @Field(() => Int, { description: 'Arbetsdagar från upptäckt till rapport.' }) @IsInt() @Min(0) @Max(365) rapportArbetsdagar!: number;
  @Field(() => Int, { description: 'Dagar från rapport till utredare.' }) @IsInt() @Min(0) @Max(365) startDagar!: number;
  @Field(() => Int, { description: 'Dagar från rapport till avslutad utredning.' }) @IsInt() @Min(0) @Max(365) utredningDagar!: number;
  @Field(() => [LexSarahDelegatInput]) @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => LexSarahDelegatInput) delegater!: LexSarahDelegatInput[];
}

export const lexsarahInputs: CommandInputs = {
  TaEmotLexSarah: { input: TaEmotLexSarahInput, om: 'Tar emot en rapport enligt lex Sarah i ett ärende som är öppnat för den.', skapar: (data) => (data as TaEmotLexSarahInput).arende.toLowerCase() },
  KategoriseraLexSarah: { input: KategoriseraLexSarahInput, om: 'Ändrar verksamhet och orsak.' },
  AterkallaLexSarah: { input: AterkallaLexSarahInput, om: 'Antecknar att rapporten tagits tillbaka. Den utreds ändå.' },
  StrykLexSarah: { input: StrykLexSarahInput, om: 'Stryker en rapport som är samma som en annan.' },
  NoteraLexSarahAtgard: { input: NoteraLexSarahAtgardInput, om: 'Antecknar vad som gjordes genast.' },
  ForhandsbedomLexSarah: { input: ForhandsbedomLexSarahInput, om: 'Antecknar ett första ställningstagande.' },
  UtseLexSarahUtredare: { input: UtseLexSarahUtredareInput, om: 'Utser den som ska utreda.' },
  AntecknaLexSarah: { input: AntecknaLexSarahInput, om: 'Antecknar något i utredningen.' },
  BedomLexSarah: { input: BedomLexSarahInput, om: 'Bedömer det som utretts, eller ändrar bedömningen före beslutet.' },
  BeslutaLexSarah: { input: BeslutaLexSarahInput, om: 'Avslutar utredningen med ett beslut på delegation.' },
  AterupptaLexSarah: { input: AterupptaLexSarahInput, om: 'Återupptar utredningen.' },
  AnmalLexSarah: { input: AnmalLexSarahInput, om: 'Antecknar anmälan till IVO, med utredningen eller före den.' },
  KompletteraLexSarah: { input: KompletteraLexSarahInput, om: 'Antecknar att IVO fått den färdiga utredningen.' },
  NoteraIvosBeslut: { input: NoteraIvosBeslutInput, om: 'Antecknar ett beslut av IVO.' },
  BesvaraIvo: { input: BesvaraIvoInput, om: 'Antecknar svaret på det IVO krävt.' },
  NoteraUtforarensLexSarah: { input: NoteraUtforarensLexSarahInput, om: 'Antecknar vad en enskild utförare meddelat nämnden.' },
  PlaneraLexSarahAtgard: { input: PlaneraLexSarahAtgardInput, om: 'Planerar en åtgärd.' },
  AvslutaLexSarahAtgard: { input: AvslutaLexSarahAtgardInput, om: 'Antecknar vad som blev av en åtgärd.' },
  PlaneraLexSarahUppfoljning: { input: PlaneraLexSarahUppfoljningInput, om: 'Planerar uppföljningen.' },
  FoljUppLexSarah: { input: FoljUppLexSarahInput, om: 'Antecknar uppföljningen.' },
  RedovisaLexSarah: { input: RedovisaLexSarahInput, om: 'Antecknar i vilken paragraf nämnden fick veta beslutet eller uppföljningen.' },
  AvslutaLexSarah: { input: AvslutaLexSarahInput, om: 'Avslutar ärendet.' },
  LankaLexSarah: { input: LankaLexSarahInput, om: 'Länkar till en avvikelse, ett klagomål eller en annan rapport.' },
  TaBortLexSarahLank: { input: TaBortLexSarahLankInput, om: 'Tar bort en länk.' },
  NoteraPersonuppgiftsincident: { input: NoteraPersonuppgiftsincidentInput, om: 'Antecknar att händelsen också är en personuppgiftsincident.' },
  AvgorPersonuppgiftsincident: { input: AvgorPersonuppgiftsincidentInput, om: 'Antecknar om incidenten anmäldes till IMY.' },
  AvidentifieraLexSarah: { input: AvidentifieraLexSarahInput, om: 'Gör ett avidentifierat avgörande läsbart för alla.' },
  DraInLexSarahAvgorande: { input: DraInLexSarahAvgorandeInput, om: 'Drar in det avidentifierade avgörandet.' },
  LasInLexSarahHandling: { input: LasInLexSarahHandlingInput, om: 'Läser in ett beslut som det står i en handling; fel lagrum flaggas och rättas inte.' },
};
export const lexsarahrutinInputs: CommandInputs = {
  FaststallLexSarahRutin: { input: FaststallLexSarahRutinInput, om: 'Fastställer nämndens rutin för lex Sarah.', skapar: (data) => (data as FaststallLexSarahRutinInput).namnd.toLowerCase() },
};

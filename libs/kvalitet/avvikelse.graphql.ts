import { Args, ArgsType, Context, Field, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsEnum, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { CODE, NUMBER, type Sealed } from '@klubba/kernel';
import { Allvar, type CommandInputs, type Connection, connectionOf, type EdgeContext, enumOf, IsDatum, IsText, Orsak, RUBRIK_MAX, scoped, SealedField, Sekretessklass, toConnection } from '@klubba/kernel/edge';
import { AVVIKELSEEFFEKTER } from './avvikelse.events';
import { incidentSenast } from './avvikelse.frister';
import { type Avvikelse as Doc, avvikelsen, AVVIKELSESTATUS } from './avvikelse.projection';
import { provaSumma } from './kvalitet.register';
import { BorjanInput, DagInput, DagMedSkalInput, EnArgs, RegisterArgs, SummeringsArgs, synligKlass, synliga } from './kvalitet.register.graphql';

const Avvikelseeffekt = enumOf('Avvikelseeffekt', 'Om åtgärderna hjälpte.', ...AVVIKELSEEFFEKTER);
const Avvikelsestatus = enumOf('Avvikelsestatus', 'Om avvikelsen är avslutad.', ...AVVIKELSESTATUS);
const Avvikelsegrupp = enumOf('Avvikelsegrupp', 'Vad avvikelserna räknas efter.', 'kategori', 'enhet', 'allvar', 'upprepningsrisk', 'oppen');
const ORD = { message: 'ska vara ett kort ord utan mellanslag, högst 40 tecken.' };
const STUND = { message: 'ska vara en tid, skriven ÅÅÅÅ-MM-DDTHH:MM:SS.' };
const MOMENT = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

@InputType({ description: 'En avvikelse i verksamheten.' })
export class RegistreraAvvikelseInput extends BorjanInput {
  @Field({ description: 'Kommunens ord för vad det gäller.' }) @Matches(CODE, ORD) kategori!: string;
  @Field({ description: 'Kommunens ord för enheten.' }) @Matches(CODE, ORD) enhet!: string;
  @Field({ description: 'Dagen då den blev känd.' }) @IsDatum() inkom!: string;
  @Field(() => String, { nullable: true, description: 'Dagen då det hände.' }) @IsOptional() @IsDatum() intraffade?: string;
  @Field() @IsText() text!: string;
  @Field(() => Int, { description: 'Hur allvarligt: 1 mindre, 2 måttligt, 3 betydligt, 4 högt.' }) @IsInt() @Min(1) @Max(4) allvar!: number;
  @Field(() => Int, { nullable: true, description: 'Hur troligt att det händer igen: 1 osannolikt till 4 sannolikt.' }) @IsOptional() @IsInt() @Min(1) @Max(4) upprepningsrisk?: number;
  @Field(() => ID, { nullable: true, description: 'Klagomålet som den kom fram genom.' }) @IsOptional() @IsUUID() klagomal?: string;
  @Field(() => ID, { nullable: true, description: 'Rapporten enligt lex Sarah.' }) @IsOptional() @IsUUID() lexsarah?: string;
}
@InputType({ description: 'En ny bedömning.' })
export class BedomAvvikelseInput extends DagMedSkalInput {
  @Field(() => Int) @IsInt() @Min(1) @Max(4) allvar!: number;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(1) @Max(4) upprepningsrisk?: number;
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(CODE, ORD) kategori?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(CODE, ORD) enhet?: string;
}
@InputType({ description: 'Rapporten enligt lex Sarah som den ledde till.' })
export class KopplaAvvikelseInput {
  @Field(() => ID) @IsUUID() lexsarah!: string;
}
@InputType({ description: 'Vad som ska göras, av vem och till när.' })
export class BeslutaAvvikelseatgardInput extends DagInput {
  @Field() @IsText() text!: string;
  @Field({ description: 'Titel eller namn.' }) @IsText(RUBRIK_MAX) ansvarig!: string;
  @Field() @IsDatum() senast!: string;
}
@InputType({ description: 'Ny ansvarig, eller ny dag.' })
export class AndraAvvikelseatgardInput {
  @Field(() => ID) @IsUUID() atgard!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText(RUBRIK_MAX) ansvarig?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsDatum() senast?: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Åtgärden är genomförd.' })
export class GenomforAvvikelseatgardInput extends DagInput {
  @Field(() => ID) @IsUUID() atgard!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() text?: string;
}
@InputType({ description: 'Om åtgärderna hjälpte.' })
export class FoljUppAvvikelseInput extends DagInput {
  @Field(() => Avvikelseeffekt) @IsEnum(Avvikelseeffekt) effekt!: keyof typeof Avvikelseeffekt;
  @Field() @IsText() text!: string;
}
@InputType({ description: 'Personuppgifter har kommit fel.' })
export class NoteraIncidentInput {
  @Field({ description: 'När den upptäcktes, svensk tid: ÅÅÅÅ-MM-DDTHH:MM:SS.' }) @Matches(MOMENT, STUND) upptackt!: string;
}
@InputType({ description: 'Incidenten är anmäld till IMY.' })
export class AnmalIncidentInput {
  @Field({ description: 'När, svensk tid: ÅÅÅÅ-MM-DDTHH:MM:SS.' }) @Matches(MOMENT, STUND) anmald!: string;
  @Field(() => String, { nullable: true, description: 'IMY:s nummer.' }) @IsOptional() @Matches(NUMBER, { message: 'ska vara ett nummer på högst 40 tecken.' }) nummer?: string;
}
@InputType({ description: 'Incidenten behöver inte anmälas.' })
export class AvskrivIncidentInput extends DagMedSkalInput {}
@InputType({ description: 'Avvikelsen avslutas.' })
export class AvslutaAvvikelseInput extends DagInput {}
@InputType({ description: 'Avvikelsen öppnas igen.' })
export class AteroppnaAvvikelseInput extends DagMedSkalInput {}
@InputType({ description: 'Den registrerades av misstag.' })
export class StrykAvvikelseInput {
  @Field() @IsText() skal!: string;
}
export const avvikelseInputs: CommandInputs = {
  RegistreraAvvikelse: { input: RegistreraAvvikelseInput, om: 'Registrerar en avvikelse.', skapar: true },
  BedomAvvikelse: { input: BedomAvvikelseInput, om: 'Bedömer avvikelsen på nytt.' },
  KopplaAvvikelse: { input: KopplaAvvikelseInput, om: 'Kopplar avvikelsen till en rapport enligt lex Sarah.' },
  BeslutaAvvikelseatgard: { input: BeslutaAvvikelseatgardInput, om: 'Beslutar en åtgärd.' },
  AndraAvvikelseatgard: { input: AndraAvvikelseatgardInput, om: 'Ändrar vem som svarar för en åtgärd, eller till när.' },
  GenomforAvvikelseatgard: { input: GenomforAvvikelseatgardInput, om: 'Antecknar att en åtgärd är genomförd.' },
  FoljUppAvvikelse: { input: FoljUppAvvikelseInput, om: 'Antecknar om åtgärderna hjälpte.' },
  NoteraIncident: { input: NoteraIncidentInput, om: 'Antecknar att avvikelsen är en personuppgiftsincident.' },
  AnmalIncident: { input: AnmalIncidentInput, om: 'Antecknar att incidenten är anmäld till IMY.' },
  AvskrivIncident: { input: AvskrivIncidentInput, om: 'Antecknar att incidenten inte behöver anmälas.' },
  AvslutaAvvikelse: { input: AvslutaAvvikelseInput, om: 'Avslutar avvikelsen.' },
  AteroppnaAvvikelse: { input: AteroppnaAvvikelseInput, om: 'Öppnar en avslutad avvikelse.' },
  StrykAvvikelse: { input: StrykAvvikelseInput, om: 'Stryker en avvikelse som registrerades av misstag.' },
};

@ObjectType({ description: 'En åtgärd mot en avvikelse.' })
export class Avvikelseatgard {
  @Field(() => ID) id!: string;
  @Field() beslutad!: string;
  @SealedField() text?: Sealed;
  @SealedField() ansvarig?: Sealed;
  @Field() senast!: string;
  @Field(() => String, { nullable: true }) genomford?: string;
  @SealedField() resultat?: Sealed;
}
@ObjectType({ description: 'En bedömning av en avvikelse.' })
export class Avvikelsebedomning {
  @Field() datum!: string;
  @Field(() => Int) allvar!: number;
  @Field(() => Int, { nullable: true }) upprepningsrisk?: number;
  @SealedField() skal?: Sealed;
}
@ObjectType({ description: 'En uppföljning av en avvikelse.' })
export class Avvikelseuppfoljning {
  @Field() datum!: string;
  @Field(() => Avvikelseeffekt) effekt!: string;
  @SealedField() text?: Sealed;
}
@ObjectType({ description: 'En personuppgiftsincident.' })
export class Personuppgiftsincident {
  @Field() upptackt!: string;
  @Field(() => String, { nullable: true, description: 'Sista stund att anmäla den: 72 timmar.' }) senast?: string;
  @Field(() => String, { nullable: true }) anmald?: string;
  @Field(() => String, { nullable: true }) nummer?: string;
  @Field(() => String, { nullable: true, description: 'När det bedömdes att den inte behöver anmälas.' }) avskriven?: string;
  @SealedField() avskrivenSkal?: Sealed;
}
@ObjectType({ description: 'En avvikelse i verksamheten.' })
export class Avvikelsen {
  @Field(() => ID) id!: string;
  @Field(() => ID) namnd!: string;
  @Field(() => Sekretessklass) klass!: Sekretessklass;
  @Field(() => ID, { nullable: true }) arende?: string;
  @Field(() => String, { nullable: true }) beteckning?: string;
  @Field() kategori!: string;
  @Field() enhet!: string;
  @Field() inkom!: string;
  @Field(() => String, { nullable: true }) intraffade?: string;
  @SealedField() text?: Sealed;
  @Field(() => Int, { description: 'Enligt den senaste bedömningen, 1–4.' }) allvar!: number;
  @Field(() => Int, { nullable: true }) upprepningsrisk?: number;
  @Field(() => ID, { nullable: true }) handlaggare?: string;
  @Field(() => ID, { nullable: true }) klagomal?: string;
  @Field(() => ID, { nullable: true }) lexsarah?: string;
  @Field(() => Avvikelsestatus) status!: string;
  @Field(() => [Avvikelsebedomning], { description: 'Senare bedömningar än den första.' }) bedomningar!: readonly Avvikelsebedomning[];
  @Field(() => [Avvikelseatgard]) atgarder!: readonly Avvikelseatgard[];
  @Field(() => [Avvikelseuppfoljning]) uppfoljningar!: readonly Avvikelseuppfoljning[];
  @Field(() => Personuppgiftsincident, { nullable: true }) incident?: Personuppgiftsincident;
  @Field(() => String, { nullable: true }) avslutad?: string;
}
const AvvikelsenConnection = connectionOf(Avvikelsen, 'Avvikelsen');
@ObjectType({ description: 'Antal avvikelser i en grupp; en uppgift som de inte räknas efter är tom.' })
export class Avvikelseantal {
  @Field(() => String, { nullable: true }) kategori?: string;
  @Field(() => String, { nullable: true }) enhet?: string;
  @Field(() => Int, { nullable: true }) allvar?: number;
  @Field(() => Int, { nullable: true }) upprepningsrisk?: number;
  @Field(() => Int, { nullable: true, description: '1: inte avslutad.' }) oppen?: number;
  @Field(() => Int) antal!: number;
}
@ObjectType({ description: 'Avvikelserna räknade, och om de stämmer med en summa som har uppgetts.' })
export class Avvikelsetabell {
  @Field(() => [Avvikelseantal]) rader!: readonly Avvikelseantal[];
  @Field(() => Int) summa!: number;
  @Field(() => Orsak, { nullable: true, description: 'Den uppgivna summan är en annan.' }) varning?: Orsak;
}

const Avvikelseordning = enumOf('Avvikelseordning', 'Vad listan ordnas efter.', 'inkom', 'atgardSenast');
@ArgsType()
class AvvikelsernaArgs extends RegisterArgs {
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(CODE, ORD) kategori?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(CODE, ORD) enhet?: string;
  @Field(() => Int, { nullable: true, description: 'Bara de som är minst så allvarliga.' }) @IsOptional() @IsInt() @Min(1) @Max(4) allvarMinst?: number;
  @Field(() => String, { nullable: true, description: 'Bara de som har en åtgärd som skulle ha varit genomförd senast denna dag.' }) @IsOptional() @IsDatum() atgardSenast?: string;
  @Field(() => Avvikelseordning, { nullable: true, description: 'Utelämnat: inkom.' }) @IsOptional() @IsEnum(Avvikelseordning) ordning?: keyof typeof Avvikelseordning;
}
@ArgsType()
class AvvikelseantalArgs extends SummeringsArgs {
  @Field(() => [Avvikelsegrupp], { description: 'Vad de räknas efter; inget ger en summa.' }) @IsArray() @ArrayMaxSize(5) @IsEnum(Avvikelsegrupp, { each: true }) efter!: (keyof typeof Avvikelsegrupp)[];
  @Field(() => Int, { nullable: true, description: 'En summa ur en rapport, att jämföra med.' }) @IsOptional() @IsInt() uppgivet?: number;
}

@Resolver(() => Avvikelsen)
export class AvvikelseResolver {
  @Query(() => Avvikelsen, { nullable: true, description: 'En avvikelse med sina åtgärder.' })
  async avvikelse(@Args() { id, ...when }: EnArgs, @Context() context: EdgeContext): Promise<Avvikelsen | null> {
    const doc = await context.reader.doc(avvikelsen, id.toLowerCase(), when);
    return doc === undefined ? null : view(doc, (await context.reader.doc(avvikelsen, doc.id)) ?? doc, context);
  }

  @Query(() => AvvikelsenConnection, { description: 'Nämndens avvikelser.' })
  async avvikelser(@Args() { namnd: given, oppna, fran, till, senastForst, kategori, enhet, allvarMinst, atgardSenast, ordning, first, after, ...when }: AvvikelsernaArgs, @Context() context: EdgeContext): Promise<Connection<Avvikelsen>> {
    const namnd = given.toLowerCase();
    const page = await context.reader.register(avvikelsen, namnd, {
      first, after, sort: ordning ?? 'inkom', descending: senastForst === true, ...synliga(namnd, context),
      where: {
        inkom: { from: fran, to: till }, ...(oppna === true && { oppen: { eq: 1 } }), kategori: { eq: kategori ?? undefined }, enhet: { eq: enhet ?? undefined }, allvar: { from: allvarMinst }, atgardSenast: { ...(atgardSenast !== undefined && atgardSenast !== null && { from: '0001-01-01' }), to: atgardSenast },
      },
    }, when);
    return toConnection(page, (_, doc, now) => view(doc, now, context)!);
  }

  @Query(() => Avvikelsetabell, { description: 'Antal avvikelser efter kategori, enhet, allvar eller risk för upprepning.' })
  async avvikelsetabell(@Args() { namnd: given, fran, till, efter, uppgivet, ...when }: AvvikelseantalArgs, @Context() context: EdgeContext): Promise<Avvikelsetabell> {
    const namnd = given.toLowerCase();
    const totals = await context.reader.totals(avvikelsen, namnd, { by: [...new Set(efter)], where: { inkom: { from: fran, to: till } }, ...synliga(namnd, context) }, when);
    const varning = uppgivet === undefined || uppgivet === null ? undefined : provaSumma(totals.map(({ antal }) => antal), uppgivet);
    return {
      rader: totals.map(({ group, antal }) => ({ ...(group as object), antal })), summa: totals.reduce((hittills, { antal }) => hittills + antal, 0),
      ...(varning !== undefined && { varning: { kod: varning.kod, allvar: Allvar.VARNING, text: varning.text } }),
    };
  }
}

const view = (doc: Doc, now: Doc, context: EdgeContext): Avvikelsen | null => {
  const klass = synligKlass(doc, now, context);
  if (klass === undefined || now.status === 'struken') return null;
  const scope = { namnd: doc.namnd, klass } as const;
  const { incident, ...rest } = doc;
  const inom = incident && incidentSenast(incident.upptackt);
  return scoped(scope, {
    ...rest, klass, atgarder: doc.atgarder.map((en) => scoped(scope, en)), bedomningar: doc.bedomningar.map((en) => scoped(scope, en)), uppfoljningar: doc.uppfoljningar.map((en) => scoped(scope, en)),
    ...(incident !== undefined && {
      incident: scoped(scope, {
        upptackt: incident.upptackt, ...(inom !== undefined && { senast: inom }), ...(incident.anmald !== undefined && { anmald: incident.anmald }), ...(incident.nummer !== undefined && { nummer: incident.nummer }),
        ...(incident.avskriven !== undefined && { avskriven: incident.avskriven.datum, avskrivenSkal: incident.avskriven.skal }),
      }),
    }),
  });
};

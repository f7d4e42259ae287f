import { Args, ArgsType, Context, Field, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsEnum, IsInt, IsOptional, IsUUID, Min } from 'class-validator';
import { type Sealed, strictest } from '@klubba/kernel';
import { type CommandInputs, type Connection, connectionOf, type EdgeContext, enumOf, IsDatum, IsText, ListArgs, RUBRIK_MAX, scoped, SealedField, Sekretessklass, toConnection, WhenArgs } from '@klubba/kernel/edge';
import { FREKVENSER, KONTROLLRESULTAT } from './internkontroll.events';
import { arAvvikelse, type Internkontroll as Doc, internkontrollen, planerade, saknadeKontroller } from './internkontroll.projection';
import { EttArgs, Kvalitetsbehandling } from './kvalitet.gemensamt.graphql';

const Kontrollfrekvens = enumOf('Kontrollfrekvens', 'Hur ofta kontrollen görs.', ...FREKVENSER);
const Kontrollresultat = enumOf('Kontrollresultat', 'Vad kontrollen visade.', ...KONTROLLRESULTAT);
const Internkontrollskede = enumOf('Internkontrollskede', 'Hur långt planen har kommit.', 'forslag', 'antagen', 'redovisad');

@InputType({ description: 'En internkontrollplan.' })
export class UpprattaInternkontrollplanInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Sekretessklass) @IsEnum(Sekretessklass) klass!: Sekretessklass;
  @Field() @IsText(RUBRIK_MAX) rubrik!: string;
  @Field({ description: 'Den första dagen den gäller.' }) @IsDatum() fran!: string;
  @Field({ description: 'Den sista.' }) @IsDatum() till!: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() arende?: string;
}
@InputType({ description: 'Vad som ska kontrolleras, av vem och hur ofta.' })
export class LaggTillKontrollmomentInput {
  @Field() @IsText() text!: string;
  @Field({ description: 'Titel eller namn.' }) @IsText(RUBRIK_MAX) ansvarig!: string;
  @Field(() => Kontrollfrekvens) @IsEnum(Kontrollfrekvens) frekvens!: keyof typeof Kontrollfrekvens;
}
@InputType({ description: 'Momentet ska inte vara med i planen.' })
export class TaBortKontrollmomentInput {
  @Field(() => Int) @IsInt() @Min(1) moment!: number;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Paragrafen där nämnden antog planen.' })
export class AntaInternkontrollplanInput {
  @Field(() => ID) @IsUUID() punkt!: string;
}
@InputType({ description: 'En kontroll som gjordes, eller inte kunde göras.' })
export class NoteraInternkontrollInput {
  @Field(() => Int) @IsInt() @Min(1) moment!: number;
  @Field() @IsDatum() datum!: string;
  @Field(() => Kontrollresultat) @IsEnum(Kontrollresultat) resultat!: keyof typeof Kontrollresultat;
  @Field(() => String, { nullable: true, description: 'Krävs när något avvek, eller kontrollen inte utfördes.' }) @IsOptional() @IsText() text?: string;
}
@InputType({ description: 'Paragrafen där internkontrollen redovisades.' })
export class RedovisaInternkontrollInput {
  @Field(() => ID) @IsUUID() punkt!: string;
}
export const internkontrollInputs: CommandInputs = {
  UpprattaInternkontrollplan: { input: UpprattaInternkontrollplanInput, om: 'Upprättar ett förslag till internkontrollplan.', skapar: true },
  LaggTillKontrollmoment: { input: LaggTillKontrollmomentInput, om: 'Lägger till ett kontrollmoment.' },
  TaBortKontrollmoment: { input: TaBortKontrollmomentInput, om: 'Tar bort ett kontrollmoment ur förslaget.' },
  AntaInternkontrollplan: { input: AntaInternkontrollplanInput, om: 'Antecknar att nämnden antog planen.' },
  NoteraInternkontroll: { input: NoteraInternkontrollInput, om: 'Antecknar vad en kontroll visade.' },
  RedovisaInternkontroll: { input: RedovisaInternkontrollInput, om: 'Antecknar att internkontrollen är redovisad för nämnden.' },
};

@ObjectType({ description: 'En kontroll.' })
export class Internkontrollutfall {
  @Field() datum!: string;
  @Field(() => Kontrollresultat) resultat!: string;
  @SealedField() text?: Sealed;
}
@ObjectType({ description: 'Ett kontrollmoment med sina kontroller.' })
export class Kontrollmoment {
  @Field(() => Int) moment!: number;
  @SealedField() text?: Sealed;
  @SealedField() ansvarig?: Sealed;
  @Field(() => Kontrollfrekvens) frekvens!: string;
  @Field(() => Int, { description: 'Kontroller enligt planen.' }) planerade!: number;
  @Field(() => Int, { description: 'Kontroller enligt planen som inte är gjorda.' }) saknade!: number;
  @Field(() => Int) avvikelser!: number;
  @Field(() => [Internkontrollutfall]) kontroller!: readonly Internkontrollutfall[];
}
@ObjectType({ description: 'En internkontrollplan med vad kontrollerna visade. Ett förslag är arbetsmaterial.' })
export class Internkontroll {
  @Field(() => ID) id!: string;
  @Field(() => ID) namnd!: string;
  @Field(() => Sekretessklass) klass!: Sekretessklass;
  @SealedField() rubrik?: Sealed;
  @Field(() => Internkontrollskede) skede!: string;
  @Field() fran!: string;
  @Field() till!: string;
  @Field(() => ID, { nullable: true }) arende?: string;
  @Field(() => [Kontrollmoment]) moment!: readonly Kontrollmoment[];
  @Field(() => [Kvalitetsbehandling]) behandlingar!: readonly Kvalitetsbehandling[];
  @Field(() => Kvalitetsbehandling, { nullable: true, description: 'Paragrafen som antog planen.' }) antagen?: Kvalitetsbehandling;
  @Field(() => Kvalitetsbehandling, { nullable: true, description: 'Paragrafen där den redovisades.' }) redovisad?: Kvalitetsbehandling;
}
const InternkontrollConnection = connectionOf(Internkontroll, 'Internkontroll');
@ObjectType({ description: 'Planer i ett skede, och deras avvikelser.' })
export class Internkontrollantal {
  @Field(() => Internkontrollskede) skede!: string;
  @Field(() => Int) antal!: number;
  @Field(() => Int) avvikelser!: number;
}

@ArgsType()
class InternkontrollerArgs extends ListArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Internkontrollskede, { nullable: true }) @IsOptional() @IsEnum(Internkontrollskede) skede?: keyof typeof Internkontrollskede;
}
@ArgsType()
class InternkontrollantalArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
}

@Resolver(() => Internkontroll)
export class InternkontrollResolver {
  @Query(() => Internkontroll, { nullable: true, description: 'En internkontrollplan och årets redovisning av den.' })
  async internkontroll(@Args() { id, ...when }: EttArgs, @Context() context: EdgeContext): Promise<Internkontroll | null> {
    const doc = await context.reader.doc(internkontrollen, id.toLowerCase(), when);
    return doc === undefined ? null : view(doc, (await context.reader.doc(internkontrollen, doc.id)) ?? doc, context);
  }

  @Query(() => InternkontrollConnection, { description: 'Nämndens internkontrollplaner.' })
  async internkontroller(@Args() { namnd: given, skede, first, after, ...when }: InternkontrollerArgs, @Context() context: EdgeContext): Promise<Connection<Internkontroll>> {
    const namnd = given.toLowerCase();
    const page = await context.reader.register(internkontrollen, namnd, { first, after, sort: 'borjar', where: { skede: { eq: skede ?? undefined } }, only: synliga(namnd, context) }, when);
    return toConnection(page, (_, doc, now) => view(doc, now, context)!);
  }

  @Query(() => [Internkontrollantal], { description: 'Antal planer och avvikelser efter skede.' })
  async internkontrollantal(@Args() { namnd: given, ...when }: InternkontrollantalArgs, @Context() context: EdgeContext): Promise<readonly Internkontrollantal[]> {
    const namnd = given.toLowerCase();
    const totals = await context.reader.totals(internkontrollen, namnd, { by: ['skede'], sum: 'avvikelser', only: synliga(namnd, context) }, when);
    return totals.map(({ group, antal, summa }) => ({ skede: group['skede'] as string, antal, avvikelser: summa ?? 0 }));
  }
}

const synliga = (namnd: string, { viewer }: EdgeContext) => ({
  ...(!viewer.may(namnd, 'sekretess') && { klass: { eq: 'oppen' } }), ...(!viewer.may(namnd, 'arbetsmaterial') && { skede: { in: ['antagen', 'redovisad'] } }),
});
const view = (doc: Doc, now: Doc, { viewer }: EdgeContext): Internkontroll | null => {
  const klass = strictest(doc.klass, now.klass);
  const lases = doc.antagen === undefined ? strictest(klass, 'arbetsmaterial') : klass;
  if (!viewer.may(doc.namnd, lases)) return null;
  const scope = { namnd: doc.namnd, klass: lases } as const;
  const { antagen, redovisad, ...rest } = doc;
  const behandling = (paragraf: { readonly punkt: string } | undefined) => doc.behandlingar.find(({ punkt }) => punkt === paragraf?.punkt);
  const [antogs, redovisades] = [behandling(antagen), behandling(redovisad)];
  return scoped(scope, {
    ...rest, klass, skede: redovisad !== undefined ? 'redovisad' : antagen !== undefined ? 'antagen' : 'forslag',
    moment: doc.moment.map((en) => scoped(scope, {
      ...en, planerade: planerade(doc, en), saknade: saknadeKontroller(doc, en), avvikelser: en.kontroller.filter(arAvvikelse).length, kontroller: en.kontroller.map((ett) => scoped(scope, ett)),
    })),
    ...(antogs !== undefined && { antagen: antogs }), ...(redovisades !== undefined && { redovisad: redovisades }),
  });
};

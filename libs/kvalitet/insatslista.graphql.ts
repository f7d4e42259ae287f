import { Inject } from '@nestjs/common';
import { Args, ArgsType, Context, Field, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsInt, IsUUID, Max, Min } from 'class-validator';
import { isRefusal, type Refusal, refuse, type Sealed, Surroundings } from '@klubba/kernel';
import { AROUND, type CommandInputs, type Completing, type Connection, connectionOf, type EdgeContext, IsText, ListArgs, RUBRIK_MAX, scoped, SealedField, toConnection } from '@klubba/kernel/edge';
import { lokaltDatum } from '@klubba/lagrum';
import { Insatslag } from './ejverkstalld.graphql';
import { INSATSRADER_MAX, lasInsatslista } from './insatslista';
import { insatslistan } from './insatslista.projection';

const FEL_MAX = 500;

@InputType({ description: 'En lista över beslut som ska läsas in: alla rader eller ingen.' })
export class LasInInsatsbeslutInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => ID, { description: 'Den uppladdade filen: .xlsx eller text med avgränsare.' }) @IsUUID() uppladdning!: string;
  @Field({ description: 'Varifrån listan kommer.' }) @IsText(RUBRIK_MAX) kalla!: string;
}
/** The rows of an upload of one's own, for one who may read it in. */
const tolka = async ({ files, viewer }: EdgeContext, around: Surroundings, namnd: string, uppladdning: string): Promise<ReturnType<typeof lasInsatslista> | Refusal> => {
  const roll = viewer.roll(namnd, 'LasInInsatsbeslut');
  if (typeof roll !== 'string') return roll;
  const uploaded = await files.uploaded(viewer, uppladdning);
  if (uploaded === undefined) return refuse('UPPLADDNINGEN_FINNS_INTE', 'Uppladdningen finns inte, eller är någon annans.');
  if (uploaded.upload.namnd !== namnd) return refuse('UPPLADDNINGEN_GALLER_ANNAT', 'Filen är uppladdad för en annan nämnd.');
  const tabell = await around.papers!.table(uploaded.content);
  return isRefusal(tabell) ? tabell : lasInsatslista(tabell);
};
const complete = async (data: object, { context, around }: Completing): Promise<object | Refusal> => {
  const { namnd: given, uppladdning, kalla } = data as LasInInsatsbeslutInput;
  const namnd = given.toLowerCase();
  const last = await tolka(context, around, namnd, uppladdning);
  if (isRefusal(last)) return last;
  const [first, ...rest] = last.fel.slice(0, FEL_MAX).map(({ kod, text }) => ({ kod, text, allvar: 'STOPP' as const }));
  return first === undefined ? { namnd, kalla, rader: last.rader } : { hinder: [first, ...rest] };
};
export const insatslistaInputs: CommandInputs = {
  LasInInsatsbeslut: { input: LasInInsatsbeslutInput, om: 'Läser in en lista över gynnande beslut: alla rader eller ingen.', skapar: true, complete },
};

@ObjectType({ description: 'En rad som den förstods.' })
export class Insatslisterad {
  @Field(() => Int) rad!: number;
  @Field() beteckning!: string;
  @Field(() => Insatslag) lag!: string;
  @Field() insats!: string;
  @Field(() => String, { nullable: true }) enhet?: string;
  @Field() beslutsdatum!: string;
  @Field(() => String, { nullable: true }) verkstallt?: string;
  @Field(() => String, { nullable: true }) avbrott?: string;
  @Field(() => String, { nullable: true }) aterupptaget?: string;
  @Field(() => String, { nullable: true }) upphort?: string;
}
@ObjectType({ description: 'Ett fel i listan, och var.' })
export class Insatslistefel {
  @Field(() => Int, { nullable: true, description: 'Raden i filen.' }) rad?: number;
  @Field(() => String, { nullable: true, description: 'Kolumnens rubrik.' }) kolumn?: string;
  @Field() kod!: string;
  @Field() text!: string;
}
@ObjectType({ description: 'Vad en lista skulle ge, innan något läses in.' })
export class Insatsforhandsgranskning {
  @Field() kanLasasIn!: boolean;
  @Field(() => Int, { description: 'Rader under rubrikerna.' }) antalRader!: number;
  @Field(() => [Insatslisterad]) rader!: readonly Insatslisterad[];
  @Field(() => Int) antalFel!: number;
  @Field(() => [Insatslistefel], { description: 'Felen; högst 500 sägs.' }) fel!: readonly Insatslistefel[];
}
@ObjectType({ description: 'En lista som har lästs in.' })
export class InlastInsatslista {
  @Field(() => ID) id!: string;
  @SealedField() kalla?: Sealed;
  @Field(() => Int) antal!: number;
  @Field({ description: 'Dagen då den lästes in.' }) datum!: string;
}
const InlastInsatslistaConnection = connectionOf(InlastInsatslista, 'InlastInsatslista');

@ArgsType()
class GranskaArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => ID) @IsUUID() uppladdning!: string;
  @Field(() => Int, { defaultValue: 200, description: 'Högst så många rader visas.' }) @IsInt() @Min(0) @Max(INSATSRADER_MAX) antal!: number;
}
@ArgsType()
class ListorArgs extends ListArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
}

@Resolver()
export class InsatslistaResolver {
  constructor(@Inject(AROUND) private readonly around: Surroundings) {}

  @Query(() => Insatsforhandsgranskning, { nullable: true, description: 'Läser en uppladdad lista över beslut och säger vad den skulle ge. Inget läses in. För den som får läsa in den.' })
  async forhandsgranskaInsatsbeslut(@Args() { namnd: given, uppladdning, antal }: GranskaArgs, @Context() context: EdgeContext): Promise<Insatsforhandsgranskning | null> {
    const namnd = given.toLowerCase();
    if (typeof context.viewer.roll(namnd, 'LasInInsatsbeslut') !== 'string' || !context.viewer.may(namnd, 'sekretess')) return null;
    const last = await tolka(context, this.around, namnd, uppladdning);
    const scope = { namnd, klass: 'sekretess' } as const;
    const { antal: antalRader, rader, fel } = isRefusal(last) ? { antal: 0, rader: [], fel: last.hinder } : last;
    return scoped(scope, {
      kanLasasIn: fel.length === 0 && rader.length > 0, antalRader, rader: rader.slice(0, antal).map((en) => scoped(scope, en)), antalFel: fel.length, fel: fel.slice(0, FEL_MAX).map((en) => scoped(scope, en)),
    });
  }

  @Query(() => InlastInsatslistaConnection, { description: 'Listor över beslut som har lästs in, äldst först. För den som får läsa sekretess.' })
  async insatslistor(@Args() { namnd: given, first, after, ...when }: ListorArgs, @Context() context: EdgeContext): Promise<Connection<InlastInsatslista>> {
    const namnd = given.toLowerCase();
    const page = await context.reader.page(insatslistan, namnd, { first, after, only: () => context.viewer.may(namnd, 'sekretess') }, when);
    return toConnection(page, (id, { kalla, antal, at }) => scoped({ namnd, klass: 'sekretess' }, { id, kalla, antal, datum: lokaltDatum(at) }));
  }
}

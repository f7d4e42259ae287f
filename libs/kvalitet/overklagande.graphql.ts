import { Args, ArgsType, Context, Field, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsBoolean, IsEnum, IsOptional, IsUUID, Matches } from 'class-validator';
import { CODE, type Sealed } from '@klubba/kernel';
import { type CommandInputs, type Connection, connectionOf, type EdgeContext, enumOf, IsDatum, IsText, RUBRIK_MAX, scoped, SealedField, Sekretessklass, toConnection } from '@klubba/kernel/edge';
import { BorjanInput, DagInput, EnArgs, RegisterArgs, SummeringsArgs, synligKlass, synliga } from './kvalitet.register.graphql';
import { DOMSTOLSUTFALL, INSTANSER, OMPROVNINGAR, OVERKLAGADE_LAGAR, RATTID } from './overklagande.events';
import { type Overklagande as Doc, overklagandet, OVERKLAGANDESTATUS, OVERKLAGANDEUTFALL, utfallet } from './overklagande.projection';

const OverklagadLag = enumOf('OverklagadLag', 'Lagen som beslutet fattades med stöd av.', ...OVERKLAGADE_LAGAR);
const Domstolsinstans = enumOf('Domstolsinstans', 'Förvaltningsrätten, kammarrätten eller Högsta förvaltningsdomstolen.', ...INSTANSER);
const Domstolsutfall = enumOf('Domstolsutfall', 'Vad domstolen beslutade.', ...DOMSTOLSUTFALL);
const Omprovning = enumOf('Omprovning', 'Om nämnden ändrade sitt beslut.', ...OMPROVNINGAR);
const Rattid = enumOf('Rattid', 'Om överklagandet kom i rätt tid.', ...RATTID);
const Overklagandestatus = enumOf('Overklagandestatus', 'Var överklagandet är.', ...OVERKLAGANDESTATUS);
const Overklagandeutfall = enumOf('Overklagandeutfall', 'Vad det blev av det; pågår tills någon har avgjort det.', ...OVERKLAGANDEUTFALL);
const OverklagandeAv = enumOf('OverklagandeAv', 'Vem som överklagar.', 'enskild', 'namnd');
const Overklagandegrupp = enumOf('Overklagandegrupp', 'Vad överklagandena räknas efter.', 'lag', 'omrade', 'utfall', 'instans', 'status');
const ORD = { message: 'ska vara ett kort ord utan mellanslag, högst 40 tecken.' };

@InputType({ isAbstract: true })
abstract class OverklagandeborjanInput extends BorjanInput {
  @Field(() => OverklagadLag) @IsEnum(OverklagadLag) lag!: keyof typeof OverklagadLag;
  @Field({ description: 'Kommunens ord för vad det gäller: ek_bistand, barn.' }) @Matches(CODE, ORD) omrade!: string;
  @Field({ description: 'Dagen för beslutet som överklagas.' }) @IsDatum() beslutsdatum!: string;
  @Field({ description: 'Dagen då överklagandet kom in, eller lämnades in.' }) @IsDatum() inkom!: string;
}
@InputType({ description: 'Ett överklagande av ett beslut.' })
export class RegistreraOverklagandeInput extends OverklagandeborjanInput {
  @Field(() => ID, { nullable: true, description: 'Paragrafen som överklagas, när den finns här.' }) @IsOptional() @IsUUID() punkt?: string;
  @Field(() => String, { nullable: true, description: 'Dagen då den som överklagar fick del av beslutet.' }) @IsOptional() @IsDatum() fickDel?: string;
  @Field(() => String, { nullable: true, description: 'Den som överklagar.' }) @IsOptional() @IsText(RUBRIK_MAX) klagande?: string;
}
@InputType({ description: 'Nämnden överklagar en domstols avgörande i ett mål som inte började som ett överklagande här.' })
export class LamnaNamndensOverklagandeInput extends OverklagandeborjanInput {
  @Field(() => Domstolsinstans, { description: 'Domstolen som ska pröva det.' }) @IsEnum(Domstolsinstans) instans!: keyof typeof Domstolsinstans;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText(RUBRIK_MAX) malnummer?: string;
  @Field(() => ID, { nullable: true, description: 'Paragrafen där nämnden beslutade att överklaga.' }) @IsOptional() @IsUUID() punkt?: string;
}
@InputType({ description: 'Om överklagandet kom i rätt tid.' })
export class RattidsprovaOverklagandeInput extends DagInput {
  @Field(() => Rattid) @IsEnum(Rattid) resultat!: keyof typeof Rattid;
  @Field(() => String, { nullable: true, description: 'Krävs när det prövas fast det kom för sent.' }) @IsOptional() @IsText() motiv?: string;
}
@InputType({ description: 'Om beslutet ändrades vid omprövningen.' })
export class OmprovaBeslutetInput extends DagInput {
  @Field(() => Omprovning) @IsEnum(Omprovning) resultat!: keyof typeof Omprovning;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() motiv?: string;
}
@InputType({ description: 'Överklagandet lämnas till domstolen: kammarrätten när det gäller utlämnande enligt OSL, annars förvaltningsrätten.' })
export class LamnaOverklagandeTillRattenInput extends DagInput {}
@InputType({ description: 'Målets nummer i domstolen som har det.' })
export class NoteraMalnummerInput {
  @Field() @IsText(RUBRIK_MAX) malnummer!: string;
}
@InputType({ description: 'Domstolens beslut om prövningstillstånd.' })
export class NoteraProvningstillstandInput extends DagInput {
  @Field() @IsBoolean() beviljat!: boolean;
}
@InputType({ description: 'Domstolens avgörande.' })
export class NoteraDomstolsutfallInput extends DagInput {
  @Field(() => Domstolsutfall) @IsEnum(Domstolsutfall) utfall!: keyof typeof Domstolsutfall;
  @Field(() => Domstolsinstans, { nullable: true, description: 'Domstolen som ett återförvisat mål går till. Utelämnad: till nämnden.' }) @IsOptional() @IsEnum(Domstolsinstans) till?: keyof typeof Domstolsinstans;
}
@InputType({ description: 'Domstolens avgörande överklagas.' })
export class OverklagaVidareInput extends DagInput {
  @Field(() => OverklagandeAv) @IsEnum(OverklagandeAv) av!: keyof typeof OverklagandeAv;
  @Field(() => ID, { nullable: true, description: 'Paragrafen där nämnden beslutade att överklaga.' }) @IsOptional() @IsUUID() punkt?: string;
}
@InputType({ description: 'Överklagandet tas tillbaka innan det har lämnats över.' })
export class AterkallaOverklagandeInput extends DagInput {
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() motiv?: string;
}
@InputType({ description: 'Det registrerades av misstag.' })
export class StrykOverklagandeInput {
  @Field() @IsText() skal!: string;
}
export const overklagandeInputs: CommandInputs = {
  RegistreraOverklagande: { input: RegistreraOverklagandeInput, om: 'Tar emot ett överklagande av ett beslut.', skapar: true },
  LamnaNamndensOverklagande: { input: LamnaNamndensOverklagandeInput, om: 'Antecknar att nämnden överklagar en domstols avgörande.', skapar: true },
  RattidsprovaOverklagande: { input: RattidsprovaOverklagandeInput, om: 'Antecknar om överklagandet kom i rätt tid.' },
  OmprovaBeslutet: { input: OmprovaBeslutetInput, om: 'Antecknar omprövningen av beslutet.' },
  LamnaOverklagandeTillRatten: { input: LamnaOverklagandeTillRattenInput, om: 'Lämnar överklagandet till domstolen: kammarrätten när det gäller utlämnande enligt OSL, annars förvaltningsrätten.' },
  NoteraMalnummer: { input: NoteraMalnummerInput, om: 'Antecknar målets nummer.' },
  NoteraProvningstillstand: { input: NoteraProvningstillstandInput, om: 'Antecknar beslutet om prövningstillstånd.' },
  NoteraDomstolsutfall: { input: NoteraDomstolsutfallInput, om: 'Antecknar domstolens avgörande.' },
  OverklagaVidare: { input: OverklagaVidareInput, om: 'Antecknar att domstolens avgörande överklagas.' },
  AterkallaOverklagande: { input: AterkallaOverklagandeInput, om: 'Antecknar att överklagandet har tagits tillbaka.' },
  StrykOverklagande: { input: StrykOverklagandeInput, om: 'Stryker ett överklagande som registrerades av misstag.' },
};

@ObjectType({ description: 'En domstols prövning.' })
export class Instansgang {
  @Field(() => Domstolsinstans) instans!: string;
  @Field() fran!: string;
  @Field(() => OverklagandeAv, { description: 'Vems överklagande den prövar.' }) av!: string;
  @Field(() => ID, { nullable: true, description: 'Paragrafen där nämnden beslutade att överklaga.' }) punkt?: string;
  @SealedField() malnummer?: Sealed;
  @Field(() => Boolean, { nullable: true }) provningstillstand?: boolean;
  @Field(() => String, { nullable: true }) avgjort?: string;
  @Field(() => Domstolsutfall, { nullable: true }) utfall?: string;
}
@ObjectType({ description: 'Ett överklagande, från att det kom in till sista instans.' })
export class Overklagandet {
  @Field(() => ID) id!: string;
  @Field(() => ID) namnd!: string;
  @Field(() => Sekretessklass) klass!: Sekretessklass;
  @Field(() => ID, { nullable: true }) arende?: string;
  @Field(() => String, { nullable: true }) beteckning?: string;
  @Field(() => OverklagadLag) lag!: string;
  @Field() omrade!: string;
  @Field() beslutsdatum!: string;
  @Field(() => ID, { nullable: true, description: 'Paragrafen som överklagas.' }) punkt?: string;
  @Field(() => String, { nullable: true }) fickDel?: string;
  @Field() inkom!: string;
  @SealedField() klagande?: Sealed;
  @Field(() => ID, { nullable: true }) handlaggare?: string;
  @Field({ description: 'Nämnden är den som överklagar.' }) avNamnden!: boolean;
  @Field(() => Overklagandestatus) status!: string;
  @Field(() => Overklagandeutfall) utfall!: string;
  @Field(() => Rattid, { nullable: true }) rattid?: string;
  @SealedField() rattidSkal?: Sealed;
  @Field(() => Omprovning, { nullable: true }) omprovning?: string;
  @SealedField() omprovningSkal?: Sealed;
  @Field(() => String, { nullable: true, description: 'När det lämnades till domstolen.' }) overlamnat?: string;
  @Field(() => [Instansgang]) instanser!: readonly Instansgang[];
  @Field(() => String, { nullable: true }) aterkallat?: string;
}
const OverklagandetConnection = connectionOf(Overklagandet, 'Overklagandet');
@ObjectType({ description: 'Antal överklaganden i en grupp; en uppgift som de inte räknas efter är tom.' })
export class Overklagandeantal {
  @Field(() => OverklagadLag, { nullable: true }) lag?: string;
  @Field(() => String, { nullable: true }) omrade?: string;
  @Field(() => Overklagandeutfall, { nullable: true }) utfall?: string;
  @Field(() => Domstolsinstans, { nullable: true, description: 'Domstolen som har eller sist hade det.' }) instans?: string;
  @Field(() => Overklagandestatus, { nullable: true }) status?: string;
  @Field(() => Int) antal!: number;
  @Field(() => Int, { description: 'De som har gått till domstol.' }) overlamnade!: number;
}

@ArgsType()
class OverklagandenArgs extends RegisterArgs {
  @Field(() => OverklagadLag, { nullable: true }) @IsOptional() @IsEnum(OverklagadLag) lag?: keyof typeof OverklagadLag;
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(CODE, ORD) omrade?: string;
  @Field(() => Overklagandeutfall, { nullable: true }) @IsOptional() @IsEnum(Overklagandeutfall) utfall?: keyof typeof Overklagandeutfall;
  @Field(() => Boolean, { nullable: true, description: 'Bara de där nämnden överklagar, eller bara de andra.' }) @IsOptional() @IsBoolean() avNamnden?: boolean;
}
@ArgsType()
class OverklagandeantalArgs extends SummeringsArgs {
  @Field(() => [Overklagandegrupp], { description: 'Vad de räknas efter; inget ger en summa.' }) @IsArray() @ArrayMaxSize(5) @IsEnum(Overklagandegrupp, { each: true }) efter!: (keyof typeof Overklagandegrupp)[];
  @Field(() => Boolean, { nullable: true, description: 'Bara de där nämnden överklagar, eller bara de andra.' }) @IsOptional() @IsBoolean() avNamnden?: boolean;
}
/** A yes or no as it lies in a register. */
const cell = (value: boolean | null | undefined) => ({ eq: value === undefined || value === null ? undefined : value ? 1 : 0 });

@Resolver(() => Overklagandet)
export class OverklagandeResolver {
  @Query(() => Overklagandet, { nullable: true, description: 'Ett överklagande med sina instanser.' })
  async overklagande(@Args() { id, ...when }: EnArgs, @Context() context: EdgeContext): Promise<Overklagandet | null> {
    const doc = await context.reader.doc(overklagandet, id.toLowerCase(), when);
    return doc === undefined ? null : view(doc, (await context.reader.doc(overklagandet, doc.id)) ?? doc, context);
  }

  @Query(() => OverklagandetConnection, { description: 'Nämndens överklaganden.' })
  async overklaganden(@Args() { namnd: given, oppna, fran, till, senastForst, lag, omrade, utfall, avNamnden, first, after, ...when }: OverklagandenArgs, @Context() context: EdgeContext): Promise<Connection<Overklagandet>> {
    const namnd = given.toLowerCase();
    const page = await context.reader.register(overklagandet, namnd, {
      first, after, sort: 'inkom', descending: senastForst === true, ...synliga(namnd, context),
      where: { inkom: { from: fran, to: till }, ...(oppna === true && { oppen: { eq: 1 } }), lag: { eq: lag ?? undefined }, omrade: { eq: omrade ?? undefined }, utfall: { eq: utfall ?? undefined }, avNamnden: cell(avNamnden) },
    }, when);
    return toConnection(page, (_, doc, now) => view(doc, now, context)!);
  }

  @Query(() => [Overklagandeantal], { description: 'Antal överklaganden efter lag, område, utfall eller instans.' })
  async overklagandeantal(@Args() { namnd: given, fran, till, efter, avNamnden, ...when }: OverklagandeantalArgs, @Context() context: EdgeContext): Promise<readonly Overklagandeantal[]> {
    const namnd = given.toLowerCase();
    const totals = await context.reader.totals(overklagandet, namnd, { by: [...new Set(efter)], sum: 'overlamnat', where: { inkom: { from: fran, to: till }, avNamnden: cell(avNamnden) }, ...synliga(namnd, context) }, when);
    return totals.map(({ group, antal, summa }) => ({ ...(group as object), antal, overlamnade: summa ?? 0 }));
  }
}

const view = (doc: Doc, now: Doc, context: EdgeContext): Overklagandet | null => {
  const klass = synligKlass(doc, now, context);
  if (klass === undefined || now.status === 'struket') return null;
  const scope = { namnd: doc.namnd, klass } as const;
  const { rattid, omprovning, instanser, ...rest } = doc;
  return scoped(scope, {
    ...rest, klass, utfall: utfallet(doc),
    ...(rattid !== undefined && { rattid: rattid.resultat, ...(rattid.skal !== undefined && { rattidSkal: rattid.skal }) }), ...(omprovning !== undefined && { omprovning: omprovning.resultat, ...(omprovning.skal !== undefined && { omprovningSkal: omprovning.skal }) }),
    instanser: instanser.map(({ provningstillstand, utfall, ...gang }) => scoped(scope, {
      ...gang, ...(provningstillstand !== undefined && { provningstillstand: provningstillstand.beviljat }), ...(utfall !== undefined && { avgjort: utfall.datum, utfall: utfall.utfall }),
    })),
  });
};

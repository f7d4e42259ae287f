import { Args, ArgsType, Context, Field, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsEnum, IsOptional, IsUUID, Matches } from 'class-validator';
import { type Sealed, strictest } from '@klubba/kernel';
import {
  type CommandInputs, type Connection, connectionOf, type EdgeContext, enumOf, IsDatum, IsText, ListArgs, RUBRIK_MAX, scoped, SealedField, Sekretessklass, type When, WhenArgs,
} from '@klubba/kernel/edge';
import { bilagorna } from './bilagor.projection';
import { HANDLINGSLAGEN, HANDLINGSMAL } from './handling.events';
import { allmanFran, handlingsklass, type Las, oppnaPlatser } from './handling.klass.graphql';
import { type Handling as Doc, handlingen, handlingsversion } from './handling.projection';

const Handlingsmal = enumOf('Handlingsmal', 'Vad en handling är bifogad till.', ...HANDLINGSMAL);
const BilagansLage = enumOf('BilagansLage', 'Var handlingen är när dagordningen skickas.', ...HANDLINGSLAGEN);
const Handlingsdatumslag = enumOf('Handlingsdatumslag', 'Om handlingen kom in eller upprättades.', 'inkommet', 'upprattat');
const PAGE = 50;
const LAGRUM = /^(OSL )?\d{1,2}:\d{1,2} ?[a-z]?$/;
const LAGRUM_FORM = { message: 'skrivs som kapitel och paragraf i OSL: 26:1.' };

@InputType({ description: 'En uppladdad fil blir en handling.' })
export class LaggTillHandlingInput {
  @Field(() => ID, { description: 'Ur svaret från POST /handlingar. Blir handlingens id.' }) @IsUUID() uppladdning!: string;
  @Field(() => ID, { description: 'Nämnden som filen skickades till.' }) @IsUUID() namnd!: string;
  @Field(() => Sekretessklass) @IsEnum(Sekretessklass) klass!: Sekretessklass;
  @Field(() => String, { nullable: true, description: 'Bestämmelsen i OSL, som 26:1. Krävs vid sekretess.' }) @IsOptional() @Matches(LAGRUM, LAGRUM_FORM) sekretesslagrum?: string;
  @Field({ description: 'Handlingens namn, gärna med filändelse.' }) @IsText(RUBRIK_MAX) namn!: string;
  @Field({ description: 'Dagen då den kom in eller upprättades.' }) @IsDatum() datum!: string;
  @Field(() => Handlingsdatumslag, { nullable: true, description: 'Utelämnat: inkommet.' }) @IsOptional() @IsEnum(Handlingsdatumslag) datumslag?: keyof typeof Handlingsdatumslag;
  @Field(() => ID, { nullable: true, description: 'Ärendet som den hör till.' }) @IsOptional() @IsUUID() arende?: string;
}
@InputType({ description: 'En ny version av en handling.' })
export class LaggTillHandlingsversionInput {
  @Field(() => ID, { description: 'Ur svaret från POST /handlingar?handling=<handlingens id>.' }) @IsUUID() uppladdning!: string;
  @Field({ description: 'Dagen då versionen kom in eller upprättades.' }) @IsDatum() datum!: string;
  @Field({ description: 'Varför den ersätter den förra.' }) @IsText() skal!: string;
}
@InputType({ description: 'Sekretessmarkering, eller att den tas bort.' })
export class AndraHandlingsklassInput {
  @Field(() => Sekretessklass) @IsEnum(Sekretessklass) klass!: Sekretessklass;
  @Field(() => String, { nullable: true, description: 'Bestämmelsen i OSL, som 26:1. Krävs vid sekretess.' }) @IsOptional() @Matches(LAGRUM, LAGRUM_FORM) sekretesslagrum?: string;
  @Field({ description: 'Dagen för bedömningen.' }) @IsDatum() datum!: string;
  @Field() @IsText() skal!: string;
}
@InputType({ isAbstract: true })
abstract class MalInput {
  @Field(() => Handlingsmal, { description: 'Vad det är.' }) @IsEnum(Handlingsmal) mal!: keyof typeof Handlingsmal;
  @Field(() => ID, { description: 'Dess id; för en paragraf punktens.' }) @IsUUID() malId!: string;
}
@InputType({ description: 'Var handlingen bifogas. En gång till på samma ställe ändrar läget.' })
export class BifogaHandlingInput extends MalInput {
  @Field(() => ID, { nullable: true, description: 'Sammanträdet, för en punkt.' }) @IsOptional() @IsUUID() sammantrade?: string;
  @Field(() => BilagansLage, { nullable: true, description: 'För en punkt. Utelämnat: bifogas.' }) @IsOptional() @IsEnum(BilagansLage) handlingslage?: keyof typeof BilagansLage;
}
@InputType({ description: 'Handlingen hör till en enskilds personakt och förvaras där (OSL 5 kap. 3 §, OSF 2 §).' })
export class LaggHandlingIAktInput {
  @Field({ description: 'Personakten.' }) @IsText(RUBRIK_MAX) akt!: string;
  @Field({ description: 'Dagen då den lades där.' }) @IsDatum() datum!: string;
}
@InputType({ description: 'Handlingen är inte längre bifogad där.' })
export class LosgorHandlingInput extends MalInput {
  @Field() @IsText() skal!: string;
}
export const handlingInputs: CommandInputs = {
  LaggTillHandling: { input: LaggTillHandlingInput, om: 'Gör en uppladdad fil till en handling.', skapar: (data) => (data as LaggTillHandlingInput).uppladdning },
  LaggTillHandlingsversion: { input: LaggTillHandlingsversionInput, om: 'Lägger till en ny version. De tidigare finns kvar.' },
  AndraHandlingsklass: { input: AndraHandlingsklassInput, om: 'Sekretessmarkerar handlingen, eller tar bort markeringen.' },
  BifogaHandling: { input: BifogaHandlingInput, om: 'Bifogar handlingen till ett ärende, en tjänsteskrivelse, en punkt på dagordningen eller en paragraf.' },
  LaggHandlingIAkt: { input: LaggHandlingIAktInput, om: 'Antecknar att handlingen är lagd i en enskilds personakt, och inte registreras i ett ärende.' },
  LosgorHandling: { input: LosgorHandlingInput, om: 'Tar bort handlingen därifrån den är bifogad. Vad en kallelse har skickats med ändras inte.' },
};

@ObjectType({ description: 'En version av filen.' })
export class Handlingsversion {
  @Field(() => Int) version!: number;
  @Field({ description: 'Vad filen är, läst ur innehållet.' }) medietyp!: string;
  @Field(() => Int, { description: 'I byte.' }) storlek!: number;
  @Field({ description: 'SHA-256 över salt och innehåll.' }) hash!: string;
  @SealedField({ description: 'Saltet i hex, 32 byte. Den som har det och filen kan räkna om hashen.' }) salt?: Sealed;
  @Field({ description: 'Dagen då versionen kom in eller upprättades.' }) datum!: string;
  @SealedField({ description: 'Varför den ersatte den förra.' }) skal?: Sealed;
  @Field({ description: 'När den registrerades, UTC.' }) at!: string;
  @Field({ description: 'Vem som lade in den.' }) by!: string;
  @Field({ description: 'Här hämtas filen, inom en minut.' }) adress!: string;
}
@ObjectType({ description: 'Var en handling är bifogad.' })
export class Handlingsplats {
  @Field(() => Handlingsmal) mal!: string;
  @Field(() => ID) id!: string;
  @Field(() => ID, { nullable: true, description: 'Sammanträdet, för en punkt.' }) sammantrade?: string;
  @Field(() => BilagansLage, { nullable: true, description: 'För en punkt.' }) handlingslage?: string;
}
@ObjectType({ description: 'En handling. Allmänheten ser den där ärendet är slutbehandlat eller paragrafen justerad, om den är öppen.' })
export class Handling {
  @Field(() => ID) id!: string;
  @Field(() => ID) namnd!: string;
  @Field(() => Sekretessklass, { description: 'Om handlingen är öppen eller omfattas av sekretess.' }) klass!: Sekretessklass;
  @Field(() => String, { nullable: true, description: 'Bestämmelsen som sekretessen vilar på.' }) sekretesslagrum?: string;
  @SealedField({ description: 'Handlingens namn.' }) namn!: Sealed;
  @SealedField({ description: 'Personakten som den är lagd i.' }) akt?: Sealed;
  @Field({ description: 'Dagen då den kom in eller upprättades.' }) datum!: string;
  @Field(() => Handlingsdatumslag, { description: 'Om den kom in eller upprättades.' }) datumslag!: string;
  @Field(() => String, { nullable: true, description: 'Dagen då den blev allmän handling, om den är det (TF 2 kap. 9–10 §§). Allmän är inte detsamma som offentlig.' }) allmanFran?: string;
  @Field(() => Int, { description: 'Den senaste versionen.' }) version!: number;
  @Field({ description: 'Vad den senaste versionen är, läst ur innehållet.' }) medietyp!: string;
  @Field(() => Int, { description: 'Den senaste versionens storlek i byte.' }) storlek!: number;
  @Field({ description: 'Den senaste versionens hash.' }) hash!: string;
  @Field({ description: 'Här hämtas den senaste versionen, inom en minut.' }) adress!: string;
  @Field(() => [Handlingsversion], { description: 'Alla versioner, äldst först.' }) versioner!: readonly Handlingsversion[];
  @Field(() => [Handlingsplats], { description: 'Var den är bifogad.' }) platser!: readonly Handlingsplats[];
}
const HandlingConnection = connectionOf(Handling, 'Handling');

@ObjectType({ description: 'En handling där den är bifogad.' })
export class Bilaga {
  @Field(() => Handlingsmal, { description: 'Som vad: en punkt och dess paragraf har samma id.' }) mal!: string;
  @Field(() => BilagansLage, { nullable: true, description: 'För en punkt.' }) handlingslage?: string;
  @Field(() => Handling) handling!: Handling;
}

@ArgsType()
class HandlingArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() id!: string;
}
@ArgsType()
class HandlingarArgs extends ListArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
}
@ArgsType()
class HandlingarForArgs extends WhenArgs {
  @Field(() => ID, { description: 'Ärendets, tjänsteskrivelsens eller punktens id; paragrafens är punktens.' }) @IsUUID() id!: string;
  @Field(() => Handlingsmal, { nullable: true, description: 'Bara de som är bifogade som detta.' }) @IsOptional() @IsEnum(Handlingsmal) mal?: keyof typeof Handlingsmal;
}

@Resolver(() => Handling)
export class HandlingResolver {
  @Query(() => Handling, { nullable: true, description: 'En handling med versioner och var den är bifogad.' })
  async handling(@Args() args: HandlingArgs, @Context() context: EdgeContext): Promise<Handling | null> {
    return view(args.id.toLowerCase(), args, context);
  }

  @Query(() => HandlingConnection, { description: 'Nämndens handlingar, den senaste först. Visas för den som har en roll i nämnden.' })
  async handlingar(@Args() { namnd, ...args }: HandlingarArgs, @Context() context: EdgeContext): Promise<Connection<Handling>> {
    const id = namnd.toLowerCase();
    const wanted = args.first ?? PAGE;
    const edges: { cursor: string; node: Handling }[] = [];
    let after = args.after ?? undefined;
    // By its own class first; what it is attached to is read for each that is left, so a page is filled here after both.
    const only = (doc: Doc, _: string, now: Doc): boolean => context.viewer.may(id, 'arbetsmaterial') && context.viewer.may(id, doc.klass) && context.viewer.may(id, now.klass);
    for (let more = true; more && edges.length <= wanted; ) {
      const page = await context.reader.page(handlingen, id, { first: PAGE, after, descending: true, only }, args);
      for (const row of page.rows) {
        const node = edges.length > wanted ? null : await view(row.id, args, context);
        if (node !== null) edges.push({ cursor: row.cursor, node });
      }
      ({ more } = page);
      after = page.rows.at(-1)?.cursor;
    }
    const shown = edges.slice(0, wanted);
    return { edges: shown, pageInfo: { hasNextPage: edges.length > wanted, ...(shown.length > 0 && { endCursor: shown.at(-1)!.cursor }) } };
  }

  @Query(() => [Bilaga], { description: 'Handlingarna som är bifogade till ett ärende, en tjänsteskrivelse, en punkt eller en paragraf.' })
  async handlingarFor(@Args() { id, mal, ...when }: HandlingarForArgs, @Context() context: EdgeContext): Promise<Bilaga[]> {
    const lista = await context.reader.doc(bilagorna, id.toLowerCase(), when);
    const synliga: Bilaga[] = [];
    for (const { handling: en, ...bilaga } of lista?.bilagor ?? []) {
      if (mal !== undefined && mal !== null && bilaga.mal !== mal) continue;
      const handling = await view(en, when, context, { mal: bilaga.mal, id: id.toLowerCase() });
      if (handling !== null) synliga.push({ ...bilaga, handling });
    }
    return synliga;
  }
}

/** The handling for this viewer, by the strictest of its class then and now and of where it is attached; `null` where it may not be known of. `har`: seen from one place. */
const view = async (id: string, when: When, context: EdgeContext, har?: { readonly mal: string; readonly id: string }): Promise<Handling | null> => {
  const { reader, viewer, files } = context;
  const doc = await reader.doc(handlingen, id, when);
  if (doc === undefined) return null;
  const now = (await reader.doc(handlingen, id)) ?? doc;
  const da: Las = (projection, one) => reader.doc(projection, one, when);
  const nu: Las = (projection, one) => reader.doc(projection, one);
  const platser = await oppnaPlatser(doc, now, da, nu, (klass) => viewer.may(doc.namnd, klass));
  const klass = har === undefined ? handlingsklass(doc, now, platser) : platser.find(({ plats }) => plats.mal === har.mal && plats.id === har.id)?.klass;
  if (klass === undefined || !viewer.may(doc.namnd, klass)) return null;

  const scope = { namnd: doc.namnd, klass };
  const egen: Sekretessklass = strictest(doc.klass, now.klass);
  const adress = (version: number): string => files.address(viewer, doc.namnd, id, version);
  const senast = handlingsversion(doc)!;
  const allman = await allmanFran(doc, da);
  return scoped(scope, {
    id, namnd: doc.namnd, klass: egen, namn: doc.namn, datum: doc.datum, datumslag: doc.datumslag,
    ...(doc.akt !== undefined && { akt: doc.akt.akt }), ...(allman !== undefined && { allmanFran: allman }), ...(doc.sekretess !== undefined && { sekretesslagrum: `OSL ${doc.sekretess.lagrum}` }),
    version: senast.version, medietyp: senast.medietyp, storlek: senast.storlek, hash: senast.hash, adress: adress(senast.version),
    versioner: doc.versioner.map(({ blob: _, ...en }) => scoped(scope, { ...en, adress: adress(en.version) })),
    platser: platser.map(({ plats }) => plats),
  });
};

import { Args, ArgsType, Context, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsInt, IsOptional, IsUUID, Min } from 'class-validator';
import { handlingen } from '@klubba/handling';
import { type Klass, type Sealed, type Sekretessklass, strictest } from '@klubba/kernel';
import { type Connection, connectionOf, type EdgeContext, enumOf, type Lazy, LazyField, ListArgs, type Scope, SCOPE, scoped, SealedField, toConnection, type When, WhenArgs } from '@klubba/kernel/edge';
import { namnden } from '@klubba/namnd';
import { paragrafen } from '@klubba/paragraf';
import { ProtokollYrkande, yrkandena } from './sammantrade.behandling.graphql';
import { dagordningsrader, nummertext } from './sammantrade.dagordning.projection';
import { beslutspunkten, inlast, Inlast, klassIdag, medKlass, personer, ProtokollPerson } from './sammantrade.gemensamt.graphql';
import { Handlingslage, Punktslag, Register } from './sammantrade.dagordning.inputs.graphql';
import { Justerarslag, Kallelseslag } from './sammantrade.kallelse.inputs.graphql';
import { Tillkannagivandeplats, Tillkannagivandeslag } from './sammantrade.oppenhet.inputs.graphql';
import { arSen, nrIKallelsen, oppetFor } from './sammantrade.kallelse.projection';
import { Rendition } from './sammantrade.gemensamt.inputs.graphql';
import { arJusterad, type Punkt, type Sammantrade as Doc, sammantradet } from './sammantrade.projection';
import { Protokoll, protokollet } from './sammantrade.protokoll.graphql';
import { Kallelsekvitto, Kallelsemottagare, Kallelsepaket, utskicket } from './sammantrade.utskick.graphql';

const Skede = enumOf('Skede', 'Hur långt sammanträdet har kommit.', 'planerat', 'kallat', 'oppet', 'avslutat', 'installt');

@ObjectType({ description: 'En som i kallelsen föreslås justera.' })
export class ForeslagenJusterare {
  @Field(() => ID) person!: string;
  @SealedField({ description: 'Namnet.' }) namn?: Sealed;
  @Field(() => String, { nullable: true, description: 'Partiets bokstäver.' }) parti?: string;
  @Field(() => Justerarslag) som!: string;
}
@ObjectType({ description: 'En rad i kallelsen, som den skickades.' })
export class Kallelserad {
  @Field(() => ID) punkt!: string;
  @Field(() => Int) nr!: number;
}
@ObjectType({ description: 'En fil som kallelsen skickades med.' })
export class Kallelsehandling {
  @Field(() => ID) punkt!: string;
  @Field(() => ID) handling!: string;
  @Field(() => Int, { description: 'Den version som skickades.' }) version!: number;
  @Field({ description: 'SHA-256 över salt och innehåll, som den var då.' }) hash!: string;
}
@ObjectType({ description: 'Hur man deltar på distans.' })
export class Kallelsedistans {
  @SealedField({ description: 'Länken.' }) lank?: Sealed;
  @SealedField({ description: 'Villkoren.' }) villkor!: Sealed;
}
@ObjectType({ description: 'En version av kallelsen, som den skickades.' })
export class Kallelse {
  @Field(() => Int) version!: number;
  @Field({ description: 'Dagen då den skickades.' }) datum!: string;
  @Field(() => ProtokollPerson, { nullable: true, description: 'Ordföranden, vars namn står i den.' }) ordforande?: ProtokollPerson;
  @SealedField({ description: 'Till vem förhinder anmäls.' }) forhinder?: Sealed;
  @Field(() => [ID], { description: 'De som fick den.' }) kallade!: readonly string[];
  @Field(() => String, { nullable: true, description: 'Dagen då den upprättades, när det är en annan.' }) upprattad?: string;
  @Field(() => [ForeslagenJusterare], { description: 'De som föreslås justera.' }) foreslagnaJusterare!: readonly ForeslagenJusterare[];
  @SealedField({ list: true, nullable: false, description: 'De som undertecknade den.' }) undertecknadAv!: readonly Sealed[];
  @SealedField({ list: true, nullable: false, description: 'Rubrikerna på grupperna av punkter.' }) grupper!: readonly Sealed[];
  @SealedField({ list: true, nullable: false, description: 'Rubrikerna på kolumnerna.' }) kolumner!: readonly Sealed[];
  @Field(() => Int, { nullable: true, description: 'Den sammanlagda beräknade tiden i minuter.' }) summaTidMin?: number;
  @Field(() => [Kallelsehandling], { description: 'Filerna som den skickades med, med just de hashar de hade.' }) handlingar!: readonly Kallelsehandling[];
  @Field(() => [Kallelserad], { description: 'Raderna som den hade dem, utom dem som inte får visas.' }) punkter!: readonly Kallelserad[];
  @Field(() => Int, { description: 'Antalet rader.' }) antalPunkter!: number;
  @Field(() => Kallelseslag, { description: 'Vad versionen är.' }) slag!: string;
  @SealedField({ description: 'Varför den skickades.' }) anledning?: Sealed;
  @Field(() => Kallelsedistans, { nullable: true, description: 'När någon får delta på distans: länk och villkor.' }) distans?: Kallelsedistans;
  @Field({ description: 'SHA-256 över kallelsen som den skickades, med sina rader och filernas hashar.' }) hash!: string;
  @Field(() => [Kallelsemottagare], { description: 'De kallade, och hur långt den har kommit till var och en.' }) mottagare!: readonly Kallelsemottagare[];
  @Field(() => [Kallelsekvitto], { description: 'Vad som är antecknat om att den har skickats, kommit fram och öppnats.' }) kvitton!: readonly Kallelsekvitto[];
  @Field(() => [Kallelsepaket], { description: 'Den med sina handlingar i en fil, de delar som du får hämta.' }) paket!: readonly Kallelsepaket[];
  @Field(() => Inlast, { nullable: true }) inlast?: Inlast;
}
@ObjectType({ description: 'En som inte kan komma.' })
export class Forhinder {
  @Field(() => ID) person!: string;
  @SealedField({ description: 'Namnet.' }) namn?: Sealed;
  @Field({ description: 'Dagen då det anmäldes.' }) datum!: string;
}
@ObjectType({ description: 'En ersättare som är inkallad för en ledamot.' })
export class InkalladErsattare {
  @Field(() => ProtokollPerson) ersattare!: ProtokollPerson;
  @Field(() => ProtokollPerson) ledamot!: ProtokollPerson;
  @Field({ description: 'Dagen då inkallelsen gick ut.' }) datum!: string;
}
@ObjectType({ description: 'Sammanträdet eller dess beslutsunderlag, publicerat i förväg.' })
export class Tillkannagivande {
  @Field() datum!: string;
  @Field(() => Tillkannagivandeplats) plats!: string;
  @Field(() => Tillkannagivandeslag) innehall!: string;
  @Field(() => String, { nullable: true, description: 'Dagen då det togs ned från anslagstavlan.' }) nedtaget?: string;
  @Field(() => [ID], { description: 'Punkterna vars underlag publicerades.' }) punkter!: readonly string[];
}
@ObjectType({ description: 'Ett sammanträde. Allmänheten ser det när kallelsen är skickad.' })
export class Sammantrade {
  @Field(() => ID) id!: string;
  @Field(() => ID) namnd!: string;
  @Field({ description: 'Organets bokstäver.' }) organ!: string;
  @Field() datum!: string;
  @Field({ description: 'Klockslag då det börjar, som planerat.' }) tid!: string;
  @Field(() => String, { nullable: true, description: 'Klockslag då det väntas sluta.' }) slutTid?: string;
  @SealedField({ description: 'Platsen.' }) plats!: Sealed;
  @Field(() => Skede) skede!: string;
  @SealedField({ description: 'Klockslaget i kallelsen, som det skrevs.' }) tidSkriven?: Sealed;
  @SealedField({ description: 'Varför det ställdes in.' }) installt?: Sealed;
  @Field(() => String, { nullable: true, description: 'Klockslag då det öppnades.' }) oppnat?: string;
  @SealedField({ description: 'Klockslaget då det öppnades, som det skrevs.' }) oppnatSkrivet?: Sealed;
  @SealedField({ description: 'Platsen där det hölls, när det inte var den planerade.' }) hallenPlats?: Sealed;
  @Field(() => String, { nullable: true, description: 'Klockslag då det avslutades.' }) avslutat?: string;
  @SealedField({ description: 'Klockslaget då det avslutades, som det skrevs.' }) avslutatSkrivet?: Sealed;
  @SealedField({ list: true, nullable: false, description: 'Protokoll där det står när det slutade.' }) slutAngesI!: readonly Sealed[];
  @LazyField(() => [Kallelse], { description: 'Kallelsens versioner.' }) kallelser!: Lazy<readonly Kallelse[]>;
  @Field(() => ID, { nullable: true, description: 'Begäran som det planerades efter.' }) begaran?: string;
  @Field(() => ID, { nullable: true, description: 'Sammanträdet som hålls i stället för det inställda.' }) ersattsAv?: string;
  @Field(() => String, { nullable: true, description: 'Sista dagen för handlingar.' }) stoppdag?: string;
  @Field(() => String, { nullable: true, description: 'Klockslaget den dagen.' }) stopptid?: string;
  @Field(() => String, { nullable: true, description: 'Dagen för presidiets beredning.' }) presidieberedning?: string;
  @Field(() => String, { nullable: true, description: 'Dagen då kallelsen ska skickas.' }) utskick?: string;
  @LazyField(() => [Forhinder], { description: 'De som har anmält förhinder.' }) forhinder!: Lazy<readonly Forhinder[]>;
  @LazyField(() => [InkalladErsattare], { description: 'Ersättarna som är inkallade.' }) inkallade!: Lazy<readonly InkalladErsattare[]>;
  @Field(() => [Tillkannagivande], { description: 'Vad som har publicerats om det i förväg.' }) tillkannagivanden!: readonly Tillkannagivande[];
}
const SammantradeConnection = connectionOf(Sammantrade, 'Sammantrade');

@ObjectType({ description: 'En punkt i ett förslag till beslut, som det står på dagordningen.' })
export class Forslagspunkt {
  @Field(() => Int) nr!: number;
  @SealedField({ description: 'Texten.' }) text!: Sealed;
  @SealedField({ description: 'Verbet.' }) verb?: Sealed;
  @SealedField({ description: 'Vem som ska besluta.' }) subjekt?: Sealed;
  @Field(() => Int, { nullable: true, description: 'Antal underpunkter.' }) underpunkter?: number;
}
@ObjectType({ description: 'En post i ett register.' })
export class Registerpost {
  @Field(() => Register) slag!: string;
  @Field(() => ID) id!: string;
}
@ObjectType({ description: 'Paragrafen i ett annat organ, vars förslag punkten behandlar.' })
export class Forslagskalla {
  @Field({ description: 'Organets bokstäver.' }) organ!: string;
  @Field() datum!: string;
  @Field(() => Int) ar!: number;
  @Field(() => Int, { description: 'Paragrafens nummer.' }) nummer!: number;
  @Field(() => String, { nullable: true }) bokstav?: string;
  @Field(() => ID, { description: 'Paragrafens id.' }) paragraf!: string;
  @Field(() => [Forslagspunkt], { description: 'Nämndens eget utskotts förslag, ord för ord ur dess protokoll. Andras är punktens förslag när det är justerat och öppet.' }) punkter!: readonly Forslagspunkt[];
}
@ObjectType({ description: 'En rad på dagordningen: en punkt, eller flera som inte får visas.' })
export class Dagordningsrad {
  @Field(() => Int, { description: 'Numret; för flera punkter det första.' }) nr!: number;
  @Field(() => Int, { nullable: true, description: 'Sista numret, när raden är flera punkter.' }) till?: number;
  @Field({ description: 'Som det skrivs: 4. eller 5.–18.' }) nummer!: string;
  @Field({ description: 'Raden döljer sekretessärenden.' }) dold!: boolean;
  @SealedField({ description: 'Rubriken; för dolda punkter sekretessblockets.' }) rubrik?: Sealed;
  @Field(() => ID, { nullable: true, description: 'Punktens id, och paragrafens.' }) punkt?: string;
  @Field(() => Punktslag, { nullable: true, description: 'Vad punkten är.' }) slag?: string;
  @Field(() => Boolean, { nullable: true, description: 'Punkten är sekretess.' }) sekretess?: boolean;
  @Field(() => String, { nullable: true, description: 'Bestämmelsen som sekretessen vilar på.' }) sekretesslagrum?: string | undefined;
  @Field(() => String, { nullable: true, description: 'Diarienumret.' }) beteckning?: string | undefined;
  @SealedField({ description: 'Gruppen av ärenden.' }) grupp?: Sealed | undefined;
  @Field(() => Handlingslage, { nullable: true, description: 'Var handlingarna finns.' }) handlingslage?: string | undefined;
  @Field(() => ID, { nullable: true, description: 'Ärendet.' }) arende?: string | undefined;
  @Field(() => Registerpost, { nullable: true, description: 'Posten i ett register som punkten gäller.' }) galler?: Registerpost | undefined;
  @Field(() => ID, { nullable: true, description: 'Tjänsteskrivelsen.' }) tjansteskrivelse?: string | undefined;
  @Field(() => Boolean, { nullable: true, description: 'Punkten behandlas inför öppna dörrar.' }) oppet?: boolean;
  @SealedField({ description: 'Nämndens beslut om att den är öppen.' }) oppetEnligt?: Sealed | undefined;
  @Field(() => Boolean, { nullable: true, description: 'Punkten har utgått.' }) utgar?: boolean;
  @SealedField({ description: 'Varför den utgick.' }) utgarSkal?: Sealed | undefined;
  @Field(() => Boolean, { nullable: true, description: 'Punkten kom till efter kallelsen.' }) sen?: boolean;
  @SealedField({ description: 'Varför den kom till efter kallelsen.' }) senSkal?: Sealed | undefined;
  @Field(() => [Forslagspunkt], { nullable: true, description: 'Förslaget till beslut.' }) forslag?: readonly Forslagspunkt[] | undefined;
  @SealedField({ list: true, description: 'De som föredrar.' }) foredragande?: readonly Sealed[] | undefined;
  @Field(() => Int, { nullable: true, description: 'Beräknad tid i minuter.' }) tidMin?: number | undefined;
  @SealedField({ description: 'När punkten tas upp, som det står.' }) klockslag?: Sealed | undefined;
  @SealedField({ description: 'Vem som avgör till slut.' }) beslutsniva?: Sealed | undefined;
  @Field(() => Int, { nullable: true, description: 'Paragrafens nummer, när den har fått ett.' }) paragraf?: number | undefined;
  @Field(() => Int, { nullable: true, description: 'Numret i den senaste kallelsen; inget för det som kom till senare.' }) iKallelsen?: number | undefined;
  @Field(() => Forslagskalla, { nullable: true, description: 'Ett annat organs förslag, när ett sådant har berett ärendet.' }) forslagFran?: Forslagskalla | undefined;
  @Field(() => [ProtokollYrkande], { description: 'Yrkandena vid punkten, medan den behandlas.' }) yrkanden!: readonly ProtokollYrkande[];
  @Field(() => Inlast, { nullable: true }) inlast?: Inlast | undefined;
}
@ObjectType({ description: 'Dagordningen. Utåt visas sekretessärenden bara som ett intervall av nummer.' })
export class Dagordning {
  @Field(() => ID) sammantrade!: string;
  @Field(() => Rendition) rendition!: string;
  @Field({ description: 'Organets bokstäver.' }) organ!: string;
  @Field() datum!: string;
  @Field({ description: 'Klockslag då sammanträdet börjar.' }) tid!: string;
  @SealedField({ description: 'Platsen.' }) plats!: Sealed;
  @Field(() => [Dagordningsrad]) rader!: readonly Dagordningsrad[];
  // Its hash, its files and everyone who got it.
  @LazyField(() => Kallelse, { nullable: true, description: 'Den senaste kallelsen.' }) kallelse?: Lazy<Kallelse>;
}

@ArgsType()
class SammantradenArgs extends ListArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Boolean, { nullable: true, description: 'Det senaste först.' }) @IsOptional() @IsBoolean() senastForst?: boolean;
}
@ArgsType()
class SammantradeArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() id!: string;
}
@ArgsType()
class DagordningArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() sammantrade!: string;
  @Field(() => Rendition, { nullable: true, description: 'Utelämnad: den interna för den som får se den.' }) @IsOptional() @IsEnum(Rendition) rendition?: keyof typeof Rendition;
}
@ArgsType()
class ProtokollArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() sammantrade!: string;
  @Field(() => Int, { nullable: true, description: 'En viss justerings eget protokoll. Utelämnat: huvudprotokollet.' }) @IsOptional() @IsInt() @Min(1) omgang?: number;
}

@Resolver(() => Sammantrade)
export class SammantradeResolver {
  @Query(() => SammantradeConnection, { description: 'Nämndens sammanträden, i tidsordning.' })
  async sammantraden(@Args() { namnd, senastForst, ...args }: SammantradenArgs, @Context() context: EdgeContext): Promise<Connection<Sammantrade>> {
    const page = await context.reader.page(sammantradet, namnd.toLowerCase(), { ...args, descending: senastForst === true, only: (doc) => synligt(doc, context) }, args);
    return toConnection(page, (_, doc) => motet(doc, args, context));
  }

  @Query(() => Sammantrade, { nullable: true, description: 'Ett sammanträde med sina kallelser.' })
  async sammantrade(@Args() args: SammantradeArgs, @Context() context: EdgeContext): Promise<Sammantrade | null> {
    const doc = await context.reader.doc(sammantradet, args.id.toLowerCase(), args);
    return doc === undefined || !synligt(doc, context) ? null : motet(doc, args, context);
  }

  @Query(() => Dagordning, { nullable: true, description: 'Dagordningen. Allmänheten ser den som kallelsen hade den, och när sammanträdet har öppnats som den då är.' })
  async dagordning(@Args() { sammantrade, rendition, ...when }: DagordningArgs, @Context() context: EdgeContext): Promise<Dagordning | null> {
    const { reader, viewer } = context;
    const id = sammantrade.toLowerCase();
    const doc = await reader.doc(sammantradet, id, when);
    if (doc === undefined || !synligt(doc, context)) return null;
    const intern = rendition !== 'OFFENTLIG' && viewer.may(doc.namnd, 'arbetsmaterial');
    const idag = await klassIdag(doc, when, context);
    const visad = intern ? doc : (doc.utsand ?? doc);
    const punkter = visad.punkter.map((punkt) => medKlass(punkt, idag(punkt)));
    const rader = dagordningsrader(punkter, visad.block, (klass) => (intern ? viewer.may(doc.namnd, klass) : klass === 'oppen'));
    const namn = await personer(intern ? punkter.flatMap(({ behandling }) => behandling?.yrkanden.flatMap(({ av, instammer = [] }) => [...av, ...instammer]) ?? []) : [], doc, when, context);
    const scopes: Readonly<Record<Sekretessklass, Scope>> = { oppen: { namnd: doc.namnd, klass: 'oppen' }, sekretess: { namnd: doc.namnd, klass: 'sekretess' } };
    const senaste = doc.kallelser.at(-1);
    const fran = intern ? await andrasForslag(punkter, doc, when, context) : new Map<string, Forslagskalla>();
    return scoped(scopes.oppen, {
      sammantrade: id, rendition: intern ? 'INTERN' : 'OFFENTLIG', organ: doc.organ, datum: doc.datum, tid: doc.tid, plats: doc.plats, ...(senaste !== undefined && { kallelse: () => kallelsen(doc, senaste, when, context) }),
      rader: rader.map((rad) => ('punkt' in rad ? new Punktrad(rad.nr, rad.punkt, doc, intern, namn, fran.get(rad.punkt.id), scopes[rad.punkt.klass]) : doldRad(doc.namnd, rad))),
    });
  }

  @Query(() => Protokoll, { nullable: true, description: 'Protokollet: huvudprotokollet, eller en omedelbar justerings eget.' })
  async protokoll(@Args() { sammantrade, omgang, ...when }: ProtokollArgs, @Context() context: EdgeContext): Promise<Protokoll | null> {
    const doc = await context.reader.doc(sammantradet, sammantrade.toLowerCase(), when);
    return doc === undefined ? null : protokollet(doc, omgang ?? undefined, when, context);
  }
}

/** The public sees no drafts: a meeting is there for all once its kallelse has gone out, or something of it is justerat. */
const synligt = ({ namnd, kallelser, omgangar, beredande }: Doc, { viewer }: EdgeContext): boolean => kallelser.length > 0 || (omgangar.some(arJusterad) && beredande !== true) || viewer.may(namnd, 'arbetsmaterial');

const motet = (doc: Doc, when: When, context: EdgeContext): Sammantrade => {
  const { forhinder = [], inkallade = [], tillkannagivanden = [], begaran, ersattsAv, motesdagar = {} } = doc;
  const { id, namnd, organ, datum, tid, tidSkriven, slutTid, plats, skede, installt, oppnat, oppnatSkrivet, hallenPlats, avslutat, avslutatSkrivet, slutAngesI = [] } = doc;
  const scope = { namnd, klass: 'oppen' } as const;
  return scoped(scope, {
    ...motesdagar, ...(begaran !== undefined && { begaran }), ...(ersattsAv !== undefined && { ersattsAv }), tillkannagivanden,
    forhinder: async () => {
      const namn = await personer(forhinder.map(({ person }) => person), doc, when, context);
      return forhinder.map((en) => scoped(scope, { ...namn(en.person), ...en }));
    },
    inkallade: async () => {
      const namn = await personer(inkallade.flatMap(({ ersattare, ledamot }) => [ersattare, ledamot]), doc, when, context);
      return inkallade.map(({ ersattare, ledamot, datum: dag }) => scoped(scope, { ersattare: namn(ersattare), ledamot: namn(ledamot), datum: dag }));
    },
    kallelser: async () => {
      const alla: Kallelse[] = [];
      for (const kallelse of doc.kallelser) alla.push(await kallelsen(doc, kallelse, when, context));
      return alla;
    },
    id, namnd, organ, datum, tid, plats, skede, slutAngesI, ...(tidSkriven !== undefined && { tidSkriven }), ...(oppnatSkrivet !== undefined && { oppnatSkrivet }),
    ...(hallenPlats !== undefined && { hallenPlats }), ...(avslutatSkrivet !== undefined && { avslutatSkrivet }),
    ...(slutTid !== undefined && { slutTid }), ...(installt !== undefined && { installt }), ...(oppnat !== undefined && { oppnat }), ...(avslutat !== undefined && { avslutat }),
  });
};
/** Those that are secret today, by their own marking, are not told of to others. */
const synligaHandlingar = async (alla: NonNullable<Doc['kallelser'][number]['handlingar']>, { namnd }: Doc, { viewer, reader }: EdgeContext): Promise<typeof alla> => {
  if (!viewer.may(namnd, 'arbetsmaterial')) return [];
  const klasser = await Promise.all(alla.map(async ({ handling }) => (await reader.doc(handlingen, handling))?.klass ?? 'sekretess'));
  return alla.filter((_, i) => viewer.may(namnd, klasser[i]!));
};
const kallelsen = async (doc: Doc, kallelse: Doc['kallelser'][number], when: When, context: EdgeContext): Promise<Kallelse> => {
  const { ordforande, punkter, foreslagnaJusterare = [], undertecknadAv = [], grupper = [], kolumner = [], handlingar = [], inlast: inlasning, handelse: _h, kvitton: _k, personalforetradare: _p, distans, slag = kallelse.version === 1 ? 'kallelse' : 'kompletterande_kallelse', ...resten } = kallelse;
  const scope = { namnd: doc.namnd, klass: 'oppen' } as const;
  const namn = await personer([...(ordforande === undefined ? [] : [ordforande]), ...foreslagnaJusterare.map(({ person }) => person)], doc, when, context);
  const klass = await klassIdag(doc, when, context);
  // An item that has left the agenda since is shown to those who may see any.
  const far = new Set(doc.punkter.filter((punkt) => context.viewer.may(doc.namnd, klass(punkt))).map(({ id }) => id));
  const kvar = new Set(doc.punkter.map(({ id }) => id));
  const alla = context.viewer.may(doc.namnd, 'sekretess');
  const hemligt = alla && ((await Promise.all(handlingar.map(async ({ handling }) => (await context.reader.doc(handlingen, handling))?.klass))).includes('sekretess') || doc.punkter.some((punkt) => klass(punkt) === 'sekretess' && punkter.some((rad) => rad.punkt === punkt.id)));
  return scoped(scope, {
    ...resten, slag, ...(distans !== undefined && { distans: scoped(scope, distans) }), ...(await utskicket(doc, kallelse, hemligt, when, context)), ...(ordforande !== undefined && { ordforande: namn(ordforande) }), undertecknadAv, grupper, kolumner,
    foreslagnaJusterare: foreslagnaJusterare.map(({ person, parti, som }) => scoped(scope, { ...namn(person), som, ...(parti !== undefined && { parti }) })),
    handlingar: await synligaHandlingar(handlingar.filter(({ punkt }) => far.has(punkt) || (alla && !kvar.has(punkt))), doc, context),
    punkter: punkter.filter(({ punkt }) => far.has(punkt) || (alla && !kvar.has(punkt))), antalPunkter: punkter.length, ...inlast(scope, inlasning),
  });
};

/** What other organs have proposed. The words of an utskott are as they stand in its minutes; of the class of the item here, or its own if that is stricter. */
const andrasForslag = async (punkter: readonly Punkt[], { namnd }: Doc, when: When, { reader }: EdgeContext): Promise<ReadonlyMap<string, Forslagskalla>> => {
  const alla = new Map<string, Forslagskalla>();
  for (const { id, klass, forslagFran } of punkter) {
    if (forslagFran === undefined) continue;
    const { namnd: fran, paragraf, ar, nr: nummer, bokstav, datum } = forslagFran;
    const organ = await reader.doc(namnden, fran, when);
    const deras = organ?.overordnad === namnd ? await reader.doc(paragrafen, paragraf, when) : undefined;
    const punkt = deras && (await reader.doc(sammantradet, deras.sammantrade, when))?.punkter.find((en) => en.id === paragraf);
    const scope = { namnd, klass: strictest<Klass>('arbetsmaterial', klass, punkt?.klass) };
    alla.set(id, scoped(scope, { organ: organ?.organ ?? '', datum, ar, nummer, ...(bokstav !== undefined && { bokstav }), paragraf, punkter: (punkt?.beslut?.beslutspunkter ?? []).map((en, i) => scoped(scope, { nr: i + 1, ...beslutspunkten(en) })) }));
  }
  return alla;
};

/** Thirty a question: a row reckons a field when it is asked for, and all have one form, since spreads, and forms that differ, cost as much as all the rest. */
class Punktrad implements Dagordningsrad {
  readonly dold = false;
  readonly [SCOPE]: Scope;
  constructor(
    readonly nr: number, private readonly en: Punkt, private readonly doc: Doc, private readonly intern: boolean,
    private readonly namn: (id: string) => ProtokollPerson, readonly forslagFran: Forslagskalla | undefined, scope: Scope,
  ) {
    this[SCOPE] = scope;
  }
  get nummer(): string { return nummertext({ nr: this.nr }); }
  get rubrik(): Sealed { return this.en.rubrik; }
  get punkt(): string { return this.en.id; }
  get slag(): string { return this.en.slag; }
  get sekretess(): boolean { return this.en.klass === 'sekretess'; }
  get sekretesslagrum(): string | undefined { return this.en.sekretesslagrum === undefined ? undefined : `OSL ${this.en.sekretesslagrum}`; }
  get beteckning(): string | undefined { return this.en.diarienummer; }
  get grupp(): Sealed | undefined { return this.en.grupp; }
  get handlingslage(): string | undefined { return this.en.handlingslage; }
  get arende(): string | undefined { return this.en.arende; }
  get galler(): Registerpost | undefined { return this.en.galler; }
  get tjansteskrivelse(): string | undefined { return this.intern ? this.en.tjansteskrivelse : undefined; }
  get oppet(): boolean { return oppetFor(this.doc, this.en); }
  get oppetEnligt(): Sealed | undefined { return this.en.oppet?.namndbeslut; }
  get utgar(): boolean { return this.en.utgatt !== undefined; }
  get utgarSkal(): Sealed | undefined { return this.en.utgatt?.skal; }
  get sen(): boolean { return arSen(this.en); }
  get senSkal(): Sealed | undefined { return this.intern ? this.en.sen?.skal : undefined; }
  get forslag(): readonly Forslagspunkt[] | undefined { return this.en.forslag?.map((en, i) => scoped(this[SCOPE], { nr: i + 1, ...beslutspunkten(en) })); }
  get foredragande(): readonly Sealed[] | undefined { return this.en.foredragande; }
  get tidMin(): number | undefined { return this.en.tidMin; }
  get klockslag(): Sealed | undefined { return this.en.klockslag; }
  get beslutsniva(): Sealed | undefined { return this.en.beslutsniva; }
  /** Outside the number is told when its § is justerad. */
  get paragraf(): number | undefined {
    const { en: { id, paragraf }, doc, intern } = this;
    return paragraf !== undefined && (intern || (doc.beredande !== true && doc.omgangar.some((en) => arJusterad(en) && en.punkter.includes(id)))) ? paragraf.nr : undefined;
  }
  get iKallelsen(): number | undefined { return nrIKallelsen(this.doc, this.en.id); }
  get yrkanden(): readonly ProtokollYrkande[] { return this.intern && this.en.behandling !== undefined ? yrkandena(this.en.behandling, this[SCOPE], this.namn) : []; }
  get inlast(): Inlast | undefined { return this.en.inlast === undefined ? undefined : inlast(this[SCOPE], this.en.inlast).inlast; }
}
const doldRad = (namnd: string, rad: { readonly nr: number; readonly till: number; readonly rubrik?: Sealed }): Dagordningsrad =>
  scoped({ namnd, klass: 'oppen' }, { ...rad, nummer: nummertext(rad), dold: true, yrkanden: [] });

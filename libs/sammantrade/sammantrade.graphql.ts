import { Args, ArgsType, Context, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsInt, IsOptional, IsUUID, Min } from 'class-validator';
import { type Sealed, type Sekretessklass } from '@klubba/kernel';
import { type Connection, connectionOf, type EdgeContext, enumOf, ListArgs, type Scope, SCOPE, scoped, SealedField, toConnection, type When, WhenArgs } from '@klubba/kernel/edge';
import { personen } from '@klubba/namnd';
import { dagordningsrader, nummertext } from './sammantrade.dagordning.projection';
import { Beslutstyp, Franvaroskal, Handlingslage, Overklagandeslag, Punktslag } from './sammantrade.inputs.graphql';
import { narvaroPerPunkt } from './sammantrade.narvaro.projection';
import { type Omgang, type Punkt, type Sammantrade as Doc, sammantradet } from './sammantrade.projection';

const Rendition = enumOf('Rendition', 'Den interna eller den offentliga återgivningen; numren är desamma.', 'INTERN', 'OFFENTLIG');
const Skede = enumOf('Skede', 'Hur långt sammanträdet har kommit.', 'planerat', 'kallat', 'oppet', 'avslutat', 'installt');
const Narvarouppdrag = enumOf('Narvarouppdrag', 'Ledamot eller ersättare.', 'ledamot', 'ersattare');
const Narvaroroll = enumOf('Narvaroroll', 'Presidiets roller.', 'ordforande', 'forste_vice_ordforande', 'andre_vice_ordforande');

@ObjectType({ description: 'En förtroendevald i protokollet.' })
export class ProtokollPerson {
  @Field(() => ID) person!: string;
  @SealedField({ description: 'Namnet.' }) namn?: Sealed;
}
@ObjectType({ description: 'En version av kallelsen, som den skickades.' })
export class Kallelse {
  @Field(() => Int) version!: number;
  @Field({ description: 'Dagen då den skickades.' }) datum!: string;
  @Field(() => ProtokollPerson, { description: 'Ordföranden, vars namn står i den.' }) ordforande!: ProtokollPerson;
  @SealedField({ description: 'Till vem förhinder anmäls.' }) forhinder?: Sealed;
  @Field(() => [ID], { description: 'De som fick den.' }) kallade!: readonly string[];
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
  @SealedField({ description: 'Varför det ställdes in.' }) installt?: Sealed;
  @Field(() => String, { nullable: true, description: 'Klockslag då det öppnades.' }) oppnat?: string;
  @Field(() => String, { nullable: true, description: 'Klockslag då det avslutades.' }) avslutat?: string;
  @Field(() => [Kallelse], { description: 'Kallelsens versioner.' }) kallelser!: readonly Kallelse[];
}
const SammantradeConnection = connectionOf(Sammantrade, 'Sammantrade');

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
  @Field(() => ID, { nullable: true, description: 'Tjänsteskrivelsen.' }) tjansteskrivelse?: string | undefined;
  @Field(() => Boolean, { nullable: true, description: 'Punkten har utgått.' }) utgar?: boolean;
  @SealedField({ description: 'Varför den utgick.' }) utgarSkal?: Sealed | undefined;
  @Field(() => Boolean, { nullable: true, description: 'Punkten kom till efter kallelsen.' }) sen?: boolean;
  @SealedField({ description: 'Varför den kom till efter kallelsen.' }) senSkal?: Sealed | undefined;
}
@ObjectType({ description: 'Dagordningen. Utåt visas sekretessärenden bara som ett intervall av nummer.' })
export class Dagordning {
  @Field(() => ID) sammantrade!: string;
  @Field(() => Rendition) rendition!: string;
  @Field({ description: 'Organets bokstäver.' }) organ!: string;
  @Field() datum!: string;
  @Field({ description: 'Klockslag då sammanträdet börjar.' }) tid!: string;
  @SealedField({ description: 'Platsen.' }) plats!: Sealed;
  @Field(() => Kallelse, { nullable: true, description: 'Den senaste kallelsen.' }) kallelse?: Kallelse;
  @Field(() => [Dagordningsrad]) rader!: readonly Dagordningsrad[];
}

@ObjectType({ description: 'En förtroendevalds närvaro, paragraf för paragraf.' })
export class ProtokollNarvaro {
  @Field(() => ID) person!: string;
  @SealedField({ description: 'Namnet.' }) namn?: Sealed;
  @Field(() => Narvarouppdrag) uppdrag!: string;
  @Field(() => Narvaroroll, { nullable: true, description: 'Roll i presidiet.' }) roll?: string;
  @Field({ description: 'Partiets bokstäver.' }) parti!: string;
  @Field(() => [ProtokollPerson], { description: 'Vilkas platser en ersättare hade.' }) ersatter!: readonly ProtokollPerson[];
  @Field(() => [Int], { description: 'Paragrafer där personen tjänstgjorde.' }) tjanstgjorde!: readonly number[];
  @Field(() => [Int], { description: 'Paragrafer där personen var närvarande.' }) narvarande!: readonly number[];
}
@ObjectType({ description: 'En punkt i ett beslut.' })
export class ProtokollBeslutspunkt {
  @Field(() => Int) nr!: number;
  @SealedField({ description: 'Texten.' }) text!: Sealed;
  @SealedField({ description: 'Verbet, som i protokollet.' }) verb?: Sealed;
  @SealedField({ description: 'Vem som beslutar, som i protokollet.' }) subjekt?: Sealed;
}
@ObjectType({ description: 'Någon som inte var inne vid paragrafen.' })
export class ProtokollFranvaro {
  @Field(() => ID) person!: string;
  @SealedField({ description: 'Namnet.' }) namn?: Sealed;
  @Field(() => Franvaroskal) skal!: string;
}
@ObjectType({ description: 'En paragraf i protokollet. Av en sekretessparagraf ser den obehörige bara numret.' })
export class ProtokollParagraf {
  @Field(() => Int) ar!: number;
  @Field(() => Int) nummer!: number;
  @Field({ description: 'Paragrafen är sekretess.' }) sekretess!: boolean;
  @Field(() => String, { nullable: true, description: 'I huvudprotokollet för en omedelbart justerad paragraf: var den står.' }) hanvisning?: string;
  @Field(() => ID, { nullable: true, description: 'Punktens id, och paragrafens.' }) punkt?: string;
  @SealedField({ description: 'Rubriken.' }) rubrik?: Sealed;
  @Field(() => String, { nullable: true, description: 'Diarienumret.' }) beteckning?: string;
  @Field(() => Beslutstyp, { nullable: true, description: 'Vad som blev av punkten.' }) beslutstyp?: string;
  @Field(() => Overklagandeslag, { nullable: true, description: 'Hur beslutet överklagas.' }) overklagandeslag?: string;
  @Field(() => String, { nullable: true, description: 'Klubbslaget.' }) tid?: string;
  @Field(() => [ProtokollBeslutspunkt], { description: 'Beslutet.' }) beslutspunkter!: readonly ProtokollBeslutspunkt[];
  @Field(() => [ProtokollFranvaro], { description: 'De som inte var inne, med jäv.' }) franvaro!: readonly ProtokollFranvaro[];
  @Field(() => String, { nullable: true, description: 'Dagen för justeringen.' }) justerad?: string;
}
@ObjectType({ description: 'Ett tillkännagivande på anslagstavlan: utan namn och rubriker.' })
export class ProtokollAnslag {
  @Field({ description: 'Anslagsdagen.' }) datum!: string;
  @SealedField({ description: 'Var protokollet finns.' }) forvaringsplats!: Sealed;
  @Field({ description: 'Får tas ned tidigast.' }) nedtasTidigast!: string;
  @Field(() => String, { nullable: true, description: 'Dagen då det togs ned.' }) nedtaget?: string;
  @Field({ description: 'Det har inte varit uppe oavbrutet.' }) brutet!: boolean;
}
@ObjectType({ description: 'En justering: ett eget protokoll med eget anslag.' })
export class ProtokollOmgang {
  @Field(() => Int) omgang!: number;
  @Field({ description: 'Paragraferna justerades omedelbart.' }) omedelbar!: boolean;
  @Field({ description: 'Justeringsdagen.' }) datum!: string;
  @Field(() => [ProtokollPerson], { description: 'De som justerade.' }) justerare!: readonly ProtokollPerson[];
  @Field({ description: 'Paragraferna: §§ 25–27, 29.' }) paragrafer!: string;
  @Field(() => [ProtokollAnslag], { description: 'Anslagen, det senaste sist.' }) anslag!: readonly ProtokollAnslag[];
}
@ObjectType({ description: 'Protokollet, eller ett av dem. Allmänheten ser det som är justerat.' })
export class Protokoll {
  @Field(() => ID) sammantrade!: string;
  @Field({ description: 'Organets bokstäver.' }) organ!: string;
  @Field() datum!: string;
  @Field(() => String, { nullable: true, description: 'Klockslag då sammanträdet öppnades.' }) tid?: string;
  @Field(() => String, { nullable: true, description: 'Klockslag då det avslutades.' }) slut?: string;
  @SealedField({ description: 'Platsen.' }) plats!: Sealed;
  @Field({ description: 'Paragraferna: §§ 25–51.' }) spann!: string;
  @Field(() => [ProtokollNarvaro], { description: 'Förtroendevalda och deras tjänstgöring.' }) narvaro!: readonly ProtokollNarvaro[];
  @Field(() => [ProtokollPerson], { description: 'De som utsågs att justera.' }) justerare!: readonly ProtokollPerson[];
  @Field(() => [ProtokollParagraf]) paragrafer!: readonly ProtokollParagraf[];
  @Field(() => [ProtokollOmgang], { description: 'Justeringarna med sina anslag.' }) omgangar!: readonly ProtokollOmgang[];
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
    const kallelse = doc.kallelser.at(-1);
    const scopes: Readonly<Record<Sekretessklass, Scope>> = { oppen: { namnd: doc.namnd, klass: 'oppen' }, sekretess: { namnd: doc.namnd, klass: 'sekretess' } };
    return scoped(scopes.oppen, {
      sammantrade: id, rendition: intern ? 'INTERN' : 'OFFENTLIG', organ: doc.organ, datum: doc.datum, tid: doc.tid, plats: doc.plats,
      ...(kallelse !== undefined && { kallelse: await kallelsen(doc, kallelse, when, context) }),
      rader: rader.map((rad) => ('punkt' in rad ? punktrad(scopes[rad.punkt.klass], rad.nr, rad.punkt, intern) : doldRad(doc.namnd, rad))),
    });
  }

  @Query(() => Protokoll, { nullable: true, description: 'Protokollet: huvudprotokollet, eller en omedelbar justerings eget.' })
  async protokoll(@Args() { sammantrade, omgang, ...when }: ProtokollArgs, @Context() context: EdgeContext): Promise<Protokoll | null> {
    const doc = await context.reader.doc(sammantradet, sammantrade.toLowerCase(), when);
    return doc === undefined ? null : protokollet(doc, omgang ?? undefined, when, context);
  }
}

/** The public sees no drafts: a meeting is there for all once its kallelse has gone out, or something of it is justerat. */
const synligt = ({ namnd, kallelser, omgangar }: Doc, { viewer }: EdgeContext): boolean => kallelser.length > 0 || omgangar.length > 0 || viewer.may(namnd, 'arbetsmaterial');

/** An item's class by the strictest of what it was and what it is: an old agenda shows no more than today's does. */
const klassIdag = async (doc: Doc, when: When, { reader }: EdgeContext): Promise<(punkt: Punkt) => Sekretessklass> => {
  // Asked for now, what it was is what it is; only what was sent may be an older agenda.
  if ((when.vid === undefined || when.vid === null) && doc.utsand === undefined) return ({ klass }) => klass;
  const nu = when.vid === undefined || when.vid === null ? doc : ((await reader.doc(sammantradet, doc.id)) ?? doc);
  const hemliga = new Set([doc, nu].flatMap(({ punkter }) => punkter.filter(({ klass }) => klass === 'sekretess').map(({ id }) => id)));
  return ({ id, klass }) => (klass === 'sekretess' || hemliga.has(id) ? 'sekretess' : 'oppen');
};

const medKlass = (punkt: Punkt, klass: Sekretessklass): Punkt => (punkt.klass === klass ? punkt : { ...punkt, klass });

/** Names of those who serve the public are open. */
const personer = async (ids: readonly string[], doc: Doc, when: When, { reader }: EdgeContext): Promise<(id: string) => ProtokollPerson> => {
  const namn = new Map<string, Sealed>();
  for (const id of new Set(ids)) {
    const person = await reader.doc(personen, id, when);
    if (person !== undefined) namn.set(id, person.namn);
  }
  return (person) => scoped({ namnd: doc.namnd, klass: 'oppen' }, { person, ...(namn.has(person) && { namn: namn.get(person)! }) });
};

const motet = async (doc: Doc, when: When, context: EdgeContext): Promise<Sammantrade> => {
  const { id, namnd, organ, datum, tid, slutTid, plats, skede, installt, oppnat, avslutat } = doc;
  const kallelser: Kallelse[] = [];
  for (const kallelse of doc.kallelser) kallelser.push(await kallelsen(doc, kallelse, when, context));
  return scoped({ namnd, klass: 'oppen' }, {
    id, namnd, organ, datum, tid, plats, skede, kallelser,
    ...(slutTid !== undefined && { slutTid }), ...(installt !== undefined && { installt }), ...(oppnat !== undefined && { oppnat }), ...(avslutat !== undefined && { avslutat }),
  });
};
const kallelsen = async (doc: Doc, { version, datum, ordforande, forhinder, kallade }: Doc['kallelser'][number], when: When, context: EdgeContext): Promise<Kallelse> =>
  scoped({ namnd: doc.namnd, klass: 'oppen' }, { version, datum, forhinder, kallade, ordforande: (await personer([ordforande], doc, when, context))(ordforande) });

// Thirty a question: written at once and in one form, since spreads, and forms that differ, cost as much as all the rest.
const punktrad = (scope: Scope, nr: number, punkt: Punkt, intern: boolean): Dagordningsrad & { readonly [SCOPE]: Scope } => {
  const { id, slag, klass, rubrik, sekretesslagrum, diarienummer, grupp, handlingslage, arende, tjansteskrivelse, utgatt, sen } = punkt;
  return {
    nr, nummer: nummertext({ nr }), dold: false, rubrik, punkt: id, slag, sekretess: klass === 'sekretess', sekretesslagrum: sekretesslagrum === undefined ? undefined : `OSL ${sekretesslagrum}`,
    beteckning: diarienummer, grupp, handlingslage, arende, tjansteskrivelse: intern ? tjansteskrivelse : undefined, utgar: utgatt !== undefined, utgarSkal: utgatt?.skal,
    sen: sen !== undefined, senSkal: intern ? sen?.skal : undefined, [SCOPE]: scope,
  };
};
const doldRad = (namnd: string, rad: { readonly nr: number; readonly till: number; readonly rubrik?: Sealed }): Dagordningsrad =>
  scoped({ namnd, klass: 'oppen' }, { ...rad, nummer: nummertext(rad), dold: true });

type Numrerad = Punkt & { readonly paragraf: NonNullable<Punkt['paragraf']>; readonly beslut: NonNullable<Punkt['beslut']> };
const arNumrerad = (punkt: Punkt): punkt is Numrerad => punkt.paragraf !== undefined && punkt.beslut !== undefined;

const protokollet = async (doc: Doc, omgang: number | undefined, when: When, context: EdgeContext): Promise<Protokoll | null> => {
  const { viewer } = context;
  const { namnd } = doc;
  const inifran = viewer.may(namnd, 'arbetsmaterial');
  const eget = omgang === undefined ? undefined : doc.omgangar[omgang - 1];
  if ((!inifran && doc.omgangar.length === 0) || doc.oppnat === undefined || (omgang !== undefined && eget === undefined)) return null;

  const omgangFor = new Map(doc.omgangar.flatMap((en) => en.punkter.map((punkt) => [punkt, en] as const)));
  const paragrafer = doc.punkter.filter(arNumrerad)
    .filter(({ id }) => (eget === undefined ? inifran || omgangFor.has(id) : eget.punkter.includes(id)))
    .sort((a, b) => a.beslut.ordning - b.beslut.ordning);
  const namnda = [...doc.narvaro.flatMap(({ person, pass }) => [person, ...pass.flatMap(({ ersatter = person }) => ersatter)]), ...doc.justerare.map(({ person }) => person), ...doc.omgangar.flatMap(({ justerare }) => justerare)];
  const namn = await personer(namnda, doc, when, context);
  const klass = await klassIdag(doc, when, context);
  const visade = new Map(paragrafer.map(({ id, paragraf }) => [id, paragraf.nr]));
  const vid = narvaroPerPunkt(doc);
  const nummer = (punkter: readonly string[]): readonly number[] => punkter.flatMap((punkt) => visade.get(punkt) ?? []).sort((a, b) => a - b);

  return scoped({ namnd, klass: 'oppen' }, {
    sammantrade: doc.id, organ: doc.organ, datum: doc.datum, tid: doc.oppnat, plats: doc.plats, ...(doc.avslutat !== undefined && { slut: doc.avslutat }), spann: spann([...visade.values()]),
    narvaro: doc.narvaro.map(({ person, uppdrag, roll, parti, pass }) => {
      const { tjanstgor, narvarande } = vid(person);
      return scoped({ namnd, klass: 'oppen' }, {
        ...namn(person), uppdrag, parti, ...(roll !== undefined && { roll }), ersatter: [...new Set(pass.flatMap(({ ersatter }) => ersatter ?? []))].map(namn),
        tjanstgjorde: nummer(tjanstgor), narvarande: nummer(narvarande),
      });
    }),
    justerare: doc.justerare.map(({ person }) => namn(person)),
    paragrafer: paragrafer.map((punkt) => protokollparagraf(doc, { ...punkt, klass: klass(punkt) }, omgangFor.get(punkt.id), eget !== undefined, namn, context)),
    omgangar: doc.omgangar.filter((en) => eget === undefined || en === eget).map(({ justerare, punkter, anslag, ...en }) => ({
      omgang: en.omgang, omedelbar: en.omedelbar, datum: en.datum, justerare: justerare.map(namn),
      paragrafer: spann(doc.punkter.filter(arNumrerad).filter(({ id }) => punkter.includes(id)).map(({ paragraf }) => paragraf.nr)),
      anslag: anslag.map((ett) => scoped({ namnd, klass: 'oppen' }, ett)),
    })),
  });
};

const protokollparagraf = (doc: Doc, punkt: Numrerad, omgang: Omgang | undefined, eget: boolean, namn: (id: string) => ProtokollPerson, { viewer }: EdgeContext): ProtokollParagraf => {
  const { namnd } = doc;
  const { paragraf: { ar, nr: nummer }, klass, beslut } = punkt;
  const ram = { ar, nummer, sekretess: klass === 'sekretess' };
  // C4: in the main protocol the number stays and points to the § justerad by itself.
  const hanvisning = omgang?.omedelbar === true && !eget ? { hanvisning: `§ ${nummer} – omedelbart justerad, se eget protokoll` } : {};
  if (!viewer.may(namnd, klass)) return { ...ram, ...hanvisning, beslutspunkter: [], franvaro: [] };
  const scope = { namnd, klass };
  const texten = 'hanvisning' in hanvisning ? [] : beslut.beslutspunkter;
  return scoped(scope, {
    ...ram, ...hanvisning, punkt: punkt.id, rubrik: punkt.rubrik, ...(punkt.diarienummer !== undefined && { beteckning: punkt.diarienummer }),
    beslutstyp: beslut.beslutstyp, overklagandeslag: beslut.overklagandeslag, tid: beslut.tid, ...(omgang !== undefined && { justerad: omgang.datum }),
    beslutspunkter: texten.map(({ text, verb, subjekt }, i) => scoped(scope, { nr: i + 1, text, ...(verb !== undefined && { verb }), ...(subjekt !== undefined && { subjekt }) })),
    franvaro: doc.franvaro.filter((en) => en.punkt === punkt.id).map(({ person, skal }) => scoped(scope, { ...namn(person), skal })),
  });
};

/** "§ 26", "§§ 25–27, 29". */
export const spann = (nummer: readonly number[]): string => {
  const delar: [number, number][] = [];
  for (const nr of [...nummer].sort((a, b) => a - b)) {
    const sist = delar.at(-1);
    if (sist !== undefined && sist[1] + 1 === nr) sist[1] = nr;
    else delar.push([nr, nr]);
  }
  return delar.length === 0 ? '' : `${nummer.length > 1 ? '§§' : '§'} ${delar.map(([fran, till]) => (fran === till ? `${fran}` : `${fran}–${till}`)).join(', ')}`;
};

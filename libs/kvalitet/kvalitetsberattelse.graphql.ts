import { Args, ArgsType, Context, Field, Float, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsBoolean, IsInt, IsOptional, IsUUID } from 'class-validator';
import { type Sealed, strictest } from '@klubba/kernel';
import { type Connection, connectionOf, type EdgeContext, enumOf, ListArgs, Position, type Scope, scoped, SealedField, Sekretessklass, toConnection } from '@klubba/kernel/edge';
import { Enhet, EttArgs, Kvalitetsbehandling, Saknat } from './kvalitet.gemensamt.graphql';
import { type Berattelseinnehall as Innehall, type Berattelsesiffra as Siffran, type Kvalitetsberattelse as Doc, kvalitetsberattelsen } from './kvalitetsberattelse.projection';
import { Berattelseavsnitt, Kallregister, Sifferkontrollslag } from './kvalitetsberattelse.inputs.graphql';
import { provaSiffror, skrivTal, somSiffra } from './siffror';

const Sifferkalleslag = enumOf('Sifferkalleslag', 'Varifrån en siffra är hämtad.', 'register', 'indikator', 'manuell');
const Sifferallvar = enumOf('Sifferallvar', 'En varning kräver skäl när berättelsen färdigställs; en upplysning gör det inte.', 'VARNING', 'INFO');

@ObjectType({ description: 'Fakta bakom en siffra.' })
export class Sifferkalla {
  @Field(() => Sifferkalleslag) slag!: string;
  @Field(() => Kallregister, { nullable: true }) register?: string;
  @Field(() => Position, { nullable: true, description: 'Registret som det var då: fråga det igen vid denna position.' }) position?: string;
  @Field(() => ID, { nullable: true }) indikator?: string;
  @Field(() => String, { nullable: true, description: 'ÅÅÅÅ-MM.' }) manad?: string;
  @Field(() => ID, { nullable: true, description: 'Faktumet som värdet står i.' }) faktum?: string;
  @Field(() => Int, { nullable: true, description: 'Faktumets plats i sin ström.' }) version?: number;
  @SealedField({ description: 'Källan med egna ord.' }) text?: Sealed;
}
@ObjectType({ description: 'En siffra i berättelsen.' })
export class Berattelsesiffra {
  @Field() nyckel!: string;
  @Field(() => Berattelseavsnitt) avsnitt!: string;
  @Field(() => String, { nullable: true, description: 'Som det skrivs: 36,3.' }) varde?: string;
  @Field(() => Float, { nullable: true }) tal?: number;
  @Field(() => Saknat, { nullable: true }) saknas?: string;
  @Field(() => String, { nullable: true }) dag?: string;
  @Field(() => Enhet, { nullable: true }) enhet?: string;
  @Field(() => Int, { nullable: true }) ar?: number;
  @Field(() => Sifferkalla) kalla!: Sifferkalla;
}
@ObjectType({ description: 'Text under en rubrik.' })
export class Avsnittstext {
  @Field(() => Berattelseavsnitt) avsnitt!: string;
  @SealedField() text?: Sealed;
}
@ObjectType({ description: 'Något som ska stämma mellan siffror.' })
export class Sifferkontroll {
  @Field(() => Int) nr!: number;
  @Field(() => Sifferkontrollslag) slag!: string;
  @Field(() => [String]) delar!: readonly string[];
  @Field({ description: 'Siffran som redovisas.' }) mot!: string;
}
@ObjectType({ description: 'Siffror som inte stämmer.' })
export class Sifferanmarkning {
  @Field() kod!: string;
  @Field(() => Sifferallvar) allvar!: string;
  @Field() text!: string;
  @Field(() => [String]) nycklar!: readonly string[];
}
@ObjectType({ description: 'Berättelsens innehåll.' })
export class Berattelseinnehall {
  @Field(() => [Avsnittstext]) avsnitt!: readonly Avsnittstext[];
  @Field(() => [Berattelsesiffra]) siffror!: readonly Berattelsesiffra[];
  @Field(() => [Sifferkontroll]) kontroller!: readonly Sifferkontroll[];
  @Field(() => [Sifferanmarkning]) anmarkningar!: readonly Sifferanmarkning[];
  @Field(() => [Berattelseavsnitt], { description: 'Rubriker i checklistan som inte är skrivna.' }) saknadeAvsnitt!: readonly string[];
}
@ObjectType({ description: 'En färdigställd version.' })
export class Berattelseversion {
  @Field(() => Int) version!: number;
  @Field() datum!: string;
  @Field(() => Berattelseinnehall) innehall!: Berattelseinnehall;
}
@ObjectType({ description: 'Årets berättelse om kvalitetsarbetet. Det som inte är färdigställt är arbetsmaterial.' })
export class Kvalitetsberattelse {
  @Field(() => ID) id!: string;
  @Field(() => ID) namnd!: string;
  @Field(() => Sekretessklass) klass!: Sekretessklass;
  @Field(() => Int) ar!: number;
  @SealedField() rubrik?: Sealed;
  @Field(() => ID, { nullable: true }) arende?: string;
  @Field(() => [Berattelseavsnitt]) checklista!: readonly string[];
  @Field(() => Berattelseinnehall, { nullable: true, description: 'Det som skrivs, när en version är öppen.' }) utkast?: Berattelseinnehall;
  @Field(() => [Berattelseversion]) versioner!: readonly Berattelseversion[];
  @Field(() => [Kvalitetsbehandling], { description: 'Paragrafer om berättelsen, och versionen de tog upp.' }) behandlingar!: readonly Kvalitetsbehandling[];
}
const KvalitetsberattelseConnection = connectionOf(Kvalitetsberattelse, 'Kvalitetsberattelse');

@ArgsType()
class KvalitetsberattelserArgs extends ListArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() ar?: number;
  @Field(() => Boolean, { nullable: true, description: 'Bara de som skrivs.' }) @IsOptional() @IsBoolean() oppna?: boolean;
}

@Resolver(() => Kvalitetsberattelse)
export class KvalitetsberattelseResolver {
  @Query(() => Kvalitetsberattelse, { nullable: true, description: 'En kvalitetsberättelse med alla versioner.' })
  async kvalitetsberattelse(@Args() { id, ...when }: EttArgs, @Context() context: EdgeContext): Promise<Kvalitetsberattelse | null> {
    const doc = await context.reader.doc(kvalitetsberattelsen, id.toLowerCase(), when);
    return doc === undefined ? null : view(doc, (await context.reader.doc(kvalitetsberattelsen, doc.id)) ?? doc, context);
  }

  @Query(() => KvalitetsberattelseConnection, { description: 'Nämndens kvalitetsberättelser, år för år.' })
  async kvalitetsberattelser(@Args() { namnd: given, ar, oppna, first, after, ...when }: KvalitetsberattelserArgs, @Context() context: EdgeContext): Promise<Connection<Kvalitetsberattelse>> {
    const namnd = given.toLowerCase();
    const { viewer, reader } = context;
    const page = await reader.register(kvalitetsberattelsen, namnd, {
      first, after, sort: 'ar', where: { ar: { eq: ar ?? undefined }, ...(oppna === true && { oppen: { eq: 1 } }) },
      only: { ...(!viewer.may(namnd, 'sekretess') && { klass: { eq: 'oppen' } }), ...(!viewer.may(namnd, 'arbetsmaterial') && { fardig: { eq: 1 } }) },
    }, when);
    return toConnection(page, (_, doc, now) => view(doc, now, context)!);
  }
}

const view = (doc: Doc, now: Doc, { viewer }: EdgeContext): Kvalitetsberattelse | null => {
  const klass = strictest(doc.klass, now.klass);
  const arbete = strictest(klass, 'arbetsmaterial');
  const lases = doc.versioner.length === 0 ? arbete : klass;
  if (!viewer.may(doc.namnd, lases)) return null;
  const { innehall, oppen, versioner, ...rest } = doc;
  return scoped({ namnd: doc.namnd, klass: lases }, {
    ...rest, klass,
    ...(oppen && viewer.may(doc.namnd, arbete) && { utkast: innehallet({ namnd: doc.namnd, klass: arbete }, innehall, doc) }),
    versioner: versioner.map(({ version, datum, innehall: dess }) => ({ version, datum, innehall: innehallet({ namnd: doc.namnd, klass }, dess, doc) })),
  });
};
const innehallet = (scope: Scope, { avsnitt, siffror, kontroller }: Innehall, { checklista }: Doc): Berattelseinnehall => ({
  avsnitt: avsnitt.map((en) => scoped(scope, en)), siffror: siffror.map((en) => siffran(scope, en)), kontroller, anmarkningar: provaSiffror(siffror.map(somSiffra), kontroller),
  saknadeAvsnitt: checklista.filter((en) => !avsnitt.some((ett) => ett.avsnitt === en)),
});
const siffran = (scope: Scope, { varde, kalla: { logg, position, manad, ...kalla }, ...en }: Siffran): Berattelsesiffra => ({
  ...en, ...(varde !== undefined && { varde: skrivTal(varde), tal: varde.tal / 10 ** varde.decimaler }),
  kalla: scoped(scope, { ...kalla, ...(logg !== undefined && { position: `${logg}:${position}` }), ...(manad !== undefined && { manad: manad.slice(0, 7) }) }),
});

import { Args, ArgsType, Context, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { handlingen } from '@klubba/handling';
import { type Klass, type Sealed, strictest, type Token } from '@klubba/kernel';
import { type EdgeContext, enumOf, type Scope, scoped, SealedField, type When, WhenArgs } from '@klubba/kernel/edge';
import { namnden, personen } from '@klubba/namnd';
import { type Paragraf, paragrafen } from '@klubba/paragraf';
import { type Sammantrade, sammantradet } from '@klubba/sammantrade';
import { ERSATTSKAL } from './expediering.events';
import { Delgivningssatt, Instans, Mottagarslag, Utdragsslag, Utskickssatt } from './expediering.inputs.graphql';
import { bilagda } from './expediering.prepare';
import { expedieringen, type Mottagare as Mottagardoc } from './expediering.projection';
import { arAvgjord, type Bilagd, utdraget } from './expediering.utdrag.projection';

const Ersattningsskal = enumOf('Ersattningsskal', 'Varför ett utdrag inte längre är det som paragrafen säger.', ...ERSATTSKAL);

@ObjectType({ description: 'En handling som följer med beslutet.' })
export class Utdragshandling {
  @Field(() => ID) handling!: string;
  @Field(() => Int) version!: number;
  @Field({ description: 'SHA-256 över saltet och innehållet.' }) hash!: string;
}
@ObjectType({ description: 'Ett utdrag som det skickades.' })
export class SkickatUtdrag {
  @Field(() => ID) id!: string;
  @Field() datum!: string;
  @Field(() => Utskickssatt) satt!: string;
  @Field({ description: 'Det lämnade myndigheten. Det som följde med är allmän handling från den dagen.' }) expediering!: boolean;
  @Field(() => Utdragsslag, { description: 'Hänvisningen som följde med.' }) overklagandeslag!: string;
  @Field({ description: 'SHA-256 över saltet och utdragets innehåll i kanonisk form.' }) hash!: string;
  @Field(() => ID, { description: 'Vem som skickade det.' }) av!: string;
  @Field(() => [Utdragshandling]) handlingar!: readonly Utdragshandling[];
  @Field(() => String, { nullable: true, description: 'Dagen då det ersattes: ska skickas på nytt.' }) ersatt?: string;
  @Field(() => Ersattningsskal, { nullable: true }) ersattSkal?: string;
}
@ObjectType({ description: 'När en mottagare fick del av beslutet.' })
export class Delgivning {
  @Field(() => ID, { description: 'Utdraget.' }) utdrag!: string;
  @Field() datum!: string;
  @Field(() => Delgivningssatt) satt!: string;
  @SealedField({ description: 'Beviset.' }) bevis?: Sealed;
}
@ObjectType({ description: 'Försättsbladet som bekräftar en adress.' })
export class Forsattsblad {
  @Field() datum!: string;
  @SealedField({ description: 'Vem ärendet gäller.' }) galler?: Sealed;
  @SealedField() handlaggare?: Sealed;
  @SealedField({ description: 'Vem som skickar, när det inte är nämndsekreteraren.' }) avsandare?: Sealed;
  @Field(() => ID, { description: 'Vem som bekräftade.' }) av!: string;
}
@ObjectType({ description: 'En mottagare av beslutet.' })
export class Mottagare {
  @Field(() => ID) id!: string;
  @Field(() => Mottagarslag) slag!: string;
  @SealedField({ description: 'Namnet.' }) namn?: Sealed;
  @Field(() => ID, { nullable: true, description: 'Parten som mottagaren är, eller tar emot för.' }) part?: string;
  @Field({ description: 'Får veta det som är hemligt om var någon vistas.' }) farSeVistelseort!: boolean;
  @SealedField({ description: 'Dit det skickas.' }) adress?: Sealed;
  @SealedField() folkbokforingsadress?: Sealed;
  @Field(() => Boolean, { nullable: true, description: 'Adressen ska bekräftas innan något skickas.' }) osakerAdress?: boolean;
  @Field(() => Forsattsblad, { nullable: true, description: 'Adressen är bekräftad.' }) forsattsblad?: Forsattsblad;
  @Field(() => [SkickatUtdrag], { description: 'Det som är skickat, det senaste sist.' }) utdrag!: readonly SkickatUtdrag[];
  @Field(() => [Delgivning]) delgivningar!: readonly Delgivning[];
}
@ObjectType({ description: 'Hur en paragrafs beslut skickas.' })
export class Expediering {
  @Field(() => ID) punkt!: string;
  @Field(() => ID) sammantrade!: string;
  @Field(() => Int) ar!: number;
  @Field(() => Int) nummer!: number;
  @SealedField({ description: 'Källan, när den är inläst från tiden före Klubba.' }) kalla?: Sealed;
  @Field(() => [Mottagare]) mottagare!: readonly Mottagare[];
  @SealedField({ list: true, nullable: false, description: 'Det som inte får stå i ett utdrag.' }) skyddadeUppgifter!: readonly Sealed[];
}
@ObjectType({ description: 'Någon i utdraget.' })
export class Utdragsperson {
  @Field(() => ID) person!: string;
  @SealedField() namn?: Sealed;
}
@ObjectType()
export class Utdragspunkt {
  @Field(() => Int, { nullable: true, description: 'Beslutspunktens nummer.' }) nr?: number;
  @SealedField() text!: Sealed;
  @Field(() => String, { nullable: true, description: 'Dagen för en rättelse.' }) datum?: string;
}
@ObjectType({ description: 'En reservation, eller ett yttrande som fogades till protokollet.' })
export class Utdragsreservation {
  @Field(() => [Utdragsperson]) av!: readonly Utdragsperson[];
  @SealedField({ description: 'Till förmån för.' }) tillFormanFor?: Sealed;
  @SealedField() text?: Sealed;
}
@ObjectType({ description: 'Hur beslutet, eller en beslutspunkt, överklagas.' })
export class Overklagandehanvisning {
  @Field(() => Int, { nullable: true, description: 'Beslutspunkten, när den har ett eget slag.' }) beslutspunkt?: number;
  @Field(() => Utdragsslag) overklagandeslag!: string;
  @Field(() => Instans, { nullable: true }) lamnasTill?: string;
  @Field() text!: string;
  @Field() lagrum!: string;
}
@ObjectType({ description: 'Utdraget ur protokollet, som det skickas nu.' })
export class Protokollsutdrag {
  @Field() organ!: string;
  @SealedField({ description: 'Nämndens namn.' }) namnd?: Sealed;
  @Field({ description: 'Sammanträdesdagen.' }) datum!: string;
  @Field({ description: '§ 47.' }) paragraf!: string;
  @SealedField() rubrik!: Sealed;
  @Field(() => String, { nullable: true, description: 'Diarienumret.' }) beteckning?: string;
  @Field(() => [Utdragspunkt]) beslut!: readonly Utdragspunkt[];
  @SealedField({ description: 'Motiveringen, när den står under en egen rubrik.' }) beslutsmotivering?: Sealed;
  @Field(() => [Utdragspunkt], { description: 'Rättelser efter justeringen.' }) rattelser!: readonly Utdragspunkt[];
  @Field(() => [Utdragsreservation]) reservationer!: readonly Utdragsreservation[];
  @Field(() => [Utdragsreservation], { description: 'Protokollsanteckningar och särskilda yttranden.' }) yttranden!: readonly Utdragsreservation[];
  @Field(() => [Utdragshandling]) handlingar!: readonly Utdragshandling[];
  @Field(() => [Overklagandehanvisning], { description: 'Paragrafens, och beslutspunkters med ett eget slag.' }) hanvisningar!: readonly Overklagandehanvisning[];
}

@ArgsType()
class PunktArgs extends WhenArgs {
  @Field(() => ID, { description: 'Paragrafens id, och punktens på dagordningen.' }) @IsUUID() punkt!: string;
}
@ArgsType()
class UtdragArgs extends PunktArgs {
  @Field(() => ID) @IsUUID() sammantrade!: string;
}

@Resolver(() => Expediering)
export class ExpedieringResolver {
  @Query(() => Expediering, { nullable: true, description: 'Hur paragrafens beslut skickas. Visas för den som har en roll i nämnden.' })
  expediering(@Args() { punkt, ...when }: PunktArgs, @Context() context: EdgeContext): Promise<Expediering | null> {
    return expedieringFor(punkt.toLowerCase(), when, context);
  }

  @Query(() => Protokollsutdrag, { nullable: true, description: 'Utdraget ur protokollet med överklagandehänvisningen, som det skickas nu. Visas för den som har en roll i nämnden.' })
  async protokollsutdrag(@Args() { punkt, sammantrade, ...when }: UtdragArgs, @Context() context: EdgeContext): Promise<Protokollsutdrag | null> {
    const { reader, viewer } = context;
    const id = punkt.toLowerCase();
    const mote = await reader.doc(sammantradet, sammantrade.toLowerCase(), when);
    const ett = mote?.punkter.find((en) => en.id === id);
    if (mote === undefined || !arAvgjord(ett)) return null;
    const paragraf = await reader.doc(paragrafen, id, when);
    const scope = { namnd: mote.namnd, klass: await klassen(mote, id, paragraf, when, context) };
    if (!viewer.may(mote.namnd, strictest<Klass>('arbetsmaterial', scope.klass))) return null;
    const namn = (await reader.doc(namnden, mote.namnd, when))?.namn;
    const utdrag = utdraget(mote, ett, paragraf, await bilagda(id, { read: (projection, bilagd) => reader.doc(projection, bilagd, when) }), namn === undefined ? mote.organ : await viewer.open(namn as Token));
    const av = async (vilka: readonly string[]) => Promise.all(vilka.map((person) => personer(person, scope, when, context)));
    return scoped(scope, {
      organ: utdrag.organ, ...(namn !== undefined && { namnd: namn }), datum: utdrag.datum, paragraf: `§ ${utdrag.nr}`, rubrik: utdrag.rubrik, ...(utdrag.diarienummer !== undefined && { beteckning: utdrag.diarienummer }),
      beslut: utdrag.beslutspunkter.map((en) => scoped(scope, en)), ...(utdrag.beslutsmotivering !== undefined && { beslutsmotivering: utdrag.beslutsmotivering }),
      rattelser: utdrag.rattelser.map(({ beslutspunkt, ...en }) => scoped(scope, { ...en, ...(beslutspunkt !== undefined && { nr: beslutspunkt }) })),
      reservationer: await Promise.all(utdrag.reservationer.map(async ({ av: vilka, motivering, ...en }) => scoped(scope, { ...en, av: await av(vilka), ...(motivering !== undefined && { text: motivering }) }))),
      yttranden: await Promise.all(utdrag.yttranden.map(async ({ av: vilka, text }) => scoped(scope, { av: await av(vilka), text }))),
      handlingar: await synliga(utdrag.handlingar, scope, context), hanvisningar: utdrag.hanvisningar.map((en) => scoped(scope, en)),
    });
  }
}

/** As a § shows it, too: nothing for those outside. */
export const expedieringFor = async (punkt: string, when: When, context: EdgeContext): Promise<Expediering | null> => {
  const { reader, viewer } = context;
  const doc = await reader.doc(expedieringen, punkt, when);
  if (doc === undefined) return null;
  const paragraf = await reader.doc(paragrafen, punkt, when);
  const klass = await klassen(await reader.doc(sammantradet, doc.sammantrade, when), punkt, paragraf, when, context);
  const scope = { namnd: doc.namnd, klass: strictest<Klass>(klass, doc.klass) };
  if (!viewer.may(doc.namnd, strictest<Klass>('arbetsmaterial', scope.klass))) return null;
  return scoped(scope, {
    punkt, sammantrade: doc.sammantrade, ar: doc.ar, nummer: doc.nr, ...(doc.kalla !== undefined && { kalla: doc.kalla }),
    mottagare: await Promise.all(doc.mottagare.map((en) => mottagaren(en, paragraf, scope, when, context))), skyddadeUppgifter: doc.skyddade.flatMap(({ uppgifter }) => uppgifter),
  });
};

/** The strictest of what the § was and is. */
const klassen = async (mote: Sammantrade | undefined, punkt: string, paragraf: Paragraf | undefined, when: When, { reader }: EdgeContext): Promise<Klass> => {
  const av = (doc: Sammantrade | undefined): Klass | undefined => doc?.punkter.find(({ id }) => id === punkt)?.klass;
  const nu = when.vid === undefined || when.vid === null ? mote : mote && (await reader.doc(sammantradet, mote.id));
  return strictest<Klass>('oppen', av(mote), av(nu), paragraf?.klass, (await reader.doc(paragrafen, punkt))?.klass);
};

const mottagaren = async ({ mottagare: id, slag, namn: skrivet, part, farSeVistelseort, adress, utdrag, delgivningar }: Mottagardoc, paragraf: Paragraf | undefined, scope: Scope, when: When, context: EdgeContext): Promise<Mottagare> => {
  // A party has its name at the §.
  const parten = paragraf?.parter.find((en) => en.part === part);
  const namn = skrivet ?? parten?.namn ?? (parten?.person === undefined ? undefined : (await context.reader.doc(personen, parten.person, when))?.namn);
  return scoped(scope, {
    id, slag, farSeVistelseort, ...(namn !== undefined && { namn }), ...(part !== undefined && { part }),
    ...(adress !== undefined && {
      adress: adress.adress, osakerAdress: adress.osaker, ...(adress.folkbokforingsadress !== undefined && { folkbokforingsadress: adress.folkbokforingsadress }),
      ...(adress.bekraftad !== undefined && { forsattsblad: scoped(scope, adress.bekraftad) }),
    }),
    utdrag: await Promise.all(utdrag.map(async ({ utdrag: ett, ersatt, handlingar, salt: _s, form: _f, ...en }) => scoped(scope, { ...en, id: ett, handlingar: await synliga(handlingar, scope, context), ...(ersatt !== undefined && { ersatt: ersatt.datum, ersattSkal: ersatt.skal }) }))),
    delgivningar: delgivningar.map((en) => scoped(scope, en)),
  });
};

const personer = async (person: string, scope: Scope, when: When, { reader }: EdgeContext): Promise<Utdragsperson> => {
  const namn = (await reader.doc(personen, person, when))?.namn;
  return scoped(scope, { person, ...(namn !== undefined && { namn }) });
};

/** Those that are secret today, by their own marking, are not told of to others. */
const synliga = async (handlingar: readonly Bilagd[], { namnd }: Scope, { reader, viewer }: EdgeContext): Promise<readonly Utdragshandling[]> => {
  const klasser = await Promise.all(handlingar.map(async ({ handling }) => (await reader.doc(handlingen, handling))?.klass ?? 'sekretess'));
  return handlingar.filter((_, i) => viewer.may(namnd, klasser[i]!)).map((en) => scoped({ namnd, klass: 'arbetsmaterial' }, en));
};

import { Args, ArgsType, Context, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsInt, IsOptional, IsUUID, Min } from 'class-validator';
import { delegationsbeslutet } from '@klubba/delegation';
import { handlingen } from '@klubba/handling';
import { type Klass, type Sealed, strictest, type Token } from '@klubba/kernel';
import { type EdgeContext, enumOf, scoped, SealedField, type Viewer, type When, WhenArgs } from '@klubba/kernel/edge';
import { delegatbesluten, lexSarahn } from '@klubba/lexsarah';
import { type Sammantrade, sammantradet } from '@klubba/sammantrade';
import { tjansteskrivelsen } from '@klubba/tjansteskrivelse';
import { FAKTUM, MAL, Signeringsslag } from './signatur.graphql';
import { type Forseglade, type Klubbatext, protokollstext, SKILLNADSSLAG, skillnader } from './signatur.jamforelse';
import { type Undertecknat as Doc, undertecknade as undertecknadeFiler } from './signatur.projection';

const Underskriftskalla = enumOf('Underskriftskalla', 'Var underskriften står: en elektronisk signatur i filen, eller läst ur filens text och inte verifierad.', 'signatur', 'text');
const Tidskalla = enumOf('Tidskalla', 'Vem som säger tiden: signaturen, filen omkring den, eller filens text.', 'signaturen', 'filen', 'texten');
const Skillnadsslag = enumOf('Skillnadsslag', 'Hur filen och Klubba skiljer sig.', ...SKILLNADSSLAG);
const UPPLYSNING = 'Klubba har läst vad som står i filen och jämfört med sin egen text. Det är ingen rättslig prövning av underskrifterna: certifikatens giltighet och utfärdare är inte kontrollerade.';

@ObjectType({ description: 'En underskrift som den står i filen.' })
export class Underskrift {
  @Field(() => Underskriftskalla) kalla!: string;
  @SealedField({ description: 'Namnet i certifikatet, eller i texten.' }) namn?: Sealed;
  @SealedField({ description: 'Tiden, som den står.' }) tid?: Sealed;
  @Field(() => Tidskalla, { nullable: true, description: 'Vem som säger tiden.' }) tidskalla?: string;
  @Field(() => Boolean, { nullable: true, description: 'Det undertecknade är oförändrat. Saknas när det inte kan räknas.' }) orord?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Signaturen täcker hela filen. Av flera gör bara den sista det.' }) helaFilen?: boolean;
}
@ObjectType({ description: 'En skillnad mellan filens text och Klubbas. Radbrytningar, avstavning och citattecken räknas inte.' })
export class Skillnad {
  @Field(() => Int, { nullable: true, description: 'Paragrafen.' }) paragraf?: number;
  @Field(() => Skillnadsslag) slag!: string;
  @Field(() => String, { nullable: true, description: 'Vad i paragrafen eller skrivelsen: rubrik, beslut 1 …' }) del?: string;
  @Field(() => String, { nullable: true, description: 'Klubbas text.' }) klubba?: string;
  @Field(() => String, { nullable: true, description: 'Filens text.' }) filen?: string;
}
@ObjectType({ description: 'Ett papper som är undertecknat utanför Klubba, som det står i filen.' })
export class Undertecknat {
  @Field(() => ID) id!: string;
  @Field(() => Signeringsslag) slag!: string;
  @Field(() => Int, { nullable: true, description: 'Tjänsteskrivelsens version när filen lades till.' }) version?: number;
  @Field(() => Int, { nullable: true, description: 'Vilket protokoll.' }) omgang?: number;
  @Field(() => Int, { nullable: true, description: FAKTUM }) faktum?: number;
  @Field(() => ID, { description: 'Filen, som handling.' }) handling!: string;
  @Field(() => Int) handlingsversion!: number;
  @Field({ description: 'Filens summa, som på handlingen.' }) hash!: string;
  @Field(() => Int) sidor!: number;
  @Field({ description: 'När den lades till, UTC.' }) at!: string;
  @Field({ description: 'Vad detta är, och inte är.' }) upplysning!: string;
  @Field(() => [Underskrift], { description: 'Underskrifterna i filen.' }) underskrifter!: readonly Underskrift[];
  @Field(() => [Skillnad], { description: 'Vad som skiljer filens text från Klubbas.' }) skillnader!: readonly Skillnad[];
}

@ArgsType()
class UndertecknadeArgs extends WhenArgs {
  @Field(() => ID, { description: MAL }) @IsUUID() mal!: string;
  @Field(() => Int, { nullable: true, description: 'Ett visst protokoll.' }) @IsOptional() @IsInt() @Min(1) omgang?: number;
}

@Resolver(() => Undertecknat)
export class UndertecknatResolver {
  @Query(() => [Undertecknat], { description: 'Filer som är undertecknade utanför Klubba, bredvid Klubbas text. Visas för den som har en roll i nämnden.' })
  async undertecknade(@Args() { mal, omgang, ...when }: UndertecknadeArgs, @Context() context: EdgeContext): Promise<readonly Undertecknat[]> {
    const alla = await context.reader.doc(undertecknadeFiler, mal.toLowerCase(), when);
    if (alla === undefined || !context.viewer.may(alla.namnd, 'arbetsmaterial')) return [];
    const visade: Undertecknat[] = [];
    for (const en of alla.undertecknade.filter((ett) => omgang === undefined || omgang === null || ett.omgang === omgang)) {
      const klubbas = await klubbasText(en, when, context);
      const klass = strictest<Klass>('arbetsmaterial', en.klass, klubbas.klass, (await context.reader.doc(handlingen, en.handling))?.klass);
      // All of it or nothing: a file is one paper, and what it says of a secret § stands between the others.
      if (context.viewer.may(alla.namnd, klass)) visade.push(await undertecknat(alla.namnd, klass, en, klubbas, context.viewer));
    }
    return visade;
  }
}

type Text = { readonly del: string; readonly text: Sealed };
type Klubbas = Forseglade & { readonly klass?: Klass | undefined };
type Lasare = EdgeContext['reader'];
const INGET: Klubbas = { delar: [], andra: [] };
const helt = (...delar: readonly (Text | undefined)[]): Klubbas => ({ delar: [{ delar: delar.filter((en) => en !== undefined) }], andra: [] });

/** What Klubba has in the place of the file, in tokens; the class is the strictest of what it was and what it is. */
const klubbasText = (doc: Doc, when: When, { reader }: EdgeContext): Promise<Klubbas> => {
  switch (doc.slag) {
    case 'tjansteskrivelse': return skrivelsens(doc, when, reader);
    case 'protokoll': return protokollets(doc, when, reader);
    case 'delegationsbeslut': return delegationsbeslutets(doc, when, reader);
    case 'lexsarah': return lexSarahBeslutets(doc, when, reader);
  }
};
const skrivelsens = async ({ mal }: Doc, when: When, reader: Lasare): Promise<Klubbas> => {
  const doc = await reader.doc(tjansteskrivelsen, mal, when);
  if (doc === undefined) return INGET;
  const { rubrik, forslag, sammanfattning, arendebeskrivning, bedomning } = doc;
  return {
    ...helt({ del: 'rubrik', text: rubrik }, ...forslag.map(({ nr, text }) => ({ del: `förslag ${nr}`, text })), sammanfattning && { del: 'sammanfattning', text: sammanfattning },
      { del: 'ärendebeskrivning', text: arendebeskrivning }, bedomning && { del: 'bedömning', text: bedomning }),
    klass: strictest(doc.klass, (await reader.doc(tjansteskrivelsen, mal))?.klass),
  };
};
const protokollets = async ({ mal, punkter = [] }: Doc, when: When, reader: Lasare): Promise<Klubbas> => {
  const [mote, nu] = [await reader.doc(sammantradet, mal, when), await reader.doc(sammantradet, mal)];
  const valda = (doc: Sammantrade | undefined) => doc?.punkter.filter(({ id }) => punkter.includes(id)) ?? [];
  return {
    klass: strictest<Klass>('oppen', ...valda(mote).map(({ klass }) => klass), ...valda(nu).map(({ klass }) => klass)),
    ...(mote === undefined ? INGET : protokollstext(mote, punkter)),
  };
};
const delegationsbeslutets = async ({ mal }: Doc, when: When, reader: Lasare): Promise<Klubbas> => {
  const doc = await reader.doc(delegationsbeslutet, mal, when);
  return doc === undefined ? INGET : { ...helt({ del: 'beslut', text: doc.beslut }), klass: strictest(doc.klass, (await reader.doc(delegationsbeslutet, mal))?.klass) };
};
const lexSarahBeslutets = async ({ mal, faktum }: Doc, when: When, reader: Lasare): Promise<Klubbas> => {
  const doc = await reader.doc(lexSarahn, mal, when);
  const beslut = doc && delegatbesluten(doc).find((en) => en.faktum === faktum)?.data;
  const { motivering, text, grund }: { readonly motivering?: Sealed; readonly text?: Sealed; readonly grund?: Sealed } = beslut ?? {};
  return { ...helt(motivering && { del: 'motivering', text: motivering }, text && { del: 'beslut', text }, grund && { del: 'grund', text: grund }), klass: 'sekretess' };
};

const undertecknat = async (namnd: string, klass: Klass, doc: Doc, { delar, andra }: Klubbas, viewer: Viewer): Promise<Undertecknat> => {
  const { id, slag, version, omgang, faktum, handling, handlingsversion, hash, sidor, at, underskrifter, avsnitt } = doc;
  const oppna = async (text: Sealed): Promise<string> => viewer.open(text as Token);
  const klubba: readonly Klubbatext[] = await Promise.all(delar.map(async ({ nummer, delar: egna }) => ({
    ...(nummer !== undefined && { nummer }), delar: await Promise.all(egna.map(async ({ del, text }) => ({ del, text: await oppna(text) }))),
  })));
  const filen = await Promise.all(avsnitt.map(async ({ nummer, text }) => ({ ...(nummer !== undefined && { nummer }), text: await oppna(text) })));
  const scope = { namnd, klass };
  return scoped(scope, {
    id, slag, handling, handlingsversion, hash, sidor, at, upplysning: UPPLYSNING, ...(version !== undefined && { version }), ...(omgang !== undefined && { omgang }), ...(faktum !== undefined && { faktum }),
    underskrifter: underskrifter.map((en) => scoped(scope, en)),
    skillnader: skillnader(klubba, filen, andra).map((en) => scoped(scope, en)),
  });
};

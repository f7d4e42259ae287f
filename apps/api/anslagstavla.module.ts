import { Module } from '@nestjs/common';
import { Args, ArgsType, Context, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsOptional, IsUUID, ValidateBy } from 'class-validator';
import { delegationsbeslutet, delegationsbeslutetsAnslag } from '@klubba/delegation';
import { type Event, type Projection, type Sealed, strictest, type Token } from '@klubba/kernel';
import { type EdgeContext, enumOf, IsDatum, scoped, SealedField, type When, WhenArgs } from '@klubba/kernel/edge';
import { kungorelsebevis, kungorelsen, kungorelsensAnslag } from '@klubba/kungorelse';
import { ANSLAGSSLAG, type Anslagspost as Post, arDatum, dagarMellan, endastDatum, lokaltDatum, varUppe } from '@klubba/lagrum';
import { type Namnd, namnden } from '@klubba/namnd';
import { anslagstext, sammantradetsAnslag, sammantradet } from '@klubba/sammantrade';

const Anslagsslag = enumOf('Anslagsslag', 'Vad som finns på anslagstavlan (KL 8 kap. 10–11 §§).', ...ANSLAGSSLAG);

@ObjectType({ description: 'Något som är eller har varit uppe på kommunens anslagstavla. Visas för alla, utan det som är sekretess.' })
export class Anslagspost {
  @Field(() => Anslagsslag) slag!: string;
  @Field(() => ID) namnd!: string;
  @Field({ description: 'Organets bokstäver.' }) organ!: string;
  @Field({ description: 'Vad det är känt under: §§ 25–43 2018-03-21.' }) referens!: string;
  @SealedField({ description: 'Rubriken på en kungörelse.' }) rubrik?: Sealed;
  @SealedField({ description: 'Kungörelsen som den står.' }) text?: Sealed;
  @Field(() => String, { nullable: true, description: 'Tillkännagivandet av ett justerat protokoll, som det står: var protokollet finns och hur besluten överklagas.' }) tillkannagivande?: string;
  @SealedField({ description: 'Var sammanträdet hålls.' }) plats?: Sealed;
  @SealedField({ description: 'Var handlingarna finns på webben.' }) lank?: Sealed;
  @Field({ description: 'Dagen då det sattes upp.' }) uppsatt!: string;
  @Field(() => String, { nullable: true, description: 'Sista dagen att sätta upp det.' }) senast?: string;
  @Field(() => String, { nullable: true, description: 'Första dagen det får tas ned.' }) nedtasTidigast?: string;
  @Field(() => String, { nullable: true, description: 'Dagen då det togs ned.' }) nedtaget?: string;
  @Field({ description: 'Det var inte uppe hela tiden.' }) brutet!: boolean;
  @Field() lagrum!: string;
  @Field(() => ID, { description: 'Kungörelsen, sammanträdet eller delegationsbeslutet.' }) mal!: string;
  @Field(() => Int, { nullable: true, description: 'Vilket av sammanträdets protokoll.' }) omgang?: number;
  @Field(() => String, { nullable: true, description: 'Bevis om att en kungörelse har suttit uppe, när den är nedtagen.' }) bevis?: string;
  @SealedField({ description: 'Den som begärde kungörelsen.' }) bestallare?: Sealed;
}

/** So many days at a time: the board is open to all, and goes back as long as the municipality has used Klubba. */
const SPANN_MAX = 366;
const dagens = (): string => lokaltDatum(new Date().toISOString());
const IsSpann = (): PropertyDecorator => ValidateBy({
  name: 'isSpann',
  validator: {
    validate: (fran: unknown, given) => {
      const till = (given!.object as AnslagstavlaArgs).till ?? dagens();
      // What is no day is told by its own rule.
      if (typeof fran !== 'string' || !arDatum(fran) || !arDatum(till)) return true;
      const dagar = dagarMellan(fran, till);
      return dagar >= 0 && dagar <= SPANN_MAX;
    },
    defaultMessage: () => `ska vara samma dag som till eller högst ${SPANN_MAX} dagar före; utelämnat är till i dag.`,
  },
});

@ArgsType()
class AnslagstavlaArgs extends WhenArgs {
  @Field(() => ID, { nullable: true, description: 'Ett organs. Utelämnad: hela kommunens.' }) @IsOptional() @IsUUID() namnd?: string;
  @Field(() => String, { nullable: true, description: `Det som var uppe någon gång från denna dag, högst ${SPANN_MAX} dagar före till. Utelämnad: samma dag som till.` }) @IsOptional() @IsSpann() @IsDatum() fran?: string;
  @Field(() => String, { nullable: true, description: 'Till denna. Utelämnad: i dag.' }) @IsOptional() @IsDatum() till?: string;
}
type Fraga = { readonly namnd: Namnd; readonly fran: string; readonly till: string; readonly when: When; readonly context: EdgeContext };
type Rad = Post & Partial<Omit<Anslagspost, keyof Post>> & { readonly mal: string };
const SIDA = 200;

/** The rows of a register that had something up then: each is found by the first and the last day that it did. */
const ur = async <Doc, E extends Event>(projection: Projection<Doc, E>, { namnd, fran, till, when, context: { reader } }: Fraga, rader: (doc: Doc, now: Doc, id: string) => readonly Rad[] | Promise<readonly Rad[]>): Promise<readonly Rad[]> => {
  const alla: Rad[] = [];
  for (let after: string | undefined; ; ) {
    const { rows, more } = await reader.register(projection, namnd.id, { first: SIDA, ...(after !== undefined && { after }), where: { nere: { from: fran }, uppe: { to: till } }, sort: 'nere' }, when);
    for (const { id, doc, now } of rows) alla.push(...(await rader(doc, now, id)));
    after = rows.at(-1)?.cursor;
    if (!more || after === undefined) return alla;
  }
};

/** One list of the board, joined here since nouns do not see each other's edge: what each of them has there by a pure function of its document, and its words. */
const organets = async (fraga: Fraga): Promise<readonly Rad[]> => {
  const { namnd, context: { viewer } } = fraga;
  const namn = await viewer.open(namnd.namn as Token);
  return (await Promise.all([
    ur(sammantradet, fraga, async (mote) => Promise.all(sammantradetsAnslag(mote).map(async ({ protokoll, ...post }): Promise<Rad> => ({
      ...post, mal: mote.id,
      ...(protokoll === undefined ? { plats: mote.plats } : {
        omgang: protokoll.omgang,
        tillkannagivande: anslagstext({ organ: namn, motesdag: mote.datum, ...protokoll }, protokoll.anslag, await viewer.open(protokoll.anslag.forvaringsplats as Token), endastDatum.sistaLaglighet(post.uppsatt)),
      }),
    })))),
    ur(delegationsbeslutet, fraga, (doc, now, id) => delegationsbeslutetsAnslag(doc, strictest(doc.klass, now.klass)).map((post) => ({ ...post, mal: id }))),
    ur(kungorelsen, fraga, (doc) => {
      const { rubrik, text, lank, senast, bestallare } = doc;
      const bevis = kungorelsebevis(doc);
      return [{
        ...kungorelsensAnslag(doc), mal: doc.id, rubrik, text, ...(lank !== undefined && { lank }), ...(senast !== undefined && { senast }), ...(bestallare !== undefined && { bestallare }), ...(bevis !== undefined && { bevis }),
      }];
    }),
  ])).flat();
};

@Resolver(() => Anslagspost)
class AnslagstavlaResolver {
  @Query(() => [Anslagspost], { description: 'Kommunens anslagstavla: anslag och kungörelser som är uppe, eller var det då, det senast uppsatta först.' })
  async anslagstavla(@Args() { namnd, fran, till, ...when }: AnslagstavlaArgs, @Context() context: EdgeContext): Promise<readonly Anslagspost[]> {
    const efter = till ?? dagens();
    const fore = fran ?? efter;
    const rader: (Anslagspost & Rad)[] = [];
    for (const organ of await organen(namnd ?? undefined, when, context)) {
      const dess = (await organets({ namnd: organ, fran: fore, till: efter, when, context })).filter((en) => varUppe(en, fore, efter));
      rader.push(...dess.map((en) => scoped({ namnd: organ.id, klass: 'oppen' }, { ...en, namnd: organ.id, organ: organ.organ })));
    }
    return rader.sort((a, b) => (a.uppsatt < b.uppsatt ? 1 : a.uppsatt > b.uppsatt ? -1 : 0));
  }
}
const organen = async (namnd: string | undefined, when: When, { reader }: EdgeContext): Promise<readonly Namnd[]> => {
  if (namnd !== undefined) return [await reader.doc(namnden, namnd.toLowerCase(), when)].filter((en) => en !== undefined);
  const alla: Namnd[] = [];
  for (let after: string | undefined; ; ) {
    const { rows, more } = await reader.page(namnden, null, { first: SIDA, ...(after !== undefined && { after }) }, when);
    alla.push(...rows.map(({ doc }) => doc));
    after = rows.at(-1)?.cursor;
    if (!more || after === undefined) return alla;
  }
};

@Module({ providers: [AnslagstavlaResolver] })
export class AnslagstavlaModule {}

import { Module } from '@nestjs/common';
import { Args, ArgsType, Context, Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsEnum, IsOptional, IsUUID } from 'class-validator';
import { ROLLER } from '@klubba/behorighet';
import { delegationsbeslutet, delegationsbeslutetsKlockor } from '@klubba/delegation';
import { expedieringen, expedieringensKlockor } from '@klubba/expediering';
import { handlingen, handlingensKlockor } from '@klubba/handling';
import type { Event, Projection, Where } from '@klubba/kernel';
import { type EdgeContext, enumOf, IsDatum, scoped, type When, WhenArgs } from '@klubba/kernel/edge';
import { avvikelsen, avvikelsensKlockor, ejverkstalldrapporten, insatsbeslutet, insatsbeslutetsKlockor, klagomalet, klagomaletsKlockor, overklagandet, overklagandetsKlockor, rapporternasKlockor } from '@klubba/kvalitet';
import { kungorelsen, kungorelsensKlockor } from '@klubba/kungorelse';
import { iOrdning, type Klocka, KLOCKSLAG, lokaltDatum, visas } from '@klubba/lagrum';
import { lexSarahn, lexSarahRutinerna, lexSarahsKlockor } from '@klubba/lexsarah';
import { paragrafen, paragrafensKlockor, spann } from '@klubba/paragraf';
import { remissen, remissensKlockor } from '@klubba/remiss';
import { sammantradet, sammantradetsKlockor } from '@klubba/sammantrade';
import { utlamnandet, utlamnandetsKlockor } from '@klubba/utlamnande';

type Klockor<Doc> = (doc: Doc) => readonly Klocka[];
type Lopande = Klocka & { readonly mal: readonly string[] };
type Fraga = { readonly namnd: string; readonly idag: string; readonly when: When; readonly context: EdgeContext };
const SIDA = 200;
/** One list of all the clocks of a nämnd, joined here since nouns do not see each other's edge. A noun that has clocks tells them by a pure function of its document, through its front door, and is a row here. */
const alla = async <Doc>(klockor: Klockor<Doc>, idag: string, sida: (after: string | undefined) => Promise<{ readonly rows: readonly { readonly id: string; readonly doc: Doc; readonly cursor: string }[]; readonly more: boolean }>): Promise<readonly Lopande[]> => {
  const lopande: Lopande[] = [];
  for (let after: string | undefined; ; ) {
    const { rows, more } = await sida(after);
    for (const { id, doc } of rows) lopande.push(...klockor(doc).filter((en) => visas(en, idag)).map((en) => ({ ...en, mal: [id] })));
    after = rows.at(-1)?.cursor;
    if (!more || after === undefined) return lopande;
  }
};
/** Of a list: what has no clock that is still shown never leaves the read model. */
const ur = <Doc, E extends Event>(projection: Projection<Doc, E>, klockor: Klockor<Doc>) => ({
  slag: projection.category,
  lopande: ({ namnd, idag, when, context: { reader } }: Fraga) =>
    alla(klockor, idag, (after) => reader.page(projection, namnd, { first: SIDA, ...(after !== undefined && { after }), only: (doc) => klockor(doc).some((en) => visas(en, idag)) }, when)),
});
/** Of a register: only rows with something that waits are read. `oppna` are those that anyone with a role in the nämnd may know of; the others need to be allowed to read what is secret. */
const urRegister = <Doc, E extends Event>(projection: Projection<Doc, E>, klockor: Klockor<Doc>, { sort, where, oppna }: { readonly sort: string; readonly where: Where; readonly oppna?: Where }) => ({
  slag: projection.category,
  lopande: ({ namnd, idag, when, context: { reader, viewer } }: Fraga) => {
    const only = oppna === undefined || viewer.may(namnd, 'sekretess') ? undefined : oppna;
    return alla(klockor, idag, (after) => reader.register(projection, namnd, { first: SIDA, ...(after !== undefined && { after }), where, ...(only && { only }), sort }, when));
  },
});
const OPPNA = { klass: { eq: 'oppen' } } as const;
const KALLOR = [
  ur(sammantradet, sammantradetsKlockor), ur(paragrafen, paragrafensKlockor), ur(expedieringen, expedieringensKlockor), ur(ejverkstalldrapporten, rapporternasKlockor),
  urRegister(remissen, remissensKlockor, { sort: 'svarstid', where: { oppen: { eq: 1 } }, oppna: OPPNA }),
  urRegister(delegationsbeslutet, delegationsbeslutetsKlockor, { sort: 'klocka', where: { klocka: { from: '' } }, oppna: { offentlig: { eq: 1 } } }),
  urRegister(klagomalet, klagomaletsKlockor, { sort: 'svarSenast', where: { obesvarat: { eq: 1 } }, oppna: OPPNA }),
  urRegister(avvikelsen, avvikelsensKlockor, { sort: 'inkom', where: { klocka: { eq: 1 } }, oppna: OPPNA }),
  urRegister(insatsbeslutet, insatsbeslutetsKlockor, { sort: 'grans', where: { oppen: { eq: 1 } }, oppna: OPPNA }),
  urRegister(overklagandet, overklagandetsKlockor, { sort: 'inkom', where: { oppen: { eq: 1 }, overlamnat: { eq: 0 } }, oppna: OPPNA }),
  urRegister(handlingen, handlingensKlockor, { sort: 'datum', where: { oregistrerad: { eq: 1 } }, oppna: OPPNA }),
  urRegister(kungorelsen, kungorelsensKlockor, { sort: 'uppe', where: { vantar: { eq: 1 } }, oppna: {} }),
  urRegister(utlamnandet, utlamnandetsKlockor, { sort: 'inkom', where: { vantar: { eq: 1 } }, oppna: {} }),
  // The days that the nämnd has set itself stand in its routine.
  { slag: lexSarahn.category, lopande: async (fraga: Fraga) => {
    const rutiner = await fraga.context.reader.doc(lexSarahRutinerna, fraga.namnd, fraga.when);
    return urRegister(lexSarahn, (doc) => lexSarahsKlockor(doc, rutiner), { sort: 'mottagen', where: { klocka: { eq: 1 } } }).lopande(fraga);
  } },
] as const;

/** Clocks of one rule, day and grupp as one: the §§ of a protocol by their numbers. */
const hopslagna = (klockor: readonly Lopande[]): readonly Lopande[] => {
  const grupper = new Map<string, Lopande[]>();
  const enskilda: Lopande[] = [];
  for (const en of klockor) {
    if (en.grupp === undefined) enskilda.push(en);
    else {
      const nyckel = `${en.grupp.id} ${en.regel} ${en.lag}`;
      grupper.set(nyckel, [...(grupper.get(nyckel) ?? []), en]);
    }
  }
  return [...enskilda, ...[...grupper.values()].map((en): Lopande => ({ ...en[0]!, mal: en.flatMap(({ mal }) => mal), galler: `${spann(en.map(({ grupp }) => ({ nr: grupp!.nr, bokstav: grupp!.bokstav })))} ${en[0]!.grupp!.tillagg}` }))];
};

const Klockslag = enumOf('Klockslag', 'Något som ska göras, eller en dag som betyder något.', ...KLOCKSLAG);
const Fristagare = enumOf('Fristagare', 'Rollen som ser till fristen.', ...ROLLER.filter((roll) => roll !== 'allmanhet'));
const Fristkalla = enumOf('Fristkalla', 'Vad fristen hör till.', ...KALLOR.map(({ slag }) => slag));

@ObjectType({ description: 'En frist som löper: vilken dag, enligt vilken regel, vem som ser till den och hur den är räknad. Säger bara paragrafnummer, inga rubriker och namn.' })
export class Frist {
  @Field({ description: 'Regelns kod.' }) regel!: string;
  @Field(() => Klockslag) slag!: string;
  @Field({ description: 'Vad som ska göras, eller vad dagen betyder.' }) vad!: string;
  @Field({ description: 'Vad den gäller: §§ 25–43 2018-03-21.' }) galler!: string;
  @Field({ description: 'Lagens dag.' }) lag!: string;
  @Field({ description: 'Dagen att arbeta mot: sista vardagen, innan lagens dag flyttades.' }) drift!: string;
  @Field({ description: 'Lagens dag har passerat.' }) passerad!: boolean;
  @Field({ description: 'Rollen som ser till den.' }) agare!: string;
  @Field(() => [String], { description: 'Hur dagen är räknad.' }) varfor!: readonly string[];
  @Field() lagrum!: string;
  @Field(() => Fristkalla) kalla!: string;
  @Field(() => [ID], { description: 'Sammanträdet, eller paragraferna.' }) mal!: readonly string[];
}

@ArgsType()
class FristerArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => String, { nullable: true, description: 'Vilken dag. Utelämnad: i dag.' }) @IsOptional() @IsDatum() pa?: string;
  @Field(() => String, { nullable: true, description: 'Bara dem vars dag att arbeta mot är senast denna.' }) @IsOptional() @IsDatum() senast?: string;
  @Field(() => Fristagare, { nullable: true, description: 'Bara en rolls.' }) @IsOptional() @IsEnum(Fristagare) agare?: keyof typeof Fristagare;
}

@Resolver(() => Frist)
class FristerResolver {
  @Query(() => [Frist], { description: 'Alla frister som löper i nämnden, den äldsta först; det som är gjort är borta. Visas för den som har en roll i nämnden.' })
  async frister(@Args() { namnd, pa, senast, agare, ...when }: FristerArgs, @Context() context: EdgeContext): Promise<readonly Frist[]> {
    const id = namnd.toLowerCase();
    if (!context.viewer.may(id, 'arbetsmaterial')) return [];
    const idag = pa ?? lokaltDatum(new Date().toISOString());
    const rader = await Promise.all(KALLOR.map(async (en) => hopslagna(await en.lopande({ namnd: id, idag, when, context })).map((klocka) => ({ ...klocka, kalla: en.slag }))));
    return iOrdning(rader.flat())
      .filter((en) => (senast === undefined || senast === null || en.drift <= senast) && (agare === undefined || agare === null || en.agare === agare))
      .map(({ visasTill: _v, grupp: _g, ...en }) => scoped({ namnd: id, klass: 'arbetsmaterial' }, { ...en, passerad: en.lag < idag }));
  }
}

@Module({ providers: [FristerResolver] })
export class FristerModule {}

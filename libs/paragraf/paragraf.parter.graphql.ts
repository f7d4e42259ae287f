import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Sealed } from '@klubba/kernel';
import { type EdgeContext, type Scope, scoped, SealedField, type When } from '@klubba/kernel/edge';
import { personen } from '@klubba/namnd';
import { harBesvar } from './paragraf.klockor.projection';
import { besvarsfristerFor } from './paragraf.lagakraft.projection';
import { Delfaendesatt, Rattidsundantag } from './paragraf.parter.inputs.graphql';
import type { Paragraf as Doc } from './paragraf.projection';

@ObjectType({ description: 'När en part fick del av beslutet, och hur det är känt.' })
export class Delfaende {
  @Field() datum!: string;
  @Field(() => Delfaendesatt) satt!: string;
  @SealedField({ description: 'Beviset.' }) bevis?: Sealed;
  @Field(() => ID, { nullable: true, description: 'Mottagaren i expedieringen, när det kom den vägen.' }) mottagare?: string;
}
@ObjectType({ description: 'En part i paragrafens beslut, med sin egen tid.' })
export class Part {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: 'Texterna kallar parten så: part 2.' }) nr!: number;
  @Field(() => ID, { nullable: true }) person?: string;
  @SealedField({ description: 'Namnet.' }) namn?: Sealed;
  @Field({ description: 'Företräder det allmänna.' }) allman!: boolean;
  @Field(() => [Delfaende]) delfaenden!: readonly Delfaende[];
  @Field(() => String, { nullable: true, description: 'Sista dag för parten att överklaga, vid förvaltningsbesvär.' }) sista?: string;
  @Field(() => [String], { description: 'Hur den är räknad, eller varför den inte kan räknas.' }) varfor!: readonly string[];
}
@ObjectType({ description: 'Ett överklagande som kom in till kommunen.' })
export class Overklagande {
  @Field(() => ID) id!: string;
  @Field(() => ID, { nullable: true }) part?: string;
  @SealedField({ description: 'Vem som överklagar, när det inte är en registrerad part.' }) av?: Sealed;
  @Field({ description: 'Dagen då det kom in.' }) datum!: string;
  @Field(() => Boolean, { nullable: true, description: 'Det kom in i rätt tid, eller avvisas inte ändå. Saknas: inte prövat.' }) iTid?: boolean;
  @Field(() => String, { nullable: true, description: 'Dagen för prövningen.' }) provat?: string;
  @Field(() => String, { nullable: true, description: 'Partens sista dag, som den räknades.' }) sista?: string;
  @Field(() => Rattidsundantag, { nullable: true }) undantag?: string;
  @SealedField() skal?: Sealed;
  @Field(() => String, { nullable: true, description: 'Dagen då det överlämnades.' }) overlamnat?: string;
  @SealedField({ description: 'Domstolen.' }) domstol?: Sealed;
}

/** The parties of a § with their days, for one who may see it. */
export const parterna = async (doc: Doc, scope: Scope, when: When, { reader }: EdgeContext): Promise<readonly Part[]> => {
  const frister = harBesvar(doc) ? besvarsfristerFor(doc).parter : [];
  const alla: Part[] = [];
  for (const [i, { part: id, person, namn: skrivet, allman, delfaenden }] of doc.parter.entries()) {
    const namn = skrivet ?? (person === undefined ? undefined : (await reader.doc(personen, person, when))?.namn);
    const frist = frister[i];
    alla.push(scoped(scope, {
      id, nr: i + 1, allman, ...(person !== undefined && { person }), ...(namn !== undefined && { namn }), delfaenden: delfaenden.map((en) => scoped(scope, en)),
      ...(frist?.sista !== undefined && frist.sista !== null && { sista: frist.sista }), varfor: frist?.varfor ?? [],
    }));
  }
  return alla;
};

export const overklagandena = ({ overklaganden }: Doc, scope: Scope): readonly Overklagande[] =>
  overklaganden.map(({ overklagande: id, part, av, datum, rattid, overlamnat }) => scoped(scope, {
    id, datum, ...(part !== undefined && { part }), ...(av !== undefined && { av }),
    ...(rattid !== undefined && { iTid: rattid.iTid, provat: rattid.datum, ...(rattid.sista !== undefined && { sista: rattid.sista }), ...(rattid.undantag !== undefined && { undantag: rattid.undantag }), ...(rattid.skal !== undefined && { skal: rattid.skal }) }),
    ...(overlamnat !== undefined && { overlamnat: overlamnat.datum, domstol: overlamnat.domstol }),
  }));

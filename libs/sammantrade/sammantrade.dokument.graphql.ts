import { Args, ArgsType, Context, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsEnum, IsInt, IsOptional, IsUUID, Min } from 'class-validator';
import type { Token } from '@klubba/kernel';
import { type EdgeContext, WhenArgs } from '@klubba/kernel/edge';
import { Rendition } from './sammantrade.gemensamt.inputs.graphql';
import { type Kalla, OFFENTLIG, protokollssidan } from './sammantrade.dokument.prepare';
import { arJusterad, sammantradet } from './sammantrade.projection';

@ObjectType({ description: 'Protokollet som en sida att läsa för sig: tillgänglig HTML utan skript, och utan text som inte visas.' })
export class Protokollsdokument {
  @Field(() => ID) sammantrade!: string;
  @Field(() => Int, { nullable: true, description: 'Vilket protokoll; utelämnat: huvudprotokollet.' }) omgang?: number;
  @Field(() => Rendition) rendition!: string;
  @Field({ description: 'Sidan.' }) html!: string;
  @Field({ description: 'Sidans SHA-256. Den som granskar sidan anger den när den publiceras.' }) hash!: string;
  @Field(() => Int, { description: 'Personnummer som inte är maskade, och som hindrar publicering; i den offentliga återgivningen är de borttagna.' }) personnummer!: number;
  @Field(() => String, { nullable: true, description: 'Dagen då det publicerades.' }) publicerad?: string;
}

@ArgsType()
class ProtokollsdokumentArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() sammantrade!: string;
  @Field(() => Int, { nullable: true, description: 'En viss justerings eget protokoll. Utelämnat: huvudprotokollet.' }) @IsOptional() @IsInt() @Min(1) omgang?: number;
  @Field(() => Rendition, { nullable: true, description: 'Utelämnad: den interna för den som får se den.' }) @IsOptional() @IsEnum(Rendition) rendition?: keyof typeof Rendition;
}

@Resolver(() => Protokollsdokument)
export class ProtokollsdokumentResolver {
  @Query(() => Protokollsdokument, { nullable: true, description: 'Protokollet som HTML. Allmänheten ser det som är publicerat, maskat.' })
  async protokollsdokument(@Args() { sammantrade, omgang: vald, rendition, ...when }: ProtokollsdokumentArgs, @Context() { viewer, reader }: EdgeContext): Promise<Protokollsdokument | null> {
    const omgang = vald ?? undefined;
    const mote = await reader.doc(sammantradet, sammantrade.toLowerCase(), when);
    // What is on the web today: taken down it is not shown as of yesterday either.
    const nu = mote && (await reader.doc(sammantradet, mote.id));
    if (mote === undefined || nu === undefined) return null;
    const inifran = viewer.may(mote.namnd, 'arbetsmaterial');
    const eget = omgang === undefined ? undefined : mote.omgangar.find((en) => en.omgang === omgang);
    const publicerad = omgang === undefined ? undefined : nu.omgangar.find((en) => en.omgang === omgang)?.publicerad?.datum;
    if (!inifran && (publicerad === undefined || eget === undefined || !arJusterad(eget))) return null;
    const intern = inifran && rendition !== 'OFFENTLIG';
    const kalla: Kalla = { read: (projection, id) => reader.doc(projection, id, id === mote.id ? {} : when), open: async (value) => viewer.open(value as Token) };
    const sida = await protokollssidan(mote, { omgang, ...(intern ? { far: (klass) => viewer.may(mote.namnd, klass), maskat: false } : OFFENTLIG) }, kalla);
    return sida === undefined ? null : { sammantrade: mote.id, rendition: intern ? 'INTERN' : 'OFFENTLIG', ...sida, ...(omgang !== undefined && { omgang }), ...(publicerad !== undefined && { publicerad }) };
  }
}

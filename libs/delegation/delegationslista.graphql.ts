import { Inject } from '@nestjs/common';
import { Args, ArgsType, Context, Field, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsEnum, IsInt, IsOptional, IsUUID, Matches, Max, Min, ValidateNested } from 'class-validator';
import { isRefusal, type Refusal, type Sealed, Surroundings } from '@klubba/kernel';
import { AROUND, type CommandInputs, type Completing, type Connection, connectionOf, type EdgeContext, enumOf, IsDatum, IsText, ListArgs, Orsak, RUBRIK_MAX, scoped, SealedField, Sekretessklass, toConnection } from '@klubba/kernel/edge';
import { lokaltDatum } from '@klubba/lagrum';
import { Delegationskolumn, Delegationsradfel, uppladdad } from './delegation.gemensamt.graphql';
import { delegationsbeslutet } from './delegationsbeslut.projection';
import { Anmalningsparagraf } from './delegationsregister.graphql';
import { listvarningar } from './delegationslista.decider';
import { BESLUTSFALT, radnyckel } from './delegationslista.lasning';
import { delegationslistan } from './delegationslista.projection';
import { radensBeslut, radensKommando, tolkaBeslutslista, type Tolkadlista } from './delegationslista.tolkning.prepare';
import { RADER_MAX } from '@klubba/namnd';

const Beslutsfalt = enumOf('Beslutsfalt', 'Vad en kolumn i en lista över beslut innehåller.', ...BESLUTSFALT);
/** So many at once are registered: they share the disk's flush. */
const I_BREDD = 64;
const FEL_MAX = 500;
const LAGRUM = /^\d{1,2}:\d{1,2}[a-z]?$/;
const idag = (): string => lokaltDatum(new Date().toISOString());

@InputType({ description: 'Vad en kolumn innehåller.' })
export class BeslutskolumnInput {
  @Field(() => Beslutsfalt) @IsEnum(Beslutsfalt) falt!: keyof typeof Beslutsfalt;
  @Field({ description: 'Kolumnens rubrik, som den står i filen.' }) @IsText(RUBRIK_MAX) rubrik!: string;
}
@InputType({ description: 'En lista över beslut för en period, ur ett verksamhetssystem: alla rader eller ingen.' })
export class LasInDelegationsbeslutInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => ID, { description: 'Den uppladdade filen: .xlsx eller text med avgränsare.' }) @IsUUID() uppladdning!: string;
  @Field({ description: 'Periodens första dag.' }) @IsDatum() fran!: string;
  @Field({ description: 'Periodens sista dag.' }) @IsDatum() till!: string;
  @Field(() => Sekretessklass, { description: 'Gäller alla rader.' }) @IsEnum(Sekretessklass) klass!: Sekretessklass;
  @Field(() => String, { nullable: true, description: 'Krävs vid sekretess.' }) @IsOptional() @Matches(LAGRUM, { message: 'skrivs som kapitel och paragraf i OSL: 26:1.' }) sekretesslagrum?: string;
  @Field(() => [BeslutskolumnInput], { nullable: true, description: 'Utelämnad: den sparade, annars efter rubrikerna.' })
  @IsOptional() @IsArray() @ArrayMaxSize(BESLUTSFALT.length) @ValidateNested({ each: true }) @Type(() => BeslutskolumnInput) mappning?: BeslutskolumnInput[];
  @Field({ description: 'Varifrån listan kommer.' }) @IsText(RUBRIK_MAX) kalla!: string;
}
@InputType({ description: 'En lista som bara bifogas: en handling, med period och antal.' })
export class BifogaDelegationslistaInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field() @IsDatum() fran!: string;
  @Field() @IsDatum() till!: string;
  @Field(() => Int, { description: 'Så många beslut står i den.' }) @IsInt() @Min(1) @Max(1_000_000) antal!: number;
  @Field(() => ID) @IsUUID() handling!: string;
}
@InputType({ description: 'Listan tas tillbaka, med de beslut som lästes in ur den.' })
export class StrykDelegationslistaInput {
  @Field() @IsText() skal!: string;
}

@ObjectType({ description: 'En rad som den förstods.' })
export class Beslutsforhandsrad {
  @Field(() => Int) rad!: number;
  @Field() datum!: string;
  @Field(() => String, { nullable: true }) nummer?: string;
  @Field({ description: 'Slag och titel.' }) delegat!: string;
  @Field(() => String, { nullable: true }) namn?: string;
  @Field(() => String, { nullable: true }) diarienummer?: string;
  @Field() beslut!: string;
  @Field({ description: 'Finns redan i registret och läses inte in igen.' }) finns!: boolean;
  @Field({ description: 'Lik en annan rad i allt.' }) lik!: boolean;
  @Field(() => [String], { description: 'Vad reglerna har emot beslutet.' }) brott!: readonly string[];
}
@ObjectType({ description: 'Vad en lista över beslut skulle ge. Inget läses in.' })
export class Beslutsforhandsgranskning {
  @Field({ description: 'Listan kan läsas in som den är, om skäl ges för varningarna.' }) kanLasasIn!: boolean;
  @Field(() => [Delegationskolumn]) kolumner!: readonly object[];
  @Field(() => Int) antalRader!: number;
  @Field(() => Int, { description: 'Rader som ger ett nytt beslut.' }) nya!: number;
  @Field(() => Int, { description: 'Rader som redan finns i registret.' }) dubbletter!: number;
  @Field({ description: 'SHA-256 av filen.' }) hash!: string;
  @Field(() => [Beslutsforhandsrad], { description: 'Från och med franRad.' }) rader!: readonly object[];
  @Field(() => Int) antalFel!: number;
  @Field(() => [Delegationsradfel], { description: 'Felen; högst 500 sägs.' }) fel!: readonly object[];
  @Field(() => [Orsak], { description: 'Varningar som kräver skäl.' }) varningar!: readonly object[];
}
@ObjectType({ description: 'Hur långt en inläsning har kommit.' })
export class Delegationsinlasning {
  @Field({ description: 'Allt är inläst.' }) klar!: boolean;
  @Field(() => Int, { description: 'Rader som är gjorda; alla blir sanna samtidigt, när den sista är det.' }) klara!: number;
  @Field(() => Int) av!: number;
}
@ObjectType({ description: 'En lista över beslut för en period.' })
export class Delegationslista {
  @Field(() => ID) id!: string;
  @Field(() => ID) namnd!: string;
  @Field() fran!: string;
  @Field() till!: string;
  @Field(() => Int) antal!: number;
  @Field({ description: 'SHA-256: av filen, eller handlingens.' }) hash!: string;
  @SealedField({ description: 'Varifrån den kommer.' }) kalla?: Sealed;
  @Field(() => Int, { nullable: true, description: 'Rader som bryter mot reglerna.' }) avvikande?: number;
  @Field(() => ID, { nullable: true, description: 'Handlingen, när listan bara är bifogad.' }) handling?: string;
  @Field(() => Anmalningsparagraf, { nullable: true }) anmald?: object;
  @Field() struken!: boolean;
  @Field({ description: 'När den lästes in, UTC.' }) at!: string;
}
const DelegationslistaConnection = connectionOf(Delegationslista, 'Delegationslista');

@ArgsType()
class ForhandsgranskaBeslutArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => ID) @IsUUID() uppladdning!: string;
  @Field() @IsDatum() fran!: string;
  @Field() @IsDatum() till!: string;
  @Field(() => [BeslutskolumnInput], { nullable: true }) @IsOptional() @IsArray() @ArrayMaxSize(BESLUTSFALT.length) @ValidateNested({ each: true }) @Type(() => BeslutskolumnInput) mappning?: BeslutskolumnInput[] | null;
  @Field(() => Int, { defaultValue: 1 }) @IsInt() @Min(1) franRad!: number;
  @Field(() => Int, { defaultValue: 200, description: 'Högst så många rader visas.' }) @IsInt() @Min(0) @Max(RADER_MAX) antal!: number;
}
@ArgsType()
class DelegationsinlasningArgs {
  @Field(() => ID) @IsUUID() lista!: string;
}
@ArgsType()
class DelegationslistorArgs extends ListArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
}

/** Imports under way in this process, by the list they make. */
const underWay = new Map<string, { klara: number; readonly av: number }>();

@Resolver()
export class DelegationslistaResolver {
  constructor(@Inject(AROUND) private readonly around: Surroundings) {}

  @Query(() => Beslutsforhandsgranskning, { nullable: true, description: 'Läser en uppladdad lista över beslut och säger vad den skulle ge, med fel och dubbletter. Inget läses in. För den som får läsa in den.' })
  async forhandsgranskaDelegationsbeslut(@Args() { namnd: given, franRad, antal, ...args }: ForhandsgranskaBeslutArgs, @Context() context: EdgeContext): Promise<object | null> {
    const namnd = given.toLowerCase();
    if (typeof context.viewer.roll(namnd, 'LasInDelegationsbeslut') !== 'string') return null;
    const scope = { namnd, klass: 'sekretess' } as const;
    const tolkad = await tolka(this.around, context, { ...args, namnd, klass: 'oppen', mappning: args.mappning ?? undefined });
    if (isRefusal(tolkad)) return scoped(scope, { kanLasasIn: false, kolumner: [], antalRader: 0, nya: 0, dubbletter: 0, hash: '', rader: [], antalFel: tolkad.hinder.length, varningar: [], fel: tolkad.hinder.map(({ kod, text }) => scoped(scope, { kod, text })) });
    const { last, rader, fel, hash } = tolkad;
    const nya = rader.filter((en) => !en.finns);
    return scoped(scope, {
      kanLasasIn: fel.length === 0 && nya.length > 0, antalRader: last.antal, nya: nya.length, dubbletter: rader.length - nya.length, hash,
      kolumner: last.kolumner.map((en) => scoped(scope, { ...en, falt: last.mappning.find(({ rubrik }) => rubrik === en.rubrik)?.falt })),
      rader: rader.filter(({ rad }) => rad.rad >= franRad).slice(0, antal).map(({ rad, finns, lik, brott }) => scoped(scope, {
        rad: rad.rad, datum: rad.datum, nummer: rad.nummer, delegat: `${rad.delegat.slag}: ${rad.delegat.titel ?? ''}`, namn: rad.delegat.namn, diarienummer: rad.diarienummer, beslut: rad.beslut, finns, lik, brott,
      })),
      antalFel: fel.length, fel: fel.slice(0, FEL_MAX).map((en) => scoped(scope, { ...en })), varningar: varningarI(nya),
    });
  }

  @Query(() => Delegationsinlasning, { nullable: true, description: 'Hur långt inläsningen av en lista har kommit; listans id är det kvittot ger. För den som läser in den.' })
  async delegationsinlasning(@Args() { lista }: DelegationsinlasningArgs, @Context() { reader, viewer }: EdgeContext): Promise<Delegationsinlasning | null> {
    const id = lista.toLowerCase();
    const now = underWay.get(`${viewer.by} ${id}`);
    if (now !== undefined) return { klar: false, ...now };
    const doc = await reader.doc(delegationslistan, id);
    return doc === undefined || doc.by !== viewer.by ? null : { klar: true, klara: doc.antal, av: doc.antal };
  }

  @Query(() => DelegationslistaConnection, { description: 'Nämndens listor över delegationsbeslut, inlästa och bifogade, efter periodens början.' })
  async delegationslistor(@Args() { namnd: given, ...args }: DelegationslistorArgs, @Context() { reader }: EdgeContext): Promise<Connection<object>> {
    const namnd = given.toLowerCase();
    const scope = { namnd, klass: 'oppen' } as const;
    return toConnection(await reader.page(delegationslistan, namnd, args, args), (_, { handling, anmald, struken = false, ...doc }) =>
      scoped(scope, { ...doc, struken, ...(handling !== undefined && { handling: handling.id }), ...(anmald !== undefined && { anmald: scoped(scope, anmald) }) }));
  }
}

type Pekar = Omit<LasInDelegationsbeslutInput, 'kalla' | 'mappning'> & { readonly mappning?: readonly BeslutskolumnInput[] | undefined };
const tolka = async (around: Surroundings, context: EdgeContext, { uppladdning, ...fraga }: Pekar): Promise<Tolkadlista | Refusal> => {
  const content = await uppladdad(context, fraga.namnd, uppladdning);
  return isRefusal(content) ? content : tolkaBeslutslista(around, content, { ...fraga, idag: idag() }, (fran, till) => iRegistret(context, fraga.namnd, fran, till));
};
/** What the register has for those days, counted by what a list can tell decisions apart by. */
const iRegistret = async ({ reader }: EdgeContext, namnd: string, fran: string, till: string): Promise<ReadonlyMap<string, number>> => {
  const finns = new Map<string, number>();
  for (let after: string | undefined; ;) {
    const page = await reader.register(delegationsbeslutet, namnd, { first: 200, after, where: { datum: { from: fran, to: till } }, sort: 'datum' });
    for (const { doc } of page.rows) {
      const nyckel = radnyckel({ externtId: doc.externtId, datum: doc.datum, nummer: doc.nummer, diarienummer: doc.diarienummer, befattning: doc.delegat.befattning ?? doc.delegat.slag });
      finns.set(nyckel, (finns.get(nyckel) ?? 0) + 1);
    }
    if (!page.more) return finns;
    after = page.rows.at(-1)!.cursor;
  }
};
const varningarI = (nya: Tolkadlista['rader']) => listvarningar(nya.filter(({ brott }) => brott.length > 0).length, nya.filter(({ lik }) => lik).length);

/**
 * All of the list is tried before any decision is registered; each is registered under an id that derives from this command and its
 * row, and waits; the list's own fact makes all of them true. Broken off and sent again, it meets itself.
 */
const lasInListan = async (data: object, { id, command, skal, context, around, give }: Completing): Promise<object | Refusal> => {
  const { viewer } = context;
  const { mappning, kalla, ...input } = data as LasInDelegationsbeslutInput;
  const namnd = input.namnd.toLowerCase();
  const roll = viewer.roll(namnd, 'LasInDelegationsbeslut');
  if (typeof roll !== 'string') return roll;
  const grund = { namnd, fran: input.fran, till: input.till, kalla };
  const forra = await around.read(delegationslistan, id);
  if (forra !== undefined) return { ...grund, antal: forra.antal, avvikande: 0, lika: 0, hash: forra.hash, beslut: [] };
  const tolkad = await tolka(around, context, { ...input, namnd, mappning });
  if (isRefusal(tolkad)) return tolkad;
  const [first, ...rest] = tolkad.fel.slice(0, FEL_MAX).map(({ kod, text }) => ({ kod, text, allvar: 'STOPP' as const }));
  if (first !== undefined) return { hinder: [first, ...rest] };
  const nya = tolkad.rader.filter((en) => !en.finns);
  if (nya.length === 0) return { hinder: [{ kod: 'INGET_NYTT', allvar: 'STOPP', text: 'Alla beslut i listan finns redan i registret.' }] };
  const [bare, ...more] = varningarI(nya).filter(({ kod }) => !skal.includes(kod));
  if (bare !== undefined) return { hinder: [bare, ...more] };
  const progress = { klara: 0, av: nya.length };
  const key = `${viewer.by} ${id}`;
  underWay.set(key, progress);
  try {
    for (let i = 0; i < nya.length; i += I_BREDD) {
      const answers = await Promise.all(nya.slice(i, i + I_BREDD).map(({ rad, data: { underlag: _, ...beslut } }) => give(
        { category: 'delegationsbeslut', id: radensBeslut(viewer.by, command, rad.rad), command: { type: 'RegistreraDelegationsbeslut', data: { ...beslut, inlast: { lista: id, rad: rad.rad } } } }, radensKommando(command, rad.rad))));
      const stopped = answers.find(isRefusal);
      if (stopped !== undefined) return stopped;
      progress.klara += answers.length;
    }
  } finally {
    underWay.delete(key);
  }
  const [avvikande, lika] = [nya.filter(({ brott }) => brott.length > 0).length, nya.filter(({ lik }) => lik).length];
  return { ...grund, antal: nya.length, avvikande, lika, hash: tolkad.hash, beslut: nya.map(({ rad }) => radensBeslut(viewer.by, command, rad.rad)) };
};

export const delegationslistaInputs: CommandInputs = {
  LasInDelegationsbeslut: { input: LasInDelegationsbeslutInput, om: 'Läser in en lista över delegationsbeslut ur ett annat system: alla rader eller ingen.', skapar: true, complete: lasInListan },
  BifogaDelegationslista: { input: BifogaDelegationslistaInput, om: 'Antecknar en lista som bara bifogas, med period och antal.', skapar: true },
  StrykDelegationslista: { input: StrykDelegationslistaInput, om: 'Tar tillbaka en lista som inte är anmäld, med de beslut som lästes in ur den.' },
};

import { Inject } from '@nestjs/common';
import { Args, ArgsType, Context, Field, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsEnum, IsInt, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { isRefusal, type Refusal, refuse, Surroundings } from '@klubba/kernel';
import { Allvar, AROUND, type CommandInputs, type Completing, type EdgeContext, enumOf, IsText, Orsak, RUBRIK_MAX, scoped } from '@klubba/kernel/edge';
import { Uppdrag, Uppdragsroll, Uppdragsslag } from './namnd.graphql';
import type { Forandring } from './namnd.inlasning';
import { LISTFALT, type Listfalt as Faltet, LISTOR } from './namnd.lista';
import { type Kolumnval as Val, RADER_MAX } from './tabellista';
import { radensKommando, tolkaLista, type Tolkad } from './namnd.lista.prepare';
import { namnden } from './namnd.projection';
import { personen } from './person.projection';

const Uppdragslista = enumOf('Uppdragslista', 'Vad listan är: ledamöter, ersättare, eller båda med en kolumn som säger vilket.', ...LISTOR);
const Listfalt = enumOf('Listfalt', 'Vad en kolumn innehåller.', ...LISTFALT);
const Radforandring = enumOf('Radforandring', 'Vad raden skulle ändra.', 'ny', 'oforandrad', 'avslutas');
/** So many at once are registered: they share the disk's flush. */
const I_BREDD = 32;
const FEL_MAX = 500;

@InputType({ description: 'Vad en kolumn i listan innehåller.' })
export class KolumnvalInput {
  @Field(() => Listfalt) @IsEnum(Listfalt) falt!: keyof typeof Listfalt;
  @Field({ description: 'Kolumnens rubrik, som den står i filen.' }) @IsText(RUBRIK_MAX) rubrik!: string;
}
@InputType({ description: 'Vilka kolumner en sorts lista har; förslaget nästa gång.' })
export class SparaKolumnmappningInput {
  @Field(() => Uppdragslista) @IsEnum(Uppdragslista) lista!: keyof typeof Uppdragslista;
  @Field(() => [KolumnvalInput]) @IsArray() @ArrayMaxSize(LISTFALT.length) @ValidateNested({ each: true }) @Type(() => KolumnvalInput) kolumner!: KolumnvalInput[];
}
@InputType({ description: 'En lista som ska läsas in: allt i den, eller inget.' })
export class LasInUppdragInput {
  @Field(() => ID, { description: 'Den uppladdade filen: .xlsx eller text med avgränsare.' }) @IsUUID() uppladdning!: string;
  @Field(() => Uppdragslista) @IsEnum(Uppdragslista) lista!: keyof typeof Uppdragslista;
  @Field(() => [KolumnvalInput], { nullable: true, description: 'Utelämnad: den sparade, annars efter rubrikerna.' })
  @IsOptional() @IsArray() @ArrayMaxSize(LISTFALT.length) @ValidateNested({ each: true }) @Type(() => KolumnvalInput) mappning?: KolumnvalInput[];
  @Field({ description: 'Varifrån listan kommer.' }) @IsText(RUBRIK_MAX) kalla!: string;
}

@ObjectType({ description: 'En kolumn i filen.' })
export class Listkolumn {
  @Field({ description: 'Kolumnens bokstav.' }) bokstav!: string;
  @Field({ description: 'Rubriken, som den står.' }) rubrik!: string;
  @Field(() => Listfalt, { nullable: true, description: 'Vad den tas för.' }) falt?: string;
  @Field({ description: 'Innehåller personnummer, som aldrig läses in.' }) personnummer!: boolean;
}
@ObjectType({ description: 'En rad som den förstods.' })
export class Forhandsrad {
  @Field(() => Int, { description: 'Radens nummer i filen.' }) rad!: number;
  @Field() namn!: string;
  @Field() parti!: string;
  @Field(() => Uppdragsslag) uppdrag!: string;
  @Field(() => Uppdragsroll, { nullable: true }) roll?: string;
  @Field(() => Int, { description: 'Platsen; nästa lediga när listan inte säger.' }) ordning!: number;
  @Field() fran!: string;
  @Field(() => String, { nullable: true }) till?: string;
  @Field(() => ID, { nullable: true, description: 'Personen, när hen redan finns i nämnden.' }) person?: string;
  @Field(() => Radforandring, { description: 'Vad raden skulle ändra.' }) forandring!: Forandring;
}
@ObjectType({ description: 'Ett fel i filen, och var.' })
export class Radfel {
  @Field(() => Int, { nullable: true, description: 'Raden i filen.' }) rad?: number;
  @Field(() => String, { nullable: true, description: 'Kolumnens rubrik.' }) kolumn?: string;
  @Field() kod!: string;
  @Field() text!: string;
}
@ObjectType({ description: 'Vad en lista skulle ge, innan något läses in.' })
export class Uppdragsforhandsgranskning {
  @Field({ description: 'Listan kan läsas in som den är, om skäl ges för varningarna.' }) kanLasasIn!: boolean;
  @Field(() => String, { nullable: true, description: 'Arket som lästes: det första som visas.' }) ark?: string;
  @Field(() => Int, { nullable: true, description: 'Så många ark som visas i filen.' }) antalArk?: number;
  @Field(() => String, { nullable: true, description: 'Textens kodning, som den gissades.' }) kodning?: string;
  @Field(() => String, { nullable: true, description: 'Avgränsaren, som den gissades.' }) avgransare?: string;
  @Field(() => [Listkolumn]) kolumner!: readonly Listkolumn[];
  @Field(() => Int, { description: 'Rader under rubrikerna.' }) antalRader!: number;
  @Field(() => Int, { description: 'Rader som ger ett nytt uppdrag.' }) nya!: number;
  @Field(() => Int, { description: 'Rader som redan står så i Klubba.' }) oforandrade!: number;
  @Field(() => Int, { description: 'Rader som ger ett uppdrag dess sista dag.' }) avslutade!: number;
  @Field(() => [Forhandsrad], { description: 'Raderna som de förstods, från och med franRad.' }) rader!: readonly Forhandsrad[];
  @Field(() => Int) antalFel!: number;
  @Field(() => [Radfel], { description: 'Felen; högst 500 sägs.' }) fel!: readonly Radfel[];
  @Field(() => [Orsak], { description: 'Varningar som kräver skäl.' }) varningar!: readonly Orsak[];
  @Field(() => [Uppdrag], { description: 'Uppdrag utan sista dag vars person inte nämns i listan. De rörs inte.' }) saknas!: readonly Uppdrag[];
}
@ObjectType({ description: 'Hur långt en inläsning har kommit.' })
export class Inlasningslage {
  @Field({ description: 'Allt är inläst.' }) klar!: boolean;
  @Field(() => Int, { description: 'Rader som är gjorda; alla blir sanna samtidigt, när den sista är det.' }) klara!: number;
  @Field(() => Int) av!: number;
}

@ArgsType()
class ForhandsgranskaArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => ID) @IsUUID() uppladdning!: string;
  @Field(() => Uppdragslista) @IsEnum(Uppdragslista) lista!: keyof typeof Uppdragslista;
  @Field(() => [KolumnvalInput], { nullable: true }) @IsOptional() @IsArray() @ArrayMaxSize(LISTFALT.length) @ValidateNested({ each: true }) @Type(() => KolumnvalInput) mappning?: KolumnvalInput[] | null;
  @Field(() => Int, { defaultValue: 1, description: 'Raderna visas från och med denna.' }) @IsInt() @Min(1) franRad!: number;
  @Field(() => Int, { defaultValue: 200, description: 'Högst så många rader visas.' }) @IsInt() @Min(0) @Max(RADER_MAX) antal!: number;
}
@ArgsType()
class InlasningslageArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => ID) @IsUUID() kommandoId!: string;
}

/** Imports under way in this process, by who gave them and their command. */
const underWay = new Map<string, { klara: number; readonly av: number }>();

@Resolver()
export class UppdragslistaResolver {
  constructor(@Inject(AROUND) private readonly around: Surroundings) {}

  @Query(() => Uppdragsforhandsgranskning, { nullable: true, description: 'Läser en uppladdad lista och säger vad den skulle ge, och vilka fel den har. Inget läses in. För den som får läsa in den.' })
  async forhandsgranskaUppdrag(@Args() { franRad, antal, ...args }: ForhandsgranskaArgs, @Context() context: EdgeContext): Promise<Uppdragsforhandsgranskning | null> {
    const namnd = args.namnd.toLowerCase();
    if (typeof context.viewer.roll(namnd, 'LasInUppdrag') !== 'string') return null;
    const tolkad = await tolka(this.around, context, namnd, args, '');
    const scope = { namnd, klass: 'personuppgift' } as const;
    if (isRefusal(tolkad)) return scoped(scope, { ...NOTHING, antalFel: tolkad.hinder.length, fel: tolkad.hinder.map(({ kod, text }) => scoped(scope, { kod, text })) });
    const { tabell, last: { kolumner, mappning, antal: antalRader }, jamford: { rader, varningar, saknas } } = tolkad;
    const fel = felI(tolkad);
    const count = (wanted: Forandring): number => rader.filter(({ forandring }) => forandring === wanted).length;
    return scoped(scope, {
      kanLasasIn: fel.length === 0 && count('oforandrad') < rader.length,
      ...(tabell.sheet !== undefined && { ark: tabell.sheet, antalArk: tabell.sheets ?? 1 }), ...(tabell.encoding !== undefined && { kodning: tabell.encoding }), ...(tabell.delimiter !== undefined && { avgransare: tabell.delimiter }),
      kolumner: kolumner.map((kolumn) => {
        const falt = mappning.find(({ rubrik }) => rubrik === kolumn.rubrik)?.falt;
        return scoped(scope, { ...kolumn, ...(falt !== undefined && { falt }) });
      }),
      antalRader, nya: count('ny'), oforandrade: count('oforandrad'), avslutade: count('avslutas'),
      rader: rader.filter(({ rad }) => rad >= franRad).slice(0, antal).map(({ person, nyFranRad, ...rad }) => scoped(scope, { ...rad, ...(nyFranRad === undefined && { person }) })),
      antalFel: fel.length, fel: fel.slice(0, FEL_MAX).map((ett) => scoped(scope, ett)),
      varningar: varningar.map(({ kod, text, lagrum }) => ({ kod, allvar: Allvar.VARNING, text: text.replace(/\{person:[^}]*\}/g, 'En person'), ...(lagrum !== undefined && { lagrum }) })),
      saknas: await Promise.all(saknas.map(async (uppdrag) => {
        const namn = (await context.reader.doc(personen, uppdrag.person))?.namn;
        return scoped({ namnd, klass: 'oppen' }, { ...uppdrag, ...(namn !== undefined && { namn }) });
      })),
    });
  }

  @Query(() => Inlasningslage, { nullable: true, description: 'Hur långt den som frågar har kommit med att läsa in en lista.' })
  async inlasningslage(@Args() args: InlasningslageArgs, @Context() { viewer, reader }: EdgeContext): Promise<Inlasningslage | null> {
    const [namnd, kommando] = [args.namnd.toLowerCase(), args.kommandoId.toLowerCase()];
    const now = underWay.get(`${viewer.by} ${kommando}`);
    if (now !== undefined) return { klar: false, ...now };
    const done = (await reader.doc(namnden, namnd))?.inlasningar?.find((one) => one.kommando === kommando && one.by === viewer.by);
    return done === undefined ? null : { klar: true, klara: done.antal, av: done.antal };
  }
}
const NOTHING = { kanLasasIn: false, kolumner: [], antalRader: 0, nya: 0, oforandrade: 0, avslutade: 0, rader: [], varningar: [], saknas: [] } as const;

type Pekar = { readonly uppladdning: string; readonly lista: keyof typeof Uppdragslista; readonly mappning?: readonly Val<Faltet>[] | null | undefined };
const tolka = async (around: Surroundings, { files, viewer }: EdgeContext, namnd: string, { uppladdning, lista, mappning }: Pekar, kommando: string): Promise<Tolkad | Refusal> => {
  const uploaded = await files.uploaded(viewer, uppladdning);
  if (uploaded === undefined) return refuse('UPPLADDNINGEN_FINNS_INTE', 'Uppladdningen finns inte, eller är någon annans.');
  if (uploaded.upload.namnd !== namnd) return refuse('UPPLADDNINGEN_GALLER_ANNAT', 'Filen är uppladdad för en annan nämnd.');
  return tolkaLista(around, uploaded.content, { namnd, lista, mappning: mappning ?? undefined, by: viewer.by, kommando });
};
const felI = ({ last, jamford }: Tolkad): readonly Radfel[] => [...last.fel, ...jamford.fel].sort((a, b) => (a.rad ?? 0) - (b.rad ?? 0));

/**
 * A list becomes one command's rows. All of it is tried before anyone is registered; those who are new are registered under ids
 * that derive from this command and their row; then the seats become true at once. Broken off and sent again, it meets itself.
 */
const completeList = async (data: object, { id: namnd, command, skal, context, around, give }: Completing): Promise<object | Refusal> => {
  const { viewer } = context;
  const input = data as LasInUppdragInput;
  const { lista, kalla } = input;
  const roll = viewer.roll(namnd, 'LasInUppdrag');
  if (typeof roll !== 'string') return roll;
  if ((await around.read(namnden, namnd))?.inlasningar?.some((one) => one.kommando === command) === true) return { lista, kalla, rader: [] };
  const tolkad = await tolka(around, context, namnd, input, command);
  if (isRefusal(tolkad)) return tolkad;
  const [first, ...rest] = felI(tolkad).slice(0, FEL_MAX).map(({ kod, text }) => ({ kod, text, allvar: 'STOPP' as const }));
  if (first !== undefined) return { hinder: [first, ...rest] };
  const { rader, varningar } = tolkad.jamford;
  const [bare, ...more] = varningar.filter(({ kod }) => !skal.includes(kod));
  if (bare !== undefined) return { hinder: [bare, ...more] };
  const progress = { klara: 0, av: rader.length };
  underWay.set(`${viewer.by} ${command}`, progress);
  try {
    const nya = rader.filter(({ rad, nyFranRad }) => nyFranRad === rad);
    progress.klara = rader.length - nya.length;
    for (let i = 0; i < nya.length; i += I_BREDD) {
      const answers = await Promise.all(nya.slice(i, i + I_BREDD).map(({ person, namn, rad }) =>
        give({ category: 'person', id: person, command: { type: 'RegistreraPerson', data: { namn, slag: 'fortroendevald' } } }, radensKommando(command, rad))));
      const stopped = answers.find(isRefusal);
      if (stopped !== undefined) return stopped;
      progress.klara += answers.length;
    }
    return { lista, kalla, rader: rader.map(({ namn: _namn, nyFranRad: _ny, forandring: _forandring, ...rad }) => rad) };
  } finally {
    underWay.delete(`${viewer.by} ${command}`);
  }
};

export const listInputs: CommandInputs = {
  SparaKolumnmappning: { input: SparaKolumnmappningInput, om: 'Sparar vilka kolumner en sorts lista har.' },
  LasInUppdrag: { input: LasInUppdragInput, om: 'Läser in en uppladdad lista över ledamöter, ersättare eller uppdrag: alla rader eller ingen.', complete: completeList },
};

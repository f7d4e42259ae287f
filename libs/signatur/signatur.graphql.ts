import { Inject } from '@nestjs/common';
import { Args, ArgsType, Context, Field, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsEnum, IsInt, IsOptional, IsUUID, Min } from 'class-validator';
import { type Klass, type Sealed, strictest, type Surroundings } from '@klubba/kernel';
import { AROUND, type CommandInputs, type EdgeContext, enumOf, scoped, SealedField, type When, WhenArgs } from '@klubba/kernel/edge';
import { delegationsbeslutet } from '@klubba/delegation';
import { personen } from '@klubba/namnd';
import { sammantradet } from '@klubba/sammantrade';
import { tjansteskrivelsen } from '@klubba/tjansteskrivelse';
import { FORFALLOSKAL, SIGNATURMETODER, SIGNATURROLLER, SIGNERINGSSLAG } from './signatur.events';
import { innehalletAv, type Provad, provad } from './signatur.innehall.prepare';
import { type Forfalloskal, type Omfang, type Signatur as Doc, signaturerFor, signaturerna } from './signatur.projection';

export const Signeringsslag = enumOf('Signeringsslag', 'Vad som signeras.', ...SIGNERINGSSLAG);
const Signatursom = enumOf('Signatursom', 'I vilken egenskap någon har signerat.', ...SIGNATURROLLER);
const Signaturmetod = enumOf('Signaturmetod', 'Hur den som signerade var känd. Inloggad är ingen avancerad eller kvalificerad underskrift.', ...SIGNATURMETODER);
const Forfallsorsak = enumOf('Forfallsorsak', 'Varför en signatur inte längre gäller.', ...FORFALLOSKAL);
const PUNKTER_MAX = 500;
export const MAL = 'Tjänsteskrivelsen, sammanträdet, delegationsbeslutet eller ärendet enligt lex Sarah.';
export const FAKTUM = 'Beslutet i ett ärende enligt lex Sarah: dess faktum, som i delegatbeslut.';

@InputType({ description: 'Det som ska signeras, som det står nu.' })
export class SigneraInput {
  @Field(() => Signeringsslag) @IsEnum(Signeringsslag) slag!: keyof typeof Signeringsslag;
  @Field(() => ID, { description: MAL }) @IsUUID() mal!: string;
  @Field(() => Int, { nullable: true, description: 'Tjänsteskrivelsens version som du läste. Gäller en annan nu får du ett hinder.' }) @IsOptional() @IsInt() @Min(1) version?: number;
  @Field(() => Int, { nullable: true, description: 'Vilket protokoll. Utelämnat: paragraferna i `punkter`, eller alla som är avgjorda.' }) @IsOptional() @IsInt() @Min(1) omgang?: number;
  @Field(() => [ID], { nullable: true, description: 'Enskilda paragrafer, med punkternas id.' }) @IsOptional() @IsArray() @ArrayMaxSize(PUNKTER_MAX) @IsUUID(undefined, { each: true }) punkter?: string[];
  @Field(() => Int, { nullable: true, description: FAKTUM }) @IsOptional() @IsInt() @Min(1) faktum?: number;
}
@InputType({ description: 'En PDF som är undertecknad utanför Klubba.' })
export class LaggTillUndertecknatInput {
  @Field(() => Signeringsslag) @IsEnum(Signeringsslag) slag!: keyof typeof Signeringsslag;
  @Field(() => ID, { description: MAL }) @IsUUID() mal!: string;
  @Field(() => Int, { nullable: true, description: 'Vilket protokoll. Utelämnat: hela sammanträdets.' }) @IsOptional() @IsInt() @Min(1) omgang?: number;
  @Field(() => Int, { nullable: true, description: FAKTUM }) @IsOptional() @IsInt() @Min(1) faktum?: number;
  @Field(() => ID, { description: 'Handlingen som är den undertecknade filen.' }) @IsUUID() handling!: string;
  @Field(() => Int, { nullable: true, description: 'Handlingens version. Utelämnad: den senaste.' }) @IsOptional() @IsInt() @Min(1) handlingsversion?: number;
}
/** The stream of a thing's signatures has the thing's own id. */
const vidMalet = (data: object): string => (data as Omfang).mal;
export const signaturInputs: CommandInputs = {
  Signera: { input: SigneraInput, om: 'Signerar en färdigställd tjänsteskrivelse, paragrafer i ett protokoll, ett delegationsbeslut eller en delegats beslut i ett ärende enligt lex Sarah, som de står nu.', skapar: vidMalet },
  LaggTillUndertecknat: { input: LaggTillUndertecknatInput, om: 'Lägger till en fil som är undertecknad utanför Klubba, med det som står i den. Det är ingen rättslig prövning av underskrifterna.', skapar: vidMalet },
};

@ObjectType({ description: 'Att en signatur inte längre gäller.' })
export class Signaturforfall {
  @Field({ description: 'När, UTC.' }) at!: string;
  @Field(() => Forfallsorsak, { description: 'Varför.' }) skal!: string;
  @Field(() => [Int], { description: 'Paragraferna som skiljer sig.' }) paragrafer!: readonly number[];
}
@ObjectType({ description: 'En signatur i Klubba. Den gäller det innehåll som fanns när den lämnades, och faller när det ändras.' })
export class Signatur {
  @Field(() => ID) id!: string;
  @Field(() => ID, { description: 'Vem.' }) person!: string;
  @SealedField({ description: 'Namnet.' }) namn?: Sealed;
  @Field(() => Signatursom, { description: 'I vilken egenskap.' }) roll!: string;
  @Field(() => Signaturmetod) metod!: string;
  @Field({ description: 'När, UTC.' }) at!: string;
  @Field(() => Int, { nullable: true, description: 'Tjänsteskrivelsens version.' }) version?: number;
  @Field(() => [Int], { description: 'Protokollets paragrafer som den omfattar.' }) paragrafer!: readonly number[];
  @Field(() => Int, { nullable: true, description: FAKTUM }) faktum?: number;
  @Field({ description: 'SHA-256 över allt som signerades: delarna genom sina saltade summor, och handlingarna.' }) hash!: string;
  @Field({ description: 'Innehållet är detsamma.' }) galler!: boolean;
  @Field(() => Signaturforfall, { nullable: true }) forfallen?: Signaturforfall;
}
@ObjectType({ description: 'Hur en signatur står sig mot innehållet i dag, räknat på nytt.' })
export class Signaturprov {
  @Field({ description: 'Innehållet är det som signerades.' }) stammer!: boolean;
  @Field({ description: 'Varför, eller varför inte.' }) varfor!: string;
}

@ArgsType()
class SignaturerArgs extends WhenArgs {
  @Field(() => ID, { description: MAL }) @IsUUID() mal!: string;
}
@ArgsType()
class ProvaSignaturArgs {
  @Field(() => ID, { description: MAL }) @IsUUID() mal!: string;
  @Field(() => ID, { description: 'Signaturen.' }) @IsUUID() id!: string;
}

@Resolver(() => Signatur)
export class SignaturResolver {
  constructor(@Inject(AROUND) private readonly around: Surroundings) {}

  @Query(() => [Signatur], { description: 'Alla signaturer av något, äldst först. Visas för den som har en roll i nämnden.' })
  async signaturer(@Args() { mal, ...when }: SignaturerArgs, @Context() context: EdgeContext): Promise<readonly Signatur[]> {
    const id = mal.toLowerCase();
    const alla = await context.reader.doc(signaturerna, id, when);
    // That there is a secret memo or decision is itself not for everyone; a secret § is known by its number.
    const nu = [(await context.reader.doc(tjansteskrivelsen, id))?.klass, (await context.reader.doc(delegationsbeslutet, id))?.klass];
    const klass = strictest<Klass>('arbetsmaterial', ...nu, ...(alla?.signaturer ?? []).map((en) => (en.slag === 'protokoll' ? undefined : en.klass)));
    return alla === undefined || !context.viewer.may(alla.namnd, klass) ? [] : signaturerAv(id, undefined, when, context);
  }

  @Query(() => Signaturprov, { nullable: true, description: 'Räknar om en signaturs summa ur innehållet som det är i dag, med signaturens eget salt.' })
  async provaSignatur(@Args() { mal, id }: ProvaSignaturArgs, @Context() { viewer, reader }: EdgeContext): Promise<Signaturprov | null> {
    const alla = await reader.doc(signaturerna, mal.toLowerCase());
    const signatur = alla?.signaturer.find((en) => en.id === id.toLowerCase());
    if (alla === undefined || signatur === undefined) return null;
    const klass = strictest('arbetsmaterial', signatur.klass, (await innehalletAv(signatur, this.around))?.klass);
    if (!viewer.may(alla.namnd, klass)) return null;
    const utfall = await provad(signatur, this.around);
    return { stammer: utfall.stammer, varfor: varfor(utfall, await nummerFor(signatur, undefined, reader)) };
  }
}

const ORSAK: Readonly<Record<Forfalloskal, string>> = {
  aterkallad: 'Tjänsteskrivelsen är återkallad', ny_version: 'Tjänsteskrivelsen har en ny version', text_andrad: 'Texten är ändrad', narvaro_andrad: 'Närvaron är ändrad',
  rattad: 'En rättelse har tillkommit', handling_andrad: 'En handling är tillagd, bytt eller borttagen',
  struket: 'Det är struket', andrat: 'Ett senare beslut har ändrat det', aterupptaget: 'Ärendet har tagits upp igen',
};
const varfor = ({ skal, delar, gallrade }: Provad, nummer: Nummer): string => {
  const uppraknade = (alla: readonly string[]): string => nummer(alla).map((nr) => `§ ${nr}`).join(', ');
  const [andrade, borta] = [uppraknade(delar), uppraknade(gallrade)];
  const forst = skal === undefined ? 'Innehållet är detsamma som när det signerades.' : `${ORSAK[skal]}${andrade === '' ? '' : ` (${andrade})`}.`;
  return gallrade.length === 0 ? forst : `${forst} ${borta === '' ? 'Innehållet' : `Innehållet i ${borta}`} är gallrat och kan inte prövas.`;
};

/** The §§ of these items. */
type Nummer = (punkter: readonly string[]) => readonly number[];
const nummerFor = async ({ slag, mal }: Omfang, when: When | undefined, reader: EdgeContext['reader']): Promise<Nummer> => {
  const mote = slag === 'protokoll' ? await reader.doc(sammantradet, mal, when) : undefined;
  const nummer = new Map(mote?.punkter.flatMap(({ id, paragraf }) => (paragraf === undefined ? [] : [[id, paragraf.nr] as const])));
  return (punkter) => punkter.flatMap((punkt) => nummer.get(punkt) ?? []).sort((a, b) => a - b);
};

/** The signatures of a memo's version, of any § of a protocol, of the decision that is a fact, or all; for one who may see that thing. Those who sign do so in office: their names are open. */
export const signaturerAv = async (mal: string, om: Parameters<typeof signaturerFor>[1] | undefined, when: When | undefined, { reader }: EdgeContext): Promise<readonly Signatur[]> => {
  const alla = await reader.doc(signaturerna, mal, when);
  if (alla === undefined) return [];
  const visade: Signatur[] = [];
  for (const en of om === undefined ? alla.signaturer : signaturerFor(alla, om)) {
    const namn = (await reader.doc(personen, en.person, when))?.namn;
    visade.push(signaturnod(alla.namnd, en, namn, await nummerFor(en, when, reader)));
  }
  return visade;
};
const signaturnod = (namnd: string, { id, person, som, metod, at, version, faktum, punkter = [], hash, forfallen }: Doc, namn: Sealed | undefined, nummer: Nummer): Signatur =>
  scoped({ namnd, klass: 'oppen' }, {
    id, person, roll: som, metod, at, hash, paragrafer: nummer(punkter), galler: forfallen === undefined, ...(namn !== undefined && { namn }), ...(version !== undefined && { version }), ...(faktum !== undefined && { faktum }),
    ...(forfallen !== undefined && { forfallen: { at: forfallen.at, skal: forfallen.skal, paragrafer: nummer(forfallen.delar) } }),
  });

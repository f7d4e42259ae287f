import { Args, ArgsType, Context, Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsUUID } from 'class-validator';
import { type Sealed } from '@klubba/kernel';
import { type EdgeContext, type Scope, scoped, SealedField, WhenArgs } from '@klubba/kernel/edge';
import { inkalla, inkallelsePa, namnden } from '@klubba/namnd';
import { personer, ProtokollPerson } from './sammantrade.gemensamt.graphql';
import { PERSONER_MAX } from './sammantrade.gemensamt.inputs.graphql';
import { EjJav } from './sammantrade.narvaro.inputs.graphql';
import { ledaren, narvaroPerPunkt } from './sammantrade.narvaro.projection';
import { type Punkt, type Sammantrade as Doc, sammantradet } from './sammantrade.projection';
import { javsprovningsrad, partsraden } from './sammantrade.rummet.projection';

@ObjectType({ description: 'Ett uppehåll i sammanträdet.' })
export class ProtokollAjournering {
  @Field() fran!: string;
  @Field(() => String, { nullable: true, description: 'När det återupptogs.' }) till?: string;
  @SealedField({ description: 'Varför.' }) skal?: Sealed;
}
@ObjectType({ description: 'Nämndens beslut i en jävsfråga.' })
export class ProtokollJavsprovning {
  @Field(() => ID) person!: string;
  @SealedField({ description: 'Namnet.' }) namn?: Sealed;
  @Field({ description: 'Nämnden fann att personen var jävig.' }) jav!: boolean;
  @Field(() => EjJav, { nullable: true, description: 'Varför inte.' }) varfor?: string;
  @SealedField({ description: 'Vad som sades om det.' }) text?: Sealed;
  @Field({ description: 'Raden i protokollet.' }) rad!: string;
}
@ObjectType({ description: 'En part som lämnade uppgifter muntligt. Raden nämner ingen.' })
export class ProtokollPart {
  @Field(() => ID) id!: string;
  @SealedField({ description: 'Vem det är.' }) benamning?: Sealed;
  @Field() fran!: string;
  @Field() till!: string;
  @Field({ description: 'Raden i protokollet.' }) rad!: string;
}
@ObjectType({ description: 'En tom plats vid uppropet, och den som står i tur att tjänstgöra på den.' })
export class Uppropsplats {
  @Field(() => ProtokollPerson, { description: 'Ledamoten vars plats det är, eller efter vilken den är vakant.' }) plats!: ProtokollPerson;
  @Field({ description: 'Ingen har platsen.' }) vakant!: boolean;
  @Field(() => ProtokollPerson, { nullable: true, description: 'Ingen, när alla ersättare som är där redan tjänstgör.' }) ersattare?: ProtokollPerson;
}

type Vem = { readonly namn: (id: string) => ProtokollPerson; readonly medNamn: (text: string) => string };
/** Who led an item, what the nämnd decided of jäv there, and the parties it heard. */
export const runtPunkten = (doc: Doc, { id }: Pick<Punkt, 'id'>, scope: Scope, { namn, medNamn }: Vem) => {
  const vid = narvaroPerPunkt(doc);
  const leder = ledaren(doc, id, doc.narvaro.filter(({ person }) => vid(person).tjanstgor.includes(id)).map(({ person }) => person));
  return {
    ...(leder !== undefined && { ordforande: namn(leder) }),
    javsprovningar: (doc.javsprovningar ?? []).filter(({ punkt }) => punkt === id).map(({ person, jav, varfor, text, deltog }) =>
      scoped(scope, { ...namn(person), jav, ...(varfor !== undefined && { varfor }), ...(text !== undefined && { text }), rad: medNamn(javsprovningsrad({ person, jav, deltog })) })),
    parter: (doc.parter ?? []).flatMap(({ part, punkt, benamning, lag, hord }) => (punkt === id && hord !== undefined ? [scoped(scope, { id: part, benamning, ...hord, rad: partsraden({ lag }, doc.datum) })] : [])),
  };
};
/** Of what one who may not see the item sees. */
export const INGET_RUNT = { javsprovningar: [], parter: [] } as const;

@ArgsType()
class UppropsforslagArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() sammantrade!: string;
  @Field(() => [ID], { description: 'De som svarar.' }) @IsArray() @ArrayMaxSize(PERSONER_MAX) @IsUUID(undefined, { each: true }) narvarande!: string[];
}
@Resolver()
export class UppropResolver {
  @Query(() => [Uppropsplats], { nullable: true, description: 'Vilka ersättare som tjänstgör för vilka enligt inkallelseordningen, när just dessa svarar. För den som arbetar i nämnden.' })
  async uppropsforslag(@Args() { sammantrade, narvarande, ...when }: UppropsforslagArgs, @Context() context: EdgeContext): Promise<readonly Uppropsplats[] | null> {
    const { reader, viewer } = context;
    const doc = await reader.doc(sammantradet, sammantrade.toLowerCase(), when);
    const namnd = doc && (await reader.doc(namnden, doc.namnd, when));
    if (doc === undefined || namnd === undefined || !viewer.may(doc.namnd, 'arbetsmaterial')) return null;
    const inne = narvarande.map((person) => person.toLowerCase());
    const inkallelse = inkallelsePa(namnd, doc.datum);
    const tomma = inkallelse.platser.filter(({ person, vakant }) => vakant === true || !inne.includes(person));
    const inkallade = inkalla(inkallelse, tomma.map(({ person }) => person), inne);
    const namn = await personer([...tomma.map(({ person }) => person), ...inkallade.map(({ ersattare }) => ersattare)], doc, when, context);
    return tomma.map(({ person, vakant = false }) => {
      const ersattare = inkallade.find(({ ersatter }) => ersatter === person)?.ersattare;
      return scoped({ namnd: doc.namnd, klass: 'arbetsmaterial' }, { plats: namn(person), vakant, ...(ersattare !== undefined && { ersattare: namn(ersattare) }) });
    });
  }
}

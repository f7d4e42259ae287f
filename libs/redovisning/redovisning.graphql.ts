import { Args, ArgsType, Context, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { isToken, type Klass, type Sealed, type Sekretessklass as Klassen, strictest } from '@klubba/kernel';
import { type Connection, connectionOf, type EdgeContext, ListArgs, type Scope, scoped, SealedField, Sekretessklass, toConnection } from '@klubba/kernel/edge';
import { type Sammantrade, sammantradet } from '@klubba/sammantrade';
import { BROTT, type Redovisningsbrott } from './redovisning.decider';
import { Anmalningsslag, LexSarahUtfall, Listindelning, Uppgiftsslag } from './redovisning.inputs.graphql';
import { type Redovisning as Doc, redovisningen } from './redovisning.projection';

export { redovisningInputs } from './redovisning.inputs.graphql';

@ObjectType({ description: 'Vad källan har under ett eget namn.' })
export class Uppgift {
  @SealedField({ list: true, description: 'Namnet, del för del; ”[0]” är en plats i en lista.' }) vag?: readonly Sealed[];
  @Field(() => Uppgiftsslag) slag!: string;
  @SealedField() varde?: Sealed;
}
@ObjectType({ isAbstract: true })
abstract class MedUppgifter {
  @Field(() => [Uppgift]) uppgifter!: readonly object[];
}
@ObjectType({ isAbstract: true })
abstract class MedPeriod extends MedUppgifter {
  @Field(() => String, { nullable: true }) fran?: string;
  @Field(() => String, { nullable: true }) till?: string;
}
@ObjectType({ description: 'Så många rader i listan har samma nummer, delegat eller typ.' })
export class Listrad {
  @Field(() => Listindelning) indelning!: string;
  @SealedField() namn?: Sealed;
  @Field(() => Int) antal!: number;
  @SealedField() enhet?: Sealed;
}
@ObjectType({ description: 'En lista över beslut, och vad protokollet säger om den.' })
export class RedovisadLista extends MedPeriod {
  @SealedField() namn?: Sealed;
  @SealedField() form?: Sealed;
  @SealedField({ list: true }) lagar?: readonly Sealed[];
  @Field(() => Int, { nullable: true }) antal?: number;
  @Field(() => [Listrad]) rader!: readonly object[];
}
@ObjectType({ description: 'Delegationsbeslut som de anmäldes i paragrafen.' })
export class Delegationsredovisning extends MedPeriod {
  @Field(() => String, { nullable: true, description: 'Tjänsteskrivelsens dag.' }) tjansteskrivelse?: string;
  @Field(() => [String]) utskottsdagar!: readonly string[];
  @Field(() => [RedovisadLista]) listor!: readonly object[];
}
@ObjectType({ description: 'En rad i det som anmäldes.' })
export class Anmalningspost extends MedUppgifter {
  @Field(() => Int) ordning!: number;
  @SealedField() diarienummer?: Sealed;
  @SealedField() motpart?: Sealed;
  @SealedField() motpartensNummer?: Sealed;
  @SealedField() form?: Sealed;
  @SealedField() rubrik?: Sealed;
  @Field(() => String, { nullable: true }) datum?: string;
  @SealedField() utfall?: Sealed;
  @SealedField() stod?: Sealed;
}
@ObjectType({ description: 'Domar, klagomål, skrivelser eller ordförandebeslut som anmäldes i paragrafen.' })
export class Anmalningsposter extends MedPeriod {
  @Field(() => Anmalningsslag) slag!: string;
  @Field(() => [Anmalningspost]) poster!: readonly object[];
}
@ObjectType({ description: 'En remiss som besvarades i paragrafen.' })
export class RedovisadRemiss extends MedPeriod {
  @Field(() => Int) ordning!: number;
  @SealedField() diarienummer?: Sealed;
  @SealedField() avsandare?: Sealed;
  @SealedField() derasNummer?: Sealed;
  @SealedField() utredning?: Sealed;
  @Field(() => String, { nullable: true }) daterad?: string;
  @Field(() => String, { nullable: true }) svarstid?: string;
  @Field(() => String, { nullable: true }) svarstidAvsandare?: string;
  @Field(() => String, { nullable: true }) svarstidIntern?: string;
  @Field(() => String, { nullable: true }) yttrandeDaterat?: string;
  @SealedField() yttrandeTill?: Sealed;
}
@ObjectType({ description: 'Rapporter som kom in under en månad.' })
export class LexSarahRapporter {
  @SealedField() manad?: Sealed;
  @Field(() => Int) antal!: number;
}
@ObjectType({ description: 'En rapport och hur den bedömdes.' })
export class LexSarahRedovisatArende {
  @Field(() => LexSarahUtfall) utfall!: string;
  @SealedField() nummer?: Sealed;
}
@ObjectType({ description: 'Ett lagrum som protokollet anger, som det står.' })
export class AngivetLagrum {
  @SealedField() avser?: Sealed;
  @SealedField() skrivet?: Sealed;
}
@ObjectType({ description: 'Lex Sarah som det redovisades i paragrafen.' })
export class LexSarahRedovisning extends MedUppgifter {
  @Field(() => [LexSarahRapporter]) rapporter!: readonly object[];
  @Field(() => [LexSarahRedovisatArende]) arenden!: readonly object[];
  @Field(() => [AngivetLagrum]) lagrum!: readonly object[];
  @SealedField() beslutsfattare?: Sealed;
}
@ObjectType({ description: 'En koppling till en paragraf, ett sammanträde eller ett organ, som källan säger den.' })
export class Koppling extends MedUppgifter {
  @Field(() => Int) ordning!: number;
  @SealedField() fran?: Sealed;
  @SealedField() till?: Sealed;
  @SealedField() slag?: Sealed;
}
@ObjectType({ description: 'En regel som bröts i det som lästes in.' })
export class Redovisningsregelbrott {
  @Field() kod!: string;
  @Field() text!: string;
  @Field(() => String, { nullable: true, description: 'Det rätta lagrummet.' }) lagrum?: string;
}
@ObjectType({ description: 'Vad en paragraf från före nämndens start i Klubba säger om registren vid sidan av protokollet.' })
export class Redovisning extends MedUppgifter {
  @Field(() => ID, { description: 'Paragrafens id.' }) punkt!: string;
  @Field(() => Sekretessklass) klass!: Klassen;
  @Field() datum!: string;
  @Field(() => Int) ar!: number;
  @Field(() => Int) nummer!: number;
  @SealedField() kalla?: Sealed;
  @Field(() => [Redovisningsregelbrott]) brott!: readonly object[];
  @Field(() => Delegationsredovisning, { nullable: true }) delegation?: object;
  @Field(() => [Anmalningsposter]) anmalda!: readonly object[];
  @Field(() => [RedovisadRemiss]) remisser!: readonly object[];
  @Field(() => LexSarahRedovisning, { nullable: true }) lexSarah?: object;
  @Field(() => [Koppling]) kopplingar!: readonly object[];
}
const RedovisningConnection = connectionOf(Redovisning, 'Redovisning');

@ArgsType()
class RedovisningarArgs extends ListArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => ID) @IsUUID() sammantrade!: string;
}

@Resolver(() => Redovisning)
export class RedovisningResolver {
  @Query(() => RedovisningConnection, { description: 'Vad ett sammanträdes paragrafer säger om registren vid sidan av protokollet, där det lästes in från tiden före nämndens start i Klubba.' })
  async redovisningar(@Args() { namnd: given, sammantrade: mote, first, after, ...when }: RedovisningarArgs, @Context() { reader, viewer }: EdgeContext): Promise<Connection<Redovisning>> {
    const [namnd, sammantrade] = [given.toLowerCase(), mote.toLowerCase()];
    const moten = [await reader.doc(sammantradet, sammantrade, when), await reader.doc(sammantradet, sammantrade)];
    // The strictest of what each § was and is; until it is justerad it is work in progress.
    const klassen = (...docs: readonly Doc[]): Klass => strictest<Klass>('oppen', ...docs.flatMap(({ id, klass }) => [klass, ...moten.map((en) => paragrafensKlass(en, id))]));
    const page = await reader.page(redovisningen, namnd, { first, after, prefix: `${sammantrade}:`, only: (doc, _, now) => viewer.may(namnd, klassen(doc, now)) }, when);
    return toConnection(page, (_, doc, now) => visad({ namnd, klass: klassen(doc, now) }, doc));
  }
}

const paragrafensKlass = (mote: Sammantrade | undefined, id: string): Klass => {
  const justerad = mote?.omgangar.some(({ punkter, datum }) => datum !== undefined && punkter.includes(id)) === true;
  return strictest<Klass>(justerad ? 'oppen' : 'arbetsmaterial', mote?.punkter.find((punkt) => punkt.id === id)?.klass);
};

const visad = (scope: Scope, { id, nr, klass, datum, ar, kalla, brott, ...doc }: Doc): Redovisning => scoped(scope, {
  punkt: id, nummer: nr, klass, datum, ar, kalla, brott: brott.map((en) => ({ ...en, text: BROTT[en.kod as Redovisningsbrott] })), ...(inne(scope, doc) as Pick<Redovisning, 'anmalda' | 'remisser' | 'kopplingar' | 'uppgifter'>),
});
/** Each node within has the scope of its §. */
const inne = (scope: Scope, varde: unknown): unknown => {
  if (Array.isArray(varde)) return varde.map((en) => inne(scope, en));
  if (typeof varde !== 'object' || varde === null || isToken(varde)) return varde;
  return scoped(scope, Object.fromEntries(Object.entries(varde).map(([falt, en]) => [falt, inne(scope, en)])));
};

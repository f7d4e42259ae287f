import { Inject } from '@nestjs/common';
import { Args, ArgsType, Context, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsInt, IsUUID, Min } from 'class-validator';
import { handlingen } from '@klubba/handling';
import { type Sealed, type Sekretessklass, type Surroundings, type Token } from '@klubba/kernel';
import { AROUND, type EdgeContext, enumOf, scoped, SealedField, type When, WhenArgs } from '@klubba/kernel/edge';
import { personer } from './sammantrade.gemensamt.graphql';
import { type Kallelse, type Punkt, type Sammantrade, sammantradet } from './sammantrade.projection';
import { SKILLNADSSLAG, type Skillnad, skillnader } from './sammantrade.skillnad.projection';
import { Kvittolage, Paketdel, Kallelsesatt } from './sammantrade.utskick.inputs.graphql';
import { kallelsehash, lageFor } from './sammantrade.utskick.projection';

const Kallelseskillnadsslag = enumOf('Kallelseskillnadsslag', 'Vad som skiljer två kallelser.', ...SKILLNADSSLAG);

@ObjectType({ description: 'Att kallelsen har kommit till någon.' })
export class Kallelsekvitto {
  @Field(() => ID) person!: string;
  @SealedField({ description: 'Namnet.' }) namn?: Sealed;
  @Field(() => Kvittolage) lage!: string;
  @Field(() => Kallelsesatt) satt!: string;
  @Field() datum!: string;
  @Field() tid!: string;
  @Field({ description: 'Hashen av kallelsen som den skickades.' }) hash!: string;
  @Field(() => Paketdel, { nullable: true, description: 'Delen av paketet, när personen själv hämtade den.' }) del?: string;
  @Field(() => String, { nullable: true, description: 'SHA-256 över filen som lämnades.' }) filhash?: string;
}
@ObjectType({ description: 'En som är kallad, och hur långt kallelsen har kommit.' })
export class Kallelsemottagare {
  @Field(() => ID) person!: string;
  @SealedField({ description: 'Namnet.' }) namn?: Sealed;
  @Field({ description: 'Kallad som personalföreträdare: får bara den öppna delen.' }) baraOppet!: boolean;
  @Field(() => Kvittolage, { nullable: true, description: 'Utelämnat: inget är antecknat.' }) lage?: string;
}
@ObjectType({ description: 'Kallelsen med sina handlingar i en fil.' })
export class Kallelsepaket {
  @Field(() => Paketdel) del!: string;
  @Field({ description: 'Här hämtas filen, inom en minut. Den som hämtar den antecknas.' }) adress!: string;
}
@ObjectType({ description: 'Något som skiljer en kallelse från en tidigare.' })
export class Kallelseskillnad {
  @Field(() => Kallelseskillnadsslag) slag!: string;
  @Field(() => ID) punkt!: string;
  @SealedField({ description: 'Punktens rubrik i den senare.' }) rubrik!: Sealed;
  @Field(() => Int, { nullable: true, description: 'Numret i den tidigare.' }) franNr?: number;
  @Field(() => Int, { nullable: true, description: 'Numret i den senare.' }) tillNr?: number;
  @Field(() => String, { nullable: true, description: 'Vad som ändrades.' }) falt?: string;
  @Field(() => String, { nullable: true, description: 'Som det stod.' }) fran?: string;
  @Field(() => String, { nullable: true, description: 'Som det står.' }) till?: string;
  @Field(() => ID, { nullable: true, description: 'Handlingen.' }) handling?: string;
  @SealedField({ description: 'Varför.' }) skal?: Sealed;
}
@ArgsType()
class KallelseskillnadArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() sammantrade!: string;
  @Field(() => Int, { description: 'Den tidigare versionen.' }) @IsInt() @Min(1) fran!: number;
  @Field(() => Int, { description: 'Den senare versionen.' }) @IsInt() @Min(1) till!: number;
}

@Resolver()
export class UtskickResolver {
  constructor(@Inject(AROUND) private readonly around: Surroundings) {}

  @Query(() => [Kallelseskillnad], { nullable: true, description: 'Vad som skiljer två versioner av kallelsen, som var och en skickades. Visas för den som har en roll i nämnden; sekretessärenden för den som får se dem.' })
  async kallelseskillnad(@Args() { sammantrade, fran, till, ...when }: KallelseskillnadArgs, @Context() context: EdgeContext): Promise<readonly Kallelseskillnad[] | null> {
    const { reader, viewer } = context;
    const id = sammantrade.toLowerCase();
    const doc = await reader.doc(sammantradet, id, when);
    if (doc === undefined || !viewer.may(doc.namnd, 'arbetsmaterial')) return null;
    const [a, b] = await Promise.all([fran, till].map((version) => this.sand(doc.kallelser.find((en) => en.version === version), id)));
    if (a === undefined || b === undefined) return null;
    const hemliga = new Set(((await reader.doc(sammantradet, id)) ?? doc).punkter.filter(({ klass }) => klass === 'sekretess').map((punkt) => punkt.id));
    const far = (punkt: Punkt, klass: Sekretessklass): boolean => viewer.may(doc.namnd, hemliga.has(punkt.id) ? 'sekretess' : klass);
    const visade: Kallelseskillnad[] = [];
    for (const en of skillnader(a, b, far)) {
      if (en.handling !== undefined && !viewer.may(doc.namnd, (await reader.doc(handlingen, en.handling))?.klass ?? 'sekretess')) continue;
      const { fran: fore, till: efter, ...resten } = en;
      const [stod, star] = await Promise.all([oppnad(fore, context), oppnad(efter, context)]);
      // Written anew in the same words it is no difference.
      if (en.slag === 'andrad' && stod === star) continue;
      visade.push(scoped({ namnd: doc.namnd, klass: klassFor(en, b.mote) }, { ...resten, ...(stod !== undefined && { fran: stod }), ...(star !== undefined && { till: star }) }));
    }
    return visade;
  }

  private async sand(kallelse: Kallelse | undefined, id: string) {
    const mote = kallelse && (await this.around.readTo(sammantradet, id, kallelse.handelse));
    return kallelse && mote && { mote, kallelse };
  }
}

const oppnad = async (text: Sealed | string | undefined, { viewer }: EdgeContext): Promise<string | undefined> => (typeof text === 'object' ? viewer.open(text as Token) : text);
/** Why a class was changed is read by those who may read the stricter of the two. */
const klassFor = ({ slag, punkt }: Skillnad, { punkter }: Sammantrade): Sekretessklass => (slag === 'omklassad' ? 'sekretess' : (punkter.find(({ id }) => id === punkt)?.klass ?? 'sekretess'));

/** What a kallelse says to those inside: its hash, whom it has reached, and where its package is fetched. */
export const utskicket = async (doc: Sammantrade, kallelse: Kallelse, sekretess: boolean, when: When, context: EdgeContext) => {
  const { viewer, files } = context;
  const { id, namnd } = doc;
  if (!viewer.may(namnd, 'arbetsmaterial')) return { hash: kallelsehash(kallelse), kvitton: [], mottagare: [], paket: [] };
  const scope = { namnd, klass: 'oppen' } as const;
  const namn = await personer([...kallelse.kallade, ...kallelse.kvitton.map(({ person }) => person)], doc, when, context);
  const personal = kallelse.personalforetradare ?? [];
  const delar = ['oppen', ...(sekretess && viewer.may(namnd, 'sekretess') && !personal.includes(viewer.by) ? ['sekretess' as const] : [])] as const;
  return {
    hash: kallelsehash(kallelse), kvitton: kallelse.kvitton.map((en) => scoped(scope, { ...namn(en.person), ...en })),
    mottagare: kallelse.kallade.map((person) => {
      const lage = lageFor(kallelse.kvitton, person);
      return scoped(scope, { ...namn(person), baraOppet: personal.includes(person), ...(lage !== undefined && { lage }) });
    }),
    paket: delar.map((del) => scoped({ namnd, klass: del }, { del, adress: files.kallelse(viewer, namnd, id, kallelse.version, del) })),
  };
};

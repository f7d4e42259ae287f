import { Args, ArgsType, Context, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { type Sealed } from '@klubba/kernel';
import { type EdgeContext, scoped, SealedField, WhenArgs } from '@klubba/kernel/edge';
import { type Arshjulspost, type Namnd, namnden, reglementePa, VANLIG_ORDNING } from '@klubba/namnd';
import { Punktslag } from './sammantrade.dagordning.inputs.graphql';
import { ersattarforslagen } from './sammantrade.forhinder.projection';
import { personer, ProtokollPerson } from './sammantrade.gemensamt.graphql';
import { type Sammantrade, sammantradet } from './sammantrade.projection';

@ObjectType({ description: 'För en ledamot med förhinder: vem som är inkallad, eller står först i inkallelseordningen.' })
export class Ersattarforslag {
  @Field(() => ProtokollPerson) ledamot!: ProtokollPerson;
  @Field({ description: 'Ledamotens parti.' }) parti!: string;
  @Field(() => ProtokollPerson, { nullable: true, description: 'Den som är inkallad.' }) inkallad?: ProtokollPerson;
  @Field(() => ProtokollPerson, { nullable: true, description: 'Den som står först på tur. Ingen, när ingen finns kvar.' }) forslag?: ProtokollPerson;
  @Field({ description: 'Ersättaren är av ett annat parti.' }) utanforPartiet!: boolean;
}
@ObjectType({ description: 'Ett ärende ur nämndens årshjul som hör till sammanträdet och inte står på dagordningen än.' })
export class Arshjulsforslag {
  @Field(() => ID, { description: 'Posten: anges i laggTillPunkt.' }) post!: string;
  @Field(() => Punktslag) slag!: string;
  @SealedField({ description: 'Rubriken.' }) rubrik!: Sealed;
  @Field({ description: 'Varför det hör till sammanträdet.' }) varfor!: string;
}
@ObjectType({ description: 'En rad i mallen för dagordningen.' })
export class Mallrad {
  @Field(() => Punktslag) slag!: string;
  @Field(() => [Int], { description: 'Numren på dagordningen. Inget: den saknas.' }) nummer!: readonly number[];
  @Field({ description: 'Den kommer före något som mallen har före den.' }) forTidigt!: boolean;
}
@ArgsType()
class ForslagArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() sammantrade!: string;
}

/** What the settings of the nämnd propose for a meeting. A proposal is no fact: a command makes it one. */
@Resolver()
export class ForslagResolver {
  @Query(() => [Ersattarforslag], { nullable: true, description: 'Vilka som ska kallas in för dem som har förhinder, i uppropets ordning.' })
  async ersattarforslag(@Args() { sammantrade, ...when }: ForslagArgs, @Context() context: EdgeContext): Promise<readonly Ersattarforslag[] | null> {
    const lage = await laget(sammantrade, when, context);
    if (lage === undefined) return null;
    const { mote, namnd } = lage;
    const alla = ersattarforslagen(namnd, mote.datum, { forhinder: (mote.forhinder ?? []).map(({ person }) => person), inkallade: mote.inkallade ?? [] });
    const namn = await personer(alla.flatMap(({ ledamot, inkallad, forslag }) => [ledamot, inkallad, forslag].filter((en) => en !== undefined)), mote, when, context);
    return alla.map(({ ledamot, inkallad, forslag, ...en }) => scoped({ namnd: namnd.id, klass: 'oppen' }, {
      ...en, ledamot: namn(ledamot), ...(inkallad !== undefined && { inkallad: namn(inkallad) }), ...(forslag !== undefined && { forslag: namn(forslag) }),
    }));
  }

  @Query(() => [Arshjulsforslag], { nullable: true, description: 'Vad årshjulet har för sammanträdet och som inte står på dagordningen.' })
  async arshjulsforslag(@Args() { sammantrade, ...when }: ForslagArgs, @Context() context: EdgeContext): Promise<readonly Arshjulsforslag[] | null> {
    const lage = await laget(sammantrade, when, context);
    if (lage === undefined) return null;
    const { mote, namnd } = lage;
    const ordning = await ordningen(mote, when, context);
    const manad = Number(mote.datum.slice(5, 7));
    const hor = ({ manad: iManad, mote: nr, fran, till }: Arshjulspost): boolean => fran <= mote.datum && (till === undefined || mote.datum <= till) && (iManad === manad || nr === ordning);
    return (namnd.arshjul ?? []).filter((post) => hor(post) && !mote.punkter.some(({ arshjul }) => arshjul === post.post)).map(({ post, slag, rubrik, manad: iManad }) =>
      scoped({ namnd: namnd.id, klass: 'oppen' }, { post, slag, rubrik, varfor: iManad === undefined ? `sammanträde ${ordning} på året` : `månad ${manad}` }));
  }

  @Query(() => [Mallrad], { nullable: true, description: 'Hur dagordningen följer nämndens mall, eller den vanliga ordningen när nämnden inte har någon egen.' })
  async dagordningsmall(@Args() { sammantrade, ...when }: ForslagArgs, @Context() context: EdgeContext): Promise<readonly Mallrad[] | null> {
    const lage = await laget(sammantrade, when, context);
    if (lage === undefined) return null;
    const { mote, namnd } = lage;
    let fore = 0;
    return (reglementePa(namnd, mote.datum)?.dagordningsmall ?? VANLIG_ORDNING).map((slag) => {
      const nummer = mote.punkter.flatMap((punkt, i) => (punkt.slag === slag && punkt.utgatt === undefined ? [i + 1] : []));
      const forTidigt = nummer.length > 0 && nummer[0]! < fore;
      fore = Math.max(fore, nummer[0] ?? 0);
      return { slag, nummer, forTidigt };
    });
  }
}

/** The meeting and its nämnd, for those inside. */
const laget = async (sammantrade: string, when: WhenArgs, { reader, viewer }: EdgeContext): Promise<{ readonly mote: Sammantrade; readonly namnd: Namnd } | undefined> => {
  const mote = await reader.doc(sammantradet, sammantrade.toLowerCase(), when);
  const namnd = mote && (await reader.doc(namnden, mote.namnd, when));
  return mote === undefined || namnd === undefined || !viewer.may(mote.namnd, 'arbetsmaterial') ? undefined : { mote, namnd };
};

/** Which of the year's meetings it is, of those that were not called off. */
const ordningen = async (mote: Sammantrade, when: WhenArgs, { reader }: EdgeContext): Promise<number> => {
  const { rows } = await reader.page(sammantradet, mote.namnd, { first: 200, prefix: mote.datum.slice(0, 4), only: ({ skede }) => skede !== 'installt' }, when);
  return rows.findIndex(({ id }) => id === mote.id) + 1;
};

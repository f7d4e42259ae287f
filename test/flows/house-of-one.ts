import { Inject, Module } from '@nestjs/common';
import { Args, ArgsType, Context, Field, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, ValidateNested } from 'class-validator';
import { FALT } from '@klubba/behorighet';
import { type Command, type Decider, type EventOf, fact, type Facts, field, type Klass, KLASSER, type Noun, type Projection, refuse, seal, type Sealed, strictest, streamId, type Token } from '@klubba/kernel';
import { type CommandInputs, type Connection, connectionOf, type EdgeContext, enumOf, IsText, ListArgs, mutationsFor, scoped, SealedField, toConnection, WhenArgs } from '@klubba/kernel/edge';
import type { Composition } from '../../apps/api/house';
import { House } from '../../apps/api/house';

/** A noun as small as they come, with a value of every class: the edge can be tried before, and without, the real ones. */
const lappFacts = {
  LappSkriven: fact('SkrivLapp', {
    namnd: field.id(), klass: field.oneOf('oppen', ...KLASSER), antal: field.integer('oppen'), rubrik: field.sealed('oppen'), anteckning: field.sealed('arbetsmaterial'), namn: field.sealed('personuppgift'),
    hemligt: field.sealed('sekretess'), adress: field.optional(field.sealed('skyddad')), rader: field.list(field.object({ text: field.sealed('arbetsmaterial') })),
  }),
  LappAndrad: fact('AndraLapp', { rubrik: field.sealed('oppen') }),
  LappStangd: fact('StangLapp', {}),
  LappNoterad: fact('NoteraLapp', { om: field.id() }),
} satisfies Facts;
type LappEvent = EventOf<typeof lappFacts>;
type LappCommand =
  | Command<'SkrivLapp', { namnd: string; klass: Klass; rubrik: string; anteckning: string; namn: string; hemligt: string; adress?: string; rader: { text: string }[]; antal: number }>
  | Command<'AndraLapp', { rubrik: string }>
  | Command<'StangLapp', Record<string, never>>
  | Command<'NoteraLapp', { om: string }>;
type Lappstat = { readonly skede: 'ingen' | 'oppen' | 'stangd'; readonly rubriker: number };

const lapp: Decider<LappCommand, Lappstat, LappEvent, 'LAPPEN_AR_STANGD' | 'FOR_MANGA'> = {
  category: 'lapp', facts: lappFacts, initialState: { skede: 'ingen', rubriker: 0 },
  namnd: (command) => (command.type === 'SkrivLapp' ? command.data.namnd : null),
  decide: (command, state, { id, by }) => {
    const kid = `lapp:${id}`;
    if (state.skede === 'stangd' && command.type === 'AndraLapp') return refuse('LAPPEN_AR_STANGD', `Lappen är stängd av {person:${by}}.`, 'KL 5:1');
    switch (command.type) {
      case 'SkrivLapp': {
        const { rubrik, anteckning, namn, hemligt, adress, rader, ...clear } = command.data;
        return [{ type: 'LappSkriven', data: {
          ...clear, rubrik: seal(kid, rubrik), anteckning: seal(kid, anteckning), namn: seal(kid, namn), hemligt: seal(kid, hemligt), ...(adress !== undefined && { adress: seal(kid, adress) }), rader: rader.map(({ text }) => ({ text: seal(kid, text) })),
        } }];
      }
      case 'AndraLapp': return [{ type: 'LappAndrad', data: { rubrik: seal(kid, command.data.rubrik) } }];
      case 'StangLapp': return state.skede === 'stangd' ? [] : [{ type: 'LappStangd', data: {} }];
      case 'NoteraLapp': return [{ type: 'LappNoterad', data: { om: command.data.om } }];
    }
  },
  evolve: (state, event) => {
    if (event.type === 'LappSkriven') return { skede: 'oppen', rubriker: 1 };
    if (event.type === 'LappStangd') return { ...state, skede: 'stangd' };
    return event.type === 'LappAndrad' ? { ...state, rubriker: state.rubriker + 1 } : state;
  },
};

type Lappdoc = {
  readonly id: string; readonly namnd: string; readonly klass: Klass; readonly antal: number; readonly stangd: boolean; readonly version: number;
  readonly rubrik: Sealed; readonly anteckning: Sealed; readonly namn: Sealed; readonly hemligt: Sealed; readonly adress?: Sealed; readonly rader: readonly Sealed[]; readonly noteringar: number;
};
const lappen: Projection<Lappdoc, LappEvent> = {
  name: 'lappen', revision: 1, category: 'lapp',
  on: {
    LappSkriven: (_, { stream, version, data: { rader, ...data } }) => ({ ...data, id: stream.slice(5), version, stangd: false, rader: rader.map(({ text }) => text), noteringar: 0 }),
    LappAndrad: (doc, { version, data }) => ({ ...doc!, version, rubrik: data.rubrik }),
    LappStangd: (doc, { version }) => ({ ...doc!, version, stangd: true }),
    LappNoterad: (doc, { version }) => ({ ...doc!, version, noteringar: doc!.noteringar + 1 }),
  },
  place: ({ namnd, antal }) => ({ namnd, sort: String(antal).padStart(6, '0') }),
};

const lappNoun: Noun = {
  decider: lapp, projections: [lappen], internal: ['NoteraLapp'],
  reactions: [{ name: 'notera-stangd', on: { LappStangd: ({ id, stream }: { id: string; stream: string }) => ({ category: 'lapp', id: stream.slice(5), command: { type: 'NoteraLapp', data: { om: id } } }) } }],
};

const Lappklass = enumOf('Lappklass', 'Vem som får läsa lappen.', ...KLASSER);

@InputType() class RadInput { @Field() @IsText(100) text!: string; }
@InputType()
class SkrivLappInput {
  @Field(() => ID) @IsText(36) namnd!: string;
  @Field(() => Lappklass, { defaultValue: 'oppen' }) @IsText(20) klass!: Klass;
  @Field() @IsText(300) rubrik!: string;
  @Field() @IsText() anteckning!: string;
  @Field() @IsText() namn!: string;
  @Field() @IsText() hemligt!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() adress?: string;
  @Field(() => [RadInput], { defaultValue: [] }) @IsArray() @ValidateNested({ each: true }) @Type(() => RadInput) rader!: RadInput[];
  @Field(() => Int) @IsInt() antal!: number;
}
@InputType() class AndraLappInput { @Field() @IsText(300) rubrik!: string; }
@InputType() class StangLappInput { @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() tyst?: number; }

const lappInputs: CommandInputs = {
  SkrivLapp: { input: SkrivLappInput, om: 'Skriver en lapp.', skapar: true },
  AndraLapp: { input: AndraLappInput, om: 'Ändrar rubriken.' },
  StangLapp: { input: StangLappInput, om: 'Stänger lappen.' },
};

@ObjectType()
class Lapp {
  @Field(() => ID) id!: string;
  @Field(() => Int) antal!: number;
  @Field() stangd!: boolean;
  @Field(() => Int) version!: number;
  @Field(() => Int) noteringar!: number;
  @SealedField() rubrik!: Sealed;
  @SealedField() anteckning!: Sealed;
  @SealedField() namn!: Sealed;
  @SealedField() hemligt!: Sealed;
  @SealedField() adress?: Sealed;
  @SealedField({ list: true }) rader!: readonly Sealed[];
}
const LappConnection = connectionOf(Lapp, 'Lapp');
@ArgsType() class LapparArgs extends ListArgs { @Field(() => ID) namnd!: string; }
@ArgsType() class LappArgs extends WhenArgs { @Field(() => ID) id!: string; }

const view = (doc: Lappdoc, now: Lappdoc): Lapp => scoped({ namnd: doc.namnd, klass: strictest(doc.klass, now.klass) }, { ...doc });

@Resolver(() => Lapp)
class LappResolver {
  constructor(@Inject(House) private readonly house: House) {}

  @Query(() => Lapp, { nullable: true })
  async lapp(@Args() { id, ...when }: LappArgs, @Context() { reader, viewer }: EdgeContext): Promise<Lapp | null> {
    const doc = await reader.doc(lappen, id.toLowerCase(), when);
    const now = await reader.doc(lappen, id.toLowerCase());
    return doc === undefined || now === undefined || !viewer.may(doc.namnd, strictest(doc.klass, now.klass)) ? null : view(doc, now);
  }

  @Query(() => LappConnection)
  async lappar(@Args() { namnd, first, after, ...when }: LapparArgs, @Context() { reader, viewer }: EdgeContext): Promise<Connection<Lapp>> {
    const page = await reader.page(lappen, namnd.toLowerCase(), { first, after, only: (doc, _, now) => viewer.may(doc.namnd, strictest(doc.klass, now.klass)) }, when);
    return toConnection(page, (_, doc, now) => view(doc, now));
  }

  /** Goes wrong with a secret in its mouth. */
  @Query(() => String, { nullable: true })
  async fel(): Promise<string> {
    await this.house.log.store.tip();
    throw new Error(`Kanariehemlighet i ett fel vid ${__filename}`);
  }
}

@Module({ providers: [LappResolver, mutationsFor('lapp', lappInputs)] })
class LappModule {}

const OWN: Readonly<Record<string, Klass>> = {
  'Query.lapp': 'oppen', 'Query.lappar': 'oppen', 'Query.fel': 'oppen',
  'Lapp.id': 'oppen', 'Lapp.antal': 'oppen', 'Lapp.stangd': 'oppen', 'Lapp.version': 'oppen', 'Lapp.noteringar': 'oppen', 'Lapp.rubrik': 'oppen', 'Lapp.anteckning': 'arbetsmaterial', 'Lapp.namn': 'personuppgift',
  'Lapp.hemligt': 'sekretess', 'Lapp.adress': 'skyddad', 'Lapp.rader': 'arbetsmaterial',
  'LappConnection.edges': 'oppen', 'LappConnection.pageInfo': 'oppen', 'LappEdge.cursor': 'oppen', 'LappEdge.node': 'oppen',
};
/** The rows of the edge itself: what is left of the table when the nouns' are taken out. */
const EDGE = /^(Kvitto|Hinder|Orsak|PageInfo|Subscription|Handelse(Edge|Connection)?|Faltvarde|Andring|Granskning|Post|Lasmodell|Dokumentsumma)[.]|^Query[.](handelser|granskning|poster|dokumentsummor)$/;

export const houseOfOne: Composition = {
  nouns: [lappNoun], modules: [LappModule],
  ger: { SkrivLapp: ['handlaggare', 'namndsekreterare'], AndraLapp: ['handlaggare', 'namndsekreterare'], StangLapp: ['namndsekreterare'] },
  falt: { ...Object.fromEntries(Object.entries(FALT).filter(([row]) => EDGE.test(row))), ...OWN },
  // Lappen plays the person register too: whoever wrote a lapp with their own id is named by it.
  person: { projection: lappen as never, namn: (doc: Lappdoc) => doc.namn as Token },
};

export const lappId = (by: string, command: string): string => streamId('lapp', by, command);
export const SKRIV = `mutation Skriv($k: ID!, $d: SkrivLappInput!) { skrivLapp(kommandoId: $k, data: $d) { __typename ... on Kvitto { id version position } ... on Hinder { kod allvar text lagrum orsaker { kod text } } } }`;
export const ANDRA = `mutation Andra($k: ID!, $id: ID!, $d: AndraLappInput!, $sedd: Int) { andraLapp(kommandoId: $k, id: $id, data: $d, sedd: $sedd) { __typename ... on Kvitto { id version position } ... on Hinder { kod allvar text lagrum orsaker { kod text } } } }`;
export const STANG = `mutation Stang($k: ID!, $id: ID!) { stangLapp(kommandoId: $k, id: $id, data: {}) { __typename ... on Kvitto { id version position } ... on Hinder { kod text } } }`;

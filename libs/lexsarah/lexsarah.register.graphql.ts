import { Args, ArgsType, Context, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsInt, IsOptional, IsUUID, Matches } from 'class-validator';
import { arendet } from '@klubba/arende';
import { CODE, type Condition, type Where } from '@klubba/kernel';
import { type Connection, connectionOf, type EdgeContext, enumOf, IsDatum, ListArgs, scoped, toConnection, type When, WhenArgs } from '@klubba/kernel/edge';
import { arAllvarlig } from '@klubba/lagrum';
import { klockan, LexSarah, LexSarahKlocka, LexSarahSkede, vyn } from './lexsarah.graphql';
import { LexSarahBedomning, LexSarahFraga, LexSarahRegi } from './lexsarah.inputs.graphql';
import { klockorna } from './lexsarah.klockor';
import { type LexSarah as Doc, lexSarahn } from './lexsarah.projection';
import { bedomningen } from './lexsarah.skede';
import { lexSarahRutinerna, rutinPa } from './lexsarahrutin.projection';

const LexSarahPer = enumOf('LexSarahPer', 'Vad registret räknas per.', 'ar', 'manad', 'skede', 'bedomning', 'verksamhet', 'orsak', 'regi');
const LexSarahConnection = connectionOf(LexSarah, 'LexSarah');
const STEG = 200;

@ObjectType({ description: 'Ett värde och hur många.' })
export class LexSarahAntal {
  @Field(() => String, { nullable: true, description: 'Utan värde: det är inte angivet.' }) varde?: string;
  @Field(() => Int) antal!: number;
}
@ObjectType({ description: 'Ett års rapporter, som kvalitetsberättelsen har dem.' })
export class LexSarahStatistik {
  @Field(() => Int) ar!: number;
  @Field(() => Int) rapporter!: number;
  @Field(() => Int, { description: 'Året före.' }) foregaendeAr!: number;
  @Field(() => Int, { description: 'Avslutade utredningar.' }) beslutade!: number;
  @Field(() => Int, { description: 'Anmälda till IVO.' }) anmaldaTillIvo!: number;
  @Field(() => [LexSarahAntal], { description: 'Den vanligaste orsaken först.' }) perOrsak!: readonly LexSarahAntal[];
  @Field(() => [LexSarahAntal]) perBedomning!: readonly LexSarahAntal[];
  @Field(() => [LexSarahAntal]) perVerksamhet!: readonly LexSarahAntal[];
}
@ObjectType({ description: 'Det nämnden ska få veta om en period.' })
export class LexSarahAttAnmala {
  @Field(() => [LexSarahAntal], { description: 'Rapporter per månad.' }) rapporter!: readonly LexSarahAntal[];
  @Field(() => [LexSarahAntal], { description: 'Besluten som anmäls, per bedömning.' }) perBedomning!: readonly LexSarahAntal[];
  @Field(() => [LexSarah], { description: 'Beslut som kan anmälas avidentifierade i en paragraf.' }) samlade!: readonly LexSarah[];
  @Field(() => [LexSarah], { description: 'Allvarliga: en punkt för var och en.' }) enskilda!: readonly LexSarah[];
  @Field(() => [LexSarah], { description: 'Uppföljningar som nämnden inte har fått redovisade.' }) uppfoljningar!: readonly LexSarah[];
}
@ObjectType({ description: 'En befattning som delegationsordningen pekar ut.' })
export class LexSarahDelegat {
  @Field(() => LexSarahFraga) fraga!: string;
  @Field() befattning!: string;
  @Field(() => String, { nullable: true }) punkt?: string;
}
@ObjectType({ description: 'Nämndens rutin för lex Sarah från en dag.' })
export class LexSarahRutin {
  @Field() fran!: string;
  @Field(() => Int) rapportArbetsdagar!: number;
  @Field(() => Int) startDagar!: number;
  @Field(() => Int) utredningDagar!: number;
  @Field(() => [LexSarahDelegat]) delegater!: readonly LexSarahDelegat[];
}

@ArgsType()
class RegisterArgs extends ListArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => LexSarahSkede, { nullable: true }) @IsOptional() @IsEnum(LexSarahSkede) skede?: keyof typeof LexSarahSkede | null;
  @Field(() => Int, { nullable: true, description: 'Året då rapporten kom.' }) @IsOptional() @IsInt() ar?: number | null;
  @Field(() => LexSarahBedomning, { nullable: true }) @IsOptional() @IsEnum(LexSarahBedomning) bedomning?: keyof typeof LexSarahBedomning | null;
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(CODE) verksamhet?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(CODE) orsak?: string | null;
  @Field(() => LexSarahRegi, { nullable: true }) @IsOptional() @IsEnum(LexSarahRegi) regi?: keyof typeof LexSarahRegi | null;
  @Field(() => Boolean, { nullable: true, description: 'Den senaste först.' }) @IsOptional() @IsBoolean() senastForst?: boolean | null;
}
@ArgsType()
class SummaArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => LexSarahPer) @IsEnum(LexSarahPer) per!: keyof typeof LexSarahPer;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() ar?: number | null;
}
@ArgsType()
class ArArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Int) @IsInt() ar!: number;
}
@ArgsType()
class KlockArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field({ description: 'Dagen att räkna på.' }) @IsDatum() pa!: string;
}
@ArgsType()
class PeriodArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field() @IsDatum() fran!: string;
  @Field() @IsDatum() till!: string;
}
@ArgsType()
class RutinArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
}

const lika = (eq: string | number | null | undefined): Condition | undefined => (eq === undefined || eq === null ? undefined : { eq });
const villkor = (alla: Readonly<Record<string, Condition | undefined>>): Where => Object.fromEntries(Object.entries(alla).filter(([, en]) => en !== undefined)) as Where;

@Resolver()
export class LexSarahRegisterResolver {
  @Query(() => LexSarahConnection, { description: 'Nämndens rapporter, efter dagen de kom. Alla kan välja på skede och år; på bedömning, verksamhet, orsak och regi den som har en roll i nämnden.' })
  async lexSarahRegister(@Args() { namnd: given, skede, ar, bedomning, verksamhet, orsak, regi, senastForst, first, after, ...when }: RegisterArgs, @Context() context: EdgeContext): Promise<Connection<LexSarah>> {
    const namnd = given.toLowerCase();
    const inre = villkor({ bedomning: lika(bedomning), verksamhet: lika(verksamhet), orsak: lika(orsak), regi: lika(regi) });
    // A filter on what one may not see would tell it.
    if (Object.keys(inre).length > 0 && !context.viewer.may(namnd, 'arbetsmaterial')) return { edges: [], pageInfo: { hasNextPage: false } };
    const page = await context.reader.register(lexSarahn, namnd, { first, after, where: villkor({ skede: lika(skede), ar: lika(ar), ...inre }), sort: 'mottagen', descending: senastForst === true }, when);
    return toConnection(page, (_, doc, now) => vyn(doc, now, when, context));
  }

  @Query(() => [LexSarahAntal], { description: 'Registret räknat. Visas för den som har en roll i nämnden.' })
  async lexSarahSummor(@Args() { namnd: given, per, ar, ...when }: SummaArgs, @Context() context: EdgeContext): Promise<readonly LexSarahAntal[]> {
    const namnd = given.toLowerCase();
    return context.viewer.may(namnd, 'arbetsmaterial') ? antalPer(namnd, per, villkor({ ar: lika(ar) }), when, context) : [];
  }

  @Query(() => LexSarahStatistik, { nullable: true, description: 'Ett års rapporter efter orsak och utfall. Visas för den som har en roll i nämnden.' })
  async lexSarahStatistik(@Args() { namnd: given, ar, ...when }: ArArgs, @Context() context: EdgeContext): Promise<LexSarahStatistik | null> {
    const namnd = given.toLowerCase();
    if (!context.viewer.may(namnd, 'arbetsmaterial')) return null;
    const aret: Where = { ar: { eq: ar } };
    const antal = async (where: Where): Promise<number> => (await context.reader.totals(lexSarahn, namnd, { where, by: [] }, when))[0]?.antal ?? 0;
    return scoped({ namnd, klass: 'oppen' }, {
      ar, rapporter: await antal(aret), foregaendeAr: await antal({ ar: { eq: ar - 1 } }), beslutade: await antal({ ...aret, beslutad: { eq: 1 } }), anmaldaTillIvo: await antal({ ...aret, anmald: { eq: 1 } }),
      perOrsak: await antalPer(namnd, 'orsak', aret, when, context), perBedomning: await antalPer(namnd, 'bedomning', aret, when, context), perVerksamhet: await antalPer(namnd, 'verksamhet', aret, when, context),
    });
  }

  @Query(() => [LexSarahKlocka], { description: 'Allt som väntar i nämndens rapporter, det som är mest sent först. Visas för den som har en roll i nämnden.' })
  async lexSarahKlockor(@Args() { namnd: given, pa, ...when }: KlockArgs, @Context() context: EdgeContext): Promise<readonly LexSarahKlocka[]> {
    const namnd = given.toLowerCase();
    const { reader, viewer } = context;
    if (!viewer.may(namnd, 'arbetsmaterial')) return [];
    const rutiner = await reader.doc(lexSarahRutinerna, namnd, when);
    const klockor: LexSarahKlocka[] = [];
    for (const { doc } of await alla(namnd, { klocka: { eq: 1 } }, 'mottagen', when, context)) {
      const diarienummer = (await reader.doc(arendet, doc.id, when))?.diarienummer;
      klockor.push(...klockorna(doc.lage, rutinPa(rutiner, doc.lage.rapport.mottagen)).map((en) => klockan(doc, diarienummer, en, pa)));
    }
    const ordning = ({ senast = '9999-12-31', sedan }: LexSarahKlocka): string => `${senast} ${sedan}`;
    return klockor.sort((a, b) => (ordning(a) < ordning(b) ? -1 : ordning(a) > ordning(b) ? 1 : 0));
  }

  @Query(() => LexSarahAttAnmala, { nullable: true, description: 'Vad nämnden ska få veta om en period: besluten, många i en paragraf och de allvarliga var för sig, och uppföljningarna. Visas för den som har en roll i nämnden.' })
  async lexSarahAttAnmala(@Args() { namnd: given, fran, till, ...when }: PeriodArgs, @Context() context: EdgeContext): Promise<LexSarahAttAnmala | null> {
    const namnd = given.toLowerCase();
    if (!context.viewer.may(namnd, 'arbetsmaterial')) return null;
    const period = { from: fran, to: till };
    const besluten = await alla(namnd, { att_redovisa: { eq: 'beslut' }, redovisas_for: period }, 'redovisas_for', when, context);
    const uppfoljda = await alla(namnd, { att_redovisa: { eq: 'uppfoljning' }, redovisas_for: period }, 'redovisas_for', when, context);
    const allvarlig = ({ doc: { lage } }: Rad): boolean => {
      const bedomning = bedomningen(lage);
      return bedomning !== undefined && arAllvarlig(bedomning);
    };
    const visa = (rader: readonly Rad[]): Promise<readonly LexSarah[]> => Promise.all(rader.map(({ doc, now }) => vyn(doc, now, when, context)));
    return scoped({ namnd, klass: 'oppen' }, {
      rapporter: await antalPer(namnd, 'manad', { mottagen: period }, when, context), perBedomning: await antalPer(namnd, 'bedomning', { att_redovisa: { eq: 'beslut' }, redovisas_for: period }, when, context),
      samlade: await visa(besluten.filter((en) => !allvarlig(en))), enskilda: await visa(besluten.filter(allvarlig)), uppfoljningar: await visa(uppfoljda),
    });
  }

  @Query(() => [LexSarahRutin], { description: 'Nämndens rutiner för lex Sarah, äldst först.' })
  async lexSarahRutiner(@Args() { namnd: given, ...when }: RutinArgs, @Context() { reader }: EdgeContext): Promise<readonly LexSarahRutin[]> {
    return (await reader.doc(lexSarahRutinerna, given.toLowerCase(), when))?.rutiner ?? [];
  }
}

type Rad = { readonly doc: Doc; readonly now: Doc };
/** Every row that the conditions choose, page by page: what still waits, or is to be reported, is few of all there are. */
const alla = async (namnd: string, where: Where, sort: string, when: When, { reader }: EdgeContext): Promise<readonly Rad[]> => {
  const rader: Rad[] = [];
  for (let after: string | undefined; ; ) {
    const page = await reader.register(lexSarahn, namnd, { first: STEG, after, where, sort }, when);
    rader.push(...page.rows);
    after = page.rows.at(-1)?.cursor;
    if (!page.more || after === undefined) return rader;
  }
};
/** The most first. */
const antalPer = async (namnd: string, per: keyof typeof LexSarahPer, where: Where, when: When, { reader }: EdgeContext): Promise<readonly LexSarahAntal[]> =>
  (await reader.totals(lexSarahn, namnd, { where, by: [per] }, when))
    .map(({ group, antal }) => scoped({ namnd, klass: 'oppen' as const }, { ...(group[per] !== null && group[per] !== undefined && { varde: String(group[per]) }), antal }))
    .sort((a, b) => b.antal - a.antal || ((a.varde ?? '') < (b.varde ?? '') ? -1 : 1));

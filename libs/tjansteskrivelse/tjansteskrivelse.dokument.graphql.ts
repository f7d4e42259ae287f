import { Inject } from '@nestjs/common';
import { Args, ArgsType, Context, Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { isRefusal, refuse, Surroundings } from '@klubba/kernel';
import { Allvar, AROUND, type EdgeContext, Orsak, scoped } from '@klubba/kernel/edge';
import { foreslaSkrivelse } from './tjansteskrivelse.dokument';

@ObjectType({ description: 'En handling som dokumentet tycks räkna upp.' })
export class ForeslagenHandling {
  @Field() namn!: string;
  @Field(() => String, { nullable: true, description: 'Dagen som står i namnet.' }) datum?: string;
}
@ObjectType({ description: 'Vad ett dokument tycks innehålla, avsnitt för avsnitt. Inget är skrivet förrän det ges med skrivTjansteskrivelse.' })
export class Skrivelseforslag {
  @Field(() => String, { nullable: true }) rubrik?: string;
  @Field(() => String, { nullable: true }) diarienummer?: string;
  @Field(() => String, { nullable: true }) datum?: string;
  @Field(() => String, { nullable: true, description: 'Som det står; välj personen.' }) handlaggare?: string;
  @Field(() => [String]) mottagare!: readonly string[];
  @Field(() => String, { nullable: true }) sammanfattning?: string;
  @Field(() => String, { nullable: true }) arendebeskrivning?: string;
  @Field(() => String, { nullable: true }) bedomning?: string;
  @Field(() => [String], { description: 'Punkterna i förslaget till beslut.' }) forslag!: readonly string[];
  @Field(() => [ForeslagenHandling]) handlingar!: readonly ForeslagenHandling[];
  @Field(() => [String]) skickasTill!: readonly string[];
  @Field(() => [String], { description: 'Det som inte hörde till något avsnitt.' }) oplacerat!: readonly string[];
  @Field(() => [String], { description: 'Rubriker över förslagen som är felskrivna i dokumentet, som de står. Rätta dem där: Förslag till beslut.' }) felskrivnaRubriker!: readonly string[];
  @Field(() => [Orsak], { description: 'Varför filen inte kunde läsas.' }) hinder!: readonly Orsak[];
}

@ArgsType()
class ForeslaArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => ID) @IsUUID() uppladdning!: string;
}

@Resolver()
export class SkrivelseforslagResolver {
  constructor(@Inject(AROUND) private readonly around: Surroundings) {}

  @Query(() => Skrivelseforslag, { nullable: true, description: 'Läser ett uppladdat dokument (.docx) och föreslår en tjänsteskrivelse. För den som får skriva en i nämnden.' })
  async foreslaTjansteskrivelse(@Args() { namnd: given, uppladdning }: ForeslaArgs, @Context() { files, viewer }: EdgeContext): Promise<Skrivelseforslag | null> {
    const namnd = given.toLowerCase();
    if (typeof viewer.roll(namnd, 'SkrivTjansteskrivelse') !== 'string') return null;
    const scope = { namnd, klass: 'arbetsmaterial' } as const;
    const uploaded = await files.uploaded(viewer, uppladdning);
    const document = uploaded?.upload.namnd === namnd ? await this.around.papers!.document(uploaded.content) : refuse('UPPLADDNINGEN_FINNS_INTE', 'Uppladdningen finns inte i nämnden, eller är någon annans.');
    if (isRefusal(document)) return scoped(scope, { ...NOTHING, hinder: document.hinder.map(({ kod, text }) => ({ kod, text, allvar: Allvar.STOPP })) });
    const { handlingar, felskrivnaRubriker = [], ...forslag } = foreslaSkrivelse(document);
    return scoped(scope, { ...forslag, felskrivnaRubriker, handlingar: handlingar.map((en) => scoped(scope, en)), hinder: [] });
  }
}
const NOTHING = { mottagare: [], forslag: [], handlingar: [], skickasTill: [], oplacerat: [], felskrivnaRubriker: [] } as const;

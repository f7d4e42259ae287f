import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { type Hinder as Reason, isRefusal, type Receipt, type Refusal } from '@klubba/kernel';

/**
 * A position in this copy of the log, as clients see it: `<upplaga>:<position>`. Inside the house it is a bigint; the
 * edge puts the upplaga on and refuses another copy's, since its positions mean other facts.
 */
export type PositionToken = string;
export const Position = new GraphQLScalarType<PositionToken, PositionToken>({
  name: 'Position',
  description: 'En plats i loggen, `<upplaga>:<position>`. Gäller bara den kopia av loggen som gav den.',
  serialize: String,
  parseValue: positionText,
  parseLiteral: (node) => positionText(node.kind === Kind.STRING ? node.value : undefined),
});
function positionText(value: unknown): string {
  if (typeof value === 'string' && /^[0-9a-f-]{36}:\d{1,19}$/.test(value)) return value;
  throw new GraphQLError('Positionen har inte formen <upplaga>:<position>.');
}

@InputType({ description: 'En paragraf: nämnd, år och nummer.' })
export class VidParagraf {
  @Field(() => ID) namnd!: string;
  @Field(() => Int) ar!: number;
  @Field(() => Int) nummer!: number;
}

/** What of a moment: a position, a recorded time, or when a § was justerad. At most one of them. */
@InputType({ description: 'Ett ögonblick i loggen att se tillståndet vid. Ange ett av fälten.' })
export class Vid {
  @Field(() => Position, { nullable: true, description: 'Direkt efter denna position.' })
  position?: PositionToken;
  @Field(() => String, { nullable: true, description: 'Registreringstid, UTC: 2018-03-21T12:00:00.000Z.' })
  tidpunkt?: string;
  @Field(() => VidParagraf, { nullable: true, description: 'När paragrafen justerades.' })
  justerad?: VidParagraf;
}

@InputType({ description: 'Skäl att gå förbi en varning. Skälet blir ett faktum.' })
export class Skal {
  @Field({ description: 'Varningens kod.' }) kod!: string;
  @Field({ description: 'Skriftligt skäl.' }) skal!: string;
}

export enum Allvar { STOPP = 'STOPP', VARNING = 'VARNING' }
registerEnumType(Allvar, { name: 'Allvar', description: 'STOPP: går inte. VARNING: går om ett skäl anges.' });

@ObjectType({ description: 'Kommandot är utfört och ligger på disk.' })
export class Kvitto {
  @Field(() => ID, { description: 'Det som kommandot gällde eller skapade.' }) id!: string;
  @Field(() => Int, { description: 'Strömmens version efter kommandot; skicka den som `sedd` för att märka andras ändringar.' }) version!: number;
  @Field(() => Position, { description: 'Skicka den som `minst` i nästa fråga för att säkert se vad du gjort.' }) position!: PositionToken;
}
@ObjectType({ description: 'Varför ett kommando inte utfördes.' })
export class Orsak {
  @Field() kod!: string;
  @Field(() => Allvar) allvar!: Allvar;
  @Field() text!: string;
  @Field(() => String, { nullable: true }) lagrum?: string;
}
@ObjectType({ description: 'Kommandot utfördes inte. Fälten är den första orsakens; alla står i `orsaker`.' })
export class Hinder extends Orsak {
  @Field(() => [Orsak]) orsaker!: Orsak[];
}
export const Utfall = createUnionType({
  name: 'Utfall',
  description: 'Vad varje kommando svarar: ett kvitto, eller det hinder som stoppade det.',
  types: () => [Kvitto, Hinder] as const,
  resolveType: (outcome: object) => ('orsaker' in outcome ? 'Hinder' : 'Kvitto'),
});

/** What the log answered, as the client sees it. `sayNames` puts names where a reason has `{person:<uuid>}`. */
export const toUtfall = (outcome: Receipt | Refusal, upplaga: string, sayNames: (text: string) => string = (text) => text): Kvitto | Hinder => {
  if (!isRefusal(outcome)) return { id: outcome.stream.slice(outcome.stream.indexOf('-') + 1), version: outcome.version, position: `${upplaga}:${outcome.position}` };
  const orsaker = outcome.hinder.map(({ kod, allvar, text, lagrum }: Reason): Orsak => ({
    kod, allvar: Allvar[allvar], text: sayNames(text), ...(lagrum !== undefined && { lagrum }),
  }));
  return { ...orsaker[0]!, orsaker };
};

import { Inject } from '@nestjs/common';
import { Args, ArgsType, Context, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsEnum, IsOptional, IsUUID } from 'class-validator';
import { type Event, type Projection, Surroundings } from '@klubba/kernel';
import { Allvar, AROUND, type EdgeContext, enumOf, IsDatum, Orsak, scoped } from '@klubba/kernel/edge';
import { medNamn } from './sammantrade.beslutsgang.projection';
import { sammantrade as regler } from './sammantrade.decider';
import { sammantradeFacts, type SammantradeEvent } from './sammantrade.events';
import type { Sammantrade as Mote } from './sammantrade.mote.decider';
import { personer } from './sammantrade.gemensamt.graphql';
import { sammantradet } from './sammantrade.projection';
import { bifogade } from './sammantrade.protokoll.prepare';
import { slutkontroll, SLUTKONTROLLER } from './sammantrade.slutkontroll.decider';

const Slutkontrollslag = enumOf('Slutkontrollslag', 'Vad som ska göras: sammanträdet avslutas, eller protokollet justeras.', ...SLUTKONTROLLER);

@ObjectType({ description: 'Något som en paragraf eller sammanträdet saknar.' })
export class Brist extends Orsak {
  @Field(() => ID, { nullable: true, description: 'Punkten; saknas när det gäller hela sammanträdet.' }) punkt?: string;
  @Field(() => Int, { nullable: true, description: 'Dess nummer på dagordningen.' }) nr?: number;
  @Field(() => Int, { nullable: true, description: 'Dess paragraf, när den har fått ett nummer.' }) paragraf?: number;
}

@ArgsType()
class SlutkontrollArgs {
  @Field(() => ID) @IsUUID() sammantrade!: string;
  @Field(() => Slutkontrollslag) @IsEnum(Slutkontrollslag) infor!: keyof typeof Slutkontrollslag;
  @Field(() => String, { nullable: true, description: 'Dagen då det ska justeras. Utelämnat: sammanträdets.' }) @IsOptional() @IsDatum() pa?: string;
}

/** A meeting as its rules see it, folded from the log when it is asked for. */
const motets: Projection<Mote, SammantradeEvent> = {
  name: 'sammantradets-regler', revision: 1, category: regler.category,
  on: Object.fromEntries(Object.keys(sammantradeFacts).map((type) => [type, (mote: Mote | undefined, event: Event) => regler.evolve(mote ?? regler.initialState, event as SammantradeEvent)])) as unknown as Projection<Mote, SammantradeEvent>['on'],
  place: () => undefined,
};

@Resolver(() => Brist)
export class SlutkontrollResolver {
  constructor(@Inject(AROUND) private readonly around: Surroundings) {}

  @Query(() => [Brist], { nullable: true, description: 'Vad som saknas, paragraf för paragraf, innan sammanträdet avslutas eller protokollet justeras. Visas för den som har en roll i nämnden.' })
  async slutkontroll(@Args() { sammantrade, infor, pa }: SlutkontrollArgs, @Context() context: EdgeContext): Promise<readonly Brist[] | null> {
    const id = sammantrade.toLowerCase();
    const doc = await context.reader.doc(sammantradet, id);
    if (doc === undefined || !context.viewer.may(doc.namnd, 'arbetsmaterial')) return null;
    const mote = await this.around.read(motets, id);
    if (mote === undefined || mote.skede === 'finns inte') return null;
    const brister = slutkontroll(mote, infor, { bifogade: await bifogade(doc, this.around), ...(pa !== undefined && pa !== null && { datum: pa }) });
    const vem = await personer(brister.flatMap(({ text }) => [...text.matchAll(/\{person:([0-9a-f-]{36})\}/g)].map(([, person]) => person!)), doc, {}, context);
    const heter = new Map<string, string>();
    for (const { text } of brister) for (const [, person] of text.matchAll(/\{person:([0-9a-f-]{36})\}/g)) {
      const { namn } = vem(person!);
      if (namn !== undefined) heter.set(person!, await context.viewer.open(namn as never));
    }
    return brister.map(({ punkt, kod, allvar, text, lagrum }) => {
      const i = mote.punkter.findIndex((en) => en.id === punkt);
      const paragraf = mote.punkter[i]?.paragraf?.nr;
      return scoped({ namnd: doc.namnd, klass: 'arbetsmaterial' }, {
        kod, allvar: Allvar[allvar], text: medNamn(text, (person) => heter.get(person)), ...(lagrum !== undefined && { lagrum }), ...(punkt !== undefined && { punkt, nr: i + 1 }), ...(paragraf !== undefined && { paragraf }),
      });
    });
  }
}

import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { FastifyBaseLogger } from 'fastify';
import { type Asker, blank, isRefusal, type Receipt, type Refusal, refuse, streamId, type Token, UUID } from '@klubba/kernel';
import { type Asked, type CommandInput, type Door, type EdgeContext, type Hinder, type Kvitto, type Skal, toUtfall } from '@klubba/kernel/edge';
import { House } from './house';
import { type Problem, problemsOf, withoutNulls } from './validation';

export const PROGRAM_LOG = Symbol('ProgramLog');

/** One command on the bus, as it was asked for, and what came of it for the one who keeps the audit. */
export class Given {
  readonly began = performance.now();
  /** The role it was weighed in; known once the nämnd is. */
  roll: string | undefined;
  id: string | undefined;
  private tell!: (kod: string) => void;
  readonly told = new Promise<string>((resolve) => (this.tell = resolve));

  constructor(readonly asked: Asked, readonly spec: CommandInput, readonly context: EdgeContext) {}

  settle(outcome: Receipt | Refusal | undefined): void {
    this.tell(outcome === undefined ? 'FEL' : isRefusal(outcome) ? outcome.hinder[0].kod : 'KVITTO');
  }
}

/** The one handler of the bus: weighs, checks, decides, stores. */
@CommandHandler(Given)
export class GiveCommand implements ICommandHandler<Given> {
  constructor(@Inject(House) private readonly house: House) {}

  async execute(given: Given): Promise<Receipt | Refusal> {
    let outcome: Receipt | Refusal | undefined;
    try {
      return (outcome = await this.carryOut(given));
    } finally {
      given.settle(outcome);
    }
  }

  private async carryOut(given: Given): Promise<Receipt | Refusal> {
    const { asked: { category, type, data, skal, sedd, ...asked }, spec, context } = given;
    const { viewer, correlation } = context;
    // Whoever has the role nowhere learns nothing more, not even what a valid input would be.
    const anywhere = viewer.roll(null, type);
    if (typeof anywhere !== 'string') return anywhere;
    const command = asked.kommandoId.toLowerCase();
    const problems = [...formProblems(command, spec.skapar === undefined ? (asked.id ?? '') : undefined, skal), ...problemsOf(spec.input, data)];
    if (problems.length > 0) return invalid(problems);
    const id = idFor(spec, category, viewer.by, command, asked.id ?? '', data).toLowerCase();
    given.id = id;
    const asker: Asker = {
      by: viewer.by, command, correlation, cause: null,
      roll: (namnd, wanted) => {
        const roll = viewer.roll(namnd, wanted);
        if (typeof roll === 'string') given.roll = roll;
        return roll;
      },
    };
    const plain = withoutNulls(data) as object;
    const { house } = this;
    const ready = spec.complete === undefined ? plain : await spec.complete(plain, {
      id, command, context, around: house.around, skal: (skal ?? []).flatMap((one) => (blank(one.skal) ? [] : [one.kod])), give: (wish, kommando) => house.give(wish, { ...asker, command: kommando }),
    });
    if (isRefusal(ready)) return ready;
    return house.give(
      { category, id, command: { type, data: ready, ...(skal && { skal: Object.fromEntries(skal.map((one) => [one.kod, one.skal])) }) } },
      { ...asker, ...(sedd !== undefined && { sedd }), ...(spec.skapar === undefined && { finns: true }) },
    );
  }
}

/** A series stream is named by nämnd and year. */
const STREAM_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-\d{4})?$/;
const SKAL_MAX = 10_000;
const formProblems = (command: string, id: string | undefined, skal: readonly Skal[] = []): readonly Problem[] => [
  ...(UUID.test(command) ? [] : [{ falt: 'kommandoId', text: 'kommandoId: ska vara ett UUID.' }]),
  ...(id === undefined || STREAM_ID.test(id.toLowerCase()) ? [] : [{ falt: 'id', text: 'id: ska vara ett UUID.' }]),
  ...skal.flatMap((one, i) => (/^[A-Z0-9_]{1,60}$/.test(one.kod) && one.skal.length <= SKAL_MAX ? [] : [{ falt: `skal.${i}`, text: `skal.${i}: ska ha en varnings kod och ett skäl på högst ${SKAL_MAX} tecken.` }])),
];
/** The stream that the command concerns: the one named, a new one of its own, or the one that its data names. */
const idFor = ({ skapar }: CommandInput, category: string, by: string, command: string, id: string, data: object): string => {
  if (skapar === undefined) return id;
  return skapar === true ? streamId(category, by, command) : skapar(data);
};
const invalid = ([first, ...rest]: readonly Problem[]): Refusal => {
  const reason = ({ text }: Problem) => refuse('OGILTIG_INDATA', text).hinder[0];
  return { hinder: [reason(first!), ...rest.map(reason)] };
};

const PERSON = /\{person:([0-9a-f-]{36})\}/g;

/** Puts commands on the bus and words what comes back. */
@Injectable()
export class BusDoor implements Door {
  constructor(@Inject(CommandBus) private readonly bus: CommandBus, @Inject(House) private readonly house: House) {}

  async ask(asked: Asked, spec: CommandInput, context: EdgeContext): Promise<Kvitto | Hinder> {
    const outcome = await this.bus.execute<Given, Receipt | Refusal>(new Given(asked, spec, context));
    const { upplaga } = this.house.log.store;
    return isRefusal(outcome) ? toUtfall(outcome, upplaga, await this.names(outcome, context)) : toUtfall(outcome, upplaga);
  }

  /** Who `{person:<uuid>}` is, for those who may read names. */
  private async names({ hinder }: Refusal, { viewer }: EdgeContext): Promise<(text: string) => string> {
    const persons = new Set(hinder.flatMap(({ text }) => [...text.matchAll(PERSON)].map(([, id]) => id!)));
    const names = new Map<string, string>();
    const { person } = this.house.composition;
    if (person !== undefined && viewer.may(null, 'personuppgift')) {
      for (const id of persons) {
        const doc = this.house.models.get(person.projection, id);
        const namn = doc === undefined ? undefined : person.namn(doc);
        if (namn !== undefined) names.set(id, await viewer.open(namn as Token));
      }
    }
    return (text) => text.replace(PERSON, (_, id: string) => names.get(id) ?? 'en person');
  }
}

/** The one subscriber of the bus: a line for each command, with who and what came of it, and never what it said. */
@Injectable()
export class Audit implements OnModuleInit, OnApplicationShutdown {
  private end: (() => void) | undefined;
  constructor(@Inject(CommandBus) private readonly bus: CommandBus, @Inject(PROGRAM_LOG) private readonly log: FastifyBaseLogger) {}

  onModuleInit(): void {
    const subscription = this.bus.subscribe((given) => given instanceof Given && void given.told.then((kod) => this.write(given, kod)));
    this.end = () => subscription.unsubscribe();
  }
  // After the server has drained: what is under way is audited too.
  onApplicationShutdown(): void {
    this.end?.();
  }

  private write({ asked: { category, type, kommandoId }, id, roll, began, context }: Given, utfall: string): void {
    // What failed the check of its form is the client's own text.
    this.log.info({
      kommando: type, strom: id === undefined ? category : `${category}-${id}`, by: context.viewer.by, roll, utfall, ms: Math.round((performance.now() - began) * 10) / 10,
      kommandoId: UUID.test(kommandoId.toLowerCase()) ? kommandoId.toLowerCase() : undefined, spar: context.correlation,
    }, 'kommando');
  }
}

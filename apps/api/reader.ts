import { GraphQLError } from 'graphql';
import { asOf, type Cell, type Event, fits, type Log, LogFault, type Projection, type ReadModels, type Row, type Total, type Where } from '@klubba/kernel';
import type { Page, PageArgs, Reader, RegisterArgs, Selection, TotalsArgs, Vid, When } from '@klubba/kernel/edge';

const FIRST_MAX = 200;
const FIRST = 50;
const IN_MAX = 50;
const CATCH_UP_MS = 5000;
/** So many rows at a time when most of them are not for the one who asks. */
const STEP_MAX = 1000;
/** Others are served between the steps of a list that is mostly about what the asker may not see. */
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** When a § was justerad: the position of that fact. The paragraf noun knows; the app composes it in. */
export type Justerad = (namnd: string, ar: number, nummer: number) => Promise<bigint | undefined>;

export const wrong = (code: string, text: string): GraphQLError => new GraphQLError(text, { extensions: { code } });

/** Documents live from the read models, or folded from the log as of a moment. */
export class LogReader implements Reader {
  constructor(private readonly log: Log, private readonly models: ReadModels, private readonly justerad: Justerad) {}

  async doc<Doc, E extends Event>(projection: Projection<Doc, E>, id: string, when?: When): Promise<Doc | undefined> {
    const at = when === undefined ? undefined : await this.moment(when);
    return at === undefined ? this.models.get(projection, id) : asOf(projection, this.log, id, at);
  }

  async page<Doc, E extends Event>(projection: Projection<Doc, E>, namnd: string | null, { first, after, only = () => true, ...order }: PageArgs & Selection<Doc>, when?: When): Promise<Page<Doc>> {
    const wanted = pageSize(first);
    const at = when === undefined ? undefined : await this.moment(when);
    const rows: { id: string; doc: Doc; now: Doc; sort: string }[] = [];
    let last = after === undefined || after === null ? undefined : cursorOf(after, ([list, sort, id, ...rest]) => (list === projection.name && typeof sort === 'string' && typeof id === 'string' && rest.length === 0 ? { sort, id } : undefined));
    for (let take = wanted + 1; ; take = Math.min(take * 2, STEP_MAX)) {
      const candidates: readonly Row<Doc>[] = this.models.list(projection, { namnd, ...order, first: take, ...(last && { after: last }), ...(at !== undefined && { born: at }) });
      for (const { id, sort, doc } of candidates) {
        const then = at === undefined ? doc : await asOf(projection, this.log, id, at);
        // A document in no list at that moment is in none now either.
        if (then !== undefined && (at === undefined || projection.place(then) !== undefined) && only(then, id, doc)) rows.push({ id, sort, doc: then, now: doc });
        last = { sort, id };
      }
      if (candidates.length < take || rows.length > wanted) break;
      await breath();
    }
    const more = rows.length > wanted;
    return { rows: (more ? rows.slice(0, wanted) : rows).map(({ id, doc, now, sort }) => ({ id, doc, now, cursor: toCursor([projection.name, sort, id]) })), more };
  }

  async register<Doc, E extends Event>(projection: Projection<Doc, E>, namnd: string | null, { first, after, where, only, sort, descending = false }: RegisterArgs, when?: When): Promise<Page<Doc>> {
    const wanted = pageSize(first);
    few(where);
    const list = [projection.name, sort, descending] as const;
    const column = projection.register?.columns[sort];
    const last = after === undefined || after === null ? undefined : cursorOf(after, ([name, by, way, value, id, ...rest]) =>
      name === list[0] && by === sort && way === descending && column !== undefined && fits(column, value) && typeof id === 'string' && rest.length === 0 ? { value: value as Cell, id } : undefined);
    const at = await this.folded(projection, when);
    const found = built(this.models.rows(projection, { namnd, where, only, sort, descending, after: last, at, first: wanted + 1 }));
    const shown = found.slice(0, wanted).map(({ id, value, doc }) => ({ id, doc, now: doc, cursor: toCursor([...list, value, id]) }));
    const rows = at === undefined ? shown : await Promise.all(shown.map(async (row) => {
      const doc = await asOf(projection, this.log, row.id, at);
      if (doc === undefined) throw new LogFault(`Registret ${projection.name} har en rad för ${row.id} som loggen inte känner vid position ${at}.`);
      return { ...row, doc };
    }));
    return { rows, more: found.length > wanted };
  }

  async totals<Doc, E extends Event>(projection: Projection<Doc, E>, namnd: string | null, { where, only, by, sum }: TotalsArgs, when?: When): Promise<readonly Total[]> {
    few(where);
    const at = await this.folded(projection, when);
    return built(this.models.totals(projection, { namnd, where, only, by, sum, at }));
  }

  /** The moment to show rows at, when they have been folded so far: what is shown of it will not change. */
  private async folded({ name }: { readonly name: string }, when: When | undefined): Promise<bigint | undefined> {
    const at = when === undefined ? undefined : await this.moment(when);
    if (at !== undefined && this.models.status().some((one) => one.name === name && one.position < at)) await this.caughtUp(at);
    return at;
  }

  async moment({ vid, minst }: When = {}): Promise<bigint | undefined> {
    if (minst !== undefined && minst !== null) await this.caughtUp(await this.position(minst));
    return vid === undefined || vid === null ? undefined : this.positionOf(vid);
  }

  private async positionOf({ position, tidpunkt, justerad }: Vid): Promise<bigint> {
    const given = [position, tidpunkt, justerad].filter((one) => one !== undefined && one !== null);
    if (given.length !== 1) throw wrong('OGILTIGT_OGONBLICK', 'Ange ett av position, tidpunkt och justerad i vid.');
    if (position !== undefined && position !== null) return this.position(position);
    if (tidpunkt !== undefined && tidpunkt !== null) return this.models.positionAt(utc(tidpunkt));
    const { namnd, ar, nummer } = justerad!;
    const at = await this.justerad(namnd.toLowerCase(), ar, nummer);
    if (at === undefined) throw wrong('OGILTIGT_OGONBLICK', `§ ${nummer} år ${ar} finns inte i nämnden, eller är inte justerad.`);
    return at;
  }

  /** A token of ours as a position that exists. */
  private async position(token: string): Promise<bigint> {
    const [upplaga, digits] = token.split(':') as [string, string];
    if (upplaga !== this.log.store.upplaga) throw wrong('ANNAN_KOPIA', 'Positionen gäller en annan kopia av loggen. Hämta en ny ur ett kvitto härifrån, eller ange en tidpunkt.');
    const position = BigInt(digits);
    if (position > (await this.log.store.tip())) throw wrong('OGILTIGT_OGONBLICK', 'Positionen ligger efter loggens slut.');
    return position;
  }

  private async caughtUp(position: bigint): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(wrong('INTE_IKAPP', 'Läsmodellerna har inte hunnit till positionen än. Det du gjorde är sparat. Fråga igen om en stund.')), CATCH_UP_MS);
    });
    try {
      await Promise.race([this.models.caughtUp(position), late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

export const pageSize = (first: number | null | undefined): number => {
  const size = first ?? FIRST;
  if (!Number.isInteger(size) || size < 1 || size > FIRST_MAX) throw wrong('OGILTIG_INDATA', `first ska vara 1–${FIRST_MAX}.`);
  return size;
};

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;
/** An instant as recorded times are written. Without a zone it would mean another moment on another machine. */
const utc = (text: string): string => {
  const at = INSTANT.test(text) ? new Date(text) : new Date(Number.NaN);
  // Date takes 31 February for 3 March: the day must be the one that was written.
  const day = Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10)));
  if (Number.isNaN(at.getTime()) || new Date(day).toISOString().slice(0, 10) !== text.slice(0, 10)) throw wrong('OGILTIGT_OGONBLICK', 'Tidpunkten ska skrivas som 2018-03-21T12:00:00.000Z, med Z eller zon, och finnas.');
  return at.toISOString();
};

const built = <T>(answer: T | undefined): T => {
  if (answer === undefined) throw wrong('INTE_IKAPP', 'Registret räknas om efter en uppdatering och kan inte visas än. Fråga igen om en stund.');
  return answer;
};
const few = (where: Where | undefined): void => {
  for (const [column, condition] of Object.entries(where ?? {})) if ((condition?.in?.length ?? 0) > IN_MAX) throw wrong('OGILTIG_INDATA', `${column}: högst ${IN_MAX} värden åt gången.`);
};

/** Opaque to clients, and bound to its list: one from another list would silently begin at the wrong place. */
const toCursor = (parts: readonly unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
/** What `read` makes of a cursor's parts; a GraphQL error where it makes nothing of them. */
const cursorOf = <T>(cursor: string, read: (parts: readonly unknown[]) => T | undefined): T => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const found = Array.isArray(parts) && toCursor(parts) === cursor ? read(parts) : undefined;
    if (found !== undefined) return found;
  } catch {
    // Told below: what does not decode is as foreign as what decodes to something else.
  }
  throw wrong('OGILTIG_MARKOR', 'Markören hör inte till den här listan. Använd en cursor eller endCursor ur samma lista.');
};

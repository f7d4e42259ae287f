import { reactionId, StoreUnavailable } from '@klubba/kernel';
import type { Ask } from '../../infra/klient';

export type Orsak = { readonly kod: string; readonly allvar: 'STOPP' | 'VARNING'; readonly text: string; readonly lagrum: string | null };
type Utfall = { readonly id: string; readonly position: string } | { readonly orsaker: readonly Orsak[] };
/** A rule that had something against what happened: passed with a reason, or read in because it would have stopped it. */
export type Anmarkning = { readonly vad: 'passerad' | 'inläst'; readonly plats: string; readonly kod: string; readonly text: string; readonly lagrum?: string };

/** The play came to an end before the meeting did: what is entered stays, and the same file played again goes on from here. */
export class Avbrott extends Error {
  constructor(plats: string, orsaker: readonly Pick<Orsak, 'kod' | 'text'>[]) {
    super(`${plats}: ${orsaker.map(({ kod, text }) => `${text} (${kod})`).join(' ')}`);
    this.name = 'Avbrott';
  }
}

const SKAL = 'Så skedde enligt protokollet';
const PAUS_MS = 20;
const HOGST_MS = 60_000;

/** What is done to what (`id`; absent for what is made), and where in the file it stands. */
export type Kommando = { readonly typ: string; readonly id?: string; readonly plats: string; readonly data: object };

/** Gives the commands of one play, one at a time. Their ids follow from what is played, so that the same thing twice is the same commands. */
export class Spelare {
  readonly anmarkningar: Anmarkning[] = [];
  /** Shows at least this, so that what was done is seen. */
  minst: string | undefined;
  /** Command ids that are done already, in an earlier play of the same file. */
  gjorda: ReadonlySet<string> = new Set();

  constructor(readonly fraga: Ask, private readonly nyckel: string, private readonly kalla: string, private readonly framat: (vad: string) => void) {}

  kommandoId(typ: string, namn: string): string {
    return reactionId('spela', `${this.nyckel}:${typ}:${namn}`);
  }
  gjort(typ: string, namn: string): boolean {
    return this.gjorda.has(this.kommandoId(typ, namn));
  }

  /** Gives a command and answers the id of what it concerned or made. Throws Avbrott. */
  async ge(namn: string, kommando: Kommando): Promise<string> {
    const utfall = await this.forsok(namn, kommando);
    if ('id' in utfall) return utfall.id;
    throw new Avbrott(kommando.plats, utfall.orsaker);
  }

  /** The same, and what is stopped is read in by the command that stands for it. Throws Avbrott. */
  async geEllerLasIn(namn: string, kommando: Kommando, lasIn: string): Promise<string> {
    // Read in before: the ordinary command would be weighed anew, against what is now there.
    const utfall = this.gjort(lasIn, namn) ? { orsaker: [] } : await this.forsok(namn, kommando);
    return 'id' in utfall ? utfall.id : this.lasIn(namn, { ...kommando, typ: lasIn }, utfall.orsaker);
  }

  /** Reads in, with the source, what happened before the nämnd began in Klubba. `orsaker`: why it could not be done in the ordinary way. Throws Avbrott. */
  async lasIn(namn: string, kommando: Kommando, orsaker: readonly Orsak[] = []): Promise<string> {
    if (orsaker.length === 0) this.framat(kommando.typ);
    const utfall = await this.ask(namn, { ...kommando, data: { ...kommando.data, kalla: this.kalla } });
    if (!('id' in utfall)) throw new Avbrott(kommando.plats, [...orsaker.filter(({ allvar }) => allvar === 'STOPP'), ...utfall.orsaker]);
    this.anteckna('inläst', kommando.plats, orsaker);
    return utfall.id;
  }

  /** Reads in what happened; where the nämnd had begun in Klubba by then it is given as an ordinary command. Throws Avbrott. */
  async lasInEllerGe(namn: string, kommando: Kommando, vanligt: string): Promise<string> {
    if (!this.gjort(vanligt, namn)) {
      this.framat(kommando.typ);
      const utfall = await this.ask(namn, { ...kommando, data: { ...kommando.data, kalla: this.kalla } });
      if ('id' in utfall) return utfall.id;
      if (!utfall.orsaker.some(({ kod }) => kod === 'INTE_FORE_START')) throw new Avbrott(kommando.plats, utfall.orsaker);
    }
    return this.ge(namn, { ...kommando, typ: vanligt });
  }

  /** Gives a command. Warnings are passed with a reason; one who has answered the first may meet more. */
  async forsok(namn: string, kommando: Kommando): Promise<Utfall> {
    this.framat(kommando.typ);
    const passerade = new Map<string, Orsak>();
    for (;;) {
      const utfall = await this.ask(namn, kommando, [...passerade.keys()]);
      if ('id' in utfall) {
        this.anteckna('passerad', kommando.plats, [...passerade.values()]);
        return utfall;
      }
      const nya = utfall.orsaker.filter(({ kod }) => !passerade.has(kod));
      if (nya.length === 0 || utfall.orsaker.some(({ allvar }) => allvar === 'STOPP')) return { orsaker: [...utfall.orsaker, ...[...passerade.values()].filter(({ kod }) => !utfall.orsaker.some((en) => en.kod === kod))] };
      for (const en of nya) passerade.set(en.kod, en);
    }
  }

  /** Asks until it is so: reactions take a moment. Throws StoreUnavailable when it never is. */
  async vanta(arSa: () => Promise<boolean>, vad: string): Promise<void> {
    for (const borjan = performance.now(); !(await arSa()); await new Promise((resolve) => setTimeout(resolve, PAUS_MS))) {
      if (performance.now() - borjan > HOGST_MS) throw new StoreUnavailable(`Klubba gav inte ${vad} inom en minut.`);
    }
  }

  private anteckna(vad: Anmarkning['vad'], plats: string, orsaker: readonly Orsak[]): void {
    this.anmarkningar.push(...orsaker.map(({ kod, text, lagrum }): Anmarkning => ({ vad, plats, kod, text, ...(lagrum !== null && { lagrum }) })));
  }

  private async ask(namn: string, { typ, data, id }: Kommando, koder: readonly string[] = []): Promise<Utfall> {
    const mutation = typ[0]!.toLowerCase() + typ.slice(1);
    const [ta, ge] = id === undefined ? ['', ''] : ['$id: ID!, ', 'id: $id, '];
    const svar = await this.fraga<Record<string, Utfall>>(
      `mutation ($k: ID!, ${ta}$d: ${typ}Input!, $s: [Skal!]) { ${mutation}(kommandoId: $k, ${ge}data: $d, skal: $s) { ... on Kvitto { id position } ... on Hinder { orsaker { kod allvar text lagrum } } } }`,
      { k: this.kommandoId(typ, namn), d: data, ...(id !== undefined && { id }), ...(koder.length > 0 && { s: koder.map((kod) => ({ kod, skal: SKAL })) }) },
    );
    const utfall = svar[mutation]!;
    if ('position' in utfall) this.minst = utfall.position;
    return utfall;
  }
}

/** All nodes of a list, page by page. */
export const alla = async <T>(fraga: Ask, falt: string, args: Readonly<Record<string, readonly [typ: string, varde: unknown]>>, node: string): Promise<readonly T[]> => {
  type Sida = { readonly edges: readonly { readonly node: T }[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } };
  const [typer, givna] = [Object.entries(args).map(([namn, [typ]]) => `$${namn}: ${typ}, `).join(''), Object.keys(args).map((namn) => `${namn}: $${namn}, `).join('')];
  const query = `query (${typer}$after: String) { ${falt}(${givna}first: 200, after: $after) { edges { node { ${node} } } pageInfo { hasNextPage endCursor } } }`;
  const noder: T[] = [];
  for (let after: string | null = null; ; ) {
    const svar: Readonly<Record<string, Sida>> = await fraga(query, { ...Object.fromEntries(Object.entries(args).map(([namn, [, varde]]) => [namn, varde])), after });
    const { edges, pageInfo } = svar[falt]!;
    noder.push(...edges.map((en) => en.node));
    if (!pageInfo.hasNextPage) return noder;
    after = pageInfo.endCursor;
  }
};

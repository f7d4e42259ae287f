import { farGe, farLasa, type GER } from '@klubba/behorighet';
import { GALLRAT, type Klass, type Refusal, type Token, type Vault } from '@klubba/kernel';
import type { Viewer } from '@klubba/kernel/edge';
import type { Identity } from './identitet';

const NAMNDER_MAX = 1000;

/** One person, or the public, as they are today. Answers are kept: the same is asked for every field of every row. */
class Asker implements Viewer {
  readonly by: string;
  private readonly answers = new Map<string | null, Partial<Record<Klass, boolean>>>();

  constructor(private readonly identity: Identity, private readonly vault: Vault, private readonly ger: typeof GER) {
    this.by = identity.by;
  }

  may(namnd: string | null, klass: Klass): boolean {
    let known = this.answers.get(namnd);
    if (known === undefined) {
      known = {};
      // Whoever asks for nämnder that do not exist fills nothing.
      if (this.answers.size < NAMNDER_MAX) this.answers.set(namnd, known);
    }
    return (known[klass] ??= farLasa(this.identity.roller, namnd, klass));
  }

  roll(namnd: string | null, command: string): string | Refusal {
    return farGe(this.identity.roller, namnd, command, this.ger);
  }

  open(token: Token): Promise<string> | string {
    const value = this.vault.open(token);
    return value instanceof Promise ? value.then(asText) : asText(value);
  }
}

export const asText = (value: unknown): string => (value === GALLRAT ? 'gallrat' : typeof value === 'string' ? value : JSON.stringify(value));

/** Viewers by identity: they live as long as the verified token does. */
export class Viewers {
  private readonly known = new WeakMap<Identity, Viewer>();
  constructor(private readonly vault: Vault, private readonly ger: typeof GER) {}

  of(identity: Identity): Viewer {
    let viewer = this.known.get(identity);
    if (viewer === undefined) this.known.set(identity, (viewer = new Asker(identity, this.vault, this.ger)));
    return viewer;
  }
}

import { type DataOf, idOf, type Projection, type Sealed } from '@klubba/kernel';
import type { delegationslistaFacts, DelegationslistaEvent } from './delegationslista.events';

type Data<T extends keyof typeof delegationslistaFacts> = DataOf<(typeof delegationslistaFacts)[T]['shape']>;
export type Delegationslista = {
  readonly id: string;
  readonly namnd: string;
  readonly fran: string;
  readonly till: string;
  readonly antal: number;
  /** SHA-256: of the file that was read in, or of the handling. */
  readonly hash: string;
  readonly kalla?: Sealed;
  readonly avvikande?: number;
  readonly handling?: { readonly id: string; readonly version: number };
  readonly anmald?: Data<'DelegationslistaAnmald'>;
  readonly struken?: true;
  readonly at: string;
  readonly by: string;
};

/** Only attached, so that its decisions are not in the register one by one, and not reported. */
export const listanAttAnmala = ({ handling, anmald, struken }: Delegationslista): boolean => handling !== undefined && anmald === undefined && struken !== true;

/** A list of decisions for a period, newest period first where it is asked so. */
export const delegationslistan: Projection<Delegationslista, DelegationslistaEvent> = {
  name: 'delegationslista',
  revision: 1,
  category: 'delegationslista',
  on: {
    DelegationslistaInlast: (_, { stream, at, by, data: { avsteg: _a, ...data } }) => ({ id: idOf(stream), ...data, at, by }),
    DelegationslistansBeslut: (doc) => doc,
    DelegationslistaBifogad: (_, { stream, at, by, data: { handling, version, ...data } }) => ({ id: idOf(stream), ...data, handling: { id: handling, version }, at, by }),
    DelegationslistaAnmald: (doc, { data }) => doc && { ...doc, anmald: data },
    DelegationslistaStruken: (doc) => doc && { ...doc, struken: true },
    DelegationslistansBeslutStrukna: (doc) => doc,
  },
  place: ({ namnd, fran, id }) => ({ namnd, sort: `${fran}:${id}` }),
};

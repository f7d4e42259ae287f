import { avsteg, type EventOf, type Facts, fact, field } from '@klubba/kernel';

const lista = { namnd: field.id(), fran: field.date('oppen'), till: field.date('oppen'), antal: field.integer('oppen') };

/** What can happen to a list of decisions for a period. Names and shapes are what lies on disk: add, never edit. */
export const delegationslistaFacts = {
  /** Read in row by row. `hash`: SHA-256 of the file; its rows with something that the rules would have stopped. */
  DelegationslistaInlast: fact('LasInDelegationsbeslut', { ...lista, avvikande: field.integer('oppen'), kalla: field.sealed('arbetsmaterial'), hash: field.hash('oppen'), avsteg }),
  /** Its decisions become true when these follow, in the same append. */
  DelegationslistansBeslut: fact('LasInDelegationsbeslut', { beslut: field.list(field.id()) }),
  /** Only attached: a handling, with how many it holds. */
  DelegationslistaBifogad: fact('BifogaDelegationslista', { ...lista, handling: field.id('arbetsmaterial'), version: field.integer('oppen'), hash: field.hash('oppen') }),
  DelegationslistaAnmald: fact('NoteraListanAnmald', { punkt: field.id(), sammantrade: field.id(), ar: field.integer('oppen'), nr: field.integer('oppen'), datum: field.date('oppen') }),
  DelegationslistaStruken: fact('StrykDelegationslista', { skal: field.sealed('arbetsmaterial') }),
  /** The decisions that went with it. */
  DelegationslistansBeslutStrukna: fact('StrykDelegationslista', { beslut: field.list(field.id()) }),
} satisfies Facts;
export type DelegationslistaEvent = EventOf<typeof delegationslistaFacts>;

import { type Facts, fact, field } from '@klubba/kernel';

export const KVITTOLAGEN = ['skickad', 'levererad', 'oppnad'] as const;
export const UTSKICKSSATT = ['e_post', 'portal', 'papper'] as const;
/** What is open and what is secret leave apart. */
export const PAKETDELAR = ['oppen', 'sekretess'] as const;

/** That a kallelse has reached those who were called (A2, A3, A10). `hash`: of the kallelse as it was sent (`kallelsehash`). */
export const utskicksfakta = {
  KallelsekvittoAntecknat: fact('AntecknaKallelsekvitto', {
    version: field.integer('oppen'),
    personer: field.list(field.id()),
    lage: field.oneOf('oppen', ...KVITTOLAGEN),
    satt: field.oneOf('oppen', ...UTSKICKSSATT),
    datum: field.date('oppen'),
    tid: field.time('oppen'),
    hash: field.hash('oppen'),
  }),
  /** Who fetched the package of it, the first time for each part. `filhash`: SHA-256 of the file as it was given. */
  KallelsepaketHamtat: fact('NoteraKallelsehamtning', {
    version: field.integer('oppen'), person: field.id(), del: field.oneOf('oppen', ...PAKETDELAR), hash: field.hash('oppen'), filhash: field.hash('arbetsmaterial'),
  }),
} satisfies Facts;

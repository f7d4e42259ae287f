import { avsteg, type Facts, fact, field, klass } from '@klubba/kernel';

export const TILLKANNAGIVANDEPLATSER = ['anslagstavlan', 'webben'] as const;
/** What the board may carry of a meeting (KL 8:11). */
export const TILLKANNAGIVANDEN = ['sammantrade', 'beslutsunderlag'] as const;

/** Open or closed doors (A8), and what is told of a meeting beforehand (A9, I6). */
export const oppenhetsfakta = {
  /** `namndbeslut`: by which decision of the nämnd it is open. */
  PunktensOppenhetSatt: fact('SattOppenhet', { punkt: field.id(), klass, oppet: field.bool('oppen'), namndbeslut: field.optional(field.sealed('oppen')), avsteg }),
  SammantradeTillkannagivet: fact('TillkannageSammantrade', {
    datum: field.date('oppen'),
    plats: field.oneOf('oppen', ...TILLKANNAGIVANDEPLATSER),
    innehall: field.oneOf('oppen', ...TILLKANNAGIVANDEN),
    punkter: field.list(field.id()),
    /** The files that were published with them: from that day they are allmänna (TF 2:10; I6). */
    handlingar: field.list(field.object({ punkt: field.id(), handling: field.id('arbetsmaterial'), version: field.integer('oppen'), hash: field.hash('oppen') })),
  }),
  /** Off the board. `anslaget`: the day that it went up. */
  TillkannagivandeNedtaget: fact('TaNedTillkannagivande', { innehall: field.oneOf('oppen', ...TILLKANNAGIVANDEN), anslaget: field.date('oppen'), datum: field.date('oppen') }),
} satisfies Facts;

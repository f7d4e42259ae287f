import { type Facts, fact, field } from '@klubba/kernel';

/** That somebody wants a meeting held (A1; KL 6:23). */
export const begaranfakta = {
  /** Several facts with one `begaran` are one request: those who joined it came later. */
  SammantradeBegart: fact('BegarSammantrade', { begaran: field.id(), av: field.list(field.id()), datum: field.date('oppen'), skal: field.optional(field.sealed('arbetsmaterial')) }),
  BegaranAterkallad: fact('AterkallaBegaran', { begaran: field.id(), av: field.list(field.id()), datum: field.date('oppen') }),
  BegaranAvslagen: fact('AvslaBegaran', { begaran: field.id(), datum: field.date('oppen'), skal: field.sealed('arbetsmaterial') }),
  BegartSammantradePlanerat: fact('NoteraBegartSammantrade', { begaran: field.id(), sammantrade: field.id() }),
} satisfies Facts;

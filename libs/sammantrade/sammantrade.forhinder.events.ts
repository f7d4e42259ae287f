import { avsteg, type Facts, fact, field } from '@klubba/kernel';

/** Who cannot come, and who is called in instead (B2). That somebody serves is noted at the meeting, as presence. */
export const forhinderfakta = {
  ForhinderAnmalt: fact('AnmalForhinder', { person: field.id(), datum: field.date('oppen'), skal: field.optional(field.sealed('personuppgift')) }),
  ForhinderAterkallat: fact('AterkallaForhinder', { person: field.id(), datum: field.date('oppen') }),
  ErsattareKallad: fact('KallaErsattare', { ersattare: field.id(), ledamot: field.id(), datum: field.date('oppen'), avsteg }),
  ErsattareAterkallad: fact('AterkallaErsattare', { ersattare: field.id(), datum: field.date('oppen'), skal: field.optional(field.sealed('personuppgift')) }),
} satisfies Facts;

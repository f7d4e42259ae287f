import { avsteg, brott, type EventOf, type Facts, fact, field, klass } from '@klubba/kernel';
import { ANDRINGSGRUNDER, OFFENTLIGA_BESLUT, OVERKLAGANDESLAG } from '@klubba/lagrum';
import { DELEGATSLAG } from './delegationsgranser';
import { KLOCKSLAG } from './klockor';

/** On what the right to decide rests (E7). */
export const GRUNDER = ['kl_6_37', 'kl_6_39', 'kl_7_5', 'kl_7_6', 'kompletterande_beslutanderatt'] as const;
export const UTFALL = ['bifall', 'delvis_bifall', 'avslag', 'annat'] as const;

const sekretesslagrum = field.optional(field.code('arbetsmaterial'));
const klocka = {
  klocka: field.oneOf('oppen', ...KLOCKSLAG),
  /** The day it runs from; then as the law counts it, moved to a vardag, and the last vardag before it. */
  fran: field.date('oppen'),
  ra: field.date('oppen'),
  lag: field.date('oppen'),
  drift: field.date('oppen'),
  lagrum: field.lagrum('oppen'),
};
const beslut = {
  namnd: field.id(),
  klass,
  sekretesslagrum,
  datum: field.date('oppen'),
  tid: field.optional(field.time('oppen')),
  arende: field.optional(field.id()),
  diarienummer: field.optional(field.number('oppen')),
  /** The personakt it belongs to, when it has no diarienummer. */
  akt: field.optional(field.sealed('sekretess')),
  grund: field.oneOf('oppen', ...GRUNDER),
  /** The point, and the version of the order that stood on `datum`. */
  nummer: field.optional(field.code('oppen')),
  version: field.optional(field.integer('oppen')),
  lagrum: field.list(field.lagrum('oppen')),
  lagrumSkrivet: field.optional(field.sealed('oppen')),
  delegat: field.object({
    slag: field.oneOf('oppen', ...DELEGATSLAG), befattning: field.optional(field.code('oppen')), titel: field.optional(field.sealed('oppen')), organ: field.optional(field.id()),
    person: field.optional(field.id('personuppgift')), namn: field.optional(field.sealed('personuppgift')),
  }),
  /** What was decided, in short and without names. */
  beslut: field.sealed('oppen'),
  utfall: field.oneOf('oppen', ...UTFALL),
  belopp: field.optional(field.integer('arbetsmaterial')),
  bradskandeSkal: field.optional(field.sealed('arbetsmaterial')),
  myndighetsutovning: field.bool('oppen'),
  overklagandeslag: field.oneOf('oppen', ...OVERKLAGANDESLAG),
  /** Whether the nämnd has decided that such decisions are reported to it (KL 6:40). */
  anmals: field.bool('oppen'),
  /** The § of the utskott that decided. */
  utskottsparagraf: field.optional(field.object({ punkt: field.id(), ar: field.integer('oppen'), nr: field.integer('oppen') })),
  andrar: field.optional(field.object({ beslut: field.id(), grund: field.oneOf('oppen', ...ANDRINGSGRUNDER) })),
  klockor: field.list(field.object(klocka)),
  /** Its number in the system it came from. */
  externtId: field.optional(field.number('oppen')),
};
const anmald = { punkt: field.id(), sammantrade: field.id(), ar: field.integer('oppen'), nr: field.integer('oppen'), datum: field.date('oppen') };

/** What can happen to a decision that somebody took for the nämnd; a stream for each. Names and shapes are what lies on disk: add, never edit. */
export const delegationsbeslutFacts = {
  DelegationsbeslutRegistrerat: fact('RegistreraDelegationsbeslut', { ...beslut, avsteg }),
  /** From a list of what was decided elsewhere. It is true when the list is (`DelegationsbeslutBekraftat`). */
  DelegationsbeslutInlast: fact('RegistreraDelegationsbeslut', { ...beslut, lista: field.id(), rad: field.integer('oppen'), brott }),
  DelegationsbeslutBekraftat: fact('BekraftaInlasning', { lista: field.id() }),
  /** `klass` is the new one; the reason is read by those who may read the stricter of the two. */
  DelegationsbeslutsklassAndrad: fact('AndraDelegationsbeslutsklass', { klass, forut: klass, sekretesslagrum, datum: field.date('oppen'), skal: field.sealed('sekretess') }),
  /** The decision of a secret matter that is not secret itself (OSL 26:7), without names and open to all. It goes with the marking that it was weighed against. */
  DelegationsbeslutOffentliggjort: fact('OffentliggorDelegationsbeslut', { slag: field.oneOf('oppen', ...OFFENTLIGA_BESLUT), lagrum: field.lagrum('oppen'), datum: field.date('oppen'), text: field.sealed('oppen') }),
  OffentligtDelegationsbeslutIndraget: fact('DraInOffentligtDelegationsbeslut', { datum: field.date('oppen'), skal: field.sealed('sekretess') }),
  /** It was recorded by mistake. */
  DelegationsbeslutStruket: fact('StrykDelegationsbeslut', { skal: field.sealed('arbetsmaterial'), avsteg }),
  /** The list that it came from was taken back. */
  DelegationsbeslutUtgatt: fact('NoteraListanStruken', { lista: field.id() }),
  /** A later decision changes it; what was decided stays as it is (D8). */
  DelegationsbeslutAndrat: fact('NoteraAndring', { av: field.id(), datum: field.date('oppen'), grund: field.oneOf('oppen', ...ANDRINGSGRUNDER) }),

  /** The § of the nämnd where it was reported (KL 6:40, 7:8). */
  DelegationsbeslutAnmalt: fact('NoteraAnmalan', anmald),
  /** What is not reported is protokollfört särskilt, and announced on the board (KL 6:40, 8:10). */
  SarskiltProtokollUpprattat: fact('ProtokollforSarskilt', { datum: field.date('oppen'), diarienummer: field.optional(field.number('oppen')) }),
  SarskiltProtokollAnslaget: fact('AnslaSarskiltProtokoll', { datum: field.date('oppen'), nedtasTidigast: field.date('oppen') }),
  SarskiltAnslagNedtaget: fact('TaNedSarskiltAnslag', { anslaget: field.date('oppen'), datum: field.date('oppen'), brutet: field.bool('oppen'), avsteg }),
  /** A party, and when it fick del of the decision (FL 44). One who stands for the public has its time from the decision. */
  PartAntecknad: fact('AntecknaPart', { nr: field.integer('oppen'), part: field.sealed('personuppgift'), fickDel: field.optional(field.date('oppen')), foretraderDetAllmanna: field.bool('oppen') }),
  BeslutetDelgivet: fact('NoteraBeslutetsDelgivning', { nr: field.integer('oppen'), datum: field.date('oppen') }),
  DelegationsbeslutOverklagat: fact('NoteraOverklagatDelegationsbeslut', { mal: field.sealed('personuppgift'), datum: field.date('oppen') }),
  DelegationsbeslutLagaKraft: fact('BekraftaDelegationsbeslut', { datum: field.date('oppen'), kalla: field.sealed('oppen'), efterOverklagande: field.bool('oppen'), avsteg }),

  /** A clock that begins by what happened later (E8). */
  KlockaStartad: fact('StartaKlocka', { nr: field.integer('oppen'), ...klocka }),
  /** It was met. `nasta`: when it is due again. */
  KlockaUppfylld: fact('UppfyllKlocka', { nr: field.integer('oppen'), datum: field.date('oppen'), nasta: field.optional(field.object({ nr: field.integer('oppen'), ...klocka })), avsteg }),
  /** It ended unmet: the care ended, or the decision lapsed. */
  KlockaAvslutad: fact('AvslutaKlocka', { nr: field.integer('oppen'), datum: field.date('oppen'), upphort: field.bool('oppen'), skal: field.sealed('arbetsmaterial') }),
} satisfies Facts;
export type DelegationsbeslutEvent = EventOf<typeof delegationsbeslutFacts>;

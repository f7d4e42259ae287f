import { avsteg, type EventOf, type Facts, fact, field } from '@klubba/kernel';
import { OVERKLAGANDESLAG } from '@klubba/lagrum';
import { DELEGATIONSSLAG, DELEGATSLAG } from './delegationsgranser';

/** A delegat in an order: an organ or a title, never a name. `befattning` is the title as a code, for lists and totals. */
const delegat = {
  slag: field.oneOf('oppen', ...DELEGATSLAG),
  befattning: field.optional(field.code('oppen')),
  titel: field.optional(field.sealed('oppen')),
  /** The utskott, when it is one of Klubba's. */
  organ: field.optional(field.id()),
};
/** Chosen by the nämnd for what cannot wait: ordföranden, or a ledamot by name. */
const mandat = field.list(field.object({ slag: field.oneOf('oppen', 'ordforande', 'ledamot'), person: field.optional(field.id()) }));
/** The § by which the nämnd decided it. `punkt`: the item of the meeting, where it was in Klubba. */
const antagen = { datum: field.date('oppen'), ar: field.optional(field.integer('oppen')), nr: field.optional(field.integer('oppen')), punkt: field.optional(field.id()) };
export const GRANSSLAG = ['kronor', 'procent_av_prisbasbelopp', 'dagar', 'manader'] as const;

/** What can happen to a nämnd's delegationsordning; one stream for each nämnd. Names and shapes are what lies on disk: add, never edit. */
export const delegationsordningFacts = {
  /** The order that holds from `gallerFran` until the next, or `gallerTill`, its last day. One from the same day supersedes. */
  DelegationsordningAntagen: fact('AntaDelegationsordning', {
    namnd: field.id(),
    version: field.integer('oppen'),
    gallerFran: field.date('oppen'),
    gallerTill: field.optional(field.date('oppen')),
    antagen: field.object(antagen),
    /** Where it was read from, when it was read in. */
    kalla: field.optional(field.sealed('arbetsmaterial')),
    /** KL 6:39, and what LVU, LVM and lag 2024:79 let a chosen ledamot decide. */
    bradskande: mandat,
    kompletterande: mandat,
    punkter: field.list(field.object({
      nummer: field.code('oppen'),
      arendegrupp: field.sealed('oppen'),
      lagrum: field.list(field.lagrum('oppen')),
      /** What stood there and could not be read as a section. */
      lagrumSkrivet: field.optional(field.sealed('oppen')),
      slag: field.oneOf('oppen', ...DELEGATIONSSLAG),
      /** Each of them alone. */
      delegater: field.list(field.object(delegat)),
      ersattare: field.list(field.object(delegat)),
      granser: field.list(field.object({ slag: field.oneOf('oppen', ...GRANSSLAG), hogst: field.integer('oppen') })),
      villkor: field.optional(field.sealed('oppen')),
      vidaredelegation: field.bool('oppen'),
      anmals: field.bool('oppen'),
      overklagandeslag: field.optional(field.oneOf('oppen', ...OVERKLAGANDESLAG)),
      /** The last day of this point. */
      till: field.optional(field.date('oppen')),
    })),
    avsteg,
  }),
  /** `till`: the last day of what then stood. */
  DelegationsordningUpphavd: fact('UpphavDelegationsordning', { version: field.integer('oppen'), till: field.date('oppen'), antagen: field.object(antagen), skal: field.sealed('oppen') }),
  /** The nämnd takes a point back (KL 6:40): the last day that it could be used. */
  DelegationAterkallad: fact('AterkallaDelegation', { version: field.integer('oppen'), nummer: field.code('oppen'), till: field.date('oppen'), antagen: field.object(antagen), skal: field.optional(field.sealed('oppen')) }),
  /** By förvaltningschefen, one step (KL 7:6). */
  Vidaredelegerad: fact('Vidaredelegera', { version: field.integer('oppen'), nummer: field.code('oppen'), till: field.object(delegat), fran: field.date('oppen'), beslutad: field.date('oppen'), diarienummer: field.optional(field.number('oppen')) }),
  VidaredelegationAterkallad: fact('AterkallaVidaredelegation', { version: field.integer('oppen'), nummer: field.code('oppen'), befattning: field.code('oppen'), till: field.date('oppen'), skal: field.optional(field.sealed('arbetsmaterial')) }),
  /** Which heading each column of a kind of list had: the suggestion the next time. */
  DelegationskolumnerSparade: fact('SparaDelegationskolumner', { lista: field.oneOf('oppen', 'ordning', 'beslut'), kolumner: field.list(field.object({ falt: field.code('oppen'), rubrik: field.sealed('arbetsmaterial') })) }),
} satisfies Facts;
export type DelegationsordningEvent = EventOf<typeof delegationsordningFacts>;

import { avsteg, type Facts, fact, field, klass } from '@klubba/kernel';
import { beslutspunkter, beslutstyp } from './sammantrade.gemensamt.events';

/** An item that deals with what another organ proposed: a matter goes from nämnd to kommunstyrelse to fullmäktige (D6). */
export const forslagsfakta = {
  /** `paragraf`: the § by which the other organ proposed it. Its words become the proposal of an item that has none of its own. */
  ForslagKnutet: fact('KnytForslag', {
    punkt: field.id(),
    klass,
    paragraf: field.id(),
    namnd: field.id(),
    ar: field.integer('oppen'),
    nr: field.integer('oppen'),
    bokstav: field.optional(field.code('oppen')),
    datum: field.date('oppen'),
    beslutstyp,
    /** It was proposed to fullmäktige: no nämnd on the way decides it. */
    kraverKf: field.bool('oppen'),
    forslag: field.optional(beslutspunkter),
    avsteg,
  }),
  /** The matter is secret since: its items that are not yet so become it too. */
  PunkternasKlassHojd: fact('HojPunkternasKlass', { punkter: field.list(field.id()), klass, sekretesslagrum: field.optional(field.code('arbetsmaterial')) }),
} satisfies Facts;

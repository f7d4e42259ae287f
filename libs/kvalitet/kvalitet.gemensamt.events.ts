import { field } from '@klubba/kernel';
import { SAKNAT } from './siffror';

// Shapes that the facts of several nouns here share.

/** A decimal number (`Tal`). */
export const tal = field.object({ tal: field.integer('oppen'), decimaler: field.integer('oppen') });
/** A value, or why there is none: one of them. */
export const matvarde = { varde: field.optional(tal), saknas: field.optional(field.oneOf('oppen', ...SAKNAT)) };
/** A § about it. */
export const behandling = { sammantrade: field.id(), punkt: field.id(), datum: field.date('oppen'), ar: field.integer('oppen'), nummer: field.integer('oppen'), beslutstyp: field.code('oppen') };

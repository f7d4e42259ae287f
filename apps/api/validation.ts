import { type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, type ValidationError, validateSync } from 'class-validator';
import { fits } from './rules';

export type Problem = { readonly falt: string; readonly text: string };

/**
 * What is wrong with an input, one problem per field, in Swedish. Empty when it may be used. A field without a rule is wrong
 * too, unless `unruled` fields are let through.
 */
export const problemsOf = (input: Type<object>, data: object, { unruled = false }: { readonly unruled?: boolean } = {}): readonly Problem[] => {
  if (fits(input, data, unruled)) return [];
  // Only what holds objects needs classes made for them below the top.
  const flat = Object.values(data).every((value) => typeof value !== 'object' || value === null || (Array.isArray(value) && value.every((item) => typeof item !== 'object')));
  const instance: object = flat ? Object.assign(new input() as object, data) : plainToInstance(input, data);
  const errors = validateSync(instance, { whitelist: !unruled, forbidNonWhitelisted: !unruled, forbidUnknownValues: true, validationError: { target: false, value: false } });
  return errors.length === 0 ? [] : flatten(errors, '');
};

const flatten = (errors: readonly ValidationError[], above: string): readonly Problem[] =>
  errors.flatMap(({ property, constraints, children }) => {
    const falt = above === '' ? property : `${above}.${property}`;
    const own = Object.entries(constraints ?? {}).slice(0, 1).map(([rule, text]) => ({ falt, text: `${falt}: ${swedish(rule, text)}` }));
    return [...own, ...flatten(children ?? [], falt)];
  });

/** What class-validator says of itself when a field's rule has no text of its own. */
const ENGLISH = /(must|should|an unknown value)/;
const SWEDISH: Readonly<Record<string, string>> = {
  isUuid: 'ska vara ett UUID.', isString: 'ska vara text.', isInt: 'ska vara ett heltal.', isBoolean: 'ska vara ja eller nej.', isArray: 'ska vara en lista.',
  isNotEmpty: 'får inte vara tomt.', isLength: 'har fel längd.', minLength: 'är för kort.', maxLength: 'är för lång.', min: 'är för litet.', max: 'är för stort.',
  matches: 'har fel form.', isEnum: 'har ett värde som inte finns.', isIn: 'har ett värde som inte finns.', arrayMinSize: 'har för få poster.', arrayMaxSize: 'har för många poster.',
  arrayNotEmpty: 'får inte vara tom.', arrayUnique: 'har samma värde flera gånger.', nestedValidation: 'har fel form.', whitelistValidation: 'hör inte hit.',
};
const swedish = (rule: string, text: string): string => (ENGLISH.test(text) ? (SWEDISH[rule] ?? 'har ett värde som inte godtas.') : text);

const ruled = new Map<Type<object>, boolean>();
/** Does the class have any rules of its own? Asked once per class. */
export const hasRules = (input: Type<object>): boolean => {
  let answer = ruled.get(input);
  if (answer === undefined) ruled.set(input, (answer = getMetadataStorage().getTargetValidationMetadatas(input, '', false, false).length > 0));
  return answer;
};

/** Absent is absent, not null (`posten.md` 2): what a client wrote as null was not given. Plain objects all the way down. */
export const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.filter((item) => item !== null && item !== undefined).map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null && item !== undefined).map(([key, item]) => [key, withoutNulls(item)]));
};

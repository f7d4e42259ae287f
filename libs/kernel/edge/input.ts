import { applyDecorators } from '@nestjs/common';
import { registerEnumType } from '@nestjs/graphql';
import { IsString, Matches, MaxLength, ValidateBy } from 'class-validator';

export const RUBRIK_MAX = 300;
export const TEXT_MAX = 100_000;

/** Text with something in it, at most so long. */
export const IsText = (max = TEXT_MAX, { tom = false }: { readonly tom?: boolean } = {}): PropertyDecorator =>
  applyDecorators(
    MaxLength(max, { message: `får ha högst ${max} tecken.` }),
    ...(tom ? [] : [Matches(/\S/u, { message: 'får inte vara tom.' })]),
    IsString({ message: 'ska vara text.' }),
  );

/** A list of texts, each as IsText. */
export const AreTexts = (max = TEXT_MAX, { tom = false }: { readonly tom?: boolean } = {}): PropertyDecorator =>
  applyDecorators(
    MaxLength(max, { each: true, message: `får ha högst ${max} tecken.` }),
    ...(tom ? [] : [Matches(/\S/u, { each: true, message: 'får inte vara tom.' })]),
    IsString({ each: true, message: 'ska vara text.' }),
  );

const exists = (day: unknown): boolean => {
  if (typeof day !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(day)) return false;
  const at = new Date(`${day}T00:00:00.000Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === day;
};
/** A day that exists, written ÅÅÅÅ-MM-DD. */
export const IsDatum = (): PropertyDecorator =>
  ValidateBy({ name: 'isDatum', validator: { validate: exists, defaultMessage: () => 'ska vara en dag som finns, skriven ÅÅÅÅ-MM-DD.' } });

/** A month, written ÅÅÅÅ-MM. */
export const IsManad = (): PropertyDecorator => Matches(/^\d{4}-(0[1-9]|1[0-2])$/, { message: 'ska vara en månad, skriven ÅÅÅÅ-MM.' });

/** A clock time, written HH:MM. */
export const IsKlockslag = (): PropertyDecorator => Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'ska vara ett klockslag, skrivet HH:MM.' });

/** A closed vocabulary as an enum of the API, named so there. */
export const enumOf = <const T extends string>(name: string, description: string, ...values: readonly T[]): { readonly [V in T]: V } => {
  const made = Object.fromEntries(values.map((value) => [value, value])) as { readonly [V in T]: V };
  registerEnumType(made, { name, description });
  return made;
};

/** Whether the thing itself is secret; what may be read of it follows from this and from each field. */
export const Sekretessklass = enumOf('Sekretessklass', 'Om det är öppet, eller omfattas av sekretess.', 'oppen', 'sekretess');
export type Sekretessklass = keyof typeof Sekretessklass;

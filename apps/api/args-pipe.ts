import type { ArgumentMetadata, PipeTransform, Type } from '@nestjs/common';
import { wrong } from './reader';
import { hasRules, problemsOf } from './validation';

/** Queries' argument classes, checked by their own rules. Commands are checked behind the door, where a problem is a hinder. */
export class ArgsPipe implements PipeTransform {
  transform(value: unknown, { metatype }: ArgumentMetadata): unknown {
    if (metatype === undefined || typeof value !== 'object' || value === null || !hasRules(metatype as Type<object>)) return value;
    const problems = problemsOf(metatype as Type<object>, value, { unruled: true });
    if (problems.length > 0) throw wrong('OGILTIG_INDATA', problems.map(({ text }) => text).join(' '));
    return value;
  }
}

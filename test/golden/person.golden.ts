import type { PersonEvent } from '@klubba/namnd';
import { type Golden, type NothingMissing, sealed } from './golden';

export const golden = [
  { type: 'PersonRegistrerad', schema: 1,
    stored: { namn: sealed('person'), slag: 'tjansteperson', titel: sealed('person'), inloggning: sealed('person') },
    today: { namn: sealed('person'), slag: 'tjansteperson', titel: sealed('person'), inloggning: sealed('person') } },
  { type: 'PersonRattad', schema: 1,
    stored: { namn: sealed('person'), slag: 'fortroendevald', titel: sealed('person'), inloggning: sealed('person'), skal: sealed('person') },
    today: { namn: sealed('person'), slag: 'fortroendevald', titel: sealed('person'), inloggning: sealed('person'), skal: sealed('person') } },
] as const satisfies readonly Golden<PersonEvent>[];
export const nothingMissing: NothingMissing<PersonEvent, typeof golden> = true;

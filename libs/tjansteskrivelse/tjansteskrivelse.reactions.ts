import type { ArendeCommand } from '@klubba/arende';
import { idOf, type Reaction, type Wish } from '@klubba/kernel';
import type { TjansteskrivelseEvent } from './tjansteskrivelse.events';

const toArende = (id: string, command: ArendeCommand): Wish => ({ category: 'arende', id, command });

/** The matter knows its finished memos, and that one was called back. */
export const noteraTjansteskrivelse: Reaction<TjansteskrivelseEvent> = {
  name: 'notera-tjansteskrivelse',
  on: {
    TjansteskrivelseFardigstalld: ({ stream, data: { arende, version, dokumentdatum } }) =>
      toArende(arende, { type: 'NoteraTjansteskrivelse', data: { tjansteskrivelse: idOf(stream), version, datum: dokumentdatum } }),
    TjansteskrivelseAterkallad: ({ stream, data: { arende, datum } }) => toArende(arende, { type: 'NoteraAterkalladTjansteskrivelse', data: { tjansteskrivelse: idOf(stream), datum } }),
  },
};

import { idOf, type Reaction, type Wish } from '@klubba/kernel';
import type { SammantradeEvent } from '@klubba/sammantrade';
import type { DelegationsanmalanCommand } from './delegationsanmalan.decider';
import type { DelegationsanmalanEvent } from './delegationsanmalan.events';
import type { DelegationsbeslutCommand } from './delegationsbeslut.decider';
import type { DelegationslistaCommand } from './delegationslista.decider';

/** An item of that kind that got its § binds what it reports. */
export const bindAnmalan: Reaction<SammantradeEvent> = {
  name: 'bind-anmalan',
  on: {
    ParagrafNumrerad: ({ stream, data: { slag, punkt, ar, nr, datum, beslutstyp } }): Wish | undefined => {
      if (slag !== 'delegationsanmalan') return undefined;
      const command: DelegationsanmalanCommand = { type: 'BindDelegationsanmalan', data: { sammantrade: idOf(stream), ar, nr, datum, beslutstyp } };
      return { category: 'delegationsanmalan', id: punkt, command };
    },
  },
};

/** Each decision and each list is told of the § that it was reported by. */
export const noteraAnmalda: Reaction<DelegationsanmalanEvent> = {
  name: 'notera-anmalda',
  on: {
    DelegationsanmalanBunden: ({ stream, data: { beslut, listor, ...paragraf } }): readonly Wish[] => {
      const data = { punkt: idOf(stream), ...paragraf };
      const ett: DelegationsbeslutCommand = { type: 'NoteraAnmalan', data };
      const lista: DelegationslistaCommand = { type: 'NoteraListanAnmald', data };
      return [...beslut.map((id) => ({ category: 'delegationsbeslut', id, command: ett })), ...listor.map((id) => ({ category: 'delegationslista', id, command: lista }))];
    },
  },
};

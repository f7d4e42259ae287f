import { blank, type Command, type Decider, noReason, refuse, type Sealed, seal, unknownCase } from '@klubba/kernel';
import { personFacts, type PersonEvent } from './person.events';
import type { Personslag } from './person.projection';

type Identity = { readonly namn: string; readonly slag: Personslag; readonly titel?: string; readonly inloggning?: string };
export type PersonCommand = Command<'RegistreraPerson', Identity> | Command<'RattaPerson', Partial<Identity> & { readonly skal: string }>;
export type PersonHinder = 'PERSONEN_FINNS_REDAN' | 'PERSONEN_FINNS_INTE' | 'INGET_ATT_RATTA' | 'SKAL_SAKNAS';
type State = { readonly skede: 'finns inte' | 'registrerad' };

export const person: Decider<PersonCommand, State, PersonEvent, PersonHinder> = {
  category: 'person',
  facts: personFacts,
  initialState: { skede: 'finns inte' },
  namnd: () => null,

  decide(command, state, { id }) {
    const { type, data } = command;
    const kid = `person:${id}`;
    switch (type) {
      case 'RegistreraPerson':
        if (state.skede !== 'finns inte') return refuse('PERSONEN_FINNS_REDAN', 'Personen är redan registrerad.');
        return [{ type: 'PersonRegistrerad', data: { ...sealed(kid, data), namn: seal(kid, data.namn), slag: data.slag } }];
      case 'RattaPerson': {
        if (state.skede === 'finns inte') return refuse('PERSONEN_FINNS_INTE', 'Personen finns inte.');
        if (blank(data.skal)) return noReason();
        const news = sealed(kid, data);
        if (Object.keys(news).length === 0) return refuse('INGET_ATT_RATTA', 'Ange vad som ska rättas.');
        return [{ type: 'PersonRattad', data: { ...news, skal: seal(kid, data.skal) } }];
      }
      default:
        return unknownCase(command);
    }
  },

  evolve(_, event): State {
    switch (event.type) {
      case 'PersonRegistrerad':
      case 'PersonRattad':
        return { skede: 'registrerad' };
      default:
        return unknownCase(event);
    }
  },
};

/** What is given, each part sealed under the person's own key. */
const sealed = (kid: string, { namn, slag, titel, inloggning }: Partial<Identity>): { namn?: Sealed<string>; slag?: Personslag; titel?: Sealed<string>; inloggning?: Sealed<string> } => ({
  ...(namn !== undefined && { namn: seal(kid, namn) }), ...(slag !== undefined && { slag }),
  ...(titel !== undefined && { titel: seal(kid, titel) }), ...(inloggning !== undefined && { inloggning: seal(kid, inloggning) }),
});

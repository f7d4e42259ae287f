import { arendet } from '@klubba/arende';
import type { Command, Surroundings } from '@klubba/kernel';
import { namnden, personen } from '@klubba/namnd';
import { paragrafen } from '@klubba/paragraf';
import { sammantradet } from '@klubba/sammantrade';
import type { LexSarahCommand } from './lexsarah.decider';
import { lexSarahn } from './lexsarah.projection';
import type { LexSarahRutinCommand } from './lexsarahrutin.decider';
import { lexSarahRutinerna, rutinPa } from './lexsarahrutin.projection';

type Of<T extends LexSarahCommand['type']> = Extract<LexSarahCommand, { type: T }>;

/** Brings the matter, the nämnd's routine on the day, the other report and the §, and says who is not known. Refuses nothing: what was done before gets its receipt. */
export const prepareLexSarah = async (command: Command, id: string, around: Surroundings): Promise<Command> => {
  const wish = command as LexSarahCommand;
  const namnd = wish.type === 'TaEmotLexSarah' ? wish.data.namnd : (await around.read(lexSarahn, id))?.lage.namnd;
  if (namnd === undefined) return command;
  const okand = (await okanda(wish, around)) && { okandPerson: true };
  switch (wish.type) {
    case 'TaEmotLexSarah': {
      const diariefort = (await around.read(arendet, id))?.namnd === namnd;
      return { ...wish, data: { ...wish.data, diariefort, rutin: await rutin(namnd, wish.data.mottagen, around) } };
    }
    case 'ForhandsbedomLexSarah': case 'UtseLexSarahUtredare': case 'BedomLexSarah': case 'BeslutaLexSarah': case 'AnmalLexSarah':
      return { ...wish, data: { ...wish.data, ...okand, rutin: await rutin(namnd, wish.data.datum, around) } };
    case 'StrykLexSarah': return { ...wish, data: { ...wish.data, annan: (await around.read(lexSarahn, wish.data.dubblettAv))?.lage.namnd === namnd } };
    case 'LankaLexSarah': return { ...wish, data: { ...wish.data, annan: (await around.read(lexSarahn, wish.data.mal))?.lage.namnd === namnd } };
    case 'RedovisaLexSarah': return redovisa(wish, namnd, id, around);
    default: return { ...wish, data: { ...wish.data, ...okand } } as Command;
  }
};

const rutin = async (namnd: string, datum: string, around: Surroundings) => rutinPa(await around.read(lexSarahRutinerna, namnd), datum);
const punkten = async ({ sammantrade, punkt }: { readonly sammantrade: string; readonly punkt: string }, around: Surroundings) => (await around.read(sammantradet, sammantrade))?.punkter.find((en) => en.id === punkt);

const redovisa = async (wish: Of<'RedovisaLexSarah'>, namnd: string, id: string, around: Surroundings): Promise<Command> => {
  const { punkt } = wish.data;
  const paragraf = await around.read(paragrafen, punkt);
  if (paragraf?.namnd !== namnd) return { ...wish, data: { punkt } };
  const { sammantrade, ar, nr, datum, beslutstyp } = paragraf;
  const egen = (await punkten({ sammantrade, punkt }, around))?.galler?.id === id;
  return { ...wish, data: { punkt, paragrafen: { sammantrade, punkt, ar, nr, datum, beslutstyp, egen } } };
};

/** Whether the command names a person whom nobody has registered. */
const okanda = async ({ data }: LexSarahCommand, around: Surroundings): Promise<boolean> => {
  const { av, utredare, ansvarig } = data as { readonly av?: { readonly person: string }; readonly utredare?: string; readonly ansvarig?: string };
  for (const person of [av?.person, utredare, ansvarig]) if (person !== undefined && (await around.read(personen, person)) === undefined) return true;
  return false;
};

export const prepareLexSarahRutin = async (command: Command, _id: string, around: Surroundings): Promise<Command> => {
  const { data } = command as LexSarahRutinCommand;
  return { ...command, data: { ...data, finns: (await around.read(namnden, data.namnd)) !== undefined } };
};

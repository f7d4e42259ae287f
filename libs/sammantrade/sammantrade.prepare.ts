import { arendet } from '@klubba/arende';
import type { Command, Surroundings } from '@klubba/kernel';
import { type Namnd, namnden, reglementePa, uppdragPa } from '@klubba/namnd';
import { tjansteskrivelsen } from '@klubba/tjansteskrivelse';
import type { Punktunderlag } from './sammantrade.dagordning.decider';
import type { SammantradeCommand } from './sammantrade.decider';
import { type Sammantrade, sammantradet } from './sammantrade.projection';

type Of<T extends SammantradeCommand['type']> = Extract<SammantradeCommand, { type: T }>;

/**
 * Brings what stood in the nämnd on the day of the meeting, and what the matters and memos say now. Refuses nothing: a
 * command that was carried out must get its receipt again, whatever has happened since.
 */
export const prepareSammantrade = async (command: Command, id: string, around: Surroundings): Promise<Command> => {
  const wish = command as SammantradeCommand;
  if (wish.type === 'PlaneraSammantrade') {
    const organ = (await around.read(namnden, wish.data.namnd))?.organ;
    return { ...wish, data: { ...wish.data, ...(organ !== undefined && { organ }) } };
  }
  if (!['SkickaKallelse', 'LaggTillPunkt', 'AndraPunktensKlass', 'OppnaSammantrade', 'AntecknaNarvaro'].includes(wish.type)) return command;
  // What concerns no matter has nothing to be looked for.
  if (wish.type === 'LaggTillPunkt' && wish.data.arende === undefined && wish.data.tjansteskrivelse === undefined) return { ...wish, data: { ...wish.data, underlag: {} } };
  const mote = await around.read(sammantradet, id);
  if (mote === undefined) return command;

  switch (wish.type) {
    case 'LaggTillPunkt':
      return { ...wish, data: { ...wish.data, underlag: await punktunderlag(wish.data, mote.namnd, around) } };
    case 'AndraPunktensKlass': {
      const { arende, tjansteskrivelse } = mote.punkter.find((punkt) => punkt.id === wish.data.punkt) ?? {};
      const { arende: matter, tjansteskrivelse: memo } = await punktunderlag({ ...(arende !== undefined && { arende }), ...(tjansteskrivelse !== undefined && { tjansteskrivelse }) }, mote.namnd, around);
      return { ...wish, data: { ...wish.data, underlag: { sekretess: matter?.sekretess === true || memo?.sekretess === true } } };
    }
    case 'SkickaKallelse': return kallelse(wish, mote, around);
    case 'OppnaSammantrade': {
      const reglemente = await reglementet(mote, around);
      if (reglemente === undefined) return command;
      const { antalLedamoter, omedelbarJustering } = reglemente;
      return { ...wish, data: { ...wish.data, underlag: { antalLedamoter, omedelbarJustering } } };
    }
    case 'AntecknaNarvaro': return narvaro(wish, mote, around);
    default: return command;
  }
};

/** A memo or a matter of another nämnd is as if it were not there. */
const punktunderlag = async (punkt: { readonly arende?: string; readonly tjansteskrivelse?: string }, namnd: string, around: Surroundings): Promise<Punktunderlag> => {
  const memo = punkt.tjansteskrivelse === undefined ? undefined : await around.read(tjansteskrivelsen, punkt.tjansteskrivelse);
  const arende = punkt.arende ?? memo?.arende;
  const matter = arende === undefined ? undefined : await around.read(arendet, arende);
  return {
    ...(matter?.namnd === namnd && {
      arende: {
        id: matter.id, sekretess: matter.klass === 'sekretess', frammande: matter.frammandeNummer.map(({ nummer }) => nummer),
        ...(matter.diarienummer !== undefined && { diarienummer: matter.diarienummer }),
      },
    }),
    ...(memo?.namnd === namnd && {
      tjansteskrivelse: {
        arende: memo.arende, sekretess: memo.klass === 'sekretess', datum: memo.datum, aterkallad: memo.status === 'aterkallad', ...(memo.beteckning !== undefined && { beteckning: memo.beteckning }),
      },
    }),
  };
};

const kallelse = async (wish: Of<'SkickaKallelse'>, mote: Sammantrade, around: Surroundings): Promise<Command> => {
  const namnd = await around.read(namnden, mote.namnd);
  const reglemente = namnd && reglementePa(namnd, mote.datum);
  const punkter: Record<string, { diarienummer?: string; tjansteskrivelseDatum?: string }> = {};
  for (const punkt of mote.punkter) {
    // A number comes a moment after its matter, and a memo may have got a new date since it was put on the agenda.
    const { arende: matter, tjansteskrivelse: memo } = await punktunderlag(punkt, mote.namnd, around);
    punkter[punkt.id] = { ...(matter?.diarienummer !== undefined && { diarienummer: matter.diarienummer }), ...(memo !== undefined && { tjansteskrivelseDatum: memo.datum }) };
  }
  return {
    ...wish,
    data: {
      ...wish.data,
      underlag: {
        skaKallas: namnd === undefined ? [] : pa(namnd, mote.datum), punkter,
        ...(reglemente !== undefined && { kallelsetid: { dagar: reglemente.kallelseDagar, slag: reglemente.kallelseSlag } }),
      },
    },
  };
};
const pa = (namnd: Namnd, datum: string): readonly string[] => [...new Set(uppdragPa(namnd, datum).map(({ person }) => person))];

const narvaro = async (wish: Of<'AntecknaNarvaro'>, mote: Sammantrade, around: Surroundings): Promise<Command> => {
  const namnd = await around.read(namnden, mote.namnd);
  if (namnd === undefined) return wish;
  const uppdrag = uppdragPa(namnd, mote.datum).find(({ person }) => person === wish.data.person);
  return {
    ...wish,
    data: {
      ...wish.data,
      underlag: {
        ...(uppdrag !== undefined && { uppdrag: { uppdrag: uppdrag.uppdrag, parti: uppdrag.parti, ...(uppdrag.roll !== undefined && { roll: uppdrag.roll }) } }),
        // A seat is named after its ledamot, also when it is vacant after one who has left.
        platser: namnd.uppdrag.filter((ett) => ett.uppdrag === 'ledamot' && ett.fran <= mote.datum).map(({ person }) => person),
      },
    },
  };
};

const reglementet = async (mote: Sammantrade, around: Surroundings) => {
  const namnd = await around.read(namnden, mote.namnd);
  return namnd && reglementePa(namnd, mote.datum);
};

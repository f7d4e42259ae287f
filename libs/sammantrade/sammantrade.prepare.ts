import { arendet } from '@klubba/arende';
import { bilagorna, handlingen } from '@klubba/handling';
import { lexSarahn } from '@klubba/lexsarah';
import { type Command, type Sekretessklass, type Surroundings, unknownCase } from '@klubba/kernel';
import { begaranLage, inkallelseordning, inkallelsePa, type Namnd, namnden, personalforetradarePa, reglementePa, uppdragPa } from '@klubba/namnd';
import { masteHallas } from '@klubba/lagrum';
import { internkontrollen, kvalitetsberattelsen } from '@klubba/kvalitet';
import { provaSvarstid, remissen } from '@klubba/remiss';
import { paragrafserien } from '@klubba/paragraf';
import { tjansteskrivelsen } from '@klubba/tjansteskrivelse';
import { uppdraget } from '@klubba/uppdrag';
import type { Punktunderlag } from './sammantrade.dagordning.decider';
import type { SammantradeCommand } from './sammantrade.decider';
import { papperskontroll } from './sammantrade.kallelse.prepare';
import type { Kallelseunderlag, Punktkontroll } from './sammantrade.kallelse.decider';
import type { Forhinderunderlag } from './sammantrade.forhinder.decider';
import { publiceringsunderlag } from './sammantrade.dokument.prepare';
import type { Narvarounderlag } from './sammantrade.narvaro.decider';
import type { Galler } from './sammantrade.mote.decider';
import { type Regler, type Sammantrade, sammantradet } from './sammantrade.projection';
import { andratBeslut, bifogade, forslagsunderlag, justeringsunderlag } from './sammantrade.protokoll.prepare';
import type { Uppropsunderlag } from './sammantrade.upprop.decider';
import { kallelsehash } from './sammantrade.utskick.projection';

type Inlasning = Extract<SammantradeCommand, { data: { kalla: string } }>;
const LASER_RUNTOM: readonly SammantradeCommand['type'][] = [
  'SkickaKallelse', 'LaggTillPunkt', 'AndraPunkt', 'AndraPunktensKlass', 'OppnaSammantrade', 'AntecknaNarvaro', 'HallUpprop', 'LasInKallelse', 'LasInPunkt', 'LasInNarvaro', 'LasInOvrigNarvaro', 'LasInYrkande', 'LasInOmrostning', 'LasInDeltarInte', 'LasInReservation', 'LasInBeslut', 'LasInJustering', 'LasInAnslag',
  'StallInSammantrade', 'AntecknaKallelsekvitto', 'NoteraKallelsehamtning', 'AnmalForhinder', 'KallaErsattare', 'SattOppenhet', 'TillkannageSammantrade', 'FattaBeslut', 'SkickaForJustering', 'Justera', 'KnytForslag', 'PubliceraProtokoll',
];

/**
 * Brings what stood in the nämnd on the day of the meeting, and what the matters and memos say now. Refuses nothing: a
 * command that was carried out must get its receipt again, whatever has happened since.
 */
export const prepareSammantrade = async (command: Command, id: string, around: Surroundings): Promise<Command> => {
  const wish = command as SammantradeCommand;
  if (wish.type === 'PlaneraSammantrade') {
    const namnd = await around.read(namnden, wish.data.namnd);
    const begaran = namnd?.begaranden?.find(({ id: en, avslagen }) => en === wish.data.begaran && avslagen === undefined);
    const oppet = (namnd && reglementePa(namnd, wish.data.datum))?.oppetSomRegel === true;
    return { ...wish, data: { ...wish.data, ...(namnd !== undefined && { organ: namnd.organ, underlag: { oppet, ...(begaran !== undefined && { maste: masteHallas(begaranLage(begaran, namnd)) }) } }) } };
  }
  if (!LASER_RUNTOM.includes(wish.type)) return command;
  // Few decisions change an earlier one: only they look around.
  if (wish.type === 'FattaBeslut' && wish.data.andrar === undefined) return command;
  // What concerns no matter has nothing to be looked for.
  if (wish.type === 'AndraPunkt' && wish.data.galler === undefined) return command;
  if (wish.type === 'LaggTillPunkt' && wish.data.arende === undefined && wish.data.tjansteskrivelse === undefined && wish.data.galler === undefined && wish.data.arshjul === undefined) return { ...wish, data: { ...wish.data, underlag: {} } };
  const mote = await around.read(sammantradet, id);
  if (mote === undefined) return command;
  if ('kalla' in wish.data) return inlasning(wish as Inlasning, mote, around);

  switch (wish.type) {
    case 'LaggTillPunkt': return { ...wish, data: { ...wish.data, underlag: { ...(await punktunderlag(wish.data, mote.namnd, around)), ...(await registerunderlag(wish.data, mote, around)) } } };
    case 'AndraPunkt': return { ...wish, data: { ...wish.data, underlag: await registerunderlag(wish.data, mote, around) } };
    case 'AndraPunktensKlass': {
      const { arende, tjansteskrivelse } = mote.punkter.find((punkt) => punkt.id === wish.data.punkt) ?? {};
      const { arende: matter, tjansteskrivelse: memo } = await punktunderlag({ ...(arende !== undefined && { arende }), ...(tjansteskrivelse !== undefined && { tjansteskrivelse }) }, mote.namnd, around);
      return { ...wish, data: { ...wish.data, underlag: { sekretess: matter?.sekretess === true || memo?.sekretess === true } } };
    }
    case 'SkickaKallelse': return { ...wish, data: { ...wish.data, underlag: await kallelseunderlag(mote, around) } };
    case 'StallInSammantrade': {
      const { ersattsAv } = wish.data;
      const annat = ersattsAv === undefined || ersattsAv === id ? undefined : await around.read(sammantradet, ersattsAv);
      return { ...wish, data: { ...wish.data, underlag: { ersatt: annat?.namnd === mote.namnd && annat.skede !== 'installt' } } };
    }
    case 'AntecknaKallelsekvitto': case 'NoteraKallelsehamtning': {
      const kallelse = mote.kallelser.find(({ version }) => version === wish.data.version);
      return { ...wish, data: { ...wish.data, underlag: { ...(kallelse !== undefined && { hash: kallelsehash(kallelse) }) } } } as SammantradeCommand;
    }
    case 'AnmalForhinder': return { ...wish, data: { ...wish.data, ...(await forhinderunderlag(mote, around)) } };
    case 'KallaErsattare': return { ...wish, data: { ...wish.data, ...(await forhinderunderlag(mote, around, wish.data.ledamot)) } };
    case 'SattOppenhet': return { ...wish, data: { ...wish.data, underlag: { medgivet: (await reglementet(mote, around))?.oppnaSammantraden === true } } };
    case 'TillkannageSammantrade': return { ...wish, data: { ...wish.data, underlag: { handlingar: wish.data.innehall === 'beslutsunderlag' ? await handlingarna(mote, around, 'oppen') : [] } } };
    case 'OppnaSammantrade': {
      const namnd = await around.read(namnden, mote.namnd);
      const reglemente = namnd && reglementePa(namnd, mote.datum);
      if (namnd === undefined || reglemente === undefined) return command;
      const { antalLedamoter, omedelbarJustering, utanParagraf } = reglemente;
      return { ...wish, data: { ...wish.data, underlag: { antalLedamoter, omedelbarJustering, ...(utanParagraf !== undefined && { utanParagraf }), regler: await reglerna(namnd, mote.datum, around) } } };
    }
    case 'HallUpprop': return { ...wish, data: { ...wish.data, ...(await uppropsunderlag(mote, around)) } };
    case 'AntecknaNarvaro': return { ...wish, data: { ...wish.data, ...(await narvarounderlag(wish.data.person, mote, around)) } };
    case 'FattaBeslut': return { ...wish, data: { ...wish.data, andrar: { ...wish.data.andrar!, ...(await andratBeslut(wish.data.andrar!, mote.namnd, around)) } } };
    case 'SkickaForJustering': return { ...wish, data: { ...wish.data, underlag: { bifogade: await bifogade(mote, around) } } };
    case 'Justera': return { ...wish, data: { ...wish.data, underlag: await justeringsunderlag(wish.data, mote, around) } };
    case 'KnytForslag': {
      const underlag = await forslagsunderlag(wish.data.paragraf, mote.namnd, around);
      return { ...wish, data: { ...wish.data, ...(underlag !== undefined && { underlag }) } };
    }
    case 'PubliceraProtokoll': {
      const underlag = await publiceringsunderlag(mote, wish.data.omgang, around);
      return { ...wish, data: { ...wish.data, ...(underlag !== undefined && { underlag }) } };
    }
    default: return command;
  }
};

/** A memo or a matter of another nämnd is as if it were not there; those of the nämnd above are what its utskott works with. */
const punktunderlag = async (punkt: { readonly arende?: string; readonly tjansteskrivelse?: string; readonly arshjul?: string }, namnd: string, around: Surroundings): Promise<Punktunderlag> => {
  const memo = punkt.tjansteskrivelse === undefined ? undefined : await around.read(tjansteskrivelsen, punkt.tjansteskrivelse);
  const arende = punkt.arende ?? memo?.arende;
  const matter = arende === undefined ? undefined : await around.read(arendet, arende);
  const over = matter !== undefined && matter.namnd !== namnd ? (await around.read(namnden, namnd))?.overordnad : undefined;
  const egna = [namnd, over];
  const arshjul = punkt.arshjul !== undefined && (await around.read(namnden, namnd))?.arshjul?.some(({ post }) => post === punkt.arshjul) === true;
  return {
    ...(arshjul && { arshjul }),
    ...(matter !== undefined && egna.includes(matter.namnd) && {
      arende: {
        id: matter.id, sekretess: matter.klass === 'sekretess', frammande: matter.frammandeNummer.map(({ nummer }) => nummer),
        ...(matter.diarienummer !== undefined && { diarienummer: matter.diarienummer }),
      },
    }),
    ...(memo !== undefined && egna.includes(memo.namnd) && {
      tjansteskrivelse: {
        arende: memo.arende, sekretess: memo.klass === 'sekretess', datum: memo.datum, aterkallad: memo.status === 'aterkallad', ...(memo.beteckning !== undefined && { beteckning: memo.beteckning }),
      },
    }),
  };
};

/** What the register says of its entry; one of another nämnd is as if it were not there. */
const registerunderlag = async ({ galler }: { readonly galler?: Galler }, { namnd, datum }: Sammantrade, around: Surroundings): Promise<Pick<Punktunderlag, 'galler'>> => {
  switch (galler?.slag) {
    case undefined: return {};
    case 'remiss': {
      const remiss = await around.read(remissen, galler.id);
      return remiss?.namnd === namnd ? { galler: { sekretess: remiss.klass === 'sekretess', funna: provaSvarstid(remiss, datum) } } : {};
    }
    case 'uppdrag': {
      const uppdrag = await around.read(uppdraget, galler.id);
      return uppdrag?.namnd === namnd ? { galler: { sekretess: uppdrag.klass === 'sekretess', funna: [] } } : {};
    }
    case 'lexsarah': {
      const rapport = await around.read(lexSarahn, galler.id);
      // The case is secret (OSL 26:1); an item on it names no one, and may be open.
      return rapport?.lage.namnd === namnd ? { galler: { sekretess: false, funna: [] } } : {};
    }
    case 'internkontroll': case 'kvalitetsberattelse': {
      const post = galler.slag === 'internkontroll' ? await around.read(internkontrollen, galler.id) : await around.read(kvalitetsberattelsen, galler.id);
      return post?.namnd === namnd ? { galler: { sekretess: post.klass === 'sekretess', funna: [] } } : {};
    }
    default: return unknownCase(galler as never);
  }
};

const kallelseunderlag = async (mote: Sammantrade, around: Surroundings): Promise<Kallelseunderlag> => {
  const namnd = await around.read(namnden, mote.namnd);
  const reglemente = namnd && reglementePa(namnd, mote.datum);
  const valda = namnd === undefined ? [] : uppdragPa(namnd, mote.datum);
  const punkter: Record<string, Punktkontroll> = {};
  for (const punkt of mote.punkter) {
    // A number comes a moment after its matter, and a memo may have got a new date since it was put on the agenda.
    const { arende: matter, tjansteskrivelse: memo } = await punktunderlag(punkt, mote.namnd, around);
    punkter[punkt.id] = {
      ...(matter?.diarienummer !== undefined && { diarienummer: matter.diarienummer }),
      ...(memo !== undefined && { tjansteskrivelseDatum: memo.datum, ...(await papperskontroll(punkt, await around.read(tjansteskrivelsen, punkt.tjansteskrivelse!), matter && (await around.read(arendet, matter.id)), around)) }),
    };
  }
  return {
    handlingar: await handlingarna(mote, around),
    skaKallas: [...new Set(valda.map(({ person }) => person))], partier: Object.fromEntries(valda.map(({ person, parti }) => [person, parti])), punkter,
    ...(reglemente?.dagordningsmall !== undefined && { dagordningsmall: reglemente.dagordningsmall }),
    ...(namnd !== undefined && reglemente !== undefined && {
      distans: reglemente.distans, personal: { personer: personalforetradarePa(namnd, mote.datum), far: (await reglerna(namnd, mote.datum, around)).personalforetradare },
    }),
    ...(reglemente !== undefined && { kallelsetid: { dagar: reglemente.kallelseDagar, slag: reglemente.kallelseSlag } }),
  };
};

/** The files attached to the items with the läge bifogas, each in its latest version: what is sent is what is there now (A10). Of one class, or all. */
const handlingarna = async ({ punkter }: Sammantrade, around: Surroundings, klass?: Sekretessklass): Promise<NonNullable<Kallelseunderlag['handlingar']>> => {
  const alla: { punkt: string; handling: string; version: number; hash: string }[] = [];
  for (const { id: punkt } of punkter) {
    for (const { mal, handling, handlingslage } of (await around.read(bilagorna, punkt))?.bilagor ?? []) {
      if (mal !== 'punkt' || handlingslage !== 'bifogas') continue;
      const doc = await around.read(handlingen, handling);
      const fil = doc?.versioner.at(-1);
      if (fil !== undefined && (klass === undefined || doc?.klass === klass)) alla.push({ punkt, handling, version: fil.version, hash: fil.hash });
    }
  }
  return alla;
};

/** Who is elected on the day of the meeting; with a ledamot also who is in line for them. */
const forhinderunderlag = async (mote: Sammantrade, around: Surroundings, ledamot?: string): Promise<{ readonly underlag?: Forhinderunderlag }> => {
  const namnd = await around.read(namnden, mote.namnd);
  if (namnd === undefined) return {};
  const valda = uppdragPa(namnd, mote.datum);
  const med = (uppdrag: 'ledamot' | 'ersattare'): readonly string[] => valda.filter((ett) => ett.uppdrag === uppdrag).map(({ person }) => person);
  return { underlag: { ledamoter: med('ledamot'), ersattare: med('ersattare'), ...(ledamot !== undefined && { ordning: inkallelseordning(namnd, mote.datum, ledamot) }) } };
};

const narvarounderlag = async (person: string, mote: Sammantrade, around: Surroundings): Promise<{ readonly underlag?: Narvarounderlag }> => {
  const namnd = await around.read(namnden, mote.namnd);
  if (namnd === undefined) return {};
  const valda = uppdragPa(namnd, mote.datum);
  const uppdrag = valda.find((ett) => ett.person === person);
  // A seat is named after its ledamot, also when it is vacant after one who has left.
  const platser = [...new Set(namnd.uppdrag.filter((ett) => ett.uppdrag === 'ledamot' && ett.fran <= mote.datum).map((ett) => ett.person))];
  return {
    underlag: {
      ...(uppdrag !== undefined && { uppdrag: { uppdrag: uppdrag.uppdrag, parti: uppdrag.parti, ...(uppdrag.roll !== undefined && { roll: uppdrag.roll }) } }),
      inkallelse: inkallelsePa(namnd, mote.datum), platser, lediga: platser.filter((plats) => !valda.some((ett) => ett.uppdrag === 'ledamot' && ett.person === plats)),
    },
  };
};

/** What is read in is judged on the same grounds, against the nämnd's first day in Klubba, and its number is the one taken for it. */
const inlasning = async (wish: Inlasning, mote: Sammantrade, around: Surroundings): Promise<Command> => {
  const startdatum = (await around.read(namnden, mote.namnd))?.startdatum;
  const fran = startdatum === undefined ? {} : { startdatum };
  switch (wish.type) {
    case 'LasInKallelse': return { ...wish, data: { ...wish.data, ...fran, underlag: await kallelseunderlag(mote, around) } };
    case 'LasInPunkt': return { ...wish, data: { ...wish.data, ...fran, underlag: { ...(await punktunderlag(wish.data, mote.namnd, around)), ...(await registerunderlag(wish.data, mote, around)) } } };
    case 'LasInNarvaro': return { ...wish, data: { ...wish.data, ...fran, ...(await narvarounderlag(wish.data.person, mote, around)) } };
    case 'LasInOvrigNarvaro': return { ...wish, data: { ...wish.data, ...fran } };
    case 'LasInBeslut': {
      const ar = Number(mote.datum.slice(0, 4));
      const nr = (await around.read(paragrafserien, `${mote.namnd}-${ar}`))?.inlasta.find(({ mal }) => mal === wish.data.punkt)?.nr;
      return { ...wish, data: { ...wish.data, ...fran, ...(nr !== undefined && { nummer: { ar, nr } }) } };
    }
    case 'LasInYrkande': case 'LasInOmrostning': case 'LasInDeltarInte': case 'LasInReservation': case 'LasInJustering': case 'LasInAnslag': return { ...wish, data: { ...wish.data, ...fran } };
    default: return unknownCase(wish);
  }
};

/** What the reglemente says on the day of who may be there and serve; whether it is styrelsen, or an utskott of it, the nämnd itself says. */
const reglementet = async (mote: Sammantrade, around: Surroundings) => {
  const namnd = await around.read(namnden, mote.namnd);
  return namnd && reglementePa(namnd, mote.datum);
};
const reglerna = async (namnd: Namnd, datum: string, around: Surroundings): Promise<Regler> => {
  const { distans, distansSekretess, aterintrade, sentIntrade = true, byteInomPunkt = false, insynsplats = false, personalforetradare, beredande = false } = reglementePa(namnd, datum)!;
  const over = namnd.overordnad === undefined ? undefined : await around.read(namnden, namnd.overordnad);
  const utskott = namnd.slag === 'utskott';
  const styrelsen = namnd.slag === 'kommunstyrelse' || over?.slag === 'kommunstyrelse';
  const far = styrelsen ? 'styrelsen' : personalforetradare === false ? 'nej' : utskott && personalforetradare !== true ? 'utskott' : 'ja';
  return { utskott, distans, distansSekretess, aterintrade, sentIntrade, byteInomPunkt, insynsplats, personalforetradare: far, beredande };
};

const uppropsunderlag = async (mote: Sammantrade, around: Surroundings): Promise<{ readonly underlag?: Uppropsunderlag }> => {
  const namnd = await around.read(namnden, mote.namnd);
  if (namnd === undefined) return {};
  const valda = uppdragPa(namnd, mote.datum).map(({ person, uppdrag, parti, roll }) => ({ person, uppdrag, parti, ...(roll !== undefined && { roll }) }));
  return { underlag: { valda, inkallelse: inkallelsePa(namnd, mote.datum) } };
};

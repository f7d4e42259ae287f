import { blank, type Command, type Context, type Hinder, isRefusal, type Refusal, refuse, seal, unknownCase, uphold } from '@klubba/kernel';
import { provaDatumordning, provaKallade, provaKallelseinnehall, provaKallelsetid } from '@klubba/lagrum';
import { arBeslutsarende } from './sammantrade.dagordning.decider';
import type { SammantradeEvent } from './sammantrade.events';
import type { Mote, SammantradeHinder } from './sammantrade.mote.decider';

export type KallelseCommand =
  | Command<'SkickaKallelse', Kallelsedata>
  | Command<'StallInSammantrade', { skal: string }>;
export type Kallelsedata = {
  readonly datum: string;
  readonly ordforande?: string;
  readonly forhinder?: string;
  readonly kallade: readonly string[];
  readonly upprattad?: string;
  readonly foreslagnaJusterare?: readonly { readonly person: string; readonly som: 'ordinarie' | 'ersattare' }[];
  readonly undertecknadAv?: readonly string[];
  readonly grupper?: readonly string[];
  readonly kolumner?: readonly string[];
  readonly summaTidMin?: number;
  readonly underlag?: Kallelseunderlag;
};
/** What other streams say: whom to call and how early on the day of the meeting, their parties, and what the items' papers carry now. */
export type Kallelseunderlag = {
  readonly skaKallas: readonly string[];
  readonly partier?: Readonly<Record<string, string>>;
  readonly kallelsetid?: { readonly dagar: number; readonly slag: 'kalenderdagar' | 'vardagar' };
  readonly punkter: Readonly<Record<string, { readonly diarienummer?: string; readonly tjansteskrivelseDatum?: string }>>;
  /** What is attached to the items and goes with the kallelse. */
  readonly handlingar?: readonly { readonly punkt: string; readonly handling: string; readonly version: number; readonly hash: string }[];
};

export const decideKallelse = (command: KallelseCommand, mote: Mote, { id }: Context): readonly SammantradeEvent[] | Refusal<SammantradeHinder> => {
  const stangd = provaKallbart(mote);
  if (stangd !== undefined) return stangd;
  const kid = `sammantrade:${id}`;
  switch (command.type) {
    case 'SkickaKallelse': {
      const { funna, data } = kallelsen(command.data, mote, kid);
      const passed = uphold(command, kid, funna);
      // A1: a kallelse without either is refused above.
      return isRefusal(passed) ? passed : [{ type: 'KallelseSkickad', data: { ...data, ordforande: data.ordforande!, forhinder: data.forhinder!, ...passed } }];
    }
    case 'StallInSammantrade': return [{ type: 'SammantradeInstallt', data: { skal: seal(kid, command.data.skal) } }];
    default: return unknownCase(command);
  }
};

export const provaKallbart = (mote: Mote): Refusal<SammantradeHinder> | undefined => {
  if (mote.skede === 'avslutat') return refuse('SAMMANTRADET_AR_AVSLUTAT', 'Sammanträdet är avslutat.');
  return mote.skede === 'oppet' ? refuse('SAMMANTRADET_AR_OPPNAT', 'Sammanträdet har öppnats.') : undefined;
};

/** The kallelse as it lies in the fact, and what the rules have against it (A1–A4, A11). */
export const kallelsen = (given: Kallelsedata, mote: Mote, kid: string) => {
  const { datum, ordforande = '', forhinder = '', upprattad, foreslagnaJusterare, undertecknadAv, grupper, kolumner, summaTidMin, underlag = { skaKallas: [], punkter: {} } } = given;
  const kallade = [...new Set(given.kallade)];
  const kvar = mote.punkter.map((punkt, i) => ({ ...punkt, nr: i + 1, ...underlag.punkter[punkt.id] })).filter(({ utgatt }) => !utgatt);
  const texter = (alla: readonly string[]) => alla.map((en) => seal(kid, en));

  const funna: readonly (Hinder<SammantradeHinder> | false | undefined)[] = [
    // Organ, day, time and place were asked for when the meeting was planned, and an item has its heading from the start.
    ...provaKallelseinnehall(
      { 'sammanträdande organ': 'x', datum: mote.datum, tid: mote.senast, plats: 'x', 'ordförandens namn': ordforande, 'kontakt för förhinder': forhinder },
      kvar.map(({ nr, slag, harDiarienummer, diarienummer, utanDiarienummer }) => ({
        nummer: nr, titel: 'x', beslutsarende: arBeslutsarende(slag), diarienummer: diarienummer ?? (harDiarienummer ? 'x' : null), utanDnr: utanDiarienummer,
      })),
    ),
    provaKallade(underlag.skaKallas.map(person), kallade.map(person)),
    // What completes an earlier kallelse is late by nature; each late item has its own reason.
    mote.kallelser === 0 && underlag.kallelsetid !== undefined && senKallelse(mote.datum, datum, underlag.kallelsetid),
    ...kvar.flatMap(({ sen, tjansteskrivelseDatum = null }) =>
      provaDatumordning({ handlingar: [], tjansteskrivelse: tjansteskrivelseDatum, kallelse: sen === undefined ? (mote.kallelsedatum ?? datum) : null, mote: mote.datum })),
    ...provaDatumordning({ handlingar: [], tjansteskrivelse: null, kallelse: datum, mote: mote.datum }),
  ].filter((en, i, alla) => !en || alla.findIndex((annan) => annan && annan.text === en.text) === i);

  const data = {
    version: mote.kallelser + 1, datum, kallade,
    punkter: mote.punkter.map(({ id: punkt, harDiarienummer }, i) => {
      const diarienummer = underlag.punkter[punkt]?.diarienummer;
      return { punkt, nr: i + 1, ...(!harDiarienummer && diarienummer !== undefined && { diarienummer }) };
    }),
    ...(!blank(ordforande) && { ordforande }), ...(!blank(forhinder) && { forhinder: seal(kid, forhinder) }), ...(upprattad !== undefined && { upprattad }),
    ...(foreslagnaJusterare !== undefined && {
      foreslagnaJusterare: foreslagnaJusterare.map(({ person: en, som }) => ({ person: en, som, ...(underlag.partier?.[en] !== undefined && { parti: underlag.partier[en] }) })),
    }),
    ...(undertecknadAv !== undefined && { undertecknadAv: texter(undertecknadAv) }), ...(grupper !== undefined && { grupper: texter(grupper) }),
    ...(kolumner !== undefined && { kolumner: texter(kolumner) }), ...(summaTidMin !== undefined && { summaTidMin }),
    ...(underlag.handlingar !== undefined && underlag.handlingar.length > 0 && { handlingar: underlag.handlingar.filter(({ punkt }) => kvar.some(({ id }) => id === punkt)) }),
  };
  return { funna, data };
};

const person = (id: string): string => `{person:${id}}`;
const senKallelse = (mote: string, skickad: string, kallelsetid: NonNullable<Kallelseunderlag['kallelsetid']>) => {
  const fel = provaKallelsetid(mote, skickad, kallelsetid);
  return fel?.allvar === 'VARNING' && fel;
};

export const evolveKallelse = (mote: Mote, event: Extract<SammantradeEvent, { type: 'KallelseSkickad' | 'SammantradeInstallt' }>): Mote => {
  switch (event.type) {
    case 'KallelseSkickad': {
      const { version, datum, punkter } = event.data;
      const numrerade = new Set(punkter.filter(({ diarienummer }) => diarienummer !== undefined).map(({ punkt }) => punkt));
      return {
        ...mote, skede: mote.skede === 'planerat' ? 'kallat' : mote.skede, kallelser: version, kallelsedatum: mote.kallelsedatum ?? datum,
        punkter: mote.punkter.map((punkt) => (numrerade.has(punkt.id) ? { ...punkt, harDiarienummer: true } : punkt)),
      };
    }
    case 'SammantradeInstallt': return { ...mote, skede: 'installt' };
    default: return unknownCase(event);
  }
};

import { type Command, type Context, isRefusal, type Refusal, refuse, seal, unknownCase, weigh } from '@klubba/kernel';
import { provaDatumordning, provaKallade, provaKallelseinnehall, provaKallelsetid } from '@klubba/lagrum';
import { arBeslutsarende } from './sammantrade.dagordning.decider';
import type { SammantradeEvent } from './sammantrade.events';
import type { Mote, SammantradeHinder } from './sammantrade.mote.decider';

export type KallelseCommand =
  | Command<'SkickaKallelse', { datum: string; ordforande?: string; forhinder?: string; kallade: readonly string[]; underlag?: Kallelseunderlag }>
  | Command<'StallInSammantrade', { skal: string }>;
/** What other streams say: whom to call and how early on the day of the meeting, and what the items' papers carry now. */
export type Kallelseunderlag = {
  readonly skaKallas: readonly string[];
  readonly kallelsetid?: { readonly dagar: number; readonly slag: 'kalenderdagar' | 'vardagar' };
  readonly punkter: Readonly<Record<string, { readonly diarienummer?: string; readonly tjansteskrivelseDatum?: string }>>;
};

export const decideKallelse = (command: KallelseCommand, mote: Mote, { id }: Context): readonly SammantradeEvent[] | Refusal<SammantradeHinder> => {
  if (mote.skede === 'avslutat') return refuse('SAMMANTRADET_AR_AVSLUTAT', 'Sammanträdet är avslutat.');
  if (mote.skede === 'oppet') return refuse('SAMMANTRADET_AR_OPPNAT', 'Sammanträdet har öppnats.');
  const kid = `sammantrade:${id}`;
  switch (command.type) {
    case 'SkickaKallelse': return skicka(command, mote, kid);
    case 'StallInSammantrade': return [{ type: 'SammantradeInstallt', data: { skal: seal(kid, command.data.skal) } }];
    default: return unknownCase(command);
  }
};

const skicka = (command: Extract<KallelseCommand, { type: 'SkickaKallelse' }>, mote: Mote, kid: string): readonly SammantradeEvent[] | Refusal<SammantradeHinder> => {
  const { datum, ordforande = '', forhinder = '', underlag = { skaKallas: [], punkter: {} } } = command.data;
  const kallade = [...new Set(command.data.kallade)];
  const kvar = mote.punkter.map((punkt, i) => ({ ...punkt, nr: i + 1, ...underlag.punkter[punkt.id] })).filter(({ utgatt }) => !utgatt);

  const saknas = [
    // Organ, day, time and place were asked for when the meeting was planned, and an item has its heading from the start.
    ...provaKallelseinnehall(
      { 'sammanträdande organ': 'x', datum: mote.datum, tid: mote.senast, plats: 'x', 'ordförandens namn': ordforande, 'kontakt för förhinder': forhinder },
      kvar.map(({ nr, slag, harDiarienummer, diarienummer, utanDiarienummer }) => ({
        nummer: nr, titel: 'x', beslutsarende: arBeslutsarende(slag), diarienummer: diarienummer ?? (harDiarienummer ? 'x' : null), utanDnr: utanDiarienummer,
      })),
    ),
    ...[provaKallade(underlag.skaKallas.map(person), kallade.map(person))].filter((fel) => fel !== undefined),
  ];
  const [forst, ...resten] = saknas;
  if (forst !== undefined) return { hinder: [forst, ...resten] };

  const passed = weigh<SammantradeHinder>(command, kid, [
    // What completes an earlier kallelse is late by nature; each late item has its own reason.
    mote.kallelser === 0 && underlag.kallelsetid !== undefined && senKallelse(mote.datum, datum, underlag.kallelsetid),
    ...kvar.flatMap(({ sen, tjansteskrivelseDatum = null }) =>
      provaDatumordning({ handlingar: [], tjansteskrivelse: tjansteskrivelseDatum, kallelse: sen === undefined ? (mote.kallelsedatum ?? datum) : null, mote: mote.datum })),
    ...provaDatumordning({ handlingar: [], tjansteskrivelse: null, kallelse: datum, mote: mote.datum }),
  ].filter((en, i, alla) => !en || alla.findIndex((annan) => annan && annan.text === en.text) === i));
  if (isRefusal(passed)) return passed;
  return [{
    type: 'KallelseSkickad',
    data: {
      version: mote.kallelser + 1, datum, ordforande, forhinder: seal(kid, forhinder), kallade,
      punkter: mote.punkter.map(({ id: punkt, harDiarienummer }, i) => {
        const diarienummer = underlag.punkter[punkt]?.diarienummer;
        return { punkt, nr: i + 1, ...(!harDiarienummer && diarienummer !== undefined && { diarienummer }) };
      }),
      ...passed,
    },
  }];
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

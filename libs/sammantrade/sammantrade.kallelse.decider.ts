import { blank, type Command, type Context, type Hinder, isRefusal, type Refusal, refuse, seal, unknownCase, uphold, warning } from '@klubba/kernel';
import { provaDatum, provaDatumordning, provaKallade, provaKallelseinnehall, provaKallelsetid } from '@klubba/lagrum';
import { arBeslutsarende } from './sammantrade.dagordning.decider';
import { distansEjTillaten } from './sammantrade.distans.decider';
import type { SammantradeEvent } from './sammantrade.events';
import { enligtKl, type Mote, type SammantradeHinder } from './sammantrade.mote.decider';
import type { Kallelseslag, Punktslag, Regler } from './sammantrade.projection';

export type KallelseCommand =
  | Command<'SkickaKallelse', Kallelsedata>
  /** `ersatt`: the meeting in its place exists. */
  | Command<'StallInSammantrade', { skal: string; ersattsAv?: string; underlag?: { readonly ersatt: boolean } }>
  | Command<'SattMotesdagar', { stoppdag?: string; stopptid?: string; presidieberedning?: string; utskick?: string }>;
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
  readonly slag?: Kallelseslag;
  readonly anledning?: string;
  readonly distans?: { readonly lank: string; readonly villkor: string };
  /** The delegation register holds decisions that are to be reported and are not; put there at the edge, which may ask a register. */
  readonly attAnmala?: boolean;
  readonly underlag?: Kallelseunderlag;
};
/** What other streams say: whom to call and how early on the day of the meeting, their parties, and what the items' papers carry now. */
export type Kallelseunderlag = {
  readonly skaKallas: readonly string[];
  readonly partier?: Readonly<Record<string, string>>;
  readonly kallelsetid?: { readonly dagar: number; readonly slag: 'kalenderdagar' | 'vardagar' };
  readonly punkter: Readonly<Record<string, Punktkontroll>>;
  /** Fullmäktige has allowed distance participation. */
  readonly distans?: boolean;
  /** Who represents the staff, and whether they have any right to be there (KL 7:12). */
  readonly personal?: { readonly personer: readonly string[]; readonly far: Regler['personalforetradare'] };
  /** The order of an agenda, when the nämnd has one. */
  readonly dagordningsmall?: readonly Punktslag[];
  /** What is attached to the items and goes with the kallelse. */
  readonly handlingar?: readonly { readonly punkt: string; readonly handling: string; readonly version: number; readonly hash: string }[];
};

/** What an item's papers carry now, and how they agree (A11): reckoned where they were opened, so that no word of them is here. */
export type Punktkontroll = {
  readonly diarienummer?: string;
  readonly tjansteskrivelseDatum?: string;
  /** The memo's number is another matter's. */
  readonly olikaNummer?: boolean;
  /** How many handlingar the memo lists, and how many of them are attached nowhere. */
  readonly uppraknade?: number;
  readonly saknade?: number;
  /** How many days in its running text nearly are a day of its form. */
  readonly avvikandeDagar?: number;
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
    case 'StallInSammantrade': {
      const { skal, ersattsAv, underlag } = command.data;
      if (ersattsAv !== undefined && underlag?.ersatt !== true) return refuse('SAMMANTRADET_FINNS_INTE', 'Sammanträdet som ska hållas i stället finns inte i nämnden, eller är inställt.');
      const passed = uphold<SammantradeHinder>(command, kid, [
        mote.maste === true && ersattsAv === undefined &&
          enligtKl(mote.datum, 'SAMMANTRADE_MASTE_HALLAS', 'Sammanträdet är begärt av minst en tredjedel av ledamöterna eller av ordföranden och måste hållas (KL 6 kap. 23 §). Planera ett nytt och ange det.', 'KL 6 kap. 23 §'),
      ]);
      return isRefusal(passed) ? passed : [{ type: 'SammantradeInstallt', data: { skal: seal(kid, skal), ...(ersattsAv !== undefined && { ersattsAv }), ...passed } }];
    }
    case 'SattMotesdagar': {
      const { stoppdag, stopptid, presidieberedning, utskick } = command.data;
      const ingenDag = provaDatum(stoppdag, presidieberedning, utskick);
      if (ingenDag !== undefined) return { hinder: [ingenDag] };
      if (stopptid !== undefined && stoppdag === undefined) return refuse('KLOCKSLAG_SAKNAS', 'Ange dagen som stopptiden gäller.');
      const i = ([['Stopptiden', stoppdag], ['Presidieberedningen', presidieberedning], ['Utskicket', utskick]] as const).filter((en): en is readonly ['Stopptiden' | 'Presidieberedningen' | 'Utskicket', string] => en[1] !== undefined);
      const efter = i.find(([, dag]) => dag > mote.datum);
      if (efter !== undefined) return refuse('DAGEN_EFTER_SAMMANTRADET', `${efter[0]} ${efter[1]} ligger efter sammanträdet ${mote.datum}.`);
      const passed = uphold<SammantradeHinder>(command, kid, i.map(([namn, dag], plats) => {
        const nasta = i[plats + 1];
        return nasta !== undefined && nasta[1] < dag && warning('DATUM_I_FEL_ORDNING', `${namn} ${dag} ligger efter ${nasta[0].toLowerCase()} ${nasta[1]}. Kontrollera datum.`);
      }));
      return isRefusal(passed) ? passed : [{
        type: 'MotesdagarSatta',
        data: { ...(stoppdag !== undefined && { stoppdag }), ...(stopptid !== undefined && { stopptid }), ...(presidieberedning !== undefined && { presidieberedning }), ...(utskick !== undefined && { utskick }), ...passed },
      }];
    }
    default: return unknownCase(command);
  }
};

export const provaKallbart = (mote: Mote): Refusal<SammantradeHinder> | undefined => {
  if (mote.skede === 'avslutat') return refuse('SAMMANTRADET_AR_AVSLUTAT', 'Sammanträdet är avslutat.');
  return mote.skede === 'oppet' ? refuse('SAMMANTRADET_AR_OPPNAT', 'Sammanträdet har öppnats.') : undefined;
};

/** The kallelse as it lies in the fact, and what the rules have against it (A1–A4, A11). */
export const kallelsen = (given: Kallelsedata, mote: Mote, kid: string) => {
  const { datum, ordforande = '', forhinder = '', upprattad, foreslagnaJusterare, undertecknadAv, grupper, kolumner, summaTidMin, slag, anledning, distans, attAnmala = false, underlag = { skaKallas: [], punkter: {} } } = given;
  const kallade = [...new Set(given.kallade)];
  const kvar = mote.punkter.map((punkt, i) => ({ ...punkt, nr: i + 1, ...underlag.punkter[punkt.id] })).filter(({ utgatt }) => !utgatt);
  // One who is elected too is called as that.
  const personal = (underlag.personal?.personer ?? []).filter((en) => !underlag.skaKallas.includes(en));
  const kalladPersonal = personal.filter((en) => kallade.includes(en));
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
    ...provaPersonalkallelse(mote, underlag.personal?.far, personal, kalladPersonal),
    ...(distans === undefined ? [] : provaDistanskallelse(mote.datum, distans, underlag.distans === true)),
    // What completes an earlier kallelse is late by nature; each late item has its own reason.
    mote.kallelser === 0 && underlag.kallelsetid !== undefined && senKallelse(mote.datum, datum, underlag.kallelsetid),
    ...kvar.flatMap(({ sen, tjansteskrivelseDatum = null }) =>
      provaDatumordning({ handlingar: [], tjansteskrivelse: tjansteskrivelseDatum, kallelse: sen === undefined ? (mote.kallelsedatum ?? datum) : null, mote: mote.datum })),
    ...provaDatumordning({ handlingar: [], tjansteskrivelse: null, kallelse: datum, mote: mote.datum }),
    provaSlag(slag, mote),
    !kvar.some((punkt) => punkt.slag === 'delegationsanmalan') && (attAnmala || underlag.dagordningsmall?.includes('delegationsanmalan') === true) &&
      warning('DELEGATIONSANMALAN_SAKNAS', attAnmala ? OANMALDA : 'Dagordningen saknar anmälan av delegationsbeslut, som nämndens mall har med. Ange skäl om inget finns att anmäla.', 'KL 6 kap. 40 §'),
    ...kvar.flatMap(provaPapper),
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
    ...(slag !== undefined && { slag }), ...(!blank(anledning) && { anledning: seal(kid, anledning) }),
    ...(kalladPersonal.length > 0 && { personalforetradare: kalladPersonal }),
    ...(distans !== undefined && { distans: { lank: seal(kid, distans.lank), villkor: seal(kid, distans.villkor) } }),
    ...(underlag.handlingar !== undefined && underlag.handlingar.length > 0 && { handlingar: underlag.handlingar.filter(({ punkt }) => kvar.some(({ id }) => id === punkt)) }),
  };
  return { funna, data };
};

/** A3: called as ledamöter (KL 7:18), when there is something on the agenda that they may attend; that they were not makes nothing invalid (7:19). */
const provaPersonalkallelse = (mote: Mote, far: Regler['personalforetradare'] | undefined, personal: readonly string[], kallade: readonly string[]): readonly Hinder<SammantradeHinder>[] => {
  if (far === 'styrelsen' || far === 'nej') return kallade.length === 0 ? [] : [enligtKl(mote.datum, 'PERSONALFORETRADARE_EJ_NARVARO', `Personalföreträdare har inte närvarorätt i ${far === 'nej' ? 'nämnden' : 'styrelsen'} (KL 7 kap. 12 §).`, 'KL 7 kap. 12 §')];
  const okallade = personal.filter((en) => !kallade.includes(en));
  const nagot = mote.punkter.some(({ klass, myndighetsutovning, utgatt }) => klass !== 'sekretess' && !myndighetsutovning && !utgatt);
  return far !== 'ja' || okallade.length === 0 || !nagot ? [] : [warning('PERSONALFORETRADARE_EJ_KALLADE', `Personalföreträdare kallas som ledamöter (KL 7 kap. 18 §). Inte kallade: ${okallade.map(person).join(', ')}. Ange skäl.`, 'KL 7 kap. 18 §')];
};
/** A4: the link and the terms, where fullmäktige allows it (B5). */
const provaDistanskallelse = (datum: string, { lank, villkor }: NonNullable<Kallelsedata['distans']>, tillaten: boolean): readonly Hinder<SammantradeHinder>[] => [
  ...(tillaten ? [] : [distansEjTillaten(datum)]),
  ...([['länk', lank], ['villkor', villkor]] as const).filter(([, text]) => blank(text)).map(([vad]): Hinder<SammantradeHinder> => ({ kod: 'KALLELSE_SAKNAR_FALT', allvar: 'STOPP', text: `Kallelsen saknar ${vad} för deltagande på distans.` })),
];
const OANMALDA = 'Dagordningen saknar anmälan av delegationsbeslut, fast registret har beslut som ska anmälas och inte är det. Lägg till punkten, eller ange skäl.';

/** The first is the kallelse itself, and a list of what is added has something on it. */
const provaSlag = (slag: Kallelseslag | undefined, { kallelser, punkter, utskick = [] }: Mote): Hinder<SammantradeHinder> | undefined => {
  if (kallelser === 0) return slag === undefined || slag === 'kallelse' ? undefined : { kod: 'KALLELSESLAG_STAMMER_INTE', allvar: 'STOPP', text: 'Den första är kallelsen själv. Inget är skickat som kan kompletteras.' };
  const sanda = new Set(utskick.flatMap((en) => en.punkter));
  return slag !== 'tillaggslista' || punkter.some(({ id }) => !sanda.has(id)) ? undefined : { kod: 'TILLAGGSLISTA_TOM', allvar: 'STOPP', text: 'Inget ärende har lagts till sedan den förra kallelsen. Skicka den som kompletterande kallelse.' };
};
/** A11: the memo's number is the item's, what it lists is there, and its text says the same days as its form. No word of the memo is told. */
const provaPapper = ({ nr, olikaNummer, uppraknade = 0, saknade = 0, avvikandeDagar = 0 }: Punktkontroll & { readonly nr: number }): readonly Hinder<SammantradeHinder>[] => [
  ...(olikaNummer === true ? [{ kod: 'DIARIENUMMER_OLIKA', allvar: 'STOPP', text: `Diarienumren stämmer inte överens i ärende ${nr} och dess tjänsteskrivelse.` } as const] : []),
  ...(saknade > 0 ? [warning<SammantradeHinder>('HANDLING_SAKNAS', `Ärende ${nr}: ${saknade} av ${uppraknade} handlingar som tjänsteskrivelsen räknar upp är inte bifogade.`)] : []),
  ...(avvikandeDagar > 0 ? [warning<SammantradeHinder>('DATUM_I_TEXTEN', `Ärende ${nr}: i tjänsteskrivelsens text ${avvikandeDagar === 1 ? 'står en dag' : `står ${avvikandeDagar} dagar`} som avviker från formulärets. Kontrollera datum.`)] : []),
];

const person = (id: string): string => `{person:${id}}`;
const senKallelse = (mote: string, skickad: string, kallelsetid: NonNullable<Kallelseunderlag['kallelsetid']>) => {
  const fel = provaKallelsetid(mote, skickad, kallelsetid);
  return fel?.allvar === 'VARNING' && fel;
};

export const evolveKallelse = (mote: Mote, event: Extract<SammantradeEvent, { type: 'KallelseSkickad' | 'SammantradeInstallt' | 'MotesdagarSatta' }>): Mote => {
  switch (event.type) {
    case 'KallelseSkickad': {
      const { version, datum, punkter, kallade, personalforetradare } = event.data;
      const numrerade = new Set(punkter.filter(({ diarienummer }) => diarienummer !== undefined).map(({ punkt }) => punkt));
      return {
        ...mote, skede: 'kallat', kallelser: version, kallelsedatum: mote.kallelsedatum ?? datum,
        utskick: [...(mote.utskick ?? []), { datum, kallade, punkter: punkter.map(({ punkt }) => punkt), kvitton: [], hamtat: [], ...(personalforetradare !== undefined && { personalforetradare }) }],
        punkter: mote.punkter.map((punkt) => (numrerade.has(punkt.id) ? { ...punkt, harDiarienummer: true } : punkt)),
      };
    }
    case 'SammantradeInstallt': return { ...mote, skede: 'installt' };
    case 'MotesdagarSatta': {
      const { stopp: _, ...utan } = mote;
      const { stoppdag, stopptid } = event.data;
      return { ...utan, ...(stoppdag !== undefined && { stopp: { dag: stoppdag, ...(stopptid !== undefined && { tid: stopptid }) } }) };
    }
    default: return unknownCase(event);
  }
};

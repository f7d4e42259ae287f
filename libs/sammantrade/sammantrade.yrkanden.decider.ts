import { type Command, type Context, type Hinder, isRefusal, type Refusal, refuse, seal, streamId, unknownCase, uphold, warning } from '@klubba/kernel';
import type { SammantradeEvent } from './sammantrade.events';
import { provaJavig } from './sammantrade.jav.decider';
import { behandlad, behandlingen, finnsInte, kallad, type Mote, type Punkt, punkten, type SammantradeHinder } from './sammantrade.mote.decider';
import { ejOppnat, tjanstgorandeVid } from './sammantrade.narvaro.decider';
import type { Beslutsgangstyp, Yrkandeslag } from './sammantrade.projection';

export type YrkandenCommand =
  | Command<'AntecknaYrkande', Yrkandedata>
  | Command<'AterkallaYrkande', { yrkande: string; skal?: string }>
  | Command<'FaststallPropositionsordning', { punkt: string; steg: readonly NyttSteg[] }>
  | Command<'AntecknaBeslutsgang', { punkt: string; typ: Beslutsgangstyp; steg: readonly NyttSteg[] }>;
export type Yrkandedata = {
  readonly punkt: string;
  readonly slag: Yrkandeslag;
  readonly av: readonly string[];
  readonly instammer?: readonly string[];
  readonly text: string;
  readonly motivering?: string;
  /** A proposal of one's own, handed in in writing. */
  readonly skriftligt?: boolean;
};
/** Proposals put against each other, or a step as it is written. The item's own id is the proposal on the agenda. */
export type NyttSteg = { readonly mellan?: readonly string[]; readonly bifallet?: string; readonly text?: string };

type Outcome = readonly SammantradeEvent[] | Refusal<SammantradeHinder>;

export const decideYrkanden = (command: YrkandenCommand, mote: Mote, context: Context): Outcome => {
  if (command.type === 'AntecknaYrkande') {
    const ett = yrkandet(command.data, mote, context);
    if (isRefusal(ett)) return ett;
    const passed = uphold(command, `paragraf:${command.data.punkt}`, ett.funna);
    return isRefusal(passed) ? passed : [{ type: 'YrkandeAntecknat', data: { ...ett.data, ...passed } }];
  }
  if (command.type === 'AterkallaYrkande') return aterkalla(command.data, mote);

  const { punkt: id, steg } = command.data;
  const punkt = oppen(mote, id);
  if (isRefusal(punkt)) return punkt;
  const fel = steg.map((ett) => provaSteg(ett, punkt)).find((en) => en !== undefined);
  if (fel !== undefined) return fel;
  const data = { punkt: id, klass: punkt.klass, steg: steg.map(({ mellan, bifallet, text }) => ({ ...(mellan !== undefined && { mellan: [...new Set(mellan)] }), ...(bifallet !== undefined && { bifallet }), ...(text !== undefined && { text: seal(`paragraf:${id}`, text) }) })) };
  switch (command.type) {
    case 'FaststallPropositionsordning': return [{ type: 'PropositionsordningFaststalld', data }];
    case 'AntecknaBeslutsgang': {
      const [sist, beslutat] = [steg.at(-1)?.bifallet, punkt.beslut?.bifallet];
      if (sist !== undefined && beslutat !== undefined && sist !== beslutat) return refuse('BESLUTET_STAMMER_INTE', `Beslutsgången slutar i ett annat förslag än det som klubban föll för i ${kallad(mote, id)}.`);
      return [{ type: 'BeslutsgangAntecknad', data: { ...data, typ: command.data.typ } }];
    }
    default: return unknownCase(command);
  }
};

/** An item that can be added to: the meeting has begun, and its § is not justerad (C3). */
export const oppen = (mote: Mote, id: string): Punkt | Refusal<SammantradeHinder> => {
  const punkt = punkten(mote, id);
  if (mote.skede !== 'oppet' && mote.skede !== 'avslutat') return ejOppnat;
  if (punkt === undefined) return finnsInte;
  return punkt.omgang === undefined ? punkt : refuse('REDAN_JUSTERAD', `${kallad(mote, id)} är justerad. Inget läggs till den.`);
};

/** B7: a proposal as it lies in the fact, and what the rules have against it (B4, B8). That only those who serve propose is practice. */
export const yrkandet = ({ punkt: id, slag, av, instammer, text, motivering, skriftligt }: Yrkandedata, mote: Mote, { by, command }: Context) => {
  const punkt = oppen(mote, id);
  if (isRefusal(punkt)) return punkt;
  const kid = `paragraf:${id}`;
  const alla = [...new Set([...av, ...(instammer ?? [])])];
  const tjanst = tjanstgorandeVid(mote, id);
  const funna: readonly (Hinder<SammantradeHinder> | false)[] = [
    av.length === 0 && { kod: 'NAMN_SAKNAS', allvar: 'STOPP', text: 'Ange vem som yrkar.' },
    ...alla.flatMap((person) => provaJavig(mote, id, person)),
    ...alla.filter((person) => !tjanst.includes(person)).map((person) => warning<SammantradeHinder>('EJ_TJANSTGORANDE', `{person:${person}} tjänstgör inte vid ${kallad(mote, id)}. Bara den som tjänstgör yrkar.`)),
    slag === 'aterremiss' && motivering === undefined && warning('MOTIVERING_SAKNAS', 'En återremiss ska ha en motivering och ett uppdrag. Ange dem, eller skäl.'),
  ];
  return {
    funna,
    data: {
      punkt: id, klass: punkt.klass, yrkande: streamId('yrkande', by, command), slag, av: [...new Set(av)], ...(instammer !== undefined && { instammer: [...new Set(instammer)] }), text: seal(kid, text),
      ...(motivering !== undefined && { motivering: seal(kid, motivering) }), ...(skriftligt === true && { skriftligt }),
    },
  };
};

const aterkalla = ({ yrkande, skal }: { readonly yrkande: string; readonly skal?: string }, mote: Mote): Outcome => {
  const traff = mote.punkter.find((en) => behandlingen(en).yrkanden.some(({ id }) => id === yrkande));
  if (traff === undefined) return yrkandetFinnsInte;
  const punkt = oppen(mote, traff.id);
  if (isRefusal(punkt)) return punkt;
  const { yrkanden, omrostningar } = behandlingen(punkt);
  if (yrkanden.some(({ id, aterkallat }) => id === yrkande && aterkallat)) return [];
  if (punkt.beslut !== undefined || omrostningar.some(({ huvudforslag, motforslag }) => huvudforslag === yrkande || motforslag === yrkande)) return refuse('FORSLAGET_PROVAT', 'Yrkandet är redan prövat och kan inte återkallas.');
  return [{ type: 'YrkandeAterkallat', data: { punkt: punkt.id, klass: punkt.klass, yrkande, ...(skal !== undefined && { skal: seal(`paragraf:${punkt.id}`, skal) }) } }];
};

const yrkandetFinnsInte = refuse<SammantradeHinder>('YRKANDET_FINNS_INTE', 'Yrkandet finns inte vid punkten.');
/** What is put is there to be put: the proposal on the agenda, or a yrkande that stands. */
export const provaForslag = (punkt: Punkt, ...forslag: readonly (string | undefined)[]): Refusal<SammantradeHinder> | undefined => {
  for (const id of forslag) {
    if (id === undefined || id === punkt.id) continue;
    const yrkande = behandlingen(punkt).yrkanden.find((en) => en.id === id);
    if (yrkande === undefined) return yrkandetFinnsInte;
    if (yrkande.aterkallat) return refuse('YRKANDET_ATERKALLAT', 'Yrkandet är återkallat och ställs inte under proposition.');
  }
  return undefined;
};
const provaSteg = ({ mellan = [], bifallet, text }: NyttSteg, punkt: Punkt): Refusal<SammantradeHinder> | undefined => {
  if (mellan.length === 0 && (bifallet !== undefined || text === undefined)) return refuse('STEGET_AR_TOMT', 'Ett steg anger förslagen som ställs mot varandra, eller hur det skrivs.');
  if (bifallet !== undefined && !mellan.includes(bifallet)) return refuse('STEGET_AR_TOMT', 'Det förslag som bifalls är ett av dem som ställs mot varandra.');
  return provaForslag(punkt, ...mellan);
};

export const evolveYrkanden = (mote: Mote, event: Extract<SammantradeEvent, { type: 'YrkandeAntecknat' | 'YrkandeAterkallat' | 'PropositionsordningFaststalld' | 'BeslutsgangAntecknad' }>): Mote => {
  const { punkt } = event.data;
  switch (event.type) {
    case 'YrkandeAntecknat': {
      const { yrkande: id, slag, av } = event.data;
      return behandlad(mote, punkt, ({ yrkanden }) => ({ yrkanden: [...yrkanden, { id, slag, av, aterkallat: false }] }));
    }
    case 'YrkandeAterkallat': {
      const { yrkande } = event.data;
      return behandlad(mote, punkt, ({ yrkanden }) => ({ yrkanden: yrkanden.map((en) => (en.id === yrkande ? { ...en, aterkallat: true } : en)) }));
    }
    case 'PropositionsordningFaststalld': return behandlad(mote, punkt, () => ({ propositionsordning: event.data.steg.length > 0 }));
    case 'BeslutsgangAntecknad': return behandlad(mote, punkt, () => ({ steg: event.data.steg.map(({ mellan = [], bifallet }) => ({ mellan, ...(bifallet !== undefined && { bifallet }) })) }));
    default: return unknownCase(event);
  }
};

import { type DataOf, unknownCase } from '@klubba/kernel';
import { arAllvarlig, type Bedomning } from '@klubba/lagrum';
import { DOKUMENTATION, type lexSarahFacts, type LexSarahEvent, type VERKNINGAR } from './lexsarah.events';

type Data<T extends keyof typeof lexSarahFacts> = DataOf<(typeof lexSarahFacts)[T]['shape']>;
export type Dokumentationsdel = (typeof DOKUMENTATION)[number];
export type Verkan = (typeof VERKNINGAR)[number];
export type Beslutsfattare = Data<'LexSarahBeslutad'>['av'];
export type Lank = Data<'LexSarahLankad'>;
export type Lexparagraf = Omit<Data<'LexSarahRedovisad'>, 'avsteg'> & { readonly beslutstyp?: string };

/** The states of F6; and one for what is the same report as another. */
export const SKEDEN = ['MOTTAGEN', 'ATGARDAS', 'UTREDS', 'BEDOMD', 'BESLUTAD', 'ANMALD_IVO', 'KOMPLETTERAD_IVO', 'IVO_BESLUT', 'UPPFOLJNING', 'AVSLUTAD', 'STRUKEN'] as const;
export type Skede = (typeof SKEDEN)[number];

/**
 * Where a report stands, in the clear: days, assessments, and who. What was written is not here. The investigation and IVO go on side by
 * side, so what has happened on each is kept by itself, and the state of F6 is read from it.
 */
export type Lage = {
  readonly namnd: string;
  readonly rapport: Pick<Data<'LexSarahMottagen'>, 'mottagen' | 'lag' | 'regi' | 'verksamhet' | 'orsak' | 'upptackt' | 'informationMottagen'>;
  readonly atertagen?: string;
  readonly struken?: { readonly datum: string; readonly dubblettAv: string };
  readonly atgardad?: string;
  readonly utredare?: { readonly person: string; readonly datum: string };
  readonly anteckningar: readonly { readonly id: string; readonly del: Dokumentationsdel }[];
  readonly bedomd?: { readonly datum: string; readonly bedomning: Bedomning; readonly snabb: boolean; readonly sarskildaAtgarder: boolean };
  /** `av` is absent when the nämnd itself decided. */
  readonly beslutad?: { readonly datum: string; readonly bedomning: Bedomning; readonly lagrum: string; readonly av?: Beslutsfattare };
  readonly anmald?: { readonly datum: string; readonly tidig: boolean; readonly utredningKlar: boolean; readonly senast?: string };
  readonly kompletterad?: string;
  readonly ivo?: { readonly datum: string; readonly utfall: 'avslutat' | 'krav'; readonly svarSenast?: string; readonly besvarad?: string };
  readonly atgarder: readonly { readonly id: string; readonly senast: string; readonly ansvarig: string; readonly avslutad?: string }[];
  readonly uppfoljning?: { readonly planerad: string; readonly gjord?: string };
  readonly paragrafer: readonly Lexparagraf[];
  /** What the nämnd has been told of, since the investigation last ended. */
  readonly redovisat: { readonly beslut: boolean; readonly uppfoljning: boolean };
  /** The day of a delegate's decision that was taken up again before the nämnd had been told of it: it is told all the same (KL 6:40). */
  readonly oanmalt?: string;
  readonly lankar: readonly Lank[];
  readonly incident?: { readonly senast: string; readonly senastTid: string; readonly avgjord?: 'anmald' | 'anmals_inte' };
  readonly avidentifierat: boolean;
  readonly avslutad?: string;
};

/** F6: the state that these facts make. */
export const skedet = ({ struken, avslutad, ivo, kompletterad, anmald, beslutad, uppfoljning, bedomd, utredare, atgardad }: Lage): Skede => {
  if (struken !== undefined) return 'STRUKEN';
  if (avslutad !== undefined) return 'AVSLUTAD';
  const foljsUpp = beslutad !== undefined && uppfoljning !== undefined;
  if (ivo !== undefined) return ivo.utfall === 'avslutat' && foljsUpp ? 'UPPFOLJNING' : 'IVO_BESLUT';
  if (anmald !== undefined) return kompletterad === undefined ? 'ANMALD_IVO' : 'KOMPLETTERAD_IVO';
  if (beslutad !== undefined) return foljsUpp ? 'UPPFOLJNING' : 'BESLUTAD';
  if (bedomd !== undefined) return 'BEDOMD';
  if (utredare !== undefined) return 'UTREDS';
  return atgardad === undefined ? 'MOTTAGEN' : 'ATGARDAS';
};

/** What stands of the assessment: what was decided, or what is to be decided on. */
export const bedomningen = ({ beslutad, bedomd }: Lage): Bedomning | undefined => (beslutad ?? bedomd)?.bedomning;
/** It is to be notified to IVO and is not (27:6). */
export const oanmald = (lage: Lage): boolean => {
  const bedomning = bedomningen(lage);
  return bedomning !== undefined && arAllvarlig(bedomning) && lage.anmald === undefined;
};
/** The finished investigation that IVO still waits for. */
export const vantarKomplettering = ({ anmald, kompletterad }: Lage): boolean => anmald !== undefined && !anmald.utredningKlar && kompletterad === undefined;
/** IVO has asked for something that is not answered. */
export const vantarSvar = ({ ivo }: Lage): boolean => ivo?.utfall === 'krav' && ivo.besvarad === undefined;

/** What the nämnd is still to be told of, and the day it is of (KL 6:40): a delegate's decision, or a private provider's, and then the follow-up. */
export const attRedovisa = ({ rapport, bedomd, beslutad, uppfoljning, redovisat, oanmalt, struken, avslutad }: Lage): { readonly vad: 'beslut' | 'uppfoljning'; readonly dag: string } | undefined => {
  if (struken !== undefined || avslutad !== undefined) return undefined;
  if (oanmalt !== undefined) return { vad: 'beslut', dag: oanmalt };
  const slut = rapport.regi === 'enskild' ? bedomd : beslutad;
  if (slut !== undefined && !redovisat.beslut) return { vad: 'beslut', dag: slut.datum };
  return uppfoljning?.gjord !== undefined && !redovisat.uppfoljning ? { vad: 'uppfoljning', dag: uppfoljning.gjord } : undefined;
};

/** With these the nämnd has neither decided nor heard (B12), or the source does not say. */
export const utanVerkan = (beslutstyp: string): boolean => ['bordlagga', 'aterremittera', 'utga', 'inget_beslut', 'sekretessbelagt', 'ej_publicerat'].includes(beslutstyp);
/** The nämnd has taken the case up as an item of its own. */
export const behandladAvNamnden = ({ paragrafer }: Lage): boolean => paragrafer.some(({ beslutstyp }) => beslutstyp !== undefined && !utanVerkan(beslutstyp));

const PER_DEL: Readonly<Record<Dokumentationsdel, string>> = {
  handelse_och_konsekvenser: 'vad som hänt och vilka konsekvenser det fick eller kunde ha fått (a)', nar_och_hur_uppmarksammad: 'när och hur det uppmärksammades (b)', nar_intraffad: 'när det inträffade (c)',
  orsaker: 'orsaker (d)', om_tidigare: 'om det har hänt tidigare (e)', om_igen: 'om det kan hända igen (f)', atgarder: 'åtgärder och tidpunkter (g)', ovrigt: 'vad som i övrigt framkommit (h)',
  stallningstagande: 'ställningstagandet som avslutade utredningen (i)', forebyggande: 'åtgärder för att det inte ska hända igen',
};
/** F5 (a)–(h): what is documented before the assessment; the decision itself is (i). */
export const FORE_BEDOMNING: readonly Dokumentationsdel[] = DOKUMENTATION.slice(0, 8);
/** The parts of the documentation that no note fills, in the words the hinder uses (F5). */
export const saknade = ({ anteckningar }: Lage, delar: readonly Dokumentationsdel[]): readonly string[] => delar.filter((del) => !anteckningar.some((en) => en.del === del)).map((del) => PER_DEL[del]);

/** The state after a fact; `null` before the first. Both the rules and the read model fold by this. */
export const lagetEfter = (lage: Lage | null, event: LexSarahEvent): Lage | null => {
  if (event.type === 'LexSarahMottagen') {
    const { namnd, mottagen, lag, regi, verksamhet, orsak, upptackt, informationMottagen } = event.data;
    const rapport = { mottagen, lag, regi, verksamhet, ...(orsak !== undefined && { orsak }), ...(upptackt !== undefined && { upptackt }), ...(informationMottagen !== undefined && { informationMottagen }) };
    return { namnd, rapport, anteckningar: [], atgarder: [], paragrafer: [], redovisat: { beslut: false, uppfoljning: false }, lankar: [], avidentifierat: false };
  }
  if (lage === null) return null;
  if (event.type === 'LexSarahAteroppnad') return ateroppnad(lage);
  if (event.type === 'LexSarahBehandlad' || event.type === 'LexSarahRedovisad') return redovisad(lage, event);
  return { ...lage, ...nytt(lage, event) };
};

const nytt = (lage: Lage, event: Exclude<LexSarahEvent, { type: 'LexSarahMottagen' | 'LexSarahAteroppnad' | 'LexSarahBehandlad' | 'LexSarahRedovisad' }>): Partial<Lage> => {
  switch (event.type) {
    case 'LexSarahKategoriserad': {
      const { orsak: _, ...rapport } = lage.rapport;
      return { rapport: { ...rapport, ...event.data } };
    }
    case 'LexSarahAtertagen': return { atertagen: event.data.datum };
    case 'LexSarahStruken': return { struken: { datum: event.data.datum, dubblettAv: event.data.dubblettAv } };
    case 'LexSarahAtgardad': return { atgardad: lage.atgardad ?? event.data.datum };
    case 'LexSarahUtredareUtsedd': return { utredare: { person: event.data.utredare, datum: event.data.datum } };
    case 'LexSarahAntecknad': {
      const { anteckning: id, del, ersatter } = event.data;
      return { anteckningar: [...lage.anteckningar.filter((en) => en.id !== ersatter), { id, del }] };
    }
    case 'LexSarahBedomd': {
      const { datum, bedomning, snabb, sarskildaAtgarder } = event.data;
      return { bedomd: { datum, bedomning, snabb, sarskildaAtgarder } };
    }
    case 'LexSarahBeslutad': {
      const { datum, bedomning, lagrum, av } = event.data;
      return { beslutad: { datum, bedomning, lagrum, av } };
    }
    case 'LexSarahAnmald': {
      const { datum, tidig, utredningKlar, kompletteringSenast: senast } = event.data;
      return { anmald: { datum, tidig, utredningKlar, ...(senast !== undefined && { senast }) } };
    }
    case 'LexSarahKompletterad': return { kompletterad: event.data.datum };
    case 'LexSarahProvadAvIvo': {
      const { datum, utfall, svarSenast } = event.data;
      return { ivo: { datum, utfall, ...(svarSenast !== undefined && { svarSenast }) } };
    }
    case 'LexSarahBesvarad': return lage.ivo === undefined ? {} : { ivo: { ...lage.ivo, besvarad: event.data.datum } };
    case 'LexSarahAtgardPlanerad': {
      const { atgard: id, senast, ansvarig } = event.data;
      return { atgarder: [...lage.atgarder, { id, senast, ansvarig }] };
    }
    case 'LexSarahAtgardGjord': return { atgarder: lage.atgarder.map((en) => (en.id === event.data.atgard ? { ...en, avslutad: event.data.datum } : en)) };
    case 'LexSarahUppfoljningPlanerad': return { uppfoljning: { planerad: event.data.planerad } };
    case 'LexSarahUppfoljd': return lage.uppfoljning === undefined ? {} : { uppfoljning: { ...lage.uppfoljning, gjord: event.data.datum } };
    case 'LexSarahAvslutad': return { avslutad: event.data.datum };
    case 'LexSarahLankad': return { lankar: [...lage.lankar, event.data] };
    case 'LexSarahLankBorttagen': return { lankar: lage.lankar.filter(({ slag, mal }) => slag !== event.data.slag || mal !== event.data.mal) };
    case 'LexSarahUtforarenMeddelad': return meddelad(lage, event.data);
    case 'LexSarahIncidentNoterad': return { incident: { senast: event.data.senast, senastTid: event.data.senastTid } };
    case 'LexSarahIncidentAvgjord': return lage.incident === undefined ? {} : { incident: { ...lage.incident, avgjord: event.data.utfall } };
    case 'LexSarahAvgorandeAvidentifierat': return { avidentifierat: true };
    case 'LexSarahAvgorandeIndraget': return { avidentifierat: false };
    case 'LexSarahForhandsbedomd': case 'LexSarahHandlingInlast': return {};
    default: return unknownCase(event);
  }
};

/** The § among the others; the nämnd has been told, and may have decided there. */
const redovisad = (lage: Lage, { type, data }: Extract<LexSarahEvent, { type: 'LexSarahBehandlad' | 'LexSarahRedovisad' }>): Lage => {
  const { sammantrade, punkt, ar, nr, datum, verkan } = data;
  const paragraf: Lexparagraf = { sammantrade, punkt, ar, nr, datum, verkan, ...(type === 'LexSarahBehandlad' && { beslutstyp: data.beslutstyp }) };
  const paragrafer = [...lage.paragrafer, paragraf];
  if (verkan === 'ingen') return { ...lage, paragrafer };
  const { oanmalt: _, ...rest } = lage;
  // Told only of a decision that no longer stands, it is yet to be told of the one that does.
  const beslut = lage.redovisat.beslut || verkan === 'beslut' || lage.beslutad !== undefined || lage.rapport.regi === 'enskild';
  return {
    ...rest, paragrafer, redovisat: { beslut, uppfoljning: lage.redovisat.uppfoljning || verkan === 'uppfoljning' },
    ...(type === 'LexSarahBehandlad' && data.bedomning !== undefined && data.lagrum !== undefined && { beslutad: { datum, bedomning: data.bedomning, lagrum: data.lagrum } }),
  };
};
/** What had been concluded falls; what IVO, a plan and a breach wait for stands, and so does the duty to tell the nämnd of what someone else decided. */
const ateroppnad = ({ bedomd, beslutad, avslutad: _a, struken: _d, uppfoljning, ...lage }: Lage): Lage => {
  const avgjort = lage.rapport.regi === 'enskild' ? bedomd : beslutad?.av === undefined ? undefined : beslutad;
  return {
    ...lage, ...(avgjort !== undefined && !lage.redovisat.beslut && { oanmalt: lage.oanmalt ?? avgjort.datum }), redovisat: { beslut: false, uppfoljning: false },
    ...(uppfoljning !== undefined && { uppfoljning: { planerad: uppfoljning.planerad } }),
  };
};
/** A private provider investigates and notifies by itself: what it tells stands for what the nämnd does of its own reports. */
const meddelad = (lage: Lage, { vad, datum, bedomning }: Data<'LexSarahUtforarenMeddelad'>): Partial<Lage> => {
  if (vad === 'anmalan_ivo') return { anmald: { datum, tidig: lage.bedomd === undefined, utredningKlar: lage.bedomd !== undefined } };
  if (vad === 'ivo_avslutat') return { ivo: { datum, utfall: 'avslutat' } };
  return bedomning === undefined ? {} : { bedomd: { datum, bedomning, snabb: false, sarskildaAtgarder: false }, ...(vantarKomplettering(lage) && { kompletterad: datum }) };
};

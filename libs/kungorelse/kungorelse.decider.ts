import { type Command, type Decider, type Hinder, isRefusal, refuse, seal, unknownCase, warning, weigh } from '@klubba/kernel';
import { hittaPersonnummer, lokaltDatum, plusDagar, provaDatum, provaDelgivningssatt, stod } from '@klubba/lagrum';
import { kungorelseFacts, type KUNGORELSESLAG, type KungorelseEvent } from './kungorelse.events';

export type SattUppKungorelse = {
  readonly namnd: string;
  /** `annat`: anything else that somebody wants to put up. */
  readonly slag: (typeof KUNGORELSESLAG)[number] | 'annat';
  readonly datum: string;
  readonly rubrik: string;
  readonly text: string;
  readonly lagrum?: string;
  readonly motesdag?: string;
  readonly senast?: string;
  readonly nedtasTidigast?: string;
  readonly beteckning?: string;
  readonly arende?: string;
  readonly lank?: string;
  readonly bestallare?: string;
  /** Put there by prepare: what is there in this nämnd. */
  readonly omgivning?: { readonly namnd: boolean; readonly arende?: 'oppen' | 'sekretess' };
};
export type KungorelseCommand =
  | Command<'SattUppKungorelse', SattUppKungorelse>
  | Command<'TaNedKungorelse', { readonly datum: string }>
  | Command<'LamnaAnslagsbevis', { readonly datum: string }>;

export type KungorelseHinder =
  | 'KUNGORELSEN_FINNS_REDAN' | 'KUNGORELSEN_FINNS_INTE' | 'NAMNDEN_FINNS_INTE' | 'ARENDET_FINNS_INTE' | 'DATUM_FINNS_INTE' | 'DATUM_I_FRAMTIDEN' | 'ANSLAGSTAVLANS_INNEHALL' | 'SEKRETESS_PUBLICERAS' | 'LAGRUM_SAKNAS'
  | 'MOTESDAG_SAKNAS' | 'KUNGORELSE_SEN' | 'PERSONNUMMER_PA_ANSLAGSTAVLAN' | 'DELGIVNINGSSATT_I_SOCIALTJANST' | 'EJ_UPPSATT_DA' | 'REDAN_NEDTAGEN' | 'KUNGORELSE_TAS_NED_FOR_TIDIGT' | 'SITTER_UPPE' | 'INGEN_BESTALLARE' | 'BEVIS_LAMNAT';

type State = { readonly skede: 'finns inte' } | { readonly skede: 'uppe' | 'nere'; readonly uppsatt: string; readonly nedtasTidigast?: string; readonly nedtagen?: string; readonly bestalld: boolean; readonly bevis?: string };

/** Fullmäktige's meetings are told of a week before (KL 5:13–15). The law before 2018 is not verified, and only warns as this does. */
const VECKA = 7;
const fullmaktiges = (motesdag: string): { readonly senast: string; readonly lagrum: string } =>
  ({ senast: plusDagar(motesdag, -VECKA), lagrum: motesdag >= '2018-01-01' ? 'KL 5 kap. 13–15 §§' : 'KL (1991:900) 5 kap.' });

/** A kungörelse on the municipality's board (KL 8:9–11): what may be there, by when, how long, and the proof of it. */
export const kungorelse: Decider<KungorelseCommand, State, KungorelseEvent, KungorelseHinder> = {
  category: 'kungorelse',
  facts: kungorelseFacts,
  initialState: { skede: 'finns inte' },
  namnd: ({ type, data }) => (type === 'SattUppKungorelse' ? data.namnd : null),

  decide(command, state, { id, at }) {
    const { type, data } = command;
    const kid = `kungorelse:${id}`;
    const ingenDag = provaDatum(data.datum, ...('slag' in data ? [data.motesdag, data.senast, data.nedtasTidigast] : []));
    if (ingenDag !== undefined) return { hinder: [ingenDag] };
    if (data.datum > lokaltDatum(at)) return refuse('DATUM_I_FRAMTIDEN', `Dagen ${data.datum} har inte varit än.`);

    if (type === 'SattUppKungorelse') {
      if (state.skede !== 'finns inte') return refuse('KUNGORELSEN_FINNS_REDAN', 'Kungörelsen är redan uppsatt.');
      const { namnd, slag, datum, rubrik, text, motesdag, beteckning, arende, lank, bestallare, omgivning } = data;
      if (omgivning?.namnd !== true) return refuse('NAMNDEN_FINNS_INTE', 'Nämnden finns inte.');
      if (slag === 'annat') return refuse('ANSLAGSTAVLANS_INNEHALL', 'Anslagstavlan får bara innehålla det som anges i KL 8 kap. 10–11 §§.', 'KL 8 kap. 11 §');
      if (arende !== undefined && omgivning.arende === undefined) return refuse('ARENDET_FINNS_INTE', 'Ärendet finns inte i nämnden.');
      if (omgivning.arende === 'sekretess') return refuse('SEKRETESS_PUBLICERAS', 'Ärendet omfattas av sekretess. Det nämns inte på anslagstavlan.');
      if (slag === 'fullmaktiges_sammantrade' && motesdag === undefined) return refuse('MOTESDAG_SAKNAS', 'Ange dagen för fullmäktiges sammanträde.');
      const kf = slag === 'fullmaktiges_sammantrade' ? fullmaktiges(motesdag!) : undefined;
      const lagrum = kf?.lagrum ?? data.lagrum;
      if (lagrum === undefined) return refuse('LAGRUM_SAKNAS', 'Ange vilken lag eller annan författning som säger att det ska finnas på anslagstavlan (KL 8 kap. 10 §).', 'KL 8 kap. 10 §');
      const senast = kf?.senast ?? data.senast;
      const nedtasTidigast = data.nedtasTidigast ?? (kf && motesdag);
      const sattet = slag === 'kungorelsedelgivning' ? provaDelgivningssatt('kungorelsedelgivning') : undefined;
      const passed = weigh<KungorelseHinder>(command, kid, [
        senast !== undefined && datum > senast && warning('KUNGORELSE_SEN', `Kungörelsen skulle ha satts upp senast ${senast} (${lagrum}). Ange skäl.`, lagrum),
        hittaPersonnummer(`${rubrik}\n${text}\n${lank ?? ''}`).length > 0 && warning('PERSONNUMMER_PA_ANSLAGSTAVLAN', 'Kungörelsen innehåller ett personnummer. Det får bara finnas där när det är klart motiverat. Ange skäl.', 'lag (2018:218) 3 kap. 10 §'),
        sattet as Hinder<KungorelseHinder> | undefined,
      ]);
      if (isRefusal(passed)) return passed;
      return [{
        type: 'KungorelseUppsatt',
        data: {
          namnd, slag, datum, rubrik: seal(kid, rubrik), text: seal(kid, text), lagrum, ...(motesdag !== undefined && { motesdag }), ...(senast !== undefined && { senast }), ...(nedtasTidigast !== undefined && { nedtasTidigast }),
          ...(beteckning !== undefined && { beteckning }), ...(arende !== undefined && { arende }), ...(lank !== undefined && { lank: seal(kid, lank) }), ...(bestallare !== undefined && { bestallare: seal(kid, bestallare) }), ...passed,
        },
      }];
    }
    if (state.skede === 'finns inte') return refuse('KUNGORELSEN_FINNS_INTE', 'Kungörelsen finns inte.');
    const { uppsatt, nedtasTidigast, nedtagen, bestalld, bevis } = state;
    switch (type) {
      case 'TaNedKungorelse': {
        if (nedtagen !== undefined) return nedtagen === data.datum ? [] : refuse('REDAN_NEDTAGEN', `Kungörelsen togs ned ${nedtagen}.`);
        if (data.datum < uppsatt) return refuse('EJ_UPPSATT_DA', `Kungörelsen sattes upp först ${uppsatt}.`);
        const forTidigt = nedtasTidigast !== undefined && data.datum < nedtasTidigast;
        const { citat } = stod('anslag', uppsatt);
        const passed = weigh<KungorelseHinder>(command, kid, [forTidigt && warning('KUNGORELSE_TAS_NED_FOR_TIDIGT', `Kungörelsen ska sitta uppe och får tas ned tidigast ${nedtasTidigast}. Ange skäl.`, citat)]);
        return isRefusal(passed) ? passed : [{ type: 'KungorelseNedtagen', data: { datum: data.datum, forTidigt, ...passed } }];
      }
      case 'LamnaAnslagsbevis': {
        if (!bestalld) return refuse('INGEN_BESTALLARE', 'Ingen har begärt kungörelsen, så det finns ingen att lämna bevis till.');
        if (nedtagen === undefined) return refuse('SITTER_UPPE', 'Kungörelsen sitter uppe. Beviset lämnas när tiden har gått (KL 8 kap. 10 §).', 'KL 8 kap. 10 §');
        if (data.datum < nedtagen) return refuse('SITTER_UPPE', `Kungörelsen satt uppe till ${nedtagen}. Beviset lämnas därefter.`);
        return bevis === undefined ? [{ type: 'AnslagsbevisLamnat', data: { datum: data.datum } }] : bevis === data.datum ? [] : refuse('BEVIS_LAMNAT', `Beviset lämnades ${bevis}.`);
      }
      default: return unknownCase(type);
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'KungorelseUppsatt': {
        const { datum: uppsatt, nedtasTidigast, bestallare } = event.data;
        return { skede: 'uppe', uppsatt, ...(nedtasTidigast !== undefined && { nedtasTidigast }), bestalld: bestallare !== undefined };
      }
      case 'KungorelseNedtagen': return state.skede === 'finns inte' ? state : { ...state, skede: 'nere', nedtagen: event.data.datum };
      case 'AnslagsbevisLamnat': return state.skede === 'finns inte' ? state : { ...state, bevis: event.data.datum };
      default: return unknownCase(event);
    }
  },
};

import { type Hinder, warning } from '@klubba/kernel';
import { namndenAvgor } from '@klubba/lagrum';
import { EJ_I_KALLAN } from './sammantrade.inlasning.events';
import { kallad, type Mote, type NyBeslutspunkt, nummer, type Punkt, type SammantradeHinder } from './sammantrade.mote.decider';
import type { Inlastbeslutstyp, Overklagandeslag, Punktslag } from './sammantrade.projection';

/** What the nämnd can do with a matter that is not ready (A7), or that only fullmäktige may decide (D6): anything but decide it. */
const AVGOR_INTE: readonly Inlastbeslutstyp[] = ['foresla_ks', 'foresla_kf', 'foresla_namnden', 'bordlagga', 'aterremittera', 'notera', 'inget_beslut', 'utga'];
/** To answer on a matter of fullmäktige's, or to hand it over, is not to decide it; what fullmäktige has to confirm, fullmäktige decides (D6). */
const TILL_KF: readonly Inlastbeslutstyp[] = ['avge_yttrande', 'overlamna', 'faststallas_av_kf'];
/** These need no words of their own: the kind says it all. */
export const UTAN_TEXT: readonly Inlastbeslutstyp[] = ['inget_beslut', 'utga', ...EJ_I_KALLAN];
/** Of these the source does not say what was decided, so no rule can judge it. */
export const OKAND: readonly Inlastbeslutstyp[] = EJ_I_KALLAN;
export const avgor = (beslutstyp: Inlastbeslutstyp): boolean => !AVGOR_INTE.includes(beslutstyp) && !OKAND.includes(beslutstyp);

/** Preparatory or executive by nature (D1.3): a setting for the case, which the command may override. */
const FORBEREDANDE: readonly Inlastbeslutstyp[] = [...AVGOR_INTE, ...TILL_KF, 'lagga_till_handlingarna'];
const FORBEREDANDE_SLAG: readonly Punktslag[] = ['remissvar', 'information', 'delegationsanmalan', 'meddelanden', 'formalia'];
export const overklagandeslagFor = (slag: Punktslag, beslutstyp: Inlastbeslutstyp): Overklagandeslag =>
  FORBEREDANDE_SLAG.includes(slag) || FORBEREDANDE.includes(beslutstyp) ? 'EJ_OVERKLAGBART' : 'LAGLIGHETSPROVNING';

/** B12: on these the nämnd takes a stand in substance. */
const KRAVER_STALLNING: Readonly<Partial<Record<Punktslag, string>>> = {
  remissvar: 'En remiss', lex_sarah: 'En lex Sarah-bedömning', internkontrollplan: 'En internkontrollplan', delegationsordning: 'En delegationsordning',
};
/** B12 [K]: information and reports are laid to the files; a matter that asks for a stand is so only with a reason. */
export const provaVerb = ({ id, slag }: Punkt, beslutstyp: Inlastbeslutstyp, mote: Mote): Hinder<SammantradeHinder> | undefined => {
  const arende = KRAVER_STALLNING[slag];
  if (arende === undefined || beslutstyp !== 'lagga_till_handlingarna') return undefined;
  return warning('LAGGS_TILL_HANDLINGARNA', `${arende} kräver ett ställningstagande i sak. Ange skäl till att ärende ${nummer(mote, id)} läggs till handlingarna.`);
};

const ENLIGT_FORSLAG = /(?:enligt|i enlighet med)\s+(?:\S+\s+){0,4}?\S*förslag|förslag(?:et|en)?\s+(?:bifalls|antas|godkänns)|(?:bifaller|bifalla)\s+(?:\S+\s+){0,4}?\S*förslag/iu;
/** A decision that points to a proposal for its words: `bifalla enligt förslag`. */
export const arEnligtForslag = (beslutstyp: Inlastbeslutstyp, beslutspunkter: readonly NyBeslutspunkt[]): boolean => beslutstyp === 'bifalla' && beslutspunkter.some(({ text, verb = '' }) => ENLIGT_FORSLAG.test(`${verb} ${text}`));
/** B12 [K]: then the proposal stands in the protocol, on the agenda or as a yrkande, or is attached to the §. */
export const provaForslagstext = ({ id, beslut, forslag }: Punkt, mote: Mote, bifogade: readonly string[]): Hinder<SammantradeHinder> | false =>
  beslut?.enligtForslag === true && forslag !== true && (beslut.bifallet ?? id) === id && !bifogade.includes(id) &&
  warning('FORSLAGETS_TEXT_SAKNAS', `${kallad(mote, id)} bifaller ett förslag vars text varken står i protokollet eller är bifogad. Skriv ut eller bifoga det, eller ange skäl.`);

const AVGORANDE = /^(?:besluta|anta|faststäl|godkän|bifal|avslå|inrätta|upphäv)/iu;
const FORESLAR = /föresl|hemstäl|yttra|överlämna|tillstyrk|avstyrk|återremi|bordlägg|justeras omedelbart/iu;
const ANDRA_ORGAN = /fullmäktige|kommunstyrelse/iu;
/** Does a point let the nämnd decide, by its own words? Only a hint: what it may also do for its own part is for a person to say. */
const avgorITexten = ({ text, verb = '', subjekt = '', omedelbarJustering }: NyBeslutspunkt): boolean => {
  if (omedelbarJustering === true || FORESLAR.test(`${verb} ${text}`) || ANDRA_ORGAN.test(subjekt)) return false;
  return (AVGORANDE.test(verb.trim()) && !ANDRA_ORGAN.test(text)) || namndenAvgor(text);
};

/** D6: what only fullmäktige may decide is not decided here, by whichever way the words come in (KL 5:1, JO 3339-2013). */
export const provaKf = ({ kraverKf }: Punkt, beslutstyp: Inlastbeslutstyp, beslutspunkter: readonly NyBeslutspunkt[]): readonly Hinder<SammantradeHinder>[] => {
  if (!kraverKf) return [];
  const avgors = (typ: Inlastbeslutstyp): boolean => avgor(typ) && !TILL_KF.includes(typ);
  if (avgors(beslutstyp) || beslutspunkter.some((en) => en.beslutstyp !== undefined && avgors(en.beslutstyp))) {
    return [{ kod: 'AVGORS_AV_KF', allvar: 'STOPP', text: 'Ärendet avgörs av kommunfullmäktige (KL 5 kap. 1 §). Nämnden kan bara lämna förslag.', lagrum: 'KL 5 kap. 1 §' }];
  }
  const punkter = beslutstyp === 'faststallas_av_kf' ? [] : beslutspunkter.flatMap((en, i) => (avgorITexten(en) ? [i + 1] : []));
  return punkter.length === 0 ? [] : [warning('PUNKTEN_AVGOR_KF_ARENDET', `Ärendet avgörs av kommunfullmäktige, men beslutspunkt ${punkter.join(', ')} är skriven som om nämnden avgjorde det. Skriv den som ett förslag, eller ange skäl.`, 'KL 5 kap. 1 §')];
};

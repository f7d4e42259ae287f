import { arSlutlig } from '@klubba/arende';
import { arAllvarlig, dagarMellan, kompletteringSenast, plusDagar, provaKomplettering, provaLexSarahLagrum, provaRapporttid, provaUtredningsstart, provaUtredningstid, skyndsamhet } from '@klubba/lagrum';
import { lagrumFor } from './lexsarah.regler';
import { attRedovisa, bedomningen, type Lage, oanmald, vantarKomplettering, vantarSvar } from './lexsarah.skede';
import { faktaAv, type LexSarah } from './lexsarah.projection';
import type { LexSarahRutin } from './lexsarahrutin.projection';

export const KLOCKSLAG = ['start', 'utredning', 'anmalan_ivo', 'komplettering', 'ivo', 'ivo_svar', 'atgard', 'uppfoljning', 'redovisning', 'imy'] as const;
/** Something that waits: since when, until which day where there is one, by what rule, and how that day came about. */
export type Klocka = {
  readonly slag: (typeof KLOCKSLAG)[number];
  readonly sedan: string;
  readonly senast?: string;
  /** On the last day, where it is a clock time. */
  readonly senastTid?: string;
  readonly regel: string;
  readonly varfor: string;
  /** The measure, where it is one. */
  readonly mal?: string;
};

/** All that runs on a case. Each ends only by what answers it; that a case is closed or struck ends none that was set going beside it. */
export const klockorna = (lage: Lage, rutin: LexSarahRutin): readonly Klocka[] => {
  const { rapport: { mottagen, lag, regi }, struken, avslutad, utredare, bedomd, beslutad, anmald, ivo, atgarder, uppfoljning, incident } = lage;
  const redovisas = attRedovisa(lage);
  const utredning = lagrumFor(lage, 'utredning');
  const hur = skyndsamhet(lag, mottagen);
  const oppen = struken === undefined && avslutad === undefined;
  const egen = oppen && regi === 'kommunal';
  const klockor: (Klocka | false)[] = [
    egen && utredare === undefined && { slag: 'start', sedan: mottagen, senast: plusDagar(mottagen, rutin.startDagar), regel: utredning, varfor: `Utredningen ska inledas ${hur}. Rutinens mål är ${rutin.startDagar} dagar från rapporten; lagen har inget antal.` },
    egen && beslutad === undefined && { slag: 'utredning', sedan: mottagen, senast: plusDagar(mottagen, rutin.utredningDagar), regel: utredning, varfor: `Utredningen ska bedrivas ${hur}. Rutinens mål är ${rutin.utredningDagar} dagar från rapporten; lagen har inget antal.` },
    oppen && oanmald(lage) && { slag: 'anmalan_ivo', sedan: (beslutad ?? bedomd)!.datum, regel: lagrumFor(lage, 'anmalan'), varfor: 'Ett allvarligt missförhållande, eller en påtaglig risk för ett, ska snarast anmälas till IVO.' },
    oppen && vantarKomplettering(lage) && { slag: 'komplettering', sedan: anmald!.datum, senast: kompletteringSenast(anmald!.datum).datum, regel: kompletteringSenast(anmald!.datum).lagrum, varfor: kompletteringSenast(anmald!.datum).varfor.join(' ') },
    oppen && anmald !== undefined && (ivo === undefined || (ivo.utfall === 'krav' && ivo.besvarad !== undefined)) && { slag: 'ivo', sedan: ivo?.besvarad ?? anmald.datum, regel: lagrumFor(lage, 'anmalan'), varfor: 'IVO har inte beslutat än. Lagen har inget antal dagar för det.' },
    oppen && vantarSvar(lage) && { slag: 'ivo_svar', sedan: ivo!.datum, ...(ivo!.svarSenast !== undefined && { senast: ivo!.svarSenast }), regel: 'IVO:s beslut', varfor: `IVO begärde svar i sitt beslut ${ivo!.datum}.` },
    ...atgarder.filter((en) => en.avslutad === undefined).map(({ id, senast }): Klocka => ({ slag: 'atgard', sedan: mottagen, senast, regel: utredning, varfor: 'Dagen sattes när åtgärden planerades.', mal: id })),
    oppen && uppfoljning !== undefined && uppfoljning.gjord === undefined && { slag: 'uppfoljning', sedan: beslutad?.datum ?? mottagen, senast: uppfoljning.planerad, regel: 'SOSFS 2011:5', varfor: 'Dagen sattes när uppföljningen planerades.' },
    redovisas !== undefined && { slag: 'redovisning', sedan: redovisas.dag, regel: 'KL 6 kap. 40 §', varfor: redovisas.vad === 'beslut' ? 'Beslutet är inte anmält till nämnden.' : 'Uppföljningen är inte redovisad för nämnden.' },
    incident !== undefined && incident.avgjord === undefined && { slag: 'imy', sedan: plusDagar(incident.senast, -3), senast: incident.senast, senastTid: incident.senastTid, regel: 'GDPR art. 33', varfor: 'En personuppgiftsincident anmäls till IMY inom 72 timmar från att den blev känd.' },
  ];
  return klockor.filter((en): en is Klocka => en !== false);
};
/** Days past the last day; none where there is no such day or it has not passed. */
export const dagarSen = ({ senast }: Klocka, dag: string): number => (senast === undefined ? 0 : Math.max(0, dagarMellan(senast, dag)));

export type Varning = { readonly kod: string; readonly text: string; readonly lagrum?: string };
/** What F1, F4 and F6 have against the case as it stands on a day. Those that were passed with a reason are told too: the reason stands in the facts. */
export const varningarna = (doc: LexSarah, rutin: LexSarahRutin, dag: string): readonly Varning[] => {
  const { lage } = doc;
  const { rapport: { mottagen, lag, regi, upptackt }, utredare, bedomd, beslutad, anmald, kompletterad, ivo, paragrafer, struken } = lage;
  if (struken !== undefined) return [];
  const egen = regi === 'kommunal';
  const bedomning = bedomningen(lage);
  const oklassad = beslutad === undefined && bedomd === undefined ? paragrafer.find(({ beslutstyp, verkan }) => verkan === 'ingen' && beslutstyp !== undefined && arSlutlig(beslutstyp)) : undefined;
  const anmalan = lagrumFor(lage, 'anmalan');
  const svarat = ivo?.besvarad ?? dag;
  const funna: (Varning | false | undefined)[] = [
    upptackt !== undefined && provaRapporttid(upptackt, mottagen, rutin.rapportArbetsdagar, lag),
    egen && provaUtredningsstart(mottagen, utredare?.datum ?? dag, rutin.startDagar, lag),
    egen && provaUtredningstid(mottagen, beslutad?.datum ?? dag, rutin.utredningDagar, lag),
    oanmald(lage) && { kod: 'ALLVARLIGT_EJ_ANMALT', text: `Allvarligt missförhållande ska snarast anmälas till IVO (${anmalan}).`, lagrum: anmalan },
    anmald !== undefined && !anmald.tidig && bedomning !== undefined && !arAllvarlig(bedomning) && { kod: 'EJ_ALLVARLIGT', text: `Bara allvarliga missförhållanden/påtaglig risk för sådana ska anmälas (${anmalan}).`, lagrum: anmalan },
    anmald !== undefined && !anmald.utredningKlar && provaKomplettering(anmald.datum, kompletterad ?? dag),
    ivo?.svarSenast !== undefined && svarat > ivo.svarSenast && { kod: 'SVARET_SENT', text: `Svaret till IVO skulle ha lämnats senast ${ivo.svarSenast}.` },
    oklassad !== undefined && egen && { kod: 'KLASSIFICERING_SAKNAS', text: `Beslutet i § ${oklassad.nr} anger inte om det rapporterade var ett allvarligt missförhållande eller inte.`, lagrum: lagrumFor(lage, 'utredning') },
    ...faktaAv(doc, 'LexSarahHandlingInlast').map(({ data }) => provaLexSarahLagrum(data.lagrum, data.bedomning, mottagen)),
  ];
  return funna.filter((en): en is Varning => en !== false && en !== undefined).map(({ kod, text, lagrum }) => ({ kod, text, ...(lagrum !== undefined && { lagrum }) }));
};

/** The three boxes of the report form, as far as one of them says what was found (F2). A non-serious missförhållande that needs more measures has no box. */
export const BLANKETTRUTOR = ['allvarligt_anmals', 'ingen_pataglig_risk_sarskilda_atgarder', 'ej_allvarlig'] as const;
export const blankettrutan = ({ bedomd }: Lage): (typeof BLANKETTRUTOR)[number] | undefined => {
  if (bedomd === undefined) return undefined;
  if (arAllvarlig(bedomd.bedomning)) return 'allvarligt_anmals';
  if (!bedomd.sarskildaAtgarder) return 'ej_allvarlig';
  return bedomd.bedomning === 'EJ_MISSFORHALLANDE' ? 'ingen_pataglig_risk_sarskilda_atgarder' : undefined;
};

import { type Besvarsfrister, lagaKraft, type Overklagandeslag, sistaForvaltningsbesvar } from '@klubba/lagrum';
import type { Paragraf, Part } from './paragraf.projection';

/** What can be said of laga kraft (D2). Only the court makes it a fact; until then the earliest day is computed. */
export const LAGA_KRAFT_LAGEN = ['EJ_BERAKNAD', 'TIDIGAST', 'OBESTAMD', 'EJ_OVERKLAGBART', 'FRAGAD', 'OVERKLAGAD', 'BEKRAFTAD', 'AVGJORD_LAGA_KRAFT'] as const;
export type LagaKraftLage = (typeof LAGA_KRAFT_LAGEN)[number];
export type LagaKraftSvar = { readonly lage: LagaKraftLage; readonly text: string; readonly sista?: string; readonly tidigast?: string; readonly varfor: readonly string[]; readonly lagrum: string };

type Underlag = Pick<Paragraf, 'overklagandeslag' | 'anslag' | 'datum'> & {
  readonly parter: readonly Pick<Part, 'allman' | 'delfaenden'>[];
  readonly overklaganden: readonly { readonly datum: string; readonly iTid?: boolean }[];
  readonly fragad?: { readonly datum: string };
  readonly overklagad?: { readonly datum: string };
  readonly bekraftad?: { readonly datum: string; readonly efterOverklagande: boolean };
};

/** Each party's time (D3). A party that several stand for fick del when the last of them did; parties are called by their place, since texts tell no names. */
export const besvarsfristerFor = ({ datum, parter }: Pick<Underlag, 'datum' | 'parter'>): Besvarsfrister => sistaForvaltningsbesvar(datum, parterna(parter));
const parterna = (parter: Underlag['parter']) =>
  parter.map(({ allman, delfaenden }, i) => (allman ? { part: `part ${i + 1}`, foretraderDetAllmanna: true as const } : { part: `part ${i + 1}`, fickDel: sist(delfaenden.map((en) => en.datum)) }));
const sist = (dagar: readonly string[]): string | null => [...dagar].sort().at(-1) ?? null;

/** An appeal that came in and was not too late, or one that the court has told of. */
const overklagat = ({ overklagad, overklaganden }: Underlag): string | undefined => overklagad?.datum ?? overklaganden.find(({ iTid }) => iTid !== false)?.datum;

/**
 * The clock runs from the latest anslag, or for each party. An appeal goes before an answer, an answer before a question, a question before the
 * computed day. `overklagandeslag` is another where a decision point has its own.
 */
export const lagaKraftFor = (paragraf: Underlag, overklagandeslag: Overklagandeslag = paragraf.overklagandeslag): LagaKraftSvar => {
  const { anslag, datum, parter, fragad, bekraftad } = paragraf;
  const senaste = anslag.at(-1);
  const raknad = lagaKraft(overklagandeslag, senaste?.datum ?? null, senaste?.brutet ?? false, { beslutad: datum, parter: parterna(parter) });
  const dagar = raknad.lage === 'TIDIGAST' ? { sista: raknad.sista, tidigast: raknad.tidigast } : {};
  const svar = (lage: LagaKraftLage, text: string, forst: readonly string[] = []): LagaKraftSvar => ({ lage, text, ...dagar, varfor: [...forst, ...raknad.varfor], lagrum: raknad.lagrum });
  if (bekraftad !== undefined) {
    const fraga = `Domstolens svar är noterat den ${bekraftad.datum}.`;
    return bekraftad.efterOverklagande ? svar('AVGJORD_LAGA_KRAFT', `Överklagandet är avgjort. Laga kraft bekräftad ${bekraftad.datum}`, [fraga]) : svar('BEKRAFTAD', `Laga kraft bekräftad ${bekraftad.datum}`, [fraga]);
  }
  const noterat = overklagat(paragraf);
  if (noterat !== undefined) return svar('OVERKLAGAD', `Överklagat, noterat ${noterat}`, ['Beslutet får inte laga kraft förrän överklagandet är avgjort.']);
  // D3: of many parties the one that is waited for is named first.
  const text = raknad.lage === 'TIDIGAST' ? `Laga kraft tidigast ${raknad.tidigast}` : (raknad.varfor.find((en) => en.startsWith('Delgivningsdatum saknas')) ?? raknad.varfor[0]!);
  if (fragad !== undefined && raknad.lage !== 'EJ_OVERKLAGBART') return svar('FRAGAD', text, [`Domstolen tillfrågades ${fragad.datum} och har inte svarat.`]);
  return svar(raknad.lage, text);
};

import { lagaKraft } from '@klubba/lagrum';
import type { Paragraf } from './paragraf.projection';

/** What can be said of laga kraft (D2). Only the court makes it a fact; until then the earliest day is computed. */
export const LAGA_KRAFT_LAGEN = ['EJ_BERAKNAD', 'TIDIGAST', 'OBESTAMD', 'EJ_OVERKLAGBART', 'FRAGAD', 'OVERKLAGAD', 'BEKRAFTAD', 'AVGJORD_LAGA_KRAFT'] as const;
export type LagaKraftLage = (typeof LAGA_KRAFT_LAGEN)[number];
export type LagaKraftSvar = { readonly lage: LagaKraftLage; readonly text: string; readonly sista?: string; readonly tidigast?: string; readonly varfor: readonly string[]; readonly lagrum: string };

type Underlag = Pick<Paragraf, 'overklagandeslag' | 'anslag'> & {
  readonly fragad?: { readonly datum: string };
  readonly overklagad?: { readonly datum: string };
  readonly bekraftad?: { readonly datum: string; readonly efterOverklagande: boolean };
};

/** The clock runs from the latest anslag. An appeal goes before an answer, an answer before a question, a question before the computed day. */
export const lagaKraftFor = ({ overklagandeslag, anslag, fragad, overklagad, bekraftad }: Underlag): LagaKraftSvar => {
  const senaste = anslag.at(-1);
  const raknad = lagaKraft(overklagandeslag, senaste?.datum ?? null, senaste?.brutet ?? false);
  const dagar = raknad.lage === 'TIDIGAST' ? { sista: raknad.sista, tidigast: raknad.tidigast } : {};
  const svar = (lage: LagaKraftLage, text: string, forst: readonly string[] = []): LagaKraftSvar => ({ lage, text, ...dagar, varfor: [...forst, ...raknad.varfor], lagrum: raknad.lagrum });
  if (bekraftad !== undefined) {
    const fraga = `Domstolens svar är noterat den ${bekraftad.datum}.`;
    return bekraftad.efterOverklagande ? svar('AVGJORD_LAGA_KRAFT', `Överklagandet är avgjort. Laga kraft bekräftad ${bekraftad.datum}`, [fraga]) : svar('BEKRAFTAD', `Laga kraft bekräftad ${bekraftad.datum}`, [fraga]);
  }
  if (overklagad !== undefined) return svar('OVERKLAGAD', `Överklagat, noterat ${overklagad.datum}`, ['Beslutet får inte laga kraft förrän överklagandet är avgjort.']);
  const text = raknad.lage === 'TIDIGAST' ? `Laga kraft tidigast ${raknad.tidigast}` : raknad.varfor[0]!;
  if (fragad !== undefined && raknad.lage !== 'EJ_OVERKLAGBART') return svar('FRAGAD', text, [`Domstolen tillfrågades ${fragad.datum} och har inte svarat.`]);
  return svar(raknad.lage, text);
};

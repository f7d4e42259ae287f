import type { Anmarkning } from './lagrum';
import { hittaPersonnummer } from './regler';

// I4: the social secrecy covers the matter but not every decision in it. What such a decision says can then be read by all, though the rest cannot.

/** The decisions that OSL 26:7 takes out of the secrecy of OSL 26:1. */
export const OFFENTLIGA_BESLUT = ['omhandertagande', 'vard_utan_samtycke', 'skyddat_boende', 'sluten_ungdomsvard'] as const;
export type OffentligtBeslutsslag = (typeof OFFENTLIGA_BESLUT)[number];
export const OFFENTLIGT_BESLUT_LAGRUM = 'OSL 26 kap. 7 §';

export type OffentligtBeslutshinder = 'BESLUTET_AR_OPPET' | 'BESLUTET_OMFATTAS_AV_SEKRETESS' | 'FAR_INTE_PUBLICERAS';
/**
 * What stops a decision in a secret matter from being read by all. `sekretesslagrum` as the matter is marked, `26:1`: of secrecy by any other
 * provision OSL 26:7 says nothing. `text`: the decision as it would be shown, without names (C6); what looks like a personnummer stops it.
 */
export const provaOffentligtBeslut = ({ klass, sekretesslagrum, text }: { readonly klass: 'oppen' | 'sekretess'; readonly sekretesslagrum?: string | undefined; readonly text: string }): Anmarkning<OffentligtBeslutshinder> | undefined => {
  if (klass === 'oppen') return { kod: 'BESLUTET_AR_OPPET', allvar: 'STOPP', text: 'Beslutet är inte sekretessmarkerat och kan redan läsas av alla.' };
  if (!/^(OSL )?26:1$/.test(sekretesslagrum ?? '')) {
    return { kod: 'BESLUTET_OMFATTAS_AV_SEKRETESS', allvar: 'STOPP', text: `Bara sekretess enligt OSL 26 kap. 1 § omfattar inte beslutet (${OFFENTLIGT_BESLUT_LAGRUM}). ${sekretesslagrum === undefined ? 'Markeringen anger ingen bestämmelse.' : `Markeringen anger ${sekretesslagrum}.`}`, lagrum: OFFENTLIGT_BESLUT_LAGRUM };
  }
  const nummer = hittaPersonnummer(text).length;
  return nummer === 0 ? undefined : { kod: 'FAR_INTE_PUBLICERAS', allvar: 'STOPP', text: `Beslutets text innehåller ${nummer} personnummer. Skriv den utan namn och nummer.` };
};

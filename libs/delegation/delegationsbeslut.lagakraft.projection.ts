import { type LagaKraft, lagaKraft } from '@klubba/lagrum';
import type { Parten, Sarskilt } from './delegationsbeslut.tillstand';

/** The announcement of a protocol, with whether it was up all the time (C5). */
export type Anslagsdag = { readonly datum: string; readonly brutet: boolean };
export type Lagakraftunderlag = {
  readonly datum: string;
  readonly overklagandeslag: 'LAGLIGHETSPROVNING' | 'FORVALTNINGSBESVAR' | 'EJ_OVERKLAGBART';
  readonly anmals: boolean;
  readonly anmald?: object;
  readonly sarskilt?: Pick<Sarskilt, 'anslag'>;
  readonly parter: readonly Parten[];
  readonly bekraftad?: { readonly datum: string; readonly efterOverklagande: boolean };
  readonly overklagat?: { readonly datum: string } | boolean;
};
export type Lagakraftsvar = { readonly lage: LagaKraft['lage'] | 'OVERKLAGAD' | 'BEKRAFTAD' | 'AVGJORD_LAGA_KRAFT'; readonly text: string; readonly sista?: string; readonly tidigast?: string; readonly varfor: readonly string[]; readonly lagrum: string };

/**
 * E6: where laglighetsprövning applies time runs from the announcement of the minutes where it was reported, else of the särskilt
 * protokoll; where förvaltningsbesvär does, for each party from when it fick del, and no anmälan moves that. `anslag`: those of the nämnd's §.
 */
export const lagaKraftForBeslut = (beslut: Lagakraftunderlag, anslag: readonly Anslagsdag[]): Lagakraftsvar => {
  const { overklagandeslag, datum, parter, anmald, sarskilt, bekraftad, overklagat } = beslut;
  const gallande = anmald === undefined ? sarskilt?.anslag : anslag;
  const senaste = gallande?.at(-1);
  const raknad = lagaKraft(overklagandeslag, senaste?.datum ?? null, senaste?.brutet ?? false, {
    beslutad: datum, parter: parter.map(({ nr, fickDel, foretraderDetAllmanna }) => (foretraderDetAllmanna ? { part: `part ${nr}`, foretraderDetAllmanna: true } : { part: `part ${nr}`, fickDel: fickDel ?? null })),
  });
  const saknas = overklagandeslag !== 'LAGLIGHETSPROVNING' || raknad.lage !== 'EJ_BERAKNAD' ? [] : [
    anmald === undefined && sarskilt === undefined ? 'Beslutet har varken anmälts eller protokollförts särskilt. Överklagandetiden har inte börjat löpa.' : 'Protokollet är inte anslaget än, så överklagandetiden har inte börjat löpa.',
  ];
  const dagar = raknad.lage === 'TIDIGAST' ? { sista: raknad.sista, tidigast: raknad.tidigast } : {};
  const svar = (lage: Lagakraftsvar['lage'], text: string): Lagakraftsvar => ({ lage, text, ...dagar, varfor: [...saknas, ...raknad.varfor], lagrum: raknad.lagrum });
  if (bekraftad !== undefined) return svar(bekraftad.efterOverklagande ? 'AVGJORD_LAGA_KRAFT' : 'BEKRAFTAD', `Laga kraft bekräftad ${bekraftad.datum}`);
  if (overklagat !== undefined && overklagat !== false) return svar('OVERKLAGAD', 'Överklagat');
  return svar(raknad.lage, raknad.lage === 'TIDIGAST' ? `Laga kraft tidigast ${raknad.tidigast}` : (saknas[0] ?? raknad.varfor[0]!));
};

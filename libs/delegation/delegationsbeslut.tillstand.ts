import { refuse, type Refusal, type Sekretessklass } from '@klubba/kernel';
import type { OffentligtBeslutshinder, Overklagandeslag } from '@klubba/lagrum';
import type { Behorighetshinder, Beslutsgrund } from './delegationsbehorighet';
import type { Klockslag } from './klockor';

export type DelegationsbeslutHinder =
  | Behorighetshinder | OffentligtBeslutshinder | 'BESLUTET_FINNS_REDAN' | 'BESLUTET_FINNS_INTE' | 'BESLUTET_AR_STRUKET' | 'DATUM_FINNS_INTE' | 'DATUM_I_FRAMTIDEN' | 'DATUM_FORE_BESLUTET' | 'SKAL_SAKNAS' | 'AR_VERKSTALLIGHET' | 'SEKRETESSLAGRUM_SAKNAS' | 'SEKRETESSLAGRUM_UTAN_SEKRETESS'
  | 'ARENDET_FINNS_INTE' | 'ARENDET_AR_SEKRETESS' | 'PERSONNUMMER_I_BESLUTET' | 'TITEL_SAKNAS' | 'PARAGRAFEN_STAMMER_INTE' | 'ANDRAT_BESLUT_FINNS_INTE' | 'REDAN_ANMALT' | 'SKA_ANMALAS' | 'BEHOVER_INGET_PROTOKOLL' | 'REDAN_PROTOKOLLFORT' | 'EJ_PROTOKOLLFORT' | 'ANSLAG_SITTER_UPPE' | 'ANSLAG_FORE_PROTOKOLLET'
  | 'ANSLAGET_FINNS_INTE' | 'ANSLAG_TAS_NED_FOR_TIDIGT' | 'PARTEN_FINNS_INTE' | 'EJ_OVERKLAGBART' | 'REDAN_BEKRAFTAD' | 'BEKRAFTAD_FORE_TIDIGAST' | 'LAGA_KRAFT_EJ_BERAKNAD' | 'KLOCKAN_FINNS_INTE' | 'KLOCKAN_AR_STANNAD' | 'KLOCKAN_HAR_GATT_UT' | 'KLOCKAN_LOPER_REDAN' | 'BESLUTET_HAR_UPPHORT' | 'KLOCKOR_LOPER' | 'VANTAR_PA_LISTAN';

export type Klocka = { readonly nr: number; readonly klocka: Klockslag; readonly fran: string; readonly lag: string; readonly drift: string; readonly slut?: string };
export type Sarskilt = { readonly datum: string; readonly anslag: readonly { readonly datum: string; readonly nedtaget?: string; readonly brutet: boolean }[] };
export type Parten = { readonly nr: number; readonly fickDel?: string; readonly foretraderDetAllmanna: boolean };
/** A decision as its rules see it. */
export type Beslut = {
  readonly skede: 'vantar' | 'finns' | 'struket';
  readonly lista?: string;
  readonly klass: Sekretessklass;
  readonly sekretesslagrum?: string;
  /** All may read what was decided, though it is secret (OSL 26:7). */
  readonly offentligt?: true;
  readonly datum: string;
  readonly grund: Beslutsgrund;
  readonly overklagandeslag: Overklagandeslag;
  readonly anmals: boolean;
  readonly anmald?: { readonly punkt: string };
  readonly sarskilt?: Sarskilt;
  readonly parter: readonly Parten[];
  readonly klockor: readonly Klocka[];
  readonly andratAv: readonly string[];
  readonly overklagat: boolean;
  readonly lagaKraft: boolean;
};

export const finnsInte = (): Refusal<DelegationsbeslutHinder> => refuse('BESLUTET_FINNS_INTE', 'Beslutet finns inte.');
/** KL 6:39 and the statute's own right: reported at the next meeting, whatever the order says (KL 6:40). */
export const skaAlltidAnmalas = (grund: Beslutsgrund): boolean => grund === 'kl_6_39' || grund === 'kompletterande_beslutanderatt';

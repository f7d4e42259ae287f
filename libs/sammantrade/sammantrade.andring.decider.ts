import { type Hinder, type Refusal, refuse, seal, warning } from '@klubba/kernel';
import { stod } from '@klubba/lagrum';
import type { Mote, Punkt, SammantradeHinder } from './sammantrade.mote.decider';
import type { Andringsgrund, Andringsundantag, Overklagandeslag } from './sammantrade.projection';

/** The earlier decision that a new one changes. `underlag`: what its own stream says, when it is a § of this nämnd; put there by prepare. */
export type NyAndring = {
  readonly paragraf: string;
  readonly grund: Andringsgrund;
  readonly skal: string;
  /** It favoured a party, and is changed to that party's detriment. */
  readonly tillNackdel?: boolean;
  readonly undantag?: Andringsundantag;
  readonly tillsVidare?: boolean;
  readonly underlag?: { readonly ar: number; readonly nr: number; readonly bokstav?: string; readonly datum: string; readonly overklagandeslag: Overklagandeslag; readonly overklagad: boolean };
};

const SOL_14_9_FRAN = '2025-07-01';
const LAGRUM: Readonly<Record<Andringsgrund, string | undefined>> = { fl_36: 'FL 36 §', fl_37: 'FL 37 §', fl_38: 'FL 38 §', sol_14_9: 'SoL 14 kap. 9 §', annan: undefined };

/** D8: the change as it lies in the fact of the new decision, and what the law has against its ground. The old words stay where they are. */
export const andringen = ({ paragraf, grund, skal, tillNackdel, undantag, tillsVidare, underlag }: NyAndring, punkt: Punkt, mote: Mote) => {
  if (paragraf === punkt.id) return refuse<SammantradeHinder>('ANDRAR_SIG_SJALV', 'Ett beslut ändrar ett tidigare beslut, inte sig självt.');
  if (underlag === undefined) return finnsInte;
  const { ar, nr, bokstav, datum, overklagandeslag, overklagad } = underlag;
  const funna: readonly (Hinder<SammantradeHinder> | false)[] = [
    ...(grund.startsWith('fl_') ? enligtFl(grund, underlag, punkt, mote, tillNackdel === true) : []),
    ...(grund === 'sol_14_9' ? enligtSol(datum, mote.datum, tillsVidare === true) : []),
    tillNackdel === true && grund !== 'sol_14_9' && !(grund === 'fl_37' && undantag !== undefined) &&
      warning('GYNNANDE_BESLUT_TILL_NACKDEL', 'Gynnande beslut får ändras till nackdel bara enligt FL 37 § andra stycket eller SoL 14 kap. 9 §. Ange grund.', 'FL 37 §'),
    overklagad && overklagandeslag === 'FORVALTNINGSBESVAR' && grund === 'fl_37' && stopp('BESLUTET_OVERKLAGAT', 'Beslutet är överklagat och får då ändras bara enligt FL 38 §, innan handlingarna är överlämnade (FL 39 §).', 'FL 39 §'),
  ];
  return {
    funna,
    data: {
      paragraf, ar, nr, ...(bokstav !== undefined && { bokstav }), datum, grund, skal: seal(`paragraf:${punkt.id}`, skal), ...(tillNackdel === true && { tillNackdel }), ...(undantag !== undefined && { undantag }),
      ...(tillsVidare === true && { tillsVidare }),
    },
  };
};

const stopp = (kod: SammantradeHinder, text: string, lagrum: string): Hinder<SammantradeHinder> => ({ kod, allvar: 'STOPP', text, lagrum });
const finnsInte: Refusal<SammantradeHinder> = refuse('ANDRAT_BESLUT_FINNS_INTE', 'Beslutet som ska ändras finns inte bland nämndens paragrafer.');

/** FL 2 § switches FL 36–38 off where the decision can be laglighetsprövat; SoL 14:10 may bring them back, which sections is not verified. */
const enligtFl = (grund: Andringsgrund, { overklagandeslag }: NonNullable<NyAndring['underlag']>, { myndighetsutovning }: Punkt, { datum }: Mote, tillNackdel: boolean): readonly (Hinder<SammantradeHinder> | false)[] => {
  const { citat, kontrollerat } = stod('forvaltningslag', datum);
  const tillbaka = myndighetsutovning && datum >= SOL_14_9_FRAN ? ' I den enskildes ärende kan SoL 14 kap. 10 § göra dem tillämpliga.' : '';
  return [
    !kontrollerat && warning('GRUNDEN_GALLER_INTE', `${LAGRUM[grund]} hör till förvaltningslagen (2017:900), men ${datum} gällde ${citat}. Ange den grund som gällde, eller skäl.`, citat),
    overklagandeslag === 'LAGLIGHETSPROVNING' && warning('FL_GALLER_INTE', `FL 36–38 §§ gäller inte beslut som kan laglighetsprövas (FL 2 §).${tillbaka} Ange annan grund, eller skäl.`, 'FL 2 §'),
    grund === 'fl_38' && tillNackdel && stopp('GYNNANDE_BESLUT_TILL_NACKDEL', 'FL 38 § gäller bara en ändring som inte blir till nackdel för någon part.', 'FL 38 §'),
  ];
};

const enligtSol = (tidigare: string, nu: string, tillsVidare: boolean): readonly (Hinder<SammantradeHinder> | false)[] => [
  nu < SOL_14_9_FRAN && stopp('GRUNDEN_GALLER_INTE', `SoL 14 kap. 9 § gäller från ${SOL_14_9_FRAN}.`, 'SoL 14 kap. 9 §'),
  tidigare < SOL_14_9_FRAN && stopp('GRUNDEN_GALLER_INTE', `SoL 14 kap. 9 § gäller inte beslut från före ${SOL_14_9_FRAN} (övergångsbestämmelserna p. 3). Beslutet är från ${tidigare}.`, 'SoL 14 kap. 9 §'),
  !tillsVidare && stopp('GRUNDEN_GALLER_INTE', 'SoL 14 kap. 9 § gäller bara en insats som gäller tills vidare.', 'SoL 14 kap. 9 §'),
];

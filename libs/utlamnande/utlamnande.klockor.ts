import { type Hinder, warning } from '@klubba/kernel';
import { overlamnasSenast } from '@klubba/kvalitet';
import { dagarMellan, type Klocka, plusArbetsdagar, sistaForvaltningsbesvar, sistaVardag } from '@klubba/lagrum';
import { arNekande, type Utlamnande } from './utlamnande.projection';

/** The law's own words for each form; none of them is a number of days. */
const GENAST = {
  pa_stallet: ['genast eller så snart det är möjligt', 'TF 2 kap. 15 §'], kopia: ['skyndsamt', 'TF 2 kap. 16 §'], uppgift: ['så snart det är möjligt', 'OSL 6 kap. 4 §'],
} as const;
/** One working day is what supervision accepts [K]: it warns and never stops. */
const senast = (dag: string): string => plusArbetsdagar(dag, 1);
export const provaVantan = ({ begard, form }: { readonly begard: string; readonly form: Utlamnande['form'] }, datum: string): Hinder<'BEGARAN_HAR_VANTAT'> | undefined => {
  const [ord, lagrum] = GENAST[form];
  return datum <= senast(begard) ? undefined : warning('BEGARAN_HAR_VANTAT', `Begäran har väntat ${dagarMellan(begard, datum)} dagar. Den ska prövas ${ord} (${lagrum}).`, lagrum);
};

/** The last day to appeal, where it is known when the one who asked fick del of the decision (FL 43–44). */
export const sistaUtlamnandedag = (beslutad: string, fickDel: string | undefined): string | undefined =>
  (fickDel === undefined ? undefined : sistaForvaltningsbesvar(beslutad, [{ part: 'sökanden', fickDel }]).sista ?? undefined);

/** What a request waits for here: the employee's test, the information, the myndighet's decision, that an appeal is passed on. */
export const utlamnandetsKlockor = (en: Utlamnande): readonly Klocka[] => {
  const { datum, tid, form, status, provat, informerad, beslutBegart, overklagat } = en;
  const klocka = (om: Pick<Klocka, 'regel' | 'vad' | 'lag' | 'varfor' | 'lagrum'>): readonly Klocka[] => [{ ...om, slag: 'skyldighet', galler: `begäran ${datum}`, drift: sistaVardag(om.lag), agare: 'handlaggare' }];
  const [ord, lagrum] = GENAST[form];
  if (status === 'begard') {
    return klocka({ regel: 'utlamnande', vad: 'Begäran om att få ut en handling ska prövas', lag: senast(datum), lagrum, varfor: [`Den kom in ${datum}${tid === undefined ? '' : ` ${tid}`} och ska prövas ${ord}. Lagen räknar inga dagar; en arbetsdag är vad tillsynen godtar.`] });
  }
  if (status === 'till_myndigheten' || status === 'beslut_begart') {
    const fran = beslutBegart ?? provat!.datum;
    return klocka({ regel: 'utlamnandebeslut', vad: 'Myndigheten ska besluta om utlämnandet', lag: senast(fran), lagrum: 'OSL 6 kap. 3 §', varfor: [`Myndighetens prövning begärdes ${fran}. Lagen räknar inga dagar; en arbetsdag är vad tillsynen godtar.`] });
  }
  if (arNekande(status) && informerad === undefined) {
    return klocka({ regel: 'utlamnandeinformation', vad: 'Sökanden ska informeras om rätten till myndighetens prövning', lag: provat!.datum, lagrum: 'OSL 6 kap. 3 §', varfor: [`Allt lämnades inte ut ${provat!.datum}, och sökanden har inte informerats.`] });
  }
  return status !== 'overklagad' ? [] : klocka({
    regel: 'overlamnande', vad: 'Överklagandet ska lämnas över till kammarrätten', lag: overlamnasSenast(overklagat!), lagrum: 'FL 46 §', varfor: [`Det kom in ${overklagat!} och ska lämnas över skyndsamt; en vecka är JO:s praxis.`],
  });
};

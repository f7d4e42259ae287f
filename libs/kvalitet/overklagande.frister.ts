import { type Hinder, warning } from '@klubba/kernel';
import { type Klocka, plusDagar, sistaForvaltningsbesvar } from '@klubba/lagrum';
import { klockan } from './kvalitet.register';
import { forstaInstans, type Instans, type Overklagande } from './overklagande.projection';

/** The sections by the day of the decision; those of the older act are from knowledge. */
export const forvaltningslagen = (dag: string) => (dag < '2018-07-01'
  ? { rattid: 'FL (1986:223) 24 §', omprovning: 'FL (1986:223) 27 §', overlamnande: 'FL (1986:223) 25 §' } : { rattid: 'FL 45 §', omprovning: 'FL 37–39 §§', overlamnande: 'FL 46 §' });

/** The law says skyndsamt; within a week is JO's practice (H4). */
export const overlamnasSenast = (inkom: string): string => plusDagar(inkom, 7);
export const provaOverlamnande = ({ inkom, beslutsdatum }: Pick<Overklagande, 'inkom' | 'beslutsdatum'>, datum: string): Hinder<'OVERLAMNAS_SENT'> | undefined => {
  const [senast, { overlamnande }] = [overlamnasSenast(inkom), forvaltningslagen(beslutsdatum)];
  return datum <= senast ? undefined : warning('OVERLAMNAS_SENT', `Överklagandet kom in ${inkom} och skulle ha lämnats över till domstolen senast ${senast}: skyndsamt (${overlamnande}), enligt JO:s praxis inom en vecka.`, overlamnande);
};

/** Whether the outcome of the rättidsprövning agrees with the days, where it is known when the one who appeals was told (FL 43–45). */
export const provaRattiden = ({ inkom, beslutsdatum, fickDel }: Pick<Overklagande, 'inkom' | 'beslutsdatum' | 'fickDel'>, iTid: boolean): Hinder<'RATTIDEN_STAMMER_INTE'> | undefined => {
  const sista = fickDel === undefined ? null : sistaForvaltningsbesvar(beslutsdatum, [{ part: 'den som överklagar', fickDel }]).sista;
  if (sista === null || inkom <= sista === iTid) return undefined;
  const { rattid } = forvaltningslagen(beslutsdatum);
  return warning('RATTIDEN_STAMMER_INTE', `Sista dag att överklaga var ${sista} och överklagandet kom in ${inkom}, ${iTid ? 'för sent' : 'i rätt tid'} (${rattid}). Kontrollera prövningen.`, rattid);
};

const DOMSTOL: Readonly<Record<Instans, string>> = { FR: 'förvaltningsrätten', KR: 'kammarrätten', HFD: 'Högsta förvaltningsdomstolen' };
/** The clock of an appeal that is still with the nämnd. */
export const overklagandetsKlockor = ({ id, beteckning, status, lag, inkom, beslutsdatum }: Pick<Overklagande, 'id' | 'beteckning' | 'status' | 'lag' | 'inkom' | 'beslutsdatum'>): readonly Klocka[] =>
  (status !== 'inkommet' && status !== 'rattidsprovat' && status !== 'omprovat' ? [] : [klockan({
    regel: 'overlamnande', vad: `Överklagandet ska lämnas över till ${DOMSTOL[forstaInstans(lag)]}`, galler: `överklagande ${beteckning ?? id}`, lag: overlamnasSenast(inkom), lagrum: forvaltningslagen(beslutsdatum).overlamnande,
    varfor: [`Det kom in ${inkom}. Det ska prövas om det kom i rätt tid, beslutet omprövas vid behov, och överklagandet lämnas över skyndsamt; en vecka är JO:s praxis.`],
  })]);

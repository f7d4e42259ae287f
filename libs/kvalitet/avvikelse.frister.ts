import { type Hinder, warning } from '@klubba/kernel';
import { lokalTid } from '@klubba/lagrum';
import type { Avvikelse } from './avvikelse.projection';
import type { LopandeFrist } from './kvalitet.register';

/** GDPR applies from this day: before it there was nothing to tell IMY within. */
const GDPR = '2018-05-25';
const TIMME = 3_600_000;

/** Last moment to tell IMY: 72 hours after it was known, hours and not days, so that a night with another clock counts as it is (art. 33; I12). */
export const incidentSenast = (upptackt: string): string | undefined => {
  if (upptackt.slice(0, 10) < GDPR) return undefined;
  const utc = (timmar: number): string => new Date(Date.parse(`${upptackt}Z`) - timmar * TIMME).toISOString();
  const sommar = lokalTid(utc(2)).zon === 'sommartid';
  const { datum, tid } = lokalTid(new Date(Date.parse(utc(sommar ? 2 : 1)) + 72 * TIMME).toISOString());
  return `${datum}T${tid}`;
};
export const provaIncident = (upptackt: string, anmald: string): Hinder<'INCIDENTEN_SENT_ANMALD'> | undefined => {
  const senast = incidentSenast(upptackt);
  if (senast === undefined || anmald <= senast) return undefined;
  return warning('INCIDENTEN_SENT_ANMALD', `Incidenten upptäcktes ${skriv(upptackt)} och skulle ha anmälts till IMY senast ${skriv(senast)}, inom 72 timmar. Anmälan ska säga varför den är sen (dataskyddsförordningen art. 33).`, 'dataskyddsförordningen (EU) 2016:679 art. 33');
};
const skriv = (moment: string): string => moment.slice(0, 16).replace('T', ' kl. ');

/** The clocks of a deviation: each measure that is not carried out, and an incident that nobody has told of, also where the deviation was closed. */
export const avvikelseFrister = (en: Avvikelse): readonly LopandeFrist[] => {
  if (en.status === 'struken') return [];
  const vilken = en.beteckning ?? en.id;
  const agare = en.handlaggare === undefined ? {} : { agare: en.handlaggare };
  const { upptackt, anmald, avskriven } = en.incident ?? {};
  const senast = upptackt === undefined || anmald !== undefined || avskriven !== undefined ? undefined : incidentSenast(upptackt);
  return [
    ...(senast === undefined ? [] : [{ datum: senast.slice(0, 10), regel: 'I12', lagrum: 'dataskyddsförordningen (EU) 2016:679 art. 33', ...agare, varfor: [`Upptäckt ${skriv(upptackt!)}; 72 timmar är ute ${skriv(senast)}.`], vad: `Anmäl incidenten i avvikelse ${vilken} till IMY` }]),
    ...(en.status === 'avslutad' ? [] : en.atgarder.filter(({ genomford }) => genomford === undefined)).map(({ senast: datum, beslutad }) => (
      { datum, regel: 'H2', lagrum: 'SOSFS 2011:9 5 kap. 8 §', ...agare, varfor: [`Åtgärden beslutades ${beslutad} och ska vara genomförd senast ${datum}.`], vad: `Genomför åtgärden i avvikelse ${vilken}` })),
  ];
};

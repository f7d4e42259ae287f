import { type Hinder, warning } from '@klubba/kernel';
import { type Klocka, lokalTid } from '@klubba/lagrum';
import type { Avvikelse } from './avvikelse.projection';
import { klockan } from './kvalitet.register';

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
export const avvikelsensKlockor = (en: Avvikelse): readonly Klocka[] => {
  if (en.status === 'struken') return [];
  const galler = `avvikelse ${en.beteckning ?? en.id}`;
  const { upptackt, anmald, avskriven } = en.incident ?? {};
  const senast = upptackt === undefined || anmald !== undefined || avskriven !== undefined ? undefined : incidentSenast(upptackt);
  return [
    ...(senast === undefined ? [] : [klockan({ regel: 'incident', vad: 'Incidenten ska anmälas till IMY', galler, lag: senast.slice(0, 10), lagrum: 'dataskyddsförordningen (EU) 2016:679 art. 33', varfor: [`Upptäckt ${skriv(upptackt!)}; 72 timmar är ute ${skriv(senast)}.`] })]),
    ...(en.status === 'avslutad' ? [] : en.atgarder.flatMap(({ genomford, senast: lag, beslutad }, i) => (genomford !== undefined ? [] : [
      klockan({ regel: `atgard.${i + 1}`, vad: 'Åtgärden ska genomföras', galler, lag, lagrum: 'SOSFS 2011:9 5 kap. 8 §', varfor: [`Åtgärden beslutades ${beslutad} och ska vara genomförd senast ${lag}.`] })]))),
  ];
};

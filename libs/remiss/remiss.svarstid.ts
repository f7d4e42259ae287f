import { type Hinder, warning } from '@klubba/kernel';
import { dagarMellan, type Klocka, sistaVardag } from '@klubba/lagrum';
import { arKlar, enSvarstid, type Remiss, type Svarstid } from './remiss.projection';

export type SvarstidHinder = 'SVARSTID_FORE_SAMMANTRADE' | 'SVARSTIDEN_PASSERAD';
type Tider = Pick<Remiss, 'svarstidAvsandare' | 'svarstidIntern' | 'anstand' | 'slag'>;
const VEMS: Readonly<Record<Svarstid, string>> = { avsandare: 'avsändarens', intern: 'den interna' };

/** Lateness is judged against each of the two times (G). */
export const provaForsent = (remiss: Tider, datum: string): readonly Hinder<SvarstidHinder>[] => (['avsandare', 'intern'] as const).flatMap((vems) => {
  const tid = enSvarstid(remiss, vems);
  if (tid === undefined || datum <= tid) return [];
  const dagar = dagarMellan(tid, datum);
  return [warning<SvarstidHinder>('SVARSTIDEN_PASSERAD', `Svaret går ut ${datum}, ${dagar} ${dagar === 1 ? 'dag' : 'dagar'} efter ${VEMS[vems]} svarstid ${tid}. Inget anstånd dit är antecknat.`)];
});

/** What is to be chosen between when the answer cannot be decided in time; nothing where a way is chosen, or something has gone out. */
export const provaSvarstid = (remiss: Tider & Pick<Remiss, 'svarsvag' | 'expedieringar' | 'status'>, motesdatum: string): readonly Hinder<'SVARSTID_FORE_SAMMANTRADE'>[] => {
  if (arKlar(remiss) || remiss.svarsvag !== undefined || remiss.expedieringar.length > 0) return [];
  const forst = (['avsandare', 'intern'] as const).map((vems) => enSvarstid(remiss, vems)).filter((tid) => tid !== undefined && tid < motesdatum).sort()[0];
  return forst === undefined ? [] : [warning('SVARSTID_FORE_SAMMANTRADE',
    `Svarstiden ${forst} går ut före sammanträdet ${motesdatum}. Välj: begär anstånd · ordförandebeslut (KL 6:39) · extra sammanträde (KL 6:23) · förvaltningsyttrande på delegation · skicka förvaltningens förslag i tid "under förutsättning av nämndens beslut" · avstå från att yttra sig.`)];
};

/** The times that run until an answer has gone out: neither is moved by lag 1930:173, being no time of a law. */
export const remissensKlockor = (remiss: Remiss): readonly Klocka[] => (arKlar(remiss) || remiss.expedieringar.length > 0 ? [] : (['avsandare', 'intern'] as const).flatMap((vems) => {
  const lag = enSvarstid(remiss, vems);
  if (lag === undefined) return [];
  const anstand = remiss.anstand.some(({ svarstid, beviljat }) => svarstid === vems && beviljat === true);
  return [{
    regel: `svarstid.${vems}`, slag: 'skyldighet', vad: 'Remissen ska besvaras', galler: `remiss som kom ${remiss.inkom}`, lag, drift: sistaVardag(lag), agare: 'handlaggare', lagrum: vems === 'avsandare' ? 'Avsändarens svarstid' : 'Den interna svarstiden',
    varfor: [`Det är ${VEMS[vems]} svarstid${anstand ? ', med det anstånd som beviljades' : ''}.`],
  }];
}));

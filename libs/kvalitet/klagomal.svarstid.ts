import { type Hinder, warning } from '@klubba/kernel';
import { type Klocka, type LokalAfton, plusArbetsdagar, plusDagar } from '@klubba/lagrum';
import { klockan } from './kvalitet.register';

/** How long the nämnd gives itself to answer; which eves are no arbetsdagar (H1, K1). */
export type Svarstid = { readonly dagar: number; readonly slag: 'kalenderdagar' | 'arbetsdagar'; readonly friaAftnar: readonly LokalAfton[] };
type Installning = { readonly klagomalDagar?: number; readonly klagomalSlag?: Svarstid['slag']; readonly friaAftnar?: readonly LokalAfton[] };

/** The setting of the day, and what a nämnd that has said nothing means: 14 days. */
export const svarstidUr = ({ klagomalDagar = 14, klagomalSlag = 'kalenderdagar', friaAftnar = [] }: Installning = {}): Svarstid => ({ dagar: klagomalDagar, slag: klagomalSlag, friaAftnar });

/** What the time is counted from. Praise asks for no answer unless it is said. */
export type Fraga = { readonly typ: string; readonly inkom: string; readonly svarOnskas?: boolean; readonly svarstid: Svarstid };
/** Last day to answer. A time of the nämnd's own is not moved by lag 1930:173 (K1). */
export const svarSenast = ({ typ, inkom, svarOnskas = typ !== 'berom', svarstid: { dagar, slag, friaAftnar } }: Fraga): string | undefined =>
  !svarOnskas ? undefined : slag === 'kalenderdagar' ? plusDagar(inkom, dagar) : plusArbetsdagar(inkom, dagar, friaAftnar);

/** H1: it should have been answered by now. `vilket` is its number, or its id where it has none. */
export const provaSvarstid = (fraga: Fraga, vilket: string, dag: string): Hinder<'SVARSTIDEN_PASSERAD'> | undefined => {
  const senast = svarSenast(fraga);
  return senast === undefined || dag <= senast ? undefined : warning('SVARSTIDEN_PASSERAD', `Klagomål ${vilket} skulle ha besvarats senast ${senast}.`);
};

/** The clock of a complaint that nobody has answered. */
export const klagomaletsKlockor = (en: Fraga & { readonly id: string; readonly beteckning?: string; readonly svar: readonly unknown[]; readonly status: string }): readonly Klocka[] => {
  const lag = svarSenast(en);
  if (lag === undefined || en.svar.length > 0 || en.status === 'avslutat' || en.status === 'struket') return [];
  const { dagar, slag, friaAftnar } = en.svarstid;
  return [klockan({
    regel: 'svar', vad: 'Klagomålet ska besvaras', galler: `klagomål ${en.beteckning ?? en.id}`, lag, lagrum: 'SOSFS 2011:9 5 kap. 3 §',
    varfor: [
      `Det kom in ${en.inkom}. Nämnden besvarar klagomål inom ${dagar} ${slag}; dagen det kom in räknas inte.`,
      ...(slag === 'arbetsdagar' ? [`Arbetsdagar är måndag till fredag utom helgdagar${friaAftnar.length === 0 ? '' : ` och de aftnar som nämnden har sagt (${friaAftnar.length} st)`}.`] : []),
    ],
  })];
};

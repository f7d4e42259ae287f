import { type DataOf, type Hinder, idOf, type Projection, type Sealed, warning } from '@klubba/kernel';
import type { Klocka } from '@klubba/lagrum';
import { RAPPORTMOTTAGARE } from './ejverkstalld.events';
import { kvartalsslut, type Mottagare, rapportfonster } from './ejverkstalld.grans';
import type { ejverkstalldrapportFacts, EjverkstalldrapportEvent } from './ejverkstalldrapport.events';
import { klockan } from './kvalitet.register';

type Data<T extends keyof typeof ejverkstalldrapportFacts> = DataOf<(typeof ejverkstalldrapportFacts)[T]['shape']>;
/** One report to one receiver; one that was sent again stands beside the first. */
export type Sandning = Omit<Data<'EjVerkstalldaRapporterade'>, 'namnd' | 'ar' | 'rattelse' | 'avsteg'> & { readonly rattelse?: Sealed; readonly kvitterat?: string };
export type Ejverkstalldrapport = { readonly id: string; readonly namnd: string; readonly ar: number; readonly sandningar: readonly Sandning[] };

/** The reports of a nämnd and a year. Its id is the nämnd's and the year. */
export const ejverkstalldrapporten: Projection<Ejverkstalldrapport, EjverkstalldrapportEvent> = {
  name: 'ejverkstalldrapport',
  revision: 1,
  category: 'ejverkstalldrapport',
  on: {
    EjVerkstalldaRapporterade: (en, { stream, data: { namnd, ar, avsteg: _, ...sandning } }) => ({ id: idOf(stream), namnd, ar, sandningar: [...(en?.sandningar ?? []), sandning] }),
    RapportkvittensNoterad: (en, { data: { kvartal, mottagare, datum, kvittens } }) => {
      const i = en?.sandningar.findLastIndex((ett) => ett.kvartal === kvartal && ett.mottagare === mottagare);
      return en && { ...en, sandningar: en.sandningar.map((ett, j) => (i === j ? { ...ett, kvittens, kvitterat: datum } : ett)) };
    },
  },
  place: ({ namnd, ar, id }) => ({ namnd, sort: `${ar}:${id}` }),
};

const VEM: Readonly<Record<Mottagare, string>> = { ivo: 'IVO', revisorerna: 'Revisorerna', fullmaktige: 'Fullmäktige' };
/** H3: someone has been told of the quarter and another has not. */
export const saknadeMottagare = (sandningar: readonly Pick<Sandning, 'kvartal' | 'mottagare'>[], kvartal: number): readonly Hinder<'MOTTAGARE_SAKNAS'>[] => {
  const fatt = new Set(sandningar.filter((en) => en.kvartal === kvartal).map(({ mottagare }) => mottagare));
  return fatt.size === 0 ? [] : RAPPORTMOTTAGARE.filter((en) => !fatt.has(en)).map((en) => warning('MOTTAGARE_SAKNAS', `${VEM[en]} saknas: rapporten för kvartal ${kvartal} ska lämnas också dit.`));
};
/** The clocks of the reports of a quarter that one has been told of and another has not: that there was something to tell is known by the first. */
export const rapporternasKlockor = ({ ar, sandningar }: Pick<Ejverkstalldrapport, 'ar' | 'sandningar'>): readonly Klocka[] =>
  [...new Set(sandningar.map(({ kvartal }) => kvartal))].flatMap((kvartal) => RAPPORTMOTTAGARE.filter((vem) => !sandningar.some((en) => en.kvartal === kvartal && en.mottagare === vem)).map((vem) => klockan({
    regel: `rapport.${vem}`, vad: `Ej verkställda beslut ska rapporteras till ${VEM[vem]}`, galler: `kvartal ${kvartal} ${ar}`, lag: rapportfonster({ ar, kvartal }).till, lagrum: 'SoL 34 kap. 1–4 §§; LSS 28 f–28 i §§',
    varfor: [`Kvartalet slutar ${kvartalsslut({ ar, kvartal })}. Perioden är IVO:s; för revisorerna och fullmäktige säger lagen en gång per kvartal.`],
  })));

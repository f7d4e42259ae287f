import { iOrdning, type Klocka } from '@klubba/lagrum';
import type { Expediering } from './expediering.projection';

/** What is still to be sent, and what is to be sent anew (C7, FL 33). The law says as soon as possible and sets no day, so that of the decision, or of the change, is shown. */
export const expedieringensKlockor = ({ nr, datum, mottagare, kalla }: Expediering): readonly Klocka[] => {
  if (kalla !== undefined) return [];
  const om = { slag: 'skyldighet', galler: `§ ${nr} ${datum}`, agare: 'namndsekreterare', lagrum: 'FL 33 §' } as const;
  const osanda = mottagare.filter(({ utdrag }) => utdrag.length === 0).length;
  const ersatta = mottagare.flatMap(({ utdrag }) => utdrag.at(-1)?.ersatt?.datum ?? []).sort();
  return iOrdning([
    ...(osanda === 0 ? [] : [{ ...om, regel: 'skicka', vad: `Beslutet ska skickas till ${osanda} mottagare`, lag: datum, drift: datum, varfor: [`Beslutet fattades ${datum}. Det skickas så snart som möjligt; dagen är beslutets.`] }]),
    ...(ersatta.length === 0 ? [] : [{ ...om, regel: 'skicka_nytt', vad: `Ett ändrat beslut ska skickas på nytt till ${ersatta.length} mottagare`, lag: ersatta[0]!, drift: ersatta[0]!, varfor: [`Det som skickades är ersatt sedan ${ersatta[0]!}.`] }]),
  ]);
};

import type { Punkter, Spel } from './spela';

// As the API takes them.
const NAMN_MAX = 300;
const MOTTAGARE_MAX = 200;

/** Whom each decision was sent to, as its § says. Throws Avbrott. */
export const spelaExpediering = async ({ spelare, mote, sammantrade, ejInfort }: Spel, punkter: Punkter): Promise<void> => {
  for (const { paragraf, expediering = [] } of mote.paragrafer) {
    const plats = `§ ${paragraf}`;
    if (expediering.length === 0) continue;
    if (expediering.length > MOTTAGARE_MAX || expediering.some((namn) => namn.trim() === '' || namn.length > NAMN_MAX)) {
      expediering.forEach((_, i) => ejInfort.add(`paragrafer[${paragraf}].expediering[${i}]`));
      continue;
    }
    await spelare.lasInEllerGe(plats, { typ: 'LasInExpedieringslista', plats, data: { sammantrade, punkt: punkter.paragraf.get(paragraf), mottagare: expediering.map((namn) => ({ namn })) } }, 'UpprattaExpedieringslista');
  }
};

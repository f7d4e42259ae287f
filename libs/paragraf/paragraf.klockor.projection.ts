import { iOrdning, type Klocka, plusDagar } from '@klubba/lagrum';
import { besvarsfristerFor, lagaKraftFor } from './paragraf.lagakraft.projection';
import type { Paragraf } from './paragraf.projection';

const SVAR_DAGAR = 14;
const FRAGA_DAGAR = 7;
const LAGA_KRAFT_VISAS = 30;
const AGARE = 'namndsekreterare';

/** The clocks of a § (D2, D3, FL 33, 44–46). Those of the justering and the anslag are the meeting's. */
export const paragrafensKlockor = (doc: Paragraf): readonly Klocka[] => {
  const { lage } = lagaKraftFor(doc);
  if (lage === 'BEKRAFTAD' || lage === 'AVGJORD_LAGA_KRAFT') return [];
  const egen = { galler: `§ ${doc.nr} ${doc.datum}`, agare: AGARE } as const;
  return iOrdning([...laglighet(doc, egen), ...(harBesvar(doc) ? besvar(doc, egen, lage === 'OVERKLAGAD') : []), ...overklaganden(doc, egen), ...fragan(doc, egen)]);
};

/** From the anslag: the same days for all §§ of a protocol, so they are told together (D2). [K]: how long after the last day the court is asked. */
const laglighet = (doc: Paragraf, egen: Egen): readonly Klocka[] => {
  const senaste = doc.anslag.at(-1);
  if (senaste === undefined || (doc.overklagandeslag !== 'LAGLIGHETSPROVNING' && !doc.punktslag.some((en) => en.overklagandeslag === 'LAGLIGHETSPROVNING'))) return [];
  const { lage, sista, tidigast, varfor, lagrum } = lagaKraftFor(doc, 'LAGLIGHETSPROVNING');
  if (sista === undefined || tidigast === undefined || lage === 'OVERKLAGAD') return [];
  const om = { ...egen, slag: 'upplysning', varfor, lagrum, grupp: { id: `${doc.sammantrade} ${senaste.omgang}`, nr: doc.nr, bokstav: doc.bokstav, tillagg: doc.datum } } as const;
  const fraga = plusDagar(sista, FRAGA_DAGAR);
  return [
    { ...om, regel: 'overklagande', vad: 'Sista dag att överklaga', lag: sista, drift: sista, visasTill: sista },
    { ...om, regel: 'laga_kraft', vad: 'Laga kraft tidigast', lag: tidigast, drift: tidigast, visasTill: plusDagar(tidigast, LAGA_KRAFT_VISAS) },
    ...(lage === 'FRAGAD' ? [] : [{
      ...om, regel: 'fraga_domstolen', vad: 'Domstolen kan tillfrågas om någon har överklagat', lag: fraga, drift: fraga, visasTill: plusDagar(fraga, LAGA_KRAFT_VISAS), lagrum: 'KL 13 kap. 4 §',
      varfor: [`Sista dag att överklaga är ${sista}. Ett överklagande kan vara på väg, så domstolen tillfrågas några dagar efter; lagen sätter ingen dag.`],
    } as const]),
  ];
};
export const harBesvar = ({ overklagandeslag, punktslag }: Pick<Paragraf, 'overklagandeslag' | 'punktslag'>): boolean =>
  overklagandeslag === 'FORVALTNINGSBESVAR' || punktslag.some((en) => en.overklagandeslag === 'FORVALTNINGSBESVAR');

type Egen = Pick<Klocka, 'galler' | 'agare'>;
const besvar = (doc: Paragraf, egen: Egen, overklagat: boolean): readonly Klocka[] => {
  const { parter, lagaKraftTidigast: tidigast, varfor, lagrum } = besvarsfristerFor(doc);
  return [
    ...parter.map(({ part, sista, varfor: skal }): Klocka =>
      sista === null
        // FL 33 says as soon as possible and sets no day: that of the decision is the one to count from.
        ? { ...egen, regel: `delfaende.${part}`, slag: 'skyldighet', vad: `Underrätta ${part} om beslutet, och notera när parten fick del av det`, lag: doc.datum, drift: doc.datum, lagrum: 'FL 33 §', varfor: [...skal, `Parten ska underrättas så snart som möjligt. Dagen är beslutets, ${doc.datum}.`] }
        : { ...egen, regel: `overklagande.${part}`, slag: 'upplysning', vad: `Sista dag för ${part} att överklaga`, lag: sista, drift: sista, visasTill: sista, lagrum, varfor: skal }),
    ...(tidigast === null || overklagat ? [] : [{ ...egen, regel: 'laga_kraft', slag: 'upplysning', vad: 'Laga kraft tidigast', lag: tidigast, drift: tidigast, visasTill: plusDagar(tidigast, LAGA_KRAFT_VISAS), lagrum, varfor } as const]),
  ];
};

const overklaganden = (doc: Paragraf, egen: Egen): readonly Klocka[] =>
  doc.overklaganden.flatMap(({ datum, iTid, overlamnat }, i): readonly Klocka[] => {
    const nr = i + 1;
    const ett = { ...egen, slag: 'skyldighet', lag: datum, drift: datum } as const;
    if (overlamnat !== undefined || iTid === false) return [];
    if (harBesvar(doc) && iTid === undefined) return [{ ...ett, regel: `rattid.${nr}`, vad: `Pröva om överklagande ${nr} kom in i rätt tid`, lagrum: 'FL 45 §', varfor: [`Överklagandet kom in ${datum}. Nämnden prövar om det kom in i rätt tid; någon dag sätter lagen inte.`] }];
    return [harBesvar(doc)
      ? { ...ett, regel: `overlamna.${nr}`, vad: `Överlämna överklagande ${nr} till domstolen`, lagrum: 'FL 46 §', varfor: [`Överklagandet kom in ${datum} och ska skyndsamt överlämnas till domstolen; någon dag sätter lagen inte.`] }
      : { ...ett, regel: `overlamna.${nr}`, vad: `Överlämna överklagande ${nr} till förvaltningsrätten`, lagrum: 'KL 13 kap. 6 §', varfor: [`Överklagandet kom in till kommunen ${datum}. Det ska till förvaltningsrätten, och ett som har kommit in till kommunen i tid räknas.`] }];
  });

/** Asked, and not answered. [K]: the court answers within some weeks. */
const fragan = ({ fragad }: Paragraf, egen: Egen): readonly Klocka[] => {
  if (fragad === undefined) return [];
  const dag = plusDagar(fragad.datum, SVAR_DAGAR);
  return [{ ...egen, regel: 'domstolens_svar', slag: 'upplysning', vad: 'Domstolen har inte svarat om laga kraft', lag: dag, drift: dag, lagrum: 'KL 13 kap. 4 §', varfor: [`Domstolen tillfrågades ${fragad.datum}. Två veckor är en påminnelse, ingen tid i lagen.`] }];
};

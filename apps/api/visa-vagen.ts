import type { Roll } from '@klubba/behorighet';
import { DEMO } from './demo/demo';

const ruta = (text: string): string => text.split('\n').map((rad) => `    ${rad}`).join('\n');

/** Three questions to paste on the page, as whom each is asked, and what it shows. */
export const FARDIGA_FRAGOR: readonly { readonly visar: string; readonly som: Roll | undefined; readonly fraga: string }[] = [
  {
    visar: 'Dagordningen som allmänheten ser den: punkterna 5–18 är en rad. Fråga med nämndsekreterarens åtkomstbevis så visas alla.', som: undefined,
    fraga: `{ dagordning(sammantrade: "${DEMO.sammantrade}") { datum rader { nr till rubrik beteckning } } }`,
  },
  {
    visar: 'Protokollet med beslut, justering och anslag, som nämndsekreteraren ser det.', som: 'namndsekreterare',
    fraga: `{ protokoll(sammantrade: "${DEMO.sammantrade}") { spann paragrafer { beteckning rubrik beslutspunkter { text } } omgangar { paragrafer datum anslag { datum nedtasTidigast } } } }`,
  },
  {
    visar: '§ 47 i dag, och som den var när den justerades: då fanns inget anslag, och laga kraft gick inte att räkna ut.', som: 'revisor',
    fraga: `{ nu: paragraf(namnd: "${DEMO.namnd}", ar: 2018, nummer: 47) { rubrik lagaKraft { text varfor } }
  da: paragraf(namnd: "${DEMO.namnd}", ar: 2018, nummer: 47, vid: { justerad: { namnd: "${DEMO.namnd}", ar: 2018, nummer: 47 } }) { lagaKraft { text } } }`,
  },
];

/** What the one who started Klubba reads: where it is, and where to look first. `token` makes the demo's; without one, only the addresses are said. */
export const visaVagen = async (url: string, token?: (roll: Roll) => Promise<string>): Promise<string> => {
  const rader = [`Klubba är igång: ${url}`, `  Fråga på en sida:   ${url}/graphql`, `  Hur den mår:        ${url}/halsa`];
  if (token !== undefined) {
    rader.push('', 'Tre frågor att klistra in på sidan. Åtkomstbeviset läggs som rubrik (Headers): Authorization: Bearer <åtkomstbeviset>');
    for (const [i, { visar, som, fraga }] of FARDIGA_FRAGOR.entries()) {
      rader.push('', `${i + 1}. ${visar}`, ruta(fraga), som === undefined ? '    Åtkomstbevis: inget, frågan ställs som allmänheten.' : `    Åtkomstbevis (${som}):\n${ruta(await token(som))}`);
    }
  }
  return [...rader, '', 'Stoppa med Ctrl-C.'].join('\n');
};

import type { Datum } from './datum';
import { type Allvar, type Anmarkning, stod } from './lagrum';
import type { Overklagandeslag } from './tid';

// D5: how one appeals, as an extract or a letter says it. The class decides the text, and the law is that of the day of the decision.

export const INSTANSER = ['namnden', 'forvaltningsratten'] as const;
/** Where an appeal is handed in: laglighetsprövning at the court (KL 13:4), förvaltningsbesvär at the nämnd (FL 43). */
export type Instans = (typeof INSTANSER)[number];
export type Hanvisning = { readonly overklagandeslag: Overklagandeslag; readonly lamnasTill?: Instans; readonly text: string; readonly lagrum: string };

/** `namnd`: what it is called; `beslut`: which decision, as "§ 47 den 2018-03-21"; `ratt`: the special rule that gives the right to appeal, where it is told. That of OSL 6:7 is tried by kammarrätten at once (OSL 6:8). */
export const overklagandehanvisning = (overklagandeslag: Overklagandeslag, { datum, namnd, beslut, ratt }: { readonly datum: Datum; readonly namnd: string; readonly beslut: string; readonly ratt?: string | undefined }): Hanvisning => {
  switch (overklagandeslag) {
    case 'EJ_OVERKLAGBART':
      return { overklagandeslag, text: `Beslutet, ${beslut}, är rent förberedande eller verkställande och kan inte överklagas (KL 13 kap. 2 §).`, lagrum: 'KL 13 kap. 2 §' };
    case 'FORVALTNINGSBESVAR': {
      const utlamnande = ratt !== undefined && /^OSL 6 kap[.] 7/.test(ratt);
      const lagrum = utlamnande ? `OSL 6 kap. 7–8 §§, ${besvarslag(datum)}` : besvarslag(datum);
      return {
        overklagandeslag, lamnasTill: 'namnden', lagrum,
        text: `Du kan överklaga beslutet, ${beslut}, till ${utlamnande ? 'kammarrätten' : 'förvaltningsrätten'}. Skriv vilket beslut du överklagar, hur du vill att det ska ändras och varför. Skriv under, och ange namn, adress och telefonnummer. `
          + `Lämna överklagandet till ${namnd}. Det ska ha kommit in dit inom tre veckor från den dag du fick del av beslutet (${lagrum}). ${namnd} prövar om det har kommit in i rätt tid och skickar det sedan till domstolen.`,
      };
    }
    case 'LAGLIGHETSPROVNING': {
      const { citat } = stod('overklagandetid', datum);
      return {
        overklagandeslag, lamnasTill: 'forvaltningsratten', lagrum: citat,
        text: `Den som är medlem av kommunen kan få lagligheten av beslutet, ${beslut}, prövad. Skriv vilket beslut du överklagar och vad du anser gör det olagligt. Skriv under, och ange namn, adress och telefonnummer. `
          + `Lämna överklagandet till förvaltningsrätten. Det ska ha kommit in dit inom tre veckor från den dag då justeringen av protokollet tillkännagavs på kommunens anslagstavla (${citat}).`,
      };
    }
  }
};

/** What is said of how to appeal against what the decision's class asks for; what is not said is right. */
export const provaHanvisning = (overklagandeslag: Overklagandeslag, datum: Datum, sagd: { readonly overklagandeslag?: Overklagandeslag | undefined; readonly lamnasTill?: Instans | undefined }): readonly Anmarkning<'FEL_BESVARSHANVISNING' | 'FEL_INSTANS'>[] => {
  const { lamnasTill, lagrum } = overklagandehanvisning(overklagandeslag, { datum, namnd: '', beslut: '' });
  const allvar: Allvar = overklagandeslag === 'FORVALTNINGSBESVAR' ? stod('besvarstid', datum).allvar : stod('overklagandetid', datum).allvar;
  const fel: Anmarkning<'FEL_BESVARSHANVISNING' | 'FEL_INSTANS'>[] = [];
  if (sagd.overklagandeslag !== undefined && sagd.overklagandeslag !== overklagandeslag) fel.push({ kod: 'FEL_BESVARSHANVISNING', allvar, text: `Fel besvärshänvisning: beslutet ${GENOM[overklagandeslag]}.`, lagrum });
  if (sagd.lamnasTill !== undefined && sagd.lamnasTill !== lamnasTill) {
    fel.push({ kod: 'FEL_INSTANS', allvar, text: lamnasTill === undefined ? 'Fel instans: beslutet kan inte överklagas.' : `Fel instans: överklagandet ska lämnas till ${lamnasTill === 'namnden' ? 'nämnden' : 'förvaltningsrätten'} (${lagrum}).`, lagrum });
  }
  return fel;
};
const GENOM = { LAGLIGHETSPROVNING: 'överklagas genom laglighetsprövning', FORVALTNINGSBESVAR: 'överklagas genom förvaltningsbesvär', EJ_OVERKLAGBART: 'kan inte överklagas' } as const;

/** FL 43 of 2017 is verified; of the law before it the table knows only that time. */
const besvarslag = (datum: Datum): string => {
  const { citat, kontrollerat } = stod('besvarstid', datum);
  return kontrollerat ? 'FL 43–44 §§' : citat;
};
